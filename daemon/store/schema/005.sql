-- SPDX-License-Identifier: GPL-3.0-or-later
-- A note is on disk sooner when what can be made from it later is made later: the search index and
-- the tally of the notes go as far as "indexed", the id of a note; those behind it wait.

INSERT INTO tally (what, n) SELECT 'indexed', ifnull (max (id), 0) FROM note;

DROP TRIGGER note_inserted;
DROP TRIGGER note_deleted;

CREATE TRIGGER note_inserted AFTER INSERT ON note
WHEN new.id <= (SELECT n FROM tally WHERE what = 'indexed') BEGIN
  UPDATE tally SET n = n + 1 WHERE what = 'note';
END;

CREATE TRIGGER note_deleted AFTER DELETE ON note
WHEN old.id <= (SELECT n FROM tally WHERE what = 'indexed') BEGIN
  UPDATE tally SET n = n - 1 WHERE what = 'note';
END;

-- The index is of the notes that are in it: what is on disk agrees at any time.
CREATE VIEW note_indexed AS
SELECT id, text FROM note WHERE id <= (SELECT n FROM tally WHERE what = 'indexed');

DROP TABLE note_text;

CREATE VIRTUAL TABLE note_text USING fts5 (
  text,
  content = 'note_indexed',
  content_rowid = 'id',
  tokenize = 'unicode61 remove_diacritics 2',
  prefix = '1 2 3',
  columnsize = 0
);

INSERT INTO note_text (note_text) VALUES ('rebuild');
