/* tambour-issue-line-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-known-issues.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_ISSUE_LINE_ROW (tambour_issue_line_row_get_type ())
G_DECLARE_FINAL_TYPE (TambourIssueLineRow, tambour_issue_line_row, TAMBOUR, ISSUE_LINE_ROW, GtkBox)

GtkWidget *tambour_issue_line_row_new  (GtkSizeGroup           *tags,
                                        GtkSizeGroup           *dates);
char      *tambour_issue_line_row_show (TambourIssueLineRow    *self,
                                        const TambourIssueLine *line,
                                        TambourDate             today);

G_END_DECLS
