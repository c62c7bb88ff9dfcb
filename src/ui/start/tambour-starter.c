/* tambour-starter.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-account.h"
#include "tambour-feedback.h"
#include "tambour-opening-page.h"
#include "tambour-start-page.h"
#include "tambour-starter-private.h"
#include "tambour-trouble-page.h"

/* Until then, nothing says that a portfolio is being opened (DESIGN.md section 7). */
#define PATIENCE_MS 200

/**
 * TambourStarter:
 *
 * How a window comes to its portfolio: what it shows before there is one, while
 * one opens, and when that fails. It closes the portfolio with the last window
 * that shows it, and keeps the state of the window.
 */
G_DEFINE_FINAL_TYPE (TambourStarter, tambour_starter, G_TYPE_OBJECT)

static void
stop_opening (TambourStarter *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->patience, g_source_remove);
}

static void
show_page (TambourStarter *self,
           GtkWidget      *page)
{
  tambour_window_show_start (self->window, page);
  gtk_window_present (GTK_WINDOW (self->window));
}

/**
 * tambour_starter_hold:
 * @self: a starter
 * @portfolio: (nullable): what its window shows from now on
 *
 * Keeps it open, and no longer what the window showed before.
 */
void
tambour_starter_hold (TambourStarter   *self,
                      TambourPortfolio *portfolio)
{
  g_autoptr(TambourPortfolio) before = g_steal_pointer (&self->held);

  if (portfolio != NULL)
    {
      self->held = g_object_ref (portfolio);
      tambour_portfolios_hold (self->portfolios, portfolio);
    }
  if (before != NULL)
    tambour_portfolios_release (self->portfolios, before);
}

/* What opens by itself is what one works with, not what one looks at. */
static void
choose_own (TambourStarter   *self,
            TambourPortfolio *portfolio)
{
  g_autofree char *own = tambour_portfolios_dup_own_path (self->portfolios);

  if (!tambour_portfolio_is_demonstration (portfolio) && !tambour_portfolio_is_read_only (portfolio) &&
      !g_file_test (own, G_FILE_TEST_EXISTS))
    tambour_portfolios_choose (self->portfolios, tambour_portfolio_get_path (portfolio));
}

static void
say_message (TambourStarter *self)
{
  AdwToast *toast;

  if (self->message == NULL)
    return;

  toast = adw_toast_new (self->message);
  adw_toast_set_use_markup (toast, FALSE);
  if (self->is_new)
    {
      adw_toast_set_button_label (toast, _("Import Accounts…"));
      adw_toast_set_action_name (toast, "win.import-accounts");
      adw_toast_set_timeout (toast, 15);
    }
  adw_toast_overlay_add_toast (tambour_feedback_get_overlay (GTK_WIDGET (self->window)), toast);
  g_clear_pointer (&self->message, g_free);
  self->is_new = FALSE;
}

/* @place and @account_id: where in it, or %NULL for where it begins. */
static void
show_portfolio (TambourStarter   *self,
                TambourPortfolio *portfolio,
                const char       *place,
                const char       *account_id)
{
  /* Another window may have been faster. */
  TambourPortfolio *known = tambour_portfolios_find (self->portfolios, tambour_portfolio_get_path (portfolio),
                                                     tambour_portfolio_is_read_only (portfolio));
  g_autofree char *name = NULL;

  if (known != NULL)
    portfolio = known;

  stop_opening (self);
  choose_own (self, portfolio);
  tambour_portfolios_remember (self->portfolios, tambour_portfolio_get_path (portfolio));

  tambour_window_set_portfolio (self->window, portfolio);
  tambour_starter_hold (self, portfolio);
  tambour_starter_update_actions (self);
  if (account_id != NULL)
    tambour_window_open_account (self->window, account_id);
  else if (place != NULL)
    tambour_window_go_place (self->window, place);

  name = tambour_portfolio_dup_name (portfolio);
  gtk_window_set_title (GTK_WINDOW (self->window), name);
  tambour_window_present (self->window);
  say_message (self);
}

/* Where one was last: the account is there, or has gone meanwhile. */
static void
found_account_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(TambourStarter) self = user_data;
  g_autoptr(TambourRecord) account = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, NULL);

  if (self->window != NULL && !g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    show_portfolio (self, TAMBOUR_PORTFOLIO (source), NULL, account ? tambour_record_get_id (account) : NULL);
}

