# SPDX-License-Identifier: GPL-3.0-or-later
"""Address books and calendars, through the real programs: people and events are known, nudges come
of them, and what the user says of them stays said."""

import os
import re

import pytest
from harness import wait_until

CLAIRE = ("FN:Claire Martin", "N:Martin;Claire;;;", "EMAIL:claire@example.org", "BDAY:1986-07-02",
          "ADR;TYPE=HOME:;;1 rue X;Biarritz;;64200;France")
TOM = ("FN:Tom Berger", "EMAIL:tom@example.org", "BDAY:--0229")
MARIE = ("FN:Marie Curie", "EMAIL:marie@example.org", "ANNIVERSARY:2016-07-20")
LUNCH = ("DTSTART;TZID=Europe/Paris:20260701T123000", "DTEND;TZID=Europe/Paris:20260701T140000",
         "SUMMARY:Lunch with Claire", "LOCATION:Café de Flore")
CHESS = ("DTSTART;TZID=Europe/Paris:20260605T190000", "DTEND;TZID=Europe/Paris:20260605T200000",
         "RRULE:FREQ=WEEKLY", "SUMMARY:Chess", "ATTENDEE;CN=Tom Berger:mailto:tom@example.org")
TRIP = ("DTSTART;VALUE=DATE:20260620", "DTEND;VALUE=DATE:20260701", "SUMMARY:Vacances Marie")
FESTIVAL = ("DTSTART;VALUE=DATE:20260629", "DTEND;VALUE=DATE:20260704", "SUMMARY:Festival",
            "LOCATION:Arles")
MARKET = ("DTSTART;VALUE=DATE:20260701", "DTEND;VALUE=DATE:20260702", "SUMMARY:Market")
PARTY = ("DTSTART;TZID=Europe/Paris:20260703T220000", "DTEND;TZID=Europe/Paris:20260704T020000",
         "SUMMARY:Party with Zoe")


def write(home, name, text):
    """As vdirsyncer does it: whole, and then under its name."""
    path = home.file(*name.split("/"))
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path + ".part", "w", encoding="utf-8", newline="") as f:
        f.write(text)
    os.rename(path + ".part", path)


def card(home, name, *lines, uid=None, book="perso"):
    write(home, f".contacts/{book}/{name}.vcf",
          "\r\n".join(["BEGIN:VCARD", "VERSION:4.0", f"UID:{uid or name}", *lines, "END:VCARD", ""]))


def event(home, name, *lines, calendar="main", path=None):
    write(home, path or f".calendars/{calendar}/{name}.ics",
          "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", "BEGIN:VEVENT",
                       f"UID:{name}", *lines, "END:VEVENT", "END:VCALENDAR", ""]))


def remove(home, name):
    os.unlink(home.file(*name.split("/")))


def settle(home):
    """Waits until all that is in the files is known."""
    wait_until(lambda: home.call("org.aufait.ListSources")["parameters"]["settled"],
               "all is read and linked")


def start(home, now, **options):
    daemon = home.start(now=now, **options)
    settle(home)
    return daemon


def names(home):
    return [person["name"] for person in home.ask("list")["people"]]


def wait_for_names(home, *expected):
    wait_until(lambda: names(home) == list(expected), f"the people are {expected}")


def next_of(daemon, kind):
    """The next nudge of that kind that is shown."""
    while True:
        nudge = daemon.next_nudge()
        if nudge["kind"] == kind:
            return nudge


@pytest.fixture
def world(home):
    home.configure("[nudges]\nper-day=9\n")
    for name, lines in (("claire", CLAIRE), ("tom", TOM), ("marie", MARIE)):
        card(home, name, *lines)
    for name, lines in (("lunch", LUNCH), ("chess", CHESS), ("trip", TRIP), ("festival", FESTIVAL),
                        ("market", MARKET), ("party", PARTY)):
        event(home, name, *lines)
    return home


# --- what is known --------------------------------------------------------------------------------

