/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of aufait-names share. */
#pragma once

#include "aufait-name-index.h"
#include "aufait-names.h"

struct _AufaitNames {
  AufaitNameIndex *index;
};

/* An empty array of AufaitRefs. */
GPtrArray *aufait_names_new_refs (void);

/* Adds a person once. */
void aufait_names_add_ref (GPtrArray *refs, const AufaitNameIndexPerson *person);
