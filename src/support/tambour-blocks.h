/* tambour-blocks.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-coverage.h"

G_BEGIN_DECLS

/* A block is so many seconds of UTC, counted from the epoch. */
#define TAMBOUR_BLOCK (32 * TAMBOUR_DAY)

/**
 * TambourBlock:
 * @total: its covered seconds
 * @stretches: of #TambourSpan, in order, apart
 * @before: of #gint64: covered seconds of the block before each stretch
 *
 * What is covered of one block.
 */
typedef struct
{
  gint64  total;
  GArray *stretches;
  GArray *before;
} TambourBlock;

GHashTable         *tambour_blocks_new           (void);
const TambourBlock *tambour_blocks_get           (GHashTable         *blocks,
                                                  gint64              number,
                                                  const TambourWeek  *week,
                                                  GHashTable         *holidays,
                                                  GTimeZone          *zone);

gint64              tambour_block_of             (gint64              seconds);
guint               tambour_block_find           (const TambourBlock *self,
                                                  gint64              seconds);
gint64              tambour_block_covered_before (const TambourBlock *self,
                                                  gint64              seconds);
gint64              tambour_block_reach          (const TambourBlock *self,
                                                  gint64              seconds);
gint64              tambour_block_first          (const TambourBlock *self,
                                                  gint64              number);
gint64              tambour_block_last           (const TambourBlock *self);

G_END_DECLS
