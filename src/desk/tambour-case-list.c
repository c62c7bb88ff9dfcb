/* tambour-case-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-case-list.h"

#include "tambour-kinds.h"
#include "tambour-people.h"
#include "tambour-today-private.h"

/**
 * tambour_case_list_free:
 * @self: a list
 */
void
tambour_case_list_free (TambourCaseList *self)
{
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_free (self);
}

static void
line_free (TambourCaseLine *self)
{
  g_clear_object (&self->record);
  g_clear_pointer (&self->account, g_free);
  g_clear_pointer (&self->clock, tambour_clock_facts_unref);
  g_clear_object (&self->escalation);
  g_free (self);
}

/* What is not answered and not paused either; a clock that was answered late is over. */
static gboolean
waits_for_answer (const TambourClockFacts *clock)
{
  return clock != NULL && !tambour_instant_is_stated (clock->stop) &&
         (clock->state == TAMBOUR_CLOCK_STATE_RUNNING || clock->state == TAMBOUR_CLOCK_STATE_MISSED);
}

static TambourCaseGroup
group_of (TambourCase             *record,
          const TambourClockFacts *clock)
{
  switch ((TambourCaseStatus) record->status)
    {
    case TAMBOUR_CASE_STATUS_WAITING_CUSTOMER:
      return TAMBOUR_CASE_GROUP_CUSTOMER;
    case TAMBOUR_CASE_STATUS_WAITING_VENDOR:
      return waits_for_answer (clock) ? TAMBOUR_CASE_GROUP_ANSWER : TAMBOUR_CASE_GROUP_VENDOR;
    case TAMBOUR_CASE_STATUS_NEW:
    case TAMBOUR_CASE_STATUS_OPEN:
    case TAMBOUR_CASE_STATUS_WAITING_ENGINEERING:
    case TAMBOUR_CASE_STATUS_RESTORED:
    case TAMBOUR_CASE_STATUS_PLAN_AGREED:
    case TAMBOUR_CASE_STATUS_RESOLVED:
    case TAMBOUR_CASE_STATUS_CLOSED:
      break;
    }

  if (clock != NULL && clock->state == TAMBOUR_CLOCK_STATE_PAUSED)
    return TAMBOUR_CASE_GROUP_CUSTOMER;

  return waits_for_answer (clock) ? TAMBOUR_CASE_GROUP_ANSWER : TAMBOUR_CASE_GROUP_WORK;
}

/* Since when it has waited: what was noted last of that. */
static TambourInstant
find_since (TambourCase *record,
            GPtrArray   *events)
{
  TambourInstant since = record->opened_at;

  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      TambourCaseEvent *event = g_ptr_array_index (events, i);

      if (TAMBOUR_IS_CASE_EVENT (event) && (event->kind == TAMBOUR_EVENT_KIND_PAUSED || event->kind == TAMBOUR_EVENT_KIND_STATUS))
        since = event->at;
    }

  return since;
}

static TambourCaseLine *
add_line (TambourCaseList *self,
          TambourScope    *scope,
          TambourCase     *record)
{
  TambourScopeAccount *account = tambour_scope_find (scope, TAMBOUR_RECORD (record));
  TambourCaseLine *line = g_new0 (TambourCaseLine, 1);

  line->record = g_object_ref (record);
  line->account = account ? g_strdup (account->account->name) : NULL;
  line->since.seconds = TAMBOUR_NEVER;
  g_ptr_array_add (self->lines, line);

  return line;
}

/* Case id → the clock of it that matters most: the first in their order. */
static GHashTable *
list_clocks (TambourScope       *scope,
             TambourTodayCases  *cases,
             GError            **error)
{
  g_autoptr(GPtrArray) clocks = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_clock_facts_unref);
  GHashTable *found;

  if (!tambour_today_list_clocks (scope, cases, clocks, error))
    return NULL;

  found = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) tambour_clock_facts_unref);
  for (guint i = 0; i < clocks->len; i++)
    {
      TambourClockFacts *facts = g_ptr_array_index (clocks, i);

      if (!g_hash_table_contains (found, facts->case_id))
        g_hash_table_insert (found, facts->case_id, tambour_clock_facts_ref (facts));
    }

  return found;
}

