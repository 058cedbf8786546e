# SPDX-License-Identifier: GPL-3.0-or-later
"""The real daemon against a real notification server: dunst, on a small desktop that tests/tools/desktop
makes around this file. Buttons are really pressed, and the server really dies."""

import datetime
import os
import re
import signal
import subprocess
import threading
import time

import pytest
from harness import TOOLS, wait_until
from pulse import Pulse

NAME = "org.freedesktop.Notifications"
# The programs of the desktop are those of the session, not of the throwaway home.
SESSION = {name: os.environ[name] for name in ("DBUS_SESSION_BUS_ADDRESS", "DISPLAY") if name in os.environ}

pytestmark = pytest.mark.skipif("DESKTOP_DIR" not in os.environ, reason="to be run by tests/tools/desktop")


def bus_call(method, *args):
    """What the bus itself answers; None when it refuses."""
    done = subprocess.run(["gdbus", "call", "--session", "-d", "org.freedesktop.DBus", "-o",
                           "/org/freedesktop/DBus", "-m", "org.freedesktop.DBus." + method, *args],
                          capture_output=True, text=True, check=False)
    return done.stdout if done.returncode == 0 else None


def server_pid():
    said = bus_call("GetConnectionUnixProcessID", NAME)
    return int(re.search(r"uint32 (\d+)", said).group(1)) if said else None


class Server:
    """dunst: started, killed, stopped, gone on."""

    def __init__(self):
        self.process = None

    def launch(self):
        # Its own warnings must not end it.
        env = {name: value for name, value in os.environ.items() if name != "G_DEBUG"}
        self.process = subprocess.Popen(
            ["dunst", "-conf", os.path.join(os.environ["DESKTOP_DIR"], "dunstrc")], env=env,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def has_name(self):
        """One that found the name taken, by one that was ending, has ended itself."""
        if self.process.poll() is not None:
            self.launch()
        return server_pid() == self.process.pid

    def start(self):
        self.launch()
        wait_until(self.has_name, "the server has its name")

    def end(self):
        pid = server_pid()
        if pid:
            os.kill(pid, signal.SIGKILL)
            wait_until(lambda: server_pid() is None, "the name is free")
        if self.process:
            self.process.wait()
            self.process = None

    @staticmethod
    def shown():
        """How many notifications are on the screen."""
        done = subprocess.run(["dunstctl", "count", "displayed"], capture_output=True, text=True, check=False)
        return int(done.stdout) if done.returncode == 0 and done.stdout.strip() else 0

    @staticmethod
    def press(label):
        subprocess.run(["press", label], check=True)

    def hang(self):
        os.kill(self.process.pid, signal.SIGSTOP)

    def go_on(self):
        os.kill(self.process.pid, signal.SIGCONT)


class Teller:
    """A server that takes its time, and tells what it was asked."""

    def __init__(self, msecs, env):
        self.process = subprocess.Popen([os.environ["TELL_NOTIFICATIONS"], str(msecs)],
                                        env={**os.environ, **env}, stdout=subprocess.PIPE, text=True)
        self.told = []
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self):
        for line in self.process.stdout:
            self.told.append(line.strip())

    def end(self):
        self.process.kill()
        self.process.wait()
        self.reader.join()
        self.process.stdout.close()


@pytest.fixture
def teller():
    tellers = []
    Server().end()

    def start(msecs=0, env=None):
        tellers.append(Teller(msecs, env or {}))
        return tellers[-1]
    yield start
    for one in tellers:
        one.end()


@pytest.fixture
def server():
    server = Server()
    server.end()  # that of the desktop: each test begins with one of its own
    server.start()
    yield server
    server.end()


@pytest.fixture
def due(marie):
    """A home where Marie's return is due now, and the daemon on the desktop; not yet started."""
    marie.env.update(SESSION)

    def start():
        return marie.start(now="2026-08-21T10:00", notifier="desktop")
    marie.start_desktop = start
    return marie


def state(home):
    return [nudge["state"] for nudge in home.ask("nudges", "--all")["nudges"]]


def picture(path):
    subprocess.run(["import", "-window", "root", path], check=True)
    done = subprocess.run(["convert", path, "-format", "%k", "info:"], capture_output=True, text=True, check=True)
    return int(done.stdout)


