# SPDX-License-Identifier: GPL-3.0-or-later
"""What was told wrong is corrected, and what should not have been told is forgotten; both can be
taken back, and cards are never written."""

import os
import select

import pytest
from harness import call_on, read_message, wait_until
from test_calendar import card, settle

NOW = "2026-07-01T08:00"


@pytest.fixture
def home_with_paul(home):
    home.start(now=NOW)
    home.aufait("add", "Paul Smith", "--email", "paul@old.org", "--nick", "Polo")
    home.aufait("add", "Marie Curie")
    return home


def about(home, who):
    return home.ask("about", who)


def person(home, who):
    return about(home, who)["person"]


def refuse(home, *args):
    answer = home.try_aufait(*args)
    assert answer.status == 1, answer
    return answer.err


# --- birthdays ------------------------------------------------------------------------------------

@pytest.mark.parametrize("text, day", [
    ("14/07/1990", "1990-07-14"), ("14 juillet 1990", "1990-07-14"), ("3 May", "--05-03"),
    ("14/07", "--07-14"), ("1984-02-29", "1984-02-29"), ("--02-29", "--02-29"),
])
def test_a_birthday_is_read_as_it_is_written(home_with_paul, text, day):
    home = home_with_paul
    assert home.ask("add", "Zoe", "--birthday", text)["person"]["birthday"] == day
    assert home.ask("edit", "paul", "--birthday", text)["person"]["birthday"] == day


def test_the_answer_says_which_day_was_understood(home_with_paul):
    assert "birthday 14 July 1990" in home_with_paul.aufait("edit", "paul", "--birthday", "14/7/90")
    assert "14 July 1990" in home_with_paul.aufait("add", "Zoe", "--birthday", "14 juillet 1990")


def test_no_day_is_refused_with_a_way_to_write_one(home_with_paul):
    for command in ["add", "Zoe"], ["edit", "paul"]:
        assert "14 July 1990" in refuse(home_with_paul, *command, "--birthday", "soon")
    assert [p["name"] for p in home_with_paul.ask("list")["people"]] == ["Marie Curie", "Paul Smith"]


# --- edit -----------------------------------------------------------------------------------------

def test_edit_adds_and_takes_away(home_with_paul):
    home = home_with_paul
    home.ask("edit", "paul", "--name", "Paul Smyth", "--email", "paul@new.org", "--phone", "123",
             "--phone", "456", "--nick", "Pablo", "--place", "Lyon", "--remove", "PAUL@old.org",
             "--remove", "polo", "--private")
    known = person(home, "smyth")
    assert (known["name"], known["emails"], known["phones"], known["nicknames"], known["places"],
            known["private"]) == ("Paul Smyth", ["paul@new.org"], ["123", "456"], ["Pablo"], ["Lyon"], True)
    assert home.ask("edit", "pablo", "--public")["person"]["private"] is False
    assert refuse(home, "about", "polo")
    assert "changed Paul Smyth" in home.aufait("undo")
    assert person(home, "paul")["private"] is True
    home.aufait("undo")
    known = person(home, "polo")
    assert (known["name"], known["emails"], known["phones"]) == ("Paul Smith", ["paul@old.org"], [])


def test_edit_twice_adds_once(home_with_paul):
    home = home_with_paul
    home.aufait("edit", "paul", "--email", "Paul@old.org", "--place", "Lyon")
    home.aufait("edit", "paul", "--place", "lyon")
    known = person(home, "paul")
    assert (known["emails"], known["places"]) == (["paul@old.org"], ["Lyon"])


def test_edit_refuses_what_cannot_be(home_with_paul):
    home = home_with_paul
    home.aufait("edit", "marie", "--email", "marie@example.org")
    before = home.ask("list")
    for args in (["--email", "marie@example.org"], ["--email", "nonsense"], ["--name", "…"],
                 ["--name", "Marie Curie"], ["--remove", "nothing@here.org"], ["--private", "--public"],
                 ["--birthday", "31/02"]):
        refuse(home, "edit", "paul", *args)
    assert "@" not in refuse(home, "edit", "paul", "--name", "Marie Curie")
    assert "nobody" in refuse(home, "edit", "zoe", "--public").lower()
    assert home.try_aufait("edit", "paul").status == 2
    assert home.try_aufait("edit").status == 2
    reply = home.call("org.aufait.EditPerson", {"who": "paul"})
    assert reply["error"] == "org.aufait.Refused"
    assert home.ask("list")["people"] == before["people"]


