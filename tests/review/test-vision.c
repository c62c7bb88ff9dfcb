/* test-vision.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-vision.h"

/* Colours that stand beside each other in a chart are told apart by everybody, and in grey. What
 * cannot be is told by shape, place or label, which other tests look at: signs of a status are a
 * disc, a ring and a diamond; a falling section has its first and last score written beside its line. */

/* Areas that touch, and lines, in CIE 1976. */
#define TOLD_APART 10.0
#define LINES      20.0

typedef struct
{
  TambourTone one;
  TambourTone other;
} Pair;

/* This year beside last year, the finding's bar among the others, a bar on its track and on paper, the line
 * and its goal. */
static const Pair BESIDE[] = {
  { TAMBOUR_TONE_ACCENT, TAMBOUR_TONE_MID },       { TAMBOUR_TONE_ACCENT, TAMBOUR_TONE_ACCENT_MID },
  { TAMBOUR_TONE_ACCENT, TAMBOUR_TONE_TRACK },     { TAMBOUR_TONE_ACCENT_MID, TAMBOUR_TONE_TRACK },
  { TAMBOUR_TONE_ACCENT_MID, TAMBOUR_TONE_PAPER }, { TAMBOUR_TONE_MID, TAMBOUR_TONE_PAPER },
  { TAMBOUR_TONE_ACCENT_MID, TAMBOUR_TONE_INK },   { TAMBOUR_TONE_ACCENT, TAMBOUR_TONE_ACCENT_PALE },
  { TAMBOUR_TONE_MISSED, TAMBOUR_TONE_ACCENT_MID },
};

static void
assert_apart (const TambourTheme *theme,
              TambourVision       vision,
              Pair                pair,
              double              least)
{
  TambourColour one = theme->colours[pair.one], other = theme->colours[pair.other];
  double distance = tambour_vision_distance (vision, one, other);

  if (distance < least)
    g_test_message ("#%06x and #%06x are %.1f apart for vision %d", one, other, distance, vision);
  g_assert_cmpfloat (distance, >=, least);
}

/* The measure itself: black and white are 100 apart to all; what a kind of cones alone tells apart is near to
 * those who lack it; equal luminance is equal in grey. */
static void
test_the_measure (void)
{
  for (TambourVision vision = 0; vision < TAMBOUR_N_VISIONS; vision++)
    {
      g_assert_cmpfloat_with_epsilon (tambour_vision_distance (vision, 0x000000, 0xffffff), 100, 0.1);
      g_assert_cmpfloat (tambour_vision_distance (vision, 0x17508f, 0x17508f), ==, 0);
    }

  g_assert_cmpfloat (tambour_vision_distance (TAMBOUR_VISION_FULL, 0x5a4e1d, 0xa6341b), >, 40);
  g_assert_cmpfloat (tambour_vision_distance (TAMBOUR_VISION_PROTAN, 0x5a4e1d, 0xa6341b), <, 2);
  g_assert_cmpfloat (tambour_vision_distance (TAMBOUR_VISION_DEUTAN, 0x566d05, 0xa6341b), <, 2);
  g_assert_cmpfloat (tambour_vision_distance (TAMBOUR_VISION_GREY, 0xff0000, 0x7f7f7f), <, 2);
  g_assert_cmpfloat (tambour_vision_distance (TAMBOUR_VISION_TRITAN, 0x17508f, 0xa6341b), >, 50);
}

static void
test_the_house_s_colours (void)
{
  const Pair STATUS[] = {
    { TAMBOUR_TONE_MET, TAMBOUR_TONE_NEARLY },
    { TAMBOUR_TONE_NEARLY, TAMBOUR_TONE_MISSED },
    { TAMBOUR_TONE_MET, TAMBOUR_TONE_MISSED },
  };
  TambourTheme theme;

  tambour_theme_init (&theme, TAMBOUR_HOUSE_COLOUR);
  for (TambourVision vision = 0; vision < TAMBOUR_N_VISIONS; vision++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (BESIDE); i++)
        assert_apart (&theme, vision, BESIDE[i], TOLD_APART);
      for (guint i = 0; i < G_N_ELEMENTS (STATUS); i++)
        assert_apart (&theme, vision, STATUS[i], TOLD_APART);
      if (vision != TAMBOUR_VISION_GREY)
        assert_apart (&theme, vision, (Pair) { TAMBOUR_TONE_ACCENT, TAMBOUR_TONE_MISSED }, LINES);
    }
  g_assert_false (theme.dash_falling);
}

/* Whatever colour a customer has. */
static void
test_any_brand_s_colours (void)
{
  for (guint i = 0; i < 4000; i++)
    {
      TambourTheme theme;

      tambour_theme_init (&theme, (TambourColour) g_test_rand_int () & 0xffffff);
      for (TambourVision vision = 0; vision < TAMBOUR_N_VISIONS; vision++)
        {
          for (guint j = 0; j < G_N_ELEMENTS (BESIDE); j++)
            assert_apart (&theme, vision, BESIDE[j], TOLD_APART);
          if (vision != TAMBOUR_VISION_GREY && !theme.dash_falling)
            assert_apart (&theme, vision, (Pair) { TAMBOUR_TONE_ACCENT, TAMBOUR_TONE_MISSED }, LINES);
        }
    }
}

/* An olive is not near the hue of what was missed, but to some it is its colour. */
static void
test_an_olive_s_falling_lines_are_dashed (void)
{
  TambourTheme theme;

  tambour_theme_init (&theme, 0x566d05);
  g_assert_true (theme.dash_falling);
  tambour_theme_init (&theme, 0x7a3e8e);
  g_assert_false (theme.dash_falling);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vision/the-measure-knows-what-cones-tell", test_the_measure);
  g_test_add_func ("/vision/the-house-s-colours-are-told-apart", test_the_house_s_colours);
  g_test_add_func ("/vision/any-brand-s-colours-are-told-apart", test_any_brand_s_colours);
  g_test_add_func ("/vision/an-olive-s-falling-lines-are-dashed", test_an_olive_s_falling_lines_are_dashed);

  return g_test_run ();
}
