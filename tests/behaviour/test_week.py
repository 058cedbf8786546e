# SPDX-License-Identifier: GPL-3.0-or-later
"""The week behind, and the week ahead."""

import pytest


def fill(home):
    home.aufait("add", "Marie Curie")
    home.aufait("add", "Paul Martin")
    home.aufait("met", "marie", "--on", "2026-06-20")
    home.aufait("called", "paul", "--on", "2026-06-29")
    home.aufait("note", "marie", "part", "en", "Crète", "du", "3", "au", "6", "juillet")
    home.aufait("note", "marie", "part", "en", "Italie", "du", "10", "au", "20", "août")


def test_a_week_is_seven_days_either_way(home):
    home.start(now="2026-07-01T12:00")
    assert "Nothing in the week behind" in home.aufait("week")
    fill(home)
    week = home.ask("week")
    assert [(c["on"], c["how"]) for c in week["contacts"]] == [("2026-06-29", "called")]
    assert len(week["notes"]) == 2
    assert [n["at"][:10] for n in week["nudges"]] == ["2026-07-07"], "August is not this week"
    assert (week["from"], week["until"]) == ("2026-07-01", "2026-07-07")
    assert week["events"] == [] and week["done"] == []


def test_what_was_done_is_behind(home):
    daemon = home.start(now="2026-07-01T12:00")
    fill(home)
    daemon.stop()
    daemon = home.start(now="2026-07-07T10:30")
    daemon.next_nudge()
    home.aufait("done", "marie")
    week = home.ask("week")
    assert [nudge["kind"] for nudge in week["done"]] == ["return"]
    assert week["nudges"] == []


def test_what_was_done_before_it_was_shown_is_behind_for_a_week(home):
    daemon = home.start(now="2026-07-01T12:00")
    fill(home)
    italy = next(nudge for nudge in home.ask("nudges")["nudges"] if nudge["at"] > "2026-08")
    home.aufait("done", str(italy["id"]))
    assert [nudge["id"] for nudge in home.ask("week")["done"]] == [italy["id"]]
    assert home.ask("week")["contacts"] != []
    home.aufait("undo")
    assert home.ask("week")["done"] == []
    home.aufait("done", str(italy["id"]))
    daemon.stop()
    home.start(now="2026-07-08T12:00")
    assert home.ask("week")["done"] == []


def test_what_nothing_asks_for_any_more_was_done_all_the_same(home):
    """A call ends the silence that asked for it."""
    home.start(now="2026-07-01T10:05")
    home.aufait("add", "Tom")
    home.aufait("met", "tom", "--on", "2026-05-01")
    home.aufait("every", "tom", "3w")
    checkin = home.ask("nudges")["nudges"][0]
    assert home.aufait("done", str(checkin["id"])).startswith("Done: ")
    assert home.ask("nudges")["nudges"] == []
    done, = home.ask("nudges", "--all")["nudges"]
    for field in ("id", "key", "kind", "person", "at"):
        assert done.get(field) == checkin.get(field)
    assert done["state"] == "done" and done["title"] == "Keeping in touch with Tom"
    assert home.ask("week")["done"] == [done]
    assert "Keeping in touch with Tom" in home.aufait("week")
    again = home.try_aufait("done", str(checkin["id"]))
    assert again.status == 1 and "is done already" in again.err
    why = home.try_aufait("why", str(checkin["id"]))
    assert why.status == 1 and "is done already" in why.err


def test_what_was_done_bears_the_day_on_which_it_was(home):
    """Not the one for which it was meant, which is still to come."""
    home.start(now="2026-07-01T12:00")
    home.aufait("add", "Paul Martin")
    home.aufait("note", "paul", "has", "an", "exam", "on", "Friday")
    wish = next(nudge for nudge in home.ask("nudges")["nudges"] if nudge["kind"] == "wish")
    assert "doneOn" not in wish
    home.aufait("done", str(wish["id"]))
    done, = home.ask("week")["done"]
    assert (done["at"][:10], done["doneOn"]) == ("2026-07-02", "2026-07-01")
    text = home.aufait("week")
    assert f"Done\n{wish['id']}  today  Paul Martin" in text, text
    assert "It was done today." in home.aufait("why", str(wish["id"]))
    home.aufait("undo")
    assert "It was done" not in home.aufait("why", str(wish["id"]))


def test_what_was_called_off_was_not_done(home):
    """A note took it back when it had been shown."""
    daemon = home.start(now="2026-07-01T12:00")
    home.aufait("add", "Zoe")
    home.aufait("note", "zoe", "has", "an", "exam", "on", "Friday")
    daemon.stop()
    wish = home.start(now="2026-07-02T10:31").next_nudge()
    home.aufait("note", "zoe", "her", "exam", "is", "cancelled")
    assert home.ask("week")["done"] == []
    assert {nudge["state"] for nudge in home.ask("nudges", "--all")["nudges"]} == {"expired"}
    assert "\nIt has expired: it makes no sense any more.\n" in home.aufait("why", str(wish["id"]))
    assert "has expired" in home.try_aufait("done", str(wish["id"])).err


def test_what_is_put_off_is_not_past_before_its_day(home):
    home.start(now="2026-07-01T12:00")
    home.aufait("add", "Zoe")
    home.aufait("note", "zoe", "promised her the book by Friday")
    said = home.aufait("snooze", "zoe", "3d")
    assert said == "Later, Saturday 4 July at 10:00: A promise to Zoe is due on Friday.\n"
    assert "is due on Friday" in home.ask("nudges")["nudges"][0]["text"]
    assert "It comes back later: Saturday 4 July at 10:00." in home.aufait("why", "zoe")


def test_a_put_off_promise_is_past_when_it_comes_back(home):
    daemon = home.start(now="2026-07-01T12:00")
    home.aufait("add", "Zoe")
    home.aufait("note", "zoe", "promised her the book by Friday")
    home.aufait("snooze", "zoe", "3d")
    daemon.stop()
    assert home.start(now="2026-07-04T10:01").next_nudge()["title"] == "A promise to Zoe was due yesterday"


@pytest.mark.parametrize("language, headings", [
    ("en", ["In touch in the last week", "Noted", "What waits for a word"]),
    ("fr", ["Échanges de la semaine passée", "Noté", "Ce qui attend un mot"]),
])
def test_week_is_told_in_both_languages(make_home, language, headings):
    home = make_home(language=language)
    home.start(now="2026-07-01T12:00")
    fill(home)
    text = home.aufait("week")
    for heading in headings:
        assert heading in text
    assert "Crète" in text
