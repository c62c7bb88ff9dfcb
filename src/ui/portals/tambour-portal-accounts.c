/* tambour-portal-accounts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-portal-accounts.h"

#include "tambour-account.h"

struct _TambourPortalAccounts
{
  GPtrArray *accounts;  /* of TambourAccount */
};

static void
clear_accounts (gpointer data)
{
  g_clear_pointer (&((TambourPortalAccounts *) data)->accounts, g_ptr_array_unref);
}

/**
 * tambour_portal_accounts_ref:
 * @self: accounts
 *
 * Returns: (transfer full): @self
 */
TambourPortalAccounts *
tambour_portal_accounts_ref (TambourPortalAccounts *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * tambour_portal_accounts_unref:
 * @self: (transfer full): accounts
 */
void
tambour_portal_accounts_unref (TambourPortalAccounts *self)
{
  g_atomic_rc_box_release_full (self, clear_accounts);
}

static gpointer
load (TambourStore    *store,
      const char      *me,
      TambourInstant   now,
      gpointer         data,
      GCancellable    *cancellable,
      GError         **error)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_ACCOUNT);
  g_autoptr(GPtrArray) accounts = NULL;
  TambourPortalAccounts *self;

  if (!tambour_query_parse (query, "status != closed", error) || !tambour_query_order (query, "name", FALSE, error) ||
      !(accounts = tambour_store_list (store, query, cancellable, error)))
    return NULL;

  self = g_atomic_rc_box_new0 (TambourPortalAccounts);
  self->accounts = g_steal_pointer (&accounts);

  return self;
}

/**
 * tambour_portal_accounts_load_async:
 * @portfolio: a portfolio
 * @cancellable: (nullable): a cancellable
 * @callback: called when done
 * @user_data: for @callback
 *
 * Reads the accounts of @portfolio that are not closed.
 */
void
tambour_portal_accounts_load_async (TambourPortfolio    *portfolio,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  tambour_portfolio_load_async (portfolio, load, NULL, NULL, (GDestroyNotify) tambour_portal_accounts_unref, cancellable,
                                callback, user_data);
}

/**
 * tambour_portal_accounts_load_finish:
 * @portfolio: a portfolio
 * @result: what the callback was given
 * @error: return location for a #TambourStoreError
 *
 * Returns: (transfer full) (nullable): the accounts
 */
TambourPortalAccounts *
tambour_portal_accounts_load_finish (TambourPortfolio  *portfolio,
                                     GAsyncResult      *result,
                                     GError           **error)
{
  return tambour_portfolio_load_finish (portfolio, result, error);
}

/**
 * tambour_portal_accounts_show:
 * @self: accounts
 * @row: where one is chosen
 * @none: what it says first, which is none of them
 * @selected: (nullable): the id of the one that is chosen
 */
void
tambour_portal_accounts_show (TambourPortalAccounts *self,
                              AdwComboRow           *row,
                              const char            *none,
                              const char            *selected)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint position = 0;

  gtk_string_list_append (names, none);
  for (guint i = 0; i < self->accounts->len; i++)
    {
      TambourRecord *account = g_ptr_array_index (self->accounts, i);
      g_autofree char *title = tambour_record_dup_title (account);

      gtk_string_list_append (names, title ? title : "");
      if (g_strcmp0 (account->id, selected) == 0)
        position = i + 1;
    }

  adw_combo_row_set_model (row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (row, position);
}

/**
 * tambour_portal_accounts_get:
 * @self: accounts
 * @row: what tambour_portal_accounts_show() filled
 *
 * Returns: (transfer none) (nullable): the id of the account that is chosen
 */
const char *
tambour_portal_accounts_get (TambourPortalAccounts *self,
                             AdwComboRow           *row)
{
  guint selected = adw_combo_row_get_selected (row);

  if (selected == 0 || selected > self->accounts->len)
    return NULL;

  return ((TambourRecord *) g_ptr_array_index (self->accounts, selected - 1))->id;
}
