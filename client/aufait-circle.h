/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The circles of people, as they are called here. */
#pragma once

/* "circle “inner”", to be freed; NULL for NULL. */
char *aufait_circle_word (const char *circle);

/* The circle that is called @name, in the language that is spoken or in that of the daemon; @name
 * itself, which may be NULL, where there is none: it is the daemon that says so. */
const char *aufait_circle_find (const char *name);
