/* tambour-portfolio.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-portfolio-private.h"

#include "tambour-people.h"
#include "tambour-settings.h"

/**
 * TambourPortfolio:
 *
 * A portfolio that is open: its file, the person who works with it, what time
 * it is there, and what was changed and can be taken back. All windows on one
 * file share it.
 *
 * The main loop never waits for the file: what a page shows is read by a
 * function on a thread, and what a person changes is written by one.
 */
G_DEFINE_FINAL_TYPE (TambourPortfolio, tambour_portfolio, G_TYPE_OBJECT)

typedef enum
{
  PROP_CAN_UNDO = 1,
  PROP_CAN_REDO,
  PROP_IS_WRITING,
} TambourPortfolioProps;

static GParamSpec *props[PROP_IS_WRITING + 1];

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What is read once when a portfolio opens, on the thread that opens it. */
typedef struct
{
  TambourStore *store;
  char         *me;
  char         *author;
  char         *plays_at;
  gboolean      is_read_only;
} Opened;

static void
opened_free (Opened *opened)
{
  g_clear_object (&opened->store);
  g_clear_pointer (&opened->me, g_free);
  g_clear_pointer (&opened->author, g_free);
  g_clear_pointer (&opened->plays_at, g_free);
  g_free (opened);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opened, opened_free)

static Opened *
read_opened (TambourStore *store)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_PERSON);
  g_autoptr(TambourRecord) person = NULL;
  Opened *opened = g_new0 (Opened, 1);

  opened->store = g_object_ref (store);
  opened->me = tambour_store_dup_setting (store, TAMBOUR_SETTING_ME);
  opened->plays_at = tambour_store_dup_setting (store, TAMBOUR_SETTING_DEMONSTRATION);

  if (opened->me != NULL)
    person = tambour_store_get (store, klass, opened->me, NULL);
  if (person != NULL)
    opened->author = tambour_record_dup_title (person);
  else
    g_clear_pointer (&opened->me, g_free);

  return opened;
}

/* TAMBOUR_NOW makes the clock stand still, for pictures and tests. */
static void
set_clock (TambourPortfolio *self,
           const char       *plays_at)
{
  const char *fixed = g_getenv ("TAMBOUR_NOW");
  TambourInstant instant;

  if (fixed != NULL && tambour_instant_parse (fixed, &instant))
    self->fixed = instant;
  else if (plays_at != NULL && tambour_instant_parse (plays_at, &instant))
    self->offset = instant.seconds - g_get_real_time () / G_USEC_PER_SEC;
}

static void
store_changed_cb (TambourStore *store,
                  gint64        number,
                  gpointer      user_data)
{
  g_signal_emit (user_data, signals[CHANGED], 0, number);
}

static TambourPortfolio *
take_opened (const Opened *opened)
{
  TambourPortfolio *self = g_object_new (TAMBOUR_TYPE_PORTFOLIO, NULL);

  self->store = g_object_ref (opened->store);
  self->me = g_strdup (opened->me);
  self->author = g_strdup (opened->author ? opened->author : g_get_real_name ());
  self->is_demonstration = opened->plays_at != NULL;
  self->is_read_only = opened->is_read_only;
  set_clock (self, opened->plays_at);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (store_changed_cb), self, 0);

  return self;
}

static void
tambour_portfolio_dispose (GObject *object)
{
  TambourPortfolio *self = TAMBOUR_PORTFOLIO (object);

  tambour_portfolio_close (self);
  g_clear_object (&self->store);
  g_clear_object (&self->ticker);

  G_OBJECT_CLASS (tambour_portfolio_parent_class)->dispose (object);
}

static void
tambour_portfolio_finalize (GObject *object)
{
  TambourPortfolio *self = TAMBOUR_PORTFOLIO (object);

  tambour_portfolio_clear_steps (self);
  g_clear_pointer (&self->me, g_free);
  g_clear_pointer (&self->author, g_free);

  G_OBJECT_CLASS (tambour_portfolio_parent_class)->finalize (object);
}

