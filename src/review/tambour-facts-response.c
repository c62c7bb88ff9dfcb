/* tambour-facts-response.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-facts-private.h"

#include <glib/gi18n-lib.h>

/* Which clocks a figure takes. */
typedef struct
{
  TambourClockKind kind;
  gint             priority; /* of TambourPriority, or ANY */
  gint             channel;  /* of TambourChannel, or ANY */
  double           rank;     /* which of the sorted times: a share, or MEDIAN */
} Filter;

#define ANY     (-1)
#define MEDIAN  (-1.0)
#define LONGEST 1.0

static const TambourDefinition MET = {
  "response.met", "M04", TAMBOUR_UNIT_SHARE, N_("Response targets met"),
  N_("First responses at or before their due time ÷ those answered or due by the cut-off; the target is that of the plan valid when the case was opened"),
  N_("Cases, case events, plan catalogue"),
};
static const TambourDefinition MEDIAN_TIME = {
  "response.median", "M05", TAMBOUR_UNIT_HOURS, N_("First response, median"),
  N_("Covered time from the start of the clock to the first response, pauses left out: the middle value, of an even number the lower one"),
  N_("Cases, case events, plan catalogue"),
};
static const TambourDefinition P90_TIME = {
  "response.p90", "M05", TAMBOUR_UNIT_HOURS, N_("First response, nine in ten"),
  N_("Covered time to the first response: nearest-rank 90th percentile"), N_("Cases, case events, plan catalogue"),
};
static const TambourDefinition LONGEST_TIME = {
  "response.longest", "M05", TAMBOUR_UNIT_HOURS, N_("First response, longest"),
  N_("Covered time to the first response: the longest"), N_("Cases, case events, plan catalogue"),
};
static const TambourDefinition WAITING = {
  "response.waiting", "M04", TAMBOUR_UNIT_COUNT, N_("First responses not due yet"),
  N_("First responses neither given nor due by the cut-off: left out of both sides"), N_("Cases, case events, plan catalogue"),
};
static const TambourDefinition NEXT = {
  "response.next", "M06", TAMBOUR_UNIT_SHARE, N_("Next responses in time"),
  N_("Every next response at or before its due time ÷ those answered or due by the cut-off"), N_("Case events, plan catalogue"),
};
static const TambourDefinition PLAN_AGREED = {
  "cases.plan", "M07", TAMBOUR_UNIT_SHARE, N_("P2 cases with a plan agreed or resolved"),
  N_("P2 cases opened in the period that have an agreed plan or are resolved ÷ all of them"), N_("Cases, case events"),
};
static const TambourDefinition PLAN_TIME = {
  "cases.plan.median", "M07", TAMBOUR_UNIT_HOURS, N_("P2 cases: time to a plan, median"),
  N_("Covered time from opened to plan agreed or resolved, whichever came first: the middle value, of an even number the lower one"),
  N_("Cases, case events, plan catalogue"),
};
static const TambourDefinition PAUSED = {
  "cases.paused", "M09", TAMBOUR_UNIT_SHARE, N_("Time spent waiting for the customer"),
  N_("Paused covered time ÷ all covered time of the clocks of cases closed in the period"), N_("Case events, plan catalogue"),
};

static const char SILENT_SOURCE[] = N_("The source of these cases does not record first responses");
static const char NO_PLAN[] = N_("No support plan was in force when the case was opened");
static const char NO_CATALOGUE[] = N_("There is no plan catalogue");
static const char NO_TARGET[] = N_("The plan has no target for the priority and channel of the case");
static const char NOT_DUE[] = N_("Not due yet");
static const char NEVER_OPEN[] = N_("The calendar of the target has no covered time");

