/* tambour-text-field-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-field-row.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_TEXT_FIELD_ROW (tambour_text_field_row_get_type ())
G_DECLARE_FINAL_TYPE (TambourTextFieldRow, tambour_text_field_row, TAMBOUR, TEXT_FIELD_ROW, TambourFieldRow)

G_END_DECLS
