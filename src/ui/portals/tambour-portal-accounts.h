/* tambour-portal-accounts.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-portfolio.h"

G_BEGIN_DECLS

/**
 * TambourPortalAccounts:
 *
 * The accounts whose something can be, by name. Never changes.
 */
typedef struct _TambourPortalAccounts TambourPortalAccounts;

void                   tambour_portal_accounts_load_async  (TambourPortfolio       *portfolio,
                                                            GCancellable           *cancellable,
                                                            GAsyncReadyCallback     callback,
                                                            gpointer                user_data);
TambourPortalAccounts *tambour_portal_accounts_load_finish (TambourPortfolio       *portfolio,
                                                            GAsyncResult           *result,
                                                            GError                **error);
TambourPortalAccounts *tambour_portal_accounts_ref         (TambourPortalAccounts  *self);
void                   tambour_portal_accounts_unref       (TambourPortalAccounts  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourPortalAccounts, tambour_portal_accounts_unref)

void        tambour_portal_accounts_show (TambourPortalAccounts *self,
                                          AdwComboRow           *row,
                                          const char            *none,
                                          const char            *selected);
const char *tambour_portal_accounts_get  (TambourPortalAccounts *self,
                                          AdwComboRow           *row);

G_END_DECLS
