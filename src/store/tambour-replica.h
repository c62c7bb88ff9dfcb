/* tambour-replica.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-store.h"

G_BEGIN_DECLS

/**
 * TambourReplicaReason:
 * @TAMBOUR_REPLICA_FORBIDDEN: a rule of the server's forbids what it says: it is offered
 *   again when it changes
 * @TAMBOUR_REPLICA_TOO_LARGE: it is larger than the server takes: it is offered again when
 *   it changes, and now and then
 * @TAMBOUR_REPLICA_ERASED: an administrator erased it there for good: it is offered again
 *   only when somebody here says so
 *
 * Why a server does not get a record.
 */
typedef enum
{
  TAMBOUR_REPLICA_FORBIDDEN,
  TAMBOUR_REPLICA_TOO_LARGE,
  TAMBOUR_REPLICA_ERASED,
} TambourReplicaReason;

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
 * @reason: the same, where @refused says something
 *
 * A record as the replication sees it. The four stamps aside, what @record says
 * and what @change says belong together: both are read at one moment.
 */
typedef struct
{
  char                 *id;
  TambourRecord        *record;
  char                 *tree;
  char                 *rev;
  gint64                change;
  gint64                version;
  gint64                sequence;
  char                 *refused;
  TambourReplicaReason  reason;
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
 * @forgotten: (nullable) (array zero-terminated=1): revisions that @tree does not know any
 *   more: what the record said at them is not asked for again
 * @is_offered: whether the server lacks something of the tree: it gets a new sequence
 * @part_of: (nullable): a write that stands before it: when that is left alone, so is
 *   this
 * @was_stale: (out): it was left alone, because somebody has written the record or
 *   the tree since it was read: read the entry again
 * @failure: (out) (nullable): it was left alone, because no such record can be
 *   stored, now or ever: skip it
 *
 * What becomes of a record. The other writes of a batch do not suffer from one
 * that is stale or impossible.
 */
typedef struct _TambourReplicaWrite TambourReplicaWrite;

struct _TambourReplicaWrite
{
  char                      *id;
  gint64                     expected;
  gint64                     version;
  TambourRecord             *record;
  char                      *tree;
  char                      *rev;
  GStrv                      forgotten;
  gboolean                   is_offered;
  const TambourReplicaWrite *part_of;
  gboolean                   was_stale;
  GError                    *failure;

  /*< private >*/
  gint64                     row;
};

TambourReplicaWrite *tambour_replica_write_new  (const TambourReplicaEntry *entry);
void                 tambour_replica_write_free (TambourReplicaWrite       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourReplicaWrite, tambour_replica_write_free)

/**
 * TambourReplicaContent:
 * @hash: what names the content
 * @id: a record that has it
 *
 * The content of a file that is needed here.
 */
typedef struct
{
  char *hash;
  char *id;
} TambourReplicaContent;

void tambour_replica_content_free (TambourReplicaContent *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourReplicaContent, tambour_replica_content_free)

/* Every function below blocks and may be called from any thread. */
GPtrArray     *tambour_replica_read          (TambourStore          *store,
                                              const char * const    *ids,
                                              GError               **error);
TambourRecord *tambour_replica_read_revision (TambourStore          *store,
                                              const char            *id,
                                              const char            *rev,
                                              GError               **error);
GPtrArray     *tambour_replica_list_unsealed (TambourStore          *store,
                                              guint                  limit,
                                              GError               **error);
GPtrArray     *tambour_replica_list_offered  (TambourStore          *store,
                                              gint64                 after,
                                              guint                  limit,
                                              GError               **error);
GPtrArray     *tambour_replica_list_refused  (TambourStore          *store,
                                              guint                  limit,
                                              GError               **error);
GPtrArray     *tambour_replica_list_sealed   (TambourStore          *store,
                                              gint64                 after,
                                              guint                  limit,
                                              GError               **error);
gint64         tambour_replica_count_waiting (TambourStore          *store,
                                              gint64                 after,
                                              GError               **error);
gint64         tambour_replica_count_refused (TambourStore          *store,
                                              GError               **error);
gint64         tambour_replica_last_sequence (TambourStore          *store);
GPtrArray     *tambour_replica_list_needed   (TambourStore          *store,
                                              const char            *after,
                                              guint                  limit,
                                              GError               **error);
gboolean       tambour_replica_write         (TambourStore          *store,
                                              GPtrArray             *writes,
                                              GError               **error);
gboolean       tambour_replica_offer_all     (TambourStore          *store,
                                              GError               **error);
gboolean       tambour_replica_offer_again   (TambourStore          *store,
                                              const char            *id,
                                              GError               **error);
gboolean       tambour_replica_offer_refused (TambourStore          *store,
                                              TambourReplicaReason   reason,
                                              TambourInstant         before,
                                              GError               **error);
gboolean       tambour_replica_note_refused  (TambourStore          *store,
                                              const char            *id,
                                              TambourReplicaReason   reason,
                                              const char            *why,
                                              GError               **error);
gboolean       tambour_replica_forget        (TambourStore          *store,
                                              GError               **error);

G_END_DECLS
