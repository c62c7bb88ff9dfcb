/* tambour-arrivals.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "tambour-arrivals.h"

#include "tambour-answer.h"
#include "tambour-couch-document.h"
#include "tambour-couch-read.h"
#include "tambour-reconcile.h"
#include "tambour-replica.h"
#include "tambour-time.h"

/* Somebody edits here what comes from there: it is looked at again. Nobody edits
 * faster than this gives up.
 */
#define MOST_ATTEMPTS 20

/* What has come, by document. */
typedef struct
{
  TambourPeer *peer;
  GPtrArray   *ids;
  GHashTable  *received;
} Arrival;

static void
arrival_clear (Arrival *self)
{
  g_clear_pointer (&self->ids, g_ptr_array_unref);
  g_clear_pointer (&self->received, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arrival, arrival_clear)

static GStrv
list_unknown (const TambourCouchRow *row,
              TambourRevisions      *tree)
{
  g_autoptr(GStrvBuilder) unknown = g_strv_builder_new ();

  for (guint i = 0; row->revs[i]; i++)
    if (tree == NULL || !tambour_revisions_has (tree, row->revs[i]))
      g_strv_builder_add (unknown, row->revs[i]);

  return g_strv_builder_end (unknown);
}

static GStrv
list_ids (GPtrArray *rows)
{
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < rows->len; i++)
    g_strv_builder_add (ids, ((TambourCouchRow *) g_ptr_array_index (rows, i))->id);

  return g_strv_builder_end (ids);
}

/* What an administrator had erased somebody has sent once more. */
static gboolean
release (TambourPeer                *peer,
         const TambourReplicaEntry  *entry,
         GError                    **error)
{
  return entry->refused == NULL || entry->reason != TAMBOUR_REPLICA_ERASED || tambour_replica_offer_again (peer->store, entry->id, error);
}

/* @is_news: whether the server has just told of @rows */
static GPtrArray *
list_lacking (TambourPeer  *peer,
              GPtrArray    *rows,
              gboolean      is_news,
              GError      **error)
{
  g_auto(GStrv) ids = list_ids (rows);
  g_autoptr(GPtrArray) entries = tambour_replica_read (peer->store, (const char * const *) ids, error);
  g_autoptr(GPtrArray) lacking = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_couch_row_free);

  for (guint i = 0; entries && i < entries->len; i++)
    {
      const TambourReplicaEntry *entry = g_ptr_array_index (entries, i);
      const TambourCouchRow *row = g_ptr_array_index (rows, i);
      g_autoptr(TambourRevisions) tree = entry->tree ? tambour_revisions_parse (entry->tree, NULL) : NULL;
      g_auto(GStrv) unknown = NULL;

      if (*row->id == '_')
        continue;
      if (is_news && !release (peer, entry, error))
        return NULL;

      unknown = list_unknown (row, tree);
      if (unknown[0] != NULL)
        g_ptr_array_add (lacking, tambour_couch_row_new (row->id, g_steal_pointer (&unknown)));
    }

  return entries ? g_steal_pointer (&lacking) : NULL;
}

/**
 * tambour_arrivals_list_lacking:
 * @peer: a portfolio and its team's database
 * @changes: what has changed there
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type TambourCouchRow): what of it the
 *   portfolio lacks
 */
GPtrArray *
tambour_arrivals_list_lacking (TambourPeer          *peer,
                               TambourCouchChanges  *changes,
                               GError              **error)
{
  return list_lacking (peer, changes->rows, TRUE, error);
}

/**
 * tambour_arrivals_list_again:
 * @peer: a portfolio and its team's database
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type TambourCouchRow): what could not be had
 *   and has not come otherwise, such as with what somebody wrote after it
 */
GPtrArray *
tambour_arrivals_list_again (TambourPeer  *peer,
                             GError      **error)
{
  g_autoptr(GPtrArray) rows = tambour_peer_list_retries (peer);
  GPtrArray *lacking = rows->len > 0 ? list_lacking (peer, rows, FALSE, error) : g_steal_pointer (&rows);

  if (lacking != NULL)
    tambour_peer_set_retries (peer, lacking);

  return lacking;
}

/* What the ancestor said is asked of the server where the portfolio never had it. */
static TambourRecord *
find_cb (const char *id,
         const char *rev,
         gpointer    data)
{
  TambourPeer *peer = data;
  TambourRecord *found = tambour_replica_read_revision (peer->store, id, rev, NULL);
  const char * const revs[] = { rev, NULL };
  TambourCouchRow row = { (char *) id, (GStrv) revs };
  g_autoptr(GPtrArray) leaves = NULL;

  if (found == NULL)
    leaves = tambour_couch_end_leaves (tambour_couch_begin_leaves (peer->couch, &row, FALSE), NULL);

  for (guint i = 0; leaves && i < leaves->len && found == NULL; i++)
    {
      const TambourCouchLeaf *leaf = g_ptr_array_index (leaves, i);

      if (leaf->received != NULL && g_strcmp0 (leaf->rev, rev) == 0)
        found = tambour_couch_document_unpack (leaf->received->document, NULL);
    }

  return found;
}

static gboolean
has_cb (const char *id,
        gpointer    data)
{
  TambourPeer *peer = data;
  const char * const ids[] = { id, NULL };
  g_autoptr(GPtrArray) entries = tambour_replica_read (peer->store, ids, NULL);

  return entries != NULL && ((TambourReplicaEntry *) g_ptr_array_index (entries, 0))->record != NULL;
}

