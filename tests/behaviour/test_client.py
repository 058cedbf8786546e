# SPDX-License-Identifier: GPL-3.0-or-later
"""The client against a daemon that says what it is told: what is sent, what is printed, where, with
what status."""

import os
import re
import socket
import subprocess

import pytest
from fake_client import fake, home, run  # noqa: F401 (fixtures)
from fake_daemon import MARIE, NOTE, NOW, RETURN, person
from harness import DEADLINE_SECS, program

SAID = "part en Crète du 10 au 20 août"

# --- what is sent ---------------------------------------------------------------------------------

SENT = [
    ([], None, "Today", {}),
    (["today"], None, "Today", {}),
    (["note", "marie", "part", "demain"], None, "AddNote", {"first": "marie", "text": "part demain"}),
    (["note", "marie part demain"], None, "AddNote", {"text": "marie part demain"}),
    (["note", "-> called back"], None, "AddNote", {"text": "-> called back"}),
    (["note", "->", "called", "back"], None, "AddNote", {"first": "->", "text": "called back"}),
    (["note", "marie", "--json"], None, "AddNote", {"first": "marie", "text": "--json"}),
    (["note", "paul", "--", "--json", "is", "nice"], None, "AddNote", {"first": "paul", "text": "--json is nice"}),
    (["note", "paul", "--", "--", "x"], None, "AddNote", {"first": "paul", "text": "-- x"}),
    (["note", "paul", "said", "--", "well"], None, "AddNote", {"first": "paul", "text": "said -- well"}),
    (["note", "--", "paul", "--", "x"], None, "AddNote", {"first": "paul", "text": "-- x"}),
    (["note", "--", "--json", "x"], None, "AddNote", {"first": "--json", "text": "x"}),
    (["note", "marie"], b"typed \"text\"\nand more\n", "AddNote",
     {"who": "marie", "text": "typed \"text\"\nand more"}),
    (["note", "Marie Curie", "-"], b"typed", "AddNote", {"who": "Marie Curie", "text": "typed"}),
    (["note", "-"], b"marie: typed", "AddNote", {"text": "marie: typed"}),
    (["met", "marie"], None, "AddContact", {"who": "marie", "how": "met"}),
    (["met", "marie", "-"], b"typed", "AddContact", {"who": "marie", "how": "met", "text": "typed"}),
    (["called", "marie", "-5", "degrees", "--on", "yesterday"], None, "AddContact",
     {"who": "marie", "how": "called", "text": "-5 degrees", "on": "yesterday"}),
    (["wrote", "--on=2026-06-30", "marie"], None, "AddContact",
     {"who": "marie", "how": "wrote", "on": "2026-06-30"}),
    (["add", "Marie", "Curie", "--email", "a@x.org", "--email", "b@x.org", "--nick", "M", "--phone",
      "1", "--place", "Paris", "--birthday", "--02-29", "--circle", "inner", "--private"], None,
     "AddPerson", {"name": "Marie Curie", "emails": ["a@x.org", "b@x.org"], "nicknames": ["M"],
                   "phones": ["1"], "places": ["Paris"], "birthday": "--02-29", "circle": "inner",
                   "private": True}),
    (["edit", "marie", "curie", "--name", "Marie", "--email", "a@x.org", "--email", "b@x.org", "--nick",
      "M", "--phone", "1", "--place", "Paris", "--birthday", "3 May", "--remove", "c@x.org", "--remove",
      "Lyon", "--public"], None,
     "EditPerson", {"who": "marie curie", "name": "Marie", "emails": ["a@x.org", "b@x.org"],
                    "nicknames": ["M"], "phones": ["1"], "places": ["Paris"], "birthday": "3 May",
                    "remove": ["c@x.org", "Lyon"], "public": True}),
    (["edit", "--private", "marie"], None, "EditPerson", {"who": "marie", "private": True}),
    (["forget", "12"], None, "Forget", {"ref": "12"}),
    (["forget", "marie", "curie"], None, "Forget", {"ref": "marie curie"}),
    (["about", "marie", "curie"], None, "About", {"who": "marie curie"}),
    (["nudges"], None, "ListNudges", {}),
    (["nudges", "--all", "--until", "2w"], None, "ListNudges", {"all": True, "until": "2w"}),
    (["done", "3"], None, "Done", {"ref": "3"}),
    (["drop", "marie", "curie"], None, "Drop", {"ref": "marie curie"}),
    (["snooze", "marie", "in", "3", "days"], None, "Snooze", {"ref": "marie", "until": "in 3 days"}),
    (["undo"], None, "Undo", {}),
    (["list", "--circle", "inner"], None, "ListPeople", {"circle": "inner"}),
    (["find", "the", "guitar"], None, "Find", {"text": "the guitar"}),
    (["status"], None, "Status", {}),
    (["events"], None, "ListEvents", {}),
    (["events", "--from", "friday", "--until=2w", "--with", "marie curie"], None, "ListEvents",
     {"from": "friday", "until": "2w", "with": "marie curie"}),
    (["sources"], None, "ListSources", {}),
    (["same", "M. Curie", "marie"], None, "Same", {"who": "M. Curie", "other": "marie"}),
    (["apart", "3", "12"], None, "Apart", {"who": "3", "other": "12"}),
    (["same", "m.", "curie", "marie", "curie"], None, "Same", {"who": "m. curie marie curie"}),
    (["circle", "tom", "petit", "inner"], None, "SetCircle", {"who": "tom petit", "circle": "inner"}),
]


