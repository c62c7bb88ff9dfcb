/* tambour-flag-field-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-field-row.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_FLAG_FIELD_ROW (tambour_flag_field_row_get_type ())
G_DECLARE_FINAL_TYPE (TambourFlagFieldRow, tambour_flag_field_row, TAMBOUR, FLAG_FIELD_ROW, TambourFieldRow)

G_END_DECLS
