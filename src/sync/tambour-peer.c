/* tambour-peer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-peer-private.h"

#include "tambour-answer.h"
#include "tambour-couch-read.h"
#include "tambour-erased.h"
#include "tambour-look.h"
#include "tambour-replica.h"
#include "tambour-time.h"

/* Where the portfolio keeps what names it, and its checkpoints. */
#define SETTINGS "sync."
#define REPLICA_SETTING SETTINGS "replica"

G_DEFINE_QUARK (tambour-sync-error-quark, tambour_sync_error)

/**
 * tambour_peer_new:
 * @store: a portfolio
 * @couch: (transfer full): its team's database
 * @server: whose database it is
 *
 * Returns: (transfer full): both, for the thread that made @couch
 */
TambourPeer *
tambour_peer_new (TambourStore        *store,
                  TambourCouch        *couch,
                  const TambourServer *server)
{
  TambourPeer *self = g_new0 (TambourPeer, 1);

  self->store = g_object_ref (store);
  self->couch = couch;
  self->url = g_strdup (server->url);
  self->author = g_strdup (server->user);
  self->session = tambour_id_new ();
  self->people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->retries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  self->missed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->outcome.total = -1;

  return self;
}

/**
 * tambour_peer_free:
 * @self: (transfer full): a portfolio and its team's database
 */
void
tambour_peer_free (TambourPeer *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->sides); i++)
    tambour_peer_side_clear (&self->sides[i]);
  g_clear_pointer (&self->people, g_hash_table_unref);
  g_clear_pointer (&self->retries, g_hash_table_unref);
  g_clear_pointer (&self->missed, g_hash_table_unref);
  g_clear_pointer (&self->couch, tambour_couch_free);
  g_clear_object (&self->store);
  g_clear_pointer (&self->url, g_free);
  g_clear_pointer (&self->author, g_free);
  g_clear_pointer (&self->session, g_free);
  g_free (self);
}

/**
 * tambour_peer_tell:
 * @self: a portfolio and its team's database
 * @direction: what is going on
 *
 * Tells whoever wants to know how far it is.
 */
void
tambour_peer_tell (TambourPeer          *self,
                   TambourSyncDirection  direction)
{
  if (self->func != NULL)
    self->func (direction, &self->outcome, self->user_data);
}

/* A portfolio gets its name when it first meets a server. */
static char *
dup_replica (TambourStore  *store,
             GError       **error)
{
  g_autofree char *replica = tambour_store_dup_setting (store, REPLICA_SETTING);

  if (replica == NULL)
    {
      replica = tambour_id_new ();
      if (!tambour_store_set_setting (store, REPLICA_SETTING, replica, error))
        return NULL;
    }

  return g_steal_pointer (&replica);
}

static gboolean
load_side (TambourPeer           *self,
           TambourSyncDirection   direction,
           const char            *replica,
           GError               **error)
{
  TambourPeerSide *side = &self->sides[direction];

  tambour_peer_side_clear (side);
  side->id = tambour_checkpoint_dup_id (direction, self->url, replica);
  side->here = tambour_peer_read_here (self->store, side->id);
  side->is_behind = FALSE;

  if (!tambour_couch_get_local (self->couch, side->id, &side->there, error))
    return FALSE;

  side->place = tambour_checkpoint_dup_common (side->here, side->there);

  return TRUE;
}

/* A server that remembers nothing of us, though we have been there, is another one: made
 * anew.
 */
static gboolean
has_been_replaced (TambourPeer *self)
{
  const TambourPeerSide *pull = &self->sides[TAMBOUR_SYNC_DIRECTION_PULL];

  return pull->place == NULL && !tambour_checkpoint_is_empty (pull->here);
}

/* One that has forgotten the last that it wrote down is an old backup. It goes on from what
 * it does know, and gets again what came after, also what others had sent who may be gone.
 */
static gboolean
has_been_restored (TambourPeer *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->sides); i++)
    if (tambour_checkpoint_is_behind (self->sides[i].there, self->sides[i].here))
      return TRUE;

  return FALSE;
}

static gboolean
start_over (TambourPeer             *self,
            const TambourCouchInfo  *info,
            GError                 **error)
{
  if (has_been_replaced (self))
    for (guint i = 0; i < G_N_ELEMENTS (self->sides); i++)
      g_clear_pointer (&self->sides[i].place, g_free);

  return tambour_replica_offer_all (self->store, error) && tambour_erased_note (self, info, error);
}