@pytest.mark.parametrize("args,typed,method,parameters", SENT)
def test_a_command_is_one_call(home, fake, args, typed, method, parameters):
    daemon = fake(**{method: {}})
    run(home, *args, typed=typed)
    assert [call["method"] for call in daemon.calls] == ["org.aufait." + method]
    assert daemon.calls[0].get("parameters", {}) == parameters


# --- what is printed ------------------------------------------------------------------------------

NUDGE_REPLY = {"nudge": RETURN, "now": NOW}
LUNCH = {"uid": "x", "summary": "Lunch", "start": "2026-07-01T12:30:00+02:00",
         "end": "2026-07-01T14:00:00+02:00", "allDay": False, "location": "Café de Flore",
         "calendar": "main", "people": [MARIE]}
BOOK = {"path": "/a", "name": "a", "kind": "cards", "items": 2, "problems": 1}
IN_CALENDAR = {**RETURN, "why": [{"text": "Crète", "on": "2026-06-28", "event": "x"},
                                 {"text": "Marie en Grèce", "on": "2026-06-28", "event": "x"}]}
PRINTED = [
    (["note", "marie", SAID], {"AddNote": {"note": NOTE, "nudges": [RETURN], "now": NOW}},
     "Marie Curie: trip to Crète, 10–20 August. On 21 August: ask how it was.\n"),
    (["note", "marie", "likes tea"],
     {"AddNote": {"note": {**NOTE, "moments": []}, "nudges": [], "now": NOW}},
     "Noted about Marie Curie.\n"),
    (["met", "marie"],
     {"AddContact": {"contact": {"id": 1, "on": "2026-07-01", "how": "met", "people": [MARIE]},
                     "nudges": [], "now": NOW}},
     "You met Marie Curie today.\n"),
    (["wrote", "marie", SAID],
     {"AddContact": {"contact": {"id": 1, "on": "2026-06-30", "how": "wrote", "people": [MARIE]},
                     "note": NOTE, "nudges": [RETURN], "now": NOW}},
     "You wrote to Marie Curie yesterday. Marie Curie: trip to Crète, 10–20 August. On 21 August: "
     "ask how it was.\n"),
    (["add", "Marie Curie"], {"AddPerson": {"person": person("Marie Curie")}},
     "Added Marie Curie.\n"),
    (["add", "Paul"], {"AddPerson": {"person": person("Paul", birthday="--02-29", circle="close")}},
     "Added Paul (circle “close”, birthday 29 February).\n"),
    (["nudges"], {"ListNudges": {"nudges": [RETURN], "now": NOW}},
     "3  21 August  waiting  Marie Curie is back from Crète. Ask how it was.\n"),
    (["nudges"], {"ListNudges": {"nudges": [], "now": NOW}}, "No nudge is waiting.\n"),
    (["nudges", "--until", "21 August"],
     {"ListNudges": {"nudges": [RETURN], "until": "2026-08-21", "now": NOW}},
     "Due by Friday 21 August:\n3  21 August  waiting  Marie Curie is back from Crète. Ask how it was.\n"),
    (["nudges", "--until", "18:00"],
     {"ListNudges": {"nudges": [], "until": "2026-07-01T18:00:00+02:00", "now": NOW}},
     "No nudge is due by today, Wednesday 1 July at 18:00.\n"),
    (["today"], {"Today": {"nudges": [RETURN], "events": [], "next": [], "now": NOW}},
     " 3  Marie Curie is back from Crète. Ask how it was.\n"
     "    “part en Crète du 10 au 20 août”, today\n"),
    (["today"], {"Today": {"nudges": [], "events": [], "next": [RETURN], "now": NOW}},
     "Nothing is due today.\n\nWhat comes next:\n"
     "3  21 August  Marie Curie is back from Crète. Ask how it was.\n"),
    (["today"], {"Today": {"nudges": [], "events": [], "now": NOW,
                           "next": [{**RETURN, "at": "2026-07-01T14:30:00+02:00"}]}},
     "Nothing is due today.\n\nWhat comes next:\n"
     "3  14:30  Marie Curie is back from Crète. Ask how it was.\n"),
    (["today"], {"Today": {"nudges": [{**RETURN, "at": NOW, "why": []}] * 9, "events": [], "next": [], "now": NOW}},
     " 3  Marie Curie is back from Crète. Ask how it was.\n" * 9),
    *((["why", "3"], {"Why": {"nudge": {**RETURN, **what}, "score": 2.0, "factors": [], "now": NOW}},
       f"Marie Curie is back from Crète\n{words}2.00  The larger goes first.\n") for what, words in (
           ({}, ""), ({"state": "shown"}, ""), ({"state": "done"}, "It is done.\n"),
           ({"state": "done", "doneOn": "2026-07-01"}, "It was done today.\n"),
           ({"state": "done", "doneOn": "2026-06-02"}, "It was done on 2 June.\n"),
           ({"state": "dropped"}, "It was dropped.\n"),
           ({"state": "expired"}, "It has expired: it makes no sense any more.\n"),
           ({"state": "snoozed", "at": "2026-07-03T10:00:00+02:00"}, "It comes back later: Friday 3 July at 10:00.\n"))),
    (["done", "3"], {"Done": NUDGE_REPLY}, "Done: Marie Curie is back from Crète.\n"),
    (["done", "3"], {"Done": {"nudge": {**RETURN, "title": "What did Paul tell you?"}, "now": NOW}},
     "Done: What did Paul tell you?\n"),
    (["drop", "3"], {"Drop": {"nudge": {**RETURN, "title": "What did Paul tell you?"}, "now": NOW}},
     "Dropped: What did Paul tell you?\n"),
    (["snooze", "3", "friday"],
     {"Snooze": {"nudge": {**RETURN, "at": "2026-07-03T10:00:00+02:00", "title": "What did Paul tell you?"},
                 "now": NOW}}, "Later, Friday 3 July at 10:00: What did Paul tell you?\n"),
    (["undo"], {"Undo": {"undone": {"what": "done: What did Paul tell you?"}, "now": NOW}},
     "Taken back: done: What did Paul tell you?\n"),
    (["drop", "3"], {"Drop": NUDGE_REPLY}, "Dropped: Marie Curie is back from Crète.\n"),
    (["snooze", "3", "3d"],
     {"Snooze": {"nudge": {**RETURN, "at": "2026-07-03T10:00:00+02:00"}, "now": NOW}},
     "Later, Friday 3 July at 10:00: Marie Curie is back from Crète.\n"),
    (["undo"], {"Undo": {"undone": {"what": "note about Marie Curie"}}},
     "Taken back: note about Marie Curie.\n"),
    (["list"], {"ListPeople": {"people": [person("Marie Curie", id=12, emails=["m@x.org"]),
                                          person("Paul", id=3)]}},
     "12  Marie Curie  m@x.org\n3   Paul\n"),
    (["list"], {"ListPeople": {"people": []}},
     "Nobody yet. Add someone with “aufait add NAME”.\n"),
    (["find", "x"], {"Find": {"people": [], "notes": [], "now": NOW}}, "Nothing was found.\n"),
    (["find", "x"], {"Find": {"people": [], "notes": [], "near": [MARIE, {"id": 3, "name": "Paul"}], "now": NOW}},
     "Nothing was found. Did you mean Marie Curie or Paul?\n"),
    (["find", "x"], {"Find": {"people": [person("Marie Curie")], "notes": [NOTE], "now": NOW}},
     "1  Marie Curie\n\n1  today  Marie Curie  part en Crète du 10 au 20 août\n"),
    (["today"], {"Today": {"nudges": [IN_CALENDAR], "events": [LUNCH], "next": [], "now": NOW}},
     " 3  Marie Curie is back from Crète. Ask how it was.\n"
     "    in the calendar: “Marie en Grèce”, 3 days ago\n"
     "\nIn your calendar:\n12:30–14:00  Lunch  Café de Flore, with Marie Curie\n"),
    (["events"], {"ListEvents": {"events": [LUNCH], "from": "2026-07-01", "until": "2026-07-07",
                                 "now": NOW}},
     "Today, Wednesday 1 July\n12:30–14:00  Lunch  Café de Flore, with Marie Curie\n"),
    (["sources"], {"ListSources": {"sources": [BOOK], "settled": False, "now": NOW,
                                   "problems": [{"file": "/a/b.vcf", "what": "It is empty."}]}},
     "address book  2 cards  1 problem  /a\n\nProblems:\n/a/b.vcf  It is empty.\n"
     "Some is still being read.\n"),
    (["same", "a", "b"], {"Same": {"person": person("Marie Curie"), "now": NOW}},
     "One person: Marie Curie.\n"),
    (["apart", "a", "b"], {"Apart": {"person": person("Marie Curie"), "now": NOW}},
     "Two people: “aufait list” shows both.\n"),
    (["status"], {"Status": {"version": "0.1.0", "now": NOW, "zone": "Europe/Paris", "people": 1,
                             "notes": 2, "events": 0, "nextWake": "2026-07-02T10:00:00+02:00",
                             "sources": [], "problems": [{"file": "/a.vcf", "what": "no name"}]}},
     "aufaitd 0.1.0 — Wednesday 1 July 2026 at 10:00, Europe/Paris\n1 person, 2 notes, 0 events\n"
     "Waiting until tomorrow, Thursday 2 July at 10:00.\n\nProblems:\n/a.vcf  no name\n"),
]


