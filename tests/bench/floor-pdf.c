/* floor-pdf.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <pango/pangocairo.h>

/* The plainest program that draws twelve pages of text, tables and charts with cairo and
 * Pango: each text is laid out where it stands, nothing is kept but the layout itself.
 *
 * usage: floor-pdf COUNT FOLDER
 * Prints the milliseconds for each file after the first. */

#define WIDTH  960.0
#define HEIGHT 540.0

static const char * const words[] = {
  "the", "account", "team", "closed", "quarter", "renewal", "support", "case", "backlog", "response", "customer",
  "health", "adoption", "region", "service", "level", "agreement", "escalation", "priority", "product", "release",
  "training", "usage", "growth", "risk", "plan", "steps", "owner", "sponsor", "review", "value", "outcome",
};

typedef struct
{
  cairo_t     *cr;
  PangoLayout *layout;
  GRand       *random;
} Floor;

static double
draw_text (Floor      *self,
           double      x,
           double      y,
           double      size,
           double      width,
           const char *text)
{
  PangoFontDescription *font = pango_font_description_from_string ("Inter");
  int height;

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (self->layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (self->layout, width > 0 ? (int) (width * PANGO_SCALE) : -1);
  pango_layout_set_text (self->layout, text, -1);
  pango_layout_get_size (self->layout, NULL, &height);
  cairo_move_to (self->cr, x, y);
  pango_cairo_show_layout (self->cr, self->layout);

  return height / (double) PANGO_SCALE;
}

static char *
make_words (Floor *self,
            guint  n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i ? " " : "",
                            words[g_rand_int_range (self->random, 0, G_N_ELEMENTS (words))]);

  return g_string_free (text, FALSE);
}

static void
draw_words (Floor  *self,
            double  x,
            double  y,
            double  size,
            double  width,
            guint   n)
{
  g_autofree char *text = make_words (self, n);

  draw_text (self, x, y, size, width, text);
}

static void
draw_prose (Floor *self)
{
  for (guint i = 0; i < 4; i++)
    draw_words (self, 48, 116 + 90 * i, 11, 864, 90);
}

static void
draw_table (Floor *self)
{
  for (guint i = 0; i < 18; i++)
    {
      double y = 116 + 20 * i;

      for (guint j = 0; j < 6; j++)
        draw_words (self, 48 + 144 * j, y, 10, 0, j == 1 ? 3 : 1);
      cairo_set_line_width (self->cr, 0.5);
      cairo_move_to (self->cr, 48, y + 17);
      cairo_line_to (self->cr, 912, y + 17);
      cairo_stroke (self->cr);
    }
}

static void
draw_bars (Floor *self)
{
  for (guint i = 0; i < 12; i++)
    {
      double y = 116 + 28 * i;

      draw_words (self, 48, y, 10, 0, 3);
      cairo_rectangle (self->cr, 250, y, g_rand_double_range (self->random, 20, 500), 14);
      cairo_fill (self->cr);
      draw_words (self, 800, y, 10, 0, 2);
    }
}

static void
draw_dots (Floor *self)
{
  for (guint i = 0; i < 200; i++)
    {
      cairo_arc (self->cr, g_rand_double_range (self->random, 60, 900), g_rand_double_range (self->random, 130, 400),
                 2, 0, 2 * G_PI);
      cairo_fill (self->cr);
    }
  for (guint i = 0; i < 40; i++)
    draw_words (self, 48 + 85 * (i % 10), 410 + 16 * (i / 10), 8.5, 0, 1);
}

static void
draw_document (Floor      *self,
               const char *path)
{
  static void (* const pages[]) (Floor *) = { draw_prose, draw_table, draw_bars, draw_dots };
  cairo_surface_t *surface = cairo_pdf_surface_create (path, WIDTH, HEIGHT);

  self->cr = cairo_create (surface);
  if (self->layout == NULL)
    {
      self->layout = pango_cairo_create_layout (self->cr);
      pango_cairo_context_set_resolution (pango_layout_get_context (self->layout), 72);
    }

  for (guint i = 0; i < 12; i++)
    {
      draw_words (self, 48, 46, 24, 864, 14);
      pages[i % G_N_ELEMENTS (pages)](self);
      draw_words (self, 48, 500, 8.5, 864, 30);
      cairo_show_page (self->cr);
    }

  cairo_destroy (self->cr);
  cairo_surface_destroy (surface);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (1);
  Floor self = { NULL, NULL, random };
  guint64 count = argc > 2 ? g_ascii_strtoull (argv[1], NULL, 10) : 0;
  gint64 start = 0;

  if (count < 2)
    {
      g_printerr ("usage: floor-pdf COUNT FOLDER\n");
      return 2;
    }

  for (guint64 i = 0; i < count; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/floor-%" G_GUINT64_FORMAT ".pdf", argv[2], i);

      draw_document (&self, path);
      g_remove (path);
      if (i == 0)
        start = g_get_monotonic_time ();
    }

  g_print ("%.2f\n", (g_get_monotonic_time () - start) / 1000.0 / (count - 1));
  g_object_unref (self.layout);

  return 0;
}
