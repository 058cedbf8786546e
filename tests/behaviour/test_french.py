# SPDX-License-Identifier: GPL-3.0-or-later
"""LANGUAGE=fr shows no English sentence: whatever is printed is held against the English strings of
the programs."""

import os
import re

import pytest
from harness import TREE
from test_calendar import CHESS, CLAIRE, LUNCH, TOM, card, event, start, write

FORMAT = re.compile(r"%(?:\d+\$)?[-+ #0-9.*]*(?:hh|h|ll|l|z|j)?[diouxXeEfgGcsp]|%%|%\"[^\"]*\"|%[A-Za-z]|\n")

COMMANDS = [
    [], ["--help"], ["today"], ["nudges"], ["nudges", "--all"], ["list"], ["list", "--circle", "close"],
    ["about", "marie"], ["about", "paul"], ["find", "crète"], ["find", "nothing at all"], ["status"],
    ["met", "marie"], ["called", "paul", "allait bien"], ["wrote", "marie", "--on", "hier"],
    ["note", "marie", "semblait fatiguée"], ["note", "paul", "passe le permis vendredi"],
    ["note", "promis à paul de rendre le livre avant vendredi"], ["note", "personne de connu"],
    ["note", "@inconnu", "part demain"], ["note"], ["add"], ["add", "Zoé", "--circle", "nonsense"],
    ["add", "Zoé", "--birthday", "nonsense"], ["add", "Zoé", "--nonsense"], ["nonsense"], ["noet", "x"],
    ["done", "999"], ["done", "nobody"], ["about", "nobody"], ["about", "mari"], ["about", ""],
    ["snooze", "marie"], ["snooze", "marie", "nonsense"], ["snooze", "marie", "3d"], ["drop", "marie"],
    ["done", "marie"], ["undo"], ["undo"], ["--color=nonsense", "today"], ["nudges", "--until", "nonsense"],
    ["nudges", "--until", "2w"], ["help"], ["--version"],
    ["events"], ["events", "--from", "nonsense"], ["events", "--from", "2w", "--until", "demain"],
    ["events", "--with", "mari"], ["events", "--from", "2030-01-01"], ["sources"],
    ["same", "marie curie", "marie curie"], ["same", "coco"], ["same", "coco", "paul"], ["undo"],
    ["same", "mari", "paul"], ["apart", "coco", "coco"], ["apart", "coco", "paul"], ["undo"],
    ["every", "paul", "3w"], ["every", "paul", "nonsense"], ["every", "paul", "never"],
    ["circle", "marie", "close"], ["circle", "marie", "nonsense"], ["circle", "marie", "none"],
    ["called", "marie", "--from-them"], ["wrote", "paul", "--from-them"], ["ties"], ["triage"], ["undo"],
    ["edit", "marie", "--birthday", "nonsense"], ["edit", "marie"], ["edit", "marie", "--remove", "nothing"],
    ["edit", "marie", "--place", "Lyon"], ["edit", "paul", "--private", "--public"], ["forget", "999"],
    ["edit", "paul", "--name", "marie curie"], ["forget", "marie"], ["undo"], ["undo"],
]

WORLD_COMMANDS = [
    ["status"], ["sources"], ["list"], ["events"], ["events", "--with", "claire"], ["about", "claire"],
    ["about", "tom"], ["today"], ["nudges"], ["nudges", "--until", "3w"], ["same", "tom", "claire"],
    ["undo"], ["apart", "tom", "claire"], ["undo"], ["edit", "claire", "--birthday", "none"],
    ["forget", "claire"], ["undo"],
]


def english_sentences():
    """Every string of the programs that differs in French, in the pieces between its formats."""
    import importlib.util
    spec = importlib.util.spec_from_file_location("po_test", os.path.join(TREE, "tests", "po-test.py"))
    po = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(po)
    french = "\n".join(t for e in po.entries_of("fr") if e.get("msgid") for t in po.translations(e))
    pieces = set()
    for entry in po.entries_of("fr"):
        for text in (entry.get("msgid"), entry.get("msgid_plural")):
            for piece in FORMAT.split(text or ""):
                piece = piece.strip(" .,:;?“”()\u2026")
                if len(re.findall(r"[A-Za-z]{2,}", piece)) >= 2 and piece not in french:
                    pieces.add(piece)
    return pieces


@pytest.fixture(scope="module")
def english():
    pieces = english_sentences()
    assert len(pieces) > 20, "the strings of the programs"
    return pieces


def english_in(text, english):
    return sorted(piece for piece in english if re.search(rf"(?<!\w){re.escape(piece)}(?!\w)", text))


@pytest.fixture
def french(make_home):
    home = make_home(language="fr")
    home.start(now="2026-08-21T10:00")
    home.aufait("add", "Marie Curie", "--email", "marie@example.org", "--birthday", "1867-11-07")
    home.aufait("add", "Marie Laurencin", "--nick", "coco")
    home.aufait("add", "Paul", "--private")
    home.aufait("note", "marie curie", "part en Crète du 10 au 20 août")
    return home


