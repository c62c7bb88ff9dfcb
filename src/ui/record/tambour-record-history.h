/* tambour-record-history.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-record-view.h"

G_BEGIN_DECLS

void           tambour_record_history_show    (GtkListBox              *list,
                                               const TambourRecordView *view,
                                               TambourInstant           now,
                                               gboolean                 can_restore);
TambourRecord *tambour_record_history_restore (const TambourRecordView *view,
                                               guint                    position);

G_END_DECLS
