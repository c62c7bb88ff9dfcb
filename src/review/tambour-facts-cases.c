/* tambour-facts-cases.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-facts-private.h"

#include <glib/gi18n-lib.h>

/* Which cases a figure takes; 0 is any. */
typedef struct
{
  gint priority; /* of TambourPriority, or ANY */
  gint channel;  /* of TambourChannel, or ANY */
  gint low;      /* days */
  gint high;
} Filter;

#define ANY (-1)

static const TambourDefinition OPENED = {
  "cases.opened", "M01", TAMBOUR_UNIT_COUNT, N_("Cases opened"),
  N_("Cases with opened date in the period"), N_("Cases"),
};
static const TambourDefinition OPENED_BY_MONTH = {
  "cases.opened.month", "M01", TAMBOUR_UNIT_COUNT, N_("Cases opened in a month"),
  N_("Cases with opened date in the month, within the period"), N_("Cases"),
};
static const TambourDefinition OPENED_BY_CHANNEL = {
  "cases.opened.channel", "M01", TAMBOUR_UNIT_COUNT, N_("Cases opened through a channel"),
  N_("Cases with opened date in the period, by the channel they came through"), N_("Cases"),
};
static const TambourDefinition EXCLUDED = {
  "cases.excluded", "M01", TAMBOUR_UNIT_COUNT, N_("Cases left out"),
  N_("Cases opened in the period that are flagged duplicate, merged into another, spam or test; no other figure counts them"),
  N_("Cases"),
};
static const TambourDefinition BACKLOG = {
  "cases.backlog", "M02", TAMBOUR_UNIT_COUNT, N_("Backlog"),
  N_("Cases opened before the end of the period and not closed before it"), N_("Cases"),
};
static const TambourDefinition BACKLOG_BY_AGE = {
  "cases.backlog.age", "M02", TAMBOUR_UNIT_COUNT, N_("Backlog by age"),
  N_("Cases of the backlog by their age in days at the end of the period"), N_("Cases"),
};
static const TambourDefinition CLOSED = {
  "cases.closed", "M03", TAMBOUR_UNIT_COUNT, N_("Cases closed"),
  N_("Cases with closed date in the period"), N_("Cases, case events"),
};
static const TambourDefinition REOPENED = {
  "cases.reopened", "M10", TAMBOUR_UNIT_SHARE, N_("Reopen rate"),
  N_("Cases with a reopening in the period ÷ cases closed in the period"), N_("Cases, case events"),
};

static const char NO_CASES[] = N_("No cases are recorded");
static const char CASES_BEGIN_LATER[] = N_("The recorded cases begin later");

/**
 * tambour_reading_refuses_cases:
 * @reading: a reading
 * @period: a period
 * @measure: (inout): becomes not measured if so
 *
 * A zero is said only where cases had been recorded by then.
 *
 * Returns: whether no case had been recorded by the end of the period
 */
gboolean
tambour_reading_refuses_cases (TambourReading      *reading,
                               const TambourPeriod *period,
                               TambourMeasure      *measure)
{
  TambourInstant first = tambour_reading_first_opening (reading);

  if (!tambour_instant_is_stated (first))
    tambour_measure_refuse (measure, NO_CASES);
  else if (first.seconds >= period->end.seconds)
    tambour_measure_refuse (measure, CASES_BEGIN_LATER);
  else
    return FALSE;

  return TRUE;
}

static gboolean
matches (const Filter     *filter,
         TambourCaseState *state)
{
  return (filter->priority == ANY || (guint) filter->priority == state->support_case->priority) &&
         (filter->channel == ANY || (guint) filter->channel == state->support_case->channel);
}

static const char *
exclusion_reason (TambourCaseState *state)
{
  switch ((TambourCaseExclusion) state->support_case->exclusion)
    {
    case TAMBOUR_CASE_EXCLUSION_DUPLICATE:
      return N_("Duplicate");

    case TAMBOUR_CASE_EXCLUSION_MERGED:
      return N_("Merged into another case");

    case TAMBOUR_CASE_EXCLUSION_SPAM:
      return N_("Spam");

    case TAMBOUR_CASE_EXCLUSION_TEST:
      return N_("Test");

    case TAMBOUR_CASE_EXCLUSION_DELETED:
      return N_("Deleted in the portal");

    case TAMBOUR_CASE_EXCLUSION_NO:
      break;
    }

  return N_("Left out");
}

static void
measure_opened (TambourReading      *reading,
                const TambourPeriod *period,
                gconstpointer        data,
                TambourMeasure      *measure)
{
  if (tambour_reading_refuses_cases (reading, period, measure))
    return;

  for (guint i = 0; i < reading->cases->len; i++)
    {
      TambourCaseState *state = g_ptr_array_index (reading->cases, i);

      if (tambour_case_state_opened_in (state, period) && matches (data, state))
        tambour_measure_count (measure, state->id);
    }

  for (guint i = 0; i < reading->left_out->len; i++)
    {
      TambourCaseState *state = g_ptr_array_index (reading->left_out, i);

      if (tambour_case_state_opened_in (state, period) && matches (data, state))
        tambour_measure_exclude (measure, state->id, exclusion_reason (state));
    }

  tambour_measure_set_count (measure);
}

