#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Deterministic corpora for the aufait measurements (standard library only).

  gencorpus.py contacts OUTDIR N [--seed S] [--photos PERCENT]
  gencorpus.py events   OUTDIR N [--seed S] [--contacts M] [--year Y] [--no-vtimezone]
  gencorpus.py bigics   OUTFILE N [same options as events]
  gencorpus.py bigvcf   OUTFILE N [same options as contacts]
  gencorpus.py notes    OUTFILE N [--seed S] [--words W]   (one note a line: title TAB body)

The same (seed, N) always gives the same bytes.  Contact i is the same person
in every sub-command, so the ATTENDEE addresses of the events are addresses of
the contacts 0..M-1.
"""
import argparse
import base64
import os
import random
import sys
import unicodedata
from datetime import date, datetime, timedelta, timezone

GIVEN = """Aurélie Benoît Chloé Dorothée Élodie François Gaëlle Hélène Inès Jérôme
Léa Maëlle Noémie Océane Philippe Raphaël Solène Théo Ursule Valérie Zoé Anaïs
Mathilde Lucas Hugo Nathan Camille Manon Emma Louise Alice Jules Gabriel Arthur
Adam Léon Maël Sacha Ethan Olivia Noah Liam Sophia Mia James Charlotte Jürgen
Björn Øyvind Łukasz Ștefan İpek Ngọc Siobhán Zsófia Dvořáček""".split()
FAMILY = """Lefèvre Dubois Moreau Girard Béranger Châtelain Désormeaux Fontaine
Gauthier Hébert Jacquemin Köhler Lacroix Maréchal Nuñez Ouellet Perrin Quéré
Rousseau Séguin Thibault Urvoy Vasseur Weiß Xavier Yildiz Zimmermann Müller
Schröder O'Connor Martin Bernard Thomas Petit Robert Richard Durand Leroy Simon
Laurent Michel Garcia David Bertrand Roux Vincent Fournier Morel Guérin Boyer
Garnier Chevalier Légaré Clément Mercier Dupont Lambert Bonnet Legrand""".split()
PARTICLE = ["", "", "", "", "", "", "de ", "d'", "Le ", "van der "]
STREETS = ["rue de l'Église", "avenue du Général-Leclerc", "boulevard Voltaire",
           "impasse des Peupliers", "place de la République", "chemin du Château",
           "quai de la Tournelle", "Hauptstraße", "Baker Street"]
CITIES = [("Paris", "75011", "Île-de-France", "France"), ("Lyon", "69003", "Rhône", "France"),
          ("Nîmes", "30000", "Gard", "France"), ("Orléans", "45000", "Loiret", "France"),
          ("Besançon", "25000", "Doubs", "France"), ("Köln", "50667", "NRW", "Deutschland"),
          ("Genève", "1201", "Genève", "Suisse"), ("London", "NW1 6XE", "", "United Kingdom"),
          ("Montréal", "H2X 1Y4", "Québec", "Canada")]
ORGS = [("Société Générale d'Édition", "Rédaction"), ("Ateliers du Faubourg; Fils", "Achats"),
        ("Mairie de Saint-Étienne", "État civil"), ("École Jules-Ferry", ""),
        ("Acme, Inc.", "R&D"), ("Université de Besançon", "Département d'informatique"),
        ("Clinique des Tilleuls", "Radiologie"), ("Zeitung GmbH & Co. KG", "Vertrieb")]
CATS = ["famille", "amis", "travail", "école", "voisins", "club de lecture", "chorale",
        "parents d'élèves", "randonnée", "anciens collègues"]
TITLES = ["Directrice", "Ingénieur", "Médecin", "Professeure", "Comptable", "Développeur"]
WORDS = """le la les un une des et mais donc parce que avec sans pour chez dans sur sous
anniversaire cadeau livre jardin vélo chien chat maison voyage train avion montagne mer
cuisine recette gâteau chocolat café thé vin fromage musique concert piano guitare film
théâtre musée exposition école université travail projet réunion bureau collègue patron
enfant fille garçon frère sœur mère père cousin tante oncle voisin ami amie rendez-vous
appeler écrire rappeler inviter dîner déjeuner week-end vacances été hiver printemps
automne santé médecin hôpital allergie noisettes arachides gluten végétarien préfère
aime déteste adore photographie peinture course natation yoga escalade randonnée lecture
déménagement nouvelle adresse téléphone promesse rendre prêter emprunter perceuse tente
important urgent bientôt demain hier toujours souvent jamais the of and to meet birthday
gift house garden trip school work project call write remember allergic likes moved""".split()
DOMAINS = ["example.org", "example.com", "exemple.example", "mail.example.net"]

VTZ = {
    "Europe/Paris": ("+0100", "+0200", "CET", "CEST"),
    "Europe/London": ("+0000", "+0100", "GMT", "BST"),
    "America/Montreal": ("-0500", "-0400", "EST", "EDT"),
}


def ascii_slug(text):
    norm = unicodedata.normalize("NFKD", text)
    out = "".join(c for c in norm if c.isascii() and c.isalnum())
    return out.lower() or "x"


def fold(line):
    """RFC 6350 / 5545 folding: 75 octets, never inside a UTF-8 sequence."""
    raw = line.encode()
    if len(raw) <= 75:
        return raw + b"\r\n"
    out, start, limit = [], 0, 75
    while start < len(raw):
        end = min(start + limit, len(raw))
        while end < len(raw) and (raw[end] & 0xC0) == 0x80:
            end -= 1
        out.append(raw[start:end])
        start, limit = end, 74
    return b"\r\n ".join(out) + b"\r\n"


def esc(text):
    return (text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
            .replace("\n", "\\n"))


def person(seed, i):
    r = random.Random(f"{seed}/person/{i}")
    given, family = r.choice(GIVEN), r.choice(PARTICLE) + r.choice(FAMILY)
    mail = f"{ascii_slug(given)}.{ascii_slug(family)}.{i}@{r.choice(DOMAINS)}"
    return given, family, mail


def uid(seed, kind, i):
    r = random.Random(f"{seed}/{kind}/{i}")
    h = f"{r.getrandbits(128):032x}"
    return f"{h[:8]}-{h[8:12]}-{h[12:16]}-{h[16:20]}-{h[20:]}"


def sentence(r, n):
    return " ".join(r.choice(WORDS) for _ in range(n)).capitalize()


def vcard(seed, i, photos):
    r = random.Random(f"{seed}/card/{i}")
    given, family, mail = person(seed, i)
    v4 = r.random() < 0.5
    full = f"{given} {family}"
    L = ["BEGIN:VCARD", "VERSION:4.0" if v4 else "VERSION:3.0",
         "PRODID:-//aufait bench//gencorpus//FR"]
    u = uid(seed, "card", i)
    L.append(f"UID:urn:uuid:{u}" if v4 else f"UID:{u}")
    L.append(f"FN:{esc(full)}")
    middle = r.choice(["", "", "", "Marie", "Jean-Noël"])
    L.append(f"N:{esc(family)};{esc(given)};{middle};;")
    if r.random() < 0.2:
        L.append(f"NICKNAME:{esc(given[:3] + 'ou')}")
    pref = "PREF=1" if v4 else "TYPE=PREF"
    L.append(f"EMAIL;TYPE={'home' if v4 else 'HOME'};{pref}:{mail}")
    if r.random() < 0.35:
        work = f"{ascii_slug(given)[0]}.{ascii_slug(family)}{i}@work.example"
        if r.random() < 0.3:
            L.append(f"item1.EMAIL;TYPE=INTERNET:{work}")
            L.append("item1.X-ABLabel:_$!<Work>!$_")
        else:
            L.append(f"EMAIL;TYPE=work:{work}")
    phone = "".join(str(r.randrange(10)) for _ in range(8))
    if v4:
        L.append(f"TEL;VALUE=uri;TYPE=\"voice,cell\":tel:+33-6-{phone}")
    else:
        L.append(f"TEL;TYPE=CELL,VOICE:+33 6 {phone[:2]} {phone[2:4]} {phone[4:6]} {phone[6:]}")
    if r.random() < 0.3:
        L.append(f"TEL;TYPE=HOME:01 {phone[6:]} {phone[4:6]} {phone[2:4]} {phone[:2]}")
    if r.random() < 0.7:
        y, m, d = r.randrange(1940, 2021), r.randrange(1, 13), r.randrange(1, 29)
        if r.random() < 0.01:
            m, d = 2, 29
            y -= y % 4
        style = r.random()
        if style < 0.25:
            L.append(f"BDAY:--{m:02d}{d:02d}" if v4 else f"BDAY:--{m:02d}-{d:02d}")
        elif style < 0.30 and not v4:
            L.append(f"BDAY;X-APPLE-OMIT-YEAR=1604:1604-{m:02d}-{d:02d}")
        elif style < 0.65:
            L.append(f"BDAY;VALUE=date:{y}-{m:02d}-{d:02d}" if not v4 else f"BDAY:{y}{m:02d}{d:02d}")
        else:
            L.append(f"BDAY:{y}-{m:02d}-{d:02d}" if not v4 else f"BDAY;VALUE=date:{y}{m:02d}{d:02d}")
    if r.random() < 0.15:
        L.append(f"ANNIVERSARY:{r.randrange(1980, 2024)}{r.randrange(1, 13):02d}{r.randrange(1, 29):02d}"
                 if v4 else
                 f"X-ANNIVERSARY:{r.randrange(1980, 2024)}-{r.randrange(1, 13):02d}-{r.randrange(1, 29):02d}")
    if r.random() < 0.6:
        city, code, region, country = r.choice(CITIES)
        L.append(f"ADR;TYPE=home:;;{r.randrange(1, 200)} {esc(r.choice(STREETS))};{esc(city)};"
                 f"{esc(region)};{code};{esc(country)}")
    if r.random() < 0.5:
        org, unit = r.choice(ORGS)
        L.append(f"ORG:{esc(org)};{esc(unit)}" if unit else f"ORG:{esc(org)}")
        if r.random() < 0.5:
            L.append(f"TITLE:{r.choice(TITLES)}")
    if r.random() < 0.6:
        L.append("CATEGORIES:" + ",".join(esc(c) for c in r.sample(CATS, r.randrange(1, 4))))
    if r.random() < 0.4:
        L.append("NOTE:" + esc(sentence(r, r.randrange(5, 60)) + ", voilà; fin.\n"
                               + sentence(r, r.randrange(3, 20))))
    if r.random() < 0.1:
        L.append(f"URL:https://www.example.org/~{ascii_slug(given)}/{i}")
    if r.random() * 100 < photos:
        data = base64.b64encode(r.randbytes(r.randrange(6000, 20000))).decode()
        L.append(f"PHOTO:data:image/jpeg;base64,{data}" if v4
                 else f"PHOTO;ENCODING=b;TYPE=JPEG:{data}")
    L.append(f"REV:20{r.randrange(15, 26)}{r.randrange(1, 13):02d}{r.randrange(1, 29):02d}T101112Z")
    L.append("END:VCARD")
    return u, b"".join(fold(x) for x in L)


def vtimezone(tzid):
    std, dst, nstd, ndst = VTZ[tzid]
    if tzid.startswith("Europe"):
        hs, hd = ("030000", "020000") if tzid.endswith("Paris") else ("020000", "010000")
        rs, rd = "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"
        ys, yd = "19701025T", "19700329T"
    else:
        hs, hd = "020000", "020000"
        rs, rd = "FREQ=YEARLY;BYMONTH=11;BYDAY=1SU", "FREQ=YEARLY;BYMONTH=3;BYDAY=2SU"
        ys, yd = "20071104T", "20070311T"
    return ["BEGIN:VTIMEZONE", f"TZID:{tzid}",
            "BEGIN:DAYLIGHT", f"TZOFFSETFROM:{std}", f"TZOFFSETTO:{dst}", f"TZNAME:{ndst}",
            f"DTSTART:{yd}{hd}", f"RRULE:{rd}", "END:DAYLIGHT",
            "BEGIN:STANDARD", f"TZOFFSETFROM:{dst}", f"TZOFFSETTO:{std}", f"TZNAME:{nstd}",
            f"DTSTART:{ys}{hs}", f"RRULE:{rs}", "END:STANDARD", "END:VTIMEZONE"]


WD = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


def event(seed, i, contacts, year):
    """Returns (uid, tzid or None, list of VEVENT lines)."""
    r = random.Random(f"{seed}/event/{i}")
    u = uid(seed, "event", i)
    kind = r.random()
    day = date(year, 1, 1) + timedelta(days=r.randrange(-3 * 365, 400))
    hour, minute = r.choice([8, 9, 10, 12, 14, 16, 18, 19, 20]), r.choice([0, 0, 15, 30, 45])
    dur = timedelta(minutes=r.choice([30, 45, 60, 60, 90, 120, 180]))
    start = datetime(day.year, day.month, day.day, hour, minute)
    tzid, allday, rrule = None, False, None
    if kind < 0.38:
        tzid = "Europe/Paris" if r.random() < 0.8 else r.choice(list(VTZ))
    elif kind < 0.48:
        pass                                    # single, UTC
    elif kind < 0.62:
        allday = True
    elif kind < 0.80:                           # weekly
        tzid = "Europe/Paris" if r.random() < 0.9 else "Europe/London"
        rrule = f"FREQ=WEEKLY;BYDAY={WD[day.weekday()]}"
        if r.random() < 0.25:
            rrule = f"FREQ=WEEKLY;INTERVAL=2;BYDAY={WD[day.weekday()]}"
        if r.random() < 0.15:
            rrule = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
            while start.weekday() > 4:
                start += timedelta(days=1)
            day = start.date()
    elif kind < 0.88:                           # monthly
        tzid = "Europe/Paris"
        nth = (day.day - 1) // 7 + 1
        rrule = (f"FREQ=MONTHLY;BYDAY={nth}{WD[day.weekday()]}" if nth < 5 and r.random() < 0.6
                 else f"FREQ=MONTHLY;BYMONTHDAY={day.day}")
    elif kind < 0.98:                           # yearly, all-day, old start
        allday = True
        day = day.replace(year=r.randrange(1960, year), day=min(day.day, 28))
        start = datetime(day.year, day.month, day.day)
        rrule = "FREQ=YEARLY"
    else:                                       # daily with COUNT
        tzid = "Europe/Paris"
        rrule = f"FREQ=DAILY;COUNT={r.randrange(3, 15)}"
    if rrule and "YEARLY" not in rrule and "COUNT" not in rrule:
        end = r.random()
        if end < 0.35:
            until = start + timedelta(days=r.randrange(60, 700))
            rrule += f";UNTIL={until:%Y%m%d}T220000Z"
        elif end < 0.55:
            rrule += f";COUNT={r.randrange(4, 40)}"

    def dt(name, when, extra=""):
        if allday:
            return f"{name};VALUE=DATE{extra}:{when:%Y%m%d}"
        if tzid:
            return f"{name};TZID={tzid}{extra}:{when:%Y%m%dT%H%M%S}"
        return f"{name}{extra}:{when:%Y%m%dT%H%M%SZ}"

    stamp = datetime(year - 1, 6, 1, tzinfo=timezone.utc) + timedelta(minutes=i % 400000)
    given, family, mail = person(seed, r.randrange(contacts)) if contacts else ("X", "Y", "x@y.example")
    title = r.choice([f"Déjeuner avec {given}", f"Réunion {sentence(r, 2)}", f"Anniversaire de {given} {family}",
                      f"Rendez-vous {sentence(r, 1)}", sentence(r, 4), f"Appeler {given} {family}",
                      f"Concert; {sentence(r, 2)}, à l'église"])

    def body(when, summary):
        L = ["BEGIN:VEVENT", f"UID:{u}", f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}",
             f"CREATED:{stamp:%Y%m%dT%H%M%SZ}", f"LAST-MODIFIED:{stamp:%Y%m%dT%H%M%SZ}",
             dt("DTSTART", when),
             dt("DTEND", when + (timedelta(days=1) if allday else dur)),
             f"SUMMARY:{esc(summary)}", "STATUS:CONFIRMED", "SEQUENCE:0",
             f"TRANSP:{'TRANSPARENT' if allday else 'OPAQUE'}"]
        return L

    L = body(start, title)
    tail = []
    if not allday and contacts and r.random() < 0.5:
        tail.append(f"ORGANIZER;CN=\"{given} {family}\":mailto:{mail}")
        for _ in range(r.randrange(1, 6)):
            g, f, m = person(seed, r.randrange(contacts))
            tail.append(f"ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT="
                        f"{r.choice(['ACCEPTED', 'NEEDS-ACTION', 'DECLINED'])};RSVP=TRUE;CN=\"{g} {f}\":mailto:{m}")
    if r.random() < 0.45:
        city, code, region, country = r.choice(CITIES)
        tail.append(f"LOCATION:{esc(f'{r.randrange(1, 200)} {r.choice(STREETS)}, {code} {city}')}")
    if r.random() < 0.3:
        tail.append("DESCRIPTION:" + esc(sentence(r, r.randrange(8, 80)) + ".\n" + sentence(r, 6)))
    if r.random() < 0.25:
        tail.append(f"CATEGORIES:{esc(r.choice(CATS))}")
    alarm = ["BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:Rappel", "TRIGGER:-PT15M", "END:VALARM"] \
        if not allday and r.random() < 0.3 else []
    over = []
    if rrule:
        L.append(f"RRULE:{rrule}")
        step = (timedelta(days=7 * (2 if "INTERVAL=2" in rrule else 1)) if "WEEKLY" in rrule
                else timedelta(days=1) if "DAILY" in rrule else None)
        if step and r.random() < 0.30:
            for k in sorted(r.sample(range(1, 12), r.randrange(1, 4))):
                L.append(dt("EXDATE", start + step * k))
        if step and r.random() < 0.20:
            when = start + step * r.choice([13, 2])
            over = body(when + timedelta(hours=1), title + " (déplacé)")
            over.append(dt("RECURRENCE-ID", when))
            over += tail + ["END:VEVENT"]
    return u, tzid, L + tail + alarm + ["END:VEVENT"] + over


HEAD = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//aufait bench//gencorpus//FR", "CALSCALE:GREGORIAN"]


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("what", choices=["contacts", "events", "bigics", "bigvcf", "notes"])
    ap.add_argument("out")
    ap.add_argument("n", type=int)
    ap.add_argument("--seed", default="1")
    ap.add_argument("--photos", type=float, default=0.0)
    ap.add_argument("--contacts", type=int, default=1000)
    ap.add_argument("--year", type=int, default=2026)
    ap.add_argument("--words", type=int, default=40)
    ap.add_argument("--no-vtimezone", action="store_true")
    a = ap.parse_args()
    total = 0

    def put(name, data):
        nonlocal total
        with open(name, "wb") as f:
            f.write(data)
        total += len(data)

    if a.what == "contacts":
        os.makedirs(a.out, exist_ok=True)
        for i in range(a.n):
            u, data = vcard(a.seed, i, a.photos)
            put(os.path.join(a.out, u + ".vcf"), data)
    elif a.what == "bigvcf":
        put(a.out, b"".join(vcard(a.seed, i, a.photos)[1] for i in range(a.n)))
    elif a.what == "events":
        os.makedirs(a.out, exist_ok=True)
        for i in range(a.n):
            u, tz, lines = event(a.seed, i, a.contacts, a.year)
            L = HEAD + (vtimezone(tz) if tz and not a.no_vtimezone else []) + lines + ["END:VCALENDAR"]
            put(os.path.join(a.out, u + ".ics"), b"".join(fold(x) for x in L))
    elif a.what == "bigics":
        L = list(HEAD)
        if not a.no_vtimezone:
            for tz in VTZ:
                L += vtimezone(tz)
        for i in range(a.n):
            L += event(a.seed, i, a.contacts, a.year)[2]
        put(a.out, b"".join(fold(x) for x in L + ["END:VCALENDAR"]))
    else:
        with open(a.out, "w", encoding="utf-8") as f:
            for i in range(a.n):
                r = random.Random(f"{a.seed}/note/{i}")
                k = max(3, int(r.expovariate(1.0 / a.words)))
                # a long tail of rare terms, as in real notes: names and numbers
                extra = f" {person(a.seed, r.randrange(10000))[1]} t{r.randrange(100000)}"
                line = sentence(r, 4) + "\t" + sentence(r, k) + extra
                total += f.write(line + "\n")
    print(f"{a.what}: {a.n} items, {total} bytes", file=sys.stderr)


if __name__ == "__main__":
    main()
