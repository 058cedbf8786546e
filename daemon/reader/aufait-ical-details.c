/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-ical-details.h"

#include <string.h>

#include "aufait-text.h"
#include "aufait-vcard-value.h"

#define EMAIL_CHARS_MAX 320

struct _AufaitIcalDetails {
  AufaitVcardValue *decoder;
};

AufaitIcalDetails *
aufait_ical_details_new (void)
{
  AufaitIcalDetails *details = g_new0 (AufaitIcalDetails, 1);

  details->decoder = aufait_vcard_value_new ();
  return details;
}

void
aufait_ical_details_free (AufaitIcalDetails *details)
{
  if (details == NULL)
    return;

  aufait_vcard_value_free (details->decoder);
  g_free (details);
}

/* --- texts --------------------------------------------------------------------------------- */

/* NULL when there is none, or nothing in it. */
static char *
dup_text (AufaitIcalDetails *details, const AufaitIcalEvent *event, AufaitIcalName name)
{
  const AufaitVcardProperty *property = aufait_ical_component_find (event->component, name);

  if (property == NULL)
    return NULL;
  return aufait_vcard_value_dup_text (aufait_vcard_value_decode (details->decoder, property));
}

static char *
dup_unescaped (AufaitVcardSpan text)
{
  char *plain = g_malloc (text.length + 1);
  gsize length = 0;

  for (gsize i = 0; i < text.length; i++) {
    char c = text.text[i], next = i + 1 < text.length ? text.text[i + 1] : '\0';

    if (c == '\\' && next != '\0' && strchr ("\\;,nN", next) != NULL) {
      c = g_ascii_tolower (next) == 'n' ? '\n' : next;
      i++;
    }
    plain[length++] = c;
  }
  plain[length] = '\0';
  return plain;
}

/* Descriptions may be pages long, of invitations and conditions: the beginning says what it is. */
static char *
dup_description (AufaitIcalDetails *details, const AufaitIcalEvent *event)
{
  const AufaitVcardProperty *property =
      aufait_ical_component_find (event->component, AUFAIT_ICAL_DESCRIPTION);
  g_autofree char *plain = NULL, *text = NULL;
  AufaitVcardSpan value;
  gsize length;

  if (property == NULL)
    return NULL;
  value = aufait_vcard_value_decode (details->decoder, property);
  value.length = MIN (value.length, 2 * AUFAIT_ICAL_DETAILS_DESCRIPTION_MAX);
  plain = dup_unescaped (value);
  text = aufait_text_clean (plain, AUFAIT_ICAL_DETAILS_DESCRIPTION_MAX);
  length = strlen (text);
  if (length > AUFAIT_ICAL_DETAILS_DESCRIPTION_MAX) {
    char *end =
        g_utf8_find_prev_char (text, text + AUFAIT_ICAL_DETAILS_DESCRIPTION_MAX - strlen ("…") + 1);
    g_autofree char *kept = g_strndup (text, (gsize) (end - text));

    return g_strconcat (g_strchomp (kept), "…", NULL);
  }
  return length > 0 ? g_steal_pointer (&text) : NULL;
}

/* --- who comes ----------------------------------------------------------------------------- */

static char *
dup_clean_email (AufaitVcardSpan text)
{
  g_autofree char *raw = aufait_vcard_span_dup (aufait_vcard_span_trim (text));
  g_autofree char *email = aufait_text_clean (raw, EMAIL_CHARS_MAX);

  return strchr (email, '@') != NULL ? g_steal_pointer (&email) : NULL;
}

/* What is no address of a mailbox may name one beside it. */
static char *
dup_email (const AufaitVcardProperty *property)
{
  AufaitVcardSpan value = aufait_vcard_span_trim (property->value);
  g_autofree char *named = NULL;

  if (aufait_vcard_span_begins (value, "mailto:"))
    return dup_clean_email (aufait_vcard_span_skip (value, strlen ("mailto:")));
  named = aufait_vcard_property_dup_parameter (property, "EMAIL");
  if (named != NULL && strchr (named, '@') != NULL)
    return g_steal_pointer (&named);
  return memchr (value.text, ':', value.length) == NULL ? dup_clean_email (value) : NULL;
}

