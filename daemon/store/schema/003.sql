-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who of theirs a moment happens to, as it was written: "cat". Notes are read again to fill it.

ALTER TABLE moment ADD COLUMN whose TEXT;
