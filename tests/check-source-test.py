# SPDX-License-Identifier: GPL-3.0-or-later
"""check-source.py must be able to fail: small bad trees, one fault each, and a good one."""

import importlib.util
import os

import pytest

HERE = os.path.dirname(os.path.abspath(__file__))
spec = importlib.util.spec_from_file_location("check_source", os.path.join(HERE, "check-source.py"))
check_source = importlib.util.module_from_spec(spec)
spec.loader.exec_module(check_source)

LICENCE = "/* SPDX-License-Identifier: GPL-3.0-or-later */\n"
HEADER = LICENCE + "#pragma once\n"
SOURCE = LICENCE + '#include "config.h"\n'


def function(name, lines=1, head="void"):
    return f"{head}\n{name} (void)\n{{\n" + "  work ();\n" * lines + "}\n"


VALID = [
    {"daemon/core/aufait-day.h": HEADER + "int aufait_day_get (void);\n",
     "daemon/core/aufait-day.c": SOURCE + '#include "aufait-day.h"\n' + function("aufait_day_get"),
     "daemon/store/aufait-memory.c": SOURCE + '#include "aufait-day.h"\n' + function("aufait_memory_go")},
    {"daemon/core/aufait-a.c": SOURCE + "/* time () and goto in a comment */\n"
     'static const char *text = "goto the extern time (now)";\n'},
    {"daemon/core/aufait-a.c": SOURCE + function("read_word", 40, "static void")},
    {"daemon/planner/aufait-clock.c": SOURCE + "static gint64 now (void) { return g_get_real_time (); }\n"},
    {"daemon/store/aufait-database.c": SOURCE + "#include <sqlite3.h>\n"},
    {"daemon/core/aufait-values.h": HEADER + "typedef struct {\n  int id;\n} AufaitNote;\n"
     "AufaitNote *aufait_note_new (void);\n"},
    {"daemon/core/aufait-a.h": HEADER + "typedef struct _AufaitA AufaitA;\n#define AUFAIT_TYPE_A 1\n"
     "G_DECLARE_FINAL_TYPE (AufaitA, aufait_a, AUFAIT, A, GObject)\n"},
    {"client/main.c": SOURCE + function("main", 3, "int"),
     "daemon/main.c": SOURCE + function("main", 3, "int")},
    # A part of what a header says, in a file that is called like it.
    {"daemon/server/aufait-api.h": HEADER + "void aufait_api_go (void);\n",
     "daemon/server/aufait-api-notes.c": SOURCE + function("aufait_api_go")},
    # The plural; a type that is announced and has a header of its own.
    {"daemon/core/aufait-token.h": HEADER + "typedef struct _AufaitOther AufaitOther;\n"
     "void aufait_tokens_go (void);\n",
     "daemon/core/aufait-other.h": HEADER},
    # A file and its parts.
    {"daemon/core/aufait-a.h": HEADER, "daemon/core/aufait-a-b.h": HEADER + '#include "aufait-a.h"\n',
     "daemon/core/aufait-a.c": SOURCE + '#include "aufait-a-b.h"\n'},
]

