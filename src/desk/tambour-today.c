/* tambour-today.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-today-private.h"

#include "tambour-after-hours.h"

/* How far ahead a support holiday is worth a remark, in days. */
#define DAYS_HOLIDAY 7

/**
 * tambour_today_free:
 * @self: (transfer full): what needs attention
 */
void
tambour_today_free (TambourToday *self)
{
  g_clear_pointer (&self->next_update_zone, g_free);
  g_clear_pointer (&self->clocks, g_ptr_array_unref);
  g_clear_pointer (&self->arrivals, g_ptr_array_unref);
  g_clear_pointer (&self->calls, g_ptr_array_unref);
  g_clear_pointer (&self->work, g_ptr_array_unref);
  g_clear_pointer (&self->theirs, g_ptr_array_unref);
  g_clear_pointer (&self->coming, g_ptr_array_unref);
  for (guint i = 0; i < TAMBOUR_TODAY_N_PARTS; i++)
    g_clear_error (&self->failures[i]);
  g_free (self);
}

/**
 * tambour_today_name_account:
 * @scope: the accounts
 * @record: something that belongs to one of them
 * @account: (out caller-allocates): which one
 */
void
tambour_today_name_account (TambourScope        *scope,
                            TambourRecord       *record,
                            TambourTodayAccount *account)
{
  TambourScopeAccount *found = tambour_scope_find (scope, record);

  account->id = g_strdup (record->account_id.id);
  account->name = g_strdup (found->account->name);
  account->zone = g_strdup (found->account->report_tz);
}

/**
 * tambour_today_account_clear:
 * @account: an account's name
 */
void
tambour_today_account_clear (TambourTodayAccount *account)
{
  g_clear_pointer (&account->id, g_free);
  g_clear_pointer (&account->name, g_free);
  g_clear_pointer (&account->zone, g_free);
}

/**
 * tambour_today_end_of_day:
 * @scope: the accounts
 * @record: something that belongs to one of them
 * @date: a stated date
 *
 * Returns: when that day is over at the customer's: until then something that is
 *   due on it is in time
 */
TambourInstant
tambour_today_end_of_day (TambourScope  *scope,
                          TambourRecord *record,
                          TambourDate    date)
{
  TambourScopeAccount *account = tambour_scope_find (scope, record);

  return tambour_zone_start_of_day (account->zone, (TambourDate) { date.julian + 1 });
}

static int
compare_coming (gconstpointer a,
                gconstpointer b)
{
  const TambourTodayComing *x = *(TambourTodayComing * const *) a;
  const TambourTodayComing *y = *(TambourTodayComing * const *) b;

  if (x->on.julian != y->on.julian)
    return x->on.julian < y->on.julian ? -1 : 1;

  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;

  return strcmp (x->id, y->id);
}

static void
count_urgent (TambourToday *self)
{
  for (guint i = 0; i < self->clocks->len; i++)
    self->n_urgent += tambour_clock_facts_is_urgent (g_ptr_array_index (self->clocks, i), self->at);
}

/* The first day of the days to come on which a clock of the list stands still. */
static void
find_holiday (TambourToday *self)
{
  for (int day = 0; day < DAYS_HOLIDAY && self->holiday_priorities == 0; day++)
    for (guint i = 0; i < self->clocks->len; i++)
      {
        const TambourClockFacts *facts = g_ptr_array_index (self->clocks, i);
        GTimeZone *zone = facts->calendar ? tambour_calendar_get_zone (facts->calendar) : NULL;
        TambourDate date;

        if (zone == NULL || tambour_instant_is_stated (facts->stop))
          continue;

        date = tambour_zone_date_of (zone, self->at);
        date.julian += day;
        if (!tambour_calendar_is_holiday (facts->calendar, date))
          continue;

        self->holiday = date;
        self->holiday_priorities |= 1u << facts->priority;
      }
}

/* When the person left before the first of what came in. */
static void
find_since (TambourToday *self,
            TambourScope *scope)
{
  TambourInstant first = self->at;

  for (guint i = 0; i < self->arrivals->len; i++)
    first.seconds = MIN (first.seconds, ((TambourTodayArrival *) g_ptr_array_index (self->arrivals, i))->opened_at.seconds);

  if (scope->hours != NULL)
    tambour_calendar_last_closing (scope->hours, first, &self->since);
}

static void
find_next_update (TambourToday      *self,
                  TambourScope      *scope,
                  TambourTodayCases *cases)
{
  self->n_open_cases = cases->open->len;

  for (guint i = 0; i < cases->open->len; i++)
    {
      TambourCase *support_case = g_ptr_array_index (cases->open, i);
      TambourInstant promise = support_case->next_update_due;

      if (!tambour_instant_is_stated (promise) || promise.seconds < self->at.seconds ||
          (tambour_instant_is_stated (self->next_update) && promise.seconds >= self->next_update.seconds))
        continue;

      self->next_update = promise;
      g_set_str (&self->next_update_zone, tambour_scope_find (scope, TAMBOUR_RECORD (support_case))->account->report_tz);
    }
}

