/* tambour-record-related.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-record-view.h"

G_BEGIN_DECLS

/* How many records of each kind are shown, and read. */
#define TAMBOUR_RECORD_RELATED_SHOWN 4

void tambour_record_related_show (GtkBox         *box,
                                  TambourRecord  *record,
                                  GPtrArray      *all,
                                  TambourInstant  now);

G_END_DECLS
