/* tambour-item-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-file-page.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_ITEM_PAGE (tambour_item_page_get_type ())
G_DECLARE_FINAL_TYPE (TambourItemPage, tambour_item_page, TAMBOUR, ITEM_PAGE, TambourFilePage)

TambourItemPage *tambour_item_page_new (TambourPortfolio *portfolio,
                                        const char       *item_id);

G_END_DECLS
