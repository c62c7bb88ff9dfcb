/* tambour-health.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-health-private.h"

#include "tambour-report.h"

/* From here on health is good, and below here it is at risk. */
#define SCORE_GOOD 75
#define SCORE_RISK 50

/* A part below this asks for attention, however good the others are, unless it
 * hardly counts.
 */
#define VALUE_ATTENTION  60
#define WEIGHT_ATTENTION 2

/* Parts below this are bad; so much weight of bad parts is a risk, and so is a
 * part of the largest weight at nothing.
 */
#define VALUE_BAD   35
#define WEIGHT_BAD  5
#define WEIGHT_MOST 4

/* Less than this share of all weight says too little. */
#define SHARE_KNOWN 0.3

/* What health is computed from, and how much each part counts. Nothing else
 * knows the parts: a new one is a row here and a function.
 */
static const struct
{
  const char         *code;
  double              weight;
  TambourHealthJudge  judge;
} parts[] = {
  { "clocks", 4, tambour_health_judge_clocks },
  { "cases", 3, tambour_health_judge_cases },
  { "goals", 3, tambour_health_judge_goals },
  { "usage", 2, tambour_health_judge_usage },
  { "sponsor", 2, tambour_health_judge_sponsor },
  { "commitments", 2, tambour_health_judge_commitments },
  { "findings", 2, tambour_health_judge_findings },
  { "actions", 1, tambour_health_judge_actions },
  { "calls", 1, tambour_health_judge_calls },
};

static void
sample_clear (TambourHealthSample *sample)
{
  g_clear_pointer (&sample->id, g_free);
}

static void
goal_clear (TambourHealthGoal *goal)
{
  g_clear_object (&goal->goal);
}

/* A cadence that was never kept has no last call. */
static void
unref_if_any (gpointer object)
{
  g_clear_object (&object);
}

/**
 * tambour_health_facts_new:
 *
 * Returns: (transfer full): the facts of an account that nothing is known of
 */
TambourHealthFacts *
tambour_health_facts_new (void)
{
  TambourHealthFacts *self = g_new0 (TambourHealthFacts, 1);
  GPtrArray **records[] = {
    &self->recent_cases, &self->open_cases, &self->clocks, &self->sponsors,
    &self->commitments, &self->actions, &self->cadences, &self->findings, &self->stored,
  };

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    *records[i] = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < TAMBOUR_HEALTH_N_PRIORITIES; i++)
    self->usual_cases[i] = NAN;

  self->last_calls = g_ptr_array_new_with_free_func (unref_if_any);
  self->goals = g_array_new (FALSE, TRUE, sizeof (TambourHealthGoal));
  g_array_set_clear_func (self->goals, (GDestroyNotify) goal_clear);
  self->usage = g_array_new (FALSE, TRUE, sizeof (TambourHealthSample));
  g_array_set_clear_func (self->usage, (GDestroyNotify) sample_clear);

  return self;
}

/**
 * tambour_health_facts_free:
 * @self: facts
 */
void
tambour_health_facts_free (TambourHealthFacts *self)
{
  GPtrArray **records[] = {
    &self->recent_cases, &self->open_cases, &self->clocks, &self->sponsors, &self->commitments,
    &self->actions, &self->cadences, &self->last_calls, &self->findings, &self->stored,
  };

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    g_clear_pointer (records[i], g_ptr_array_unref);

  g_clear_pointer (&self->goals, g_array_unref);
  g_clear_pointer (&self->usage, g_array_unref);
  g_clear_pointer (&self->metric, g_free);
  g_clear_object (&self->sponsor_call);
  g_free (self);
}

static void
part_free (TambourHealthPart *self)
{
  g_clear_pointer (&self->code, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->ids, g_ptr_array_unref);
  g_free (self);
}

