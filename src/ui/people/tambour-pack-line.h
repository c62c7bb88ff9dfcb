/* tambour-pack-line.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tambour-pack.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_PACK_LINE (tambour_pack_line_get_type ())
G_DECLARE_FINAL_TYPE (TambourPackLine, tambour_pack_line, TAMBOUR, PACK_LINE, GtkListBoxRow)

GtkWidget *tambour_pack_line_new        (const TambourPackRow *row);
void       tambour_pack_line_set_narrow (TambourPackLine      *self,
                                         gboolean              is_narrow);
void       tambour_pack_line_open       (TambourPackLine      *self);

G_END_DECLS
