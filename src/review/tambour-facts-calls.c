/* tambour-facts-calls.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-facts-private.h"

#include <glib/gi18n-lib.h>

/* Which meetings a figure takes, and which of them it counts. */
typedef struct
{
  TambourEngagementKind   kind;
  TambourEngagementStatus status;
} Filter;

static const TambourDefinition CALLS_HELD = {
  "calls.held", "M20", TAMBOUR_UNIT_SHARE, N_("Regular calls held"),
  N_("Calls held ÷ regular calls planned in the period, roadmap reviews apart"), N_("Calls"),
};
static const TambourDefinition CALLS_APART = {
  "calls.not_held", "M20", TAMBOUR_UNIT_COUNT, N_("Regular calls not held"),
  N_("Regular calls planned in the period that were cancelled, by whom, or to which nobody came"), N_("Calls"),
};
static const TambourDefinition ROADMAP_REVIEWS = {
  "calls.roadmap_reviews", "M20", TAMBOUR_UNIT_SHARE, N_("Roadmap reviews held"),
  N_("Roadmap reviews held ÷ those planned in the period"), N_("Calls"),
};
static const TambourDefinition EXECUTIVE = {
  "calls.executive", "M21", TAMBOUR_UNIT_COUNT, N_("Meetings with your executive sponsor"),
  N_("Meetings held in the period with at least one contact whose role is executive sponsor"), N_("Calls, attendances, contacts"),
};
static const TambourDefinition ACTIONS_CLOSED = {
  "actions.closed", "M22", TAMBOUR_UNIT_SHARE, N_("Call actions closed"),
  N_("Actions done by the cut-off ÷ actions from calls of the period"), N_("Actions, calls"),
};
static const TambourDefinition ACTIONS_ON_TIME = {
  "actions.on_time", "M22", TAMBOUR_UNIT_SHARE, N_("Actions on time"),
  N_("Actions done on or before their due date ÷ actions due in the period, ours and yours apart"), N_("Actions"),
};

static const char NO_CALLS[] = N_("No calls are recorded");
static const char NO_ACTIONS[] = N_("No actions are recorded");

static gboolean
is_due (TambourReading      *reading,
        const TambourPeriod *period,
        TambourEngagement   *engagement)
{
  return tambour_reading_is_in (period, engagement->planned_start) &&
         tambour_reading_is_past (reading, engagement->planned_start);
}

static gboolean
refuses (TambourReading *reading,
         GType           type,
         TambourMeasure *measure,
         const char     *reason)
{
  if (tambour_reading_list (reading, type)->len > 0)
    return FALSE;

  tambour_measure_refuse (measure, reason);

  return TRUE;
}

static void
measure_held (TambourReading      *reading,
              const TambourPeriod *period,
              gconstpointer        data,
              TambourMeasure      *measure)
{
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_ENGAGEMENT);
  const Filter *filter = data;

  if (refuses (reading, TAMBOUR_TYPE_ENGAGEMENT, measure, NO_CALLS))
    return;

  for (guint i = 0; i < list->len; i++)
    {
      TambourEngagement *engagement = g_ptr_array_index (list, i);

      if (engagement->kind == filter->kind && is_due (reading, period, engagement))
        tambour_measure_decide (measure, TAMBOUR_RECORD (engagement)->id, engagement->status == filter->status);
    }

  tambour_measure_set_share (measure);
}

static void
measure_apart (TambourReading      *reading,
               const TambourPeriod *period,
               gconstpointer        data,
               TambourMeasure      *measure)
{
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_ENGAGEMENT);
  const Filter *filter = data;

  if (refuses (reading, TAMBOUR_TYPE_ENGAGEMENT, measure, NO_CALLS))
    return;

  for (guint i = 0; i < list->len; i++)
    {
      TambourEngagement *engagement = g_ptr_array_index (list, i);

      if (engagement->kind == filter->kind && engagement->status == filter->status &&
          is_due (reading, period, engagement))
        tambour_measure_count (measure, TAMBOUR_RECORD (engagement)->id);
    }

  tambour_measure_set_count (measure);
}

/* The meetings that an executive sponsor attended. */
static GHashTable *
list_executive (TambourReading *reading)
{
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_ATTENDANCE);
  GHashTable *meetings = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < list->len; i++)
    {
      TambourAttendance *attendance = g_ptr_array_index (list, i);
      TambourContact *contact = tambour_reading_find (reading, TAMBOUR_TYPE_CONTACT, attendance->contact_id.id);

      if (contact != NULL && contact->role == TAMBOUR_CONTACT_ROLE_EXEC_SPONSOR && attendance->engagement_id.id != NULL)
        g_hash_table_add (meetings, attendance->engagement_id.id);
    }

  return meetings;
}

static void
measure_executive (TambourReading      *reading,
                   const TambourPeriod *period,
                   gconstpointer        data,
                   TambourMeasure      *measure)
{
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_ENGAGEMENT);
  g_autoptr(GHashTable) meetings = list_executive (reading);

  if (refuses (reading, TAMBOUR_TYPE_ENGAGEMENT, measure, NO_CALLS))
    return;

  for (guint i = 0; i < list->len; i++)
    {
      TambourEngagement *engagement = g_ptr_array_index (list, i);

      if (engagement->status == TAMBOUR_ENGAGEMENT_STATUS_HELD && is_due (reading, period, engagement) &&
          g_hash_table_contains (meetings, TAMBOUR_RECORD (engagement)->id))
        tambour_measure_count (measure, TAMBOUR_RECORD (engagement)->id);
    }

  tambour_measure_set_count (measure);
}

