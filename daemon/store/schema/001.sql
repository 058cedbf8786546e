-- SPDX-License-Identifier: GPL-3.0-or-later
-- Days count from 31 December of the year 0 (AufaitDay); instants are Unix seconds; a list keeps
-- its order in "position". What a person or a note owns goes with it (CASCADE); that someone is
-- spoken of in a note keeps them from going (no action).

CREATE TABLE person (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (name <> ''),
  birthday TEXT,
  circle TEXT,
  cadence_days INTEGER NOT NULL CHECK (cadence_days >= 0),
  is_private INTEGER NOT NULL CHECK (is_private IN (0, 1))
) STRICT;

CREATE TABLE person_detail (
  person_id INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
  what TEXT NOT NULL CHECK (what IN ('nickname', 'email', 'phone', 'place')),
  position INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (person_id, what, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE note (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  on_day INTEGER NOT NULL CHECK (on_day > 0),
  text TEXT NOT NULL,
  is_impression INTEGER NOT NULL CHECK (is_impression IN (0, 1)),
  sentence_version INTEGER NOT NULL
) STRICT;

CREATE INDEX note_by_sentence_version ON note (sentence_version);

-- on_day is the note's, so that a person's newest notes are found in the index alone.
CREATE TABLE note_person (
  note_id INTEGER NOT NULL REFERENCES note ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES person,
  position INTEGER NOT NULL,
  on_day INTEGER NOT NULL,
  PRIMARY KEY (note_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX note_person_by_person ON note_person (person_id, on_day, note_id);

-- What a note's words mean: derived from them, kept to be found by day.
CREATE TABLE moment (
  note_id INTEGER NOT NULL REFERENCES note ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL,
  at_secs INTEGER,
  place TEXT,
  what TEXT,
  language TEXT,
  PRIMARY KEY (note_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX moment_by_last_day ON moment (last_day);
CREATE INDEX moment_by_kind ON moment (kind, last_day);

CREATE TABLE interest (
  note_id INTEGER NOT NULL REFERENCES note ON DELETE CASCADE,
  position INTEGER NOT NULL,
  topic TEXT NOT NULL,
  PRIMARY KEY (note_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE promise (
  note_id INTEGER NOT NULL REFERENCES note ON DELETE CASCADE,
  position INTEGER NOT NULL,
  day INTEGER,
  at_secs INTEGER,
  what TEXT NOT NULL,
  PRIMARY KEY (note_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX promise_by_day ON promise (day) WHERE day IS NOT NULL;

CREATE TABLE contact (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  on_day INTEGER NOT NULL CHECK (on_day > 0),
  how TEXT NOT NULL
) STRICT;

CREATE TABLE contact_person (
  contact_id INTEGER NOT NULL REFERENCES contact ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES person,
  position INTEGER NOT NULL,
  on_day INTEGER NOT NULL,
  PRIMARY KEY (contact_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX contact_person_by_person ON contact_person (person_id, on_day, contact_id);

-- What happened to a nudge; what it says is made anew from its evidence.
CREATE TABLE nudge (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  person_id INTEGER REFERENCES person ON DELETE CASCADE,
  note_id INTEGER REFERENCES note ON DELETE CASCADE,
  due_on INTEGER NOT NULL,
  state TEXT NOT NULL,
  snoozed_until INTEGER NOT NULL DEFAULT 0,
  times_shown INTEGER NOT NULL DEFAULT 0,
  last_shown_at INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX nudge_open ON nudge (id) WHERE state IN ('waiting', 'shown', 'snoozed');
CREATE INDEX nudge_waiting ON nudge (due_on) WHERE state = 'waiting';
CREATE INDEX nudge_answerable ON nudge (id) WHERE state IN ('shown', 'snoozed');
CREATE INDEX nudge_by_person ON nudge (person_id);
CREATE INDEX nudge_by_note ON nudge (note_id) WHERE note_id IS NOT NULL;

-- A showing counts for the budget of its day even when its nudge is gone.
CREATE TABLE showing (
  id INTEGER PRIMARY KEY,
  nudge_id INTEGER REFERENCES nudge ON DELETE SET NULL,
  shown_at INTEGER NOT NULL
) STRICT;

CREATE INDEX showing_by_instant ON showing (shown_at);
CREATE INDEX showing_by_nudge ON showing (nudge_id);

-- The last commands of the user, each with the changes that take it back.
CREATE TABLE command (
  id INTEGER PRIMARY KEY,
  what TEXT NOT NULL,
  inverse BLOB NOT NULL
) STRICT;

-- How many there are, so that nobody has to count a million rows.
CREATE TABLE tally (
  what TEXT PRIMARY KEY,
  n INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO tally (what, n) VALUES ('person', 0), ('note', 0);

CREATE TRIGGER person_inserted AFTER INSERT ON person BEGIN
  UPDATE tally SET n = n + 1 WHERE what = 'person';
END;

CREATE TRIGGER person_deleted AFTER DELETE ON person BEGIN
  UPDATE tally SET n = n - 1 WHERE what = 'person';
END;

CREATE TRIGGER note_inserted AFTER INSERT ON note BEGIN
  UPDATE tally SET n = n + 1 WHERE what = 'note';
END;

CREATE TRIGGER note_deleted AFTER DELETE ON note BEGIN
  UPDATE tally SET n = n - 1 WHERE what = 'note';
END;

-- Kept by the program, as a schema that is not trusted may not write to a virtual table. Sizes of
-- columns serve ranking alone, and nothing is ranked: the newest come first.
CREATE VIRTUAL TABLE note_text USING fts5 (
  text,
  content = 'note',
  content_rowid = 'id',
  tokenize = 'unicode61 remove_diacritics 2',
  prefix = '1 2 3',
  columnsize = 0
);
