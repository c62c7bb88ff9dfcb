/* tambour-clock-row-actions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-clock-row-private.h"
#include "tambour-launch.h"
#include "tambour-response.h"

/* What can be done about a clock. */

static void
log_response_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  TambourClockRow *self = TAMBOUR_CLOCK_ROW (widget);

  /* The row goes when its clock has stopped; its list stays. */
  tambour_response_log (gtk_widget_get_parent (widget), self->portfolio, self->facts->case_id, gtk_label_get_text (self->title_label));
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
call_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TambourClockRow *self = TAMBOUR_CLOCK_ROW (widget);
  g_autofree char *number = g_uri_escape_string (self->facts->phone, "+", FALSE);
  g_autofree char *uri = g_strconcat ("tel:", number, NULL);

  tambour_launch_uri (gtk_widget_get_parent (widget), uri);
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
