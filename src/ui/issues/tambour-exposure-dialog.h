/* tambour-exposure-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-ask-dialog.h"
#include "tambour-exposure-moves.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_EXPOSURE_DIALOG (tambour_exposure_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TambourExposureDialog, tambour_exposure_dialog, TAMBOUR, EXPOSURE_DIALOG, TambourAskDialog)

void     tambour_exposure_dialog_present (GtkWidget               *asked_by,
                                          TambourPortfolio        *portfolio,
                                          TambourExposureMoveKind  kind,
                                          const char              *id);
gboolean tambour_exposure_dialog_asks    (TambourRecordClass      *klass,
                                          guint                    kind);

G_END_DECLS
