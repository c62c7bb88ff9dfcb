/* tambour-blocks.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-blocks.h"

/* Covered time is worked out once for each block of UTC and kept, so that a
 * hundred thousand clocks cost little more than a few binary searches each. The
 * cache is emptied when somebody asks about centuries.
 */
#define MAX_BLOCKS 2048

static void
free_block (gpointer data)
{
  TambourBlock *block = data;

  g_array_unref (block->stretches);
  g_array_unref (block->before);
  g_free (block);
}

static TambourBlock *
make_block (gint64             number,
            const TambourWeek *week,
            GHashTable        *holidays,
            GTimeZone         *zone)
{
  TambourBlock *block = g_new0 (TambourBlock, 1);
  TambourSpan utc = { number * TAMBOUR_BLOCK, (number + 1) * TAMBOUR_BLOCK };
  TambourSpan local = { G_MININT64, G_MAXINT64 };

  block->stretches = g_array_new (FALSE, FALSE, sizeof (TambourSpan));
  block->before = g_array_new (FALSE, FALSE, sizeof (gint64));
  tambour_coverage_list (week, holidays, zone, utc, local, block->stretches);

  for (guint i = 0; i < block->stretches->len; i++)
    {
      const TambourSpan *stretch = &g_array_index (block->stretches, TambourSpan, i);

      g_array_append_val (block->before, block->total);
      block->total += stretch->to - stretch->from;
    }

  return block;
}

/**
 * tambour_blocks_new:
 *
 * Returns: (transfer full): a cache of blocks, of one calendar that does not change
 */
GHashTable *
tambour_blocks_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_block);
}

/**
 * tambour_blocks_get:
 * @blocks: a cache
 * @number: which block
 * @week: what is open in a local week
 * @holidays: a set of julian days
 * @zone: the zone of the week
 *
 * Returns: (transfer none): the block; lent until the next call
 */
const TambourBlock *
tambour_blocks_get (GHashTable        *blocks,
                    gint64             number,
                    const TambourWeek *week,
                    GHashTable        *holidays,
                    GTimeZone         *zone)
{
  TambourBlock *block = g_hash_table_lookup (blocks, &number);

  if (block != NULL)
    return block;

  if (g_hash_table_size (blocks) >= MAX_BLOCKS)
    g_hash_table_remove_all (blocks);

  block = make_block (number, week, holidays, zone);
  g_hash_table_insert (blocks, g_memdup2 (&number, sizeof number), block);

  return block;
}

/**
 * tambour_block_of:
 * @seconds: an instant
 *
 * Returns: the number of the block that it lies in
 */
gint64
tambour_block_of (gint64 seconds)
{
  return seconds / TAMBOUR_BLOCK - (seconds % TAMBOUR_BLOCK < 0);
}

/**
 * tambour_block_find:
 * @self: a block
 * @seconds: an instant
 *
 * Returns: which is the first stretch that ends after @seconds; how many there
 *   are if none does
 */
guint
tambour_block_find (const TambourBlock *self,
                    gint64              seconds)
{
  guint low = 0;
  guint high = self->stretches->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->stretches, TambourSpan, middle).to > seconds)
        high = middle;
      else
        low = middle + 1;
    }

  return low;
}

/**
 * tambour_block_covered_before:
 * @self: a block
 * @seconds: an instant
 *
 * Returns: the covered seconds of the block before @seconds
 */
gint64
tambour_block_covered_before (const TambourBlock *self,
                              gint64              seconds)
{
  guint i = tambour_block_find (self, seconds);
  const TambourSpan *stretch;

  if (i == self->stretches->len)
    return self->total;

  stretch = &g_array_index (self->stretches, TambourSpan, i);

  return g_array_index (self->before, gint64, i) + MAX (0, seconds - stretch->from);
}

/**
 * tambour_block_reach:
 * @self: a block
 * @seconds: more than 0, and at most all of its covered seconds
 *
 * Returns: the first instant at which so many covered seconds of the block have passed
 */
gint64
tambour_block_reach (const TambourBlock *self,
                     gint64              seconds)
{
  guint low = 0;
  guint high = self->before->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->before, gint64, middle) < seconds)
        low = middle;
      else
        high = middle;
    }

  return g_array_index (self->stretches, TambourSpan, low).from +
         seconds - g_array_index (self->before, gint64, low);
}

/**
 * tambour_block_first:
 * @self: a block of that number
 * @number: its number
 *
 * Returns: where its first stretch begins, the end of the block if it has none
 */
gint64
tambour_block_first (const TambourBlock *self,
                     gint64              number)
{
  return self->stretches->len > 0 ? g_array_index (self->stretches, TambourSpan, 0).from : (number + 1) * TAMBOUR_BLOCK;
}

/**
 * tambour_block_last:
 * @self: a block
 *
 * Returns: where its last stretch ends, the beginning of time if it has none
 */
gint64
tambour_block_last (const TambourBlock *self)
{
  guint n = self->stretches->len;

  return n > 0 ? g_array_index (self->stretches, TambourSpan, n - 1).to : G_MININT64;
}
