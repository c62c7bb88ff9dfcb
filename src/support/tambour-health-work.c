/* tambour-health-work.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-health-private.h"

#include "tambour-audit.h"
#include "tambour-clock.h"
#include "tambour-goal-progress.h"

/* How much usage may move and still be the same, and when less is bad. */
#define USAGE_SAME 0.03
#define USAGE_BAD  0.10

/* Days of a month before its mean means something. */
#define USAGE_DAYS 7

/* How long after its date a missed goal is news, in days. */
#define GOAL_NEWS 60

/* --- cases ---------------------------------------------------------------- */

static guint
count_recent (const TambourHealthFacts *facts,
              guint                     priority)
{
  guint count = 0;

  for (guint i = 0; i < facts->recent_cases->len; i++)
    count += TAMBOUR_CASE (g_ptr_array_index (facts->recent_cases, i))->priority == priority;

  return count;
}

/* More than chance explains: one and a half deviations of what comes at random. */
static double
most_by_chance (double usual)
{
  return usual + 1.5 * sqrt (MAX (usual, 1));
}

static void
count_cases (const TambourHealthFacts *facts,
             guint                     priority,
             TambourHealthPart        *part)
{
  for (guint i = 0; i < facts->recent_cases->len; i++)
    {
      TambourCase *candidate = g_ptr_array_index (facts->recent_cases, i);

      if (priority == TAMBOUR_PRIORITY_NONE || candidate->priority == priority)
        tambour_health_part_count (part, candidate);
    }
}

/* The priority that is furthest above what is usual; an urgent one weighs more. */
static guint
find_excess (const TambourHealthFacts *facts)
{
  static const double urgency[TAMBOUR_HEALTH_N_PRIORITIES] = { 1, 4, 2, 1 };
  double worst = 0;
  guint found = TAMBOUR_PRIORITY_NONE;

  for (guint priority = TAMBOUR_PRIORITY_P1; priority < TAMBOUR_HEALTH_N_PRIORITIES; priority++)
    {
      double usual = facts->usual_cases[priority];
      guint count = count_recent (facts, priority);
      double excess = (count - usual) * urgency[priority];

      if (count > most_by_chance (usual) && excess > worst)
        {
          worst = excess;
          found = priority;
        }
    }

  return found;
}

static double
add_usual (const TambourHealthFacts *facts)
{
  double usual = 0;

  for (guint i = 0; i < TAMBOUR_HEALTH_N_PRIORITIES; i++)
    usual += isnan (facts->usual_cases[i]) ? 0 : facts->usual_cases[i];

  return usual;
}

/**
 * tambour_health_judge_cases:
 * @facts: facts
 * @time: when
 * @part: the part
 *
 * The cases of thirty days against those of as many days before.
 */
void
tambour_health_judge_cases (const TambourHealthFacts *facts,
                            const TambourHealthTime  *time,
                            TambourHealthPart        *part)
{
  guint excess = find_excess (facts);
  double usual = add_usual (facts);
  guint count = facts->recent_cases->len;

  if (isnan (facts->usual_cases[TAMBOUR_PRIORITY_P2]))
    {
      tambour_health_part_say (part, TAMBOUR_HEALTH_CASES_UNKNOWN, TAMBOUR_HEALTH_STEADY, NAN);
      return;
    }

  count_cases (facts, excess, part);
  if (excess != TAMBOUR_PRIORITY_NONE)
    {
      part->priority = excess;
      part->count = count_recent (facts, excess);
      part->usual = facts->usual_cases[excess];
      tambour_health_part_say (part, TAMBOUR_HEALTH_CASES_MORE, TAMBOUR_HEALTH_WORSE,
                               100 * MAX (part->usual, 1) / part->count);
      return;
    }

  part->count = count;
  part->usual = usual;
  if (usual >= 3 && count < usual - 1.5 * sqrt (usual))
    tambour_health_part_say (part, TAMBOUR_HEALTH_CASES_FEWER, TAMBOUR_HEALTH_BETTER, 100);
  else
    tambour_health_part_say (part, TAMBOUR_HEALTH_CASES_USUAL, TAMBOUR_HEALTH_STEADY, count > usual ? 80 : 90);
}

/* --- clocks --------------------------------------------------------------- */

static TambourCase *
find_case (GPtrArray  *cases,
           const char *id)
{
  for (guint i = 0; i < cases->len; i++)
    if (g_strcmp0 (tambour_record_get_id (g_ptr_array_index (cases, i)), id) == 0)
      return g_ptr_array_index (cases, i);

  return NULL;
}

