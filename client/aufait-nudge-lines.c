/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-nudge-lines.h"

#include <glib/gi18n-lib.h>

#include "aufait-date-words.h"
#include "aufait-fields.h"
#include "aufait-plain.h"
#include "aufait-table.h"

static const char *const states[] = {
  NC_ ("nudge", "waiting"), NC_ ("nudge", "shown"),   NC_ ("nudge", "snoozed"),
  NC_ ("nudge", "done"),    NC_ ("nudge", "dropped"), NC_ ("nudge", "expired"),
};

const char *
aufait_nudge_lines_word_state (const char *state)
{
  for (guint i = 0; state != NULL && i < G_N_ELEMENTS (states); i++)
    if (g_str_equal (states[i], state))
      return g_dpgettext2 (GETTEXT_PACKAGE, "nudge", states[i]);
  return state != NULL ? state : "";
}

const char *
aufait_nudge_lines_get_title (JsonObject *nudge)
{
  const char *title = aufait_fields_get_string (nudge, "title");

  if (title == NULL)
    title = aufait_fields_get_string (nudge, "text");
  return title != NULL ? title : "";
}

char *
aufait_nudge_lines_quote (const char *text, const char *on, guint32 now)
{
  guint32 day = aufait_date_words_parse (on);
  g_autofree char *quoted = g_strdup_printf (_ ("“%s”"), text);
  g_autofree char *distance = NULL;

  if (day == 0)
    return g_steal_pointer (&quoted);
  distance = aufait_date_words_distance (day, now);
  /* Translators: a quoted note and its age: “plays the guitar”, 2 months ago */
  return g_strdup_printf (C_ ("evidence", "%1$s, %2$s"), quoted, distance);
}

/* When it was done may not be known: then it is the day for which it was. */
static guint32
find_day (JsonObject *nudge, AufaitNudgeLines lines)
{
  const char *done_on =
      lines == AUFAIT_NUDGE_LINES_DONE ? aufait_fields_get_string (nudge, "doneOn") : NULL;

  return aufait_date_words_parse (done_on != NULL ? done_on
                                                  : aufait_fields_get_string (nudge, "at"));
}

/* Where the hour stands in an instant (RFC 3339): 2026-07-01T14:30:00+02:00. */
#define HOUR_START 11
#define HOUR_END   16

/* The day; of what is still ahead today its hour. */
static char *
word_day (JsonObject *nudge, guint32 day, guint32 now, AufaitNudgeLines lines)
{
  const char *at = aufait_fields_get_string (nudge, "at");

  if (lines == AUFAIT_NUDGE_LINES_NEXT && day == now && strlen (at) >= HOUR_END)
    return g_strndup (at + HOUR_START, HOUR_END - HOUR_START);
  return aufait_date_words_short (day, now);
}

static void
add_nudge (AufaitTable *table, JsonObject *nudge, guint32 now, AufaitNudgeLines lines)
{
  guint32 day = find_day (nudge, lines);
  const char *text = aufait_fields_get_string (nudge, "text");
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, aufait_fields_get_int (nudge, "id"));
  g_autofree char *when = NULL;
  const char *cells[4] = { id, NULL, NULL, NULL };

  if (aufait_fields_get_bool (nudge, "nextTime"))
    /* Translators: in the place of a day: the next time that one sees someone */
    when = g_strdup (C_ ("day", "next time"));
  else if (day != 0)
    when = word_day (nudge, day, now, lines);
  cells[1] = when;
  if (lines == AUFAIT_NUDGE_LINES_STATES)
    cells[2] = aufait_nudge_lines_word_state (aufait_fields_get_string (nudge, "state"));
  cells[3] = text != NULL ? text : aufait_nudge_lines_get_title (nudge);
  aufait_table_add (table, cells);
}

void
aufait_nudge_lines_print (AufaitScreen *screen,
                          JsonObject *reply,
                          const char *name,
                          AufaitNudgeLines lines)
{
  static const AufaitStyle styles[] = { AUFAIT_STYLE_FAINT, AUFAIT_STYLE_STRONG, AUFAIT_STYLE_FAINT,
                                        AUFAIT_STYLE_PLAIN };
  guint32 now = aufait_date_words_parse (aufait_fields_get_string (reply, "now"));
  g_autoptr (AufaitTable) table = aufait_table_new (styles, G_N_ELEMENTS (styles));
  guint n = aufait_fields_get_length (reply, name);

  for (guint i = 0; i < n; i++)
    add_nudge (table, aufait_fields_get_item (reply, name, i), now, lines);
  aufait_table_print (table, screen);
}

