/* tambour-problem.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tambour_problem_mark (GtkWidget *row,
                           GtkWidget *editor,
                           gboolean   is_wrong);

G_END_DECLS
