/* tambour-text-glyphs.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <pango/pangocairo.h>

#include "tambour-text-private.h"

static guint
find_span (const PangoAnalysis *analysis)
{
  for (GSList *at = analysis->extra_attrs; at != NULL; at = at->next)
    {
      PangoAttribute *attribute = at->data;

      if (attribute->klass->type == PANGO_ATTR_FOREGROUND)
        return ((PangoAttrColor *) attribute)->color.red;
    }

  return 0;
}

/* Glyphs that Pango lays out but does not draw are left out of @run too. */
static int
copy_glyphs (TambourGlyphs          *run,
             const PangoGlyphString *glyphs,
             int                     from,
             int                     to,
             double                  y,
             double                 *pen)
{
  int before = run->n_glyphs;

  for (int i = from; i < to; i++)
    {
      const PangoGlyphInfo *info = &glyphs->glyphs[i];

      if (info->glyph != PANGO_GLYPH_EMPTY)
        run->glyphs[run->n_glyphs++] = (cairo_glyph_t) {
          .index = info->glyph & PANGO_GLYPH_UNKNOWN_FLAG ? 0 : info->glyph,
          .x = *pen + info->geometry.x_offset / (double) PANGO_SCALE,
          .y = y + info->geometry.y_offset / (double) PANGO_SCALE,
        };
      *pen += info->geometry.width / (double) PANGO_SCALE;
    }

  return run->n_glyphs - before;
}

/* Which bytes each group of glyphs stands for, in the order of the text. */
static void
copy_clusters (TambourGlyphs  *run,
               PangoGlyphItem *item,
               const char     *text,
               const int      *drawn_before)
{
  PangoGlyphItemIter at;
  gboolean more;

  for (more = pango_glyph_item_iter_init_start (&at, item, text);
       more;
       more = pango_glyph_item_iter_next_cluster (&at))
    {
      gboolean forwards = at.start_glyph < at.end_glyph;
      int first = forwards ? at.start_glyph : at.end_glyph + 1;
      int last = forwards ? at.end_glyph : at.start_glyph + 1;

      run->clusters[run->n_clusters++] = (cairo_text_cluster_t) {
        .num_bytes = at.end_index - at.start_index,
        .num_glyphs = drawn_before[last] - drawn_before[first],
      };
    }
}

static void
fill_run (TambourGlyphs          *run,
          const TambourTextStyle *style,
          const TambourSpan      *spans,
          const char             *text,
          PangoGlyphItem         *item,
          double                  x)
{
  const PangoItem *stretch = item->item;
  const TambourSpan *span = &spans[find_span (&stretch->analysis)];
  int n = item->glyphs->num_glyphs;
  g_autofree int *drawn_before = g_new0 (int, n + 1);
  double pen = 0;

  run->font = cairo_scaled_font_reference (
    pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (stretch->analysis.font)));
  run->tone = span->tone != TAMBOUR_TONE_NONE ? span->tone : style->tone;
  run->weight = span->weight != 0 ? span->weight : style->weight;
  run->size = span->size != 0 ? span->size : style->size;
  run->page = span->page;
  run->x = x;
  run->text = g_strndup (text + stretch->offset, stretch->length);
  run->length = stretch->length;
  run->offset = stretch->offset;
  run->glyphs = g_new (cairo_glyph_t, MAX (n, 1));
  run->clusters = g_new (cairo_text_cluster_t, MAX (stretch->length, 1));
  run->flags = stretch->analysis.level % 2 ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0;

  for (int i = 0; i < n; i++)
    drawn_before[i + 1] = drawn_before[i] +
                          copy_glyphs (run, item->glyphs, i, i + 1, -item->y_offset / (double) PANGO_SCALE, &pen);

  copy_clusters (run, item, text, drawn_before);
  run->width = pen;
}

static void
fill_line (TambourLine            *line,
           const TambourTextStyle *style,
           const TambourSpan      *spans,
           const char             *text,
           PangoLayoutLine        *source)
{
  guint n_runs = g_slist_length (source->runs);
  double x = 0;

  line->runs = g_new0 (TambourGlyphs, MAX (n_runs, 1));
  for (GSList *at = source->runs; at != NULL; at = at->next)
    {
      TambourGlyphs *run = &line->runs[line->n_runs++];

      fill_run (run, style, spans, text, at->data, x);
      x += run->width;
    }

  line->width = x;
}

/**
 * tambour_shape_new_from_layout:
 * @style: of the text
 * @spans: (array): what it is joined from; the colour of a stretch is the number of its span
 * @layout: as it is drawn
 *
 * Returns: (transfer full): the glyphs of @layout, each in its place
 */
TambourShape *
tambour_shape_new_from_layout (const TambourTextStyle *style,
                               const TambourSpan      *spans,
                               PangoLayout            *layout)
{
  TambourShape *self = g_new0 (TambourShape, 1);

  g_atomic_ref_count_init (&self->references);
  self->style = *style;
  self->text = g_strdup (pango_layout_get_text (layout));
  self->cut = pango_layout_is_ellipsized (layout);
  self->lines = g_new0 (TambourLine, pango_layout_get_line_count (layout));
  for (GSList *at = pango_layout_get_lines_readonly (layout); at != NULL; at = at->next)
    {
      TambourLine *line = &self->lines[self->n_lines++];

      fill_line (line, style, spans, self->text, at->data);
      self->width = MAX (self->width, line->width);
    }
  self->height = self->n_lines * style->line;

  return self;
}
