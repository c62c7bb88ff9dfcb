/* tambour-flag-field-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-flag-field-row.h"

#define AT(field, record, Type) TAMBOUR_FIELD_AT (field, record, Type)

/**
 * TambourFlagFieldRow:
 *
 * Edits what is so or not.
 */
struct _TambourFlagFieldRow
{
  TambourFieldRow  parent_instance;

  GtkSwitch       *button;
};

G_DEFINE_FINAL_TYPE (TambourFlagFieldRow, tambour_flag_field_row, TAMBOUR_TYPE_FIELD_ROW)

static void
changed_cb (TambourFieldRow *self)
{
  tambour_field_row_edited (self);
}

static void
tambour_flag_field_row_set_up (TambourFieldRow *row)
{
  TambourFlagFieldRow *self = TAMBOUR_FLAG_FIELD_ROW (row);

  self->button = g_object_new (GTK_TYPE_SWITCH, "valign", GTK_ALIGN_CENTER, NULL);
  tambour_field_row_set_inline (row, GTK_WIDGET (self->button));
  g_signal_connect_swapped (self->button, "notify::active", G_CALLBACK (changed_cb), self);
}

static void
tambour_flag_field_row_show (TambourFieldRow *row,
                             TambourRecord   *record,
                             GHashTable      *others)
{
  gtk_switch_set_active (TAMBOUR_FLAG_FIELD_ROW (row)->button, AT (tambour_field_row_get_field (row), record, bool));
}

static char *
tambour_flag_field_row_read (TambourFieldRow *row,
                             TambourRecord   *record)
{
  AT (tambour_field_row_get_field (row), record, bool) = gtk_switch_get_active (TAMBOUR_FLAG_FIELD_ROW (row)->button);

  return NULL;
}

static char *
tambour_flag_field_row_dup_draft (TambourFieldRow *row)
{
  return g_strdup (gtk_switch_get_active (TAMBOUR_FLAG_FIELD_ROW (row)->button) ? "true" : "false");
}

static void
tambour_flag_field_row_take_draft (TambourFieldRow *row,
                                   const char      *draft)
{
  gtk_switch_set_active (TAMBOUR_FLAG_FIELD_ROW (row)->button, g_str_equal (draft, "true"));
}

static void
tambour_flag_field_row_set_editable (TambourFieldRow *row,
                                     gboolean         is_editable)
{
  gtk_widget_set_sensitive (GTK_WIDGET (TAMBOUR_FLAG_FIELD_ROW (row)->button), is_editable);
}

static void
tambour_flag_field_row_class_init (TambourFlagFieldRowClass *klass)
{
  TambourFieldRowClass *row_class = TAMBOUR_FIELD_ROW_CLASS (klass);

  row_class->set_up = tambour_flag_field_row_set_up;
  row_class->show = tambour_flag_field_row_show;
  row_class->read = tambour_flag_field_row_read;
  row_class->dup_draft = tambour_flag_field_row_dup_draft;
  row_class->take_draft = tambour_flag_field_row_take_draft;
  row_class->set_editable = tambour_flag_field_row_set_editable;
}

static void
tambour_flag_field_row_init (TambourFlagFieldRow *self)
{
}
