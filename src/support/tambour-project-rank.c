/* tambour-project-rank.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-project-rank.h"

#include <string.h>

#include "tambour-time.h"

/**
 * tambour_project_is_coming:
 * @project: a project
 * @year: the year that is looked at
 *
 * Returns: whether it is still to be done, in that year or later
 */
gboolean
tambour_project_is_coming (TambourProject *project,
                           int             year)
{
  if (project->year != TAMBOUR_NO_COUNT && project->year < year)
    return FALSE;

  switch ((TambourProjectStatus) project->status)
    {
    case TAMBOUR_PROJECT_STATUS_IDEA:
    case TAMBOUR_PROJECT_STATUS_PROPOSED:
    case TAMBOUR_PROJECT_STATUS_AGREED:
    case TAMBOUR_PROJECT_STATUS_IN_WORK:
      return TRUE;

    case TAMBOUR_PROJECT_STATUS_DONE:
    case TAMBOUR_PROJECT_STATUS_DROPPED:
      break;
    }

  return FALSE;
}

/**
 * tambour_project_is_scored:
 * @project: a project
 *
 * Returns: whether both its impact and its effort are told
 */
gboolean
tambour_project_is_scored (TambourProject *project)
{
  return project->impact != TAMBOUR_NO_COUNT && project->effort != TAMBOUR_NO_COUNT;
}

/**
 * tambour_project_is_pinned:
 * @project: a project
 *
 * Returns: whether it has a fixed deadline, and a reason for it: it stands above
 *   the ranking
 */
gboolean
tambour_project_is_pinned (TambourProject *project)
{
  return tambour_date_is_stated (project->deadline) && project->deadline_reason != NULL;
}

/**
 * tambour_project_get_score:
 * @project: a project
 *
 * Returns: METRICS.md M70: 2 × impact − effort; %TAMBOUR_NO_COUNT if either is
 *   not told
 */
gint64
tambour_project_get_score (TambourProject *project)
{
  return tambour_project_is_scored (project) ? 2 * project->impact - project->effort : TAMBOUR_NO_COUNT;
}

/**
 * tambour_project_get_quadrant:
 * @project: a project
 *
 * Returns: where it stands
 */
TambourQuadrant
tambour_project_get_quadrant (TambourProject *project)
{
  gboolean is_large = project->effort >= TAMBOUR_PROJECT_MUCH;

  if (!tambour_project_is_scored (project))
    return TAMBOUR_QUADRANT_NONE;
  if (project->impact >= TAMBOUR_PROJECT_MUCH)
    return is_large ? TAMBOUR_QUADRANT_PLAN : TAMBOUR_QUADRANT_DO_NEXT;

  return is_large ? TAMBOUR_QUADRANT_LEAVE : TAMBOUR_QUADRANT_FILL_IN;
}

static int
compare_numbers (gint64 first,
                 gint64 second)
{
  return first < second ? -1 : first > second ? 1
                                              : 0;
}

/**
 * tambour_project_compare:
 * @a: a pointer to a #TambourProject
 * @b: a pointer to another
 *
 * The order of METRICS.md M70: fixed deadlines first, by day; then the higher
 * score; then the lower effort; then by title. For g_ptr_array_sort().
 *
 * Returns: less than 0 if @a comes first
 */
int
tambour_project_compare (gconstpointer a,
                         gconstpointer b)
{
  TambourProject *first = *(TambourProject * const *) a;
  TambourProject *second = *(TambourProject * const *) b;
  gboolean is_pinned = tambour_project_is_pinned (first);
  int order = 0;

  if (is_pinned != tambour_project_is_pinned (second))
    return is_pinned ? -1 : 1;

  if (is_pinned)
    order = compare_numbers (first->deadline.julian, second->deadline.julian);
  if (order == 0)
    order = compare_numbers (tambour_project_get_score (second), tambour_project_get_score (first));
  if (order == 0)
    order = compare_numbers (first->effort, second->effort);
  if (order == 0)
    order = g_strcmp0 (first->title, second->title);

  return order ? order : strcmp (TAMBOUR_RECORD (first)->id, TAMBOUR_RECORD (second)->id);
}
