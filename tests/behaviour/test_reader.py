# SPDX-License-Identifier: GPL-3.0-or-later
"""aufait-reader as it is: what it finds in calendars, beside what others find there; what it may do;
and what files may do to it."""

import datetime
import os
import random
import resource
import signal
import socket
import subprocess
import time
import zoneinfo

import pytest

READER = os.environ["AUFAIT_READER"]
READ_FILES = os.environ["READ_FILES"]
TRY_SANDBOX = os.environ["TRY_SANDBOX"]
DATA = os.environ["AUFAIT_TEST_DATA"]
SANITIZED = b"__asan_init" in open(READER, "rb").read()

FIRST, LAST = "2025-01-01", "2026-12-31"
WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


def read(*paths, zone="Europe/Paris", first=FIRST, last=LAST):
    """The rows, as lists of fields."""
    run = subprocess.run([READ_FILES, READER, first, last, zone, *map(str, paths)],
                         capture_output=True, timeout=120)
    assert b"Sanitizer" not in run.stderr and b"runtime error" not in run.stderr, run.stderr.decode()
    assert run.returncode == 0, run.stderr.decode()
    return [line.split("\t") for line in run.stdout.decode().splitlines()]


def calendar(*lines):
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *lines, "END:VCALENDAR", ""])


def event(*lines):
    return ["BEGIN:VEVENT", *lines, "END:VEVENT"]


def write(folder, name, text):
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


# --- everyday rules, beside dateutil ---------------------------------------------------------


def days_of(r, positions):
    names = r.sample(WEEKDAYS, r.randrange(1, 4))
    return "BYDAY=" + ",".join((str(r.choice(positions)) if positions else "") + n for n in names)


def months_of(r):
    return "BYMONTH=" + ",".join(str(m) for m in r.sample(range(1, 13), r.randrange(1, 4)))


def month_days_of(r, signs):
    return "BYMONTHDAY=" + ",".join(str(r.choice(signs) * r.randrange(1, 29))
                                    for _ in range(r.randrange(1, 4)))


def daily(r):
    return [p for p in (months_of(r), days_of(r, None), month_days_of(r, [1])) if r.random() < 0.25]


def weekly(r):
    parts = [days_of(r, None)] if r.random() < 0.7 else []
    parts += [months_of(r)] if r.random() < 0.15 else []
    return parts + (["WKST=" + r.choice(["SU", "MO"])] if r.random() < 0.3 else [])


def monthly(r):
    parts = r.choice([[], [days_of(r, [1, 2, 3, 4, -1, -2])], [month_days_of(r, [1, -1])],
                      [days_of(r, None), month_days_of(r, [1])],
                      [days_of(r, None), "BYSETPOS=" + r.choice(["1", "-1", "2"])]])
    return parts + ([months_of(r)] if r.random() < 0.2 else [])


def yearly(r):
    return r.choice([[], [], [months_of(r)], [months_of(r), days_of(r, [1, 2, 3, -1])],
                     [months_of(r), month_days_of(r, [1])], [days_of(r, [1, 20, -1])],
                     ["BYYEARDAY=" + str(r.choice([1, 60, 100, -1]))],
                     [months_of(r), days_of(r, None), "BYSETPOS=" + r.choice(["1", "-1"])]])


def random_rule(r, start):
    make = r.choice([daily, weekly, monthly, yearly])
    parts = ["FREQ=" + make.__name__.upper()]
    if r.random() < 0.4:
        parts.append(f"INTERVAL={r.choice([2, 2, 3, 4, 6, 12])}")
    parts += make(r)
    end = r.random()
    if end < 0.2:
        parts.append(f"COUNT={r.randrange(1, 60)}")
    elif end < 0.4:
        until = start + datetime.timedelta(days=r.randrange(0, 900))
        parts.append(f"UNTIL={until:%Y%m%d}T235959Z")
    return ";".join(parts)


