# SPDX-License-Identifier: GPL-3.0-or-later
"""A calendar of everyday events, the same each time: what people's programs write, in the
constructs that RFC 5545 leaves no two opinions about.

Left out on purpose, because khal is not a judge of them: hours that a change of the clocks takes
away or repeats (khal takes the second of two, the RFC the first), DURATION in days across such a
change (khal counts 24 hours a day), DTEND without a zone across one (no length is exact there),
RANGE=THISANDFUTURE (khal shifts by seconds, not by clocks), RDATE with PERIOD (khal refuses it), a
DTSTART that its rule does not have (undefined in the RFC), an event without a length (khal gives it
an hour), a replaced occurrence that changes between a fixed and a floating time (khal shows both).
test_peers.py holds ours to a table of its own there."""

import datetime
import random

from dateutil.rrule import rrulestr

FIRST = datetime.date(2025, 1, 1)
LAST = datetime.date(2026, 12, 31)

WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
SYSTEM_ZONES = ["Europe/Paris", "Europe/Paris", "America/New_York", "Asia/Kolkata",
                "Australia/Sydney", "America/Sao_Paulo"]

# name: (standard, daylight, month and weekday of the change to daylight, of that back)
OWN_ZONES = {
    "Bureau": ("+0100", "+0200", "BYMONTH=3;BYDAY=-1SU", "BYMONTH=10;BYDAY=-1SU"),
    "/example.org/Chicago": ("-0600", "-0500", "BYMONTH=3;BYDAY=2SU", "BYMONTH=11;BYDAY=1SU"),
}

CANCELLED = "x"
"""What the summary of an event ends in that was cancelled: khal shows them."""

STEP = {"DAILY": 1, "WEEKLY": 7, "MONTHLY": 30, "YEARLY": 365}


def observance(kind, before, after, rule, first):
    return [f"BEGIN:{kind}", f"TZOFFSETFROM:{before}", f"TZOFFSETTO:{after}", f"TZNAME:{after}",
            f"DTSTART:{first}", f"RRULE:FREQ=YEARLY;{rule}", f"END:{kind}"]


def own_zone(name):
    standard, daylight, spring, autumn = OWN_ZONES[name]
    # The first Sundays that the rules have in 2007.
    springs = {"BYMONTH=3;BYDAY=-1SU": "20070325T020000", "BYMONTH=3;BYDAY=2SU": "20070311T020000"}
    autumns = {"BYMONTH=10;BYDAY=-1SU": "20071028T030000", "BYMONTH=11;BYDAY=1SU": "20071104T020000"}
    return ["BEGIN:VTIMEZONE", f"TZID:{name}",
            *observance("DAYLIGHT", standard, daylight, spring, springs[spring]),
            *observance("STANDARD", daylight, standard, autumn, autumns[autumn]), "END:VTIMEZONE"]


# --- times -----------------------------------------------------------------------------------


class Form:
    """How an event writes its times: as days, or with hours of a zone, of UTC, of nowhere."""

    def __init__(self, zone=None, utc=False, days=False):
        self.zone, self.utc, self.days = zone, utc, days

    def text(self, when):
        if self.days:
            return f"{when:%Y%m%d}"
        return f"{when:%Y%m%dT%H%M%S}" + ("Z" if self.utc else "")

    def line(self, name, *whens):
        parameter = ";VALUE=DATE" if self.days else f";TZID={self.zone}" if self.zone else ""
        return f"{name}{parameter}:" + ",".join(self.text(when) for when in whens)


def make_form(r):
    kind = r.random()
    if kind < 0.25:
        return Form(days=True)
    if kind < 0.40:
        return Form(utc=True)
    if kind < 0.50:
        return Form()
    return Form(zone=r.choice(SYSTEM_ZONES if kind < 0.85 else list(OWN_ZONES)))


def make_start(r, first=FIRST, days=700):
    """At an hour that no change of the clocks touches."""
    day = first + datetime.timedelta(days=r.randrange(days))
    return datetime.datetime.combine(day, datetime.time(r.randrange(5, 23), r.choice([0, 15, 30])))


def end_lines(r, form, start):
    """DTEND, DURATION, or nothing."""
    if form.days:
        days = r.choice([1, 1, 1, 2, 3, 8])
        end = start + datetime.timedelta(days=days)
        return r.choice([[form.line("DTEND", end)], [f"DURATION:P{days}D"], [form.line("DTEND", end)]])
    minutes = r.choice([30, 45, 60, 90, 120, 180, 20 * 60, 50 * 60])
    if not form.zone and not form.utc:
        minutes = min(minutes, 180)
    if minutes < 600 and r.random() < 0.3:
        return [f"DURATION:PT{minutes}M"]
    return [form.line("DTEND", start + datetime.timedelta(minutes=minutes))]


# --- rules -----------------------------------------------------------------------------------


def daily(r):
    return "FREQ=DAILY"


def weekly(r):
    days = sorted(r.sample(range(7), r.randrange(1, 4)))
    return "FREQ=WEEKLY" + r.choice(["", ";BYDAY=" + ",".join(WEEKDAYS[d] for d in days)])


def monthly(r):
    return "FREQ=MONTHLY" + r.choice([
        "", f";BYMONTHDAY={r.randrange(1, 32)}", ";BYMONTHDAY=-1", ";BYMONTHDAY=1,15",
        f";BYDAY={r.choice([1, 2, 3, 4, -1])}{r.choice(WEEKDAYS)}",
        f";BYDAY={r.choice([1, 2, 3, 4, -1])}{r.choice(WEEKDAYS)}",
        ";BYDAY=MO,TU,WE,TH,FR;BYSETPOS=" + r.choice(["1", "-1"])])


