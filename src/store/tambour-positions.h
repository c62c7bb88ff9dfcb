/* tambour-positions.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-query-private.h"
#include "tambour-store-private.h"

G_BEGIN_DECLS

/**
 * TambourPositions:
 * @number: the newest change when the rows were read
 * @sequences: (element-type guint32): the sequence number of the record at each
 *   position: four bytes, since the kind is the same for all
 * @changed: (nullable): the sequence numbers of the records that changed since
 *   the positions before, or %NULL if any may have
 *
 * Which records a query is for, in order, and nothing else about them.
 */
typedef struct
{
  gint64      number;
  GArray     *sequences;
  GHashTable *changed;
} TambourPositions;

TambourPositions *tambour_positions_read   (TambourStore            *store,
                                            TambourQuery            *query,
                                            gint64                   since,
                                            GCancellable            *cancellable,
                                            GError                 **error);
void              tambour_positions_free   (TambourPositions        *self);
void              tambour_positions_common (const TambourPositions  *a,
                                            const TambourPositions  *b,
                                            guint                   *n_before,
                                            guint                   *n_behind);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourPositions, tambour_positions_free)

G_END_DECLS
