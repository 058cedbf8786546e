/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-desktop-notice.h"

#include <glib/gi18n-lib.h>

#include "aufait-discretion.h"
#include "aufait-text.h"

/* In characters: servers cut what is longer, each at a place of its own. */
#define TITLE_MAX     120
#define BODY_LINE_MAX 300

AufaitDesktopCapabilities
aufait_desktop_capabilities_from_strv (const char *const *names)
{
  AufaitDesktopCapabilities capabilities = AUFAIT_DESKTOP_CAN_NOTHING;

  if (g_strv_contains (names, "actions"))
    capabilities |= AUFAIT_DESKTOP_CAN_ACTIONS;
  if (g_strv_contains (names, "body-markup"))
    capabilities |= AUFAIT_DESKTOP_CAN_BODY_MARKUP;
  if (g_strv_contains (names, "inline-reply"))
    capabilities |= AUFAIT_DESKTOP_CAN_INLINE_REPLY;
  return capabilities;
}

static char *
clean_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) clean = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++) {
    g_autofree char *line = aufait_text_clean (lines[i], BODY_LINE_MAX);

    if (*line == '\0')
      continue;
    if (clean->len > 0)
      g_string_append_c (clean, '\n');
    g_string_append (clean, line);
  }
  return g_string_free (g_steal_pointer (&clean), FALSE);
}

AufaitDesktopNotice *
aufait_desktop_notice_new (const AufaitNudge *nudge, const char *body)
{
  AufaitDesktopNotice *notice = g_new0 (AufaitDesktopNotice, 1);
  g_autoptr (AufaitNudge) discreet = aufait_discretion_dup_nudge (nudge);
  g_autofree char *discreet_body = aufait_discretion_dup_body (nudge, body);

  notice->nudge_id = nudge->id;
  notice->title = aufait_text_clean (discreet->title != NULL ? discreet->title : "", TITLE_MAX);
  notice->body = clean_lines (discreet_body);
  notice->picture = g_strdup (discreet->picture);
  return notice;
}

AufaitDesktopNotice *
aufait_desktop_notice_new_digest (const char *title, const char *body)
{
  AufaitDesktopNotice *notice = g_new0 (AufaitDesktopNotice, 1);

  notice->title = aufait_text_clean (title, TITLE_MAX);
  notice->body = clean_lines (body);
  return notice;
}

void
aufait_desktop_notice_free (AufaitDesktopNotice *notice)
{
  if (notice == NULL)
    return;
  g_free (notice->title);
  g_free (notice->body);
  g_free (notice->picture);
  g_free (notice);
}

char *
aufait_desktop_notice_dup_body (const AufaitDesktopNotice *notice,
                                AufaitDesktopCapabilities capabilities)
{
  g_autoptr (GString) body = g_string_new (notice->body);

  if (!(capabilities & AUFAIT_DESKTOP_CAN_ACTIONS) && notice->nudge_id != 0) {
    g_autofree char *command = g_strdup_printf ("aufait done %" G_GINT64_FORMAT, notice->nudge_id);

    if (body->len > 0)
      g_string_append_c (body, '\n');
    /* Translators: %s is a command to type. */
    g_string_append_printf (body, _ ("Answer with: %s"), command);
  }
  if (capabilities & AUFAIT_DESKTOP_CAN_BODY_MARKUP)
    return g_markup_escape_text (body->str, (gssize) body->len);
  return g_string_free (g_steal_pointer (&body), FALSE);
}
