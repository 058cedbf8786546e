# SPDX-License-Identifier: GPL-3.0-or-later
"""Other people's programs that read or move the same files: khal, khard, vdirsyncer, Radicale. Each
gets a home of its own, and no network but the machine's own."""

import os
import shutil
import socket
import subprocess

from harness import wait_until


def environment(home, zone="Europe/Paris"):
    """Nothing of the user's: no settings, no caches, no proxies."""
    return {"PATH": os.environ["PATH"], "HOME": str(home), "TZ": zone, "LC_ALL": "C.UTF-8"}


def run(argv, home, **options):
    done = subprocess.run(argv, env=environment(home), capture_output=True, timeout=240, check=False,
                          **{"stdin": subprocess.DEVNULL, **options})
    assert done.returncode == 0, f"{argv}: {done.stdout.decode()}\n{done.stderr.decode()}"
    return done.stdout.decode()


def is_here(*names):
    return all(shutil.which(name) for name in names)


# --- khal ------------------------------------------------------------------------------------

KHAL = """[calendars]
[[c]]
path = {folder}
[locale]
local_timezone = {zone}
default_timezone = {zone}
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {home}/khal.db
[default]
default_calendar = c
"""


def khal_days(home, folder, first, until, zone="Europe/Paris"):
    """What khal shows of the calendar in @folder, from @first to the day before @until: the set of
    (day, summary, start, end) with times as its zone's clocks show them, to the minute; an all-day
    event has first and last day."""
    config = home / "khal.conf"
    config.write_text(KHAL.format(folder=folder, zone=zone, home=home), encoding="utf-8")
    text = run(["khal", "--config", str(config), "--no-color", "list", "--day-format", "={date-long}",
                "--format", "{title}|{start-long}|{end-long}", f"{first}", f"{until}"], home)
    rows, day = set(), None
    for line in filter(None, map(str.strip, text.splitlines())):
        if line.startswith("="):
            day = line[1:]
        elif day < f"{until}":  # khal lists the last day too
            rows.add((day, *(field.strip() for field in line.split("|"))))
    return rows


# --- khard -----------------------------------------------------------------------------------

KHARD = """[addressbooks]
[[b]]
path = {folder}
[general]
default_action = list
editor = true
merge_editor = true
[contact table]
display = formatted_name
show_uids = yes
"""


def khard_rows(home, folder, what):
    """The rows of “khard @what”: list, email or phone; as lists of fields."""
    config = home / "khard.conf"
    config.write_text(KHARD.format(folder=folder), encoding="utf-8")
    text = run(["khard", "-c", str(config), what, "--parsable"], home)
    return [line.split("\t") for line in text.splitlines() if "\t" in line]


# --- Radicale and vdirsyncer -----------------------------------------------------------------

ADDRESS_BOOK = ('<create xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:carddav"><set><prop><resourcetype>'
                "<collection/><C:addressbook/></resourcetype></prop></set></create>")

PAIR = """[pair {name}]
a = "{name}_here"
b = "{name}_there"
collections = ["from b"]
[storage {name}_here]
type = "filesystem"
path = "{folder}/"
fileext = "{ending}"
[storage {name}_there]
type = "{kind}"
url = "{url}/"
username = "me"
password = "x"
"""


def find_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Radicale:
    """A server with an address book “people” and a calendar “agenda”."""

    def __init__(self, home):
        self.home = home
        self.port = find_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = open(home / "radicale.log", "wb")
        self.process = subprocess.Popen(
            ["radicale", "--config", "", "--server-hosts", f"127.0.0.1:{self.port}", "--auth-type",
             "none", "--storage-filesystem-folder", str(home / "server")],
            env=environment(home), stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log)
        wait_until(self.answers, "Radicale answers")
        self.curl("people", "-X", "MKCOL", "--data-binary", ADDRESS_BOOK)
        self.curl("agenda", "-X", "MKCALENDAR")

    def answers(self):
        assert self.process.poll() is None, (self.home / "radicale.log").read_text()
        try:
            socket.create_connection(("127.0.0.1", self.port), 1).close()
            return True
        except OSError:
            return False

    def curl(self, path, *options):
        return run(["curl", "--disable", "--fail", "--silent", "--show-error", "--noproxy", "*", "-u",
                    "me:x", *options, f"{self.url}/me/{path}"], self.home)

    def put(self, path, *lines):
        text = "\r\n".join([*lines, ""])
        self.curl(path, "-X", "PUT", "-H", "Content-Type: text/" + (
            "vcard" if path.endswith(".vcf") else "calendar"), "--data-binary", text)

    def delete(self, path):
        self.curl(path, "-X", "DELETE")

    def end(self):
        self.process.terminate()
        self.process.wait(30)
        self.log.close()


class Vdirsyncer:
    """Its settings are where Au fait looks for them: in the home."""

    def __init__(self, home, url):
        self.home = home
        folder = home / ".config" / "vdirsyncer"
        folder.mkdir(parents=True)
        (folder / "config").write_text(f'[general]\nstatus_path = "{home}/status/"\n' + "".join(
            PAIR.format(name=name, folder=home / name, ending=ending, kind=kind, url=url)
            for name, ending, kind in (("people", ".vcf", "carddav"), ("agenda", ".ics", "caldav"))))

    def discover(self):
        run(["vdirsyncer", "discover"], self.home, stdin=None, input=b"y\n" * 8)

    def sync(self):
        # One after the other: the server hangs up on many at once.
        for pair in ("people", "agenda"):
            run(["vdirsyncer", "sync", pair], self.home)