static void
replay (TambourReading   *reading,
        TambourCaseState *state)
{
  g_autoptr(GError) error = NULL;

  if (!tambour_reading_speaks (reading, state))
    state->refusal = SILENT_SOURCE;
  else if (reading->plans == NULL)
    state->refusal = NO_CATALOGUE;
  else if (state->plan == NULL)
    state->refusal = NO_PLAN;

  if (state->refusal != NULL)
    return;

  state->clocks = tambour_clock_replay_versions (reading->plans, state->plan, state->support_case, state->events,
                                                 reading->facts->as_of, &error);
  if (state->clocks == NULL)
    state->refusal = g_error_matches (error, TAMBOUR_CATALOGUE_ERROR, TAMBOUR_CATALOGUE_ERROR_NEVER_OPEN) ?
                       NEVER_OPEN :
                       NO_TARGET;
  else if (state->clocks->len == 0)
    state->refusal = NO_TARGET;
}

/* The clocks of a case, replayed when first asked for; NULL with a refusal. */
static GPtrArray *
get_clocks (TambourReading   *reading,
            TambourCaseState *state)
{
  if (state->clocks == NULL && state->refusal == NULL)
    replay (reading, state);

  return state->refusal ? NULL : state->clocks;
}

static gboolean
is_cancelled (TambourResponseClock *clock)
{
  return clock->state == TAMBOUR_CLOCK_STATE_CANCELLED;
}

static gboolean
is_decided (TambourResponseClock *clock)
{
  return clock->state == TAMBOUR_CLOCK_STATE_MET || clock->state == TAMBOUR_CLOCK_STATE_MISSED;
}

static gboolean
takes_clock (const Filter         *filter,
             TambourResponseClock *clock)
{
  return !is_cancelled (clock) && clock->kind == filter->kind &&
         (filter->priority == ANY || clock->priority == (guint) filter->priority) &&
         (filter->channel == ANY || clock->channel == (guint) filter->channel);
}

static gboolean
takes_case (const Filter *filter,
            TambourCase  *record)
{
  return (filter->priority == ANY || record->priority == (guint) filter->priority) &&
         (filter->channel == ANY || record->channel == (guint) filter->channel);
}

typedef void (*ClockFunc) (TambourCaseState     *state,
                           TambourResponseClock *clock,
                           TambourMeasure       *measure,
                           gpointer              user_data);

/* Goes through the clocks of the cases opened in the period. Cases without
 * clocks are left out with the reason; if there are only such, the reason
 * becomes that of the figure.
 */
static void
each_clock (TambourReading      *reading,
            const TambourPeriod *period,
            const Filter        *filter,
            ClockFunc            func,
            TambourMeasure      *measure,
            gpointer             user_data)
{
  const char *refusal = NULL;
  guint n_taken = 0;

  for (guint i = 0; i < reading->cases->len; i++)
    {
      TambourCaseState *state = g_ptr_array_index (reading->cases, i);
      GPtrArray *clocks;

      if (!tambour_case_state_opened_in (state, period))
        continue;

      clocks = get_clocks (reading, state);
      if (clocks == NULL && takes_case (filter, state->support_case))
        {
          refusal = refusal ? refusal : state->refusal;
          tambour_measure_exclude (measure, state->id, state->refusal);
        }

      for (guint j = 0; clocks && j < clocks->len; j++)
        if (takes_clock (filter, g_ptr_array_index (clocks, j)))
          {
            func (state, g_ptr_array_index (clocks, j), measure, user_data);
            n_taken++;
          }
    }

  if (refusal != NULL && n_taken == 0)
    tambour_measure_refuse (measure, refusal);
}

static void
decide (TambourCaseState     *state,
        TambourResponseClock *clock,
        TambourMeasure       *measure,
        gpointer              user_data)
{
  if (is_decided (clock))
    tambour_measure_decide (measure, state->id, clock->state == TAMBOUR_CLOCK_STATE_MET);
  else
    tambour_measure_exclude (measure, state->id, NOT_DUE);
}

static void
measure_met (TambourReading      *reading,
             const TambourPeriod *period,
             gconstpointer        data,
             TambourMeasure      *measure)
{
  each_clock (reading, period, data, decide, measure, NULL);
  if (measure->reason == NULL)
    tambour_measure_set_share (measure);
}

