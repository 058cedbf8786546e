/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-event-lines.h"

#include <glib/gi18n-lib.h>

#include "aufait-date-words.h"
#include "aufait-fields.h"
#include "aufait-plain.h"

#define GAP 2
/* The words keep this much room behind the time, or begin a line of their own. */
#define WORDS_MIN 24
#define INDENT    4

typedef struct {
  JsonObject *event; /* borrowed */
  guint32 day;       /* it is shown under this one */
  char *time;
  char *details;
} Line;

static void
free_line (Line *line)
{
  g_free (line->time);
  g_free (line->details);
  g_free (line);
}

/* --- words --------------------------------------------------------------------------------- */

/* The time of day of an instant, "12:30"; "" when @instant is none. */
static char *
dup_clock (const char *instant)
{
  return instant != NULL && strnlen (instant, 16) == 16 ? g_strndup (instant + 11, 5)
                                                        : g_strdup ("");
}

/* What ends within the night is of one day. */
static char *
word_span (const char *start, const char *end, guint32 last, guint32 now)
{
  g_autofree char *from = dup_clock (start);
  g_autofree char *to = dup_clock (end);
  g_autofree char *day = NULL;

  if (g_strcmp0 (start, end) == 0 || *to == '\0')
    return g_steal_pointer (&from);
  if (last <= aufait_date_words_parse (start) + (strcmp (to, from) < 0 ? 1 : 0))
    /* Translators: two times of day: "12:30–14:00" */
    return g_strdup_printf (C_ ("time of day", "%1$s–%2$s"), from, to);
  day = aufait_date_words_short (last, now);
  /* Translators: a time of day, a day, and a time of that day: "18:00–Sunday 16:00" */
  return g_strdup_printf (C_ ("time of day", "%1$s–%2$s %3$s"), from, day, to);
}

char *
aufait_event_lines_dup_time (JsonObject *event, guint32 day, guint32 now)
{
  const char *start = aufait_fields_get_string (event, "start");
  const char *end = aufait_fields_get_string (event, "end");
  guint32 first = aufait_date_words_parse (start), last = aufait_date_words_parse (end);

  last = MAX (first, last);
  if (first == 0)
    return g_strdup ("");
  if (first < last && (first < day || aufait_fields_get_bool (event, "allDay")))
    return aufait_date_words_range (first, last, now);
  if (aufait_fields_get_bool (event, "allDay"))
    return g_strdup (C_ ("event", "all day"));
  return word_span (start, end, last, now);
}

static char *
join_people (JsonObject *event, gint64 except)
{
  g_autoptr (JsonObject) others = json_object_new ();
  JsonArray *people = json_array_new ();
  guint n = aufait_fields_get_length (event, "people");

  for (guint i = 0; i < n; i++) {
    JsonObject *person = aufait_fields_get_item (event, "people", i);

    if (person != NULL && (except == 0 || aufait_fields_get_int (person, "id") != except))
      json_array_add_object_element (people, json_object_ref (person));
  }
  json_object_set_array_member (others, "people", people);
  return aufait_fields_join_names (others, "people");
}

char *
aufait_event_lines_dup_details (JsonObject *event, gint64 except)
{
  const char *location = aufait_fields_get_string (event, "location");
  g_autofree char *people = join_people (event, except);

  if (*people == '\0')
    return g_strdup (location != NULL ? location : "");
  if (location == NULL)
    /* Translators: %s is a person, or several, who take part in an event */
    return g_strdup_printf (C_ ("event", "with %s"), people);
  /* Translators: where an event is, and who takes part: "Café de Flore, with Tom and Zoe" */
  return g_strdup_printf (C_ ("event", "%1$s, with %2$s"), location, people);
}

static const char *
get_summary (JsonObject *event)
{
  const char *summary = aufait_fields_get_string (event, "summary");

  return summary != NULL ? summary : C_ ("event", "without a title");
}

/* --- lines --------------------------------------------------------------------------------- */

static guint
measure_times (const GPtrArray *lines)
{
  guint width = 0;

  for (guint i = 0; i < lines->len; i++)
    width = MAX (width, aufait_plain_width (((Line *) lines->pdata[i])->time));
  return width;
}

