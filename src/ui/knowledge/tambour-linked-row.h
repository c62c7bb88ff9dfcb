/* tambour-linked-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-record.h"

G_BEGIN_DECLS

GtkWidget *tambour_linked_row_new       (TambourRecord  *record,
                                         GHashTable     *others,
                                         TambourInstant  now);
GtkWidget *tambour_linked_row_new_plain (GtkWidget      *lead,
                                         const char     *title,
                                         const char     *text,
                                         const char     *name);

G_END_DECLS