static void
measure_left_out (TambourReading      *reading,
                  const TambourPeriod *period,
                  gconstpointer        data,
                  TambourMeasure      *measure)
{
  for (guint i = 0; i < reading->left_out->len; i++)
    {
      TambourCaseState *state = g_ptr_array_index (reading->left_out, i);

      if (tambour_case_state_opened_in (state, period))
        {
          tambour_measure_count (measure, state->id);
          tambour_measure_exclude (measure, state->id, exclusion_reason (state));
        }
    }

  tambour_measure_set_count (measure);
}

static gboolean
is_waiting_at (TambourCaseState *state,
               TambourInstant    end)
{
  return state->support_case->opened_at.seconds < end.seconds &&
         (!tambour_instant_is_stated (state->closed) || state->closed.seconds >= end.seconds);
}

static void
measure_backlog (TambourReading      *reading,
                 const TambourPeriod *period,
                 gconstpointer        data,
                 TambourMeasure      *measure)
{
  const Filter *filter = data;
  TambourInstant end = tambour_reading_end (reading, period);

  if (tambour_reading_refuses_cases (reading, period, measure))
    return;

  for (guint i = 0; i < reading->cases->len; i++)
    {
      TambourCaseState *state = g_ptr_array_index (reading->cases, i);
      gint64 age = (end.seconds - state->support_case->opened_at.seconds) / TAMBOUR_DAY;

      if (is_waiting_at (state, period->end) && age >= filter->low && age <= filter->high)
        tambour_measure_count (measure, state->id);
    }

  tambour_measure_set_count (measure);
}

static void
measure_closed (TambourReading      *reading,
                const TambourPeriod *period,
                gconstpointer        data,
                TambourMeasure      *measure)
{
  if (tambour_reading_refuses_cases (reading, period, measure))
    return;

  for (guint i = 0; i < reading->cases->len; i++)
    {
      TambourCaseState *state = g_ptr_array_index (reading->cases, i);

      if (tambour_case_state_closed_in (state, period))
        tambour_measure_count (measure, state->id);
    }

  tambour_measure_set_count (measure);
}

/* A reopening of which only the number is known happened before the case was
 * closed for good: it counts in the period of the closing.
 */
static gboolean
is_reopened_in (TambourCaseState    *state,
                const TambourPeriod *period)
{
  for (guint i = 0; i < state->reopened_at->len; i++)
    if (tambour_reading_is_in (period, g_array_index (state->reopened_at, TambourInstant, i)))
      return TRUE;

  return state->was_reopened && state->reopened_at->len == 0 && tambour_case_state_closed_in (state, period);
}

static void
measure_reopened (TambourReading      *reading,
                  const TambourPeriod *period,
                  gconstpointer        data,
                  TambourMeasure      *measure)
{
  if (tambour_reading_refuses_cases (reading, period, measure))
    return;

  measure->of = 0;
  for (guint i = 0; i < reading->cases->len; i++)
    {
      TambourCaseState *state = g_ptr_array_index (reading->cases, i);

      if (tambour_case_state_closed_in (state, period))
        {
          g_ptr_array_add (measure->ids, (gpointer) state->id);
          measure->of++;
        }
      if (is_reopened_in (state, period))
        {
          g_ptr_array_add (measure->hits, (gpointer) state->id);
          measure->n++;
        }
    }

  tambour_measure_set_share (measure);
}

/**
 * tambour_priority_variant:
 * @priority: a TambourPriority
 *
 * Returns: it as a part of a key
 */
const char *
tambour_priority_variant (guint priority)
{
  static const char * const VARIANTS[TAMBOUR_N_PRIORITIES] = { "none", "p1", "p2", "p3" };

  return VARIANTS[priority];
}

/**
 * tambour_month_of:
 * @zone: the account's
 * @period: a period
 * @i: months after the one that the period begins in
 * @year: (out): its year
 * @month: (out): 1 to 12
 *
 * Returns: the part of that calendar month that lies in the period
 */
TambourPeriod
tambour_month_of (GTimeZone           *zone,
                  const TambourPeriod *period,
                  guint                i,
                  int                 *year,
                  int                 *month)
{
  TambourPeriod part = *period;
  TambourDate first, next;
  int day;

  tambour_date_split (period->from, year, month, &day);
  *year += (*month - 1 + i) / 12;
  *month = (*month - 1 + i) % 12 + 1;
  first = tambour_date_new (*year, *month, 1);
  next = tambour_date_new (*month == 12 ? *year + 1 : *year, *month == 12 ? 1 : *month + 1, 1);

  if (first.julian > part.from.julian)
    part.from = first;
  if (next.julian < part.to.julian)
    part.to = next;
  part.start = tambour_zone_start_of_day (zone, part.from);
  part.end = tambour_zone_start_of_day (zone, part.to);

  return part;
}