/* The details behind the summary when both fit on the line, else below it. */
static void
print_words (AufaitScreen *screen, const Line *line, guint indent)
{
  guint width = aufait_screen_get_width (screen);
  const char *summary = get_summary (line->event);
  guint used = indent + aufait_plain_width (summary) + GAP + aufait_plain_width (line->details);
  g_auto (GStrv) folded = aufait_plain_fold (summary, width > 0 ? width - indent : 0);

  for (guint i = 0; folded[i] != NULL; i++) {
    if (i > 0)
      aufait_screen_print (screen, "\n%*s", (int) indent, "");
    aufait_screen_add (screen, folded[i]);
  }
  if (*line->details == '\0') {
    aufait_screen_add (screen, "\n");
  } else if (width == 0 || used <= width) {
    aufait_screen_print (screen, "%*s", GAP, "");
    aufait_screen_add_styled (screen, AUFAIT_STYLE_FAINT, line->details);
    aufait_screen_add (screen, "\n");
  } else {
    aufait_screen_add (screen, "\n");
    aufait_screen_print_folded (screen, indent, AUFAIT_STYLE_FAINT, line->details);
  }
}

static void
print_line (AufaitScreen *screen, const Line *line, guint time_width)
{
  guint width = aufait_screen_get_width (screen);
  guint indent = time_width + GAP;

  if (width > 0 && width < indent + WORDS_MIN) {
    aufait_screen_print_folded (screen, 0, AUFAIT_STYLE_STRONG, line->time);
    aufait_screen_print (screen, "%*s", INDENT, "");
    print_words (screen, line, INDENT);
    return;
  }
  aufait_screen_add_styled (screen, AUFAIT_STYLE_STRONG, line->time);
  aufait_screen_print (screen, "%*s", (int) (indent - aufait_plain_width (line->time)), "");
  print_words (screen, line, indent);
}

/* By day; what lasts all day first; else as the daemon has them. */
static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const Line *left = *(const Line *const *) a, *right = *(const Line *const *) b;
  gboolean left_all = aufait_fields_get_bool (left->event, "allDay");
  gboolean right_all = aufait_fields_get_bool (right->event, "allDay");

  if (left->day != right->day)
    return left->day < right->day ? -1 : 1;
  return (right_all ? 1 : 0) - (left_all ? 1 : 0);
}

/* The events of @reply, those from before @from on that day. */
static GPtrArray *
list_lines (JsonObject *reply, guint32 from)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) free_line);
  guint32 now = aufait_date_words_parse (aufait_fields_get_string (reply, "now"));
  guint n = aufait_fields_get_length (reply, "events");

  for (guint i = 0; i < n; i++) {
    Line *line = g_new0 (Line, 1);

    line->event = aufait_fields_get_item (reply, "events", i);
    line->day = aufait_date_words_parse (aufait_fields_get_string (line->event, "start"));
    line->day = MAX (line->day, from);
    line->time = aufait_event_lines_dup_time (line->event, line->day, now);
    line->details = aufait_event_lines_dup_details (line->event, 0);
    g_ptr_array_add (lines, line);
  }
  g_ptr_array_sort (lines, compare_lines);
  return lines;
}

/* --- days ---------------------------------------------------------------------------------- */

static void
print_day (AufaitScreen *screen, guint32 day, guint32 now)
{
  g_autofree char *words = aufait_date_words_full (day, now);
  g_autofree char *heading = aufait_plain_capitalise (words);

  aufait_screen_print_folded (screen, 0, AUFAIT_STYLE_STRONG, heading);
}

static void
print_none (AufaitScreen *screen, guint32 from, guint32 until, guint32 now)
{
  g_autofree char *range = aufait_date_words_range (from, until, now);
  /* Translators: %s is a day or a range of days: "10–20 August" */
  g_autofree char *words = g_strdup_printf (_ ("Nothing in the calendar: %s."), range);

  aufait_screen_print_folded (screen, 0, AUFAIT_STYLE_PLAIN, words);
}

/* The days that were asked for, and what is known of them. */
typedef struct {
  guint32 now, from, until;
  guint32 read_from, read_until; /* 0: not said */
} Days;

static void
read_days (JsonObject *reply, Days *ret_days)
{
  ret_days->now = aufait_date_words_parse (aufait_fields_get_string (reply, "now"));
  ret_days->from = aufait_date_words_parse (aufait_fields_get_string (reply, "from"));
  ret_days->until = aufait_date_words_parse (aufait_fields_get_string (reply, "until"));
  ret_days->read_from = aufait_date_words_parse (aufait_fields_get_string (reply, "readFrom"));
  ret_days->read_until = aufait_date_words_parse (aufait_fields_get_string (reply, "readUntil"));
}

