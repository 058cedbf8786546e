/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-source.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "aufait-folder-scan.h"
#include "aufait-folder.h"
#include "aufait-vdir.h"

/* So many known files are compared in one turn of the main loop. */
#define PAGE 2000

struct _AufaitSource {
  char *path;
  char *name;
  gboolean is_file;
  AufaitJobKind kind;
  AufaitIndex *index;
  AufaitIntake *intake;
  AufaitReaderPool *pool;
  const AufaitBlindness *blindness;
  AufaitSourceLookedFunc on_looked;
  gpointer user_data;
  AufaitFolder *folder;
  AufaitIntakeFolder *intake_folder;
  GStrv bases;
  char *problem;
  AufaitIndexFileStoreCounts counts;
  gboolean is_counted;

  /* of a look */
  GCancellable *scanning;
  AufaitFolderScan *scan; /* what is there, while it is compared with what is known */
  char *last_known;
  guint page_id;
  gboolean again; /* something happened meanwhile */
  gboolean waits; /* the index is still forgetting what it knew of this path before */
};

static void begin_look (AufaitSource *source);

/* --- looking at all ------------------------------------------------------------------------- */

static void
end_look (AufaitSource *source)
{
  g_clear_pointer (&source->scan, aufait_folder_scan_free);
  if (source->again)
    begin_look (source);
  else
    source->on_looked (source->user_data);
}

static void
look_at (AufaitSource *source, const char *name)
{
  aufait_intake_look (source->intake, source->intake_folder, name);
}

/* What is gone, or another than it was. */
static void
compare (AufaitSource *source, const AufaitIndexedFile *file)
{
  const AufaitIndexedFileIdentity *found = aufait_folder_scan_meet (source->scan, file->name);
  AufaitJobKind kind = AUFAIT_JOB_CARDS;

  aufait_vdir_is_item (file->name, &kind);
  if (found == NULL ||
      !aufait_indexed_file_is_current (file, found, source->intake_folder->bases[kind]))
    look_at (source, file->name);
}

static void
look_at_others (AufaitSource *source)
{
  g_autoptr (GPtrArray) names = aufait_folder_scan_list_others (source->scan);

  for (guint i = 0; i < names->len; i++)
    look_at (source, names->pdata[i]);
}

/* The next page of what is known is compared with what is there. */
static gboolean
on_page (gpointer user_data)
{
  AufaitSource *source = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = aufait_index_file_store_list (
      source->index, source->intake_folder->id, source->last_known, PAGE, &error);
  gboolean is_last = files == NULL || files->len < PAGE;

  if (error != NULL)
    g_info ("Cannot read what is known of %s: %s", source->path, error->message);
  for (guint i = 0; files != NULL && i < files->len; i++)
    compare (source, files->pdata[i]);
  if (!is_last) {
    g_free (source->last_known);
    source->last_known = g_strdup (((AufaitIndexedFile *) files->pdata[files->len - 1])->name);
    return G_SOURCE_CONTINUE;
  }
  source->page_id = 0;
  look_at_others (source);
  end_look (source);
  return G_SOURCE_REMOVE;
}

static void
set_problem (AufaitSource *source, const AufaitFolderScan *scan)
{
  g_clear_pointer (&source->problem, g_free);
  if (scan->is_missing)
    source->problem = g_strdup (_ ("It is not there any more."));
  else if (scan->failure == EACCES)
    source->problem = g_strdup (_ ("It may not be read: check its permissions, and who owns it."));
  else if (scan->failure == EISDIR)
    source->problem = g_strdup (_ ("It is a folder."));
  else if (scan->failure != 0)
    source->problem = g_strdup_printf (_ ("It cannot be read: %s"), g_strerror (scan->failure));
}

/* Mostly nothing has changed. */
static void
on_scanned (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AufaitFolderScan) scan = aufait_folder_scan_finish (result);
  AufaitSource *source = user_data;

  if (scan == NULL)
    return;
  g_clear_object (&source->scanning);
  set_problem (source, scan);
  aufait_folder_set_is_blind (source->folder, scan->is_blind);
  if (scan->files == NULL) {
    end_look (source);
    return;
  }
  source->scan = g_steal_pointer (&scan);
  source->page_id = g_idle_add_full (G_PRIORITY_DEFAULT, on_page, source, NULL);
}

