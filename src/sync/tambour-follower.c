/* tambour-follower.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-back-off.h"
#include "tambour-kinds.h"
#include "tambour-replica.h"
#include "tambour-sync-private.h"

/* The thread that keeps a portfolio and its team's server in step: straight on, one
 * thing after the other. It waits in two places only: for the server or somebody here
 * to change something, and for the time to try again.
 */

/* How far it is is written down when nothing has come for so long, in milliseconds. */
#define SETTLING 5000

/* What could not be sent is tried again after this long, in milliseconds. */
#define TRYING_AGAIN (60 * 1000)

/* Whether what was refused may be tried again is looked at so often, in milliseconds. */
#define LOOKING_AGAIN (60 * 60 * 1000)

/* A server that has nothing new answers when it has, or after its heartbeats; one that is
 * taken out of a cluster, or a proxy, answers at once, in less than so many microseconds.
 */
#define AT_ONCE G_TIME_SPAN_SECOND

/* Then it is asked again after so many milliseconds, or more. */
#define LEAST_PAUSE 500

/* A page of what others changed meanwhile. */
#define PAGE 2000

/**
 * tambour_follower_new:
 * @store: a portfolio
 * @server: its team's server
 * @secret: (nullable): what signs in there
 *
 * Returns: (transfer full): what a thread needs to follow @server
 */
TambourFollower *
tambour_follower_new (TambourStore        *store,
                      const TambourServer *server,
                      const char          *secret)
{
  TambourFollower *self = g_new0 (TambourFollower, 1);

  self->store = g_object_ref (store);
  self->server = tambour_server_copy (server);
  self->secret = g_strdup (secret);
  self->context = g_main_context_new ();
  self->cancellable = g_cancellable_new ();
  self->status.total = -1;
  self->status.last.seconds = TAMBOUR_NEVER;
  self->status.next_attempt.seconds = TAMBOUR_NEVER;
  g_mutex_init (&self->lock);

  return self;
}

/**
 * tambour_follower_free:
 * @self: (transfer full): a follower whose thread has ended
 */
