/* tambour-reconcile.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-received.h"
#include "tambour-replica.h"
#include "tambour-revisions.h"

G_BEGIN_DECLS

/**
 * TambourLookup:
 * @find: (nullable): gives what a record said at a revision, (transfer full)
 *   (nullable): the ancestor of two that clash
 * @has: (nullable): whether there is such a record here already
 * @data: what both are given
 * @author: (nullable): who signs what was edited here; see tambour_reconcile_seal()
 *
 * What reconciling asks about, beside what it is given.
 */
typedef struct
{
  TambourRecord *(*find) (const char *id,
                          const char *rev,
                          gpointer data);
  gboolean (*has) (const char *id,
                   gpointer data);
  gpointer data;
  const char *author;
} TambourLookup;

gboolean             tambour_reconcile_is_over      (const TambourReplicaEntry  *entry);
TambourReplicaWrite *tambour_reconcile_seal         (const TambourReplicaEntry  *entry,
                                                     const char                 *author,
                                                     GError                    **error);
gboolean             tambour_reconcile              (const TambourReplicaEntry  *entry,
                                                     GPtrArray                  *received,
                                                     const TambourLookup        *lookup,
                                                     GPtrArray                  *writes,
                                                     GError                    **error);
JsonObject          *tambour_reconcile_dup_document (const TambourReplicaEntry  *entry,
                                                     TambourRevisions           *tree,
                                                     const char                 *rev);

G_END_DECLS
