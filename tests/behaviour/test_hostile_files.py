# SPDX-License-Identifier: GPL-3.0-or-later
"""Hostile files beside a running daemon: each is read or set aside, nothing but files is opened, and
the daemon answers all the time."""

import os
import re
import socket
import stat
import subprocess
import time

import pytest
from harness import wait_until
from pulse import FACTOR, Pulse

DATA = os.environ["AUFAIT_TEST_DATA"]
READER = os.environ["AUFAIT_READER"]
READ_FILES = os.environ["READ_FILES"]
NOW = "2026-06-01T08:00"
AT_TEN = "DTSTART:20260601T100000Z"
FILE_SECS = 2 * FACTOR
"""What one file may take, from when it has its name until it is known or named as a problem."""


def calendar(*lines):
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *lines, "END:VCALENDAR", ""])


def event(summary, *lines):
    return ["BEGIN:VEVENT", f"UID:{summary}", f"SUMMARY:{summary}", *lines, "END:VEVENT"]


@pytest.fixture
def folders(in_memory, home):
    """An address book and a calendar, both empty."""
    home.configure("[sources]\ndiscover=false\ncards=~/cards\ncalendars=~/agenda\n")
    for name in ("cards", "agenda"):
        os.mkdir(home.file(name))
    return home


def put(home, name, content):
    """As vdirsyncer does it: whole, under another name first. When it got its name."""
    temporary = home.file("agenda", "tmphostile")
    with open(temporary, "wb") as f:
        f.write(content if isinstance(content, bytes) else content.encode())
    begun = time.monotonic()
    os.rename(temporary, home.file("agenda" if name.endswith(".ics") else "cards", name))
    return begun


def problems(home):
    """What is wrong, by the name of the file."""
    found = {}
    for problem in home.call("org.aufait.Status")["parameters"]["problems"]:
        found.setdefault(os.path.basename(problem["file"]), []).append(problem["what"])
    return found


def people(home):
    return {person["name"] for person in home.call("org.aufait.ListPeople")["parameters"]["people"]}


def seen(home, first="2026-01-01", until="2026-12-31"):
    return {found["summary"] for found in home.events(first, until)}


def hostile_rules():
    with open(os.path.join(DATA, "hostile-rrules.tsv"), encoding="utf-8") as f:
        return [line.rstrip("\n").split("\t")[:3] for line in f if not line.startswith("#")]


def expected_of(folder):
    """What a reader on its own says of the files: (the events seen, the problems by file)."""
    done = subprocess.run([READ_FILES, READER, "2024-06-01", "2027-06-30", "Europe/Paris", folder],
                          capture_output=True, timeout=120, check=True)
    rows = [line.split("\t") for line in done.stdout.decode().splitlines()]
    assert {row[0] for row in rows} <= {"event", "problem"}
    wrong = {}
    for row in rows:
        if row[0] == "problem":
            wrong.setdefault(os.path.basename(row[1]), []).append(row[2])
    return {row[3] for row in rows if row[0] == "event"}, wrong


class Stopwatch:
    """Puts files into a folder, one at a time, and keeps how long each took."""

    def __init__(self, home):
        self.home, self.took = home, {}

    def put(self, name, content, is_done):
        begun = put(self.home, name, content)
        wait_until(is_done, f"{name} is done or set aside", 5 * FILE_SECS)
        self.took[name] = time.monotonic() - begun

    def check(self, count):
        assert len(self.took) == count
        late = {name: took for name, took in self.took.items() if took > FILE_SECS}
        assert not late, late


def test_each_hostile_rule_is_done_or_said(folders):
    rules = hostile_rules()
    assert len(rules) == 55
    # Beside each one an event that is sure to be seen: then the file is done.
    texts = {name + ".ics": calendar(*event(name, f"DTSTART:{start}", "RRULE:" + rrule),
                                     *event("beside-" + name, AT_TEN))
             for name, rrule, start in rules}
    os.mkdir(folders.file("apart"))
    for name, text in texts.items():
        with open(folders.file("apart", name), "w", encoding="utf-8", newline="") as f:
            f.write(text)
    known, wrong = expected_of(folders.file("apart"))
    daemon = folders.start(now=NOW, notifier="none")
    stopwatch = Stopwatch(folders)
    with Pulse(folders) as pulse:
        for name, text in texts.items():
            stopwatch.put(name, text, lambda: problems(folders).get(name) == wrong.get(name) and
                          "beside-" + name[:-4] in seen(folders, "2026-06-01", "2026-06-01"))
    pulse.check()
    stopwatch.check(55)
    assert (seen(folders, "2024-06-01", "2027-06-30"), problems(folders)) == (known, wrong)
    assert sum("not supported" in what[0] for what in wrong.values()) > 20
    daemon.stop()


