/* tambour-roadmap-sheet-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-roadmap-sheet.h"

G_BEGIN_DECLS

void       tambour_roadmap_request_free (TambourRoadmapRequest        *self);
void       tambour_roadmap_call_free    (TambourRoadmapCall           *self);

GPtrArray *tambour_roadmap_list_any     (const TambourAccountReading  *reading,
                                         GType                         type,
                                         const char                   *field,
                                         GHashTable                   *values,
                                         const char                   *order,
                                         GError                      **error);

/* One part each. */
gboolean tambour_roadmap_sheet_add_requests (TambourRoadmapSheet          *self,
                                             const TambourAccountReading  *reading,
                                             GError                      **error);
gboolean tambour_roadmap_sheet_add_calls    (TambourRoadmapSheet          *self,
                                             const TambourAccountReading  *reading,
                                             GError                      **error);

G_END_DECLS
