/* tambour-case-item.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "tambour-case-list.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_CASE_ITEM (tambour_case_item_get_type ())
G_DECLARE_FINAL_TYPE (TambourCaseItem, tambour_case_item, TAMBOUR, CASE_ITEM, GObject)

GPtrArray             *tambour_case_item_list     (TambourCaseList *list);
const TambourCaseLine *tambour_case_item_get_line (TambourCaseItem *self);
const char            *tambour_case_item_get_id   (TambourCaseItem *self);
gboolean               tambour_case_item_matches  (TambourCaseItem *self,
                                                   const char      *folded);

G_END_DECLS
