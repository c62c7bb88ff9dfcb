/* tambour-portfolio-target.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-import-target.h"
#include "tambour-store.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_PORTFOLIO_TARGET (tambour_portfolio_target_get_type ())
G_DECLARE_FINAL_TYPE (TambourPortfolioTarget, tambour_portfolio_target, TAMBOUR, PORTFOLIO_TARGET, GObject)

TambourPortfolioTarget *tambour_portfolio_target_new        (TambourStore            *store,
                                                             const char              *author,
                                                             const char              *label,
                                                             guint                    size);
gboolean                tambour_portfolio_target_flush      (TambourPortfolioTarget  *self,
                                                             GError                 **error);
gint64                  tambour_portfolio_target_get_change (TambourPortfolioTarget  *self);

G_END_DECLS
