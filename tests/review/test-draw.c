/* test-draw.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "draw-check.h"
#include "tambour-page.h"

#define LONG_NAME "Vereinigte Nordatlantische Hafenbetriebs- und Seeverkehrsgesellschaft Varnholt"

static TambourFonts *
get_fonts (void)
{
  g_autoptr(GError) error = NULL;
  TambourFonts *fonts = tambour_fonts_get_default (&error);

  g_assert_no_error (error);

  return fonts;
}

static TambourShape *
shape (TambourWrap  wrap,
       double       width,
       guint        max_lines,
       double       size,
       const char  *text)
{
  const TambourTextStyle style = { size, size * 1.25, 0, 400, TAMBOUR_TONE_INK, FALSE };
  const TambourTextFit fit = { wrap, width, max_lines, FALSE };

  return tambour_shape_new_plain (get_fonts (), &style, &fit, text);
}

static void
test_a_pale_brand_is_darkened (void)
{
  TambourTheme theme;

  tambour_theme_init (&theme, 0xffd54f);
  g_assert_cmpfloat (tambour_colour_contrast (theme.colours[TAMBOUR_TONE_ACCENT], 0xffffff), >=, 4.5);
  tambour_theme_init (&theme, 0x7a3e8e);
  g_assert_cmphex (theme.colours[TAMBOUR_TONE_ACCENT], ==, 0x7a3e8e);
  g_assert_false (theme.dash_falling);
  g_assert_cmphex (theme.colours[TAMBOUR_TONE_ACCENT_PALE], ==, 0xf0eaf3);
  tambour_theme_init (&theme, TAMBOUR_HOUSE_COLOUR);
  g_assert_cmphex (theme.colours[TAMBOUR_TONE_ACCENT_MID], ==, 0xa8c0db);
}

static void
test_any_brand_is_readable (void)
{
  for (guint i = 0; i < 2000; i++)
    {
      TambourTheme theme;

      tambour_theme_init (&theme, (TambourColour) g_test_rand_int () & 0xffffff);
      g_assert_cmpfloat (tambour_colour_contrast (theme.colours[TAMBOUR_TONE_ACCENT], 0xffffff), >=, 4.5);
    }
}

static void
test_only_whole_colours_are_read (void)
{
  TambourColour colour = 0;

  g_assert_true (tambour_colour_parse ("#17508F", &colour));
  g_assert_cmphex (colour, ==, TAMBOUR_HOUSE_COLOUR);
  g_assert_false (tambour_colour_parse ("17508F", &colour));
  g_assert_false (tambour_colour_parse ("#17508", &colour));
  g_assert_false (tambour_colour_parse ("#17508G", &colour));
  g_assert_false (tambour_colour_parse ("", &colour));
}

static void
test_missing_fonts_are_an_error (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (tambour_fonts_new ("/nonexistent", &error));
  g_assert_error (error, TAMBOUR_FONTS_ERROR, TAMBOUR_FONTS_ERROR_NOT_FOUND);
}

static void
test_the_host_s_fonts_are_not_seen (void)
{
  g_autoptr(TambourShape) one = shape (TAMBOUR_WRAP_NONE, 0, 0, 10, "Cases opened 146");
  cairo_font_face_t *face = cairo_scaled_font_get_font_face (one->lines[0].runs[0].font);
  PangoFontFamily **families;
  int n_families;

  g_assert_cmpint (cairo_font_face_get_type (face), ==, CAIRO_FONT_TYPE_FT);
  pango_context_list_families (tambour_fonts_get_context (get_fonts ()), &families, &n_families);
  for (int i = 0; i < n_families; i++)
    {
      const char *name = pango_font_family_get_name (families[i]);

      /* The last are names that Pango has for whatever there is. */
      g_assert_true (g_str_has_prefix (name, "Inter") || g_str_has_prefix (name, "Noto") ||
                     g_strv_contains ((const char *[]) { "Sans", "Serif", "Monospace", "System-ui", NULL }, name));
    }
  g_free (families);
}

