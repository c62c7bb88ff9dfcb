/* tambour-map-editor.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-connectors.h"
#include "tambour-portfolio.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_MAP_EDITOR (tambour_map_editor_get_type ())
G_DECLARE_FINAL_TYPE (TambourMapEditor, tambour_map_editor, TAMBOUR, MAP_EDITOR, AdwNavigationPage)

AdwNavigationPage *tambour_map_editor_new      (TambourPortfolio       *portfolio,
                                                const TambourConnector *connector,
                                                const char             *secret);
const char        *tambour_map_editor_get_text (TambourMapEditor       *self);

G_END_DECLS
