/* tambour-goal-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-overview.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_GOAL_ROW (tambour_goal_row_get_type ())
G_DECLARE_FINAL_TYPE (TambourGoalRow, tambour_goal_row, TAMBOUR, GOAL_ROW, GtkListBoxRow)

GtkWidget *tambour_goal_row_new  (GtkSizeGroup          *tags);
void       tambour_goal_row_show (TambourGoalRow        *self,
                                  const TambourGoalView *goal,
                                  TambourDate            today);

G_END_DECLS
