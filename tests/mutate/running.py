# SPDX-License-Identifier: Apache-2.0
# Runs the tests that reach a change, the fastest of each program first, until one fails. A test that hangs has noticed the change, too.
# Slow tests run only for a change that no faster one reaches; otherwise every change that survives would run all of them.
import concurrent.futures
import itertools
import os
import re
import shutil
import subprocess
import sys
import threading
import time

from building import EXECUTABLES, WORK, executables_for

MEMORY = 6 << 30  # of a process, in bytes; a change may allocate without end
# In its own process namespace and group a changed program cannot signal other processes, and whatever it starts ends
# with it, and with this script.
ALONE = ["setpriv", "--pdeathsig", "KILL", "unshare", "--pid", "--fork", "--kill-child", "--mount-proc", "prlimit",
         f"--as={MEMORY}", "sh", "-c", '"$@"; exit $?', "sh"]
MEASURES_TIME = "the time of reading"  # a test that takes long
TOGETHER = 2  # seconds that tests may take to run in one process

lane = threading.local()
lanes = itertools.count()


def environment(number, reached=None):
    """Each thread has its own folder for the tests' files."""
    if not hasattr(lane, "folder"):
        lane.folder = WORK / "scratch" / str(next(lanes))
        shutil.rmtree(lane.folder, ignore_errors=True)
        lane.folder.mkdir(parents=True)
    return {**os.environ, "ERRCAT_MUTANT": str(number), "ERRCAT_REACHED": str(reached or ""),
            "ERRCAT_SCRATCH": str(lane.folder)}


def passes(executable, names, number, timeout, reached=None):
    """Returns whether the tests pass in time."""
    escaped = [re.sub(r'([\\,\[\]"])', r"\\\1", name) for name in names]
    command = [*ALONE, EXECUTABLES[executable], "-a", ",".join(escaped)]
    try:
        done = subprocess.run(command, env=environment(number, reached), cwd=WORK, timeout=timeout,
                              start_new_session=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL)
        return done.returncode == 0
    except subprocess.TimeoutExpired:
        return False


def workers(function, items):
    """Yields (item, function(item)) as they are done, on all cores."""
    pool = concurrent.futures.ThreadPoolExecutor(os.cpu_count())
    try:
        running = {pool.submit(function, item): item for item in items}
        for future in concurrent.futures.as_completed(running):
            yield running[future], future.result()
    finally:
        pool.shutdown(cancel_futures=True)


class Tests:
    """The tests that pass without a change, with their times and the changes that each reaches."""

    def __init__(self, paths, changes):
        self.times, self.reaching = {}, {}
        if subprocess.run([*ALONE, "true"]).returncode != 0:
            sys.exit("unshare cannot make a process namespace; run mutate.py as root")
        names = []
        for executable in executables_for(paths):
            command = [EXECUTABLES[executable], "--list-test-names-only"]
            listed = subprocess.run(command, capture_output=True, text=True)
            names += [(executable, n) for n in listed.stdout.splitlines() if n and not n.startswith(MEASURES_TIME)]

        def explore(test):
            executable, name = test
            environment(0)
            file = lane.folder.with_suffix(".reached")
            file.write_bytes(bytes(changes + 1))
            begin = time.monotonic()
            good = passes(executable, [name], 0, 300, file)
            return good, time.monotonic() - begin, [i for i, byte in enumerate(file.read_bytes()) if byte]

        for test, (good, seconds, numbers) in workers(explore, names):
            if not good:
                print(f"left out, since it fails without a change: {test[1]}", flush=True)
                continue
            self.times[test] = seconds
            for number in numbers:
                self.reaching.setdefault(number, []).append(test)
        print(f"{len(self.times)} tests; {sum(self.times.values()):.0f} s", flush=True)

    def reached(self, number):
        return number in self.reaching

    def notice(self, number, slow):
        """Returns whether a test notices the change. One that takes `slow` seconds runs if no faster one reaches it."""
        tests = sorted(self.reaching.get(number, []), key=self.times.get)
        tests = [t for t in tests if self.times[t] < slow] or tests
        for batch in self.batches(tests):
            usual = sum(self.times[t] for t in batch)
            if not passes(batch[0][0], [name for _, name in batch], number, 5 + 3 * usual):
                return True
        return False

    def batches(self, tests):
        """Yields tests of one program that run in one process: not too many, since one of them may hang."""
        for executable in EXECUTABLES:
            batch = []
            for test in (t for t in tests if t[0] == executable):
                if batch and sum(self.times[t] for t in [*batch, test]) > TOGETHER:
                    yield batch
                    batch = []
                batch.append(test)
            if batch:
                yield batch
