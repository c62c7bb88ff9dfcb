/* tambour-ask-rows.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-ask-rows.h"
#include "tambour-buffer.h"
#include "tambour-move.h"
#include "tambour-people.h"
#include "tambour-when-parse.h"

/**
 * tambour_ask_row_pack:
 * @self: a row whose text or choice is a member of a draft
 * @fields: the draft
 *
 * Puts there what is typed or chosen.
 */
void
tambour_ask_row_pack (const TambourAskRow *self,
                      JsonObject          *fields)
{
  g_autofree char *text = GTK_IS_TEXT_BUFFER (self->row) ? tambour_buffer_dup_text (self->row) : NULL;
  const char *id = self->records ? tambour_ask_rows_get_chosen (self->row, self->records) : NULL;

  if (self->records != NULL)
    json_object_set_string_member (fields, self->name, id ? id : "");
  else if (ADW_IS_COMBO_ROW (self->row))
    json_object_set_int_member (fields, self->name, adw_combo_row_get_selected (self->row));
  else if (ADW_IS_SWITCH_ROW (self->row))
    json_object_set_boolean_member (fields, self->name, adw_switch_row_get_active (self->row));
  else
    json_object_set_string_member (fields, self->name, text ? text : gtk_editable_get_text (self->row));
}

/**
 * tambour_ask_row_unpack:
 * @self: a row whose text or choice is a member of a draft
 * @fields: the draft
 *
 * Shows what was typed or chosen.
 */
void
tambour_ask_row_unpack (const TambourAskRow *self,
                        JsonObject          *fields)
{
  if (self->records != NULL)
    tambour_ask_rows_choose (self->row, self->records, json_object_get_string_member_with_default (fields, self->name, ""));
  else if (ADW_IS_COMBO_ROW (self->row))
    adw_combo_row_set_selected (self->row, (guint) json_object_get_int_member_with_default (fields, self->name, 0));
  else if (ADW_IS_SWITCH_ROW (self->row))
    adw_switch_row_set_active (self->row, json_object_get_boolean_member_with_default (fields, self->name, FALSE));
  else if (GTK_IS_TEXT_BUFFER (self->row))
    gtk_text_buffer_set_text (self->row, json_object_get_string_member_with_default (fields, self->name, ""), -1);
  else
    gtk_editable_set_text (self->row, json_object_get_string_member_with_default (fields, self->name, ""));
}

/**
 * tambour_ask_rows_show_contacts:
 * @row: a row
 * @contacts: (nullable) (element-type TambourContact): whom one may choose there
 *
 * The first is nobody.
 */
void
tambour_ask_rows_show_contacts (AdwComboRow *row,
                                GPtrArray   *contacts)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new ((const char *[]) { _("Nobody named"), NULL });

  for (guint i = 0; contacts != NULL && i < contacts->len; i++)
    gtk_string_list_append (names, TAMBOUR_CONTACT (g_ptr_array_index (contacts, i))->name);

  adw_combo_row_set_model (row, G_LIST_MODEL (names));
}

/**
 * tambour_ask_rows_get_chosen:
 * @row: a row whose first choice is none
 * @records: (nullable) (element-type TambourRecord): what the others are
 *
 * Returns: (transfer none) (nullable): the id of what is chosen
 */
const char *
tambour_ask_rows_get_chosen (AdwComboRow *row,
                             GPtrArray   *records)
{
  guint selected = adw_combo_row_get_selected (row);

  return selected > 0 && records != NULL && selected <= records->len ? tambour_record_get_id (g_ptr_array_index (records, selected - 1)) : NULL;
}

/**
 * tambour_ask_rows_choose:
 * @row: a row whose first choice is none
 * @records: (nullable) (element-type TambourRecord): what the others are
 * @id: (nullable): one of them
 *
 * Chooses it, if it is there.
 *
 * Returns: whether it is
 */
gboolean
tambour_ask_rows_choose (AdwComboRow *row,
                         GPtrArray   *records,
                         const char  *id)
{
  for (guint i = 0; records != NULL && i < records->len; i++)
    if (g_strcmp0 (tambour_record_get_id (g_ptr_array_index (records, i)), id) == 0)
      {
        adw_combo_row_set_selected (row, i + 1);
        return TRUE;
      }

  return FALSE;
}

/**
 * tambour_ask_rows_is_blank:
 * @row: an entry
 *
 * Returns: whether nothing but space is typed
 */
gboolean
tambour_ask_rows_is_blank (GtkEditable *row)
{
  return tambour_move_is_blank (gtk_editable_get_text (row));
}

/**
 * tambour_ask_rows_read_date:
 * @row: an entry
 * @today: the day that is "today"
 * @on: (out): the day that is typed, or none
 *
 * Returns: whether a day is typed, or nothing
 */
gboolean
tambour_ask_rows_read_date (GtkEditable *row,
                            TambourDate  today,
                            TambourDate *on)
{
  on->julian = 0;

  return tambour_ask_rows_is_blank (row) || tambour_when_parse_date (gtk_editable_get_text (row), today, on);
}
