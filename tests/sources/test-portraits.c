/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aufait-portraits.h"

#include <glib/gstdio.h>

#include "link-world.h"

#define PNG  "\x89PNG\r\n\x1a\n"
#define JPEG "\xff\xd8\xff"

typedef struct {
  const char *name;
  const char *card;
  const char *content; /* of the file; NULL: there is none */
  const char *suffix;
} Row;

static const Row ROWS[] = {
  { "png", "u1 Ada =photo:" PNG "x", PNG "x", ".png" },
  { "jpeg", "u1 Ada =photo:" JPEG "x", JPEG "x", ".jpg" },
  { "gif", "u1 Ada =photo:GIF89a", "GIF89a", ".gif" },
  { "webp", "u1 Ada =photo:RIFFxxxxWEBPx", "RIFFxxxxWEBPx", ".webp" },
  { "none", "u1 Ada", NULL, NULL },
  { "no-picture", "u1 Ada =photo:<svg/>", NULL, NULL },
  { "cut-off", "u1 Ada =photo:\xff\xd8", NULL, NULL },
};

static void
remove_all (const char *folder, const char *path)
{
  if (path != NULL)
    g_remove (path);
  g_rmdir (folder);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autofree char *again = NULL;
  g_autofree char *content = NULL;
  GStatBuf found;
  LinkWorld world;

  link_world_init (&world);
  link_world_put (&world, "a/1", row->card);
  link_world_settle (&world);
  folder = g_build_filename (world.folder, "portraits", NULL);
  path = aufait_portraits_dup_path (world.directory, 1, folder);
  again = aufait_portraits_dup_path (world.directory, 1, folder);
  g_assert_cmpstr (path, ==, again);
  if (row->content == NULL) {
    g_assert_null (path);
  } else {
    g_assert_true (g_str_has_suffix (path, row->suffix));
    g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
    g_assert_cmpstr (content, ==, row->content);
    g_assert_cmpint (g_stat (path, &found), ==, 0);
    g_assert_cmpint (found.st_mode & 0777, ==, 0600);
  }
  remove_all (folder, path);
  link_world_clear (&world);
}

/* Where nothing can be written a nudge has no picture, and is shown all the same. */
static void
test_no_place (void)
{
  LinkWorld world;

  link_world_init (&world);
  link_world_put (&world, "a/1", ROWS[0].card);
  link_world_settle (&world);
  g_assert_null (aufait_portraits_dup_path (world.directory, 1, "/proc/none/portraits"));
  g_assert_null (aufait_portraits_dup_path (world.directory, 77, world.folder));
  link_world_clear (&world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (ROWS); i++) {
    g_autofree char *path = g_strconcat ("/portraits/", ROWS[i].name, NULL);

    g_test_add_data_func (path, &ROWS[i], test_row);
  }
  g_test_add_func ("/portraits/without-a-place", test_no_place);
  return g_test_run ();
}
