/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-discovery.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <glob.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "aufait-holding.h"
#include "aufait-vdir-config.h"
#include "aufait-vdir.h"
#include "aufait-written-path.h"

#define CONFIG_MAX (256 * 1024)

#define PLACES_MAX 500
#define SPOTS_MAX  500

typedef struct {
  const AufaitSettings *settings;
  GHashTable *places; /* path -> AufaitDiscoveryPlace */
  GHashTable *spots;  /* AufaitLookoutSpot */
  GPtrArray *looked;
  GHashTable *calendars; /* the names of [calendar NAME] that a calendar has */
  gboolean leads;        /* what is looked at leads to a place, ignored or not, or may some day */
} Search;

void
aufait_discovery_place_free (AufaitDiscoveryPlace *place)
{
  g_free (place->path);
  g_free (place->name);
  g_free (place);
}

/* --- one place ----------------------------------------------------------------------------- */

static char *
dup_real_path (const char *path)
{
  char *real = realpath (path, NULL);
  char *copy = g_strdup (real);

  free (real);
  return copy;
}

static char *
dup_name (const char *path, gboolean is_file)
{
  char *name = g_path_get_basename (path);

  /* A link to one may have any name. */
  if (is_file && aufait_vdir_is_item (name, NULL))
    name[strlen (name) - 4] = '\0';
  return name;
}

/* Whether aufait.conf has it left out; and that its name is known. */
static gboolean
is_ignored (Search *search, const AufaitDiscoveryPlace *place)
{
  const AufaitSourceSettingsCalendar *calendar =
      aufait_source_settings_find (search->settings->sources, place->name);
  AufaitJobKind kind = place->kind;

  if (calendar != NULL && !place->is_file)
    kind = aufait_holding_find_kind (place->path, kind);
  if (calendar == NULL || kind != AUFAIT_JOB_CALENDAR)
    return FALSE;
  g_hash_table_add (search->calendars, g_strdup (place->name));
  return calendar->ignore;
}

static gboolean
is_denied (const char *path)
{
  return access (path, R_OK) < 0 && errno == EACCES;
}

/* What may not be looked at is there as far as one knows. */
static char *
dup_place_path (const char *path)
{
  char *real = dup_real_path (path);

  return real == NULL && errno == EACCES ? g_canonicalize_filename (path, NULL) : real;
}

