/* tambour-today-work.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-today-private.h"

#include "tambour-audit.h"
#include "tambour-usage.h"

/* What open actions and promises refer to: id → the record, in an array of one. */
typedef struct
{
  GHashTable *meetings;
  GHashTable *findings;
  GHashTable *insights;
  GHashTable *cases;
} Origins;

static void
origins_clear (Origins *origins)
{
  g_clear_pointer (&origins->meetings, g_hash_table_unref);
  g_clear_pointer (&origins->findings, g_hash_table_unref);
  g_clear_pointer (&origins->insights, g_hash_table_unref);
  g_clear_pointer (&origins->cases, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Origins, origins_clear)

/**
 * tambour_today_work_free:
 * @self: (transfer full): something to do
 */
void
tambour_today_work_free (TambourTodayWork *self)
{
  tambour_today_account_clear (&self->account);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->owner, g_free);
  g_clear_pointer (&self->origin_text, g_free);
  g_free (self);
}

static void
add_reference (GHashTable       *ids,
               const TambourRef *reference)
{
  if (reference->id != NULL)
    g_hash_table_add (ids, reference->id);
}

/* What the records refer to, by kind. */
static void
add_references (TambourRecord *record,
                GHashTable    *meetings,
                GHashTable    *findings,
                GHashTable    *insights,
                GHashTable    *cases)
{
  if (TAMBOUR_IS_ACTION_ITEM (record))
    {
      add_reference (meetings, &TAMBOUR_ACTION_ITEM (record)->engagement_id);
      add_reference (findings, &TAMBOUR_ACTION_ITEM (record)->finding_id);
      add_reference (insights, &TAMBOUR_ACTION_ITEM (record)->insight_id);
      add_reference (cases, &TAMBOUR_ACTION_ITEM (record)->case_id);
    }
  else if (TAMBOUR_IS_COMMITMENT (record))
    add_reference (meetings, &TAMBOUR_COMMITMENT (record)->engagement_id);
  else if (TAMBOUR_IS_DECISION (record))
    add_reference (meetings, &TAMBOUR_DECISION (record)->engagement_id);
}

static gboolean
load_origins (Origins       *origins,
              TambourScope  *scope,
              GPtrArray     *records,
              GError       **error)
{
  g_autoptr(GHashTable) meetings = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) findings = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) insights = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) cases = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < records->len; i++)
    add_references (g_ptr_array_index (records, i), meetings, findings, insights, cases);

  return (origins->meetings = tambour_scope_group (scope, TAMBOUR_TYPE_ENGAGEMENT, "id", meetings, NULL, error)) != NULL &&
         (origins->findings = tambour_scope_group (scope, TAMBOUR_TYPE_FINDING, "id", findings, NULL, error)) != NULL &&
         (origins->insights = tambour_scope_group (scope, TAMBOUR_TYPE_INSIGHT, "id", insights, NULL, error)) != NULL &&
         (origins->cases = tambour_scope_group (scope, TAMBOUR_TYPE_CASE, "id", cases, NULL, error)) != NULL;
}

static gpointer
find_origin (GHashTable       *records,
             const TambourRef *reference)
{
  GPtrArray *found = reference->id ? g_hash_table_lookup (records, reference->id) : NULL;

  return found ? g_ptr_array_index (found, 0) : NULL;
}

/* A meeting that was cancelled is where nothing comes from. */
static gboolean
set_meeting (TambourTodayWork *work,
             TambourScope     *scope,
             GHashTable       *meetings,
             const TambourRef *reference)
{
  TambourEngagement *meeting = find_origin (meetings, reference);
  TambourScopeAccount *account = meeting ? tambour_scope_find (scope, TAMBOUR_RECORD (meeting)) : NULL;

  if (account == NULL)
    return FALSE;

  if (meeting->status == TAMBOUR_ENGAGEMENT_STATUS_HELD)
    work->origin = TAMBOUR_TODAY_ORIGIN_HELD;
  else if (meeting->status == TAMBOUR_ENGAGEMENT_STATUS_PLANNED)
    work->origin = TAMBOUR_TODAY_ORIGIN_PLANNED;
  else
    return FALSE;

  work->origin_kind = meeting->kind;
  work->origin_on = tambour_zone_date_of (account->zone, meeting->planned_start);

  return TRUE;
}

