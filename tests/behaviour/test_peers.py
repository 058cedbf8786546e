# SPDX-License-Identifier: GPL-3.0-or-later
"""What is read of calendars and address books, beside what khal and khard read of the same files;
and how a card and an event come from a server."""

import collections
import datetime
import os
import pathlib
import subprocess
import zoneinfo

import calendar_corpus
import card_corpus
import peers
import pytest
from harness import wait_until

READER = os.environ["AUFAIT_READER"]
READ_FILES = os.environ["READ_FILES"]
PARIS = zoneinfo.ZoneInfo("Europe/Paris")
FIRST, LAST = calendar_corpus.FIRST, calendar_corpus.LAST
DAY = datetime.timedelta(days=1)

needs_khal = pytest.mark.skipif(not peers.is_here("khal"), reason="khal is not here")
needs_server = pytest.mark.skipif(not peers.is_here("vdirsyncer", "radicale", "curl"),
                                  reason="vdirsyncer, radicale or curl is not here")
needs_khard = pytest.mark.skipif(not peers.is_here("khard"), reason="khard is not here")


def read(*paths, first=FIRST, last=LAST):
    """The rows of the reader, as lists of fields."""
    done = subprocess.run([READ_FILES, READER, f"{first}", f"{last}", "Europe/Paris", *map(str, paths)],
                          capture_output=True, timeout=240, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return [line.split("\t") for line in done.stdout.decode().splitlines()]


# --- a calendar ------------------------------------------------------------------------------


def minute(when):
    return f"{when.astimezone(PARIS):%Y-%m-%d %H:%M}"


def days_of(summary, start, end):
    """A row for each day that a calendar shows it on, as of khal_days(); @start and @end are both
    dates, the last one inclusive, or both instants."""
    if isinstance(start, datetime.datetime):
        last = (max(start, end - datetime.timedelta(seconds=1))).astimezone(PARIS).date()
        first, texts = start.astimezone(PARIS).date(), (minute(start), minute(end))
    else:
        first, last, texts = start, end, (f"{start}", f"{end}")
    first, last = max(first, FIRST), min(last, LAST)
    return {(f"{first + n * DAY}", summary, *texts) for n in range((last - first).days + 1)}


def time_of_row(text):
    if "-" in text[1:]:
        return datetime.date.fromisoformat(text)
    return datetime.datetime.fromtimestamp(int(text), datetime.timezone.utc)


def reader_days(folder):
    rows = read(folder)
    assert {row[0] for row in rows} == {"event"}, [row for row in rows if row[0] != "event"][:9]
    return set().union(*(days_of(row[3], time_of_row(row[4]), time_of_row(row[5])) for row in rows))


def say_difference(folder, ours, theirs, who):
    """The first files that are read differently, with what is in them."""
    by_file = collections.defaultdict(list)
    for row in sorted(ours ^ theirs):
        by_file[row[1].split("-")[0]].append(("ours " if row in ours else f"{who} ") + " ".join(row))
    texts = [f"{name}:\n" + "\n".join(rows[:6]) + "\n" + (folder / f"e{name[1:]}.ics").read_text()
             for name, rows in list(by_file.items())[:3]]
    return f"{len(by_file)} files differ\n" + "\n".join(texts)


@pytest.fixture(scope="module")
def calendar(tmp_path_factory):
    """A thousand files, and what khal shows of them."""
    home = tmp_path_factory.mktemp("khal")
    folder = home / "calendars" / "all"
    folder.mkdir(parents=True)
    calendar_corpus.make_calendar(folder)
    return folder, peers.khal_days(home, folder, FIRST, LAST + DAY)


@needs_khal
def test_khal_and_the_reader_agree_day_by_day(calendar):
    folder, theirs = calendar
    assert len({row[0] for row in theirs}) > 700 and len(theirs) > 6000
    ours = reader_days(folder)
    assert ours == theirs, say_difference(folder, ours, theirs, "khal")


def time_of_event(text):
    return (datetime.datetime if "T" in text else datetime.date).fromisoformat(text)


def daemon_days(home):
    """A month at a time: answers have a limit."""
    days, month = set(), FIRST
    while month < LAST:
        end = (month + 31 * DAY).replace(day=1) - DAY
        listed = home.ask("events", "--from", f"{month}", "--until", f"{end}")["events"]
        for event in listed:
            days |= days_of(event["summary"], time_of_event(event["start"]), time_of_event(event["end"]))
        month = end + DAY
    return days


@needs_khal
def test_khal_and_aufait_agree_day_by_day(home, calendar):
    folder, theirs = calendar
    home.configure(f"[sources]\ndiscover=false\ncalendars={folder}\n")
    home.start(now="2026-06-01T08:00", notifier="none")
    # All that the daemon keeps: two years back to one year ahead.
    kept = read(folder, first="2024-06-01", last="2027-06-30")
    n_items = len({row[2] for row in kept})
    wait_until(lambda: home.ask("status")["sources"][0]["items"] == n_items, "all files are read")
    theirs = {row for row in theirs if not row[1].endswith(calendar_corpus.CANCELLED)}
    ours = daemon_days(home)
    assert ours == theirs, say_difference(folder, ours, theirs, "khal")


# What khal is no judge of, by RFC 5545. Lines of one event; then days, or its starts and ends as
# clocks in Paris show them.
OWN = [
    # 3.3.5: an hour that is there twice means the first one; one that is not there, the offset before.
    ("DTSTART;TZID=Europe/Paris:20261025T023000|DURATION:PT30M", "2026-10-25 00:30/01:00 UTC"),
    ("DTSTART;TZID=Europe/Paris:20260329T023000|DURATION:PT30M", "2026-03-29 01:30/02:00 UTC"),
    # The same of one that comes again.
    ("DTSTART;TZID=Europe/Paris:20261024T023000|DURATION:PT30M|RRULE:FREQ=DAILY;COUNT=3",
     "2026-10-24 00:30/01:00 UTC, 2026-10-25 00:30/01:00 UTC, 2026-10-26 01:30/02:00 UTC"),
    # 3.8.2.5: days of a length are days of clocks, hours are hours.
    ("DTSTART;TZID=Europe/Paris:20260328T120000|DURATION:P1D", "2026-03-28 11:00/2026-03-29 10:00 UTC"),
    ("DTSTART;TZID=Europe/Paris:20260328T120000|DURATION:PT24H",
     "2026-03-28 11:00/2026-03-29 11:00 UTC"),
    # 3.6.1: without an end, an event with a time ends when it begins; khal gives it an hour.
    ("DTSTART:20260601T100000Z", "2026-06-01 10:00/10:00 UTC"),
    ("DTSTART:20260601T100000Z|DTEND:20260601T100000Z", "2026-06-01 10:00/10:00 UTC"),
    # 3.8.5.2: a period is another length for one occurrence.
    ("DTSTART:20260601T100000Z|DURATION:PT1H|RDATE;VALUE=PERIOD:20260603T100000Z/PT2H",
     "2026-06-01 10:00/11:00 UTC, 2026-06-03 10:00/12:00 UTC"),
    # 3.8.5.3: DTSTART is the first occurrence, and counts, where the rule does not have it.
    ("DTSTART:20260601T100000Z|DURATION:PT1H|RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=2",
     "2026-06-01 10:00/11:00 UTC, 2026-06-02 10:00/11:00 UTC"),
    # 29 February comes in leap years only.
    ("DTSTART;VALUE=DATE:20240229|RRULE:FREQ=YEARLY;COUNT=3", ""),
]

# 3.2.13: from the second occurrence on, later and shorter, by what clocks show.
FUTURE = """BEGIN:VEVENT
UID:own-future
SUMMARY:own-future
DTSTART;TZID=Europe/Paris:20260321T100000
DURATION:PT1H
RRULE:FREQ=WEEKLY;COUNT=3
END:VEVENT
BEGIN:VEVENT
UID:own-future
SUMMARY:own-future
RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Paris:20260328T100000
DTSTART;TZID=Europe/Paris:20260328T120000
DURATION:PT30M
END:VEVENT"""
FUTURE_TIMES = "2026-03-21 09:00/10:00 UTC, 2026-03-28 11:00/11:30 UTC, 2026-04-04 10:00/10:30 UTC"

# 3.3.5: a time without a zone is of the user's own; a replaced occurrence may be of a zone instead.
FLOATING = """BEGIN:VEVENT
UID:own-floating
SUMMARY:own-floating
DTSTART:20260601T100000
DURATION:PT1H
RRULE:FREQ=DAILY;COUNT=2
END:VEVENT
BEGIN:VEVENT
UID:own-floating
SUMMARY:own-floating
RECURRENCE-ID:20260602T100000
DTSTART;TZID=America/New_York:20260602T100000
DURATION:PT1H
END:VEVENT"""
FLOATING_TIMES = "2026-06-01 08:00/09:00 UTC, 2026-06-02 14:00/15:00 UTC"


def own_calendar(folder):
    """Writes a file a row; what is to be seen of them, as “SUMMARY FROM/TO”."""
    expected = {}
    files = {f"own-{n}": ("\n".join(["BEGIN:VEVENT", f"UID:own-{n}", f"SUMMARY:own-{n}",
                                     *lines.split("|"), "END:VEVENT"]), times)
             for n, (lines, times) in enumerate(OWN)}
    files["own-future"] = (FUTURE, FUTURE_TIMES)
    files["own-floating"] = (FLOATING, FLOATING_TIMES)
    for name, (lines, times) in files.items():
        text = f"BEGIN:VCALENDAR\nVERSION:2.0\n{lines}\nEND:VCALENDAR\n"
        (folder / f"{name}.ics").write_text(text)
        expected[name] = sorted(filter(None, times.split(", ")))
    return expected


def in_utc(start, end):
    start, end = (when.astimezone(datetime.timezone.utc) for when in (start, end))
    same = start.date() == end.date()
    return f"{start:%Y-%m-%d %H:%M}/" + format(end, "%H:%M" if same else "%Y-%m-%d %H:%M") + " UTC"


def test_the_rfc_decides_where_khal_does_not(tmp_path):
    expected = own_calendar(tmp_path)
    found = {name: [] for name in expected}
    for row in read(tmp_path):
        assert row[0] == "event", row
        found[row[3]].append(in_utc(time_of_row(row[4]), time_of_row(row[5])))
    assert {name: sorted(times) for name, times in found.items()} == expected


# --- an address book -------------------------------------------------------------------------


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    """A folder of a thousand cards, and the cards."""
    folder = tmp_path_factory.mktemp("khard") / "book"
    folder.mkdir()
    return folder, card_corpus.make_cards(folder)


@needs_khard
def test_khard_and_the_reader_agree_on_names(book):
    folder, cards = book
    theirs = sorted((row[0], row[1]) for row in peers.khard_rows(folder.parent, folder, "list"))
    rows = read(folder)
    assert {row[0] for row in rows} == {"card"}
    assert sorted((row[2], row[3]) for row in rows) == theirs
    assert len(theirs) == len(cards)


@needs_khard
def test_khard_and_aufait_agree_on_people(home, book):
    folder, cards = book
    home.configure(f"[sources]\ndiscover=false\ncards={folder}\n")
    home.start(now="2026-06-01T08:00", notifier="none")
    theirs = {
        "names": sorted(row[1] for row in peers.khard_rows(folder.parent, folder, "list")),
        "emails": sorted(row[:2] for row in peers.khard_rows(folder.parent, folder, "email")),
        "phones": sorted(row[:2] for row in peers.khard_rows(folder.parent, folder, "phone")),
    }
    wait_until(lambda: home.ask("status")["people"] == len(cards), "all cards are read")
    people = home.ask("list")["people"]
    assert theirs == {
        "names": sorted(person["name"] for person in people),
        "emails": sorted([mail, person["name"]] for person in people for mail in person["emails"]),
        "phones": sorted([phone, person["name"]] for person in people for phone in person["phones"]),
    }


# --- from a server ---------------------------------------------------------------------------

CARD = ["BEGIN:VCARD", "VERSION:3.0", "UID:zoe", "FN:Zoe Martin", "N:Martin;Zoe;;;",
        "EMAIL:zoe@example.org", "BDAY:1990-07-03", "END:VCARD"]
LUNCH = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", "BEGIN:VEVENT", "UID:lunch",
         "DTSTAMP:20260101T000000Z", "SUMMARY:Lunch with Zoe", "DTSTART:20260703T103000Z",
         "DTEND:20260703T113000Z", "END:VEVENT", "END:VCALENDAR"]


