/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aufait-vcard-property.h"

#include <string.h>

#include "aufait-text.h"

#define PARAMETER_CHARS_MAX 100

/* Nobody has that many; what is behind is not looked at. */
#define PARAMETERS_LENGTH_MAX 4096

#define DAY "YYYYMMDD"

/* Where the value begins: at the first colon that is not quoted. When the quotation marks do not
 * pair, they are no more than letters. */
static const char *
find_colon (AufaitVcardSpan text)
{
  gboolean is_quoted = FALSE;

  for (gsize i = 0; i < text.length; i++) {
    if (text.text[i] == '"')
      is_quoted = !is_quoted;
    else if (text.text[i] == ':' && !is_quoted)
      return text.text + i;
  }
  return memchr (text.text, ':', text.length);
}

/* Whether @text begins with eight digits, and blanks before them perhaps. */
static gboolean
begins_with_day (AufaitVcardSpan text)
{
  gsize length = 0;

  while (text.length > 0 && g_ascii_isspace (*text.text))
    text = aufait_vcard_span_skip (text, 1);
  while (length < text.length && length <= strlen (DAY) && g_ascii_isdigit (text.text[length]))
    length++;
  return length == strlen (DAY);
}

/* The same in a property whose value begins with a day: where one stands behind the colon. Programs
 * leave the quotation marks out around TZID=tzone://Microsoft/Utc. */
static const char *
find_colon_of_time (AufaitVcardSpan text)
{
  gboolean is_quoted = FALSE;

  for (gsize i = 0; i < text.length; i++) {
    if (text.text[i] == '"')
      is_quoted = !is_quoted;
    else if (text.text[i] == ':' && !is_quoted &&
             begins_with_day (aufait_vcard_span_skip (text, i + 1)))
      return text.text + i;
  }
  return NULL;
}

static gboolean
is_time (AufaitVcardSpan name)
{
  return aufait_vcard_span_is (name, "DTSTART") || aufait_vcard_span_is (name, "DTEND") ||
         aufait_vcard_span_is (name, "EXDATE") || aufait_vcard_span_is (name, "RDATE") ||
         aufait_vcard_span_is (name, "RECURRENCE-ID");
}

static const char *
find_value (AufaitVcardSpan name, AufaitVcardSpan text)
{
  const char *colon = *text.text == ':' ? text.text : NULL;

  if (colon == NULL && is_time (name))
    colon = find_colon_of_time (text);
  return colon != NULL ? colon : find_colon (text);
}

static void
split_group (AufaitVcardProperty *property)
{
  AufaitVcardSpan name = property->name;
  const char *dot = name.length > 0 ? memrchr (name.text, '.', name.length) : NULL;

  property->group = (AufaitVcardSpan){ name.text, 0 };
  if (dot == NULL)
    return;
  property->group.length = (gsize) (dot - name.text);
  name = aufait_vcard_span_skip (name, property->group.length + 1);
  property->group = aufait_vcard_span_trim (property->group);
  property->name = aufait_vcard_span_trim (name);
}

/* Files that were put together from others have their marks in the middle. */
static AufaitVcardSpan
skip_mark (AufaitVcardSpan text)
{
  return aufait_vcard_span_begins (text, "\xef\xbb\xbf") ? aufait_vcard_span_skip (text, 3) : text;
}

static gboolean
split_name (AufaitVcardSpan text, AufaitVcardProperty *property, AufaitVcardSpan *ret_rest)
{
  gsize length = 0;

  while (length < text.length && text.text[length] != ':' && text.text[length] != ';')
    length++;
  if (length == text.length)
    return FALSE;
  property->name = aufait_vcard_span_trim ((AufaitVcardSpan){ text.text, length });
  split_group (property);
  *ret_rest = aufait_vcard_span_skip (text, length);
  return property->name.length > 0;
}

gboolean
aufait_vcard_property_parse (AufaitVcardSpan text, guint line, AufaitVcardProperty *ret_property)
{
  AufaitVcardProperty property = { .line = line };
  AufaitVcardSpan rest;
  const char *colon;

  if (!split_name (skip_mark (text), &property, &rest))
    return FALSE;
  colon = find_value (property.name, rest);
  if (colon == NULL)
    return FALSE;
  property.parameters = (AufaitVcardSpan){ rest.text, (gsize) (colon - rest.text) };
  if (property.parameters.length > 0)
    property.parameters = aufait_vcard_span_skip (property.parameters, 1);
  property.parameters.length = MIN (property.parameters.length, PARAMETERS_LENGTH_MAX);
  property.value = aufait_vcard_span_skip (rest, (gsize) (colon + 1 - rest.text));
  *ret_property = property;
  return TRUE;
}

/* --- parameters ---------------------------------------------------------------------------- */