def yearly(r):
    month = r.randrange(1, 13)
    return "FREQ=YEARLY" + r.choice([
        "", "", f";BYMONTH={month};BYMONTHDAY={r.randrange(1, 29)}",
        f";BYMONTH={month};BYDAY={r.choice([1, 2, -1])}{r.choice(WEEKDAYS)}"])


def make_rule(r):
    make = r.choice([daily, weekly, weekly, monthly, monthly, yearly])
    rule = make(r)
    interval = r.choice([1, 1, 1, 2, 3]) if make is not yearly else r.choice([1, 1, 2])
    if interval > 1:
        rule += f";INTERVAL={interval}"
    if make is weekly and r.random() < 0.3:
        rule += ";WKST=" + r.choice(["SU", "MO"])
    return rule, STEP[make.__name__.upper()] * interval


def end_rule(r, rule, step, form, start):
    kind = r.random()
    if kind < 0.08 and step >= 14:
        return rule
    if kind < 0.6:
        return f"{rule};COUNT={r.randrange(1, 10)}"
    until = start + datetime.timedelta(days=step * r.randrange(0, 9) + r.randrange(step))
    if not form.days:
        # The latest hour of a day is behind the event in every zone.
        until = until.replace(hour=23, minute=59)
    # By RFC 5545, 3.3.10: of the form of DTSTART, but in UTC for one with a zone.
    ends = Form(utc=True) if form.zone else form
    return f"{rule};UNTIL={ends.text(until)}"


def occurrences(rule, start, limit=12):
    """As the event's own clocks show them; without regard to UNTIL, which may be of another zone."""
    parts = [part for part in rule.split(";") if not part.startswith("UNTIL")]
    found = []
    for when in rrulestr(";".join(parts), dtstart=start):
        found.append(when)
        if len(found) == limit:
            break
    return found


# --- events ----------------------------------------------------------------------------------


class Maker:
    def __init__(self, r, number):
        self.r, self.number = r, number
        self.uid = f"e{number:04}@example.org"
        self.form = make_form(r)
        self.names = 0

    def event(self, form, start, *lines):
        self.names += 1
        mark = CANCELLED if "STATUS:CANCELLED" in lines else ""
        return ["BEGIN:VEVENT", f"UID:{self.uid}", "DTSTAMP:20240101T000000Z",
                f"SUMMARY:n{self.number:04}-{self.names}{mark}", form.line("DTSTART", start), *lines,
                "END:VEVENT"]

    def single(self):
        start = make_start(self.r)
        return self.event(self.form, start, *end_lines(self.r, self.form, start))

    def series(self):
        r, form = self.r, self.form
        rule, step = make_rule(r)
        back = r.choice([0, 0, 0, 30, 400]) if step >= 7 else 0
        start = make_start(r, FIRST - datetime.timedelta(days=back))
        start = occurrences(rule, start, 1)[0]
        rule = end_rule(r, rule, step, form, start)
        found = occurrences(rule, start)
        lines = [f"RRULE:{rule}", *end_lines(r, form, start)]
        kind = r.random()
        if kind < 0.25:
            lines += self.exdates(found)
        elif kind < 0.35:
            lines += self.rdates(start)
        more = self.overrides(found) if 0.35 < kind < 0.6 else []
        both = [self.event(form, start, *lines), *more]
        r.shuffle(both)
        return sum(both, [])

    def exdates(self, found):
        """On a line, or on one each. The first occurrence as well as any other."""
        gone = self.r.sample(found, min(len(found), self.r.randrange(1, 4)))
        if self.r.random() < 0.5:
            return [self.form.line("EXDATE", *gone)]
        return [self.form.line("EXDATE", when) for when in gone]

    def rdates(self, start):
        more = [start + datetime.timedelta(days=self.r.randrange(1, 300))
                for _ in range(self.r.randrange(1, 4))]
        return [self.form.line("RDATE", *sorted(set(more)))]

    def overrides(self, found):
        """One or two are elsewhen: moved, longer, in another zone, or cancelled."""
        made = []
        for when in self.r.sample(found, min(len(found), self.r.randrange(1, 3))):
            form = self.form
            if form.zone in SYSTEM_ZONES and self.r.random() < 0.3:
                form = Form(zone=self.r.choice(SYSTEM_ZONES))
            moved = when + datetime.timedelta(days=self.r.randrange(-3, 4))
            if not form.days:
                moved = moved.replace(hour=self.r.randrange(5, 23))
            lines = [self.form.line("RECURRENCE-ID", when), *end_lines(self.r, form, moved)]
            if self.r.random() < 0.2:
                lines.append("STATUS:CANCELLED")
            made.append(self.event(form, moved, *lines))
        return made

    def file(self):
        lines = self.single() if self.number % 4 == 0 else self.series()
        zones = [name for name in OWN_ZONES if any(f"TZID={name}:" in line for line in lines)]
        return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//corpus//EN",
                            *(line for name in zones for line in own_zone(name)), *lines,
                            "END:VCALENDAR", ""])


def make_calendar(folder, count=1000, seed=5545):
    """Writes @count files into @folder, a pathlib.Path."""
    for number in range(count):
        # Of its own for each: a change of one is no change of the others.
        maker = Maker(random.Random(seed * 100_000 + number), number)
        (folder / f"e{number:04}.ics").write_bytes(maker.file().encode())
