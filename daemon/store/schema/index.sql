-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was read from address books and calendars. All of it can be read again, so there are no
-- migrations: AUFAIT_INDEX_VERSION counts, and an index of another version is made anew.

-- boot: the run of the machine that wrote last without waiting for the disk; empty: all is on disk.
-- closing: no more than something to write before that is said.
CREATE TABLE state (what TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- What a file was read for: days, zone, version. A file that was read for another is read again.
CREATE TABLE basis (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;

-- A folder that is watched, or a single file; and what its files are together. print: the exclusive
-- or of those of its files.
CREATE TABLE folder (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  n_files INTEGER NOT NULL DEFAULT 0,
  n_cards INTEGER NOT NULL DEFAULT 0, -- files of cards: the others are calendars
  n_items INTEGER NOT NULL DEFAULT 0,
  n_problems INTEGER NOT NULL DEFAULT 0,
  print INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Names are bytes, as file systems have them. What belongs to a file has an id that begins with the
-- file's: id >> 24 is the file. print: aufait-indexed-file.h.
CREATE TABLE file (
  folder_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  id INTEGER NOT NULL UNIQUE,
  device INTEGER NOT NULL,
  inode INTEGER NOT NULL,
  mtime INTEGER NOT NULL,
  size INTEGER NOT NULL,
  state INTEGER NOT NULL,
  basis_id INTEGER NOT NULL,
  n_items INTEGER NOT NULL,
  n_problems INTEGER NOT NULL,
  print INTEGER NOT NULL,
  PRIMARY KEY (folder_id, name)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER file_inserted AFTER INSERT ON file BEGIN
  UPDATE folder SET n_files = n_files + 1, n_cards = n_cards + (new.name LIKE '%.vcf'),
    n_items = n_items + new.n_items, n_problems = n_problems + new.n_problems,
    print = (print | new.print) - (print & new.print)
    WHERE id = new.folder_id;
END;

CREATE TRIGGER file_deleted AFTER DELETE ON file BEGIN
  UPDATE folder SET n_files = n_files - 1, n_cards = n_cards - (old.name LIKE '%.vcf'),
    n_items = n_items - old.n_items, n_problems = n_problems - old.n_problems,
    print = (print | old.print) - (print & old.print)
    WHERE id = old.folder_id;
END;

CREATE TABLE problem (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;

-- Lists are lines; the fields of a line are parted by U+001F.
CREATE TABLE card (
  id INTEGER PRIMARY KEY,
  uid TEXT,
  name TEXT NOT NULL,
  nicknames TEXT NOT NULL,
  emails TEXT NOT NULL,
  phones TEXT NOT NULL,
  places TEXT NOT NULL,
  birthday TEXT,
  anniversary TEXT,
  language TEXT,
  timezone TEXT,
  is_dead INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  relations TEXT NOT NULL
) STRICT;
CREATE INDEX card_by_uid ON card (uid) WHERE uid IS NOT NULL;
CREATE INDEX card_by_birthday ON card (substr (birthday, -5)) WHERE birthday IS NOT NULL;
CREATE INDEX card_by_anniversary ON card (substr (anniversary, -5)) WHERE anniversary IS NOT NULL;

CREATE INDEX card_of_the_dead ON card (id) WHERE is_dead;
CREATE INDEX card_of_nobody ON card (id) WHERE kind <> 0; -- of companies and groups

CREATE TABLE photo (card_id INTEGER PRIMARY KEY, picture BLOB NOT NULL) STRICT;

-- What the occurrences of one event have in common; times: pairs of 64 bits, begin and end.
CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  uid TEXT,
  summary TEXT,
  location TEXT,
  description TEXT,
  flags INTEGER NOT NULL,
  attendees TEXT NOT NULL,
  times BLOB NOT NULL
) STRICT;

CREATE TABLE attendee (
  email TEXT NOT NULL,
  event_id INTEGER NOT NULL,
  PRIMARY KEY (email, event_id)
) STRICT, WITHOUT ROWID;

-- Ends in Unix seconds, or in days for what is all-day. The place is where it begins, behind all
-- places of the class before; the class says which, and how long it is at most: so that those that
-- reach into a day are found without looking at all before it.
CREATE TABLE occurrence (
  place INTEGER NOT NULL,
  event_id INTEGER NOT NULL,
  ends INTEGER NOT NULL,
  PRIMARY KEY (place, event_id, ends)
) STRICT, WITHOUT ROWID;

-- Whose a card is, and whom an event is about: ids of people in the memory. Found out once a file
-- was read, and kept until it is read again; a link outlives its card, with what the card said.
CREATE TABLE card_person (
  card_id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  nicknames TEXT NOT NULL,
  emails TEXT NOT NULL
) STRICT;
CREATE INDEX card_person_by_person ON card_person (person_id);

CREATE TABLE event_person (
  person_id INTEGER NOT NULL,
  event_id INTEGER NOT NULL,
  PRIMARY KEY (person_id, event_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_person_by_event ON event_person (event_id);

-- Which words, and addresses, an event names people by, as numbers (aufait-event-words.h): where one
-- is called otherwise than before, those alone are linked anew. An event that was linked has a row
-- in event_words, with all of its words: 32 bits each.
CREATE TABLE event_words (event_id INTEGER PRIMARY KEY, words BLOB NOT NULL) STRICT;

CREATE TABLE mention (
  word INTEGER NOT NULL,
  event_id INTEGER NOT NULL,
  PRIMARY KEY (word, event_id)
) STRICT, WITHOUT ROWID;

-- What everyone is called, in the memory and on their cards; and who has which word in a name or which
-- address, as numbers: event_words. state: names: which state of the memory they are all kept of;
-- none: some may be missing, or called otherwise.
CREATE TABLE name (
  person_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  nicknames TEXT NOT NULL,
  emails TEXT NOT NULL,
  words BLOB NOT NULL
) STRICT;

CREATE TABLE name_word (
  word INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  PRIMARY KEY (word, person_id)
) STRICT, WITHOUT ROWID;

-- How strong the relation with someone is, and its rhythm: of contacts that were logged and events
-- that are over by the day "as_of". state: AufaitTieState. Days on which there is something to say.
CREATE TABLE tie (
  person_id INTEGER PRIMARY KEY,
  as_of INTEGER NOT NULL,
  strength REAL NOT NULL,
  state BLOB NOT NULL,
  checkin_on INTEGER,
  drift_on INTEGER
) STRICT;
CREATE INDEX tie_by_checkin ON tie (checkin_on) WHERE checkin_on IS NOT NULL;
CREATE INDEX tie_by_drift ON tie (drift_on) WHERE drift_on IS NOT NULL;

-- Those whose tie is not true any more, as events are about others than before.
CREATE TABLE tie_stale (person_id INTEGER PRIMARY KEY) STRICT;

CREATE TRIGGER event_person_inserted AFTER INSERT ON event_person BEGIN
  INSERT OR IGNORE INTO tie_stale (person_id) VALUES (new.person_id);
END;

CREATE TRIGGER event_person_deleted AFTER DELETE ON event_person BEGIN
  INSERT OR IGNORE INTO tie_stale (person_id) VALUES (old.person_id);
END;