/* A catalogue may promise first responses only; then nothing was missed, and
 * nothing measured.
 */
static void
measure_next (TambourReading      *reading,
              const TambourPeriod *period,
              gconstpointer        data,
              TambourMeasure      *measure)
{
  measure_met (reading, period, data, measure);
  if (measure->state == TAMBOUR_FACT_EMPTY && measure->excluded->len == 0)
    tambour_measure_refuse (measure, N_("The plan makes no promise about next responses"));
}

static void
wait (TambourCaseState     *state,
      TambourResponseClock *clock,
      TambourMeasure       *measure,
      gpointer              user_data)
{
  if (!is_decided (clock))
    tambour_measure_count (measure, state->id);
}

static void
measure_waiting (TambourReading      *reading,
                 const TambourPeriod *period,
                 gconstpointer        data,
                 TambourMeasure      *measure)
{
  each_clock (reading, period, data, wait, measure, NULL);
  if (measure->reason == NULL)
    tambour_measure_set_count (measure);
}

static void
take_time (TambourCaseState     *state,
           TambourResponseClock *clock,
           TambourMeasure       *measure,
           gpointer              user_data)
{
  GArray *hours = user_data;
  double value = clock->covered_seconds / (double) TAMBOUR_HOUR;

  if (!tambour_instant_is_stated (clock->stop))
    return;

  g_array_append_val (hours, value);
  tambour_measure_count (measure, state->id);
}

static void
measure_time (TambourReading      *reading,
              const TambourPeriod *period,
              gconstpointer        data,
              TambourMeasure      *measure)
{
  const Filter *filter = data;
  g_autoptr(GArray) hours = g_array_new (FALSE, FALSE, sizeof (double));
  const double *values;

  each_clock (reading, period, filter, take_time, measure, hours);
  if (measure->reason != NULL)
    return;

  g_array_sort (hours, tambour_compare_numbers);
  values = (const double *) hours->data;
  tambour_measure_set_value (measure, filter->rank == MEDIAN ? tambour_median (values, hours->len) :
                                                               tambour_percentile (values, hours->len, filter->rank));
}

/* --- the promises --------------------------------------------------------- */

static const TambourTarget *
find_target (TambourReading  *reading,
             TambourPriority  priority,
             TambourChannel   channel)
{
  TambourFacts *facts = reading->facts;
  TambourInstant last = { tambour_reading_end (reading, &facts->period).seconds - 1 };
  TambourCatalogue *catalogue = tambour_reading_catalogue_at (reading, last);

  if (catalogue == NULL || facts->plan == NULL || facts->plan->code == NULL)
    return NULL;

  return tambour_catalogue_find_target (catalogue, facts->plan->code, TAMBOUR_CLOCK_KIND_FIRST_RESPONSE,
                                        priority, channel, NULL);
}

#define N_CHANNELS (TAMBOUR_CHANNEL_TAM + 1)

/* How many first-response clocks the period has, by priority and channel. */
static void
tally (TambourReading *reading,
       guint           counts[TAMBOUR_N_PRIORITIES][N_CHANNELS])
{
  for (guint i = 0; i < reading->cases->len; i++)
    {
      TambourCaseState *state = g_ptr_array_index (reading->cases, i);
      GPtrArray *clocks;

      if (!tambour_case_state_opened_in (state, &reading->facts->period))
        continue;

      clocks = get_clocks (reading, state);
      for (guint j = 0; clocks && j < clocks->len; j++)
        {
          TambourResponseClock *clock = g_ptr_array_index (clocks, j);

          if (clock->kind == TAMBOUR_CLOCK_KIND_FIRST_RESPONSE && !is_cancelled (clock))
            counts[clock->priority][clock->channel]++;
        }
    }
}

