/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Handler: when someone may be called. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "aufait-api-private.h"
#include "aufait-hours.h"
#include "aufait-person-store.h"

/* As they are kept, "18:00-21:00", however they were written. */
static char *
format_hours (AufaitHours hours)
{
  /* What ends at midnight ends with its day. */
  int until = hours.until_secs == 0 ? 24 * 3600 : hours.until_secs;

  return g_strdup_printf ("%02d:%02d-%02d:%02d", hours.from_secs / 3600, hours.from_secs / 60 % 60,
                          until / 3600, until / 60 % 60);
}

/* FALSE when an error was replied. @ret_hours: NULL: at any time. */
static gboolean
read_hours (AufaitVarlinkCall *call, const char *text, char **ret_hours)
{
  AufaitHours hours;

  if (text == NULL) {
    *ret_hours = NULL;
    return TRUE;
  }
  if (!aufait_hours_parse (text, &hours)) {
    aufait_api_reply_invalid (call, "hours", text,
                              _ ("These are no hours: write them as 18:00-21:00"));
    return FALSE;
  }
  *ret_hours = format_hours (hours);
  return TRUE;
}

static char *
word_change (const AufaitRef *person, const char *hours)
{
  if (hours == NULL)
    /* Translators: the name of a person; it is said what was done, or taken back. */
    return g_strdup_printf (_ ("hours of %s: any"), person->name);
  /* Translators: the name of a person, and two times: "18:00-21:00". */
  return g_strdup_printf (_ ("hours of %s: %s"), person->name, hours);
}

static gboolean
keep_hours (AufaitApi *api, const char *what, gint64 id, const char *hours, GError **error)
{
  if (!aufait_memory_begin (api->memory, what, error))
    return FALSE;
  return aufait_api_end_command (api, aufait_person_store_set_hours (api->memory, id, hours, error),
                                 error);
}

void
aufait_api_handle_set_hours (AufaitVarlinkCall *call, const void *in, gpointer user_data)
{
  AufaitApi *api = user_data;
  const AufaitApiSetHours *parameters = in;
  g_autoptr (AufaitRef) person = NULL;
  g_autofree char *hours = NULL;
  g_autofree char *what = NULL;
  g_autoptr (GError) error = NULL;

  if (!read_hours (call, parameters->hours, &hours))
    return;
  person = aufait_api_resolve (api, call, parameters->who);
  if (person == NULL)
    return;
  what = word_change (person, hours);
  if (!keep_hours (api, what, person->id, hours, &error)) {
    aufait_api_reply_memory_error (call, error);
    return;
  }
  aufait_agenda_refresh (api->agenda);
  aufait_api_tell_changed (api, what);
  aufait_api_reply_person (api, call, person->id);
}
