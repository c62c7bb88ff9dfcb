/* tambour-kind-words.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-record.h"

G_BEGIN_DECLS

/**
 * TambourKindWords:
 * @kind: the kind of record
 * @title: N_() one of them, as a title: "Feature Request"
 * @plural: N_() many of them, as a title
 * @add: N_() a new one, as a title
 *
 * What a kind of record is called where a title is wanted; within a sentence it
 * is called by the label of its class.
 */
typedef struct
{
  const char *kind;
  const char *title;
  const char *plural;
  const char *add;
} TambourKindWords;

const TambourKindWords *tambour_kind_get_words (TambourRecordClass *klass);

G_END_DECLS
