# SPDX-License-Identifier: GPL-3.0-or-later
"""A hundred thousand files; more at once than the kernel tells of; and one that never rests."""

import os
import signal
import threading
import time

import pytest
from harness import wait_until

NOW = "2026-06-01T08:00"
SCAN_SECS = 300
"""What the slowest machine may take for all files, with sanitizers."""

N_FILES, N_BURST = 100_000, 40_000

EVENT = ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:{0}\nSUMMARY:{0}\nDTSTART:202606{1:02}T100000Z\nEND:VEVENT\n"
         "END:VCALENDAR\n")
CARD = "BEGIN:VCARD\nVERSION:3.0\nUID:{0}\nFN:Ana {0}\nEND:VCARD\n"


@pytest.fixture
def folders(home):
    os.makedirs(home.file(".config", "aufait"))
    with open(home.file(".config", "aufait", "aufait.conf"), "w", encoding="utf-8") as f:
        f.write("[sources]\ndiscover=false\ncards=~/cards\ncalendars=~/agenda\n")
    for name in ("cards", "agenda"):
        os.mkdir(home.file(name))
    # Freed memory that a sanitizer keeps is none of the daemon's.
    options = os.environ.get("ASAN_OPTIONS", "")
    home.env["ASAN_OPTIONS"] = f"{options}:quarantine_size_mb=1:malloc_context_size=2"
    return home


def make_events(home, name, count):
    """Small files, as fast as it goes."""
    folder = os.open(home.file("agenda"), os.O_RDONLY | os.O_DIRECTORY)
    for n in range(count):
        fd = os.open(f"{name}{n}.ics", os.O_WRONLY | os.O_CREAT, 0o600, dir_fd=folder)
        os.write(fd, EVENT.format(f"{name}{n}", n % 30 + 1).encode())
        os.close(fd)
    os.close(folder)


def remove_events(home, name, count):
    folder = os.open(home.file("agenda"), os.O_RDONLY | os.O_DIRECTORY)
    for n in range(count):
        os.unlink(f"{name}{n}.ics", dir_fd=folder)
    os.close(folder)


def wait_for_events(home, count):
    wait_until(lambda: home.call("org.aufait.GetStatus")["parameters"]["events"] == count,
               f"{count} events are known", SCAN_SECS)


def anonymous_kib(daemon):
    """Of the daemon alone: its readers end when they have nothing to do."""
    with open(f"/proc/{daemon.process.pid}/smaps_rollup", encoding="ascii") as f:
        return next(int(line.split()[1]) for line in f if line.startswith("Anonymous:"))


def test_a_hundred_thousand_files(folders):
    n_cards = N_FILES // 20
    for n in range(n_cards):
        with open(folders.file("cards", f"{n}.vcf"), "w", encoding="utf-8") as f:
            f.write(CARD.format(n))
    make_events(folders, "a", N_FILES - n_cards)
    daemon = folders.start(now=NOW, notifier="none")
    wait_for_events(folders, N_FILES - n_cards)
    wait_until(lambda: len(folders.ask("find", "Ana 17")["people"]) > 0, "cards are known")
    begun = anonymous_kib(daemon)

    # More than the kernel keeps for one who does not listen: it says that there was more.
    os.kill(daemon.process.pid, signal.SIGSTOP)
    make_events(folders, "b", N_BURST)
    os.kill(daemon.process.pid, signal.SIGCONT)
    wait_for_events(folders, N_FILES - n_cards + N_BURST)
    remove_events(folders, "b", N_BURST)
    wait_for_events(folders, N_FILES - n_cards)
    assert anonymous_kib(daemon) < begun * 1.25 + 8 * 1024, (begun, anonymous_kib(daemon))
    assert begun < 160 * 1024
    daemon.stop()

    # Nothing changed: it is all known at once.
    daemon = folders.start(now=NOW, notifier="none")
    wait_for_events(folders, N_FILES - n_cards)
    assert anonymous_kib(daemon) < begun
    daemon.stop()


# --- one file --------------------------------------------------------------------------------


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
    wait_for_events(folders, 1)

    def storm():
        begun = time.monotonic()
        for number in range(1, 2501):
            write(path, number)
            # A thousand a second.
            time.sleep(max(0, begun + number / 1000 - time.monotonic()))

    writer = threading.Thread(target=storm)
    writer.start()
    seen = set()
    deadline = time.monotonic() + 60
    while "v002500" not in seen:
        assert time.monotonic() < deadline, sorted(seen)
        (event,) = folders.ask("events", "--from", "2026-06-01", "--until", "2026-06-01")["events"]
        assert event["summary"] == event["location"], event
        seen.add(event["summary"])
    writer.join()
    assert folders.ask("status")["problems"] == []
