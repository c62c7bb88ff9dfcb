/* tambour-timeline-items.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-timeline-private.h"

#include "tambour-audit-score.h"
#include "tambour-authors.h"
#include "tambour-kinds.h"

/* More names than these are not read. */
#define MAX_NAMES 4

typedef gboolean (*Complete) (const TambourAccountReading  *reading,
                              TambourTimelineItem          *item,
                              gpointer                      record,
                              GError                      **error);

/* What a record is called that another one refers to; %NULL if it is not there. */
static gboolean
read_name (const TambourAccountReading  *reading,
           GType                         type,
           const char                   *id,
           char                        **name,
           GError                      **error)
{
  g_autoptr(TambourRecord) record = NULL;

  if (!tambour_account_reading_get (reading, type, id, &record, error))
    return FALSE;

  if (record != NULL)
    *name = tambour_record_dup_title (record);

  return TRUE;
}

static gboolean
complete_case (const TambourAccountReading  *reading,
               TambourTimelineItem          *item,
               gpointer                      record,
               GError                      **error)
{
  TambourCase *support_case = record;

  item->title = g_strdup (support_case->number);
  item->names = g_strdup (support_case->reporter_name);
  item->priority = support_case->priority;
  item->channel = support_case->channel;
  item->text = g_strdup (item->event == TAMBOUR_TIMELINE_CASE_RESOLVED && support_case->resolution && *support_case->resolution
                           ? support_case->resolution
                           : support_case->title);

  return item->names != NULL ||
         read_name (reading, TAMBOUR_TYPE_CONTACT, support_case->reporter_id.id, &item->names, error);
}

static gboolean
complete_escalation (const TambourAccountReading  *reading,
                     TambourTimelineItem          *item,
                     gpointer                      record,
                     GError                      **error)
{
  TambourEscalation *escalation = record;
  g_autoptr(TambourCase) support_case = NULL;

  if (!tambour_account_reading_get (reading, TAMBOUR_TYPE_CASE, escalation->case_id.id, &support_case, error))
    return FALSE;

  item->title = g_strdup (support_case ? support_case->number : NULL);
  item->names = g_strdup (escalation->owner);
  item->text = g_strdup (escalation->reason && *escalation->reason ? escalation->reason : escalation->title);
  item->by = g_strdup (escalation->declared_by);
  if (support_case != NULL)
    g_set_object (&item->record, TAMBOUR_RECORD (support_case));

  return TRUE;
}

static gboolean
complete_outage (const TambourAccountReading  *reading,
                 TambourTimelineItem          *item,
                 gpointer                      record,
                 GError                      **error)
{
  TambourIncident *incident = record;

  item->title = g_strdup (incident->service);
  item->text = g_strdup (incident->scope && *incident->scope ? incident->scope : incident->summary);
  if (tambour_instant_is_stated (incident->restored_at))
    item->minutes = (incident->restored_at.seconds - incident->impact_start.seconds) / TAMBOUR_MINUTE;

  return TRUE;
}

static GPtrArray *
list_of_call (const TambourAccountReading  *reading,
              GType                         type,
              TambourRecord                *call,
              GError                      **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (type);

  if (!tambour_query_where (query, "engagement_id", TAMBOUR_IS, call->id, error))
    return NULL;

  return tambour_store_list (reading->store, query, reading->cancellable, error);
}

/* Who of the customer was there; of us there is always somebody. */
static char *
join_names (GPtrArray *attendances)
{
  g_autoptr(GString) names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < attendances->len && n < MAX_NAMES; i++)
    {
      TambourAttendance *attendance = g_ptr_array_index (attendances, i);

      if (attendance->contact_id.id == NULL || attendance->name == NULL)
        continue;
      g_string_append_printf (names, "%s%s", n++ > 0 ? ", " : "", attendance->name);
    }

  return n > 0 ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
}

