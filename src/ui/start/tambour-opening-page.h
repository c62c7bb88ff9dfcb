/* tambour-opening-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TAMBOUR_TYPE_OPENING_PAGE (tambour_opening_page_get_type ())
G_DECLARE_FINAL_TYPE (TambourOpeningPage, tambour_opening_page, TAMBOUR, OPENING_PAGE, AdwBin)

GtkWidget *tambour_opening_page_new (const char *path);

G_END_DECLS