static gboolean
add_open (TambourCaseList  *self,
          TambourScope     *scope,
          GError          **error)
{
  g_autoptr(TambourTodayCases) cases = tambour_today_cases_load (scope, error);
  g_autoptr(GHashTable) clocks = cases ? list_clocks (scope, cases, error) : NULL;

  if (clocks == NULL)
    return FALSE;

  for (guint i = 0; i < cases->open->len; i++)
    {
      TambourCase *record = g_ptr_array_index (cases->open, i);
      TambourClockFacts *clock = g_hash_table_lookup (clocks, TAMBOUR_RECORD (record)->id);
      TambourCaseLine *line = add_line (self, scope, record);

      line->group = group_of (record, clock);
      line->clock = clock ? tambour_clock_facts_ref (clock) : NULL;
      if (line->group >= TAMBOUR_CASE_GROUP_VENDOR)
        line->since = find_since (record, g_hash_table_lookup (cases->events, TAMBOUR_RECORD (record)->id));
      self->n_open++;
      self->n_waiting += line->group == TAMBOUR_CASE_GROUP_CUSTOMER ? 1 : 0;
    }

  return TRUE;
}

/* So many of everybody's are looked through for them: whose own are further back
 * finds them in the list of all.
 */
#define MOST_READ 50000

typedef struct
{
  TambourCaseList *list;
  TambourScope    *scope;
  guint            n;
} Over;

static gboolean
take_over (TambourRecord *record,
           gpointer       data)
{
  Over *over = data;
  TambourCaseLine *line;

  if (tambour_scope_find (over->scope, record) == NULL)
    return TRUE;

  line = add_line (over->list, over->scope, TAMBOUR_CASE (record));
  line->group = TAMBOUR_CASE_GROUP_OVER;
  line->since = TAMBOUR_CASE (record)->closed_at;

  return ++over->n < TAMBOUR_CASE_LIST_OVER;
}

/* The last ones; all of them are a list of their own. In their order they are found
 * faster than by their accounts.
 */
static gboolean
add_over (TambourCaseList  *self,
          TambourScope     *scope,
          GError          **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CASE);
  g_autofree char *until = tambour_instant_dup_text (scope->at);
  g_autofree char *expression = g_strdup_printf ("closed_at != \"\" and closed_at <= %s", until);
  Over over = { self, scope, 0 };

  if (!tambour_query_parse (query, expression, error) || !tambour_query_order (query, "closed_at", TRUE, error))
    return FALSE;

  tambour_query_limit (query, MOST_READ, 0);

  return tambour_store_each (scope->store, query, take_over, &over, scope->cancellable, error);
}

/* id → the case of each escalation, in one query. */
static GHashTable *
list_escalated (TambourScope  *scope,
                GPtrArray     *escalations,
                GError       **error)
{
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < escalations->len; i++)
    {
      TambourEscalation *escalation = g_ptr_array_index (escalations, i);

      if (escalation->case_id.id != NULL && tambour_scope_find (scope, TAMBOUR_RECORD (escalation)) != NULL)
        g_hash_table_add (ids, escalation->case_id.id);
    }

  return tambour_scope_group (scope, TAMBOUR_TYPE_CASE, "id", ids, NULL, error);
}

/* Each has a line of its own: a case that is escalated twice has two. */
static gboolean
add_escalated (TambourCaseList  *self,
               TambourScope     *scope,
               GError          **error)
{
  g_autofree char *until = tambour_instant_dup_text (scope->at);
  g_autofree char *expression = g_strdup_printf ("deescalated_at = \"\" and declared_at <= %s", until);
  g_autoptr(GPtrArray) escalations = tambour_scope_list (scope, TAMBOUR_TYPE_ESCALATION, expression, error);
  g_autoptr(GHashTable) cases = escalations ? list_escalated (scope, escalations, error) : NULL;

  for (guint i = 0; cases != NULL && i < escalations->len; i++)
    {
      TambourEscalation *escalation = g_ptr_array_index (escalations, i);
      GPtrArray *found = escalation->case_id.id ? g_hash_table_lookup (cases, escalation->case_id.id) : NULL;
      TambourCaseLine *line;

      if (found == NULL)
        continue;

      line = add_line (self, scope, g_ptr_array_index (found, 0));
      line->group = TAMBOUR_CASE_GROUP_ESCALATED;
      line->escalation = g_object_ref (escalation);
      line->since = escalation->declared_at;
      line->n_joined = escalation->other_case_ids ? g_strv_length (escalation->other_case_ids) : 0;
      self->n_escalated++;
    }

  return cases != NULL;
}

