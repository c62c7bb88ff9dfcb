/* tambour-choice-field-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-choice-field-row.h"
#include "tambour-choice-words.h"

#define AT(field, record, Type) TAMBOUR_FIELD_AT (field, record, Type)

/* More values than this can be searched. */
#define MAX_UNSEARCHED 9

/**
 * TambourChoiceFieldRow:
 *
 * Edits a choice; its values have words.
 */
struct _TambourChoiceFieldRow
{
  TambourFieldRow  parent_instance;

  GtkDropDown     *drop_down;
};

G_DEFINE_FINAL_TYPE (TambourChoiceFieldRow, tambour_choice_field_row, TAMBOUR_TYPE_FIELD_ROW)

static void
changed_cb (TambourFieldRow *self)
{
  tambour_field_row_edited (self);
}

static GtkStringList *
new_words (GType choice)
{
  GtkStringList *words = gtk_string_list_new (NULL);
  g_autoptr(GTypeClass) klass = g_type_class_ref (choice);

  for (guint i = 0; i < ((GEnumClass *) klass)->n_values; i++)
    gtk_string_list_append (words, _(tambour_choice_get_words (choice, i)));

  return words;
}

static void
tambour_choice_field_row_set_up (TambourFieldRow *row)
{
  TambourChoiceFieldRow *self = TAMBOUR_CHOICE_FIELD_ROW (row);
  GtkStringList *words = new_words (tambour_field_row_get_field (row)->choice ());
  GtkExpression *expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (words), expression));
  gtk_drop_down_set_enable_search (self->drop_down, g_list_model_get_n_items (G_LIST_MODEL (words)) > MAX_UNSEARCHED);
  gtk_drop_down_set_search_match_mode (self->drop_down, GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  gtk_widget_add_css_class (GTK_WIDGET (self->drop_down), "flat");
  tambour_field_row_set_editor (row, GTK_WIDGET (self->drop_down), NULL);
  g_signal_connect_swapped (self->drop_down, "notify::selected", G_CALLBACK (changed_cb), self);
}

static void
tambour_choice_field_row_show (TambourFieldRow *row,
                               TambourRecord   *record,
                               GHashTable      *others)
{
  gtk_drop_down_set_selected (TAMBOUR_CHOICE_FIELD_ROW (row)->drop_down, AT (tambour_field_row_get_field (row), record, guint));
}

static char *
tambour_choice_field_row_read (TambourFieldRow *row,
                               TambourRecord   *record)
{
  AT (tambour_field_row_get_field (row), record, guint) = gtk_drop_down_get_selected (TAMBOUR_CHOICE_FIELD_ROW (row)->drop_down);

  return NULL;
}

static char *
tambour_choice_field_row_dup_draft (TambourFieldRow *row)
{
  return g_strdup (tambour_choice_nick (tambour_field_row_get_field (row)->choice (),
                                        gtk_drop_down_get_selected (TAMBOUR_CHOICE_FIELD_ROW (row)->drop_down)));
}

static void
tambour_choice_field_row_take_draft (TambourFieldRow *row,
                                     const char      *draft)
{
  guint value;

  if (tambour_choice_from_nick (tambour_field_row_get_field (row)->choice (), draft, &value))
    gtk_drop_down_set_selected (TAMBOUR_CHOICE_FIELD_ROW (row)->drop_down, value);
}

static void
tambour_choice_field_row_set_editable (TambourFieldRow *row,
                                       gboolean         is_editable)
{
  gtk_widget_set_sensitive (GTK_WIDGET (TAMBOUR_CHOICE_FIELD_ROW (row)->drop_down), is_editable);
}

static void
tambour_choice_field_row_class_init (TambourChoiceFieldRowClass *klass)
{
  TambourFieldRowClass *row_class = TAMBOUR_FIELD_ROW_CLASS (klass);

  row_class->set_up = tambour_choice_field_row_set_up;
  row_class->show = tambour_choice_field_row_show;
  row_class->read = tambour_choice_field_row_read;
  row_class->dup_draft = tambour_choice_field_row_dup_draft;
  row_class->take_draft = tambour_choice_field_row_take_draft;
  row_class->set_editable = tambour_choice_field_row_set_editable;
}

static void
tambour_choice_field_row_init (TambourChoiceFieldRow *self)
{
}
