/* tambour-action-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-action-list.h"

#include "tambour-kinds.h"
#include "tambour-today-private.h"

static void
line_free (TambourActionLine *self)
{
  g_clear_pointer (&self->work, tambour_today_work_free);
  g_clear_pointer (&self->owner, g_free);
  g_clear_pointer (&self->to, g_free);
  g_clear_pointer (&self->reason, g_free);
  g_clear_pointer (&self->origin_id, g_free);
  g_clear_pointer (&self->folded, g_free);
  g_free (self);
}

/**
 * tambour_action_list_free:
 * @self: (transfer full): a list
 */
void
tambour_action_list_free (TambourActionList *self)
{
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_free (self);
}

/* What the reading needs on its way. */
typedef struct
{
  TambourActionList *list;
  TambourScope      *scope;
  GHashTable        *contacts;  /* id → the contact, in an array of one */
} Reading;

/* --- one line ------------------------------------------------------------- */

static TambourActionGroup
group_of (TambourActionList      *list,
          const TambourTodayWork *work)
{
  guint32 sunday = list->date.julian + 6 - tambour_date_weekday (list->date);

  if (work->is_overdue)
    return TAMBOUR_ACTION_GROUP_OVERDUE;
  if (!tambour_date_is_stated (work->due))
    return TAMBOUR_ACTION_GROUP_UNDATED;
  if (work->due.julian <= list->date.julian)
    return TAMBOUR_ACTION_GROUP_TODAY;

  return work->due.julian <= sunday ? TAMBOUR_ACTION_GROUP_WEEK : TAMBOUR_ACTION_GROUP_LATER;
}

/* The first that there is: a case, a meeting, a finding, an insight, an exposure. */
static void
set_origin (TambourActionLine *line,
            const char        *kind,
            const TambourRef  *reference)
{
  if (line->origin_id != NULL || reference->id == NULL)
    return;

  line->origin_kind = kind;
  line->origin_id = g_strdup (reference->id);
}

static void
fill_action (TambourActionLine *line,
             TambourActionItem *action)
{
  line->kind = TAMBOUR_ACTION_KIND_ACTION;
  line->side = action->side;
  line->owner = g_strdup (action->owner);
  line->status = action->status;
  line->settled_at = action->done_at;
  line->reason = g_strdup (action->result);
  set_origin (line, "case", &action->case_id);
  set_origin (line, "engagement", &action->engagement_id);
  set_origin (line, "finding", &action->finding_id);
  set_origin (line, "insight", &action->insight_id);
  set_origin (line, "exposure", &action->exposure_id);
}

static TambourInstant
start_of (Reading       *reading,
          TambourRecord *record,
          TambourDate    date)
{
  TambourScopeAccount *account = tambour_scope_find (reading->scope, record);

  return tambour_date_is_stated (date) ? tambour_zone_start_of_day (account->zone, date) : (TambourInstant) { TAMBOUR_NEVER };
}

static void
fill_commitment (Reading           *reading,
                 TambourActionLine *line,
                 TambourCommitment *commitment)
{
  GPtrArray *found = commitment->to_contact_id.id ? g_hash_table_lookup (reading->contacts, commitment->to_contact_id.id) : NULL;

  line->kind = TAMBOUR_ACTION_KIND_COMMITMENT;
  line->side = commitment->side;
  line->status = commitment->status;
  line->settled_at = start_of (reading, TAMBOUR_RECORD (commitment), commitment->settled_on);
  line->reason = g_strdup (commitment->reason);
  line->to = found ? g_strdup (TAMBOUR_CONTACT (g_ptr_array_index (found, 0))->name) : NULL;
  set_origin (line, "engagement", &commitment->engagement_id);
}

static void
fill_decision (Reading           *reading,
               TambourActionLine *line,
               TambourDecision   *decision)
{
  line->kind = TAMBOUR_ACTION_KIND_DECISION;
  line->side = TAMBOUR_SIDE_CUSTOMER;
  line->owner = g_strdup (decision->decided_by);
  line->settled_at = start_of (reading, TAMBOUR_RECORD (decision), decision->on);
  line->reason = g_strdup (decision->choice);
  set_origin (line, "engagement", &decision->engagement_id);
}

