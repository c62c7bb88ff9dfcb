/* tambour-sync-once.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-answer.h"
#include "tambour-back-off.h"
#include "tambour-replica.h"
#include "tambour-sync-private.h"

/* So many times in a row without getting anywhere, and it is given up. */
#define MOST_ATTEMPTS 6

/**
 * tambour_sync_keep_in_step:
 * @peer: a portfolio and its team's database
 * @error: return location for an error
 *
 * Fetches what the portfolio lacks, then sends what the server lacks; what merging
 * made of both goes with that.
 *
 * Returns: %TRUE if both sides have everything
 */
gboolean
tambour_sync_keep_in_step (TambourPeer  *peer,
                           GError      **error)
{
  return tambour_peer_meet (peer, error) &&
         tambour_pull_run (peer, NULL, error) &&
         tambour_peer_settle (peer, error) &&
         tambour_contained_fetch (peer, error) &&
         tambour_push_run (peer, error) &&
         tambour_peer_settle (peer, error);
}

/**
 * tambour_sync_is_passing:
 * @error: why keeping in step ended
 *
 * Returns: whether it may go well the next time, without anybody's help
 */
gboolean
tambour_sync_is_passing (const GError *error)
{
  return tambour_net_is_passing (error) || error->domain == TAMBOUR_ANSWER_ERROR ||
         g_error_matches (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_BUSY);
}

/* An address where nobody answers, or something else does, is told at once. */
static gboolean
is_worth_waiting (TambourPeer  *peer,
                  const GError *error)
{
  return peer->has_met ? tambour_sync_is_passing (error)
                       : g_error_matches (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_BUSY) ||
                           g_error_matches (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_SERVER) ||
                           g_error_matches (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_CUT);
}

/**
 * tambour_sync_offer_refused:
 * @store: a portfolio
 * @error: return location for a #TambourStoreError
 *
 * Has the server asked once more to take what it refused: somebody may have got another
 * role, or the server another limit. What was erased there is not among it.
 *
 * Returns: %TRUE if it is offered the next time
 */
gboolean
tambour_sync_offer_refused (TambourStore  *store,
                            GError       **error)
{
  const TambourInstant ever = { G_MAXINT64 };

  return tambour_replica_offer_refused (store, TAMBOUR_REPLICA_FORBIDDEN, ever, error) &&
         tambour_replica_offer_refused (store, TAMBOUR_REPLICA_TOO_LARGE, ever, error);
}

static gboolean
pause_over_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

static gboolean
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

static void
pause_for (guint         milliseconds,
           GMainContext *context,
           GCancellable *cancellable)
{
  g_autoptr(GSource) timeout = g_timeout_source_new (milliseconds);
  g_autoptr(GSource) cancelled = cancellable ? g_cancellable_source_new (cancellable) : NULL;
  gboolean is_over = FALSE;

  g_source_set_callback (timeout, pause_over_cb, &is_over, NULL);
  g_source_attach (timeout, context);
  if (cancelled != NULL)
    {
      g_source_set_callback (cancelled, G_SOURCE_FUNC (cancelled_cb), &is_over, NULL);
      g_source_attach (cancelled, context);
    }

  while (!is_over)
    g_main_context_iteration (context, TRUE);

  g_source_destroy (timeout);
  if (cancelled != NULL)
    g_source_destroy (cancelled);
}

/* Goes on where it was after each failure that passes, as long as it gets anywhere. */
static gboolean
persist (TambourPeer   *peer,
         GMainContext  *context,
         GCancellable  *cancellable,
         GError       **error)
{
  g_autoptr(GRand) random = g_rand_new ();
  gint64 got = 0;
  guint pause = 0;

  for (guint attempt = 1;; attempt++)
    {
      g_autoptr(GError) failure = NULL;
      gint64 gets;

      if (tambour_sync_keep_in_step (peer, &failure))
        return TRUE;

      gets = peer->outcome.n_received + peer->outcome.n_sent + peer->outcome.done;
      if (gets > got)
        attempt = pause = 0;
      got = gets;

      if (attempt >= MOST_ATTEMPTS || !is_worth_waiting (peer, failure))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }

      pause = tambour_back_off_next (pause, tambour_net_error_get_retry_after (failure), random);
      pause_for (pause, context, cancellable);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }
}

/**
 * tambour_sync_once:
 * @store: a portfolio
 * @server: its team's server
 * @secret: (nullable): what signs in there
 * @func: (scope call) (nullable): whom to tell how far it is, on this thread
 * @user_data: for @func
 * @cancellable: (nullable): a cancellable
 * @outcome: (out) (optional): what came of it, also if it failed
 * @error: return location for a #TambourNetError, #TambourSyncError, #TambourStoreError
 *   or another
 *
 * Keeps both sides in step, once: blocks until each has what the other has. What is
 * done is done, whenever it ends: the next time goes on from there.
 *
 * Returns: %TRUE if both sides have everything, but for what @outcome counts
 */
gboolean
tambour_sync_once (TambourStore         *store,
                   const TambourServer  *server,
                   const char           *secret,
                   TambourPeerFunc       func,
                   gpointer              user_data,
                   GCancellable         *cancellable,
                   TambourSyncOutcome   *outcome,
                   GError              **error)
{
  g_autoptr(GMainContext) context = g_main_context_new ();
  g_autoptr(GMainContextPusher) pusher = g_main_context_pusher_new (context);
  g_autoptr(TambourSession) session = NULL;
  g_autoptr(TambourPeer) peer = NULL;
  gboolean ok;

  g_return_val_if_fail (TAMBOUR_IS_STORE (store), FALSE);

  if (!(session = tambour_session_new (server, secret, error)))
    return FALSE;

  peer = tambour_peer_new (store, tambour_couch_new (session, cancellable), server);
  peer->func = func;
  peer->user_data = user_data;
  ok = persist (peer, context, cancellable, error);
  if (outcome != NULL)
    *outcome = peer->outcome;

  tambour_session_close (session);

  return ok;
}
