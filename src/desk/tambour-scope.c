/* tambour-scope.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-scope.h"

#include "tambour-kinds.h"
#include "tambour-plans.h"

static void
scope_account_free (TambourScopeAccount *account)
{
  g_clear_object (&account->account);
  g_clear_pointer (&account->zone, g_time_zone_unref);
  g_free (account);
}

/**
 * tambour_scope_free:
 * @self: (transfer full): a scope
 */
void
tambour_scope_free (TambourScope *self)
{
  g_clear_object (&self->store);
  g_clear_object (&self->me);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->accounts, g_hash_table_unref);
  g_clear_pointer (&self->plan_codes, g_hash_table_unref);
  g_clear_pointer (&self->people, g_hash_table_unref);
  g_clear_pointer (&self->plans, tambour_catalogue_set_free);
  g_free (self);
}

/**
 * tambour_scope_list:
 * @self: a scope
 * @type: a kind of record
 * @expression: (nullable): which, as tambour_query_parse() reads it
 * @error: return location
 *
 * Returns: (transfer full) (element-type TambourRecord) (nullable): the records,
 *   of whatever account
 */
GPtrArray *
tambour_scope_list (TambourScope  *self,
                    GType          type,
                    const char    *expression,
                    GError       **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (type);

  if (expression != NULL && !tambour_query_parse (query, expression, error))
    return NULL;

  return tambour_store_list (self->store, query, self->cancellable, error);
}

static const char *
get_reference (TambourRecord      *record,
               const TambourField *field)
{
  return field ? TAMBOUR_FIELD_AT (field, record, TambourRef).id : record->id;
}

/* A query takes so many values at once. */
#define MAX_VALUES 10000

static void
add_to_group (GHashTable         *groups,
              const TambourField *field,
              TambourRecord      *record)
{
  const char *id = get_reference (record, field);
  GPtrArray *group = g_hash_table_lookup (groups, id);

  if (group == NULL)
    {
      group = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (groups, g_strdup (id), group);
    }

  g_ptr_array_add (group, g_object_ref (record));
}

static gboolean
group_some (TambourScope        *self,
            GType                type,
            const char          *field,
            const char * const  *values,
            const char          *order,
            GHashTable          *groups,
            GError             **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (type);
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (type);
  const TambourField *found = tambour_record_class_find_field (klass, field);
  g_autoptr(GPtrArray) records = NULL;

  if (!tambour_query_where_any (query, field, values, error) ||
      (order != NULL && !tambour_query_order (query, order, FALSE, error)) ||
      !(records = tambour_store_list (self->store, query, self->cancellable, error)))
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    add_to_group (groups, found, g_ptr_array_index (records, i));

  return TRUE;
}

/**
 * tambour_scope_group:
 * @self: a scope
 * @type: a kind of record
 * @field: a reference, or "id"
 * @ids: (element-type utf8): a set of what it may say
 * @order: (nullable): the field that orders them
 * @error: return location
 *
 * Reads what belongs to many records at once.
 *
 * Returns: (transfer full) (element-type utf8 GPtrArray) (nullable): id → the
 *   records that refer to it; ids that nothing refers to are not in it
 */
GHashTable *
tambour_scope_group (TambourScope  *self,
                     GType          type,
                     const char    *field,
                     GHashTable    *ids,
                     const char    *order,
                     GError       **error)
{
  g_autoptr(GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr(GPtrArray) values = g_ptr_array_new_null_terminated (MAX_VALUES, NULL, TRUE);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_ptr_array_add (values, id);
      if (values->len < MAX_VALUES)
        continue;

      if (!group_some (self, type, field, (const char * const *) values->pdata, order, groups, error))
        return NULL;
      g_ptr_array_set_size (values, 0);
    }

  if (values->len > 0 && !group_some (self, type, field, (const char * const *) values->pdata, order, groups, error))
    return NULL;

  return g_steal_pointer (&groups);
}

/**
 * tambour_scope_dup_date:
 * @self: a scope
 * @days: how many days after the day of the scope
 *
 * Returns: (transfer full): that date, in UTC, as expressions want it
 */
char *
tambour_scope_dup_date (TambourScope *self,
                        int           days)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  TambourDate date = tambour_zone_date_of (utc, self->at);

  date.julian += days;

  return tambour_date_dup_text (date);
}

/* id → record, of a kind of which there are few. */
static GHashTable *
load_few (TambourScope  *self,
          GType          type,
          GError       **error)
{
  g_autoptr(GPtrArray) records = tambour_scope_list (self, type, NULL, error);
  GHashTable *by_id;

  if (records == NULL)
    return NULL;

  by_id = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  for (guint i = 0; i < records->len; i++)
    {
      TambourRecord *record = g_ptr_array_index (records, i);

      g_hash_table_insert (by_id, record->id, g_object_ref (record));
    }

  return by_id;
}

static GTimeZone *
find_zone (TambourAccount *account)
{
  GTimeZone *zone = account->report_tz ? tambour_zone_lookup (account->report_tz) : NULL;

  return zone ? zone : g_time_zone_new_utc ();
}

