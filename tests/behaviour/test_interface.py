# SPDX-License-Identifier: GPL-3.0-or-later
"""What the daemon answers is what its own description of the interface promises: every field of
every reply and of every error, by name and type."""

import json
import re

import pytest
from test_calendar import CLAIRE, LUNCH, card, event, start

TOKEN = re.compile(r"#[^\n]*|\[\]|->|[A-Za-z][A-Za-z0-9_.]*|[?:,()]")
PLAIN = {"string": str, "bool": bool, "int": int, "float": (int, float)}

# Those whose absence means something have no “?” in the contract: they are there, null or not.
ALWAYS = {"Person": {"birthday", "circle"}, "Promise": {"day"}}


class Description:
    """A Varlink interface description: types, and what methods and errors carry."""

    def __init__(self, text):
        self.tokens = [token for token in TOKEN.findall(text) if not token.startswith("#")]
        self.types, self.replies, self.errors = {}, {}, {}
        assert self.take() == "interface"
        self.name = self.take()
        while self.tokens:
            self.member(self.take())

    def take(self, wanted=None):
        token = self.tokens.pop(0)
        assert wanted in (None, token), f"{wanted}, not {token}"
        return token

    def member(self, keyword):
        name = self.take()
        if keyword == "type":
            self.types[name] = self.struct()
        elif keyword == "error":
            self.errors[f"{self.name}.{name}"] = self.struct()
        else:
            assert keyword == "method", keyword
            self.struct()
            self.take("->")
            self.replies[f"{self.name}.{name}"] = self.struct()

    def type(self):
        token = self.tokens[0]
        if token == "(":
            return self.struct()
        self.take()
        return (token, self.type()) if token in ("?", "[]") else token

    def struct(self):
        """{name: type}, or the set of an enumeration's words."""
        self.take("(")
        fields, words = {}, set()
        while self.tokens[0] != ")":
            name = self.take()
            if self.tokens[0] == ":":
                self.take()
                fields[name] = self.type()
            else:
                words.add(name)
            if self.tokens[0] == ",":
                self.take()
        self.take(")")
        return words or fields

    def check(self, value, kind, where):
        """Yields what is wrong with @value."""
        if isinstance(kind, tuple):
            if kind[0] == "?":
                yield from () if value is None else self.check(value, kind[1], where)
            elif not isinstance(value, list):
                yield f"{where}: no array"
            else:
                for item in value:
                    yield from self.check(item, kind[1], where + "[]")
        elif isinstance(kind, set):
            yield from () if value in kind else [f"{where}: “{value}”"]
        elif isinstance(kind, dict):
            yield from self.check_fields(value, kind, where)
        elif kind in PLAIN:
            is_bool = isinstance(value, bool)
            if not isinstance(value, PLAIN[kind]) or is_bool != (kind == "bool"):
                yield f"{where}: {value!r} is no {kind}"
        else:
            yield from (f"{where}: no “{name}”" for name in ALWAYS.get(kind, ()) if name not in value)
            yield from self.check(value, self.types[kind], where)

    def check_fields(self, value, fields, where):
        for name in value:
            if name not in fields:
                yield f"{where}.{name} is not described"
        for name, kind in fields.items():
            if name in value:
                yield from self.check(value[name], kind, f"{where}.{name}")
            elif not (isinstance(kind, tuple) and kind[0] == "?"):
                yield f"{where}.{name} is missing"


# “@0”: the number of the first nudge that is open then.
CALLS = [
    ("AddPerson", {"name": "Marie Curie", "emails": ["m@example.org"], "nicknames": ["Manya"], "phones": ["1"],
                   "places": ["Paris"], "birthday": "--11-07", "circle": "close", "private": True}),
    ("AddPerson", {"name": "Paul"}), ("AddPerson", {"name": "Paul"}), ("AddPerson", {"name": "Marie Rambert"}),
    ("AddPerson", {"name": "Zoe", "birthday": "soon"}),
    ("AddNote", {"who": "curie", "text": "part en Crète du 10 au 20 août"}),
    ("AddNote", {"text": "@paul likes jazz and seems tired"}), ("AddNote", {"text": "nobody"}),
    ("AddNote", {"who": "paul", "text": "promised him the book, and the map by Friday"}),
    ("AddNote", {"who": "paul", "text": "promised to call"}),
    ("AddContact", {"who": "paul", "how": "met", "text": "has an exam on Monday", "on": "yesterday"}),
    ("AddContact", {"who": "paul", "how": "wrote", "fromThem": True}), ("AddContact", {"who": "paul", "how": "x"}),
    ("About", {"who": "paul"}), ("About", {"who": "claire"}), ("About", {"who": "marie"}), ("About", {"who": "pual"}),
    ("Today", {}), ("ListNudges", {}), ("ListNudges", {"until": "2w", "all": True}), ("ListNudges", {"until": "x"}),
    ("Done", {"ref": "paul"}), ("Drop", {"ref": "99"}), ("Why", {"ref": "@0"}), ("Done", {"ref": "@0"}),
    ("Snooze", {"ref": "@0", "until": "2026-08-25"}), ("Drop", {"ref": "@0"}), ("Undo", {}),
    ("Week", {}), ("ListHabits", {}), ("ForgetHabit", {"who": "paul"}), ("SetHours", {"who": "paul", "hours": "18:00-21:00"}),
    ("ListPeople", {}), ("ListPeople", {"circle": "close"}), ("ListEvents", {}), ("ListEvents", {"with": "claire", "until": "2w"}),
    ("ListSources", {}), ("SetCadence", {"who": "paul", "every": "3w"}), ("SetCadence", {"who": "claire", "every": "never"}),
    ("SetCircle", {"who": "paul", "circle": "inner"}), ("SetCircle", {"who": "paul"}), ("ListTies", {}),
    ("ListUnsorted", {}), ("PassOver", {"who": "claire"}), ("Same", {"who": "rambert", "other": "curie"}),
    ("Apart", {"who": "paul", "other": "paul"}), ("Undo", {}), ("Find", {"text": "crete"}), ("Find", {"text": "paul"}),
    ("EditPerson", {"who": "paul", "nicknames": ["Polo"], "birthday": "14 July 1990"}), ("EditPerson", {"who": "paul"}),
    ("EditPerson", {"who": "paul", "silent": True}), ("EditPerson", {"who": "paul", "silent": True, "again": True}),
    ("EditPerson", {"who": "paul", "again": True}),
    ("Forget", {"ref": "paul"}), ("Status", {}), ("Undo", {}), ("Watch", {}),
]


