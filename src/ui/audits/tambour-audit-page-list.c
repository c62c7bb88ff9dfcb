/* tambour-audit-page-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-audit-page-private.h"
#include "tambour-audit-part-row.h"
#include "tambour-audit-row.h"
#include "tambour-audit-text.h"
#include "tambour-growth.h"

/* The sections of an audit, and the checks of the one that is chosen. */

/* --- rows ------------------------------------------------------------------ */

/**
 * tambour_audit_page_setup_part:
 * @self: a page of an audit
 * @item: an item of the list of sections
 * @factory: what makes its rows
 */
void
tambour_audit_page_setup_part (TambourAuditPage         *self,
                               GtkListItem              *item,
                               GtkSignalListItemFactory *factory)
{
  GtkWidget *row = tambour_audit_part_row_new ();

  /* The item goes after its child. */
  g_object_set_data (G_OBJECT (row), "item", item);
  gtk_list_item_set_child (item, row);
}

static void
show_part_row (TambourAuditPage *self,
               GtkListItem      *item)
{
  guint position = gtk_list_item_get_position (item);
  g_autofree char *name = NULL;

  if (self->file == NULL || position >= self->file->parts->len)
    return;

  name = tambour_audit_part_row_show (TAMBOUR_AUDIT_PART_ROW (gtk_list_item_get_child (item)), g_ptr_array_index (self->file->parts, position));
  gtk_list_item_set_accessible_label (item, name);
}

/**
 * tambour_audit_page_bind_part:
 * @self: a page of an audit
 * @item: an item of the list of sections
 * @factory: what makes its rows
 */
void
tambour_audit_page_bind_part (TambourAuditPage         *self,
                              GtkListItem              *item,
                              GtkSignalListItemFactory *factory)
{
  show_part_row (self, item);
}

/**
 * tambour_audit_page_setup_check:
 * @self: a page of an audit
 * @item: an item of the list of checks
 * @factory: what makes its rows
 */
void
tambour_audit_page_setup_check (TambourAuditPage         *self,
                                GtkListItem              *item,
                                GtkSignalListItemFactory *factory)
{
  GtkWidget *row = tambour_audit_row_new ();

  g_object_bind_property (item, "selected", row, "current", G_BINDING_DEFAULT);
  gtk_list_item_set_child (item, row);
}

static void
show_name (TambourAuditItem *check,
           GtkListItem      *item)
{
  g_autofree char *name = tambour_audit_row_dup_name (TAMBOUR_AUDIT_ROW (gtk_list_item_get_child (item)));

  gtk_list_item_set_accessible_label (item, name);
}

/**
 * tambour_audit_page_bind_check:
 * @self: a page of an audit
 * @item: an item of the list of checks
 * @factory: what makes its rows
 */
void
tambour_audit_page_bind_check (TambourAuditPage         *self,
                               GtkListItem              *item,
                               GtkSignalListItemFactory *factory)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  TambourAuditItem *check = gtk_list_item_get_item (item);

  g_object_set (row, "narrow", self->is_narrow, "fixed", tambour_audit_page_is_fixed (self), NULL);
  tambour_audit_row_show (TAMBOUR_AUDIT_ROW (row), check);
  g_signal_connect_object (check, "changed", G_CALLBACK (show_name), item, 0);
  show_name (check, item);
}

/**
 * tambour_audit_page_unbind_check:
 * @self: a page of an audit
 * @item: an item of the list of checks
 * @factory: what makes its rows
 */
void
tambour_audit_page_unbind_check (TambourAuditPage         *self,
                                 GtkListItem              *item,
                                 GtkSignalListItemFactory *factory)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), show_name, item);
  tambour_audit_row_show (TAMBOUR_AUDIT_ROW (gtk_list_item_get_child (item)), NULL);
}

/* --- the section ----------------------------------------------------------- */

static const TambourAuditCheck *
check_at (TambourAuditPage       *self,
          const TambourAuditPart *part,
          guint                   position)
{
  return g_ptr_array_index (self->file->checks, part->first + position);
}

/* The same checks say what they say now; their rows stay, and with them the focus. */
static gboolean
update_items (TambourAuditPage       *self,
              const TambourAuditPart *part)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->items)) != part->n)
    return FALSE;

  for (guint i = 0; i < part->n; i++)
    {
      g_autoptr(TambourAuditItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (g_strcmp0 (tambour_audit_item_get_id (item), TAMBOUR_RECORD (check_at (self, part, i)->answer)->id) != 0)
        return FALSE;
    }

  for (guint i = 0; i < part->n; i++)
    {
      g_autoptr(TambourAuditItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      tambour_audit_item_set_check (item, check_at (self, part, i));
    }

  return TRUE;
}

static void
fill_items (TambourAuditPage       *self,
            const TambourAuditPart *part)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < part->n; i++)
    g_ptr_array_add (items, tambour_audit_item_new (check_at (self, part, i)));

  tambour_growth_begin (self->slice, self->checks_view);
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata, items->len);
}