def test_edit_of_someone_with_a_card_leaves_the_card_alone(home):
    card(home, "claire", "FN:Claire Martin", "EMAIL:claire@example.org", "BDAY:1986-07-20")
    home.start(now=NOW)
    settle(home)
    path = home.file(".contacts", "perso", "claire.vcf")
    before = (os.stat(path).st_mtime_ns, open(path, encoding="utf-8").read())
    known = home.ask("edit", "claire", "--name", "Clara Martin", "--birthday", "1986-07-02", "--phone", "1")["person"]
    assert (known["name"], known["birthday"], known["emails"]) == (
        "Clara Martin", "1986-07-02", ["claire@example.org"])
    assert "never changed" in refuse(home, "edit", "clara", "--remove", "claire@example.org")
    said = home.aufait("edit", "clara", "--birthday", "none", env={"COLUMNS": "1000"})
    assert said.endswith(f"\nThe birthday on the card stays, in {path}: take it away in the address book.\n")
    assert person(home, "clara")["birthday"] == "1986-07-20"
    refused = refuse(home, "edit", "clara", "--birthday", "none")
    assert f"“1986-07-20” stands on a card, in {path}, and cards are never changed" in refused
    settle(home)
    assert person(home, "clara")["name"] == "Clara Martin"
    assert before == (os.stat(path).st_mtime_ns, open(path, encoding="utf-8").read())
    for _ in range(2):
        home.aufait("undo")
    assert person(home, "claire")["name"] == "Claire Martin"


def test_a_birthday_that_was_corrected_makes_the_nudges(home_with_paul):
    home = home_with_paul
    home.aufait("edit", "paul", "--birthday", "3 July 1990")
    wait_until(lambda: [n["kind"] for n in about(home, "paul")["nudges"]] == ["birthday"], "a nudge comes")
    home.aufait("edit", "paul", "--birthday", "none")
    wait_until(lambda: about(home, "paul")["nudges"] == [], "it goes")


# --- forget ---------------------------------------------------------------------------------------

def note(home, *words):
    return home.ask("note", *words)["note"]["id"]


def test_one_note_is_forgotten_with_its_nudges(home_with_paul):
    home = home_with_paul
    kept = note(home, "paul", "plays the trombone")
    wrong = note(home, "paul", "has his driving test on friday")
    assert about(home, "paul")["nudges"]
    said = home.aufait("forget", str(wrong))
    assert said.startswith("Forgotten — note about Paul Smith: “has his driving test")
    known = about(home, "paul")
    assert [n["id"] for n in known["notes"]] == [kept] and known["moments"] == []
    wait_until(lambda: about(home, "paul")["nudges"] == [], "its nudges go")
    assert home.ask("find", "driving")["notes"] == []
    assert "driving" in home.aufait("undo")
    known = about(home, "paul")
    assert [n["id"] for n in known["notes"]] == [wrong, kept] and known["moments"]
    assert known["nudges"]
    assert [n["id"] for n in home.ask("find", "driving")["notes"]] == [wrong]


def test_forgetting_takes_a_nudge_off_the_screen(home):
    home.start(now="2026-07-01T11:00")
    home.aufait("add", "Paul")
    wrong = note(home, "paul", "has an exam on friday")
    home.daemons[-1].stop()
    daemon = home.start(now="2026-07-02T11:00")
    assert daemon.next_nudge()["person"]["name"] == "Paul"
    home.aufait("forget", str(wrong))
    wait_until(lambda: home.ask("today")["nudges"] == [], "nothing is due")


def test_a_namesake_is_forgotten_by_the_number_of_the_person(home_with_paul):
    home = home_with_paul
    other = home.ask("add", "Paul Smith", "--email", "paul@two.org")["person"]["id"]
    for _ in range(3):
        note(home, "marie", "plays the guitar")
    said = refuse(home, "forget", "paul")
    assert f"  @{other}  Paul Smith" in said and "“aufait forget @" in said
    home.aufait("forget", f"@{other}")
    assert person(home, "paul")["emails"] == ["paul@old.org"]
    assert len(about(home, "marie")["notes"]) == 3


def test_a_person_is_forgotten_and_comes_back_whole(home_with_paul):
    home = home_with_paul
    home.aufait("edit", "paul", "--birthday", "3 July")
    home.aufait("circle", "paul", "close")
    own = note(home, "paul", "has his driving test on friday")
    both = note(home, "@paul and @marie both play the guitar")
    home.aufait("met", "paul")
    before = about(home, "paul")
    assert before["nudges"] and before["contacts"]
    said = home.aufait("forget", "paul")
    assert said == "Forgotten — all about Paul Smith, with 1 note. “aufait undo” brings it back.\n"
    assert refuse(home, "about", "paul")
    assert refuse(home, "about", "polo")
    assert [n["id"] for n in about(home, "marie")["notes"]] == [both]
    assert [p["name"] for p in about(home, "marie")["notes"][0]["people"]] == ["Marie Curie"]
    assert home.ask("find", "driving") ["notes"] == []
    wait_until(lambda: not any(n["person"]["name"] == "Paul Smith"
                               for n in home.ask("nudges", "--all")["nudges"]), "the nudges go")
    assert home.ask("status")["notes"] == 1
    assert "forgotten: all about Paul Smith" in home.aufait("undo")
    after = about(home, "paul")
    for field in "person", "notes", "moments", "contacts":
        assert after[field] == before[field], field
    wait_until(lambda: [n["text"] for n in about(home, "paul")["nudges"]] ==
               [n["text"] for n in before["nudges"]], "the nudges are back")
    assert [n["id"] for n in home.ask("find", "driving")["notes"]] == [own]
    assert home.ask("status")["notes"] == 2