static gboolean
find_places (TambourPeer             *self,
             const TambourCouchInfo  *info,
             GError                 **error)
{
  TambourPeerSide *push = &self->sides[TAMBOUR_SYNC_DIRECTION_PUSH];

  if ((has_been_replaced (self) || has_been_restored (self)) && !start_over (self, info, error))
    return FALSE;

  /* So is a portfolio that is an old backup. */
  if (push->place && tambour_checkpoint_count (push->place) > tambour_replica_last_sequence (self->store))
    g_clear_pointer (&push->place, g_free);

  for (guint i = 0; i < G_N_ELEMENTS (self->sides); i++)
    if (self->sides[i].place == NULL)
      self->sides[i].place = g_strdup ("0");

  return TRUE;
}

/* Who meets a database for the first time takes a look before anything is written. */
static gboolean
check_ours (TambourPeer  *self,
            GError      **error)
{
  const TambourPeerSide *pull = &self->sides[TAMBOUR_SYNC_DIRECTION_PULL];

  if (!tambour_checkpoint_is_empty (pull->here) || !tambour_checkpoint_is_empty (pull->there))
    return TRUE;

  return tambour_look_is_ours (self->couch, self->url, error);
}

/**
 * tambour_peer_meet:
 * @self: a portfolio and its team's database
 * @error: return location for a #TambourSyncError, or for any other
 *
 * Finds out where both stand, from the checkpoints of both sides.
 *
 * Returns: %TRUE if that is known
 */
gboolean
tambour_peer_meet (TambourPeer  *self,
                   GError      **error)
{
  g_autoptr(TambourCouchInfo) info = tambour_look_read_info (self->couch, self->url, error);
  g_autofree char *replica = NULL;

  if (info == NULL)
    return FALSE;

  self->has_met = TRUE;
  tambour_peer_load_retries (self);
  if (!(replica = dup_replica (self->store, error)))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (self->sides); i++)
    if (!load_side (self, (TambourSyncDirection) i, replica, error))
      return FALSE;

  return check_ours (self, error) && find_places (self, info, error) && tambour_erased_look (self, info, error);
}

/* What the portfolio keeps of a replication, also before anybody was met. */
static JsonObject *
peek_here (TambourStore         *store,
           const char           *url,
           TambourSyncDirection  direction)
{
  g_autofree char *replica = dup_replica (store, NULL);
  g_autofree char *id = replica ? tambour_checkpoint_dup_id (direction, url, replica) : NULL;

  return id ? tambour_peer_read_here (store, id) : NULL;
}

/**
 * tambour_peer_get_last:
 * @self: a portfolio and its team's database, whether they have met or not
 *
 * Returns: when something last came or went, in seconds since the epoch;
 *   %TAMBOUR_NEVER if nothing did
 */
gint64
tambour_peer_get_last (TambourPeer *self)
{
  gint64 last = TAMBOUR_NEVER;

  for (guint i = 0; i < G_N_ELEMENTS (self->sides); i++)
    {
      g_autoptr(JsonObject) here = peek_here (self->store, self->url, (TambourSyncDirection) i);
      gint64 at = tambour_checkpoint_get_time (here);

      if (last == TAMBOUR_NEVER || (at != TAMBOUR_NEVER && at > last))
        last = at;
    }

  return last;
}

/**
 * tambour_peer_count_unsent:
 * @store: a portfolio
 * @url: its team's database, which nobody has to reach for this
 *
 * Returns: how many records have edits that, by what is written down, did not go there; -1 on failure
 */
gint64
tambour_peer_count_unsent (TambourStore *store,
                           const char   *url)
{
  g_autoptr(JsonObject) here = peek_here (store, url, TAMBOUR_SYNC_DIRECTION_PUSH);
  const char *place = here ? tambour_answer_peek_text (here, "source_last_seq") : NULL;

  return tambour_replica_count_waiting (store, MAX (tambour_checkpoint_count (place), 0), NULL);
}

/**
 * tambour_peer_count_waiting:
 * @self: a portfolio and its team's database, whether they have met or not
 *
 * Returns: how many records have edits that the server lacks; -1 on failure
 */
gint64
tambour_peer_count_waiting (TambourPeer *self)
{
  const char *place = self->sides[TAMBOUR_SYNC_DIRECTION_PUSH].place;

  if (place == NULL)
    return tambour_peer_count_unsent (self->store, self->url);

  return tambour_replica_count_waiting (self->store, MAX (tambour_checkpoint_count (place), 0), NULL);
}

/**
 * tambour_peer_forget:
 * @store: a portfolio
 * @error: return location for an error
 *
 * Forgets that the portfolio was ever kept in step with a server. The records stay.
 *
 * Returns: %TRUE if nothing of it is left
 */
gboolean
tambour_peer_forget (TambourStore  *store,
                     GError       **error)
{
  g_auto(GStrv) names = tambour_store_list_settings (store, SETTINGS, error);

  for (guint i = 0; names && names[i]; i++)
    if (!tambour_store_set_setting (store, names[i], NULL, error))
      return FALSE;

  return names != NULL && tambour_replica_forget (store, error);
}
