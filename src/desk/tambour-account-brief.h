/* tambour-account-brief.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account.h"
#include "tambour-store.h"

G_BEGIN_DECLS

/**
 * TambourAccountBrief:
 * @plan: (nullable): what its plan is called
 * @zone: the customer's time zone
 * @n_people: how many contacts are there
 *
 * What the page of an account says whatever section it shows.
 */
typedef struct
{
  TambourAccount *account;
  char           *plan;
  GTimeZone      *zone;
  gint64          n_people;
} TambourAccountBrief;

TambourAccountBrief *tambour_account_brief_load (TambourStore         *store,
                                                 const char           *account_id,
                                                 TambourInstant        at,
                                                 GCancellable         *cancellable,
                                                 GError              **error);
void                 tambour_account_brief_free (TambourAccountBrief  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourAccountBrief, tambour_account_brief_free)

gboolean tambour_account_archive (TambourChange  *change,
                                  TambourStore   *store,
                                  const char     *account_id,
                                  GError        **error);
gboolean tambour_account_restore (TambourChange  *change,
                                  TambourStore   *store,
                                  const char     *account_id,
                                  GError        **error);

G_END_DECLS
