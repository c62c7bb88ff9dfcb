/* tambour-alarms.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-alarms.h"

/* How much has passed when one is warned, in percent, where the catalogue says nothing. */
static const guint p1_warnings[] = { 50, 75, 90 };
static const guint p2_warnings[] = { 75 };

/* More than anybody has open at a time; what is kept does not grow beyond it. */
#define MAX_KEPT 1000

/* What is kept of each: what it is called, of which notification it is part, how
 * often it was told, and since when it waits.
 */
#define KEPT_TYPE "a(ssux)"

struct _TambourAlarms
{
  GHashTable *told;   /* key of a clock or an arrival → Told */
};

typedef struct
{
  char           *id;         /* of the notification; NULL while there is none */
  guint           level;      /* how many warnings there were */
  TambourInstant  since;
  gboolean        is_there;
} Told;

static void
told_free (Told *told)
{
  g_clear_pointer (&told->id, g_free);
  g_free (told);
}

static Told *
remember (TambourAlarms  *self,
          char           *key,
          TambourInstant  since)
{
  g_autofree char *owned = key;
  Told *told = g_hash_table_lookup (self->told, key);

  if (told == NULL)
    {
      told = g_new0 (Told, 1);
      told->since = since;
      g_hash_table_insert (self->told, g_steal_pointer (&owned), told);
    }

  return told;
}

/* --- what is kept ---------------------------------------------------------- */

static void
read_kept (TambourAlarms *self,
           const char    *text)
{
  g_autoptr(GVariant) kept = g_variant_parse (G_VARIANT_TYPE (KEPT_TYPE), text, NULL, NULL, NULL);
  const char *key, *id;
  GVariantIter iter;
  guint level;
  gint64 since;

  if (kept == NULL)
    return;

  g_variant_iter_init (&iter, kept);
  while (g_hash_table_size (self->told) < MAX_KEPT && g_variant_iter_next (&iter, "(&s&sux)", &key, &id, &level, &since))
    {
      Told *told = remember (self, g_strdup (key), (TambourInstant) { since });

      told->level = level;
      g_set_str (&told->id, *id ? id : NULL);
    }
}

static int
compare_keys (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  const char *x = *(const char * const *) a;
  const char *y = *(const char * const *) b;
  const Told *told_x = g_hash_table_lookup (user_data, x);
  const Told *told_y = g_hash_table_lookup (user_data, y);

  if (told_x->since.seconds != told_y->since.seconds)
    return told_x->since.seconds > told_y->since.seconds ? -1 : 1;

  return strcmp (x, y);
}

/**
 * tambour_alarms_dup_told:
 * @self: alarms
 *
 * Returns: (transfer full): what a person was told of, for tambour_alarms_new();
 *   of very much, the newest
 */
char *
tambour_alarms_dup_told (TambourAlarms *self)
{
  g_autoptr(GPtrArray) keys = g_hash_table_get_keys_as_ptr_array (self->told);
  g_autoptr(GVariant) kept = NULL;
  GVariantBuilder builder;
  guint n = 0;

  g_ptr_array_sort_with_data (keys, compare_keys, self->told);
  g_variant_builder_init (&builder, G_VARIANT_TYPE (KEPT_TYPE));
  for (guint i = 0; i < keys->len && n < MAX_KEPT; i++)
    {
      const char *key = g_ptr_array_index (keys, i);
      const Told *told = g_hash_table_lookup (self->told, key);

      if (told->level == 0)
        continue;

      g_variant_builder_add (&builder, "(ssux)", key, told->id ? told->id : "", told->level, told->since.seconds);
      n++;
    }

  kept = g_variant_ref_sink (g_variant_builder_end (&builder));

  return g_variant_print (kept, FALSE);
}

/**
 * tambour_alarms_new:
 * @told: (nullable): what tambour_alarms_dup_told() gave before
 *
 * Returns: (transfer full): alarms, of which those have rung
 */
TambourAlarms *
tambour_alarms_new (const char *told)
{
  TambourAlarms *self = g_new0 (TambourAlarms, 1);

  self->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) told_free);
  if (told != NULL)
    read_kept (self, told);

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

/* --- one turn -------------------------------------------------------------- */

/**
 * tambour_alarms_turn_free:
 * @turn: (transfer full): what there was to do
 */
