/* tambour-health-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-health.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_HEALTH_DIALOG (tambour_health_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TambourHealthDialog, tambour_health_dialog, TAMBOUR, HEALTH_DIALOG, AdwDialog)

AdwDialog *tambour_health_dialog_new (const TambourHealth *health,
                                      const char          *account_id,
                                      TambourDate          today);

G_END_DECLS
