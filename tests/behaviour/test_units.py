# SPDX-License-Identifier: GPL-3.0-or-later
"""The units and the autostart entry as files, without a service manager. Meson says in AUFAIT_UNITS
where the built ones are."""

import configparser
import os
import re
import shlex
import shutil
import subprocess

import pytest
from harness import TREE

UNITS = os.environ.get("AUFAIT_UNITS", "")
EXPOSURE_MAX = 6.5
EXPOSURE_TIGHT_MAX = 1.5

needs_analyze = pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd-analyze")


@pytest.fixture
def units(tmp_path):
    """A copy of the units in which the daemon is a program that is there."""
    os.makedirs(tmp_path / "run", mode=0o700)
    for name in ("aufaitd.service", "aufaitd.socket"):
        text = open(os.path.join(UNITS, name), encoding="utf-8").read()
        (tmp_path / name).write_text(re.sub(r"(?m)^ExecStart=.*", "ExecStart=/bin/true", text))
    return tmp_path


def analyze(units, *args):
    env = {**os.environ, "XDG_RUNTIME_DIR": str(units / "run"), "LC_ALL": "C.UTF-8"}
    return subprocess.run(["systemd-analyze", *args], env=env, cwd=units, capture_output=True,
                          text=True, check=False)


def exposure(units):
    done = analyze(units, "security", "--user", "--offline=true", "--no-pager", "./aufaitd.service")
    return float(re.search(r"Overall exposure level.*: (\d+\.\d+)", done.stdout).group(1))


def tighten(units):
    (units / "aufaitd.service.d").mkdir()
    shutil.copy(os.path.join(TREE, "systemd", "private-users.conf"), units / "aufaitd.service.d")


@needs_analyze
def test_systemd_accepts_the_units(units):
    for _ in range(2):
        done = analyze(units, "verify", "--user", "--man=no", "./aufaitd.service", "./aufaitd.socket")
        assert done.returncode == 0 and not done.stderr.strip(), done.stderr
        if not (units / "aufaitd.service.d").exists():
            tighten(units)


@needs_analyze
def test_the_room_is_tight(units):
    assert exposure(units) <= EXPOSURE_MAX
    tighten(units)
    assert exposure(units) <= EXPOSURE_TIGHT_MAX


def test_the_service_starts_the_installed_daemon():
    text = open(os.path.join(UNITS, "aufaitd.service"), encoding="utf-8").read()
    assert re.search(r"(?m)^ExecStart=/\S*/bin/aufaitd$", text)
    assert "Requisite" not in "\n".join(l for l in text.split("\n") if not l.startswith("#"))


def autostart():
    entry = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    entry.optionxform = str
    entry.read(os.path.join(UNITS, "aufaitd.desktop"), encoding="utf-8")
    return entry["Desktop Entry"]


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="no desktop-file-validate")
def test_the_autostart_entry_is_valid():
    done = subprocess.run(["desktop-file-validate", os.path.join(UNITS, "aufaitd.desktop")],
                          capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("has_manager", [True, False])
def test_autostart_asks_the_user_manager_where_there_is_one(tmp_path, has_manager):
    """Exactly one way is taken: the service by its manager, or the daemon itself."""
    log = tmp_path / "log"
    for name, status in (("systemctl", 0 if has_manager else 1), ("aufaitd", 0)):
        fake = tmp_path / name
        fake.write_text(f'#!/bin/sh\necho "{name} $*" >>{log}\nexit {status}\n')
        fake.chmod(0o755)
    bindir = os.path.dirname(autostart()["TryExec"])
    argv = [word.replace(bindir, str(tmp_path)) for word in shlex.split(autostart()["Exec"])]
    subprocess.run(argv, env={"PATH": f"{tmp_path}:/bin:/usr/bin"}, check=True)
    started = [line for line in log.read_text().splitlines() if "show-environment" not in line]
    assert started == (["systemctl --user start aufaitd.service"] if has_manager else ["aufaitd "])
