# SPDX-License-Identifier: GPL-3.0-or-later
"""How often one wants to be in touch, and how it is: every, circle, ties, triage, through the real
programs."""

import os
import pty
import select
import subprocess
from collections import Counter

from harness import DEADLINE_SECS, program, wait_until
from test_calendar import card, event, settle, start


def settle_ties(home):
    wait_until(lambda: home.call("org.aufait.ListSources")["parameters"]["settled"], "all is known")


def add(home, name, **fields):
    reply = home.call("org.aufait.AddPerson", {"name": name, **fields})
    return reply["parameters"]["person"]["id"]


def test_every_three_weeks(home):
    daemon = home.start(now="2026-07-01T09:00")
    add(home, "Tom")
    home.aufait("met", "tom", "--from-them")
    home.aufait("note", "tom", "has a new dog")
    assert home.aufait("every", "tom", "3w") == "In touch with Tom every 3 weeks, next on 22 July.\n"
    settle_ties(home)
    daemon.stop()
    assert daemon.shown.empty()

    daemon = home.start(now="2026-07-22T10:00")
    nudge = daemon.next_nudge()
    assert nudge["kind"] == "checkin"
    assert nudge["text"] == "It has been 3 weeks since you last spoke to Tom. Call Tom."
    assert [why["text"] for why in nudge["why"]] == ["has a new dog"]
    home.aufait("done", "tom")
    assert [c["how"] for c in home.ask("about", "tom")["contacts"]] == ["called", "met"]
    settle_ties(home)
    tie, = home.ask("ties")["ties"]
    assert (tie["contactDays"], tie["lastOn"], tie["nextOn"]) == (2, "2026-07-22", "2026-08-12")
    assert 0 < tie["mine"] and 0 < tie["theirs"]
    assert "begun by both" in home.aufait("ties")
    home.aufait("undo")
    assert len(home.ask("about", "tom")["contacts"]) == 1, "what a nudge's answer did is taken back"
    home.aufait("every", "tom", "never")
    assert home.ask("nudges")["nudges"] == []
    home.aufait("undo")
    assert [n["kind"] for n in home.ask("nudges")["nudges"]] == ["checkin"]
    daemon.stop()


def test_a_free_hour(home):
    card(home, "tom", "FN:Tom Berger", "EMAIL:tom@example.org")
    event(home, "work", "DTSTART;TZID=Europe/Paris:20260722T090000",
          "DTEND;TZID=Europe/Paris:20260722T170000", "SUMMARY:Workshop")
    event(home, "dinner", "DTSTART;TZID=Europe/Paris:20260722T190000",
          "DTEND;TZID=Europe/Paris:20260722T230000", "SUMMARY:Dinner")
    daemon = start(home, "2026-07-01T09:00")
    home.aufait("met", "tom")
    home.aufait("every", "tom", "3w")
    settle(home)
    daemon.stop()
    daemon = start(home, "2026-07-22T17:05")
    nudge = daemon.next_nudge()
    assert nudge["text"] == ("It has been 3 weeks since you last spoke to Tom Berger. Call Tom Berger. "
                             "You are free today from 18:00 to 19:00.")
    daemon.stop()


def test_many_do_not_fall_due_at_once(home):
    daemon = home.start(now="2026-07-01T09:00")
    for i in range(200):
        add(home, f"Person{i:03d} Import", circle="close")
    settle_ties(home)
    assert [n for n in home.ask("nudges")["nudges"] if n["at"] < "2026-07-02"] == []
    days = Counter(n["at"][:10] for n in home.ask("nudges")["nudges"])
    assert sum(days.values()) > 60, "those of the next two weeks are known"
    assert max(days.values()) < 20, "and come evenly"
    daemon.stop()


def test_what_is_refused(home):
    daemon = home.start(now="2026-07-01T09:00")
    add(home, "Tom")
    for words in (["every", "tom", "often"], ["circle", "tom", "odd"], ["every", "nobody", "3w"]):
        answer = home.try_aufait(*words)
        assert answer.status == 1 and answer.err, answer
    assert home.try_aufait("ties", "--max", "many").status == 2
    assert home.aufait("circle", "tom", "inner").startswith(
        "Tom: circle “inner”. In touch with Tom every week, next ")
    assert home.aufait("every", "tom", "never") == "You will not be asked to be in touch with Tom.\n"
    assert home.aufait("every", "tom", "auto").startswith("In touch with Tom every week, next ")
    assert home.aufait("circle", "tom", "none") == "Nothing asks you to be in touch with Tom.\n"
    daemon.stop()


