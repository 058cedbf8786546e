/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* The header shows the session extension only to those who ask; Debian's library has it. */
#define SQLITE_ENABLE_SESSION        1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1

#include "aufait-changeset.h"

#include <glib/gi18n-lib.h>
#include <sqlite3.h>
#include <string.h>

struct _AufaitChangeset {
  AufaitDatabase *database;
  GHashTable *tables;  /* name -> GBytes, the header of its changes */
  GPtrArray *inverses; /* GBytes, one for each change, in the order of the changes */
  GPtrArray *headers;  /* GBytes, of the table of each */
  int code;            /* the first failure */
};

static void
append_bytes (GByteArray *array, GBytes *bytes)
{
  gsize size = 0;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  g_byte_array_append (array, data, (guint) size);
}

/* --- tables -------------------------------------------------------------------------------- */

/* A header: "T", the number of columns, a byte for each, the name. The byte is the column's place
 * in the primary key, 0 for none: where it differs, SQLite passes over the table without a word. */
static void
add_column (GHashTable *tables, const char *name, guint8 place_in_key)
{
  const guint8 start[] = { 'T', 0 };
  GBytes *header = g_hash_table_lookup (tables, name);
  GByteArray *bytes = g_byte_array_new ();

  if (header == NULL)
    g_byte_array_append (bytes, start, sizeof start);
  else
    append_bytes (bytes, header);
  g_byte_array_append (bytes, &place_in_key, 1);
  bytes->data[1]++;
  g_assert (bytes->data[1] < 128);
  g_hash_table_insert (tables, g_strdup (name), g_byte_array_free_to_bytes (bytes));
}

static void
finish_headers (GHashTable *tables)
{
  GHashTableIter iter;
  gpointer name, header;

  g_hash_table_iter_init (&iter, tables);
  while (g_hash_table_iter_next (&iter, &name, &header)) {
    GByteArray *bytes = g_byte_array_new ();

    append_bytes (bytes, header);
    g_byte_array_append (bytes, name, (guint) strlen (name) + 1);
    g_hash_table_iter_replace (&iter, g_byte_array_free_to_bytes (bytes));
  }
}

GHashTable *
aufait_changeset_list_tables (AufaitDatabase *database, const char *const *except, GError **error)
{
  g_autoptr (GHashTable) tables =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  g_autoptr (GError) failure = NULL;
  g_autoptr (AufaitQuery) statement = aufait_database_prepare (
      database,
      "SELECT tables.name, columns.pk FROM pragma_table_list AS tables"
      " JOIN pragma_table_info (tables.name) AS columns"
      " WHERE tables.schema = 'main' AND tables.type = 'table'"
      " AND tables.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY tables.name, columns.cid",
      error);

  if (statement == NULL)
    return NULL;
  while (aufait_query_step (statement, &failure)) {
    const char *name = aufait_query_get_text (statement, 0);

    if (!g_strv_contains (except, name))
      add_column (tables, name, (guint8) aufait_query_get_int (statement, 1));
  }
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  finish_headers (tables);
  return g_steal_pointer (&tables);
}

/* --- recording ----------------------------------------------------------------------------- */

typedef int (*GetValue) (sqlite3 *database, int column, sqlite3_value **ret_value);

static void
append_varint (GByteArray *record, guint value)
{
  guint8 bytes[5];
  guint n = 0;

  for (gboolean is_last = TRUE; is_last || value > 0; is_last = FALSE, value >>= 7)
    bytes[G_N_ELEMENTS (bytes) - ++n] = (guint8) ((value & 0x7f) | (is_last ? 0 : 0x80));
  g_byte_array_append (record, bytes + G_N_ELEMENTS (bytes) - n, n);
}

static void
append_number (GByteArray *record, guint64 bits)
{
  guint64 big_endian = GUINT64_TO_BE (bits);

  g_byte_array_append (record, (const guint8 *) &big_endian, sizeof big_endian);
}

/* The types of the format are the types of SQLite, 1 to 5; 0 is a value that does not matter. */
static void
append_value (GByteArray *record, sqlite3_value *value)
{
  guint8 type = value == NULL ? 0 : (guint8) sqlite3_value_type (value);
  double real;
  guint64 bits;

  g_byte_array_append (record, &type, 1);
  switch (type) {
  case SQLITE_INTEGER:
    append_number (record, (guint64) sqlite3_value_int64 (value));
    break;
  case SQLITE_FLOAT:
    real = sqlite3_value_double (value);
    memcpy (&bits, &real, sizeof bits);
    append_number (record, bits);
    break;
  case SQLITE_TEXT:
  case SQLITE_BLOB: {
    const guint8 *data =
        type == SQLITE_TEXT ? sqlite3_value_text (value) : sqlite3_value_blob (value);
    int size = sqlite3_value_bytes (value);

    append_varint (record, (guint) size);
    g_byte_array_append (record, data, (guint) size);
    break;
  }
  default:
    break;
  }
}

