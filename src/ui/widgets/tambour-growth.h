/* tambour-growth.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tambour_growth_begin (GtkSliceListModel *slice,
                           GtkListView       *view);
void tambour_growth_reach (GtkSliceListModel *slice,
                           guint              position);

G_END_DECLS
