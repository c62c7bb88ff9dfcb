/* tambour-facts-requests.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-facts-private.h"

#include <string.h>

/* Mean length of a month, for "months from asked to shipped". */
#define DAYS_A_MONTH (365.25 / 12)

static const TambourDefinition STAGES[] = {
  [TAMBOUR_STAGE_ASKED] = {
    "requests.asked", "M50", TAMBOUR_UNIT_COUNT, N_("Requests asked"),
    N_("Feature requests alive at any time in the period"), N_("Feature requests"),
  },
  [TAMBOUR_STAGE_CHAMPIONED] = {
    "requests.championed", "M50", TAMBOUR_UNIT_COUNT, N_("Requests championed"),
    N_("Of them, those submitted to the product by the end of the period"), N_("Feature requests"),
  },
  [TAMBOUR_STAGE_ACCEPTED] = {
    "requests.accepted", "M50", TAMBOUR_UNIT_COUNT, N_("Requests accepted"),
    N_("Of them, those planned by the end of the period"), N_("Feature requests"),
  },
  [TAMBOUR_STAGE_SHIPPED] = {
    "requests.shipped", "M50", TAMBOUR_UNIT_COUNT, N_("Requests shipped"),
    N_("Of them, those shipped by the end of the period"), N_("Feature requests"),
  },
};
static const TambourDefinition DECLINED = {
  "requests.declined", "M50", TAMBOUR_UNIT_COUNT, N_("Requests declined"),
  N_("Feature requests declined in the period"), N_("Feature requests"),
};
static const TambourDefinition ON_ROADMAP = {
  "requests.on_roadmap", "M50", TAMBOUR_UNIT_COUNT, N_("Requests on the roadmap"),
  N_("Feature requests accepted and not shipped at the end of the period"), N_("Feature requests"),
};
static const TambourDefinition ANSWERED = {
  "requests.answer_days", "M51", TAMBOUR_UNIT_DAYS, N_("Asked to answered, median"),
  N_("Days from the evidence to the first decision (planned, declined or shipped), of those decided in the period: the middle value, of an even number the lower one"),
  N_("Feature requests"),
};
static const TambourDefinition SHIPPED_MONTHS = {
  "requests.ship_months", "M50", TAMBOUR_UNIT_NUMBER, N_("Months from asked to shipped, median"),
  N_("Of the requests shipped in the period: the middle value, of an even number the lower one"), N_("Feature requests"),
};

/* The life of a request, as it was known at the cut-off. */
typedef struct
{
  TambourFeatureRequest *request;
  TambourDate            reached[TAMBOUR_N_STAGES];
  TambourDate            declined;
  TambourDate            gone; /* a duplicate of another */
} Life;

static void
reach (TambourDate *stage,
       TambourDate  at)
{
  if (!tambour_date_is_stated (*stage) || at.julian < stage->julian)
    *stage = at;
}

static void
follow (Life           *life,
        TambourFrEvent *event)
{
  switch ((TambourRequestStatus) event->status)
    {
    case TAMBOUR_REQUEST_STATUS_CAPTURED:
      reach (&life->reached[TAMBOUR_STAGE_ASKED], event->at);
      break;

    case TAMBOUR_REQUEST_STATUS_SUBMITTED:
    case TAMBOUR_REQUEST_STATUS_UNDER_REVIEW:
      reach (&life->reached[TAMBOUR_STAGE_CHAMPIONED], event->at);
      break;

    case TAMBOUR_REQUEST_STATUS_PLANNED:
    case TAMBOUR_REQUEST_STATUS_IN_WORK:
      reach (&life->reached[TAMBOUR_STAGE_ACCEPTED], event->at);
      break;

    case TAMBOUR_REQUEST_STATUS_SHIPPED:
      reach (&life->reached[TAMBOUR_STAGE_SHIPPED], event->at);
      break;

    case TAMBOUR_REQUEST_STATUS_DECLINED:
      reach (&life->declined, event->at);
      break;

    case TAMBOUR_REQUEST_STATUS_DUPLICATE:
      reach (&life->gone, event->at);
      break;
    }
}

static Life *
find_life (GHashTable *by_id,
           GArray     *lives,
           TambourRef  request)
{
  gpointer row = request.id ? g_hash_table_lookup (by_id, request.id) : NULL;

  return row ? &g_array_index (lives, Life, GPOINTER_TO_UINT (row) - 1) : NULL;
}

