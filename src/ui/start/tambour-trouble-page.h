/* tambour-trouble-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-trouble.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_TROUBLE_PAGE (tambour_trouble_page_get_type ())
G_DECLARE_FINAL_TYPE (TambourTroublePage, tambour_trouble_page, TAMBOUR, TROUBLE_PAGE, AdwBin)

GtkWidget         *tambour_trouble_page_new      (const TambourTrouble *trouble,
                                                  gboolean              is_recent);
TambourTroubleKind tambour_trouble_page_get_kind (TambourTroublePage   *self);

G_END_DECLS
