# SPDX-License-Identifier: Apache-2.0
# The example server under load: 64 connections, random requests that it refuses, every body looked at, its memory
# watched; then it is ended in the middle of requests. `long_load.py BUILD SECONDS`, needs wrk.
import http.client
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time

CONNECTIONS = 64
REQUESTS = [  # method, path, body
    ("POST", "/v2/cloudimages/action", '{"name":"web","instance_id":"stopped","type":"imagetype"}'),
    ("POST", "/v2/cloudimages/action", '{"name":"web","instance_id":"running"}'),
    ("POST", "/v2/cloudimages/action", '{"name":"web","instance_id":"none"}'),
    ("POST", "/v2/cloudimages/action", '{"name":"%s","instance_id":"stopped"}' % ("w" * 200)),
    ("POST", "/v2/cloudimages/action", "no JSON"),
    ("POST", "/v2/cloudimages/action", '{"name":"\\u0001\\"","instance_id":"stopped"}'),
    ("DELETE", "/v2/images/none", ""),
]


def ask(connection, method, path, body):
    connection.request(method, path, body or None, {"X-Auth-Token": "token-a"})
    response = connection.getresponse()
    return response.status, response.read().decode()


def resident_kb(process):
    return int(re.search(r"VmRSS:\s+(\d+)", pathlib.Path(f"/proc/{process.pid}/status").read_text())[1])


def load(process, address, expected, seconds):
    """wrk's report, and the memory of the server every tenth of the time."""
    script = pathlib.Path(__file__).with_name("long_load.lua")
    command = ["wrk", "-t", "1", "-c", str(CONNECTIONS), "-d", f"{seconds}s", "-s", str(script), f"http://{address}"]
    wrk = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ | {"EXPECTED": expected})
    memory = []
    for _ in range(10):
        time.sleep(seconds / 10.5)
        memory.append(resident_kb(process))
    return wrk.communicate()[0], memory


def end_in_the_middle(process, address, answers):
    """SIGTERM while clients ask: how many answers were whole and right, and how many were not."""
    counts = {"right": 0, "wrong or cut short": 0, "refused": 0}
    lock = threading.Lock()
    begun = threading.Barrier(CONNECTIONS + 1)

    def client(number):
        begun.wait()
        while True:
            try:
                connection = http.client.HTTPConnection(address, timeout=10)
                connection.connect()
            except OSError:
                return  # the server listens no more
            try:
                status, body = ask(connection, *REQUESTS[number % len(REQUESTS)])
                outcome = "right" if 400 <= status < 500 and body == answers[number % len(REQUESTS)] else "wrong or cut short"
            except (http.client.IncompleteRead, http.client.BadStatusLine) as error:
                outcome = "refused" if isinstance(error, http.client.RemoteDisconnected) else "wrong or cut short"
            except OSError:
                outcome = "refused"  # not taken up when the server ended
            finally:
                connection.close()
            with lock:
                counts[outcome] += 1

    clients = [threading.Thread(target=client, args=(number,)) for number in range(CONNECTIONS)]
    for thread in clients:
        thread.start()
    begun.wait()
    time.sleep(2)
    process.send_signal(signal.SIGTERM)
    status = process.wait(timeout=30)
    for thread in clients:
        thread.join()
    return counts, status


def main():
    build, seconds = pathlib.Path(sys.argv[1]), int(sys.argv[2])
    # The log is written, as it is in use, and not kept: it would be a gigabyte.
    with tempfile.TemporaryDirectory() as folder, open(os.devnull, "w") as log:
        process = subprocess.Popen([build / "tests/ims_server/ims_server"], stdout=subprocess.PIPE, stderr=log, text=True)
        try:
            address = process.stdout.readline().strip().removeprefix("http://")
            answers = [ask(http.client.HTTPConnection(address), *request)[1] for request in REQUESTS]
            expected = pathlib.Path(folder) / "expected"
            expected.write_text("".join("\t".join([*request, answer]) + "\n" for request, answer in zip(REQUESTS, answers)))
            report, memory = load(process, address, str(expected), seconds)
            print(report + "memory in KB: " + " ".join(map(str, memory)))
            counts, status = end_in_the_middle(process, address, answers)
            print(f"ended in the middle, status {status}: {counts}")
        finally:
            process.kill()
            process.wait()
    right = (
        "wrong answers: 0\n" in report
        and "Socket errors" not in report
        and memory[-1] <= memory[4] * 1.05  # by half of the time all buffers have been in use
        and status == 0
        and counts["wrong or cut short"] == 0
        and counts["right"] > 0
    )
    print("passed" if right else "failed")
    return 0 if right else 1


sys.exit(main())