/* What the customer asked of the product on the day of a call. */
static gboolean
count_requests (const TambourAccountReading  *reading,
                TambourTimelineItem          *item,
                TambourEngagement            *call,
                GError                      **error)
{
  g_autoptr(TambourAccount) account = NULL;
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_FR_EVIDENCE);
  g_autoptr(GTimeZone) zone = NULL;
  g_autofree char *on = NULL;
  gint64 count;

  if (!tambour_account_reading_get (reading, TAMBOUR_TYPE_ACCOUNT, reading->account_id, &account, error))
    return FALSE;

  zone = account ? tambour_account_dup_zone (account) : g_time_zone_new_utc ();
  on = tambour_date_dup_text (tambour_zone_date_of (zone, call->planned_start));
  tambour_query_account (query, reading->account_id);
  if (!tambour_query_where (query, "on", TAMBOUR_IS, on, error))
    return FALSE;

  count = tambour_store_count (reading->store, query, error);
  item->requests = MAX (0, count);

  return count >= 0;
}

static gboolean
complete_call (const TambourAccountReading  *reading,
               TambourTimelineItem          *item,
               gpointer                      record,
               GError                      **error)
{
  TambourEngagement *call = record;
  g_autoptr(GPtrArray) attendances = list_of_call (reading, TAMBOUR_TYPE_ATTENDANCE, record, error);
  g_autoptr(GPtrArray) actions = attendances ? list_of_call (reading, TAMBOUR_TYPE_ACTION_ITEM, record, error) : NULL;

  if (actions == NULL)
    return FALSE;

  item->title = tambour_record_dup_title (record);
  item->status = call->status;
  item->minutes = call->minutes;
  item->text = g_strdup (call->summary);
  item->names = join_names (attendances);
  item->actions = actions->len;

  return count_requests (reading, item, call, error);
}

/* A note is as many revisions old as its history has lines. */
static gboolean
complete_note (const TambourAccountReading  *reading,
               TambourTimelineItem          *item,
               gpointer                      record,
               GError                      **error)
{
  g_autoptr(GPtrArray) history = tambour_store_history_of (reading->store, record, error);
  const TambourHistoryEntry *last = history && history->len > 0 ? g_ptr_array_index (history, history->len - 1) : NULL;

  if (history == NULL)
    return FALSE;

  item->title = tambour_record_dup_title (record);
  item->by = tambour_authors_dup_name (reading->store, TAMBOUR_RECORD (record)->updated_by);
  item->revision = history->len;
  if (item->revision > 1)
    item->text = g_strdup (last->label);
  else
    item->event = TAMBOUR_TIMELINE_NOTE_WRITTEN;

  return TRUE;
}

static gboolean
complete_audit (const TambourAccountReading  *reading,
                TambourTimelineItem          *item,
                gpointer                      record,
                GError                      **error)
{
  TambourAudit *audit = record;
  TambourAuditTally tally = { 0 };
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_AUDIT_ANSWER);
  g_autoptr(GPtrArray) answers = NULL;

  if (!tambour_query_where (query, "audit_id", TAMBOUR_IS, tambour_record_get_id (record), error) ||
      !(answers = tambour_store_list (reading->store, query, reading->cancellable, error)))
    return FALSE;

  for (guint i = 0; i < answers->len; i++)
    tambour_audit_tally_take (&tally, g_ptr_array_index (answers, i));

  item->title = tambour_record_dup_title (record);
  item->by = g_strdup (audit->auditor);
  item->value = tambour_audit_tally_score (&tally) / 100;

  return TRUE;
}

static gboolean
complete_goal (const TambourAccountReading  *reading,
               TambourTimelineItem          *item,
               gpointer                      record,
               GError                      **error)
{
  item->title = tambour_record_dup_title (record);

  return read_name (reading, TAMBOUR_TYPE_CONTACT, TAMBOUR_GOAL (record)->agreed_by_id.id, &item->names, error);
}

