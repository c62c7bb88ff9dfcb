/* tambour-actions-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-page.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_ACTIONS_PAGE (tambour_actions_page_get_type ())
G_DECLARE_FINAL_TYPE (TambourActionsPage, tambour_actions_page, TAMBOUR, ACTIONS_PAGE, TambourPage)

TambourActionsPage *tambour_actions_page_new (TambourPortfolio *portfolio);

G_END_DECLS
