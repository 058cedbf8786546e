# SPDX-License-Identifier: GPL-3.0-or-later
import os
import shutil
import tempfile

import pytest
from harness import Home


def check_clean_end(home):
    """Whatever a test did, no sanitizer may have found anything."""
    for daemon in home.daemons:
        for word in ("AddressSanitizer", "LeakSanitizer", "runtime error:"):
            assert word not in daemon.err, daemon.err


@pytest.fixture
def make_home():
    """Makes homes: short paths, for a socket's path has 107 bytes."""
    homes = []

    def make(**options):
        homes.append(Home(tempfile.mkdtemp(prefix="aufait-"), **options))
        return homes[-1]

    yield make
    for home in homes:
        home.end()
    for home in homes:
        shutil.rmtree(home.path, ignore_errors=True)
        check_clean_end(home)


@pytest.fixture
def home(make_home):
    return make_home()


@pytest.fixture
def in_memory(monkeypatch):
    """Homes are in memory, where it has room: what is tested is not the disk."""
    shared = "/dev/shm"
    if os.access(shared, os.W_OK):
        room = os.statvfs(shared)
        if room.f_bavail * room.f_frsize > 2 << 30:
            monkeypatch.setattr(tempfile, "tempdir", shared)


@pytest.fixture
def marie(home):
    """A home where Marie's holiday was noted on 1 July, and the daemon stopped."""
    daemon = home.start(now="2026-07-01T12:00")
    home.aufait("add", "Marie Curie", "--email", "marie@example.org")
    home.aufait("note", "marie", "part en Crète du 10 au 20 août")
    daemon.stop()
    return home


def pytest_configure():
    os.umask(0o022)
