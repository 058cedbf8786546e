# SPDX-License-Identifier: GPL-3.0-or-later
"""What README shows is what one gets: its commands are typed, its answers compared."""

import os
import re
import shlex

from harness import TREE
from test_calendar import CHESS, LUNCH, MARIE, card, event, start


def shown_commands():
    """(arguments, the lines that README shows below) of each “$ aufait …” in README."""
    commands = []
    with open(os.path.join(TREE, "README.md"), encoding="utf-8") as f:
        for block in re.findall(r"(?m)(?:^(?: {4}.*)?\n)+", f.read()):
            for line in block.split("\n"):
                if line.startswith("    $ aufait"):
                    commands.append((shlex.split(line[6:])[1:], []))
                elif line.startswith("    $"):
                    commands.append((None, []))
                elif commands and commands[-1][0] is not None and block.lstrip().startswith("$ aufait"):
                    commands[-1][1].append(line[4:])
    return [(arguments, "\n".join(lines).strip()) for arguments, lines in commands if arguments is not None]


def test_its_examples_are_true(home):
    home.start(now="2026-07-01T12:00", notifier="none")
    commands = shown_commands()
    assert len(commands) >= 8
    for arguments, shown in commands:
        said = home.aufait(*arguments).strip()
        if shown:
            assert said == shown, arguments


def config_blocks():
    """The blocks of settings that README shows, without their indentation."""
    with open(os.path.join(TREE, "README.md"), encoding="utf-8") as f:
        blocks = re.findall(r"(?m)(?:^(?: {4}.*)?\n)+", f.read())
    return [re.sub(r"(?m)^ {4}", "", block) for block in blocks if block.lstrip().startswith("[")]


def test_its_settings_are_understood(home):
    """vdirsyncer's are followed; those of Au fait are no problem."""
    vdirsyncer, *ours = config_blocks()
    assert "remote.php/dav" in vdirsyncer and len(ours) == 2
    os.makedirs(home.file(".config", "vdirsyncer"))
    with open(home.file(".config", "vdirsyncer", "config"), "w", encoding="utf-8") as f:
        f.write(vdirsyncer)
    home.configure("".join(ours))
    card(home, "marie", *MARIE, book="personal")
    event(home, "lunch", *LUNCH, calendar="work")
    event(home, "walk", *CHESS, calendar="marie")
    event(home, "chess", *CHESS, calendar="holidays")
    event(home, "tea", *CHESS, path=".local/share/evolution/calendar/system/calendar.ics")
    start(home, "2026-07-01T08:00", notifier="none")
    status = home.ask("status")
    assert status["problems"] == []
    assert sorted((s["name"], s["items"]) for s in status["sources"]) == [
        ("calendar", 1), ("marie", 1), ("personal", 1), ("work", 1)]
