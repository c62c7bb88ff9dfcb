/* tambour-action-commands.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-action-moves.h"
#include "tambour-portfolio.h"

G_BEGIN_DECLS

void tambour_action_commands_do     (GtkWidget         *asked_by,
                                     TambourPortfolio  *portfolio,
                                     TambourActionMove *move,
                                     const char        *label,
                                     const char        *message);
void tambour_action_commands_settle (GtkWidget         *asked_by,
                                     TambourPortfolio  *portfolio,
                                     TambourActionKind  of,
                                     const char        *id,
                                     const char        *title,
                                     gboolean           is_late);

G_END_DECLS
