/* tambour-search-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-portfolio.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_SEARCH_DIALOG (tambour_search_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TambourSearchDialog, tambour_search_dialog, TAMBOUR, SEARCH_DIALOG, AdwDialog)

TambourSearchDialog *tambour_search_dialog_new      (TambourPortfolio    *portfolio,
                                                     const char          *account_id);
GListModel          *tambour_search_dialog_get_rows (TambourSearchDialog *self);

G_END_DECLS
