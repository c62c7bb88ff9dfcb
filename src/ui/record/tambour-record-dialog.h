/* tambour-record-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-portfolio.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_RECORD_DIALOG (tambour_record_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TambourRecordDialog, tambour_record_dialog, TAMBOUR, RECORD_DIALOG, AdwDialog)

void tambour_record_dialog_present_new  (GtkWidget          *parent,
                                         TambourPortfolio   *portfolio,
                                         TambourRecordClass *klass,
                                         const char         *account_id,
                                         const char         *within);
void tambour_record_dialog_present_edit (GtkWidget          *parent,
                                         TambourPortfolio   *portfolio,
                                         TambourRecordClass *klass,
                                         const char         *id);
void tambour_record_dialog_present_copy (GtkWidget          *parent,
                                         TambourPortfolio   *portfolio,
                                         TambourRecordClass *klass,
                                         const char         *id);

G_END_DECLS