static gboolean
is_over (const TambourActionLine *line,
         TambourRecord           *record)
{
  switch (line->kind)
    {
    case TAMBOUR_ACTION_KIND_ACTION:
      return line->status == TAMBOUR_ACTION_STATUS_DONE || line->status == TAMBOUR_ACTION_STATUS_DROPPED;
    case TAMBOUR_ACTION_KIND_COMMITMENT:
      return line->status != TAMBOUR_COMMITMENT_STATUS_OPEN;
    case TAMBOUR_ACTION_KIND_DECISION:
      return tambour_date_is_stated (TAMBOUR_DECISION (record)->on);
    }

  g_return_val_if_reached (FALSE);
}

static char *
fold_line (const TambourActionLine *line)
{
  const char *account = line->work->account.name;
  g_autofree char *all = g_strdup_printf ("%s\n%s\n%s\n%s", line->work->title ? line->work->title : "", account ? account : "",
                                          line->owner ? line->owner : "", line->to ? line->to : "");

  return g_utf8_casefold (all, -1);
}

static gboolean
is_same_name (const char *a,
              const char *b)
{
  g_autofree char *first = a ? g_utf8_casefold (a, -1) : NULL;
  g_autofree char *second = b ? g_utf8_casefold (b, -1) : NULL;

  return first != NULL && g_strcmp0 (first, second) == 0;
}

static void
add_line (TambourTodayWork *work,
          TambourRecord    *record,
          gpointer          data)
{
  Reading *reading = data;
  TambourScope *scope = reading->scope;
  TambourScopeAccount *account = tambour_scope_find (scope, record);
  TambourActionLine *line = g_new0 (TambourActionLine, 1);

  line->work = work;
  if (TAMBOUR_IS_ACTION_ITEM (record))
    fill_action (line, TAMBOUR_ACTION_ITEM (record));
  else if (TAMBOUR_IS_COMMITMENT (record))
    fill_commitment (reading, line, TAMBOUR_COMMITMENT (record));
  else
    fill_decision (reading, line, TAMBOUR_DECISION (record));

  line->is_own = scope->me != NULL && line->side == TAMBOUR_SIDE_US && is_same_name (line->owner, scope->me->name);
  line->is_near = account->is_mine || !account->has_team;
  line->group = is_over (line, record) ? TAMBOUR_ACTION_GROUP_OVER : group_of (reading->list, work);
  line->folded = fold_line (line);
  g_ptr_array_add (reading->list->lines, line);

  if (line->group < TAMBOUR_ACTION_GROUP_UNDATED && work->due_end.seconds > scope->at.seconds)
    reading->list->stale_at.seconds = MIN (reading->list->stale_at.seconds, work->due_end.seconds);
}

/* --- reading -------------------------------------------------------------- */

/* The last ones, of the accounts that are looked at. */
static gboolean
add_over (Reading     *reading,
          GPtrArray   *records,
          GType        type,
          const char  *expression,
          const char  *order,
          GError     **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (type);
  g_autofree gpointer *accounts = g_hash_table_get_keys_as_array (reading->scope->accounts, NULL);
  GPtrArray *found;

  if (!tambour_query_parse (query, expression, error) ||
      !tambour_query_where_any (query, "account_id", (const char * const *) accounts, error) ||
      !tambour_query_order (query, order, TRUE, error))
    return FALSE;

  tambour_query_limit (query, TAMBOUR_ACTION_LIST_OVER, 0);
  if (!(found = tambour_store_list (reading->scope->store, query, reading->scope->cancellable, error)))
    return FALSE;

  g_ptr_array_extend_and_steal (records, found);

  return TRUE;
}

static gboolean
add_undecided (Reading    *reading,
               GPtrArray  *records,
               GError    **error)
{
  GPtrArray *found = tambour_scope_list (reading->scope, TAMBOUR_TYPE_DECISION, "on = \"\"", error);

  if (found == NULL)
    return FALSE;

  g_ptr_array_extend_and_steal (records, found);

  return TRUE;
}

