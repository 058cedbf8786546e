-- SPDX-License-Identifier: GPL-3.0-or-later
-- Address books and calendars. Their content is elsewhere; what is kept here is who of them is who,
-- as notes and nudges speak of people by id.

-- Known from cards alone: nothing was ever said of them.
ALTER TABLE person ADD COLUMN is_of_cards INTEGER NOT NULL DEFAULT 0 CHECK (is_of_cards IN (0, 1));

CREATE INDEX person_by_birthday ON person (substr (birthday, -5)) WHERE birthday IS NOT NULL;

-- Whose a card is, by its uid, or by what stands on a card without one. is_said: by the user, so
-- that nothing else decides it.
CREATE TABLE person_card (
  card TEXT PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
  is_said INTEGER NOT NULL CHECK (is_said IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE INDEX person_card_by_person ON person_card (person_id);

-- Counts every change of the above, from a number that no other memory begins with: the index knows
-- by it whether it was made for this memory as it is.
INSERT INTO tally (what, n) VALUES ('links', abs (random () >> 12));

CREATE TRIGGER person_card_inserted AFTER INSERT ON person_card BEGIN
  UPDATE tally SET n = n + 1 WHERE what = 'links';
END;

CREATE TRIGGER person_card_updated AFTER UPDATE ON person_card BEGIN
  UPDATE tally SET n = n + 1 WHERE what = 'links';
END;

CREATE TRIGGER person_card_deleted AFTER DELETE ON person_card BEGIN
  UPDATE tally SET n = n + 1 WHERE what = 'links';
END;

-- The event that a nudge comes from: its uid, and when that occurrence begins, in Unix seconds; of
-- an all-day event, midnight UTC of its first day.
ALTER TABLE nudge ADD COLUMN event TEXT;
ALTER TABLE nudge ADD COLUMN event_begins INTEGER NOT NULL DEFAULT 0;
