/* tambour-start-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TAMBOUR_TYPE_START_PAGE (tambour_start_page_get_type ())
G_DECLARE_FINAL_TYPE (TambourStartPage, tambour_start_page, TAMBOUR, START_PAGE, AdwBin)

GtkWidget *tambour_start_page_new (const char * const *recent);

G_END_DECLS
