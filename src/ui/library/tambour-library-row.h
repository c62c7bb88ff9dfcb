/* tambour-library-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-library-list.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_LIBRARY_ROW (tambour_library_row_get_type ())
G_DECLARE_FINAL_TYPE (TambourLibraryRow, tambour_library_row, TAMBOUR, LIBRARY_ROW, GtkBox)

GtkWidget *tambour_library_row_new  (void);
char      *tambour_library_row_show (TambourLibraryRow        *self,
                                     const TambourLibraryLine *line,
                                     TambourDate               today);

G_END_DECLS