static gboolean
is_said (JsonObject *nudge, const char *text)
{
  const char *action = aufait_fields_get_string (nudge, "action");

  return strstr (aufait_nudge_lines_get_title (nudge), text) != NULL ||
         (action != NULL && strstr (action, text) != NULL);
}

/* What a note says is quoted; of an event it is said that it stands in the calendar. NULL: nothing
 * is to be said that title and advice do not say. */
static char *
word_reason (JsonObject *nudge, JsonObject *reason, guint32 now)
{
  const char *text = aufait_fields_get_string (reason, "text");
  g_autofree char *quote = NULL;

  if (text == NULL || is_said (nudge, text))
    return NULL;
  if (aufait_fields_get_string (reason, "event") == NULL)
    return aufait_nudge_lines_quote (text, aufait_fields_get_string (reason, "on"), now);
  quote = aufait_nudge_lines_quote (text, aufait_fields_get_string (reason, "on"), now);
  /* Translators: %s is the title of an event, quoted, and how long ago: “Lunch”, 2 days ago */
  return g_strdup_printf (_ ("in the calendar: %s"), quote);
}

static void
print_reasons (AufaitScreen *screen, JsonObject *nudge, guint32 now, guint indent)
{
  guint n = aufait_fields_get_length (nudge, "why");

  for (guint i = 0; i < n; i++) {
    JsonObject *reason = aufait_fields_get_item (nudge, "why", i);
    g_autofree char *quote = word_reason (nudge, reason, now);

    if (quote == NULL)
      continue;
    aufait_screen_print_folded (screen, indent, AUFAIT_STYLE_FAINT, quote);
  }
}

/* Title in bold, action behind it when both fit on a line, else below. */
static void
print_words (AufaitScreen *screen, JsonObject *nudge, guint indent)
{
  const char *title = aufait_nudge_lines_get_title (nudge);
  const char *action = aufait_fields_get_string (nudge, "action");
  guint width = aufait_screen_get_width (screen);
  g_autofree char *stopped = action != NULL ? aufait_plain_end (title) : g_strdup (title);

  if (width > 0 && width < indent + aufait_plain_width (title) + 2) {
    aufait_screen_add (screen, "\n");
    aufait_screen_print_folded (screen, indent, AUFAIT_STYLE_STRONG, stopped);
  } else {
    aufait_screen_add_styled (screen, AUFAIT_STYLE_STRONG, stopped);
    if (action != NULL &&
        (width == 0 ||
         indent + aufait_plain_width (stopped) + 1 + aufait_plain_width (action) <= width)) {
      aufait_screen_print (screen, " %s\n", action);
      return;
    }
    aufait_screen_add (screen, "\n");
  }
  if (action != NULL)
    aufait_screen_print_folded (screen, indent, AUFAIT_STYLE_PLAIN, action);
}

/* As many as one takes in; of what has been left unanswered fewer still, so that what is of today
 * is seen. The others stand elsewhere. */
#define FULL_MAX 5
#define OLD_MAX  3

/* How many of the nudges of @name are shown on a terminal: those of today stand first. */
static guint
count_shown (JsonObject *reply, const char *name, guint32 now)
{
  guint n = aufait_fields_get_length (reply, name), n_fresh = 0;

  while (n_fresh < n && aufait_date_words_parse (aufait_fields_get_string (
                            aufait_fields_get_item (reply, name, n_fresh), "at")) >= now)
    n_fresh++;
  return MIN (n, MAX (MIN (n_fresh, FULL_MAX), OLD_MAX));
}

void
aufait_nudge_lines_print_full (AufaitScreen *screen, JsonObject *reply, const char *name)
{
  guint32 now = aufait_date_words_parse (aufait_fields_get_string (reply, "now"));
  guint n = aufait_fields_get_length (reply, name);
  guint n_shown = aufait_screen_get_width (screen) > 0 ? count_shown (reply, name, now) : n;

  for (guint i = 0; i < n_shown; i++) {
    JsonObject *nudge = aufait_fields_get_item (reply, name, i);
    g_autofree char *id =
        g_strdup_printf ("%2" G_GINT64_FORMAT "  ", aufait_fields_get_int (nudge, "id"));

    aufait_screen_add_styled (screen, AUFAIT_STYLE_FAINT, id);
    print_words (screen, nudge, (guint) strlen (id));
    print_reasons (screen, nudge, now, (guint) strlen (id));
  }
  if (n_shown < n) {
    g_autofree char *more = g_strdup_printf (
        /* Translators: how many nudges are not shown, and the command that shows them */
        ngettext ("%d more: “aufait nudges” shows it.", "%d more: “aufait nudges” shows them.",
                  (gulong) (n - n_shown)),
        (int) (n - n_shown));

    aufait_screen_print_folded (screen, 4, AUFAIT_STYLE_FAINT, more);
  }
}
