/* tambour-row-record.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-record.h"

G_BEGIN_DECLS

void        tambour_row_record_set    (GtkWidget     *row,
                                       TambourRecord *record);
void        tambour_row_record_set_id (GtkWidget     *row,
                                       const char    *kind,
                                       const char    *id);
const char *tambour_row_record_get_id (GtkWidget     *row);
void        tambour_row_record_open   (GtkListBoxRow *row);

G_END_DECLS
