/* tambour-roadmap-sheet.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-roadmap-sheet-private.h"

/**
 * tambour_roadmap_sheet_free:
 * @self: (transfer full): a sheet
 */
void
tambour_roadmap_sheet_free (TambourRoadmapSheet *self)
{
  GPtrArray **lists[] = { &self->goals, &self->requests, &self->coming, &self->past, &self->projects, &self->items };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_clear_pointer (lists[i], g_ptr_array_unref);

  g_clear_object (&self->account);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_free (self);
}

/* Many more values than an account has are asked for bit by bit. */
#define MAX_VALUES 200

static gboolean
list_some (const TambourAccountReading  *reading,
           GType                         type,
           const char                   *field,
           GPtrArray                    *values,
           const char                   *order,
           GPtrArray                    *found,
           GError                      **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (type);
  g_autoptr(GPtrArray) records = NULL;

  if (!tambour_query_where_any (query, field, (const char * const *) values->pdata, error) ||
      (order != NULL && !tambour_query_order (query, order, FALSE, error)) ||
      !(records = tambour_store_list (reading->store, query, reading->cancellable, error)))
    return FALSE;

  g_ptr_array_extend (found, records, (GCopyFunc) g_object_ref, NULL);

  return TRUE;
}

/**
 * tambour_roadmap_list_any:
 * @reading: a reading
 * @type: a kind of record, of whatever account
 * @field: a reference, or "id"
 * @values: (element-type utf8): a set of what it may say
 * @order: (nullable): the field that orders what belongs together
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type TambourRecord): the records
 */
GPtrArray *
tambour_roadmap_list_any (const TambourAccountReading  *reading,
                          GType                         type,
                          const char                   *field,
                          GHashTable                   *values,
                          const char                   *order,
                          GError                      **error)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) some = g_ptr_array_new_null_terminated (MAX_VALUES, NULL, TRUE);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, values);
  while (g_hash_table_iter_next (&iter, &value, NULL))
    {
      g_ptr_array_add (some, value);
      if (some->len < MAX_VALUES)
        continue;

      if (!list_some (reading, type, field, some, order, found, error))
        return NULL;
      g_ptr_array_set_size (some, 0);
    }

  if (some->len > 0 && !list_some (reading, type, field, some, order, found, error))
    return NULL;

  return g_steal_pointer (&found);
}

/* The fee of the agreement that holds, or of the last one. */
static gboolean
read_fee (TambourRoadmapSheet          *self,
          const TambourAccountReading  *reading,
          GError                      **error)
{
  g_autoptr(GPtrArray) agreements = tambour_account_reading_page (reading, TAMBOUR_TYPE_AGREEMENT, "start <= {today}", "start", TRUE, 1, error);

  self->fee.minor = TAMBOUR_NO_COUNT;
  if (agreements != NULL && agreements->len > 0)
    self->fee = ((TambourAgreement *) g_ptr_array_index (agreements, 0))->fee;

  return agreements != NULL;
}

/* What was met or missed long ago is history. A goal without a day was settled
 * when it was changed last.
 */
static gboolean
is_shown (TambourRoadmapSheet *self,
          TambourGoal         *goal)
{
  TambourDate settled = tambour_date_is_stated (goal->due) ? goal->due
                                                           : tambour_zone_date_of (self->zone, TAMBOUR_RECORD (goal)->updated_at);

  return goal->status == TAMBOUR_GOAL_STATUS_DRAFT || tambour_goal_is_open (goal) ||
         settled.julian + TAMBOUR_ROADMAP_DAYS >= self->today.julian;
}

static gboolean
is_settled (const TambourGoalView *view)
{
  return view->goal->status == TAMBOUR_GOAL_STATUS_MET || view->goal->status == TAMBOUR_GOAL_STATUS_MISSED;
}

