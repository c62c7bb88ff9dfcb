/* tambour-push.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "tambour-push.h"

#include "tambour-couch-read.h"
#include "tambour-outgoing.h"
#include "tambour-revisions.h"
#include "tambour-seal.h"

/* Records that are looked at together. */
#define BATCH 500

/* As much as one request brings: about so many bytes. */
#define REQUEST_SIZE (1024 * 1024)

/* Requests that are under way at once. */
#define MOST_PARCELS 2

/* What is too large for the server is tried again after so long, in seconds: its limit may
 * have been raised.
 */
#define TRYING_LARGE_AGAIN (24 * 60 * 60)

#define TOO_LARGE N_("It is too large for the team’s server: make it smaller, or ask the administrator to raise the limit; it is tried again every day")

/* Some records, and what the server says that it lacks of them. */
typedef struct
{
  GPtrArray        *entries;
  gint64            last;
  TambourCouchCall *diff;
} Batch;

/* Documents under way. @last: if they are the last of their batch, how far that is */
typedef struct
{
  GPtrArray        *outgoing;
  TambourCouchCall *call;
  gint64            last;
} Parcel;

/* What is under way: while some documents are sent, the server says what it lacks of the
 * next records, and those after get their revisions. @again: what did not arrive in this
 * run, and waits for the next
 */
typedef struct
{
  TambourPeer *peer;
  GQueue       parcels;
  GHashTable  *again;
  gint64       until;
} Push;

static void
batch_free (Batch *batch)
{
  g_clear_pointer (&batch->entries, g_ptr_array_unref);
  g_clear_pointer (&batch->diff, tambour_couch_call_free);
  g_free (batch);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Batch, batch_free)

static void
parcel_free (Parcel *parcel)
{
  g_clear_pointer (&parcel->outgoing, g_ptr_array_unref);
  g_clear_pointer (&parcel->call, tambour_couch_call_free);
  g_free (parcel);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Parcel, parcel_free)

static void
push_clear (Push *self)
{
  g_queue_clear_full (&self->parcels, (GDestroyNotify) parcel_free);
  g_clear_pointer (&self->again, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Push, push_clear)

static GPtrArray *
list_leaves (Push      *self,
             GPtrArray *entries)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_couch_row_free);

  for (guint i = 0; i < entries->len; i++)
    {
      const TambourReplicaEntry *entry = g_ptr_array_index (entries, i);
      gboolean is_held = entry->refused != NULL || g_hash_table_contains (self->again, entry->id);
      g_autoptr(TambourRevisions) tree = is_held ? NULL : tambour_revisions_parse (entry->tree, NULL);

      if (tree != NULL)
        g_ptr_array_add (rows, tambour_couch_row_new (entry->id, tambour_revisions_list_leaves (tree)));
    }

  return rows;
}

/* What did not arrive is offered once more, so that what is written down of how far
 * this is may go on.
 */
static gboolean
offer_again (Push        *self,
             const char  *id,
             GError     **error)
{
  const char * const ids[] = { id, NULL };
  g_autoptr(GPtrArray) entries = tambour_replica_read (self->peer->store, ids, error);
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
  g_hash_table_add (self->again, g_strdup (id));

  return tambour_replica_write (self->peer->store, writes, error);
}

/* What waits for the next run is not left behind when this one goes on. */
static gboolean
hold_on (Push       *self,
         GPtrArray  *entries,
         GError    **error)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const TambourReplicaEntry *entry = g_ptr_array_index (entries, i);

      if (g_hash_table_contains (self->again, entry->id) && !offer_again (self, entry->id, error))
        return FALSE;
    }

  return TRUE;
}

static GPtrArray *
list_offered (Push    *self,
              gint64   after,
              GError **error)
{
  GPtrArray *entries = tambour_replica_list_offered (self->peer->store, after, BATCH, error);

  while (entries && entries->len > 0 &&
         ((TambourReplicaEntry *) g_ptr_array_index (entries, entries->len - 1))->sequence > self->until)
    g_ptr_array_set_size (entries, (gint) entries->len - 1);

  return entries;
}

/* Gives some of what was edited here its revisions, and asks what the server lacks of
 * the next records; that there are none is no failure.
 */
static gboolean
begin_batch (Push    *self,
             gint64   after,
             Batch  **next,
             GError **error)
{
  g_autoptr(GPtrArray) entries = NULL;
  g_autoptr(GPtrArray) rows = NULL;
  guint n_sealed;

  *next = NULL;
  if (!tambour_seal_some (self->peer, BATCH, &n_sealed, error))
    return FALSE;

  if (n_sealed > 0)
    self->until = tambour_replica_last_sequence (self->peer->store);

  if (!(entries = list_offered (self, after, error)))
    return FALSE;

  if (entries->len == 0)
    return TRUE;

  rows = list_leaves (self, entries);
  *next = g_new0 (Batch, 1);
  (*next)->last = ((TambourReplicaEntry *) g_ptr_array_index (entries, entries->len - 1))->sequence;
  if (rows->len > 0)
    (*next)->diff = tambour_couch_begin_diff (self->peer->couch, rows);
  (*next)->entries = g_steal_pointer (&entries);

  return hold_on (self, (*next)->entries, error);
}

