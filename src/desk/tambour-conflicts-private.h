/* tambour-conflicts-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-conflicts.h"

G_BEGIN_DECLS

TambourConflictPart *tambour_conflict_part_new    (TambourConflict      *conflict,
                                                   TambourRecord        *record);
void                 tambour_conflict_part_free   (TambourConflictPart  *part);
TambourRecord       *tambour_conflict_find_record (TambourStore         *store,
                                                   TambourConflict      *conflict,
                                                   GError              **error);

G_END_DECLS
