/* tambour-inbox-news.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-inbox-news.h"

#include "tambour-portal-text.h"
#include "tambour-portals.h"

/**
 * TambourInboxNews:
 *
 * Says that something came from a portal that belongs to no account, and leads there;
 * while nothing did, there is nothing to see.
 */
struct _TambourInboxNews
{
  AdwBin          parent_instance;

  TambourPortals *portals;
  AdwActionRow   *row;
};

G_DEFINE_FINAL_TYPE (TambourInboxNews, tambour_inbox_news, ADW_TYPE_BIN)

static void
show (TambourInboxNews *self)
{
  guint n = tambour_portals_count (self->portals);
  g_autofree char *title = tambour_portal_text_inbox (n);

  if (n > 0)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), title);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
tambour_inbox_news_dispose (GObject *object)
{
  TambourInboxNews *self = TAMBOUR_INBOX_NEWS (object);

  if (self->portals != NULL)
    g_signal_handlers_disconnect_by_data (self->portals, self);
  g_clear_object (&self->portals);

  G_OBJECT_CLASS (tambour_inbox_news_parent_class)->dispose (object);
}

static void
tambour_inbox_news_class_init (TambourInboxNewsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tambour_inbox_news_dispose;
}

static void
tambour_inbox_news_init (TambourInboxNews *self)
{
  GtkWidget *list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, "tab-behavior", GTK_LIST_TAB_ITEM,
                                  "css-classes", (const char *[]) { "boxed-list", "compact", NULL }, NULL);

  self->row = g_object_new (ADW_TYPE_ACTION_ROW, "activatable", TRUE, "use-markup", FALSE, "title-lines", 3,
                            "action-name", "win.open-inbox", NULL);
  adw_action_row_add_prefix (self->row, g_object_new (GTK_TYPE_IMAGE, "icon-name", "tambour-portal-symbolic", NULL));
  adw_action_row_add_suffix (self->row, g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Inbox"), -1);
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (self->row));
  adw_bin_set_child (ADW_BIN (self), list);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * tambour_inbox_news_follow:
 * @self: news
 * @portfolio: a portfolio
 *
 * Shows what waits in it from now on, and has its portals read by themselves.
 */
void
tambour_inbox_news_follow (TambourInboxNews *self,
                           TambourPortfolio *portfolio)
{
  TambourPortals *portals = tambour_portals_of (portfolio);

  g_return_if_fail (TAMBOUR_IS_INBOX_NEWS (self));

  if (self->portals == portals)
    return;

  g_set_object (&self->portals, portals);
  g_signal_connect_object (portals, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  tambour_portals_begin (portals);
  tambour_portals_refresh (portals);
  show (self);
}
