/* tambour-text-field-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-text-field-row.h"

#include "tambour-buffer.h"

#define AT(field, record, Type) TAMBOUR_FIELD_AT (field, record, Type)

/* From three lines to a dozen, then it scrolls. */
#define MIN_HEIGHT 62
#define MAX_HEIGHT 260

/**
 * TambourTextFieldRow:
 *
 * Edits a text of several lines.
 */
struct _TambourTextFieldRow
{
  TambourFieldRow  parent_instance;

  GtkTextView     *view;
};

G_DEFINE_FINAL_TYPE (TambourTextFieldRow, tambour_text_field_row, TAMBOUR_TYPE_FIELD_ROW)

static char *
dup_text (TambourTextFieldRow *self)
{
  return tambour_buffer_dup_text (gtk_text_view_get_buffer (self->view));
}

static void
changed_cb (TambourFieldRow *self)
{
  tambour_field_row_edited (self);
}

static void
tambour_text_field_row_set_up (TambourFieldRow *row)
{
  TambourTextFieldRow *self = TAMBOUR_TEXT_FIELD_ROW (row);
  GtkWidget *scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW,
                                      "hscrollbar-policy", GTK_POLICY_NEVER,
                                      "propagate-natural-height", TRUE,
                                      "min-content-height", MIN_HEIGHT,
                                      "max-content-height", MAX_HEIGHT,
                                      NULL);

  /* Tab leads to the next field, as everywhere in a form. */
  self->view = g_object_new (GTK_TYPE_TEXT_VIEW,
                             "wrap-mode", GTK_WRAP_WORD_CHAR,
                             "accepts-tab", FALSE,
                             NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  tambour_field_row_set_editor (row, GTK_WIDGET (self->view), scrolled);
  g_signal_connect_swapped (gtk_text_view_get_buffer (self->view), "changed", G_CALLBACK (changed_cb), self);
}

static void
set_text (TambourTextFieldRow *self,
          const char          *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text ? text : "", -1);
}

static void
tambour_text_field_row_show (TambourFieldRow *row,
                             TambourRecord   *record,
                             GHashTable      *others)
{
  set_text (TAMBOUR_TEXT_FIELD_ROW (row), AT (tambour_field_row_get_field (row), record, char *));
}

static char *
tambour_text_field_row_read (TambourFieldRow *row,
                             TambourRecord   *record)
{
  const TambourField *field = tambour_field_row_get_field (row);
  g_autofree char *text = dup_text (TAMBOUR_TEXT_FIELD_ROW (row));
  g_autofree char *trimmed = g_strstrip (g_strdup (text));

  g_set_str (&AT (field, record, char *), *trimmed ? text : NULL);

  return NULL;
}

static char *
tambour_text_field_row_dup_draft (TambourFieldRow *row)
{
  return dup_text (TAMBOUR_TEXT_FIELD_ROW (row));
}

static void
tambour_text_field_row_take_draft (TambourFieldRow *row,
                                   const char      *draft)
{
  set_text (TAMBOUR_TEXT_FIELD_ROW (row), draft);
}

static void
tambour_text_field_row_set_editable (TambourFieldRow *row,
                                     gboolean         is_editable)
{
  gtk_text_view_set_editable (TAMBOUR_TEXT_FIELD_ROW (row)->view, is_editable);
}

static void
tambour_text_field_row_class_init (TambourTextFieldRowClass *klass)
{
  TambourFieldRowClass *row_class = TAMBOUR_FIELD_ROW_CLASS (klass);

  row_class->set_up = tambour_text_field_row_set_up;
  row_class->show = tambour_text_field_row_show;
  row_class->read = tambour_text_field_row_read;
  row_class->dup_draft = tambour_text_field_row_dup_draft;
  row_class->take_draft = tambour_text_field_row_take_draft;
  row_class->set_editable = tambour_text_field_row_set_editable;
}

static void
tambour_text_field_row_init (TambourTextFieldRow *self)
{
}