def expected_starts(rrule, start, zone, exdates):
    """The set of instants, in the window, as dateutil has them. DTSTART is one of them, and counts."""
    from dateutil.rrule import rrulestr
    parts = [p for p in rrule.split(";") if not p.startswith(("COUNT", "UNTIL"))]
    limits = dict(p.split("=") for p in rrule.split(";") if p.startswith(("COUNT", "UNTIL")))
    count = int(limits.get("COUNT", 10**9))
    until = (datetime.datetime.strptime(limits["UNTIL"], "%Y%m%dT%H%M%SZ").replace(
        tzinfo=datetime.timezone.utc) if "UNTIL" in limits else None)
    found, number = {start}, 1
    for when in rrulestr(";".join(parts), dtstart=start):
        if when == start:
            continue
        number += 1
        if when.year > 2027 or number > count or (until and when.replace(tzinfo=zone) > until):
            break
        found.add(when)
    local = {d for d in found if d not in exdates
             and FIRST <= d.replace(tzinfo=zone).astimezone(PARIS).strftime("%Y-%m-%d") <= LAST}
    return {int(d.replace(tzinfo=zone).timestamp()) for d in local}


PARIS = zoneinfo.ZoneInfo("Europe/Paris")


@pytest.mark.parametrize("seed", range(4))
def test_everyday_rules_are_as_dateutil_has_them(tmp_path, seed):
    pytest.importorskip("dateutil")
    r = random.Random(seed)
    lines, wanted = [], {}
    for number in range(250):
        name = r.choice(["Europe/Paris", "America/New_York", "Asia/Tokyo", "Australia/Sydney"])
        start = datetime.datetime(r.choice([1999, 2019, 2024, 2025]), r.randrange(1, 13),
                                  r.randrange(1, 29), r.randrange(4, 20), r.choice([0, 30]))
        rrule = random_rule(r, start)
        exdates = [start + datetime.timedelta(days=k) for k in r.sample(range(60), 3)]
        key = f"{number} {rrule} from {start} in {name}"
        wanted[key] = expected_starts(rrule, start, zoneinfo.ZoneInfo(name), exdates)
        lines += event(f"UID:{number}", f"SUMMARY:{key}".replace(";", "\\;").replace(",", "\\,"),
                       f"DTSTART;TZID={name}:{start:%Y%m%dT%H%M%S}", f"RRULE:{rrule}",
                       *[f"EXDATE;TZID={name}:{d:%Y%m%dT%H%M%S}" for d in exdates])
    found = {key: set() for key in wanted}
    unsupported = 0
    for row in read(write(tmp_path, "rules.ics", calendar(*lines))):
        if row[0] == "event":
            assert int(row[4]) not in found[row[3]], "twice"
            found[row[3]].add(int(row[4]))
        else:
            unsupported += 1
    assert unsupported <= 3
    for key in wanted:
        if found[key] != wanted[key]:
            assert unsupported > 0 and len(found[key]) <= 1, key
            unsupported -= 1


# --- hostile files ---------------------------------------------------------------------------


def hostile_rules():
    with open(os.path.join(DATA, "hostile-rrules.tsv"), encoding="utf-8") as f:
        return [line.rstrip("\n").split("\t")[:3] for line in f if not line.startswith("#")]


def test_hostile_rules_are_done_or_said(tmp_path):
    rules = hostile_rules()
    assert len(rules) == 55
    for name, rrule, start in rules:
        path = write(tmp_path, name + ".ics", calendar(*event(
            "UID:" + name, "SUMMARY:s", f"DTSTART:{start}", "RRULE:" + rrule)))
        begun = time.monotonic()
        rows = read(path, first="2024-01-01", last="2027-01-01")
        assert time.monotonic() - begun < (10 if SANITIZED else 2), name
        assert not any(row[0] in ("lost", "failed") for row in rows), (name, rows)


