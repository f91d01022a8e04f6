# SPDX-License-Identifier: Apache-2.0
# Measures how the generator, the compilers and the lookups scale with the number of rows. Usage:
# scale.py RESULTS.json SVG ERRCAT INCLUDE GNUPLOT COMPILER...
import csv
import json
import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile

import measuring

SIZES = 177, 1_000, 10_000, 100_000
MOST = 1_000_000  # rows, for the generator only
KINDS = {
    "dense": lambda rows: [f"SCALE.{number:07}" for number in range(1, rows + 1)],
    "sparse": lambda rows: [f"SCALE.{number:09}" for number in sorted(random.Random(1).sample(range(1, 10**9), rows))],
    "named": lambda rows: [f"Service{number % 40}.Reason{number}" for number in range(1, rows + 1)],
}
WARNINGS = ["-Wall", "-Wextra", "-Wpedantic", "-Werror"]


def median_run(command, runs):
    runs = [measuring.run(command) for _ in range(runs)]
    return [statistics.median(figures) for figures in zip(*runs)]


def write_catalogs(kind, rows, folder):
    """Writes catalogs like published tables: unique messages, half of them repeated as description, few measures."""
    keys = "code", "name", "status", "message", "description", "handling_measure"
    table = []
    for number, code in enumerate(KINDS[kind](rows), 1):
        message = f"The request cannot be processed because of reason {number}."
        description = message if number % 2 else f"The service has found reason {number} while it read the request."
        table.append((code, f"reason_{number}", "400", message, description, f"Contact the support, group {number % 50}."))
    with open(folder / "errors.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(keys)
        writer.writerows(table)
    with open(folder / "errors.yaml", "w", encoding="utf-8") as file:
        file.write("namespace: scale\nsource: made up\n" + ("" if kind == "named" else "prefix: SCALE\n") + "errors:\n")
        for row in table:
            file.write("- " + "\n  ".join(f"{key}: {text}" for key, text in zip(keys, row)) + "\n")


def measure(kind, rows, errcat, include, compilers, folder):
    write_catalogs(kind, rows, folder)
    header = str(folder / "errors.hpp")
    options = ["--namespace", "scale", "--source", "made up"] + ([] if kind == "named" else ["--prefix", "SCALE"])
    figures = {"kind": kind, "rows": rows}
    runs = 1 if rows == MOST else 3
    generate = [errcat, "generate", str(folder / "errors.csv"), "-o", header, *options]
    figures["CSV s"], figures["CSV MB"] = median_run(generate, runs)
    os.remove(header)
    figures["YAML s"], figures["YAML MB"] = median_run([errcat, "generate", str(folder / "errors.yaml"), "-o", header], runs)
    figures["header MB"] = os.path.getsize(header) / 1e6
    if rows == MOST:
        return figures
    user = folder / "user.cpp"
    user.write_text("#include <errors.hpp>\nbool used(std::string_view code) { return scale::errors.find(code).has_value(); }\n")
    common = ["-std=c++20", "-O2", "-I", include, "-I", str(folder)]
    for compiler in compilers:
        command = [compiler, *common, *WARNINGS, "-c", str(user), "-o", str(folder / "user.o")]
        figures[f"{compiler} s"], figures[f"{compiler} MB"] = median_run(command, runs)
        program = folder / "scale"
        source = pathlib.Path(__file__).with_name("scale.cpp")
        measuring.run([compiler, *common, str(source), "-o", str(program), "-lbenchmark", "-lpthread"])
        command = [program, "--benchmark_repetitions=5", "--benchmark_min_time=0.05", "--benchmark_format=json"]
        printed = subprocess.run(command, check=True, capture_output=True).stdout
        for benchmark in json.loads(printed)["benchmarks"]:
            if benchmark.get("aggregate_name") == "median":
                figures[f"{compiler} {benchmark['run_name']} ns"] = benchmark["cpu_time"]
    return figures


def plot(gnuplot, figures, compilers, svg):
    """Plots every figure against the number of rows."""
    panels = {
        "generating, seconds (dashed: from CSV)": ["YAML s", "CSV s"],
        "generating, MB of memory (dashed: from CSV)": ["YAML MB", "CSV MB"],
        "header, MB": ["header MB"],
        f"compiling, seconds (dashed: {compilers[-1]})": [f"{compiler} s" for compiler in compilers],
        "find, ns": [f"{compilers[0]} find ns"],
        "enumerator to entry, ns": [f"{compilers[0]} enumerator_to_entry ns"],
    }
    settings = [
        "set terminal svg size 960,540 font 'sans-serif,11' background '#ffffff'",
        f"set output '{svg}'",
        "set multiplot layout 2,3",
        "set logscale x; set grid; set key left top; set format x '10^{%L}'; set xrange [100:2000000]",
    ]
    colours = {"dense": "#0072b2", "sparse": "#d55e00", "named": "#009e73"}
    blocks, plots = [], []
    for title, names in panels.items():
        lines = []
        for kind, colour in colours.items():
            for dash, name in enumerate(names, 1):
                points = [(row["rows"], row[name]) for row in figures if row["kind"] == kind and name in row]
                block = f"$block_{len(blocks)}"
                blocks.append(f"{block} << EOD\n" + "".join(f"{x} {y:.6g}\n" for x, y in points) + "EOD")
                key = f"title '{kind}'" if dash == 1 else "notitle"
                lines.append(f"{block} with linespoints pt 7 ps 0.4 dt {dash} lc rgb '{colour}' {key}")
        linear = title.endswith(", ns")
        plots.append(f"set title '{title}'; {'unset' if linear else 'set'} logscale y; set yrange [{'0:*' if linear else '*:*'}]")
        plots.append("plot " + ", ".join(lines))
    subprocess.run([gnuplot], input="\n".join(blocks + settings + plots), text=True, check=True)


def main():
    path, svg, errcat, include, gnuplot, *compilers = sys.argv[1:]
    figures = []
    for rows in (*SIZES, MOST):
        for kind in KINDS:
            with tempfile.TemporaryDirectory() as name:
                figures.append(measure(kind, rows, errcat, include, compilers, pathlib.Path(name)))
            print(f"\n{rows} rows, {kind}:", flush=True)
            for name, figure in figures[-1].items():
                if name not in ("rows", "kind"):
                    print(f"  {figure:10.3g} {name.rsplit(' ', 1)[1]:3} {name.rsplit(' ', 1)[0]}", flush=True)
    measuring.store(path, "scale", figures)
    plot(gnuplot, figures, compilers, svg)


main()