# what the fault says -> a tree that has it
INVALID = [
    ("core may not include", {
        "daemon/store/aufait-memory.h": HEADER,
        "daemon/core/aufait-day.c": SOURCE + '#include "aufait-memory.h"\n'}),
    ("client may not include", {
        "daemon/core/aufait-day.h": HEADER,
        "client/main.c": SOURCE + '#include "aufait-day.h"\n'}),
    ("core may not include", {
        "daemon/store/aufait-memory.h": HEADER,
        "tests/core/test-day.c": SOURCE + '#include "aufait-memory.h"\n'}),
    ("include cycle: aufait-a -> aufait-b", {
        "daemon/core/aufait-a.h": HEADER + '#include "aufait-b.h"\n',
        "daemon/core/aufait-b.h": HEADER + '#include "aufait-a.h"\n'}),
    ("include cycle: aufait-a -> aufait-b", {
        "daemon/core/aufait-a.h": HEADER, "daemon/core/aufait-b.h": HEADER,
        "daemon/core/aufait-a.c": SOURCE + '#include "aufait-b.h"\n',
        "daemon/core/aufait-b.c": SOURCE + '#include "aufait-a.h"\n'}),
    ("500 at most", {"daemon/core/aufait-a.c": SOURCE + "\n" * 500}),
    ("60 at most", {"daemon/core/aufait-a.c": SOURCE + function("read_word", 58, "static void")}),
    ("aufait_b_get does not begin like its file", {
        "daemon/core/aufait-a.c": SOURCE + function("aufait_b_get")}),
    ("helper does not begin like its file", {
        "daemon/core/aufait-a.c": SOURCE + function("helper")}),
    ("aufait_b_get does not begin like its file", {
        "daemon/core/aufait-a.h": HEADER + "char *aufait_b_get (void);\n"}),
    ("AufaitB does not begin like its file", {
        "daemon/core/aufait-a.h": HEADER + "typedef struct {\n  int id;\n} AufaitB;\n"}),
    ("AufaitB does not begin like its file", {
        "daemon/core/aufait-a.h": HEADER + "typedef struct _AufaitB AufaitB;\n"}),
    ("aufait_api_go does not begin like its file", {
        "daemon/server/aufait-api.h": HEADER + "void aufait_api_stop (void);\n",
        "daemon/server/aufait-api-notes.c": SOURCE + function("aufait_api_go")}),
    ("AUFAIT_B does not begin like its file", {"daemon/core/aufait-a.h": HEADER + "#define AUFAIT_B 1\n"}),
    ("has the same name as", {"daemon/core/aufait-a.h": HEADER, "daemon/store/aufait-a.h": HEADER}),
    ("only the clock", {"daemon/core/aufait-a.c": SOURCE + "gint64 x = g_get_real_time ();\n"}),
    ("only the clock", {"daemon/core/aufait-a.c": SOURCE + "long x = time (NULL);\n"}),
    ("only the clock", {
        "daemon/core/aufait-a.c": SOURCE + "GDateTime *x = g_date_time_new_now_local ();\n"}),
    ("SQL that reads the clock", {
        "daemon/store/aufait-a.c": SOURCE + "const char *x = \"SELECT date('now')\";\n"}),
    ("SQL that reads the clock", {
        "daemon/store/schema/001.sql": "-- " + check_source.SPDX + "\nSELECT current_timestamp;\n"}),
    ("SQLite is opened", {"daemon/store/aufait-memory.c": SOURCE + "#include <sqlite3.h>\n"}),
    ("libnotify blocks", {"daemon/notify/aufait-log.c": SOURCE + "#include <libnotify/notify.h>\n"}),
    ("goto", {"daemon/core/aufait-a.c": SOURCE + "static void a (void) { goto out; }\n"}),
    ("it leaks", {
        "tests/core/test-a.c": SOURCE + "int x = G_TEST_OPTION_ISOLATE_DIRS;\n"}),
    ("extern in a .c", {"daemon/core/aufait-a.c": SOURCE + "extern int x;\n"}),
    ("#pragma once is missing", {"daemon/core/aufait-a.h": LICENCE}),
    ("the first include", {"daemon/core/aufait-a.c": LICENCE + '#include "aufait-a.h"\n'}),
    ("licence line", {"daemon/core/aufait-a.h": "#pragma once\n"}),
    ("licence line", {"tests/run": "#!/bin/sh\n"}),
    ("a tab", {"daemon/core/aufait-a.c": SOURCE + "\tint x;\n"}),
    ("unfinished", {"daemon/core/aufait-a.c": SOURCE + "/* TO" "DO: this */\n"}),
]


def faults_of(tmp_path, tree):
    for path, text in tree.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return check_source.check_tree(str(tmp_path))[1]


@pytest.mark.parametrize("row", range(len(VALID)))
def test_accepts(tmp_path, row):
    assert faults_of(tmp_path, VALID[row]) == []


@pytest.mark.parametrize("row", range(len(INVALID)))
def test_finds(tmp_path, row):
    what, tree = INVALID[row]
    faults = faults_of(tmp_path, tree)
    assert len(faults) >= 1
    assert all(what in fault for fault in faults), faults