def test_circles_are_set(home):
    home.configure("[circles]\ninner=10d\nclose=never\n")
    daemon = home.start(now="2026-07-01T09:00")
    add(home, "Tom")
    home.aufait("met", "tom")
    assert home.aufait("circle", "tom", "inner") == (
        "Tom: circle “inner”. In touch with Tom every 10 days, next on 11 July.\n")
    assert home.aufait("circle", "tom", "close") == "Tom: circle “close”. Nothing asks you to be in touch with Tom.\n"
    daemon.stop()


def test_triage_from_a_pipe(home):
    daemon = home.start(now="2026-07-01T09:00")
    for name in ("Ada", "Bob", "Cy"):
        add(home, name)
    home.aufait("met", "cy")
    home.aufait("note", "bob", "plays the drums")
    settle_ties(home)
    done = subprocess.run([program("aufait"), "triage"], env=home.env, input=b"i\nx\ns\n",
                          capture_output=True, timeout=DEADLINE_SECS, check=False)
    out = done.stdout.decode()
    assert done.returncode == 0, done
    assert out.index("Cy") < out.index("Bob") < out.index("Ada"), "the most likely come first"
    assert out.endswith("1 person has a circle now; 1 is left for another time.\n")
    assert [p["name"] for p in home.ask("list", "--circle", "inner")["people"]] == ["Cy"]
    reply = home.ask("triage")
    assert [c["person"]["name"] for c in reply["candidates"]] == ["Ada"], "goes on where it was left"
    home.aufait("undo")
    assert [c["person"]["name"] for c in home.ask("triage")["candidates"]] == ["Bob", "Ada"]
    daemon.stop()


class Terminal:
    """A command on a terminal of its own."""

    def __init__(self, home, *words):
        ours, theirs = pty.openpty()
        self.process = subprocess.Popen([program("aufait"), *words], env=home.env, stdin=theirs,
                                        stdout=theirs, stderr=theirs, start_new_session=True)
        os.close(theirs)
        self.ours, self.seen = ours, ""

    def wait_for(self, text):
        start_at = len(self.seen)
        while text not in self.seen[start_at:]:
            assert select.select([self.ours], [], [], DEADLINE_SECS)[0], f"no “{text}”: {self.seen}"
            self.seen += os.read(self.ours, 4096).decode()

    def press(self, keys):
        os.write(self.ours, keys)

    def end(self):
        status = self.process.wait(DEADLINE_SECS)
        os.close(self.ours)
        return status


def test_the_dead_are_left_in_peace(home):
    card(home, "ada", "FN:Ada King", "EMAIL:ada@example.org")
    card(home, "bob", "FN:Bob Reed", "EMAIL:bob@example.org", "DEATHDATE:1852")
    for who in "ada", "bob":
        event(home, who, "DTSTART:20260601T120000Z", "DTEND:20260601T130000Z", "SUMMARY:Lunch",
              f"ATTENDEE:mailto:{who}@example.org")
    home.start(now="2026-07-01T09:00")
    settle(home)
    settle_ties(home)
    assert [tie["person"]["name"] for tie in home.ask("ties")["ties"]] == ["Ada King"]
    reply = home.call("org.aufait.ListTies", {"max": 1})["parameters"]
    assert [tie["person"]["name"] for tie in reply["ties"]] == ["Ada King"]
    assert [c["person"]["name"] for c in home.ask("triage")["candidates"]] == ["Ada King"]
    home.aufait("every", "bob", "1w")
    assert home.ask("nudges")["nudges"] == []


def told_of(home):
    return sorted((nudge["kind"], nudge["person"]["name"]) for nudge in home.ask("nudges")["nudges"])


def test_whoever_has_died_as_a_note_says_is_left_in_peace(home):
    event(home, "jam", "DTSTART:20260710T120000Z", "DTEND:20260710T130000Z", "SUMMARY:Guitar jam")
    home.start(now="2026-07-01T09:00")
    for who in "Tom", "Ana":
        add(home, who, birthday="--07-05")
        home.aufait("met", who, "--on", "2026-06-01")
        home.aufait("note", who, "plays the guitar")
    settle(home)
    settle_ties(home)
    both = [(kind, who) for kind in ("birthday", "invite") for who in ("Ana", "Tom")]
    # Whom to take along is found in a turn of its own.
    wait_until(lambda: told_of(home) == both, "both are to be wished well and taken along")
    reply = home.ask("note", "Tom died on Monday, told Ana")
    assert [who["name"] for who in reply["note"]["died"]] == ["Tom"]
    assert reply["nudges"] == []
    assert home.ask("about", "tom")["person"]["dead"] is True
    assert "dead" not in home.ask("about", "ana")["person"]
    assert {n["person"]["name"] for n in home.ask("nudges")["nudges"]} == {"Ana"}
    assert [tie["person"]["name"] for tie in home.ask("ties")["ties"]] == ["Ana"]
    assert [c["person"]["name"] for c in home.ask("triage")["candidates"]] == ["Ana"]
    home.end()
    home.start(now="2026-07-01T09:30")
    assert {n["person"]["name"] for n in home.ask("nudges")["nudges"]} == {"Ana"}
    home.aufait("undo")
    wait_until(lambda: told_of(home) == both, "it is as it was")
    assert "Tom has died" in home.aufait("note", "tom", "died on Monday")


