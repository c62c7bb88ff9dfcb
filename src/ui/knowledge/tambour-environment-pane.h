/* tambour-environment-pane.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-portfolio.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_ENVIRONMENT_PANE (tambour_environment_pane_get_type ())
G_DECLARE_FINAL_TYPE (TambourEnvironmentPane, tambour_environment_pane, TAMBOUR, ENVIRONMENT_PANE, AdwBin)

void tambour_environment_pane_show      (TambourEnvironmentPane *self,
                                         TambourPortfolio       *portfolio,
                                         const char             *id);
void tambour_environment_pane_set_alone (TambourEnvironmentPane *self,
                                         gboolean                is_alone);

G_END_DECLS