ZONE = ["BEGIN:VTIMEZONE", "TZID:X", "BEGIN:STANDARD", "DTSTART:19700101T000000",
        "TZOFFSETFROM:+0000", "TZOFFSETTO:+0100"]

# What a file holds, whether the event of its name is to be seen, and whether something is said.
TEXTS = {
    "zone-minutely": (calendar(*ZONE, "RRULE:FREQ=MINUTELY", "END:STANDARD", "END:VTIMEZONE",
                               *event("zone-minutely", "DTSTART;TZID=X:20260601T100000")), True, True),
    "zone-secondly": (calendar(*ZONE, "RRULE:FREQ=SECONDLY;BYMONTH=12", "END:STANDARD", "END:VTIMEZONE",
                               *event("zone-secondly", "DTSTART;TZID=X:20260601T100000",
                                      "RRULE:FREQ=DAILY")), True, True),
    "zone-dates": (calendar(*ZONE, "RDATE:" + ",".join(["20260101T000000"] * 20000), "END:STANDARD",
                            "END:VTIMEZONE",
                            *event("zone-dates", "DTSTART;TZID=X:20260601T100000")), True, True),
    "zones": (calendar(*[line for n in range(3000) for line in (
        "BEGIN:VTIMEZONE", f"TZID:Z{n}", *ZONE[2:], "END:STANDARD", "END:VTIMEZONE")],
                       *event("zones", "DTSTART;TZID=Z2999:20260601T100000")), True, True),
    "tzid-long": (calendar(*event("tzid-long", f"DTSTART;TZID={'a/' * 50000}:20260601T100000")), False, True),
    "tzid-zero": (calendar(*event("tzid-zero", "DTSTART;TZID=/dev/zero:20260601T100000")), True, True),
    "tzid-up": (calendar(*event("tzid-up", "DTSTART;TZID=../../../../../{trap}:20260601T100000")), True, True),
    "long-line": (calendar(*event("long-line", AT_TEN, "X-LONG:" + "a" * (4 << 20))), True, False),
    "dues": (calendar("BEGIN:VTODO", *["DUE:abc"] * 30000, "END:VTODO", *event("dues", AT_TEN)), True, False),
    "nesting": (calendar(*event("nesting", AT_TEN), *["BEGIN:X"] * 100000), True, False),
    "one-line": ("BEGIN:VCALENDAR" + "\\nX" * 100000, False, True),
    "zeros": (b"\0" * (1 << 20), False, True),
    "many-rules": (calendar(*[line for n in range(5000) for line in event(
        f"r{n}", "DTSTART:20160601T100000Z", "RRULE:FREQ=DAILY;COUNT=10")],
                            *event("many-rules", AT_TEN)), True, False),
    "empty": (b"", False, True),
    # Half-written: what is whole in it, and no more.
    "half": (calendar(*event("half", AT_TEN), *event("never", AT_TEN)).split("SUMMARY:never")[0], True, True),
    "half-line": (calendar(*event("half-line", AT_TEN)).split("ND:VEVENT")[0], False, True),
}


def card(*lines):
    return "\n".join(["BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", ""])


# The same of address books.
CARDS = {
    "photo": (card("FN:photo", "PHOTO;ENCODING=b;TYPE=JPEG:" + "QUJD" * (3 << 20)), True, False),
    "folds": (card("FN:folds", "NOTE:a" + "\n b" * 500_000), True, True),
    "quoted": (card("FN:quoted", "NOTE;ENCODING=QUOTED-PRINTABLE:" + "=3D=\n" * 200_000), True, True),
    "name": (card("FN:" + "a" * (4 << 20)), False, True),
    "begins": ("BEGIN:VCARD\n" * 200_000, False, True),
    "groups": (card("FN:groups", *[f"g{n}.EMAIL:{n}@example.org" for n in range(50_000)]), True, True),
    "semicolons": (card("FN:semicolons", "N:" + ";" * (1 << 20)), True, True),
    "zeros": (b"\0" * (1 << 20) + card("FN:zeros").encode(), True, False),
    "half": (card("FN:half") + card("FN:never").split("END:VCARD")[0], True, True),
}