static gboolean
note_refusal (Push                       *self,
              const TambourCouchRefusal  *refusal,
              GError                    **error)
{
  TambourPeer *peer = self->peer;
  TambourReplicaReason reason = refusal->is_too_large ? TAMBOUR_REPLICA_TOO_LARGE : TAMBOUR_REPLICA_FORBIDDEN;
  const char *why = refusal->is_too_large ? _(TOO_LARGE) : refusal->why;

  if (refusal->is_final)
    {
      peer->outcome.n_refused++;
      return tambour_replica_note_refused (peer->store, refusal->id, reason, why, error);
    }

  g_debug ("“%s” was not taken: %s", refusal->id, refusal->why);
  peer->outcome.n_failed++;

  return offer_again (self, refusal->id, error);
}

static gboolean
note_refusals (Push       *self,
               GPtrArray  *refusals,
               GError    **error)
{
  for (guint i = 0; i < refusals->len; i++)
    if (!note_refusal (self, g_ptr_array_index (refusals, i), error))
      return FALSE;

  return TRUE;
}

/* What waits is offered again, so that what is ready can go on. */
static gboolean
put_off (Push       *self,
         GPtrArray  *outgoing,
         GError    **error)
{
  for (guint i = outgoing->len; i > 0; i--)
    {
      const TambourOutgoing *one = g_ptr_array_index (outgoing, i - 1);

      if (one->text != NULL)
        continue;
      if (!offer_again (self, one->id, error))
        return FALSE;
      g_ptr_array_remove_index (outgoing, i - 1);
    }

  return TRUE;
}

/* What it has refused for good is not sent again with what it could not take. */
static void
note_known_refusals (Push         *self,
                     const GError *failure)
{
  g_autoptr(GPtrArray) refusals = tambour_couch_list_refusals (failure);

  if (refusals != NULL)
    note_refusals (self, refusals, NULL);
}

static gboolean
note_sent (Push              *self,
           TambourCouchCall  *call,
           guint              n,
           GError           **error)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(GPtrArray) refusals = tambour_couch_end_docs (call, &failure);

  if (refusals == NULL)
    {
      note_known_refusals (self, failure);
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  self->peer->outcome.n_sent += n - MIN (n, refusals->len);

  return note_refusals (self, refusals, error);
}

/* Why a server does not take a document that went alone. */
static gboolean
note_refused_alone (Push             *self,
                    TambourOutgoing  *one,
                    const GError     *failure,
                    GError          **error)
{
  const char *reason = tambour_net_error_get_reason (failure);
  const TambourCouchRefusal refusal = {
    .id = one->id,
    .is_final = TRUE,
    .is_too_large = g_error_matches (failure, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_TOO_LARGE),
    .why = (char *) (reason ? reason : failure->message),
  };

  return note_refusal (self, &refusal, error);
}

/* What the server took nothing of for what one of them is goes in halves, until that one is
 * alone. Any other @failure is passed on.
 */
