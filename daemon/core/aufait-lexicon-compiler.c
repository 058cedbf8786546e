/* SPDX-License-Identifier: GPL-3.0-or-later */
/* aufait-lexicon-compiler OUT LANGUAGE.lexicon…
 *
 * Run by the build: writes the image of the lexicons as C. What cannot be used ends the build. */
#include "config.h"

#include <string.h>

#include "aufait-lexicon-builder.h"
#include "aufait-lexicon-reader.h"

#define WORDS_IN_A_LINE 8

static gboolean
read_file (AufaitLexiconBuilder *builder, const char *path, GPtrArray *problems)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_file_get_contents (path, &text, NULL, &error)) {
    g_printerr ("%s\n", error->message);
    return FALSE;
  }
  name[strcspn (name, ".")] = '\0';
  aufait_lexicon_reader_read (builder, name, text, problems);
  return TRUE;
}

static gboolean
write_image (const char *path, const GArray *image)
{
  g_autoptr (GString) text = g_string_new ("#include \"config.h\"\n\n"
                                           "#include \"aufait-lexicon-image.h\"\n\n"
                                           "const guint32 aufait_lexicon_image_compiled[] = {");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < image->len; i++)
    g_string_append_printf (text, "%s0x%x,", i % WORDS_IN_A_LINE == 0 ? "\n" : "",
                            g_array_index (image, guint32, i));
  g_string_append (text, "\n};\n");
  if (g_file_set_contents (path, text->str, -1, &error))
    return TRUE;
  g_printerr ("%s\n", error->message);
  return FALSE;
}

int
main (int argc, char **argv)
{
  g_autoptr (AufaitLexiconBuilder) builder = aufait_lexicon_builder_new ();
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) image = NULL;

  for (int i = 2; i < argc; i++) {
    if (!read_file (builder, argv[i], problems))
      return 1;
  }
  for (guint i = 0; i < problems->len; i++)
    g_printerr ("%s\n", (const char *) g_ptr_array_index (problems, i));
  if (argc < 3 || problems->len > 0)
    return 1;
  image = aufait_lexicon_builder_end (builder);
  return write_image (argv[1], image) ? 0 : 1;
}
