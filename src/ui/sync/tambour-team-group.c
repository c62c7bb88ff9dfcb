/* tambour-team-group.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-team-group.h"

#include "tambour-connection.h"
#include "tambour-secrets.h"
#include "tambour-sync-settings.h"
#include "tambour-sync.h"
#include "tambour-team.h"
#include "tambour-when.h"

/**
 * TambourTeamGroup:
 *
 * What one can do about the team of a portfolio that is open: connect with its server,
 * or leave it.
 */
struct _TambourTeamGroup
{
  AdwPreferencesGroup  parent_instance;

  TambourServerPage   *page;          /* contains this */
  TambourPortfolio    *portfolio;
  GCancellable        *cancellable;

  /* Template widgets */
  AdwButtonRow        *connect_row;
  GtkWidget           *leave_row;
};

G_DEFINE_FINAL_TYPE (TambourTeamGroup, tambour_team_group, ADW_TYPE_PREFERENCES_GROUP)

/* What goes to a thread. */
typedef struct
{
  TambourServer *server;
  char          *secret;  /* NULL where it stays as it is kept */
} Order;

static void
order_free (Order *order)
{
  g_clear_pointer (&order->server, tambour_server_free);
  g_clear_pointer (&order->secret, tambour_secrets_free);
  g_free (order);
}

static void
show_server (TambourTeamGroup    *self,
             const TambourServer *server)
{
  tambour_server_page_show (self->page, server);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->connect_row), server ? _("Save and Sync") : _("Connect"));
  gtk_widget_set_visible (self->leave_row, server != NULL);
}

/* A result that is no object: whether there is a server does not fit into NULL. */
typedef struct
{
  TambourServer *server;
} Found;

static void
found_free (Found *found)
{
  g_clear_pointer (&found->server, tambour_server_free);
  g_free (found);
}

static gpointer
read_server (TambourStore    *store,
             const char      *me,
             TambourInstant   now,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  Found *found = g_new0 (Found, 1);

  found->server = tambour_sync_settings_read (store, error);

  return found;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(TambourTeamGroup) self = user_data;
  g_autoptr(GError) error = NULL;
  Found *found = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  if (found != NULL)
    show_server (self, found->server);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tambour_server_page_say (self->page, error->message, TRUE);

  g_clear_pointer (&found, found_free);
}

static void
load (TambourTeamGroup *self)
{
  tambour_portfolio_load_async (self->portfolio, read_server, NULL, NULL, (GDestroyNotify) found_free, self->cancellable,
                                read_cb, g_object_ref (self));
}

/* --- connecting ------------------------------------------------------------ */

static gpointer
keep (TambourStore    *store,
      const char      *me,
      TambourInstant   now,
      gpointer         data,
      GCancellable    *cancellable,
      GError         **error)
{
  const Order *order = data;

  if (order->secret != NULL && !tambour_secrets_store (order->server, order->secret, cancellable, error))
    return NULL;

  return tambour_sync_settings_write (store, order->server, error) ? store : NULL;
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(TambourTeamGroup) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean is_kept = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error) != NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "team.connect", TRUE);
  tambour_server_page_say (self->page, is_kept ? _("Connected. Changes are exchanged from now on.") : error->message, !is_kept);
  if (!is_kept)
    return;

  tambour_team_restart (tambour_team_of (self->portfolio));
  load (self);
}

static void
tried_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(TambourTeamGroup) self = user_data;
  Order *order = g_new0 (Order, 1);

  order->server = tambour_connection_finish (TAMBOUR_SERVER_PAGE (source), result, &order->secret);
  if (order->server == NULL || g_cancellable_is_cancelled (self->cancellable))
    {
      if (!g_cancellable_is_cancelled (self->cancellable))
        gtk_widget_action_set_enabled (GTK_WIDGET (self), "team.connect", TRUE);
      order_free (order);
      return;
    }

  tambour_portfolio_load_async (self->portfolio, keep, order, (GDestroyNotify) order_free, NULL, self->cancellable, kept_cb,
                                g_object_ref (self));
}

static void
connect_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TambourTeamGroup *self = TAMBOUR_TEAM_GROUP (widget);

  gtk_widget_action_set_enabled (widget, "team.connect", FALSE);
  tambour_connection_try_async (self->page, self->cancellable, tried_cb, g_object_ref (self));
}

/* --- leaving --------------------------------------------------------------- */

static gpointer
forget (TambourStore    *store,
        const char      *me,
        TambourInstant   now,
        gpointer         data,
        GCancellable    *cancellable,
        GError         **error)
{
  return tambour_sync_leave (store, cancellable, error) ? store : NULL;
}

typedef struct
{
  TambourTeamGroup *self;
  gboolean          is_removal;
} Leaving;