static GPtrArray *
list_records (Reading  *reading,
              GError  **error)
{
  g_autoptr(GPtrArray) records = tambour_today_list_open_work (reading->scope, error);

  if (records == NULL ||
      !add_undecided (reading, records, error) ||
      !add_over (reading, records, TAMBOUR_TYPE_ACTION_ITEM, "status = done or status = dropped", "done_at", error) ||
      !add_over (reading, records, TAMBOUR_TYPE_COMMITMENT, "status != open", "settled_on", error) ||
      !add_over (reading, records, TAMBOUR_TYPE_DECISION, "on != \"\"", "on", error))
    return NULL;

  return g_steal_pointer (&records);
}

/* Who was promised something. */
static GHashTable *
load_contacts (TambourScope  *scope,
               GPtrArray     *records,
               GError       **error)
{
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < records->len; i++)
    {
      TambourRecord *record = g_ptr_array_index (records, i);

      if (TAMBOUR_IS_COMMITMENT (record) && TAMBOUR_COMMITMENT (record)->to_contact_id.id != NULL)
        g_hash_table_add (ids, TAMBOUR_COMMITMENT (record)->to_contact_id.id);
    }

  return tambour_scope_group (scope, TAMBOUR_TYPE_CONTACT, "id", ids, NULL, error);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const TambourActionLine *first = *(const TambourActionLine * const *) a;
  const TambourActionLine *second = *(const TambourActionLine * const *) b;

  if (first->group != second->group)
    return first->group < second->group ? -1 : 1;

  /* What is over: the last first, and what nobody dated at the end. */
  if (first->group == TAMBOUR_ACTION_GROUP_OVER && first->settled_at.seconds != second->settled_at.seconds)
    {
      gint64 x = tambour_instant_is_stated (first->settled_at) ? first->settled_at.seconds : G_MININT64;
      gint64 y = tambour_instant_is_stated (second->settled_at) ? second->settled_at.seconds : G_MININT64;

      return x > y ? -1 : 1;
    }

  return tambour_today_work_compare (first->work, second->work);
}

/* Of each kind the last were read: of all together that is more than is listed. */
static void
cut_over (TambourActionList *self)
{
  guint n_done = 0, n_decided = 0;

  for (guint i = 0; i < self->lines->len;)
    {
      const TambourActionLine *line = g_ptr_array_index (self->lines, i);
      guint *n = line->kind == TAMBOUR_ACTION_KIND_DECISION ? &n_decided : &n_done;

      if (line->group == TAMBOUR_ACTION_GROUP_OVER && ++*n > TAMBOUR_ACTION_LIST_OVER)
        g_ptr_array_remove_index (self->lines, i);
      else
        i++;
    }
}

static TambourScope *
new_scope (TambourStore    *store,
           const char      *me,
           GTimeZone       *zone,
           TambourInstant   at,
           GCancellable    *cancellable,
           GError         **error)
{
  g_autoptr(TambourRecord) person = me ? tambour_store_get (store, tambour_kinds_find ("person"), me, NULL) : NULL;

  return tambour_scope_new (store, (TambourPerson *) person, TAMBOUR_SCOPE_ALL, zone, at, cancellable, error);
}

/**
 * tambour_action_list_load:
 * @store: a store
 * @me: (nullable): the id of the person who looks
 * @zone: (nullable): where that person is, if not where their working hours are
 * @at: the time that is "now"
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Reads the actions, commitments and decisions of all accounts that are not
 * closed: all that are open, and the last of those that are over.
 *
 * Blocks: run it on a thread.
 *
 * Returns: (transfer full) (nullable): them
 */
TambourActionList *
tambour_action_list_load (TambourStore    *store,
                          const char      *me,
                          GTimeZone       *zone,
                          TambourInstant   at,
                          GCancellable    *cancellable,
                          GError         **error)
{
  g_autoptr(TambourActionList) self = g_new0 (TambourActionList, 1);
  g_autoptr(TambourScope) scope = new_scope (store, me, zone, at, cancellable, error);
  Reading reading = { self, scope, NULL };
  g_autoptr(GPtrArray) records = scope ? list_records (&reading, error) : NULL;
  g_autoptr(GHashTable) contacts = records ? load_contacts (scope, records, error) : NULL;

  if (contacts == NULL)
    return NULL;

  reading.contacts = contacts;
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  self->date = tambour_zone_date_of (scope->zone, at);
  self->stale_at = tambour_zone_start_of_day (scope->zone, (TambourDate) { self->date.julian + 1 });
  if (!tambour_today_each_work (scope, records, add_line, &reading, error))
    return NULL;

  g_ptr_array_sort (self->lines, compare_lines);
  cut_over (self);

  return g_steal_pointer (&self);
}