static gboolean
is_done (TambourReading    *reading,
         TambourActionItem *action)
{
  if (action->status != TAMBOUR_ACTION_STATUS_DONE)
    return FALSE;

  return !tambour_instant_is_stated (action->done_at) || tambour_reading_is_past (reading, action->done_at);
}

/* An action belongs to the period of its call. */
static void
measure_actions_closed (TambourReading      *reading,
                        const TambourPeriod *period,
                        gconstpointer        data,
                        TambourMeasure      *measure)
{
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_ACTION_ITEM);

  if (refuses (reading, TAMBOUR_TYPE_ACTION_ITEM, measure, NO_ACTIONS))
    return;

  for (guint i = 0; i < list->len; i++)
    {
      TambourActionItem *action = g_ptr_array_index (list, i);
      TambourEngagement *call = tambour_reading_find (reading, TAMBOUR_TYPE_ENGAGEMENT, action->engagement_id.id);

      if (call != NULL && is_due (reading, period, call))
        tambour_measure_decide (measure, TAMBOUR_RECORD (action)->id, is_done (reading, action));
    }

  tambour_measure_set_share (measure);
}

static void
measure_actions_on_time (TambourReading      *reading,
                         const TambourPeriod *period,
                         gconstpointer        data,
                         TambourMeasure      *measure)
{
  GPtrArray *list = tambour_reading_list (reading, TAMBOUR_TYPE_ACTION_ITEM);
  const TambourSide *side = data;

  if (refuses (reading, TAMBOUR_TYPE_ACTION_ITEM, measure, NO_ACTIONS))
    return;

  for (guint i = 0; i < list->len; i++)
    {
      TambourActionItem *action = g_ptr_array_index (list, i);
      const char *id = TAMBOUR_RECORD (action)->id;

      if (action->side != *side || !tambour_reading_has_day (period, action->due) ||
          !tambour_reading_is_past_day (reading, action->due))
        continue;

      if (is_done (reading, action) && !tambour_instant_is_stated (action->done_at))
        tambour_measure_exclude (measure, id, N_("Done, but when is not recorded"));
      else
        tambour_measure_decide (measure, id, is_done (reading, action) && tambour_zone_date_of (reading->facts->zone, action->done_at).julian <= action->due.julian);
    }

  tambour_measure_set_share (measure);
}

/**
 * tambour_facts_count_calls:
 * @reading: a reading
 *
 * Counts calls, executive contact and actions (METRICS.md M20 to M22).
 */
void
tambour_facts_count_calls (TambourReading *reading)
{
  static const Filter HELD = { TAMBOUR_ENGAGEMENT_KIND_CADENCE_CALL, TAMBOUR_ENGAGEMENT_STATUS_HELD };
  static const Filter BY_US = { TAMBOUR_ENGAGEMENT_KIND_CADENCE_CALL, TAMBOUR_ENGAGEMENT_STATUS_CANCELLED_US };
  static const Filter BY_THEM = { TAMBOUR_ENGAGEMENT_KIND_CADENCE_CALL, TAMBOUR_ENGAGEMENT_STATUS_CANCELLED_THEM };
  static const Filter NO_SHOW = { TAMBOUR_ENGAGEMENT_KIND_CADENCE_CALL, TAMBOUR_ENGAGEMENT_STATUS_NO_SHOW };
  static const Filter ROADMAP = { TAMBOUR_ENGAGEMENT_KIND_ROADMAP_REVIEW, TAMBOUR_ENGAGEMENT_STATUS_HELD };
  static const TambourSide SIDES[] = { TAMBOUR_SIDE_US, TAMBOUR_SIDE_CUSTOMER };
  TambourContinuityFacts *continuity = &reading->facts->continuity;

  continuity->calls_held = tambour_reading_add (reading, &CALLS_HELD, NULL, NULL, measure_held, &HELD);
  continuity->calls_cancelled_us = tambour_reading_add (reading, &CALLS_APART, "us", NULL, measure_apart, &BY_US);
  continuity->calls_cancelled_them = tambour_reading_add (reading, &CALLS_APART, "customer", NULL, measure_apart, &BY_THEM);
  continuity->calls_no_show = tambour_reading_add (reading, &CALLS_APART, "no_show", NULL, measure_apart, &NO_SHOW);
  continuity->roadmap_reviews = tambour_reading_add (reading, &ROADMAP_REVIEWS, NULL, NULL, measure_held, &ROADMAP);
  continuity->executive_contact = tambour_reading_add (reading, &EXECUTIVE, NULL, NULL, measure_executive, NULL);
  continuity->actions_closed = tambour_reading_add (reading, &ACTIONS_CLOSED, NULL, NULL, measure_actions_closed, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (SIDES); i++)
    continuity->actions_on_time[i] = tambour_reading_add (reading, &ACTIONS_ON_TIME,
                                                          tambour_choice_nick (TAMBOUR_TYPE_SIDE, SIDES[i]), NULL,
                                                          measure_actions_on_time, &SIDES[i]);
}
