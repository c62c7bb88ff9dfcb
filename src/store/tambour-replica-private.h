/* tambour-replica-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-database.h"
#include "tambour-replica.h"

G_BEGIN_DECLS

/* Lines of history whose content no tree knows yet, from the number "sealed" on: what
 * is at or below it is not looked at again.
 */
#define TAMBOUR_REPLICA_UNSEALED \
  " FROM \"history\" h WHERE h.\"change\" > (SELECT \"value\" FROM \"numbers\" WHERE \"name\" = 'sealed')" \
  " AND NOT EXISTS (SELECT 1 FROM \"revisions\" r WHERE r.\"row\" = h.\"row\" AND r.\"change\" >= h.\"change\")"

const char          *tambour_replica_reason_to_word   (TambourReplicaReason   reason);
TambourReplicaReason tambour_replica_reason_from_word (const char            *word);

gboolean             tambour_replica_find             (TambourDatabase       *database,
                                                       GPtrArray             *tables,
                                                       const char            *id,
                                                       TambourRecord        **record,
                                                       GError               **error);
GPtrArray           *tambour_replica_list_tables      (TambourDatabase       *database,
                                                       GError               **error);
TambourReplicaEntry *tambour_replica_load             (TambourDatabase       *database,
                                                       const char            *id,
                                                       TambourRecord         *record,
                                                       GError               **error);
gboolean             tambour_replica_read_change      (TambourDatabase       *database,
                                                       gint64                 row,
                                                       gint64                *change,
                                                       GError               **error);

/* Of a row of "revisions": an administrator erased it at the server. */
#define TAMBOUR_REPLICA_IS_ERASED \
  "EXISTS (SELECT 1 FROM \"holds\" WHERE \"holds\".\"row\" = \"revisions\".\"row\" AND \"holds\".\"reason\" = 'erased')"

gboolean tambour_replica_exist (TambourDatabase  *database);
gboolean tambour_replica_check (TambourDatabase  *database,
                                GPtrArray        *findings,
                                GError          **error);
gboolean tambour_replica_mend  (TambourDatabase  *database,
                                GError          **error);

G_END_DECLS
