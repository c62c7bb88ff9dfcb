/* tambour-team.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-team.h"

#include "tambour-authors.h"
#include "tambour-conflicts.h"
#include "tambour-secrets.h"
#include "tambour-sync-settings.h"

/**
 * TambourTeam:
 *
 * What the windows on a portfolio know of its team: how the replication stands, what
 * its people are called, and how many conflicts are open, with or without one. It starts
 * the replication when the first window opens, and ends it before the file is closed. A
 * demonstration has no team: nothing of it is sent.
 */
struct _TambourTeam
{
  GObject            parent_instance;

  TambourPortfolio  *portfolio;      /* owns this */
  TambourSync       *sync;           /* NULL where there is no server, or it does not run */
  GCancellable      *starting;
  TambourSyncStatus *status;
  GStrv              people;         /* who is there, by the names that they sign in with */
  GHashTable        *authors;        /* what they are called */
  char              *claimed;        /* whose name the others know, or need not be told */
  gint64             n_conflicts;
  gboolean           is_begun;
  gboolean           is_looking;     /* what is in the file */
  gboolean           is_stale;       /* something was written meanwhile */
  gboolean           was_online;     /* in this session */
  gboolean           has_sent;       /* in this session */
};

G_DEFINE_FINAL_TYPE (TambourTeam, tambour_team, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- what is in the file --------------------------------------------------- */

/* What may be different when something was written. */
typedef struct
{
  gint64      n_conflicts;
  GHashTable *authors;
} Known;

static void
known_free (Known *known)
{
  g_clear_pointer (&known->authors, g_hash_table_unref);
  g_free (known);
}

static gpointer
read_known (TambourStore    *store,
            const char      *me,
            TambourInstant   now,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  gint64 n = tambour_conflicts_count (store, error);
  Known *known;

  if (n < 0)
    return NULL;

  known = g_new0 (Known, 1);
  known->n_conflicts = n;
  known->authors = tambour_authors_load (store);

  return known;
}

/* People are told by what they are called. */
static GStrv
dup_names (TambourTeam *self)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; self->people != NULL && self->people[i] != NULL; i++)
    g_strv_builder_add (names, self->authors ? tambour_authors_get_name (self->authors, self->people[i]) : self->people[i]);

  return g_strv_builder_end (names);
}

/* Returns: whether that is something else */
static gboolean
take_known (TambourTeam *self,
            const Known *known)
{
  g_auto(GStrv) before = g_steal_pointer (&self->status->people);
  gint64 n_before = self->n_conflicts;

  g_clear_pointer (&self->authors, g_hash_table_unref);
  self->authors = g_hash_table_ref (known->authors);
  self->n_conflicts = self->status->n_conflicts = known->n_conflicts;
  self->status->people = dup_names (self);

  return known->n_conflicts != n_before ||
         (before != NULL && !g_strv_equal ((const char * const *) before, (const char * const *) self->status->people));
}

/* Until nothing was written meanwhile: a first pull writes all the time. */
static void
known_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(TambourTeam) self = user_data;
  Known *known = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, NULL);

  self->is_looking = self->is_stale;
  if (self->is_stale)
    tambour_portfolio_load_async (TAMBOUR_PORTFOLIO (source), read_known, NULL, NULL, (GDestroyNotify) known_free, NULL, known_cb, g_object_ref (self));
  self->is_stale = FALSE;

  if (known != NULL && take_known (self, known))
    g_signal_emit (self, signals[CHANGED], 0);
  g_clear_pointer (&known, known_free);
}

static void
look (TambourTeam *self)
{
  if (self->is_looking)
    {
      self->is_stale = TRUE;
      return;
    }

  self->is_looking = TRUE;
  tambour_portfolio_load_async (self->portfolio, read_known, NULL, NULL, (GDestroyNotify) known_free, NULL, known_cb, g_object_ref (self));
}

static void
portfolio_changed_cb (TambourTeam *self)
{
  if (self->is_begun)
    look (self);
}

/* --- the team -------------------------------------------------------------- */

static TambourSyncStatus *
new_status (void)
{
  const TambourSyncStatus none = { .last = { TAMBOUR_NEVER }, .next_attempt = { TAMBOUR_NEVER } };

  return tambour_sync_status_copy (&none);
}

/* What a replication needs to be told. */
typedef struct
{
  TambourServer *server;
  char          *secret;
} Access;

static void
access_free (Access *access)
{
  g_clear_pointer (&access->server, tambour_server_free);
  g_clear_pointer (&access->secret, tambour_secrets_free);
  g_free (access);
}

