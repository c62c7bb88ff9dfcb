/* draw-check.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-document.h"

G_BEGIN_DECLS

TambourCanvas *draw_check_new_canvas (gboolean       rtl);
char          *draw_check_dup_texts  (TambourCanvas *canvas);
void           draw_check_page       (TambourCanvas *canvas);

G_END_DECLS
