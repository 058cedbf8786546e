# SPDX-License-Identifier: GPL-3.0-or-later
"""Hostile clients: the daemon lives, and others are answered."""

import random
import resource
import selectors
import socket
import threading
import time

import pytest
from harness import read_message, wait_until


@pytest.fixture(autouse=True)
def many_files():
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 8192), hard))
    yield
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


@pytest.fixture
def alive(home):
    """A home with a daemon that must still be the same one at the end, and answer, and end well."""
    daemon = home.start(notifier="none")
    home.aufait("add", "Marie Curie")
    yield home
    assert home.ask("status")["people"] == 1
    assert daemon.is_running
    daemon.stop()


def pour(link, data, times=1):
    """Sends until the daemon hangs up; whether it did."""
    try:
        for _ in range(times):
            link.sendall(data)
    except (BrokenPipeError, ConnectionResetError):
        return True
    return is_hung_up(link)


def is_hung_up(link):
    try:
        while link.recv(65536):
            pass
        return True
    except ConnectionResetError:
        return True
    except TimeoutError:
        return False


def resident(home):
    with open(f"/proc/{home.daemons[-1].process.pid}/status", encoding="ascii") as f:
        return next(int(line.split()[1]) for line in f if line.startswith("VmRSS"))


def test_64_mib_without_a_nul(alive):
    before = resident(alive)
    with alive.connect() as link:
        assert pour(link, b"x" * 1048576, 64), "it is cut off"
    assert resident(alive) - before < 32 * 1024, "and was not kept"


def test_1_mib_of_brackets(alive):
    for data in (b"[" * 1048575 + b"\0", b"[" * 1048576, b'{"a":' * 200000 + b"\0", b'{"method":' + b"[" * 500000 + b"\0"):
        with alive.connect(secs=2) as link:
            assert pour(link, data) or not data.endswith(b"\0")


def test_random_bytes(alive):
    chance = random.Random(1867)
    for _ in range(100):
        with alive.connect(secs=2) as link:
            pour(link, chance.randbytes(chance.randrange(1, 5000)) + b"\0")


def test_nearly_json(alive):
    rows = [b"\0", b"{}\0", b"[]\0", b"null\0", b'{"method":1}\0', b'{"method":"x"}\0', b'{"method":""}\0',
            b'{"method":"org.aufait.AddNote","parameters":[]}\0',
            b'{"method":"org.aufait.AddNote","parameters":{"text":1}}\0',
            b'{"method":"org.aufait.AddNote","parameters":{"text":"\\u0000"}}\0',
            b'{"method":"org.aufait.AddNote","parameters":{"text":"\xff\xfe"}}\0',
            b'{"method":"org.aufait.About","parameters":{"who":99999999999999999999}}\0',
            b'{"method":"org.aufait.Status"}{"method":"org.aufait.Status"}\0',
            b'{"method":"org.aufait.Status","method":"org.aufait.Undo"}\0']
    for row in rows:
        with alive.connect(secs=10) as link:
            link.sendall(row)
            try:
                assert "error" in read_message(link)
            except ConnectionError:
                pass


def test_half_a_message_and_gone(alive):
    for cut in range(1, 40):
        with alive.connect() as link:
            link.sendall(b'{"method":"org.aufait.Status","parameters":{}}\0'[:cut])


def test_answers_that_nobody_reads(alive):
    """A client that only writes gets its answers buffered up to a limit, then is dropped."""
    before = resident(alive)
    call = b'{"method":"org.varlink.service.GetInterfaceDescription","parameters":{"interface":"org.aufait"}}\0'
    with alive.connect(secs=3) as link:
        link.setblocking(False)
        end = time.monotonic() + 3
        while time.monotonic() < end:
            try:
                link.send(call * 100)
            except BlockingIOError:
                select_writable(link, end)
            except (BrokenPipeError, ConnectionResetError):
                break
    assert resident(alive) - before < 64 * 1024


def select_writable(link, end):
    with selectors.DefaultSelector() as selector:
        selector.register(link, selectors.EVENT_WRITE)
        selector.select(max(0.01, min(0.2, end - time.monotonic())))


def test_300_clients_that_send_a_byte_a_second(alive):
    links = [alive.connect() for _ in range(300)]
    over = threading.Event()

    def dribble():
        message = b'{"method":"org.aufait.Status","parameters":{}}'
        for byte in message:
            for link in links:
                try:
                    link.send(bytes([byte]))
                except OSError:
                    pass
            if over.wait(1):
                return

    slow = threading.Thread(target=dribble)
    slow.start()
    try:
        for _ in range(4):
            alive.aufait("status", secs=20)
            over.wait(1)
    finally:
        over.set()
        slow.join()
        for link in links:
            link.close()


def test_1000_clients_at_once(alive):
    call = b'{"method":"org.aufait.Status","parameters":{}}\0'
    selector = selectors.DefaultSelector()
    links = []
    for _ in range(1000):
        link = socket.socket(socket.AF_UNIX)
        link.settimeout(30)
        link.connect(alive.socket)
        link.sendall(call)
        links.append(link)
        selector.register(link, selectors.EVENT_READ)
    answered = []
    typed = threading.Thread(target=lambda: answered.append(alive.try_aufait("status").status))
    typed.start()

    waiting = set(links)

    def take_answers():
        for key, _ in selector.select(0.05):
            assert b'"people"' in read_message(key.fileobj).encode()
            selector.unregister(key.fileobj)
            key.fileobj.close()
            waiting.discard(key.fileobj)
        return not waiting

    wait_until(take_answers, "all 1,000 are answered")
    typed.join()
    assert answered == [0]


def test_256_idle_clients_do_not_lock_others_out(alive):
    links = [alive.connect() for _ in range(256)]
    alive.aufait("status", secs=20)
    for link in links:
        link.close()
