/* tambour-record-list-page-rows.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-record-list-page-private.h"
#include "tambour-record-row.h"
#include "tambour-record-words.h"

static TambourInstant
now_of (TambourRecordListPage *self)
{
  return tambour_portfolio_now (tambour_page_get_portfolio (TAMBOUR_PAGE (self)));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  gtk_list_item_set_child (item, tambour_record_row_new_ruled ());
}

/* In a list of all accounts each row says whose it is. */
static char *
dup_line (TambourRecordListPage *self,
          TambourRecord         *record)
{
  const char *id = self->account_id == NULL ? record->account_id.id : NULL;
  TambourRecord *account = id ? g_hash_table_lookup (self->others, id) : NULL;
  g_autofree char *line = tambour_record_words_line (record, self->others, now_of (self));
  g_autofree char *name = NULL;

  if (account == NULL)
    return g_steal_pointer (&line);

  name = tambour_record_words_title (account, NULL, now_of (self));

  return *line ? g_strdup_printf ("%s · %s", name, line) : g_steal_pointer (&name);
}

/* What stands at a position now; a record that is being read has no text yet. */
static void
fill_cb (TambourRecordRow *row,
         gpointer          data)
{
  GtkListItem *item = data;
  TambourRecordListPage *self = TAMBOUR_RECORD_LIST_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (row), TAMBOUR_TYPE_RECORD_LIST_PAGE));
  g_autoptr(TambourRecord) record = g_list_model_get_item (G_LIST_MODEL (self->list), gtk_list_item_get_position (item));
  g_autofree char *title = NULL;
  g_autofree char *line = NULL;
  g_autofree char *when = NULL;
  g_autofree char *name = NULL;

  if (record == NULL || *record->id == '\0')
    {
      tambour_record_row_show_text (row, "", "", "");
      return;
    }

  title = tambour_record_words_title (record, self->others, now_of (self));
  line = dup_line (self, record);
  when = tambour_record_words_when (record, now_of (self));
  tambour_record_row_show_text (row, title, line, when);
  name = tambour_record_row_dup_name (row);
  gtk_list_item_set_accessible_label (item, name);
}

static void
show_item (GtkListItem *item)
{
  tambour_record_row_show_when_seen (TAMBOUR_RECORD_ROW (gtk_list_item_get_child (item)), fill_cb, item);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  g_hash_table_add (TAMBOUR_RECORD_LIST_PAGE (user_data)->items, item);
  show_item (item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           gpointer                  user_data)
{
  g_hash_table_remove (TAMBOUR_RECORD_LIST_PAGE (user_data)->items, item);
  tambour_record_row_show_when_seen (TAMBOUR_RECORD_ROW (gtk_list_item_get_child (item)), NULL, NULL);
}

/* Records that rows wait for are there. */
static void
read_cb (TambourRecordListPage *self,
         guint                  position,
         guint                  n)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      guint at = gtk_list_item_get_position (key);

      if (at >= position && at - position < n)
        show_item (key);
    }
}

/**
 * tambour_record_list_page_add_rows:
 * @self: a page that has a list
 *
 * Has the list view show records as rows.
 */
void
tambour_record_list_page_add_rows (TambourRecordListPage *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->items = g_hash_table_new (NULL, NULL);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  g_signal_connect_object (self->list, "read", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list_view, factory);
}
