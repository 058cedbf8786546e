-- SPDX-License-Identifier: GPL-3.0-or-later
-- About whom nothing is ever brought up: they have died, or the user wants to hear nothing.

ALTER TABLE person ADD COLUMN is_silent INTEGER NOT NULL DEFAULT 0 CHECK (is_silent IN (0, 1));

-- They are few, and asked for with each note.
CREATE INDEX person_in_peace ON person (id) WHERE is_silent;
