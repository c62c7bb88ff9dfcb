/* tambour-mark-cairo.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-mark.h"

G_BEGIN_DECLS

/**
 * TambourPaintFlags:
 * @TAMBOUR_PAINT_TAGS: write the structure of the page, for readers that do not see it
 */
typedef enum
{
  TAMBOUR_PAINT_PLAIN = 0,
  TAMBOUR_PAINT_TAGS  = 1 << 0,
} TambourPaintFlags;

void tambour_marks_paint (const TambourMark  *marks,
                          guint               n_marks,
                          const TambourTheme *theme,
                          TambourPaintFlags   flags,
                          guint               n_pages,
                          cairo_t            *cr);

G_END_DECLS