/* It was asked for when this customer said so, not when another one did. */
static void
take_evidence (TambourReading *reading,
               GHashTable     *by_id,
               GArray         *lives)
{
  GPtrArray *evidence = tambour_reading_list (reading, TAMBOUR_TYPE_FR_EVIDENCE);

  for (guint i = 0; i < lives->len; i++)
    g_array_index (lives, Life, i).reached[TAMBOUR_STAGE_ASKED].julian = 0;

  for (guint i = 0; i < evidence->len; i++)
    {
      TambourFrEvidence *said = g_ptr_array_index (evidence, i);
      Life *life = find_life (by_id, lives, said->request_id);

      if (life != NULL && tambour_reading_is_past_day (reading, said->on))
        reach (&life->reached[TAMBOUR_STAGE_ASKED], said->on);
    }
}

/* The requests that this customer has asked for, each with its life. */
static GArray *
list_lives (TambourReading *reading)
{
  GPtrArray *requests = tambour_reading_list (reading, TAMBOUR_TYPE_FEATURE_REQUEST);
  GPtrArray *events = tambour_reading_list (reading, TAMBOUR_TYPE_FR_EVENT);
  g_autoptr(GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  GArray *lives = g_array_new (FALSE, FALSE, sizeof (Life));

  for (guint i = 0; i < requests->len; i++)
    {
      Life life = { .request = g_ptr_array_index (requests, i) };

      g_array_append_val (lives, life);
      g_hash_table_insert (by_id, TAMBOUR_RECORD (life.request)->id, GUINT_TO_POINTER (lives->len));
    }

  for (guint i = 0; i < events->len; i++)
    {
      TambourFrEvent *event = g_ptr_array_index (events, i);
      Life *life = find_life (by_id, lives, event->request_id);

      if (life != NULL && tambour_reading_is_past_day (reading, event->at))
        follow (life, event);
    }

  take_evidence (reading, by_id, lives);
  for (guint i = lives->len; i-- > 0;)
    if (!tambour_date_is_stated (g_array_index (lives, Life, i).reached[TAMBOUR_STAGE_ASKED]))
      g_array_remove_index (lives, i);

  return lives;
}

static gboolean
is_before (TambourDate date,
           TambourDate limit)
{
  return tambour_date_is_stated (date) && date.julian < limit.julian;
}

/* Asked before the end of the period, and neither shipped, declined nor
 * merged into another before its beginning.
 */
static gboolean
is_alive (const Life          *life,
          const TambourPeriod *period)
{
  return is_before (life->reached[TAMBOUR_STAGE_ASKED], period->to) &&
         !is_before (life->reached[TAMBOUR_STAGE_SHIPPED], period->from) &&
         !is_before (life->declined, period->from) && !is_before (life->gone, period->from);
}

/* A request that is further than a stage has reached it, too. */
static gboolean
has_reached (const Life   *life,
             TambourStage  stage,
             TambourDate   limit)
{
  for (guint i = stage; i < TAMBOUR_N_STAGES; i++)
    if (is_before (life->reached[i], limit))
      return TRUE;

  return FALSE;
}

static gboolean
takes (const Life          *life,
       const TambourPeriod *period,
       gconstpointer        definition)
{
  if (!is_alive (life, period))
    return FALSE;
  if (definition == &DECLINED)
    return is_before (life->declined, period->to);
  if (definition == &ON_ROADMAP)
    return has_reached (life, TAMBOUR_STAGE_ACCEPTED, period->to) && !is_before (life->declined, period->to) &&
           !is_before (life->reached[TAMBOUR_STAGE_SHIPPED], period->to);

  return has_reached (life, (const TambourDefinition *) definition - STAGES, period->to);
}

static void
measure_requests (TambourReading      *reading,
                  const TambourPeriod *period,
                  gconstpointer        data,
                  TambourMeasure      *measure)
{
  g_autoptr(GArray) lives = list_lives (reading);

  if (lives->len == 0 && !tambour_reading_is_kept (reading))
    {
      tambour_measure_refuse (measure, N_("No requests are recorded"));
      return;
    }

  for (guint i = 0; i < lives->len; i++)
    {
      const Life *life = &g_array_index (lives, Life, i);

      if (takes (life, period, data))
        tambour_measure_count (measure, TAMBOUR_RECORD (life->request)->id);
    }

  tambour_measure_set_count (measure);
}

static TambourDate
decided_on (const Life *life)
{
  TambourDate decided = { 0 };
  const TambourDate dates[] = {
    life->reached[TAMBOUR_STAGE_ACCEPTED], life->reached[TAMBOUR_STAGE_SHIPPED], life->declined,
  };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    if (tambour_date_is_stated (dates[i]))
      reach (&decided, dates[i]);

  return decided;
}

static void
measure_time (TambourReading      *reading,
              const TambourPeriod *period,
              gconstpointer        data,
              TambourMeasure      *measure)
{
  g_autoptr(GArray) lives = list_lives (reading);
  g_autoptr(GArray) days = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < lives->len; i++)
    {
      const Life *life = &g_array_index (lives, Life, i);
      TambourDate end = data == &ANSWERED ? decided_on (life) : life->reached[TAMBOUR_STAGE_SHIPPED];
      double value = ((double) end.julian - life->reached[TAMBOUR_STAGE_ASKED].julian) /
                     (data == &ANSWERED ? 1 : DAYS_A_MONTH);

      if (!tambour_reading_has_day (period, end) || is_before (life->gone, period->to))
        continue;
      g_array_append_val (days, value);
      tambour_measure_count (measure, TAMBOUR_RECORD (life->request)->id);
    }

  g_array_sort (days, tambour_compare_numbers);
  tambour_measure_set_value (measure, tambour_median ((const double *) days->data, days->len));
}