def odd_places(home):
    """Everything that a folder may hold and that is no file; what is said of it."""
    name = lambda name: home.file("agenda", name)
    os.mkfifo(name("fifo.ics"))
    server = socket.socket(socket.AF_UNIX)
    server.bind(name("socket.ics"))
    os.symlink("/dev/zero", name("zero.ics"))
    os.symlink("fifo.ics", name("to-fifo.ics"))
    os.symlink("loop-b.ics", name("loop-a.ics"))
    os.symlink("loop-a.ics", name("loop-b.ics"))
    os.symlink("/nonexistent", name("nowhere.ics"))
    os.symlink(".", name("round"))
    os.symlink("..", name("up.ics"))
    os.mkdir(name("folder.ics"))
    with open(name("sparse.ics"), "wb") as f:
        f.truncate(200 << 30)
    no_file, nowhere = "not a file", "leads nowhere"
    return server, {
        "fifo.ics": no_file, "socket.ics": no_file, "zero.ics": no_file, "to-fifo.ics": no_file,
        "loop-a.ics": nowhere, "loop-b.ics": nowhere, "nowhere.ics": nowhere,
        "sparse.ics": "larger than 16 MiB", "up.ics": None, "folder.ics": None, "round": None,
    }


def test_each_hostile_file_is_done_or_set_aside(folders):
    trap = folders.file("trap")
    os.mkfifo(trap)
    daemon = folders.start(now=NOW, notifier="none")
    stopwatch = Stopwatch(folders)
    with Pulse(folders) as pulse:
        for rows, ending, list_known in (TEXTS, ".ics", seen), (CARDS, ".vcf", people):
            for name, (text, is_seen, is_wrong) in rows.items():
                content = text.replace("{trap}", trap) if isinstance(text, str) else text
                stopwatch.put(name + ending, content, lambda:
                              (name + ending in problems(folders)) == is_wrong and
                              (name in list_known(folders)) == is_seen)
    pulse.check()
    stopwatch.check(len(TEXTS) + len(CARDS))
    # What came first is as it was.
    assert problems(folders).keys() == {
        name + ending for rows, ending in ((TEXTS, ".ics"), (CARDS, ".vcf"))
        for name, row in rows.items() if row[2]}
    assert "never" not in seen(folders)
    daemon.stop()


def what_is_other(home, odd):
    """What is not yet as the table has it."""
    found, known = problems(home), seen(home)
    other = [(name, found.get(name)) for name, what in odd.items()
             if (what is None) != (name not in found) or (what and what not in found[name][0])]
    # A newline in a name is not one in an answer.
    if not any(re.fullmatch(r"bad.{0,3}name\.ics", name) for name in found):
        other.append(("bad\nname.ics", list(found)))
    if "newline" not in known:
        other.append(("new\nline.ics", sorted(known)))
    return other


def test_what_is_no_file_is_said_beside_a_running_daemon(folders):
    daemon = folders.start(now=NOW, notifier="none")
    with Pulse(folders) as pulse:
        server, odd = odd_places(folders)
        begun = put(folders, "new\nline.ics", calendar(*event("newline", AT_TEN)))
        put(folders, "bad\nname.ics", b"nothing")
        while (other := what_is_other(folders, odd)) and time.monotonic() < begun + 5 * FILE_SECS:
            time.sleep(0.01)
        took = time.monotonic() - begun
    pulse.check()
    server.close()
    assert other == []
    # All of them together, in the time of one.
    assert took < FILE_SECS
    daemon.stop()


def test_half_a_file_is_whole_when_it_is(folders):
    folders.start(now=NOW, notifier="none")
    text = calendar(*event("first", AT_TEN), *event("second", AT_TEN)).encode()
    path = folders.file("agenda", "a.ics")
    with open(path, "wb") as f:
        f.write(text[:-60])
    wait_until(lambda: "first" in seen(folders), "what is whole is read")
    assert "second" not in seen(folders) and "a.ics" in problems(folders)
    with open(path, "ab") as f:
        f.write(text[-60:])
    wait_until(lambda: "second" in seen(folders), "the rest is read")
    assert problems(folders) == {}