typedef struct
{
  Filter filter;
  guint  month;
} MonthFilter;

static void
measure_month (TambourReading      *reading,
               const TambourPeriod *period,
               gconstpointer        data,
               TambourMeasure      *measure)
{
  const MonthFilter *filter = data;
  int year, month;
  TambourPeriod part = tambour_month_of (reading->facts->zone, period, filter->month, &year, &month);

  if (tambour_compare_instants (part.start, reading->facts->as_of) > 0)
    tambour_measure_refuse (measure, N_("The month had not begun at the cut-off"));
  else
    measure_opened (reading, &part, &filter->filter, measure);
}

static void
count_months (TambourReading *reading)
{
  TambourFacts *facts = reading->facts;
  TambourPeriod part;
  guint i = 0;

  do
    {
      TambourMonthFact fact = { 0 };

      part = tambour_month_of (facts->zone, &facts->period, i, &fact.year, &fact.month);
      for (guint priority = 0; priority < TAMBOUR_N_PRIORITIES; priority++)
        {
          MonthFilter filter = { { priority, ANY, 0, 0 }, i };
          g_autofree char *variant = g_strdup_printf ("%04d-%02d.%s", fact.year, fact.month, tambour_priority_variant (priority));

          fact.opened[priority] = tambour_reading_add (reading, &OPENED_BY_MONTH, variant, NULL, measure_month, &filter);
        }
      g_array_append_val (facts->service.months, fact);
      i++;
    }
  while (part.to.julian < facts->period.to.julian);
}

static void
count_backlog (TambourReading *reading)
{
  static const Filter AGES[] = { { ANY, ANY, 0, 7 }, { ANY, ANY, 8, 30 }, { ANY, ANY, 31, 90 }, { ANY, ANY, 91, G_MAXINT } };
  static const char * const VARIANTS[] = { "0-7", "8-30", "31-90", "90+" };
  static const Filter ALL = { ANY, ANY, G_MININT, G_MAXINT };
  TambourServiceFacts *service = &reading->facts->service;

  service->backlog = tambour_reading_add (reading, &BACKLOG, NULL, NULL, measure_backlog, &ALL);
  for (guint i = 0; i < G_N_ELEMENTS (AGES); i++)
    service->backlog_age[i] = tambour_reading_add (reading, &BACKLOG_BY_AGE, VARIANTS[i], NULL,
                                                   measure_backlog, &AGES[i]);
}

/**
 * tambour_facts_count_opened:
 * @reading: a reading
 *
 * Counts the cases that were opened, by priority (METRICS.md M01).
 */
void
tambour_facts_count_opened (TambourReading *reading)
{
  static const Filter ALL = { ANY, ANY, 0, 0 };
  TambourServiceFacts *service = &reading->facts->service;

  service->total = tambour_reading_add (reading, &OPENED, NULL, NULL, measure_opened, &ALL);
  for (guint priority = 0; priority < TAMBOUR_N_PRIORITIES; priority++)
    {
      Filter filter = { priority, ANY, 0, 0 };

      service->opened[priority] = tambour_reading_add (reading, &OPENED, tambour_priority_variant (priority), NULL,
                                                       measure_opened, &filter);
    }
}

/**
 * tambour_facts_count_cases:
 * @reading: a reading
 *
 * Counts the cases: opened by priority, month and channel, left out, backlog,
 * closed, reopened (METRICS.md M01, M02, M03, M10).
 */
void
tambour_facts_count_cases (TambourReading *reading)
{
  TambourServiceFacts *service = &reading->facts->service;

  tambour_facts_count_opened (reading);
  for (guint channel = 0; channel <= TAMBOUR_CHANNEL_TAM; channel++)
    {
      Filter filter = { ANY, channel, 0, 0 };
      TambourFact *fact = tambour_reading_add (reading, &OPENED_BY_CHANNEL,
                                               tambour_choice_nick (TAMBOUR_TYPE_CHANNEL, channel), NULL,
                                               measure_opened, &filter);

      g_array_append_val (service->channels, fact);
    }

  count_months (reading);
  service->excluded = tambour_reading_add (reading, &EXCLUDED, NULL, NULL, measure_left_out, NULL);
  count_backlog (reading);
  service->closed = tambour_reading_add (reading, &CLOSED, NULL, NULL, measure_closed, NULL);
  service->reopened = tambour_reading_add (reading, &REOPENED, NULL, NULL, measure_reopened, NULL);
}
