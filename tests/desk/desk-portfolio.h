/* desk-portfolio.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account.h"
#include "tambour-people.h"
#include "tambour-store.h"

G_BEGIN_DECLS

/**
 * DeskPortfolio:
 *
 * A portfolio in a folder of its own, with the plans Platinum and Basic, and one
 * account that has Platinum.
 */
typedef struct
{
  char           *folder;
  char           *path;
  TambourStore   *store;
  TambourPlan    *platinum;
  TambourPlan    *basic;
  TambourAccount *account;
} DeskPortfolio;

DeskPortfolio *desk_portfolio_new  (void);
void           desk_portfolio_free (DeskPortfolio *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskPortfolio, desk_portfolio_free)

void            desk_portfolio_put     (DeskPortfolio *self,
                                        gpointer       record);
gpointer        desk_portfolio_get     (DeskPortfolio *self,
                                        gpointer       record);
gpointer        desk_portfolio_own     (DeskPortfolio *self,
                                        GType          type);
TambourContact *desk_portfolio_name    (DeskPortfolio *self,
                                        const char    *name,
                                        const char    *from,
                                        const char    *to);
TambourContact *desk_portfolio_contact (DeskPortfolio *self,
                                        const char    *name);
TambourPerson  *desk_portfolio_person  (DeskPortfolio *self,
                                        const char    *name);
void            desk_set               (gpointer       record,
                                        const char    *field,
                                        const char    *text);

TambourInstant  desk_portfolio_now     (void);

G_END_DECLS
