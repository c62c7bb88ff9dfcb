/* tambour-window-actions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-account-page.h"
#include "tambour-account-sections.h"
#include "tambour-feedback.h"
#include "tambour-places.h"
#include "tambour-search-dialog.h"
#include "tambour-section-page.h"
#include "tambour-window-private.h"

/* The commands of the window, and their keys (DESIGN.md section 6). */

static void
go_place_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  tambour_window_go_place (TAMBOUR_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
open_account_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  TambourWindow *self = TAMBOUR_WINDOW (widget);

  if (self->portfolio != NULL)
    tambour_window_open_account (self, g_variant_get_string (parameter, NULL));
}

static void
step_account (TambourWindow *self,
              int            step)
{
  g_autofree char *account_id = tambour_sidebar_dup_neighbour (self->sidebar, tambour_window_get_account (self), step);

  if (account_id != NULL)
    tambour_window_open_account (self, account_id);
}

static void
next_account_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  step_account (TAMBOUR_WINDOW (widget), 1);
}

static void
previous_account_action (GtkWidget  *widget,
                         const char *action_name,
                         GVariant   *parameter)
{
  step_account (TAMBOUR_WINDOW (widget), -1);
}

/* What is looked up of an account has a page of its own. */
static gboolean
push_aside (TambourWindow *self,
            const char    *account_id,
            const char    *section)
{
  const TambourAccountSection *aside = tambour_account_sections_find_aside (section);

  if (aside == NULL)
    return FALSE;

  tambour_window_push (self, TAMBOUR_PAGE (tambour_section_page_new (self->portfolio, account_id, aside)));

  return TRUE;
}

static void
show_section_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  TambourWindow *self = TAMBOUR_WINDOW (widget);
  TambourPage *page = tambour_window_get_page (self);
  const char *section = g_variant_get_string (parameter, NULL);

  if (page != NULL && TAMBOUR_IS_ACCOUNT_PAGE (page) &&
      !push_aside (self, tambour_account_page_get_account (TAMBOUR_ACCOUNT_PAGE (page)), section))
    tambour_account_page_show_section (TAMBOUR_ACCOUNT_PAGE (page), section);
}

static void
open_section_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  TambourWindow *self = TAMBOUR_WINDOW (widget);
  const char *account_id, *section;

  g_variant_get (parameter, "(&s&s)", &account_id, &section);
  if (self->portfolio == NULL)
    return;

  /* A page that is new begins with it. */
  if (tambour_account_sections_find_aside (section) == NULL)
    tambour_account_sections_remember (account_id, section);
  tambour_window_open_account (self, account_id);
  if (!push_aside (self, account_id, section))
    tambour_account_page_show_section (TAMBOUR_ACCOUNT_PAGE (tambour_window_get_page (self)), section);
}

static void
search_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TambourWindow *self = TAMBOUR_WINDOW (widget);
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self));

  /* Never a dialog over a dialog (DESIGN.md section 1). */
  if (self->portfolio == NULL || dialog != NULL)
    return;

  dialog = ADW_DIALOG (tambour_search_dialog_new (self->portfolio, tambour_window_get_account (self)));
  adw_dialog_present (dialog, widget);
}

static void
filter_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TambourPage *page = tambour_window_get_page (TAMBOUR_WINDOW (widget));

  if (page != NULL)
    tambour_page_filter (page);
}

/* Says what was taken back or done again; @label is what a person did. */
static void
say_turned (TambourWindow *self,
            const char    *message)
{
  adw_toast_overlay_dismiss_all (self->toast_overlay);
  tambour_feedback_say (GTK_WIDGET (self->stack), message);
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *label = tambour_portfolio_undo_finish (TAMBOUR_PORTFOLIO (source), result, &error);
  g_autofree char *message = NULL;

  if (label == NULL)
    {
      tambour_feedback_fail (GTK_WIDGET (self->stack), error);
      return;
    }

  /* Translators: %s is what a person did: "Edit contact" */
  message = g_strdup_printf (_("Undone: %s"), label);
  say_turned (self, message);
}

static void
redone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *label = tambour_portfolio_undo_finish (TAMBOUR_PORTFOLIO (source), result, &error);
  g_autofree char *message = NULL;

  if (label == NULL)
    {
      tambour_feedback_fail (GTK_WIDGET (self->stack), error);
      return;
    }

  /* Translators: %s is what a person did: "Edit contact" */
  message = g_strdup_printf (_("Done again: %s"), label);
  say_turned (self, message);
}

static void
undo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TambourWindow *self = TAMBOUR_WINDOW (widget);

  if (self->portfolio != NULL && tambour_portfolio_can_undo (self->portfolio))
    tambour_portfolio_undo_async (self->portfolio, undone_cb, g_object_ref (self));
}

static void
redo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TambourWindow *self = TAMBOUR_WINDOW (widget);

  if (self->portfolio != NULL && tambour_portfolio_can_redo (self->portfolio))
    tambour_portfolio_redo_async (self->portfolio, redone_cb, g_object_ref (self));
}

/* From the sidebar to the page and back. */
static void
next_pane_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  TambourWindow *self = TAMBOUR_WINDOW (widget);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean is_aside = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->sidebar));

  if (adw_navigation_split_view_get_collapsed (self->split_view))
    adw_navigation_split_view_set_show_content (self->split_view, is_aside);

  gtk_widget_child_focus (is_aside ? GTK_WIDGET (self->places) : GTK_WIDGET (self->sidebar), GTK_DIR_TAB_FORWARD);
}

