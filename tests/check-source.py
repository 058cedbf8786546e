#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the rules of the house: layers, cycles, sizes, names, and who may touch what.

Usage: tests/check-source.py [TREE]     (CONTRIBUTING.md explains the rules)
Prints a line for each fault, FILE:LINE: what; status 1 when there is one.
"""

import os
import re
import sys

# --- the rules, as tables --------------------------------------------------------------------

# From the bottom: a layer includes only itself and those before it.
LAYERS = ["include", "core", "store", "sources", "planner", "notify", "server", "daemon"]

# Beside the house: the client sees the contract only; the reader, which is a program of its own, what
# is pure. Nobody includes them.
BESIDE = {"client": {"include", "client"}, "reader": {"include", "core", "reader"}}

FILE_MAX = 500
FUNCTION_MAX = 60

# Public names begin like their file, in the singular or the plural. These files hold a family whose
# members have names of their own, each too small for a file: stem -> what else a name may begin with.
FAMILIES = {
    # The values that the whole daemon speaks of are one vocabulary, read together.
    "aufait-values": ["ref", "person", "moment", "naming", "promise", "note", "meaning", "contact",
                      "reason", "nudge"],
    # A text is made of words; hours are the settings' only value of more than a number.
    "aufait-text": ["word", "words"],
    "aufait-settings": ["hours"],
    # A record is what the store keeps of a nudge, and means nothing without it.
    "aufait-nudge-store": ["nudge_record"],
    # The rows of one table: interface, method, parameter, its type, the handler.
    "aufait-varlink-method": ["varlink_interface", "varlink_parameter", "varlink_type",
                              "varlink_handler"],
    "aufait-varlink-call": ["varlink_gone", "varlink_send"],
    # A database is nothing without its queries, and only this file may know SQLite.
    "aufait-database": ["query"],
    # The kinds of row of a lexicon; its reader fills them in.
    "aufait-lexicon": ["entry", "phrase", "slot", "word_class", "word_classes"],
    "aufait-lexicon-reader": ["lexicon"],
    "aufait-reading": ["mark"],
    # The ways to say a day call each other: one header, three files.
    "aufait-day-words": ["day_context", "day_numbers", "day_units", "day_count", "day_length"],
    "aufait-day-units": ["day_count", "day_length"],
    "aufait-day-expression": ["span"],
    # Who comes belongs to the event; a job and its rows are one conversation with the reader.
    "aufait-event": ["attendee"],
    "aufait-row": ["job"],
    # A component is made of properties, and those have names.
    "aufait-ical-component": ["ical_name", "ical_property"],
    # A row of the table of commands: its options, its completion, the status it ends with.
    "aufait-command": ["option", "complete", "status"],
    "aufait-arguments": ["color"],
    "aufait-screen": ["style"],
    "aufait-session": ["print"],
    "aufait-options": ["notifier_choice"],
    "aufait-settings-file": ["settings"],
    "aufait-desktop-notice": ["desktop_capabilities"],
    # Constants of the contract, for both programs.
    "aufait-contract": [""],
}

# What may be said in some files only: words -> the files (a trailing * is any ending), and why.
ONLY_IN = [
    (r"#\s*include\s*<sqlite3", ["daemon/store/aufait-database.*", "daemon/store/aufait-changeset.*"],
     "SQLite is opened, prepared and stepped in one place"),
    (r"#\s*include\s*<libnotify/", ["daemon/notify/aufait-desktop-*"],
     "libnotify blocks: it lives on the desktop notifier's thread"),
    (r"#\s*include\s*<libical/", ["daemon/reader/*"],
     "libical hangs on hostile files: only the reader's process links it"),
    (r"\b(g_get_real_time|g_get_monotonic_time|g_get_current_time|g_date_time_new_now\w*|"
     r"g_timer_\w+|g_date_set_time\w*|gettimeofday|clock_gettime|timespec_get|"
     r"ftime|timerfd_\w+|time)\s*\(",
     ["daemon/planner/aufait-clock.*"], "only the clock reads the clock; time is an argument"),
]

# The same for SQL, which has clocks of its own.
SQL_CLOCK = re.compile(r"CURRENT_(TIME|DATE|TIMESTAMP)|'now'|\bunixepoch\s*\(\s*\)", re.I)

# Exceptions to ONLY_IN, each with its reason.
EXCEPTIONS = {
    # How long a client has been slow is nobody's date: its GSource measures by the loop's own time.
    ("daemon/server/aufait-varlink-connection.c", "only the clock reads the clock; time is an argument"),
}

SOURCE_DIRS = ["include", "daemon", "client"]
SKIP_DIRS = {".git", "__pycache__", "build", ".pytest_cache"}
SPDX = "SPDX-License-Identifier: GPL-3.0-or-later"

# Formats without comments, texts of others, and the interface, which is sent to clients as it is.
NO_SPDX = re.compile(r"(\.(md|tsv|png|varlink|conf|json|db|bin|supp|vcf|ics)|COPYING|LINGUAS"
                     r"|POTFILES(\.in|\.skip)?|\.clang-format|\.editorconfig|\.gitignore|\.gitkeep)$")

# What tests are fed with is not source: it may be anything.
FODDER = ("tests/data/", "tests/fuzz/corpus/")

UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X)\b")

# --- reading ---------------------------------------------------------------------------------

C_TOKENS = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)


def blank(match):
    """White space of the same shape, so that lines keep their numbers."""
    return re.sub(r"[^\n]", " ", match.group(0))


def strip_c(text, keep_strings=False):
    """Code without comments, and without what stands in strings."""
    def replace(match):
        is_string = match.group(0)[0] in "\"'"
        return match.group(0) if is_string and keep_strings else blank(match)
    return C_TOKENS.sub(replace, text)


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


class File:
    def __init__(self, tree, path):
        self.path = path
        self.name = os.path.basename(path)
        self.stem, self.ending = os.path.splitext(self.name)
        with open(os.path.join(tree, path), "rb") as f:
            data = f.read()
        self.is_text = b"\0" not in data
        self.text = data.decode("utf-8", "replace") if self.is_text else ""
        self.is_c = self.ending in (".c", ".h")
        self.code = strip_c(self.text) if self.is_c else ""
        self.top = path.split("/")[0]

    @property
    def layer(self):
        parts = self.path.split("/")
        if parts[0] == "tests" and len(parts) > 2:
            return parts[1] if parts[1] in LAYERS + list(BESIDE) else None
        if parts[0] == "daemon":
            return parts[1] if len(parts) > 2 else "daemon"
        return parts[0] if parts[0] in ("include", "client") else None

    @property
    def module(self):
        """A .c and its headers are one module; -private and -internal belong to it."""
        return re.sub(r"-(private|internal)$", "", self.stem)

    def includes(self):
        """(line, name) of each include in quotation marks."""
        code = strip_c(self.text, keep_strings=True)
        for match in re.finditer(r'^[ \t]*#[ \t]*include[ \t]*"([^"]+)"', code, re.M):
            yield line_of(code, match.start()), os.path.basename(match.group(1))

    def functions(self):
        """(line, name, is_static, number of lines) of each function that is defined here."""
        lines = self.code.split("\n")
        for i, line in enumerate(lines):
            match = re.match(r"(?:[A-Za-z_][\w \t*]*[ \t*])?([A-Za-z_]\w*) \(", line)
            if not match or line.startswith(("G_DEFINE", "#")):
                continue
            end = self._end_of_head(lines, i)
            if end is None:
                continue
            head = (lines[i - 1] if i else "") + " " + line
            close = next((n for n in range(end, len(lines)) if lines[n].startswith("}")), end)
            is_static = re.search(r"\bstatic\b", head.split(";")[-1].split("}")[-1]) is not None
            yield i + 1, match.group(1), is_static, close - i + 1

    @staticmethod
    def _end_of_head(lines, start):
        """The line of the brace that opens a definition; None for anything else."""
        for n in range(start, min(start + 20, len(lines))):
            if lines[n].startswith("{"):
                return n
            if n > start and lines[n] and not lines[n].startswith(" "):
                return None
            if lines[n].rstrip().endswith(";"):
                return None
        return None


def list_files(tree):
    for folder, dirs, names in os.walk(tree):
        dirs[:] = sorted(d for d in dirs if d not in SKIP_DIRS and not d.startswith("build"))
        for name in sorted(names):
            path = os.path.relpath(os.path.join(folder, name), tree)
            if name != ".git" and not name.endswith((".pyc", "~", ".orig", ".rej", ".swp")):
                yield path


# --- the checks: each takes the files and yields (file, line, what) ----------------------------


def check_layers(files):
    homes = {f.name: f for f in files if f.ending == ".h" and f.top in SOURCE_DIRS}
    for file in files:
        if not file.is_c or file.layer is None:
            continue
        for line, name in file.includes():
            home = homes.get(name)
            if home is not None and not may_include(file, home):
                yield file, line, f"{file.layer} may not include {home.path}"


def may_include(file, home):
    if file.layer in BESIDE:
        return home.layer in BESIDE[file.layer]
    if home.layer not in LAYERS or file.layer not in LAYERS:
        return home.layer == file.layer or (home.layer in ("include", "core"))
    return LAYERS.index(home.layer) <= LAYERS.index(file.layer)


def check_cycles(files):
    """Between modules, not only between headers: a .c that includes whom its header serves is a
    knot as well. A module may use its own parts, which know its header: aufait-x, aufait-x-y."""
    sources = [f for f in files if f.is_c and f.top in SOURCE_DIRS]
    homes = {f.name: f.module for f in sources}
    first = {}
    graph = {}
    for file in sources:
        first.setdefault(file.module, file)
        edges = graph.setdefault(file.module, set())
        edges.update(homes[n] for _, n in file.includes() if n in homes)
        edges.discard(file.module)
        if file.ending == ".c":
            edges -= {other for other in edges if other.startswith(file.module + "-")}
    for cycle in find_cycles(graph):
        yield first[cycle[0]], 1, "include cycle: " + " -> ".join(cycle + cycle[:1])


def find_cycles(graph):
    done, path = set(), []

    def visit(node):
        if node in path:
            yield path[path.index(node):]
            return
        if node in done:
            return
        path.append(node)
        for other in sorted(graph.get(node, ())):
            yield from visit(other)
        path.pop()
        done.add(node)

    for start in sorted(graph):
        yield from visit(start)


def check_sizes(files):
    for file in files:
        if file.ending in (".c", ".h", ".py", ".sh", ".sql", ".build"):
            count = file.text.count("\n")
            if count > FILE_MAX:
                yield file, FILE_MAX + 1, f"{count} lines, {FILE_MAX} at most"
        if file.is_c:
            for line, name, _, count in file.functions():
                if count > FUNCTION_MAX:
                    yield file, line, f"{name}() has {count} lines, {FUNCTION_MAX} at most"


def check_names(files):
    seen = {}
    # A type may be announced wherever it is needed, when it has a header of its own.
    declared = {}
    modules = {file.module for file in files if file.ending == ".h" and file.top in SOURCE_DIRS}
    for file in files:
        if file.ending == ".h" and file.top in SOURCE_DIRS:
            for _, name in public_names(file):
                declared.setdefault(name, set()).add(file.module)
    for file in files:
        if file.is_c and file.top in SOURCE_DIRS:
            if file.name in seen and file.name != "main.c":
                yield file, 1, f"has the same name as {seen[file.name].path}"
            seen[file.name] = file
            yield from check_public_names(file, declared, modules)


def check_public_names(file, declared, modules):
    for line, name in public_names(file):
        is_announced = (re.search(rf"typedef struct _?{name} {name};", file.code)
                        and to_snake(name).replace("_", "-") in modules)
        is_part = is_part_of(file, declared.get(name, ()), name)
        if not (begins_like(name, file.module) or is_announced or is_part):
            yield file, line, f"{name} does not begin like its file"


def begins_like(name, module):
    stem = module.replace("-", "_")
    starts = [stem, stem + "s", stem.removesuffix("s")]
    starts += ["aufait_" + other for other in FAMILIES.get(module, [])]
    snake = to_snake(name)
    return any(snake == start or snake.startswith(start.rstrip("_") + "_") for start in starts)


def is_part_of(file, homes, name):
    """Several .c files may do what one header says, when they are called like it: aufait-x-y.c does
    a part of aufait-x.h."""
    return file.ending == ".c" and any(
        file.module.startswith(home + "-") and begins_like(name, home) for home in homes)


def public_names(file):
    """Functions that others can link to, and, of a header, types and constants."""
    for line, name, is_static, _ in file.functions():
        if not is_static and name != "main":
            yield line, name
    if file.ending != ".h":
        return
    patterns = [r"^(?!#|typedef|static|G_)[A-Za-z_][\w \t*]*[ *](\w+) \([^*]",
                r"^(?!G_)(aufait_\w+) \(", r"^typedef [^;{]*?\b(\w+);", r"^\} (\w+);",
                r"^typedef [^;{]*\(\*(\w+)\)", r"^#define (\w+)",
                r"^extern [^;(]*?(\w+)(?:\[\])?;"]
    for pattern in patterns:
        for match in re.finditer(pattern, file.code, re.M):
            if not match.group(1).startswith(("G_", "_")):
                yield line_of(file.code, match.start()), match.group(1)


def to_snake(name):
    """AufaitNudgeStore, AUFAIT_NUDGE_STORE and aufait_nudge_store are the same name."""
    if re.search(r"[a-z]", name) and re.search(r"[A-Z]", name):
        name = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name)
    name = name.lower()
    for macro in ("aufait_type_", "aufait_is_", "aufait_n_"):
        if name.startswith(macro):
            return "aufait_" + name[len(macro):]
    return name


def check_only_in(files):
    for file in files:
        if not file.is_c or file.top not in SOURCE_DIRS:
            continue
        for pattern, places, why in ONLY_IN:
            if matches(file.path, places) or (file.path, why) in EXCEPTIONS:
                continue
            for match in re.finditer(pattern, file.code):
                word = match.group(0).rstrip(" (")
                yield file, line_of(file.code, match.start()), f"{word}: {why}"


def matches(path, places):
    return any(path.startswith(p[:-1]) if p.endswith("*") else path == p for p in places)


def check_sql_clock(files):
    for file in files:
        if file.top not in SOURCE_DIRS or file.ending not in (".c", ".sql"):
            continue
        text = strip_c(file.text, keep_strings=True) if file.is_c else re.sub(
            r"--[^\n]*", "", file.text)
        if file.is_c:
            text = "\n".join(" ".join(re.findall(r'"(?:\\.|[^"\\\n])*"', line))
                             for line in text.split("\n"))
        for match in SQL_CLOCK.finditer(text):
            yield file, line_of(text, match.start()), "SQL that reads the clock: time is an argument"


def check_habits(files):
    for file in files:
        if not file.is_c:
            continue
        for match in re.finditer(r"\bgoto\b", file.code):
            yield file, line_of(file.code, match.start()), "goto: let autoptr clean up"
        for match in re.finditer(r"\bG_TEST_OPTION_ISOLATE_DIRS\b", file.code):
            yield (file, line_of(file.code, match.start()),
                   "it leaks, and hides our own leaks: make a folder with g_dir_make_tmp")
        if file.ending == ".h":
            if "#pragma once" not in file.text:
                yield file, 1, "#pragma once is missing"
            continue
        for match in re.finditer(r"^\s*extern\b", file.code, re.M):
            yield file, line_of(file.code, match.start()), "extern in a .c: declare it in a header"
        first = next(file.includes(), None)
        if file.top in SOURCE_DIRS and (first is None or first[1] != "config.h"):
            yield file, first[0] if first else 1, 'the first include is "config.h"'


def check_texts(files):
    for file in files:
        if not file.is_text or not file.text or file.path.startswith(FODDER):
            continue
        if not NO_SPDX.search(file.name) and SPDX not in "\n".join(file.text.split("\n", 3)[:3]):
            yield file, 1, "the licence line is missing: " + SPDX
        for number, line in enumerate(file.text.split("\n"), 1):
            if "\t" in line and file.ending not in (".tsv", ".ics", ".vcf", ".supp", ".po",
                                                        ".pot", ".scd", ".go"):
                yield file, number, "a tab"
            if UNFINISHED.search(line) and file.name != "COPYING":
                yield file, number, "unfinished: do it now, or leave it out"


CHECKS = [check_layers, check_cycles, check_sizes, check_names, check_only_in, check_sql_clock,
          check_habits, check_texts]


def check_tree(tree):
    """The faults of a tree, as lines."""
    files = [File(tree, path) for path in list_files(tree)]
    faults = [f"{file.path}:{line}: {what}" for check in CHECKS for file, line, what in check(files)]
    return len(files), sorted(set(faults))


def main():
    tree = sys.argv[1] if len(sys.argv) > 1 else os.path.join(os.path.dirname(__file__), "..")
    count, faults = check_tree(os.path.normpath(os.path.abspath(tree)))
    for fault in faults:
        print(fault)
    print(f"{count} files, {len(faults)} faults")
    return 1 if faults or count == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