def test_one_bad_event_spoils_no_other(tmp_path):
    lines = []
    for name, rrule, start in hostile_rules():
        lines += event("UID:" + name, "SUMMARY:bad", f"DTSTART:{start}", "RRULE:" + rrule)
        lines += event("UID:good " + name, "SUMMARY:good", "DTSTART:20260601T100000Z")
    rows = read(write(tmp_path, "all.ics", calendar(*lines)), first="2024-01-01")
    assert sum(row[0] == "event" and row[3] == "good" for row in rows) == 55


BOMBS = {
    "zone": calendar("BEGIN:VTIMEZONE", "TZID:X", "BEGIN:STANDARD", "DTSTART:19700101T000000",
                     "TZOFFSETFROM:+0000", "TZOFFSETTO:+0100", "RRULE:FREQ=MINUTELY",
                     "END:STANDARD", "END:VTIMEZONE",
                     *event("UID:1", "DTSTART;TZID=X:20260601T100000", "RRULE:FREQ=DAILY")),
    "tzid": calendar(*event("UID:1", "DTSTART;TZID=../../../dev/zero:20260601T100000")),
    "due": calendar("BEGIN:VTODO", *["DUE:abc"] * 30000, "END:VTODO"),
    "line": calendar(*event("UID:1", "DTSTART:20260601", "X-LONG:" + "a" * (4 << 20))),
    "one-line": b"BEGIN:VCALENDAR" + b"\\nX" * 200000,
    "nesting": calendar(*["BEGIN:X"] * 200000),
    "nul": b"\0" * (1 << 20),
    "many-dates": calendar(*event("UID:1", "DTSTART:20260601T100000Z",
                                  "RDATE:" + ",".join(["20260602T100000Z"] * 5000))),
    "many-rules": calendar(*[line for n in range(20000) for line in event(
        f"UID:{n}", "DTSTART:20240601T100000Z", "RRULE:FREQ=DAILY")]),
}


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_do_not_go_off(tmp_path, name):
    path = write(tmp_path, name + ".ics", BOMBS[name])
    begun = time.monotonic()
    run = subprocess.run([READ_FILES, READER, FIRST, LAST, "UTC", "--count", path],
                         capture_output=True, text=True, timeout=120)
    assert time.monotonic() - begun < (60 if SANITIZED else 4)
    assert "failed=0" in run.stdout and "lost" not in run.stdout
    assert "Sanitizer" not in run.stderr and "runtime error" not in run.stderr, run.stderr


def test_what_is_no_file_is_refused(tmp_path):
    os.mkfifo(tmp_path / "fifo.ics")
    sparse = write(tmp_path, "sparse.ics", "")
    os.truncate(sparse, 200 << 30)
    large = write(tmp_path, "large.ics", b"\n" * ((16 << 20) + 1))
    rows = read("/dev/zero", sparse, large, tmp_path / "fifo.ics", tmp_path / "none.ics")
    assert [row[0] for row in rows] == ["failed"] * 5
    full = write(tmp_path, "full.ics", calendar().encode() + b"\n" * ((16 << 20) - 64))
    assert [row[0] for row in read(full)] == []


def test_cards_come_too(tmp_path):
    write(tmp_path, "a.vcf", "BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=ISO-8859-2;ENCODING=QUOTED-PRINTABLE:"
          "D=B3ugosz;Jan\nEND:VCARD\n")
    assert read(tmp_path) == [["card", str(tmp_path / "a.vcf"), "", "Jan Długosz"]]


def test_problems_are_in_the_user_s_language(tmp_path):
    path = write(tmp_path, "x.ics", "nothing")
    assert [row[2] for row in read(path)] == ["There is no calendar in the file."]


# --- what it may do --------------------------------------------------------------------------

REFUSED = ["open-secret", "open-to-write", "make-file", "list-root", "make-socket",
           "make-local-socket", "make-pair", "connect", "run-program", "make-process", "trace",
           "kill", "map-code", "raise-limit", "unlink"]