static TambourCase *
find_case_of (const TambourHealthFacts *facts,
              TambourResponseClock     *clock)
{
  TambourCase *found = find_case (facts->open_cases, clock->case_id.id);

  return found ? found : find_case (facts->recent_cases, clock->case_id.id);
}

static gboolean
has_counted (TambourHealthPart *part,
             const char        *id)
{
  return g_ptr_array_find_with_equal_func (part->ids, id, g_str_equal, NULL);
}

static gboolean
is_missed (const TambourHealthFacts *facts,
           TambourCase              *support_case)
{
  for (guint i = 0; i < facts->clocks->len; i++)
    {
      TambourResponseClock *clock = g_ptr_array_index (facts->clocks, i);

      if (clock->state == TAMBOUR_CLOCK_STATE_MISSED &&
          g_strcmp0 (clock->case_id.id, tambour_record_get_id (TAMBOUR_RECORD (support_case))) == 0)
        return TRUE;
    }

  return FALSE;
}

/* An outage that goes on is worse than anything else: a risk once a promise in
 * it was missed, or when it goes on for a day.
 */
static gboolean
judge_outages (const TambourHealthFacts *facts,
               const TambourHealthTime  *time,
               TambourHealthPart        *part)
{
  gboolean is_worst = FALSE;

  for (guint i = 0; i < facts->open_cases->len; i++)
    {
      TambourCase *candidate = g_ptr_array_index (facts->open_cases, i);

      if (candidate->priority != TAMBOUR_PRIORITY_P1 || tambour_instant_is_stated (candidate->restored_at))
        continue;

      tambour_health_part_count (part, candidate);
      g_set_str (&part->text, part->ids->len == 1 ? candidate->number : NULL);
      is_worst = is_worst || is_missed (facts, candidate) || candidate->opened_at.seconds + TAMBOUR_DAY < time->at.seconds;
    }

  part->count = part->ids->len;
  if (part->count > 0)
    tambour_health_part_say (part, TAMBOUR_HEALTH_OUTAGE_OPEN, TAMBOUR_HEALTH_WORSE, is_worst ? 0 : 25);

  return part->count > 0;
}

static void
count_clock (const TambourHealthFacts *facts,
             TambourResponseClock     *clock,
             TambourHealthPart        *missed,
             TambourHealthPart        *met)
{
  gboolean is_late = clock->state == TAMBOUR_CLOCK_STATE_MISSED;
  TambourHealthPart *part = is_late ? missed : met;
  TambourCase *of = find_case_of (facts, clock);

  if (!is_late && clock->state != TAMBOUR_CLOCK_STATE_MET)
    return;

  part->count++;
  if (of == NULL || has_counted (part, tambour_record_get_id (TAMBOUR_RECORD (of))))
    return;

  tambour_health_part_count (part, of);
  g_set_str (&part->text, part->ids->len == 1 ? of->number : NULL);
}

/**
 * tambour_health_judge_clocks:
 * @facts: facts
 * @time: when
 * @part: the part
 *
 * Outages that go on, and promised answers that came late or not yet.
 */
void
tambour_health_judge_clocks (const TambourHealthFacts *facts,
                             const TambourHealthTime  *time,
                             TambourHealthPart        *part)
{
  g_autoptr(GPtrArray) met_ids = g_ptr_array_new_with_free_func (g_free);
  TambourHealthPart met = { .ids = met_ids };

  if (judge_outages (facts, time, part))
    return;

  for (guint i = 0; i < facts->clocks->len; i++)
    count_clock (facts, g_ptr_array_index (facts->clocks, i), part, &met);
  g_clear_pointer (&met.text, g_free);

  part->of = part->count + met.count;
  if (part->of == 0)
    {
      tambour_health_part_say (part, TAMBOUR_HEALTH_CLOCKS_UNKNOWN, TAMBOUR_HEALTH_STEADY, NAN);
      return;
    }

  if (part->count > 0)
    {
      tambour_health_part_say (part, TAMBOUR_HEALTH_CLOCKS_MISSED, TAMBOUR_HEALTH_WORSE,
                               20 + 35.0 * met.count / part->of);
      return;
    }

  part->count = met.count;
  part->record = met.record;
  g_clear_pointer (&part->ids, g_ptr_array_unref);
  part->ids = g_steal_pointer (&met_ids);
  tambour_health_part_say (part, TAMBOUR_HEALTH_CLOCKS_MET, TAMBOUR_HEALTH_STEADY, 100);
}

/* --- goals ---------------------------------------------------------------- */