void
tambour_alarms_turn_free (TambourAlarmsTurn *turn)
{
  g_clear_pointer (&turn->clocks, g_ptr_array_unref);
  g_clear_pointer (&turn->clocks_id, g_free);
  g_clear_pointer (&turn->arrivals, g_ptr_array_unref);
  g_clear_pointer (&turn->arrivals_id, g_free);
  g_clear_pointer (&turn->over, g_ptr_array_unref);
  g_free (turn);
}

static TambourAlarmsTurn *
turn_new (void)
{
  TambourAlarmsTurn *turn = g_new0 (TambourAlarmsTurn, 1);

  turn->clocks = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_clock_facts_unref);
  turn->arrivals = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_today_arrival_unref);
  turn->over = g_ptr_array_new_with_free_func (g_free);
  turn->next.seconds = TAMBOUR_NEVER;

  return turn;
}

static void
look_again (TambourAlarmsTurn *turn,
            TambourInstant     at)
{
  if (!tambour_instant_is_stated (turn->next) || at.seconds < turn->next.seconds)
    turn->next = at;
}

/* What a catalogue says counts for every priority. */
static const guint *
list_warnings (const TambourClockFacts *facts,
               guint                   *n_warnings)
{
  const guint *warnings = facts->catalogue ? tambour_catalogue_get_warnings (facts->catalogue, n_warnings) : NULL;

  if (warnings != NULL && *n_warnings > 0)
    return warnings;

  switch (facts->priority)
    {
    case TAMBOUR_PRIORITY_P1:
      *n_warnings = G_N_ELEMENTS (p1_warnings);
      return p1_warnings;
    case TAMBOUR_PRIORITY_P2:
      *n_warnings = G_N_ELEMENTS (p2_warnings);
      return p2_warnings;
    case TAMBOUR_PRIORITY_P3:
    case TAMBOUR_PRIORITY_NONE:
      break;
    }

  *n_warnings = 0;

  return NULL;
}

/* How many alarms a clock has rung by now. */
static guint
level_of (const TambourClockFacts *facts,
          TambourInstant           at,
          TambourClockState       *state)
{
  TambourClockMeasure measure;
  const guint *warnings;
  guint n_warnings, level = 0;

  tambour_clock_facts_measure (facts, at, &measure);
  *state = measure.state;
  if (measure.state != TAMBOUR_CLOCK_STATE_RUNNING)
    return 0;

  warnings = list_warnings (facts, &n_warnings);
  while (level < n_warnings && measure.left <= (100 - warnings[level]) / 100.0)
    level++;

  return level;
}

/**
 * tambour_alarms_find_warning:
 * @facts: a clock
 * @at: an instant, not before it was read
 *
 * Returns: at how much of the time of a clock that runs the last warning was, in
 *   percent, or 0 if there was none yet
 */
guint
tambour_alarms_find_warning (const TambourClockFacts *facts,
                             TambourInstant           at)
{
  TambourClockState state;
  guint level = level_of (facts, at, &state);
  guint n_warnings;

  return level > 0 ? list_warnings (facts, &n_warnings)[level - 1] : 0;
}

static void
withdraw (Told *told)
{
  g_clear_pointer (&told->id, g_free);
}

/* Those that ring together are one notification; what rings alone takes the place
 * of what it said before.
 */
static char *
dup_id (const char *word,
        const char *case_id,
        guint       n)
{
  return g_strdup_printf ("%s%s-%s", word, n > 1 ? "s" : "", case_id);
}

static void
update_clock (TambourAlarms     *self,
              TambourClockFacts *facts,
              TambourInstant     at,
              TambourAlarmsTurn *turn,
              GPtrArray         *rung)
{
  char *key = g_strdup_printf ("clock %s %u %u %u %" G_GINT64_FORMAT, facts->case_id, facts->kind, facts->priority,
                               facts->channel, facts->start.seconds);
  Told *told = remember (self, key, facts->start);
  TambourClockState state;
  guint level = level_of (facts, at, &state);
  TambourInstant reached;
  const guint *warnings;
  guint n_warnings;

  told->is_there = TRUE;
  if (state == TAMBOUR_CLOCK_STATE_PAUSED)
    withdraw (told);

  if (level > told->level)
    {
      told->level = level;
      g_ptr_array_add (turn->clocks, tambour_clock_facts_ref (facts));
      g_ptr_array_add (rung, told);
    }

  warnings = list_warnings (facts, &n_warnings);
  if (level < n_warnings && tambour_clock_facts_find_left (facts, at, 100 - warnings[level], &reached))
    look_again (turn, reached);
}

