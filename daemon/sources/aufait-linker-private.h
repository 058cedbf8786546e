/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the two parts of the linker share: when it works, and what it does then. */
#pragma once

#include "aufait-card-linker.h"
#include "aufait-event-linker.h"
#include "aufait-link-queue.h"
#include "aufait-link-state.h"
#include "aufait-linker.h"
#include "aufait-retry.h"

struct _AufaitLinker {
  GObject parent;
  AufaitDirectory *directory;
  AufaitIndex *index;
  AufaitLinkState *state;
  AufaitCardLinker *cards;
  AufaitEventLinker *events;
  AufaitLinkQueue *card_queue;
  AufaitLinkQueue *event_queue;
  gboolean is_swept; /* nobody has lost a card since the last sweep */
  gint64 n_linked;   /* events, since that was counted */
  guint n_in_turn;   /* cards and events */
  gboolean has_all_cards;
  gboolean has_all_events;
  GArray *people;      /* ids (gint64) of those who, or whose events, are others than before */
  GArray *event_files; /* ids (gint64) of those whose events are others than before */
  guint turn_id;
  AufaitRetry *retry;  /* of what failed; no turn is taken before */
  gboolean is_reading; /* more files are about to come */
  guint late_id;       /* all events wait for them */
};

/* All cards are to be linked; all events, from the first on, even when that was under way. */
void aufait_linker_relink_cards (AufaitLinker *linker);
void aufait_linker_relink_events (AufaitLinker *linker);

/* Whether what comes next is better done once more files were read. */
gboolean aufait_linker_must_wait (const AufaitLinker *linker);

/* A turn's worth of what is to be done; @ret_is_done: nothing is left. */
gboolean aufait_linker_step (AufaitLinker *linker, gboolean *ret_is_done, GError **error);
