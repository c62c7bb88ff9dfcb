/* tambour-list-read.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-positions.h"

G_BEGIN_DECLS

/**
 * TambourListRead:
 * @positions: which records, in order
 * @pages: (element-type TambourRowPage): those of them that are looked at
 *
 * What a list shows, as it is read at once.
 */
typedef struct
{
  TambourPositions *positions;
  GPtrArray        *pages;
} TambourListRead;

TambourListRead *tambour_list_read      (TambourStore     *store,
                                         TambourQuery     *query,
                                         gint64            since,
                                         GArray           *ahead,
                                         GCancellable     *cancellable,
                                         GError          **error);
void             tambour_list_read_free (TambourListRead  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourListRead, tambour_list_read_free)

G_END_DECLS
