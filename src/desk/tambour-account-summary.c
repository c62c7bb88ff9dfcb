/* tambour-account-summary.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-account-summary.h"

#include "tambour-account-reading.h"
#include "tambour-health-facts.h"
#include "tambour-kinds.h"
#include "tambour-lookup.h"
#include "tambour-plans.h"

typedef struct
{
  TambourAccountReading  reading;
  GPtrArray             *accounts;
  GHashTable            *by_id;      /* account id -> TambourAccountSummary */
  GPtrArray             *summaries;
} Listing;

static void
listing_clear (Listing *self)
{
  g_clear_pointer (&self->accounts, g_ptr_array_unref);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->summaries, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Listing, listing_clear)

/**
 * tambour_account_summary_free:
 * @self: a summary
 */
void
tambour_account_summary_free (TambourAccountSummary *self)
{
  g_clear_pointer (&self->account_id, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->plan, g_free);
  g_clear_pointer (&self->plan_code, g_free);
  g_clear_pointer (&self->zone, g_free);
  g_free (self);
}

static void
add_account (Listing        *self,
             TambourAccount *account)
{
  TambourAccountSummary *summary = g_new0 (TambourAccountSummary, 1);

  summary->account_id = g_strdup (tambour_record_get_id (TAMBOUR_RECORD (account)));
  summary->name = g_strdup (account->name);
  summary->zone = g_strdup (account->report_tz);
  summary->status = account->status;
  g_hash_table_insert (self->by_id, summary->account_id, summary);
  g_ptr_array_add (self->summaries, summary);
}

static gboolean
add_accounts (Listing              *self,
              TambourSummaryFlags   flags,
              GError              **error)
{
  const char *expression = (flags & TAMBOUR_SUMMARY_ARCHIVED) ? NULL : "status != closed";

  if (!(self->accounts = tambour_account_reading_list (&self->reading, TAMBOUR_TYPE_ACCOUNT, expression, error)))
    return FALSE;

  for (guint i = 0; i < self->accounts->len; i++)
    add_account (self, g_ptr_array_index (self->accounts, i));

  return TRUE;
}

static gboolean
add_plans (Listing  *self,
           GError  **error)
{
  g_autoptr(GPtrArray) plans = tambour_account_reading_list (&self->reading, TAMBOUR_TYPE_PLAN, NULL, error);
  g_autoptr(GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; plans && i < plans->len; i++)
    g_hash_table_insert (by_id, (gpointer) tambour_record_get_id (g_ptr_array_index (plans, i)), g_ptr_array_index (plans, i));

  for (guint i = 0; plans && i < self->accounts->len; i++)
    {
      TambourAccount *account = g_ptr_array_index (self->accounts, i);
      TambourAccountSummary *summary = g_ptr_array_index (self->summaries, i);
      TambourPlan *plan = account->plan_id.id ? g_hash_table_lookup (by_id, account->plan_id.id) : NULL;

      if (plan == NULL)
        continue;

      summary->plan = g_strdup (plan->name && *plan->name ? plan->name : plan->code);
      summary->plan_code = g_strdup (plan->code);
    }

  return plans != NULL;
}

static TambourAccountSummary *
find_summary (Listing  *self,
              gpointer  record)
{
  const char *id = TAMBOUR_RECORD (record)->account_id.id;

  return id ? g_hash_table_lookup (self->by_id, id) : NULL;
}

/* The agreement that holds on the account's own date of today. */
static gboolean
add_agreements (Listing  *self,
                GError  **error)
{
  g_autoptr(GPtrArray) agreements = tambour_account_reading_list (&self->reading, TAMBOUR_TYPE_AGREEMENT,
                                                                  "start <= {today+1} and end >= {today-1}", error);

  for (guint i = 0; agreements && i < agreements->len; i++)
    {
      TambourAgreement *agreement = g_ptr_array_index (agreements, i);
      TambourAccountSummary *summary = find_summary (self, agreement);
      g_autoptr(GTimeZone) zone = summary && summary->zone ? tambour_zone_lookup (summary->zone) : NULL;
      g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
      TambourDate today = tambour_zone_date_of (zone ? zone : utc, self->reading.at);

      if (summary == NULL || agreement->start.julian > today.julian || agreement->end.julian < today.julian ||
          agreement->end.julian <= summary->ends.julian)
        continue;

      summary->ends = agreement->end;
      summary->days_left = agreement->end.julian - today.julian + 1;
    }

  return agreements != NULL;
}

