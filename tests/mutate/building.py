# SPDX-License-Identifier: Apache-2.0
# Builds the tests of a copy of the checkout that contains all changes.
import itertools
import pathlib
import re
import shutil
import subprocess
import sys

from schemata import ChangedFile

SOURCE = pathlib.Path(__file__).parents[2]
WORK = SOURCE / "build" / "mutate"
COPY, BUILD = WORK / "source", WORK / "build"
EXECUTABLES = {name: BUILD / f"tests/{name}/errcat_{name}_tests" for name in ("library", "generator", "cli")}
NOT_CODE = ("include/ims/errors.hpp", "tools/errcat/taken_names.cpp")  # tables; the first one is in table.py


def executables_for(paths):
    """Returns the names of the test executables that may notice a change in these files and folders."""
    return ["library"] if all(path.startswith("include") for path in paths) else list(EXECUTABLES)


def sources(paths):
    """Returns the names of the files that are changed."""
    command = ["git", "ls-files", *paths]
    listed = subprocess.run(command, cwd=COPY, check=True, capture_output=True, text=True)
    return [n for n in listed.stdout.splitlines() if n.endswith((".hpp", ".cpp")) and n not in NOT_CODE]


def build(paths):
    """Returns the changed files, with the places that compile."""
    shutil.rmtree(COPY, ignore_errors=True)
    subprocess.run(["git", "clone", "-q", SOURCE, COPY], check=True)
    # Tests that run side by side need folders of their own.
    file = COPY / "tests" / "support" / "file.hpp"
    text = file.read_text().replace("path(SCRATCH)", 'path(std::getenv("ERRCAT_SCRATCH"))')
    file.write_text(text.replace("#include <filesystem>\n", "#include <cstdlib>\n#include <filesystem>\n", 1))
    header = pathlib.Path(__file__).with_name("mutant.hpp")
    files, first = [], 1
    for name in sources(paths):
        files.append(ChangedFile(name, (COPY / name).read_text(encoding="utf-8"), header, first))
        first = files[-1].next
    subprocess.run(["cmake", "-S", COPY, "-B", BUILD, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=None",
                    "-DCMAKE_CXX_FLAGS=-O0 -w -fmax-errors=0 -D_GLIBCXX_ASSERTIONS"], check=True,
                   stdout=subprocess.DEVNULL)
    for file in files:
        write(file)
    # The headers of the library first, since everything else is compiled again when they change.
    targets = [f"errcat_{name}_tests" for name in executables_for(paths)]
    for group in (targets[:1], ["errcat_tool", "errcat_ims_explain"], targets) if len(targets) > 1 else (targets,):
        build_targets(group, files)
    return files


def write(file):
    (COPY / file.name).write_text(file.rendered()[0], encoding="utf-8")


def build_targets(targets, files):
    """Builds, and takes out the changes that do not compile, until it succeeds."""
    for attempt in itertools.count(1):
        result = subprocess.run(["ninja", "-C", BUILD, "-k", "0", *targets], capture_output=True, text=True)
        if result.returncode == 0:
            return
        taken_out = 0
        for name, errors in errors_of(result.stdout).items():
            for file in files:
                if file.name == name and (more := file.take_out(errors)):
                    taken_out += more
                    write(file)
        print(f"building {targets[0]}: {taken_out} places do not compile or are constant", flush=True)
        if taken_out == 0 or attempt == 40:
            (WORK / "build.log").write_text(result.stdout)
            sys.exit(f"cannot build the changed copy: {WORK}/build.log")


def errors_of(output):
    """Returns for each file its errors: whether a constant expression is at fault, and the places, the most specific
    first."""
    found = {}
    place = re.compile(r"(?:\S*/)?" + COPY.name + r"/((?:include|tools)/[^:\s]+):(\d+):(\d+):")
    context = []  # of the next error: what it is instantiated from
    blocks = []
    for line in output.splitlines():
        match = place.match(line)
        if " error: " in line:
            blocks.append((re.search("constexpr|constant", line), ([match] if match else []) + context))
            context = []
        elif "required from" in line or "required by" in line or "expansion of" in line:
            if match:
                context.append(match)
        elif " note: " in line and blocks and match:
            blocks[-1][1].append(match)
    for is_constant, matches in blocks:
        if matches:
            name = matches[0][1]
            places = [(int(m[2]), int(m[3])) for m in matches if m[1] == name]
            found.setdefault(name, []).append((is_constant is not None, places))
    return found
