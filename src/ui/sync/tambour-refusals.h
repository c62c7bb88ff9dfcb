/* tambour-refusals.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-store.h"

G_BEGIN_DECLS

gpointer tambour_refusals_load (TambourStore    *store,
                                const char      *me,
                                TambourInstant   now,
                                gpointer         data,
                                GCancellable    *cancellable,
                                GError         **error);
void     tambour_refusals_show (GtkListBox      *list,
                                GPtrArray       *refusals,
                                TambourInstant   now);

G_END_DECLS
