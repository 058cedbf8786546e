# SPDX-License-Identifier: GPL-3.0-or-later
"""The units under a real `systemd --user` (tests/tools/user-manager): enabled, started by the socket
and with the desktop, stopped, started again by the watchdog, in the tight room too."""

import os
import pwd
import re
import shutil
import subprocess
import time

import pytest
from harness import TOOLS, TREE, program

UNITS = os.environ.get("AUFAIT_UNITS", "")
USER = "aufait-test"
AS_ROOT = [] if os.geteuid() == 0 else ["sudo", "-n"]
# The tools of the administrator are not on everyone's path.
os.environ["PATH"] += ":/usr/sbin:/sbin"

# A desktop as the manager sees one: a unit that brings graphical-session.target with it.
DESK = """[Unit]
BindsTo=graphical-session.target
Before=graphical-session.target
[Service]
ExecStart=/bin/sleep infinity
"""

# Four seconds in place of thirty: two were too few for a loaded machine with sanitizers.
# The sanitizer's leak check wants ptrace, which the unit forbids.
QUICK = """[Service]
WatchdogSec=4s
Environment=ASAN_OPTIONS=detect_leaks=0 AUFAIT_LOCALEDIR=%h/po
"""


class Manager:
    """A shell beside the manager, as its user."""

    def __init__(self):
        env = {"PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "AS_USER": USER,
               "LC_ALL": "C.UTF-8"}
        self.process = subprocess.Popen(
            AS_ROOT + ["env", "-i"] + [f"{k}={v}" for k, v in env.items()]
            + [os.path.join(TOOLS, "user-manager"), "/bin/bash", "--noprofile", "--norc"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    def try_run(self, command):
        """(status, output) of a line of shell."""
        self.process.stdin.write(f"{{ {command}\n}} 2>&1; printf '\\n:end:%s\\n' $?\n")
        self.process.stdin.flush()
        lines = []
        for line in self.process.stdout:
            match = re.match(r":end:(\d+)$", line)
            if match:
                return int(match.group(1)), "".join(lines).strip()
            lines.append(line)
        raise EOFError("".join(lines))

    def run(self, command):
        status, out = self.try_run(command)
        assert status == 0, f"{command}: status {status}: {out}"
        return out

    def until(self, command, secs=30):
        end = time.monotonic() + secs
        while self.try_run(command)[0] != 0:
            if time.monotonic() > end:
                said = self.try_run("systemctl --user status --no-pager aufaitd.service aufaitd.socket; "
                                    "tail -n 40 ~/user-manager.log")[1]
                raise AssertionError(f"not in {secs} s: {command}\n{said}")
            time.sleep(0.05)

    def write(self, path, text):
        self.run(f"mkdir -p $(dirname {path}) && cat >{path} <<'END'\n{text}END")

    def show(self, name, unit="aufaitd.service"):
        return self.run(f"systemctl --user show -P {name} {unit}")

    def end(self):
        self.process.stdin.close()
        self.process.wait(60)
        self.process.stdout.close()


def why_not():
    """Why there can be no user manager here; None when there can."""
    if not os.path.exists("/lib/systemd/systemd"):
        return "systemd is not installed"
    if AS_ROOT and subprocess.run(AS_ROOT + ["true"], capture_output=True, check=False).returncode:
        return "needs root, or sudo without a question"
    probe = AS_ROOT + ["unshare", "--mount", "--propagation", "private", "sh", "-c",
                       "mount -t tmpfs tmpfs /mnt && mkdir /mnt/c && mount -t cgroup2 cgroup2 /mnt/c && mkdir /mnt/c/t$$ && rmdir /mnt/c/t$$"]
    done = subprocess.run(probe, capture_output=True, text=True, check=False)
    return f"the kernel forbids it: {done.stderr.strip()}" if done.returncode else None


@pytest.fixture(scope="module")
def account():
    """The home of an ordinary user, who is removed again when it was us who made one."""
    reason = why_not()
    if reason:
        pytest.skip(reason)
    was_there = True
    try:
        pwd.getpwnam(USER)
    except KeyError:
        was_there = False
        subprocess.run(AS_ROOT + ["useradd", "-m", USER], check=True)
    yield pwd.getpwnam(USER).pw_dir
    if not was_there:
        subprocess.run(AS_ROOT + ["userdel", "-r", USER], capture_output=True, check=False)


@pytest.fixture
def manager(account, tmp_path):
    """Everything installed in that home, as a package would do it, and nothing started."""
    stage = tmp_path / "stage"
    units = stage / ".config/systemd/user"
    units.mkdir(parents=True)
    (stage / "bin").mkdir()
    for name in ("aufaitd", "aufait"):
        shutil.copy(program(name), stage / "bin")
    text = open(os.path.join(UNITS, "aufaitd.service"), encoding="utf-8").read()
    (units / "aufaitd.service").write_text(re.sub(r"(?m)^ExecStart=\S+", "ExecStart=%h/bin/aufaitd", text))
    shutil.copy(os.path.join(UNITS, "aufaitd.socket"), units)
    (units / "aufaitd.service.d").mkdir()
    (units / "aufaitd.service.d/quick.conf").write_text(QUICK)
    (units / "desk.service").write_text(DESK)
    clean = f"find {account} -mindepth 1 -delete; cp -r {stage}/. {account}/; chown -R {USER}: {account}"
    subprocess.run(AS_ROOT + ["sh", "-c", clean], check=True)
    manager = Manager()
    manager.run("export PATH=$HOME/bin:$PATH ASAN_OPTIONS=detect_leaks=0; systemctl --user daemon-reload")
    yield manager
    manager.end()


@pytest.fixture
def tight(manager):
    """The same with private-users.conf."""
    if manager.try_run("unshare --user --map-root-user true")[0]:
        pytest.skip("the kernel forbids user namespaces to ordinary users")
    with open(os.path.join(TREE, "systemd", "private-users.conf"), encoding="utf-8") as f:
        manager.write("~/.config/systemd/user/aufaitd.service.d/private-users.conf", f.read())
    manager.run("systemctl --user daemon-reload")
    return manager


def use_it(manager):
    """The main job's first half, over the socket of the manager."""
    manager.run("aufait add 'Marie Curie'")
    assert "Crète" in manager.run("aufait note marie part en Crète du 10 au 20 août")
    manager.run("test -s ~/.local/share/aufait/memory.db")


def test_the_socket_starts_it(manager):
    manager.run("systemctl --user enable --now aufaitd.socket")
    assert manager.run("stat -c %a $XDG_RUNTIME_DIR/aufait/org.aufait $XDG_RUNTIME_DIR/aufait") == "600\n700"
    assert manager.show("ActiveState") == "inactive"
    use_it(manager)
    assert manager.show("ActiveState") == "active"
    assert manager.show("Slice") == "background.slice"
    assert manager.run("grep -c 'NoNewPrivs:.1' /proc/$(systemctl --user show -P MainPID aufaitd)/status") == "1"
    assert manager.run("grep -c 'Seccomp:.2' /proc/$(systemctl --user show -P MainPID aufaitd)/status") == "1"


def test_it_stops_cleanly_and_the_socket_starts_it_again(manager):
    manager.run("systemctl --user start aufaitd.socket")
    use_it(manager)
    manager.run("systemctl --user stop aufaitd.service")
    assert manager.show("Result") == "success" and manager.show("ExecMainStatus") == "0"
    assert "Marie Curie" in manager.run("aufait list")
    manager.run("systemctl --user stop aufaitd.socket aufaitd.service")
    manager.run("test ! -e $XDG_RUNTIME_DIR/aufait/org.aufait")


def test_it_comes_and_goes_with_the_desktop(manager):
    manager.run("systemctl --user enable aufaitd.service")
    manager.run("systemctl --user is-enabled aufaitd.socket")
    manager.run("systemctl --user start desk.service")
    manager.until("systemctl --user is-active aufaitd.service")
    use_it(manager)
    manager.run("systemctl --user stop desk.service")
    manager.until("! systemctl --user is-active aufaitd.service")
    assert manager.show("Result") == "success"


def test_the_watchdog_starts_it_again(manager):
    manager.run("systemctl --user start aufaitd.service")
    use_it(manager)
    before = manager.show("MainPID")
    manager.run(f"kill -STOP {before}")
    manager.until(f"p=$(systemctl --user show -P MainPID aufaitd); test $p != {before} -a $p != 0", secs=60)
    assert "Marie Curie" in manager.run("aufait list")
    assert manager.show("NRestarts") == "1"


def test_the_watchdog_leaves_it_alone_when_it_is_well(manager):
    manager.run("systemctl --user start aufaitd.service")
    before = manager.show("MainPID")
    manager.run("sleep 10")  # two and a half times what the watchdog allows
    assert manager.show("MainPID") == before and manager.show("NRestarts") == "0"


def test_it_starts_again_after_a_crash(manager):
    manager.run("systemctl --user start aufaitd.service")
    use_it(manager)
    manager.run("kill -KILL $(systemctl --user show -P MainPID aufaitd)")
    manager.until("test $(systemctl --user show -P NRestarts aufaitd) = 1 && systemctl --user is-active aufaitd")
    assert "Marie Curie" in manager.run("aufait list")


def test_it_works_in_the_tight_room(tight):
    tight.run("systemctl --user start aufaitd.socket")
    use_it(tight)
    pid = tight.show("MainPID")
    assert tight.run(f"readlink /proc/{pid}/ns/user") != tight.run("readlink /proc/self/ns/user")
    assert tight.run(f"readlink /proc/{pid}/ns/net") != tight.run("readlink /proc/self/ns/net")
    tight.run("systemctl --user stop aufaitd.service")
    assert tight.show("Result") == "success"


def test_it_reaches_the_session_bus_from_the_tight_room(tight):
    tight.run("dbus-daemon --session --fork --print-pid=1 --address=$DBUS_SESSION_BUS_ADDRESS >~/bus.pid")
    tight.run("systemctl --user start aufaitd.service")
    pid = tight.show("MainPID")
    bus = "gdbus call --session -d org.freedesktop.DBus -o /org/freedesktop/DBus -m org.freedesktop.DBus"
    names = re.findall(r"':[\d.]+'", tight.run(f"{bus}.ListNames"))
    pids = [tight.try_run(f"{bus}.GetConnectionUnixProcessID {name}")[1] for name in names]
    tight.run("systemctl --user stop aufaitd.service; kill $(cat ~/bus.pid)")
    assert f"(uint32 {pid},)" in pids


def test_it_starts_itself_where_nothing_enabled_it(manager):
    """The service brings the socket along, so that there is never a second one at its path."""
    manager.run("systemctl --user start aufaitd.service")
    manager.run("systemctl --user is-active aufaitd.socket")
    use_it(manager)