def try_sandbox(*names):
    run = subprocess.run([TRY_SANDBOX, *names], capture_output=True, timeout=60, text=True)
    return dict(line.split(" ", 1) for line in run.stdout.splitlines()), run.returncode


def has_landlock():
    """Whether the kernel does it: what only Landlock forbids is not forbidden everywhere."""
    return try_sandbox("list-root")[0]["list-root"] != "ok"


def test_it_may_only_read_what_it_is_handed():
    found, status = try_sandbox(*REFUSED)
    assert status == 0
    for name in REFUSED:
        if name in ("open-secret", "list-root") and not has_landlock():
            continue
        assert found[name] in ("Operation not permitted", "Permission denied"), name
    assert try_sandbox("open-zone")[0] == {"open-zone": "ok"}


@pytest.mark.skipif(SANITIZED, reason="a sanitizer's shadow memory is larger than any memory")
def test_its_memory_is_limited():
    assert try_sandbox("eat")[0] == {"eat": "Cannot allocate memory"}


def test_it_dies_when_its_time_is_over():
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert try_sandbox("spin")[1] == -signal.SIGXCPU
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime - before.ru_utime < 6


class Reader:
    """The program itself, waiting for its first file."""

    def __init__(self):
        self.socket, theirs = socket.socketpair()
        self.process = subprocess.Popen(
            ["/bin/sh", "-c", 'exec "$0" 3<&0 </dev/null', READER], stdin=theirs.fileno())
        theirs.close()

    def proc(self, name):
        with open(f"/proc/{self.process.pid}/{name}", encoding="utf-8") as f:
            return f.read()

    def wait_until_sandboxed(self):
        deadline = time.monotonic() + 30
        while "Seccomp:\t2" not in self.proc("status"):
            assert time.monotonic() < deadline
            time.sleep(0.01)

    def end(self):
        self.socket.close()
        return self.process.wait(timeout=30)


@pytest.fixture
def reader():
    started = Reader()
    yield started
    started.process.kill()
    started.process.wait()
    started.socket.close()


def limits_of(reader):
    lines = reader.proc("limits").splitlines()[1:]
    return {line[:26].strip(): line[26:].split() for line in lines}


def test_limits_hold_before_the_first_byte(reader):
    reader.wait_until_sandboxed()
    assert "NoNewPrivs:\t1" in reader.proc("status")
    limits = limits_of(reader)
    assert int(limits["Max cpu time"][0]) <= 4
    assert limits["Max file size"][:2] == ["0", "0"]
    assert limits["Max core file size"][:2] == ["0", "0"]
    assert int(limits["Max open files"][1]) <= 32
    if not SANITIZED:
        assert int(limits["Max address space"][1]) <= 512 << 20


def test_it_ends_with_the_socket(reader):
    reader.wait_until_sandboxed()
    assert reader.end() == 0


@pytest.mark.parametrize("words", [b"\xff\xff\xff\xff", b"\0\0\0\0", b"\5\0\0\0hello", b"\1"])
def test_it_ends_when_it_hears_nonsense(reader, words):
    reader.socket.send(words)
    reader.socket.shutdown(socket.SHUT_WR)
    assert reader.process.wait(timeout=30) == 0


def test_a_file_may_change_while_it_is_read(tmp_path):
    """It shrinks and grows all the time: what is read is whole events, or fewer."""
    path = write(tmp_path, "a.ics", "")
    text = calendar(*[line for n in range(2000) for line in event(
        f"UID:{n}", "SUMMARY:s", "DTSTART:20260601T100000Z")]).encode()
    pid = os.fork()
    if pid == 0:
        while True:
            with open(path, "r+b") as f:
                f.write(text)
                f.truncate(len(text) // 2)
                f.truncate(0)
    try:
        for row in read(*[path] * 200):
            assert row[0] == "problem" or row[3:5] == ["s", "1780308000"]
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
