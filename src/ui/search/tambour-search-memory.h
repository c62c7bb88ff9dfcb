/* tambour-search-memory.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-portfolio.h"

G_BEGIN_DECLS

const char *tambour_search_memory_get_query  (TambourPortfolio *portfolio);
void        tambour_search_memory_set_query  (TambourPortfolio *portfolio,
                                              const char       *query);
GStrv       tambour_search_memory_dup_recent (TambourPortfolio *portfolio);
void        tambour_search_memory_add_recent (TambourPortfolio *portfolio,
                                              const char       *id);

G_END_DECLS
