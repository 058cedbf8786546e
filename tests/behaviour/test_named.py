# SPDX-License-Identifier: GPL-3.0-or-later
"""Whom a command is about: names in quotation marks and without, marked, of two, and of two words."""

import pytest


def test_who_is_marked_is_meant_too(home):
    daemon = home.start(now="2026-07-01T12:00")
    for name in ("Zoe", "Paul", "Marie Curie", "Marie Rambert"):
        home.aufait("add", name)
    for words, people in ((["@zoe", "and", "@paul", "play the guitar"], ["Zoe", "Paul"]),
                          (["zoe", "plays with @paul, and @Paul sings"], ["Zoe", "Paul"]),
                          (["zoe", "plays with paul"], ["Zoe"]), (["zoe", "is @home"], ["Zoe"]),
                          (["zoe", "writes from zoe@paul.example.org"], ["Zoe"]),
                          (["saw @zoe (@paul too)"], ["Zoe", "Paul"])):
        note = home.ask("note", *words)["note"]
        assert [person["name"] for person in note["people"]] == people, note
    refused = home.try_aufait("note", "zoe", "knows @marie")
    assert refused.status == 1 and "Marie Curie" in refused.err and "Marie Rambert" in refused.err
    daemon.stop()


def test_who_may_be_meant_is_said(home):
    daemon = home.start(now="2026-07-01T12:00")
    for name in ("Marie Curie", "Theo Martin", "Anastasia Petrova"):
        home.aufait("add", name)
    for first, candidates in (("mar", ["Marie Curie", "Theo Martin"]), ("cur", ["Marie Curie"]),
                              ("anast", ["Anastasia Petrova"]), ("an", []), ("xyz", [])):
        refused = home.try_aufait("--json", "note", first, "part demain")
        assert refused.status == 1, refused
        assert sorted(c["name"] for c in refused.json["parameters"]["candidates"]) == candidates, refused
    daemon.stop()


def test_who_may_be_meant_is_said_within_quotation_marks_too(home):
    home.start(now="2026-07-01T12:00")
    home.aufait("add", "Jean-Pierre Dupont")
    for words in (["jean", "a un examen"], ["jean a un examen"], ["Dupond a un examen"]):
        refused = home.try_aufait("note", *words)
        assert refused.status == 1 and "Did you mean Jean-Pierre Dupont?" in refused.err, refused
    refused = home.try_aufait("note", "xyz a un examen")
    assert "The note names nobody who is known here" in refused.err


def test_who_may_be_looked_for_is_said(home):
    home.start(now="2026-07-01T12:00")
    home.aufait("add", "Paul Dupont")
    home.aufait("note", "paul", "likes tea")
    assert home.aufait("find", "paul", "dupond") == "Nothing was found. Did you mean Paul Dupont?\n"
    assert [ref["name"] for ref in home.ask("find", "paul dupond")["near"]] == ["Paul Dupont"]
    assert home.aufait("find", "xyz") == "Nothing was found.\n"
    for words in ("xyz", "tea", "dupont"):
        assert "near" not in home.ask("find", words)


@pytest.mark.parametrize("words, people", (
    ("alice and bob are going to Rome on Friday", ["Alice", "Bob Stone"]),
    ("bob and alice are going to Rome on Friday", ["Bob Stone", "Alice"]),
    ("alice et bob, ils vont à Rome vendredi", ["Alice", "Bob Stone"]),
    ("alice and carol are going to Rome on Friday", ["Alice"]),
    ("alice and alice are one", ["Alice"]),
    ("bob's daughter turns three on Friday", ["Bob Stone"]),
    ("bob\u2019s daughter turns three on Friday", ["Bob Stone"]),
))
def test_a_name_that_is_a_word_is_heard_at_the_beginning(home, words, people):
    daemon = home.start(now="2026-07-01T12:00")
    home.aufait("add", "Alice")
    home.aufait("add", "Bob Stone")
    note = home.ask("note", *words.split())["note"]
    assert [person["name"] for person in note["people"]] == people
    daemon.stop()


