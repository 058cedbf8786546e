# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job: a sentence typed in July becomes, on 21 August, one good question."""

import os
import re
import subprocess

import pytest
from harness import TREE, program

ADDED = ("add", "Marie Curie", "--email", "marie@example.org")
NOTED = ("note", "marie", "part", "en", "Crète", "du", "10", "au", "20", "août")


def test_a_sentence_becomes_a_question(home):
    daemon = home.start(now="2026-07-01T12:00")
    home.aufait(*ADDED)
    said = home.aufait(*NOTED)
    assert said == "Marie Curie: trip to Crète, 10–20 August. On 21 August: ask how it was.\n"
    daemon.stop()
    assert daemon.shown.empty(), "nothing is due in July"

    daemon = home.start(now="2026-08-21T10:00")
    nudge = daemon.next_nudge()
    assert nudge["kind"] == "return"
    assert nudge["person"]["name"] == "Marie Curie"
    assert nudge["text"] == "Marie Curie is back from Crète. Ask how it was."
    assert nudge["at"] == "2026-08-21T10:00:00+02:00"
    reason, = nudge["why"]
    assert reason["text"] == "part en Crète du 10 au 20 août"
    assert reason["on"] == "2026-07-01"
    assert "Marie Curie is back from Crète" in home.aufait("today")

    home.aufait("done", "marie")
    assert home.ask("today")["nudges"] == []
    daemon.stop()
    daemon = home.start(now="2026-08-22T10:00")
    assert home.ask("today")["nudges"] == [], "what was answered never comes back"
    daemon.stop()
    assert daemon.shown.empty()


def test_the_same_in_french(make_home):
    home = make_home(language="fr")
    daemon = home.start(now="2026-07-01T12:00")
    home.aufait(*ADDED)
    said = home.aufait(*NOTED)
    assert said.startswith("Marie Curie\u202f: ") or said.startswith("Marie Curie\u00a0: "), said
    assert "Crète" in said and "10–20 août" in said.replace("du 10 au 20", "10–20"), said
    assert "21 août" in said and "demander comment c’était" in said.lower(), said
    daemon.stop()

    daemon = home.start(now="2026-08-21T10:00")
    nudge = daemon.next_nudge()
    assert nudge["text"] == "Marie Curie est de retour de Crète. Demander comment c’était."
    assert "Marie Curie est de retour de Crète" in home.aufait("today")
    home.aufait("done", "marie")
    daemon.stop()


def test_french_joins_a_vowel(make_home):
    home = make_home(language="fr")
    daemon = home.start(now="2026-07-01T12:00")
    home.aufait(*ADDED)
    home.aufait("note", "marie", "part en Italie du 10 au 20 août")
    daemon.stop()
    daemon = home.start(now="2026-08-21T10:00")
    assert daemon.next_nudge()["title"] == "Marie Curie est de retour d’Italie"
    daemon.stop()


def test_a_nudge_is_shown_when_its_moment_comes(marie):
    daemon = marie.start(now="2026-08-21T09:59:58")
    assert daemon.next_nudge()["kind"] == "return"
    daemon.stop()


def test_what_is_not_answered_is_shown_again_three_days_at_most(marie):
    days = []
    for day in range(21, 29):
        daemon = marie.start(now=f"2026-08-{day}T10:00")
        if day < 24:
            daemon.next_nudge()
            days.append(day)
        marie.ask("today")
        daemon.stop()
        if not daemon.shown.empty():
            days.append(day)
    assert days == [21, 22, 23]


def test_what_was_never_answered_waits_in_today(marie):
    for day in (21, 22, 23, 24):
        daemon = marie.start(now=f"2026-08-{day}T10:00")
        assert len(marie.ask("today")["nudges"]) == 1
        daemon.stop()


def test_a_nudge_is_not_shown_twice_on_a_day(marie):
    daemon = marie.start(now="2026-08-21T10:00")
    daemon.next_nudge()
    daemon.stop()
    daemon = marie.start(now="2026-08-21T16:00")
    assert len(marie.ask("today")["nudges"]) == 1
    daemon.stop()
    assert daemon.shown.empty()


