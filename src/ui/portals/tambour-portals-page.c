/* tambour-portals-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-portals-page.h"

#include "tambour-inbox-page.h"
#include "tambour-portal-editor.h"
#include "tambour-portal-row.h"
#include "tambour-portal-text.h"

/**
 * TambourPortalsPage:
 *
 * The portals that a portfolio is kept in step with, how they stand, and what came from
 * there that belongs to nobody.
 */
struct _TambourPortalsPage
{
  AdwPreferencesPage  parent_instance;

  TambourPortfolio   *portfolio;
  TambourPortals     *portals;

  /* Template widgets */
  GtkWidget          *inbox_group;
  AdwActionRow       *inbox_row;
  GtkListBox         *list;
};

G_DEFINE_FINAL_TYPE (TambourPortalsPage, tambour_portals_page, ADW_TYPE_PREFERENCES_PAGE)

static gboolean
shows_same (TambourPortalsPage *self,
            GPtrArray          *all)
{
  for (guint i = 0; i < all->len; i++)
    {
      const TambourPortalStatus *status = g_ptr_array_index (all, i);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);

      if (row == NULL || !TAMBOUR_IS_PORTAL_ROW (row) ||
          g_strcmp0 (tambour_portal_row_get_name (TAMBOUR_PORTAL_ROW (row)), status->connector->name) != 0)
        return FALSE;
    }

  return all->len > 0 && gtk_list_box_get_row_at_index (self->list, (int) all->len) == NULL;
}

static void
show_rows (TambourPortalsPage *self,
           GPtrArray          *all)
{
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < all->len; i++)
    gtk_list_box_append (self->list, tambour_portal_row_new (self->portals));

  if (all->len == 0)
    gtk_list_box_append (self->list, g_object_new (ADW_TYPE_ACTION_ROW,
                                                   "title", _("No portal is read yet"),
                                                   "subtitle", _("Add the tool in which your cases are, such as Request Tracker."),
                                                   NULL));
}

/* The keyboard stays where it is. */
static void
show (TambourPortalsPage *self)
{
  GPtrArray *all = tambour_portals_get_all (self->portals);
  g_autofree char *inbox = tambour_portal_text_inbox (tambour_portals_count (self->portals));

  if (!shows_same (self, all))
    show_rows (self, all);
  for (guint i = 0; i < all->len; i++)
    tambour_portal_row_show (TAMBOUR_PORTAL_ROW (gtk_list_box_get_row_at_index (self->list, (int) i)), g_ptr_array_index (all, i),
                             tambour_portfolio_now (self->portfolio));

  gtk_widget_set_visible (self->inbox_group, all->len > 0);
  adw_action_row_set_subtitle (self->inbox_row, tambour_portals_count (self->portals) > 0 ? inbox : _("Nothing waits"));
}

static void
push (TambourPortalsPage *self,
      AdwNavigationPage  *page)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_PREFERENCES_DIALOG);

  adw_preferences_dialog_push_subpage (ADW_PREFERENCES_DIALOG (dialog), page);
}

static void
row_activated_cb (TambourPortalsPage *self,
                  GtkListBoxRow      *row)
{
  const TambourPortalStatus *status = NULL;

  if (TAMBOUR_IS_PORTAL_ROW (row))
    status = tambour_portals_find (self->portals, tambour_portal_row_get_name (TAMBOUR_PORTAL_ROW (row)));
  if (status != NULL)
    push (self, tambour_portal_editor_new (self->portfolio, status->connector));
}

static void
add_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  TambourPortalsPage *self = TAMBOUR_PORTALS_PAGE (widget);

  push (self, tambour_portal_editor_new (self->portfolio, NULL));
}

static void
open_inbox_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  TambourPortalsPage *self = TAMBOUR_PORTALS_PAGE (widget);

  push (self, tambour_inbox_page_new (self->portfolio));
}

static void
tambour_portals_page_dispose (GObject *object)
{
  TambourPortalsPage *self = TAMBOUR_PORTALS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_PORTALS_PAGE);
  if (self->portals != NULL)
    g_signal_handlers_disconnect_by_data (self->portals, self);
  g_clear_object (&self->portals);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (tambour_portals_page_parent_class)->dispose (object);
}

static void
tambour_portals_page_class_init (TambourPortalsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_portals_page_dispose;
  gtk_widget_class_install_action (widget_class, "portals.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "portals.open-inbox", NULL, open_inbox_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-portals-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourPortalsPage, inbox_group);
  gtk_widget_class_bind_template_child (widget_class, TambourPortalsPage, inbox_row);
  gtk_widget_class_bind_template_child (widget_class, TambourPortalsPage, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
tambour_portals_page_init (TambourPortalsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tambour_portals_page_attach:
 * @self: a page
 * @portfolio: the portfolio whose connectors it shows
 */
void
tambour_portals_page_attach (TambourPortalsPage *self,
                             TambourPortfolio   *portfolio)
{
  gboolean can_write;

  g_return_if_fail (TAMBOUR_IS_PORTALS_PAGE (self) && self->portfolio == NULL);

  can_write = !tambour_portfolio_is_read_only (portfolio);
  self->portfolio = g_object_ref (portfolio);
  self->portals = g_object_ref (tambour_portals_of (portfolio));
  g_signal_connect_object (self->portals, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "portals.add", can_write);
  show (self);
  tambour_portals_refresh (self->portals);
}