static gpointer
find_account (TambourStore    *store,
              const char      *me,
              TambourInstant   now,
              gpointer         data,
              GCancellable    *cancellable,
              GError         **error)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_ACCOUNT);

  return tambour_store_get (store, klass, data, error);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  TambourStarter *self = TAMBOUR_STARTER (source);
  g_autoptr(TambourTrouble) trouble = g_task_propagate_pointer (G_TASK (result), NULL);
  g_auto(GStrv) recent = NULL;
  gboolean is_known;

  if (self->window == NULL || trouble == NULL)
    return;

  stop_opening (self);

  /* What the window shows stays. */
  if (tambour_window_get_portfolio (self->window) != NULL)
    {
      g_autoptr(GError) error = g_error_new_literal (TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_FAILED, trouble->reason);

      tambour_starter_fail (self, error);
      return;
    }

  recent = tambour_portfolios_dup_recent (self->portfolios);
  is_known = g_strv_contains ((const char * const *) recent, trouble->path) || tambour_portfolios_has_chosen (self->portfolios);
  show_page (self, tambour_trouble_page_new (trouble, trouble->kind == TAMBOUR_TROUBLE_MISSING && is_known));
}

typedef struct
{
  char   *path;
  GError *error;
} Failure;

static void
failure_free (Failure *failure)
{
  g_clear_pointer (&failure->path, g_free);
  g_clear_error (&failure->error);
  g_free (failure);
}

static void
look_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  const Failure *failure = data;

  g_task_return_pointer (task, tambour_trouble_new (failure->path, failure->error), (GDestroyNotify) tambour_trouble_free);
}

static void
look_closer (TambourStarter *self,
             GError         *error)
{
  g_autoptr(GTask) task = g_task_new (self, self->cancellable, looked_cb, NULL);
  Failure *failure = g_new0 (Failure, 1);

  failure->path = g_strdup (self->path);
  failure->error = g_error_copy (error);
  g_task_set_task_data (task, failure, (GDestroyNotify) failure_free);
  g_task_run_in_thread (task, look_thread);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourStarter) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourPortfolio) portfolio = tambour_portfolio_open_finish (result, &error);
  g_autofree char *account = NULL;
  g_autofree char *place = NULL;

  if (self->window == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (portfolio == NULL)
    {
      look_closer (self, error);
      return;
    }

  place = tambour_starter_dup_place (self, &account);
  if (account == NULL)
    show_portfolio (self, portfolio, place, NULL);
  else
    tambour_portfolio_load_async (portfolio, find_account, g_steal_pointer (&account), g_free, g_object_unref,
                                  self->cancellable, found_account_cb, g_object_ref (self));
}

/* What one looks at stays until there is something else to look at. */
static gboolean
takes_long_cb (gpointer user_data)
{
  TambourStarter *self = user_data;

  self->patience = 0;
  if (tambour_window_get_portfolio (self->window) == NULL)
    show_page (self, tambour_opening_page_new (self->path));

  return G_SOURCE_REMOVE;
}

static gboolean
close_request_cb (TambourStarter *self)
{
  tambour_starter_save_state (self);

  return GDK_EVENT_PROPAGATE;
}

static void
destroy_cb (TambourStarter *self)
{
  stop_opening (self);
  tambour_starter_hold (self, NULL);
  self->window = NULL;
}

static void
tambour_starter_dispose (GObject *object)
{
  TambourStarter *self = TAMBOUR_STARTER (object);

  stop_opening (self);
  g_clear_object (&self->held);
  g_clear_object (&self->portfolios);

  G_OBJECT_CLASS (tambour_starter_parent_class)->dispose (object);
}

static void
tambour_starter_finalize (GObject *object)
{
  TambourStarter *self = TAMBOUR_STARTER (object);

  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->message, g_free);

  G_OBJECT_CLASS (tambour_starter_parent_class)->finalize (object);
}

static void
tambour_starter_class_init (TambourStarterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tambour_starter_dispose;
  object_class->finalize = tambour_starter_finalize;
}

static void
tambour_starter_init (TambourStarter *self)
{
}

/**
 * tambour_starter_new:
 * @application: (nullable): the application
 * @portfolios: the portfolios of the program
 *
 * Makes a window, which is not on the screen before there is something to show.
 *
 * Returns: (transfer none): what brings it to its portfolio; the window keeps it
 */
