# SPDX-License-Identifier: GPL-3.0-or-later
"""When someone can be called: what asks to call them comes then."""

import pytest
from test_calendar import card, start


@pytest.fixture
def home(make_home):
    home = make_home()
    home.start(now="2026-06-30T12:00")
    home.aufait("add", "Marie Curie")
    home.aufait("note", "marie", "in Rome until today")
    return home


def at(home, who="marie"):
    return [nudge["at"] for nudge in home.ask("about", who)["nudges"]]


def test_a_nudge_comes_within_the_hours_of_the_person(home):
    assert at(home) == ["2026-07-01T10:00:00+02:00"]
    assert home.aufait("hours", "marie", "18:00-21:00") == "Marie Curie: to be called at 18:00-21:00.\n"
    assert at(home) == ["2026-07-01T18:00:00+02:00"]
    assert "to be called at 18:00-21:00" in home.aufait("about", "marie")
    assert home.aufait("hours", "Marie", "Curie", "any") == "Marie Curie: to be called at any time.\n"
    assert at(home) == ["2026-07-01T10:00:00+02:00"]


def test_hours_are_taken_back(home):
    home.aufait("hours", "marie", "9:00 – 9:30")
    assert home.ask("about", "marie")["person"]["hours"] == "09:00-09:30"
    assert "hours of Marie Curie: 09:00-09:30" in home.aufait("undo")
    assert "hours" not in home.ask("about", "marie")["person"]


@pytest.mark.parametrize("hours", ["evening", "18:00", "25:00-26:00", "18:00-21:00x"])
def test_what_are_no_hours_is_refused(home, hours):
    answer = home.try_aufait("hours", "marie", hours)
    assert answer.status == 1, answer
    assert "18:00-21:00" in answer.err
    assert "hours" not in home.ask("about", "marie")["person"]


def test_hours_outlive_the_daemon_and_are_kept_by_what_is_shown(home):
    home.aufait("hours", "marie", "18:00-21:00")
    home.daemons[-1].stop()
    daemon = home.start(now="2026-07-01T17:59:58")
    assert daemon.next_nudge()["at"] == "2026-07-01T18:00:00+02:00"


def test_the_clocks_are_those_where_the_person_lives(make_home):
    home = make_home()
    card(home, "ada", "FN:Ada", "TZ:America/New_York")
    card(home, "bob", "FN:Bob", "TZ:Asia/Tokyo")
    card(home, "eve", "FN:Eve", "TZ:-0500")
    start(home, "2026-06-30T12:00")
    for who in ("ada", "bob", "eve"):
        home.aufait("note", who, "in Rome until today")
    assert at(home, "ada") == ["2026-07-01T15:00:00+02:00"]
    assert at(home, "bob") == ["2026-07-01T10:00:00+02:00"]
    assert at(home, "eve") == ["2026-07-01T16:00:00+02:00"]
    home.aufait("hours", "bob", "20:00-21:00")
    assert at(home, "bob") == ["2026-07-01T13:00:00+02:00"]


def test_hours_in_french(make_home):
    home = make_home(language="fr")
    home.start(now="2026-06-30T12:00")
    home.aufait("add", "Marie Curie")
    assert "18:00-21:00" in home.aufait("hours", "marie", "18:00-21:00")
    home.aufait("hours", "marie", "toujours")
    assert "hours" not in home.ask("about", "marie")["person"]
