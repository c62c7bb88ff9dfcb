/* tambour-join-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <errno.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "tambour-breadth.h"
#include "tambour-connection.h"
#include "tambour-erase.h"
#include "tambour-join-dialog.h"
#include "tambour-save-keys.h"
#include "tambour-secrets.h"
#include "tambour-sync-settings.h"

/**
 * TambourJoinDialog:
 *
 * Asks where a team’s database is, and makes an empty portfolio that belongs to it:
 * what the team has comes when it is open.
 */
struct _TambourJoinDialog
{
  AdwDialog          parent_instance;

  char              *path;
  GCancellable      *cancellable;

  /* Template widgets */
  AdwHeaderBar      *header_bar;
  TambourServerPage *page;
};

G_DEFINE_FINAL_TYPE (TambourJoinDialog, tambour_join_dialog, ADW_TYPE_DIALOG)

enum
{
  CREATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What goes to the thread. */
typedef struct
{
  TambourServer *server;
  char          *secret;
  char          *path;
} Order;

static void
order_free (Order *order)
{
  g_clear_pointer (&order->server, tambour_server_free);
  g_clear_pointer (&order->secret, tambour_secrets_free);
  g_clear_pointer (&order->path, g_free);
  g_free (order);
}

/* A portfolio that does not know its team was not made. */
static gboolean
create (const Order   *order,
        GCancellable  *cancellable,
        GError       **error)
{
  g_autofree char *folder = g_path_get_dirname (order->path);
  g_autoptr(TambourStore) store = NULL;
  gboolean ok;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
                   _("The folder “%s” cannot be made: %s"), folder, g_strerror (errno));
      return FALSE;
    }

  if (order->secret != NULL && !tambour_secrets_store (order->server, order->secret, cancellable, error))
    return FALSE;
  if (!(store = tambour_store_open (order->path, TAMBOUR_STORE_CREATE, error)))
    return FALSE;

  ok = tambour_sync_settings_write (store, order->server, error);
  tambour_store_close (store);
  if (!ok)
    tambour_erase_portfolio (order->path, NULL);

  return ok;
}

static void
create_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  GError *error = NULL;

  if (create (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
created_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  TambourJoinDialog *self = TAMBOUR_JOIN_DIALOG (source);
  g_autoptr(GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_autofree char *path = g_strdup (self->path);

      adw_dialog_force_close (ADW_DIALOG (self));
      g_signal_emit (self, signals[CREATED], 0, path);
      return;
    }

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "join.join", TRUE);
  tambour_server_page_say (self->page, error->message, TRUE);
}

static void
tried_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(TambourJoinDialog) self = user_data;
  g_autoptr(GTask) task = NULL;
  Order *order = g_new0 (Order, 1);

  order->server = tambour_connection_finish (TAMBOUR_SERVER_PAGE (source), result, &order->secret);
  if (order->server == NULL || g_cancellable_is_cancelled (self->cancellable))
    {
      if (!g_cancellable_is_cancelled (self->cancellable))
        gtk_widget_action_set_enabled (GTK_WIDGET (self), "join.join", TRUE);
      order_free (order);
      return;
    }

  order->path = g_strdup (self->path);
  task = g_task_new (self, self->cancellable, created_cb, NULL);
  g_task_set_task_data (task, order, (GDestroyNotify) order_free);
  g_task_run_in_thread (task, create_thread);
}

static void
join_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TambourJoinDialog *self = TAMBOUR_JOIN_DIALOG (widget);

  gtk_widget_action_set_enabled (widget, "join.join", FALSE);
  tambour_connection_try_async (self->page, self->cancellable, tried_cb, g_object_ref (self));
}

static void
tambour_join_dialog_closed (AdwDialog *dialog)
{
  g_cancellable_cancel (TAMBOUR_JOIN_DIALOG (dialog)->cancellable);
}

static void
tambour_join_dialog_dispose (GObject *object)
{
  g_cancellable_cancel (TAMBOUR_JOIN_DIALOG (object)->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_JOIN_DIALOG);

  G_OBJECT_CLASS (tambour_join_dialog_parent_class)->dispose (object);
}

static void
tambour_join_dialog_finalize (GObject *object)
{
  TambourJoinDialog *self = TAMBOUR_JOIN_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (tambour_join_dialog_parent_class)->finalize (object);
}

static void
tambour_join_dialog_class_init (TambourJoinDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tambour_join_dialog_dispose;
  object_class->finalize = tambour_join_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = tambour_join_dialog_closed;
  g_type_ensure (TAMBOUR_TYPE_SERVER_PAGE);

  /**
   * TambourJoinDialog::created:
   * @self: the dialog
   * @path: the new portfolio
   *
   * It is there, and empty.
   */
  signals[CREATED] = g_signal_new ("created", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "join.join", NULL, join_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-join-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourJoinDialog, header_bar);
  gtk_widget_class_bind_template_child (widget_class, TambourJoinDialog, page);
}

/* Between two buttons there is no room for a title; the page says what it is about. */
static void
arrange (GtkWidget      *widget,
         TambourBreadth  breadth)
{
  adw_header_bar_set_show_title (TAMBOUR_JOIN_DIALOG (widget)->header_bar, breadth < TAMBOUR_BREADTH_NARROW);
}

static void
tambour_join_dialog_init (TambourJoinDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  tambour_save_keys_add (GTK_WIDGET (self), gtk_named_action_new ("join.join"));
  tambour_server_page_take_focus (self->page);
  tambour_breadth_follow (GTK_WIDGET (self), arrange);
}

/**
 * tambour_join_dialog_new:
 * @path: where the portfolio is kept
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
tambour_join_dialog_new (const char *path)
{
  TambourJoinDialog *self = g_object_new (TAMBOUR_TYPE_JOIN_DIALOG, NULL);

  self->path = g_strdup (path);

  return ADW_DIALOG (self);
}
