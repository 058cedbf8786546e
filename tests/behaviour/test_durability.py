# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing that was acknowledged is ever lost: not by a kill, a full disk or a damaged file."""

import os
import random
import shutil
import sqlite3
import subprocess
import threading

import pytest
from harness import Daemon, call_on, program, wait_until

KILLS = 200


def check_memory(path):
    """The texts of all notes, after the file and its full-text index were found whole."""
    db = sqlite3.connect(path)
    try:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        for name, in db.execute("SELECT name FROM sqlite_master WHERE sql LIKE '%using fts5%'").fetchall():
            db.execute(f"INSERT INTO {name}({name}, rank) VALUES ('integrity-check', 1)")
        return {text for text, in db.execute("SELECT text FROM note")}
    finally:
        db.rollback()
        db.close()


def add_notes(home, names, acknowledged):
    """Adds notes until the daemon is gone."""
    try:
        with home.connect() as link:
            for name in names:
                text = f"seen @marie at {name}"
                if "error" not in call_on(link, "org.aufait.AddNote", {"text": text}):
                    acknowledged.append(text)
    except OSError:
        pass


def test_kill_200_times_while_notes_are_added(home):
    chance = random.Random(1859)
    acknowledged = []
    daemon = home.start(now="2026-07-01T12:00", notifier="none")
    home.aufait("add", "Marie Curie")
    for round_number in range(KILLS):
        names = (f"round{round_number}number{n}" for n in range(100000))
        before = len(acknowledged)
        writer = threading.Thread(target=add_notes, args=(home, names, acknowledged))
        writer.start()
        # At any moment of the work, but after some of it: each round must have something to lose.
        wanted = before + 1 + chance.randrange(8)
        wait_until(lambda: len(acknowledged) >= wanted, "notes are acknowledged")
        threading.Event().wait(chance.random() * 0.003)
        daemon.kill()
        writer.join()
        if round_number % 40 == 39:
            lost = set(acknowledged) - check_memory(home.memory)
            assert not lost
        daemon = home.start(now="2026-07-01T12:00", notifier="none")
    assert home.ask("status")["notes"] >= len(acknowledged)
    last = acknowledged[-1].split()[-1]
    assert [note["text"] for note in home.ask("find", last)["notes"]] == [acknowledged[-1]]
    daemon.stop()
    assert not set(acknowledged) - check_memory(home.memory)


def test_a_damaged_memory_is_set_aside_and_said(marie):
    with open(marie.memory, "r+b") as f:
        f.write(b"this is no database at all" * 200)
    damaged = open(marie.memory, "rb").read()
    daemon = marie.start(now="2026-07-02T12:00")
    status = marie.ask("status")
    assert status["people"] == 0
    said = str(status["problems"])
    folder = os.path.dirname(marie.memory)
    kept = [name for name in os.listdir(folder)
            if open(os.path.join(folder, name), "rb").read() == damaged]
    assert len(kept) == 1, "the damaged file is kept"
    assert kept[0] in said, f"and said: {said}"
    marie.aufait("add", "Marie Curie")
    daemon.stop()


def test_a_memory_damaged_inside_is_set_aside_too(marie):
    size = os.path.getsize(marie.memory)
    with open(marie.memory, "r+b") as f:
        f.seek(4096)
        f.write(random.Random(1).randbytes(size - 4096))
    daemon = marie.start(now="2026-07-02T12:00")
    assert marie.ask("status")["problems"]
    marie.aufait("add", "Marie Curie")
    daemon.stop()


@pytest.mark.parametrize("pragma", ["user_version=9999", "application_id=12345"])
def test_a_memory_of_others_is_not_touched(marie, pragma):
    db = sqlite3.connect(marie.memory)
    db.execute("PRAGMA " + pragma)
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()
    before = open(marie.memory, "rb").read()
    daemon = marie.launch("--notifier=log")
    assert daemon.wait() != 0
    assert "memory.db" in daemon.err, daemon.err
    assert open(marie.memory, "rb").read() == before
    assert not [name for name in os.listdir(os.path.dirname(marie.memory)) if name != "memory.db"
                and not name.startswith("memory.db-")]


# The memory on a small disk of its own, in a mount namespace; then the daemon.
SMALL_DISK = 'mount -t tmpfs -o size=1m,mode=700 tmpfs "$1" && shift && exec "$@"'


def may_mount():
    probe = ["unshare", "--user", "--map-root-user", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    return shutil.which("unshare") and subprocess.run(probe, capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not may_mount(), reason="the kernel forbids mounting in a user namespace")
def test_a_full_disk_refuses_and_loses_nothing(home):
    folder = os.path.dirname(home.memory)
    os.makedirs(folder, mode=0o700)
    argv = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", SMALL_DISK, "sh", folder,
            program("aufaitd"), "--notifier=none", "--now=2026-07-01T12:00"]
    daemon = Daemon(argv, home.env)
    home.daemons.append(daemon)
    home.wait_for(daemon)
    disk = f"/proc/{daemon.process.pid}/root{folder}"
    home.aufait("add", "Marie Curie")

    with open(os.path.join(disk, "filler"), "wb", buffering=0) as f:
        try:
            while True:
                f.write(b"x" * 4096)
        except OSError:
            pass
    acknowledged = []
    refused = None
    for number in range(200):
        text = f"@marie word{number} " + "x" * 2000
        answer = home.try_aufait("note", text)
        if answer.status == 0:
            acknowledged.append(f"word{number}")
        else:
            refused = answer
            break
    assert refused is not None, "the disk is full"
    assert refused.status == 1 and refused.err.strip() and not refused.out
    assert home.ask("status")["notes"] == len(acknowledged), "refused whole"

    os.unlink(os.path.join(disk, "filler"))
    home.aufait("note", "@marie after the flood")
    acknowledged.append("flood")
    for word in acknowledged:
        assert len(home.ask("find", word)["notes"]) == 1, word
    daemon.stop()


def test_an_unreadable_memory_is_a_sentence(home):
    os.makedirs(home.memory)
    daemon = home.launch("--notifier=log")
    assert daemon.wait() != 0
    assert "memory.db" in daemon.err, daemon.err
