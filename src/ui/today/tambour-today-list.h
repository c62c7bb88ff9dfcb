/* tambour-today-list.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-row-list.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_TODAY_LIST (tambour_today_list_get_type ())
G_DECLARE_FINAL_TYPE (TambourTodayList, tambour_today_list, TAMBOUR, TODAY_LIST, AdwBin)

void        tambour_today_list_set_remark       (TambourTodayList     *self,
                                                 const char           *remark);
void        tambour_today_list_set_action_label (TambourTodayList     *self,
                                                 const char           *label);
void        tambour_today_list_show             (TambourTodayList     *self,
                                                 const TambourRowList *rows,
                                                 GPtrArray            *items,
                                                 guint                 n_items,
                                                 gpointer              data);
void        tambour_today_list_say              (TambourTodayList     *self,
                                                 GtkWidget            *row);
void        tambour_today_list_wait             (TambourTodayList     *self,
                                                 guint                 n_rows,
                                                 gboolean              with_box);
GtkListBox *tambour_today_list_get_list         (TambourTodayList     *self);

G_END_DECLS
