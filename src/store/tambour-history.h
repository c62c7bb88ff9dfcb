/* tambour-history.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-commit.h"

G_BEGIN_DECLS

#define TAMBOUR_HISTORY_CREATED  "created"
#define TAMBOUR_HISTORY_CHANGED  "changed"
#define TAMBOUR_HISTORY_REMOVED  "removed"
#define TAMBOUR_HISTORY_RESTORED "restored"

/* The member of a history line that keeps what no field holds. */
#define TAMBOUR_HISTORY_EXTRA "extra"

JsonNode  *tambour_history_compare         (TambourRecord       *stored,
                                            TambourRecord       *record);
gboolean   tambour_history_restore         (TambourRecord       *record,
                                            const char          *member,
                                            JsonNode            *value,
                                            GError             **error);
gboolean   tambour_history_forget_personal (TambourDatabase     *database,
                                            TambourRecordClass  *klass,
                                            gint64               row,
                                            GError             **error);
gboolean   tambour_history_write           (TambourCommit       *commit,
                                            gint64               row,
                                            const char          *action,
                                            JsonNode            *before,
                                            GError             **error);
GPtrArray *tambour_history_read            (TambourDatabase     *database,
                                            gint64               row,
                                            GError             **error);

G_END_DECLS