def start_without_privileges(home, monkeypatch):
    """Root may read everything: the daemon is started without that, where root runs the tests."""
    script = home.file("unprivileged")
    if os.geteuid() == 0 and os.environ["AUFAITD"] != script:
        with open(script, "w", encoding="utf-8") as f:
            f.write("#!/bin/sh\nexec setpriv --bounding-set=-dac_override,-dac_read_search "
                    f"'{os.environ['AUFAITD']}' \"$@\"\n")
        os.chmod(script, 0o700)
        monkeypatch.setenv("AUFAITD", script)
    return home.start(now=NOW, notifier="none")


def test_what_may_not_be_read_is_read_when_it_may(folders, monkeypatch):
    path = folders.file("agenda", "a.ics")
    put(folders, "a.ics", calendar(*event("closed", AT_TEN)))
    os.chmod(path, 0)
    start_without_privileges(folders, monkeypatch)
    wait_until(lambda: "a.ics" in problems(folders), "the file is named")
    assert "may not be read" in problems(folders)["a.ics"][0]
    begun = time.monotonic()
    os.chmod(path, 0o600)
    wait_until(lambda: "closed" in seen(folders), "the file is read")
    assert problems(folders) == {}
    os.chmod(path, 0)
    put(folders, "b.ics", calendar(*event("other", AT_TEN)))
    wait_until(lambda: "other" in seen(folders), "another file is read")
    assert time.monotonic() < begun + 2 * FILE_SECS


DENIED = ["It may not be read: check its permissions, and who owns it."]


@pytest.fixture
def permissions(home):
    """What is set for the test and taken back."""
    changed = []

    def change(*name, mode):
        changed.append(home.file(*name))
        os.chmod(changed[-1], mode)
    yield change
    for path in reversed(changed):
        os.chmod(path, 0o700)


def test_a_known_file_that_is_closed_is_told(folders, monkeypatch, permissions):
    put(folders, "a.ics", calendar(*event("closed", AT_TEN)))
    put(folders, "b.ics", calendar(*event("other", AT_TEN)))
    daemon = start_without_privileges(folders, monkeypatch)
    wait_until(lambda: seen(folders) == {"closed", "other"}, "both are read")
    permissions("agenda", "a.ics", mode=0)
    wait_until(lambda: problems(folders) == {"a.ics": DENIED}, "it is named")
    permissions("agenda", "a.ics", mode=0o600)
    wait_until(lambda: problems(folders) == {} and "closed" in seen(folders), "it is read")
    daemon.stop()
    permissions("agenda", "b.ics", mode=0)
    start_without_privileges(folders, monkeypatch)
    wait_until(lambda: problems(folders) == {"b.ics": DENIED}, "it is named after a new start")


@pytest.mark.parametrize("conf", ["[sources]\ndiscover=false\ncalendars=~/up/agenda;~/up/all.ics\n",
                                  "[sources]\ndiscover=false\ncalendars=~/up/*\n"])
@pytest.mark.parametrize("mode", [0, 0o400, 0o100])
def test_a_folder_that_is_closed_is_told(folders, monkeypatch, permissions, conf, mode):
    folders.configure(conf)
    put(folders, "a.ics", calendar(*event("inside", AT_TEN)))
    os.mkdir(folders.file("up"))
    os.rename(folders.file("agenda"), folders.file("up", "agenda"))
    with open(folders.file("up", "all.ics"), "w", encoding="utf-8") as f:
        f.write(calendar(*event("single", AT_TEN)))
    permissions("up", mode=mode)
    start_without_privileges(folders, monkeypatch)
    is_reached = mode == 0o100 and "*" not in conf
    wait_until(lambda: is_reached or DENIED in problems(folders).values(), "it is named")
    if not is_reached:
        assert "/up" in folders.aufait("sources") and "Problems:" in folders.aufait("status")
    permissions("up", mode=0o700)
    wait_until(lambda: seen(folders) == {"inside", "single"}, "they are read")
    wait_until(lambda: problems(folders) == {}, "nothing is wrong any more")


