# SPDX-License-Identifier: Apache-2.0
# Prints the coverage of include/ and tools/, and each condition that the tests take one way only: report.py BUILD
# PROGRAM..., of which clang's profiles are in BUILD/coverage. Exit status 1 if one_way.py has no reason for a condition.
import collections
import json
import pathlib
import subprocess
import sys

sys.dont_write_bytecode = True

from one_way import reason_for

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDER = pathlib.Path(sys.argv[1]).resolve() / "coverage"
PROFILE = FOLDER / "profile"


def llvm_cov(*arguments):
    files = [file for folder in ("include", "tools") for file in sorted((ROOT / folder).rglob("*.[ch]pp"))]
    programs = [sys.argv[2], *(part for program in sys.argv[3:] for part in ("-object", program))]
    command = ["llvm-cov", *arguments, f"-instr-profile={PROFILE}", *programs, *files]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def one_way(file):
    """Yields what can be said of each condition: where and what it is, and "true" or "false", which it never was."""
    lines = pathlib.Path(file["filename"]).read_bytes().splitlines()
    counts = collections.defaultdict(collections.Counter)
    for line, column, last_line, last_column, true, false, *_ in file["branches"]:  # of each instance of a template
        counts[line, column, last_line, last_column].update({"true": true, "false": false})
    for (line, column, last_line, last_column), taken in sorted(counts.items()):
        text = lines[line - 1][column - 1 : last_column - 1 if last_line == line else None].decode()
        name = pathlib.Path(file["filename"]).relative_to(ROOT)
        missing = " or ".join(way for way in ("true", "false") if taken[way] == 0)
        yield f"{name}:{line}: {lines[line - 1].decode().strip()}\n  {text}", missing


def main():
    subprocess.run(["llvm-profdata", "merge", "-o", PROFILE, *FOLDER.glob("*.profraw")], check=True)
    print(llvm_cov("report", "-show-branch-summary", "-show-region-summary=false"))
    llvm_cov("show", "-format=html", "-show-branches=count", f"-output-dir={FOLDER}")
    conditions = [each for file in json.loads(llvm_cov("export"))["data"][0]["files"] for each in one_way(file)]
    taken_one_way = [(what, missing) for what, missing in conditions if missing]
    unexplained = 0
    for what, missing in taken_one_way:
        reason = reason_for(f"{what}: never {missing}")
        unexplained += reason is None
        print(f"{what}: never {missing}\n  {reason or 'unexplained'}")
    both = len(conditions) - len(taken_one_way)
    print(f"{both} of {len(conditions)} conditions are taken both ways; {unexplained} others are unexplained")
    sys.exit(unexplained != 0)


main()
