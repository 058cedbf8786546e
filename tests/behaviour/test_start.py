# SPDX-License-Identifier: GPL-3.0-or-later
"""How the daemon starts, where it may not, and how it ends."""

import os
import signal
import socket
import stat
import subprocess
import sys

import pytest
from harness import DEADLINE_SECS, Daemon, call_on, failing, program, wait_until

# Puts the descriptor in the first argument where a service manager puts it, and becomes the rest.
HAND_OVER = """
import os, sys
fd = int(sys.argv[1])
os.dup2(fd, 3)
if fd != 3:
    os.close(fd)
os.set_inheritable(3, True)
os.environ.update(LISTEN_PID=str(os.getpid()), LISTEN_FDS="1", LISTEN_FDNAMES=sys.argv[2])
os.execv(sys.argv[3], sys.argv[3:])
"""


def mode(path):
    return stat.S_IMODE(os.stat(path).st_mode)


def refuses(home, *options, env=None):
    """Its one sentence, when the daemon does not want to start."""
    daemon = home.launch("--notifier=log", *options, env=env)
    assert daemon.wait() != 0
    assert daemon.err.strip(), "a refusal is a sentence"
    return daemon.err


def test_says_its_version(home):
    for name in ("aufaitd", "aufait"):
        done = subprocess.run([program(name), "--version"], env=home.env, capture_output=True,
                              text=True, check=True)
        assert any(char.isdigit() for char in done.stdout)


def test_files_are_closed_to_others(home):
    os.umask(0)
    try:
        daemon = home.start()
    finally:
        os.umask(0o022)
    home.aufait("add", "Marie Curie")
    for folder in (os.path.dirname(home.memory), os.path.dirname(home.socket)):
        assert mode(folder) == 0o700, folder
        for name in os.listdir(folder):
            path = os.path.join(folder, name)
            assert mode(path) == 0o600, path
    daemon.stop()


def test_ends_cleanly(home):
    for number in (signal.SIGTERM, signal.SIGINT):
        daemon = home.start()
        home.aufait("status")
        daemon.process.send_signal(number)
        assert daemon.wait() == 0
        assert daemon.err == ""
        assert not os.path.exists(home.socket)


def test_ends_cleanly_before_it_is_ready(home):
    """As soon as the memory is there, long before anybody is answered."""
    for number in (signal.SIGTERM, signal.SIGINT):
        daemon = home.launch("--notifier=none")
        wait_until(lambda: os.path.exists(home.memory), "the memory is opened")
        daemon.process.send_signal(number)
        assert daemon.wait() == 0
        assert not os.path.exists(home.socket)
        os.unlink(home.memory)


def test_goes_on_when_nobody_reads_what_it_shows(home):
    daemon = home.start(now="2026-07-01T12:00")
    home.aufait("add", "Paul")
    home.aufait("note", "paul", "has", "his", "driving", "test", "tomorrow")
    daemon.stop()
    end, stdout = os.pipe()
    os.close(end)
    env = {**home.env, "G_DEBUG": ""}  # it warns
    with subprocess.Popen([program("aufaitd"), "--notifier=log", "--now=2026-07-02T12:00"], env=env,
                          stdout=stdout, stderr=subprocess.PIPE, text=True) as process:
        os.close(stdout)
        assert any("Could not print nudge" in line for line in process.stderr)
        nudge, _ = home.ask("nudges")["nudges"]
        assert nudge["state"] == "waiting", "it was not seen"
        process.terminate()
        assert process.wait() == 0


def test_ends_cleanly_with_a_client_that_watches(home):
    daemon = home.start()
    with home.connect() as link:
        link.sendall(b'{"method":"org.aufait.Watch","more":true}\0')
        home.ask("status")
        daemon.stop()


def test_a_second_daemon_refuses(home):
    daemon = home.start()
    said = refuses(home)
    assert "aufait" in said.lower()
    home.aufait("status")
    daemon.stop()