@needs_server
def test_a_card_and_an_event_come_from_a_server(home):
    at_home = pathlib.Path(home.path)
    server = peers.Radicale(at_home)
    try:
        vdirsyncer = peers.Vdirsyncer(at_home, server.url)
        vdirsyncer.discover()
        daemon = home.start(now="2026-07-03T10:00:01")
        server.put("people/zoe.vcf", *CARD)
        server.put("agenda/lunch.ics", *LUNCH)
        server.put("agenda/dinner.ics", *(line.replace("lunch", "dinner").replace("Lunch", "Dinner").replace("20260703", "20260704")
                                          for line in LUNCH))
        vdirsyncer.sync()
        nudge = daemon.next_nudge()
        assert nudge["person"]["name"] == "Zoe Martin" and nudge["kind"] == "birthday"
        (person,) = home.ask("list")["people"]
        assert person["emails"] == ["zoe@example.org"] and person["birthday"] == "1990-07-03"
        wait_until(lambda: len(home.events()) == 2, "the events are known")
        event = home.events()[0]
        assert (event["summary"], event["calendar"]) == ("Lunch with Zoe", "agenda")
        assert event["start"] == "2026-07-03T12:30:00+02:00"
        assert [found["name"] for found in event["people"]] == ["Zoe Martin"]
        server.delete("agenda/lunch.ics")
        vdirsyncer.sync()
        wait_until(lambda: len(home.events()) == 1, "the event is gone")
    finally:
        server.end()
