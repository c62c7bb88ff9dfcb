/* tambour-replica.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-store.h"

G_BEGIN_DECLS

/**
 * TambourReplicaEntry:
 * @id: the record's id
 * @record: (nullable): the record as it is stored, a removed one too; %NULL if it is not here
 * @tree: (nullable): its revision tree, which the store does not look into; %NULL before the first sealing
 * @rev: (nullable): the revision that @record's content is; %NULL if the content is not sealed
 * @change: the last change that wrote the record; 0 if it is not here
 * @version: how often the tree was written; 0 without a tree
 * @sequence: where the tree stands among those that have something to offer; 0 if it never had
 * @refused: (nullable): why the server refused it, in its own words
 *
 * A record as the replication sees it. The four stamps aside, what @record says
 * and what @change says belong together: both are read at one moment.
 */
typedef struct
{
  char          *id;
  TambourRecord *record;
  char          *tree;
  char          *rev;
  gint64         change;
  gint64         version;
  gint64         sequence;
  char          *refused;
} TambourReplicaEntry;

void tambour_replica_entry_free (TambourReplicaEntry *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourReplicaEntry, tambour_replica_entry_free)

/**
 * TambourReplicaWrite:
 * @id: the record's id
 * @expected: the entry's change as it was read
 * @version: the entry's version as it was read
 * @record: (nullable): the content to store; %NULL if the record stays as it is
 * @tree: (nullable): the tree; %NULL if it stays as it is
 * @rev: (nullable): the revision that the record's content is then
 * @is_offered: whether the server lacks something of the tree: it gets a new sequence
 * @was_stale: (out): it was left alone, because somebody has written the record or
 *   the tree since it was read: read the entry again
 * @failure: (out) (nullable): it was left alone, because no such record can be
 *   stored, now or ever: skip it
 *
 * What becomes of a record. The other writes of a batch do not suffer from one
 * that is stale or impossible.
 */
typedef struct
{
  char          *id;
  gint64         expected;
  gint64         version;
  TambourRecord *record;
  char          *tree;
  char          *rev;
  gboolean       is_offered;
  gboolean       was_stale;
  GError        *failure;
} TambourReplicaWrite;

TambourReplicaWrite *tambour_replica_write_new  (const TambourReplicaEntry *entry);
void                 tambour_replica_write_free (TambourReplicaWrite       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourReplicaWrite, tambour_replica_write_free)

/* Every function below blocks and may be called from any thread. Lists are of
 * (transfer full) (element-type TambourReplicaEntry) and free their elements.
 */

/* One entry for each of @ids (%NULL-terminated), in their order, all as they were at
 * one moment. Derived records never leave this computer and are not here.
 */
GPtrArray     *tambour_replica_read          (TambourStore        *store,
                                              const char * const  *ids,
                                              GError             **error);

/* Those whose content is newer than their tree, or that have none, removed ones
 * too: at most @limit, the oldest edit first.
 */
GPtrArray     *tambour_replica_list_unsealed (TambourStore        *store,
                                              guint                limit,
                                              GError             **error);

/* Those with a sequence above @after, by sequence: at most @limit. What the server
 * refused is among them.
 */
GPtrArray     *tambour_replica_list_offered  (TambourStore        *store,
                                              gint64               after,
                                              guint                limit,
                                              GError             **error);

/* Those that the server refused, the oldest first. */
GPtrArray     *tambour_replica_list_refused  (TambourStore        *store,
                                              guint                limit,
                                              GError             **error);

/* How many records are not sealed, or offered above @after and not refused; each once. -1 on failure. */
gint64         tambour_replica_count_waiting (TambourStore        *store,
                                              gint64               after,
                                              GError             **error);

/* How many the server refused. -1 on failure. */
gint64         tambour_replica_count_refused (TambourStore        *store,
                                              GError             **error);

/* The last sequence that was given. It never starts over, not even when all is
 * forgotten; only in a restored backup it is lower than it was.
 */
gint64         tambour_replica_last_sequence (TambourStore        *store);

/* (transfer full) (nullable): what the record said at @rev, rewound through the
 * history; the four stamps are those of now. %NULL without @error if this portfolio
 * never had that revision.
 */
TambourRecord *tambour_replica_read_revision (TambourStore        *store,
                                              const char          *id,
                                              const char          *rev,
                                              GError             **error);

/* Carries out @writes (element-type TambourReplicaWrite) in one transaction, but for
 * those that are stale or impossible, which are told so. A record that is received
 * obeys the field tables and no rule for people; its stamps are kept as they came, and
 * the history says by whom and when from its updated_by and updated_at. Content that is
 * stored already writes no history. A write for a record that is not here, without one,
 * does nothing.
 */
gboolean       tambour_replica_write         (TambourStore        *store,
                                              GPtrArray           *writes,
                                              GError             **error);

/* Keeps why the server refused a record, until it is offered anew; %NULL forgets it. */
gboolean       tambour_replica_note_refused  (TambourStore        *store,
                                              const char          *id,
                                              const char          *why,
                                              GError             **error);

/* Forgets every tree, mark and note, because the team is left or its server was
 * replaced; the records stay, all of them unsealed.
 */
gboolean       tambour_replica_forget        (TambourStore        *store,
                                              GError             **error);

G_END_DECLS
