/* tambour-detail-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-record.h"

G_BEGIN_DECLS

GtkWidget *tambour_detail_row_new (const char    *title,
                                   const char    *value,
                                   TambourRecord *record);
void       tambour_detail_row_add (GtkListBox    *list,
                                   const char    *title,
                                   const char    *value,
                                   TambourRecord *record);

G_END_DECLS
