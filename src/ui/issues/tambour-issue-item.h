/* tambour-issue-item.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "tambour-known-issues.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_ISSUE_ITEM (tambour_issue_item_get_type ())
G_DECLARE_FINAL_TYPE (TambourIssueItem, tambour_issue_item, TAMBOUR, ISSUE_ITEM, GObject)

GPtrArray              *tambour_issue_item_list     (TambourIssueList *list);
const TambourIssueLine *tambour_issue_item_get_line (TambourIssueItem *self);
const char             *tambour_issue_item_get_id   (TambourIssueItem *self);
gboolean                tambour_issue_item_matches  (TambourIssueItem *self,
                                                     const char       *folded);

G_END_DECLS
