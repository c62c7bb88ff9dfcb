/* tambour-theme.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TambourTone:
 *
 * What a colour is for (REPORT-DESIGN section 3). Marks carry tones, never
 * values: only a writer asks the theme for the value.
 */
typedef enum
{
  TAMBOUR_TONE_NONE,
  TAMBOUR_TONE_INK,
  TAMBOUR_TONE_INK2,
  TAMBOUR_TONE_INK3,
  TAMBOUR_TONE_MID,
  TAMBOUR_TONE_RULE,
  TAMBOUR_TONE_TRACK,
  TAMBOUR_TONE_WASH,
  TAMBOUR_TONE_PAPER,
  TAMBOUR_TONE_ACCENT,
  TAMBOUR_TONE_ACCENT_MID,
  TAMBOUR_TONE_ACCENT_PALE,
  TAMBOUR_TONE_MET,
  TAMBOUR_TONE_NEARLY,
  TAMBOUR_TONE_MISSED,
} TambourTone;

#define TAMBOUR_N_TONES (TAMBOUR_TONE_MISSED + 1)

/* 0xRRGGBB */
typedef guint32 TambourColour;

#define TAMBOUR_HOUSE_COLOUR ((TambourColour) 0x17508f)

/**
 * TambourTheme:
 * @dash_falling: falling lines are dashed too, since the brand's colour is near that of "missed", to those
 *   at least who do not see all colours
 */
typedef struct
{
  TambourColour colours[TAMBOUR_N_TONES];
  gboolean      dash_falling;
} TambourTheme;

void          tambour_theme_init      (TambourTheme  *self,
                                       TambourColour  brand);

gboolean      tambour_colour_parse    (const char    *text,
                                       TambourColour *colour);
double        tambour_colour_contrast (TambourColour  one,
                                       TambourColour  other);
TambourColour tambour_colour_on_paper (TambourColour  colour,
                                       double         share);

G_END_DECLS