/* What of a group comes first: what is due first, what waits longest, what was solved last. */
static gint64
rank_of (const TambourCaseLine *line)
{
  switch (line->group)
    {
    case TAMBOUR_CASE_GROUP_ANSWER:
      return line->clock->due.seconds;
    case TAMBOUR_CASE_GROUP_WORK:
      return tambour_instant_is_stated (line->record->next_update_due) ? line->record->next_update_due.seconds : G_MAXINT64;
    case TAMBOUR_CASE_GROUP_VENDOR:
    case TAMBOUR_CASE_GROUP_CUSTOMER:
      return line->since.seconds;
    case TAMBOUR_CASE_GROUP_OVER:
      return -line->since.seconds;
    case TAMBOUR_CASE_GROUP_ESCALATED:
      return line->since.seconds;
    }

  g_return_val_if_reached (0);
}

/* Of those that are escalated, the highest come first. */
static gint64
level_of (const TambourCaseLine *line)
{
  return line->escalation ? line->escalation->level : 0;
}

static gint
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const TambourCaseLine *first = *(const TambourCaseLine * const *) a;
  const TambourCaseLine *second = *(const TambourCaseLine * const *) b;

  if (first->group != second->group)
    return first->group < second->group ? -1 : 1;
  if (level_of (first) != level_of (second))
    return level_of (first) > level_of (second) ? -1 : 1;
  if (rank_of (first) != rank_of (second))
    return rank_of (first) < rank_of (second) ? -1 : 1;
  if (first->record->priority != second->record->priority)
    return first->record->priority < second->record->priority ? -1 : 1;

  return g_strcmp0 (TAMBOUR_RECORD (first->record)->id, TAMBOUR_RECORD (second->record)->id);
}

static TambourScope *
new_scope (TambourStore    *store,
           const char      *me,
           TambourInstant   at,
           GCancellable    *cancellable,
           GError         **error)
{
  g_autoptr(TambourRecord) person = NULL;

  if (me != NULL)
    person = tambour_store_get (store, tambour_kinds_find ("person"), me, NULL);

  return tambour_scope_new (store, (TambourPerson *) person, TAMBOUR_SCOPE_MINE_OR_NOBODYS, NULL, at, cancellable, error);
}

/**
 * tambour_case_list_count:
 * @store: a store
 * @me: (nullable): the id of the person who looks; without one, all accounts
 * @at: the time that is "now"
 * @cancellable: (nullable): a cancellable
 * @n_open: (out): how many cases tambour_case_list_load() would say are open
 * @error: return location
 *
 * Blocks: run it on a thread.
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_case_list_count (TambourStore    *store,
                         const char      *me,
                         TambourInstant   at,
                         GCancellable    *cancellable,
                         guint           *n_open,
                         GError         **error)
{
  g_autoptr(TambourScope) scope = new_scope (store, me, at, cancellable, error);
  g_autoptr(GPtrArray) open = scope ? tambour_today_list_open (scope, error) : NULL;

  *n_open = open ? open->len : 0;

  return open != NULL;
}

/**
 * tambour_case_list_load:
 * @store: a store
 * @me: (nullable): the id of the person who looks; without one, all accounts
 * @at: the time that is "now"
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Reads the cases of the accounts that the person looks after, or nobody does:
 * all that are open, what is escalated, and the last of those that are solved.
 *
 * Blocks: run it on a thread.
 *
 * Returns: (transfer full) (nullable): the cases
 */
TambourCaseList *
tambour_case_list_load (TambourStore    *store,
                        const char      *me,
                        TambourInstant   at,
                        GCancellable    *cancellable,
                        GError         **error)
{
  g_autoptr(TambourCaseList) self = g_new0 (TambourCaseList, 1);
  g_autoptr(TambourScope) scope = new_scope (store, me, at, cancellable, error);

  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  if (scope == NULL ||
      !add_open (self, scope, error) ||
      !add_escalated (self, scope, error) ||
      !add_over (self, scope, error))
    return NULL;

  g_ptr_array_sort (self->lines, compare_lines);

  return g_steal_pointer (&self);
}
