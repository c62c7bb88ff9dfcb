/* tambour-inbox.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-store.h"

G_BEGIN_DECLS

/**
 * TambourInboxEntry:
 * @connector: what the connector is called that it came by
 * @external_id: what the portal calls it
 * @number: (nullable): the same for people
 * @title: (nullable): what it is about
 * @reason: why nobody knows whose it is, a sentence
 * @hints: (element-type utf8 utf8): what the portal says of whose it is
 * @opened_at: when it was opened
 * @changed_at: when it changed last
 * @is_ignored: whether somebody wants nothing of it
 *
 * An item of a portal that no account is known for: what a person needs to decide.
 */
typedef struct
{
  char           *connector;
  char           *external_id;
  char           *number;
  char           *title;
  char           *reason;
  GHashTable     *hints;
  TambourInstant  opened_at;
  TambourInstant  changed_at;
  gboolean        is_ignored;
} TambourInboxEntry;

TambourInboxEntry *tambour_inbox_entry_new  (const char        *connector,
                                             const char        *external_id);
void               tambour_inbox_entry_free (TambourInboxEntry *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourInboxEntry, tambour_inbox_entry_free)

char              *tambour_inbox_dup_prefix (const char         *connector);
GPtrArray         *tambour_inbox_list       (TambourStore       *store,
                                             const char         *connector,
                                             gboolean            with_ignored,
                                             GError            **error);
TambourInboxEntry *tambour_inbox_get        (TambourStore       *store,
                                             const char         *connector,
                                             const char         *external_id,
                                             GError            **error);
gboolean           tambour_inbox_put        (TambourStore       *store,
                                             TambourInboxEntry  *entry,
                                             GError            **error);
gboolean           tambour_inbox_drop       (TambourStore       *store,
                                             const char         *connector,
                                             const char         *external_id,
                                             GError            **error);
gboolean           tambour_inbox_ignore     (TambourStore       *store,
                                             const char         *connector,
                                             const char         *external_id,
                                             gboolean            is_ignored,
                                             GError            **error);

G_END_DECLS