/* A folder with the name of a file is none of files, unless it holds some. */
static gboolean
is_file (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  gboolean is_item = aufait_vdir_is_item (name, NULL);

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return is_item && aufait_holding_look (path) != AUFAIT_HOLDING_ITEMS;
  return is_item || g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
add_place (Search *search, const char *path, AufaitJobKind kind)
{
  g_autofree char *real = dup_place_path (path);
  AufaitDiscoveryPlace *place;
  gboolean is_one;

  if (real == NULL)
    return;
  is_one = is_file (real);
  if (is_one && !aufait_vdir_is_item (strrchr (real, '/') + 1, &kind))
    return;
  search->leads = TRUE;
  if (g_hash_table_size (search->places) >= PLACES_MAX ||
      g_hash_table_contains (search->places, real))
    return;
  place = g_new0 (AufaitDiscoveryPlace, 1);
  place->name = dup_name (path, is_one);
  place->path = g_steal_pointer (&real);
  place->is_file = is_one;
  place->kind = kind;
  if (is_ignored (search, place))
    aufait_discovery_place_free (place);
  else
    g_hash_table_insert (search->places, place->path, place);
}

/* --- where more may come -------------------------------------------------------------------- */

static guint
hash_spot (gconstpointer key)
{
  const AufaitLookoutSpot *spot = key;

  return g_str_hash (spot->path) + spot->kind;
}

static gboolean
is_same_spot (gconstpointer a, gconstpointer b)
{
  const AufaitLookoutSpot *left = a, *right = b;

  return left->kind == right->kind && g_str_equal (left->path, right->path);
}

static void
add_spot (Search *search, const char *path, AufaitLookoutKind kind)
{
  AufaitLookoutSpot *spot = NULL;

  if (g_hash_table_size (search->spots) >= SPOTS_MAX)
    return;
  spot = g_new0 (AufaitLookoutSpot, 1);
  spot->path = g_strdup (path);
  spot->kind = kind;
  g_hash_table_add (search->spots, spot);
}

static void
add_looked (Search *search, const char *path)
{
  if (!g_ptr_array_find_with_equal_func (search->looked, path, g_str_equal, NULL))
    g_ptr_array_add (search->looked, g_strdup (path));
}

/* --- folders that are looked into ---------------------------------------------------------- */

/* The folder, and those in it down to @depth, where they hold what is looked for. */
static void
add_tree (Search *search, const char *path, AufaitJobKind kind, guint depth)
{
  AufaitHolding holding = aufait_holding_look (path);
  DIR *folder = NULL;
  const struct dirent *entry;

  if (holding == AUFAIT_HOLDING_ITEMS || holding == AUFAIT_HOLDING_DENIED ||
      (holding == AUFAIT_HOLDING_NOTHING && depth == 0 && !is_file (path)))
    add_place (search, path, kind);
  if (holding != AUFAIT_HOLDING_ITEMS)
    add_spot (search, path, AUFAIT_LOOKOUT_ITEMS);
  else if (depth > 0)
    add_spot (search, path, AUFAIT_LOOKOUT_FOLDERS);
  if (depth == 0 || (folder = aufait_holding_open (path)) == NULL)
    return;
  while ((entry = readdir (folder)) != NULL) {
    g_autofree char *child = g_build_filename (path, entry->d_name, NULL);

    if (entry->d_name[0] != '.' &&
        (entry->d_type == DT_DIR || ((entry->d_type == DT_LNK || entry->d_type == DT_UNKNOWN) &&
                                     g_file_test (child, G_FILE_TEST_IS_DIR))))
      add_tree (search, child, kind, depth - 1);
  }
  closedir (folder);
}

/* --- paths that are written --------------------------------------------------------------- */

/* The spots that decide what the rest of a path leads to from @folder on: the first folder whose
 * names are matched, and so on in each that matches. Where one may not look is a place. */
static void
add_way (Search *search, const char *folder, char **names, AufaitJobKind kind)
{
  g_autofree char *path = g_strdup (folder);
  DIR *opened = NULL;
  const struct dirent *entry;

  for (; *names != NULL && !aufait_written_path_has_wildcard (*names); names++) {
    g_autofree char *parent = g_steal_pointer (&path);

    path = g_build_filename (parent, *names, NULL);
  }
  if (is_denied (path))
    add_place (search, path, kind);
  if (*names == NULL) {
    add_spot (search, path, AUFAIT_LOOKOUT_NAME);
    return;
  }
  search->leads |= g_file_test (path, G_FILE_TEST_IS_DIR);
  add_spot (search, path, names[1] == NULL ? AUFAIT_LOOKOUT_ITEMS : AUFAIT_LOOKOUT_FOLDERS);
  if (names[1] == NULL || (opened = aufait_holding_open (path)) == NULL)
    return;
  while ((entry = readdir (opened)) != NULL) {
    g_autofree char *child = g_build_filename (path, entry->d_name, NULL);

    if (fnmatch (*names, entry->d_name, FNM_PERIOD) == 0 && g_file_test (child, G_FILE_TEST_IS_DIR))
      add_way (search, child, names + 1, kind);
  }
  closedir (opened);
}

static void
add_ways (Search *search, const char *path, AufaitJobKind kind)
{
  g_auto (GStrv) names = g_strsplit (path, "/", -1);
  guint n = 0;

  for (guint i = 0; names[i] != NULL; i++) {
    if (*names[i] != '\0')
      names[n++] = names[i];
    else
      g_free (names[i]);
  }
  names[n] = NULL;
  add_way (search, "/", names, kind);
}

/* Those that are there now; others may come. */
static void
add_written (Search *search, const char *written, AufaitJobKind kind, guint depth)
{
  g_autofree char *path = aufait_written_path_expand (written);
  glob_t found = { 0 };

  if (!g_path_is_absolute (path))
    return;
  add_looked (search, path);
  add_ways (search, path, kind);
  if (glob (path, GLOB_NOSORT, NULL, &found) == 0) {
    for (gsize i = 0; i < found.gl_pathc; i++) {
      if (depth > 0 && g_file_test (found.gl_pathv[i], G_FILE_TEST_IS_DIR))
        add_tree (search, found.gl_pathv[i], kind, depth);
      else
        add_place (search, found.gl_pathv[i], kind);
    }
  }
  globfree (&found);
}

static void
add_set (Search *search, char **written, AufaitJobKind kind, GPtrArray *missing)
{
  for (gsize i = 0; written[i] != NULL; i++) {
    search->leads = FALSE;
    add_written (search, written[i], kind, 0);
    if (!search->leads)
      g_ptr_array_add (missing, g_strdup (written[i]));
  }
}

/* --- other programs ------------------------------------------------------------------------ */

static char *
read_config (const char *path)
{
  struct stat found;
  g_autofree char *text = g_malloc0 (CONFIG_MAX + 1);
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  gboolean ok;

  if (fd < 0)
    return NULL;
  ok = fstat (fd, &found) == 0 && S_ISREG (found.st_mode) && read (fd, text, CONFIG_MAX) > 0;
  close (fd);
  return ok ? g_steal_pointer (&text) : NULL;
}

static void
add_config (Search *search, AufaitVdirConfigProgram program, const char *path)
{
  g_autofree char *text = read_config (path);
  g_autoptr (GPtrArray) entries = NULL;

  add_looked (search, path);
  add_spot (search, path, AUFAIT_LOOKOUT_FILE);
  if (text == NULL)
    return;
  entries = aufait_vdir_config_read (program, text);
  for (guint i = 0; i < entries->len; i++) {
    const AufaitVdirConfigEntry *entry = entries->pdata[i];

    add_written (search, entry->path, entry->is_calendar ? AUFAIT_JOB_CALENDAR : AUFAIT_JOB_CARDS,
                 entry->nested ? 1 : 0);
  }
}

static void
add_configs (Search *search)
{
  static const struct {
    AufaitVdirConfigProgram program;
    const char *variable; /* which names another instead; NULL: none does */
    const char *file;
    gboolean in_home;
  } configs[] = {
    { AUFAIT_VDIR_CONFIG_KHARD, NULL, "khard/khard.conf", FALSE },
    { AUFAIT_VDIR_CONFIG_KHAL, NULL, "khal/config", FALSE },
    { AUFAIT_VDIR_CONFIG_VDIRSYNCER, "VDIRSYNCER_CONFIG", "vdirsyncer/config", FALSE },
    { AUFAIT_VDIR_CONFIG_VDIRSYNCER, "VDIRSYNCER_CONFIG", ".vdirsyncer/config", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (configs); i++) {
    const char *set = configs[i].variable != NULL ? g_getenv (configs[i].variable) : NULL;
    const char *base = configs[i].in_home ? g_get_home_dir () : g_get_user_config_dir ();
    g_autofree char *path = g_build_filename (base, configs[i].file, NULL);

    add_config (search, configs[i].program, set != NULL ? set : path);
  }
}

static void
add_usual (Search *search)
{
  static const struct {
    const char *path;
    gboolean in_data;
    AufaitJobKind kind;
  } usual[] = {
    { ".contacts", FALSE, AUFAIT_JOB_CARDS },    { ".calendars", FALSE, AUFAIT_JOB_CALENDAR },
    { ".calendar", FALSE, AUFAIT_JOB_CALENDAR }, { "contacts", TRUE, AUFAIT_JOB_CARDS },
    { "calendars", TRUE, AUFAIT_JOB_CALENDAR },  { "vdirsyncer", TRUE, AUFAIT_JOB_CARDS },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (usual); i++) {
    const char *base = usual[i].in_data ? g_get_user_data_dir () : g_get_home_dir ();
    g_autofree char *path = g_build_filename (base, usual[i].path, NULL);

    add_looked (search, path);
    if (g_file_test (path, G_FILE_TEST_IS_DIR))
      add_tree (search, path, usual[i].kind, 2);
    else
      add_spot (search, path, AUFAIT_LOOKOUT_FOLDERS);
  }
}

/* --- the discovery ------------------------------------------------------------------------- */

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const AufaitDiscoveryPlace *const *left = a, *const *right = b;

  return strcmp ((*left)->path, (*right)->path);
}

static int
compare_spots (gconstpointer a, gconstpointer b)
{
  const AufaitLookoutSpot *const *left = a, *const *right = b;
  int order = strcmp ((*left)->path, (*right)->path);

  return order != 0 ? order : (int) (*left)->kind - (int) (*right)->kind;
}

static void
gather (Search *search, AufaitDiscovery *discovery)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, search->places);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_ptr_array_add (discovery->places, value);
  g_ptr_array_sort (discovery->places, compare_places);
  g_hash_table_iter_init (&iter, search->spots);
  while (g_hash_table_iter_next (&iter, &key, NULL)) {
    g_hash_table_iter_steal (&iter);
    g_ptr_array_add (discovery->spots, key);
  }
  g_ptr_array_sort (discovery->spots, compare_spots);
}

