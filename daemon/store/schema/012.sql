-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who of the people of a note has died, as it says: the place that they have in it. Notes are read
-- again to fill it.

CREATE TABLE death (
  note_id INTEGER NOT NULL REFERENCES note ON DELETE CASCADE,
  position INTEGER NOT NULL,
  PRIMARY KEY (note_id, position)
) STRICT, WITHOUT ROWID;