static gboolean
add_mine (Listing     *self,
          const char  *me,
          GError     **error)
{
  g_autoptr(TambourRecord) person = tambour_lookup_record (self->reading.store, tambour_kinds_find ("person"), me, error);
  g_autoptr(GPtrArray) roles = NULL;

  if (person == NULL ||
      !(roles = tambour_account_reading_list (&self->reading, TAMBOUR_TYPE_TEAM_ROLE,
                                              "(to = \"\" or to >= {today}) and (from = \"\" or from <= {today})", error)))
    return FALSE;

  for (guint i = 0; i < roles->len; i++)
    {
      TambourTeamRole *role = g_ptr_array_index (roles, i);
      TambourAccountSummary *summary = find_summary (self, role);

      if (summary != NULL && g_strcmp0 (role->person_id.id, person->id) == 0)
        summary->is_mine = TRUE;
    }

  return TRUE;
}

static gboolean
add_health (Listing  *self,
            GError  **error)
{
  g_autoptr(TambourCatalogueSet) plans = tambour_plans_load (self->reading.store, error);
  g_autoptr(GHashTable) facts = NULL;

  if (plans == NULL ||
      !(facts = tambour_health_facts_load (self->reading.store, self->accounts, plans, self->reading.at,
                                           self->reading.cancellable, error)))
    return FALSE;

  for (guint i = 0; i < self->accounts->len; i++)
    {
      TambourAccountSummary *summary = g_ptr_array_index (self->summaries, i);
      g_autoptr(GTimeZone) zone = tambour_account_dup_zone (g_ptr_array_index (self->accounts, i));
      g_autoptr(TambourHealth) health = tambour_health_judge (g_hash_table_lookup (facts, summary->account_id), zone, self->reading.at);

      summary->health = health->level;
    }

  return TRUE;
}

static gint
compare_names (gconstpointer a,
               gconstpointer b)
{
  const TambourAccountSummary *first = *(const TambourAccountSummary * const *) a;
  const TambourAccountSummary *second = *(const TambourAccountSummary * const *) b;
  gint order = g_utf8_collate (first->name ? first->name : "", second->name ? second->name : "");

  return order ? order : strcmp (first->account_id, second->account_id);
}

/**
 * tambour_account_summary_list:
 * @store: a store
 * @me: (nullable): one of us, by name or id
 * @flags: what is wanted
 * @at: the time that is "now"
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * What the sidebar shows of every account.
 *
 * Returns: (transfer full) (nullable) (element-type TambourAccountSummary): the
 *   accounts by name, or %NULL on error
 */
GPtrArray *
tambour_account_summary_list (TambourStore         *store,
                              const char           *me,
                              TambourSummaryFlags   flags,
                              TambourInstant        at,
                              GCancellable         *cancellable,
                              GError              **error)
{
  g_auto(Listing) listing = {
    .reading = { store, cancellable, NULL, at },
    .by_id = g_hash_table_new (g_str_hash, g_str_equal),
    .summaries = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_account_summary_free),
  };

  if (!add_accounts (&listing, flags, error) ||
      !add_plans (&listing, error) ||
      !add_agreements (&listing, error) ||
      (me != NULL && !add_mine (&listing, me, error)) ||
      ((flags & TAMBOUR_SUMMARY_HEALTH) && listing.accounts->len > 0 && !add_health (&listing, error)))
    return NULL;

  g_ptr_array_sort (listing.summaries, compare_names);

  return g_steal_pointer (&listing.summaries);
}