/* The promise that most clocks of the priority were held to. */
static void
choose_target (TambourReading      *reading,
               const guint          counts[N_CHANNELS],
               TambourResponseFact *fact)
{
  const TambourTarget *seen[N_CHANNELS] = { NULL };
  guint most = 0;

  for (guint channel = 0; channel < N_CHANNELS; channel++)
    {
      const TambourTarget *target = counts[channel] > 0 ? find_target (reading, fact->priority, channel) : NULL;
      gboolean is_new = target != NULL;

      for (guint i = 0; i < fact->n_targets; i++)
        is_new = is_new && seen[i] != target;
      if (is_new)
        seen[fact->n_targets++] = target;
      if (target != NULL && counts[channel] > most)
        {
          most = counts[channel];
          fact->target = target;
        }
    }

  /* No case this year: the promise stands all the same. */
  if (fact->target == NULL)
    fact->target = find_target (reading, fact->priority, TAMBOUR_CHANNEL_PHONE);
}

static void
add_row (TambourReading      *reading,
         TambourResponseFact *fact,
         const char          *variant,
         gint                 priority,
         gint                 channel)
{
  const Filter median = { TAMBOUR_CLOCK_KIND_FIRST_RESPONSE, priority, channel, MEDIAN };
  const Filter p90 = { TAMBOUR_CLOCK_KIND_FIRST_RESPONSE, priority, channel, 0.9 };
  const Filter longest = { TAMBOUR_CLOCK_KIND_FIRST_RESPONSE, priority, channel, LONGEST };

  fact->share = tambour_reading_add (reading, &MET, variant, NULL, measure_met, &median);
  fact->median = tambour_reading_add (reading, &MEDIAN_TIME, variant, NULL, measure_time, &median);
  fact->p90 = tambour_reading_add (reading, &P90_TIME, variant, NULL, measure_time, &p90);
  fact->longest = tambour_reading_add (reading, &LONGEST_TIME, variant, NULL, measure_time, &longest);
  fact->waiting = tambour_reading_add (reading, &WAITING, variant, NULL, measure_waiting, &median);
}

static void
add_channels (TambourReading *reading,
              guint           priority,
              const guint     counts[N_CHANNELS])
{
  for (guint channel = 0; channel < N_CHANNELS; channel++)
    {
      TambourResponseFact fact = { .priority = priority, .channel = channel };
      g_autofree char *variant = NULL;

      if (counts[channel] == 0)
        continue;

      variant = g_strconcat (tambour_priority_variant (priority), ".",
                             tambour_choice_nick (TAMBOUR_TYPE_CHANNEL, channel), NULL);
      add_row (reading, &fact, variant, priority, channel);
      fact.target = find_target (reading, priority, channel);
      fact.n_targets = fact.target ? 1 : 0;
      g_array_append_val (reading->facts->service.by_channel, fact);
    }
}

/* --- M07, M09 ------------------------------------------------------------- */

static TambourInstant
plan_instant (TambourCaseState *state)
{
  if (!tambour_instant_is_stated (state->plan_agreed))
    return state->resolved;
  if (!tambour_instant_is_stated (state->resolved))
    return state->plan_agreed;

  return tambour_compare_instants (state->plan_agreed, state->resolved) < 0 ? state->plan_agreed : state->resolved;
}

static void
measure_plan (TambourReading      *reading,
              const TambourPeriod *period,
              gconstpointer        data,
              TambourMeasure      *measure)
{
  for (guint i = 0; i < reading->cases->len; i++)
    {
      TambourCaseState *state = g_ptr_array_index (reading->cases, i);

      if (tambour_case_state_opened_in (state, period) && state->support_case->priority == TAMBOUR_PRIORITY_P2)
        tambour_measure_decide (measure, state->id, tambour_instant_is_stated (plan_instant (state)));
    }

  tambour_measure_set_share (measure);
}

