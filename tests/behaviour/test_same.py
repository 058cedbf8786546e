# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is who where only the user knows: two cards are one person, or two."""

import os

from harness import wait_until

SERVICE = "org.aufait."


def card(uid, name, email):
    return (f"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:{uid}\r\nFN:{name}\r\nEMAIL:{email}\r\n"
            "END:VCARD\r\n")


def write_cards(home, *cards):
    os.makedirs(home.file(".config", "aufait"), exist_ok=True)
    with open(home.file(".config", "aufait", "aufait.conf"), "w", encoding="utf-8") as conf:
        conf.write("[sources]\ncards=~/cards\n")
    os.makedirs(home.file("cards"), exist_ok=True)
    for uid, name, email in cards:
        with open(home.file("cards", uid + ".vcf"), "w", encoding="utf-8", newline="") as file:
            file.write(card(uid, name, email))


def people(home):
    return sorted((person["name"], sorted(person["emails"])) for person in home.ask("list")["people"])


def wait_for_people(home, *expected):
    wait_until(lambda: people(home) == sorted(expected), "the people are who they are")


def say(home, method, who, other):
    return home.call(SERVICE + method, {"who": who, "other": other})


def test_two_cards_are_one_for_the_user(home):
    write_cards(home, ("u1", "Ada Byron", "ada@example.org"), ("u2", "Lady Lovelace", "l@example.org"))
    daemon = home.start(now="2026-07-01T12:00")
    two = (("Ada Byron", ["ada@example.org"]), ("Lady Lovelace", ["l@example.org"]))
    one = ("Ada Byron", ["ada@example.org", "l@example.org"])
    wait_for_people(home, *two)
    home.aufait("note", "lovelace", "plays", "the", "harp")
    assert "error" not in say(home, "Same", "lovelace", "byron")
    wait_until(lambda: len(people(home)) == 1, "they are one")
    name, emails = people(home)[0]
    assert emails == one[1]
    assert [note["text"] for note in home.ask("about", "ada byron")["notes"]] == ["plays the harp"]
    assert [note["text"] for note in home.ask("about", "lovelace")["notes"]] == ["plays the harp"]

    daemon.stop()
    os.remove(home.file(".cache", "aufait", "index.db"))
    daemon = home.start(now="2026-07-02T12:00")
    wait_for_people(home, (name, one[1]))

    home.aufait("undo")
    wait_for_people(home, *two)
    assert [note["text"] for note in home.ask("about", "lovelace")["notes"]] == ["plays the harp"]


def test_one_is_two_for_the_user(home):
    write_cards(home, ("u1", "Jean Martin", "a@example.org"))
    home.start(now="2026-07-01T12:00")
    wait_for_people(home, ("Jean Martin", ["a@example.org"]))
    write_cards(home, ("u1", "Jean Martin", "a@example.org"), ("u2", "Jean", "a@example.org"))
    wait_until(lambda: "Jean" in home.ask("about", "a@example.org")["person"]["nicknames"], "one")
    assert "error" in say(home, "Apart", "Jean Martin", "Jean Martin")
    assert "error" not in say(home, "Apart", "Jean Martin", "Jean")
    two = (("Jean", ["a@example.org"]), ("Jean Martin", ["a@example.org"]))
    wait_for_people(home, *two)
    write_cards(home, ("u2", "Jean Martin", "b@example.org"))
    wait_for_people(home, ("Jean Martin", ["a@example.org"]), ("Jean Martin", ["b@example.org"]))
    home.aufait("undo")
    wait_until(lambda: len(people(home)) == 1, "they are one again")


def test_who_was_one_takes_no_name_along(home):
    write_cards(home, ("u1", "Ana Bell", "ana@example.org"), ("u2", "Nan", "nan@example.org"))
    home.start(now="2026-07-01T12:00")
    two = (("Ana Bell", ["ana@example.org"]), ("Nan", ["nan@example.org"]))
    wait_for_people(home, *two)
    assert "error" not in say(home, "Same", "ana", "nan")
    wait_until(lambda: len(people(home)) == 1, "they are one")
    assert "error" not in say(home, "Apart", "ana@example.org", "nan@example.org")
    wait_for_people(home, *two)
    assert home.aufait("note", "nan", "plays", "the", "harp") == "Nan: interest (harp).\n"
    assert home.ask("about", "ana bell")["person"]["nicknames"] == []


def notes_of(home, who):
    return sorted(note["text"] for note in home.ask("about", who)["notes"])


