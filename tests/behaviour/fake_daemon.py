# SPDX-License-Identifier: GPL-3.0-or-later
"""A daemon that gives the answers it was told, for what the client makes of them."""

import json
import os
import socket
import threading

NOW = "2026-07-01T10:00:00+02:00"
MARIE = {"id": 1, "name": "Marie Curie"}
RETURN = {
    "id": 3,
    "kind": "return",
    "person": MARIE,
    "at": "2026-08-21T10:00:00+02:00",
    "state": "waiting",
    "text": "Marie Curie is back from Crète. Ask how it was.",
    "title": "Marie Curie is back from Crète",
    "action": "Ask how it was.",
    "why": [{"text": "part en Crète du 10 au 20 août", "on": "2026-07-01", "note": 1}],
}
TRIP = {"kind": "trip", "firstDay": "2026-08-10", "lastDay": "2026-08-20", "place": "Crète"}
NOTE = {
    "id": 1,
    "on": "2026-07-01",
    "text": "part en Crète du 10 au 20 août",
    "kind": "fact",
    "people": [MARIE],
    "moments": [TRIP],
    "interests": [],
    "promises": [],
}


def person(name, **more):
    """A Person of the interface."""
    return {
        "id": 1,
        "name": name,
        "nicknames": [],
        "emails": [],
        "phones": [],
        "places": [],
        "private": False,
        **more,
    }


class FakeDaemon:
    """Listens at PATH. ANSWERS: method name -> what to send, see `say`, or a list of such."""

    def __init__(self, path, answers=None):
        self.path = str(path)
        self.answers = answers or {}
        self.calls = []
        self.release = threading.Event()
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.bind(self.path)
        self.socket.listen(16)
        self.server = threading.Thread(target=self.serve, daemon=True)
        self.server.start()

    def serve(self):
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            threading.Thread(target=self.talk, args=(connection,), daemon=True).start()

    def talk(self, connection):
        received = b""
        while b"\0" not in received:
            data = connection.recv(65536)
            if not data:
                return
            received += data
        call = json.loads(received[: received.index(b"\0")])
        self.calls.append(call)
        answers = self.answers.get(call["method"].rpartition(".")[2])
        try:
            for answer in answers if isinstance(answers, list) else [answers]:
                self.say(connection, answer)
        except OSError:
            pass
        connection.close()

    def say(self, connection, answer):
        """bytes: sent as they are. "hang": nothing until the end. None: the connection ends. A
        function: called. A tuple: error and parameters. Else the parameters."""
        if answer is None:
            return
        if answer == "hang":
            self.release.wait(60)
            return
        if callable(answer):
            answer(self)
            return
        if isinstance(answer, tuple):
            answer = {"error": "org.aufait." + answer[0], "parameters": answer[1]}
            answer = json.dumps(answer).encode() + b"\0"
        elif not isinstance(answer, bytes):
            answer = json.dumps({"parameters": answer}).encode() + b"\0"
        connection.sendall(answer)

    def stop(self):
        """Leaves the socket behind. The thread ends before its descriptor may become another's."""
        self.release.set()
        try:
            self.socket.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        self.server.join()
        self.socket.close()

    def end(self):
        self.stop()
        if os.path.exists(self.path):
            os.unlink(self.path)