static void
measure_plan_time (TambourReading      *reading,
                   const TambourPeriod *period,
                   gconstpointer        data,
                   TambourMeasure      *measure)
{
  g_autoptr(GArray) hours = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < reading->cases->len; i++)
    {
      TambourCaseState *state = g_ptr_array_index (reading->cases, i);
      const TambourTarget *target;
      double value;

      if (!tambour_case_state_opened_in (state, period) || state->support_case->priority != TAMBOUR_PRIORITY_P2 ||
          !tambour_instant_is_stated (plan_instant (state)))
        continue;

      target = find_target (reading, TAMBOUR_PRIORITY_P2, state->support_case->channel);
      if (target == NULL)
        {
          tambour_measure_exclude (measure, state->id, NO_TARGET);
          continue;
        }

      value = tambour_calendar_covered_time (target->calendar, state->support_case->opened_at, plan_instant (state)) /
              (double) TAMBOUR_HOUR;
      g_array_append_val (hours, value);
      tambour_measure_count (measure, state->id);
    }

  g_array_sort (hours, tambour_compare_numbers);
  if (hours->len == 0 && measure->excluded->len > 0)
    tambour_measure_refuse (measure, N_("There is no support hours calendar to count the time in"));
  else
    tambour_measure_set_value (measure, tambour_median ((const double *) hours->data, hours->len));
}

static void
measure_paused (TambourReading      *reading,
                const TambourPeriod *period,
                gconstpointer        data,
                TambourMeasure      *measure)
{
  gint64 paused = 0, covered = 0;
  const char *refusal = NULL;

  for (guint i = 0; i < reading->cases->len; i++)
    {
      TambourCaseState *state = g_ptr_array_index (reading->cases, i);
      GPtrArray *clocks;

      if (!tambour_case_state_closed_in (state, period))
        continue;

      clocks = get_clocks (reading, state);
      if (clocks == NULL)
        {
          refusal = state->refusal;
          tambour_measure_exclude (measure, state->id, refusal);
          continue;
        }

      for (guint j = 0; j < clocks->len; j++)
        {
          TambourResponseClock *clock = g_ptr_array_index (clocks, j);

          if (is_cancelled (clock))
            continue;
          paused += MAX (clock->paused_seconds, 0);
          covered += MAX (clock->covered_seconds, 0);
        }
      tambour_measure_count (measure, state->id);
    }

  if (refusal != NULL && measure->n == 0)
    tambour_measure_refuse (measure, refusal);
  else
    tambour_measure_set_value (measure, paused + covered > 0 ? paused / (double) (paused + covered) : NAN);
}

/**
 * tambour_facts_count_responses:
 * @reading: a reading
 *
 * Counts the response clocks, replayed from the events of each case
 * (METRICS.md M04 to M07 and M09).
 */
void
tambour_facts_count_responses (TambourReading *reading)
{
  static const Filter NEXT_CLOCKS = { TAMBOUR_CLOCK_KIND_NEXT_RESPONSE, ANY, ANY, MEDIAN };
  TambourServiceFacts *service = &reading->facts->service;
  guint counts[TAMBOUR_N_PRIORITIES][N_CHANNELS] = { 0 };

  tally (reading, counts);
  add_row (reading, &service->response_all, NULL, ANY, ANY);
  service->met = service->response_all.share;
  for (guint priority = 0; priority < TAMBOUR_N_PRIORITIES; priority++)
    {
      TambourResponseFact *fact = &service->response[priority];

      fact->priority = priority;
      add_row (reading, fact, tambour_priority_variant (priority), priority, ANY);
      choose_target (reading, counts[priority], fact);
    }
  for (guint priority = 0; priority < TAMBOUR_N_PRIORITIES; priority++)
    add_channels (reading, priority, counts[priority]);

  service->next_response = tambour_reading_add (reading, &NEXT, NULL, NULL, measure_next, &NEXT_CLOCKS);
  service->plan_agreed = tambour_reading_add (reading, &PLAN_AGREED, NULL, NULL, measure_plan, NULL);
  service->plan_median = tambour_reading_add (reading, &PLAN_TIME, NULL, NULL, measure_plan_time, NULL);
  service->waiting_on_customer = tambour_reading_add (reading, &PAUSED, NULL, NULL, measure_paused, NULL);
}
