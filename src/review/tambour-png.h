/* tambour-png.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "tambour-document.h"

G_BEGIN_DECLS

cairo_surface_t *tambour_png_to_surface (TambourDocument  *document,
                                         guint             page,
                                         double            scale);
gboolean         tambour_png_write      (TambourDocument  *document,
                                         guint             page,
                                         double            scale,
                                         const char       *path,
                                         GError          **error);

G_END_DECLS