static gboolean
is_same (sqlite3_value *left, sqlite3_value *right)
{
  g_autoptr (GByteArray) left_bytes = g_byte_array_new ();
  g_autoptr (GByteArray) right_bytes = g_byte_array_new ();

  append_value (left_bytes, left);
  append_value (right_bytes, right);
  return left_bytes->len == right_bytes->len &&
         memcmp (left_bytes->data, right_bytes->data, left_bytes->len) == 0;
}

static void
keep_code (AufaitChangeset *changeset, int code)
{
  if (changeset->code == SQLITE_OK)
    changeset->code = code;
}

static void
add_record (AufaitChangeset *changeset, GBytes *header, GByteArray *record)
{
  g_ptr_array_add (changeset->headers, g_bytes_ref (header));
  g_ptr_array_add (changeset->inverses, g_byte_array_free_to_bytes (record));
}

static GByteArray *
new_record (int operation)
{
  guint8 start[] = { (guint8) operation, 0 };
  GByteArray *record = g_byte_array_new ();

  return g_byte_array_append (record, start, sizeof start);
}

/* A row that came is to go, or one that went is to come back: all its values. */
static void
record_row (
    AufaitChangeset *changeset, sqlite3 *database, GBytes *header, int operation, GetValue get)
{
  const guint8 *shape = g_bytes_get_data (header, NULL);
  GByteArray *record = new_record (operation);

  for (int i = 0; i < shape[1]; i++) {
    sqlite3_value *value = NULL;

    keep_code (changeset, get (database, i, &value));
    append_value (record, value);
  }
  add_record (changeset, header, record);
}

/* The key, what changed as it is now, then what it was. A key never changes in our tables. */
static void
record_update (AufaitChangeset *changeset, sqlite3 *database, GBytes *header)
{
  const guint8 *shape = g_bytes_get_data (header, NULL);
  GByteArray *record = new_record (SQLITE_UPDATE);
  g_autoptr (GByteArray) before = g_byte_array_new ();
  gboolean has_changed = FALSE;

  for (int i = 0; i < shape[1]; i++) {
    gboolean is_key = shape[2 + i] != 0;
    sqlite3_value *old = NULL, *new = NULL;
    gboolean is_changed;

    keep_code (changeset, sqlite3_preupdate_old (database, i, &old));
    keep_code (changeset, sqlite3_preupdate_new (database, i, &new));
    is_changed = !is_same (old, new);
    has_changed = has_changed || is_changed;
    append_value (record, is_changed || is_key ? new : NULL);
    append_value (before, is_changed ? old : NULL);
  }
  g_byte_array_append (record, before->data, before->len);
  if (has_changed)
    add_record (changeset, header, record);
  else
    g_byte_array_unref (record);
}

static void
on_change (void *context,
           sqlite3 *database,
           int operation,
           const char *schema,
           const char *table,
           sqlite3_int64 old_id,
           sqlite3_int64 new_id)
{
  AufaitChangeset *changeset = context;
  GBytes *header = g_hash_table_lookup (changeset->tables, table);

  if (header == NULL)
    return;
  if (operation == SQLITE_INSERT)
    record_row (changeset, database, header, SQLITE_DELETE, sqlite3_preupdate_new);
  else if (operation == SQLITE_DELETE)
    record_row (changeset, database, header, SQLITE_INSERT, sqlite3_preupdate_old);
  else
    record_update (changeset, database, header);
}

AufaitChangeset *
aufait_changeset_start (AufaitDatabase *database, GHashTable *tables)
{
  AufaitChangeset *changeset = g_new0 (AufaitChangeset, 1);

  changeset->database = database;
  changeset->tables = g_hash_table_ref (tables);
  changeset->headers = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  changeset->inverses = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  sqlite3_preupdate_hook (aufait_database_get_handle (database), on_change, changeset);
  return changeset;
}

void
aufait_changeset_free (AufaitChangeset *changeset)
{
  if (changeset == NULL)
    return;
  sqlite3_preupdate_hook (aufait_database_get_handle (changeset->database), NULL, NULL);
  g_hash_table_unref (changeset->tables);
  g_ptr_array_unref (changeset->headers);
  g_ptr_array_unref (changeset->inverses);
  g_free (changeset);
}

