# SPDX-License-Identifier: Apache-2.0
# Mutation testing: makes small changes, one at a time, of all code in include/ and tools/ and reports each change that
# no test notices. All changes are compiled into one program (build/mutate), and an environment variable chooses one;
# what has to be chosen when compiling is compiled again. Needs root and Catch2 2. Exit status 1 if a change survives for
# which same_answers.py has no reason.
import argparse
import collections
import pathlib
import random
import re
import sys

sys.dont_write_bytecode = True

from building import build
from recompiling import TABLE, change_of_constant_is_noticed, change_of_table_is_noticed, changes_of_table, prepare
from running import Tests, workers
from same_answers import reason_for


def print_row(name, made, seen):
    print(f"{name:40} {made:4} {seen:7} {100 * seen / max(made, 1):5.1f}%", flush=True)


def arguments():
    parser = argparse.ArgumentParser(description="Makes small changes, and reports those that no test notices.")
    parser.add_argument("paths", nargs="*", default=["include", "tools"],
                        help="files to change, and folders (default: include and tools)")
    chosen = parser.add_mutually_exclusive_group()
    chosen.add_argument("--count", type=int, help="make so many changes, chosen at random")
    chosen.add_argument("--again", metavar="OUTPUT", type=pathlib.Path,
                        help="make the changes that survived an earlier run, of which this is the output")
    parser.add_argument("--seed", type=int, default=1, help="of the random choice")
    parser.add_argument("--slow", type=float, default=2, metavar="SECONDS",
                        help="run a test that takes so long only if no faster one reaches the change (default: 2)")
    return parser.parse_args()


def without_line(description):
    return re.sub(r":\d+: ", ": ", description, count=1)


def survivors_in(output):
    """Returns the descriptions of the changes that survived, without the number of the line."""
    found = re.findall(r"^survived: (.*\n  .*?)(?: \(no test reaches it\))?\n", output, re.MULTILINE)
    return {without_line(description) for description in found}


def main():
    options = arguments()
    rng = random.Random(options.seed)
    files = build(options.paths)
    prepare()
    all_changes = [(f, p, p.first + i) for f in files for p in f.places for i in range(len(p.descriptions))]
    chosen = all_changes
    if options.count is not None:
        sample = rng.sample(all_changes, min(options.count, len(all_changes)))
        chosen = sorted(sample, key=lambda change: change[2])
    elif options.again:
        earlier = survivors_in(options.again.read_text(encoding="utf-8"))
        chosen = [c for c in all_changes if without_line(c[0].describe(*c[1:])) in earlier]
    print(f"{len(all_changes)} changes of {len(files)} files; {len(chosen)} are made", flush=True)
    tests = Tests(options.paths, max(f.next for f in files))

    def is_noticed(change):
        file, place, number = change
        if tests.notice(number, options.slow):
            return True
        is_only_constant = place.is_constant and file.name.startswith("include/") and not tests.reached(number)
        return is_only_constant and change_of_constant_is_noticed(number)

    left = collections.Counter(file.name for file, _, _ in chosen)
    totals, unexplained = {}, 0
    for (file, place, number), noticed in workers(is_noticed, chosen):
        made, seen = totals.get(file.name, (0, 0))
        totals[file.name] = (made + 1, seen + bool(noticed))
        left[file.name] -= 1
        if not noticed:
            reason = reason_for(file.describe(place, number))
            unexplained += reason is None
            reached = "" if tests.reached(number) else " (no test reaches it)"
            print(f"survived: {file.describe(place, number)}{reached}\n  {reason or 'unexplained'}", flush=True)
        if left[file.name] == 0:
            print_row(file.name, *totals[file.name])

    if "include" in options.paths and not options.again:
        data = changes_of_table(rng, 400 if options.count is None else options.count // 10)
        seen = sum(noticed for _, noticed in workers(change_of_table_is_noticed, data))
        totals[TABLE] = (len(data), seen)
        unexplained += len(data) - seen

    print(f"\n{'file':40} made noticed")
    for name, (made, seen) in sorted(totals.items()):
        print_row(name, made, seen)
    print_row("all", *(sum(column) for column in zip(*totals.values())))
    print(f"{unexplained} survivors are unexplained")
    sys.exit(unexplained != 0)


main()
