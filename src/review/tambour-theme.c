/* tambour-theme.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "tambour-theme.h"

#include "tambour-vision.h"

/* Contrast with paper that an accent must have, since text is written in it. */
#define LEAST_CONTRAST 4.5

/* What of an accent is left on paper in its paler companions. */
#define MID_SHARE  0.38
#define PALE_SHARE 0.11

/* Degrees between hues below which a brand could be taken for "missed". */
#define NEAR_HUE 30.0

/* Thin lines less far apart than this could be taken for each other, by somebody at least. */
#define LEAST_DISTANCE 20.0

static const TambourColour house[TAMBOUR_N_TONES] = {
  [TAMBOUR_TONE_NONE]        = 0x000000,
  [TAMBOUR_TONE_INK]         = 0x17212b,
  [TAMBOUR_TONE_INK2]        = 0x46525e,
  [TAMBOUR_TONE_INK3]        = 0x66717c,
  [TAMBOUR_TONE_MID]         = 0x98a2ac,
  [TAMBOUR_TONE_RULE]        = 0xd3d9df,
  [TAMBOUR_TONE_TRACK]       = 0xe8ecf0,
  [TAMBOUR_TONE_WASH]        = 0xf4f6f8,
  [TAMBOUR_TONE_PAPER]       = 0xffffff,
  [TAMBOUR_TONE_ACCENT]      = TAMBOUR_HOUSE_COLOUR,
  [TAMBOUR_TONE_ACCENT_MID]  = 0xa8c0db,
  [TAMBOUR_TONE_ACCENT_PALE] = 0xe6edf5,
  [TAMBOUR_TONE_MET]         = 0x2f8a76,
  [TAMBOUR_TONE_NEARLY]      = 0xdfa32b,
  [TAMBOUR_TONE_MISSED]      = 0xa6341b,
};

typedef struct
{
  double hue;
  double saturation;
  double lightness;
} Hsl;

static double
channel (TambourColour colour,
         guint         shift)
{
  return ((colour >> shift) & 0xff) / 255.0;
}

static TambourColour
join_channels (double red,
               double green,
               double blue)
{
  return ((TambourColour) lround (red * 255) << 16) |
         ((TambourColour) lround (green * 255) << 8) |
         (TambourColour) lround (blue * 255);
}

static Hsl
to_hsl (TambourColour colour)
{
  double red = channel (colour, 16), green = channel (colour, 8), blue = channel (colour, 0);
  double most = MAX (red, MAX (green, blue)), least = MIN (red, MIN (green, blue));
  double range = most - least;
  Hsl hsl = { 0, 0, (most + least) / 2 };

  if (range <= 0)
    return hsl;

  hsl.saturation = range / (1 - fabs (2 * hsl.lightness - 1));
  if (most == red)
    hsl.hue = 60 * fmod ((green - blue) / range + 6, 6);
  else if (most == green)
    hsl.hue = 60 * ((blue - red) / range + 2);
  else
    hsl.hue = 60 * ((red - green) / range + 4);

  return hsl;
}

static double
hsl_channel (const Hsl *hsl,
             double     offset)
{
  double k = fmod (offset + hsl->hue / 30, 12);
  double reach = hsl->saturation * MIN (hsl->lightness, 1 - hsl->lightness);

  return hsl->lightness - reach * MAX (-1, MIN (1, MIN (k - 3, 9 - k)));
}

static TambourColour
from_hsl (const Hsl *hsl)
{
  return join_channels (hsl_channel (hsl, 0), hsl_channel (hsl, 8), hsl_channel (hsl, 4));
}

static double
linear (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
luminance (TambourColour colour)
{
  return 0.2126 * linear (channel (colour, 16)) +
         0.7152 * linear (channel (colour, 8)) +
         0.0722 * linear (channel (colour, 0));
}

static TambourColour
darken_until_readable (TambourColour brand)
{
  Hsl hsl = to_hsl (brand);
  TambourColour colour = brand;

  while (tambour_colour_contrast (colour, 0xffffff) < LEAST_CONTRAST && hsl.lightness > 0)
    {
      hsl.lightness = MAX (0, hsl.lightness - 0.02);
      colour = from_hsl (&hsl);
    }

  return colour;
}

static gboolean
hues_are_near (TambourColour one,
               TambourColour other)
{
  Hsl first = to_hsl (one), second = to_hsl (other);
  double apart = fabs (first.hue - second.hue);

  return first.saturation > 0.1 && MIN (apart, 360 - apart) <= NEAR_HUE;
}

/* An olive is a reddish brown to those who have no red or no green cones. */
static gboolean
are_alike_to_somebody (TambourColour one,
                       TambourColour other)
{
  for (TambourVision vision = TAMBOUR_VISION_FULL; vision <= TAMBOUR_VISION_TRITAN; vision++)
    if (tambour_vision_distance (vision, one, other) < LEAST_DISTANCE)
      return TRUE;

  return FALSE;
}

/**
 * tambour_theme_init:
 * @brand: the customer-facing colour; its lightness is lowered in steps of 2 %
 *   until its contrast with paper is at least 4.5 (REPORT-DESIGN section 3)
 *
 * The house colour has companions chosen by eye; those of another brand are
 * 38 % and 11 % of it on paper.
 */
void
tambour_theme_init (TambourTheme  *self,
                    TambourColour  brand)
{
  memcpy (self->colours, house, sizeof house);

  if (brand != TAMBOUR_HOUSE_COLOUR)
    {
      TambourColour accent = darken_until_readable (brand);

      self->colours[TAMBOUR_TONE_ACCENT] = accent;
      self->colours[TAMBOUR_TONE_ACCENT_MID] = tambour_colour_on_paper (accent, MID_SHARE);
      self->colours[TAMBOUR_TONE_ACCENT_PALE] = tambour_colour_on_paper (accent, PALE_SHARE);
    }

  self->dash_falling = hues_are_near (self->colours[TAMBOUR_TONE_ACCENT], self->colours[TAMBOUR_TONE_MISSED]) ||
                       are_alike_to_somebody (self->colours[TAMBOUR_TONE_ACCENT], self->colours[TAMBOUR_TONE_MISSED]);
}

/**
 * tambour_colour_parse:
 * @text: a colour such as `#17508F`
 *
 * Returns: %FALSE if @text is something else
 */
gboolean
tambour_colour_parse (const char    *text,
                      TambourColour *colour)
{
  guint64 value;

  if (text[0] != '#' || strlen (text) != 7 ||
      !g_ascii_string_to_unsigned (text + 1, 16, 0, 0xffffff, &value, NULL))
    return FALSE;

  *colour = (TambourColour) value;

  return TRUE;
}

/**
 * tambour_colour_contrast:
 *
 * Returns: the contrast ratio of WCAG 2, from 1 to 21
 */
double
tambour_colour_contrast (TambourColour one,
                         TambourColour other)
{
  double first = luminance (one), second = luminance (other);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}

/**
 * tambour_colour_on_paper:
 * @share: how much of @colour covers the paper, 0 to 1
 *
 * Returns: the opaque colour that this looks like
 */
TambourColour
tambour_colour_on_paper (TambourColour colour,
                         double        share)
{
  return join_channels (1 - share * (1 - channel (colour, 16)),
                        1 - share * (1 - channel (colour, 8)),
                        1 - share * (1 - channel (colour, 0)));
}