def test_a_name_of_two_words_needs_no_quotation_marks(home):
    home.start(now="2026-07-01T12:00")
    for name in ("Tom", "Tom Petit", "Marie Curie"):
        home.aufait("add", name)
    note = home.ask("note", "tom", "petit", "likes", "rugby")["note"]
    assert ([p["name"] for p in note["people"]], note["text"]) == (["Tom Petit"], "likes rugby")
    note = home.ask("note", "tom", "likes", "jazz")["note"]
    assert ([p["name"] for p in note["people"]], note["text"]) == (["Tom"], "likes jazz")
    met = home.ask("met", "marie", "curie", "yesterday")
    assert (met["contact"]["on"], "note" in met) == ("2026-06-30", False)


def test_a_number_that_is_marked_is_a_person_whoever_else_is_named(home):
    home.start(now="2026-07-01T12:00", notifier="none")
    for name in ("Marie Curie", "Marie Dupont", "Paul"):
        home.aufait("add", name)
    refused = home.try_aufait("note", "marie", "met", "paul", "at", "the", "fair")
    assert refused.status == 1 and "“aufait note @1 …”" in refused.err
    assert home.aufait("note", "@1", "met", "paul", "at", "the", "fair") == "Noted about Marie Curie.\n"
    assert home.aufait("note", "3", "days", "at", "the", "fair", "with", "marie", "curie").endswith("Marie Curie.\n")


def test_a_sentence_may_begin_with_two(home):
    home.start(now="2026-07-01T12:00")
    for name in ("Paul", "Zoe"):
        home.aufait("add", name)
    note = home.ask("note", "Paul", "and", "Zoe", "are", "going", "to", "Rome", "on", "Friday")["note"]
    assert [p["name"] for p in note["people"]] == ["Paul", "Zoe"]
    assert note["text"] == "Paul and Zoe are going to Rome on Friday"
    note = home.ask("note", "paul", "and", "his", "sister", "are", "going", "to", "Rome", "on", "Friday")["note"]
    assert [p["name"] for p in note["people"]] == ["Paul"]


@pytest.mark.parametrize("words,people,text,day", [
    ("paul and zoe", "Paul Zoe", None, "2026-07-01"),
    ("paul et zoe hier", "Paul Zoe", None, "2026-06-30"),
    ("paul and zoe yesterday they were tired", "Paul Zoe", "yesterday they were tired", "2026-06-30"),
    ("Paul, Zoe, and Marie Curie", "Paul Zoe Marie Curie", None, "2026-07-01"),
    ("paul, zoe & tom petit: they move to Rome", "Paul Zoe Tom Petit", "they move to Rome", "2026-07-01"),
    ("marie curie and claire yesterday", "Marie Curie Claire", None, "2026-06-30"),
    ("paul and his sister", "Paul", "and his sister", "2026-07-01"),
    ("paul and he says that zoe is ill", "Paul", "and he says that zoe is ill", "2026-07-01"),
    ("paul and zoe's brother", "Paul", "and zoe's brother", "2026-07-01"),
    ("paul and will go again", "Paul", "and will go again", "2026-07-01"),
    ("paul and paul", "Paul", None, "2026-07-01"),
])
def test_a_contact_may_be_with_two(home, words, people, text, day):
    home.start(now="2026-07-01T12:00", notifier="none")
    for name in ("Paul", "Zoe", "Marie Curie", "Tom Petit", "Tom", "Claire", "Will"):
        home.aufait("add", name)
    met = home.ask("met", *words.split())
    assert " ".join(p["name"] for p in met["contact"]["people"]) == people
    assert (met["note"]["text"] if "note" in met else None, met["contact"]["on"]) == (text, day)
    if text:
        assert met["note"]["people"] == met["contact"]["people"]


def test_two_in_quotation_marks_are_two_and_nobody_is_guessed(home):
    home.start(now="2026-07-01T12:00", notifier="none")
    for name in ("Paul", "Zoe", "Marie Curie", "Marie Dupont"):
        home.aufait("add", name)
    assert home.aufait("met", "Paul and Zoe") == "You met Paul and Zoe today.\n"
    assert home.ask("undo")["undone"]["what"] == "contact with Paul, Zoe"
    refused = home.try_aufait("met", "paul", "and", "marie")
    assert refused.status == 1 and "Say which by its number, as “@3”." in refused.err
    assert home.aufait("met", "paul", "and", "@3") == "You met Paul and Marie Curie today.\n"
    home.aufait("undo")
    assert home.ask("about", "paul")["contacts"] == []


