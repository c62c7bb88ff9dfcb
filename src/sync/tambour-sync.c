/* tambour-sync.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-sync-private.h"

/* How long what is under way may take to end by itself, in microseconds. */
#define PATIENCE (2 * G_TIME_SPAN_SECOND)

/**
 * TambourSync:
 *
 * Keeps a portfolio and its team's server in step, by itself: when something is edited
 * here, when something is edited there, when the network comes back. The work is done
 * by a thread of its own; what it says of itself is told in the main context that made
 * the object.
 */
struct _TambourSync
{
  GObject          parent_instance;

  TambourStore    *store;
  TambourFollower *follower;
  GThread         *thread;
  GMainContext    *context;
  GNetworkMonitor *monitor;
  gint64           last_change;

  GMutex           lock;
  GCond            ended;
  gboolean         has_ended;
  GSource         *announcement;
};

G_DEFINE_FINAL_TYPE (TambourSync, tambour_sync, G_TYPE_OBJECT)

typedef enum
{
  SIGNAL_CHANGED,
} TambourSyncSignals;

static guint signals[SIGNAL_CHANGED + 1];

static gboolean
announce_cb (gpointer data)
{
  g_autoptr(TambourSync) self = g_weak_ref_get (data);

  if (self == NULL)
    return G_SOURCE_REMOVE;

  g_mutex_lock (&self->lock);
  g_clear_pointer (&self->announcement, g_source_unref);
  g_mutex_unlock (&self->lock);

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);

  return G_SOURCE_REMOVE;
}

static void
weak_ref_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static GSource *
announcement_new (TambourSync *self)
{
  GSource *source = g_idle_source_new ();
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, self);
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, announce_cb, weak, weak_ref_free);
  g_source_attach (source, self->context);

  return source;
}

/* Called on the thread; what happens in quick succession is announced once. */
static void
changed (gpointer user_data)
{
  TambourSync *self = user_data;

  g_mutex_lock (&self->lock);
  if (self->announcement == NULL)
    self->announcement = announcement_new (self);
  g_mutex_unlock (&self->lock);
}

/* What the thread itself has stored is told too; then there is nothing to send. */
static void
store_changed_cb (TambourStore *store,
                  gint64        number,
                  TambourSync  *self)
{
  if (self->thread != NULL && number != self->last_change)
    tambour_follower_wake (self->follower, &self->follower->has_edits);

  self->last_change = number;
}

static void
network_changed_cb (TambourSync *self)
{
  gboolean is_metered = g_network_monitor_get_network_metered (self->monitor);

  g_mutex_lock (&self->follower->lock);
  self->follower->is_metered = is_metered;
  g_mutex_unlock (&self->follower->lock);
}

static void
network_available_cb (TambourSync *self)
{
  if (self->thread != NULL && g_network_monitor_get_network_available (self->monitor))
    tambour_follower_wake (self->follower, &self->follower->is_woken);
}

static gpointer
run_thread (gpointer data)
{
  TambourSync *self = data;

  tambour_follower_run (self->follower);

  g_mutex_lock (&self->lock);
  self->has_ended = TRUE;
  g_cond_signal (&self->ended);
  g_mutex_unlock (&self->lock);

  return NULL;
}

static void
tambour_sync_dispose (GObject *object)
{
  TambourSync *self = TAMBOUR_SYNC (object);

  tambour_sync_stop (self);
  if (self->announcement != NULL)
    g_source_destroy (self->announcement);
  g_clear_pointer (&self->announcement, g_source_unref);
  g_clear_object (&self->monitor);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (tambour_sync_parent_class)->dispose (object);
}

static void
tambour_sync_finalize (GObject *object)
{
  TambourSync *self = TAMBOUR_SYNC (object);

  g_clear_pointer (&self->follower, tambour_follower_free);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->ended);

  G_OBJECT_CLASS (tambour_sync_parent_class)->finalize (object);
}

static void
tambour_sync_class_init (TambourSyncClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tambour_sync_dispose;
  object_class->finalize = tambour_sync_finalize;

  /**
   * TambourSync::changed:
   * @self: a sync
   *
   * Emitted in the main context that made @self when its status has changed.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TAMBOUR_TYPE_SYNC, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tambour_sync_init (TambourSync *self)
{
  self->context = g_main_context_ref_thread_default ();
  g_mutex_init (&self->lock);
  g_cond_init (&self->ended);
}

/**
 * tambour_sync_new:
 * @store: a portfolio, opened in this main context
 * @server: its team's server
 * @secret: (nullable): what signs in there
 *
 * Returns: (transfer full): what keeps both in step, not started yet
 */
TambourSync *
tambour_sync_new (TambourStore        *store,
                  const TambourServer *server,
                  const char          *secret)
{
  TambourSync *self = g_object_new (TAMBOUR_TYPE_SYNC, NULL);

  self->store = g_object_ref (store);
  self->follower = tambour_follower_new (store, server, secret);
  self->follower->changed = changed;
  self->follower->user_data = self;
  self->last_change = tambour_store_last_change (store);
  self->monitor = g_object_ref (g_network_monitor_get_default ());

  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, 0);
  g_signal_connect_object (self->monitor, "network-changed", G_CALLBACK (network_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->monitor, "notify::network-available", G_CALLBACK (network_available_cb), self, G_CONNECT_SWAPPED);
  network_changed_cb (self);

  return self;
}

/**
 * tambour_sync_start:
 * @self: a sync that has not been started
 *
 * Follows the server from now on.
 */
void
tambour_sync_start (TambourSync *self)
{
  g_return_if_fail (TAMBOUR_IS_SYNC (self));
  g_return_if_fail (self->thread == NULL && !self->has_ended);

  self->thread = g_thread_new ("sync", run_thread, self);
}

/**
 * tambour_sync_stop:
 * @self: a sync
 *
 * Ends what is under way, and waits for it: two seconds for what ends by itself, such
 * as sending the last edit. Dropping the last reference does this too.
 */
void
tambour_sync_stop (TambourSync *self)
{
  gint64 until = g_get_monotonic_time () + PATIENCE;

  g_return_if_fail (TAMBOUR_IS_SYNC (self));

  if (self->thread == NULL)
    return;

  tambour_follower_stop (self->follower);

  g_mutex_lock (&self->lock);
  while (!self->has_ended && g_cond_wait_until (&self->ended, &self->lock, until))
    ;
  g_mutex_unlock (&self->lock);

  g_cancellable_cancel (self->follower->cancellable);
  g_clear_pointer (&self->thread, g_thread_join);
}

/**
 * tambour_sync_wake:
 * @self: a sync
 *
 * Somebody wants both sides in step now: what waits to be tried again is tried now, and what
 * the server refused is offered to it once more.
 */
void
tambour_sync_wake (TambourSync *self)
{
  g_return_if_fail (TAMBOUR_IS_SYNC (self));

  tambour_follower_wake (self->follower, &self->follower->is_asked);
  tambour_follower_wake (self->follower, &self->follower->is_woken);
}

/**
 * tambour_sync_dup_status:
 * @self: a sync
 *
 * Returns: (transfer full): how far both sides are in step
 */
TambourSyncStatus *
tambour_sync_dup_status (TambourSync *self)
{
  TambourSyncStatus *status;

  g_return_val_if_fail (TAMBOUR_IS_SYNC (self), NULL);

  g_mutex_lock (&self->follower->lock);
  status = tambour_sync_status_copy (&self->follower->status);
  g_mutex_unlock (&self->follower->lock);

  return status;
}