static void
scan (AufaitSource *source)
{
  AufaitFolderScanKnown known = { { source->intake_folder->bases[0],
                                    source->intake_folder->bases[1] } };
  AufaitIndexFileStoreCounts counts;

  if (aufait_index_file_store_count (source->index, source->intake_folder->id, &counts, NULL)) {
    known.n_files = counts.n_files;
    known.print = counts.print;
  }
  source->scanning = g_cancellable_new ();
  aufait_folder_scan_start (source->path, source->is_file, source->blindness, &known,
                            source->scanning, on_scanned, source);
}

static void
stop_look (AufaitSource *source)
{
  g_clear_handle_id (&source->page_id, g_source_remove);
  if (source->scanning != NULL)
    g_cancellable_cancel (source->scanning);
  g_clear_object (&source->scanning);
  g_clear_pointer (&source->scan, aufait_folder_scan_free);
  g_clear_pointer (&source->last_known, g_free);
}

static gboolean
find_ids (AufaitSource *source, GError **error)
{
  AufaitIntakeFolder *folder = source->intake_folder;
  gint64 bases[2];

  aufait_source_forget_counts (source);
  folder->id =
      aufait_index_file_store_ensure_folder (source->index, source->path, source->name, error);
  if (folder->id == 0)
    return FALSE;
  for (guint kind = 0; kind < 2; kind++) {
    bases[kind] = aufait_index_file_store_ensure_basis (source->index, source->bases[kind], error);
    if (bases[kind] == 0)
      return FALSE;
  }
  memcpy (folder->bases, bases, sizeof bases);
  return TRUE;
}

/* It came back while it was being forgotten. Until that is done it has no number, so that nothing
 * is read for it: it would go with the rest, or be nobody's. */
static void
wait_to_look (AufaitSource *source)
{
  source->intake_folder->id = 0;
  source->waits = TRUE;
}

static void
begin_look (AufaitSource *source)
{
  g_autoptr (GError) error = NULL;

  stop_look (source);
  source->again = FALSE;
  source->waits = FALSE;
  if (source->bases == NULL)
    return;
  aufait_intake_retry (source->intake);
  if (!find_ids (source, &error))
    aufait_intake_fail (source->intake, error);
  else if (aufait_intake_is_forgetting (source->intake, source->intake_folder->id))
    wait_to_look (source);
  else
    scan (source);
}

void
aufait_source_look (AufaitSource *source, const char *const bases[2])
{
  const char *const copy[] = { bases[0], bases[1], NULL };

  g_strfreev (source->bases);
  source->bases = g_strdupv ((GStrv) copy);
  begin_look (source);
}

void
aufait_source_go_on (AufaitSource *source)
{
  if (source->waits)
    begin_look (source);
}

void
aufait_source_look_for_mounts (AufaitSource *source)
{
  aufait_folder_look_for_mounts (source->folder);
}

gboolean
aufait_source_is_busy (const AufaitSource *source)
{
  return source->page_id != 0 || source->scanning != NULL || source->waits;
}

/* --- looking at some ----------------------------------------------------------------------- */

/* Whether a file of which only the looks changed still is the one that is known. */
static gboolean
is_current (AufaitSource *source, const char *name)
{
  g_autofree char *path = g_build_filename (source->path, name, NULL);
  g_autoptr (AufaitIndexedFile) file =
      aufait_index_file_store_find (source->index, source->intake_folder->id, name, NULL);
  AufaitIndexedFileIdentity identity;
  AufaitJobKind kind = AUFAIT_JOB_CARDS;
  struct stat found;

  if (file == NULL || stat (path, &found) < 0 || access (path, R_OK) < 0)
    return FALSE;
  aufait_vdir_is_item (name, &kind);
  aufait_indexed_file_identify (&found, &identity);
  return aufait_indexed_file_is_current (file, &identity, source->intake_folder->bases[kind]);
}

