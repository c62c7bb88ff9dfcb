/* tambour-portal-merge.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-record.h"

G_BEGIN_DECLS

/**
 * TambourPortalMerge:
 * @decided: (array zero-terminated=1): fields that the portal always says, and in which the newer
 *   word counts: what it says anew stands, what was changed here stands until then
 * @only: (nullable) (array zero-terminated=1): the fields that it says something of now; all if %NULL
 * @wins_at_first: whether the portal wins where nobody knows what it said before
 *
 * How a kind of record takes what a portal says.
 */
typedef struct
{
  const char * const *decided;
  const char * const *only;
  gboolean            wins_at_first;
} TambourPortalMerge;

GPtrArray *tambour_portal_merge (const TambourPortalMerge *rules,
                                 TambourRecord            *record,
                                 TambourRecord            *said);

G_END_DECLS
