/* tambour-peer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-peer-private.h"

#include "tambour-answer.h"
#include "tambour-couch-read.h"
#include "tambour-look.h"
#include "tambour-replica.h"
#include "tambour-time.h"

/* Where the portfolio keeps what names it, and its checkpoints. */
#define SETTINGS "sync."
#define REPLICA_SETTING SETTINGS "replica"
#define RETRIES_SETTING SETTINGS "retries"

/* More failures than these are no failures of documents. */
#define MOST_RETRIES 1000

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

/**
 * tambour_peer_retry:
 * @self: a portfolio and its team's database
 * @id: of a document
 * @rev: (nullable): a leaf of it that could not be had; %NULL if it has been
 *
 * Remembers beyond this session what has to be asked for again, since the changes
 * that it came with are behind.
 */
void
tambour_peer_retry (TambourPeer *self,
                    const char  *id,
                    const char  *rev)
{
  const char * const revs[] = { rev, NULL };

  if (rev != NULL && g_hash_table_size (self->retries) < MOST_RETRIES)
    g_hash_table_insert (self->retries, g_strdup (id), g_strdupv ((GStrv) revs));
  else if (rev == NULL)
    g_hash_table_remove (self->retries, id);
}

/**
 * tambour_peer_list_retries:
 * @self: a portfolio and its team's database
 *
 * Returns: (transfer full) (element-type TambourCouchRow): what could not be had
 */
GPtrArray *
tambour_peer_list_retries (TambourPeer *self)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_couch_row_free);
  GHashTableIter iter;
  gpointer id, revs;

  g_hash_table_iter_init (&iter, self->retries);
  while (g_hash_table_iter_next (&iter, &id, &revs))
    g_ptr_array_add (rows, tambour_couch_row_new (id, g_strdupv (revs)));

  return rows;
}

static void
load_retries (TambourPeer *self)
{
  g_autofree char *text = tambour_store_dup_setting (self->store, RETRIES_SETTING);
  g_autoptr(JsonNode) node = text ? json_from_string (text, NULL) : NULL;
  JsonObjectIter iter;
  const char *id;
  JsonNode *revs;

  g_hash_table_remove_all (self->retries);
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return;

  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &id, &revs))
    {
      GStrv list = tambour_answer_dup_texts (revs, RETRIES_SETTING, NULL);

      if (list != NULL)
        g_hash_table_insert (self->retries, g_strdup (id), list);
    }
}

static char *
dup_retries_text (TambourPeer *self)
{
  g_autoptr(JsonObject) object = json_object_new ();
  g_autoptr(JsonNode) node = json_node_init_object (json_node_alloc (), object);
  g_autoptr(GPtrArray) rows = tambour_peer_list_retries (self);

  for (guint i = 0; i < rows->len; i++)
    {
      const TambourCouchRow *row = g_ptr_array_index (rows, i);
      JsonArray *revs = json_array_new ();

      for (guint j = 0; row->revs[j]; j++)
        json_array_add_string_element (revs, row->revs[j]);
      json_object_set_array_member (object, row->id, revs);
    }

  return rows->len > 0 ? json_to_string (node, FALSE) : NULL;
}

/*
 * tambour_peer_save_retries:
 * @self: a portfolio and its team's database
 * @error: return location for a #TambourStoreError
 *
 * Returns: %TRUE if what could not be had is remembered beyond this session
 */
gboolean
tambour_peer_save_retries (TambourPeer  *self,
                           GError      **error)
{
  g_autofree char *before = tambour_store_dup_setting (self->store, RETRIES_SETTING);
  g_autofree char *after = dup_retries_text (self);

  return g_strcmp0 (before, after) == 0 || tambour_store_set_setting (self->store, RETRIES_SETTING, after, error);
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

/* A server that remembers nothing of us, though we have been there, or that has not
 * come as far as we know it to have, is another one: made anew, or an old backup.
 */
static gboolean
has_been_replaced (TambourPeer      *self,
                   TambourCouchInfo *info)
{
  const TambourPeerSide *pull = &self->sides[TAMBOUR_SYNC_DIRECTION_PULL];

  if (pull->place == NULL)
    return !tambour_checkpoint_is_empty (pull->here);

  return tambour_checkpoint_is_beyond (pull->place, info->update_seq);
}

static gboolean
start_over (TambourPeer  *self,
            GError      **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->sides); i++)
    g_clear_pointer (&self->sides[i].place, g_free);

  return tambour_replica_offer_all (self->store, error);
}

static gboolean
find_places (TambourPeer       *self,
             TambourCouchInfo  *info,
             GError           **error)
{
  TambourPeerSide *push = &self->sides[TAMBOUR_SYNC_DIRECTION_PUSH];

  if (has_been_replaced (self, info) && !start_over (self, error))
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
  load_retries (self);
  if (!(replica = dup_replica (self->store, error)))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (self->sides); i++)
    if (!load_side (self, (TambourSyncDirection) i, replica, error))
      return FALSE;

  return check_ours (self, error) && find_places (self, info, error);
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
