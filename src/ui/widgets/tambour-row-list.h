/* tambour-row-list.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TambourRowList:
 * @dup_key: what tells one item from another, also when both are read anew
 * @new_row: makes a row; gets what tambour_row_list_show() was given
 * @show: has a row show an item
 * @new_row_for: instead of @new_row, where items have rows of several types: the
 *   keys must differ then as well
 *
 * How a list box shows an array.
 */
typedef struct
{
  char      *(*dup_key) (gconstpointer  item);
  GtkWidget *(*new_row) (gpointer       data);
  void       (*show)    (GtkWidget     *row,
                gpointer item);
  GtkWidget *(*new_row_for) (gconstpointer item,
                             gpointer      data);
} TambourRowList;

void tambour_row_list_show (GtkListBox           *list,
                            const TambourRowList *self,
                            GPtrArray            *items,
                            guint                 n_items,
                            gpointer              data);
void tambour_row_list_say  (GtkListBox           *list,
                            GtkWidget            *row);

G_END_DECLS
