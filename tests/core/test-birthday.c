/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-birthday.h"

static const struct {
  const char *text;
  const char *day_first;   /* NULL: none is read */
  const char *month_first; /* the same */
} rows[] = {
  { "1990-07-14", "1990-07-14", "1990-07-14" },
  { " --07-14 ", "--07-14", "--07-14" },
  { "--02-29", "--02-29", "--02-29" },
  { "1984-02-29", "1984-02-29", "1984-02-29" },
  { "14/07/1990", "1990-07-14", "1990-07-14" },
  { "14/7/1990", "1990-07-14", "1990-07-14" },
  { "14.07.1990", "1990-07-14", "1990-07-14" },
  { "14-07-1990", "1990-07-14", "1990-07-14" },
  { "03/05/1990", "1990-05-03", "1990-03-05" },
  { "14/07/90", "1990-07-14", "1990-07-14" },
  { "14/07/26", "2026-07-14", "2026-07-14" },
  { "14/07", "--07-14", "--07-14" },
  { "3/5", "--05-03", "--03-05" },
  { "29/02", "--02-29", "--02-29" },
  { "29 février", "--02-29", "--02-29" },
  { "29 February 1984", "1984-02-29", "1984-02-29" },
  { "14 juillet 1990", "1990-07-14", "1990-07-14" },
  { "le 14 juillet 1990", "1990-07-14", "1990-07-14" },
  { "1er mai", "--05-01", "--05-01" },
  { "3 May", "--05-03", "--05-03" },
  { "May 3", "--05-03", "--05-03" },
  { "3rd of May", "--05-03", "--05-03" },
  { "July 14, 1990", "1990-07-14", "1990-07-14" },
  { "14 July 1990", "1990-07-14", "1990-07-14" },
  { "tomorrow", "--11-27", "--11-27" },
  { "in 3 days", "--11-29", "--11-29" },
  { "demain", "--11-27", "--11-27" },
  { "", NULL, NULL },
  { "1990", NULL, NULL },
  { "May", NULL, NULL },
  { "mai 1990", NULL, NULL },
  { "31/02", NULL, NULL },
  { "30 February", NULL, NULL },
  { "14/13/1990", NULL, NULL },
  { "14 July 2090", NULL, NULL },
  { "14 July 1490", NULL, NULL },
  { "10 to 12 May", NULL, NULL },
  { "14 July 1990 or so", NULL, NULL },
  { "next week", NULL, NULL },
  { "3 May at 18:00", NULL, NULL },
  { "every Friday", NULL, NULL },
  { "2090-07-14", NULL, NULL },
  { "14-07", NULL, NULL },
  { "\xff", NULL, NULL },
};

static void
test_reads_as_people_write (void)
{
  AufaitDay today = aufait_day_new (2026, 11, 26);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *day_first = aufait_birthday_read (rows[i].text, today, FALSE);
    g_autofree char *month_first = aufait_birthday_read (rows[i].text, today, TRUE);

    g_test_message ("%u: %s", i, i + 1 < G_N_ELEMENTS (rows) ? rows[i].text : "");
    if (g_strcmp0 (day_first, rows[i].day_first) || g_strcmp0 (month_first, rows[i].month_first)) {
      g_test_message ("read: %s, %s", day_first, month_first);
      g_test_fail ();
    }
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/birthday/reads-as-people-write", test_reads_as_people_write);
  return g_test_run ();
}
