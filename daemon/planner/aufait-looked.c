/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-looked.h"

#include <string.h>

#include "aufait-day.h"
#include "aufait-identity-store.h"
#include "aufait-nudge-store.h"
#include "aufait-rule.h"

/* What makes the same of the same evidence: this version with these rules, on the same day of the
 * same place, for the same memory. NULL: it cannot be told. */
static char *
describe (AufaitDirectory *directory, GDateTime *now)
{
  GString *text = g_string_new (AUFAIT_VERSION);
  gint64 stamp;

  if (!aufait_identity_store_get_stamp (aufait_directory_get_memory (directory), &stamp, NULL)) {
    g_string_free (text, TRUE);
    return NULL;
  }
  for (guint i = 0; AUFAIT_RULES[i] != NULL; i++)
    g_string_append_printf (text, " %s", AUFAIT_RULES[i]->kind);
  g_string_append_printf (text, " %d %s %" G_GINT64_FORMAT " ", aufait_day_from_date_time (now),
                          g_time_zone_get_identifier (g_date_time_get_timezone (now)), stamp);
  return g_string_free (text, FALSE);
}

/* A memory that was put back as it was before has fewer nudges. */
gboolean
aufait_looked_is_kept (AufaitDirectory *directory, GDateTime *now)
{
  AufaitIndex *index = aufait_directory_get_index (directory);
  const char *seen = index != NULL ? aufait_index_get_seen (index) : NULL;
  g_autofree char *text = seen != NULL ? describe (directory, now) : NULL;
  gint64 last_id;

  return text != NULL && g_str_has_prefix (seen, text) &&
         aufait_nudge_store_get_last_id (aufait_directory_get_memory (directory), &last_id, NULL) &&
         last_id >= g_ascii_strtoll (seen + strlen (text), NULL, 10);
}

void
aufait_looked_keep (AufaitDirectory *directory, GDateTime *now)
{
  AufaitIndex *index = aufait_directory_get_index (directory);
  g_autofree char *text = NULL;
  g_autofree char *seen = NULL;
  g_autoptr (GError) error = NULL;
  gint64 last_id;

  if (index == NULL || aufait_looked_is_kept (directory, now))
    return;
  text = describe (directory, now);
  if (text == NULL ||
      !aufait_nudge_store_get_last_id (aufait_directory_get_memory (directory), &last_id, NULL))
    return;
  seen = g_strdup_printf ("%s%" G_GINT64_FORMAT, text, last_id);
  if (!aufait_index_set_seen (index, seen, &error))
    g_info ("All is looked through again at the next start: %s", error->message);
}
