/* tambour-account-page-sections.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-account-page-private.h"
#include "tambour-account-sections.h"
#include "tambour-when.h"

/* More sections than these are icons where the window is not wide. */
#define MAX_LABELS 5

/* A section is made when it is shown for the first time: its place is a bin. */
static AdwBin *
get_place (TambourAccountPage *self,
           const char         *id)
{
  return ADW_BIN (adw_view_stack_get_child_by_name (self->stack, id));
}

static GtkWidget *
new_section_row (const TambourAccountSection *section)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "icon-name", section->icon, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = gtk_label_new (_(section->title));
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "meta");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _(section->title), -1);

  return row;
}

/**
 * tambour_account_page_add_sections:
 * @self: an account page
 */
void
tambour_account_page_add_sections (TambourAccountPage *self)
{
  for (guint i = 0; i < tambour_account_sections_get_n (); i++)
    {
      const TambourAccountSection *section = tambour_account_sections_get (i);

      adw_view_stack_add_titled_with_icon (self->stack, adw_bin_new (), section->id, _(section->title), section->icon);
      gtk_list_box_append (self->section_list, new_section_row (section));
    }
}

/**
 * tambour_account_page_fill_section:
 * @self: an account page
 *
 * Makes the section that is shown, unless it is there.
 */
void
tambour_account_page_fill_section (TambourAccountPage *self)
{
  const char *id = adw_view_stack_get_visible_child_name (self->stack);
  const TambourAccountSection *section = id ? tambour_account_sections_find (id) : NULL;
  AdwBin *place = section ? get_place (self, id) : NULL;
  TambourSection *child;

  if (place == NULL || adw_bin_get_child (place) != NULL || self->account_id == NULL)
    return;

  child = g_object_new (section->get_type (), NULL);
  g_signal_connect_object (child, "ready", G_CALLBACK (tambour_account_page_check_ready), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (place, GTK_WIDGET (child));
  tambour_section_show (child, tambour_page_get_portfolio (TAMBOUR_PAGE (self)), self->account_id);
}

/**
 * tambour_account_page_get_visible:
 * @self: an account page
 *
 * Returns: (transfer none) (nullable): the section that is shown
 */
TambourSection *
tambour_account_page_get_visible (TambourAccountPage *self)
{
  GtkWidget *place = adw_view_stack_get_visible_child (self->stack);
  GtkWidget *section = place ? adw_bin_get_child (ADW_BIN (place)) : NULL;

  return section ? TAMBOUR_SECTION (section) : NULL;
}

/**
 * tambour_account_page_check_ready:
 * @self: an account page
 *
 * Lets the window come when both the title and the section are there.
 */
void
tambour_account_page_check_ready (TambourAccountPage *self)
{
  TambourSection *section = tambour_account_page_get_visible (self);

  if (self->brief != NULL && section != NULL && tambour_section_is_ready (section))
    tambour_page_set_ready (TAMBOUR_PAGE (self));
}

/**
 * tambour_account_page_show_bar:
 * @self: an account page
 *
 * Has the bottom bar and the sheet say which section is shown.
 */
void
tambour_account_page_show_bar (TambourAccountPage *self)
{
  const char *id = adw_view_stack_get_visible_child_name (self->stack);
  guint n = tambour_account_sections_get_n ();
  g_autofree char *count = g_strdup_printf (ngettext ("%u section", "%u sections", n), n);

  for (guint i = 0; i < n; i++)
    {
      const TambourAccountSection *section = tambour_account_sections_get (i);

      if (g_strcmp0 (section->id, id) != 0)
        continue;

      gtk_image_set_from_icon_name (self->bar_image, section->icon);
      gtk_label_set_text (self->bar_label, _(section->title));
      gtk_list_box_select_row (self->section_list, gtk_list_box_get_row_at_index (self->section_list, (int) i));
    }

  gtk_label_set_text (self->bar_count, count);
}

static void
show_counts (TambourAccountPage *self)
{
  for (guint i = 0; i < tambour_account_sections_get_n (); i++)
    {
      const TambourAccountSection *section = tambour_account_sections_get (i);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->section_list, (int) i);
      GtkWidget *count = gtk_widget_get_last_child (gtk_list_box_row_get_child (row));
      gint64 n = section->count ? section->count (self->counts) : -1;
      g_autofree char *text = n >= 0 ? tambour_when_number (n) : NULL;
      g_autofree char *name = NULL;

      gtk_label_set_text (GTK_LABEL (count), text ? text : "");

      /* Translators: a section and how many things are in it, for screen readers */
      name = text ? g_strdup_printf (_("%1$s, %2$s"), _(section->title), text) : g_strdup (_(section->title));
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

static gpointer
load_counts (TambourStore    *store,
             const char      *me,
             TambourInstant   now,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  return tambour_account_counts_load (store, data, now, cancellable, error);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(TambourAccountPage) self = user_data;
  g_autofree TambourAccountCounts *counts = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, NULL);

  if (counts == NULL || self->section_list == NULL)
    return;

  g_free (self->counts);
  self->counts = g_steal_pointer (&counts);
  show_counts (self);
}

/**
 * tambour_account_page_count:
 * @self: an account page
 *
 * Has the sheet say how many things are in each section, where there is a sheet.
 */
void
tambour_account_page_count (TambourAccountPage *self)
{
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  if (self->brief == NULL || !adw_bottom_sheet_get_reveal_bottom_bar (self->sheet))
    return;

  self->counting = g_cancellable_new ();
  tambour_portfolio_load_async (tambour_page_get_portfolio (TAMBOUR_PAGE (self)), load_counts, g_strdup (self->account_id), g_free, g_free,
                                self->counting, counted_cb, g_object_ref (self));
}

/**
 * tambour_account_page_arrange:
 * @self: an account page
 * @breadth: the room that its window has
 */
void
tambour_account_page_arrange (TambourAccountPage *self,
                              TambourBreadth      breadth)
{
  gboolean is_small = breadth >= TAMBOUR_BREADTH_SMALL;
  gboolean wants_icons = breadth >= TAMBOUR_BREADTH_SINGLE && tambour_account_sections_get_n () > MAX_LABELS;

  adw_inline_view_switcher_set_display_mode (self->switcher, wants_icons ? ADW_INLINE_VIEW_SWITCHER_ICONS : ADW_INLINE_VIEW_SWITCHER_LABELS);
  adw_button_content_set_label (self->log_content, is_small ? "" : _("Log Call"));
  gtk_widget_set_visible (GTK_WIDGET (self->switcher), !is_small);
  adw_bottom_sheet_set_reveal_bottom_bar (self->sheet, is_small);
  if (!is_small)
    adw_bottom_sheet_set_open (self->sheet, FALSE);
  tambour_account_page_count (self);
}
