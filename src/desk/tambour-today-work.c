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
} Origins;

static void
origins_clear (Origins *origins)
{
  g_clear_pointer (&origins->meetings, g_hash_table_unref);
  g_clear_pointer (&origins->findings, g_hash_table_unref);
  g_clear_pointer (&origins->insights, g_hash_table_unref);
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

static gboolean
load_origins (Origins       *origins,
              TambourScope  *scope,
              GPtrArray     *actions,
              GPtrArray     *commitments,
              GError       **error)
{
  g_autoptr(GHashTable) meetings = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) findings = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) insights = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < actions->len; i++)
    {
      TambourActionItem *action = g_ptr_array_index (actions, i);

      add_reference (meetings, &action->engagement_id);
      add_reference (findings, &action->finding_id);
      add_reference (insights, &action->insight_id);
    }

  for (guint i = 0; i < commitments->len; i++)
    add_reference (meetings, &TAMBOUR_COMMITMENT (g_ptr_array_index (commitments, i))->engagement_id);

  return (origins->meetings = tambour_scope_group (scope, TAMBOUR_TYPE_ENGAGEMENT, "id", meetings, NULL, error)) != NULL &&
         (origins->findings = tambour_scope_group (scope, TAMBOUR_TYPE_FINDING, "id", findings, NULL, error)) != NULL &&
         (origins->insights = tambour_scope_group (scope, TAMBOUR_TYPE_INSIGHT, "id", insights, NULL, error)) != NULL;
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

  if (!set_meeting (work, scope, origins->meetings, &action->engagement_id) &&
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

static int
compare_work (gconstpointer a,
              gconstpointer b)
{
  const TambourTodayWork *x = *(TambourTodayWork * const *) a;
  const TambourTodayWork *y = *(TambourTodayWork * const *) b;

  /* What has no date comes last. */
  if (tambour_date_is_stated (x->due) != tambour_date_is_stated (y->due))
    return tambour_date_is_stated (x->due) ? -1 : 1;

  if (x->due.julian != y->due.julian)
    return x->due.julian < y->due.julian ? -1 : 1;

  if (x->due_end.seconds != y->due_end.seconds)
    return x->due_end.seconds < y->due_end.seconds ? -1 : 1;

  return strcmp (x->id, y->id);
}

static void
add_actions (TambourScope  *scope,
             TambourToday  *today,
             const Origins *origins,
             GPtrArray     *actions)
{
  for (guint i = 0; i < actions->len; i++)
    {
      TambourActionItem *action = g_ptr_array_index (actions, i);
      TambourTodayWork *work;

      if (tambour_scope_find (scope, TAMBOUR_RECORD (action)) == NULL)
        continue;

      work = make_work (scope, TAMBOUR_RECORD (action), action->due);
      work->owner = g_strdup (action->owner);
      set_action_origin (work, scope, origins, action);
      g_ptr_array_add (action->side == TAMBOUR_SIDE_US ? today->work : today->theirs, work);
    }
}

static void
add_commitments (TambourScope  *scope,
                 TambourToday  *today,
                 const Origins *origins,
                 GPtrArray     *commitments)
{
  for (guint i = 0; i < commitments->len; i++)
    {
      TambourCommitment *commitment = g_ptr_array_index (commitments, i);
      TambourTodayWork *work;

      if (tambour_scope_find (scope, TAMBOUR_RECORD (commitment)) == NULL)
        continue;

      work = make_work (scope, TAMBOUR_RECORD (commitment), commitment->due);
      work->is_commitment = TRUE;
      if (tambour_date_is_stated (commitment->made_on))
        work->since = commitment->made_on;
      if (!set_meeting (work, scope, origins->meetings, &commitment->engagement_id))
        set_text (work, TAMBOUR_TODAY_ORIGIN_NOTE, TAMBOUR_RECORD (commitment)->note);
      g_ptr_array_add (commitment->side == TAMBOUR_SIDE_US ? today->work : today->theirs, work);
    }
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
  g_autoptr(GPtrArray) actions = tambour_scope_list (scope, TAMBOUR_TYPE_ACTION_ITEM, "status = open or status = blocked", error);
  g_autoptr(GPtrArray) commitments = NULL;
  g_auto(Origins) origins = { 0 };

  if (actions == NULL ||
      !(commitments = tambour_scope_list (scope, TAMBOUR_TYPE_COMMITMENT, "status = open", error)) ||
      !load_origins (&origins, scope, actions, commitments, error))
    return FALSE;

  add_actions (scope, today, &origins, actions);
  add_commitments (scope, today, &origins, commitments);
  g_ptr_array_sort (today->work, compare_work);
  g_ptr_array_sort (today->theirs, compare_work);

  return TRUE;
}
