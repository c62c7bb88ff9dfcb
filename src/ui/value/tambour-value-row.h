/* tambour-value-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TambourValueWords:
 * @title: what it is called
 * @line: what is told of it
 * @tag: (nullable): a word about it; @tag_style: (nullable): the class of that
 * @amount: (nullable): what counts of it, or would
 * @share: (nullable): of what that is a share
 *
 * What a row says.
 */
typedef struct
{
  const char *title;
  const char *line;
  const char *tag;
  const char *tag_style;
  const char *amount;
  const char *share;
} TambourValueWords;

#define TAMBOUR_TYPE_VALUE_ROW (tambour_value_row_get_type ())
G_DECLARE_FINAL_TYPE (TambourValueRow, tambour_value_row, TAMBOUR, VALUE_ROW, GtkListBoxRow)

GtkWidget *tambour_value_row_new  (GtkSizeGroup            *amounts);
void       tambour_value_row_show (TambourValueRow         *self,
                                   const TambourValueWords *words);

G_END_DECLS