static TambourHealthPart *
part_new (const char *code,
          double      weight)
{
  TambourHealthPart *self = g_new0 (TambourHealthPart, 1);

  self->code = g_strdup (code);
  self->weight = weight;
  self->value = NAN;
  self->usual = NAN;
  self->change = NAN;
  self->trend = TAMBOUR_HEALTH_STEADY;
  self->ids = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * tambour_health_part_say:
 * @self: a part
 * @reason: what it says
 * @trend: for or against the account; what asks for attention is against it
 * @value: from 0 to 100; %NAN without data
 */
void
tambour_health_part_say (TambourHealthPart   *self,
                         TambourHealthReason  reason,
                         TambourHealthTrend   trend,
                         double               value)
{
  self->reason = reason;
  self->value = isnan (value) ? NAN : CLAMP (value, 0, 100);
  self->trend = self->value < VALUE_ATTENTION ? TAMBOUR_HEALTH_WORSE : trend;
}

/**
 * tambour_health_part_count:
 * @self: a part
 * @record: a record that it is counted from
 */
void
tambour_health_part_count (TambourHealthPart *self,
                           gpointer           record)
{
  self->record = TAMBOUR_RECORD_GET_CLASS (record)->kind;
  g_ptr_array_add (self->ids, g_strdup (tambour_record_get_id (record)));
}

/**
 * tambour_health_part_forget:
 * @self: a part
 *
 * Counts from the beginning.
 */
void
tambour_health_part_forget (TambourHealthPart *self)
{
  self->record = NULL;
  g_ptr_array_set_size (self->ids, 0);
}

/* What a person judged of a part, the last time before today. */
static TambourHealthComponent *
find_stored (const TambourHealthFacts *facts,
             const TambourHealthTime  *time,
             const char               *code)
{
  TambourHealthComponent *found = NULL;

  for (guint i = 0; i < facts->stored->len; i++)
    {
      TambourHealthComponent *candidate = g_ptr_array_index (facts->stored, i);

      if (g_strcmp0 (candidate->code, code) == 0 && candidate->as_of.julian <= time->today.julian &&
          (found == NULL || candidate->as_of.julian >= found->as_of.julian))
        found = candidate;
    }

  return found;
}

static TambourHealthPart *
take_stored (TambourHealthComponent *component,
             double                  otherwise)
{
  double weight = component->weight >= 0 ? component->weight : otherwise;
  TambourHealthPart *part = part_new (component->code, weight);
  TambourHealthTrend trend = component->value < VALUE_ATTENTION ? TAMBOUR_HEALTH_WORSE :
                             component->value >= SCORE_GOOD     ? TAMBOUR_HEALTH_BETTER :
                                                                  TAMBOUR_HEALTH_STEADY;

  part->is_manual = TRUE;
  part->text = g_strdup (component->source);
  part->date = component->as_of;
  tambour_health_part_say (part, TAMBOUR_HEALTH_MANUAL, trend, component->value);
  tambour_health_part_count (part, component);

  return part;
}

static gboolean
is_computed (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_strcmp0 (parts[i].code, code) == 0)
      return TRUE;

  return FALSE;
}

static void
add_parts (GPtrArray                *list,
           const TambourHealthFacts *facts,
           const TambourHealthTime  *time)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      TambourHealthComponent *stored = find_stored (facts, time, parts[i].code);
      TambourHealthPart *part = stored ? take_stored (stored, parts[i].weight) : part_new (parts[i].code, parts[i].weight);

      if (stored == NULL)
        parts[i].judge (facts, time, part);
      g_ptr_array_add (list, part);
    }

  for (guint i = 0; i < facts->stored->len; i++)
    {
      TambourHealthComponent *component = g_ptr_array_index (facts->stored, i);

      if (!is_computed (component->code) && find_stored (facts, time, component->code) == component)
        g_ptr_array_add (list, take_stored (component, 1));
    }
}

