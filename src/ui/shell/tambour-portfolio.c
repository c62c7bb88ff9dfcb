/* tambour-portfolio.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-portfolio-private.h"

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
  g_clear_pointer (&self->ahead, g_ptr_array_unref);
  g_clear_pointer (&self->me, g_free);
  g_clear_pointer (&self->author, g_free);
  g_clear_pointer (&self->told, g_free);

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
  self->clock.fixed = (TambourInstant) { TAMBOUR_NEVER };
  g_queue_init (&self->undo);
  g_queue_init (&self->redo);
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

  return tambour_portfolio_clock_read (&self->clock);
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

  self->clock.fixed = now;
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
