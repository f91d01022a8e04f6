# SPDX-License-Identifier: Apache-2.0
# Changes one thing at a time, and reports the changes that no test notices: `mutate.py COUNT [SEED]`, in a copy of the
# checkout in build/mutate. A mutant that does not compile is none; one on which the tests hang is noticed. Status 1 if
# one is not noticed that no reason is known for. COUNT 1000 makes every change of the code, and 300 of the table.
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys

SOURCE = pathlib.Path(__file__).parents[1]
WORK = SOURCE / "build" / "mutate"
COPY, BUILD = WORK / "source", WORK / "build"
HEADER, CATALOG, JSON, CHECK = (
    "include/ims/errors.hpp", "include/errcat/catalog.hpp", "include/errcat/json.hpp", "tools/errcat/check.cpp")
SHARES = {HEADER: 0.3, CATALOG: 0.3, JSON: 0.2, CHECK: 0.2}

OPERATORS = [  # what is changed into what; each place is one mutant
    (r" == ", " != "), (r" != ", " == "), (r" < ", " <= "), (r" <= ", " < "), (r" > ", " >= "), (r" >= ", " > "),
    (r" < ", " > "), (r" && ", " || "), (r" \|\| ", " && "), (r" \+ ", " - "), (r" - ", " + "), (r" \* ", " + "),
    (r" \| ", " & "), (r" & ", " | "), (r" << ", " >> "), (r" >> ", " << "), (r" \^ ", " | "),
    (r"\btrue\b", "false"), (r"\bfalse\b", "true"), (r"\bif \(!", "if ("), (r"\bif \((?!!)(?=[^;]*\) )", "if (false && "),
    (r"(?<![\w.'\"x:])\d+\b(?![\w'.])", lambda match: str(int(match[0]) + 1)), (r"\+\+", "--"), (r"--(?=\w)", "++"),
    (r"&& (?=\w)", "&& !"), (r"\bbreak;", ";"), (r"\bcontinue;", ";"),
]

# Changes that leave every answer as it is: why, and a part of each line that they make.
SAME_ANSWERS = {
    "eight bytes are two words of four, with the same result": ("if (size > 8)", "if (size >= 9)"),
    "short codes are compared byte by byte": (
        "if (size > 4) return load_4", "if (size >= 5) return load_4", "if (false && size >= 4) return load_4"),
    "the last word is compared twice": ("at + 8 <= size; at += 8) {",),
    "numbers without gaps are looked up as those with gaps": ("value + first < table::size",),
    "the size itself says that there is no row": ("place <= table::size ? place",),
    "no digits spell the number 0, which is none": (": code.size() < lead)",),
    "the search divides unevenly": ("half = count / 3",),
    "nlohmann's way gives the same for a text without escapes": ("if (false && std::none_of", "byte <= 0x20"),
    "every negative indentation is none": ("dump(-2",),
}


def mutants_of_code(text):
    """Every (begin, end, replacement) in the code of a file; not in comments, includes and declarations of templates."""
    mutants = []
    for line in re.finditer(r"^.*$", text, re.MULTILINE):
        code = line[0].split("//")[0]
        if code.startswith(("#", "template", "static_assert")) or not code.strip():
            continue
        code = re.sub(r'R"\(.*?\)"|"(\\.|[^"\\])*"', lambda literal: "\0" * len(literal[0]), code)
        for pattern, replacement in OPERATORS:
            for match in re.finditer(pattern, code):
                new = replacement(match) if callable(replacement) else replacement
                if "\0" not in match[0]:
                    mutants.append((line.start() + match.start(), line.start() + match.end(), new))
    return mutants


def mutants_of_header(text, rng):
    """A letter of a text, a number of a row, a byte of the index."""
    table = text.index("static constexpr char text[]")
    letters = [m.start() for m in re.finditer(r"[A-Za-z](?=[^\n]*\";?$)", text[table:text.index("row rows[]")], re.MULTILINE)]
    mutants = [(table + at, table + at + 1, chr(ord(text[table + at]) ^ 1)) for at in rng.sample(letters, 400)]
    numbers = [m for m in re.finditer(r"(?<=[ {])\d+(?=[,}])", text[text.index("row rows[]"):])]
    begin = text.index("row rows[]")
    mutants += [(begin + m.start(), begin + m.end(), str(int(m[0]) + 1)) for m in rng.sample(numbers, 400)]
    return mutants


def failure(command, timeout=240):
    """What a command that fails prints, and an empty text of one that does not."""
    with subprocess.Popen(
        command, shell=True, cwd=COPY, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
        start_new_session=True,
    ) as process:
        try:
            printed, _ = process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGTERM)  # ninja ends what it has started, which is in groups of its own
            return "no end"
    return "" if process.returncode == 0 else printed + "failed"