static TambourToday *
new_today (TambourScope *scope)
{
  TambourToday *self = g_new0 (TambourToday, 1);

  self->at = scope->at;
  self->date = tambour_zone_date_of (scope->zone, scope->at);
  self->since.seconds = TAMBOUR_NEVER;
  self->next_update.seconds = TAMBOUR_NEVER;
  self->clocks = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_clock_facts_unref);
  self->arrivals = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_today_arrival_unref);
  self->calls = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_today_call_free);
  self->work = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_today_work_free);
  self->theirs = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_today_work_free);
  self->coming = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_today_coming_free);

  return self;
}

static gboolean
read_cases (TambourToday  *self,
            TambourScope  *scope,
            GError       **error)
{
  g_autoptr(TambourTodayCases) cases = tambour_today_cases_load (scope, error);

  if (cases == NULL || !tambour_today_list_clocks (scope, cases, self->clocks, error))
    return FALSE;

  tambour_today_list_arrivals (scope, cases, self->arrivals);
  tambour_today_list_silent (scope, cases, self);
  count_urgent (self);
  find_holiday (self);
  find_next_update (self, scope, cases);

  return TRUE;
}

/**
 * tambour_today_read:
 * @scope: the accounts
 *
 * Returns: (transfer full): what needs attention there, and what of it could not
 *   be read
 */
TambourToday *
tambour_today_read (TambourScope *scope)
{
  TambourToday *self = new_today (scope);
  GError **failures = self->failures;

  read_cases (self, scope, &failures[TAMBOUR_TODAY_PART_CASES]);
  tambour_today_list_work (scope, self, &failures[TAMBOUR_TODAY_PART_WORK]);
  if (tambour_today_list_dated (scope, self, &failures[TAMBOUR_TODAY_PART_COMING]) &&
      tambour_today_list_planned (scope, self, &failures[TAMBOUR_TODAY_PART_COMING]))
    tambour_today_list_cadences (scope, self, &failures[TAMBOUR_TODAY_PART_COMING]);
  if (!tambour_today_list_meetings (scope, self, &failures[TAMBOUR_TODAY_PART_CALLS]) &&
      failures[TAMBOUR_TODAY_PART_COMING] == NULL)
    failures[TAMBOUR_TODAY_PART_COMING] = g_error_copy (failures[TAMBOUR_TODAY_PART_CALLS]);

  find_since (self, scope);
  g_ptr_array_sort (self->coming, compare_coming);

  return self;
}

/**
 * tambour_today_take_failure:
 * @self: what needs attention
 * @cancelled_only: whether only a cancelled part is one
 *
 * Returns: (transfer full) (nullable): why a part could not be read
 */
GError *
tambour_today_take_failure (TambourToday *self,
                            gboolean      cancelled_only)
{
  for (guint i = 0; i < TAMBOUR_TODAY_N_PARTS; i++)
    if (self->failures[i] != NULL &&
        (!cancelled_only || g_error_matches (self->failures[i], G_IO_ERROR, G_IO_ERROR_CANCELLED)))
      return g_steal_pointer (&self->failures[i]);

  return NULL;
}

/**
 * tambour_today_load:
 * @store: a store
 * @me: (nullable): the id of one of us; only their accounts, and those that
 *   nobody looks after
 * @zone: (nullable): where that person is, if not where their working hours are
 * @at: the time that is "now"
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what needs attention, and what of it could
 *   not be read; %NULL if nothing could, or it was cancelled
 */
TambourToday *
tambour_today_load (TambourStore    *store,
                    const char      *me,
                    GTimeZone       *zone,
                    TambourInstant   at,
                    GCancellable    *cancellable,
                    GError         **error)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_PERSON);
  g_autoptr(TambourRecord) person = NULL;
  g_autoptr(TambourScope) scope = NULL;
  g_autoptr(TambourToday) today = NULL;
  g_autoptr(GError) cancelled = NULL;
  g_autoptr(GError) failure = NULL;

  /* Somebody who is no longer there looks at everything. */
  if (me != NULL && !(person = tambour_store_get (store, klass, me, &failure)) &&
      !g_error_matches (failure, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  scope = tambour_scope_new (store, (TambourPerson *) person, TAMBOUR_SCOPE_MINE_OR_NOBODYS, zone, at, cancellable, error);
  if (scope == NULL)
    return NULL;

  today = tambour_today_read (scope);
  cancelled = tambour_today_take_failure (today, TRUE);
  if (cancelled != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&cancelled));
      return NULL;
    }

  return g_steal_pointer (&today);
}
