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
