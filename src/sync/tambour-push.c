/* tambour-push.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <inttypes.h>

#include "tambour-push.h"

#include "tambour-couch-read.h"
#include "tambour-outgoing.h"
#include "tambour-reconcile.h"
#include "tambour-revisions.h"

/* Records that are looked at together. */
#define BATCH 500

/* As much as one request brings: about so many bytes. */
#define REQUEST_SIZE (1024 * 1024)

/* Some records, and what the server says that it lacks of them. */
typedef struct
{
  GPtrArray        *entries;
  gint64            last;
  TambourCouchCall *diff;
} Batch;

static void
batch_free (Batch *batch)
{
  g_clear_pointer (&batch->entries, g_ptr_array_unref);
  g_clear_pointer (&batch->diff, tambour_couch_call_free);
  g_free (batch);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Batch, batch_free)

static gboolean
seal_some (TambourPeer  *peer,
           guint        *n_sealed,
           GError      **error)
{
  g_autoptr(GPtrArray) entries = tambour_replica_list_unsealed (peer->store, BATCH, error);
  g_autoptr(GPtrArray) writes = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_replica_write_free);

  *n_sealed = 0;
  if (entries == NULL)
    return FALSE;

  for (guint i = 0; i < entries->len; i++)
    {
      TambourReplicaWrite *write = tambour_reconcile_seal (g_ptr_array_index (entries, i), peer->author, NULL);

      if (write != NULL)
        g_ptr_array_add (writes, write);
    }

  *n_sealed = writes->len;

  return writes->len == 0 || tambour_replica_write (peer->store, writes, error);
}

/**
 * tambour_push_seal:
 * @peer: a portfolio and its team's database
 * @error: return location for an error
 *
 * Gives what was edited here since the last time its revisions, before anything of
 * it is sent.
 *
 * Returns: %TRUE if every record has one
 */
gboolean
tambour_push_seal (TambourPeer  *peer,
                   GError      **error)
{
  guint n_sealed;

  do
    if (!seal_some (peer, &n_sealed, error))
      return FALSE;
  while (n_sealed == BATCH);

  return TRUE;
}

static GPtrArray *
list_leaves (GPtrArray *entries)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_couch_row_free);

  for (guint i = 0; i < entries->len; i++)
    {
      const TambourReplicaEntry *entry = g_ptr_array_index (entries, i);
      g_autoptr(TambourRevisions) tree = entry->refused ? NULL : tambour_revisions_parse (entry->tree, NULL);

      if (tree != NULL)
        g_ptr_array_add (rows, tambour_couch_row_new (entry->id, tambour_revisions_list_leaves (tree)));
    }

  return rows;
}

/* Asks what the server lacks of the next records; none is no failure. */
static gboolean
begin_batch (TambourPeer  *peer,
             gint64        after,
             gint64        until,
             Batch       **next,
             GError      **error)
{
  g_autoptr(GPtrArray) entries = tambour_replica_list_offered (peer->store, after, BATCH, error);
  g_autoptr(GPtrArray) rows = NULL;

  *next = NULL;
  if (entries == NULL)
    return FALSE;

  while (entries->len > 0 && ((TambourReplicaEntry *) g_ptr_array_index (entries, entries->len - 1))->sequence > until)
    g_ptr_array_set_size (entries, (gint) entries->len - 1);

  if (entries->len == 0)
    return TRUE;

  rows = list_leaves (entries);
  *next = g_new0 (Batch, 1);
  (*next)->last = ((TambourReplicaEntry *) g_ptr_array_index (entries, entries->len - 1))->sequence;
  (*next)->entries = g_steal_pointer (&entries);
  if (rows->len > 0)
    (*next)->diff = tambour_couch_begin_diff (peer->couch, rows);

  return TRUE;
}

/* What did not arrive is offered once more, so that what is written down of how far
 * this is may go on.
 */
static gboolean
offer_again (TambourPeer  *peer,
             const char   *id,
             GError      **error)
{
  const char * const ids[] = { id, NULL };
  g_autoptr(GPtrArray) entries = tambour_replica_read (peer->store, ids, error);
  g_autoptr(GPtrArray) writes = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_replica_write_free);
  TambourReplicaEntry *entry;
  TambourReplicaWrite *write;

  if (entries == NULL)
    return FALSE;

  entry = g_ptr_array_index (entries, 0);
  write = tambour_replica_write_new (entry);
  write->tree = g_strdup (entry->tree);
  write->is_offered = TRUE;
  g_ptr_array_add (writes, write);

  return tambour_replica_write (peer->store, writes, error);
}

static gboolean
note_refusal (TambourPeer                *peer,
              const TambourCouchRefusal  *refusal,
              GError                    **error)
{
  if (refusal->is_final)
    {
      peer->outcome.n_refused++;
      return tambour_replica_note_refused (peer->store, refusal->id, refusal->why, error);
    }

  g_debug ("“%s” was not taken: %s", refusal->id, refusal->why);
  peer->outcome.n_failed++;

  return offer_again (peer, refusal->id, error);
}

static gboolean
note_refusals (TambourPeer  *peer,
               GPtrArray    *refusals,
               GError      **error)
{
  for (guint i = 0; i < refusals->len; i++)
    if (!note_refusal (peer, g_ptr_array_index (refusals, i), error))
      return FALSE;

  return TRUE;
}

/* What waits is offered again, so that what is ready can go on. */
static gboolean
put_off (TambourPeer  *peer,
         GPtrArray    *outgoing,
         GError      **error)
{
  for (guint i = outgoing->len; i > 0; i--)
    {
      const TambourOutgoing *one = g_ptr_array_index (outgoing, i - 1);

      if (one->text != NULL)
        continue;
      if (!offer_again (peer, one->id, error))
        return FALSE;
      g_ptr_array_remove_index (outgoing, i - 1);
    }

  return TRUE;
}

