/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-vcard-labels.h"

#include "aufait-vcard-relation.h"

typedef struct {
  char *group;
  char *value;
  AufaitVcardLabelsVisit visit;
} Labelled;

struct _AufaitVcardLabels {
  GHashTable *labels; /* by their group; NULL: none, as in most cards */
  GArray *values;     /* Labelled; the same */
};

static void
clear_labelled (gpointer data)
{
  Labelled *labelled = data;

  g_free (labelled->group);
  g_free (labelled->value);
}

AufaitVcardLabels *
aufait_vcard_labels_new (void)
{
  return g_new0 (AufaitVcardLabels, 1);
}

void
aufait_vcard_labels_free (AufaitVcardLabels *labels)
{
  if (labels == NULL)
    return;

  g_clear_pointer (&labels->labels, g_hash_table_unref);
  g_clear_pointer (&labels->values, g_array_unref);
  g_free (labels);
}

void
aufait_vcard_labels_add_label (AufaitVcardLabels *labels,
                               AufaitVcardSpan group,
                               AufaitVcardSpan label)
{
  if (group.length == 0)
    return;
  if (labels->labels == NULL)
    labels->labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_insert (labels->labels, g_ascii_strdown (group.text, (gssize) group.length),
                       aufait_vcard_relation_read_label (label));
}

void
aufait_vcard_labels_add_value (AufaitVcardLabels *labels,
                               AufaitVcardSpan group,
                               const char *value,
                               AufaitVcardLabelsVisit visit)
{
  Labelled labelled = { g_ascii_strdown (group.text, (gssize) group.length), g_strdup (value),
                        visit };

  if (labels->values == NULL) {
    labels->values = g_array_new (FALSE, FALSE, sizeof (Labelled));
    g_array_set_clear_func (labels->values, clear_labelled);
  }
  g_array_append_val (labels->values, labelled);
}

void
aufait_vcard_labels_visit (AufaitVcardLabels *labels, gpointer user_data)
{
  for (guint i = 0; labels->values != NULL && i < labels->values->len; i++) {
    const Labelled *labelled = &g_array_index (labels->values, Labelled, i);
    const char *label =
        labels->labels != NULL ? g_hash_table_lookup (labels->labels, labelled->group) : NULL;

    labelled->visit (label != NULL ? label : "", labelled->value, user_data);
  }
  g_clear_pointer (&labels->values, g_array_unref);
  g_clear_pointer (&labels->labels, g_hash_table_unref);
}
