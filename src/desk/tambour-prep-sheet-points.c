/* tambour-prep-sheet-points.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-prep-sheet-private.h"

#include "tambour-audit.h"
#include "tambour-roadmap.h"
#include "tambour-today-private.h"

/* What is to be raised in a call, from what is open. */

/* How far ahead things are worth a word, in days. */
#define DAYS_WORK     7
#define DAYS_GOALS    30
#define DAYS_FINDINGS 14
#define DAYS_NOTICE   60

/* The call is on that day; what is due until then is spoken about. */
static TambourDate
day_of_call (TambourPrepReading *self)
{
  TambourPrepSheet *sheet = self->sheet;
  TambourDate on = sheet->meeting ? tambour_zone_date_of (sheet->zone, sheet->meeting->planned_start) : sheet->today;

  return on.julian > sheet->today.julian ? on : sheet->today;
}

static gboolean
is_within (TambourDate date,
           TambourDate from,
           int         days)
{
  return tambour_date_is_stated (date) && date.julian <= from.julian + days;
}

/* --- cases ----------------------------------------------------------------- */

/* What waits for us comes before what waits for the customer, or is answered. */
static guint
rank_clock (const TambourClockFacts *clock)
{
  if (clock->state == TAMBOUR_CLOCK_STATE_PAUSED || tambour_instant_is_stated (clock->stop))
    return TAMBOUR_PREP_RANK_CASE;

  return clock->priority == TAMBOUR_PRIORITY_P1 ? TAMBOUR_PREP_RANK_P1 :
         clock->priority == TAMBOUR_PRIORITY_P2 ? TAMBOUR_PREP_RANK_P2 :
                                                  TAMBOUR_PREP_RANK_SILENT;
}

static void
add_clocks (TambourPrepReading *self)
{
  for (guint i = 0; i < self->attention->clocks->len; i++)
    {
      TambourClockFacts *clock = g_ptr_array_index (self->attention->clocks, i);
      TambourPrepPoint *point = tambour_prep_add_point (self, TAMBOUR_PREP_CLOCK, rank_clock (clock), "case", clock->case_id, clock->title);

      point->clock = tambour_clock_facts_ref (clock);
      point->number = g_strdup (clock->number);
      point->priority = clock->priority;
    }
}

static void
add_silent (TambourPrepReading *self)
{
  for (guint i = 0; i < self->attention->coming->len; i++)
    {
      const TambourTodayComing *coming = g_ptr_array_index (self->attention->coming, i);
      TambourPrepPoint *point;

      if (coming->kind != TAMBOUR_TODAY_SILENT)
        continue;

      point = tambour_prep_add_point (self, TAMBOUR_PREP_SILENT, TAMBOUR_PREP_RANK_SILENT, coming->record, coming->id, coming->title);
      point->number = g_strdup (coming->number);
      point->on = coming->on;
      point->at = coming->was_promised ? coming->at : (TambourInstant) { TAMBOUR_NEVER };
      point->since = tambour_zone_date_of (self->sheet->zone, coming->last);
    }
}

/* The note of a case that changed hands, while its new owner has not read it. */
static const TambourCaseEvent *
find_unread (GPtrArray *events)
{
  const TambourCaseEvent *note = NULL;

  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      const TambourCaseEvent *event = g_ptr_array_index (events, i);

      if (event->kind == TAMBOUR_EVENT_KIND_HANDOVER_NOTE)
        note = event;
      else if (event->kind == TAMBOUR_EVENT_KIND_HANDOVER_READ)
        note = NULL;
    }

  return note;
}

static gboolean
is_mine (TambourPrepReading *self,
         TambourCase        *support_case)
{
  return self->me != NULL && g_strcmp0 (support_case->owner_id.id, self->me) == 0;
}

