/* tambour-index.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-database.h"

G_BEGIN_DECLS

extern const char tambour_index_sql[];

char    *tambour_index_dup_print (void);
gboolean tambour_index_ensure    (TambourDatabase  *database,
                                  GError          **error);
gboolean tambour_index_add       (TambourDatabase  *database,
                                  TambourRecord    *record,
                                  gint64            row,
                                  GError          **error);
gboolean tambour_index_remove    (TambourDatabase  *database,
                                  gint64            row,
                                  GError          **error);
gboolean tambour_index_differs   (TambourRecord    *a,
                                  TambourRecord    *b);
gboolean tambour_index_rebuild   (TambourDatabase  *database,
                                  GError          **error);
gboolean tambour_index_check     (TambourDatabase  *database,
                                  GPtrArray        *findings,
                                  GError          **error);

G_END_DECLS