@pytest.fixture
def described(home):
    card(home, "claire", *CLAIRE)
    event(home, "lunch", *LUNCH)
    start(home, "2026-07-01T12:01")
    text = home.call("org.varlink.service.GetInterfaceDescription", {"interface": "org.aufait"})
    return home, Description(text["parameters"]["description"])


def faults_of(description, method, reply):
    if "error" in reply:
        kind = description.errors.get(reply["error"], {})
        return list(description.check_fields(reply.get("parameters", {}), kind, reply["error"]))
    return list(description.check_fields(reply["parameters"], description.replies[method], method))


def test_every_reply_is_as_it_is_described(described):
    home, description = described
    faults, answered = [], set()
    for name, parameters in CALLS:
        method = "org.aufait." + name
        if parameters.get("ref") == "@0":
            parameters = {**parameters, "ref": str(home.ask("nudges")["nudges"][0]["id"])}
        reply = home.call(method, parameters)
        faults += [f"{fault}, in {json.dumps(reply)[:400]}" for fault in faults_of(description, method, reply)]
        if "error" not in reply:
            answered.add(method)
    assert not faults, "\n".join(faults)
    assert set(description.replies) - answered == {
        "org.aufait.Apart", "org.aufait.ForgetHabit", "org.aufait.Watch"}


def read_messages(link, count):
    """At least so many, however they are cut."""
    data = b""
    while data.count(b"\0") < count:
        data += link.recv(65536)
    return [json.loads(text) for text in data.split(b"\0") if text]


def test_what_is_watched_is_as_it_is_described(described):
    home, description = described
    method = "org.aufait.Watch"
    with home.connect() as link:
        link.sendall(json.dumps({"method": method, "more": True}).encode() + b"\0")
        home.call("org.varlink.service.GetInfo")
        home.aufait("note", "claire", "trip from 10 to 20 August")
        home.aufait("snooze", str(home.ask("nudges")["nudges"][0]["id"]), "3d")
        replies = read_messages(link, 2)
    assert not [fault for reply in replies for fault in faults_of(description, method, reply)]
    assert all(reply["continues"] for reply in replies)


def error_of(home, method, parameters):
    reply = home.call("org.aufait." + method, parameters)
    return reply.get("error", "").removeprefix("org.aufait."), reply.get("parameters")


def test_what_is_no_detail_of_a_person_is_not_kept(home):
    home.start(now="2026-07-01T12:00", notifier="none")
    added = home.call("org.aufait.AddPerson", {"name": "Paul", "nicknames": ["", " \t", "Polo\nSmith"],
                                               "phones": [""], "places": [" "]})
    person = added["parameters"]["person"]
    assert (person["nicknames"], person["phones"], person["places"]) == (["Polo Smith"], [], [])
    home.call("org.aufait.EditPerson", {"who": "paul", "nicknames": [""], "places": [" Lyon\t"]})
    person, = home.ask("list")["people"]
    assert (person["nicknames"], person["places"]) == (["Polo Smith"], ["Lyon"])
    error, _ = error_of(home, "AddPerson", {"name": "paul", "nicknames": [""]})
    assert error == "Ambiguous", "an empty nickname tells nobody apart"
    error, about = error_of(home, "AddPerson", {"name": "Zoe", "birthday": "2026-07-02"})
    assert (error, about["field"]) == ("Invalid", "birthday"), "nobody is born tomorrow"
    assert error_of(home, "AddPerson", {"name": "Zoe", "birthday": "2026-07-01"})[0] == ""


def test_a_note_is_no_longer_than_it_may_be_with_its_first_word(home):
    home.start(notifier="none")
    home.aufait("add", "Paul")
    half = "x" * 10000
    error, about = error_of(home, "AddNote", {"first": half, "text": "@paul " + half})
    assert (error, about) == ("org.varlink.service.InvalidParameter", {"parameter": "text"})
    assert home.ask("status")["notes"] == 0


def test_a_number_that_is_no_nudge_is_unknown_everywhere(home):
    home.start(notifier="none")
    for method in ("Done", "Drop", "Why"):
        assert error_of(home, method, {"ref": "77"})[0] == "Unknown", method
    assert error_of(home, "Snooze", {"ref": "77", "until": "3d"})[0] == "Unknown"
