/* tambour-portals.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-portals.h"

#include "tambour-inbox.h"
#include "tambour-portal-job.h"
#include "tambour-waker.h"

/**
 * TambourPortals:
 *
 * The connectors of a portfolio that is open: how they stand, which of them are being
 * read, and when the next is read by itself. All its windows share it.
 */
struct _TambourPortals
{
  GObject           parent_instance;

  TambourPortfolio *portfolio;    /* owns this */
  GPtrArray        *all;          /* of TambourPortalStatus, by name */
  GHashTable       *runs;         /* name → Run */
  TambourWaker     *waker;
  GNetworkMonitor  *network;
  char             *wanted;       /* what is read as soon as it is known */
  gboolean          is_begun;
  gboolean          is_reading;
  gboolean          is_stale;
};

G_DEFINE_FINAL_TYPE (TambourPortals, tambour_portals, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What this program has read, or reads. */
typedef struct
{
  GCancellable  *cancellable;   /* NULL when it is over */
  TambourInstant started_at;
  guint64        n_read;
  char          *code;
  char          *error;
} Run;

static void
run_free (Run *run)
{
  g_clear_object (&run->cancellable);
  g_clear_pointer (&run->code, g_free);
  g_clear_pointer (&run->error, g_free);
  g_free (run);
}

static void
status_free (TambourPortalStatus *status)
{
  g_clear_pointer (&status->connector, tambour_connector_free);
  g_clear_pointer (&status->state, tambour_connector_state_free);
  g_free (status);
}

/* --- what is kept ---------------------------------------------------------- */

static gpointer
read_all (TambourStore    *store,
          const char      *me,
          TambourInstant   now,
          gpointer         data,
          GCancellable    *cancellable,
          GError         **error)
{
  g_autoptr(GPtrArray) connectors = tambour_connectors_list (store, error);
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) status_free);

  for (guint i = 0; connectors != NULL && i < connectors->len; i++)
    {
      TambourPortalStatus *status = g_new0 (TambourPortalStatus, 1);
      g_autoptr(GPtrArray) inbox = NULL;

      status->connector = tambour_connector_copy (g_ptr_array_index (connectors, i));
      status->state = tambour_connector_state_read (store, status->connector->name);
      inbox = tambour_inbox_list (store, status->connector->name, FALSE, NULL);
      status->n_inbox = inbox ? inbox->len : 0;
      g_ptr_array_add (all, status);
    }

  return connectors ? g_steal_pointer (&all) : NULL;
}

static void schedule (TambourPortals *self);

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(TambourPortals) self = user_data;
  g_autoptr(GPtrArray) all = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, NULL);
  g_autofree char *wanted = NULL;

  self->is_reading = FALSE;
  if (all != NULL)
    {
      g_clear_pointer (&self->all, g_ptr_array_unref);
      self->all = g_steal_pointer (&all);
      schedule (self);
      g_signal_emit (self, signals[CHANGED], 0);
    }

  if (self->is_stale)
    {
      tambour_portals_refresh (self);
      return;
    }

  wanted = g_steal_pointer (&self->wanted);
  if (wanted != NULL)
    tambour_portals_run (self, wanted);
}

/**
 * tambour_portals_refresh:
 * @self: the connectors of a portfolio
 *
 * Reads what the portfolio keeps of them; what does not change a record is not told by it.
 */
void
tambour_portals_refresh (TambourPortals *self)
{
  g_return_if_fail (TAMBOUR_IS_PORTALS (self));

  self->is_stale = self->is_reading;
  if (self->is_reading)
    return;

  self->is_reading = TRUE;
  tambour_portfolio_load_async (self->portfolio, read_all, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, NULL, read_cb,
                                g_object_ref (self));
}

/**
 * tambour_portals_begin_with:
 * @self: the connectors of a portfolio
 * @name: one that was added
 *
 * Reads what the portfolio keeps of them, and then that portal for the first time.
 */
void
tambour_portals_begin_with (TambourPortals *self,
                            const char     *name)
{
  g_return_if_fail (TAMBOUR_IS_PORTALS (self));

  g_set_str (&self->wanted, name);
  tambour_portals_refresh (self);
}

/* --- reading --------------------------------------------------------------- */

/* Which run something is told of. */
typedef struct
{
  TambourPortals *self;
  char           *name;
} Named;

static Named *
named_new (TambourPortals *self,
           const char     *name)
{
  Named *named = g_new0 (Named, 1);

  named->self = g_object_ref (self);
  named->name = g_strdup (name);

  return named;
}

static void
named_free (Named *named)
{
  g_clear_object (&named->self);
  g_clear_pointer (&named->name, g_free);
  g_free (named);
}

