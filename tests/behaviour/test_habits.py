# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes first, and why; what dropping nudges teaches, and how it is untaught."""


def waiting(home):
    return [nudge["kind"] for nudge in home.ask("nudges")["nudges"]]


def drop_trips(home, months):
    for month in months:
        home.aufait("note", "ada", "part", "en", "Crète", "du", "10", "au", "12", month)
        home.aufait("drop", "ada")


def test_why_is_told_in_words(home):
    home.start(now="2026-07-01T12:00")
    home.aufait("add", "Ada")
    home.aufait("note", "ada", "has", "her", "driving", "test", "on", "Friday")
    why = home.ask("why", "1")
    product = 1
    for factor in why["factors"]:
        product *= factor["value"]
        assert factor["text"].endswith(".")
    assert abs(product - why["score"]) < 1e-6
    assert [factor["name"] for factor in why["factors"]] == [
        "importance", "urgency", "tie", "freshness", "patience", "habit"]
    text = home.aufait("why", "1")
    assert "Something is near for which one wishes well." in text
    assert "The larger goes first." in text


def test_why_of_nothing_is_refused(home):
    home.start(now="2026-07-01T12:00")
    home.aufait("add", "Ada")
    refused = home.try_aufait("why", "77")
    assert refused.status == 1 and "77" in refused.err
    assert home.try_aufait("why", "ada").status == 1
    assert home.try_aufait("why").status == 2


def test_what_was_done_and_ended_its_reason_is_said_to_be_done(home):
    """One has spoken to Ada: nothing asks for a call any more."""
    home.start(now="2026-07-01T12:00", notifier="none")
    home.aufait("add", "Ada")
    home.aufait("met", "ada", "--on", "2026-06-01")
    home.aufait("every", "ada", "3w")
    home.aufait("done", "ada")
    for command in ("why", "done", "drop"):
        refused = home.try_aufait(command, "1")
        assert refused.status == 1 and "Nudge 1 is done already." in refused.err, refused


def test_dropping_teaches_and_can_be_untaught(home):
    home.start(now="2026-07-01T12:00")
    home.aufait("add", "Ada")
    home.aufait("add", "Bob")
    assert "Nothing was taught" in home.aufait("habits")
    drop_trips(home, ["juillet", "août", "septembre"])
    habits = home.ask("habits")["habits"]
    assert [(h["person"]["name"], h["kind"], h["dropped"], h["silent"]) for h in habits] == [
        ("Ada", "return", 3, True)]
    home.aufait("note", "ada", "part", "en", "Italie", "du", "1", "au", "5", "octobre")
    home.aufait("note", "bob", "part", "en", "Italie", "du", "1", "au", "5", "octobre")
    assert waiting(home) == ["return"], "of Bob's trip alone"
    home.aufait("note", "ada", "promised", "ada", "the", "book", "by", "Friday")
    assert "promise" in waiting(home), "a promise is owed all the same"
    assert home.try_aufait("habits", "--forget", "bob").status == 1
    home.aufait("habits", "--forget", "ada", "--kind", "return")
    assert waiting(home).count("return") == 2
    home.aufait("undo")
    assert [h["dropped"] for h in home.ask("habits")["habits"]] == [3]


def test_one_person_one_word_a_day(home):
    daemon = home.start(now="2026-07-02T09:59:58")
    home.aufait("add", "Ada")
    home.aufait("add", "Bob")
    home.configure("[nudges]\nspacing=0\nhours=00:00-24:00\n")
    home.aufait("note", "ada", "has", "her", "driving", "test", "tomorrow")
    home.aufait("note", "ada", "promised", "ada", "the", "book", "by", "tomorrow")
    home.aufait("note", "bob", "promised", "bob", "the", "drill", "by", "tomorrow")
    daemon.stop()
    daemon = home.start(now="2026-07-03T12:00")
    shown = {daemon.next_nudge()["person"]["name"], daemon.next_nudge()["person"]["name"]}
    assert shown == {"Ada", "Bob"}
    states = {(n["person"]["name"], n["kind"]): n["state"] for n in home.ask("nudges")["nudges"]}
    ada = [state for (name, _), state in states.items() if name == "Ada"]
    assert ada.count("shown") == 1