/* --- which are shown ------------------------------------------------------ */

/**
 * tambour_action_line_is_open:
 * @self: a line
 *
 * Returns: whether it is still to be done, kept or decided
 */
gboolean
tambour_action_line_is_open (const TambourActionLine *self)
{
  return self->group != TAMBOUR_ACTION_GROUP_OVER;
}

/**
 * tambour_action_line_record:
 * @self: a line
 *
 * Returns: (transfer none): what its kind of record is called
 */
const char *
tambour_action_line_record (const TambourActionLine *self)
{
  switch (self->kind)
    {
    case TAMBOUR_ACTION_KIND_ACTION:
      return "action_item";
    case TAMBOUR_ACTION_KIND_COMMITMENT:
      return "commitment";
    case TAMBOUR_ACTION_KIND_DECISION:
      return "decision";
    }

  g_return_val_if_reached (NULL);
}

static gboolean
is_in_view (TambourActionView        view,
            const TambourActionLine *line)
{
  gboolean is_decision = line->kind == TAMBOUR_ACTION_KIND_DECISION;

  switch (view)
    {
    case TAMBOUR_ACTION_VIEW_OURS:
      return !is_decision && tambour_action_line_is_open (line) && line->side == TAMBOUR_SIDE_US;
    case TAMBOUR_ACTION_VIEW_THEIRS:
      return !is_decision && tambour_action_line_is_open (line) && line->side == TAMBOUR_SIDE_CUSTOMER;
    case TAMBOUR_ACTION_VIEW_DECISIONS:
      return is_decision;
    case TAMBOUR_ACTION_VIEW_DONE:
      return !is_decision && !tambour_action_line_is_open (line);
    }

  g_return_val_if_reached (FALSE);
}

/* Of ours it is the owner who counts; what the customers do, we look after. */
static gboolean
is_mine (const TambourActionLine *line)
{
  if (line->is_own)
    return TRUE;

  return line->is_near && (line->side == TAMBOUR_SIDE_CUSTOMER || line->owner == NULL || *line->owner == '\0');
}

static gboolean
is_in_reach (TambourActionReach       reach,
             const TambourActionLine *line)
{
  switch (reach)
    {
    case TAMBOUR_ACTION_REACH_ACCOUNTS:
      return line->is_near || line->is_own;
    case TAMBOUR_ACTION_REACH_MINE:
      return is_mine (line);
    case TAMBOUR_ACTION_REACH_TEAM:
      return TRUE;
    }

  g_return_val_if_reached (FALSE);
}

/**
 * tambour_action_filter_words:
 * @text: what somebody looks for
 *
 * Returns: (transfer full) (nullable): its words, folded; %NULL if there are none
 */
GStrv
tambour_action_filter_words (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_auto(GStrv) parts = g_strsplit_set (folded, " \t\n", -1);
  g_autoptr(GStrvBuilder) words = g_strv_builder_new ();
  guint n = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      {
        g_strv_builder_add (words, parts[i]);
        n++;
      }

  return n > 0 ? g_strv_builder_end (words) : NULL;
}

/**
 * tambour_action_filter_shows:
 * @self: a filter
 * @line: a line
 *
 * Returns: whether it is shown: its text, its account and its owner are looked through
 */
gboolean
tambour_action_filter_shows (const TambourActionFilter *self,
                             const TambourActionLine   *line)
{
  if (!is_in_view (self->view, line) || !is_in_reach (self->reach, line))
    return FALSE;

  for (guint i = 0; self->words != NULL && self->words[i] != NULL; i++)
    if (strstr (line->folded, self->words[i]) == NULL)
      return FALSE;

  return TRUE;
}