static void
back_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TambourWindow *self = TAMBOUR_WINDOW (widget);
  GtkWidget *navigation = gtk_stack_get_visible_child (self->places);

  if (navigation != NULL && adw_navigation_view_pop (ADW_NAVIGATION_VIEW (navigation)))
    return;

  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
}

static void
add_key (GtkEventController *keys,
         const char         *accelerator,
         const char         *action,
         const char         *target)
{
  GtkShortcutTrigger *trigger = gtk_shortcut_trigger_parse_string (accelerator);
  GtkShortcut *shortcut;

  g_assert (trigger != NULL);

  shortcut = gtk_shortcut_new (trigger, gtk_named_action_new (action));
  if (target != NULL)
    gtk_shortcut_set_arguments (shortcut, g_variant_new_string (target));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
}

static void
add_numbered_keys (GtkEventController *keys)
{
  for (guint i = 0; i < tambour_places_get_n (); i++)
    {
      g_autofree char *accelerator = g_strdup_printf ("<Control>%u", i + 1);

      add_key (keys, accelerator, "win.go-place", tambour_places_get (i)->id);
    }

  for (guint i = 1; i <= 9; i++)
    {
      g_autofree char *accelerator = g_strdup_printf ("<Alt>%u", i);
      g_autofree char *number = g_strdup_printf ("%u", i);

      add_key (keys, accelerator, "win.show-section", number);
    }
}

/* GTK would build it with each window, which takes as long as the sidebar. */
static void
show_shortcuts_action (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  g_autoptr(GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/tambour/Tambour/ui/help-overlay.ui");
  GtkWindow *overlay = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  gtk_window_set_transient_for (overlay, GTK_WINDOW (widget));
  gtk_window_set_destroy_with_parent (overlay, TRUE);
  gtk_window_present (overlay);
}

/**
 * tambour_window_add_keys:
 * @self: a window
 *
 * Lists scroll by Ctrl and Page Down, so the window's keys come before those of
 * what has the focus, but for the ones that texts and dialogs have as well.
 */
void
tambour_window_add_keys (TambourWindow *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkEventController *late = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_numbered_keys (keys);
  add_key (keys, "<Control>Page_Down", "win.next-account", NULL);
  add_key (keys, "<Control>Page_Up", "win.previous-account", NULL);
  add_key (keys, "<Control>k", "win.search", NULL);
  add_key (keys, "<Control>d", "win.open-actions", NULL);
  add_key (keys, "<Control>e", "win.edit", NULL);
  add_key (keys, "<Control>f", "win.filter", NULL);
  add_key (keys, "<Control>l", "win.log-call", NULL);
  add_key (keys, "<Control>n", "win.new", NULL);
  add_key (keys, "<Control>question", "win.show-help-overlay", NULL);
  add_key (keys, "F5", "win.sync-now", NULL);
  add_key (keys, "F6", "win.next-pane", NULL);
  add_key (keys, "<Shift>F6", "win.next-pane", NULL);
  add_key (keys, "<Control>w", "window.close", NULL);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  add_key (late, "<Control>p", "win.prepare", NULL);
  add_key (late, "<Control>z", "win.undo", NULL);
  add_key (late, "<Control><Shift>z", "win.redo", NULL);
  add_key (late, "<Alt>Left", "win.back", NULL);
  gtk_widget_add_controller (GTK_WIDGET (self), late);
}

/**
 * tambour_window_install_actions:
 * @widget_class: the class of windows
 */
void
tambour_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.go-place", "s", go_place_action);
  gtk_widget_class_install_action (widget_class, "win.open-account", "s", open_account_action);
  gtk_widget_class_install_action (widget_class, "win.next-account", NULL, next_account_action);
  gtk_widget_class_install_action (widget_class, "win.previous-account", NULL, previous_account_action);
  gtk_widget_class_install_action (widget_class, "win.show-section", "s", show_section_action);
  gtk_widget_class_install_action (widget_class, "win.open-section", "(ss)", open_section_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.filter", NULL, filter_action);
  gtk_widget_class_install_action (widget_class, "win.show-help-overlay", NULL, show_shortcuts_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "win.next-pane", NULL, next_pane_action);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action);
  gtk_widget_class_install_property_action (widget_class, "win.sort-accounts", "account-order");
  gtk_widget_class_install_property_action (widget_class, "win.show-archived", "shows-archived");
}

/* What changes the portfolio; not all of it is this file’s. */
static const char * const changing[] = { "win.new-record", "win.new-record-within", "win.edit-record", "win.copy-record", "win.new" };

/**
 * tambour_window_update_actions:
 * @self: a window
 *
 * Only what can be done can be chosen.
 */
void
tambour_window_update_actions (TambourWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_open = self->portfolio != NULL;

  gtk_widget_action_set_enabled (widget, "win.undo", is_open && tambour_portfolio_can_undo (self->portfolio));
  gtk_widget_action_set_enabled (widget, "win.redo", is_open && tambour_portfolio_can_redo (self->portfolio));
  gtk_widget_action_set_enabled (widget, "win.next-account", is_open);
  gtk_widget_action_set_enabled (widget, "win.previous-account", is_open);
  gtk_widget_action_set_enabled (widget, "win.search", is_open);
  gtk_widget_action_set_enabled (widget, "win.filter", is_open);
  gtk_widget_action_set_enabled (widget, "win.open-actions", is_open);
  gtk_widget_action_set_enabled (widget, "win.open-known-issues", is_open);
  gtk_widget_action_set_enabled (widget, "win.show-section", is_open && tambour_window_get_account (self) != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (changing); i++)
    gtk_widget_action_set_enabled (widget, changing[i], is_open && !tambour_portfolio_is_read_only (self->portfolio));
}
