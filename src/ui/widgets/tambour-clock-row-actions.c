/* tambour-clock-row-actions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-clock-row-private.h"
#include "tambour-feedback.h"
#include "tambour-fill.h"
#include "tambour-today.h"

/* What can be done about a clock. */

typedef struct
{
  char *case_id;
  char *by;
} Response;

static void
response_free (gpointer data)
{
  Response *response = data;

  g_clear_pointer (&response->case_id, g_free);
  g_clear_pointer (&response->by, g_free);
  g_free (response);
}

static gboolean
fill_response (TambourChange   *change,
               TambourStore    *store,
               TambourInstant   now,
               gpointer         data,
               GError         **error)
{
  Response *response = data;

  return tambour_today_log_response (change, store, response->case_id, response->by, now, error);
}

static void
log_response_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  TambourClockRow *self = TAMBOUR_CLOCK_ROW (widget);
  g_autoptr(TambourChange) change = tambour_portfolio_new_change (self->portfolio, _("Log response"));
  g_autofree char *message = NULL;
  Response *response = g_new0 (Response, 1);

  response->case_id = g_strdup (self->facts->case_id);
  response->by = g_strdup (tambour_portfolio_get_author (self->portfolio));

  /* Translators: %s is what a case is about */
  message = g_strdup_printf (_("Response logged: %s"), gtk_label_get_text (self->title_label));

  /* The row goes when its clock has stopped; its list stays. */
  tambour_fill_and_commit (gtk_widget_get_parent (widget), self->portfolio, change, fill_response, response, response_free, message);
}

static void
open_case_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.open-record", "(ss)", "case", TAMBOUR_CLOCK_ROW (widget)->facts->case_id);
}

static void
open_account_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.open-account", "s", TAMBOUR_CLOCK_ROW (widget)->facts->account_id);
}

static void
called_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GtkWidget) list = user_data;
  g_autoptr(GError) error = NULL;

  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    tambour_feedback_fail (list, error);
}

static void
call_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TambourClockRow *self = TAMBOUR_CLOCK_ROW (widget);
  g_autofree char *number = g_uri_escape_string (self->facts->phone, "+", FALSE);
  g_autofree char *uri = g_strconcat ("tel:", number, NULL);
  g_autoptr(GtkUriLauncher) launcher = gtk_uri_launcher_new (uri);

  gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, called_cb,
                           g_object_ref (gtk_widget_get_parent (widget)));
}

static void
menu_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TambourClockRow *self = TAMBOUR_CLOCK_ROW (widget);

  if (self->menu_button != NULL && gtk_widget_get_visible (GTK_WIDGET (self->menu_button)))
    gtk_menu_button_popup (self->menu_button);
}

/**
 * tambour_clock_row_install:
 * @widget_class: the class of clock rows
 */
void
tambour_clock_row_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "clock.log-response", NULL, log_response_action);
  gtk_widget_class_install_action (widget_class, "clock.open-case", NULL, open_case_action);
  gtk_widget_class_install_action (widget_class, "clock.open-account", NULL, open_account_action);
  gtk_widget_class_install_action (widget_class, "clock.call", NULL, call_action);
  gtk_widget_class_install_action (widget_class, "clock.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r, GDK_CONTROL_MASK, "clock.log-response", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "clock.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "clock.menu", NULL);
}