def test_days_off_are_caught_up_without_a_burst(home):
    names = ["Ana", "Bob", "Cleo", "Dan", "Eve", "Finn"]
    daemon = home.start(now="2026-07-01T12:00")
    for name in names:
        home.aufait("add", name)
        home.aufait("note", name, "part en Crète du 10 au 20 août")
    daemon.stop()

    seen = {}
    for day in range(23, 27):
        shown_today = set()
        for hour in ("10:00", "13:00", "16:00", "19:00"):
            daemon = home.start(now=f"2026-08-{day}T{hour}")
            home.ask("today")
            daemon.stop()
            while not daemon.shown.empty():
                shown_today.add(daemon.shown.get()["person"]["name"])
        assert len(shown_today) <= 3, f"a budget of three a day: {shown_today}"
        for name in shown_today:
            seen.setdefault(name, day)
    assert set(seen) <= set(names)
    daemon = home.start(now="2026-08-26T20:30")
    waiting = {nudge["person"]["name"] for nudge in home.ask("nudges")["nudges"]}
    daemon.stop()
    assert waiting == set(names), "nobody is lost, shown or not"
    assert len(seen) >= 3


def test_the_list_says_which_moment_was_understood(marie):
    daemon = marie.start(now="2026-07-01T12:00")
    for until, understood, count in (("2026-08-21", "2026-08-21", 1), ("20 août", "2026-08-20", 0),
                                     ("2026-08-21 09:00", "2026-08-21T09:00:00+02:00", 0),
                                     ("2026-08-21T10:00:00+02:00", "2026-08-21T10:00:00+02:00", 1)):
        reply = marie.ask("nudges", "--until", until)
        assert (reply["until"], len(reply["nudges"])) == (understood, count), reply
    assert "until" not in marie.ask("nudges")
    refused = marie.try_aufait("met", "marie", "--on", "3d")
    assert refused.status == 1 and "still to come" in refused.err
    daemon.stop()


def test_quiet_hours_are_quiet(marie):
    daemon = marie.start(now="2026-08-21T23:30")
    assert marie.ask("status")["nextWake"].startswith("2026-08-22T")
    daemon.stop()
    assert daemon.shown.empty()


def test_later_is_later(marie):
    daemon = marie.start(now="2026-08-21T10:00")
    daemon.next_nudge()
    nudge = marie.ask("snooze", "marie", "3d")["nudge"]
    assert nudge["state"] == "snoozed" and nudge["at"].startswith("2026-08-24T")
    daemon.stop()
    daemon = marie.start(now="2026-08-23T10:00")
    assert marie.ask("today")["nudges"] == []
    daemon.stop()
    assert daemon.shown.empty()
    daemon = marie.start(now="2026-08-24T12:00")
    assert daemon.next_nudge()["id"] == nudge["id"]
    daemon.stop()


def test_dropped_is_gone(marie):
    daemon = marie.start(now="2026-08-21T10:00")
    number = daemon.next_nudge()["id"]
    assert marie.ask("drop", str(number))["nudge"]["state"] == "dropped"
    assert marie.ask("nudges")["nudges"] == []
    states = [nudge["state"] for nudge in marie.ask("nudges", "--all")["nudges"]]
    assert states == ["dropped"]
    daemon.stop()


def test_an_answer_can_be_taken_back(marie):
    daemon = marie.start(now="2026-08-21T10:00")
    daemon.next_nudge()
    marie.aufait("done", "marie")
    assert marie.ask("today")["nudges"] == []
    assert "Marie Curie" in marie.ask("undo")["undone"]["what"]
    assert len(marie.ask("today")["nudges"]) == 1
    daemon.stop()


def test_a_note_and_a_person_can_be_taken_back(home):
    daemon = home.start(now="2026-07-01T12:00")
    home.aufait(*ADDED)
    home.aufait(*NOTED)
    assert home.ask("status")["notes"] == 1
    home.aufait("undo")
    assert home.ask("status")["notes"] == 0
    assert home.ask("nudges")["nudges"] == []
    home.aufait("undo")
    assert home.ask("status")["people"] == 0
    refused = home.try_aufait("undo")
    assert refused.status == 1 and refused.err.strip() and not refused.out
    daemon.stop()


def test_what_two_moments_lead_to_is_told_once(home):
    daemon = home.start(now="2026-07-01T12:00")
    home.aufait("add", "Ada")
    told = home.ask("note", "ada", "has an exam on Friday at 9 and another exam on Friday at 14")["nudges"]
    assert [nudge["kind"] for nudge in told] == ["wish", "return"]
    told = home.ask("note", "ada", "lost her grandfather yesterday, funeral on Friday")["nudges"]
    assert len(told) == len({nudge["id"] for nudge in told})
    daemon.stop()


