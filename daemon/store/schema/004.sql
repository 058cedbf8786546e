-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whom to speak to, and when.

-- cadence_days is a person's own; where is_never is set they are not asked after at all. hours: when
-- they may be called, as "18:00-21:00"; NULL: as the user's own. cadence_on: the day on which circle
-- or cadence was set, from which first dates are spread.
ALTER TABLE person ADD COLUMN is_never INTEGER NOT NULL DEFAULT 0 CHECK (is_never IN (0, 1));
ALTER TABLE person ADD COLUMN hours TEXT;
ALTER TABLE person ADD COLUMN cadence_on INTEGER NOT NULL DEFAULT 0;

-- Who began it.
ALTER TABLE contact ADD COLUMN is_from_them INTEGER NOT NULL DEFAULT 0
  CHECK (is_from_them IN (0, 1));

-- A promise for the next time that one sees the person.
ALTER TABLE promise ADD COLUMN is_next_time INTEGER NOT NULL DEFAULT 0
  CHECK (is_next_time IN (0, 1));

-- The words that what someone likes is found by.
CREATE TABLE interest_key (
  key TEXT NOT NULL,
  note_id INTEGER NOT NULL REFERENCES note ON DELETE CASCADE,
  PRIMARY KEY (key, note_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX interest_key_by_note ON interest_key (note_id);

-- What dropping nudges has taught is told by the nudges themselves; but for those up to this id,
-- which were untaught. kind: '' is every kind.
CREATE TABLE untaught (
  person_id INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
  kind TEXT NOT NULL,
  nudge_id INTEGER NOT NULL,
  PRIMARY KEY (person_id, kind)
) STRICT, WITHOUT ROWID;

-- Who was passed over when circles were given out, and on which day.
CREATE TABLE passed_over (
  person_id INTEGER PRIMARY KEY REFERENCES person ON DELETE CASCADE,
  on_day INTEGER NOT NULL
) STRICT;

CREATE INDEX nudge_dropped ON nudge (person_id, kind) WHERE state = 'dropped';
CREATE INDEX nudge_by_showing ON nudge (last_shown_at) WHERE last_shown_at > 0;
