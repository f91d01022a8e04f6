# SPDX-License-Identifier: Apache-2.0
# Mutation testing: makes small changes, one at a time, of all code in include/ and tools/ and reports each change that
# no test notices. All changes are compiled into one program (build/mutate), and an environment variable chooses one;
# what has to be chosen when compiling is compiled again. `mutate.py [COUNT [SEED [FOLDER]]]` makes COUNT changes chosen
# at random, or all, of the files in one folder or in both. Needs Catch2 2. Exit status 1 if a change survives for which
# same_answers.py has no reason.
import collections
import random
import sys

sys.dont_write_bytecode = True

from building import build
from recompiling import TABLE, change_of_constant_is_noticed, change_of_table_is_noticed, changes_of_table, prepare
from running import Tests, workers
from same_answers import reason_for


def print_row(name, made, seen):
    print(f"{name:40} {made:4} {seen:7} {100 * seen / max(made, 1):5.1f}%", flush=True)


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else None
    rng = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    folder = sys.argv[3] if len(sys.argv) > 3 else ""
    files = build(folder)
    prepare()
    all_changes = [(f, p, p.first + i) for f in files for p in f.places for i in range(len(p.descriptions))]
    chosen = all_changes
    if count is not None:
        chosen = sorted(rng.sample(all_changes, min(count, len(all_changes))), key=lambda change: change[2])
    print(f"{len(all_changes)} changes of {len(files)} files; {len(chosen)} are made", flush=True)
    tests = Tests(folder, max(f.next for f in files))

    def is_noticed(change):
        file, place, number = change
        if tests.notice(number):
            return True
        may_be_constant = place.is_constant and file.name.startswith("include/")
        return may_be_constant and change_of_constant_is_noticed(number)

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

    if not folder.startswith("tools"):
        data = changes_of_table(rng, 400 if count is None else count // 10)
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
