/* tambour-link-chooser.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-portfolio.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_LINK_CHOOSER (tambour_link_chooser_get_type ())
G_DECLARE_FINAL_TYPE (TambourLinkChooser, tambour_link_chooser, TAMBOUR, LINK_CHOOSER, AdwDialog)

AdwDialog *tambour_link_chooser_new (TambourPortfolio *portfolio,
                                     const char       *account_id);

G_END_DECLS
