# SPDX-License-Identifier: GPL-3.0-or-later
"""Address books and calendars that come after the daemon: folders, settings of other programs."""

import os
import shutil
import time

import pytest
from harness import wait_until
from test_calendar import card, event, settle, write


def names(home):
    return sorted(person["name"] for person in home.ask("list")["people"])


def paths(home):
    return sorted(os.path.relpath(source["path"], home.path) for source in home.ask("status")["sources"])


def wait_for_names(home, *expected):
    wait_until(lambda: names(home) == sorted(expected), f"known are {expected}")


@pytest.fixture
def started(home):
    home.start(now="2026-07-01T08:00")
    settle(home)
    assert names(home) == []
    return home


def make_folder(home, name):
    os.makedirs(home.file(*name.split("/")))


def test_a_usual_folder_that_appears_is_read(started):
    card(started, "marie", "FN:Marie Curie", book="family")
    wait_for_names(started, "Marie Curie")
    assert paths(started) == [".contacts/family"]
    card(started, "paul", "FN:Paul Smith", book="work")
    wait_for_names(started, "Marie Curie", "Paul Smith")
    event(started, "lunch", "DTSTART:20260703T100000Z", "SUMMARY:Lunch with Marie", calendar="home")
    wait_until(lambda: started.ask("events")["events"], "the calendar is read")


@pytest.mark.parametrize("folders", [[], [".contacts"], [".contacts", ".contacts/family"],
                                     [".contacts", ".contacts/a/b"]])
def test_a_folder_may_be_empty_for_a_while(started, folders):
    for folder in folders:
        make_folder(started, folder)
        wait_until(lambda: started.call("org.aufait.ListSources")["parameters"]["settled"], "it is seen")
    deepest = folders[-1] if folders else ".contacts"
    write(started, f"{deepest}/a.vcf", "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Marie Curie\r\nEND:VCARD\r\n")
    wait_for_names(started, "Marie Curie")


def test_what_another_program_left_in_a_new_folder_does_not_hide_it(started):
    """As “vdirsyncer discover” and “metasync” do it: a folder, its colour, and then its items."""
    write(started, ".local/share/calendars/account/X/color", "#ff0000")
    settle(started)
    event(started, "lunch", "DTSTART:20260703T100000Z", "SUMMARY:Lunch",
          path=".local/share/calendars/account/X/lunch.ics")
    wait_until(lambda: started.ask("events")["events"], "the calendar is read")


@pytest.mark.parametrize("config, text", [
    ("khard/khard.conf", "[addressbooks]\n[[family]]\npath = ~/books/family\n"),
    ("vdirsyncer/config", '[storage a]\ntype = "filesystem"\npath = "~/books"\nfileext = ".vcf"\n'),
])
@pytest.mark.parametrize("config_first", [True, False])
def test_a_program_that_is_configured_later_is_noticed(started, config, text, config_first):
    steps = [lambda: write(started, f".config/{config}", text),
             lambda: write(started, "books/family/a.vcf",
                           "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Marie Curie\r\nEND:VCARD\r\n")]
    for step in steps if config_first else reversed(steps):
        step()
        settle(started)
    wait_for_names(started, "Marie Curie")
    write(started, f".config/{config}", "# nothing\n")
    wait_until(lambda: paths(started) == [], "it is not read any more")


def test_khal_is_noticed_and_a_configuration_may_be_a_link(started):
    write(started, "dotfiles/khal", "[calendars]\n[[all]]\npath = ~/agenda/*\ntype = discover\n")
    make_folder(started, ".config/khal")
    os.symlink(started.file("dotfiles", "khal"), started.file(".config", "khal", "config"))
    settle(started)
    event(started, "lunch", "DTSTART:20260703T100000Z", "SUMMARY:Lunch", path="agenda/one/lunch.ics")
    wait_until(lambda: paths(started) == ["agenda/one"], "the folder is found")
    event(started, "tea", "DTSTART:20260703T120000Z", "SUMMARY:Tea", path="agenda/two/tea.ics")
    wait_until(lambda: paths(started) == ["agenda/one", "agenda/two"], "the second is found")
    write(started, "dotfiles/khal", "[calendars]\n[[one]]\npath = ~/agenda/one\n")
    wait_until(lambda: paths(started) == ["agenda/one"], "what the link leads to was changed")


