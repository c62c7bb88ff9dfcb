/* tambour-prep-sheet-print.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-prep-sheet.h"

G_BEGIN_DECLS

GtkPrintOperation *tambour_prep_sheet_print_new (const TambourPrepSheet *sheet,
                                                 GPtrArray              *points,
                                                 TambourInstant          now);

G_END_DECLS
