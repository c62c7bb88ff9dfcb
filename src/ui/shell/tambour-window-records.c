/* tambour-window-records.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-kinds.h"
#include "tambour-record-list-page.h"
#include "tambour-record-page.h"
#include "tambour-window-private.h"

/* The commands of the window that show and edit records. */

static void
open_record_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  TambourWindow *self = TAMBOUR_WINDOW (widget);
  TambourRecordClass *klass;
  const char *kind, *id;

  g_variant_get (parameter, "(&s&s)", &kind, &id);
  if (self->portfolio == NULL || !(klass = tambour_kinds_find (kind)))
    return;

  if (G_TYPE_FROM_CLASS (klass) == TAMBOUR_TYPE_ACCOUNT)
    tambour_window_open_account (self, id);
  else
    tambour_window_push (self, TAMBOUR_PAGE (tambour_record_page_new (self->portfolio, klass, id)));
}

static void
open_list_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  TambourWindow *self = TAMBOUR_WINDOW (widget);
  TambourRecordClass *klass;
  const char *kind, *account_id, *where;

  g_variant_get (parameter, "(&s&s&s)", &kind, &account_id, &where);
  if (self->portfolio == NULL || !(klass = tambour_kinds_find (kind)))
    return;

  tambour_window_push (self, TAMBOUR_PAGE (tambour_record_list_page_new (self->portfolio, klass, account_id, where)));
}

static void
activate_on_page (GtkWidget  *widget,
                  const char *action)
{
  TambourPage *page = tambour_window_get_page (TAMBOUR_WINDOW (widget));

  if (page != NULL)
    gtk_widget_activate_action (GTK_WIDGET (page), action, NULL);
}

static void
new_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  activate_on_page (widget, "page.new");
}

static void
edit_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  activate_on_page (widget, "page.edit");
}

/**
 * tambour_window_install_record_actions:
 * @widget_class: the class of windows
 *
 * A page that something can be added to has an action "page.new", one that shows
 * something that can be edited "page.edit": the keys of the window lead there.
 */
void
tambour_window_install_record_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open-record", "(ss)", open_record_action);
  gtk_widget_class_install_action (widget_class, "win.open-list", "(sss)", open_list_action);
  gtk_widget_class_install_action (widget_class, "win.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "win.edit", NULL, edit_action);
}
