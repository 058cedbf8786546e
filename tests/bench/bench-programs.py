#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real programs beside their floors, in one run: ratios of medians.

bench-programs.py AUFAITD AUFAIT FOLDER-OF-FLOORS [IDLE-SECONDS]

note    a note, acknowledged: on disk, understood, its nudges planned; over a row a transaction in
        SQLite with synchronous=FULL on the same file system
first   the first note after a rest, as each is that a person types: CPU time of the daemon
call    one call with an answer of about 1 KB; over an echo server of GIO and json-glib
client  the CPU time of `aufait` as a whole process; over a minimal GIO client
idle    context switches in IDLE-SECONDS (10) with everything loaded, and anonymous memory over
        that of a program that does nothing with the same libraries
"""
import json
import os
import resource
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 5


def main():
    daemon, client, floors = (os.path.abspath(path) for path in sys.argv[1:4])
    seconds = int(sys.argv[4]) if len(sys.argv) > 4 else 10
    home = tempfile.mkdtemp(prefix="aufait-bench-")
    try:
        measure(daemon, client, floors, home, seconds)
    finally:
        shutil.rmtree(home)


def make_environment(home):
    runtime = os.path.join(home, "run")
    os.mkdir(runtime, 0o700)
    return dict(os.environ, HOME=home, XDG_RUNTIME_DIR=runtime, XDG_DATA_HOME=home + "/data",
                XDG_CONFIG_HOME=home + "/config", XDG_CACHE_HOME=home + "/cache",
                LC_ALL="C.UTF-8", TZ="Europe/Paris")


def wait_for(path):
    deadline = time.monotonic() + 10
    while True:
        probe = socket.socket(socket.AF_UNIX)
        try:
            probe.connect(path)
            return
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.01)
        finally:
            probe.close()


def call(path, method, **parameters):
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(path)
        connection.sendall(json.dumps({"method": "org.aufait." + method,
                                       "parameters": parameters}).encode() + b"\0")
        data = b""
        while not data.endswith(b"\0"):
            data += connection.recv(65536)
    return json.loads(data[:-1])


def fill(path):
    """People and notes, so that answers have their size and the planner its work."""
    for i in range(200):
        call(path, "AddPerson", name=f"Ada Number{i}", emails=[f"ada{i}@example.org"])
    for i in range(2000):
        call(path, "AddNote", who=f"ada{i % 200}@example.org",
             text=f"exam on {1 + i % 28} March, likes chess")
    for i in range(5):
        call(path, "AddNote", who="ada7@example.org", text="was glad to hear from me")


def medians(samples):
    return statistics.median(samples)


def pair(label, unit, one, floor):
    ratio = medians(one) / medians(floor)
    print(f"{label:8} {medians(one):9.1f} {unit}  floor {medians(floor):9.1f} {unit}"
          f"  ratio {ratio:5.2f}", flush=True)


def time_requests(tool, path, count, request):
    out = subprocess.run([tool, "call", path, str(count), json.dumps(request)],
                         check=True, capture_output=True, text=True).stdout.split()
    return float(out[0]), float(out[1])


def measure_notes(tool, path, home):
    request = {"method": "org.aufait.AddNote",
               "parameters": {"who": "ada#@example.org", "text": "off to Crete 10-20 August"}}
    ours, floor = [], []
    for round_number in range(ROUNDS):
        ours.append(time_requests(tool, path, 200, request)[0])
        folder = os.path.join(home, f"floor{round_number}")
        os.mkdir(folder)
        out = subprocess.run([tool, "sqlite", folder, "200"], check=True, capture_output=True,
                             text=True).stdout.split()
        floor.append(float(out[0]))
    pair("note", "us", ours, floor)


def read_cpu(pid):
    """What it ran, in us; unlike its ticks it is counted when another program runs too."""
    total = 0
    for task in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{task}/schedstat", encoding="ascii") as line:
            total += int(line.read().split()[0]) / 1e3
    return total


def measure_first(path, pid):
    first, second = [], []
    for _ in range(ROUNDS):
        time.sleep(1.8)
        for samples in (first, second):
            before = read_cpu(pid)
            call(path, "AddNote", who="ada5@example.org", text="off to Crete 10-20 August")
            samples.append(read_cpu(pid) - before)
    print(f"first    {medians(first):9.1f} us CPU   then  {medians(second):9.1f} us", flush=True)


def measure_calls(tool, path, echo):
    request = {"method": "org.aufait.About", "parameters": {"who": "ada7@example.org"}}
    small = {"method": "org.aufait.Status"}
    ours, floor, worst, status = [], [], [], []
    for _ in range(ROUNDS):
        p50, p99 = time_requests(tool, path, 2000, small)
        status.append(p50)
        worst.append(p99)
        ours.append(time_requests(tool, path, 500, request)[0])
        floor.append(time_requests(tool, echo, 2000, {"method": "x.y.Find"})[0])
    pair("call", "us", status, floor)
    print(f"         99th percentile of status {max(worst):.1f} us")
    pair("about", "us", ours, floor)


def cpu_of(command, env):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, env=env, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return ((after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)) * 1e6


def measure_client(client, floors, env, echo):
    ours, floor = [], []
    for _ in range(100):
        ours.append(cpu_of([client, "--json", "status"], env))
        floor.append(cpu_of([os.path.join(floors, "client_gio"), echo], env))
    pair("client", "us", ours, floor)


def read_anonymous(pid):
    with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as lines:
        return next(int(line.split()[1]) for line in lines if line.startswith("Anonymous"))


def read_switches(pid):
    total = 0
    for task in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{task}/status", encoding="ascii") as lines:
            total += sum(int(line.split()[1]) for line in lines if "ctxt_switches" in line)
    return total


def measure_idle(pid, floors, env, seconds):
    floor = subprocess.Popen([os.path.join(floors, "idle_floor"), "7", str(seconds + 5)], env=env,
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(2)
    before = read_switches(pid)
    time.sleep(seconds)
    print(f"idle     {read_switches(pid) - before} context switches in {seconds} s")
    pair("memory", "KiB", [read_anonymous(pid)], [read_anonymous(floor.pid)])
    floor.wait()


def measure(daemon, client, floors, home, seconds):
    env = make_environment(home)
    path = os.path.join(env["XDG_RUNTIME_DIR"], "aufait", "org.aufait")
    echo = os.path.join(home, "echo")
    tool = os.path.join(floors, "bench-socket")
    servers = [subprocess.Popen([daemon, "--notifier=none", "--now=2026-07-01T09:00"], env=env),
               subprocess.Popen([os.path.join(floors, "echo_gio"), echo, "600", "--json"])]
    try:
        wait_for(path)
        wait_for(echo)
        fill(path)
        measure_notes(tool, path, home)
        measure_first(path, servers[0].pid)
        measure_calls(tool, path, echo)
        measure_client(client, floors, env, echo)
        measure_idle(servers[0].pid, floors, env, seconds)
    finally:
        for server in servers:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    main()