static void
forgotten_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autofree Leaving *leaving = user_data;
  g_autoptr(TambourTeamGroup) self = leaving->self;
  g_autoptr(GError) error = NULL;
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  if (tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error) == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        tambour_server_page_say (self->page, error->message, TRUE);
      return;
    }

  tambour_team_restart (tambour_team_of (self->portfolio));
  if (!leaving->is_removal)
    {
      load (self);
      tambour_server_page_say (self->page, _("You have left the team. What is here stays here."), FALSE);
      return;
    }

  adw_dialog_force_close (ADW_DIALOG (gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_DIALOG)));
  gtk_widget_activate_action (window, "win.remove-portfolio", NULL);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(TambourTeamGroup) self = user_data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);
  Leaving *leaving;

  if (g_str_equal (answer, "cancel") || g_cancellable_is_cancelled (self->cancellable))
    return;

  leaving = g_new0 (Leaving, 1);
  leaving->self = g_object_ref (self);
  leaving->is_removal = g_str_equal (answer, "remove");
  tambour_team_end (tambour_team_of (self->portfolio));
  tambour_portfolio_load_async (self->portfolio, forget, NULL, NULL, NULL, self->cancellable, forgotten_cb, leaving);
}

static char *
dup_warning (TambourTeamGroup *self)
{
  gint64 n = tambour_team_get_status (tambour_team_of (self->portfolio))->n_waiting;
  g_autofree char *name = tambour_portfolio_dup_name (self->portfolio);
  g_autofree char *number = tambour_when_number (n);
  g_autofree char *what = g_strdup_printf (_("“%s” and everything in it can be removed from this computer. It stays on the team server and with the others."), name);
  g_autofree char *waiting = NULL;

  if (n == 0)
    return g_steal_pointer (&what);

  waiting = g_strdup_printf (ngettext ("%s change has not been sent and would be lost.", "%s changes have not been sent and would be lost.",
                                       (gulong) n),
                             number);

  return g_strdup_printf ("%s\n\n%s", what, waiting);
}

static void
leave_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TambourTeamGroup *self = TAMBOUR_TEAM_GROUP (widget);
  g_autofree char *warning = dup_warning (self);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Leave the Team?"), warning));

  adw_alert_dialog_add_responses (dialog, "cancel", _("_Stay"), "keep", _("_Leave, Keep a Copy Here"), "remove", _("Leave and _Remove It Here"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "remove", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (dialog, "cancel");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, widget, self->cancellable, answered_cb, g_object_ref (self));
}

static void
tambour_team_group_dispose (GObject *object)
{
  TambourTeamGroup *self = TAMBOUR_TEAM_GROUP (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_TEAM_GROUP);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (tambour_team_group_parent_class)->dispose (object);
}

static void
tambour_team_group_finalize (GObject *object)
{
  g_clear_object (&TAMBOUR_TEAM_GROUP (object)->cancellable);

  G_OBJECT_CLASS (tambour_team_group_parent_class)->finalize (object);
}

static void
tambour_team_group_class_init (TambourTeamGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_team_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = tambour_team_group_finalize;
  gtk_widget_class_install_action (widget_class, "team.connect", NULL, connect_action);
  gtk_widget_class_install_action (widget_class, "team.leave", NULL, leave_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-team-group.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourTeamGroup, connect_row);
  gtk_widget_class_bind_template_child (widget_class, TambourTeamGroup, leave_row);
}

static void
tambour_team_group_init (TambourTeamGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

/* Returns: (nullable): why a portfolio can have no team */
static const char *
find_obstacle (TambourPortfolio *portfolio)
{
  if (tambour_portfolio_is_demonstration (portfolio))
    return _("This is the demonstration portfolio: nothing of it is sent.");
  if (tambour_portfolio_is_read_only (portfolio))
    return _("The portfolio is open for reading only: nothing can be changed.");

  return NULL;
}

/**
 * tambour_team_group_attach:
 * @page: a page about a server
 * @portfolio: a portfolio
 *
 * Makes it the page about the server of the team of @portfolio.
 */
void
tambour_team_group_attach (TambourServerPage *page,
                           TambourPortfolio  *portfolio)
{
  const char *obstacle = find_obstacle (portfolio);
  TambourTeamGroup *self;

  if (obstacle != NULL)
    {
      tambour_server_page_say (page, obstacle, FALSE);
      gtk_widget_set_sensitive (GTK_WIDGET (page), FALSE);
      return;
    }

  self = g_object_new (TAMBOUR_TYPE_TEAM_GROUP, NULL);
  self->page = page;
  self->portfolio = g_object_ref (portfolio);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (self));
  load (self);
}
