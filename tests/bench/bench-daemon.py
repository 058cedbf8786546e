#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The daemon with large address books and calendars beside its floors, in one run.

bench-daemon.py AUFAITD AUFAIT READER FOLDER-OF-FLOORS [N [ROUNDS]]

cold     CPU time of the daemon and its readers until N (10000) cards and N events are read, linked
         and planned with; over a scanner with libical and SQLite, which neither links nor plans
start    CPU time of a start when nothing changed; over starting the same libraries and one look at
         every file
change   from the end of the debounce until the nudge of a card, or of an event, is there; among N
         and among N / 10
cpu      CPU time of the daemon, and of it alone, for each of these, from a rest to the next one
first    the first note after a rest: until it is acknowledged, and CPU time; among N and N / 10
agenda   a day and 30 days of events over the socket; over SQLite alone, and beside khal
idle     context switches in 10 s and anonymous memory, after a cold start and after another one;
         over a program that does nothing with the same libraries

Rounds alternate between what is compared, and medians count; a start is compared with the floors
of its own round: a machine that does something else too makes all of a round slower.
"""
import datetime
import importlib
import json
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
programs = importlib.import_module("bench-programs")

YEAR = 2026
NOW = f"{YEAR}-07-01T11:00"
DEBOUNCE = 0.25
CHANGES = 15
IDLE_SECS = 10
RESTS = 5
REST_SECS = 2.5


def generate(folder, what, n):
    subprocess.run([sys.executable, os.path.join(HERE, "gencorpus.py"), what, folder, str(n),
                    "--year", str(YEAR), "--contacts", str(n)], check=True,
                   stderr=subprocess.DEVNULL)
    for entry in os.scandir(folder):
        with open(entry.path, "rb") as file:
            file.read()


def run_cpu(*command, env=None):
    """In ms, of its children too."""
    process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"bench-daemon.py: {' '.join(command)} failed")
    return (usage.ru_utime + usage.ru_stime) * 1e3


class Daemon:
    """A daemon of its own home, with the cards and events of a corpus."""

    def __init__(self, program, reader, corpus):
        self.home = tempfile.mkdtemp(prefix="aufait-bench-home-", dir=corpus)
        self.env = dict(programs.make_environment(self.home), AUFAIT_READER=reader)
        self.path = os.path.join(self.env["XDG_RUNTIME_DIR"], "aufait", "org.aufait")
        self.program = program
        os.makedirs(self.home + "/config/aufait")
        with open(self.home + "/config/aufait/aufait.conf", "w", encoding="utf-8") as file:
            file.write(f"[sources]\ndiscover=false\ncards={corpus}/cards\n"
                       f"calendars={corpus}/events\n")

    def start(self):
        self.process = subprocess.Popen([self.program, "--notifier=none", f"--now={NOW}"],
                                        env=self.env)
        programs.wait_for(self.path)
        while not self.call("ListSources")["settled"]:
            time.sleep(0.1)
        time.sleep(3)

    def stop(self):
        """The CPU time in ms, of its readers too."""
        self.process.terminate()
        _, status, usage = os.wait4(self.process.pid, 0)
        self.process.returncode = os.waitstatus_to_exitcode(status)
        return (usage.ru_utime + usage.ru_stime) * 1e3

    def call(self, method, **parameters):
        return programs.call(self.path, method, **parameters).get("parameters", {})


def put(folder, name, text):
    """As vdirsyncer does; when it was there."""
    path = os.path.join(folder, "tmp" + name)
    with open(path, "w", encoding="utf-8", newline="\r\n") as file:
        file.write(text)
    os.rename(path, os.path.join(folder, name))
    return time.monotonic()


def make_card(number):
    return (f"BEGIN:VCARD\nVERSION:3.0\nUID:bench-{number}\nFN:Quill Bench{number}\n"
            f"EMAIL:quill{number}@bench.example\nBDAY:1980-07-0{1 + number % 5}\nEND:VCARD\n")


def make_event(number):
    return (f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:bench\nBEGIN:VEVENT\nUID:bench-event-{number}\n"
            f"DTSTAMP:20260101T000000Z\nDTSTART:20260702T{8 + number % 10:02}0000Z\n"
            f"DTEND:20260702T{8 + number % 10:02}3000Z\nSUMMARY:Lunch\n"
            f"ATTENDEE:mailto:quill{number}@bench.example\nEND:VEVENT\nEND:VCALENDAR\n")


def open_memory(daemon):
    path = os.path.join(daemon.env["XDG_DATA_HOME"], "aufait", "memory.db")
    return sqlite3.connect(f"file:{path}?mode=ro", uri=True, isolation_level=None)


def follow(memory, folder, name, text):
    """In ms, behind the debounce. The daemon is not asked: who is not known yet is looked for among
    all names, and that would be measured. So would be a count of all nudges."""
    def find_last():
        return memory.execute("SELECT max(id) FROM nudge").fetchone()
    before = find_last()
    began = put(folder, name, text)
    time.sleep(max(0, began + DEBOUNCE - time.monotonic()))
    while find_last() == before:
        if time.monotonic() > began + 30:
            sys.exit("bench-daemon.py: no nudge came of a change")
        time.sleep(0.0001)
    return (time.monotonic() - began - DEBOUNCE) * 1e3


def measure_changes(daemon, corpus):
    memory = open_memory(daemon)
    cards, events = [], []
    for number in range(CHANGES):
        cards.append(follow(memory, corpus + "/cards", f"bench{number}.vcf", make_card(number)))
        time.sleep(0.4)
        events.append(follow(memory, corpus + "/events", f"bench{number}.ics", make_event(number)))
        time.sleep(0.4)
    memory.close()
    return statistics.median(cards), statistics.median(events)


def read_cpu(daemon):
    """In ms, of all threads."""
    folder = f"/proc/{daemon.process.pid}/task"
    total = 0
    for task in os.listdir(folder):
        try:
            with open(f"{folder}/{task}/schedstat", encoding="ascii") as file:
                total += int(file.read().split()[0])
        except OSError:
            pass
    return total / 1e6


def count_cpu(daemon, action):
    """What the action gives, and the CPU time until the daemon rests again."""
    time.sleep(REST_SECS)
    before = read_cpu(daemon)
    value = action()
    time.sleep(REST_SECS)
    return value, read_cpu(daemon) - before


def measure_cpu(daemon, corpus):
    cards, events = [], []
    for number in range(CHANGES, CHANGES + RESTS):
        cards.append(count_cpu(daemon, lambda: put(corpus + "/cards", f"bench{number}.vcf",
                                                   make_card(number)))[1])
        events.append(count_cpu(daemon, lambda: put(corpus + "/events", f"bench{number}.ics",
                                                    make_event(number)))[1])
    return statistics.median(cards), statistics.median(events)


def note(daemon, number):
    began = time.monotonic()
    daemon.call("AddNote", first=f"Bench{number}", text="likes the sea")
    return (time.monotonic() - began) * 1e3


def measure_first(daemon):
    notes = [count_cpu(daemon, lambda: note(daemon, number)) for number in range(RESTS)]
    return tuple(statistics.median(values) for values in zip(*notes))


def tell_pairs(label, large, small, names, unit):
    for name, one, other in zip(names, large, small):
        print(f"{label:8} {one:8.2f} {unit}   {one / other:5.2f} x among a tenth   ({name})",
              flush=True)


def tell(label, unit, value, floor, more=""):
    print(f"{label:8} {value:8.1f} {unit}   {value / floor:5.2f} x the floor of {floor:.1f} {unit}"
          f"   {more}", flush=True)


# --- the agenda --------------------------------------------------------------------------------


def make_floor(folder, events):
    database = sqlite3.connect(os.path.join(folder, "agenda.db"))
    database.execute("CREATE TABLE event (day TEXT, begins TEXT, ends TEXT, what TEXT)")
    database.executemany("INSERT INTO event VALUES (?, ?, ?, ?)",
                         [(e["start"][:10], e["start"], e["end"], json.dumps(e)) for e in events])
    database.execute("CREATE INDEX event_by_day ON event (day, begins)")
    database.commit()
    return database


def time_it(action, rounds=15):
    times = []
    for _ in range(rounds):
        began = time.monotonic()
        action()
        times.append((time.monotonic() - began) * 1e3)
    return statistics.median(times)


def measure_agenda(daemon, client, corpus, n_days):
    first = datetime.date.fromisoformat(NOW[:10])
    last = first + datetime.timedelta(days=n_days - 1)
    span = {"from": str(first), "until": str(last)}
    events = daemon.call("ListEvents", **span)["events"]
    floor = make_floor(tempfile.mkdtemp(dir=corpus), events)
    ours = time_it(lambda: daemon.call("ListEvents", **span))
    bare = time_it(lambda: floor.execute(
        "SELECT * FROM event WHERE day BETWEEN ? AND ? ORDER BY begins",
        (str(first), str(last))).fetchall())
    tell("agenda", "ms", ours, bare, f"({n_days} days, {len(events)} events, "
         f"{ours * 1e3 / max(1, len(events)):.1f} us each)")
    return run_cpu(client, "events", "--from", str(first), "--until", str(last), env=daemon.env)


def measure_khal(daemon, corpus, n_days, ours):
    """What khal has read before is not counted: its first listing is thrown away."""
    conf = os.path.join(daemon.home, "khal.conf")
    with open(conf, "w", encoding="utf-8") as file:
        file.write(f"[calendars]\n[[cal]]\npath = {corpus}/events\ntype = calendar\n[locale]\n"
                   "local_timezone = Europe/Paris\ndefault_timezone = Europe/Paris\n"
                   "timeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
                   "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
                   f"[sqlite]\npath = {daemon.home}/khal.db\n")
    command = ["khal", "-c", conf, "list", NOW[:10], f"{n_days}d"]
    if not os.path.exists(daemon.home + "/khal.db"):
        run_cpu(*command, env=daemon.env)
    theirs = run_cpu(*command, env=daemon.env)
    print(f"khal     {theirs:8.1f} ms CPU of `khal list` for {n_days} days   "
          f"{theirs / ours:5.1f} x `aufait events`", flush=True)


# --- all of it ---------------------------------------------------------------------------------


def measure_idle(daemon, floors, when):
    floor = subprocess.Popen([os.path.join(floors, "idle_floor"), "7", "5"], env=daemon.env,
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(2)
    bare = programs.read_anonymous(floor.pid)
    floor.wait()
    before = programs.read_switches(daemon.process.pid)
    time.sleep(IDLE_SECS)
    switches = max(0, programs.read_switches(daemon.process.pid) - before)
    tell("idle", "KiB", programs.read_anonymous(daemon.process.pid), bare,
         f"({switches} context switches in {IDLE_SECS} s, {when})")


def measure_start(daemon, floors, corpus, rounds):
    starts, ratios = [], []
    for _ in range(rounds):
        floor = run_cpu(os.path.join(floors, "idle_floor"), "5", "0")
        floor += run_cpu(os.path.join(floors, "stat_floor"), corpus + "/cards", corpus + "/events")
        daemon.start()
        starts.append(daemon.stop())
        ratios.append(starts[-1] / floor)
    ours, ratio = statistics.median(starts), statistics.median(ratios)
    tell("start", "ms", ours, ours / ratio, "CPU")


def measure(program, client, reader, floors, root, n, rounds):
    large, small = root + "/large", root + "/small"
    for folder, size in ((large, n), (small, n // 10)):
        generate(folder + "/cards", "contacts", size)
        generate(folder + "/events", "events", size)
    one, other = (Daemon(program, reader, folder) for folder in (large, small))
    floor = statistics.median(
        run_cpu(os.path.join(floors, "index_floor"), large + "/cards", large + "/events",
                root + "/floor.db", f"{YEAR}0101", f"{YEAR + 1}0101") for _ in range(3))
    one.start()
    measure_idle(one, floors, "after a cold start")
    tell("cold", "ms", one.stop(), floor, "CPU")
    measure_start(one, floors, large, rounds)
    one.start()
    measure_idle(one, floors, "after another start")
    other.start()
    tell_pairs("change", measure_changes(one, large), measure_changes(other, small),
               ("card", "event"), "ms p50")
    tell_pairs("cpu", measure_cpu(one, large), measure_cpu(other, small), ("card", "event"), "ms")
    tell_pairs("first", measure_first(one), measure_first(other), ("acknowledged", "CPU"), "ms")
    other.stop()
    for n_days in (1, 30):
        ours = measure_agenda(one, client, large, n_days)
        if shutil.which("khal") is not None:
            measure_khal(one, large, n_days, ours)
    one.stop()


def main():
    program, client, reader, floors = (os.path.abspath(path) for path in sys.argv[1:5])
    n = int(sys.argv[5]) if len(sys.argv) > 5 else 10000
    rounds = int(sys.argv[6]) if len(sys.argv) > 6 else 5
    root = tempfile.mkdtemp(prefix="aufait-bench-")
    try:
        measure(program, client, reader, floors, root, n, rounds)
    finally:
        shutil.rmtree(root)


if __name__ == "__main__":
    main()