@pytest.mark.parametrize("args,answers,out", PRINTED)
def test_the_answer_is_said(home, fake, args, answers, out):
    fake(**answers)
    answer = run(home, *args)
    assert (answer.status, answer.out, answer.err) == (0, out, "")


def test_about_shows_all(home, fake):
    fake(About={"person": person("Marie Curie", emails=["m@x.org"]), "notes": [NOTE],
                "moments": NOTE["moments"], "nudges": [RETURN], "now": NOW,
                "contacts": [{"id": 1, "on": "2026-05-02", "how": "met", "people": [MARIE]}]})
    out = run(home, "about", "marie").out
    for words in ("Marie Curie\nm@x.org\n", f"today  {SAID}", "in 5 weeks  trip to Crète, 10–20 August",
                  "2 months ago  met", "3  21 August  Marie Curie is back from Crète."):
        assert words in out, out


# --- --json ---------------------------------------------------------------------------------------

ODD = b'{"z":1, "a":99999999999999999999,"f":1.500,"s":"\\u00e9\\/","o":{"x":[]} }'


def test_json_is_what_the_daemon_sent(home, fake):
    fake(Today=b'{ "parameters" : ' + ODD + b' }\0')
    for args in (["--json"], ["today", "--json"], ["--json", "--color=always", "today"]):
        assert run(home, *args).out == ODD.decode() + "\n"