static gboolean
complete_reading (const TambourAccountReading  *reading,
                  TambourTimelineItem          *item,
                  gpointer                      record,
                  GError                      **error)
{
  TambourGoalReading *goal_reading = record;
  g_autoptr(TambourGoal) goal = NULL;

  if (!tambour_account_reading_get (reading, TAMBOUR_TYPE_GOAL, goal_reading->goal_id.id, &goal, error))
    return FALSE;

  item->value = goal_reading->value;
  item->of = goal_reading->value_of;
  if (goal != NULL)
    {
      item->title = tambour_record_dup_title (TAMBOUR_RECORD (goal));
      item->unit = g_strdup (goal->unit);
      g_set_object (&item->record, TAMBOUR_RECORD (goal));
    }

  return TRUE;
}

static gboolean
complete_evidence (const TambourAccountReading  *reading,
                   TambourTimelineItem          *item,
                   gpointer                      record,
                   GError                      **error)
{
  TambourFrEvidence *evidence = record;

  item->text = g_strdup (evidence->quote);

  return read_name (reading, TAMBOUR_TYPE_FEATURE_REQUEST, evidence->request_id.id, &item->title, error) &&
         read_name (reading, TAMBOUR_TYPE_CONTACT, evidence->contact_id.id, &item->names, error);
}

static gboolean
complete_step (const TambourAccountReading  *reading,
               TambourTimelineItem          *item,
               gpointer                      record,
               GError                      **error)
{
  TambourFrEvent *step = record;
  g_autoptr(TambourFeatureRequest) request = NULL;

  if (!tambour_account_reading_get (reading, TAMBOUR_TYPE_FEATURE_REQUEST, step->request_id.id, &request, error))
    return FALSE;

  item->status = step->status;
  item->text = g_strdup (step->reason);
  if (request != NULL)
    {
      item->title = tambour_record_dup_title (TAMBOUR_RECORD (request));
      g_set_object (&item->record, TAMBOUR_RECORD (request));
    }

  return TRUE;
}

static gboolean
complete_contact (const TambourAccountReading  *reading,
                  TambourTimelineItem          *item,
                  gpointer                      record,
                  GError                      **error)
{
  item->title = tambour_record_dup_title (record);
  item->text = g_strdup (TAMBOUR_CONTACT (record)->title);

  return TRUE;
}

static gboolean
complete_role (const TambourAccountReading  *reading,
               TambourTimelineItem          *item,
               gpointer                      record,
               GError                      **error)
{
  item->status = TAMBOUR_TEAM_ROLE (record)->role;

  return read_name (reading, TAMBOUR_TYPE_PERSON, TAMBOUR_TEAM_ROLE (record)->person_id.id, &item->title, error);
}

static gboolean
complete_agreement (const TambourAccountReading  *reading,
                    TambourTimelineItem          *item,
                    gpointer                      record,
                    GError                      **error)
{
  item->title = tambour_record_dup_title (record);
  item->by = tambour_authors_dup_name (reading->store, TAMBOUR_RECORD (record)->created_by);

  return TRUE;
}

static gboolean
complete_change (const TambourAccountReading  *reading,
                 TambourTimelineItem          *item,
                 gpointer                      record,
                 GError                      **error)
{
  TambourPlannedChange *change = record;

  item->title = tambour_record_dup_title (record);
  item->text = g_strdup (change->outcome && *change->outcome ? change->outcome : change->kind);

  return TRUE;
}

/* One for each event, in the order of the enumeration. */
static const Complete completes[] = {
  [TAMBOUR_TIMELINE_CASE_OPENED] = complete_case,
  [TAMBOUR_TIMELINE_CASE_RESOLVED] = complete_case,
  [TAMBOUR_TIMELINE_CASE_ESCALATED] = complete_escalation,
  [TAMBOUR_TIMELINE_OUTAGE] = complete_outage,
  [TAMBOUR_TIMELINE_CALL_HELD] = complete_call,
  [TAMBOUR_TIMELINE_CALL_NOT_HELD] = complete_call,
  [TAMBOUR_TIMELINE_NOTE_WRITTEN] = complete_note,
  [TAMBOUR_TIMELINE_NOTE_CHANGED] = complete_note,
  [TAMBOUR_TIMELINE_AUDIT_DONE] = complete_audit,
  [TAMBOUR_TIMELINE_GOAL_AGREED] = complete_goal,
  [TAMBOUR_TIMELINE_GOAL_MEASURED] = complete_reading,
  [TAMBOUR_TIMELINE_REQUEST_RAISED] = complete_evidence,
  [TAMBOUR_TIMELINE_REQUEST_MOVED] = complete_step,
  [TAMBOUR_TIMELINE_CONTACT_ADDED] = complete_contact,
  [TAMBOUR_TIMELINE_CONTACT_LEFT] = complete_contact,
  [TAMBOUR_TIMELINE_TEAM_JOINED] = complete_role,
  [TAMBOUR_TIMELINE_TEAM_LEFT] = complete_role,
  [TAMBOUR_TIMELINE_AGREEMENT_MADE] = complete_agreement,
  [TAMBOUR_TIMELINE_CHANGE_MADE] = complete_change,
};

