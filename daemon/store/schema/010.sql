-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is said at its instant or never is looked through with each plan: the index alone tells what
-- comes when, among all else that is due.

CREATE INDEX nudge_to_come ON nudge (kind, due_on, event_begins)
  WHERE state = 'waiting' AND event IS NOT NULL;
