/* tambour-peer-settle.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-peer-private.h"

/* Where the portfolio keeps its checkpoints. */
#define CHECKPOINT_SETTING "sync.checkpoint."

/* Two processes may write the same checkpoint at once. */
#define MOST_ATTEMPTS 5

/*
 * tambour_peer_side_clear:
 * @side: one of the two replications
 *
 * Frees what it holds. What is being written down may arrive or not.
 */
void
tambour_peer_side_clear (TambourPeerSide *side)
{
  g_clear_pointer (&side->writing, tambour_couch_call_free);
  g_clear_pointer (&side->written, g_free);
  g_clear_pointer (&side->id, g_free);
  g_clear_pointer (&side->here, json_object_unref);
  g_clear_pointer (&side->there, json_object_unref);
  g_clear_pointer (&side->place, g_free);
}

/*
 * tambour_peer_read_here:
 * @store: a portfolio
 * @id: what the checkpoint is called
 *
 * Returns: (transfer full) (nullable): the portfolio's checkpoint
 */
JsonObject *
tambour_peer_read_here (TambourStore *store,
                        const char   *id)
{
  g_autofree char *name = g_strconcat (CHECKPOINT_SETTING, id, NULL);
  g_autofree char *text = tambour_store_dup_setting (store, name);
  g_autoptr(JsonNode) node = text ? json_from_string (text, NULL) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_dup_object (node) : NULL;
}

static void
replace_object (JsonObject **object,
                JsonObject  *by)
{
  g_clear_pointer (object, json_object_unref);
  *object = by;
}

/* The portfolio says so only after the server does. */
static gboolean
write_here (TambourPeer      *self,
            TambourPeerSide  *side,
            const char       *place,
            GError          **error)
{
  g_autofree char *name = g_strconcat (CHECKPOINT_SETTING, side->id, NULL);
  g_autoptr(JsonNode) node = NULL;
  g_autofree char *text = NULL;

  replace_object (&side->here, tambour_checkpoint_advance (side->here, self->session, place, g_get_real_time () / G_USEC_PER_SEC));
  node = json_node_init_object (json_node_alloc (), side->here);
  text = json_to_string (node, FALSE);
  side->is_behind = g_strcmp0 (place, side->place) != 0;

  return tambour_store_set_setting (self->store, name, text, error);
}

/* Begins to tell the server how far it is. */
static void
begin_writing (TambourPeer     *self,
               TambourPeerSide *side)
{
  replace_object (&side->there, tambour_checkpoint_advance (side->there, self->session, side->place,
                                                            g_get_real_time () / G_USEC_PER_SEC));
  g_set_str (&side->written, side->place);
  side->writing = tambour_couch_begin_put_local (self->couch, side->id, side->there);
}

/* @is_written: (out): whether the server keeps it: somebody who may not write at all
 * looks at everything each time
 */
static gboolean
end_writing (TambourPeerSide  *side,
             gboolean         *is_written,
             GError          **error)
{
  g_autoptr(GError) failure = NULL;

  *is_written = tambour_couch_end_put_local (g_steal_pointer (&side->writing), side->there, &failure);
  if (*is_written || g_error_matches (failure, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_FORBIDDEN))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static gboolean
write_there (TambourPeer      *self,
             TambourPeerSide  *side,
             gboolean         *is_written,
             GError          **error)
{
  for (guint i = 0; i < MOST_ATTEMPTS; i++)
    {
      g_autoptr(GError) failure = NULL;

      begin_writing (self, side);
      if (end_writing (side, is_written, &failure))
        return TRUE;

      if (!g_error_matches (failure, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_CONFLICT))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }

      g_clear_pointer (&side->there, json_object_unref);
      if (!tambour_couch_get_local (self->couch, side->id, &side->there, error))
        return FALSE;
    }

  *is_written = FALSE;

  return TRUE;
}

static gboolean
settle_side (TambourPeer      *self,
             TambourPeerSide  *side,
             GError          **error)
{
  gboolean is_written;
  gboolean is_told = side->writing != NULL && end_writing (side, &is_written, NULL) && g_str_equal (side->written, side->place);

  if (!tambour_peer_save_retries (self, error) || (!is_told && !write_there (self, side, &is_written, error)))
    return FALSE;

  side->is_behind = FALSE;

  return !is_written || write_here (self, side, side->place, error);
}

/* Looks whether the server has been told, and tells it the news. What fails on the way is
 * tried once more, and told, when the replication is settled.
 */
static gboolean
settle_meanwhile (TambourPeer      *self,
                  TambourPeerSide  *side,
                  GError          **error)
{
  gboolean is_written;

  if (side->writing != NULL)
    {
      if (!tambour_couch_call_is_done (side->writing))
        return TRUE;
      if (!end_writing (side, &is_written, NULL))
        return settle_side (self, side, error);
      if (is_written && !write_here (self, side, side->written, error))
        return FALSE;
    }

  if (!tambour_peer_save_retries (self, error))
    return FALSE;
  begin_writing (self, side);

  return TRUE;
}

/**
 * tambour_peer_advance:
 * @self: a portfolio and its team's database
 * @direction: which of the replications
 * @place: how far it is: everything until there is stored, or sent
 * @error: return location for an error
 *
 * Has it written down how far a replication is, on both sides, while it goes on: what was
 * done since is only looked at again. If @self is lazy that is done only when
 * tambour_peer_settle() is called.
 *
 * Returns: %TRUE unless that failed
 */
gboolean
tambour_peer_advance (TambourPeer           *self,
                      TambourSyncDirection   direction,
                      const char            *place,
                      GError               **error)
{
  TambourPeerSide *side = &self->sides[direction];

  if (g_strcmp0 (side->place, place) == 0)
    return TRUE;

  g_set_str (&side->place, place);
  side->is_behind = TRUE;

  return self->is_lazy || settle_meanwhile (self, side, error);
}

/**
 * tambour_peer_is_behind:
 * @self: a portfolio and its team's database
 *
 * Returns: whether it is not yet written down how far this is
 */
gboolean
tambour_peer_is_behind (TambourPeer *self)
{
  return self->sides[TAMBOUR_SYNC_DIRECTION_PULL].is_behind || self->sides[TAMBOUR_SYNC_DIRECTION_PUSH].is_behind;
}

/**
 * tambour_peer_settle:
 * @self: a portfolio and its team's database
 * @error: return location for an error
 *
 * Writes down how far both replications are, on both sides.
 *
 * Returns: %TRUE if that is written down
 */
gboolean
tambour_peer_settle (TambourPeer  *self,
                     GError      **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->sides); i++)
    if (self->sides[i].is_behind && !settle_side (self, &self->sides[i], error))
      return FALSE;

  return TRUE;
}
