/* tambour-peer.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-checkpoint.h"
#include "tambour-couch.h"
#include "tambour-store.h"

G_BEGIN_DECLS

#define TAMBOUR_SYNC_ERROR (tambour_sync_error_quark ())

/**
 * TambourSyncError:
 * @TAMBOUR_SYNC_ERROR_NO_DATABASE: the server has no such database
 * @TAMBOUR_SYNC_ERROR_OTHER_DATABASE: the database is one of something else
 */
typedef enum
{
  TAMBOUR_SYNC_ERROR_NO_DATABASE,
  TAMBOUR_SYNC_ERROR_OTHER_DATABASE,
} TambourSyncError;

GQuark tambour_sync_error_quark (void);

/**
 * TambourSyncOutcome:
 * @n_received: how many records came
 * @n_sent: how many revisions went
 * @n_skipped: how many documents were of no kind that this version knows
 * @n_failed: how many documents could not be had or sent now, and will be tried again
 * @n_refused: how many the server refused
 * @done: how many changes of the server have been looked at
 * @total: how many there are to look at; -1 if the server does not say
 *
 * What came of keeping in step.
 */
typedef struct
{
  gint64 n_received;
  gint64 n_sent;
  gint64 n_skipped;
  gint64 n_failed;
  gint64 n_refused;
  gint64 done;
  gint64 total;
} TambourSyncOutcome;

typedef struct _TambourPeer TambourPeer;

/* How long ago somebody who is there has edited something, in seconds. */
#define TAMBOUR_PEER_LATELY (10 * 60)

/**
 * TambourPeerFunc:
 * @direction: what is going on
 * @outcome: how far it is
 * @user_data: what the peer was given
 */
typedef void (*TambourPeerFunc) (TambourSyncDirection          direction,
                                 const TambourSyncOutcome *outcome,
                                 gpointer                  user_data);

/**
 * TambourPeerSide:
 * @id: what the checkpoints are called
 * @here: (nullable): the portfolio's checkpoint
 * @there: (nullable): the server's
 * @place: how far it is
 * @is_behind: whether the checkpoints do not say so yet
 * @writing: (nullable): what tells the server
 * @written: (nullable): what it tells
 *
 * One of the two replications.
 */
typedef struct
{
  char             *id;
  JsonObject       *here;
  JsonObject       *there;
  char             *place;
  gboolean          is_behind;
  TambourCouchCall *writing;
  char             *written;
} TambourPeerSide;

/**
 * TambourPeer:
 * @store: a portfolio
 * @couch: its team's database
 * @url: of the database, without who signs in
 * @author: (nullable): the name by which the server knows who signs in
 * @session: what names this session
 * @has_met: whether it is known to be a database
 * @is_lazy: whether how far this is is written down only when tambour_peer_settle()
 *   is called
 * @lacks_bulk_get: whether the server is known to have no `_bulk_get`
 * @is_metered: whether what is large waits
 * @sides: both replications
 * @outcome: what has come of it
 * @retries: (element-type utf8 GStrv): which leaves of which documents could not be had
 * @missed: (element-type utf8 guint): how often one of them was not there, though the server
 *   had told of it
 * @erased_at: when it was last asked what was erased there, on the monotonic clock
 * @people: (element-type utf8 gint64): who changed what came, and when, in seconds
 * @func: (nullable): whom to tell how far it is
 * @user_data: for @func
 *
 * A portfolio and its team's database, which are being kept in step.
 */
struct _TambourPeer
{
  TambourStore       *store;
  TambourCouch       *couch;
  char               *url;
  char               *author;
  char               *session;
  gboolean            has_met;
  gboolean            is_lazy;
  gboolean            lacks_bulk_get;
  gboolean            is_metered;
  TambourPeerSide     sides[2];
  TambourSyncOutcome  outcome;
  GHashTable         *retries;
  GHashTable         *missed;
  gint64              erased_at;
  GHashTable         *people;
  TambourPeerFunc     func;
  gpointer            user_data;
};

TambourPeer *tambour_peer_new  (TambourStore        *store,
                                TambourCouch        *couch,
                                const TambourServer *server);
void         tambour_peer_free (TambourPeer         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourPeer, tambour_peer_free)

gboolean   tambour_peer_meet          (TambourPeer           *self,
                                       GError               **error);
gboolean   tambour_peer_advance       (TambourPeer           *self,
                                       TambourSyncDirection   direction,
                                       const char            *place,
                                       GError               **error);
gint64     tambour_peer_get_last      (TambourPeer           *self);
gint64     tambour_peer_count_waiting (TambourPeer           *self);
gint64     tambour_peer_count_unsent  (TambourStore          *store,
                                       const char            *url);
gboolean   tambour_peer_is_behind     (TambourPeer           *self);
gboolean   tambour_peer_settle        (TambourPeer           *self,
                                       GError               **error);
void       tambour_peer_retry         (TambourPeer           *self,
                                       const char            *id,
                                       const char            *rev);
void       tambour_peer_miss          (TambourPeer           *self,
                                       const char            *id,
                                       const char            *rev);
void       tambour_peer_end_retry     (TambourPeer           *self,
                                       const char            *id,
                                       const char * const    *revs);
gboolean   tambour_peer_check_retries (TambourPeer           *self,
                                       GError               **error);
GPtrArray *tambour_peer_list_retries  (TambourPeer           *self);
void       tambour_peer_set_retries   (TambourPeer           *self,
                                       GPtrArray             *rows);
void       tambour_peer_load_retries  (TambourPeer           *self);
gboolean   tambour_peer_save_retries  (TambourPeer           *self,
                                       GError               **error);
void       tambour_peer_tell          (TambourPeer           *self,
                                       TambourSyncDirection   direction);
gboolean   tambour_peer_forget        (TambourStore          *store,
                                       GError               **error);

G_END_DECLS