typedef enum
{
  GOAL_PASSED,
  GOAL_ON_TRACK,
  GOAL_SLIPPED,
  GOAL_MISSED,
  N_GOALS
} GoalStanding;

/* A goal whose day has passed and that is nearly met is neither; those of the
 * years before this one have been talked about.
 */
static GoalStanding
stand (const TambourHealthFacts *facts,
       const TambourHealthGoal  *goal,
       TambourDate               today)
{
  gboolean is_over = tambour_date_is_stated (goal->goal->due) && goal->goal->due.julian < today.julian;
  gboolean is_old = is_over && (goal->goal->due.julian + GOAL_NEWS < today.julian ||
                                goal->goal->due.julian < facts->year_start.julian);

  switch ((TambourGoalStatus) goal->goal->status)
    {
    case TAMBOUR_GOAL_STATUS_DRAFT:
    case TAMBOUR_GOAL_STATUS_DROPPED:
      return GOAL_PASSED;
    case TAMBOUR_GOAL_STATUS_MET:
      return is_old ? GOAL_PASSED : GOAL_ON_TRACK;
    case TAMBOUR_GOAL_STATUS_MISSED:
      return is_old ? GOAL_PASSED : goal->progress >= TAMBOUR_GOAL_NEARLY ? GOAL_ON_TRACK
                                                                          : GOAL_MISSED;
    case TAMBOUR_GOAL_STATUS_AGREED:
    case TAMBOUR_GOAL_STATUS_ON_TRACK:
    case TAMBOUR_GOAL_STATUS_AT_RISK:
      break;
    }

  if (is_old)
    return GOAL_PASSED;
  if (is_over)
    return goal->progress >= TAMBOUR_GOAL_NEARLY ? GOAL_ON_TRACK : GOAL_MISSED;

  return goal->goal->status == TAMBOUR_GOAL_STATUS_AT_RISK ? GOAL_SLIPPED : GOAL_ON_TRACK;
}

static void
count_goals (const TambourHealthFacts *facts,
             const TambourHealthTime  *time,
             GoalStanding              standing,
             TambourHealthPart        *part)
{
  for (guint i = 0; i < facts->goals->len; i++)
    {
      const TambourHealthGoal *goal = &g_array_index (facts->goals, TambourHealthGoal, i);

      if (stand (facts, goal, time->today) != standing)
        continue;

      tambour_health_part_count (part, goal->goal);
      g_set_str (&part->text, part->ids->len == 1 ? goal->goal->statement : NULL);
    }

  part->count = part->ids->len;
}

/**
 * tambour_health_judge_goals:
 * @facts: facts
 * @time: when
 * @part: the part
 *
 * Goals that were missed, and those that slipped.
 */
void
tambour_health_judge_goals (const TambourHealthFacts *facts,
                            const TambourHealthTime  *time,
                            TambourHealthPart        *part)
{
  guint counts[N_GOALS] = { 0 };
  guint n;

  for (guint i = 0; i < facts->goals->len; i++)
    counts[stand (facts, &g_array_index (facts->goals, TambourHealthGoal, i), time->today)]++;

  n = counts[GOAL_ON_TRACK] + counts[GOAL_SLIPPED] + counts[GOAL_MISSED];
  part->of = n;
  if (n == 0)
    {
      tambour_health_part_say (part, TAMBOUR_HEALTH_GOALS_UNKNOWN, TAMBOUR_HEALTH_STEADY, NAN);
      return;
    }

  if (counts[GOAL_MISSED] > 0)
    {
      count_goals (facts, time, GOAL_MISSED, part);
      tambour_health_part_say (part, TAMBOUR_HEALTH_GOALS_MISSED, TAMBOUR_HEALTH_WORSE,
                               50.0 * (counts[GOAL_ON_TRACK] + .5 * counts[GOAL_SLIPPED]) / n);
    }
  else if (counts[GOAL_SLIPPED] > 0)
    {
      count_goals (facts, time, GOAL_SLIPPED, part);
      tambour_health_part_say (part, TAMBOUR_HEALTH_GOALS_SLIPPED, TAMBOUR_HEALTH_WORSE,
                               30 + 29.0 * counts[GOAL_ON_TRACK] / n);
    }
  else
    {
      count_goals (facts, time, GOAL_ON_TRACK, part);
      tambour_health_part_say (part, TAMBOUR_HEALTH_GOALS_ON_TRACK, TAMBOUR_HEALTH_STEADY, 95);
    }
}

/* --- usage ---------------------------------------------------------------- */

/* Months as numbers, so that the month before is one less. */
static int
month_of (TambourDate date)
{
  int year, month, day;

  tambour_date_split (date, &year, &month, &day);

  return year * 12 + month - 1;
}