def test_people_and_events_are_known(world):
    start(world, "2026-07-01T08:00")
    assert names(world) == ["Claire Martin", "Marie Curie", "Tom Berger"]
    assert re.sub(r"(?m)^\d+ +", "", world.aufait("list")) == (
        "Claire Martin  birthday 2 July 1986, Biarritz, France, claire@example.org\n"
        "Marie Curie    wedding anniversary 20 July 2016, marie@example.org\n"
        "Tom Berger     birthday 29 February, tom@example.org\n")
    assert world.aufait("events") == (
        "Today, Wednesday 1 July\n"
        "29 June–3 July  Festival  Arles\n"
        "all day         Market\n"
        "12:30–14:00     Lunch with Claire  Café de Flore, with Claire Martin\n"
        "\n"
        "Friday 3 July\n"
        "19:00–20:00     Chess  with Tom Berger\n"
        "22:00–02:00     Party with Zoe\n")
    assert world.aufait("events", "--with", "tom", "--until", "10d") == (
        "Friday 3 July\n19:00–20:00  Chess  with Tom Berger\n"
        "\n"
        "Friday 10 July\n19:00–20:00  Chess  with Tom Berger\n")
    assert world.aufait("events", "--from", "2029-01-01", "--until", "2029-01-07") == \
        "Calendars are read until 31 July 2027: what comes later is not known.\n"
    assert world.aufait("events", "--from", "2020-01-01", "--until", "2020-01-07") == \
        "Calendars are read from 1 July 2024 on: what was before is not known.\n"
    days = world.ask("events", "--from", "2027-07-01", "--until", "2027-08-01")
    assert (days["readFrom"], days["readUntil"]) == ("2024-07-01", "2027-07-31")
    assert days["until"] == "2027-08-01" and len(days["events"]) == 5


def test_a_week_tells_whom_one_sees_and_not_where_others_are(world):
    event(world, "birthday", "DTSTART;TZID=Europe/Paris:20260702T090000", "DURATION:PT15M",
          "SUMMARY:Anniversaire de Tom Berger")
    event(world, "coffee", "DTSTART;TZID=Europe/Paris:20260701T083000", "DURATION:PT1H",
          "SUMMARY:Coffee with Marie Curie")
    event(world, "away", "DTSTART;VALUE=DATE:20260702", "DTEND;VALUE=DATE:20260705",
          "SUMMARY:Vacances Marie Curie")
    event(world, "trip", "DTSTART;TZID=Europe/Paris:20260628T100000",
          "DTEND;TZID=Europe/Paris:20260629T200000", "SUMMARY:Tom Berger en Bretagne")
    daemon = start(world, "2026-07-01T09:29")
    seen = ["Coffee with Marie Curie", "Lunch with Claire", "Chess"]
    assert [event["summary"] for event in world.ask("week")["events"]] == seen
    daemon.stop()
    start(world, "2026-07-01T09:31")
    week = world.ask("week")
    assert [event["summary"] for event in week["events"]] == seen[1:]
    met = [(contact["on"], contact["people"][0]["name"]) for contact in week["contacts"]]
    assert met == [("2026-06-26", "Tom Berger"), ("2026-07-01", "Marie Curie")], "chess, and coffee"
    said = world.aufait("week")
    assert "Coffee" not in said and "Vacances" not in said and "Anniversaire" not in said


def test_what_goes_on_is_now(world):
    event(world, "gone", "DTSTART;VALUE=DATE:20260601", "DTEND;VALUE=DATE:20260603",
          "SUMMARY:Trip with Marie Curie")
    event(world, "dinner", "DTSTART;TZID=Europe/Paris:20260628T200000", "DURATION:PT2H",
          "SUMMARY:Dinner with Marie Curie")
    event(world, "night", "DTSTART;TZID=Europe/Paris:20260629T220000", "DURATION:PT4H",
          "SUMMARY:Night with Marie Curie")
    event(world, "next", "DTSTART;TZID=Europe/Paris:20260703T200000", "DURATION:PT2H",
          "SUMMARY:Concert with Marie Curie")
    daemon = start(world, "2026-06-30T01:00")
    assert "In your calendar\nnow                  Vacances Marie\n" \
        "2 days ago           Dinner with Marie Curie\nnow                  Night with Marie Curie\n" \
        "Friday, 20:00–22:00  Concert with Marie Curie\n" in world.aufait("about", "marie")
    daemon.stop()
    daemon = start(world, "2026-06-30T09:00")
    assert "In your calendar\nnow                  Vacances Marie\n" \
        "yesterday            Night with Marie Curie\n" \
        "Friday, 20:00–22:00  Concert with Marie Curie\n" in world.aufait("about", "marie")
    daemon.stop()
    start(world, "2026-07-01T09:00")
    assert "In your calendar\n2 days ago           Night with Marie Curie\n" \
        "Friday, 20:00–22:00  Concert with Marie Curie\n" in world.aufait("about", "marie")