def test_a_name_of_two_words_needs_no_quotation_marks_in_any_command(home):
    home.start(now="2026-07-01T12:00", notifier="none")
    for name in ("Tom", "Tom Petit", "Marie Curie", "Marie Dupont", "M. Curie"):
        home.aufait("add", name)
    assert home.ask("circle", "marie", "curie", "close")["person"]["circle"] == "close"
    every = home.ask("every", "tom", "petit", "every", "3", "weeks")
    assert (every["person"]["name"], every["everyDays"]) == ("Tom Petit", 21)
    assert home.ask("every", "tom", "3w")["person"]["name"] == "Tom"
    assert home.ask("about", "tom", "petit")["person"]["name"] == "Tom Petit"
    home.aufait("note", "marie", "curie", "part", "en", "Crète", "du", "10", "au", "20", "août")
    assert home.ask("snooze", "marie", "curie", "in", "3", "days")["nudge"]["at"].startswith("2026-07-04")
    assert home.ask("snooze", "marie", "curie", "3d")["nudge"]["person"]["name"] == "Marie Curie"
    refused = home.try_aufait("snooze", "marie", "3d")
    assert refused.status == 1 and "“marie” may be more than one" in refused.err
    refused = home.try_aufait("every", "tom", "petit", "often")
    assert refused.status == 1 and "“petit often”? That is not how often" in refused.err
    assert home.ask("done", "marie", "curie")["nudge"]["state"] == "done"
    assert home.ask("apart", "tom", "tom", "petit")["person"]["name"] == "Tom"
    assert home.ask("same", "m.", "curie", "marie", "curie")["person"]["name"] == "M. Curie"


def test_where_one_name_ends_is_not_guessed(home):
    home.start(now="2026-07-01T12:00", notifier="none")
    for name in ("Ana", "Ana Maria", "Maria Luz", "Luz"):
        home.aufait("add", name)
    refused = home.try_aufait("same", "ana", "maria", "luz")
    assert refused.status == 1 and "put each between quotation marks" in refused.err
    home.aufait("add", "Luz", "--nick", "Lulu")
    refused = home.try_aufait("same", "luz", "ana", "maria")
    assert refused.status == 1 and "“luz” may be more than one" in refused.err
    assert home.aufait("same", "Ana", "Maria Luz") == "One person: Ana.\n"


def test_two_of_one_name_are_told_apart(home):
    home.start(now="2026-07-01T12:00", notifier="none")
    add = lambda **more: home.call("org.aufait.AddPerson", {"name": "Tom Petit", **more})["parameters"]["person"]["id"]
    ids = [add(emails=["tom@example.org"]), add(nicknames=["Tommy"]), add(phones=["1 23"], places=["Lyon, France"]),
           add(phones=["1 23"]), add(phones=["1 23"])]
    home.call("org.aufait.AddNote", {"who": str(ids[3]), "text": "plays the guitar"})
    home.call("org.aufait.AddContact", {"who": str(ids[4]), "how": "met", "on": "2026-06-10"})
    home.aufait("add", "Tom Grand")
    refused = home.try_aufait("about", "tom")
    assert refused.err == (
        "aufait: “tom” may be more than one:\n  6  Tom Grand\n"
        "  1  Tom Petit, tom@example.org\n  2  Tom Petit, Tommy\n  3  Tom Petit, Lyon, France\n"
        "  4  Tom Petit, “plays the guitar”\n  5  Tom Petit, last contact 3 weeks ago\n"
        "Say which by its number: “aufait about 6 …”.\n")


def test_a_name_in_common_is_no_name(home):
    home.start(now="2026-07-01T12:00", notifier="none")
    for name in ("Paul Martin", "Zoe Dupont", "Rose Petit"):
        home.aufait("add", name)
    for text in ("Paul Allen has an exam on Friday", "Zoé Martin a un examen vendredi", "Concert de Dean Martin"):
        refused = home.try_aufait("note", text)
        assert refused.status == 1 and "nobody who is known here" in refused.err, refused
    for words, people in ((["Zoe met Paul Allen"], ["Zoe Dupont"]), (["Paul Martin met Zoe"], ["Paul Martin", "Zoe Dupont"]),
                          (["paul", "Allen has an exam"], ["Paul Martin"]),
                          (["Rose a un examen avec Paul"], ["Rose Petit", "Paul Martin"])):
        note = home.ask("note", *words)["note"]
        assert [person["name"] for person in note["people"]] == people, note