static void
tambour_portfolio_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  TambourPortfolio *self = TAMBOUR_PORTFOLIO (object);

  switch ((TambourPortfolioProps) prop_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, tambour_portfolio_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, tambour_portfolio_can_redo (self));
      break;
    case PROP_IS_WRITING:
      g_value_set_boolean (value, tambour_portfolio_is_writing (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tambour_portfolio_class_init (TambourPortfolioClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tambour_portfolio_dispose;
  object_class->finalize = tambour_portfolio_finalize;
  object_class->get_property = tambour_portfolio_get_property;

  props[PROP_CAN_UNDO] =
    g_param_spec_boolean ("can-undo", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_CAN_REDO] =
    g_param_spec_boolean ("can-redo", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_IS_WRITING] =
    g_param_spec_boolean ("is-writing", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * TambourPortfolio::changed:
   * @self: the portfolio
   * @number: the newest change number
   *
   * Something was written, by this window, another, or another program.
   */
  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
tambour_portfolio_init (TambourPortfolio *self)
{
  self->ticker = tambour_ticker_new ();
  self->fixed = (TambourInstant) { TAMBOUR_NEVER };
  g_queue_init (&self->undo);
  g_queue_init (&self->redo);
}

/**
 * tambour_portfolio_new:
 * @store: an open store
 *
 * Returns: (transfer full): a portfolio on it; this reads from the file
 */
TambourPortfolio *
tambour_portfolio_new (TambourStore *store)
{
  g_autoptr(Opened) opened = NULL;

  g_return_val_if_fail (TAMBOUR_IS_STORE (store), NULL);

  opened = read_opened (store);

  return take_opened (opened);
}

typedef struct
{
  char              *path;
  TambourStoreFlags  flags;
} Opening;

static void
opening_free (Opening *opening)
{
  g_clear_pointer (&opening->path, g_free);
  g_free (opening);
}

static void
open_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  const Opening *opening = data;
  g_autoptr(TambourStore) store = NULL;
  GError *error = NULL;
  Opened *opened;

  if (!(store = tambour_store_open (opening->path, opening->flags, &error)))
    {
      g_task_return_error (task, error);
      return;
    }

  opened = read_opened (store);
  opened->is_read_only = (opening->flags & TAMBOUR_STORE_READ_ONLY) != 0;
  g_task_return_pointer (task, opened, (GDestroyNotify) opened_free);
}

/**
 * tambour_portfolio_open_async:
 * @path: a file
 * @flags: how to open it
 * @cancellable: (nullable): a cancellable
 * @callback: called when done
 * @user_data: for @callback
 *
 * Opens a portfolio, or makes one; see tambour_store_open().
 */
void
tambour_portfolio_open_async (const char          *path,
                              TambourStoreFlags    flags,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);

  opening->path = g_strdup (path);
  opening->flags = flags;
  g_task_set_source_tag (task, tambour_portfolio_open_async);
  g_task_set_task_data (task, opening, (GDestroyNotify) opening_free);
  g_task_run_in_thread (task, open_thread);
}

/**
 * tambour_portfolio_open_finish:
 * @result: what the callback was given
 * @error: return location for a #TambourStoreError
 *
 * Returns: (transfer full) (nullable): the portfolio
 */
TambourPortfolio *
tambour_portfolio_open_finish (GAsyncResult  *result,
                               GError       **error)
{
  g_autoptr(Opened) opened = NULL;

  g_return_val_if_fail (g_async_result_is_tagged (result, tambour_portfolio_open_async), NULL);

  opened = g_task_propagate_pointer (G_TASK (result), error);

  return opened ? take_opened (opened) : NULL;
}

/**
 * tambour_portfolio_close:
 * @self: a portfolio
 *
 * Closes its file, after what is being written. Everything fails from then on.
 */
void
tambour_portfolio_close (TambourPortfolio *self)
{
  g_return_if_fail (TAMBOUR_IS_PORTFOLIO (self));

  if (self->store != NULL)
    tambour_store_close (self->store);
}

/**
 * tambour_portfolio_get_store:
 * @self: a portfolio
 *
 * For list models and functions on a thread; the main loop reads nothing from it.
 *
 * Returns: (transfer none): its store
 */
TambourStore *
tambour_portfolio_get_store (TambourPortfolio *self)
{
  g_return_val_if_fail (TAMBOUR_IS_PORTFOLIO (self), NULL);

  return self->store;
}

/**
 * tambour_portfolio_get_ticker:
 * @self: a portfolio
 *
 * Returns: (transfer none): the timer of its clocks
 */
TambourTicker *
tambour_portfolio_get_ticker (TambourPortfolio *self)
{
  g_return_val_if_fail (TAMBOUR_IS_PORTFOLIO (self), NULL);

  return self->ticker;
}

/**
 * tambour_portfolio_get_path:
 * @self: a portfolio
 *
 * Returns: (transfer none): the absolute path of its file
 */
const char *
tambour_portfolio_get_path (TambourPortfolio *self)
{
  g_return_val_if_fail (TAMBOUR_IS_PORTFOLIO (self), NULL);

  return tambour_store_get_path (self->store);
}

/**
 * tambour_portfolio_dup_name:
 * @self: a portfolio
 *
 * Returns: (transfer full): what people call it: the file's name without its ending
 */
char *
tambour_portfolio_dup_name (TambourPortfolio *self)
{
  g_autofree char *base = NULL;
  char *name;

  g_return_val_if_fail (TAMBOUR_IS_PORTFOLIO (self), NULL);

  base = g_path_get_basename (tambour_portfolio_get_path (self));
  name = g_filename_display_name (base);
  if (g_str_has_suffix (name, ".tambour"))
    name[strlen (name) - strlen (".tambour")] = '\0';

  return name;
}

/**
 * tambour_portfolio_is_demonstration:
 * @self: a portfolio
 *
 * Returns: whether everything in it is invented, and its clock plays at its own time
 */
gboolean
tambour_portfolio_is_demonstration (TambourPortfolio *self)
{
  g_return_val_if_fail (TAMBOUR_IS_PORTFOLIO (self), FALSE);

  return self->is_demonstration;
}

/**
 * tambour_portfolio_is_read_only:
 * @self: a portfolio
 *
 * Returns: whether nothing in it can be changed
 */
gboolean
tambour_portfolio_is_read_only (TambourPortfolio *self)
{
  g_return_val_if_fail (TAMBOUR_IS_PORTFOLIO (self), FALSE);

  return self->is_read_only;
}

/**
 * tambour_portfolio_is_writing:
 * @self: a portfolio
 *
 * Returns: whether a change is on its way to the file, so that it must stay open
 */
gboolean
tambour_portfolio_is_writing (TambourPortfolio *self)
{
  g_return_val_if_fail (TAMBOUR_IS_PORTFOLIO (self), FALSE);

  return self->n_writing > 0;
}

/**
 * tambour_portfolio_now:
 * @self: a portfolio
 *
 * Returns: what time it is there: that of the computer, but for a demonstration
 */
TambourInstant
tambour_portfolio_now (TambourPortfolio *self)
{
  g_return_val_if_fail (TAMBOUR_IS_PORTFOLIO (self), (TambourInstant) { TAMBOUR_NEVER });

  if (tambour_instant_is_stated (self->fixed))
    return self->fixed;

  return (TambourInstant) { g_get_real_time () / G_USEC_PER_SEC + self->offset };
}

/**
 * tambour_portfolio_set_now:
 * @self: a portfolio
 * @now: an instant
 *
 * Makes its clock stand still at @now.
 */
void
tambour_portfolio_set_now (TambourPortfolio *self,
                           TambourInstant    now)
{
  g_return_if_fail (TAMBOUR_IS_PORTFOLIO (self));

  self->fixed = now;
  tambour_ticker_tick (self->ticker);
}

/**
 * tambour_portfolio_get_me:
 * @self: a portfolio
 *
 * Returns: (transfer none) (nullable): the id of the person who works with it
 */
const char *
tambour_portfolio_get_me (TambourPortfolio *self)
{
  g_return_val_if_fail (TAMBOUR_IS_PORTFOLIO (self), NULL);

  return self->me;
}

/**
 * tambour_portfolio_get_author:
 * @self: a portfolio
 *
 * Returns: (transfer none): who changes are by
 */
const char *
tambour_portfolio_get_author (TambourPortfolio *self)
{
  g_return_val_if_fail (TAMBOUR_IS_PORTFOLIO (self), NULL);

  return self->author;
}

/**
 * tambour_portfolio_set_me:
 * @self: a portfolio
 * @person_id: (nullable): who works with it, or %NULL for nobody in particular
 * @name: (nullable): that person's name
 * @error: return location for a #TambourStoreError
 *
 * Pages show the accounts of that person from then on.
 *
 * Returns: %TRUE if the portfolio keeps it
 */
gboolean
tambour_portfolio_set_me (TambourPortfolio  *self,
                          const char        *person_id,
                          const char        *name,
                          GError           **error)
{
  g_return_val_if_fail (TAMBOUR_IS_PORTFOLIO (self), FALSE);

  if (!tambour_store_set_setting (self->store, TAMBOUR_SETTING_ME, person_id, error))
    return FALSE;

  g_set_str (&self->me, person_id);
  g_set_str (&self->author, name ? name : g_get_real_name ());
  g_signal_emit (self, signals[CHANGED], 0, tambour_store_last_change (self->store));

  return TRUE;
}

static void
written_cb (TambourPortfolio *self)
{
  self->n_writing--;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IS_WRITING]);
}

/**
 * tambour_portfolio_begin_write:
 * @self: a portfolio
 * @task: writes to its file
 *
 * Until @task is done, the file must stay open.
 */
void
tambour_portfolio_begin_write (TambourPortfolio *self,
                               GTask            *task)
{
  self->n_writing++;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IS_WRITING]);
  g_signal_connect_object (task, "notify::completed", G_CALLBACK (written_cb), self, G_CONNECT_SWAPPED);
}

/**
 * tambour_portfolio_notify_steps:
 * @self: a portfolio
 *
 * Says that what can be taken back, or put back, may have changed.
 */
void
tambour_portfolio_notify_steps (TambourPortfolio *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAN_UNDO]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAN_REDO]);
}
