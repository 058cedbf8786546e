# SPDX-License-Identifier: GPL-3.0-or-later
"""A hundred thousand files, and more at once than the kernel tells of."""

import datetime
import os
import signal
import statistics

import pytest
from harness import is_sanitized, wait_until
from pulse import LIMIT_SECS, Pulse

NOW = "2026-06-01T08:00"
SCAN_SECS = 300
"""What the slowest machine may take for all files, with sanitizers."""

# With sanitizers a tenth of them; more than the 16,384 changes that the kernel keeps all the same.
N_FILES, N_BURST = (10_000, 20_000) if is_sanitized() else (100_000, 40_000)

EVENT = ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:{0}\nSUMMARY:{0}\nDTSTART:{1:%Y%m%d}T100000Z\nEND:VEVENT\n"
         "END:VCALENDAR\n")
CARD = "BEGIN:VCARD\nVERSION:3.0\nUID:{0}\nFN:Ana{1} Bo{0}\nEND:VCARD\n"


@pytest.fixture
def folders(in_memory, home):
    home.configure("[sources]\ndiscover=false\ncards=~/cards\ncalendars=~/agenda\n")
    for name in ("cards", "agenda"):
        os.mkdir(home.file(name))
    # Freed memory that a sanitizer keeps is none of the daemon's.
    options = os.environ.get("ASAN_OPTIONS", "")
    home.env["ASAN_OPTIONS"] = f"{options}:quarantine_size_mb=1:malloc_context_size=2"
    return home


def make_events(home, name, count):
    """Small files, as fast as it goes; the events are spread over all days that the daemon keeps."""
    days = [datetime.date(2024, 7, 1) + datetime.timedelta(n) for n in range(1000)]
    folder = os.open(home.file("agenda"), os.O_RDONLY | os.O_DIRECTORY)
    for n in range(count):
        fd = os.open(f"{name}{n}.ics", os.O_WRONLY | os.O_CREAT, 0o600, dir_fd=folder)
        os.write(fd, EVENT.format(f"{name}{n}", days[n % len(days)]).encode())
        os.close(fd)
    os.close(folder)


def remove_events(home, name, count):
    folder = os.open(home.file("agenda"), os.O_RDONLY | os.O_DIRECTORY)
    for n in range(count):
        os.unlink(f"{name}{n}.ics", dir_fd=folder)
    os.close(folder)


def wait_for_events(home, count):
    wait_until(lambda: home.call("org.aufait.Status")["parameters"]["events"] == count,
               f"{count} events are known", SCAN_SECS)


def anonymous_kib(daemon):
    """Of the daemon alone: its readers end when they have nothing to do."""
    with open(f"/proc/{daemon.process.pid}/smaps_rollup", encoding="ascii") as f:
        return next(int(line.split()[1]) for line in f if line.startswith("Anonymous:"))


def test_a_hundred_thousand_files(folders):
    n_cards = N_FILES // 20
    for n in range(n_cards):
        with open(folders.file("cards", f"{n}.vcf"), "w", encoding="utf-8") as f:
            f.write(CARD.format(n, n % 97))
    make_events(folders, "a", N_FILES - n_cards)
    daemon = folders.start(now=NOW, notifier="none")
    with Pulse(folders) as pulse:
        wait_for_events(folders, N_FILES - n_cards)
    assert pulse.failure is None and statistics.median(pulse.took) < LIMIT_SECS, sorted(pulse.took)
    wait_until(lambda: folders.ask("status")["people"] == n_cards, "all cards are known", SCAN_SECS)
    begun = anonymous_kib(daemon)

    # More than the kernel keeps for one who does not listen: it says that there was more.
    os.kill(daemon.process.pid, signal.SIGSTOP)
    make_events(folders, "b", N_BURST)
    os.kill(daemon.process.pid, signal.SIGCONT)
    wait_for_events(folders, N_FILES - n_cards + N_BURST)
    remove_events(folders, "b", N_BURST)
    wait_for_events(folders, N_FILES - n_cards)
    assert anonymous_kib(daemon) < begun * 1.5 + 16 * 1024, (begun, anonymous_kib(daemon))
    assert begun < 160 * 1024
    daemon.stop()

    # Nothing changed: it is all known at once.
    daemon = folders.start(now=NOW, notifier="none")
    wait_for_events(folders, N_FILES - n_cards)
    wait_until(lambda: anonymous_kib(daemon) < begun, "what the start took is given back", 10)
    daemon.stop()