/* The keyring may have to be opened first. */
static gpointer
read_access (TambourStore    *store,
             const char      *me,
             TambourInstant   now,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  Access *access = g_new0 (Access, 1);
  g_autoptr(GError) failure = NULL;

  access->server = tambour_sync_settings_read (store, &failure);
  if (access->server != NULL && access->server->sign_in != TAMBOUR_SIGN_IN_NONE)
    access->secret = tambour_secrets_lookup (access->server, cancellable, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      g_clear_pointer (&access, access_free);
    }

  return access;
}

static gpointer
claim (TambourStore    *store,
       const char      *me,
       TambourInstant   now,
       gpointer         data,
       GCancellable    *cancellable,
       GError         **error)
{
  return tambour_authors_claim (store, me, error) ? store : NULL;
}

/* The others see a name when its person says what it signs in as. That is an edit: it waits
 * until the server has taken one, which it does of nobody who may only read.
 */
static void
claim_name (TambourTeam             *self,
            const TambourSyncStatus *status)
{
  const char *me = tambour_portfolio_get_me (self->portfolio);

  self->has_sent |= status->n_waiting > 0;
  if (self->has_sent && status->state == TAMBOUR_SYNC_IDLE && status->n_waiting == 0 && status->n_refused == 0 &&
      me != NULL && g_set_str (&self->claimed, me))
    tambour_portfolio_load_async (self->portfolio, claim, NULL, NULL, NULL, NULL, NULL, NULL);
}

static void
sync_changed_cb (TambourTeam *self)
{
  g_autoptr(TambourSyncStatus) status = tambour_sync_dup_status (self->sync);

  tambour_team_show (self, status);
  claim_name (self, status);
}

static void
show_failure (TambourTeam  *self,
              const GError *error)
{
  g_autoptr(TambourSyncStatus) status = new_status ();

  status->state = TAMBOUR_SYNC_FAILED;
  status->error = g_error_copy (error);
  tambour_team_show (self, status);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(TambourTeam) self = user_data;
  g_autoptr(GError) error = NULL;
  Access *access = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_failure (self, error);
  if (access != NULL && access->server != NULL && self->sync == NULL)
    {
      self->sync = tambour_sync_new (tambour_portfolio_get_store (self->portfolio), access->server, access->secret);
      g_signal_connect_object (self->sync, "changed", G_CALLBACK (sync_changed_cb), self, G_CONNECT_SWAPPED);
      tambour_sync_start (self->sync);
    }

  g_clear_pointer (&access, access_free);
}

static void
start (TambourTeam *self)
{
  if (tambour_portfolio_is_demonstration (self->portfolio) || tambour_portfolio_is_read_only (self->portfolio))
    return;

  self->starting = g_cancellable_new ();
  tambour_portfolio_load_async (self->portfolio, read_access, NULL, NULL, (GDestroyNotify) access_free, self->starting, read_cb,
                                g_object_ref (self));
}

/* A reading on its way would start what is ended here. */
static void
stop (TambourTeam *self)
{
  g_cancellable_cancel (self->starting);
  g_clear_object (&self->starting);
  if (self->sync == NULL)
    return;

  g_signal_handlers_disconnect_by_func (self->sync, sync_changed_cb, self);
  tambour_sync_stop (self->sync);
  g_clear_object (&self->sync);
}

static void
stop_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  tambour_sync_stop (data);
  g_task_return_boolean (task, TRUE);
}

/* What is on its way may take its time to end, for which no window waits. */
static void
stop_aside (TambourTeam *self)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, NULL, NULL);

  g_signal_handlers_disconnect_by_func (self->sync, sync_changed_cb, self);
  g_task_set_source_tag (task, stop_aside);
  g_task_set_task_data (task, g_steal_pointer (&self->sync), g_object_unref);
  g_task_run_in_thread (task, stop_thread);
}

static void
tambour_team_dispose (GObject *object)
{
  stop (TAMBOUR_TEAM (object));

  G_OBJECT_CLASS (tambour_team_parent_class)->dispose (object);
}

static void
tambour_team_finalize (GObject *object)
{
  TambourTeam *self = TAMBOUR_TEAM (object);

  g_clear_pointer (&self->status, tambour_sync_status_free);
  g_clear_pointer (&self->people, g_strfreev);
  g_clear_pointer (&self->authors, g_hash_table_unref);
  g_clear_pointer (&self->claimed, g_free);

  G_OBJECT_CLASS (tambour_team_parent_class)->finalize (object);
}

