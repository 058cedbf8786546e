# SPDX-License-Identifier: GPL-3.0-or-later
"""An address book of cards as people's programs write them, the same each time; every name is there
once. Versions 3.0 and 4.0, and 2.1 as far as khard reads it: its reader knows no lines of
quoted-printable that go on, and no CHARSET but UTF-8."""

import base64
import quopri
import random

FIRST = ["Ana", "Bob", "Chloé", "Dörte", "Élise", "François", "Gülay", "Håkon", "Inês", "Jürgen",
         "Kasia", "Łukasz", "Maëlle", "Nuño", "Øystein", "Paul", "Quentin", "Renée", "Søren", "Tomáš",
         "Uršula", "Владимир", "Wei", "Xènia", "Ὀδυσσεύς"]
LAST = ["Almeida", "Błaszczyk", "Çelik", "D'Amico", "Encinas", "Fjørtoft", "González", "Hernández",
        "Işık", "Jäger", "Krüger", "Lefèvre", "Meißner", "Nguyễn", "O’Brien", "Příhoda", "Quesnel",
        "Rodríguez", "Šimek", "Τσίπρας", "Ünal", "Vaň", "van der Meer", "Żak", "山田"]


def escape(text):
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace(",", "\\,").replace(";", "\\;")


def fold(line):
    """After 75 bytes, and never inside a character: RFC 6350, 3.2."""
    parts, part = [], b""
    for char in line:
        data = char.encode()
        if len(part) + len(data) > (75 if not parts else 74):
            parts.append(part)
            part = b""
        part += data
    return b"\r\n ".join([*parts, part]).decode()


class Card:
    def __init__(self, number, seed):
        self.r = random.Random(seed * 100_000 + number)
        self.number = number
        self.version = self.r.choice(["2.1", "3.0", "3.0", "3.0", "4.0", "4.0"])
        # A number in letters: no two are the same.
        middle = "".join("abcdefghij"[int(d)] for d in f"{number:04}").capitalize()
        self.first, self.last = self.r.choice(FIRST) + " " + middle, self.r.choice(LAST)
        self.name = f"{self.first} {self.last}"
        self.emails = [f"{middle.lower()}{i}@example.org" for i in range(self.r.choice([0, 1, 1, 2, 3]))]
        self.phones = [f"+33 6 {number:04} {i:02}" for i in range(self.r.choice([0, 1, 1, 2]))]

    def text_line(self, name, value):
        if self.version == "2.1" and not value.isascii():
            encoded = quopri.encodestring(value.encode(), quotetabs=True).replace(b"=\n", b"").decode()
            return f"{name};CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:{encoded}"
        return f"{name}:{value}"

    def typed(self, name, kind):
        return {"2.1": f"{name};{kind.upper()}", "3.0": f"{name};TYPE={kind.upper()}",
                "4.0": f"{name};TYPE={kind}"}[self.version]

    def more(self):
        """What says nothing about who it is."""
        r = self.r
        note = "Met in Łódź, by the river; likes: tea.\nTwo lines, and a long one: " + "na " * 40
        return r.sample([
            "BDAY:" + r.choice(["19840229", "1984-02-29"]),
            "CATEGORIES:friends,choir", "ORG:Chez Nous;Kitchen", "TITLE:Cook", "URL:https://example.org/",
            f"item1.{self.typed('ADR', 'home')}:;;1 rue du Port;Biarritz;;64200;France",
            "X-SOCIALPROFILE;TYPE=mastodon:https://example.org/@x", "REV:20240101T000000Z",
            *([self.text_line("NOTE", escape(note))] if self.version != "2.1" else []),
            *([self.photo()] if self.version == "3.0" else []),
        ], 4)

    def photo(self):
        return "PHOTO;ENCODING=b;TYPE=JPEG:" + base64.b64encode(self.r.randbytes(300)).decode()

    def lines(self):
        lines = [self.text_line("FN", escape(self.name)),
                 self.text_line("N", f"{escape(self.last)};{escape(self.first)};;;")]
        lines += [f"{self.typed('EMAIL', 'home')}:{mail}" for mail in self.emails]
        lines += [f"{self.typed('TEL', 'cell')}:{phone}" for phone in self.phones]
        lines += [f"UID:card-{self.number:04}", *self.more()]
        self.r.shuffle(lines)
        return ["BEGIN:VCARD", f"VERSION:{self.version}", *lines, "END:VCARD", ""]

    def text(self):
        if self.version == "2.1":
            return "\r\n".join(self.lines())
        return self.r.choice(["\r\n", "\n"]).join(fold(line) for line in self.lines())


def make_cards(folder, count=1000, seed=6350):
    """Writes @count files into @folder, a pathlib.Path; the cards."""
    cards = [Card(number, seed) for number in range(count)]
    for card in cards:
        (folder / f"card-{card.number:04}.vcf").write_bytes(card.text().encode())
    return cards
