# SPDX-License-Identifier: GPL-3.0-or-later
"""The French translation is whole: every string of the source, none fuzzy, formats and plurals
right, set as French is set."""

import os
import re
import subprocess

import pytest

TREE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PO = os.path.join(TREE, "po")
MARKED = re.compile(r"\b(?:_|N_|C_|NC_|ngettext|gettext|g_dngettext|g_dpgettext2|g_dcgettext|dgettext)\s*\(\s*[\"A-Z]")
MARKED_SHELL = re.compile(r"\b(?:eval_)?gettext \"[A-Z]")
XGETTEXT = ["xgettext", "--from-code=UTF-8", "--keyword=_", "--keyword=N_",
            "--keyword=C_:1c,2", "--keyword=NC_:1c,2", "--keyword=g_dcgettext:2",
            "--keyword=g_dngettext:2,3", "--keyword=g_dpgettext2:2c,3", "--keyword=ngettext:1,2",
            "--no-location", "--no-wrap", "-o", "-"]


def languages():
    with open(os.path.join(PO, "LINGUAS"), encoding="utf-8") as f:
        return [word for line in f for word in line.split("#")[0].split()]


def listed_files():
    with open(os.path.join(PO, "POTFILES"), encoding="utf-8") as f:
        return {line.strip() for line in f if line.strip() and not line.startswith("#")}


def unquote(line):
    text = re.search(r'"(.*)"', line).group(1)
    return re.sub(r"\\(.)", lambda m: {"n": "\n", "t": "\t"}.get(m.group(1), m.group(1)), text)


def read_po(text):
    """A list of entries: {msgid, msgid_plural, msgctxt, msgstr[…], fuzzy, obsolete}."""
    entries = []
    for block in re.split(r"\n\s*\n", text):
        entry, field = {"fuzzy": "#, fuzzy" in block, "obsolete": block.lstrip().startswith("#~")}, None
        for line in block.split("\n"):
            match = re.match(r'(msg\w+(?:\[\d\])?) "', line)
            if match:
                field = match.group(1)
                entry[field] = unquote(line)
            elif field and line.startswith('"'):
                entry[field] += unquote(line)
        if "msgid" in entry or entry["obsolete"]:
            entries.append(entry)
    return entries


def entries_of(language):
    with open(os.path.join(PO, language + ".po"), encoding="utf-8") as f:
        return read_po(f.read())


def key_of(entry):
    return entry.get("msgctxt"), entry["msgid"]


def source_entries():
    done = subprocess.run(XGETTEXT + sorted(listed_files()), cwd=TREE, capture_output=True,
                          text=True, check=True)
    return {key_of(e): e for e in read_po(done.stdout) if e["msgid"]}


def translations(entry):
    return [value for field, value in entry.items() if field.startswith("msgstr")]


def test_every_file_with_strings_is_listed():
    found = set()
    for top in ("include", "daemon", "client"):
        for folder, _, names in os.walk(os.path.join(TREE, top)):
            for name in names:
                path = os.path.join(folder, name)
                marked = {".c": MARKED, ".h": MARKED, ".sh": MARKED_SHELL}.get(os.path.splitext(name)[1])
                if marked is None and not name.endswith(".desktop.in"):
                    continue
                with open(path, encoding="utf-8") as f:
                    if marked is None or marked.search(f.read()):
                        found.add(os.path.relpath(path, TREE))
    assert found, "the strings of the programs are marked for translation"
    assert found == listed_files(), "po/POTFILES lists the files with strings"


@pytest.mark.parametrize("language", languages())
def test_every_string_is_translated(language):
    there = {key_of(e): e for e in entries_of(language) if e.get("msgid") and not e["obsolete"]}
    wanted = source_entries()
    missing = [key for key in wanted if key not in there]
    assert not missing, f"run “meson compile aufait-update-po”, and translate: {missing}"
    assert not [key for key in there if key not in wanted], "strings that the source no longer has"
    cut = [key for key in wanted if key[1].endswith("%")]
    assert not cut, f"cut by a macro: take a format of inttypes.h, as in PRId64: {cut}"
    empty = [key for key, entry in there.items() if not all(translations(entry))]
    assert not empty, f"not translated: {empty}"
    assert not [e["msgid"] for e in there.values() if e["fuzzy"]], "fuzzy"


@pytest.mark.parametrize("language", languages())
def test_plural_forms_are_whole(language):
    header = next(e for e in entries_of(language) if e.get("msgid") == "")["msgstr"]
    count = int(re.search(r"nplurals=(\d)", header).group(1))
    plurals = [e for e in entries_of(language) if "msgid_plural" in e]
    for entry in plurals:
        assert len(translations(entry)) == count, entry["msgid"]
    if language == "fr":
        assert "plural=(n > 1)" in header, "in French zero is singular"


@pytest.mark.parametrize("language", languages())
def test_gettext_accepts_it(language):
    done = subprocess.run(["msgfmt", "--check", "-o", os.devnull,
                           os.path.join(PO, language + ".po")], capture_output=True, text=True,
                          check=False)
    assert done.returncode == 0 and "warning" not in done.stderr, done.stderr


BAD_FRENCH = [
    (re.compile(r"(?<![\u202f\u00a0\s:])[;?!](?:\s|$)"), "no thin space before ; ? !"),
    (re.compile(r"[ \u00a0][;?!](?:\s|$)"), "a wide space before ; ? !"),
    (re.compile(r"« |«(?![\u00a0\u202f])"), "« wants a no-break space"),
    (re.compile(r" »|(?<![\u00a0\u202f])»"), "» wants a no-break space"),
    (re.compile(r"(?<=[a-zà-ÿ])'(?=[a-zà-ÿ%«])", re.I), "the apostrophe is ’"),
    (re.compile(r"(?<=[^\s\u202f\u00a0\d/%]):(?=\s|$)|(?<= ):(?=\s|$)"), "no no-break space before :"),
    (re.compile(r"!"), "no exclamation marks"),
    (re.compile(r"\b(tu|vous|votre|vos|ton|tes|toi)\b", re.I), "neither tu nor vous"),
    (re.compile(r"[“”]"), "French quotation marks are « »"),
    (re.compile(r"\.\.\."), "the ellipsis is one character"),
]


def test_french_is_set_as_french_is_set():
    faults = []
    for entry in entries_of("fr"):
        if not entry.get("msgid"):
            continue
        for text in translations(entry):
            # What stands in a shell command or in another's syntax keeps its own marks.
            plain = re.sub(r"https?://\S+|\b\d\d:\d\d\b|--[\w-]+|^(?:\w+;)+$", "", text)
            faults += [f"{why}: {text!r}" for pattern, why in BAD_FRENCH if pattern.search(plain)]
    assert not faults, "\n".join(faults)