def test_a_person_s_next_and_last_events_are_shown(world):
    start(world, "2026-07-01T08:00")
    about = world.aufait("about", "tom")
    assert "In your calendar\n5 days ago            Chess\nFriday, 19:00–20:00   Chess\n" in about
    assert "Café de Flore\n" in world.aufait("about", "claire")
    today = world.aufait("today")
    assert "In your calendar:\n29 June–3 July  Festival  Arles\nall day         Market\n" in today
    assert "12:30–14:00     Lunch with Claire  Café de Flore, with Claire Martin\n" in today


def test_a_card_s_language_and_relations_are_shown(world):
    card(world, "irene", "FN:Irène Joliot", "EMAIL:irene@example.org", uid="0f1e2d3c-0000-1111-2222-333344445555")
    card(world, "pierre", "FN:Pierre Curie", "EMAIL:pierre@example.org", "LANG;PREF=2:en", "LANG;PREF=1:fr-FR",
         "RELATED;TYPE=child:urn:uuid:0F1E2D3C-0000-1111-2222-333344445555",
         "RELATED;TYPE=spouse;VALUE=text:Marie", "RELATED;TYPE=spouse;VALUE=text:Marie",
         "RELATED;TYPE=friend:urn:uuid:00000000-0000-1111-2222-333344445555")
    start(world, "2026-07-01T08:00")
    assert world.aufait("about", "pierre") == (
        "Pierre Curie\npierre@example.org\nspeaks French, child: Irène Joliot, spouse: Marie\n")
    person = world.ask("about", "pierre")["person"]
    assert person["language"] == "fr-FR"
    assert person["relations"] == [{"kind": "child", "name": "Irène Joliot"},
                                   {"kind": "spouse", "name": "Marie"}]
    assert "relations" not in world.ask("about", "tom")["person"]
    assert "Pierre Curie   pierre@example.org\n" in world.aufait("list")


def test_sources_say_what_is_read_and_what_cannot_be(world):
    write(world, ".contacts/perso/broken.vcf", "BEGIN:VCARD\r\nVERSION:4.0\r\nEND:VCARD\r\n")
    start(world, "2026-07-01T08:00")
    said = world.aufait("sources")
    assert "calendar      6 entries             ~/.calendars/main\n" in said
    assert "address book  3 cards    1 problem  ~/.contacts/perso\n" in said
    assert "Problems:\n~/.contacts/perso/broken.vcf  " in said
    assert "~/.contacts/perso/broken.vcf" in world.aufait("status")
    for i in range(30):
        write(world, f".contacts/perso/broken-{i:02}.vcf", "BEGIN:VCARD\r\nVERSION:4.0\r\nEND:VCARD\r\n")
    wait_until(lambda: "31 problems" in world.aufait("sources"), "all are read")
    assert world.aufait("sources").count("broken") == 31
    assert world.aufait("status").count("broken") == 10
    assert world.aufait("status").endswith("and 21 more: aufait sources\n")


def test_without_sources_it_says_what_to_do(home):
    start(home, "2026-07-01T08:00")
    assert "No address book and no calendar is read yet" in home.aufait("sources")
    assert home.aufait("events") == "Nothing in the calendar: 1–7 July.\n"


def test_wrong_days_and_people_are_refused(world):
    start(world, "2026-07-01T08:00")
    for args, words in ((["--from", "nonsense"], "That is no day"), (["--with", "nobody"], "Nobody here"),
                        (["--from", "friday", "--until", "today"], "before the first one"),
                        (["--with", "ma"], "Say more of the name")):
        answer = world.try_aufait("events", *args)
        assert (answer.status, answer.out) == (1, "") and words in answer.err, answer


# --- what comes of it -----------------------------------------------------------------------------

def test_before_a_meeting_one_hears_what_was_noted(world):
    daemon = start(world, "2026-06-15T08:00")
    world.aufait("note", "claire", "her dog was ill")
    world.aufait("met", "claire", "--on", "2026-04-01")
    daemon.stop()
    brief = next_of(start(world, "2026-07-01T12:01"), "brief")
    assert brief["person"]["name"] == "Claire Martin"
    assert brief["text"] == "Lunch with Claire at 12:30. Last seen 2 months ago."
    assert [reason["text"] for reason in brief["why"]] == ["Lunch with Claire", "her dog was ill"]


