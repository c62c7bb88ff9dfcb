/* tambour-portfolios.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "tambour-portfolio.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_PORTFOLIOS (tambour_portfolios_get_type ())
G_DECLARE_FINAL_TYPE (TambourPortfolios, tambour_portfolios, TAMBOUR, PORTFOLIOS, GObject)

TambourPortfolios *tambour_portfolios_new             (void);
GSettings         *tambour_portfolios_get_settings    (TambourPortfolios *self);

TambourPortfolio  *tambour_portfolios_find            (TambourPortfolios *self,
                                                       const char        *path,
                                                       gboolean           is_read_only);
void               tambour_portfolios_hold            (TambourPortfolios *self,
                                                       TambourPortfolio  *portfolio);
void               tambour_portfolios_release         (TambourPortfolios *self,
                                                       TambourPortfolio  *portfolio);

char              *tambour_portfolios_dup_own_path    (TambourPortfolios *self);
gboolean           tambour_portfolios_has_chosen      (TambourPortfolios *self);
void               tambour_portfolios_choose          (TambourPortfolios *self,
                                                       const char        *path);

GStrv              tambour_portfolios_dup_recent      (TambourPortfolios *self);
GMenuModel        *tambour_portfolios_get_recent_menu (TambourPortfolios *self);
void               tambour_portfolios_remember        (TambourPortfolios *self,
                                                       const char        *path);
void               tambour_portfolios_forget          (TambourPortfolios *self,
                                                       const char        *path);
void               tambour_portfolios_forget_all      (TambourPortfolios *self);

char              *tambour_portfolios_dup_name        (const char        *path);
char              *tambour_portfolios_dup_place       (const char        *path);

G_END_DECLS