static void
tambour_team_class_init (TambourTeamClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tambour_team_dispose;
  G_OBJECT_CLASS (klass)->finalize = tambour_team_finalize;

  /**
   * TambourTeam::changed:
   * @self: the team
   *
   * tambour_team_get_status() says something else.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tambour_team_init (TambourTeam *self)
{
  self->status = new_status ();
}

/**
 * tambour_team_of:
 * @portfolio: a portfolio
 *
 * Returns: (transfer none): the team of @portfolio, which all its windows share
 */
TambourTeam *
tambour_team_of (TambourPortfolio *portfolio)
{
  TambourTeam *self = g_object_get_data (G_OBJECT (portfolio), "tambour-team");

  if (self != NULL)
    return self;

  self = g_object_new (TAMBOUR_TYPE_TEAM, NULL);
  self->portfolio = portfolio;
  g_object_set_data_full (G_OBJECT (portfolio), "tambour-team", self, g_object_unref);
  g_signal_connect_object (portfolio, "changed", G_CALLBACK (portfolio_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * tambour_team_get_portfolio:
 * @self: a team
 *
 * Returns: (transfer none): its portfolio
 */
TambourPortfolio *
tambour_team_get_portfolio (TambourTeam *self)
{
  g_return_val_if_fail (TAMBOUR_IS_TEAM (self), NULL);

  return self->portfolio;
}

/**
 * tambour_team_get_status:
 * @self: a team
 *
 * Returns: (transfer none): how its replication stands
 */
const TambourSyncStatus *
tambour_team_get_status (TambourTeam *self)
{
  g_return_val_if_fail (TAMBOUR_IS_TEAM (self), NULL);

  return self->status;
}

/**
 * tambour_team_went_offline:
 * @self: a team
 *
 * Returns: whether there is no network now, and there was one in this session
 */
gboolean
tambour_team_went_offline (TambourTeam *self)
{
  g_return_val_if_fail (TAMBOUR_IS_TEAM (self), FALSE);

  return self->was_online && self->status->state == TAMBOUR_SYNC_OFFLINE;
}

/**
 * tambour_team_show:
 * @self: a team
 * @status: how its replication stands, of people by the names that they sign in with;
 *   what it says of conflicts is counted here
 *
 * Tells everybody.
 */
void
tambour_team_show (TambourTeam             *self,
                   const TambourSyncStatus *status)
{
  g_return_if_fail (TAMBOUR_IS_TEAM (self));

  tambour_sync_status_free (self->status);
  self->status = tambour_sync_status_copy (status);
  self->status->n_conflicts = self->n_conflicts;
  g_strfreev (self->people);
  self->people = g_steal_pointer (&self->status->people);
  self->status->people = dup_names (self);
  self->was_online |= status->state == TAMBOUR_SYNC_IDLE || status->state == TAMBOUR_SYNC_SENDING || status->state == TAMBOUR_SYNC_RECEIVING;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * tambour_team_begin:
 * @self: a team
 *
 * Counts conflicts and starts the replication, if there is a server and it is not
 * running yet. To be called when a window has drawn its first frame.
 */
void
tambour_team_begin (TambourTeam *self)
{
  g_return_if_fail (TAMBOUR_IS_TEAM (self));

  if (self->is_begun)
    return;

  self->is_begun = TRUE;
  look (self);
  start (self);
}

/**
 * tambour_team_end:
 * @self: a team
 *
 * Ends the replication. To be called before the file is closed.
 */
void
tambour_team_end (TambourTeam *self)
{
  g_autoptr(TambourSyncStatus) status = new_status ();

  g_return_if_fail (TAMBOUR_IS_TEAM (self));

  self->is_begun = FALSE;
  self->has_sent = FALSE;
  g_clear_pointer (&self->claimed, g_free);
  stop (self);
  tambour_team_show (self, status);
}

/**
 * tambour_team_restart:
 * @self: a team
 *
 * Begins anew with the server that the portfolio names now, or with none.
 */
void
tambour_team_restart (TambourTeam *self)
{
  g_return_if_fail (TAMBOUR_IS_TEAM (self));

  tambour_team_end (self);
  tambour_team_begin (self);
}

/**
 * tambour_team_wake:
 * @self: a team
 *
 * Syncs now, where there is a server; also after tambour_team_stop().
 */
void
tambour_team_wake (TambourTeam *self)
{
  g_return_if_fail (TAMBOUR_IS_TEAM (self));

  if (self->sync != NULL)
    tambour_sync_wake (self->sync);
  else if (self->is_begun)
    start (self);
}

/**
 * tambour_team_stop:
 * @self: a team
 *
 * Stops what is being received; what has come stays, and it goes on from there.
 */
void
tambour_team_stop (TambourTeam *self)
{
  g_autoptr(TambourSyncStatus) status = NULL;

  g_return_if_fail (TAMBOUR_IS_TEAM (self));

  if (self->sync == NULL)
    return;

  status = tambour_sync_dup_status (self->sync);
  stop_aside (self);
  status->state = TAMBOUR_SYNC_WAITING;
  g_clear_error (&status->error);
  status->error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, _("What has come stays. Sync Now goes on from there."));
  status->next_attempt.seconds = TAMBOUR_NEVER;
  tambour_team_show (self, status);
}
