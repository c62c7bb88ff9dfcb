/* tambour-facts-resolve.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-facts-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ANY (-1)

/* A percentile of fewer says less than the longest (METRICS.md M17). */
#define MIN_FOR_P90 10

typedef enum
{
  PART_MEDIAN,
  PART_P90,
  PART_LONGEST,
} Part;

typedef struct
{
  gint priority; /* of TambourPriority, or ANY */
  Part part;
} Filter;

typedef struct
{
  double      hours;
  const char *id;
} Resolved;

static const TambourDefinition DEFINITIONS[] = {
  [PART_MEDIAN] = {
    "resolve.median", "M17", TAMBOUR_UNIT_HOURS, N_("Time to resolve, median"),
    N_("Resolved − opened, elapsed, of the resolved cases opened in the period: the middle value, of an even number the lower one"),
    N_("Cases, case events"),
  },
  [PART_P90] = {
    "resolve.p90", "M17", TAMBOUR_UNIT_HOURS, N_("Time to resolve, nine in ten"),
    N_("Resolved − opened, elapsed: nearest-rank 90th percentile, from ten resolved cases"), N_("Cases, case events"),
  },
  [PART_LONGEST] = {
    "resolve.longest", "M17", TAMBOUR_UNIT_HOURS, N_("Time to resolve, longest"),
    N_("Resolved − opened, elapsed: the longest"), N_("Cases, case events"),
  },
};
static const TambourDefinition OPEN = {
  "cases.open", "M17", TAMBOUR_UNIT_COUNT, N_("Cases still open"),
  N_("Cases opened in the period that were neither resolved nor closed at the cut-off; times to resolve leave them out"),
  N_("Cases, case events"),
};

static const char STILL_OPEN[] = N_("Still open at the cut-off");
static const char NO_TIME[] = N_("Closed, but when it was resolved is not recorded");

static gint
compare_resolved (gconstpointer a,
                  gconstpointer b)
{
  const Resolved *first = a;
  const Resolved *second = b;
  gint order = tambour_compare_numbers (&first->hours, &second->hours);

  return order ? order : strcmp (first->id, second->id);
}

static gboolean
takes (TambourCaseState    *state,
       const TambourPeriod *period,
       gint                 priority)
{
  return tambour_case_state_opened_in (state, period) &&
         (priority == ANY || state->support_case->priority == (guint) priority);
}

/* The resolved cases opened in the period, quickest first. */
static GArray *
list_resolved (TambourReading      *reading,
               const TambourPeriod *period,
               gint                 priority,
               TambourMeasure      *measure)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Resolved));

  for (guint i = 0; i < reading->cases->len; i++)
    {
      TambourCaseState *state = g_ptr_array_index (reading->cases, i);
      Resolved resolved = { 0, state->id };

      if (!takes (state, period, priority))
        continue;

      if (tambour_instant_is_stated (state->resolved))
        {
          resolved.hours = (state->resolved.seconds - state->support_case->opened_at.seconds) / (double) TAMBOUR_HOUR;
          g_array_append_val (list, resolved);
        }
      else if (measure != NULL)
        tambour_measure_exclude (measure, state->id, tambour_instant_is_stated (state->closed) ? NO_TIME : STILL_OPEN);
    }

  g_array_sort (list, compare_resolved);

  return list;
}

static double
pick (const GArray *hours,
      Part          part)
{
  const double *values = (const double *) hours->data;

  switch (part)
    {
    case PART_MEDIAN:
      return tambour_median (values, hours->len);

    case PART_P90:
      return hours->len >= MIN_FOR_P90 ? tambour_percentile (values, hours->len, 0.9) : NAN;

    case PART_LONGEST:
      return tambour_percentile (values, hours->len, 1);
    }

  g_assert_not_reached ();
}

static void
measure_resolve (TambourReading      *reading,
                 const TambourPeriod *period,
                 gconstpointer        data,
                 TambourMeasure      *measure)
{
  const Filter *filter = data;
  g_autoptr(GArray) list = NULL;
  g_autoptr(GArray) hours = g_array_new (FALSE, FALSE, sizeof (double));

  if (tambour_reading_refuses_cases (reading, period, measure))
    return;

  list = list_resolved (reading, period, filter->priority, measure);
  for (guint i = 0; i < list->len; i++)
    {
      Resolved *resolved = &g_array_index (list, Resolved, i);

      g_array_append_val (hours, resolved->hours);
      tambour_measure_count (measure, resolved->id);
    }

  tambour_measure_set_value (measure, pick (hours, filter->part));
}

static void
measure_open (TambourReading      *reading,
              const TambourPeriod *period,
              gconstpointer        data,
              TambourMeasure      *measure)
{
  const Filter *filter = data;

  if (tambour_reading_refuses_cases (reading, period, measure))
    return;

  for (guint i = 0; i < reading->cases->len; i++)
    {
      TambourCaseState *state = g_ptr_array_index (reading->cases, i);

      if (takes (state, period, filter->priority) && !tambour_instant_is_stated (tambour_case_state_end (state)))
        tambour_measure_count (measure, state->id);
    }

  tambour_measure_set_count (measure);
}

static TambourFact *
add_part (TambourReading *reading,
          gint            priority,
          Part            part)
{
  const Filter filter = { priority, part };

  return tambour_reading_add (reading, &DEFINITIONS[part],
                              priority == ANY ? NULL : tambour_priority_variant (priority), NULL,
                              measure_resolve, &filter);
}

static void
add_row (TambourReading     *reading,
         gint                priority,
         TambourResolveFact *fact)
{
  const Filter filter = { priority, PART_MEDIAN };
  g_autoptr(GArray) list = list_resolved (reading, &reading->facts->period, priority, NULL);

  fact->priority = priority == ANY ? TAMBOUR_PRIORITY_NONE : priority;
  fact->median = add_part (reading, priority, PART_MEDIAN);
  fact->p90 = add_part (reading, priority, PART_P90);
  fact->longest = add_part (reading, priority, PART_LONGEST);
  fact->open = tambour_reading_add (reading, &OPEN, priority == ANY ? NULL : tambour_priority_variant (priority), NULL,
                                    measure_open, &filter);
  fact->hours = g_array_new (FALSE, FALSE, sizeof (double));
  fact->case_ids = g_ptr_array_new ();

  for (guint i = 0; i < list->len; i++)
    {
      Resolved *resolved = &g_array_index (list, Resolved, i);

      g_array_append_val (fact->hours, resolved->hours);
      g_ptr_array_add (fact->case_ids, (gpointer) resolved->id);
    }
}

/**
 * tambour_facts_count_resolved:
 * @reading: a reading
 *
 * Counts how long cases took, per priority and for all of them, and how many
 * are still open (METRICS.md M17).
 */
void
tambour_facts_count_resolved (TambourReading *reading)
{
  TambourServiceFacts *service = &reading->facts->service;

  add_row (reading, ANY, &service->resolve_all);
  for (guint priority = 0; priority < TAMBOUR_N_PRIORITIES; priority++)
    add_row (reading, priority, &service->resolve[priority]);

  service->open = service->resolve_all.open;
}
