-- SPDX-License-Identifier: GPL-3.0-or-later
-- Those who were made one with somebody because the user said so, as they were, and what was theirs:
-- it goes back to them when they are told apart. What both had is shared and stays with either; what
-- was given is what the other one did not have. Who had become one with somebody before came along
-- with that one (via), and goes back along with them.

CREATE TABLE former_person (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
  via INTEGER,
  name TEXT NOT NULL CHECK (name <> ''),
  birthday TEXT,
  circle TEXT,
  cadence_days INTEGER NOT NULL,
  is_private INTEGER NOT NULL,
  is_of_cards INTEGER NOT NULL,
  is_never INTEGER NOT NULL,
  hours TEXT,
  cadence_on INTEGER NOT NULL,
  is_silent INTEGER NOT NULL,
  gave_birthday INTEGER NOT NULL CHECK (gave_birthday IN (0, 1)),
  gave_circle INTEGER NOT NULL CHECK (gave_circle IN (0, 1))
) STRICT;

CREATE INDEX former_person_by_person ON former_person (person_id);

CREATE TABLE former_detail (
  former_id INTEGER NOT NULL REFERENCES former_person ON DELETE CASCADE,
  what TEXT NOT NULL,
  position INTEGER NOT NULL,
  value TEXT NOT NULL,
  is_shared INTEGER NOT NULL CHECK (is_shared IN (0, 1)),
  PRIMARY KEY (former_id, what, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE former_note (
  former_id INTEGER NOT NULL REFERENCES former_person ON DELETE CASCADE,
  note_id INTEGER NOT NULL REFERENCES note ON DELETE CASCADE,
  position INTEGER NOT NULL,
  is_shared INTEGER NOT NULL CHECK (is_shared IN (0, 1)),
  PRIMARY KEY (former_id, note_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX former_note_by_note ON former_note (note_id);

CREATE TABLE former_contact (
  former_id INTEGER NOT NULL REFERENCES former_person ON DELETE CASCADE,
  contact_id INTEGER NOT NULL REFERENCES contact ON DELETE CASCADE,
  position INTEGER NOT NULL,
  is_shared INTEGER NOT NULL CHECK (is_shared IN (0, 1)),
  PRIMARY KEY (former_id, contact_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX former_contact_by_contact ON former_contact (contact_id);

CREATE TABLE former_card (
  former_id INTEGER NOT NULL REFERENCES former_person ON DELETE CASCADE,
  card TEXT NOT NULL,
  PRIMARY KEY (former_id, card)
) STRICT, WITHOUT ROWID;
