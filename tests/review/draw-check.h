/* draw-check.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-document.h"

G_BEGIN_DECLS

TambourCanvas *draw_check_new_canvas (gboolean         rtl);
char          *draw_check_dup_texts  (TambourCanvas   *canvas);
GPtrArray     *draw_check_find       (TambourCanvas   *canvas);
GPtrArray     *draw_check_find_all   (TambourDocument *document);
void           draw_check_page       (TambourCanvas   *canvas);
void           draw_check_document   (TambourDocument *document);

G_END_DECLS
