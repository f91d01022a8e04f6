# SPDX-License-Identifier: Apache-2.0
# Shared by the benchmarks: measures a command, and stores results in bench.json.
import json
import os
import sys


def run(command):
    """Returns the CPU seconds and the peak memory in MB of a command and its children."""
    pid = os.posix_spawnp(command[0], command, os.environ)
    _, status, usage = os.wait4(pid, 0)
    if status != 0:
        sys.exit("failed: " + " ".join(command))
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def store(path, section, value):
    """Replaces one section of the file."""
    try:
        with open(path, encoding="utf-8") as file:
            results = json.load(file)
    except FileNotFoundError:
        results = {}
    results[section] = value
    with open(path + ".new", "w", encoding="utf-8") as file:
        json.dump(results, file, indent=1)
        file.write("\n")
    os.replace(path + ".new", path)