def test_what_is_called_off_may_be_told_anew(home):
    def tell(words):
        home.aufait("note", "Marie", words)
        about = home.ask("about", "Marie")
        return len(about["nudges"]), [moment["lastDay"] for moment in about["moments"]]

    daemon = home.start(now="2026-07-01T12:00")
    home.aufait(*ADDED)
    assert tell("part en Crète du 10 au 20 août") == (1, ["2026-08-20"])
    assert tell("ne va plus en Crète") == (0, [])
    assert tell("part en Crète du 12 au 20 août, finalement") == (1, ["2026-08-20"])
    home.aufait("undo")
    assert home.ask("nudges")["nudges"] == []
    assert home.ask("about", "Marie")["moments"] == []
    home.aufait("undo")
    assert len(home.ask("nudges")["nudges"]) == 1
    daemon.stop()


def test_the_wish_comes_the_day_before_and_the_question_after(home):
    daemon = home.start(now="2026-07-01T12:00")
    home.aufait("add", "Paul")
    home.aufait("note", "Paul", "has his driving test on Friday")
    daemon.stop()
    daemon = home.start(now="2026-07-02T10:00")
    wish = daemon.next_nudge()
    assert wish["kind"] == "wish"
    assert "driving test" in wish["text"] and "luck" in wish["text"], wish["text"]
    home.aufait("done", str(wish["id"]))
    daemon.stop()
    daemon = home.start(now="2026-07-04T10:00")
    ask = daemon.next_nudge()
    assert ask["kind"] == "return"
    assert "Paul" in ask["text"] and "driving test" in ask["text"] and "Ask how it went" in ask["text"]
    daemon.stop()


def test_a_promise_is_spoken_of_on_its_day(home):
    daemon = home.start(now="2026-07-01T12:00")
    home.aufait("add", "Zoe")
    home.aufait("note", "promised Zoe the book by Friday")
    daemon.stop()
    daemon = home.start(now="2026-07-03T10:00")
    nudge = daemon.next_nudge()
    assert nudge["kind"] == "promise"
    assert "promise" in nudge["text"] and "Zoe" in nudge["text"] and "book" in nudge["text"], nudge["text"]
    daemon.stop()


def test_a_private_persons_words_stay_at_home(home):
    daemon = home.start(now="2026-07-01T12:00")
    home.aufait("add", "Marie Curie", "--private")
    home.aufait(*NOTED)
    daemon.stop()
    daemon = home.start(now="2026-08-21T10:00")
    shown = daemon.next_nudge()
    assert "Crète" not in str(shown), "what is shown may be read by others"
    assert "Crète" in str(home.ask("about", "marie"))
    daemon.stop()


@pytest.mark.parametrize("zone", ["America/Sao_Paulo", "Pacific/Auckland", "UTC"])
def test_the_story_holds_everywhere(make_home, zone):
    home = make_home(zone=zone)
    daemon = home.start(now="2026-07-01T23:50")
    home.aufait(*ADDED)
    home.aufait(*NOTED)
    daemon.stop()
    daemon = home.start(now="2026-08-21T10:00")
    assert daemon.next_nudge()["at"].startswith("2026-08-21T10:00:00")
    assert home.ask("status")["zone"] == zone
    daemon.stop()


def test_what_is_typed_into_the_window_is_about_the_person_it_asked_about(home):
    home.start(now="2026-08-21T10:00", notifier="none")
    home.aufait("add", "Marie Curie")
    home.aufait("add", "Paul")
    os.mkdir(home.file("bin"))
    with open(home.file("bin", "zenity"), "w", encoding="utf-8") as f:
        f.write("#!/bin/sh\necho 3 days at the sea with Paul\n")
    os.chmod(home.file("bin", "zenity"), 0o700)
    env = {**home.env, "AUFAIT": program("aufait"), "AUFAIT_DIALOG": "zenity",
           "PATH": home.file("bin") + ":" + home.env["PATH"]}
    dialog = os.path.join(TREE, "client", "aufait-note-dialog.sh")
    subprocess.run(["sh", dialog, "1", "Marie Curie"], env=env, check=True)
    note, = home.ask("about", "marie")["notes"]
    assert note["text"] == "3 days at the sea with Paul"
    assert [person["name"] for person in note["people"]] == ["Marie Curie"]


