/* tambour-notice-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAMBOUR_TYPE_NOTICE_ROW (tambour_notice_row_get_type ())
G_DECLARE_FINAL_TYPE (TambourNoticeRow, tambour_notice_row, TAMBOUR, NOTICE_ROW, GtkListBoxRow)

GtkWidget *tambour_notice_row_new       (const char *icon,
                                         const char *title,
                                         const char *text);
GtkWidget *tambour_notice_row_new_error (const char *title,
                                         const char *text,
                                         const char *action);
GtkWidget *tambour_notice_row_new_blank (gboolean    with_box);

G_END_DECLS
