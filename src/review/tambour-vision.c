/* tambour-vision.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-vision.h"

#include <math.h>

/* Linear light as it is seen, by Machado, Oliveira and Fernandes, “A physiologically-based model
 * for simulation of color vision deficiency” (2009), for cones that are missing altogether; grey is
 * luminance alone. */
static const double SEEN[TAMBOUR_N_VISIONS][3][3] = {
  [TAMBOUR_VISION_FULL] = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  [TAMBOUR_VISION_PROTAN] = { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } },
  [TAMBOUR_VISION_DEUTAN] = { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } },
  [TAMBOUR_VISION_TRITAN] = { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } },
  [TAMBOUR_VISION_GREY] = { { 0.2126, 0.7152, 0.0722 }, { 0.2126, 0.7152, 0.0722 }, { 0.2126, 0.7152, 0.0722 } },
};

/* From linear sRGB to CIE XYZ, each row divided by its value for white (IEC 61966-2-1, D65). */
static const double TO_XYZ[3][3] = {
  { 0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047 },
  { 0.2126729, 0.7151522, 0.0721750 },
  { 0.0193339 / 1.08883, 0.1191920 / 1.08883, 0.9503041 / 1.08883 },
};

static double
linear (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

/* The curve of CIE L*a*b*. */
static double
bend (double value)
{
  return value > 216.0 / 24389 ? cbrt (value) : (24389.0 / 27 * value + 16) / 116;
}

static void
multiply (const double matrix[3][3],
          const double from[3],
          double       to[3])
{
  for (guint i = 0; i < 3; i++)
    to[i] = matrix[i][0] * from[0] + matrix[i][1] * from[1] + matrix[i][2] * from[2];
}

static void
to_lab (TambourVision vision,
        TambourColour colour,
        double        lab[3])
{
  double light[3], seen[3], xyz[3];

  for (guint i = 0; i < 3; i++)
    light[i] = linear (((colour >> (16 - 8 * i)) & 0xff) / 255.0);
  multiply (SEEN[vision], light, seen);
  for (guint i = 0; i < 3; i++)
    seen[i] = CLAMP (seen[i], 0, 1);
  multiply (TO_XYZ, seen, xyz);

  lab[0] = 116 * bend (xyz[1]) - 16;
  lab[1] = 500 * (bend (xyz[0]) - bend (xyz[1]));
  lab[2] = 200 * (bend (xyz[1]) - bend (xyz[2]));
}

/**
 * tambour_vision_distance:
 * @self: who looks
 * @one: a colour
 * @other: another
 *
 * Returns: how far apart the two are to them, in units of CIE 1976: 2.3 is just noticed, from 10 on
 *   areas are told apart at a glance, black and white are 100 apart
 */
double
tambour_vision_distance (TambourVision self,
                         TambourColour one,
                         TambourColour other)
{
  double first[3], second[3];

  to_lab (self, one, first);
  to_lab (self, other, second);

  return sqrt ((first[0] - second[0]) * (first[0] - second[0]) + (first[1] - second[1]) * (first[1] - second[1]) +
               (first[2] - second[2]) * (first[2] - second[2]));
}
