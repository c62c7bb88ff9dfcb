/* tambour-account-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-account-summary.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_ACCOUNT_ROW (tambour_account_row_get_type ())
G_DECLARE_FINAL_TYPE (TambourAccountRow, tambour_account_row, TAMBOUR, ACCOUNT_ROW, GtkListBoxRow)

GtkWidget                   *tambour_account_row_new         (void);
void                         tambour_account_row_take        (TambourAccountRow     *self,
                                                              TambourAccountSummary *summary);
const TambourAccountSummary *tambour_account_row_get_summary (TambourAccountRow     *self);

G_END_DECLS