TambourStarter *
tambour_starter_new (GtkApplication    *application,
                     TambourPortfolios *portfolios)
{
  TambourStarter *self = g_object_new (TAMBOUR_TYPE_STARTER, NULL);

  self->portfolios = g_object_ref (portfolios);
  self->window = tambour_window_new (application);
  g_object_set_data_full (G_OBJECT (self->window), "tambour-starter", self, g_object_unref);

  g_signal_connect_swapped (self->window, "close-request", G_CALLBACK (close_request_cb), self);
  g_signal_connect_swapped (self->window, "destroy", G_CALLBACK (destroy_cb), self);
  tambour_window_set_recent (self->window, tambour_portfolios_get_recent_menu (portfolios));
  tambour_starter_load_state (self);
  tambour_starter_add_actions (self);

  return self;
}

/**
 * tambour_starter_of:
 * @window: a window
 *
 * Returns: (transfer none) (nullable): what brings it to its portfolio
 */
TambourStarter *
tambour_starter_of (TambourWindow *window)
{
  return g_object_get_data (G_OBJECT (window), "tambour-starter");
}

/**
 * tambour_starter_get_window:
 * @self: a starter
 *
 * Returns: (transfer none) (nullable): its window, while that is there
 */
TambourWindow *
tambour_starter_get_window (TambourStarter *self)
{
  g_return_val_if_fail (TAMBOUR_IS_STARTER (self), NULL);

  return self->window;
}

/**
 * tambour_starter_begin:
 * @self: a starter
 *
 * Opens the person’s own portfolio; who has none yet is welcomed.
 */
void
tambour_starter_begin (TambourStarter *self)
{
  g_autofree char *own = NULL;

  g_return_if_fail (TAMBOUR_IS_STARTER (self));

  own = tambour_portfolios_dup_own_path (self->portfolios);
  if (tambour_portfolios_has_chosen (self->portfolios) || g_file_test (own, G_FILE_TEST_EXISTS))
    tambour_starter_open (self, own, TAMBOUR_STORE_OPEN);
  else
    tambour_starter_show_start (self);
}

/**
 * tambour_starter_open:
 * @self: a starter
 * @path: a file
 * @flags: how to open it
 *
 * Shows the portfolio, or why it cannot be opened.
 */
void
tambour_starter_open (TambourStarter    *self,
                      const char        *path,
                      TambourStoreFlags  flags)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  TambourPortfolio *known;

  g_return_if_fail (TAMBOUR_IS_STARTER (self));

  stop_opening (self);
  g_set_str (&self->path, absolute);
  self->flags = flags;

  if ((known = tambour_portfolios_find (self->portfolios, self->path, (flags & TAMBOUR_STORE_READ_ONLY) != 0)))
    {
      show_portfolio (self, known, NULL, NULL);
      return;
    }

  self->cancellable = g_cancellable_new ();
  self->patience = g_timeout_add (PATIENCE_MS, takes_long_cb, self);
  tambour_portfolio_open_async (self->path, flags | TAMBOUR_STORE_IMPATIENT, self->cancellable, opened_cb, g_object_ref (self));
}

/**
 * tambour_starter_share:
 * @self: a starter
 * @portfolio: what another window shows
 *
 * Shows it in this window as well.
 */
void
tambour_starter_share (TambourStarter   *self,
                       TambourPortfolio *portfolio)
{
  g_return_if_fail (TAMBOUR_IS_STARTER (self));

  show_portfolio (self, portfolio, NULL, NULL);
}

/**
 * tambour_starter_show_start:
 * @self: a starter of a window without a portfolio
 *
 * Shows the first page; what was being opened is not wanted any more.
 */
void
tambour_starter_show_start (TambourStarter *self)
{
  g_auto(GStrv) recent = tambour_portfolios_dup_recent (self->portfolios);

  stop_opening (self);
  g_clear_pointer (&self->path, g_free);
  show_page (self, tambour_start_page_new ((const char * const *) recent));
}

/**
 * tambour_starter_choose:
 * @self: a starter
 *
 * Returns: (transfer none): the starter of this window if it has nothing to
 *   show yet, or that of a new one
 */
TambourStarter *
tambour_starter_choose (TambourStarter *self)
{
  if (tambour_window_get_portfolio (self->window) == NULL)
    return self;

  return tambour_starter_new (gtk_window_get_application (GTK_WINDOW (self->window)), self->portfolios);
}

/**
 * tambour_starter_fail:
 * @self: a starter
 * @error: why something could not be done
 *
 * Says so over what the window shows.
 */
void
tambour_starter_fail (TambourStarter *self,
                      const GError   *error)
{
  if (self->window != NULL)
    tambour_feedback_fail (GTK_WIDGET (self->window), error);
}
