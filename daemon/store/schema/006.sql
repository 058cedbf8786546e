-- SPDX-License-Identifier: GPL-3.0-or-later
-- Fewer pages to write with each note: an index is kept only where somebody asks for it often.

-- Asked once a start, and then of all notes at once: no note was read by an older reader of sentences
-- than "reader".
DROP INDEX note_by_sentence_version;

INSERT INTO tally (what, n) SELECT 'reader', ifnull (min (sentence_version), 2147483647) FROM note;

CREATE TRIGGER note_inserted_unread AFTER INSERT ON note
WHEN new.sentence_version < (SELECT n FROM tally WHERE what = 'reader') BEGIN
  UPDATE tally SET n = new.sentence_version WHERE what = 'reader';
END;

-- Of the kinds, only losses are asked for.
DROP INDEX moment_by_kind;

CREATE INDEX moment_of_loss ON moment (last_day) WHERE kind = 'loss';
