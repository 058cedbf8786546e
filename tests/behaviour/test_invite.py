# SPDX-License-Identifier: GPL-3.0-or-later
"""What somebody likes, what one owes at the next meeting, and events of one's own."""

import os

EVENT = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//test//EN
BEGIN:VEVENT
UID:{name}
SUMMARY:{summary}
DTSTART:{start}
DTEND:{end}
END:VEVENT
END:VCALENDAR
"""


def put_event(home, name, summary, start, end):
    path = home.file(".calendars", "me", name + ".ics")
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as f:
        f.write(EVENT.format(name=name, summary=summary, start=start, end=end))


def test_what_was_told_in_may_becomes_an_invitation(home):
    daemon = home.start(now="2026-05-05T12:00")
    home.aufait("add", "Luc")
    home.aufait("note", "luc", "plays", "the", "guitar")
    daemon.stop()
    assert daemon.shown.empty()

    put_event(home, "jam", "Guitar jam in the park", "20260711T150000", "20260711T180000")
    daemon = home.start(now="2026-07-07T10:00")
    nudge = daemon.next_nudge()
    assert nudge["kind"] == "invite"
    assert nudge["person"]["name"] == "Luc"
    assert nudge["text"] == ('Invite Luc to “Guitar jam in the park” on Saturday.'
                             ' 2 months ago you noted: “plays the guitar”.')
    note, event = nudge["why"]
    assert (note["text"], note["on"]) == ("plays the guitar", "2026-05-05")
    assert (event["text"], event["event"]) == ("Guitar jam in the park", "jam")
    assert home.aufait().count("plays the guitar") == 1, "what the advice quotes is not repeated"
    home.aufait("done", "luc")
    daemon.stop()

    daemon = home.start(now="2026-07-08T10:00")
    assert home.ask("nudges")["nudges"] == [], "what was answered never comes back"
    daemon.stop()


def test_the_same_in_french(make_home):
    home = make_home(language="fr")
    put_event(home, "jam", "Bœuf guitare au parc", "20260711T150000", "20260711T180000")
    daemon = home.start(now="2026-07-07T11:00")
    home.aufait("add", "Luc")
    home.aufait("note", "luc", "joue", "de", "la", "guitare")
    nudge = daemon.next_nudge()
    assert nudge["kind"] == "invite"
    assert nudge["text"] == ("Inviter Luc à «\u202fBœuf guitare au parc\u202f» samedi."
                             " Aujourd’hui, noté\u202f: «\u202fjoue de la guitare\u202f».")
    daemon.stop()


def test_what_is_for_the_next_time_rides_on_the_brief(home):
    put_event(home, "lunch", "Lunch with Sophie", "20260707T123000", "20260707T140000")
    daemon = home.start(now="2026-05-05T12:00")
    home.aufait("add", "Sophie")
    assert home.aufait("note", "next time I see Sophie, give back her sweater").endswith(
        "When you next see Sophie, remember: give back her sweater.\n")
    home.aufait("undo")
    note = home.ask("note", "next time I see Sophie, give back her sweater")["note"]
    assert note["promises"] == [{"day": None, "what": "give back her sweater"}], "there is no day"
    waiting, = home.ask("nudges")["nudges"]
    assert (waiting["kind"], waiting["state"]) == ("promise", "waiting")
    assert waiting["text"] == "When you next see Sophie. Remember: give back her sweater."
    assert waiting["nextTime"]
    assert "next time  waiting  When you next see Sophie. Remember:" in home.aufait("nudges")
    assert home.ask("today")["nudges"] == [], "it is not due by itself"
    daemon.stop()
    assert daemon.shown.empty()

    daemon = home.start(now="2026-07-07T12:00")
    brief = daemon.next_nudge()
    assert brief["kind"] == "brief"
    assert brief["text"].endswith("Remember: give back her sweater.")
    home.aufait("done", str(waiting["id"]))
    assert "promise" not in [n["kind"] for n in home.ask("about", "sophie")["nudges"]]
    home.aufait("undo")
    assert "promise" in [n["kind"] for n in home.ask("about", "sophie")["nudges"]]
    daemon.stop()


def check_discreet(nudge):
    assert nudge["text"] == "A nudge is waiting"
    assert nudge["person"]["name"] == "" and nudge["why"] == []


def test_a_brief_beside_someone_private_is_discreet(home):
    put_event(home, "lunch", "Lunch with Ines and Tom", "20260707T123000", "20260707T140000")
    daemon = home.start(now="2026-07-06T12:00")
    home.aufait("add", "Ines", "--private")
    home.aufait("add", "Tom")
    daemon.stop()
    daemon = home.start(now="2026-07-07T12:00")
    for _ in range(2):
        check_discreet(daemon.next_nudge())
    daemon.stop()


def test_a_note_about_someone_private_is_discreet(home):
    daemon = home.start(now="2026-07-06T12:00")
    home.aufait("add", "Ines", "--private")
    home.aufait("add", "Zoe")
    home.aufait("note", "Zoe and Ines: exam tomorrow")
    zoe = next(p for p in home.ask("list")["people"] if p["name"] == "Zoe")
    for nudge in home.ask("about", "ines")["nudges"]:
        home.aufait("done", str(nudge["id"]))
    daemon.stop()
    daemon = home.start(now="2026-07-07T10:00")
    nudge = daemon.next_nudge()
    assert nudge["person"]["id"] == zoe["id"]
    check_discreet(nudge)
    daemon.stop()
