# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the daemon answers all the time, whatever else it does."""

import statistics
import threading
import time

from harness import is_sanitized

LIMIT_SECS = 0.5 if is_sanitized() else 0.1
"""What an answer may take; sanitizers make all of it several times slower."""

class Pulse:
    """Asks for the status all the time, and keeps how long each answer took."""

    def __init__(self, home):
        self.home, self.took, self.failure = home, [], None
        self.is_ending = threading.Event()
        self.thread = threading.Thread(target=self.run)

    def run(self):
        try:
            while not self.is_ending.wait(0.005):
                begun = time.monotonic()
                self.home.call("org.aufait.Status")
                self.took.append(time.monotonic() - begun)
        except Exception as error:  # pylint: disable=broad-except
            self.failure = error

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *error):
        self.is_ending.set()
        self.thread.join()

    def check(self):
        """In 100 ms. Others use the machine too: one answer, and one in fifty, may be late, none by much."""
        assert self.failure is None, self.failure
        took = sorted(self.took)
        assert statistics.median(took) < LIMIT_SECS, took[-10:]
        assert took[-2 - len(took) // 50] < LIMIT_SECS, took[-10:]
        assert took[-1] < 10 * LIMIT_SECS, took[-10:]
