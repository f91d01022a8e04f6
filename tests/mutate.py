# SPDX-License-Identifier: Apache-2.0
# Mutation testing: makes one small change at a time in a copy of the checkout (build/mutate), and reports each change that
# no test notices. Changes that do not compile are not counted; a hanging test counts as noticed. `mutate.py COUNT [SEED]`
# makes about COUNT changes; 1000 covers every change of the code, and 300 of the table. Needs Catch2 2. Exit status 1 if
# a change survives for which SAME_ANSWERS has no reason.
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
HEADER, CATALOG, TABLE, JSON, RESPONSE, CHECK = (
    "include/ims/errors.hpp", "include/errcat/catalog.hpp", "include/errcat/detail/table.hpp", "include/errcat/json.hpp",
    "include/errcat/error_response.hpp", "tools/errcat/check.cpp")
SHARES = {HEADER: 0.3, CATALOG: 0.1, TABLE: 0.2, JSON: 0.1, RESPONSE: 0.1, CHECK: 0.2}

OPERATORS = [  # pattern and replacement; each match is one mutant
    (r" == ", " != "), (r" != ", " == "), (r" < ", " <= "), (r" <= ", " < "), (r" > ", " >= "), (r" >= ", " > "),
    (r" < ", " > "), (r" && ", " || "), (r" \|\| ", " && "), (r" \+ ", " - "), (r" - ", " + "), (r" \* ", " + "),
    (r" \| ", " & "), (r" & ", " | "), (r" << ", " >> "), (r" >> ", " << "), (r" \^ ", " | "),
    (r"\btrue\b", "false"), (r"\bfalse\b", "true"), (r"\bif \(!", "if ("), (r"\bif \((?!!)(?=[^;]*\) )", "if (false && "),
    (r"(?<![\w.'\"x:])\d+\b(?![\w'.])", lambda match: str(int(match[0]) + 1)), (r"\+\+", "--"), (r"--(?=\w)", "++"),
    (r"&& (?=\w)", "&& !"), (r"\bbreak;", ";"), (r"\bcontinue;", ";"),
]

# Changes that leave every result as it is: the reason, and a part of each changed line.
SAME_ANSWERS = {
    "eight bytes are two words of four, with the same result": ("if (size > 8)", "if (size >= 9)"),
    "short codes are compared byte by byte": (
        "if (size > 4) return load_4", "if (size >= 5) return load_4", "if (false && size >= 4) return load_4"),
    "the last word is compared twice": ("at + 8 <= size; at += 8) {",),
    "numbers without gaps are looked up as those with gaps": ("value + first < table::size",),
    "a place equal to the size has no row, either": ("place <= table::size ? place",),
    "without digits the number is 0, which has no row": (": code.size() < lead)",),
    "nlohmann_json writes a string without escapes as it is": ("if (false && std::none_of", "byte <= 0x20"),
    "every negative indentation means none": ("dump(-2",),
}


def mutants_of_code(text):
    """Returns (begin, end, replacement) of every mutant; comments, preprocessor lines and template heads have none."""
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
    """Returns mutants that change a letter of the text, a number of a row or a byte of the index."""
    strings, rows = text.index("static constexpr char text[]"), text.index(" rows[] = {")
    letters = [m.start() for m in re.finditer(r"[A-Za-z](?=[^\n]*\";?$)", text[strings:rows], re.MULTILINE)]
    mutants = [(strings + at, strings + at + 1, chr(ord(text[strings + at]) ^ 1)) for at in rng.sample(letters, 400)]
    numbers = [m for m in re.finditer(r"(?<=[ {])\d+(?=[,}])", text[rows:])]
    mutants += [(rows + m.start(), rows + m.end(), str(int(m[0]) + 1)) for m in rng.sample(numbers, 400)]
    return mutants