static gboolean
set_text (TambourTodayWork   *work,
          TambourTodayOrigin  origin,
          const char         *text)
{
  if (text == NULL || *text == '\0')
    return FALSE;

  work->origin = origin;
  work->origin_text = g_strndup (text, strcspn (text, "\n"));

  return TRUE;
}

static void
set_action_origin (TambourTodayWork  *work,
                   TambourScope      *scope,
                   const Origins     *origins,
                   TambourActionItem *action)
{
  TambourFinding *finding = find_origin (origins->findings, &action->finding_id);
  TambourInsight *insight = find_origin (origins->insights, &action->insight_id);
  TambourCase *support_case = find_origin (origins->cases, &action->case_id);

  if (!set_text (work, TAMBOUR_TODAY_ORIGIN_CASE, support_case ? support_case->number : NULL) &&
      !set_meeting (work, scope, origins->meetings, &action->engagement_id) &&
      !set_text (work, TAMBOUR_TODAY_ORIGIN_FINDING, finding ? finding->title : NULL) &&
      !set_text (work, TAMBOUR_TODAY_ORIGIN_INSIGHT, insight ? insight->title : NULL))
    set_text (work, TAMBOUR_TODAY_ORIGIN_NOTE, TAMBOUR_RECORD (action)->note);
}

static TambourTodayWork *
make_work (TambourScope  *scope,
           TambourRecord *record,
           TambourDate    due)
{
  TambourTodayWork *work = g_new0 (TambourTodayWork, 1);

  tambour_today_name_account (scope, record, &work->account);
  work->id = g_strdup (record->id);
  work->title = tambour_record_dup_title (record);
  if (tambour_instant_is_stated (record->created_at))
    work->since = tambour_zone_date_of (tambour_scope_find (scope, record)->zone, record->created_at);
  work->due = due;
  work->due_end.seconds = TAMBOUR_NEVER;
  if (tambour_date_is_stated (due))
    work->due_end = tambour_today_end_of_day (scope, record, due);
  work->is_overdue = tambour_instant_is_stated (work->due_end) && work->due_end.seconds <= scope->at.seconds;

  return work;
}

static TambourTodayWork *
make_action (TambourScope      *scope,
             const Origins     *origins,
             TambourActionItem *action)
{
  TambourTodayWork *work = make_work (scope, TAMBOUR_RECORD (action), action->due);

  work->owner = g_strdup (action->owner);
  set_action_origin (work, scope, origins, action);

  return work;
}

static TambourTodayWork *
make_commitment (TambourScope      *scope,
                 const Origins     *origins,
                 TambourCommitment *commitment)
{
  TambourTodayWork *work = make_work (scope, TAMBOUR_RECORD (commitment), commitment->due);

  work->is_commitment = TRUE;
  if (tambour_date_is_stated (commitment->made_on))
    work->since = commitment->made_on;
  if (!set_meeting (work, scope, origins->meetings, &commitment->engagement_id))
    set_text (work, TAMBOUR_TODAY_ORIGIN_NOTE, TAMBOUR_RECORD (commitment)->note);

  return work;
}

static TambourTodayWork *
make_decision (TambourScope    *scope,
               const Origins   *origins,
               TambourDecision *decision)
{
  TambourTodayWork *work = make_work (scope, TAMBOUR_RECORD (decision), decision->due);

  if (!set_meeting (work, scope, origins->meetings, &decision->engagement_id))
    set_text (work, TAMBOUR_TODAY_ORIGIN_NOTE, TAMBOUR_RECORD (decision)->note);

  return work;
}

