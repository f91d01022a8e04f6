# SPDX-License-Identifier: Apache-2.0
# The one file that the measurements write, bench.json: a section for each of them.
import json
import os


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