static gboolean
send_halves (Push       *self,
             GPtrArray  *outgoing,
             guint       first,
             guint       n,
             GError     *failure,
             GError    **error)
{
  const guint parts[][2] = { { first, n / 2 }, { first + n / 2, n - n / 2 } };

  if (!tambour_couch_is_about_one (failure))
    {
      g_propagate_error (error, g_error_copy (failure));
      return FALSE;
    }

  if (n == 1)
    return note_refused_alone (self, g_ptr_array_index (outgoing, first), failure, error);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr(GBytes) body = tambour_outgoing_wrap (outgoing, parts[i][0], parts[i][1]);
      g_autoptr(GError) again = NULL;

      if (!note_sent (self, tambour_couch_begin_docs (self->peer->couch, body), parts[i][1], &again) &&
          !send_halves (self, outgoing, parts[i][0], parts[i][1], again, error))
        return FALSE;
    }

  return TRUE;
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
send_with_contents (Push             *self,
                    TambourOutgoing  *one,
                    GError          **error)
{
  TambourPeer *peer = self->peer;
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
    return note_refused_alone (self, one, failure, error);

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static gboolean
note_place (Push    *self,
            gint64   last,
            GError **error)
{
  g_autofree char *place = g_strdup_printf ("%" PRId64, last);

  tambour_peer_tell (self->peer, TAMBOUR_SYNC_DIRECTION_PUSH);

  return tambour_peer_advance (self->peer, TAMBOUR_SYNC_DIRECTION_PUSH, place, error);
}

/* The first parcel, all before it having arrived. */
static gboolean
end_parcel (Push    *self,
            GError **error)
{
  g_autoptr(Parcel) parcel = g_queue_pop_head (&self->parcels);
  g_autoptr(GError) failure = NULL;

  if (!note_sent (self, g_steal_pointer (&parcel->call), parcel->outgoing->len, &failure) &&
      !send_halves (self, parcel->outgoing, 0, parcel->outgoing->len, failure, error))
    return FALSE;

  return parcel->last == 0 || note_place (self, parcel->last, error);
}

static gboolean
end_parcels (Push    *self,
             guint    n_left,
             GError **error)
{
  while (self->parcels.length > n_left)
    if (!end_parcel (self, error))
      return FALSE;

  return TRUE;
}

/* What has contents that follow goes alone, the rest together. */
static gboolean
send_alone (Push       *self,
            GPtrArray  *outgoing,
            GError    **error)
{
  for (guint i = outgoing->len; i > 0; i--)
    {
      TambourOutgoing *one = g_ptr_array_index (outgoing, i - 1);

      if (one->following == NULL)
        continue;
      if (!send_with_contents (self, one, error))
        return FALSE;
      g_ptr_array_remove_index (outgoing, i - 1);
    }

  return TRUE;
}

/* Begins to send what is ready. */
static gboolean
post (Push       *self,
      GPtrArray  *outgoing,
      GError    **error)
{
  g_autoptr(GPtrArray) owned = outgoing;
  g_autoptr(GBytes) body = NULL;
  Parcel *parcel;

  if (!put_off (self, outgoing, error) || !send_alone (self, outgoing, error))
    return FALSE;

  if (outgoing->len == 0)
    return TRUE;

  body = tambour_outgoing_wrap (outgoing, 0, outgoing->len);
  parcel = g_new0 (Parcel, 1);
  parcel->call = tambour_couch_begin_docs (self->peer->couch, body);
  parcel->outgoing = g_steal_pointer (&owned);
  g_queue_push_tail (&self->parcels, parcel);

  return end_parcels (self, MOST_PARCELS, error);
}

static GPtrArray *
outgoing_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_outgoing_free);
}

static gboolean
send_batch (Push    *self,
            Batch   *batch,
            GError **error)
{
  g_autoptr(GPtrArray) outgoing = outgoing_new ();
  g_autoptr(GHashTable) lacking = NULL;

  if (batch->diff != NULL && !(lacking = tambour_couch_end_diff (g_steal_pointer (&batch->diff), error)))
    return FALSE;

  for (guint i = 0; lacking && i < batch->entries->len; i++)
    {
      const TambourReplicaEntry *entry = g_ptr_array_index (batch->entries, i);
      const char * const *leaves = g_hash_table_lookup (lacking, entry->id);

      if (leaves != NULL && !tambour_outgoing_add (self->peer, entry, leaves, outgoing, error))
        return FALSE;
      if (tambour_outgoing_weigh (outgoing) < REQUEST_SIZE)
        continue;
      if (!post (self, g_steal_pointer (&outgoing), error))
        return FALSE;
      outgoing = outgoing_new ();
    }

  if (!post (self, g_steal_pointer (&outgoing), error))
    return FALSE;

  if (self->parcels.length == 0)
    return note_place (self, batch->last, error);

  ((Parcel *) g_queue_peek_tail (&self->parcels))->last = batch->last;

  return TRUE;
}

/**
 * tambour_push_run:
 * @peer: a portfolio and its team's database, which have met
 * @error: return location for an error; what is written down was sent, and the next
 *   push goes on from there
 *
 * Gives what was edited here its revisions, and sends what the server lacks.
 *
 * Returns: %TRUE if the server has all that the portfolio had, or has said why not
 */
gboolean
tambour_push_run (TambourPeer  *peer,
                  GError      **error)
{
  g_auto(Push) self = { .peer = peer };
  g_autoptr(Batch) next = NULL;

  if (!tambour_replica_offer_refused (peer->store, TAMBOUR_REPLICA_TOO_LARGE,
                                      (TambourInstant) { g_get_real_time () / G_USEC_PER_SEC - TRYING_LARGE_AGAIN }, error))
    return FALSE;

  g_queue_init (&self.parcels);
  self.again = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.until = tambour_replica_last_sequence (peer->store);
  if (!begin_batch (&self, tambour_checkpoint_count (peer->sides[TAMBOUR_SYNC_DIRECTION_PUSH].place), &next, error))
    return FALSE;

  while (next != NULL)
    {
      g_autoptr(Batch) batch = g_steal_pointer (&next);

      if (!begin_batch (&self, batch->last, &next, error) || !send_batch (&self, batch, error))
        return FALSE;
    }

  return end_parcels (&self, 0, error);
}
