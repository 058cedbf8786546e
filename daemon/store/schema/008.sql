-- SPDX-License-Identifier: GPL-3.0-or-later
-- When a nudge was done, in Unix seconds; 0: it is not, or nobody wrote it down.

ALTER TABLE nudge ADD COLUMN done_at INTEGER NOT NULL DEFAULT 0;

CREATE INDEX nudge_done ON nudge (done_at) WHERE done_at > 0;
