/* tambour-clock-replay.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-catalogue-set.h"
#include "tambour-clock-rules.h"

G_BEGIN_DECLS

GPtrArray *tambour_clock_replay_versions (TambourCatalogueSet   *catalogues,
                                          const char            *plan,
                                          TambourCase           *support_case,
                                          GPtrArray             *events,
                                          TambourInstant         as_of,
                                          GError               **error);
GPtrArray *tambour_clock_list_pauses     (TambourCatalogue      *catalogue,
                                          TambourResponseClock  *clock,
                                          TambourCase           *support_case,
                                          GPtrArray             *events,
                                          TambourInstant         as_of);

G_END_DECLS