static void
test_titles_are_balanced (void)
{
  const char *title = "Cases fell 22% and 97.9% met their response target; roaming client fixes account for over half";
  g_autoptr(TambourShape) plain = shape (TAMBOUR_WRAP_WORDS, 864, 2, 24, title);
  g_autoptr(TambourShape) balanced = shape (TAMBOUR_WRAP_BALANCED, 864, 2, 24, title);

  g_assert_cmpuint (plain->n_lines, ==, 2);
  g_assert_cmpuint (balanced->n_lines, ==, 2);
  g_assert_cmpfloat (balanced->width, <, plain->width - 100);
  g_assert_cmpfloat (ABS (balanced->lines[0].width - balanced->lines[1].width), <, 160);
}

static void
test_balance_never_adds_a_line (void)
{
  static const char * const words[] = { "a", "of", "cases", "response", "1,104", "Varnholt-Oyelaran", "accountability" };

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr(GString) text = g_string_new ("Cases");
      double width = g_test_rand_double_range (120, 900);
      g_autoptr(TambourShape) plain = NULL, balanced = NULL;

      for (int n = g_test_rand_int_range (0, 30); n > 0; n--)
        g_string_append_printf (text, " %s", words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
      plain = shape (TAMBOUR_WRAP_WORDS, width, 0, 24, text->str);
      balanced = shape (TAMBOUR_WRAP_BALANCED, width, 0, 24, text->str);
      g_assert_cmpuint (balanced->n_lines, ==, plain->n_lines);
      g_assert_cmpfloat (balanced->width, <=, width + 0.1);
    }
}

static void
test_names_wrap_and_are_whole (void)
{
  g_autoptr(TambourShape) hyphen = shape (TAMBOUR_WRAP_WORDS, 60, 0, 10, "Okafor-Lindqvist");
  g_autoptr(TambourShape) longest = shape (TAMBOUR_WRAP_WORDS, 80, 0, 10, LONG_NAME);

  g_assert_cmpuint (hyphen->n_lines, ==, 2);
  g_assert_cmpstr (hyphen->lines[0].runs[0].text, ==, "Okafor-");
  g_assert_false (longest->cut);
  g_assert_cmpfloat (longest->width, <=, 80.1);
}

static void
test_case_titles_end_in_an_ellipsis (void)
{
  g_autoptr(TambourShape) cut = shape (TAMBOUR_WRAP_ELLIPSIS, 120, 0, 10, LONG_NAME);
  g_autoptr(TambourShape) whole = shape (TAMBOUR_WRAP_ELLIPSIS, 120, 0, 10, "Route leak");

  g_assert_true (cut->cut);
  g_assert_cmpuint (cut->n_lines, ==, 1);
  g_assert_cmpfloat (cut->width, <=, 120.1);
  g_assert_false (whole->cut);
}

static void
test_tabular_figures_are_of_one_width (void)
{
  const TambourTextStyle style = { 11, 15, 0, 400, TAMBOUR_TONE_INK, TRUE };
  const TambourTextFit fit = { TAMBOUR_WRAP_NONE };
  g_autoptr(TambourShape) ones = tambour_shape_new_plain (get_fonts (), &style, &fit, "1111");
  g_autoptr(TambourShape) eights = tambour_shape_new_plain (get_fonts (), &style, &fit, "8888");
  g_autoptr(TambourShape) running = shape (TAMBOUR_WRAP_NONE, 0, 0, 11, "1111");

  g_assert_cmpfloat_with_epsilon (ones->width, eights->width, 0.01);
  g_assert_cmpfloat (running->width, <, ones->width - 1);
}

static void
test_texts_from_outside_are_never_markup (void)
{
  g_autoptr(TambourShape) markup = shape (TAMBOUR_WRAP_NONE, 0, 0, 10, "<b>&amp;</b>");
  g_autoptr(TambourShape) broken = shape (TAMBOUR_WRAP_NONE, 0, 0, 10, "caf\xe9 \xff");

  g_assert_cmpstr (markup->text, ==, "<b>&amp;</b>");
  g_assert_cmpuint (markup->lines[0].runs[0].n_glyphs, ==, 12);
  g_assert_true (g_utf8_validate (broken->text, -1, NULL));
}

