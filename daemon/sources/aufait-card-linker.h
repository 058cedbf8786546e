/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gives cards their people: those of the memory by what is known of a card already, by e-mail, or
 * by name when there is one such name; else someone new. */
#pragma once

#include "aufait-directory.h"

typedef struct _AufaitCardLinker AufaitCardLinker;

/* @directory lives longer than it, and has an index. */
AufaitCardLinker *aufait_card_linker_new (AufaitDirectory *directory);
void aufait_card_linker_free (AufaitCardLinker *linker);

/* Looks for links with card ids in [@from, @until) whose cards are gone. Comes before the steps: a
 * card that takes the place of one that went is known by it. */
gboolean aufait_card_linker_collect_gone (AufaitCardLinker *linker,
                                          gint64 from,
                                          gint64 until,
                                          GError **error);

/* Links of the cards with ids in [@from, until) the first @max; @from moves behind them, to @until
 * when none is left. @people: the ids (gint64) of those whose cards they are are appended; NULL: no
 * matter. @ret_n_linked: how many cards that were. Names and addresses that are others than before
 * are changes of the directory. */
gboolean aufait_card_linker_step (AufaitCardLinker *linker,
                                  gint64 *from,
                                  gint64 until,
                                  guint max,
                                  GArray *people,
                                  guint *ret_n_linked,
                                  GError **error);

/* Looks after people who have lost a card: those who have none any more, and of whom nothing was
 * ever said, are forgotten; others keep the addresses that their cards had. @people: as above. */
gboolean aufait_card_linker_sweep (AufaitCardLinker *linker, GArray *people, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AufaitCardLinker, aufait_card_linker_free)