/* Against the account, for it, neither, without data. */
static guint
rank_of (const TambourHealthPart *part)
{
  static const guint ranks[] = {
    [TAMBOUR_HEALTH_WORSE] = 0,
    [TAMBOUR_HEALTH_BETTER] = 1,
    [TAMBOUR_HEALTH_STEADY] = 2,
  };

  return isnan (part->value) ? 3 : ranks[part->trend];
}

static gint
compare_parts (gconstpointer a,
               gconstpointer b)
{
  const TambourHealthPart *first = *(const TambourHealthPart * const *) a;
  const TambourHealthPart *second = *(const TambourHealthPart * const *) b;
  double one = isnan (first->value) ? 0 : first->weight * (100 - first->value);
  double two = isnan (second->value) ? 0 : second->weight * (100 - second->value);

  if (rank_of (first) != rank_of (second))
    return rank_of (first) < rank_of (second) ? -1 : 1;
  if (rank_of (first) == 0 && one != two)
    return one > two ? -1 : 1;
  if (first->weight != second->weight)
    return first->weight > second->weight ? -1 : 1;

  return 0;
}

static void
add_up (TambourHealth *self)
{
  double sum = 0;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const TambourHealthPart *part = g_ptr_array_index (self->parts, i);

      if (isnan (part->value))
        continue;
      sum += part->weight * part->value;
      self->weight += part->weight;
    }

  self->score = self->weight > 0 ? sum / self->weight : NAN;
}

static TambourHealthLevel
level_of (const TambourHealth *self)
{
  TambourHealthLevel level = self->score >= SCORE_GOOD ? TAMBOUR_HEALTH_GOOD :
                             self->score >= SCORE_RISK ? TAMBOUR_HEALTH_ATTENTION :
                                                         TAMBOUR_HEALTH_RISK;
  double all = 0, bad = 0;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const TambourHealthPart *part = g_ptr_array_index (self->parts, i);

      all += part->weight;
      if (part->value < VALUE_BAD)
        bad += part->weight;
      if (part->value < VALUE_ATTENTION && part->weight >= WEIGHT_ATTENTION)
        level = MAX (level, TAMBOUR_HEALTH_ATTENTION);
      if (part->value <= 0 && part->weight >= WEIGHT_MOST)
        level = TAMBOUR_HEALTH_RISK;
    }

  if (bad >= WEIGHT_BAD)
    level = TAMBOUR_HEALTH_RISK;

  /* Little is known: then only what is bad is worth saying. */
  if (isnan (self->score) || (self->weight < SHARE_KNOWN * all && level == TAMBOUR_HEALTH_GOOD))
    return TAMBOUR_HEALTH_NONE;

  return level;
}

/**
 * tambour_health_judge:
 * @facts: what is known of an account
 * @zone: the account's time zone
 * @at: when it is looked at
 *
 * METRICS.md M80: sum(w*c)/sum(w) over the parts that have data; those that
 * have none are listed and count for nothing, neither good nor bad. What a
 * person judged replaces the computed part of the same code.
 *
 * Returns: (transfer full): the account's health
 */
TambourHealth *
tambour_health_judge (const TambourHealthFacts *facts,
                      GTimeZone                *zone,
                      TambourInstant            at)
{
  TambourHealth *self = g_new0 (TambourHealth, 1);
  TambourHealthTime time = { zone, at, tambour_zone_date_of (zone, at) };

  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);
  add_parts (self->parts, facts, &time);
  g_ptr_array_sort (self->parts, compare_parts);
  add_up (self);
  self->level = level_of (self);

  return self;
}

/**
 * tambour_health_free:
 * @self: a health
 */
void
tambour_health_free (TambourHealth *self)
{
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_free (self);
}

/**
 * tambour_health_get_points:
 * @self: a health
 * @part: one of its parts
 *
 * Returns: what @part adds to the score; of all parts together it is the score.
 *   %NAN if it has no data
 */
double
tambour_health_get_points (const TambourHealth     *self,
                           const TambourHealthPart *part)
{
  return isnan (part->value) || self->weight <= 0 ? NAN : part->weight * part->value / self->weight;
}