/* Rooms and things, and groups: nobody in particular. */
static gboolean
is_nobody (const AufaitVcardProperty *property)
{
  AufaitVcardSpan type;

  return aufait_vcard_property_find (property, "CUTYPE", &type) &&
         (aufait_vcard_span_is (type, "ROOM") || aufait_vcard_span_is (type, "RESOURCE") ||
          aufait_vcard_span_is (type, "GROUP"));
}

/* A calendar that several people write in, or a room, as Google calls them:
 * …@group.calendar.google.com. */
static gboolean
is_of_calendar (const char *email)
{
  g_autofree char *lower = g_ascii_strdown (email, -1);

  return g_str_has_suffix (lower, "@calendar.google.com") ||
         g_str_has_suffix (lower, ".calendar.google.com");
}

static gboolean
has_email (const GPtrArray *attendees, const char *email)
{
  for (guint i = 0; i < attendees->len; i++) {
    const AufaitAttendee *attendee = g_ptr_array_index (attendees, i);

    if (attendee->email != NULL && g_ascii_strcasecmp (attendee->email, email) == 0)
      return TRUE;
  }
  return FALSE;
}

static void
add_attendee (AufaitEvent *event, const AufaitVcardProperty *property)
{
  g_autofree char *email = dup_email (property);
  g_autofree char *name = aufait_vcard_property_dup_parameter (property, "CN");
  AufaitAttendee *attendee;
  AufaitVcardSpan status;

  if (name != NULL && *name == '\0')
    g_clear_pointer (&name, g_free);
  if ((email == NULL && name == NULL) || is_nobody (property) ||
      (email != NULL && is_of_calendar (email)) ||
      event->attendees->len >= AUFAIT_ICAL_DETAILS_ATTENDEES_MAX)
    return;
  if (email != NULL && has_email (event->attendees, email))
    return;
  attendee = aufait_attendee_new (email, name);
  attendee->declined = aufait_vcard_property_find (property, "PARTSTAT", &status) &&
                       aufait_vcard_span_is (status, "DECLINED");
  g_ptr_array_add (event->attendees, attendee);
}

/* The organiser last: who is an attendee too has said there whether they come. */
static void
add_attendees (AufaitEvent *details, const AufaitIcalComponent *component)
{
  const AufaitVcardProperty *organizer =
      aufait_ical_component_find (component, AUFAIT_ICAL_ORGANIZER);

  for (guint i = 0; i < component->properties->len; i++) {
    const AufaitIcalProperty *property =
        &g_array_index (component->properties, AufaitIcalProperty, i);

    if (property->name == AUFAIT_ICAL_ATTENDEE)
      add_attendee (details, &property->content);
  }
  if (organizer != NULL)
    add_attendee (details, organizer);
}

AufaitEvent *
aufait_ical_details_read (AufaitIcalDetails *details, const AufaitIcalEvent *event)
{
  const AufaitVcardProperty *transparency =
      aufait_ical_component_find (event->component, AUFAIT_ICAL_TRANSP);
  g_autofree char *summary = dup_text (details, event, AUFAIT_ICAL_SUMMARY);
  AufaitEvent *read = aufait_event_new (event->uid, summary != NULL ? summary : "");

  read->location = dup_text (details, event, AUFAIT_ICAL_LOCATION);
  read->description = dup_description (details, event);
  read->cancelled = event->cancelled;
  read->transparent =
      transparency != NULL &&
      aufait_vcard_span_is (aufait_vcard_span_trim (transparency->value), "TRANSPARENT");
  add_attendees (read, event->component);
  return read;
}
