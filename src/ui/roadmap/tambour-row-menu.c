/* tambour-row-menu.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-row-menu.h"

#include <glib/gi18n-lib.h>

#include "tambour-menu-button.h"

/* The menu of a row: a button at its end, the other button of the pointer, and the
 * menu key.
 */

#define BUTTON "tambour-menu-button"

static GtkMenuButton *
get_button (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), BUTTON);
}

static gboolean
popup (GtkListBoxRow *row)
{
  GtkMenuButton *button = get_button (row);

  if (!gtk_widget_get_visible (GTK_WIDGET (button)))
    return GDK_EVENT_PROPAGATE;

  gtk_menu_button_popup (button);

  return GDK_EVENT_STOP;
}

static gboolean
popup_cb (GtkWidget *row,
          GVariant  *arguments,
          gpointer   user_data)
{
  return popup (GTK_LIST_BOX_ROW (row));
}

static void
pressed_cb (GtkListBoxRow *row)
{
  popup (row);
}

static void
add_keys (GtkListBoxRow *row)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  static const char * const triggers[] = { "Menu", "<Shift>F10" };

  for (guint i = 0; i < G_N_ELEMENTS (triggers); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                          gtk_shortcut_new (gtk_shortcut_trigger_parse_string (triggers[i]),
                                                            gtk_callback_action_new (popup_cb, NULL, NULL)));

  gtk_widget_add_controller (GTK_WIDGET (row), keys);
}

/**
 * tambour_row_menu_add:
 * @row: a row whose child is a box
 *
 * Gives it the button of a menu.
 */
void
tambour_row_menu_add (GtkListBoxRow *row)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkWidget *button = g_object_new (GTK_TYPE_MENU_BUTTON,
                                    "icon-name", "view-more-symbolic",
                                    "tooltip-text", _("More Actions"),
                                    "valign", GTK_ALIGN_CENTER,
                                    "focusable", FALSE,
                                    "visible", FALSE,
                                    "css-classes", (const char *[]) { "flat", "planmenu", NULL },
                                    NULL);

  gtk_box_append (GTK_BOX (gtk_list_box_row_get_child (row)), button);
  g_object_set_data (G_OBJECT (row), BUTTON, button);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), row, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (click));
  add_keys (row);
}

/**
 * tambour_row_menu_offer:
 * @row: a row with a menu
 * @menu: what it offers; without anything in it, there is no menu
 */
void
tambour_row_menu_offer (GtkListBoxRow *row,
                        GMenuModel    *menu)
{
  GtkMenuButton *button = get_button (row);

  gtk_menu_button_set_menu_model (button, NULL);
  tambour_menu_button_offer (button, menu);
  gtk_widget_set_visible (GTK_WIDGET (button), g_menu_model_get_n_items (menu) > 0);
}

/**
 * tambour_row_menu_item:
 * @menu: a menu
 * @label: what is offered
 * @action: the action that does it
 * @target: (transfer floating): its parameter
 */
void
tambour_row_menu_item (GMenu      *menu,
                       const char *label,
                       const char *action,
                       GVariant   *target)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

/**
 * tambour_row_menu_record:
 * @menu: a menu
 * @label: what is offered
 * @action: the action that does it, whose parameter is the kind of a record and its id
 * @record: that record
 */
void
tambour_row_menu_record (GMenu         *menu,
                         const char    *label,
                         const char    *action,
                         TambourRecord *record)
{
  tambour_row_menu_item (menu, label, action, g_variant_new ("(ss)", TAMBOUR_RECORD_GET_CLASS (record)->kind, record->id));
}
