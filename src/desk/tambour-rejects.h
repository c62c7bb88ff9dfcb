/* tambour-rejects.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-import.h"

G_BEGIN_DECLS

/**
 * TambourRejects:
 *
 * The list of what of a file cannot be imported, as a table and as it goes.
 */
typedef struct _TambourRejects TambourRejects;

TambourRejects *tambour_rejects_open  (const char               *path,
                                       TambourImportRejectFunc   func,
                                       gpointer                  user_data,
                                       GError                  **error);
gboolean        tambour_rejects_add   (TambourRejects           *self,
                                       guint                     line,
                                       const char               *uid,
                                       const char               *title,
                                       const char               *reason,
                                       GError                  **error);
gboolean        tambour_rejects_close (TambourRejects           *self,
                                       GError                  **error);
void            tambour_rejects_free  (TambourRejects           *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourRejects, tambour_rejects_free)

G_END_DECLS