def test_english_is_found_where_it_is(english, make_home):
    """The check itself can fail."""
    home = make_home(language="en")
    home.start(now="2026-07-01T12:00")
    said = home.try_aufait("--help").out + home.try_aufait("about", "nobody").err
    assert english_in(said, english)


def test_no_command_speaks_english(french, english):
    faults = []
    for command in COMMANDS:
        answer = french.try_aufait(*command)
        assert answer.out or answer.err, command
        for piece in english_in(answer.out + answer.err, english):
            faults.append(f"aufait {' '.join(command)}: “{piece}”")
    assert not faults, "\n".join(faults)


@pytest.fixture
def french_world(make_home):
    """Someone with a card and with events, a birthday, a trip, and files that cannot be read."""
    home = make_home(language="fr")
    card(home, "claire", *CLAIRE)
    card(home, "tom", *TOM)
    card(home, "zoe", "FN:Zoé Petit", "BDAY:--0630", "ANNIVERSARY:2025-07-01")
    event(home, "lunch", *LUNCH)
    event(home, "chess", *CHESS)
    event(home, "trip", "DTSTART;VALUE=DATE:20260620", "DTEND;VALUE=DATE:20260701",
          "SUMMARY:Vacances Claire")
    write(home, ".contacts/perso/broken.vcf", "BEGIN:VCARD\r\nVERSION:4.0\r\nEND:VCARD\r\n")
    return home


@pytest.mark.parametrize("now", ["2026-07-01T12:01", "2026-07-01T14:31", "2026-07-02T10:01",
                                 "2026-07-03T18:31"])
def test_what_comes_of_calendars_is_said_in_french(french_world, english, now):
    start(french_world, now)
    french_world.aufait("note", "claire", "le chien était malade")
    faults = []
    for command in WORLD_COMMANDS:
        answer = french_world.try_aufait(*command)
        assert answer.out or answer.err, command
        for piece in english_in(answer.out + answer.err, english):
            faults.append(f"aufait {' '.join(command)}: “{piece}”")
    assert not faults, "\n".join(faults)


def test_nudges_of_calendars_speak_french(french_world):
    start(french_world, "2026-07-01T12:01")
    texts = [n["text"] for n in french_world.ask("nudges", "--until", "1w")["nudges"]]
    for text in ("Claire Martin est de retour. Demander comment c’était.",
                 "Lunch with Claire à 12:30",
                 "Qu’a raconté Claire Martin ? Le noter tant que c’est frais.",
                 "Claire Martin fête ses 40 ans jeudi. Envoyer des vœux.",
                 "Zoé Petit a fêté son anniversaire hier. Envoyer des vœux, même en retard.",
                 "Zoé Petit : 1 an de mariage aujourd’hui. Envoyer des vœux."):
        assert text in texts, "\n".join(texts)


def test_no_help_speaks_english(french, english):
    names = re.findall(r"(?m)^ {2,4}(?:aufait )?([a-z]+)\b", french.try_aufait("--help").out)
    assert {"note", "add", "today"} <= set(names), names
    for name in sorted(set(names)):
        answer = french.try_aufait(name, "--help")
        assert not english_in(answer.out + answer.err, english), name


def test_what_an_option_wants_is_said_in_french(french):
    for command, wanted in ((["list", "--circle"], "--circle CERCLE"), (["nudges", "--until"], "--until QUAND"),
                            (["add", "x", "--birthday"], "--birthday JOUR")):
        answer = french.try_aufait(*command)
        assert answer.status == 2 and wanted in answer.err, answer


def test_the_daemon_refuses_in_french(make_home, english):
    home = make_home(language="fr")
    for options, env in ((["--notifier=loud"], {}), (["--now=x"], {}), (["--nonsense"], {}), (["word"], {}),
                         ([], {"XDG_RUNTIME_DIR": ""}), ([], {"XDG_RUNTIME_DIR": "/etc/passwd"})):
        daemon = home.launch(*options, env=env)
        assert daemon.wait() != 0
        assert daemon.err.strip() and not english_in(daemon.err, english), daemon.err
    daemon = home.launch("--help")
    assert daemon.wait() == 0
    assert not english_in(daemon.out, english)


def test_the_locale_alone_is_enough(make_home):
    """LANG=fr_FR.UTF-8 without LANGUAGE, whether that locale is installed or not."""
    home = make_home()
    del home.env["LANGUAGE"], home.env["LC_ALL"]
    home.env["LANG"] = "fr_FR.UTF-8"
    home.start(now="2026-07-01T12:00")
    home.aufait("add", "Marie Curie")
    assert "août" in home.aufait("note", "marie", "part en Crète du 10 au 20 août")