def test_json_of_a_refusal_is_error_and_parameters(home, fake):
    fake(Undo=("Refused", {"message": "There is nothing to undo."}))
    answer = run(home, "undo", "--json")
    assert answer.status == 1
    assert answer.json == {"error": "org.aufait.Refused",
                           "parameters": {"message": "There is nothing to undo."}}
    assert answer.err == "aufait: There is nothing to undo.\n"


def test_json_without_a_daemon_is_nothing(home):
    answer = run(home, "--json", "today")
    assert (answer.status, answer.out) == (3, "")


# --- refusals -------------------------------------------------------------------------------------

TWO = [{"id": 1, "name": "Marie Curie"}, {"id": 7, "name": "Marie Laurencin"}]
REFUSALS = [
    (["about", "mrie"],
     ("Unknown", {"name": "mrie", "candidates": TWO[:1], "message": "?"}),
     "Nobody here is called “mrie”. Did you mean Marie Curie? Add someone with “aufait add NAME”."),
    (["about", "mrie"],
     ("Unknown", {"name": "mrie", "candidates": TWO, "message": "?"}),
     "Nobody here is called “mrie”. Did you mean Marie Curie or Marie Laurencin? Add someone with "
     "“aufait add NAME”."),
    (["about", "xyz"], ("Unknown", {"name": "xyz", "candidates": [], "message": "?"}),
     "Nobody here is called “xyz”. Add someone with “aufait add NAME”."),
    (["done", "7"], ("Unknown", {"name": "7", "candidates": [], "message": "There is no nudge “7”"}),
     "There is no nudge “7”. “aufait nudges” shows those that there are."),
    (["about", "marie"], ("Ambiguous", {"name": "marie", "candidates": TWO, "message": "?"}),
     "“marie” may be more than one:\n  1  Marie Curie\n  7  Marie Laurencin\n"
     "Say which by its number: “aufait about 1 …”."),
    (["note", "marie", "met", "paul"], ("Ambiguous", {"name": "marie", "candidates": TWO, "message": "?"}),
     "“marie” may be more than one:\n  1  Marie Curie\n  7  Marie Laurencin\n"
     "Say which by its number: “aufait note @1 …”.\nYour words, so that they are not lost:\nmarie met paul"),
    (["done", "marie"], ("Ambiguous", {"name": "marie", "candidates": TWO, "message": "?"}),
     "“marie” may be more than one:\n  Marie Curie\n  Marie Laurencin\nSay more of the name."),
    (["done", "marie"],
     ("SeveralNudges", {"name": "marie", "nudges": [{"id": 3, "text": "Back. Ask how it was."}]}),
     "“marie” has several nudges:\n  3  Back. Ask how it was.\n"
     "Say which by its number: “aufait done 3 …”."),
    (["add", "Marie Curie"],
     ("Ambiguous", {"name": "Marie Curie", "candidates": TWO[:1],
                    "message": "Someone of that name is here already"}),
     "Someone of that name is here already.\n  Marie Curie"),
    (["snooze", "3", "blah"],
     ("Invalid", {"field": "until", "value": "blah", "message": "That is no moment: try “3d”"}),
     "“blah”? That is no moment: try “3d”."),
    (["add", "x", "--birthday", "soon"],
     ("Invalid", {"field": "birthday", "value": "soon", "message": "?"}),
     "“soon” is no birthday that can be read: write 14 July 1990, 14/07/1990 or 1990-07-14, without the year if it is not known."),
    (["list", "--circle", "odd"], ("Invalid", {"field": "circle", "value": "odd", "message": "?"}),
     "There is no circle “odd”: say inner, close, friends or wider."),
    (["undo"], ("Refused", {"message": "There is nothing to undo."}), "There is nothing to undo."),
    (["events", "--with", "curie"],
     ("Ambiguous", {"name": "curie", "candidates": [MARIE, {"id": 2, "name": "Eve Curie"}], "message": "?"}),
     "“curie” may be more than one:\n  Marie Curie\n  Eve Curie\nSay more of the name."),
    (["same", "paul", "curie"],
     ("Ambiguous", {"name": "curie", "candidates": [MARIE, {"id": 2, "name": "Eve Curie"}], "message": "?"}),
     "“curie” may be more than one:\n  1  Marie Curie\n  2  Eve Curie\nSay which by its number."),
    (["undo"], ("Failed", {"message": "The disk is full"}), "The disk is full."),
    (["undo"], ("Strange", {}), "aufaitd refused: org.aufait.Strange."),
    (["undo"], b'{"error":"org.varlink.service.MethodNotFound","parameters":{"method":"x"}}\0',
     "aufaitd does not know “aufait undo” as this program asks it: restart it with “systemctl --user "
     "restart aufaitd”."),
    (["about", "x"], b'{"error":"org.varlink.service.InvalidParameter","parameters":{"parameter":"who"}}\0',
     "What was given as “who” is empty or too long, or aufaitd is of another version: restart it then."),
]
METHODS = {"same": "Same", "events": "ListEvents", "about": "About", "done": "Done", "snooze": "Snooze", "add": "AddPerson",
           "list": "ListPeople", "undo": "Undo", "note": "AddNote"}


