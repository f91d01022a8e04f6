# SPDX-License-Identifier: Apache-2.0
# Builds and runs the tests of the headers for one change of a constant expression or of the data of <ims/errors.hpp>.
import re
import shutil
import subprocess

from building import COPY, SOURCE, WORK

TESTS = SOURCE / "tests"
CATCH = WORK / "catch.o"
# Of the table: its fields, names and bodies.
OF_TABLE = ["cmake/compilers/core.cpp", "library/errors.cpp", "library/transcription.cpp", "library/json.cpp"]
OF_HEADERS = [*OF_TABLE, "cmake/compilers/json.cpp", "library/catalog.cpp", "library/error_response.cpp"]
# What must not compile, and a part of the message.
REFUSED = {"unknown_code": "this_code_is_not_in_the_catalog", "value_without_row": "this_value_has_no_row_in_the_catalog"}
TABLE = "include/ims/errors.hpp"


def flags_for(*folders):
    includes = " ".join(f"-I {folder}" for folder in (*folders, TESTS, TESTS / "data"))
    files = {"IMG_CSV": TESTS / "data/img_error_codes.csv", "IMG_CATALOG": SOURCE / "tools/catalogs/img.yaml",
             "IMG_HEADER": SOURCE / TABLE, "SCRATCH": ""}
    definitions = " ".join(f'''-D{name}=\\"{file}\\"''' for name, file in files.items())
    return f"g++ -std=c++20 -O0 -w {includes} {definitions}"


def prepare():
    """Compiles what all tests share."""
    main = WORK / "catch.cpp"
    shared = "".join(f'#include "{TESTS}/support/{name}.cpp"\n' for name in ("table", "transcription"))
    main.write_text(f"#define CATCH_CONFIG_MAIN\n#include <catch2/catch.hpp>\n{shared}")
    subprocess.run(f"{flags_for(SOURCE / 'include')} -c {main} -o {CATCH}", shell=True, check=True)


def is_noticed(sources, *folders):
    """True if one of the tests does not compile or fails; its headers are in `folders`."""
    program = folders[0] / "program"
    for source in sources:
        rest = CATCH if source.startswith("library") else ""
        run = f"timeout --signal=KILL 120 {program}"
        command = f"{flags_for(*folders)} {TESTS}/{source} {rest} -lyaml-cpp -o {program} && {run}"
        if subprocess.run(command, shell=True, capture_output=True).returncode != 0:
            return True
    return False


def is_refused(name, folder):
    """True if the source does not compile with the headers in `folder` and the message is the expected one."""
    command = f"{flags_for(folder, COPY / 'include')} -fsyntax-only {TESTS}/cmake/compile_fail/{name}.cpp"
    done = subprocess.run(command, shell=True, capture_output=True, text=True)
    return done.returncode != 0 and re.search(f"call to non-.constexpr. function .*{REFUSED[name]}", done.stderr)


def change_of_constant_is_noticed(number):
    folder = WORK / "chosen" / str(number)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "errcat_chosen_mutant.hpp").write_text(f"#pragma once\n#define ERRCAT_CHOSEN_MUTANT {number}\n")
    result = not all(is_refused(name, folder) for name in REFUSED)
    result = result or is_noticed(OF_HEADERS, folder, COPY / "include")
    shutil.rmtree(folder)
    return result


def changes_of_table(rng, count):
    """Returns (begin, end, replacement) of changes of a letter of the text, a number of a row or of the index."""
    text = (SOURCE / TABLE).read_text(encoding="utf-8")
    strings, rows = text.index("static constexpr char text[]"), text.index(" rows[] = {")
    letters = [m.start() for m in re.finditer(r"[A-Za-z](?=[^\n]*\";?$)", text[strings:rows], re.MULTILINE)]
    numbers = list(re.finditer(r"(?<=[ {])\d+(?=[,}])", text[rows:]))
    changes = []
    for at in rng.sample(letters, count // 2):
        changes.append((strings + at, strings + at + 1, chr(ord(text[strings + at]) ^ 1)))
    for m in rng.sample(numbers, count - count // 2):
        changes.append((rows + m.start(), rows + m.end(), str(int(m[0]) + 1)))
    return changes


def change_of_table_is_noticed(change):
    begin, end, new = change
    text = (SOURCE / TABLE).read_text(encoding="utf-8")
    folder = WORK / "table" / str(begin)
    (folder / "ims").mkdir(parents=True, exist_ok=True)
    (folder / "ims" / "errors.hpp").write_text(text[:begin] + new + text[end:], encoding="utf-8")
    result = is_noticed(OF_TABLE, folder, SOURCE / "include")
    shutil.rmtree(folder)
    if not result:
        print(f"survived: {TABLE}:{text.count(chr(10), 0, begin) + 1}: {text[begin:end]} became {new}", flush=True)
    return result
