/* tambour-found-list.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-found-item.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_FOUND_LIST (tambour_found_list_get_type ())
G_DECLARE_FINAL_TYPE (TambourFoundList, tambour_found_list, TAMBOUR, FOUND_LIST, GObject)

TambourFoundList *tambour_found_list_new  (void);
void              tambour_found_list_take (TambourFoundList *self,
                                           GPtrArray        *items);

G_END_DECLS
