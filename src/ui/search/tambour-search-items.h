/* tambour-search-items.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-found-item.h"

G_BEGIN_DECLS

GPtrArray *tambour_search_items_new (GPtrArray  *found,
                                     const char *query,
                                     GtkButton  *probe);

G_END_DECLS