@pytest.mark.parametrize("args,error,sentence", REFUSALS)
def test_a_refusal_says_what_to_do(home, fake, args, error, sentence):
    fake(**{METHODS[args[0]]: error})
    answer = run(home, *args)
    assert (answer.status, answer.out, answer.err) == (1, "", f"aufait: {sentence}\n")


# --- nothing that was typed is lost ---------------------------------------------------------------

def given_back(answer):
    return answer.err.partition("Your words, so that they are not lost:\n")[2].rstrip("\n")


@pytest.mark.parametrize("command", [["note", "marie"], ["met", "marie"], ["called", "marie"],
                                     ["wrote", "marie"]])
def test_a_text_is_given_back(home, fake, command):
    words = ["likes", "tea; “really”"]
    text = "likes tea; “really”"
    answer = run(home, *command, *words)
    # The first word of a note may belong to the text.
    kept = "marie " + text if command[0] == "note" else text
    assert answer.status == 3 and given_back(answer) == kept
    assert "not known" not in answer.err and "may or may not" not in answer.err
    method = "AddNote" if command[0] == "note" else "AddContact"
    for error in (("Failed", {"message": "The disk is full"}), None, b'{"parameters":', b"nonsense\0"):
        daemon = fake(**{method: error})
        answer = run(home, *command, *words)
        assert given_back(answer) == kept, answer
        assert answer.status == (1 if isinstance(error, tuple) else 3)
        assert ("may or may not have been kept" in answer.err) == (answer.status == 3), answer
        daemon.end()