def failure(command, timeout=240):
    """Runs a command; returns its output if it fails, and an empty string if it succeeds."""
    with subprocess.Popen(
        command, shell=True, cwd=COPY, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
        start_new_session=True,
    ) as process:
        try:
            printed, _ = process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGTERM)  # ninja ends its own children, whose process groups differ
            return "timeout"
    return "" if process.returncode == 0 else printed + "failed"


def programs():
    """Returns for each file its tests, fastest first, as pairs of commands: build, run. Catch2 is precompiled."""
    flags = "g++ -std=c++20 -O0 -w -I include -I tests -I tests/data"
    data = f"""-DIMG_CSV='"{COPY}/tests/data/img_error_codes.csv"'"""
    out = str(WORK / "program")
    catch = f"{flags} {data} -include support/catch.hpp {{}} {WORK}/table.o {WORK}/catch.o -o {out}"
    core, json = (f"{flags} tests/cmake/compilers/{name}.cpp -o {out}" for name in ("core", "json"))
    table, catalog, bodies = (catch.format(f"tests/library/{name}.cpp") for name in ("errors", "catalog", "json"))
    ninja = f"ninja -C {BUILD}"
    generator, cli = (f"{BUILD}/tests/{name}/errcat_{name}_tests -a" for name in ("generator", "cli"))
    must_not_compile = f"ctest --test-dir {BUILD} --no-tests=error -R '^must not compile'"
    if failure(f"{flags} -x c++-header tests/support/catch.hpp -o tests/support/catch.hpp.gch"):
        sys.exit("cannot precompile Catch2")
    lookups = [(core, out), (table, out), (catalog, out), (bodies, out), ("true", must_not_compile)]
    return {
        HEADER: [(core, out), (table, out), (bodies, out)],
        CATALOG: lookups,
        TABLE: lookups,
        JSON: [(json, out), (bodies, out)],
        RESPONSE: [(json, out), (bodies, out)],
        CHECK: [
            (f"{ninja} errcat_generator_tests", f"{generator} -# '[#check],[#bad_input]'"),
            ("true", generator),
            (f"{ninja} errcat_cli_tests", cli),
        ],
    }


def is_noticed(file, steps):
    """Returns whether a test notices the change in `file`, and None if the change does not compile."""
    for build, run in steps[file]:
        if printed := failure(build):
            # A failing static_assert is a test that notices; with any other error it is not a mutant.
            return True if "static assertion failed" in printed or "constant expression" in printed else None
        if failure(run):
            return True
    return False


def prepare():
    shutil.rmtree(COPY, ignore_errors=True)
    subprocess.run(["git", "clone", "-q", SOURCE, COPY], check=True)
    subprocess.run(["cmake", "-S", COPY, "-B", BUILD, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Debug"], check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["ninja", "-C", BUILD, "errcat_generator_tests", "errcat_cli_tests"], check=True, stdout=subprocess.DEVNULL)
    main_program = WORK / "catch.cpp"
    main_program.write_text("#define CATCH_CONFIG_MAIN\n#include <catch2/catch.hpp>\n")
    for source in (main_program, COPY / "tests" / "support" / "table.cpp"):
        subprocess.run(["g++", "-std=c++20", "-O0", "-w", "-DSCRATCH=\"\"", "-c", source, "-o", WORK / f"{source.stem}.o"], check=True)


def main():
    count, rng = int(sys.argv[1]), random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    prepare()
    steps = programs()
    for file in SHARES:
        if is_noticed(file, steps) is not False:
            sys.exit(f"the tests of {file} fail without a change")
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
            result = is_noticed(file, steps)
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
                print(f"survived: {file}:{line + 1}: {old}\n  became {changed}\n  {reason or 'unexplained'}", flush=True)
        total += done
        print(f"{file}: {done} mutants", flush=True)
    print(f"{noticed} of {total} noticed, {100 * noticed / total:.1f}%; {unexplained} survivors are unexplained")
    sys.exit(unexplained != 0)


main()