def test_after_a_meeting_one_is_asked_for_news(world):
    remove(world, ".calendars/main/trip.ics")
    followup = next_of(start(world, "2026-07-01T14:31"), "followup")
    assert followup["text"] == "What did Claire Martin tell you? Note it while you remember."


def test_before_the_meeting_is_over_nobody_is_asked_for_news(world):
    """It comes later today, at its hour; and “claire” is the one nudge that is due about her."""
    remove(world, ".calendars/main/trip.ics")
    start(world, "2026-07-01T10:20")
    today = world.ask("today")
    assert [nudge["kind"] for nudge in today["nudges"]] == ["brief"]
    assert [nudge["kind"] for nudge in today["next"]][:1] == ["followup"]
    assert re.search(r"^What comes next:\n\d+ +14:30 +What did Claire Martin tell you", world.aufait("today"), re.M)
    assert world.ask("done", "claire")["nudge"]["kind"] == "brief"


def test_news_that_were_noted_are_not_asked_for(world):
    start(world, "2026-07-01T14:10")
    world.aufait("note", "claire", "her dog is well again")
    assert not [n for n in world.ask("nudges", "--until", "today")["nudges"]
                if n["kind"] == "followup"]


def test_a_trip_in_the_calendar_is_asked_about(world):
    back = next_of(start(world, "2026-07-01T10:01"), "return")
    assert back["text"] == "Marie Curie is back. Ask how it was."
    assert [reason["event"] for reason in back["why"]] == ["trip"]
    assert "in the calendar: “Vacances Marie”, 11 days ago" in world.aufait("today")


@pytest.mark.parametrize("now,kind,text", [
    ("2026-07-02T10:01", "birthday", "Claire Martin turns 40 today. Send good wishes."),
    ("2026-02-28T10:01", "birthday", "Tom Berger has a birthday today. Send good wishes."),
    ("2028-02-29T10:01", "birthday", "Tom Berger has a birthday today. Send good wishes."),
    ("2026-07-20T10:01", "anniversary", "Marie Curie: 10 years married today. Send good wishes."),
])
def test_wishes_come_on_the_day(world, now, kind, text):
    for name in ("trip", "chess"):
        remove(world, f".calendars/main/{name}.ics")
    assert next_of(start(world, now), kind)["text"] == text


def test_the_dead_have_no_birthday(world):
    card(world, "old", "FN:Old Friend", "BDAY:1930-07-02", "DEATHDATE:20200101")
    start(world, "2026-07-02T10:01")
    assert "Old Friend" in names(world)
    birthdays = [n["person"]["name"] for n in world.ask("nudges", "--until", "1w", "--all")["nudges"]
                 if n["kind"] == "birthday"]
    assert birthdays == ["Claire Martin"]
    assert world.ask("about", "old friend")["person"]["dead"] is True
    assert "has died" in world.aufait("about", "old friend")
    assert "dead" not in world.ask("about", "claire")["person"]


def test_what_was_answered_does_not_come_back(world):
    """Not after a start either, nor from an index that was made anew."""
    world.configure("[nudges]\nper-day=9\nspacing=0\n")  # whatever is linked first is shown first
    daemon = start(world, "2026-07-02T10:01")
    nudge = next_of(daemon, "birthday")
    world.aufait("done", str(nudge["id"]))
    daemon.stop()
    os.unlink(world.file(".cache", "aufait", "index.db"))
    start(world, "2026-07-02T10:30")
    kinds = [n["kind"] for n in world.ask("nudges")["nudges"] if n["person"]["name"] == "Claire Martin"]
    assert "birthday" not in kinds


# --- files that change ----------------------------------------------------------------------------

def test_a_new_event_is_known_at_once(world):
    start(world, "2026-07-01T08:00")
    event(world, "tea", "DTSTART;TZID=Europe/Paris:20260701T160000",
          "DTEND;TZID=Europe/Paris:20260701T170000", "SUMMARY:Tea with Marie")
    wait_until(lambda: "Tea with Marie  with Marie Curie" in world.aufait("today"), "tea is known")
    remove(world, ".calendars/main/tea.ics")
    wait_until(lambda: "Tea" not in world.aufait("today"), "tea is off")
    assert not [n for n in world.ask("nudges")["nudges"] if "Tea" in n["text"]]