static void
test_a_sentence_keeps_its_values_styles (void)
{
  const TambourSpan values[] = { { .text = "{1} of 58", .weight = 600 }, { .text = "75 of 81", .tone = TAMBOUR_TONE_INK3 } };
  g_autoptr(TambourRich) rich = tambour_rich_new_sentence ("{0} met it; before, {1} did {9}.", values, 2);
  g_autofree char *text = tambour_rich_dup_text (rich);
  guint n_spans;
  const TambourSpan *spans = tambour_rich_get_spans (rich, &n_spans);

  g_assert_cmpstr (text, ==, "{1} of 58 met it; before, 75 of 81 did {9}.");
  g_assert_cmpuint (n_spans, ==, 4);
  g_assert_cmpint (spans[0].weight, ==, 600);
  g_assert_cmpint (spans[2].tone, ==, TAMBOUR_TONE_INK3);
}

static void
test_equal_texts_are_shaped_once (void)
{
  g_autoptr(TambourShape) one = shape (TAMBOUR_WRAP_WORDS, 200, 0, 10, "Regular calls held");
  g_autoptr(TambourShape) same = shape (TAMBOUR_WRAP_WORDS, 200, 0, 10, "Regular calls held");
  g_autoptr(TambourShape) wider = shape (TAMBOUR_WRAP_BALANCED, 201, 2, 10, "Regular calls held");
  g_autoptr(TambourShape) narrow = shape (TAMBOUR_WRAP_WORDS, 60, 0, 10, "Regular calls held");
  g_autoptr(TambourShape) narrower = shape (TAMBOUR_WRAP_WORDS, 50, 0, 10, "Regular calls held");

  g_assert_true (one == same);
  g_assert_true (one == wider);
  g_assert_true (one != narrow);
  g_assert_true (narrow != narrower);
  g_assert_cmpuint (one->n_lines, ==, 1);
  g_assert_cmpuint (narrow->n_lines, ==, 2);
}

/* A line break in the text is one in every room, except where there is one line only. */
static void
test_broken_texts_have_their_lines_in_any_room (void)
{
  g_autoptr(TambourShape) alone = shape (TAMBOUR_WRAP_NONE, 0, 0, 10, "Calls\nheld");
  g_autoptr(TambourShape) words = shape (TAMBOUR_WRAP_WORDS, 200, 0, 10, "Calls\nheld");
  g_autoptr(TambourShape) joined = shape (TAMBOUR_WRAP_WORDS, 200, 0, 10, "Calls held");

  g_assert_cmpuint (alone->n_lines, ==, 1);
  g_assert_cmpuint (words->n_lines, ==, 2);
  g_assert_cmpuint (joined->n_lines, ==, 1);
}

static void
test_a_long_title_becomes_smaller_then_shorter (void)
{
  const char *titles[] = {
    "Cases fell 22%",
    "Cases fell 22% and 97.9% met their response target; roaming client fixes account for over half of the drop, and more",
    LONG_NAME " " LONG_NAME " " LONG_NAME " " LONG_NAME,
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr(TambourCanvas) canvas = draw_check_new_canvas (FALSE);
      const TambourPageFrame frame = { .label = "Service", .title = titles[i], .shorter = "Cases fell", .source = LONG_NAME, .footer = LONG_NAME, .number = "4" };
      g_autofree char *texts = NULL;

      tambour_page_frame (canvas, &frame);
      draw_check_page (canvas);
      texts = draw_check_dup_texts (canvas);
      g_assert_nonnull (strstr (texts, i < 2 ? titles[i] : "Cases fell"));
      g_assert_null (strstr (texts, titles[2]));
    }
}