/* Of the days that were read. */
static void
print_nothing (AufaitScreen *screen, const Days *days)
{
  guint32 from = MAX (days->from, days->read_from);
  guint32 until = days->read_until > 0 ? MIN (days->until, days->read_until) : days->until;

  if (from <= until)
    print_none (screen, from, until, days->now);
}

static void
print_limit (AufaitScreen *screen, char *words)
{
  g_autofree char *owned = words;

  aufait_screen_print_folded (screen, 0, AUFAIT_STYLE_FAINT, owned);
}

/* @has_lines: something stands above. */
static void
print_limits (AufaitScreen *screen, JsonObject *reply, const Days *days, gboolean has_lines)
{
  g_autofree char *first =
      aufait_date_words_birthday (aufait_fields_get_string (reply, "readFrom"));
  g_autofree char *last =
      aufait_date_words_birthday (aufait_fields_get_string (reply, "readUntil"));
  gboolean is_before = first != NULL && days->from < days->read_from;
  gboolean is_behind = last != NULL && days->until > days->read_until;

  if (has_lines && (is_before || is_behind))
    aufait_screen_add (screen, "\n");
  if (is_before)
    /* Translators: %s is a day with its year: "1 July 2024" */
    print_limit (screen, g_strdup_printf (_ ("Calendars are read from %s on: what was before is "
                                             "not known."),
                                          first));
  if (is_behind)
    /* Translators: %s is a day with its year: "31 July 2027" */
    print_limit (screen, g_strdup_printf (_ ("Calendars are read until %s: what comes later is "
                                             "not known."),
                                          last));
}

void
aufait_event_lines_print_days (AufaitScreen *screen, JsonObject *reply)
{
  Days days;
  g_autoptr (GPtrArray) lines = NULL;
  guint32 day = 0;
  guint width;

  read_days (reply, &days);
  lines = list_lines (reply, days.from);
  width = measure_times (lines);
  if (lines->len == 0)
    print_nothing (screen, &days);
  for (guint i = 0; i < lines->len; i++) {
    const Line *line = lines->pdata[i];

    if (i == 0 || line->day != day) {
      aufait_screen_add (screen, i > 0 ? "\n" : "");
      print_day (screen, line->day, days.now);
    }
    day = line->day;
    print_line (screen, line, width);
  }
  print_limits (screen, reply, &days, lines->len > 0);
}

static void
print_lines (AufaitScreen *screen, const GPtrArray *lines)
{
  guint width = measure_times (lines);

  for (guint i = 0; i < lines->len; i++)
    print_line (screen, lines->pdata[i], width);
}

void
aufait_event_lines_print_today (AufaitScreen *screen, JsonObject *reply)
{
  guint32 now = aufait_date_words_parse (aufait_fields_get_string (reply, "now"));
  g_autoptr (GPtrArray) lines = list_lines (reply, now);

  print_lines (screen, lines);
}

/* Whether it is not over at @instant, as the daemon writes it. */
static gboolean
lasts (JsonObject *event, const char *instant)
{
  const char *end = aufait_fields_get_string (event, "end");

  if (aufait_fields_get_bool (event, "allDay"))
    return aufait_date_words_parse (end) >= aufait_date_words_parse (instant);
  return g_strcmp0 (end, instant) > 0;
}

/* Here no heading says the day. */
static char *
word_near (const Line *line, const char *instant)
{
  guint32 now = aufait_date_words_parse (instant);
  g_autofree char *day = aufait_date_words_short (line->day, now);

  if (line->day < now && lasts (line->event, instant))
    /* Translators: of an event: it goes on today */
    return g_strdup (C_ ("event", "now"));
  if (line->day < now)
    return aufait_date_words_distance (line->day, now);
  if (aufait_fields_get_bool (line->event, "allDay"))
    return g_steal_pointer (&day);
  /* Translators: a day and a time of it, in a table: "Friday", "12:30–14:00" */
  return g_strdup_printf (C_ ("event", "%1$s, %2$s"), day, line->time);
}

void
aufait_event_lines_print_about (AufaitScreen *screen, JsonObject *reply)
{
  const char *now = aufait_fields_get_string (reply, "now");
  gint64 person = aufait_fields_get_int (aufait_fields_get_object (reply, "person"), "id");
  g_autoptr (GPtrArray) lines = list_lines (reply, 0);

  for (guint i = 0; i < lines->len; i++) {
    Line *line = lines->pdata[i];
    char *time = word_near (line, now);

    g_free (line->time);
    line->time = time;
    g_free (line->details);
    line->details = aufait_event_lines_dup_details (line->event, person);
  }
  print_lines (screen, lines);
}