def programs():
    """For each file, from the fastest to the slowest: how tests of it are compiled, and run. Catch2 is precompiled."""
    samples = " ".join(f"-I {BUILD}/tests/sample_{name}_include" for name in ("five_digits", "named", "sparse", "ten_digits"))
    flags = f"g++ -std=c++20 -O0 -w -I include -I tests {samples}"
    files = {"IMG_CATALOG": "tools/catalogs/img.yaml", "IMG_CSV": "tests/data/img_error_codes.csv", "IMG_HEADER": HEADER}
    data = " ".join(f"""-D{name}='"{COPY}/{file}"'""" for name, file in files.items())
    out = WORK / "program"
    catch = f"{flags} {data} -include support/catch.hpp {{}} {WORK}/support.o {WORK}/catch.o -o {out} -lcsv -lyaml-cpp"
    core = f"{flags} tests/compilers/core.cpp -o {out}"
    json = f"{flags} tests/compilers/json.cpp -o {out}"
    table, catalog, bodies = (catch.format(f"tests/{name}.cpp") for name in ("errors", "catalog", "json"))
    ninja, all_tests = f"ninja -C {BUILD}", f"{BUILD}/tests/errcat_tests -a"
    must_not_compile = f"ctest --test-dir {BUILD} --no-tests=error -R '^must not compile'"
    if failure(f"{flags} {data} -x c++-header tests/support/catch.hpp -o tests/support/catch.hpp.gch"):
        sys.exit("Catch2 cannot be precompiled")
    return {
        HEADER: [(core, str(out)), (table, str(out)), (bodies, str(out))],
        CATALOG: [(core, str(out)), (table, str(out)), (catalog, str(out)), (bodies, str(out)), ("true", must_not_compile)],
        JSON: [(json, str(out)), (bodies, str(out))],
        CHECK: [  # what compiles may still refuse the catalogs that the tests are built with: that is noticed
            (f"{ninja} errcat_generator", f"{ninja} errcat_tests && {all_tests} -# '[#check],[#bad_input]'"),
            ("true", all_tests),
        ],
    }


def notice(file, steps):
    """Whether a test notices; None where the change does not compile."""
    for build, run in steps[file]:
        if printed := failure(build):
            # A static_assert that fails is a test that notices, another error is no mutant.
            return True if "static assertion failed" in printed or "constant expression" in printed else None
        if failure(run):
            return True
    return False


def prepare():
    shutil.rmtree(COPY, ignore_errors=True)
    subprocess.run(["git", "clone", "-q", SOURCE, COPY], check=True)
    subprocess.run(["cmake", "-S", COPY, "-B", BUILD, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Debug"], check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["ninja", "-C", BUILD, "errcat_tests"], check=True, stdout=subprocess.DEVNULL)
    for name, text in {
        "catch": "#define CATCH_CONFIG_MAIN\n#include <catch2/catch.hpp>\n",
        "support": f'#define SCRATCH "{WORK}"\n#include "{COPY}/tests/support/command.cpp"\n#include "{COPY}/tests/support/table.cpp"\n',
    }.items():
        source = WORK / f"{name}.cpp"
        source.write_text(text)
        subprocess.run(["g++", "-std=c++20", "-O0", "-w", "-c", source, "-o", WORK / f"{name}.o"], check=True)


def main():
    count, rng = int(sys.argv[1]), random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    prepare()
    steps = programs()
    for file in SHARES:
        if notice(file, steps) is not False:
            sys.exit(f"the tests of {file} do not pass before a change")
    unexplained, noticed, total = 0, 0, 0
    for file, share in SHARES.items():
        path = COPY / file
        text = path.read_text(encoding="utf-8")
        mutants = mutants_of_header(text, rng) if file == HEADER else mutants_of_code(text)
        rng.shuffle(mutants)
        done = 0
        for begin, end, new in mutants:
            if done >= count * share:
                break
            path.write_text(text[:begin] + new + text[end:], encoding="utf-8")
            result = notice(file, steps)
            path.write_text(text, encoding="utf-8")
            if result is None:
                continue
            done += 1
            noticed += result
            if not result:
                line = text.count("\n", 0, begin)
                old, changed = (lines.splitlines()[line].strip() for lines in (text, text[:begin] + new + text[end:]))
                reason = next((why for why, parts in SAME_ANSWERS.items() if any(part in changed for part in parts)), None)
                unexplained += reason is None
                print(f"survived: {file}:{line + 1}: {old}\n  became {changed}\n  {reason or 'no reason is known'}", flush=True)
        total += done
        print(f"{file}: {done} mutants", flush=True)
    print(f"{noticed} of {total} noticed, {100 * noticed / total:.1f}%; {unexplained} of the others without a known reason")
    sys.exit(unexplained != 0)


main()
