# SPDX-License-Identifier: Apache-2.0
# Measures what including the header costs: compile time compared with other headers, and the size of objects and
# programs. Usage: include_cost.py RESULTS.json INCLUDE PEERS COMPILER...
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
    """Returns median compile times in seconds, less that of <string>, and that of <string>. Runs are interleaved."""
    for number, text in enumerate(FILES.values()):
        (folder / f"{number}.cpp").write_text("#include <string>\n" + text + "\n")
    times = [[] for _ in FILES]
    for run in range(RUNS + 1):
        for number in random.sample(range(len(FILES)), len(FILES)):
            command = [compiler, *options, "-c", str(folder / f"{number}.cpp"), "-o", str(folder / "out.o")]
            time, _ = measuring.run(command)
            if run != 0:  # the first run fills the file cache
                times[number].append(time)
    medians = [statistics.median(run) for run in times]
    costs = {name: median - medians[0] for name, median in zip(FILES, medians)}
    costs["<string>"] = medians[0]
    del costs[""]
    return costs


def sections(compiler, options, folder):
    """Returns the section sizes of an object that uses `find` and an entry, and the number of its data relocations."""
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
    """Returns how many copies of the text a program has in which many files include the header."""
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
        print(f"\nCompile time added to a file with <string> ({costs['<string>'] * 1000:.0f} ms), {compiler} -O2:")
        for work, cost in costs.items():
            if work != "<string>":
                print(f"  {cost * 1000:6.1f} ms  {cost / costs[LIBRARY]:.3f} of nlohmann's  {work}")
        print("  object: " + ", ".join(f"{name} {size}" for name, size in sizes.items()))
        print(f"  copies of the text in a program of 50 files: {copies}")
        measured[compiler] = {"seconds": costs, "object": sizes, "copies": copies}
    measuring.store(path, "include", measured)


main()