static void
gather_strays (Search *search, AufaitDiscovery *discovery)
{
  const GPtrArray *calendars = search->settings->sources->by_name;

  discovery->strays = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < calendars->len; i++) {
    const AufaitSourceSettingsCalendar *calendar = calendars->pdata[i];

    if (!g_hash_table_contains (search->calendars, calendar->name))
      g_ptr_array_add (discovery->strays, g_strdup (calendar->name));
  }
}

AufaitDiscovery *
aufait_discovery_new (const AufaitSettings *settings)
{
  AufaitDiscovery *discovery = g_new0 (AufaitDiscovery, 1);
  Search search = {
    .settings = settings,
    .places = g_hash_table_new (g_str_hash, g_str_equal),
    .spots = g_hash_table_new_full (hash_spot, is_same_spot,
                                    (GDestroyNotify) aufait_lookout_spot_free, NULL),
    .looked = discovery->looked = g_ptr_array_new_with_free_func (g_free),
    .calendars = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
  };
  const AufaitSourceSettings *sources = settings->sources;

  discovery->places = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_discovery_place_free);
  discovery->spots = g_ptr_array_new_with_free_func ((GDestroyNotify) aufait_lookout_spot_free);
  discovery->missing = g_ptr_array_new_with_free_func (g_free);
  add_set (&search, sources->cards, AUFAIT_JOB_CARDS, discovery->missing);
  add_set (&search, sources->calendars, AUFAIT_JOB_CALENDAR, discovery->missing);
  if (sources->discover) {
    add_configs (&search);
    add_usual (&search);
  }
  gather (&search, discovery);
  gather_strays (&search, discovery);
  g_hash_table_unref (search.calendars);
  g_hash_table_unref (search.places);
  g_hash_table_unref (search.spots);
  return discovery;
}

void
aufait_discovery_free (AufaitDiscovery *discovery)
{
  if (discovery == NULL)
    return;
  g_ptr_array_unref (discovery->places);
  g_ptr_array_unref (discovery->spots);
  g_ptr_array_unref (discovery->looked);
  g_ptr_array_unref (discovery->missing);
  g_ptr_array_unref (discovery->strays);
  g_free (discovery);
}
