# SPDX-License-Identifier: Apache-2.0
# Compiles and runs programs that use the headers with every supported compiler and standard, in several ways, checks the
# tools' sources with each compiler, and prints a table. A missing compiler is an error. Usage: run.py BUILD, a build
# folder of the tools, for the page that they embed.
import concurrent.futures
import errno
import os
import pathlib
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).parents[3]
COMMON = ["-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Wsign-conversion", "-Wshadow", "-Wold-style-cast",
          "-Wcast-align", "-Wcast-qual", "-Wdouble-promotion", "-Wformat=2", "-Wundef", "-Wextra-semi",
          "-Wnon-virtual-dtor", "-Woverloaded-virtual", "-Wzero-as-null-pointer-constant", "-Wnull-dereference",
          "-Wunused", "-Wvla", "-Werror"]
GCC = [*COMMON, "-Wduplicated-cond", "-Wduplicated-branches", "-Wlogical-op", "-Wsuggest-override",
       "-Wredundant-decls", "-Wstrict-null-sentinel"]
# All of clang's warnings except those on features that C++98 lacks, padding (rows are laid out for size), pointer
# arithmetic (which the lookups consist of) and enumerators missing from a switch with a default.
CLANG = [*COMMON, "-Weverything", "-Wno-c++98-compat", "-Wno-c++98-compat-pedantic", "-Wno-c++20-compat", "-Wno-padded",
         "-Wno-unknown-warning-option", "-Wno-unsafe-buffer-usage", "-Wno-switch-enum", "-Wno-switch-default"]
# Programs may have global objects and vtables in every file. clang 14 takes the zero of a defaulted <=> for a null
# pointer. libstdc++ 12's stable_sort uses a function that it deprecates.
CLANG_PROGRAMS = ["-Wno-exit-time-destructors", "-Wno-global-constructors", "-Wno-weak-vtables",
                  "-Wno-zero-as-null-pointer-constant", "-Wno-deprecated-declarations"]
# The presets compile several sources of the tools as one, a packager's build may not. Both are checked, by one compiler
# each; by clang++, the preset sanitize compiles them.
TOOLS = {"g++": 8, "clang++-19": 1}
COMPILERS = {
    "g++": (["c++20", "c++23"], GCC),
    "clang++": (["c++20", "c++2b"], CLANG),
    "clang++-19": (["c++20", "c++23", "c++26"], CLANG),
}
OPTIONS = [["-O0"], ["-O2", "-fvisibility=hidden"]]
HEADERS_ONLY = {"g++": ["-Wuseless-cast", "-Weffc++"]}  # users may have them on; the tools do not
CORE_ONLY = ["-O2", "-fno-exceptions", "-fno-rtti"]
BUILT = "built"  # and not run
ELSEWHERE = {  # another standard library, another pointer size
    "g++": [["-O2", "-m32"]],
    "clang++": [["-O2", "-m32"]],
    "clang++-19": [["-O2", "-stdlib=libc++"]],
}


def tools(folder, at_once):
    """Returns files in `folder` that include the sources of the tools, so many each."""
    sources = sorted((SOURCE / "tools").rglob("*.cpp"))
    units = []
    for first in range(0, len(sources), at_once):
        units.append(folder / f"tools_{at_once}_{first}.cpp")
        units[-1].write_text("".join(f'#include "{source}"\n' for source in sources[first:first + at_once]))
    return units


def output(command):
    """Runs a command and returns its output; None if it fails, after printing the command and its errors."""
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode == 0:
        return result.stdout.strip()
    print(" ".join(map(str, command)) + "\n" + result.stdout + result.stderr, file=sys.stderr)
    return None


def build_and_run(compiler, standard, options, name, folder):
    program = pathlib.Path(folder) / name
    command = [compiler, f"-std={standard}", *options, "-I", SOURCE / "include",
               SOURCE / "tests" / "cmake" / "compilers" / f"{name}.cpp", "-o", program]
    if output(command) is None:
        return None
    try:
        return output([program])
    except OSError as error:
        if error.errno != errno.ENOEXEC or "-m32" not in options:
            raise
        return BUILT  # by a kernel that runs no 32-bit programs


def read_tools(compiler, standard, warnings, build, sources, pool):
    """Has the compiler check every source of the tools; returns a call that waits and tells whether it accepts them."""
    relaxed = CLANG_PROGRAMS if compiler.startswith("clang") else []
    common = [compiler, f"-std={standard}", *warnings, *relaxed, "-fsyntax-only",
              "-I", SOURCE / "include", "-I", SOURCE / "tools" / "errcat", "-I", SOURCE / "tools" / "support",
              "-I", pathlib.Path(build) / "tools", '-DERRCAT_DATA_FROM_BIN="../share"']
    read = [pool.submit(output, [*common, source]) for source in sources]
    return lambda: "ok" if None not in [one.result() for one in read] else None


def outcome(result):
    return "FAILED" if result is None else result if result in ("-", BUILT) else "ok"


def main():
    rows = []
    with (tempfile.TemporaryDirectory() as name,
          concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool):
        folder = pathlib.Path(name)

        def build(*arguments):
            return pool.submit(build_and_run, *arguments, tempfile.mkdtemp(dir=folder)).result

        for compiler, (standards, warnings) in COMPILERS.items():
            headers = [*warnings, *HEADERS_ONLY.get(compiler, [])]
            for standard in standards:
                # To save time, -O0 with the first standard only.
                for options in [*OPTIONS[standard != standards[0]:], CORE_ONLY, *ELSEWHERE[compiler]]:
                    programs = ["core"]
                    if options is not CORE_ONLY:
                        programs.append("json")
                    # Printing, formatting and failures depend on the library and the standard, not on optimization.
                    if options is OPTIONS[1] or options in ELSEWHERE[compiler]:
                        programs.append("values")
                    results = {program: build(compiler, standard, [*headers, *options], program) for program in programs}
                    # Users build the headers in all standards, the tools only in that of the project.
                    if compiler in TOOLS and standard == standards[0] and options is OPTIONS[0]:
                        sources = tools(folder, TOOLS[compiler])
                        results["tools"] = read_tools(compiler, standard, warnings, sys.argv[1], sources, pool)
                    rows.append((compiler, standard, options, results))

        failures = 0
        print(f"{'compiler':12}{'standard':10}{'__cplusplus':13}{'options':34}{'core':7}{'json':7}{'values':8}tools")
        for compiler, standard, options, results in rows:
            results = {column: result() for column, result in results.items()}
            core, json, values, read = (results.get(column, "-") for column in ("core", "json", "values", "tools"))
            print(f"{compiler:12}{standard:10}{core or '?':13}{' '.join(options):34}"
                  f"{outcome(core):7}{outcome(json):7}{outcome(values):8}{outcome(read)}", flush=True)
            failures += list(results.values()).count(None)
    print(f"{failures} failed" if failures else "all passed")
    return 1 if failures else 0


sys.exit(main())
