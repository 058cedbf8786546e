/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the agenda tells that many wait. */
#include "config.h"

#include "aufait-agenda-private.h"
#include "aufait-digest-store.h"
#include "aufait-person-store.h"
#include "aufait-wording-digest.h"

/* The first who may be named to whoever looks at the screen. */
static GPtrArray *
list_names (AufaitAgenda *self, const GPtrArray *people)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < people->len && names->len < AUFAIT_WORDING_DIGEST_NAMES_MAX; i++) {
    const AufaitRef *ref = people->pdata[i];
    g_autoptr (AufaitPerson) person = aufait_person_store_get (self->memory, ref->id, NULL);

    if (person != NULL && !person->is_private)
      g_ptr_array_add (names, g_strdup (person->name));
  }
  return names;
}

void
aufait_agenda_tell_digest (AufaitAgenda *self, const GPtrArray *people, GDateTime *now)
{
  g_autoptr (GPtrArray) names = NULL;
  g_autofree char *title = NULL;
  g_autofree char *body = NULL;
  g_autoptr (GError) error = NULL;

  names = list_names (self, people);
  title = aufait_wording_digest_dup_title (people->len);
  body = aufait_wording_digest_dup_body (names, people->len);
  if (!aufait_agenda_emit_digest (self, people->len, title, body))
    return;
  /* It waits until there is a place. */
  aufait_agenda_make_room (self, AUFAIT_DISPLAY_DIGEST);
  aufait_display_put_digest (self->display);
  self->digest_on = aufait_day_from_date_time (now);
  if (!aufait_digest_store_set (self->memory, self->digest_on, &error))
    g_warning ("Cannot remember that it was told who waits: %s", error->message);
}
