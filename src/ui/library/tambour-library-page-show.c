/* tambour-library-page-show.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-library-page-private.h"

#include "tambour-status.h"
#include "tambour-when.h"

/* What the page of the library says beside its rows. */

/**
 * tambour_library_page_shows_programmes:
 * @self: a page of the library
 *
 * Returns: whether it shows what customers are invited to; else what can be shared
 */
gboolean
tambour_library_page_shows_programmes (TambourLibraryPage *self)
{
  return g_strcmp0 (adw_toggle_group_get_active_name (self->toggles), "programmes") == 0;
}

/**
 * tambour_library_page_show_status:
 * @self: a page of the library
 * @icon: a picture
 * @title: what it says
 * @text: (nullable): what else
 * @button: (nullable): what one can do
 * @action: (nullable): by which action
 *
 * Says something in place of the list.
 */
void
tambour_library_page_show_status (TambourLibraryPage *self,
                                  const char         *icon,
                                  const char         *title,
                                  const char         *text,
                                  const char         *button,
                                  const char         *action)
{
  tambour_status_say (self->status_page, icon, title, text);
  tambour_status_offer (self->status_button, button, action);
  gtk_stack_set_visible_child_name (self->list_stack, "status");
}

/**
 * tambour_library_page_show_list:
 * @self: a page of the library
 *
 * Shows the list; one that is empty says how to begin.
 */
void
tambour_library_page_show_list (TambourLibraryPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    gtk_stack_set_visible_child_name (self->list_stack, "list");
  else if (self->folded != NULL)
    tambour_library_page_show_status (self, "system-search-symbolic", _("Nothing Like That"), NULL, NULL, NULL);
  else if (tambour_library_page_shows_programmes (self))
    tambour_library_page_show_status (self, "tambour-library-symbolic", _("No Programme Yet"), _("An early-access programme or an event that customers are invited to."),
                                      _("_New Programme…"), "page.new");
  else if (g_strcmp0 (self->kind, TAMBOUR_LIBRARY_ALL_KINDS) != 0)
    tambour_library_page_show_status (self, "tambour-library-symbolic", _("Nothing of This Kind"), NULL, _("_All Kinds"), "library.all-kinds");
  else
    tambour_library_page_show_status (self, "tambour-library-symbolic", _("The Library Is Empty"),
                                      _("Add what customers should read, watch or learn, or bring in a list of it: tambourctl import library FILE."),
                                      _("_New Item…"), "page.new");
}

/**
 * tambour_library_page_show_title:
 * @self: a page of the library that has read
 *
 * Says how much there is.
 */
void
tambour_library_page_show_title (TambourLibraryPage *self)
{
  GPtrArray *lines = tambour_library_page_shows_programmes (self) ? self->list->programmes : self->list->items;
  g_autofree char *number = NULL;
  g_autofree char *subtitle = NULL;
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    n += !((TambourLibraryLine *) g_ptr_array_index (lines, i))->is_over;

  number = tambour_when_number (n);
  subtitle = tambour_library_page_shows_programmes (self) ? g_strdup_printf (ngettext ("%s programme", "%s programmes", n), number)
                                                          : g_strdup_printf (ngettext ("%s item", "%s items", n), number);
  adw_window_title_set_subtitle (self->list_title, subtitle);
  gtk_widget_set_tooltip_text (self->new_button, tambour_library_page_shows_programmes (self) ? _("New Programme") : _("New Item"));
  gtk_widget_set_visible (GTK_WIDGET (self->kind_button), !tambour_library_page_shows_programmes (self));
}
