/* tambour-alarms.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-alarms.h"

/* How much is left when one is told, the most urgent last. */
static const double p1_shares[] = { .50, .25, .10 };
static const double p2_shares[] = { .25 };

struct _TambourAlarms
{
  GHashTable *told;   /* key of a clock → Told */
};

typedef struct
{
  char     *case_id;
  guint     level;
  gboolean  is_there;
} Told;

static void
told_free (Told *told)
{
  g_clear_pointer (&told->case_id, g_free);
  g_free (told);
}

/**
 * tambour_alarms_new:
 *
 * Returns: (transfer full): alarms of which none has rung
 */
TambourAlarms *
tambour_alarms_new (void)
{
  TambourAlarms *self = g_new0 (TambourAlarms, 1);

  self->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) told_free);

  return self;
}

/**
 * tambour_alarms_free:
 * @self: (transfer full): alarms
 */
void
tambour_alarms_free (TambourAlarms *self)
{
  g_clear_pointer (&self->told, g_hash_table_unref);
  g_free (self);
}

static guint
count_below (const double *shares,
             guint         n_shares,
             double        left)
{
  guint level = 0;

  while (level < n_shares && left <= shares[level])
    level++;

  return level;
}

/* How many alarms a clock has rung by now. */
static guint
level_of (const TambourClockFacts *facts,
          TambourInstant           at)
{
  TambourClockMeasure measure;

  tambour_clock_facts_measure (facts, at, &measure);
  if (measure.state != TAMBOUR_CLOCK_STATE_RUNNING)
    return 0;

  switch (facts->priority)
    {
    case TAMBOUR_PRIORITY_P1:
      return count_below (p1_shares, G_N_ELEMENTS (p1_shares), measure.left);
    case TAMBOUR_PRIORITY_P2:
      return count_below (p2_shares, G_N_ELEMENTS (p2_shares), measure.left);
    case TAMBOUR_PRIORITY_P3:
    case TAMBOUR_PRIORITY_NONE:
      return 0;
    }

  g_return_val_if_reached (0);
}

static Told *
remember (TambourAlarms           *self,
          const TambourClockFacts *facts)
{
  g_autofree char *key = g_strdup_printf ("%s %u %" G_GINT64_FORMAT, facts->case_id, facts->kind, facts->start.seconds);
  Told *told = g_hash_table_lookup (self->told, key);

  if (told == NULL)
    {
      told = g_new0 (Told, 1);
      told->case_id = g_strdup (facts->case_id);
      g_hash_table_insert (self->told, g_steal_pointer (&key), told);
    }

  return told;
}

static gboolean
is_over (gpointer key,
         gpointer value,
         gpointer user_data)
{
  Told *told = value;
  GPtrArray *over = user_data;

  if (told->is_there)
    {
      told->is_there = FALSE;
      return FALSE;
    }

  if (told->level > 0)
    g_ptr_array_add (over, g_strdup (told->case_id));

  return TRUE;
}

/**
 * tambour_alarms_update:
 * @self: alarms
 * @clocks: (element-type TambourClockFacts): the clocks that there are
 * @at: the time that is "now"
 * @rings: (element-type TambourClockFacts): gets those that a person is to be told
 *   of now; each is told once for each share, and of shares that went by unseen
 *   only the last
 * @over: (element-type utf8): gets the ids of cases that a person was told of and
 *   that wait no longer
 */
void
tambour_alarms_update (TambourAlarms  *self,
                       GPtrArray      *clocks,
                       TambourInstant  at,
                       GPtrArray      *rings,
                       GPtrArray      *over)
{
  for (guint i = 0; i < clocks->len; i++)
    {
      TambourClockFacts *facts = g_ptr_array_index (clocks, i);
      guint level = level_of (facts, at);
      Told *told;

      if (tambour_instant_is_stated (facts->stop))
        continue;

      told = remember (self, facts);
      told->is_there = TRUE;
      if (level > told->level)
        {
          told->level = level;
          g_ptr_array_add (rings, tambour_clock_facts_ref (facts));
        }
    }

  g_hash_table_foreach_remove (self->told, is_over, over);
}
