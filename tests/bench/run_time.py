# SPDX-License-Identifier: Apache-2.0
# Prints how many times longer each alternative takes than errcat, from the fastest of Google Benchmark's repetitions,
# since other programs on a machine only slow it down, and then the lines that the benchmarks printed. Usage: run_time.py IN.json RAW.txt RESULTS.json COMPILER
import json
import sys

import measuring

fastest = {}  # in ns, by task and alternative
with open(sys.argv[1], encoding="utf-8") as file:
    for run in json.load(file)["benchmarks"]:
        if run.get("error_occurred"):
            sys.exit(f"{run['name']}: {run['error_message']}")
        if run["run_type"] == "iteration":
            work, peer = run["run_name"].split("/", 1)
            times = fastest.setdefault(work, {})
            times[peer] = min(times.get(peer, run["cpu_time"]), run["cpu_time"])

for work, peers in sorted(fastest.items()):
    print(f"\n{work}: errcat {peers['errcat']:.3g} ns")
    for peer, time in sorted(peers.items(), key=lambda item: item[1]):
        if peer != "errcat":
            print(f"  {time / peers['errcat']:8.2f} x  {peer} ({time:.3g} ns)")
print("\nDebian's Google Benchmark says that it was built as DEBUG. That is true of the library, and not of what it measures.\n")
with open(sys.argv[2], encoding="utf-8") as raw:
    print(raw.read(), end="")
measuring.store(sys.argv[3], f"run time in ns, {sys.argv[4]}", fastest)
