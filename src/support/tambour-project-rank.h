/* tambour-project-rank.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-value.h"

G_BEGIN_DECLS

/* Impact and effort are each told from one to this. */
#define TAMBOUR_PROJECT_STEPS 5

/**
 * TambourQuadrant:
 * @TAMBOUR_QUADRANT_NONE: impact or effort is not told
 * @TAMBOUR_QUADRANT_DO_NEXT: much impact, little effort
 * @TAMBOUR_QUADRANT_PLAN: much impact, much effort
 * @TAMBOUR_QUADRANT_FILL_IN: little impact, little effort
 * @TAMBOUR_QUADRANT_LEAVE: little impact, much effort
 *
 * Where a project stands by its impact and its effort. The middle of the two
 * scales counts as much.
 */
typedef enum
{
  TAMBOUR_QUADRANT_NONE,
  TAMBOUR_QUADRANT_DO_NEXT,
  TAMBOUR_QUADRANT_PLAN,
  TAMBOUR_QUADRANT_FILL_IN,
  TAMBOUR_QUADRANT_LEAVE,
} TambourQuadrant;

#define TAMBOUR_PROJECT_MUCH ((TAMBOUR_PROJECT_STEPS + 1) / 2)

gboolean        tambour_project_is_coming    (TambourProject *project,
                                              int             year);
gboolean        tambour_project_is_scored    (TambourProject *project);
gboolean        tambour_project_is_pinned    (TambourProject *project);
gint64          tambour_project_get_score    (TambourProject *project);
TambourQuadrant tambour_project_get_quadrant (TambourProject *project);
int             tambour_project_compare      (gconstpointer   a,
                                              gconstpointer   b);

G_END_DECLS
