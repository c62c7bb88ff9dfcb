/* tambour-ask-rows.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include <json-glib/json-glib.h>

#include "tambour-field.h"

G_BEGIN_DECLS

/**
 * TambourAskRow:
 * @name: the member of the draft
 * @row: an entry, an #AdwComboRow, an #AdwSwitchRow, or a #GtkTextBuffer
 * @records: (nullable): of an #AdwComboRow, what its choices but the first are
 *
 * A row of a dialog that asks.
 */
typedef struct
{
  const char *name;
  gpointer    row;
  GPtrArray  *records;
} TambourAskRow;

void        tambour_ask_row_pack           (const TambourAskRow *self,
                                            JsonObject          *fields);
void        tambour_ask_row_unpack         (const TambourAskRow *self,
                                            JsonObject          *fields);

void        tambour_ask_rows_show_contacts (AdwComboRow         *row,
                                            GPtrArray           *contacts);
const char *tambour_ask_rows_get_chosen    (AdwComboRow         *row,
                                            GPtrArray           *records);
gboolean    tambour_ask_rows_choose        (AdwComboRow         *row,
                                            GPtrArray           *records,
                                            const char          *id);
gboolean    tambour_ask_rows_is_blank      (GtkEditable         *row);
gboolean    tambour_ask_rows_read_date     (GtkEditable         *row,
                                            TambourDate          today,
                                            TambourDate         *on);

G_END_DECLS