def test_a_card_that_vanishes_takes_no_note_with_it(world):
    daemon = start(world, "2026-07-01T08:00")
    world.aufait("note", "claire", "her dog was ill")
    remove(world, ".contacts/perso/claire.vcf")
    remove(world, ".contacts/perso/tom.vcf")
    wait_for_names(world, "Claire Martin", "Marie Curie")
    assert "her dog was ill" in world.aufait("about", "claire@example.org")
    daemon.stop()
    start(world, "2026-07-02T08:00")
    assert "her dog was ill" in world.aufait("about", "claire")
    card(world, "claire", *CLAIRE)
    wait_until(lambda: "Biarritz" in world.aufait("about", "claire"), "the card is back")
    assert names(world) == ["Claire Martin", "Marie Curie"]


def test_a_card_edited_elsewhere_makes_no_double(world):
    start(world, "2026-07-01T08:00")
    world.aufait("note", "claire", "her dog was ill")
    card(world, "other", "FN:Claire Martin-Dupont", "EMAIL:claire@example.org", uid="another-uid")
    remove(world, ".contacts/perso/claire.vcf")
    wait_until(lambda: "Biarritz" not in world.aufait("about", "claire"), "the old card is gone")
    settle(world)
    assert len(names(world)) == 3
    assert "her dog was ill" in world.aufait("about", "claire")


def test_one_person_in_two_address_books(world):
    card(world, "claire-at-work", "FN:Claire Martin", "EMAIL:claire@work.example.org", book="work")
    start(world, "2026-07-01T08:00")
    assert names(world) == ["Claire Martin", "Marie Curie", "Tom Berger"]
    assert "claire@work.example.org" in world.aufait("about", "claire@example.org")


# --- who is who -----------------------------------------------------------------------------------

def test_two_are_one_and_two_again(world):
    start(world, "2026-07-01T08:00")
    card(world, "tb", "FN:T. Berger", "EMAIL:tb@example.org")
    wait_for_names(world, "Claire Martin", "Marie Curie", "T. Berger", "Tom Berger")
    world.aufait("note", "tb@example.org", "plays the guitar")
    assert world.aufait("same", "Tom Berger", "tb@example.org").startswith("One person: ")
    settle(world)
    assert len(names(world)) == 3
    for address in ("tom@example.org", "tb@example.org"):
        assert "plays the guitar" in world.aufait("about", address)
    assert world.aufait("undo").startswith("Taken back: ")
    settle(world)
    assert names(world) == ["Claire Martin", "Marie Curie", "T. Berger", "Tom Berger"]
    assert "plays the guitar" not in world.aufait("about", "tom@example.org")
    assert "plays the guitar" in world.aufait("about", "tb@example.org")


def test_one_is_two_and_one_again(world):
    card(world, "claire-at-work", "FN:Claire Martin", "EMAIL:claire@work.example.org", book="work")
    start(world, "2026-07-01T08:00")
    assert world.aufait("apart", "claire@example.org", "claire@work.example.org") == \
        "Two people: “aufait list” shows both.\n"
    settle(world)
    assert names(world) == ["Claire Martin", "Claire Martin", "Marie Curie", "Tom Berger"]
    world.aufait("undo")
    settle(world)
    assert names(world) == ["Claire Martin", "Marie Curie", "Tom Berger"]


def test_what_was_said_of_two_is_kept(world):
    """Also when the index is made anew."""
    card(world, "claire-at-work", "FN:Claire Martin", "EMAIL:claire@work.example.org", book="work")
    daemon = start(world, "2026-07-01T08:00")
    world.aufait("apart", "claire@example.org", "claire@work.example.org")
    world.aufait("same", "tom", "marie")
    settle(world)
    before = names(world)
    daemon.stop()
    os.unlink(world.file(".cache", "aufait", "index.db"))
    start(world, "2026-07-02T08:00")
    assert names(world) == before and len(before) == 3


def test_who_is_who_needs_two(world):
    start(world, "2026-07-01T08:00")
    for command in ("same", "apart"):
        assert world.try_aufait(command, "tom").status == 2
        assert world.try_aufait(command, "tom", "tom").status == 1
        assert world.try_aufait(command, "tom", "nobody").status == 1
    assert names(world) == ["Claire Martin", "Marie Curie", "Tom Berger"]


# --- whose calendar -------------------------------------------------------------------------------