def test_a_typed_text_is_given_back(home):
    answer = run(home, "note", "marie", typed="line one\nline two\n".encode())
    assert answer.status == 3 and given_back(answer) == "line one\nline two"


def test_a_text_behind_a_mistyped_option_is_given_back(home):
    answer = run(home, "note", "--jsn", "marie", "likes", "tea")
    assert answer.status == 2 and "Did you mean “--json”?" in answer.err
    assert given_back(answer) == "--jsn marie likes tea"


def test_a_text_that_is_too_long_is_given_back(home, fake):
    daemon = fake(AddNote={})
    text = "word " * 4000
    answer = run(home, "note", "marie", typed=text.encode())
    assert answer.status == 1 and given_back(answer) == text.strip()
    assert not daemon.calls


@pytest.mark.parametrize("command", ["met", "called", "wrote"])
def test_a_word_with_a_contact_may_be_no_longer(home, fake, command):
    daemon = fake(AddContact={})
    answer = run(home, command, "marie", "-", typed=b"word " * 500000)
    assert answer.status == 1 and "make it several" in answer.err
    assert not daemon.calls


def test_as_json_one_nudge_is_answered(home, fake):
    daemon = fake(Done={})
    answer = run(home, "--json", "done", "1", "2")
    assert answer.status == 2 and not answer.out and not daemon.calls
    assert answer.err == "aufait: With --json one nudge is answered at a time.\n"


def test_no_text_is_no_note(home, fake):
    daemon = fake(AddNote={})
    answer = run(home, "note", "marie", typed=b" \n")
    assert answer.status == 2 and "aufait note WHO TEXT…" in answer.err
    assert not daemon.calls


# --- a daemon that is not well --------------------------------------------------------------------

def test_without_a_daemon_it_says_how_to_start_it(home):
    sentence = ("aufait: aufaitd is not running: start it with “systemctl --user start "
                "aufaitd.socket”, or run “aufaitd”.\n")
    for args in (["today"], ["list"], ["watch"], ["status"]):
        answer = run(home, *args)
        assert (answer.status, answer.out, answer.err) == (3, "", sentence)


def test_a_socket_that_nobody_listens_at_is_no_daemon(home, fake):
    daemon = fake()
    daemon.stop()
    assert run(home, "today").status == 3
    with socket.socket(socket.AF_UNIX) as listener:
        os.unlink(home.socket)
        listener.bind(home.socket)
        answer = run(home, "today")
    assert answer.status == 3 and "is not running" in answer.err


def test_an_unsafe_runtime_folder_is_not_used(home, fake):
    fake(Today={})
    os.chmod(home.runtime, 0o755)
    answer = run(home, "today")
    assert answer.status == 3 and "which others may enter" in answer.err
    assert run(home, "today", env={"XDG_RUNTIME_DIR": ""}).status == 3
    assert run(home, "today", env={"AUFAIT_SOCKET": home.socket}).status == 0