def test_each_has_again_what_was_theirs(home):
    """Without a card, too: and what was said since stays where it was said."""
    home.start(now="2026-07-01T12:00")
    home.aufait("add", "Ana Bell", "--birthday", "1990-05-04")
    home.aufait("add", "Nan Moor", "--email", "nan@example.org", "--circle", "close")
    home.aufait("note", "ana", "likes", "jazz")
    home.aufait("note", "nan", "plays", "the", "harp")
    home.aufait("note", "@ana and @nan came to lunch")
    home.aufait("met", "nan", "--on", "2026-06-20")
    before = [home.ask("about", who) for who in ("ana", "nan")]
    home.aufait("same", "ana", "nan")
    home.aufait("note", "ana", "has", "a", "new", "dog")
    assert len(people(home)) == 1
    home.aufait("apart", "ana", "nan")
    assert notes_of(home, "ana") == ["@ana and @nan came to lunch", "has a new dog", "likes jazz"]
    assert notes_of(home, "nan") == ["@ana and @nan came to lunch", "plays the harp"]
    for who, told in zip(("ana", "nan"), before):
        now = home.ask("about", who)
        assert now["person"] == told["person"]
        assert now["contacts"] == told["contacts"]
    home.aufait("undo")
    assert len(people(home)) == 1 and len(notes_of(home, "nan")) == 4
    home.aufait("apart", "nan", "ana")
    assert notes_of(home, "nan") == ["@ana and @nan came to lunch", "plays the harp"]


def test_each_has_again_what_was_theirs_by_their_cards(home):
    write_cards(home, ("u1", "Ana Bell", "ana@example.org"), ("u2", "Nan", "nan@example.org"))
    daemon = home.start(now="2026-07-01T12:00")
    two = (("Ana Bell", ["ana@example.org"]), ("Nan", ["nan@example.org"]))
    wait_for_people(home, *two)
    home.aufait("note", "nan", "plays", "the", "harp")
    assert "error" not in say(home, "Same", "ana", "nan")
    wait_until(lambda: len(people(home)) == 1, "they are one")
    assert "error" not in say(home, "Apart", "nan@example.org", "ana@example.org")
    wait_for_people(home, *two)
    assert notes_of(home, "nan") == ["plays the harp"] and notes_of(home, "ana") == []
    daemon.stop()
    os.remove(home.file(".cache", "aufait", "index.db"))
    home.start(now="2026-07-02T12:00")
    wait_for_people(home, *two)


def test_two_who_are_two_are_kept_so_at_once(home):
    write_cards(home, ("u1", "Ada Byron", "a@example.org"), ("u2", "Bob King", "b@example.org"))
    home.start(now="2026-07-01T12:00")
    two = (("Ada Byron", ["a@example.org"]), ("Bob King", ["b@example.org"]))
    wait_for_people(home, *two)
    assert "error" not in say(home, "Apart", "ada", "bob")
    wait_for_people(home, *two)
    home.aufait("undo")
    answer = home.try_aufait("undo")
    assert answer.status == 1, "it was one command"
    wait_for_people(home, *two)


def test_cards_of_one_uid_are_parted_for_good(home):
    write_cards(home, ("1", "Ada Byron", "ada@example.org"))
    with open(home.file("cards", "2.vcf"), "w", encoding="utf-8", newline="") as file:
        file.write(card("1", "Ada King", "king@example.org"))
    home.start(now="2026-07-01T12:00")
    emails = ["ada@example.org", "king@example.org"]
    wait_until(lambda: [found for _, found in people(home)] == [emails], "they are one")
    assert "error" not in say(home, "Apart", *emails)
    two = (("Ada Byron", ["ada@example.org"]), ("Ada King", ["king@example.org"]))
    wait_for_people(home, *two)
    with open(home.file("cards", "2.vcf"), "w", encoding="utf-8", newline="") as file:
        file.write(card("1", "Ada King", "new@example.org"))
    wait_for_people(home, two[0], ("Ada King", ["new@example.org"]))
    home.aufait("undo")
    wait_until(lambda: len(people(home)) == 1, "they are one again")


def test_each_has_again_their_card_of_one_uid(home):
    os.makedirs(home.file(".config", "aufait"))
    with open(home.file(".config", "aufait", "aufait.conf"), "w", encoding="utf-8") as conf:
        conf.write("[sources]\ncards=~/cards\n")
    os.makedirs(home.file("cards"))
    with open(home.file("cards", "all.vcf"), "w", encoding="utf-8", newline="") as file:
        file.write(card("0", "Carl", "carl@example.org") + card("0", "Dora", "dora@example.org"))
    home.start(now="2026-07-01T12:00")
    two = (("Carl", ["carl@example.org"]), ("Dora", ["dora@example.org"]))
    for one, other in (("carl", "dora"), ("dora", "carl")):
        wait_for_people(home, *two)
        assert "error" not in say(home, "Same", one, other)
        wait_until(lambda: len(people(home)) == 1, "they are one")
        assert "error" not in say(home, "Apart", one, other)
    wait_for_people(home, *two)


def test_a_card_that_came_since_goes_back_too(home):
    write_cards(home, ("u1", "Ana Bell", "ana@example.org"), ("u2", "Nan", "nan@example.org"))
    home.start(now="2026-07-01T12:00")
    two = (("Ana Bell", ["ana@example.org"]), ("Nan", ["nan@example.org"]))
    wait_for_people(home, *two)
    assert "error" not in say(home, "Same", "ana", "nan")
    with open(home.file("cards", "3.vcf"), "w", encoding="utf-8", newline="") as file:
        file.write(card("u2", "Nan", "new@example.org"))
    wait_until(lambda: [len(emails) for _, emails in people(home)] == [3], "they are one")
    assert "error" not in say(home, "Apart", "ana", "nan@example.org")
    wait_for_people(home, two[0], ("Nan", ["nan@example.org", "new@example.org"]))