static void
on_stirred (AufaitFolder *folder, gpointer user_data)
{
  AufaitSource *source = user_data;

  aufait_reader_pool_warm_up (source->pool);
}

static void
look_at_file (AufaitSource *source)
{
  g_autofree char *name = g_path_get_basename (source->path);

  if (source->intake_folder->id != 0)
    aufait_intake_look (source->intake, source->intake_folder, name);
}

static void
on_changed (AufaitFolder *folder, GHashTable *names, gpointer user_data)
{
  AufaitSource *source = user_data;
  GHashTableIter iter;
  gpointer name, is_content;

  aufait_intake_retry (source->intake);
  if (names == NULL && source->is_file)
    look_at_file (source);
  if (names == NULL && aufait_source_is_busy (source))
    source->again = TRUE;
  else if (names == NULL)
    begin_look (source);
  if (names == NULL || source->intake_folder->id == 0)
    return;
  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, &is_content)) {
    if (is_content != NULL || !is_current (source, name))
      aufait_intake_look (source->intake, source->intake_folder, name);
  }
}

/* --- the source ---------------------------------------------------------------------------- */

AufaitSource *
aufait_source_new (const AufaitDiscoveryPlace *place,
                   AufaitIndex *index,
                   AufaitIntake *intake,
                   AufaitReaderPool *pool,
                   const AufaitBlindness *blindness,
                   AufaitSourceLookedFunc on_looked,
                   gpointer user_data)
{
  static const AufaitFolderFuncs funcs = { on_stirred, on_changed };
  AufaitSource *source = g_new0 (AufaitSource, 1);
  g_autofree char *folder =
      place->is_file ? g_path_get_dirname (place->path) : g_strdup (place->path);

  source->path = g_strdup (place->path);
  source->name = g_strdup (place->name);
  source->is_file = place->is_file;
  source->kind = place->kind;
  source->index = index;
  source->intake = intake;
  source->pool = pool;
  source->blindness = blindness;
  source->on_looked = on_looked;
  source->user_data = user_data;
  source->intake_folder = aufait_intake_folder_new (folder, place->is_file ? AUFAIT_VDIR_SINGLE_MAX
                                                                           : AUFAIT_VDIR_ITEM_MAX);
  source->folder =
      aufait_folder_new (place->path, place->is_file ? AUFAIT_FOLDER_FILE : AUFAIT_FOLDER_OF_FILES,
                         blindness->sweep_secs, &funcs, source);
  return source;
}

void
aufait_source_free (AufaitSource *source)
{
  if (source == NULL)
    return;
  stop_look (source);
  source->intake_folder->is_gone = TRUE;
  aufait_folder_free (source->folder);
  aufait_intake_folder_unref (source->intake_folder);
  g_strfreev (source->bases);
  g_free (source->problem);
  g_free (source->path);
  g_free (source->name);
  g_free (source);
}

const char *
aufait_source_get_path (const AufaitSource *source)
{
  return source->path;
}

const char *
aufait_source_get_name (const AufaitSource *source)
{
  return source->name;
}

AufaitJobKind
aufait_source_get_kind (const AufaitSource *source)
{
  return source->kind;
}

gboolean
aufait_source_is_file (const AufaitSource *source)
{
  return source->is_file;
}

const AufaitIndexFileStoreCounts *
aufait_source_get_counts (AufaitSource *source)
{
  if (!source->is_counted) {
    memset (&source->counts, 0, sizeof source->counts);
    source->is_counted = aufait_index_file_store_count (source->index, source->intake_folder->id,
                                                        &source->counts, NULL);
  }
  return &source->counts;
}

void
aufait_source_forget_counts (AufaitSource *source)
{
  source->is_counted = FALSE;
}

const char *
aufait_source_get_problem (const AufaitSource *source)
{
  return source->problem != NULL ? source->problem : aufait_folder_get_problem (source->folder);
}