/**
 * tambour_timeline_complete:
 * @reading: what is read
 * @item: an item with its record
 * @error: return location
 *
 * Reads what else an item says: only of what is shown.
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_timeline_complete (const TambourAccountReading  *reading,
                           TambourTimelineItem          *item,
                           GError                      **error)
{
  g_autoptr(TambourRecord) record = g_object_ref (item->record);

  return completes[item->event] (reading, item, record, error);
}

static gint
compare_steps (gconstpointer a,
               gconstpointer b)
{
  const TambourFrEvent *first = *(const TambourFrEvent * const *) a;
  const TambourFrEvent *second = *(const TambourFrEvent * const *) b;

  if (first->at.julian != second->at.julian)
    return first->at.julian > second->at.julian ? -1 : 1;

  return strcmp (TAMBOUR_RECORD (second)->id, TAMBOUR_RECORD (first)->id);
}

/* That a request was written down and sent is said by the evidence. */
static gboolean
is_news (TambourFrEvent *step)
{
  switch ((TambourRequestStatus) step->status)
    {
    case TAMBOUR_REQUEST_STATUS_CAPTURED:
    case TAMBOUR_REQUEST_STATUS_SUBMITTED:
    case TAMBOUR_REQUEST_STATUS_UNDER_REVIEW:
    case TAMBOUR_REQUEST_STATUS_DUPLICATE:
      return FALSE;
    case TAMBOUR_REQUEST_STATUS_PLANNED:
    case TAMBOUR_REQUEST_STATUS_IN_WORK:
    case TAMBOUR_REQUEST_STATUS_SHIPPED:
    case TAMBOUR_REQUEST_STATUS_DECLINED:
      break;
    }

  return TRUE;
}

/**
 * tambour_timeline_list_requests:
 * @reading: of an account
 * @until: the last day that matters
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type TambourFrEvent): what
 *   became of the requests that the account has evidence for, the newest first
 */
GPtrArray *
tambour_timeline_list_requests (const TambourAccountReading  *reading,
                                TambourDate                   until,
                                GError                      **error)
{
  g_autoptr(GPtrArray) evidence = tambour_account_reading_list (reading, TAMBOUR_TYPE_FR_EVIDENCE, NULL, error);
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_FR_EVENT);
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();
  g_autoptr(GPtrArray) steps = NULL;

  for (guint i = 0; evidence && i < evidence->len; i++)
    g_ptr_array_add (ids, TAMBOUR_FR_EVIDENCE (g_ptr_array_index (evidence, i))->request_id.id);

  if (evidence == NULL || evidence->len == 0)
    return evidence ? g_steal_pointer (&found) : NULL;

  g_ptr_array_add (ids, NULL);
  if (!tambour_query_where_any (query, "request_id", (const char * const *) ids->pdata, error) ||
      !(steps = tambour_store_list (reading->store, query, reading->cancellable, error)))
    return NULL;

  for (guint i = 0; i < steps->len; i++)
    {
      TambourFrEvent *step = g_ptr_array_index (steps, i);

      if (step->at.julian <= until.julian && is_news (step))
        g_ptr_array_add (found, g_object_ref (step));
    }
  g_ptr_array_sort (found, compare_steps);

  return g_steal_pointer (&found);
}
