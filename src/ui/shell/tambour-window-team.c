/* tambour-window-team.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-conflict-dialog.h"
#include "tambour-preferences.h"
#include "tambour-team.h"
#include "tambour-window-private.h"

/* The commands of the window that concern the team. */

/* Never a dialog over a dialog (DESIGN.md section 1). */
static gboolean
can_ask (TambourWindow *self)
{
  return self->portfolio != NULL && adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) == NULL;
}

static void
resolve_conflicts_action (GtkWidget  *widget,
                          const char *action_name,
                          GVariant   *parameter)
{
  TambourWindow *self = TAMBOUR_WINDOW (widget);

  if (can_ask (self))
    tambour_conflict_dialog_present (widget, self->portfolio, NULL);
}

static void
resolve_record_action (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  TambourWindow *self = TAMBOUR_WINDOW (widget);

  if (can_ask (self))
    tambour_conflict_dialog_present (widget, self->portfolio, g_variant_get_string (parameter, NULL));
}

static void
sync_now_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  TambourWindow *self = TAMBOUR_WINDOW (widget);

  if (self->portfolio != NULL)
    tambour_team_wake (tambour_team_of (self->portfolio));
}

static void
stop_sync_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  TambourWindow *self = TAMBOUR_WINDOW (widget);

  if (self->portfolio != NULL)
    tambour_team_stop (tambour_team_of (self->portfolio));
}

static void
show_team_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  TambourWindow *self = TAMBOUR_WINDOW (widget);

  if (can_ask (self))
    tambour_preferences_present_team (widget, self->portfolio);
}

static void
open_inbox_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  TambourWindow *self = TAMBOUR_WINDOW (widget);

  if (can_ask (self))
    tambour_preferences_present_inbox (widget, self->portfolio);
}

/**
 * tambour_window_install_team_actions:
 * @widget_class: the class of windows
 */
void
tambour_window_install_team_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.resolve-conflicts", NULL, resolve_conflicts_action);
  gtk_widget_class_install_action (widget_class, "win.resolve-record", "s", resolve_record_action);
  gtk_widget_class_install_action (widget_class, "win.sync-now", NULL, sync_now_action);
  gtk_widget_class_install_action (widget_class, "win.stop-sync", NULL, stop_sync_action);
  gtk_widget_class_install_action (widget_class, "win.show-team", NULL, show_team_action);
  gtk_widget_class_install_action (widget_class, "win.open-inbox", NULL, open_inbox_action);
}