/* --- the matrix ----------------------------------------------------------- */

#define ON_ROADMAP_GROUP 1

/* Shipped, on the roadmap, under review, declined, logged. */
static guint
group_of (const TambourRequestFact *fact)
{
  if (tambour_date_is_stated (fact->reached[TAMBOUR_STAGE_SHIPPED]))
    return 0;
  if (tambour_date_is_stated (fact->declined_on))
    return 3;
  if (tambour_date_is_stated (fact->reached[TAMBOUR_STAGE_ACCEPTED]))
    return ON_ROADMAP_GROUP;

  return tambour_date_is_stated (fact->reached[TAMBOUR_STAGE_CHAMPIONED]) ? 2 : 4;
}

static TambourDate
furthest (const TambourRequestFact *fact)
{
  for (guint i = TAMBOUR_N_STAGES; i-- > 0;)
    if (tambour_date_is_stated (fact->reached[i]))
      return fact->reached[i];

  return (TambourDate) { 0 };
}

static gint
compare_requests (gconstpointer a,
                  gconstpointer b)
{
  const TambourRequestFact *first = a;
  const TambourRequestFact *second = b;
  gint order = (gint) group_of (first) - (gint) group_of (second);

  if (order == 0 && group_of (first) == ON_ROADMAP_GROUP)
    order = tambour_quarter_parse (first->target_release) - tambour_quarter_parse (second->target_release);
  if (order == 0)
    order = tambour_compare_dates (furthest (first), furthest (second));

  return order ? order : strcmp (first->id, second->id);
}

static void
list_requests (TambourReading *reading)
{
  TambourFacts *facts = reading->facts;
  g_autoptr(GArray) lives = list_lives (reading);

  for (guint i = 0; i < lives->len; i++)
    {
      const Life *life = &g_array_index (lives, Life, i);
      TambourRequestFact fact = {
        .id = TAMBOUR_RECORD (life->request)->id,
        .title = life->request->title,
        .status = life->request->status,
        .target_release = life->request->target_release,
        .alternative = life->request->alternative,
      };

      if (!is_alive (life, &facts->period))
        continue;
      for (guint j = 0; j < TAMBOUR_N_STAGES; j++)
        if (is_before (life->reached[j], facts->period.to))
          fact.reached[j] = life->reached[j];
      if (is_before (life->declined, facts->period.to))
        fact.declined_on = life->declined;
      g_array_append_val (facts->requests.requests, fact);
    }

  g_array_sort (facts->requests.requests, compare_requests);
}

/**
 * tambour_facts_count_requests:
 * @reading: a reading
 *
 * Counts the account's requests to the product by the stage that they reached
 * (METRICS.md M50, M51).
 */
void
tambour_facts_count_requests (TambourReading *reading)
{
  TambourRequestFacts *requests = &reading->facts->requests;

  for (guint i = 0; i < TAMBOUR_N_STAGES; i++)
    requests->stages[i] = tambour_reading_add (reading, &STAGES[i], NULL, NULL, measure_requests, &STAGES[i]);

  requests->declined = tambour_reading_add (reading, &DECLINED, NULL, NULL, measure_requests, &DECLINED);
  requests->on_roadmap = tambour_reading_add (reading, &ON_ROADMAP, NULL, NULL, measure_requests, &ON_ROADMAP);
  requests->days_to_answer = tambour_reading_add (reading, &ANSWERED, NULL, NULL, measure_time, &ANSWERED);
  requests->months_to_ship = tambour_reading_add (reading, &SHIPPED_MONTHS, NULL, NULL, measure_time, &SHIPPED_MONTHS);
  list_requests (reading);
}
