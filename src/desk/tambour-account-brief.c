/* tambour-account-brief.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-account-brief.h"

#include "tambour-account-reading.h"
#include "tambour-kinds.h"

/**
 * tambour_account_brief_free:
 * @self: a brief
 */
void
tambour_account_brief_free (TambourAccountBrief *self)
{
  g_clear_object (&self->account);
  g_clear_pointer (&self->plan, g_free);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_free (self);
}

/* What is counted for the list of sections. */
static const struct
{
  GType     (*get_type) (void);
  const char *expression;
  gsize       offset;
} counted[] = {
  { tambour_infra_note_get_type, NULL, offsetof (TambourAccountCounts, n_notes) },
  { tambour_workflow_note_get_type, NULL, offsetof (TambourAccountCounts, n_notes) },
  { tambour_objective_note_get_type, NULL, offsetof (TambourAccountCounts, n_notes) },
  { tambour_case_get_type, "status != closed", offsetof (TambourAccountCounts, n_cases) },
  { tambour_engagement_get_type, "status = held", offsetof (TambourAccountCounts, n_calls) },
  { tambour_goal_get_type, "status != met and status != missed and status != dropped", offsetof (TambourAccountCounts, n_goals) },
  { tambour_audit_get_type, NULL, offsetof (TambourAccountCounts, n_audits) },
  { tambour_content_share_get_type, NULL, offsetof (TambourAccountCounts, n_shares) },
  { tambour_report_get_type, NULL, offsetof (TambourAccountCounts, n_reviews) },
};

/**
 * tambour_account_counts_load:
 * @store: a store
 * @account_id: an account in it
 * @at: the time that is "now"
 * @cancellable: (nullable): a cancellable
 * @error: return location for %G_IO_ERROR_CANCELLED; what cannot be counted is told by
 *   the section itself
 *
 * Returns: (transfer full) (nullable): how much there is of it, to be freed with g_free()
 */
TambourAccountCounts *
tambour_account_counts_load (TambourStore    *store,
                             const char      *account_id,
                             TambourInstant   at,
                             GCancellable    *cancellable,
                             GError         **error)
{
  const TambourAccountReading reading = { store, cancellable, account_id, at };
  g_autofree TambourAccountCounts *self = g_new0 (TambourAccountCounts, 1);

  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    {
      gint64 *total = G_STRUCT_MEMBER_P (self, counted[i].offset);
      gint64 n = *total < 0 ? -1 : tambour_account_reading_count (&reading, counted[i].get_type (), counted[i].expression, NULL);

      *total = n < 0 ? -1 : *total + n;
    }

  return g_cancellable_set_error_if_cancelled (cancellable, error) ? NULL : g_steal_pointer (&self);
}

static TambourAccount *
get_account (TambourStore  *store,
             const char    *account_id,
             GError       **error)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_ACCOUNT);

  return (TambourAccount *) tambour_store_get (store, klass, account_id, error);
}

/**
 * tambour_account_brief_load:
 * @store: a store
 * @account_id: an account in it
 * @at: the time that is "now"
 * @cancellable: (nullable): a cancellable
 * @error: return location for %TAMBOUR_STORE_ERROR_NOT_FOUND, or another
 *
 * Returns: (transfer full) (nullable): what its page says
 */
TambourAccountBrief *
tambour_account_brief_load (TambourStore    *store,
                            const char      *account_id,
                            TambourInstant   at,
                            GCancellable    *cancellable,
                            GError         **error)
{
  const TambourAccountReading reading = { store, cancellable, account_id, at };
  g_autoptr(TambourAccountBrief) self = g_new0 (TambourAccountBrief, 1);
  g_autoptr(TambourPlan) plan = NULL;

  if (!(self->account = get_account (store, account_id, error)) ||
      !tambour_account_reading_get (&reading, TAMBOUR_TYPE_PLAN, self->account->plan_id.id, &plan, error))
    return NULL;

  self->zone = tambour_account_dup_zone (self->account);
  self->plan = plan ? g_strdup (plan->name && *plan->name ? plan->name : plan->code) : NULL;

  return g_steal_pointer (&self);
}

/**
 * tambour_account_archive:
 * @change: a change
 * @store: a store
 * @account_id: an account in it
 * @error: return location
 *
 * Closes the account: it is kept, but shown only to those who look for it.
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_account_archive (TambourChange  *change,
                         TambourStore   *store,
                         const char     *account_id,
                         GError        **error)
{
  g_autoptr(TambourAccount) account = get_account (store, account_id, error);

  if (account == NULL)
    return FALSE;

  account->status = TAMBOUR_ACCOUNT_STATUS_CLOSED;
  tambour_change_put (change, TAMBOUR_RECORD (account));

  return TRUE;
}

/* What the account was before it was closed the last time. */
static guint
find_status (GPtrArray *history)
{
  guint status = TAMBOUR_ACCOUNT_STATUS_ACTIVE;

  for (guint i = 0; i < history->len; i++)
    {
      const TambourHistoryEntry *entry = g_ptr_array_index (history, i);
      const char *nick = entry->before ? json_object_get_string_member_with_default (entry->before, "status", NULL) : NULL;
      guint found;

      if (nick != NULL && tambour_choice_from_nick (TAMBOUR_TYPE_ACCOUNT_STATUS, nick, &found) &&
          found != TAMBOUR_ACCOUNT_STATUS_CLOSED)
        status = found;
    }

  return status;
}

/**
 * tambour_account_restore:
 * @change: a change
 * @store: a store
 * @account_id: an archived account in it
 * @error: return location
 *
 * Makes the account what it was before it was archived.
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_account_restore (TambourChange  *change,
                         TambourStore   *store,
                         const char     *account_id,
                         GError        **error)
{
  g_autoptr(TambourAccount) account = get_account (store, account_id, error);
  g_autoptr(GPtrArray) history = account ? tambour_store_history_of (store, TAMBOUR_RECORD (account), error) : NULL;

  if (history == NULL)
    return FALSE;

  account->status = find_status (history);
  tambour_change_put (change, TAMBOUR_RECORD (account));

  return TRUE;
}