def test_nothing_is_brought_up_about_whoever_is_to_be_left_in_peace(home):
    event(home, "jam", "DTSTART:20260710T120000Z", "DTEND:20260710T130000Z", "SUMMARY:Guitar jam")
    event(home, "lunch", "DTSTART:20260711T120000Z", "DTEND:20260711T130000Z",
          "SUMMARY:Lunch with Tom")
    home.start(now="2026-07-01T09:00")
    add(home, "Tom", birthday="--07-05")
    home.aufait("met", "tom", "--on", "2026-06-01")
    for text in ("his father died on 30 June", "plays the guitar", "has an exam on 6 July",
                 "promised him the book by 7 July", "next time I see Tom, give back his book"):
        home.aufait("note", "tom", text)
    home.aufait("every", "tom", "2w")
    settle(home)
    settle_ties(home)
    kinds = {n["kind"] for n in home.ask("nudges")["nudges"]}
    assert kinds >= {"return", "birthday", "checkin", "promise", "wish", "invite", "brief"}, kinds
    said = home.aufait("edit", "tom", "--silent")
    assert "never brought up" in said
    assert home.ask("about", "tom")["person"]["silent"] is True
    assert home.ask("nudges")["nudges"] == home.ask("today")["nudges"] == []
    assert home.ask("ties")["ties"] == home.ask("triage")["candidates"] == []
    home.aufait("note", "tom", "has an exam on 8 July")
    assert home.ask("nudges")["nudges"] == []
    home.aufait("undo")
    home.aufait("undo")
    assert {n["kind"] for n in home.ask("nudges")["nudges"]} == kinds
    home.aufait("edit", "tom", "--silent")
    home.aufait("edit", "tom", "--again")
    assert {n["kind"] for n in home.ask("nudges")["nudges"]} == kinds
    assert home.try_aufait("edit", "tom", "--silent", "--again").status == 1


def test_triage_on_a_terminal(home):
    daemon = home.start(now="2026-07-01T09:00")
    for name in ("Ada", "Bob", "Cy"):
        add(home, name)
    terminal = Terminal(home, "triage")
    terminal.wait_for("[q]uit:")
    terminal.press(b"c")
    terminal.wait_for("[q]uit:")
    terminal.press(b"\x1b[C")
    terminal.wait_for("[q]uit:")
    terminal.press(b"F")
    terminal.wait_for("[q]uit:")
    terminal.press(b"\x03")
    terminal.wait_for("2 people have a circle now; 1 is left for another time.")
    assert terminal.end() == 0
    assert {p["name"]: p.get("circle") for p in home.ask("list")["people"]} == {
        "Ada": "close", "Bob": "friends", "Cy": None}
    daemon.stop()


def test_circles_are_called_as_they_are_spoken_of(make_home):
    home = make_home(language="fr")
    home.start(now="2026-07-01T12:00")
    home.aufait("add", "Tom", "--circle", "Intimes")
    assert home.ask("about", "tom")["person"]["circle"] == "inner"
    home.aufait("circle", "tom", "proches")
    assert home.ask("list", "--circle", "close")["people"][0]["name"] == "Tom"


def test_several_are_answered_at_once(home):
    home.start(now="2026-07-01T12:00")
    for name in ("Tom", "Zoe"):
        home.aufait("add", name)
        home.aufait("note", name, "exam", "on", "Friday")
    ids = [str(n["id"]) for n in home.ask("nudges")["nudges"]]
    assert len(ids) == 4
    assert home.aufait("done", *ids[:2]).count("Done: ") == 2
    assert home.aufait("drop", *ids[2:]).count("Dropped: ") == 2
    assert home.ask("nudges")["nudges"] == []


def test_of_several_the_one_that_is_closed_is_named_and_the_others_are_answered(home):
    home.start(now="2026-07-01T12:00")
    home.aufait("add", "Tom")
    home.aufait("note", "tom", "exam", "on", "Friday")
    first, second = (str(n["id"]) for n in home.ask("nudges")["nudges"])
    home.aufait("drop", first)
    answer = home.try_aufait("done", first, second, "99")
    assert answer.status == 1 and answer.out.count("Done: ") == 1
    assert f"Nudge {first} was dropped already." in answer.err and "There is no nudge “99”." in answer.err