def test_a_second_daemon_refuses_the_same_memory_on_another_socket(home):
    daemon = home.start()
    refuses(home, env={"AUFAIT_SOCKET": home.file("other")})
    home.aufait("add", "Marie Curie")
    daemon.stop()


def test_a_second_daemon_with_another_memory_leaves_the_calendars_alone(home):
    """Its days may be others: of a trial of next year, the index would keep no event of this one."""
    os.makedirs(home.file(".calendars", "main"))
    with open(home.file(".calendars", "main", "lunch.ics"), "w", encoding="utf-8") as f:
        f.write("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nBEGIN:VEVENT\r\nUID:lunch\r\n"
                "DTSTART;VALUE=DATE:20260702\r\nSUMMARY:Lunch\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
    daemon = home.start(now="2026-07-01T09:00")
    wait_until(lambda: "Lunch" in home.aufait("events"), "the event is read")
    other = home.launch("--notifier=none", "--now=2029-07-01T09:00", env={
        "AUFAIT_SOCKET": home.file("other"), "XDG_DATA_HOME": home.file("data")})
    env = {"AUFAIT_SOCKET": home.file("other")}
    wait_until(lambda: home.try_aufait("status", env=env).status == 0, "it answers")
    assert "set another XDG_CACHE_HOME for this one" in home.try_aufait("status", env=env).out
    other.stop()
    assert "Lunch" in home.aufait("events")
    daemon.stop()


def test_starts_again_after_a_kill(home):
    home.start().kill()
    assert os.path.exists(home.socket), "a killed daemon leaves its socket behind"
    home.start().stop()


def test_needs_a_runtime_dir(home):
    env = {"XDG_RUNTIME_DIR": ""}
    assert "XDG_RUNTIME_DIR" in refuses(home, env=env)
    answer = home.try_aufait("status", env=env)
    assert answer.status == 3 and "XDG_RUNTIME_DIR" in answer.err and not answer.out


def test_refuses_a_runtime_dir_that_others_may_enter(home):
    os.chmod(home.runtime, 0o755)
    assert "chmod 700" in refuses(home)
    answer = home.try_aufait("status")
    assert answer.status == 3 and "chmod 700" in answer.err


def test_refuses_a_runtime_dir_that_is_none(home):
    said = refuses(home, env={"XDG_RUNTIME_DIR": "/etc/passwd"})
    assert "not a directory" in said and "AUFAIT_SOCKET" in said


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives folders away")
def test_refuses_a_runtime_dir_of_another(home):
    os.chown(home.runtime, 65534, 65534)
    said = refuses(home)
    assert "belongs to another user" in said and "AUFAIT_SOCKET" in said
    assert home.try_aufait("status").status == 3


def test_the_client_says_that_there_is_no_daemon(home):
    answer = home.try_aufait("today")
    assert answer.status == 3 and "aufaitd" in answer.err and not answer.out


def test_a_socket_may_be_elsewhere(home):
    env = {"AUFAIT_SOCKET": home.file("elsewhere"), "XDG_RUNTIME_DIR": ""}
    home.env.update(env)
    daemon = home.launch("--notifier=none")
    wait_until(lambda: home.try_aufait("status").status == 0, "it answers")
    daemon.stop()


def test_refuses_options_that_make_no_sense(home):
    for option in ("--notifier=loud", "--now=yesterday", "--now=2026-02-30T10:00", "--now=2026-07-01T+2:00",
                   "--now=2026-07-01T24:00", "--now=2026-07-01T12:00:1", "--nonsense", "word"):
        assert option.split("=")[-1].lstrip("-") in refuses(home, option), option
    for option in ("--nonsense", "--notifier", "word"):
        assert "aufaitd --help" in refuses(home, option), option


def test_takes_a_listening_socket_over(home):
    os.makedirs(os.path.dirname(home.socket), mode=0o700)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(home.socket)
        listener.listen(16)
        daemon = hand_over(home, listener, "varlink")
        with home.connect() as link:
            assert call_on(link, "org.aufait.Status")["parameters"]["people"] == 0
        home.aufait("add", "Marie Curie")
        daemon.stop()
    assert os.path.exists(home.socket), "the socket belongs to the service manager"


def test_takes_a_connected_socket_over(home):
    ours, theirs = socket.socketpair()
    with ours:
        ours.settimeout(30)
        daemon = hand_over(home, theirs, "connection")
        theirs.close()
        assert call_on(ours, "org.aufait.Status")["parameters"]["people"] == 0
        daemon.stop()


def hand_over(home, link, name):
    argv = [sys.executable, "-c", HAND_OVER, str(link.fileno()), name, program("aufaitd"), "--notifier=log"]
    daemon = Daemon(argv, home.env, pass_fds=[link.fileno()])
    home.daemons.append(daemon)
    return daemon


def test_months_come_first_in_the_united_states(make_home):
    for names, first_day in (({"LC_ALL": "en_US.UTF-8"}, "2026-08-09"), ({"LANG": "en_US.UTF-8"}, "2026-08-09"),
                             ({"LANG": "en_US.UTF-8", "LC_TIME": "en_GB.UTF-8"}, "2026-09-08"),
                             ({"LC_ALL": "en_GB.UTF-8"}, "2026-09-08"), ({}, "2026-09-08")):
        home = make_home(language="en")
        del home.env["LC_ALL"]
        home.env.update(names)
        daemon = home.start(now="2026-07-01T12:00")
        home.aufait("add", "Marie Curie")
        moment, = home.ask("note", "marie", "trip on 8/9")["note"]["moments"]
        assert moment["firstDay"] == first_day, names
        daemon.stop()


def test_settings_that_are_no_file_stop_nothing(home):
    os.makedirs(home.file(".config", "aufait"))
    os.mkfifo(home.file(".config", "aufait", "aufait.conf"))
    daemon = home.start(now="2026-07-01T12:00")
    problem, = home.ask("status")["problems"]
    assert problem["file"] == "aufait.conf" and "move it away" in problem["what"]
    daemon.stop()


def test_settings_are_read_again_when_they_change(home):
    daemon = home.start(now="2026-07-01T12:00")
    folder = home.file(".config", "aufait")
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "aufait.conf"), "w", encoding="utf-8") as f:
        f.write("[nudges]\nat=tea time\n")
    wait_until(lambda: home.ask("status")["problems"], "the problem is told")
    assert "aufait.conf" in home.ask("status")["problems"][0]["file"]
    assert "tea time" in home.ask("status")["problems"][0]["what"]
    with open(os.path.join(folder, "aufait.conf"), "w", encoding="utf-8") as f:
        f.write("[nudges]\nat=11:30\n")
    wait_until(lambda: not home.ask("status")["problems"], "the problem is gone")
    home.aufait("add", "Marie Curie")
    home.aufait("note", "marie", "part en Crète du 10 au 20 août")
    assert home.ask("nudges")["nudges"][0]["at"] == "2026-08-21T11:30:00+02:00"
    daemon.stop()


def test_a_socket_that_cannot_listen_does_not_stay(home):
    tracer, env = failing("listen", "ENOBUFS", home.env)
    done = subprocess.run([*tracer, program("aufaitd"), "--notifier=none"], env=env, capture_output=True,
                          timeout=DEADLINE_SECS, check=False)
    assert done.returncode == 1 and "cannot be made" in done.stderr.decode()
    assert not os.path.lexists(home.socket)


def test_a_wait_that_no_signal_could_end_is_not_begun(home):
    home.start(notifier="none")
    tracer, env = failing("signalfd4", "EMFILE", home.env)
    done = subprocess.run([*tracer, program("aufait"), "watch"], env=env, capture_output=True,
                          timeout=DEADLINE_SECS, check=False)
    assert (done.returncode, done.stderr.decode()) == (
        3, "aufait: Nothing could end the wait, so it is not begun: Too many open files.\n")