def test_a_calendar_may_be_another_s(world):
    world.configure("[nudges]\nper-day=9\n[calendar of-marie]\nperson=Marie Curie\n"
                    "[calendar noise]\nignore=true\n")
    for name in ("trip", "chess"):
        remove(world, f".calendars/main/{name}.ics")
    event(world, "crete", "DTSTART;VALUE=DATE:20260706", "DTEND;VALUE=DATE:20260715",
          "SUMMARY:Trip to Crete", calendar="of-marie")
    event(world, "loud", "DTSTART;VALUE=DATE:20260702", "DTEND;VALUE=DATE:20260703",
          "SUMMARY:Loud", calendar="noise")
    daemon = start(world, "2026-07-01T08:00")
    assert "with Marie Curie" in world.aufait("events", "--from", "2026-07-10", "--until", "2026-07-10")
    assert "Loud" not in world.aufait("events")
    assert "noise" not in world.aufait("sources")
    daemon.stop()
    back = next_of(start(world, "2026-07-15T10:01"), "return")
    assert back["text"] == "Marie Curie is back from Crete. Ask how it was."


def test_what_is_set_for_a_calendar_is_for_no_address_book(world):
    event(world, "loud", "DTSTART;VALUE=DATE:20260702", "DTEND;VALUE=DATE:20260703",
          "SUMMARY:Loud", calendar="perso")
    world.configure("[calendar perso]\nignore=true\n[calendar nope]\nignore=true\n")
    start(world, "2026-07-01T08:00")
    assert names(world) == ["Claire Martin", "Marie Curie", "Tom Berger"]
    assert "Loud" not in world.aufait("events") and "~/.calendars/perso" not in world.aufait("sources")
    said = world.aufait("status")
    assert "aufait.conf  No calendar is called “nope”: “aufait sources” shows their folders.\n" in said
    assert "“perso”" not in said
    event(world, "loud", "DTSTART;VALUE=DATE:20260702", "DTEND;VALUE=DATE:20260703",
          "SUMMARY:Loud", calendar="nope")
    wait_until(lambda: "“nope”" not in world.aufait("status"), "it is there")


def test_what_is_set_and_leads_nowhere_is_told(world):
    event(world, "chess", "DTSTART;VALUE=DATE:20260702", "DTEND;VALUE=DATE:20260703",
          "SUMMARY:Chess", calendar="shared")
    world.configure("[sources]\ncards=~/bokks/*\nmine=tom\n[calendar shared]\nperson=Nobody\n")
    start(world, "2026-07-01T08:00")
    said = world.aufait("status")
    assert "aufait.conf  “~/bokks/*” leads to no folder and no .vcf or .ics file.\n" in said
    assert "aufait.conf  “mine=tom” cannot be used: it takes e-mail addresses.\n" in said
    assert ("aufait.conf  “person=Nobody” is not one person who is known:"
            " “aufait list” shows all names.\n") in said
    world.aufait("add", "Nobody")
    write(world, "bokks/new/a.vcf", "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ada Byron\r\nEND:VCARD\r\n")
    wait_until(lambda: "Nobody" not in world.aufait("status"), "there is one now")
    wait_until(lambda: "bokks/*" not in world.aufait("status"), "it is there")


def test_companies_and_half_cards_are_nobody(home):
    card(home, "acme", "FN:Acme Insurance", "ORG:Acme Insurance", "N:;;;;", "TEL:+33123456789")
    card(home, "shop", "FN:Corner Shop", "KIND:org")
    card(home, "claire", *CLAIRE, "ORG:Acme Insurance")
    write(home, ".contacts/perso/half.vcf", "BEGIN:VCARD\nVERSION:4.0\nFN:Half Ana\n")
    start(home, "2026-06-01T08:00")
    assert [person["name"] for person in home.ask("list")["people"]] == ["Claire Martin"]
    assert [c["person"]["name"] for c in home.ask("triage")["candidates"]] == ["Claire Martin"]
    assert any("has no end" in problem["what"] for problem in home.ask("status")["problems"])
    write(home, ".contacts/perso/half.vcf", "BEGIN:VCARD\nVERSION:4.0\nFN:Half Ana\nEND:VCARD\n")
    wait_until(lambda: len(home.ask("list")["people"]) == 2, "it is whole")
    assert "address book  4 cards, 2 of them of companies or groups  ~/.contacts/perso\n" in home.aufait("sources")
    assert home.ask("sources")["sources"][0]["others"] == 2
    remove(home, ".contacts/perso/shop.vcf")
    wait_until(lambda: "3 cards, 1 of them of a company or a group  " in home.aufait("sources"), "it is gone")
