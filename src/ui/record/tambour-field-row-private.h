/* tambour-field-row-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-field-row.h"

G_BEGIN_DECLS

typedef struct
{
  const TambourField *field;
  TambourPortfolio   *portfolio;
  char               *account_id;
  GtkWidget          *editor;
  char               *problem;
  char               *note;
  char               *aside;
  guint               patience;
  gboolean            is_lacking;
  gboolean            is_edited;
  gboolean            is_editable;
  gboolean            is_showing;
  gboolean            is_patient;  /* until the focus leaves */

  /* Template widgets */
  GtkLabel           *title_label;
  GtkWidget          *internal_image;
  GtkLabel           *side_label;
  AdwBin             *editor_bin;
  GtkBox             *suffixes;
  GtkLabel           *remark_label;
  GtkLabel           *problem_label;
  GtkWidget          *note_box;
  GtkLabel           *note_label;
  GtkWidget          *theirs_button;
} TambourFieldRowPrivate;

TambourFieldRowPrivate *tambour_field_row_get_private (TambourFieldRow *self);

/* tambour-field-row-editor.c */
void tambour_field_row_show_aside (TambourFieldRow *self);

G_END_DECLS
