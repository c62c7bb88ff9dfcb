/* tambour-actions-page-commands.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-action-commands.h"
#include "tambour-action-dialog.h"
#include "tambour-action-row.h"
#include "tambour-action-text.h"
#include "tambour-actions-page-private.h"
#include "tambour-feedback.h"
#include "tambour-kinds.h"

/* What can be done on the page of actions, with the one that is selected. */

static TambourPortfolio *
get_portfolio (TambourActionsPage *self)
{
  return tambour_page_get_portfolio (TAMBOUR_PAGE (self));
}

/* Returns: (nullable): the row of what is selected, if it is in sight */
static GtkWidget *
get_row (TambourActionsPage *self)
{
  guint selected = gtk_single_selection_get_selected (self->selection);
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    if (gtk_list_item_get_position (item) == selected)
      return gtk_list_item_get_child (item);

  return NULL;
}

/* What the keyboard is on is what is meant, though nothing was selected yet. */
static void
choose_focused (TambourActionsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (focus != NULL && g_hash_table_iter_next (&iter, &item, NULL))
    if (gtk_widget_get_parent (gtk_list_item_get_child (item)) == focus)
      {
        gtk_single_selection_set_selected (self->selection, gtk_list_item_get_position (item));
        return;
      }
}

static void
settle_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TambourActionsPage *self = TAMBOUR_ACTIONS_PAGE (widget);
  const TambourActionLine *line = tambour_actions_page_get_line (self);

  if (line != NULL)
    tambour_action_commands_settle (widget, get_portfolio (self), line->kind, line->work->id, line->work->title,
                                    line->group == TAMBOUR_ACTION_GROUP_OVERDUE);
}

static void
reopen_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TambourActionsPage *self = TAMBOUR_ACTIONS_PAGE (widget);
  const TambourActionLine *line = tambour_actions_page_get_line (self);
  g_autofree char *message = NULL;

  if (line == NULL)
    return;

  /* Translators: %s is something that is to do again */
  message = g_strdup_printf (_("Open again: %s"), line->work->title ? line->work->title : "");
  tambour_action_commands_do (widget, get_portfolio (self), tambour_action_move_new (TAMBOUR_ACTION_MOVE_REOPEN, line->kind, line->work->id),
                              _("Open action again"), message);
}

/**
 * tambour_actions_page_tick_chosen:
 * @self: a page of actions
 *
 * Says that what is selected is done, or is not.
 */
void
tambour_actions_page_tick_chosen (TambourActionsPage *self)
{
  const TambourActionLine *line = tambour_actions_page_get_line (self);

  if (line == NULL || tambour_portfolio_is_read_only (get_portfolio (self)))
    return;

  if (tambour_action_line_is_open (line))
    settle_action (GTK_WIDGET (self), NULL, NULL);
  else if (line->kind == TAMBOUR_ACTION_KIND_ACTION)
    reopen_action (GTK_WIDGET (self), NULL, NULL);
}

static void
tick_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  choose_focused (TAMBOUR_ACTIONS_PAGE (widget));
  tambour_actions_page_tick_chosen (TAMBOUR_ACTIONS_PAGE (widget));
}

static void
move_due (TambourActionsPage *self,
          TambourDate         due)
{
  const TambourActionLine *line = tambour_actions_page_get_line (self);
  TambourActionMove *move;
  g_autofree char *message = NULL;

  if (line == NULL)
    return;

  move = tambour_action_move_new (TAMBOUR_ACTION_MOVE_DUE, line->kind, line->work->id);
  move->due = due;
  /* Translators: %s is something to do, which is due on another day */
  message = g_strdup_printf (_("Moved: %s"), line->work->title ? line->work->title : "");
  tambour_action_commands_do (GTK_WIDGET (self), get_portfolio (self), move, _("Move due date"), message);
}

static void
due_tomorrow_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  TambourActionsPage *self = TAMBOUR_ACTIONS_PAGE (widget);

  if (self->list != NULL)
    move_due (self, (TambourDate) { self->list->date.julian + 1 });
}

/* On its Monday. */
static void
due_next_week_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  TambourActionsPage *self = TAMBOUR_ACTIONS_PAGE (widget);

  if (self->list != NULL)
    move_due (self, (TambourDate) { self->list->date.julian + 7 - tambour_date_weekday (self->list->date) });
}

static void
ask (TambourActionsPage    *self,
     TambourActionMoveKind  kind)
{
  const TambourActionLine *line = tambour_actions_page_get_line (self);

  if (line != NULL)
    tambour_action_dialog_present (GTK_WIDGET (self), get_portfolio (self), kind,
                                   tambour_kinds_find (tambour_action_line_record (line)), line->work->id);
}

static void
withdraw_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  ask (TAMBOUR_ACTIONS_PAGE (widget), TAMBOUR_ACTION_MOVE_WITHDRAW);
}

static void
move_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  ask (TAMBOUR_ACTIONS_PAGE (widget), TAMBOUR_ACTION_MOVE_DUE);
}

static void
hand_over_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  ask (TAMBOUR_ACTIONS_PAGE (widget), TAMBOUR_ACTION_MOVE_OWNER);
}

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  const TambourActionLine *line = tambour_actions_page_get_line (TAMBOUR_ACTIONS_PAGE (widget));

  if (line != NULL)
    gtk_widget_activate_action (widget, "win.open-record", "(ss)", tambour_action_line_record (line), line->work->id);
}