static gboolean
send_part (TambourPeer  *peer,
           GPtrArray    *outgoing,
           guint         first,
           guint         n,
           GError      **error)
{
  g_autoptr(GBytes) body = tambour_outgoing_wrap (outgoing, first, n);
  g_autoptr(GError) failure = NULL;
  g_autoptr(GPtrArray) refusals = tambour_couch_end_docs (tambour_couch_begin_docs (peer->couch, body), &failure);

  if (g_error_matches (failure, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_TOO_LARGE))
    {
      const TambourOutgoing *alone = g_ptr_array_index (outgoing, first);
      const TambourCouchRefusal refusal = { alone->id, TRUE, failure->message };

      if (n == 1)
        return note_refusal (peer, &refusal, error);

      return send_part (peer, outgoing, first, n / 2, error) && send_part (peer, outgoing, first + n / 2, n - n / 2, error);
    }

  if (refusals == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  peer->outcome.n_sent += n - MIN (n, refusals->len);

  return note_refusals (peer, refusals, error);
}

/* What a document names and is too large to stand in it, after it. */
static GPtrArray *
read_following (TambourPeer      *peer,
                TambourOutgoing  *one,
                GError          **error)
{
  g_autoptr(GPtrArray) contents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; one->following[i]; i++)
    {
      GBytes *bytes = tambour_store_read_content (peer->store, one->following[i], error);

      if (bytes == NULL)
        return NULL;
      g_ptr_array_add (contents, bytes);
    }

  return g_steal_pointer (&contents);
}

static gboolean
send_with_contents (TambourPeer      *peer,
                    TambourOutgoing  *one,
                    GError          **error)
{
  g_autoptr(GPtrArray) contents = read_following (peer, one, error);
  g_autoptr(GError) failure = NULL;

  if (contents == NULL)
    return FALSE;

  if (tambour_couch_put_parts (peer->couch, one->id, one->text, (const char * const *) one->following, contents, &failure))
    {
      peer->outcome.n_sent++;
      return TRUE;
    }

  if (g_error_matches (failure, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_FORBIDDEN) ||
      g_error_matches (failure, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_REFUSED) ||
      g_error_matches (failure, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_TOO_LARGE))
    {
      const char *reason = tambour_net_error_get_reason (failure);
      const TambourCouchRefusal refusal = { one->id, TRUE, (char *) (reason ? reason : failure->message) };

      return note_refusal (peer, &refusal, error);
    }

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/* Sends what is ready, and empties @outgoing. */
static gboolean
flush (TambourPeer  *peer,
       GPtrArray    *outgoing,
       GError      **error)
{
  if (!put_off (peer, outgoing, error))
    return FALSE;

  for (guint i = outgoing->len; i > 0; i--)
    {
      TambourOutgoing *one = g_ptr_array_index (outgoing, i - 1);

      if (one->following == NULL)
        continue;
      if (!send_with_contents (peer, one, error))
        return FALSE;
      g_ptr_array_remove_index (outgoing, i - 1);
    }

  if (outgoing->len > 0 && !send_part (peer, outgoing, 0, outgoing->len, error))
    return FALSE;

  g_ptr_array_set_size (outgoing, 0);
  tambour_peer_tell (peer, TAMBOUR_SYNC_DIRECTION_PUSH);

  return TRUE;
}

static gboolean
send_batch (TambourPeer  *peer,
            Batch        *batch,
            GError      **error)
{
  g_autofree char *place = g_strdup_printf ("%" PRId64, batch->last);
  g_autoptr(GPtrArray) outgoing = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_outgoing_free);
  g_autoptr(GHashTable) lacking = NULL;

  if (batch->diff != NULL && !(lacking = tambour_couch_end_diff (g_steal_pointer (&batch->diff), error)))
    return FALSE;

  for (guint i = 0; lacking && i < batch->entries->len; i++)
    {
      const TambourReplicaEntry *entry = g_ptr_array_index (batch->entries, i);
      const char * const *leaves = g_hash_table_lookup (lacking, entry->id);

      if (leaves != NULL && !tambour_outgoing_add (peer, entry, leaves, outgoing, error))
        return FALSE;
      if (tambour_outgoing_weigh (outgoing) > REQUEST_SIZE && !flush (peer, outgoing, error))
        return FALSE;
    }

  return flush (peer, outgoing, error) && tambour_peer_advance (peer, TAMBOUR_SYNC_DIRECTION_PUSH, place, error);
}

/**
 * tambour_push_run:
 * @peer: a portfolio and its team's database, which have met
 * @error: return location for an error; what is written down was sent, and the next
 *   push goes on from there
 *
 * Sends what the server lacks. While some records are sent, the server says what it
 * lacks of the next.
 *
 * Returns: %TRUE if the server has all that the portfolio had, or has said why not
 */
gboolean
tambour_push_run (TambourPeer  *peer,
                  GError      **error)
{
  g_autoptr(Batch) next = NULL;
  gint64 until;

  if (!tambour_push_seal (peer, error))
    return FALSE;

  until = tambour_replica_last_sequence (peer->store);
  if (!begin_batch (peer, tambour_checkpoint_count (peer->sides[TAMBOUR_SYNC_DIRECTION_PUSH].place), until, &next, error))
    return FALSE;

  while (next != NULL)
    {
      g_autoptr(Batch) batch = g_steal_pointer (&next);

      if (!begin_batch (peer, batch->last, until, &next, error) || !send_batch (peer, batch, error))
        return FALSE;
    }

  return TRUE;
}
