/* tambour-labels-field-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-field-row.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_LABELS_FIELD_ROW (tambour_labels_field_row_get_type ())
G_DECLARE_FINAL_TYPE (TambourLabelsFieldRow, tambour_labels_field_row, TAMBOUR, LABELS_FIELD_ROW, TambourFieldRow)

G_END_DECLS
