# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the client on a throwaway home where a daemon answers what it was told."""

import fcntl
import os
import pty
import struct
import subprocess
import termios

import pytest
from fake_daemon import FakeDaemon
from harness import DEADLINE_SECS, Answer, Home, program


@pytest.fixture
def home(tmp_path):
    return Home(tmp_path)


@pytest.fixture
def fake(home):
    """Answers as they are wanted: fake(AddNote={…})."""
    daemons = []

    def start(**answers):
        os.makedirs(os.path.dirname(home.socket), mode=0o700, exist_ok=True)
        daemons.append(FakeDaemon(home.socket, answers))
        return daemons[-1]

    yield start
    for daemon in daemons:
        daemon.end()


def run(home, *args, typed=None, env=None):
    """A command, with something on its standard input."""
    done = subprocess.run([program("aufait"), *args], env={**home.env, **(env or {})},
                          input=typed, stdin=subprocess.DEVNULL if typed is None else None,
                          capture_output=True, timeout=DEADLINE_SECS, check=False)
    return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())


def run_on_terminal(home, *args, columns=80, env=None):
    """What a person sees: standard output is a terminal of @columns."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen([program("aufait"), *args], env={**home.env, **(env or {})},
                               stdin=subprocess.DEVNULL, stdout=theirs, stderr=subprocess.PIPE)
    os.close(theirs)
    seen = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:
            break
        if not part:
            break
        seen += part
    os.close(ours)
    err = process.stderr.read().decode()
    return Answer(process.wait(DEADLINE_SECS), seen.decode().replace("\r\n", "\n"), err)
