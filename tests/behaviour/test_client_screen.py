# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person sees of the client: colours, tables that fit, nothing that drives the terminal;
watching; completion."""

import json
import re
import signal
import subprocess

import pytest
from fake_client import fake, home, run, run_on_terminal  # noqa: F401 (fixtures)
from fake_daemon import NOTE, NOW, RETURN, person
from harness import DEADLINE_SECS, program

# --- the terminal ---------------------------------------------------------------------------------

TODAY = {"nudges": [RETURN], "events": [], "next": [RETURN], "now": NOW}


def test_colour_is_for_terminals(home, fake):
    fake(Today=TODAY)
    plain = run(home, "today").out
    assert "\033" not in plain
    assert "\033[" in run(home, "--color=always", "today").out
    assert "\033[" in run_on_terminal(home, "today").out
    for args, env in ((["--color=never", "today"], {}), (["today"], {"NO_COLOR": "1"}),
                      (["today"], {"TERM": "dumb"})):
        assert "\033" not in run_on_terminal(home, *args, env=env).out
    assert "\033[" in run_on_terminal(home, "today", env={"NO_COLOR": ""}).out
    assert "\033[" in run(home, "--color=always", "today", env={"NO_COLOR": "1"}).out


@pytest.mark.parametrize("columns", [20, 30, 44, 60, 80, 200])
def test_a_table_fits_the_terminal(home, fake, columns):
    long = {**RETURN, "text": "Marie Curie is back from Crète. Ask how it was, 山田 too. " * 3}
    fake(ListNudges={"nudges": [long, RETURN], "now": NOW}, Today={**TODAY, "nudges": [long]})
    for args in (["today"], ["nudges"]):
        out = run_on_terminal(home, "--color=never", *args, columns=columns).out
        for line in out.split("\n"):
            wide = sum(2 if ord(letter) > 0x2e80 else 1 for letter in line)
            assert wide <= columns, out
    assert long["text"].split()[-1] in out


@pytest.mark.parametrize("n_today, n_left, shown, more", [
    (1, 4, 3, "    2 more: “aufait nudges” shows them.\n"), (6, 0, 5, "    1 more: “aufait nudges” shows it.\n"),
    (5, 3, 5, "    3 more: “aufait nudges” shows them.\n"), (0, 3, 3, ""), (5, 0, 5, "")])
def test_one_sees_as_much_as_one_takes_in(home, fake, n_today, n_left, shown, more):
    """On a terminal: a pipe has room for all."""
    today, left = ({**RETURN, "at": at, "why": []} for at in (NOW, "2026-06-30T10:00:00+02:00"))
    fake(Today={**TODAY, "nudges": [today] * n_today + [left] * n_left, "next": []})
    line = " 3  Marie Curie is back from Crète. Ask how it was.\n"
    hint = "Answer with “aufait done 3”, “aufait snooze 3 2d” or “aufait drop 3”.\n"
    assert run_on_terminal(home, "--color=never", "today").out == line * shown + more + hint
    assert run(home, "today").out == line * (n_today + n_left)


@pytest.mark.parametrize("columns", [20, 30, 44, 60, 80, 200])
def test_events_and_sources_fit_the_terminal(home, fake, columns):
    event = {"uid": "x", "summary": "Hike with Marie and everybody else whom I know, 山田 too",
             "start": "2026-07-03T18:00:00+02:00", "end": "2026-07-05T16:00:00+02:00", "allDay": False,
             "location": "Café de Flore, boulevard Saint-Germain", "calendar": "main",
             "people": [{"id": 1, "name": "Marie Curie"}]}
    path = "/home/someone/.local/share/vdirsyncer/calendars/a-very-long-name-of-a-calendar"
    sources = {"sources": [{"path": path, "name": "x", "kind": "calendar", "items": 12, "problems": 3}],
               "problems": [{"file": path + "/a.ics", "what": "The event has no first day."}],
               "settled": True, "now": NOW}
    fake(ListEvents={"events": [event, {**event, "location": None}], "from": "2026-07-01",
                     "until": "2026-07-07", "now": NOW}, ListSources=sources)
    for command, words in (("events", ["Hike", "Germain"]), ("sources", ["12 entries", "first"])):
        out = run_on_terminal(home, "--color=never", command, columns=columns).out
        for line in out.split("\n"):
            wide = sum(2 if ord(letter) > 0x2e80 else 1 for letter in line)
            assert wide <= columns, out
        for word in words:
            assert word in out or columns < 44, out


def test_a_note_does_not_drive_the_terminal(home, fake):
    evil = "a\033]0;title\007b\033[31mc\u009bd\u202ee\r\nf"
    fake(Find={"people": [person(evil)], "notes": [{**NOTE, "text": evil}], "now": NOW},
         Undo=("Refused", {"message": evil}), Today={**TODAY, "nudges": [{**RETURN, "title": evil}]})
    for args in (["find", "x"], ["undo"], ["today"]):
        answer = run(home, *args)
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", answer.out + answer.err)
        assert "a]0;titleb[31mcde" in answer.out + answer.err


# --- watch ----------------------------------------------------------------------------------------

def stream(*replies):
    return [json.dumps({"parameters": reply, "continues": True}).encode() + b"\0" for reply in replies]


def test_watch_is_a_line_each_until_interrupted(home, fake):
    for number in (signal.SIGINT, signal.SIGTERM):
        daemon = fake(Watch=[*stream({"changed": "note about Marie Curie"}, {"nudge": RETURN}), "hang"])
        process = subprocess.Popen([program("aufait"), "watch"], env=home.env,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert process.stdout.readline() == b"Note about Marie Curie\n"
        assert process.stdout.readline().decode() == \
            "3 waiting: Marie Curie is back from Crète. Ask how it was.\n"
        assert daemon.calls[0]["more"] is True
        process.send_signal(number)
        out, err = process.communicate(timeout=DEADLINE_SECS)
        assert (process.returncode, out, err) == (0, b"", b"")
        daemon.end()


def test_watch_ends_with_the_daemon(home, fake):
    fake(Watch=stream({"changed": "x"}, {"nudge": RETURN}))
    answer = run(home, "watch", "--json")
    assert answer.status == 3 and answer.err == "aufait: aufaitd has ended.\n"
    assert [json.loads(line) for line in answer.out.splitlines()] == [{"changed": "x"},
                                                                      {"nudge": RETURN}]


# --- completion -----------------------------------------------------------------------------------

@pytest.mark.parametrize("words,offered", [
    (["no"], ["note"]),
    (["note", "m"], ["Marie Curie"]),
    (["note", "z"], ["Zoé"]),
    (["note", "Zoe"], ["Zoé"]),
    (["about", ""], ["Marie Curie", "Zoé"]),
    (["done", "ma"], ["Marie Curie"]),
    (["note", "marie", "m"], []),
    (["add", "--c"], ["--circle", "--color"]),
    (["list", "--circle", "in"], ["inner"]),
    (["events", "--with", "ma"], ["Marie Curie"]),
    (["habits", "--forget", "ma"], ["Marie Curie"]),
    (["events", "--w"], ["--with"]),
    (["events", "ma"], []),
    (["same", "ma"], ["Marie Curie"]),
    (["same", "Marie Curie", "zo"], ["Zoé"]),
    (["apart", "Marie Curie", "Zoé", ""], []),
    (["snooze", "Marie Curie", "m"], []),
    (["circle", "marie", "curie", "in"], ["inner"]),
    (["help", "wa"], ["watch"]),
    (["today", ""], []),
])
def test_words_are_completed(home, fake, words, offered):
    fake(ListPeople={"people": [person("Marie Curie"), person("Zoé")]})
    answer = run(home, "--complete", *words)
    assert (answer.status, answer.out.splitlines(), answer.err) == (0, offered, "")


def test_completion_without_a_daemon_is_silent(home, fake):
    answer = run(home, "--complete", "note", "m")
    assert (answer.status, answer.out, answer.err) == (0, "", "")
    fake(ListPeople="hang")
    answer = run(home, "--complete", "note", "m")
    assert (answer.status, answer.out, answer.err) == (0, "", "")
