#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading address books and calendars into the index beside its floors, in one run.

bench-index.py BENCH-INDEX READER FOLDER-OF-FLOORS [N [ROUNDS]]

cold     the CPU time of the daemon's part and its readers for N (10000) cards and N events, over a
         hand-written scanner with libical and SQLite; and of khal and khard over that
zones    the same with a VTIMEZONE in every file, over without
start    the CPU time of a start when nothing changed, over starting the same libraries and one
         look at every file
change   from the end of the debounce to the signal, among N and among N / 10

Rounds alternate between what is compared; a ratio is the median of those of each round: a machine
that does something else too makes all of a round slower.
"""
import os
import shutil
import statistics
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
YEAR = 2026


def run(*command, env=None):
    """The CPU time in ms, of its children too, and what it printed."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=env,
                               stderr=subprocess.DEVNULL if env else None)
    printed = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"bench-index.py: {' '.join(command)} failed")
    return (usage.ru_utime + usage.ru_stime) * 1e3, printed


def read_numbers(printed):
    return {name: float(value) for name, value in map(str.split, printed.splitlines())}


def compare(ours, floor):
    return statistics.median(one / other for one, other in zip(ours, floor))


class Bench:
    def __init__(self, program, reader, floors, root, n):
        self.program, self.reader, self.floors, self.root, self.n = program, reader, floors, root, n
        self.cards = self.generate("contacts", "cards", n)
        self.events = self.generate("events", "events", n, "--contacts", str(n))
        self.bare = self.generate("events", "bare", n, "--contacts", str(n), "--no-vtimezone")

    def generate(self, what, name, n, *options):
        folder = os.path.join(self.root, name)
        subprocess.run([sys.executable, os.path.join(HERE, "gencorpus.py"), what, folder, str(n),
                        "--year", str(YEAR), *options], check=True, stderr=subprocess.DEVNULL)
        for entry in os.scandir(folder):
            with open(entry.path, "rb") as file:
                file.read()
        return folder

    def measure(self, mode, events):
        return run(self.program, mode, self.reader, self.root, self.cards, events)

    def measure_floor(self, events):
        return run(os.path.join(self.floors, "index_floor"), self.cards, events,
                   os.path.join(self.root, "floor.db"), f"{YEAR}0101", f"{YEAR + 1}0101")[0]

    def measure_cold(self, rounds):
        floor, with_zones, without = [], [], []
        for _ in range(rounds):
            floor.append(self.measure_floor(self.events))
            without.append(self.measure("cold", self.bare)[0])
            cpu, printed = self.measure("cold", self.events)
            with_zones.append(cpu)
        numbers = read_numbers(printed)
        cold = statistics.median(with_zones)
        print(f"cold    {cold:8.0f} ms CPU   {compare(with_zones, floor):5.2f} x the floor of "
              f"{statistics.median(floor):.0f} ms   ({numbers['cards']:.0f} cards, "
              f"{numbers['occurrences']:.0f} occurrences, {numbers['anonymous']:.0f} KiB after)")
        print(f"zones   {cold:8.0f} ms CPU   {compare(with_zones, without):5.2f} x without a "
              "VTIMEZONE")
        return cold

    def measure_start(self, rounds):
        start, libraries, look = [], [], []
        for _ in range(4 * rounds):
            libraries.append(run(os.path.join(self.floors, "idle_floor"), "5", "0")[0])
            look.append(run(os.path.join(self.floors, "stat_floor"), self.cards, self.events)[0])
            start.append(self.measure("start", self.events)[0])
        floor = [sum(pair) for pair in zip(libraries, look)]
        print(f"start   {statistics.median(start):8.1f} ms CPU   {compare(start, floor):5.2f} x the "
              f"floor of {statistics.median(floor):.1f} ms   ({statistics.median(libraries):.1f} to "
              f"start, {statistics.median(look):.1f} to look)")

    def measure_changes(self):
        large, small = (read_numbers(run(self.program, "changes", self.reader, str(n))[1])
                        for n in (self.n, self.n // 10))
        print(f"change  {large['p50']:8.2f} ms p50   {large['p50'] / small['p50']:5.2f} x among a "
              f"tenth   (p90 {large['p90']:.2f} ms)")

    def measure_others(self, cold):
        """khal and khard, where they are installed."""
        if shutil.which("khal") is None or shutil.which("khard") is None:
            return
        env = dict(os.environ, HOME=self.root, XDG_CONFIG_HOME=self.root, LC_ALL="C.UTF-8",
                   XDG_DATA_HOME=self.root, XDG_CACHE_HOME=self.root)
        khal, khard = (os.path.join(self.root, name) for name in ("khal.conf", "khard.conf"))
        with open(khal, "w", encoding="utf-8") as file:
            file.write(f"[calendars]\n[[cal]]\npath = {self.events}\ntype = calendar\n[locale]\n"
                       "local_timezone = Europe/Paris\ndefault_timezone = Europe/Paris\n"
                       "timeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
                       "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
                       f"[sqlite]\npath = {self.root}/khal.db\n")
        with open(khard, "w", encoding="utf-8") as file:
            file.write(f"[addressbooks]\n[[book]]\npath = {self.cards}\n[general]\neditor = true\n"
                       "merge_editor = true\n")
        others = (run("khal", "-c", khal, "list", f"{YEAR}-03-02", "1d", env=env)[0],
                  run("khard", "-c", khard, "list", env=env)[0])
        print(f"others  {sum(others):8.0f} ms CPU   {sum(others) / cold:5.1f} x ours   "
              f"(khal {others[0]:.0f}, khard {others[1]:.0f})")


def main():
    program, reader, floors = (os.path.abspath(path) for path in sys.argv[1:4])
    n = int(sys.argv[4]) if len(sys.argv) > 4 else 10000
    rounds = int(sys.argv[5]) if len(sys.argv) > 5 else 5
    root = tempfile.mkdtemp(prefix="aufait-bench-")
    try:
        bench = Bench(program, reader, floors, root, n)
        cold = bench.measure_cold(rounds)
        bench.measure_start(rounds)
        bench.measure_changes()
        bench.measure_others(cold)
    finally:
        shutil.rmtree(root)


if __name__ == "__main__":
    main()
