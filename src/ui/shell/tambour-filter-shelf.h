/* tambour-filter-shelf.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-portfolio.h"
#include "tambour-saved-filters.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_FILTER_SHELF (tambour_filter_shelf_get_type ())
G_DECLARE_FINAL_TYPE (TambourFilterShelf, tambour_filter_shelf, TAMBOUR, FILTER_SHELF, GObject)

TambourFilterShelf  *tambour_filter_shelf_get         (TambourPortfolio   *portfolio,
                                                       const char         *list);
TambourSavedFilters *tambour_filter_shelf_get_filters (TambourFilterShelf *self);
void                 tambour_filter_shelf_save        (TambourFilterShelf *self);
void                 tambour_filter_shelf_choose      (TambourFilterShelf *self,
                                                       const char         *name);

G_END_DECLS
