/* tambour-list-heading.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

guint tambour_list_heading_count        (GtkListHeader   *header,
                                         GtkSectionModel *model);
void  tambour_list_heading_show         (GtkListHeader   *header,
                                         const char      *title,
                                         const char      *remark);
void  tambour_list_heading_show_counted (GtkListHeader   *header,
                                         const char      *title,
                                         const char      *remark,
                                         GtkSectionModel *model);
void  tambour_list_heading_show_first   (GtkListView     *view);

G_END_DECLS