static void
update_arrival (TambourAlarms       *self,
                TambourTodayArrival *arrival,
                TambourInstant       at,
                TambourAlarmsTurn   *turn,
                GPtrArray           *rung)
{
  Told *told = remember (self, g_strconcat ("arrival ", arrival->case_id, NULL), arrival->opened_at);

  told->is_there = TRUE;
  if (tambour_instant_is_stated (arrival->answered_at) || tambour_instant_is_stated (arrival->solved_at))
    withdraw (told);
  else if (told->level == 0 && arrival->tell_at.seconds > at.seconds)
    look_again (turn, arrival->tell_at);
  else if (told->level == 0)
    {
      told->level = 1;
      g_ptr_array_add (turn->arrivals, tambour_today_arrival_ref (arrival));
      g_ptr_array_add (rung, told);
    }
}

static void
name_notification (GPtrArray  *rung,
                   const char *id)
{
  for (guint i = 0; i < rung->len; i++)
    g_set_str (&((Told *) g_ptr_array_index (rung, i))->id, id);
}

static gboolean
is_gone (gpointer key,
         gpointer value,
         gpointer user_data)
{
  Told *told = value;

  if (!told->is_there)
    return TRUE;

  told->is_there = FALSE;

  return FALSE;
}

/* The notifications on the desktop. */
static GHashTable *
list_ids (TambourAlarms *self)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer told;

  g_hash_table_iter_init (&iter, self->told);
  while (g_hash_table_iter_next (&iter, NULL, &told))
    if (((Told *) told)->id != NULL)
      g_hash_table_add (ids, g_strdup (((Told *) told)->id));

  return ids;
}

static void
find_over (TambourAlarms     *self,
           GHashTable        *before,
           TambourAlarmsTurn *turn)
{
  g_autoptr(GHashTable) after = list_ids (self);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!g_hash_table_contains (after, id))
      g_ptr_array_add (turn->over, g_strdup (id));

  g_ptr_array_sort_values (turn->over, (GCompareFunc) strcmp);
}

/**
 * tambour_alarms_update:
 * @self: alarms
 * @clocks: (element-type TambourClockFacts): the clocks that there are
 * @arrivals: (element-type TambourTodayArrival): what came in after hours and
 *   nobody acknowledged
 * @at: the time that is "now"
 *
 * Finds out what a person is to be told of now. Of each clock they are told once
 * for each share, and of shares that went by unseen only the last; of each arrival
 * once, unless somebody answered it before.
 *
 * Returns: (transfer full): that, and when to ask again
 */
TambourAlarmsTurn *
tambour_alarms_update (TambourAlarms  *self,
                       GPtrArray      *clocks,
                       GPtrArray      *arrivals,
                       TambourInstant  at)
{
  g_autofree char *told = tambour_alarms_dup_told (self);
  g_autoptr(GHashTable) before = list_ids (self);
  g_autoptr(GPtrArray) rung_clocks = g_ptr_array_new ();
  g_autoptr(GPtrArray) rung_arrivals = g_ptr_array_new ();
  g_autofree char *kept = NULL;
  TambourAlarmsTurn *turn = turn_new ();

  for (guint i = 0; i < clocks->len; i++)
    if (!tambour_instant_is_stated (((TambourClockFacts *) g_ptr_array_index (clocks, i))->stop))
      update_clock (self, g_ptr_array_index (clocks, i), at, turn, rung_clocks);

  for (guint i = 0; i < arrivals->len; i++)
    update_arrival (self, g_ptr_array_index (arrivals, i), at, turn, rung_arrivals);

  if (turn->clocks->len > 0)
    turn->clocks_id = dup_id ("clock", ((TambourClockFacts *) g_ptr_array_index (turn->clocks, 0))->case_id, turn->clocks->len);
  if (turn->arrivals->len > 0)
    turn->arrivals_id = dup_id ("arrival", ((TambourTodayArrival *) g_ptr_array_index (turn->arrivals, 0))->case_id,
                                turn->arrivals->len);
  name_notification (rung_clocks, turn->clocks_id);
  name_notification (rung_arrivals, turn->arrivals_id);

  g_hash_table_foreach_remove (self->told, is_gone, NULL);
  find_over (self, before, turn);
  kept = tambour_alarms_dup_told (self);
  turn->has_changed = !g_str_equal (kept, told);

  return turn;
}