def test_it_is_on_the_screen(server, due, tmp_path):
    daemon = due.start_desktop()
    wait_until(lambda: server.shown() == 1, "the notification is on the screen")
    wait_until(lambda: state(due) == ["shown"], "and known to be")
    history = subprocess.run(["dunstctl", "history"], capture_output=True, text=True, check=True)
    assert history.returncode == 0
    shot = os.environ.get("AUFAIT_PICTURE", str(tmp_path / "shot.png"))
    wait_until(lambda: picture(shot) > 2, "there is something to be seen")
    daemon.stop()


def test_done_is_done(server, due):
    daemon = due.start_desktop()
    wait_until(lambda: server.shown() == 1, "it is shown")
    server.press("Done")
    wait_until(lambda: state(due) == ["done"], "it is done")
    wait_until(lambda: server.shown() == 0, "and off the screen")
    assert due.ask("today")["nudges"] == []
    daemon.stop()


def test_later_is_later(server, due):
    daemon = due.start_desktop()
    wait_until(lambda: server.shown() == 1, "it is shown")
    server.press("Later")
    wait_until(lambda: state(due) == ["snoozed"], "it is snoozed")
    wait_until(lambda: server.shown() == 0, "and off the screen")
    assert due.ask("nudges")["nudges"][0]["at"] > "2026-08-21T10:30"
    daemon.stop()


def test_an_answer_on_the_command_line_takes_it_off_the_screen(server, due):
    daemon = due.start_desktop()
    wait_until(lambda: server.shown() == 1, "it is shown")
    due.aufait("done", "marie")
    wait_until(lambda: server.shown() == 0, "it is off the screen")
    daemon.stop()


def test_a_server_that_comes_later_gets_what_waited(server, due):
    server.end()
    daemon = due.start_desktop()
    assert state(due) == ["waiting"]
    assert len(due.ask("today")["nudges"]) == 1, "it waits where it can be read"
    server.start()
    wait_until(lambda: server.shown() == 1, "it is shown by the new server")
    wait_until(lambda: state(due) == ["shown"], "and known to be")
    daemon.stop()


def test_a_server_that_dies_and_comes_back_shows_it_again(server, due):
    daemon = due.start_desktop()
    wait_until(lambda: server.shown() == 1, "it is shown")
    server.end()
    due.ask("status")
    assert daemon.is_running
    server.start()
    wait_until(lambda: server.shown() == 1, "it is shown again")
    server.press("Done")
    wait_until(lambda: state(due) == ["done"], "its buttons work")
    daemon.stop()


def test_who_becomes_private_is_named_no_more(server, due):
    def gone():
        return subprocess.run(["dunstctl", "history"], capture_output=True, text=True, check=True).stdout
    daemon = due.start_desktop()
    wait_until(lambda: state(due) == ["shown"], "it is shown")
    assert "is back" not in gone()
    due.aufait("edit", "marie", "--private")
    wait_until(lambda: "is back" in gone(), "the text is gone")
    wait_until(lambda: server.shown() == 1, "something is there in its place")
    server.end()
    server.start()
    wait_until(lambda: server.shown() == 1, "for the next server, too")
    assert "is back" not in gone()
    server.press("Done")
    wait_until(lambda: state(due) == ["done"], "its buttons work")
    wait_until(lambda: "A nudge is waiting" in gone(), "it said no more than that")
    assert "is back" not in gone()
    daemon.stop()


def test_a_restart_leaves_it_on_the_screen(server, due):
    daemon = due.start_desktop()
    wait_until(lambda: state(due) == ["shown"], "it is shown")
    daemon.stop()
    daemon = due.start(now="2026-08-21T10:02", notifier="desktop")
    wait_until(lambda: server.shown() == 1, "it is shown again")
    server.press("Done")
    wait_until(lambda: state(due) == ["done"], "its buttons work")
    daemon.stop()


def snooze_shortly(home):
    """Until the next minute; a machine that was late for it named one of tomorrow."""
    while True:
        now = datetime.datetime.fromisoformat(home.ask("status")["now"])
        soon = (now + datetime.timedelta(seconds=62)).replace(second=0, microsecond=0)
        at = home.ask("snooze", "marie", soon.strftime("%H:%M"))["nudge"]["at"]
        if datetime.datetime.fromisoformat(at) == soon:
            return at