static void
test_the_lesser_label_gives_way (void)
{
  g_autoptr(TambourCanvas) canvas = draw_check_new_canvas (FALSE);
  const TambourTextStyle *style = tambour_canvas_style (canvas, TAMBOUR_ROLE_LABEL);
  g_autofree char *texts = NULL;

  tambour_canvas_begin_chart (canvas, 48, 100, 400, 100, NULL);
  tambour_canvas_label (canvas, 100, 50, TAMBOUR_ALIGN_START, TAMBOUR_RANK_AXIS, style, "an axis label");
  tambour_canvas_label (canvas, 110, 52, TAMBOUR_ALIGN_START, TAMBOUR_RANK_FINDING, style, "the finding");
  tambour_canvas_label (canvas, 395, 80, TAMBOUR_ALIGN_START, TAMBOUR_RANK_VALUE, style, "pulled inside");
  tambour_canvas_end_chart (canvas);

  texts = draw_check_dup_texts (canvas);
  g_assert_cmpstr (texts, ==, "the finding\npulled inside\n");
  draw_check_page (canvas);
}

static void
add_rows (TambourTable *table,
          guint         n_rows)
{
  for (guint i = 0; i < n_rows; i++)
    {
      tambour_table_add_row (table);
      tambour_table_cell (table, TAMBOUR_ROLE_CELL, "P1");
      tambour_table_cell (table, TAMBOUR_ROLE_CELL, i % 3 ? "Route leak" : LONG_NAME);
    }
}

static void
test_a_table_runs_on_with_its_head (void)
{
  static const TambourColumn columns[] = { { "Opened", 60, 8 }, { "What happened", 0, 0 } };

  for (guint n_rows = 1; n_rows < 40; n_rows++)
    {
      g_autoptr(TambourCanvas) first = draw_check_new_canvas (FALSE);
      g_autoptr(TambourTable) table = tambour_table_new (first, columns, G_N_ELEMENTS (columns));
      guint row = 0;

      add_rows (table, n_rows);
      while (row < n_rows)
        {
          g_autoptr(TambourCanvas) page = draw_check_new_canvas (FALSE);
          guint next;
          double height;
          g_autofree char *texts = NULL;

          next = tambour_table_draw (table, page, 48, 116, 400, 300, row, &height);
          g_assert_cmpuint (next, >, row);
          g_assert_cmpuint (n_rows - next, !=, 1);
          g_assert_cmpfloat (height, <=, 300);
          texts = draw_check_dup_texts (page);
          g_assert_true (g_str_has_prefix (texts, "Opened\nWhat happened\n"));
          draw_check_page (page);
          row = next;
        }
    }
}

/* Returns: (transfer none): the run in which @text stands */
static const TambourGlyphs *
find_run (TambourCanvas *canvas,
          const char    *text)
{
  guint n_marks;
  const TambourMark *marks = tambour_canvas_get_marks (canvas, &n_marks);

  for (guint i = 0; i < n_marks; i++)
    for (guint j = 0; marks[i].kind == TAMBOUR_MARK_TEXT && j < marks[i].text.shape->lines[0].n_runs; j++)
      {
        const TambourGlyphs *run = &marks[i].text.shape->lines[0].runs[j];
        g_autofree char *said = g_strndup (run->text, run->length);

        if (strstr (said, text) != NULL)
          return run;
      }

  g_error ("“%s” is not there", text);
}