/* Of a day's parts the sum, then of the days the mean (METRICS.md M31). */
static double
mean_of_month (const TambourHealthFacts *facts,
               int                       month,
               TambourHealthPart        *part)
{
  g_autoptr(GHashTable) days = g_hash_table_new (NULL, NULL);
  double sum = 0;

  for (guint i = 0; i < facts->usage->len; i++)
    {
      const TambourHealthSample *sample = &g_array_index (facts->usage, TambourHealthSample, i);

      if (isnan (sample->value) || month_of (sample->on) != month)
        continue;

      sum += sample->value;
      g_hash_table_add (days, GUINT_TO_POINTER (sample->on.julian));
      if (part != NULL)
        g_ptr_array_add (part->ids, g_strdup (sample->id));
    }

  return g_hash_table_size (days) > 0 ? sum / g_hash_table_size (days) : NAN;
}

static int
choose_month (const TambourHealthFacts *facts,
              TambourDate               today)
{
  int year, month, day;

  tambour_date_split (today, &year, &month, &day);
  if (day > USAGE_DAYS && !isnan (mean_of_month (facts, month_of (today), NULL)))
    return month_of (today);

  return month_of (today) - 1;
}

/**
 * tambour_health_judge_usage:
 * @facts: facts
 * @time: when
 * @part: the part
 *
 * The main metric's mean of a day against that of the month before.
 */
void
tambour_health_judge_usage (const TambourHealthFacts *facts,
                            const TambourHealthTime  *time,
                            TambourHealthPart        *part)
{
  int month = choose_month (facts, time->today);
  double before = mean_of_month (facts, month - 1, part);
  double now = mean_of_month (facts, month, part);

  if (isnan (before) || isnan (now) || before <= 0)
    {
      tambour_health_part_forget (part);
      tambour_health_part_say (part, TAMBOUR_HEALTH_USAGE_UNKNOWN, TAMBOUR_HEALTH_STEADY, NAN);
      return;
    }

  part->record = "usage_sample";
  part->text = g_strdup (facts->metric);
  part->change = now / before - 1;
  part->date = tambour_date_new ((month - 1) / 12, (month - 1) % 12 + 1, 1);
  if (part->change > USAGE_SAME)
    tambour_health_part_say (part, TAMBOUR_HEALTH_USAGE_UP, TAMBOUR_HEALTH_BETTER, 95);
  else if (part->change >= -USAGE_SAME)
    tambour_health_part_say (part, TAMBOUR_HEALTH_USAGE_SAME, TAMBOUR_HEALTH_STEADY, 85);
  else if (part->change >= -USAGE_BAD)
    tambour_health_part_say (part, TAMBOUR_HEALTH_USAGE_DOWN, TAMBOUR_HEALTH_STEADY, 65);
  else
    tambour_health_part_say (part, TAMBOUR_HEALTH_USAGE_DOWN, TAMBOUR_HEALTH_WORSE, 50 + 100 * (part->change + USAGE_BAD));
}

/* --- findings ------------------------------------------------------------- */

/**
 * tambour_health_judge_findings:
 * @facts: facts
 * @time: when
 * @part: the part
 *
 * Findings of high severity that are still open.
 */
void
tambour_health_judge_findings (const TambourHealthFacts *facts,
                               const TambourHealthTime  *time,
                               TambourHealthPart        *part)
{
  guint overdue = 0;

  for (guint i = 0; i < facts->findings->len; i++)
    {
      TambourFinding *finding = g_ptr_array_index (facts->findings, i);

      if (finding->severity != TAMBOUR_SEVERITY_HIGH)
        continue;

      tambour_health_part_count (part, finding);
      overdue += tambour_date_is_stated (finding->due) && finding->due.julian < time->today.julian;
    }

  part->count = part->ids->len;
  if (part->count > 0)
    tambour_health_part_say (part, TAMBOUR_HEALTH_FINDINGS_OPEN,
                             overdue > 1 || part->count > 2 ? TAMBOUR_HEALTH_WORSE : TAMBOUR_HEALTH_STEADY,
                             MAX (20, 90.0 - 10 * part->count - 10 * overdue));
  else if (!facts->was_audited)
    tambour_health_part_say (part, TAMBOUR_HEALTH_FINDINGS_UNKNOWN, TAMBOUR_HEALTH_STEADY, NAN);
  else
    tambour_health_part_say (part, TAMBOUR_HEALTH_FINDINGS_CLOSED, TAMBOUR_HEALTH_STEADY, 100);
}