/**
 * tambour_today_each_work:
 * @scope: the accounts
 * @records: (element-type TambourRecord): actions, commitments and decisions
 * @func: called for each whose account is looked at, in their order
 * @data: for @func
 * @error: return location
 *
 * Finds out when each is due, and where it comes from.
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_today_each_work (TambourScope          *scope,
                         GPtrArray             *records,
                         TambourTodayWorkFunc   func,
                         gpointer               data,
                         GError               **error)
{
  g_auto(Origins) origins = { 0 };

  if (!load_origins (&origins, scope, records, error))
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    {
      TambourRecord *record = g_ptr_array_index (records, i);

      if (tambour_scope_find (scope, record) == NULL)
        continue;

      if (TAMBOUR_IS_ACTION_ITEM (record))
        func (make_action (scope, &origins, TAMBOUR_ACTION_ITEM (record)), record, data);
      else if (TAMBOUR_IS_COMMITMENT (record))
        func (make_commitment (scope, &origins, TAMBOUR_COMMITMENT (record)), record, data);
      else if (TAMBOUR_IS_DECISION (record))
        func (make_decision (scope, &origins, TAMBOUR_DECISION (record)), record, data);
    }

  return TRUE;
}

/**
 * tambour_today_list_open_work:
 * @scope: the accounts
 * @error: return location
 *
 * Returns: (transfer full) (element-type TambourRecord) (nullable): the actions and
 *   commitments that are open, of whatever account
 */
GPtrArray *
tambour_today_list_open_work (TambourScope  *scope,
                              GError       **error)
{
  g_autoptr(GPtrArray) open = tambour_scope_list (scope, TAMBOUR_TYPE_ACTION_ITEM, "status = open or status = blocked", error);
  GPtrArray *commitments = open ? tambour_scope_list (scope, TAMBOUR_TYPE_COMMITMENT, "status = open", error) : NULL;

  if (commitments == NULL)
    return NULL;

  g_ptr_array_extend_and_steal (open, commitments);

  return g_steal_pointer (&open);
}

/**
 * tambour_today_work_compare:
 * @a: something to do
 * @b: something else
 *
 * Returns: which comes first: by date; what has none comes last
 */
int
tambour_today_work_compare (const TambourTodayWork *a,
                            const TambourTodayWork *b)
{
  if (tambour_date_is_stated (a->due) != tambour_date_is_stated (b->due))
    return tambour_date_is_stated (a->due) ? -1 : 1;

  if (a->due.julian != b->due.julian)
    return a->due.julian < b->due.julian ? -1 : 1;

  if (a->due_end.seconds != b->due_end.seconds)
    return a->due_end.seconds < b->due_end.seconds ? -1 : 1;

  return strcmp (a->id, b->id);
}

static int
compare_work (gconstpointer a,
              gconstpointer b)
{
  return tambour_today_work_compare (*(TambourTodayWork * const *) a, *(TambourTodayWork * const *) b);
}

static void
add_work (TambourTodayWork *work,
          TambourRecord    *record,
          gpointer          data)
{
  TambourToday *today = data;
  guint side = TAMBOUR_IS_ACTION_ITEM (record) ? TAMBOUR_ACTION_ITEM (record)->side : TAMBOUR_COMMITMENT (record)->side;

  g_ptr_array_add (side == TAMBOUR_SIDE_US ? today->work : today->theirs, work);
}

/**
 * tambour_today_list_work:
 * @scope: the accounts
 * @today: where to put it
 * @error: return location
 *
 * Finds the actions and commitments that are open, ours and the customers'.
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_today_list_work (TambourScope  *scope,
                         TambourToday  *today,
                         GError       **error)
{
  g_autoptr(GPtrArray) open = tambour_today_list_open_work (scope, error);

  if (open == NULL || !tambour_today_each_work (scope, open, add_work, today, error))
    return FALSE;

  g_ptr_array_sort (today->work, compare_work);
  g_ptr_array_sort (today->theirs, compare_work);

  return TRUE;
}
