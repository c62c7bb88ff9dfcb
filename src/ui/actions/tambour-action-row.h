/* tambour-action-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-action-list.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_ACTION_ROW (tambour_action_row_get_type ())
G_DECLARE_FINAL_TYPE (TambourActionRow, tambour_action_row, TAMBOUR, ACTION_ROW, GtkBox)

GtkWidget *tambour_action_row_new       (GMenuModel              *menu);
char      *tambour_action_row_show      (TambourActionRow        *self,
                                         const TambourActionLine *line,
                                         TambourInstant           now,
                                         gboolean                 can_write);
void       tambour_action_row_open_menu (TambourActionRow        *self);

G_END_DECLS
