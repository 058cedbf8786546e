/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever the bytes of an address book are, its cards keep what their header promises: valid text
 * on one line, a name, days that a calendar has, and no more of anything than the limits allow. */
#include "config.h"

#include <string.h>

#include "aufait-day.h"
#include "aufait-vcard-draft.h"
#include "aufait-vcard-photo.h"
#include "aufait-vcard-report.h"
#include "aufait-vcard-value.h"
#include "aufait-vcard.h"
#include "fuzz.h"

static void
check_text (const char *text)
{
  if (text == NULL)
    return;
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (text, -1), >, 0);
  g_assert_cmpint (g_utf8_strlen (text, -1), <=, AUFAIT_VCARD_VALUE_CHARS_MAX);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    g_assert_false (g_unichar_iscntrl (g_utf8_get_char (p)));
}

static void
check_list (GStrv list, const char *sign)
{
  g_assert_nonnull (list);
  g_assert_cmpuint (g_strv_length (list), <=, AUFAIT_VCARD_DRAFT_VALUES_MAX);
  for (guint i = 0; list[i] != NULL; i++) {
    check_text (list[i]);
    g_assert_nonnull (strstr (list[i], sign));
  }
}

static void
check_date (const char *date)
{
  g_autofree char *whole = NULL;

  if (date == NULL)
    return;
  whole = g_str_has_prefix (date, "--") ? g_strconcat ("2000-", date + 2, NULL) : g_strdup (date);
  g_assert_cmpint (aufait_day_parse (whole), !=, AUFAIT_DAY_NONE);
}

static void
check_relations (GPtrArray *relations)
{
  g_assert_cmpuint (relations->len, <=, AUFAIT_VCARD_DRAFT_VALUES_MAX);
  for (guint i = 0; i < relations->len; i++) {
    const AufaitCardRelation *relation = g_ptr_array_index (relations, i);

    g_assert_nonnull (relation->type);
    check_text (relation->type);
    check_text (relation->text);
    check_text (relation->uid);
    g_assert_true ((relation->text == NULL) != (relation->uid == NULL));
  }
}

static void
check_card (const AufaitCard *card)
{
  g_assert_nonnull (card->name);
  check_text (card->name);
  check_text (card->uid);
  check_list (card->nicknames, "");
  check_list (card->emails, "@");
  check_list (card->phones, "");
  check_list (card->places, "");
  check_date (card->birthday);
  check_date (card->anniversary);
  check_text (card->language);
  check_text (card->timezone);
  g_assert_true (card->timezone == NULL || strstr (card->timezone, "..") == NULL);
  check_relations (card->relations);
  if (card->photo != NULL)
    g_assert_cmpuint (g_bytes_get_size (card->photo), <=, AUFAIT_VCARD_PHOTO_MAX);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  /* Without a NUL behind it: who reads too far is caught. */
  g_autofree char *exact = g_memdup2 (data, MAX (size, 1));
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) cards = aufait_vcard_read (exact, size, problems);

  g_assert_cmpuint (problems->len, <=, AUFAIT_VCARD_REPORT_MAX);
  for (guint i = 0; i < problems->len; i++)
    g_assert_true (g_utf8_validate (g_ptr_array_index (problems, i), -1, NULL));
  for (guint i = 0; i < cards->len; i++)
    check_card (g_ptr_array_index (cards, i));
  return 0;
}
