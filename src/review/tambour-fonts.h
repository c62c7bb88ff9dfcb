/* tambour-fonts.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

#define TAMBOUR_FONTS_ERROR (tambour_fonts_error_quark ())
GQuark tambour_fonts_error_quark (void);

typedef enum
{
  TAMBOUR_FONTS_ERROR_NOT_FOUND,
  TAMBOUR_FONTS_ERROR_BROKEN,
} TambourFontsError;

/**
 * TambourFonts:
 *
 * The typeface of the reviews: Inter, and Noto Sans for scripts that Inter
 * lacks, from a configuration of its own that never sees the host's. Belongs
 * to the thread that made it, with all text shaped by it.
 */
typedef struct _TambourFonts TambourFonts;

TambourFonts *tambour_fonts_get_default (GError       **error);
TambourFonts *tambour_fonts_new         (const char    *folders,
                                         GError       **error);
void          tambour_fonts_free        (TambourFonts  *self);

PangoContext *tambour_fonts_get_context (TambourFonts  *self);
GHashTable   *tambour_fonts_get_shapes  (TambourFonts  *self);
GHashTable   *tambour_fonts_get_needs   (TambourFonts  *self);
void          tambour_fonts_cover       (TambourFonts  *self,
                                         const char    *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourFonts, tambour_fonts_free)

G_END_DECLS