@pytest.mark.parametrize("text,day", [
    ("yesterday he was tired", "2026-06-30"),
    ("vendredi dernier, fatigue visible", "2026-06-26"),
    ("3 days ago he was tired", "2026-06-28"),
    ("at the cafe yesterday", "2026-06-30"),
    ("has an exam on Friday", "2026-07-01"),
])
def test_the_words_tell_the_day_of_a_contact(home, text, day):
    home.start(now="2026-07-01T12:00", notifier="none")
    home.aufait("add", "Gus")
    met = home.ask("met", "gus", *text.split())
    assert met["contact"]["on"] == day
    assert (met["note"]["on"], met["note"]["text"]) == ("2026-07-01", text)
    met = home.ask("met", "gus", *text.split(), "--on", "2026-06-20")
    assert met["contact"]["on"] == "2026-06-20"


def test_tomorrow_is_counted_from_the_day_it_was_written(home):
    home.start(now="2026-07-01T12:00", notifier="none")
    home.aufait("add", "Gus")
    assert home.aufait("called", "gus", "yesterday", "he", "has", "an", "exam", "tomorrow") == (
        "You called Gus yesterday. Gus: the exam, tomorrow, Thursday 2 July. Tomorrow: wish Gus luck. "
        "On Friday: ask how it went.\n")
    note = home.ask("wrote", "gus", "hier", "il", "part", "à", "Rome", "du", "3", "au", "8", "août")["note"]
    assert [(m["firstDay"], m["lastDay"]) for m in note["moments"]] == [("2026-08-03", "2026-08-08")]


def test_what_is_of_today_stands_before_what_was_left(home):
    """Then the newest; a pipe has room for all of them."""
    daemon = home.start(now="2026-07-01T12:00", notifier="none")
    for day, name in ((2, "Ana"), (3, "Bob"), (4, "Cleo"), (5, "Dan"), (6, "Eve")):
        home.aufait("add", name)
        home.aufait("note", name, f"promised the book by {day} July")
    daemon.stop()
    home.start(now="2026-07-05T12:00", notifier="none")
    today = home.ask("today")
    assert [nudge["person"]["name"] for nudge in today["nudges"]] == ["Dan", "Cleo", "Bob", "Ana"]
    assert [nudge["person"]["name"] for nudge in today["next"]] == ["Eve"]
    said = home.aufait("today")
    assert "Ana" in said and "more" not in said, said


@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_is_told_has_one_name(make_home, language):
    """In the answer to the note, and in what will come of it; whatever language the note is in."""
    home = make_home(language=language)
    home.start(now="2026-07-01T12:00", notifier="none")
    home.aufait("add", "Zoe")
    for words in ("has surgery on 14 July", "se fait opérer le 6 août", "exam on 10 July", "a un examen le 12 juillet",
                  "job interview on 15 July", "starts a new job on 3 August", "déménage le 20 septembre",
                  "is getting married on 5 September", "chemo on 16 July", "runs the marathon on 19 July"):
        reply = home.try_aufait("note", "zoe", words).out
        noun = re.match(r"Zoe\s?: ([^,(]*)", reply).group(1)
        wish = max((n for n in home.ask("nudges")["nudges"] if n["kind"] == "wish"), key=lambda n: n["id"])
        assert re.sub(r"^Zoe\s?: ", "", wish["title"]).startswith(noun), (reply, wish["title"])


def test_find_lists_no_more_than_can_be_read(home):
    home.start(now="2026-07-01T12:00", notifier="none")
    home.aufait("add", "Zoe")
    for i in range(53):
        reply = home.call("org.aufait.AddPerson", {"name": f"Tom Number{i}"})
        assert "error" not in reply
        home.call("org.aufait.AddNote", {"who": "zoe", "text": f"likes tea {i}"})
    found = home.ask("find", "tom")
    assert (len(found["people"]), found["morePeople"]) == (50, 3)
    assert home.aufait("find", "tom").endswith("\n… and 3 people more: say more of the name.\n")
    assert (len(home.ask("find", "tea")["notes"]), home.ask("find", "tea")["moreNotes"]) == (50, True)
    assert home.aufait("find", "tea").endswith("\n… and older notes: say more of the words.\n")
    assert "moreNotes" not in home.ask("find", "tea 7")