/* Whoever else wrote what comes, and not long ago, is there. */
static void
note_person (TambourPeer *peer,
             JsonObject  *document)
{
  const char *who = tambour_answer_peek_text (document, "updated_by");
  const char *when = tambour_answer_peek_text (document, "updated_at");
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  TambourInstant at;
  const gint64 *known;

  if (who == NULL || when == NULL || g_strcmp0 (who, peer->author) == 0 || !tambour_instant_parse (when, &at) ||
      at.seconds < now - TAMBOUR_PEER_LATELY)
    return;

  known = g_hash_table_lookup (peer->people, who);
  if (known == NULL || *known < at.seconds)
    g_hash_table_insert (peer->people, g_strdup (who), g_memdup2 (&at.seconds, sizeof at.seconds));
}

static void
add_leaf (Arrival          *self,
          TambourCouchLeaf *leaf)
{
  GPtrArray *received = g_hash_table_lookup (self->received, leaf->id);

  if (received == NULL)
    {
      received = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_received_free);
      g_hash_table_insert (self->received, g_strdup (leaf->id), received);
      g_ptr_array_add (self->ids, g_strdup (leaf->id));
    }

  note_person (self->peer, leaf->received->document);
  g_ptr_array_add (received, g_steal_pointer (&leaf->received));
}

/* A tombstone may say nothing of what it was of. */
static void
sort_leaf (Arrival          *self,
           TambourCouchLeaf *leaf)
{
  if (leaf->failure != NULL && leaf->rev != NULL)
    {
      if (leaf->is_gone)
        tambour_peer_miss (self->peer, leaf->id, leaf->rev);
      else
        tambour_peer_retry (self->peer, leaf->id, leaf->rev);
      return;
    }

  if (leaf->failure != NULL)
    return;

  tambour_peer_end_retry (self->peer, leaf->id, (const char * const *) leaf->received->path);

  if (leaf->received->is_deleted || tambour_couch_document_is_ours (leaf->received->document))
    add_leaf (self, leaf);
  else
    self->peer->outcome.n_skipped++;
}

static gboolean
reconcile (Arrival             *self,
           TambourReplicaEntry *entry,
           GPtrArray           *writes)
{
  const TambourLookup lookup = { find_cb, has_cb, self->peer, self->peer->author };
  g_autoptr(GError) failure = NULL;

  if (tambour_reconcile (entry, g_hash_table_lookup (self->received, entry->id), &lookup, writes, &failure))
    return TRUE;

  g_debug ("“%s” cannot be taken: %s", entry->id, failure->message);
  self->peer->outcome.n_skipped++;

  return FALSE;
}

/* Those that have to be looked at again. */
static GPtrArray *
list_stale (Arrival   *self,
            GPtrArray *writes)
{
  TambourSyncOutcome *outcome = &self->peer->outcome;
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *stale = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < writes->len; i++)
    {
      const TambourReplicaWrite *write = g_ptr_array_index (writes, i);

      if (write->failure != NULL)
        {
          g_debug ("“%s” cannot be stored: %s", write->id, write->failure->message);
          outcome->n_skipped++;
        }
      else if (write->was_stale && g_hash_table_contains (self->received, write->id) && g_hash_table_add (seen, write->id))
        {
          g_ptr_array_add (stale, g_strdup (write->id));
        }
      else if (!write->was_stale && write->record != NULL)
        {
          outcome->n_received++;
        }
    }

  return stale;
}

static gboolean
store_once (Arrival  *self,
            GError  **error)
{
  g_autoptr(GPtrArray) entries = NULL;
  g_autoptr(GPtrArray) writes = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_replica_write_free);

  g_ptr_array_add (self->ids, NULL);
  if (!(entries = tambour_replica_read (self->peer->store, (const char * const *) self->ids->pdata, error)))
    return FALSE;

  for (guint i = 0; i < entries->len; i++)
    reconcile (self, g_ptr_array_index (entries, i), writes);

  if (writes->len > 0 && !tambour_replica_write (self->peer->store, writes, error))
    return FALSE;

  g_clear_pointer (&self->ids, g_ptr_array_unref);
  self->ids = list_stale (self, writes);

  return TRUE;
}

static void
put_off (Arrival    *self,
         const char *id)
{
  GPtrArray *received = g_hash_table_lookup (self->received, id);
  const TambourReceived *first = g_ptr_array_index (received, 0);

  tambour_peer_retry (self->peer, id, first->path[0]);
}

/**
 * tambour_arrivals_store:
 * @peer: a portfolio and its team's database
 * @leaves: (element-type TambourCouchLeaf): what has come; it is used up
 * @error: return location for an error
 *
 * Stores what has come in one transaction, merged with what is here. What somebody
 * edits meanwhile is looked at again; what could not be had is remembered.
 *
 * Returns: %TRUE if it is stored
 */
gboolean
tambour_arrivals_store (TambourPeer  *peer,
                        GPtrArray    *leaves,
                        GError      **error)
{
  g_auto(Arrival) self = { .peer = peer };

  self.ids = g_ptr_array_new_with_free_func (g_free);
  self.received = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < leaves->len; i++)
    sort_leaf (&self, g_ptr_array_index (leaves, i));

  for (guint i = 0; i < MOST_ATTEMPTS && self.ids->len > 0; i++)
    if (!store_once (&self, error))
      return FALSE;

  for (guint i = 0; i < self.ids->len; i++)
    put_off (&self, g_ptr_array_index (self.ids, i));

  return tambour_peer_check_retries (peer, error);
}
