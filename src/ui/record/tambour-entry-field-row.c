/* tambour-entry-field-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-amount.h"
#include "tambour-entry-field-row.h"

#define AT(field, record, Type) TAMBOUR_FIELD_AT (field, record, Type)

/**
 * TambourEntryFieldRow:
 *
 * Edits a text of one line, a number, or an amount of money.
 */
struct _TambourEntryFieldRow
{
  TambourFieldRow  parent_instance;

  GtkEntry        *entry;
  char            *shown;
  char             currency[4];
};

G_DEFINE_FINAL_TYPE (TambourEntryFieldRow, tambour_entry_field_row, TAMBOUR_TYPE_FIELD_ROW)

static const TambourField *
get_field (gpointer self)
{
  return tambour_field_row_get_field (self);
}

static const char *
get_text (TambourEntryFieldRow *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static void
changed_cb (TambourFieldRow *self)
{
  tambour_field_row_edited (self);
}

static void
tambour_entry_field_row_set_up (TambourFieldRow *row)
{
  TambourEntryFieldRow *self = TAMBOUR_ENTRY_FIELD_ROW (row);
  gboolean is_text = get_field (self)->kind == TAMBOUR_KIND_TEXT;

  self->entry = g_object_new (GTK_TYPE_ENTRY,
                              "has-frame", FALSE,
                              "input-purpose", is_text ? GTK_INPUT_PURPOSE_FREE_FORM : GTK_INPUT_PURPOSE_NUMBER,
                              NULL);
  if (!is_text)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "numeric");
  tambour_field_row_set_editor (row, GTK_WIDGET (self->entry), NULL);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);
}

static char *
dup_edited (const TambourField *field,
            TambourRecord      *record)
{
  switch ((int) field->kind)
    {
    case TAMBOUR_KIND_COUNT:
      return tambour_amount_edit_count (AT (field, record, gint64));
    case TAMBOUR_KIND_NUMBER:
      return tambour_amount_edit_number (AT (field, record, double));
    case TAMBOUR_KIND_MONEY:
      return tambour_amount_edit_money (AT (field, record, TambourMoney));
    default:
      return g_strdup (AT (field, record, char *) ? AT (field, record, char *) : "");
    }
}

/* What amounts are in if nobody says: the record's own, else that of the place. */
static void
find_currency (TambourEntryFieldRow *self,
               TambourRecord        *record)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);
  const TambourField *field = get_field (self);

  g_strlcpy (self->currency, tambour_amount_get_currency (), sizeof self->currency);
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].kind == TAMBOUR_KIND_MONEY && tambour_field_is_stated (&klass->fields[i], record))
      g_strlcpy (self->currency, AT (&klass->fields[i], record, TambourMoney).currency, sizeof self->currency);

  if (tambour_field_is_stated (field, record))
    g_strlcpy (self->currency, AT (field, record, TambourMoney).currency, sizeof self->currency);
}

static void
tambour_entry_field_row_show (TambourFieldRow *row,
                              TambourRecord   *record,
                              GHashTable      *others)
{
  TambourEntryFieldRow *self = TAMBOUR_ENTRY_FIELD_ROW (row);

  g_clear_pointer (&self->shown, g_free);
  self->shown = dup_edited (get_field (self), record);
  if (get_field (self)->kind == TAMBOUR_KIND_MONEY)
    find_currency (self, record);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->shown);
}

static char *
read_value (TambourEntryFieldRow *self,
            TambourRecord        *record,
            const char           *text)
{
  const TambourField *field = get_field (self);

  switch ((int) field->kind)
    {
    case TAMBOUR_KIND_COUNT:
      return tambour_amount_parse_count (text, &AT (field, record, gint64)) ? NULL : g_strdup (_("This takes a whole number, such as 12"));
    case TAMBOUR_KIND_NUMBER:
      return tambour_amount_parse_number (text, &AT (field, record, double)) ? NULL : g_strdup (_("This takes a number, such as 12.5"));
    case TAMBOUR_KIND_MONEY:
      return tambour_amount_parse_money (text, self->currency, &AT (field, record, TambourMoney)) ? NULL
                                                                                                  : g_strdup (_("This takes an amount, such as 1250 EUR"));
    default:
      g_set_str (&AT (field, record, char *), text);
      return NULL;
    }
}

static char *
tambour_entry_field_row_read (TambourFieldRow *row,
                              TambourRecord   *record)
{
  TambourEntryFieldRow *self = TAMBOUR_ENTRY_FIELD_ROW (row);
  const TambourField *field = get_field (self);
  g_autofree char *text = NULL;

  if (g_strcmp0 (get_text (self), self->shown) == 0)
    return NULL;

  text = g_strstrip (g_strdup (get_text (self)));
  if (*text == '\0')
    {
      tambour_field_clear (field, record);
      return NULL;
    }

  return read_value (self, record, text);
}

static char *
tambour_entry_field_row_dup_draft (TambourFieldRow *row)
{
  return g_strdup (get_text (TAMBOUR_ENTRY_FIELD_ROW (row)));
}

static void
tambour_entry_field_row_take_draft (TambourFieldRow *row,
                                    const char      *draft)
{
  gtk_editable_set_text (GTK_EDITABLE (TAMBOUR_ENTRY_FIELD_ROW (row)->entry), draft);
}

static void
tambour_entry_field_row_set_editable (TambourFieldRow *row,
                                      gboolean         is_editable)
{
  gtk_editable_set_editable (GTK_EDITABLE (TAMBOUR_ENTRY_FIELD_ROW (row)->entry), is_editable);
}

static void
tambour_entry_field_row_finalize (GObject *object)
{
  g_clear_pointer (&TAMBOUR_ENTRY_FIELD_ROW (object)->shown, g_free);

  G_OBJECT_CLASS (tambour_entry_field_row_parent_class)->finalize (object);
}

static void
tambour_entry_field_row_class_init (TambourEntryFieldRowClass *klass)
{
  TambourFieldRowClass *row_class = TAMBOUR_FIELD_ROW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tambour_entry_field_row_finalize;
  row_class->set_up = tambour_entry_field_row_set_up;
  row_class->show = tambour_entry_field_row_show;
  row_class->read = tambour_entry_field_row_read;
  row_class->dup_draft = tambour_entry_field_row_dup_draft;
  row_class->take_draft = tambour_entry_field_row_take_draft;
  row_class->set_editable = tambour_entry_field_row_set_editable;
}

static void
tambour_entry_field_row_init (TambourEntryFieldRow *self)
{
}