static void
progress_cb (guint64     n_read,
             const char *code,
             gpointer    user_data)
{
  const Named *named = user_data;
  Run *run = g_hash_table_lookup (named->self->runs, named->name);

  if (run == NULL || run->cancellable == NULL)
    return;

  run->n_read = MAX (run->n_read, n_read);
  g_set_str (&run->code, code);
  g_signal_emit (named->self, signals[CHANGED], 0);
}

static void
ran_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  Named *named = user_data;
  Run *run = g_hash_table_lookup (named->self->runs, named->name);
  g_autoptr(GError) error = NULL;

  tambour_portal_job_finish (result, &error);
  g_set_str (&run->error, error && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? error->message : NULL);
  g_clear_object (&run->cancellable);
  tambour_portals_refresh (named->self);
  named_free (named);
}

/* The objects that a run tells things are those of the main loop: it frees them there. */
static gboolean
free_named_cb (gpointer user_data)
{
  named_free (user_data);

  return G_SOURCE_REMOVE;
}

static void
free_named_later (gpointer user_data)
{
  g_idle_add (free_named_cb, user_data);
}

/**
 * tambour_portals_run:
 * @self: the connectors of a portfolio
 * @name: which of them
 *
 * Reads what has changed there, unless that is being done.
 */
void
tambour_portals_run (TambourPortals *self,
                     const char     *name)
{
  const TambourPortalStatus *status = tambour_portals_find (self, name);
  g_autoptr(TambourPortalJob) job = NULL;
  Run *run;

  if (status == NULL || status->is_running)
    return;

  run = g_new0 (Run, 1);
  run->cancellable = g_cancellable_new ();
  run->started_at.seconds = g_get_real_time () / G_USEC_PER_SEC;
  g_hash_table_insert (self->runs, g_strdup (name), run);
  job = tambour_portal_job_new (TAMBOUR_PORTAL_JOB_RUN, status->connector);
  tambour_portal_job_run_async (job, self->portfolio, run->cancellable, progress_cb, named_new (self, name), free_named_later,
                                ran_cb, named_new (self, name));
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * tambour_portals_cancel:
 * @self: the connectors of a portfolio
 * @name: which of them
 *
 * Stops reading; the next time it goes on from there.
 */
void
tambour_portals_cancel (TambourPortals *self,
                        const char     *name)
{
  Run *run;

  g_return_if_fail (TAMBOUR_IS_PORTALS (self));

  if ((run = g_hash_table_lookup (self->runs, name)) && run->cancellable != NULL)
    g_cancellable_cancel (run->cancellable);
}

/* --- by itself ------------------------------------------------------------- */

/* One that cannot even begin is not tried again at once. */
static TambourInstant
find_due (TambourPortals            *self,
          const TambourPortalStatus *status)
{
  const Run *run = g_hash_table_lookup (self->runs, status->connector->name);
  TambourInstant last = status->state->started_at;

  if (status->connector->interval <= 0)
    return (TambourInstant) { TAMBOUR_NEVER };
  if (run != NULL && (!tambour_instant_is_stated (last) || run->started_at.seconds > last.seconds))
    last = run->started_at;
  if (!tambour_instant_is_stated (last))
    return (TambourInstant) { g_get_real_time () / G_USEC_PER_SEC };

  return (TambourInstant) { last.seconds + status->connector->interval * TAMBOUR_MINUTE };
}

/* Sleeps until the next is due; without a network, until there is one. */
static void
schedule (TambourPortals *self)
{
  TambourInstant now = { g_get_real_time () / G_USEC_PER_SEC };
  TambourInstant next = { TAMBOUR_NEVER };

  if (!self->is_begun || !g_network_monitor_get_network_available (self->network))
    {
      tambour_waker_set (self->waker, next);
      return;
    }

  for (guint i = 0; i < self->all->len; i++)
    {
      const TambourPortalStatus *status = g_ptr_array_index (self->all, i);
      TambourInstant due = find_due (self, status);

      if (!tambour_instant_is_stated (due))
        continue;

      if (due.seconds <= now.seconds)
        tambour_portals_run (self, status->connector->name);
      else if (!tambour_instant_is_stated (next) || due.seconds < next.seconds)
        next = due;
    }

  tambour_waker_set (self->waker, next);
}

/* What another program has read meanwhile need not be read again. */
static void
woken_cb (gpointer user_data)
{
  tambour_portals_refresh (user_data);
}

/**
 * tambour_portals_begin:
 * @self: the connectors of a portfolio
 *
 * Reads them by themselves from now on, each when it is due. Of a demonstration, none.
 */
void
tambour_portals_begin (TambourPortals *self)
{
  g_return_if_fail (TAMBOUR_IS_PORTALS (self));

  if (self->is_begun || tambour_portfolio_is_demonstration (self->portfolio) || tambour_portfolio_is_read_only (self->portfolio))
    return;

  self->is_begun = TRUE;
  self->network = g_object_ref (g_network_monitor_get_default ());
  g_signal_connect_object (self->network, "network-changed", G_CALLBACK (schedule), self, G_CONNECT_SWAPPED);
  tambour_portals_refresh (self);
}

/**
 * tambour_portals_end:
 * @self: the connectors of a portfolio
 *
 * Reads none any more; what is being read is stopped.
 */
void
tambour_portals_end (TambourPortals *self)
{
  GHashTableIter iter;
  gpointer run;

  g_return_if_fail (TAMBOUR_IS_PORTALS (self));

  self->is_begun = FALSE;
  if (self->network != NULL)
    g_signal_handlers_disconnect_by_data (self->network, self);
  g_clear_object (&self->network);
  tambour_waker_set (self->waker, (TambourInstant) { TAMBOUR_NEVER });

  g_hash_table_iter_init (&iter, self->runs);
  while (g_hash_table_iter_next (&iter, NULL, &run))
    if (((Run *) run)->cancellable != NULL)
      g_cancellable_cancel (((Run *) run)->cancellable);
}

/* --- the object ------------------------------------------------------------ */

static void
tambour_portals_dispose (GObject *object)
{
  TambourPortals *self = TAMBOUR_PORTALS (object);

  if (self->waker != NULL)
    tambour_portals_end (self);
  g_clear_pointer (&self->waker, tambour_waker_free);

  G_OBJECT_CLASS (tambour_portals_parent_class)->dispose (object);
}

static void
tambour_portals_finalize (GObject *object)
{
  TambourPortals *self = TAMBOUR_PORTALS (object);

  g_clear_pointer (&self->all, g_ptr_array_unref);
  g_clear_pointer (&self->runs, g_hash_table_unref);
  g_clear_pointer (&self->wanted, g_free);

  G_OBJECT_CLASS (tambour_portals_parent_class)->finalize (object);
}

static void
tambour_portals_class_init (TambourPortalsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tambour_portals_dispose;
  G_OBJECT_CLASS (klass)->finalize = tambour_portals_finalize;

  /**
   * TambourPortals::changed:
   * @self: the connectors of a portfolio
   *
   * One of them stands otherwise.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tambour_portals_init (TambourPortals *self)
{
  self->all = g_ptr_array_new_with_free_func ((GDestroyNotify) status_free);
  self->runs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) run_free);
  self->waker = tambour_waker_new (woken_cb, self);
}

/**
 * tambour_portals_of:
 * @portfolio: a portfolio
 *
 * Returns: (transfer none): its connectors, which all its windows share
 */
TambourPortals *
tambour_portals_of (TambourPortfolio *portfolio)
{
  TambourPortals *self = g_object_get_data (G_OBJECT (portfolio), "tambour-portals");

  if (self != NULL)
    return self;

  self = g_object_new (TAMBOUR_TYPE_PORTALS, NULL);
  self->portfolio = portfolio;
  g_object_set_data_full (G_OBJECT (portfolio), "tambour-portals", self, g_object_unref);

  return self;
}

static void
fill (TambourPortals      *self,
      TambourPortalStatus *status)
{
  const Run *run = g_hash_table_lookup (self->runs, status->connector->name);

  status->is_running = run != NULL && run->cancellable != NULL;
  status->n_read = status->is_running ? run->n_read : 0;
  status->code = status->is_running ? run->code : NULL;
  status->error = run != NULL && run->error != NULL ? run->error : status->state->error;
}

/**
 * tambour_portals_get_all:
 * @self: the connectors of a portfolio
 *
 * Returns: (transfer none) (element-type TambourPortalStatus): how they stand, until the
 *   next "changed"; none before they were read
 */
GPtrArray *
tambour_portals_get_all (TambourPortals *self)
{
  g_return_val_if_fail (TAMBOUR_IS_PORTALS (self), NULL);

  for (guint i = 0; i < self->all->len; i++)
    fill (self, g_ptr_array_index (self->all, i));

  return self->all;
}

/**
 * tambour_portals_find:
 * @self: the connectors of a portfolio
 * @name: which of them
 *
 * Returns: (transfer none) (nullable): how it stands, until the next "changed"
 */
const TambourPortalStatus *
tambour_portals_find (TambourPortals *self,
                      const char     *name)
{
  GPtrArray *all = tambour_portals_get_all (self);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const TambourPortalStatus *status = g_ptr_array_index (all, i);

      if (g_strcmp0 (status->connector->name, name) == 0)
        return status;
    }

  return NULL;
}

/**
 * tambour_portals_count:
 * @self: the connectors of a portfolio
 *
 * Returns: how many items wait for somebody to say whose they are
 */
guint
tambour_portals_count (TambourPortals *self)
{
  guint n = 0;

  g_return_val_if_fail (TAMBOUR_IS_PORTALS (self), 0);

  for (guint i = 0; i < self->all->len; i++)
    n += ((const TambourPortalStatus *) g_ptr_array_index (self->all, i))->n_inbox;

  return n;
}
