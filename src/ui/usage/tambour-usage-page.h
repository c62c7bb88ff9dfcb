/* tambour-usage-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-page.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_USAGE_PAGE (tambour_usage_page_get_type ())
G_DECLARE_FINAL_TYPE (TambourUsagePage, tambour_usage_page, TAMBOUR, USAGE_PAGE, TambourPage)

TambourUsagePage *tambour_usage_page_new         (TambourPortfolio *portfolio,
                                                  const char       *account_id);
const char       *tambour_usage_page_get_account (TambourUsagePage *self);

G_END_DECLS
