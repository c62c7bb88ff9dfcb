/* tambour-portal-editor.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-portals.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_PORTAL_EDITOR (tambour_portal_editor_get_type ())
G_DECLARE_FINAL_TYPE (TambourPortalEditor, tambour_portal_editor, TAMBOUR, PORTAL_EDITOR, AdwNavigationPage)

AdwNavigationPage *tambour_portal_editor_new (TambourPortfolio       *portfolio,
                                              const TambourConnector *connector);

G_END_DECLS
