/* tambour-sync.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-peer.h"
#include "tambour-server.h"
#include "tambour-store.h"

G_BEGIN_DECLS

/**
 * TambourSyncState:
 * @TAMBOUR_SYNC_OFF: not started
 * @TAMBOUR_SYNC_IDLE: both sides have everything
 * @TAMBOUR_SYNC_SENDING: what was edited here goes to the server
 * @TAMBOUR_SYNC_RECEIVING: what others edited comes from the server
 * @TAMBOUR_SYNC_OFFLINE: the server cannot be reached; tried again by itself
 * @TAMBOUR_SYNC_WAITING: the server asked for patience, or failed; tried again by itself
 * @TAMBOUR_SYNC_FAILED: somebody has to do something, which the error says
 */
typedef enum
{
  TAMBOUR_SYNC_OFF,
  TAMBOUR_SYNC_IDLE,
  TAMBOUR_SYNC_SENDING,
  TAMBOUR_SYNC_RECEIVING,
  TAMBOUR_SYNC_OFFLINE,
  TAMBOUR_SYNC_WAITING,
  TAMBOUR_SYNC_FAILED,
} TambourSyncState;

/**
 * TambourSyncStatus:
 * @state: what is going on
 * @n_waiting: how many records have edits that the server lacks
 * @n_conflicts: how many conflicts a person has to settle
 * @n_refused: how many records the server refused
 * @n_skipped: how many documents were skipped since the start: of kinds that only a
 *   newer version knows, or of other programs
 * @n_failed: how many documents could not be had or sent, and will be tried again
 * @done: of the first pull, how many changes have been looked at
 * @total: of the first pull, how many there are; -1 if that is not known
 * @last: when both sides last had everything; not stated if never
 * @next_attempt: when it is tried again; not stated unless offline or waiting
 * @error: (nullable): why it is offline, waiting or failed
 * @people: who else has edited something in the last ten minutes
 *
 * How far a portfolio and its team are in step.
 */
typedef struct
{
  TambourSyncState  state;
  gint64            n_waiting;
  gint64            n_conflicts;
  gint64            n_refused;
  gint64            n_skipped;
  gint64            n_failed;
  gint64            done;
  gint64            total;
  TambourInstant    last;
  TambourInstant    next_attempt;
  GError           *error;
  GStrv             people;
} TambourSyncStatus;

TambourSyncStatus *tambour_sync_status_copy (const TambourSyncStatus *self);
void               tambour_sync_status_free (TambourSyncStatus       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourSyncStatus, tambour_sync_status_free)

#define TAMBOUR_TYPE_SYNC (tambour_sync_get_type ())
G_DECLARE_FINAL_TYPE (TambourSync, tambour_sync, TAMBOUR, SYNC, GObject)

TambourSync       *tambour_sync_new        (TambourStore        *store,
                                            const TambourServer *server,
                                            const char          *secret);
void               tambour_sync_start      (TambourSync         *self);
void               tambour_sync_stop       (TambourSync         *self);
void               tambour_sync_wake       (TambourSync         *self);
TambourSyncStatus *tambour_sync_dup_status (TambourSync         *self);

/* For a thread that may wait. */
gboolean tambour_sync_once            (TambourStore         *store,
                                       const TambourServer  *server,
                                       const char           *secret,
                                       TambourPeerFunc       func,
                                       gpointer              user_data,
                                       GCancellable         *cancellable,
                                       TambourSyncOutcome   *outcome,
                                       GError              **error);
gboolean tambour_sync_offer_refused   (TambourStore         *store,
                                       GError              **error);
gboolean tambour_sync_leave           (TambourStore         *store,
                                       GCancellable         *cancellable,
                                       GError              **error);
gint64   tambour_sync_count_waiting   (TambourStore         *store,
                                       const TambourServer  *server);
gint64   tambour_sync_count_conflicts (TambourStore         *store);

G_END_DECLS
