/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-schema.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "aufait-store-resources.h"

GStrv
aufait_schema_load (void)
{
  g_autoptr (GStrvBuilder) scripts = g_strv_builder_new ();

  for (int i = 1;; i++) {
    g_autofree char *path = g_strdup_printf ("/org/aufait/store/schema/%03d.sql", i);
    g_autoptr (GBytes) script = g_resource_lookup_data (aufait_store_get_resource (), path,
                                                        G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

    if (script == NULL)
      return g_strv_builder_end (scripts);
    g_strv_builder_add (scripts, g_bytes_get_data (script, NULL));
  }
}

gboolean
aufait_schema_identify (
    AufaitDatabase *database, const char *path, int newest, int *ret_version, GError **error)
{
  gint64 application_id, version, n_objects;

  if (!aufait_database_ask (database, "PRAGMA application_id", &application_id, error) ||
      !aufait_database_ask (database, "PRAGMA user_version", &version, error) ||
      !aufait_database_ask (database, "SELECT count(*) FROM sqlite_schema", &n_objects, error))
    return FALSE;
  if (application_id == 0 && version == 0 && n_objects == 0) {
    *ret_version = 0;
    return TRUE;
  }
  if (application_id != AUFAIT_SCHEMA_APPLICATION_ID || version < 1) {
    g_set_error (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_FOREIGN,
                 _ ("“%s” belongs to another program: move it elsewhere and start again. It was "
                    "not changed."),
                 path);
    return FALSE;
  }
  if (version > newest) {
    g_set_error (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_NEWER,
                 _ ("“%s” was written by a newer version of Au fait: update this one. The file was "
                    "not changed."),
                 path);
    return FALSE;
  }
  *ret_version = (int) version;
  return TRUE;
}

/* The references of a rebuilt table are checked at the end: a script may break them on its way. */
static gboolean
check_references (AufaitDatabase *database, GError **error)
{
  gint64 n_broken;

  if (!aufait_database_ask (database, "SELECT count(*) FROM pragma_foreign_key_check", &n_broken,
                            error))
    return FALSE;
  if (n_broken == 0)
    return TRUE;
  g_set_error_literal (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_FAILED,
                       _ ("The memory could not be brought up to this version. It was not changed: "
                          "go back to the version before, and tell its makers."));
  return FALSE;
}

static gboolean
run_scripts (AufaitDatabase *database, const char *const *scripts, int from, GError **error)
{
  int newest = (int) g_strv_length ((GStrv) scripts);
  g_autofree char *marks = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d;",
                                            AUFAIT_SCHEMA_APPLICATION_ID, newest);

  for (int i = from; i < newest; i++) {
    if (!aufait_database_run (database, scripts[i], error)) {
      g_prefix_error (error, "%03d.sql: ", i + 1);
      return FALSE;
    }
  }
  return check_references (database, error) && aufait_database_run (database, marks, error);
}

gboolean
aufait_schema_migrate (AufaitDatabase *database,
                       const char *const *scripts,
                       int from,
                       GError **error)
{
  gboolean ok;

  if (from == (int) g_strv_length ((GStrv) scripts))
    return TRUE;
  /* Foreign keys cannot be switched within a transaction. */
  if (!aufait_database_run (database, "PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE", error))
    return FALSE;
  ok = run_scripts (database, scripts, from, error) &&
       aufait_database_run (database, "COMMIT", error);
  if (!ok && aufait_database_is_in_transaction (database))
    aufait_database_run (database, "ROLLBACK", NULL);
  return aufait_database_run (database, "PRAGMA foreign_keys = ON", ok ? error : NULL) && ok;
}