static gboolean
add_handovers (TambourPrepReading  *self,
               GPtrArray           *open,
               GError             **error)
{
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) events = NULL;

  for (guint i = 0; i < open->len; i++)
    if (is_mine (self, g_ptr_array_index (open, i)))
      g_hash_table_add (ids, TAMBOUR_RECORD (g_ptr_array_index (open, i))->id);

  if (!(events = tambour_scope_group (self->scope, TAMBOUR_TYPE_CASE_EVENT, "case_id", ids, "at", error)))
    return FALSE;

  for (guint i = 0; i < open->len; i++)
    {
      TambourCase *support_case = g_ptr_array_index (open, i);
      const char *id = TAMBOUR_RECORD (support_case)->id;
      const TambourCaseEvent *note = find_unread (g_hash_table_lookup (events, id));
      TambourPrepPoint *point;

      if (note == NULL)
        continue;

      point = tambour_prep_add_point (self, TAMBOUR_PREP_HANDOVER, TAMBOUR_PREP_RANK_HANDOVER, "case", id, support_case->title);
      point->number = g_strdup (support_case->number);
      point->text = g_strdup (note->from);
      point->priority = support_case->priority;
    }

  return TRUE;
}

/* What is urgent and answered is still spoken about. */
static void
add_urgent (TambourPrepReading *self,
            GPtrArray          *open)
{
  for (guint i = 0; i < open->len; i++)
    {
      TambourCase *support_case = g_ptr_array_index (open, i);
      TambourPrepPoint *point;

      if (support_case->priority != TAMBOUR_PRIORITY_P1 && support_case->priority != TAMBOUR_PRIORITY_P2)
        continue;

      point = tambour_prep_add_point (self, TAMBOUR_PREP_CASE, TAMBOUR_PREP_RANK_CASE, "case", TAMBOUR_RECORD (support_case)->id, support_case->title);
      point->number = g_strdup (support_case->number);
      point->priority = support_case->priority;
      point->text = g_strdup (support_case->next_step);
      point->on = tambour_zone_date_of (self->sheet->zone, support_case->opened_at);
    }
}

/**
 * tambour_prep_add_cases:
 * @self: a prep sheet that is read
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_prep_add_cases (TambourPrepReading  *self,
                        GError             **error)
{
  g_autoptr(GPtrArray) open = tambour_today_list_open (self->scope, error);

  if (open == NULL || !add_handovers (self, open, error))
    return FALSE;

  add_clocks (self);
  add_silent (self);
  add_urgent (self, open);

  return TRUE;
}

/* --- actions and promises -------------------------------------------------- */

static void
raise_work (TambourPrepReading *self,
            TambourTodayWork   *work,
            gboolean            is_theirs)
{
  gboolean is_due = is_within (work->due, day_of_call (self), is_theirs ? 0 : DAYS_WORK);
  guint rank = is_theirs          ? TAMBOUR_PREP_RANK_THEIRS_LATE :
               work->is_overdue ? TAMBOUR_PREP_RANK_OURS_LATE :
                                  TAMBOUR_PREP_RANK_OURS_DUE;
  TambourPrepPoint *point;

  if (!work->is_overdue && !is_due)
    return;

  point = tambour_prep_add_point (self, work->is_commitment ? TAMBOUR_PREP_PROMISE : TAMBOUR_PREP_ACTION, rank,
                                  work->is_commitment ? "commitment" : "action_item", work->id, work->title);
  point->on = work->due;
  point->since = work->since;
  point->text = g_strdup (work->owner);
  point->is_theirs = is_theirs;
  point->is_overdue = work->is_overdue;
}

/**
 * tambour_prep_add_work:
 * @self: a prep sheet that is read
 *
 * Lists what both sides have to do, and raises what is due or late.
 */
void
tambour_prep_add_work (TambourPrepReading *self)
{
  TambourToday *attention = self->attention;

  for (guint i = 0; i < attention->work->len; i++)
    raise_work (self, g_ptr_array_index (attention->work, i), FALSE);
  for (guint i = 0; i < attention->theirs->len; i++)
    raise_work (self, g_ptr_array_index (attention->theirs, i), TRUE);

  self->sheet->n_ours = attention->work->len;
  g_ptr_array_extend_and_steal (self->sheet->work, g_steal_pointer (&attention->work));
  g_ptr_array_extend_and_steal (self->sheet->work, g_steal_pointer (&attention->theirs));
}

/* --- goals, and what was agreed -------------------------------------------- */

