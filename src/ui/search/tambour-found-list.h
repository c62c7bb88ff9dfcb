/* tambour-found-list.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-found-item.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_FOUND_LIST (tambour_found_list_get_type ())
G_DECLARE_FINAL_TYPE (TambourFoundList, tambour_found_list, TAMBOUR, FOUND_LIST, AdwBin)

void              tambour_found_list_take         (TambourFoundList *self,
                                                   GPtrArray        *items);
GListModel       *tambour_found_list_get_items    (TambourFoundList *self);
TambourFoundItem *tambour_found_list_get_selected (TambourFoundList *self);
TambourFoundItem *tambour_found_list_get_command  (TambourFoundList *self);
void              tambour_found_list_move         (TambourFoundList *self,
                                                   int               step);
void              tambour_found_list_show_keys    (TambourFoundList *self,
                                                   gboolean          has_keys);

G_END_DECLS
