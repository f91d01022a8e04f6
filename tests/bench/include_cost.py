# SPDX-License-Identifier: Apache-2.0
# What including the header costs: the compiler's time over the same file without it, beside other headers, and what it
# leaves in objects and programs. `include_cost.py RESULTS.json INCLUDE PEERS COMPILER...`
import pathlib
import random
import re
import statistics
import subprocess
import sys
import tempfile

import measuring

RUNS = 15
LIBRARY = "<nlohmann/json.hpp>, included"
FILES = {  # each includes <string> first
    "": "",
    "errcat, one enumerator": """#include <ims/errors.hpp>
        std::string_view used() { return ims::errors[ims::errc::IMG_0024].message(); }""",
    "errcat, find": """#include <ims/errors.hpp>
        bool used(std::string_view code) { return ims::errors.find(code).has_value(); }""",
    "string_view rows with bodies": """#include <string_view_table.hpp>
        std::string_view used() { return string_view_table::rows[22].message; }""",
    "<unordered_map>, included": "#include <unordered_map>",
    "<system_error>, included": "#include <system_error>",
    LIBRARY: "#include <nlohmann/json.hpp>",
}


def compile_times(compiler, options, folder):
    """Over <string> alone, in seconds: the median of runs that take turns, and of the file with <string> itself."""
    for number, text in enumerate(FILES.values()):
        (folder / f"{number}.cpp").write_text("#include <string>\n" + text + "\n")
    times = [[] for _ in FILES]
    for run in range(RUNS + 1):
        for number in random.sample(range(len(FILES)), len(FILES)):
            command = [compiler, *options, "-c", str(folder / f"{number}.cpp"), "-o", str(folder / "out.o")]
            time, _ = measuring.run(command)
            if run != 0:  # the first warms the file caches up
                times[number].append(time)
    medians = [statistics.median(run) for run in times]
    costs = {name: median - medians[0] for name, median in zip(FILES, medians)}
    costs["<string>"] = medians[0]
    del costs[""]
    return costs


def sections(compiler, options, folder):
    """The bytes of an object that uses `find` and an entry, and the relocations of its data."""
    source = folder / "object.cpp"
    source.write_text("""#include <ims/errors.hpp>
        std::string_view used(std::string_view code) { return ims::errors.find(code)->message(); }\n""")
    subprocess.run([compiler, *options, "-fPIC", "-c", source, "-o", folder / "object.o"], check=True)
    sizes = {"code": 0, "read-only data": 0, "writable data": 0, "relocations of data": 0}
    headers = subprocess.run(["readelf", "-SW", folder / "object.o"], check=True, capture_output=True, text=True)
    for name, kind, size, flags in re.findall(
        r"\] (\S+) +(\w+) +\w+ \w+ (\w+) \w+ +(\w*) ", headers.stdout
    ):
        if kind == "RELA" and re.match(r"\.rela\.(data|rodata|bss|init)", name):
            sizes["relocations of data"] += int(size, 16) // 24
        if "A" in flags and kind in ("PROGBITS", "NOBITS") and not name.startswith(".eh_frame"):
            sizes["code" if "X" in flags else "writable data" if "W" in flags else "read-only data"] += int(size, 16)
    return sizes


def copies_in_program(compiler, options, folder, units=50):
    """How often a program of many files that all include the header holds the text."""
    objects = []
    for unit in range(units):
        source = folder / f"unit{unit}.cpp"
        source.write_text(
            f"#include <ims/errors.hpp>\nauto unit{unit}(std::string_view code) {{ return ims::errors.find(code)->message(); }}\n"
        )
        objects.append(folder / f"unit{unit}.o")
        subprocess.run([compiler, *options, "-c", source, "-o", objects[-1]], check=True)
    (folder / "main.cpp").write_text("int main() {}\n")
    subprocess.run([compiler, folder / "main.cpp", *objects, "-o", folder / "program"], check=True)
    return (folder / "program").read_bytes().count(b'"code":"IMG.0024"}}')


def main():
    path, include, peers, *compilers = sys.argv[1:]
    options = ["-std=c++20", "-O2", "-I", include, "-I", peers]
    measured = {}
    for compiler in compilers:
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            costs = compile_times(compiler, options, folder)
            sizes = sections(compiler, options, folder)
            copies = copies_in_program(compiler, options, folder)
        print(f"\nIncluding, {compiler} -O2, over <string>, which takes {costs['<string>'] * 1000:.0f} ms:")
        for work, cost in costs.items():
            if work != "<string>":
                print(f"  {cost * 1000:6.1f} ms  {cost / costs[LIBRARY]:.3f} of nlohmann's  {work}")
        print("  an object that uses it: " + ", ".join(f"{name} {size}" for name, size in sizes.items()))
        print(f"  a program of 50 files that include it holds the text {copies} time(s)")
        measured[compiler] = {"seconds": costs, "object": sizes, "copies": copies}
    measuring.store(path, "include", measured)


main()
