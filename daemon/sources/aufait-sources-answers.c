/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is read, and what is wrong with it. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "aufait-index-file-store.h"
#include "aufait-sources-private.h"
#include "aufait-text.h"

#define SHOWN_CHARS 60

/* --- what is read -------------------------------------------------------------------------- */

void
aufait_sources_place_free (AufaitSourcesPlace *place)
{
  if (place == NULL)
    return;
  g_free (place->path);
  g_free (place->name);
  g_free (place->kind);
  g_free (place);
}

static const char *
name_kind (const AufaitIndexFileStoreCounts *counts, AufaitJobKind kind)
{
  if (counts->has_cards != counts->has_calendars)
    kind = counts->has_cards ? AUFAIT_JOB_CARDS : AUFAIT_JOB_CALENDAR;
  return kind == AUFAIT_JOB_CARDS ? "cards" : "calendar";
}

GPtrArray *
aufait_sources_list (AufaitSources *sources)
{
  GPtrArray *places = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_sources_place_free);

  for (guint i = 0; i < sources->sources->len; i++) {
    AufaitSource *source = sources->sources->pdata[i];
    const AufaitIndexFileStoreCounts *counts = aufait_source_get_counts (source);
    AufaitSourcesPlace *place = g_new0 (AufaitSourcesPlace, 1);

    place->path = g_filename_display_name (aufait_source_get_path (source));
    place->name = g_filename_display_name (aufait_source_get_name (source));
    place->kind = g_strdup (name_kind (counts, aufait_source_get_kind (source)));
    place->n_items = counts->n_items;
    place->n_others = counts->n_others;
    place->n_problems = counts->n_problems + (aufait_source_get_problem (source) != NULL);
    g_ptr_array_add (places, place);
  }
  return places;
}

GPtrArray *
aufait_sources_list_looked (AufaitSources *sources)
{
  GPtrArray *looked = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < sources->looked->len; i++)
    g_ptr_array_add (looked, g_filename_display_name (sources->looked->pdata[i]));
  return looked;
}

/* --- what is wrong ------------------------------------------------------------------------- */

void
aufait_sources_problem_free (AufaitSourcesProblem *problem)
{
  if (problem == NULL)
    return;
  g_free (problem->file);
  g_free (problem->what);
  g_free (problem);
}

static void
add_problem (GPtrArray *problems, const char *file, const char *what)
{
  AufaitSourcesProblem *problem = NULL;
  g_autofree char *name = g_filename_display_name (file);

  if (what == NULL)
    return;
  problem = g_new0 (AufaitSourcesProblem, 1);
  problem->file = aufait_text_clean (name, 1000);
  problem->what = g_strdup (what);
  g_ptr_array_add (problems, problem);
}

static void
add_missing (AufaitSources *sources, GPtrArray *problems)
{
  for (guint i = 0; i < sources->missing->len; i++) {
    g_autofree char *path = aufait_text_clean (sources->missing->pdata[i], SHOWN_CHARS);
    g_autofree char *what =
        g_strdup_printf (_ ("“%s” leads to no folder and no .vcf or .ics file."), path);

    add_problem (problems, AUFAIT_SETTINGS_NAME, what);
  }
}

/* While they are looked for a folder may still come. */
static void
add_strays (AufaitSources *sources, GPtrArray *problems)
{
  if (!aufait_sources_is_settled (sources))
    return;
  for (guint i = 0; i < sources->strays->len; i++) {
    g_autofree char *name = aufait_text_clean (sources->strays->pdata[i], SHOWN_CHARS);
    g_autofree char *what = g_strdup_printf (
        _ ("No calendar is called “%s”: “aufait sources” shows their folders."), name);

    add_problem (problems, AUFAIT_SETTINGS_NAME, what);
  }
}

GPtrArray *
aufait_sources_list_problems (AufaitSources *sources, guint max)
{
  GPtrArray *problems =
      g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_sources_problem_free);
  g_autoptr (GPtrArray) files = aufait_index_file_store_list_problems (sources->index, max, NULL);

  add_problem (problems, "aufait-reader", aufait_reader_pool_get_problem (sources->pool));
  add_problem (problems, "index.db", sources->problem);
  for (guint i = 0; i < sources->sources->len; i++)
    add_problem (problems, aufait_source_get_path (sources->sources->pdata[i]),
                 aufait_source_get_problem (sources->sources->pdata[i]));
  add_missing (sources, problems);
  add_strays (sources, problems);
  for (guint i = 0; files != NULL && i < files->len; i++) {
    const AufaitIndexFileStoreProblem *problem = files->pdata[i];

    add_problem (problems, problem->path, problem->text);
  }
  if (problems->len > max)
    g_ptr_array_set_size (problems, (int) max);
  return problems;
}
