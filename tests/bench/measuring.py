# SPDX-License-Identifier: Apache-2.0
# What the measurements share: the cost of a command, and the one file that they write, bench.json.
import json
import os
import sys


def run(command):
    """Seconds of user and system time, and the largest memory in MB, of a command and what it starts."""
    pid = os.posix_spawnp(command[0], command, os.environ)
    _, status, usage = os.wait4(pid, 0)
    if status != 0:
        sys.exit("failed: " + " ".join(command))
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def store(path, section, value):
    """Replaces a section, and leaves the others."""
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