void
tambour_follower_free (TambourFollower *self)
{
  tambour_sync_status_clear (&self->status);
  g_clear_pointer (&self->server, tambour_server_free);
  g_clear_pointer (&self->secret, g_free);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/**
 * tambour_follower_wake:
 * @self: a follower
 * @why: which of its flags to raise
 *
 * From any thread.
 */
void
tambour_follower_wake (TambourFollower *self,
                       gboolean        *why)
{
  g_mutex_lock (&self->lock);
  *why = TRUE;
  g_mutex_unlock (&self->lock);

  g_main_context_wakeup (self->context);
}

/**
 * tambour_follower_stop:
 * @self: a follower
 *
 * Has the thread end: by itself if that is soon, else by cancelling what it does.
 */
void
tambour_follower_stop (TambourFollower *self)
{
  gboolean is_brief;

  g_mutex_lock (&self->lock);
  self->is_stopping = TRUE;
  is_brief = self->is_brief;
  g_mutex_unlock (&self->lock);

  if (!is_brief)
    g_cancellable_cancel (self->cancellable);
  g_main_context_wakeup (self->context);
}

static gboolean
is_raised (TambourFollower *self,
           gboolean        *flag)
{
  gboolean is;

  g_mutex_lock (&self->lock);
  is = *flag;
  g_mutex_unlock (&self->lock);

  return is;
}

static gboolean
lower (TambourFollower *self,
       gboolean        *flag)
{
  gboolean was;

  g_mutex_lock (&self->lock);
  was = *flag;
  *flag = FALSE;
  g_mutex_unlock (&self->lock);

  return was;
}

static void
be_brief (TambourFollower *self,
          gboolean         is_brief)
{
  g_mutex_lock (&self->lock);
  self->is_brief = is_brief;
  g_mutex_unlock (&self->lock);
}

/* --- what is told ------------------------------------------------------------ */

static void
tell_state (TambourFollower  *self,
            TambourSyncState  state,
            const GError     *error,
            gint64            next_attempt)
{
  g_mutex_lock (&self->lock);
  self->status.state = state;
  self->status.next_attempt.seconds = next_attempt;
  g_clear_error (&self->status.error);
  self->status.error = error ? g_error_copy (error) : NULL;
  g_mutex_unlock (&self->lock);

  self->changed (self->user_data);
}

static GStrv
list_people (TambourPeer *peer)
{
  g_autoptr(GStrvBuilder) people = g_strv_builder_new ();
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  GHashTableIter iter;
  gpointer who, at;

  g_hash_table_iter_init (&iter, peer->people);
  while (g_hash_table_iter_next (&iter, &who, &at))
    if (*(gint64 *) at >= now - TAMBOUR_PEER_LATELY)
      g_strv_builder_add (people, who);
    else
      g_hash_table_iter_remove (&iter);

  return g_strv_builder_end (people);
}

/* What is here, which costs a look into the portfolio. */
static void
count (TambourFollower *self,
       TambourPeer     *peer)
{
  gint64 n_waiting = tambour_peer_count_waiting (peer);
  gint64 n_refused = tambour_replica_count_refused (self->store, NULL);
  gint64 n_conflicts = tambour_sync_count_conflicts (self->store);
  GStrv people = list_people (peer);

  g_mutex_lock (&self->lock);
  self->status.n_waiting = MAX (n_waiting, 0);
  self->status.n_refused = MAX (n_refused, 0);
  self->status.n_conflicts = n_conflicts;
  g_strfreev (self->status.people);
  self->status.people = people;
  g_mutex_unlock (&self->lock);
}

static void
went_on_cb (TambourSyncDirection      direction,
            const TambourSyncOutcome *outcome,
            gpointer                  user_data)
{
  TambourFollower *self = user_data;

  g_mutex_lock (&self->lock);
  self->status.state = direction == TAMBOUR_SYNC_DIRECTION_PULL ? TAMBOUR_SYNC_RECEIVING : TAMBOUR_SYNC_SENDING;
  self->status.n_skipped = outcome->n_skipped;
  self->status.n_failed = outcome->n_failed;
  self->status.done = outcome->done;
  self->status.total = outcome->total;
  g_mutex_unlock (&self->lock);

  self->changed (self->user_data);
}

static void
tell_in_step (TambourFollower *self,
              TambourPeer     *peer)
{
  count (self, peer);

  g_mutex_lock (&self->lock);
  self->status.last.seconds = g_get_real_time () / G_USEC_PER_SEC;
  self->status.n_skipped = peer->outcome.n_skipped;
  self->status.n_failed = peer->outcome.n_failed;
  g_mutex_unlock (&self->lock);

  tell_state (self, TAMBOUR_SYNC_IDLE, NULL, TAMBOUR_NEVER);
}

/* --- in step ------------------------------------------------------------------ */

/* The question what is new. @call: (nullable): if it was asked
 * @pause: before it is asked, in milliseconds
 */
typedef struct
{
  TambourCouchCall *call;
  gint64            asked_at;
  guint             pause;
} Poll;

static void
poll_clear (Poll *poll)
{
  g_clear_pointer (&poll->call, tambour_couch_call_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Poll, poll_clear)

static gboolean
ring_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

/* Rings once, unless it is dropped before. */
static GSource *
set_alarm (TambourFollower *self,
           guint            milliseconds,
           gboolean        *has_rung)
{
  GSource *source = g_timeout_source_new (milliseconds);

  *has_rung = FALSE;
  g_source_set_callback (source, ring_cb, has_rung, NULL);
  g_source_attach (source, self->context);

  return source;
}

static void
drop_alarm (GSource *alarm)
{
  g_source_destroy (alarm);
  g_source_unref (alarm);
}

typedef GSource Alarm;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Alarm, drop_alarm)

/* How long nothing may happen, in milliseconds; 0 for ever. */
static guint
get_patience (TambourFollower *self,
              TambourPeer     *peer,
              const Poll      *poll)
{
  if (poll->call == NULL)
    return poll->pause;
  if (tambour_peer_is_behind (peer))
    return SETTLING;
  if (peer->outcome.n_failed > 0)
    return TRYING_AGAIN;

  return self->status.n_refused > 0 ? LOOKING_AGAIN : 0;
}

static gboolean
is_answered (const Poll *poll)
{
  return poll->call != NULL && tambour_couch_call_is_done (poll->call);
}

/* Waits until the server or somebody here has something new. */
static void
wait_for_news (TambourFollower *self,
               TambourPeer     *peer,
               const Poll      *poll)
{
  guint patience = get_patience (self, peer, poll);
  gboolean has_rung = FALSE;
  g_autoptr(Alarm) alarm = patience > 0 ? set_alarm (self, patience, &has_rung) : NULL;

  while (!is_answered (poll) && !has_rung && !is_raised (self, &self->is_stopping) &&
         !is_raised (self, &self->is_woken) && !is_raised (self, &self->has_edits))
    g_main_context_iteration (self->context, TRUE);
}

static gboolean
send_edits (TambourFollower  *self,
            TambourPeer      *peer,
            GError          **error)
{
  peer->outcome.n_failed = g_hash_table_size (peer->retries);
  if (lower (self, &self->is_asked) && !tambour_sync_offer_refused (self->store, error))
    return FALSE;
  if (!tambour_erased_check (peer, error) || !tambour_push_run (peer, error))
    return FALSE;

  tell_in_step (self, peer);

  return TRUE;
}

static gboolean
take_news (TambourFollower      *self,
           TambourPeer          *peer,
           TambourCouchChanges  *news,
           GError              **error)
{
  if (!tambour_pull_run (peer, news, error) || !tambour_contained_fetch (peer, error))
    return FALSE;

  return send_edits (self, peer, error);
}

/* Who has nothing to say and says so at once is asked less and less often. */
static void
note_answer (Poll                      *poll,
             const TambourCouchChanges *news)
{
  gboolean is_hasty = news->rows->len == 0 && g_get_monotonic_time () - poll->asked_at < AT_ONCE;

  poll->pause = is_hasty ? CLAMP (poll->pause * 2, LEAST_PAUSE, TRYING_AGAIN) : 0;
}

static gboolean
take_answer (TambourFollower  *self,
             TambourPeer      *peer,
             Poll             *poll,
             GError          **error)
{
  TambourCouchChanges *news = tambour_couch_end_changes (g_steal_pointer (&poll->call), error);

  if (news == NULL)
    return FALSE;

  note_answer (poll, news);

  return take_news (self, peer, news, error);
}

static void
ask (TambourPeer *peer,
     Poll        *poll)
{
  poll->asked_at = g_get_monotonic_time ();
  poll->call = tambour_couch_begin_changes (peer->couch, peer->sides[TAMBOUR_SYNC_DIRECTION_PULL].place, PAGE, TRUE);
}

static gboolean
keep_up (TambourFollower  *self,
         TambourPeer      *peer,
         Poll             *poll,
         GError          **error)
{
  if (poll->call == NULL && poll->pause == 0)
    ask (peer, poll);

  wait_for_news (self, peer, poll);
  if (is_raised (self, &self->is_stopping))
    return TRUE;

  if (is_answered (poll))
    return take_answer (self, peer, poll, error);

  if (lower (self, &self->has_edits) | lower (self, &self->is_woken))
    return send_edits (self, peer, error);

  if (poll->call == NULL)
    {
      ask (peer, poll);
      return TRUE;
    }

  if (tambour_peer_is_behind (peer))
    return tambour_peer_settle (peer, error);

  return take_news (self, peer, NULL, error);
}

/* Until somebody stops it, or something fails. */
static gboolean
follow (TambourFollower  *self,
        TambourPeer      *peer,
        GError          **error)
{
  g_auto(Poll) poll = { NULL };

  peer->is_lazy = TRUE;
  be_brief (self, TRUE);
  while (!is_raised (self, &self->is_stopping))
    if (!keep_up (self, peer, &poll, error))
      return FALSE;

  return TRUE;
}

static gboolean
get_in_step (TambourFollower  *self,
             TambourPeer      *peer,
             GError          **error)
{
  be_brief (self, FALSE);
  lower (self, &self->has_edits);
  lower (self, &self->is_woken);
  if (lower (self, &self->is_asked) && !tambour_sync_offer_refused (self->store, error))
    return FALSE;
  peer->is_lazy = FALSE;
  peer->is_metered = is_raised (self, &self->is_metered);
  peer->outcome = (TambourSyncOutcome) { .total = -1 };

  count (self, peer);
  tell_state (self, TAMBOUR_SYNC_RECEIVING, NULL, TAMBOUR_NEVER);
  if (!tambour_sync_keep_in_step (peer, error))
    return FALSE;

  tell_in_step (self, peer);

  return TRUE;
}

/* --- out of step --------------------------------------------------------------- */

static TambourSyncState
name_failure (const GError *error)
{
  if (g_error_matches (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_UNREACHABLE) ||
      g_error_matches (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_TIMED_OUT) ||
      g_error_matches (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_CUT))
    return TAMBOUR_SYNC_OFFLINE;

  return tambour_sync_is_passing (error) ? TAMBOUR_SYNC_WAITING : TAMBOUR_SYNC_FAILED;
}

/* Edits that are made meanwhile are counted, and wait. */
static void
wait_to_try_again (TambourFollower *self,
                   TambourPeer     *peer,
                   const GError    *failure,
                   guint            pause)
{
  TambourSyncState state = name_failure (failure);
  gboolean has_rung = FALSE;
  g_autoptr(Alarm) alarm = state == TAMBOUR_SYNC_FAILED ? NULL : set_alarm (self, pause, &has_rung);
  gint64 at = alarm ? (g_get_real_time () + pause * G_GINT64_CONSTANT (1000)) / G_USEC_PER_SEC : TAMBOUR_NEVER;

  count (self, peer);
  tell_state (self, state, failure, at);

  be_brief (self, TRUE);
  while (!has_rung && !is_raised (self, &self->is_stopping) && !is_raised (self, &self->is_woken))
    {
      if (lower (self, &self->has_edits))
        {
          count (self, peer);
          self->changed (self->user_data);
        }
      else
        {
          g_main_context_iteration (self->context, TRUE);
        }
    }
}

/* What is not written down costs a little the next time, no more. */
static void
leave (TambourFollower *self,
       TambourPeer     *peer)
{
  if (is_raised (self, &self->has_edits) && !tambour_push_run (peer, NULL))
    return;

  tambour_peer_settle (peer, NULL);
}

static void
keep_following (TambourFollower *self,
                TambourPeer     *peer)
{
  g_autoptr(GRand) random = g_rand_new ();
  guint pause = 0;

  g_mutex_lock (&self->lock);
  self->status.last.seconds = tambour_peer_get_last (peer);
  g_mutex_unlock (&self->lock);

  while (!is_raised (self, &self->is_stopping))
    {
      g_autoptr(GError) failure = NULL;
      gint64 was_in_step = self->status.last.seconds;

      if (get_in_step (self, peer, &failure) && follow (self, peer, &failure))
        {
          leave (self, peer);
          return;
        }

      if (self->status.last.seconds != was_in_step)
        pause = 0;
      pause = tambour_back_off_next (pause, tambour_net_error_get_retry_after (failure), random);
      if (!is_raised (self, &self->is_stopping))
        wait_to_try_again (self, peer, failure, pause);
    }
}

/**
 * tambour_follower_run:
 * @self: a #TambourFollower
 *
 * What its thread does until tambour_follower_stop().
 *
 * Returns: %NULL
 */
gpointer
tambour_follower_run (gpointer data)
{
  TambourFollower *self = data;
  g_autoptr(GMainContextPusher) pusher = g_main_context_pusher_new (self->context);
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourSession) session = tambour_session_new (self->server, self->secret, &error);
  g_autoptr(TambourPeer) peer = NULL;

  if (session == NULL)
    {
      tell_state (self, TAMBOUR_SYNC_FAILED, error, TAMBOUR_NEVER);
      return NULL;
    }

  peer = tambour_peer_new (self->store, tambour_couch_new (session, self->cancellable), self->server);
  peer->func = went_on_cb;
  peer->user_data = self;
  keep_following (self, peer);
  tambour_session_close (session);

  return NULL;
}
