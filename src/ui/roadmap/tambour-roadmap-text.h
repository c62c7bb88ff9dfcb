/* tambour-roadmap-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-roadmap-sheet.h"

G_BEGIN_DECLS

/* Requests. */
char       *tambour_roadmap_text_request (const TambourRoadmapRequest *request,
                                          const TambourRoadmapSheet   *sheet);
char       *tambour_roadmap_text_state   (const TambourRoadmapRequest *request);
char       *tambour_roadmap_text_weight  (const TambourRoadmapRequest *request,
                                          const TambourRoadmapSheet   *sheet);
const char *tambour_roadmap_text_step    (TambourRequestStatus         status);

/* Reviews. */
char *tambour_roadmap_text_call     (const TambourRoadmapCall  *call,
                                     const TambourRoadmapSheet *sheet);
char *tambour_roadmap_text_call_day (const TambourRoadmapCall  *call,
                                     const TambourRoadmapSheet *sheet);

/* Projects and plans. */
const char *tambour_roadmap_text_quadrant (TambourQuadrant     quadrant);
char       *tambour_roadmap_text_place    (TambourProject     *project);
char       *tambour_roadmap_text_project  (TambourProject     *project,
                                           TambourDate         today);
char       *tambour_roadmap_text_days     (TambourProject     *project);
char       *tambour_roadmap_text_item     (TambourRoadmapItem *item);

G_END_DECLS
