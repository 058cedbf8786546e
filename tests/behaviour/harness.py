# SPDX-License-Identifier: GPL-3.0-or-later
"""The real programs on a throwaway home: start the daemon at any time of any day, type commands,
read what is shown, kill it, start it again on another day."""

import json
import os
import queue
import socket
import subprocess
import threading
import time

import pytest

DEADLINE_SECS = 30
"""How long a condition may take to come true on a slow machine; nothing waits that long for luck."""

TREE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TOOLS = os.path.join(TREE, "tests", "tools")


def program(name):
    """The path of a built program: meson names it in the environment."""
    path = os.environ.get(name.upper())
    assert path, f"{name.upper()} is not set: run this test by “meson test”"
    return path


def is_sanitized():
    """Whether the programs were built with AddressSanitizer."""
    with open(program("aufaitd"), "rb") as f:
        return b"__asan_init" in f.read()


def failing(call, error, env):
    """What to put before a command so that its first system call @call fails, and its environment;
    skips the test where nothing may trace."""
    tracer = ["strace", "-f", "-qq", "-o", "/dev/null"]
    if subprocess.run([*tracer, "true"], capture_output=True, check=False).returncode != 0:
        pytest.skip("strace may not trace here")
    # A process that is traced cannot look for its own leaks.
    env = {**env, "ASAN_OPTIONS": env.get("ASAN_OPTIONS", "") + ":detect_leaks=0"}
    return [*tracer, "-e", f"trace={call}", "-e", f"inject={call}:error={error}:when=1"], env


def wait_until(condition, what, secs=DEADLINE_SECS):
    """The first true value of @condition. A turn counts for a second at most: a machine that stood
    still for a while does not count against whoever is waited for."""
    waited, last = 0, time.monotonic()
    while True:
        value = condition()
        if value:
            return value
        assert waited < secs, f"in {secs} s not come true: {what}"
        time.sleep(0.01)
        waited, last = waited + min(time.monotonic() - last, 1), time.monotonic()


class Answer:
    """What a command came to."""

    def __init__(self, status, out, err):
        self.status, self.out, self.err = status, out, err

    @property
    def json(self):
        return json.loads(self.out)

    def __repr__(self):
        return f"status {self.status}\n--- out\n{self.out}\n--- err\n{self.err}"


class Daemon:
    def __init__(self, argv, env, **popen):
        self.shown, self.digests = queue.Queue(), queue.Queue()
        self.process = subprocess.Popen(argv, env=env, stdin=subprocess.DEVNULL,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, **popen)
        self._out, self._err = [], []
        self._readers = [threading.Thread(target=self._read, args=pair, daemon=True) for pair in (
            (self.process.stdout, self._take_line), (self.process.stderr, self._err.append))]
        for reader in self._readers:
            reader.start()

    @staticmethod
    def _read(stream, take):
        for line in iter(stream.readline, b""):
            take(line.decode("utf-8", "replace"))

    def _take_line(self, line):
        self._out.append(line)
        if line.startswith("{"):
            said = json.loads(line)
            (self.digests if "digest" in said else self.shown).put(said.get("digest") or said.get("nudge"))

    @property
    def out(self):
        return "".join(self._out)

    @property
    def err(self):
        return "".join(self._err)

    @property
    def is_running(self):
        return self.process.poll() is None

    def next_nudge(self, secs=DEADLINE_SECS):
        """The next nudge that the daemon shows, as on the wire."""
        try:
            return self.shown.get(timeout=secs)
        except queue.Empty:
            raise AssertionError(f"nothing was shown; the daemon says: {self.err}") from None

    def wait(self, secs=DEADLINE_SECS):
        """Its exit status, with everything it said read."""
        status = self.process.wait(secs)
        for reader in self._readers:
            reader.join(secs)
        return status

    def stop(self):
        """As the service manager does it; a clean end is status 0 without a complaint."""
        self.process.terminate()
        status = self.wait()
        assert status == 0, f"status {status}: {self.err}"
        return self

    def kill(self):
        self.process.kill()
        self.wait()