def test_what_the_settings_name_is_awaited(home):
    home.configure("[sources]\ndiscover=false\ncards=~/a/*/cards;~/one.vcf;~/b/*.vcf\n")
    home.start(now="2026-07-01T08:00")
    settle(home)
    text = "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:{}\r\nEND:VCARD\r\n"
    write(home, "a/x/cards/a.vcf", text.format("Ana One"))
    wait_for_names(home, "Ana One")
    write(home, "a/y/cards/a.vcf", text.format("Bob Two"))
    wait_for_names(home, "Ana One", "Bob Two")
    write(home, "one.vcf", text.format("Cleo Three"))
    wait_for_names(home, "Ana One", "Bob Two", "Cleo Three")
    write(home, "b/new.vcf", text.format("Dan Four"))
    wait_for_names(home, "Ana One", "Bob Two", "Cleo Three", "Dan Four")
    card(home, "no", "FN:No Body")
    settle(home)
    assert len(names(home)) == 4


def test_a_folder_that_goes_is_not_read_any_more(started):
    card(started, "marie", "FN:Marie Curie", book="family")
    card(started, "paul", "FN:Paul Smith", book="work")
    wait_until(lambda: paths(started) == [".contacts/family", ".contacts/work"], "both are read")
    shutil.rmtree(started.file(".contacts", "work"))
    wait_until(lambda: paths(started) == [".contacts/family"], "one is gone")
    os.rename(started.file(".contacts"), started.file("elsewhere"))
    wait_until(lambda: paths(started) == [], "both are gone")
    os.symlink(started.file("elsewhere"), started.file(".contacts"))
    wait_until(lambda: paths(started) == ["elsewhere/family"], "a link leads to it")
    os.symlink(started.file("elsewhere", "family"), started.file("elsewhere", "again"))
    settle(started)
    assert paths(started) == ["elsewhere/family"]


def test_a_link_to_a_folder_is_a_folder(started):
    make_folder(started, ".contacts")
    write(started, "sync/book/a.vcf", "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Marie Curie\r\nEND:VCARD\r\n")
    settle(started)
    os.symlink(started.file("sync", "book"), started.file(".contacts", "book"))
    wait_for_names(started, "Marie Curie")


def count_switches(daemon):
    """How often the main thread woke up."""
    with open(f"/proc/{daemon.process.pid}/status", encoding="ascii") as f:
        return next(int(line.split()[1]) for line in f if line.startswith("voluntary_ctxt"))


def wait_for_rest(daemon):
    """Until nothing woke it for longer than it keeps anything in hand."""
    seen = [0, time.monotonic()]

    def rests():
        count = count_switches(daemon)
        if count != seen[0]:
            seen[:] = count, time.monotonic()
        return time.monotonic() - seen[1] > 2
    wait_until(rests, "it sleeps")


def test_what_goes_on_elsewhere_wakes_nobody(started):
    """Files that come and go deep in the home, in folders on the way and beside it."""
    card(started, "marie", "FN:Marie Curie", book="family")
    wait_for_names(started, "Marie Curie")
    for folder in (".config/other", "documents", ".local/share/other"):
        make_folder(started, folder)
    daemon = started.daemons[-1]
    settle(started)
    wait_for_rest(daemon)
    before = count_switches(daemon)
    for i in range(20):
        for folder in (".config/other", "documents", ".local/share/other"):
            write(started, f"{folder}/{i}.vcf", "x")
    assert count_switches(daemon) == before


def test_it_says_where_it_looked(started):
    said = started.aufait("sources")
    assert said.startswith("No address book and no calendar is read yet.\n")
    for place in ("~/.contacts", "~/.calendars", "~/.config/khard/khard.conf", "~/.config/khal/config",
                  "~/.config/vdirsyncer/config"):
        assert f"  {place}\n" in said
    assert "read as soon as" in said and "man aufait.conf" in said
    assert started.ask("sources")["looked"]
    card(started, "marie", "FN:Marie Curie")
    wait_for_names(started, "Marie Curie")
    assert "~/.contacts/perso" in started.aufait("sources")