/* The next one of "NAME=VALUE;NAME="quoted;value";VALUE"; of a bare one the name is empty. */
static gboolean
take_raw_parameter (AufaitVcardSpan *rest, AufaitVcardSpan *ret_name, AufaitVcardSpan *ret_value)
{
  gboolean is_quoted = FALSE;
  gsize length = 0, equals = 0;

  if (rest->length == 0)
    return FALSE;
  for (; length < rest->length; length++) {
    char c = rest->text[length];

    if (c == '"')
      is_quoted = !is_quoted;
    else if (c == ';' && !is_quoted)
      break;
    else if (c == '=' && equals == 0 && !is_quoted)
      equals = length;
  }
  *ret_name = aufait_vcard_span_trim ((AufaitVcardSpan){ rest->text, equals });
  *ret_value = (AufaitVcardSpan){ rest->text, length };
  if (equals > 0)
    *ret_value = aufait_vcard_span_skip (*ret_value, equals + 1);
  *ret_value = aufait_vcard_span_trim (*ret_value);
  *rest = aufait_vcard_span_skip (*rest, MIN (length + 1, rest->length));
  return TRUE;
}

static AufaitVcardSpan
unquote (AufaitVcardSpan value)
{
  if (value.length >= 2 && value.text[0] == '"' && value.text[value.length - 1] == '"') {
    value = aufait_vcard_span_skip (value, 1);
    value.length--;
  }
  return aufait_vcard_span_trim (value);
}

gboolean
aufait_vcard_property_take_parameter (AufaitVcardSpan *rest,
                                      AufaitVcardSpan *ret_name,
                                      AufaitVcardSpan *ret_value)
{
  if (!take_raw_parameter (rest, ret_name, ret_value))
    return FALSE;
  *ret_value = unquote (*ret_value);
  return TRUE;
}

gboolean
aufait_vcard_property_find (const AufaitVcardProperty *property,
                            const char *name,
                            AufaitVcardSpan *ret_value)
{
  AufaitVcardSpan rest = property->parameters, parameter, value;

  while (aufait_vcard_property_take_parameter (&rest, &parameter, &value)) {
    if (aufait_vcard_span_is (parameter, name)) {
      *ret_value = value;
      return TRUE;
    }
  }
  return FALSE;
}

char *
aufait_vcard_property_dup_parameter (const AufaitVcardProperty *property, const char *name)
{
  g_autoptr (GString) text = g_string_new (NULL);
  AufaitVcardSpan value;

  if (!aufait_vcard_property_find (property, name, &value))
    return NULL;
  for (gsize i = 0; i < value.length; i++) {
    char c = value.text[i], next = i + 1 < value.length ? value.text[i + 1] : '\0';

    if (c == '^' && next != '\0' && strchr ("n'^", next) != NULL) {
      c = next == 'n' ? '\n' : next == '\'' ? '"' : '^';
      i++;
    }
    g_string_append_c (text, c);
  }
  return aufait_text_clean (text->str, PARAMETER_CHARS_MAX);
}

static AufaitVcardSpan
trim_quotes (AufaitVcardSpan part)
{
  part = aufait_vcard_span_trim (part);
  while (part.length > 0 && part.text[0] == '"')
    part = aufait_vcard_span_skip (part, 1);
  while (part.length > 0 && part.text[part.length - 1] == '"')
    part.length--;
  return part;
}

/* TYPE="home,work" was meant as a list, as TYPE="home","work" is. */
static gboolean
is_in_list (AufaitVcardSpan list, const char *value)
{
  AufaitVcardSpan part;

  while (aufait_vcard_span_take (&list, ',', &part)) {
    if (aufait_vcard_span_is (trim_quotes (part), value))
      return TRUE;
  }
  return FALSE;
}

gboolean
aufait_vcard_property_has (const AufaitVcardProperty *property, const char *name, const char *value)
{
  AufaitVcardSpan rest = property->parameters, parameter, list;

  while (take_raw_parameter (&rest, &parameter, &list)) {
    if ((parameter.length == 0 || aufait_vcard_span_is (parameter, name)) &&
        is_in_list (list, value))
      return TRUE;
  }
  return FALSE;
}

guint
aufait_vcard_property_get_preference (const AufaitVcardProperty *property)
{
  AufaitVcardSpan value;
  guint preference = 0;

  if (property->parameters.length == 0)
    return AUFAIT_VCARD_PROPERTY_LEAST;
  if (aufait_vcard_property_find (property, "PREF", &value) && value.length <= 3) {
    for (gsize i = 0; i < value.length; i++)
      preference = preference * 10 + (guint) CLAMP (value.text[i] - '0', 0, 9);
    return CLAMP (preference, 1, 100);
  }
  return aufait_vcard_property_has (property, "TYPE", "PREF") ? 1 : AUFAIT_VCARD_PROPERTY_LEAST;
}
