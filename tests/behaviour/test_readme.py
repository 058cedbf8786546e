# SPDX-License-Identifier: GPL-3.0-or-later
"""What README shows is what one gets: its commands are typed, its answers compared."""

import os
import re
import shlex

from harness import TREE


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
