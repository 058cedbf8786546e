-- SPDX-License-Identifier: GPL-3.0-or-later
-- When a note was written, in Unix seconds; 0: not known. What was noted on the morning of a meeting
-- is none of its news.

ALTER TABLE note ADD COLUMN noted_at INTEGER NOT NULL DEFAULT 0;