static void
open_origin_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  const TambourActionLine *line = tambour_actions_page_get_line (TAMBOUR_ACTIONS_PAGE (widget));

  if (line != NULL && line->origin_id != NULL)
    gtk_widget_activate_action (widget, "win.open-record", "(ss)", line->origin_kind, line->origin_id);
}

static void
copy_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TambourActionsPage *self = TAMBOUR_ACTIONS_PAGE (widget);
  const TambourActionLine *line;
  g_autofree char *text = NULL;

  choose_focused (self);
  if ((line = tambour_actions_page_get_line (self)) == NULL)
    return;

  text = tambour_action_text_plain (line, tambour_actions_page_get_now (self));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  tambour_feedback_say (widget, _("Copied"));
}

static void
menu_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GtkWidget *row;

  choose_focused (TAMBOUR_ACTIONS_PAGE (widget));
  row = get_row (TAMBOUR_ACTIONS_PAGE (widget));
  if (row != NULL)
    tambour_action_row_open_menu (TAMBOUR_ACTION_ROW (row));
}

static void
new_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.new-record", "(ss)", "action_item", "");
}

static void
edit_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  const TambourActionLine *line = tambour_actions_page_get_line (TAMBOUR_ACTIONS_PAGE (widget));

  if (line != NULL)
    gtk_widget_activate_action (widget, "win.edit-record", "(ss)", tambour_action_line_record (line), line->work->id);
}

/**
 * tambour_actions_page_install:
 * @widget_class: the class of pages of actions
 */
void
tambour_actions_page_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "page.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "actions.tick", NULL, tick_action);
  gtk_widget_class_install_action (widget_class, "actions.done", NULL, settle_action);
  gtk_widget_class_install_action (widget_class, "actions.keep", NULL, settle_action);
  gtk_widget_class_install_action (widget_class, "actions.decide", NULL, settle_action);
  gtk_widget_class_install_action (widget_class, "actions.reopen", NULL, reopen_action);
  gtk_widget_class_install_action (widget_class, "actions.withdraw", NULL, withdraw_action);
  gtk_widget_class_install_action (widget_class, "actions.due-tomorrow", NULL, due_tomorrow_action);
  gtk_widget_class_install_action (widget_class, "actions.due-next-week", NULL, due_next_week_action);
  gtk_widget_class_install_action (widget_class, "actions.move", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "actions.hand-over", NULL, hand_over_action);
  gtk_widget_class_install_action (widget_class, "actions.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "actions.open-origin", NULL, open_origin_action);
  gtk_widget_class_install_action (widget_class, "actions.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "actions.menu", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "actions.try-again", NULL, tambour_page_try_again_action);
  gtk_widget_class_install_property_action (widget_class, "actions.reach", "reach");
}

static void
add_key (GtkEventController *keys,
         const char         *accelerator,
         const char         *action)
{
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (accelerator), gtk_named_action_new (action)));
}

/**
 * tambour_actions_page_add_keys:
 * @self: a page of actions
 *
 * Its rows have keys that a list view would take for something else.
 */
void
tambour_actions_page_add_keys (TambourActionsPage *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_key (keys, "space", "actions.tick");
  add_key (keys, "KP_Space", "actions.tick");
  add_key (keys, "Menu", "actions.menu");
  add_key (keys, "<Shift>F10", "actions.menu");
  add_key (keys, "<Control>c", "actions.copy");
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), keys);
}

static void
enable (TambourActionsPage *self,
        const char         *action,
        gboolean            is_enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, is_enabled);
}

/**
 * tambour_actions_page_update_actions:
 * @self: a page of actions
 *
 * Only what can be done with what is selected can be chosen.
 */
void
tambour_actions_page_update_actions (TambourActionsPage *self)
{
  const TambourActionLine *line = tambour_actions_page_get_line (self);
  TambourPortfolio *portfolio = get_portfolio (self);
  gboolean can_write = portfolio != NULL && !tambour_portfolio_is_read_only (portfolio);
  gboolean is_open = can_write && line != NULL && tambour_action_line_is_open (line);
  gboolean is_action = line != NULL && line->kind == TAMBOUR_ACTION_KIND_ACTION;
  gboolean is_commitment = line != NULL && line->kind == TAMBOUR_ACTION_KIND_COMMITMENT;

  enable (self, "page.new", can_write);
  enable (self, "page.edit", can_write && line != NULL);
  enable (self, "actions.done", is_open && is_action);
  enable (self, "actions.keep", is_open && is_commitment);
  enable (self, "actions.withdraw", is_open && is_commitment);
  enable (self, "actions.decide", is_open && !is_action && !is_commitment);
  enable (self, "actions.reopen", can_write && is_action && !is_open);
  enable (self, "actions.due-tomorrow", is_open && is_action);
  enable (self, "actions.due-next-week", is_open && is_action);
  enable (self, "actions.move", is_open && is_action);
  enable (self, "actions.hand-over", is_open && is_action);
  enable (self, "actions.open", line != NULL);
  enable (self, "actions.open-origin", line != NULL && line->origin_id != NULL);
}
