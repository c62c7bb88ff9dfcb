/* tambour-vision.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-theme.h"

G_BEGIN_DECLS

/**
 * TambourVision:
 * @TAMBOUR_VISION_FULL: three kinds of cones
 * @TAMBOUR_VISION_PROTAN: no red ones
 * @TAMBOUR_VISION_DEUTAN: no green ones
 * @TAMBOUR_VISION_TRITAN: no blue ones
 * @TAMBOUR_VISION_GREY: none, or a print without colour
 *
 * Who looks at a page, or how.
 */
typedef enum
{
  TAMBOUR_VISION_FULL,
  TAMBOUR_VISION_PROTAN,
  TAMBOUR_VISION_DEUTAN,
  TAMBOUR_VISION_TRITAN,
  TAMBOUR_VISION_GREY,
} TambourVision;

#define TAMBOUR_N_VISIONS (TAMBOUR_VISION_GREY + 1)

double tambour_vision_distance (TambourVision self,
                                TambourColour one,
                                TambourColour other);

G_END_DECLS
