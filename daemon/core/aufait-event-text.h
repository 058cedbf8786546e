/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people and programs write into a calendar, made fit to look for names in: addresses of the
 * web and of mail are no words. */
#pragma once

#include <glib.h>

/* A copy of @text in which every address is blotted out, byte for byte, with a sign that no name
 * reaches over. Addresses of the web: up to the next blank, bracket or quotation mark, query
 * included (RFC 3986). Addresses of mail, without "mailto:", are appended to @emails (char *, which
 * the array frees), as written, each time that they occur. Linear in the length of @text. */
char *aufait_event_text_hide_addresses (const char *text, GPtrArray *emails);

/* The address of an attendee without "mailto:", within @address; NULL when it is none of mail, or
 * @address is NULL. */
const char *aufait_event_text_get_email (const char *address);

/* The name of an attendee without what is added to it: "Marie Curie (Ext)", "Marie Curie [Lab]". */
char *aufait_event_text_dup_bare_name (const char *name);
