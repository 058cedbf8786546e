# SPDX-License-Identifier: GPL-3.0-or-later
"""A Varlink client that others wrote, Go's library, against the server alone and the whole daemon."""

import itertools
import os
import shutil
import subprocess

import pytest
from harness import DEADLINE_SECS, program, wait_until

LIBRARY = "/usr/share/gocode/src/github.com/varlink/go"
SOURCE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "varlink-go")

pytestmark = pytest.mark.skipif(
    not (shutil.which("go") and os.path.isdir(LIBRARY)),
    reason="needs golang-go and golang-github-varlink-go-dev")


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    folder = tmp_path_factory.mktemp("go")
    env = {**os.environ, "GO111MODULE": "off", "GOPATH": "/usr/share/gocode", "GOFLAGS": "",
           "GOCACHE": str(folder / "cache"), "HOME": str(folder), "CGO_ENABLED": "0"}
    subprocess.run(["go", "build", "-o", str(folder / "varlink-go"), "."], cwd=SOURCE, env=env,
                   check=True)
    return str(folder / "varlink-go")


def test_the_server_alone(client, home):
    server = subprocess.Popen([program("varlink_test_server"), home.socket], env=home.env,
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    with server:
        assert server.stdout.readline() == b"ready\n"
        done = subprocess.run([client, home.socket, "org.aufait", "org.aufait.Watch", "10"],
                              capture_output=True, text=True, timeout=DEADLINE_SECS, check=False)
        server.stdin.close()
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[-5:] == ["watching", '{"changed":"1"}', '{"changed":"2"}', '{"changed":"3"}',
                          "all is well"]
    assert server.returncode == 0


def test_the_daemon(client, home):
    daemon = home.start(notifier="none")
    watch = subprocess.Popen([client, home.socket, "org.aufait", "org.aufait.Watch", "1"],
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    for line in watch.stdout:
        if line == "watching\n":
            break
        if line.startswith("org.aufait:"):
            assert "AddNote" in line

    # The watch was sent, and need not be the first that the daemon looks at.
    def has_seen_one():
        home.aufait("add", f"Marie Curie {next(numbers)}")
        return watch.poll() is not None
    numbers = itertools.count()
    wait_until(has_seen_one, "the watch ends with its first reply")
    out, err = watch.communicate(timeout=DEADLINE_SECS)
    assert watch.returncode == 0, err
    assert out.splitlines()[-1] == "all is well"
    daemon.stop()