def test_a_usual_folder_that_is_closed_is_told(in_memory, home, monkeypatch, permissions):
    home.configure("")
    for account in ("one", "two"):
        os.makedirs(home.file(".calendars", account, "agenda"))
        with open(home.file(".calendars", account, "agenda", "a.ics"), "w", encoding="utf-8") as f:
            f.write(calendar(*event(account, AT_TEN)))
    permissions(".calendars", "two", "agenda", mode=0)
    daemon = start_without_privileges(home, monkeypatch)
    wait_until(lambda: problems(home) == {"agenda": DENIED} and seen(home) == {"one"}, "it is named")
    permissions(".calendars", "two", "agenda", mode=0o700)
    wait_until(lambda: problems(home) == {} and seen(home) == {"one", "two"}, "it is read")
    daemon.stop()
    permissions(".calendars", mode=0)
    start_without_privileges(home, monkeypatch)
    wait_until(lambda: problems(home) == {".calendars": DENIED}, "it is named")
    permissions(".calendars", mode=0o700)
    wait_until(lambda: problems(home) == {} and seen(home) == {"one", "two"}, "both are read")


def test_a_folder_named_like_a_file_is_no_calendar(in_memory, home):
    home.configure("[sources]\ncalendars=~/all.ics\n")
    os.makedirs(home.file("all.ics"))
    os.makedirs(home.file(".calendars", "main", "x.ics"))
    os.makedirs(home.file(".calendars", "holds.ics"))
    for folder in ("main", "holds.ics"):
        with open(home.file(".calendars", folder, "a.ics"), "w", encoding="utf-8") as f:
            f.write(calendar(*event(folder, AT_TEN)))
    home.start(now=NOW, notifier="none")
    wait_until(lambda: seen(home) == {"main", "holds.ics"}, "both calendars are read")
    said = home.aufait("sources")
    assert "x.ics" not in said
    assert problems(home) == {"all.ics": ["It is a folder."]}
    assert re.search("calendar +1 entry +~/.calendars/holds.ics\n", said), said


# --- what is opened --------------------------------------------------------------------------


def can_trace():
    done = subprocess.run(["strace", "-f", "-o", "/dev/null", "true"], capture_output=True, check=False)
    return done.returncode == 0


def read_text(path):
    with open(path, encoding="utf-8", errors="replace") as f:
        return f.read()


def trace_daemon(home, monkeypatch):
    """From now on the daemon is started by strace, which stays in the background; where it writes."""
    trace, script = home.file("trace"), home.file("traced")
    with open(script, "w", encoding="utf-8") as f:
        f.write("#!/bin/sh\nexec strace -D -f -y --seccomp-bpf -q -s 4096 "
                f"-e trace=open,openat,openat2 -o '{trace}' '{os.environ['AUFAITD']}' \"$@\"\n")
    os.chmod(script, 0o700)
    monkeypatch.setenv("AUFAITD", script)
    # A leak checker traces too, and there may be one only.
    home.env["ASAN_OPTIONS"] = os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0"
    return trace


OPENED = re.compile(r'open(?:at2?)?\((?:[^,"]*, )?"(?P<name>(?:[^"\\]|\\.)*)", (?P<flags>[^)]*)\) = \d+<(?P<path>.*)>$')


def test_nothing_but_files_is_opened(folders, monkeypatch):
    if not can_trace():
        pytest.skip("strace may not trace here")
    trap = folders.file("trap")
    os.mkfifo(trap)
    server, odd = odd_places(folders)
    put(folders, "up.ics.ics", calendar(*event("up", f"DTSTART;TZID=../../../../..{trap}:20260601T100000")))
    put(folders, "card.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:Marie Curie\nEND:VCARD\n")
    trace = trace_daemon(folders, monkeypatch)
    daemon = folders.start(now=NOW, notifier="none")
    wait_until(lambda: seen(folders) == {"up"} and folders.ask("list")["people"] and
               len(problems(folders)) == sum(what is not None for what in odd.values()) + 1,
               "all is looked at")
    daemon.stop()
    server.close()
    # The last line is of the end; short numbers are padded.
    ended = re.compile(rf"^{daemon.process.pid} +\+\+\+ exited", re.MULTILINE)
    wait_until(lambda: ended.search(read_text(trace)), "all is traced")
    lines = read_text(trace).splitlines()
    opened = [found for line in lines if (found := OPENED.search(line))]
    assert any(found["path"].endswith("agenda/up.ics.ics") for found in opened)
    assert not any("trap" in line for line in lines), [line for line in lines if "trap" in line]
    for found in opened:
        path = found["path"].removesuffix("(deleted)")
        if "O_PATH" in found["flags"] or not path.startswith(folders.path):
            assert not path.startswith("/dev/zero") or "O_PATH" in found["flags"], found[0]
        elif os.path.lexists(path):
            mode = os.lstat(path).st_mode
            assert stat.S_ISREG(mode) or stat.S_ISDIR(mode), found[0]
