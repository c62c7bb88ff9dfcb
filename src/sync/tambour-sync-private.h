/* tambour-sync-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-contained.h"
#include "tambour-erased.h"
#include "tambour-pull.h"
#include "tambour-push.h"
#include "tambour-sync.h"

G_BEGIN_DECLS

/**
 * TambourFollower:
 * @store: a portfolio
 * @server: its team's server
 * @secret: (nullable): what signs in there
 * @context: the thread's
 * @cancellable: ends whatever the thread is waiting for
 * @changed: (closure user_data): called on the thread when @status has changed
 * @user_data: for @changed
 * @lock: guards what follows
 * @status: how far it is
 * @is_stopping: whether the thread is to end
 * @is_brief: whether the thread only waits or does what is soon done, and would end by
 *   itself
 * @is_woken: whether to try again now
 * @is_asked: whether a person asks for that: then also what was refused
 * @has_edits: whether something was edited here
 * @is_metered: whether every byte is paid for
 *
 * What a thread that follows a server shares with whoever started it.
 */
typedef struct
{
  TambourStore      *store;
  TambourServer     *server;
  char              *secret;
  GMainContext      *context;
  GCancellable      *cancellable;
  void             (*changed) (gpointer user_data);
  gpointer           user_data;

  GMutex             lock;
  TambourSyncStatus  status;
  gboolean           is_stopping;
  gboolean           is_brief;
  gboolean           is_woken;
  gboolean           is_asked;
  gboolean           has_edits;
  gboolean           is_metered;
} TambourFollower;

TambourFollower *tambour_follower_new      (TambourStore         *store,
                                            const TambourServer  *server,
                                            const char           *secret);
void             tambour_follower_free     (TambourFollower      *self);
gpointer         tambour_follower_run      (gpointer              self);
void             tambour_follower_wake     (TambourFollower      *self,
                                            gboolean             *why);
void             tambour_follower_stop     (TambourFollower      *self);

gboolean         tambour_sync_keep_in_step (TambourPeer          *peer,
                                            GError              **error);
gboolean         tambour_sync_is_passing   (const GError         *error);
void             tambour_sync_status_clear (TambourSyncStatus    *self);

G_END_DECLS