static gboolean
add_goals (TambourPrepReading  *self,
           GError             **error)
{
  g_autoptr(GPtrArray) goals = tambour_account_reading_list (&self->reading, TAMBOUR_TYPE_GOAL,
                                                             "status = agreed or status = on_track or status = at_risk", error);

  for (guint i = 0; goals && i < goals->len; i++)
    {
      TambourGoal *goal = g_ptr_array_index (goals, i);
      TambourPrepPoint *point;

      if (goal->status != TAMBOUR_GOAL_STATUS_AT_RISK && !is_within (goal->due, day_of_call (self), DAYS_GOALS))
        continue;

      point = tambour_prep_add_point (self, TAMBOUR_PREP_GOAL, TAMBOUR_PREP_RANK_GOAL, "goal", TAMBOUR_RECORD (goal)->id, goal->statement);
      point->on = goal->due;
      point->is_overdue = tambour_date_is_stated (goal->due) && goal->due.julian < self->sheet->today.julian;
      point->status = goal->status;
      point->text = g_strdup (goal->reason);
    }

  return goals != NULL;
}

static void
raise_coming (TambourPrepReading       *self,
              const TambourTodayComing *coming,
              TambourPrepReason         reason)
{
  TambourPrepPoint *point = tambour_prep_add_point (self, reason, TAMBOUR_PREP_RANK_AGREEMENT, coming->record, coming->id, coming->title);

  point->on = coming->on;
  point->renews = coming->renews;
  point->is_overdue = coming->on.julian < self->sheet->today.julian;
}

/* What is agreed already needs no word. */
static void
add_coming (TambourPrepReading *self)
{
  for (guint i = 0; i < self->attention->coming->len; i++)
    {
      const TambourTodayComing *coming = g_ptr_array_index (self->attention->coming, i);

      switch (coming->kind)
        {
        case TAMBOUR_TODAY_RENEWAL:
          if (coming->readiness != TAMBOUR_TODAY_READY)
            raise_coming (self, coming, TAMBOUR_PREP_RENEWAL);
          break;
        case TAMBOUR_TODAY_REVIEW:
          raise_coming (self, coming, TAMBOUR_PREP_REVIEW);
          break;
        case TAMBOUR_TODAY_AUDIT:
          raise_coming (self, coming, TAMBOUR_PREP_AUDIT);
          break;
        case TAMBOUR_TODAY_MEETING:
        case TAMBOUR_TODAY_CADENCE:
        case TAMBOUR_TODAY_SILENT:
        case TAMBOUR_TODAY_UPDATE:
        case TAMBOUR_TODAY_CHANGE:
        case TAMBOUR_TODAY_FOLLOW_UP:
          break;
        }
    }
}

static void
add_notice (TambourPrepReading *self)
{
  const TambourOverviewAgreement *agreement = &self->overview->agreement;
  TambourDate today = self->sheet->today;
  TambourPrepPoint *point;

  if (agreement->term != TAMBOUR_TERM_CURRENT || agreement->renewal != NULL || !agreement->agreement->auto_renew ||
      agreement->notice_by.julian < today.julian || !is_within (agreement->notice_by, today, DAYS_NOTICE))
    return;

  point = tambour_prep_add_point (self, TAMBOUR_PREP_NOTICE, TAMBOUR_PREP_RANK_AGREEMENT, "agreement",
                                  TAMBOUR_RECORD (agreement->agreement)->id, agreement->agreement->title);
  point->on = agreement->notice_by;
}

/**
 * tambour_prep_add_plans:
 * @self: a prep sheet that is read
 * @error: return location
 *
 * Raises goals, the agreement and audits.
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_prep_add_plans (TambourPrepReading  *self,
                        GError             **error)
{
  if (!add_goals (self, error))
    return FALSE;

  add_coming (self);
  add_notice (self);

  return TRUE;
}

/* --- the product ----------------------------------------------------------- */

static void
raise_request (TambourPrepReading    *self,
               TambourFeatureRequest *request,
               TambourFrEvent        *event)
{
  TambourPrepPoint *point = tambour_prep_add_point (self, TAMBOUR_PREP_REQUEST, TAMBOUR_PREP_RANK_NEWS, "feature_request",
                                                    TAMBOUR_RECORD (request)->id, request->title);

  point->status = event->status;
  point->on = event->at;
  point->text = g_strdup (event->reason);
}