def test_a_daemon_that_hangs_is_not_waited_for(home, fake):
    fake(AddNote="hang", Today="hang")
    answer = run(home, "note", "marie", "likes", "strawberries", env={"AUFAIT_TIMEOUT": "0.2"})
    assert answer.status == 3
    assert "aufaitd did not answer. The note may or may not have been kept: see “aufait find " \
           "strawberries”." in answer.err
    answer = run(home, "today", env={"AUFAIT_TIMEOUT": "0.2"})
    assert (answer.status, answer.err) == (3, "aufait: aufaitd did not answer.\n")


@pytest.mark.parametrize("reply", [
    b"", b"{", b'{"parameters":{}}', b"\0", b"[]\0", b"null\0", b"{}{}\0", b'{"parameters":{"a":}}\0',
    b'{"parameters":{"a":' + b"[" * 100000 + b"]" * 100000 + b"}}\0", b'{"parameters":{"a":"\xff"}}\0',
], ids=lambda reply: ascii(reply[:30])[2:-1])
def test_a_reply_that_is_none_is_status_3(home, fake, reply):
    fake(Today=reply)
    answer = run(home, "today")
    assert answer.status == 3 and answer.out == "" and answer.err.startswith("aufait: aufaitd ")


@pytest.mark.parametrize("reply", [
    {}, {"nudges": None}, {"nudges": {}}, {"nudges": [None, 1, "x", [], {}]}, {"now": 7, "next": [{}]},
    {"nudges": [{"id": "x", "at": "nonsense", "why": [{}], "person": 3}], "events": [{"start": ""}]},
])
def test_a_reply_of_another_shape_does_no_harm(home, fake, reply):
    fake(Today=reply, AddNote=reply, About=reply, ListNudges=reply, Status=reply)
    for args in (["today"], ["note", "a b"], ["about", "x"], ["nudges"], ["status"]):
        assert run(home, *args).status == 0


def test_a_full_disk_is_said(home, fake):
    fake(Today={"nudges": [RETURN], "events": [], "next": [], "now": NOW})
    with open("/dev/full", "w", encoding="utf-8") as full:
        done = subprocess.run([program("aufait")], env=home.env, stdout=full, stderr=subprocess.PIPE,
                              timeout=DEADLINE_SECS, check=False)
    assert done.returncode == 1 and b"cannot be written" in done.stderr


# --- usage ----------------------------------------------------------------------------------------

@pytest.mark.parametrize("args,sentence", [
    (["noet"], "There is no command “noet”. Did you mean “aufait note”?"),
    (["help", "noet"], "There is no command “noet”. Did you mean “aufait note”?"),
    (["frobnicate"], "There is no command “frobnicate”. “aufait help” shows them all."),
    (["list", "--cirle", "x"], "There is no option “--cirle”. Did you mean “--circle”?"),
    (["list", "-x"], "There is no option “-x”."),
    (["list", "extra"], "“aufait list” does not know what to do with “extra”."),
    (["done"], "“aufait done” wants more words."),
    (["snooze", "marie"], "“aufait snooze” wants more words."),
    (["list", "--circle"], "The option “--circle” wants a value: --circle CIRCLE"),
    (["--color=purple"], "“purple” is no choice of “--color”: say auto, always or never."),
    (["--json=yes"], "The option “--json” takes no value."),
])
def test_a_mistake_is_explained(home, args, sentence):
    answer = run(home, *args)
    assert answer.status == 2 and answer.out == ""
    assert answer.err.startswith(f"aufait: {sentence}\n"), answer


def test_help_begins_with_examples(home):
    names = re.findall(r"(?m)^  ([a-z]+)  ", run(home, "--help").out)
    assert {"add", "note", "met", "called", "wrote", "about", "today", "nudges", "done", "drop",
            "snooze", "undo", "edit", "forget", "list", "find", "events", "sources", "same", "apart", "status", "watch",
            "help"} <= set(names)
    for name in ("add", "note", "today", "watch", "edit", "forget"):
        helped = run(home, "help", name)
        assert helped.status == 0 and helped.out.startswith("Examples:\n  aufait"), helped
        assert run(home, name, "--help").out == helped.out


def test_version_needs_no_daemon(home):
    answer = run(home, "--version")
    assert answer.status == 0 and re.fullmatch(r"aufait \d+\.\d+\.\d+\n", answer.out)
