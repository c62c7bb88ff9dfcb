/* tambour-exposure-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-known-issues.h"
#include "tambour-row-list.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_EXPOSURE_ROW (tambour_exposure_row_get_type ())
G_DECLARE_FINAL_TYPE (TambourExposureRow, tambour_exposure_row, TAMBOUR, EXPOSURE_ROW, GtkListBoxRow)

/* How a list box shows the accounts of a known issue, or the known issues of an account. */
extern const TambourRowList tambour_exposure_rows_of_issue;
extern const TambourRowList tambour_exposure_rows_of_account;

G_END_DECLS
