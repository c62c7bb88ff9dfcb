/* tambour-row-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-row-list.h"

/* A list box that is told what it shows as a whole, and changes only what
 * differs: rows that stay keep the keyboard, their menus and their place.
 */

static const char *
get_key (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "tambour-key");
}

static gboolean
has_focus (GtkWidget *row)
{
  return gtk_widget_get_focus_child (gtk_widget_get_parent (row)) == row;
}

static GHashTable *
list_keys (const TambourRowList *self,
           GPtrArray            *items,
           guint                 n_items)
{
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n_items; i++)
    g_hash_table_add (keys, self->dup_key (g_ptr_array_index (items, i)));

  return keys;
}

/* Removes the rows that are not wanted any more.
 *
 * Returns: where the keyboard was, if it was on one of them; else -1
 */
static int
remove_rows (GtkListBox *list,
             GHashTable *keys)
{
  int lost = -1;

  for (int i = 0; gtk_list_box_get_row_at_index (list, i) != NULL;)
    {
      GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (list, i));
      const char *key = get_key (row);

      if (key != NULL && g_hash_table_contains (keys, key))
        {
          i++;
          continue;
        }

      if (has_focus (row))
        lost = i;
      gtk_list_box_remove (list, row);
    }

  return lost;
}

static GtkWidget *
find_row (GtkListBox *list,
          const char *key,
          int         from)
{
  for (int i = from; gtk_list_box_get_row_at_index (list, i) != NULL; i++)
    {
      GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (list, i));

      if (g_strcmp0 (get_key (row), key) == 0)
        return row;
    }

  return NULL;
}

static void
move_row (GtkListBox *list,
          GtkWidget  *row,
          int         position)
{
  gboolean was_focused = has_focus (row);

  if (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) == position)
    return;

  g_object_ref (row);
  gtk_list_box_remove (list, row);
  gtk_list_box_insert (list, row, position);
  g_object_unref (row);

  if (was_focused)
    gtk_widget_grab_focus (row);
}

/* What comes after a row that went is where one goes on. */
static void
find_focus (GtkListBox *list,
            int         lost)
{
  GtkListBoxRow *row = NULL;

  for (int i = lost; row == NULL && i >= 0; i--)
    row = gtk_list_box_get_row_at_index (list, i);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/**
 * tambour_row_list_show:
 * @list: a list box
 * @self: how it shows items
 * @items: the items
 * @n_items: how many of them, from the first on
 * @data: for making rows
 *
 * Has @list show just these items, in this order.
 */
void
tambour_row_list_show (GtkListBox           *list,
                       const TambourRowList *self,
                       GPtrArray            *items,
                       guint                 n_items,
                       gpointer              data)
{
  g_autoptr(GHashTable) keys = list_keys (self, items, n_items);
  int lost = remove_rows (list, keys);

  for (guint i = 0; i < n_items; i++)
    {
      gpointer item = g_ptr_array_index (items, i);
      g_autofree char *key = self->dup_key (item);
      GtkWidget *row = find_row (list, key, (int) i);

      if (row != NULL)
        {
          move_row (list, row, (int) i);
        }
      else
        {
          row = self->new_row_for ? self->new_row_for (item, data) : self->new_row (data);
          g_object_set_data_full (G_OBJECT (row), "tambour-key", g_steal_pointer (&key), g_free);
          gtk_list_box_insert (list, row, (int) i);
        }

      self->show (row, item);
    }

  find_focus (list, lost);
}

/**
 * tambour_row_list_say:
 * @list: a list box
 * @row: (transfer floating): a row
 *
 * Has @list show nothing but @row, which says why there is nothing else.
 */
void
tambour_row_list_say (GtkListBox *list,
                      GtkWidget  *row)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (list)) != NULL;

  gtk_list_box_remove_all (list);
  gtk_list_box_append (list, row);
  if (had_focus)
    gtk_widget_grab_focus (row);
}