/* The last change is taken back first. */
GBytes *
aufait_changeset_dup_inverse (AufaitChangeset *changeset, GError **error)
{
  GByteArray *inverse = NULL;
  GBytes *header = NULL;

  if (changeset->code != SQLITE_OK) {
    aufait_database_set_error (changeset->database, changeset->code, error);
    return NULL;
  }
  inverse = g_byte_array_new ();
  for (guint i = changeset->inverses->len; i-- > 0;) {
    if (changeset->headers->pdata[i] != header)
      append_bytes (inverse, changeset->headers->pdata[i]);
    header = changeset->headers->pdata[i];
    append_bytes (inverse, changeset->inverses->pdata[i]);
  }
  return g_byte_array_free_to_bytes (inverse);
}

/* --- applying ------------------------------------------------------------------------------ */

static int
on_conflict (void *context, int conflict, sqlite3_changeset_iter *change)
{
  const char *table = NULL;
  int n_columns, operation, is_indirect;

  /* Of a broken reference no single row is to blame: there is nothing to look at. */
  if (conflict == SQLITE_CHANGESET_FOREIGN_KEY)
    return SQLITE_CHANGESET_ABORT;
  if (sqlite3changeset_op (change, &table, &n_columns, &operation, &is_indirect) != SQLITE_OK)
    return SQLITE_CHANGESET_ABORT;
  if (conflict == SQLITE_CHANGESET_NOTFOUND)
    return SQLITE_CHANGESET_OMIT;
  /* What speaks of a card or a calendar may have been planned anew since. */
  if (operation == SQLITE_INSERT && g_str_equal (table, "nudge"))
    return conflict == SQLITE_CHANGESET_CONFLICT ? SQLITE_CHANGESET_REPLACE : SQLITE_CHANGESET_OMIT;
  if (conflict != SQLITE_CHANGESET_DATA)
    return SQLITE_CHANGESET_ABORT;
  if (operation == SQLITE_UPDATE && g_str_equal (table, "nudge"))
    return SQLITE_CHANGESET_OMIT;
  return SQLITE_CHANGESET_REPLACE;
}

gboolean
aufait_changeset_apply (AufaitDatabase *database, GBytes *changes, GError **error)
{
  gsize size = 0;
  gconstpointer data = g_bytes_get_data (changes, &size);
  int code;

  if (size == 0)
    return TRUE;
  code = sqlite3changeset_apply (aufait_database_get_handle (database), (int) size, (void *) data,
                                 NULL, on_conflict, NULL);
  if (code == SQLITE_OK)
    return TRUE;
  if (code == SQLITE_ABORT || (code & 0xff) == SQLITE_CONSTRAINT)
    g_set_error_literal (error, AUFAIT_MEMORY_ERROR, AUFAIT_MEMORY_ERROR_FAILED,
                         _ ("That cannot be taken back any more: what was kept since depends on "
                            "it. Nothing was changed."));
  else
    aufait_database_set_error (database, code, error);
  return FALSE;
}

static void
append_integer (sqlite3_value *value, GArray *ids)
{
  gint64 id;

  if (value == NULL || sqlite3_value_type (value) != SQLITE_INTEGER)
    return;
  id = sqlite3_value_int64 (value);
  g_array_append_val (ids, id);
}

/* The ids of the change under the cursor, when it is one of @table: as they were, and as they are.
 */
static void
append_ids (sqlite3_changeset_iter *change, const char *table, int column, GArray *ids)
{
  const char *changed = NULL;
  sqlite3_value *value = NULL;
  int n_columns, operation, is_indirect;

  if (sqlite3changeset_op (change, &changed, &n_columns, &operation, &is_indirect) != SQLITE_OK ||
      !g_str_equal (changed, table))
    return;
  if (operation != SQLITE_INSERT && sqlite3changeset_old (change, column, &value) == SQLITE_OK)
    append_integer (value, ids);
  value = NULL;
  if (operation != SQLITE_DELETE && sqlite3changeset_new (change, column, &value) == SQLITE_OK)
    append_integer (value, ids);
}

GArray *
aufait_changeset_list_ids (
    AufaitDatabase *database, GBytes *changes, const char *table, int column, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_changeset_iter *change = NULL;
  gsize size = 0;
  gconstpointer data = g_bytes_get_data (changes, &size);
  int code = sqlite3changeset_start (&change, (int) size, (void *) data);

  if (code == SQLITE_OK) {
    while (sqlite3changeset_next (change) == SQLITE_ROW)
      append_ids (change, table, column, ids);
    code = sqlite3changeset_finalize (change);
  }
  if (code == SQLITE_OK)
    return g_steal_pointer (&ids);
  aufait_database_set_error (database, code, error);
  return NULL;
}