/* Where both have no room at one size, the unit is smaller first, and the number little. */
static void
test_a_unit_gives_way_to_its_number (void)
{
  static const struct
  {
    const char *value;
    const char *number;
    const char *unit;
    gboolean    has_room;
  } EXPECTED[] = {
    { "28,5\302\240Tsd.\302\240$", "28,5", "Tsd.", FALSE },
    { "CAD\302\240176.2k", "176.2k", "CAD", FALSE },
    { "100\302\240%", "100", "%", TRUE },
    { "9\302\240h", "9", "h", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (EXPECTED); i++)
    {
      g_autoptr(TambourCanvas) canvas = draw_check_new_canvas (FALSE);
      TambourTile tile = { .label = "Value", .value = EXPECTED[i].value, .current = NAN, .earlier = NAN };
      double number, unit;

      tambour_page_tile (canvas, 48, 124, 153.6, &tile);
      draw_check_page (canvas);
      number = find_run (canvas, EXPECTED[i].number)->size;
      unit = find_run (canvas, EXPECTED[i].unit)->size;
      g_test_message ("%s: %g, %g", EXPECTED[i].value, number, unit);
      g_assert_cmpfloat (number, >=, EXPECTED[i].has_room ? 38 : 32);
      g_assert_cmpfloat_with_epsilon (unit, EXPECTED[i].has_room ? 38 : number * 0.45, 0.01);
    }
}

static double
measure_amount (double width)
{
  g_autoptr(GError) error = NULL;
  const TambourColumn columns[] = {
    { "Rate", width, 6, TAMBOUR_ALIGN_END, NULL, NULL }, { "From", 0, 0, TAMBOUR_ALIGN_START, NULL, NULL },
  };
  g_autoptr(TambourCanvas) canvas = NULL;
  g_autoptr(TambourTable) table = NULL;
  TambourTheme theme;

  tambour_theme_init (&theme, TAMBOUR_HOUSE_COLOUR);
  canvas = tambour_canvas_new (tambour_fonts_get_default (&error), &theme, TAMBOUR_PAPER_A4, FALSE);
  g_assert_no_error (error);
  table = tambour_table_new (canvas, columns, G_N_ELEMENTS (columns));
  tambour_table_add_row (table);
  tambour_table_cell (table, TAMBOUR_ROLE_CELL, "CAD\302\240"
                                                "12,400");
  tambour_table_cell (table, TAMBOUR_ROLE_CELL, "Finance");

  return tambour_table_get_height (table, 234);
}

/* A column that is too narrow for it takes what another has. */
static void
test_amounts_are_never_broken (void)
{
  g_assert_cmpfloat (measure_amount (24), ==, measure_amount (90));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/theme/a-pale-brand-is-darkened-until-it-can-be-read", test_a_pale_brand_is_darkened);
  g_test_add_func ("/theme/any-brand-is-readable", test_any_brand_is_readable);
  g_test_add_func ("/theme/only-whole-colours-are-read", test_only_whole_colours_are_read);
  g_test_add_func ("/fonts/missing-files-are-an-error", test_missing_fonts_are_an_error);
  g_test_add_func ("/fonts/those-of-the-host-are-not-seen", test_the_host_s_fonts_are_not_seen);
  g_test_add_func ("/text/titles-are-balanced", test_titles_are_balanced);
  g_test_add_func ("/text/balance-never-adds-a-line", test_balance_never_adds_a_line);
  g_test_add_func ("/text/names-wrap-and-stay-whole", test_names_wrap_and_are_whole);
  g_test_add_func ("/text/case-titles-end-in-an-ellipsis", test_case_titles_end_in_an_ellipsis);
  g_test_add_func ("/text/figures-of-columns-are-of-one-width", test_tabular_figures_are_of_one_width);
  g_test_add_func ("/text/what-comes-from-outside-is-never-markup", test_texts_from_outside_are_never_markup);
  g_test_add_func ("/text/a-sentence-keeps-the-styles-of-its-values", test_a_sentence_keeps_its_values_styles);
  g_test_add_func ("/text/equal-texts-are-shaped-once", test_equal_texts_are_shaped_once);
  g_test_add_func ("/text/broken-texts-have-their-lines-in-any-room", test_broken_texts_have_their_lines_in_any_room);
  g_test_add_func ("/page/a-long-title-becomes-smaller-then-shorter", test_a_long_title_becomes_smaller_then_shorter);
  g_test_add_func ("/page/a-unit-gives-way-to-its-number", test_a_unit_gives_way_to_its_number);
  g_test_add_func ("/page/the-lesser-label-gives-way", test_the_lesser_label_gives_way);
  g_test_add_func ("/table/runs-on-under-its-head-and-leaves-no-row-alone", test_a_table_runs_on_with_its_head);
  g_test_add_func ("/table/amounts-are-never-broken", test_amounts_are_never_broken);

  return g_test_run ();
}