/* What the room or the state of the audit changed is for rows that are there, too. */
static void
arrange_rows (TambourAuditPage *self)
{
  gboolean is_fixed = tambour_audit_page_is_fixed (self);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->checks_view)); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = gtk_widget_get_first_child (child);

      if (row != NULL && TAMBOUR_IS_AUDIT_ROW (row))
        g_object_set (row, "narrow", self->is_narrow, "fixed", is_fixed, NULL);
    }
}

static void
show_heading (TambourAuditPage       *self,
              const TambourAuditPart *part)
{
  g_autofree char *progress = tambour_audit_text_progress (part->n_answered, part->n);

  gtk_label_set_text (self->part_label, tambour_audit_text_part (part));
  gtk_label_set_text (self->part_line, progress);
}

/**
 * tambour_audit_page_get_here:
 * @self: a page of an audit
 *
 * Returns: which check of the section is the one that a key answers, or
 *   %GTK_INVALID_LIST_POSITION
 */
guint
tambour_audit_page_get_here (TambourAuditPage *self)
{
  return gtk_single_selection_get_selected (self->selection);
}

/**
 * tambour_audit_page_show_part:
 * @self: a page that has read its audit
 * @part: which section
 * @position: which of its checks is current, or %GTK_INVALID_LIST_POSITION for the
 *   one that was
 */
void
tambour_audit_page_show_part (TambourAuditPage *self,
                              guint             part,
                              guint             position)
{
  const TambourAuditPart *shown;

  if (self->file->parts->len == 0)
    return;

  self->part = MIN (part, self->file->parts->len - 1);
  shown = g_ptr_array_index (self->file->parts, self->part);
  show_heading (self, shown);
  if (!update_items (self, shown))
    fill_items (self, shown);
  arrange_rows (self);

  self->is_filling = TRUE;
  gtk_single_selection_set_selected (self->part_selection, self->part);
  self->is_filling = FALSE;
  if (position != GTK_INVALID_LIST_POSITION && position < shown->n)
    {
      tambour_growth_reach (self->slice, position);
      gtk_single_selection_set_selected (self->selection, position);
    }
}

/* Those that are there stay, and with them the focus. */
static void
show_part_rows (TambourAuditPage *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->parts_view)); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = gtk_widget_get_first_child (child);

      if (row != NULL && TAMBOUR_IS_AUDIT_PART_ROW (row))
        show_part_row (self, g_object_get_data (G_OBJECT (row), "item"));
    }
}

/**
 * tambour_audit_page_show_parts:
 * @self: a page that has read its audit
 *
 * Shows how far each section is.
 */
void
tambour_audit_page_show_parts (TambourAuditPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->parts));
  g_autoptr(GStrvBuilder) titles = g_strv_builder_new ();
  g_auto(GStrv) names = NULL;

  for (guint i = 0; i < self->file->parts->len; i++)
    g_strv_builder_add (titles, ((TambourAuditPart *) g_ptr_array_index (self->file->parts, i))->title);
  names = g_strv_builder_end (titles);

  self->is_filling = TRUE;
  if (n != self->file->parts->len)
    gtk_string_list_splice (self->parts, 0, n, (const char * const *) names);
  else
    show_part_rows (self);
  gtk_single_selection_set_selected (self->part_selection, self->part);
  self->is_filling = FALSE;
}

/**
 * tambour_audit_page_go:
 * @self: a page that has read its audit
 * @position: which check of the section that is shown
 *
 * Makes it the current one, with the focus.
 */
void
tambour_audit_page_go (TambourAuditPage *self,
                       guint             position)
{
  if (position >= g_list_model_get_n_items (G_LIST_MODEL (self->items)))
    return;

  tambour_growth_reach (self->slice, position);
  gtk_list_view_scroll_to (self->checks_view, position, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
  if (!gtk_widget_get_focus_child (GTK_WIDGET (self->checks_view)))
    gtk_widget_grab_focus (GTK_WIDGET (self->checks_view));
}

static void
part_selected_cb (TambourAuditPage *self)
{
  guint part = gtk_single_selection_get_selected (self->part_selection);

  if (!self->is_filling && self->file != NULL && part != GTK_INVALID_LIST_POSITION && part != self->part)
    tambour_audit_page_show_part (self, part, 0);
}

/**
 * tambour_audit_page_add_models:
 * @self: a page of an audit
 */
void
tambour_audit_page_add_models (TambourAuditPage *self)
{
  self->items = g_list_store_new (TAMBOUR_TYPE_AUDIT_ITEM);
  self->slice = gtk_slice_list_model_new (G_LIST_MODEL (g_object_ref (self->items)), 0, G_MAXUINT);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->slice)));
  gtk_list_view_set_model (self->checks_view, GTK_SELECTION_MODEL (self->selection));

  self->parts = gtk_string_list_new (NULL);
  self->part_selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->parts)));
  g_signal_connect_object (self->part_selection, "notify::selected", G_CALLBACK (part_selected_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->parts_view, GTK_SELECTION_MODEL (self->part_selection));
}
