# SPDX-License-Identifier: GPL-3.0-or-later
"""One file that never rests: its last state is the one that is known, and no half of any."""

import os
import threading
import time

import pytest
from harness import wait_until

NOW = "2026-06-01T08:00"


@pytest.fixture
def folders(in_memory, home):
    home.configure("[sources]\ndiscover=false\ncalendars=~/agenda\n")
    os.mkdir(home.file("agenda"))
    return home


def versions(number):
    """The same number everywhere: two halves that are not of one version show."""
    return ("BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:one\n" f"SUMMARY:v{number:06}\n",
            f"LOCATION:v{number:06}\nDTSTART:20260601T100000Z\nEND:VEVENT\nEND:VCALENDAR\n")


def by_rename(path, number):
    with open(path + ".new", "w", encoding="ascii") as f:
        f.write("".join(versions(number)))
    os.rename(path + ".new", path)


def in_place(path, number):
    with open(path, "w", encoding="ascii") as f:
        f.write("".join(versions(number)))


def in_halves(path, number):
    """Over what was there, with a moment between."""
    fd = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
    for half in versions(number):
        os.write(fd, half.encode())
        time.sleep(0.0003)
    os.close(fd)


@pytest.mark.parametrize("write", [by_rename, in_place, in_halves])
def test_a_file_that_never_rests_is_never_half_seen(folders, write):
    path = folders.file("agenda", "one.ics")
    write(path, 0)
    folders.start(now=NOW, notifier="none")
    wait_until(lambda: folders.ask("status")["events"] == 1, "the event is known")

    # A writer that the machine keeps from going on, as long as a file may rest, leaves half of one.
    held_up, halves = [], []

    def storm():
        begun = time.monotonic()
        for number in range(1, 2501):
            before = time.monotonic()
            write(path, number)
            if time.monotonic() - before > 0.08:
                held_up.append(number)
            # A thousand a second.
            time.sleep(max(0, begun + number / 1000 - time.monotonic()))

    writer = threading.Thread(target=storm)
    writer.start()
    seen = set()
    deadline = time.monotonic() + 60
    while "v002500" not in seen:
        assert time.monotonic() < deadline, sorted(seen)
        events = folders.events("2026-06-01", "2026-06-01")
        if len(events) != 1 or events[0]["summary"] != events[0]["location"]:
            halves.append(events)
        else:
            seen.add(events[0]["summary"])
    writer.join()
    assert not halves or (held_up and write is not by_rename), halves
    assert folders.ask("status")["problems"] == []