/* What is settled comes below what is to be reached. */
static void
put_settled_last (GPtrArray *views)
{
  guint n = views->len;

  for (guint i = 0, looked_at = 0; looked_at < n; looked_at++)
    {
      if (is_settled (g_ptr_array_index (views, i)))
        g_ptr_array_add (views, g_ptr_array_steal_index (views, i));
      else
        i++;
    }
}

static gboolean
add_goals (TambourRoadmapSheet          *self,
           const TambourAccountReading  *reading,
           GError                      **error)
{
  g_autoptr(GPtrArray) all = tambour_account_reading_list (reading, TAMBOUR_TYPE_GOAL, "status != dropped", error);
  g_autoptr(GHashTable) readings = all ? tambour_goals_read_readings (reading, error) : NULL;
  g_autoptr(GPtrArray) goals = g_ptr_array_new ();

  if (readings == NULL)
    return FALSE;

  for (guint i = 0; i < all->len; i++)
    if (is_shown (self, g_ptr_array_index (all, i)))
      g_ptr_array_add (goals, g_ptr_array_index (all, i));

  if (!(self->goals = tambour_goals_view (reading->store, goals, readings, self->today, error)))
    return FALSE;

  put_settled_last (self->goals);

  return TRUE;
}

static gboolean
add_projects (TambourRoadmapSheet          *self,
              const TambourAccountReading  *reading,
              GError                      **error)
{
  g_autoptr(GPtrArray) projects = tambour_account_reading_list (reading, TAMBOUR_TYPE_PROJECT, "status != done and status != dropped", error);
  int year, month, day;

  tambour_date_split (self->today, &year, &month, &day);
  self->projects = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; projects && i < projects->len; i++)
    if (tambour_project_is_coming (g_ptr_array_index (projects, i), year))
      g_ptr_array_add (self->projects, g_object_ref (g_ptr_array_index (projects, i)));

  g_ptr_array_sort (self->projects, tambour_project_compare);

  return projects != NULL;
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  TambourRoadmapItem *first = *(TambourRoadmapItem * const *) a;
  TambourRoadmapItem *second = *(TambourRoadmapItem * const *) b;
  int one = tambour_quarter_parse (first->quarter);
  int other = tambour_quarter_parse (second->quarter);

  if (one != other)
    return one < other ? -1 : 1;

  return g_strcmp0 (first->title, second->title);
}

static gboolean
add_items (TambourRoadmapSheet          *self,
           const TambourAccountReading  *reading,
           GError                      **error)
{
  TambourAccountReading all = *reading;

  all.account_id = NULL;
  self->items = tambour_account_reading_list (&all, TAMBOUR_TYPE_ROADMAP_ITEM, "confidence != shipped", error);
  if (self->items != NULL)
    g_ptr_array_sort (self->items, compare_items);

  return self->items != NULL;
}

/**
 * tambour_roadmap_sheet_load:
 * @store: a store
 * @account_id: an account
 * @at: the time that is "now"
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Blocks: run it on a thread.
 *
 * Returns: (transfer full) (nullable): its goals, requests, reviews and projects
 */
TambourRoadmapSheet *
tambour_roadmap_sheet_load (TambourStore    *store,
                            const char      *account_id,
                            TambourInstant   at,
                            GCancellable    *cancellable,
                            GError         **error)
{
  g_autoptr(TambourRoadmapSheet) self = g_new0 (TambourRoadmapSheet, 1);
  const TambourAccountReading reading = { store, cancellable, account_id, at };
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_ACCOUNT);

  if (!(self->account = (TambourAccount *) tambour_store_get (store, klass, account_id, error)))
    return NULL;

  self->at = at;
  self->zone = tambour_account_dup_zone (self->account);
  self->today = tambour_zone_date_of (self->zone, at);
  if (!read_fee (self, &reading, error) ||
      !add_goals (self, &reading, error) ||
      !tambour_roadmap_sheet_add_requests (self, &reading, error) ||
      !tambour_roadmap_sheet_add_calls (self, &reading, error) ||
      !add_projects (self, &reading, error) ||
      !add_items (self, &reading, error))
    return NULL;

  return g_steal_pointer (&self);
}
