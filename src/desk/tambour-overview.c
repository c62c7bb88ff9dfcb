/* tambour-overview.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-overview-private.h"

#include "tambour-health-facts.h"
#include "tambour-plans.h"

static GPtrArray *
new_list (gpointer free_func)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) free_func);
}

static TambourOverview *
overview_new (TambourInstant at)
{
  TambourOverview *self = g_new0 (TambourOverview, 1);

  self->at = at;
  self->named_limit = TAMBOUR_NO_COUNT;
  self->meter = new_list (tambour_overview_meter_free);
  self->cases = new_list (tambour_overview_case_free);
  self->goals = new_list (tambour_goal_view_free);
  self->next = new_list (tambour_overview_next_free);
  self->people = new_list (tambour_overview_person_free);

  return self;
}

/**
 * tambour_overview_free:
 * @self: an overview
 */
void
tambour_overview_free (TambourOverview *self)
{
  GPtrArray **lists[] = { &self->meter, &self->cases, &self->goals, &self->timeline, &self->next, &self->people };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_clear_pointer (lists[i], g_ptr_array_unref);

  g_clear_object (&self->account);
  g_clear_object (&self->plan);
  g_clear_object (&self->agreement.agreement);
  g_clear_object (&self->agreement.renewal);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->health, tambour_health_free);
  g_clear_pointer (&self->usage.metric, g_free);
  g_free (self);
}

static void
overview_reading_clear (TambourOverviewReading *self)
{
  g_clear_pointer (&self->overview, tambour_overview_free);
  g_clear_pointer (&self->plans, tambour_catalogue_set_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TambourOverviewReading, overview_reading_clear)

static gboolean
add_account (TambourOverviewReading  *self,
             GError                 **error)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_ACCOUNT);
  TambourOverview *overview = self->overview;
  TambourRecord *account = tambour_store_get (self->reading.store, klass, self->reading.account_id, error);

  if (account == NULL)
    return FALSE;

  overview->account = TAMBOUR_ACCOUNT (account);
  overview->zone = tambour_account_dup_zone (overview->account);
  overview->today = tambour_zone_date_of (overview->zone, overview->at);

  return tambour_account_reading_get (&self->reading, TAMBOUR_TYPE_PLAN, overview->account->plan_id.id, &overview->plan, error);
}

static gboolean
add_timeline (TambourOverviewReading  *self,
              GError                 **error)
{
  TambourTimelinePlace place = tambour_timeline_place_now (self->overview->at);

  self->overview->timeline = tambour_timeline_list (self->reading.store, self->overview->account, TAMBOUR_TIMELINE_ALL,
                                                    &place, TAMBOUR_OVERVIEW_TIMELINE, self->reading.cancellable, error);

  return self->overview->timeline != NULL;
}

static gboolean
is_empty (TambourOverview *self)
{
  return self->agreement.term == TAMBOUR_TERM_NONE && self->usage.metric == NULL && self->n_cases == 0 &&
         self->n_goals == 0 && self->timeline->len == 0 && self->next->len == 0 && self->n_people == 0;
}

static gboolean
add_all (TambourOverviewReading  *self,
         GError                 **error)
{
  if (!tambour_overview_add_agreement (self, error) ||
      !tambour_overview_add_people (self, error) ||
      !tambour_overview_add_usage (self, error) ||
      !tambour_overview_add_cases (self, error) ||
      !tambour_overview_add_goals (self, error) ||
      !tambour_overview_add_next (self, error) ||
      !add_timeline (self, error))
    return FALSE;

  self->overview->health = tambour_health_judge (self->facts, self->overview->zone, self->overview->at);
  self->overview->is_empty = is_empty (self->overview);

  return TRUE;
}

/* Reads what all parts need, and then the parts. */
static gboolean
load_with (TambourOverviewReading   *self,
           gboolean (*add_parts) (TambourOverviewReading *, GError **),
           GError                  **error)
{
  g_autoptr(GPtrArray) accounts = g_ptr_array_new ();
  g_autoptr(GHashTable) facts = NULL;
  gboolean is_read;

  if (self->plans == NULL || !add_account (self, error))
    return FALSE;

  g_ptr_array_add (accounts, self->overview->account);
  facts = tambour_health_facts_load (self->reading.store, accounts, self->plans, self->reading.at, self->reading.cancellable, error);
  if (facts == NULL)
    return FALSE;

  self->facts = g_hash_table_lookup (facts, self->reading.account_id);
  is_read = add_parts (self, error);
  self->facts = NULL;

  return is_read;
}

/**
 * tambour_overview_load:
 * @store: a store
 * @account_id: an account in it
 * @at: the time that is "now"
 * @cancellable: (nullable): a cancellable
 * @error: return location for %TAMBOUR_STORE_ERROR_NOT_FOUND, or another
 *
 * Returns: (transfer full) (nullable): the account at a glance
 */
TambourOverview *
tambour_overview_load (TambourStore    *store,
                       const char      *account_id,
                       TambourInstant   at,
                       GCancellable    *cancellable,
                       GError         **error)
{
  g_auto(TambourOverviewReading) self = {
    .reading = { store, cancellable, account_id, at },
    .plans = tambour_plans_load (store, error),
    .overview = overview_new (at),
    .most_cases = TAMBOUR_OVERVIEW_CASES,
  };

  return load_with (&self, add_all, error) ? g_steal_pointer (&self.overview) : NULL;
}

/**
 * tambour_overview_load_cases:
 * @store: a store
 * @account_id: an account in it
 * @most: how many cases at most
 * @at: the time that is "now"
 * @cancellable: (nullable): a cancellable
 * @error: return location for %TAMBOUR_STORE_ERROR_NOT_FOUND, or another
 *
 * Reads an overview of which only the account, its plan and its open cases are
 * filled in.
 *
 * Returns: (transfer full) (nullable): the open cases of the account
 */
TambourOverview *
tambour_overview_load_cases (TambourStore    *store,
                             const char      *account_id,
                             guint            most,
                             TambourInstant   at,
                             GCancellable    *cancellable,
                             GError         **error)
{
  g_auto(TambourOverviewReading) self = {
    .reading = { store, cancellable, account_id, at },
    .plans = tambour_plans_load (store, error),
    .overview = overview_new (at),
    .most_cases = most,
  };

  return load_with (&self, tambour_overview_add_cases, error) ? g_steal_pointer (&self.overview) : NULL;
}

/**
 * tambour_overview_load_terms:
 * @store: a store
 * @account_id: an account in it
 * @at: the time that is "now"
 * @cancellable: (nullable): a cancellable
 * @error: return location for %TAMBOUR_STORE_ERROR_NOT_FOUND, or another
 *
 * Reads an overview of which only the account, its agreement and its usage are
 * filled in, in a tenth of the time.
 *
 * Returns: (transfer full) (nullable): what was agreed, and how it is used
 */
TambourOverview *
tambour_overview_load_terms (TambourStore    *store,
                             const char      *account_id,
                             TambourInstant   at,
                             GCancellable    *cancellable,
                             GError         **error)
{
  g_auto(TambourOverviewReading) self = {
    .reading = { store, cancellable, account_id, at },
    .overview = overview_new (at),
  };

  if (!add_account (&self, error) || !tambour_overview_add_agreement (&self, error) || !tambour_overview_add_usage (&self, error))
    return NULL;

  return g_steal_pointer (&self.overview);
}