static gboolean
load_accounts (TambourScope  *self,
               GError       **error)
{
  g_autoptr(GPtrArray) accounts = tambour_scope_list (self, TAMBOUR_TYPE_ACCOUNT, "status != closed", error);

  if (accounts == NULL)
    return FALSE;

  for (guint i = 0; i < accounts->len; i++)
    {
      TambourScopeAccount *account = g_new0 (TambourScopeAccount, 1);
      TambourPlan *plan;

      account->account = g_object_ref (g_ptr_array_index (accounts, i));
      plan = account->account->plan_id.id ? g_hash_table_lookup (self->plan_codes, account->account->plan_id.id) : NULL;
      account->zone = find_zone (account->account);
      account->plan = plan ? plan->code : NULL;
      g_hash_table_insert (self->accounts, TAMBOUR_RECORD (account->account)->id, account);
    }

  return TRUE;
}

static TambourCalendar *
find_hours (TambourScope  *self,
            TambourPerson *person)
{
  TambourCatalogue *catalogue = tambour_catalogue_set_find (self->plans, self->at);

  return catalogue && person && person->calendar ? tambour_catalogue_get_calendar (catalogue, person->calendar) : NULL;
}

/* Who of us looks after the accounts on the day. */
static gboolean
load_team (TambourScope  *self,
           GError       **error)
{
  g_autofree char *today = tambour_scope_dup_date (self, 0);
  g_autofree char *expression = g_strdup_printf ("(to = \"\" or to >= %s) and (from = \"\" or from <= %s)", today, today);
  g_autoptr(GPtrArray) roles = tambour_scope_list (self, TAMBOUR_TYPE_TEAM_ROLE, expression, error);
  const char *me = self->me ? TAMBOUR_RECORD (self->me)->id : NULL;

  if (roles == NULL)
    return FALSE;

  for (guint i = 0; i < roles->len; i++)
    {
      TambourTeamRole *role = g_ptr_array_index (roles, i);
      TambourScopeAccount *account = tambour_scope_find (self, TAMBOUR_RECORD (role));
      TambourPerson *holder = role->person_id.id ? g_hash_table_lookup (self->people, role->person_id.id) : NULL;
      TambourCalendar *hours = find_hours (self, holder);

      if (account == NULL || role->person_id.id == NULL)
        continue;

      account->has_team = TRUE;
      account->is_mine = account->is_mine || g_strcmp0 (role->person_id.id, me) == 0;
      if (hours != NULL && role->role == TAMBOUR_PERSON_ROLE_TAM)
        account->tam_hours = hours;
    }

  return TRUE;
}

static GTimeZone *
find_own_zone (TambourScope *self)
{
  GTimeZone *zone = self->hours ? tambour_calendar_get_zone (self->hours) : NULL;

  return zone ? g_time_zone_ref (zone) : g_time_zone_new_local ();
}

static gboolean
is_out_of_reach (gpointer key,
                 gpointer value,
                 gpointer user_data)
{
  const TambourScopeAccount *account = value;
  TambourScopeReach reach = GPOINTER_TO_UINT (user_data);

  switch (reach)
    {
    case TAMBOUR_SCOPE_ALL:
      return FALSE;
    case TAMBOUR_SCOPE_MINE:
      return !account->is_mine;
    case TAMBOUR_SCOPE_MINE_OR_NOBODYS:
      return !account->is_mine && account->has_team;
    }

  g_return_val_if_reached (FALSE);
}

/**
 * tambour_scope_new:
 * @store: a store
 * @me: (nullable): one of us
 * @reach: which accounts; without @me, all
 * @zone: (nullable): where the person is, if not where their hours are
 * @at: the time that is "now"
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the accounts that are not closed, with
 *   their plans and their TAMs' hours; %NULL on error
 */
TambourScope *
tambour_scope_new (TambourStore       *store,
                   TambourPerson      *me,
                   TambourScopeReach   reach,
                   GTimeZone          *zone,
                   TambourInstant      at,
                   GCancellable       *cancellable,
                   GError            **error)
{
  g_autoptr(TambourScope) self = g_new0 (TambourScope, 1);

  self->store = g_object_ref (store);
  self->cancellable = cancellable;
  self->at = at;
  g_set_object (&self->me, me);
  self->accounts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) scope_account_free);

  if (!(self->plans = tambour_plans_load (store, error)) ||
      !(self->plan_codes = load_few (self, TAMBOUR_TYPE_PLAN, error)) ||
      !(self->people = load_few (self, TAMBOUR_TYPE_PERSON, error)) ||
      !load_accounts (self, error) ||
      !load_team (self, error))
    return NULL;

  self->hours = find_hours (self, me);
  self->zone = zone ? g_time_zone_ref (zone) : find_own_zone (self);
  if (me != NULL)
    g_hash_table_foreach_remove (self->accounts, is_out_of_reach, GUINT_TO_POINTER (reach));

  return g_steal_pointer (&self);
}

static gboolean
is_another (gpointer key,
            gpointer value,
            gpointer user_data)
{
  return !g_str_equal (key, user_data);
}

/**
 * tambour_scope_keep:
 * @self: a scope
 * @account_id: the id of an account
 *
 * Looks at that account alone from now on.
 */
void
tambour_scope_keep (TambourScope *self,
                    const char   *account_id)
{
  g_hash_table_foreach_remove (self->accounts, is_another, (gpointer) account_id);
}

/**
 * tambour_scope_find:
 * @self: a scope
 * @record: something that belongs to an account
 *
 * Returns: (transfer none) (nullable): the account, if it is looked at
 */
TambourScopeAccount *
tambour_scope_find (TambourScope  *self,
                    TambourRecord *record)
{
  return record->account_id.id ? g_hash_table_lookup (self->accounts, record->account_id.id) : NULL;
}