/* The last step of each request that this customer asked for, if it was since the last call. */
static gboolean
add_requests (TambourPrepReading  *self,
              GError             **error)
{
  TambourDate since = tambour_zone_date_of (self->sheet->zone, self->sheet->since);
  g_autoptr(GPtrArray) evidence = tambour_account_reading_list (&self->reading, TAMBOUR_TYPE_FR_EVIDENCE, NULL, error);
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) events = NULL;
  g_autoptr(GHashTable) requests = NULL;
  GHashTableIter iter;
  gpointer id, group;

  for (guint i = 0; evidence && i < evidence->len; i++)
    if (TAMBOUR_FR_EVIDENCE (g_ptr_array_index (evidence, i))->request_id.id != NULL)
      g_hash_table_add (ids, TAMBOUR_FR_EVIDENCE (g_ptr_array_index (evidence, i))->request_id.id);

  if (evidence == NULL ||
      !(events = tambour_scope_group (self->scope, TAMBOUR_TYPE_FR_EVENT, "request_id", ids, "at", error)) ||
      !(requests = tambour_scope_group (self->scope, TAMBOUR_TYPE_FEATURE_REQUEST, "id", ids, NULL, error)))
    return FALSE;

  g_hash_table_iter_init (&iter, events);
  while (g_hash_table_iter_next (&iter, &id, &group))
    {
      TambourFrEvent *last = g_ptr_array_index ((GPtrArray *) group, ((GPtrArray *) group)->len - 1);
      GPtrArray *found = g_hash_table_lookup (requests, id);

      if (found != NULL && last->at.julian >= since.julian && last->at.julian <= self->sheet->today.julian)
        raise_request (self, g_ptr_array_index (found, 0), last);
    }

  return TRUE;
}

static gboolean
add_issues (TambourPrepReading  *self,
            GError             **error)
{
  g_autoptr(GPtrArray) exposures = tambour_account_reading_list (&self->reading, TAMBOUR_TYPE_EXPOSURE,
                                                                 "state = suspected or state = exposed", error);

  for (guint i = 0; exposures && i < exposures->len; i++)
    {
      TambourExposure *exposure = g_ptr_array_index (exposures, i);
      g_autoptr(TambourKnownIssue) issue = NULL;
      TambourPrepPoint *point;
      gboolean is_severe;

      if (!tambour_account_reading_get (&self->reading, TAMBOUR_TYPE_KNOWN_ISSUE, exposure->known_issue_id.id, &issue, error))
        return FALSE;
      if (issue == NULL)
        continue;

      is_severe = issue->severity == TAMBOUR_SEVERITY_HIGH && exposure->state == TAMBOUR_EXPOSURE_STATE_EXPOSED;
      point = tambour_prep_add_point (self, TAMBOUR_PREP_ISSUE, is_severe ? TAMBOUR_PREP_RANK_RISK : TAMBOUR_PREP_RANK_REST,
                                      "known_issue", TAMBOUR_RECORD (issue)->id, issue->title);
      point->status = exposure->state;
      point->text = g_strdup (issue->workaround);
      point->on = exposure->since;
    }

  return exposures != NULL;
}

static gboolean
add_findings (TambourPrepReading  *self,
              GError             **error)
{
  g_autoptr(GPtrArray) findings = tambour_account_reading_list (&self->reading, TAMBOUR_TYPE_FINDING,
                                                                "status = open or status = planned", error);

  for (guint i = 0; findings && i < findings->len; i++)
    {
      TambourFinding *finding = g_ptr_array_index (findings, i);
      gboolean is_late = tambour_date_is_stated (finding->due) && finding->due.julian < self->sheet->today.julian;
      gboolean is_severe = finding->severity == TAMBOUR_SEVERITY_HIGH;
      TambourPrepPoint *point;

      if (!is_severe && !is_within (finding->due, day_of_call (self), DAYS_FINDINGS))
        continue;

      point = tambour_prep_add_point (self, TAMBOUR_PREP_FINDING, is_severe || is_late ? TAMBOUR_PREP_RANK_RISK : TAMBOUR_PREP_RANK_REST,
                                      "finding", TAMBOUR_RECORD (finding)->id, finding->title);
      point->on = finding->due;
      point->is_overdue = is_late;
      point->status = finding->severity;
      point->text = g_strdup (finding->owner);
    }

  return findings != NULL;
}

/**
 * tambour_prep_add_product:
 * @self: a prep sheet that is read
 * @error: return location
 *
 * Raises what moved in the product or may harm the customer, and what audits found.
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_prep_add_product (TambourPrepReading  *self,
                          GError             **error)
{
  return add_requests (self, error) && add_issues (self, error) && add_findings (self, error);
}
