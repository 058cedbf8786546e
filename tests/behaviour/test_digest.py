# SPDX-License-Identifier: GPL-3.0-or-later
"""When more people wait than the day has room for, it is told once, in the morning."""

import pytest
from harness import DEADLINE_SECS

MORNING = "2026-08-21T10:00"


@pytest.fixture
def home(make_home):
    home = make_home()
    home.start(now="2026-08-20T12:00")
    for name in ("Ada", "Bob", "Cy", "Dan", "Eve"):
        home.aufait("add", name, *(["--private"] if name == "Bob" else []))
        home.aufait("note", name, "in Rome until today")
    home.daemons[-1].stop()
    return home


def digest(daemon):
    return daemon.digests.get(timeout=DEADLINE_SECS)


def is_silent(daemon):
    """Nothing was told by the time that the first nudge, which comes behind it, is shown."""
    daemon.next_nudge()
    return daemon.digests.empty()


def test_it_is_told_how_many_wait(home):
    told = digest(home.start(now=MORNING))
    assert told == {"count": 5, "text": "5 people are waiting for a word. Ada, Cy, Dan and 2 others. "
                                        "See “aufait today”."}


def test_once_a_day_over_a_restart(home):
    daemon = home.start(now=MORNING)
    digest(daemon)
    daemon.next_nudge()
    daemon.stop()
    daemon = home.start(now="2026-08-21T10:40")
    assert is_silent(daemon)
    daemon.stop()
    assert digest(home.start(now="2026-08-22T10:00"))["count"] == 5


def test_not_in_the_afternoon(home):
    assert is_silent(home.start(now="2026-08-21T15:00"))


def test_it_is_not_counted(home):
    daemon = home.start(now=MORNING)
    digest(daemon)
    daemon.next_nudge()
    daemon.stop()
    for time in ("10:31", "11:02"):
        daemon = home.start(now=f"2026-08-21T{time}")
        daemon.next_nudge()
        daemon.stop()


@pytest.mark.parametrize("setting", ["digest=false", "per-day=5"])
def test_not_where_it_is_not_wanted_or_all_fit(home, setting):
    home.configure(f"[nudges]\n{setting}\n")
    assert is_silent(home.start(now=MORNING))


def test_it_speaks_french(home):
    home.env["LANGUAGE"] = "fr"
    assert digest(home.start(now=MORNING))["text"] == (
        "5 personnes attendent un mot. Ada, Cy, Dan et 2 autres. Voir « aufait today ».")
