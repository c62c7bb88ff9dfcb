/* tambour-conflict-draft.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-conflict-reading.h"

G_BEGIN_DECLS

void tambour_conflict_draft_keep      (TambourConflictReading *reading,
                                       TambourPortfolio       *portfolio,
                                       GPtrArray              *blocks);
void tambour_conflict_draft_discard   (TambourConflictReading *reading,
                                       TambourPortfolio       *portfolio);
void tambour_conflict_draft_show      (TambourConflictReading *reading,
                                       TambourPortfolio       *portfolio,
                                       GPtrArray              *blocks);
void tambour_conflict_draft_hand_over (TambourConflictReading *reading,
                                       TambourPortfolio       *portfolio,
                                       GtkWidget              *asked_by);

G_END_DECLS