def test_nobody_asks_for_a_server_that_is_gone(server, due):
    daemon = due.start(now="2026-08-21T10:00:50", notifier="desktop")
    wait_until(lambda: server.shown() == 1, "it is shown")
    wait_until(lambda: state(due) == ["shown"], "and known to be")
    server.end()
    at = snooze_shortly(due)
    wait_until(lambda: due.ask("status")["nextWake"] is None, "nothing is to wake for", secs=90)
    assert due.ask("status")["now"] >= at
    server.start()
    wait_until(lambda: server.shown() == 1, "it is shown by the next server")
    daemon.stop()


def test_a_server_that_hangs_hangs_nobody_else(server, due):
    server.hang()
    try:
        daemon = due.start_desktop()
        with Pulse(due) as pulse:
            wait_until(lambda: len(pulse.took) >= 50 or pulse.failure, "it has answered often")
        due.aufait("note", "marie", "aime le jazz")
        pulse.check()
    finally:
        server.go_on()
    wait_until(lambda: server.shown() >= 1, "it is shown once the server goes on", secs=60)
    daemon.stop()


def test_a_slow_server_gets_it_once(teller, due):
    """One that takes longer for each call than is waited for."""
    due.configure("[nudges]\nspacing=0\n")
    daemon = due.start(now="2026-07-01T10:00")
    due.aufait("add", "Paul")
    due.aufait("note", "paul", "part en Corse du 10 au 20 août")
    daemon.stop()
    slow = teller(800)
    daemon = due.start_desktop()
    wait_until(lambda: len(slow.told) >= 2 and state(due) == ["shown", "shown"], "both are on the screen")
    for name in ("marie", "paul"):
        due.aufait("done", name)
    wait_until(lambda: len([line for line in slow.told if line.startswith("close")]) == 2, "both are closed")
    assert slow.told[2:] == ["close 1", "close 2"]
    assert sorted(line[len("open 1 "):] for line in slow.told[:2]) == [
        "Marie Curie is back from Crète", "Paul is back from Corse"]
    daemon.stop()


def test_it_ends_at_once_though_the_server_hangs(server, due):
    daemon = due.start_desktop()
    wait_until(lambda: server.shown() == 1, "it is shown")
    server.hang()
    try:
        before = time.monotonic()
        due.aufait("done", "marie")
        daemon.stop()
        assert time.monotonic() - before < 8
    finally:
        server.go_on()


class Bus:
    """A session bus of the home's own, started and killed at the same address."""

    def __init__(self, home):
        self.address = "unix:path=" + home.file("run", "bus")
        self.process = None

    def start(self):
        self.process = subprocess.Popen(
            ["dbus-daemon", "--nofork", "--nopidfile", "--print-address=1", "--address=" + self.address,
             "--config-file=" + os.path.join(TOOLS, "bare-bus.conf")], stdout=subprocess.PIPE)
        assert self.process.stdout.readline(), "it listens"

    def kill(self):
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process.stdout.close()
            self.process = None


@pytest.fixture
def own_bus(due):
    bus = Bus(due)
    due.env["DBUS_SESSION_BUS_ADDRESS"] = bus.address
    yield bus
    bus.kill()


def test_a_bus_that_ends_takes_nobody_along(due, own_bus):
    own_bus.start()
    daemon = due.start_desktop()
    own_bus.kill()
    for _ in range(3):
        due.ask("status")
    assert daemon.is_running
    daemon.stop()


def test_a_bus_that_comes_later_is_found(due, own_bus, teller):
    daemon = due.start_desktop()
    assert state(due) == ["waiting"]
    own_bus.start()
    server = teller(env=due.env)
    wait_until(lambda: state(due) == ["shown"], "it is shown")
    assert server.told == ["open 1 Marie Curie is back from Crète"]
    daemon.stop()


def test_a_bus_that_comes_again_is_found(due, own_bus, teller):
    own_bus.start()
    teller(env=due.env)
    daemon = due.start_desktop()
    wait_until(lambda: state(due) == ["shown"], "it is shown")
    own_bus.kill()
    due.ask("status")
    own_bus.start()
    server = teller(env=due.env)
    wait_until(lambda: server.told, "it is shown again")
    assert server.told == ["open 1 Marie Curie is back from Crète"]
    due.aufait("done", "marie")
    wait_until(lambda: server.told[1:] == ["close 1"], "it is closed")
    daemon.stop()


def test_without_a_bus_nudges_wait(due):
    due.env["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nonexistent"
    daemon = due.start_desktop()
    assert state(due) == ["waiting"]
    daemon.stop()