class Home:
    """A throwaway home with nothing in it but what the programs make."""

    def __init__(self, path, language="en", zone="Europe/Paris"):
        self.path = str(path)
        self.runtime = os.path.join(self.path, "run")
        os.makedirs(self.runtime, mode=0o700, exist_ok=True)
        keep = ("PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "AUFAIT_LOCALEDIR",
                "AUFAIT_READER", "G_DEBUG")
        self.env = {name: os.environ[name] for name in keep if name in os.environ}
        self.env.update({
            "HOME": self.path, "TZ": zone, "LC_ALL": "C.UTF-8", "LANGUAGE": language,
            "DBUS_SYSTEM_BUS_ADDRESS": "unix:path=" + os.path.join(self.path, "no-system-bus"),
            "XDG_RUNTIME_DIR": self.runtime, "NO_AT_BRIDGE": "1", "COLUMNS": "100",
        })
        self.daemons = []

    def file(self, *names):
        return os.path.join(self.path, *names)

    @property
    def socket(self):
        return os.path.join(self.runtime, "aufait", "org.aufait")

    @property
    def memory(self):
        return self.file(".local", "share", "aufait", "memory.db")

    def configure(self, text):
        """Writes aufait.conf."""
        folder = self.file(".config", "aufait")
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, "aufait.conf"), "w", encoding="utf-8") as f:
            f.write(text)

    # --- the daemon --------------------------------------------------------------------------

    def launch(self, *options, env=None, **popen):
        """Starts the daemon and does not wait for it."""
        daemon = Daemon([program("aufaitd"), *options], {**self.env, **(env or {})}, **popen)
        self.daemons.append(daemon)
        return daemon

    def start(self, now=None, notifier="log", env=None):
        """Starts the daemon and waits until it answers."""
        options = [f"--notifier={notifier}"] + ([f"--now={now}"] if now else [])
        daemon = self.launch(*options, env=env)
        self.wait_for(daemon)
        return daemon

    def wait_for(self, daemon):
        def answers():
            if not daemon.is_running:
                daemon.wait()
                raise AssertionError(f"the daemon ended: {daemon.process.returncode}: {daemon.err}")
            try:
                return self.call("org.varlink.service.GetInfo")
            except OSError:
                return None
        wait_until(answers, "the daemon answers")

    def end(self):
        for daemon in self.daemons:
            if daemon.is_running:
                daemon.kill()

    # --- the client --------------------------------------------------------------------------

    def try_aufait(self, *args, env=None, secs=DEADLINE_SECS):
        """Types a command; whatever comes of it."""
        done = subprocess.run([program("aufait"), *args], env={**self.env, **(env or {})},
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=secs, check=False)
        return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())

    def aufait(self, *args, **options):
        """Types a command that succeeds: what it prints."""
        answer = self.try_aufait(*args, **options)
        assert answer.status == 0, f"aufait {' '.join(args)}: {answer}"
        return answer.out

    def ask(self, *args):
        """The reply to a command, as the daemon sent it."""
        return json.loads(self.aufait("--json", *args))

    # --- the socket, without the client ------------------------------------------------------

    def connect(self, secs=DEADLINE_SECS):
        link = socket.socket(socket.AF_UNIX)
        link.settimeout(secs)
        link.connect(self.socket)
        return link

    def call(self, method, parameters=None, secs=DEADLINE_SECS):
        """One call by hand: the whole reply."""
        with self.connect(secs) as link:
            return call_on(link, method, parameters)

    def events(self, first=None, until=None):
        """Those on the days from @first to @until; without, those of today and tomorrow."""
        days = {name: day for name, day in (("from", first), ("until", until)) if day}
        reply = self.call("org.aufait.ListEvents", days)
        assert "error" not in reply, reply
        return reply["parameters"]["events"]


def call_on(link, method, parameters=None):
    send_call(link, method, parameters)
    return json.loads(read_message(link))


def send_call(link, method, parameters=None):
    message = {"method": method, "parameters": parameters or {}}
    link.sendall(json.dumps(message, ensure_ascii=False).encode() + b"\0")


def read_message(link):
    data = b""
    while not data.endswith(b"\0"):
        part = link.recv(65536)
        if not part:
            raise ConnectionError("the daemon hung up")
        data += part
    return data[:-1].decode()
