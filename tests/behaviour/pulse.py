# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the daemon answers all the time, whatever else it does."""

import threading
import time

from harness import is_sanitized

FACTOR = 5 if is_sanitized() else 1
"""Sanitizers make all of it several times slower: so many times what is held to the clock may take."""

LIMIT_SECS = 0.1 * FACTOR
"""What an answer may take."""


class Beat(threading.Thread):
    """Does something every few milliseconds, and keeps what came of it."""

    def __init__(self, what):
        super().__init__()
        self.what, self.beats, self.failure = what, [], None
        self.is_ending = threading.Event()

    def run(self):
        try:
            while not self.is_ending.wait(0.005):
                self.beats.append(self.what())
        except Exception as error:  # pylint: disable=broad-except
            self.failure = error

    def end(self):
        self.is_ending.set()
        self.join()


class Pulse:
    """Asks for the status all the time, and keeps how long each answer took. Beside it, it looks at
    what the daemon does: while it wants to run and may not, the machine is late, and not the daemon."""

    def __init__(self, home):
        self.home, self.pid = home, home.daemons[-1].process.pid
        self.asking, self.looking = Beat(self.ask), Beat(self.look)

    def ask(self):
        begun = time.monotonic()
        self.home.call("org.aufait.Status")
        return begun, time.monotonic() - begun

    def look(self):
        """(when, whether it runs or wants to, what it has run so far, in seconds)"""
        with open(f"/proc/{self.pid}/stat", "rb") as f:
            state = f.read().rsplit(b")", 1)[1].split()[0]
        # The clock of another process: clock_getcpuclockid(3).
        return time.monotonic(), state == b"R", time.clock_gettime((~self.pid << 3) | 2)

    @property
    def took(self):
        return [took for _, took in self.asking.beats]

    @property
    def failure(self):
        return self.asking.failure or self.looking.failure

    def __enter__(self):
        self.looking.start()
        self.asking.start()
        return self

    def __exit__(self, *error):
        self.asking.end()
        self.looking.end()

    def held_up(self, begun, until):
        """For how long between two instants the machine ran others in its place."""
        looks = self.looking.beats
        return sum(max(0, min(at, until) - max(before, begun) - (ran - ran_before))
                   for (before, wanted, ran_before), (at, wants, ran) in zip(looks, looks[1:])
                   if begun < at and before < until and (wanted or wants))

    def check(self):
        """Each answer came in time."""
        assert self.failure is None, self.failure
        assert self.took
        late = [(took, held_up) for begun, took in self.asking.beats if took > LIMIT_SECS
                and took - (held_up := self.held_up(begun, begun + took)) > LIMIT_SECS]
        assert not late, late
