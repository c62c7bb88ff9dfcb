/* tambour-call-entry-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-call.h"

G_BEGIN_DECLS

gboolean   tambour_call_entry_is_shown (const TambourCallEntry *entry);
GtkWidget *tambour_call_entry_row_new  (const TambourCallEntry *entry,
                                        const char             *me,
                                        TambourInstant          now);

G_END_DECLS