def test_what_was_forgotten_stays_forgotten(home_with_paul):
    home = home_with_paul
    note(home, "paul", "has his driving test on friday")
    home.aufait("forget", "paul")
    home.daemons[-1].stop()
    home.start(now=NOW)
    assert [p["name"] for p in home.ask("list")["people"]] == ["Marie Curie"]
    assert home.ask("find", "driving")["notes"] == []
    home.aufait("undo")
    assert about(home, "paul")["notes"]


def test_whoever_has_a_card_stays_as_the_card_has_them(home):
    card(home, "claire", "FN:Claire Martin", "EMAIL:claire@example.org", "BDAY:1986-07-20")
    home.start(now=NOW)
    settle(home)
    home.aufait("edit", "claire", "--name", "Clara", "--phone", "1", "--private")
    note(home, "clara", "plays the guitar")
    said = home.aufait("forget", "clara")
    assert "The card in the address book stays." in said
    settle(home)
    known = about(home, "claire")
    assert (known["person"]["name"], known["person"]["phones"], known["notes"]) == ("Claire Martin", [], [])
    assert known["person"]["private"] is True
    home.aufait("undo")
    known = about(home, "clara")
    assert (known["person"]["phones"], len(known["notes"])) == (["1"], 1)


def test_nothing_else_is_forgotten(home_with_paul):
    home = home_with_paul
    only = note(home, "paul", "plays the trombone")
    for ref in str(only + 1), "0", "99999999999999999999", "zoe", "":
        assert home.try_aufait("forget", ref).status in (1, 2)
    assert home.call("org.aufait.Forget", {"ref": ""})["error"]
    assert len(home.ask("list")["people"]) == 2 and len(about(home, "paul")["notes"]) == 1


def test_those_who_watch_are_told(home_with_paul):
    home = home_with_paul
    wrong = note(home, "paul", "plays the trombone")
    with home.connect() as link:
        message = '{"method":"org.aufait.Watch","more":true,"parameters":{}}'
        link.sendall(message.encode() + b"\0")
        with home.connect() as other:
            # Who is served first of two is not said: until the one watches.
            for place in range(1000):
                assert call_on(other, "org.aufait.EditPerson", {"who": "paul", "places": [f"Lyon {place}"]})["parameters"]
                if select.select([link], [], [], 0.1)[0]:
                    break
            assert call_on(other, "org.aufait.Forget", {"ref": str(wrong)})["parameters"]
        told = []
        while not told or "forgotten" not in told[-1]:
            told += [reply for reply in read_message(link).split("\0") if '"changed"' in reply]
    assert "changed Paul Smith" in told[0] and "forgotten: note about Paul Smith" in told[-1]


def test_the_number_of_a_note_is_seen(home_with_paul):
    home = home_with_paul
    for words in ("plays the trombone", "was in a hurry"):
        number = note(home, "paul", *words.split())
        for command in ["about", "paul"], ["find", words.split()[-1]]:
            line = next(line for line in home.aufait(*command).splitlines() if words in line)
            assert line.split()[0] == str(number)


def test_in_french(home):
    home.env["LANGUAGE"] = "fr"
    home.start(now=NOW)
    home.aufait("add", "Paul", "--birthday", "14 juillet 1990")
    number = note(home, "paul", "joue", "du", "trombone")
    assert "14 juillet 1990" in home.aufait("edit", "paul", "--place", "Lyon")
    assert "note sur Paul" in home.aufait("forget", str(number))
    assert home.try_aufait("edit", "paul", "--birthday", "bientôt").status == 1


def test_what_a_card_told_is_no_hindrance_to_undo(home):
    """Its birthday is planned all the while."""
    card(home, "ines", "FN:Ines Roy", "EMAIL:ines@example.org", "BDAY:1950-07-01")
    card(home, "grandma", "FN:Grandma", "EMAIL:grandma@example.org", "BDAY:1950-07-03")
    home.start(now=NOW)
    settle(home)
    home.aufait("note", "ines", "likes whist")
    note(home, "grandma", "likes bridge")
    wait_until(lambda: about(home, "grandma")["nudges"], "the birthday is planned")
    home.aufait("forget", "grandma")
    wait_until(lambda: about(home, "grandma")["nudges"], "the birthday is planned anew")
    settle(home)
    home.aufait("undo")
    assert [n["text"] for n in about(home, "grandma")["notes"]] == ["likes bridge"]
    assert len(about(home, "grandma")["nudges"]) == 1
    home.aufait("undo")
    assert about(home, "grandma")["notes"] == []
