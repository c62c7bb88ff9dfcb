/* tambour-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-text.h"

#define ROLE(size, line, tracking, weight, tone) { size, line, tracking, weight, TAMBOUR_TONE_##tone, FALSE }

/* REPORT-DESIGN section 2, the deck's column. */
static const TambourTextStyle deck_styles[TAMBOUR_N_ROLES] = {
  [TAMBOUR_ROLE_TITLE]      = ROLE (24, 30, -0.3, 600, INK),
  [TAMBOUR_ROLE_SECTION]    = ROLE (10, 12, 0, 600, ACCENT),
  [TAMBOUR_ROLE_FIGURE]     = ROLE (38, 46, -1.2, 600, INK),
  [TAMBOUR_ROLE_COUNT]      = ROLE (26, 30, 0, 600, INK),
  [TAMBOUR_ROLE_HEAD]       = ROLE (12, 18, 0, 600, INK),
  [TAMBOUR_ROLE_BODY]       = ROLE (11, 15, 0, 400, INK),
  [TAMBOUR_ROLE_CELL]       = ROLE (11, 15, 0, 400, INK),
  [TAMBOUR_ROLE_POINT]      = ROLE (12, 17, 0, 400, INK),
  [TAMBOUR_ROLE_SECOND]     = ROLE (10, 13, 0, 400, INK2),
  [TAMBOUR_ROLE_LABEL]      = ROLE (10, 13, 0, 400, INK2),
  [TAMBOUR_ROLE_AXIS]       = ROLE (8.5, 11, 0, 400, INK3),
  [TAMBOUR_ROLE_TABLE_HEAD] = ROLE (10, 12, 0, 400, INK3),
  [TAMBOUR_ROLE_SOURCE]     = ROLE (8.5, 12, 0, 400, INK3),
  [TAMBOUR_ROLE_DEFINITION] = ROLE (9, 11.5, 0, 400, INK),
};

/* The same, the report's column. */
static const TambourTextStyle report_styles[TAMBOUR_N_ROLES] = {
  [TAMBOUR_ROLE_TITLE]      = ROLE (18, 22.75, -0.2, 600, INK),
  [TAMBOUR_ROLE_SECTION]    = ROLE (8.5, 13, 0, 600, ACCENT),
  [TAMBOUR_ROLE_FIGURE]     = ROLE (24, 29.25, -0.6, 600, INK),
  [TAMBOUR_ROLE_COUNT]      = ROLE (18, 22.75, 0, 600, INK),
  [TAMBOUR_ROLE_HEAD]       = ROLE (10.5, 13, 0, 600, INK),
  [TAMBOUR_ROLE_BODY]       = ROLE (9.5, 13, 0, 400, INK),
  [TAMBOUR_ROLE_CELL]       = ROLE (8.5, 11, 0, 400, INK),
  [TAMBOUR_ROLE_POINT]      = ROLE (9.5, 13, 0, 400, INK),
  [TAMBOUR_ROLE_SECOND]     = ROLE (8.5, 11, 0, 400, INK2),
  [TAMBOUR_ROLE_LABEL]      = ROLE (8.5, 11, 0, 400, INK2),
  [TAMBOUR_ROLE_AXIS]       = ROLE (7, 9, 0, 400, INK3),
  [TAMBOUR_ROLE_TABLE_HEAD] = ROLE (8, 10, 0, 400, INK3),
  [TAMBOUR_ROLE_SOURCE]     = ROLE (7.5, 9.75, 0, 400, INK3),
  [TAMBOUR_ROLE_DEFINITION] = ROLE (7.5, 9, 0, 400, INK),
};

/**
 * tambour_text_style:
 *
 * Returns: (transfer none): what texts of @role look like on @paper (REPORT-DESIGN section 2)
 */
const TambourTextStyle *
tambour_text_style (TambourPaper paper,
                    TambourRole  role)
{
  switch (paper)
    {
    case TAMBOUR_PAPER_DECK:
      return &deck_styles[role];

    case TAMBOUR_PAPER_A4:
    case TAMBOUR_PAPER_LETTER:
      return &report_styles[role];
    }

  g_assert_not_reached ();
}

/**
 * tambour_text_baseline:
 *
 * Returns: from the top of a line to its baseline in points, Inter's extent
 *   standing in the middle of the line
 */
double
tambour_text_baseline (const TambourTextStyle *style)
{
  return style->line / 2 + style->size * (TAMBOUR_TEXT_ASCENT - TAMBOUR_TEXT_DESCENT) / 2;
}

/**
 * tambour_paper_size:
 * @width: (out): in points
 * @height: (out): in points
 */
void
tambour_paper_size (TambourPaper  paper,
                    double       *width,
                    double       *height)
{
  switch (paper)
    {
    case TAMBOUR_PAPER_DECK:
      *width = 960;
      *height = 540;
      return;

    case TAMBOUR_PAPER_A4:
      *width = 595.2;
      *height = 841.8;
      return;

    case TAMBOUR_PAPER_LETTER:
      *width = 612;
      *height = 792;
      return;
    }

  g_assert_not_reached ();
}

/**
 * tambour_shape_ref:
 */
TambourShape *
tambour_shape_ref (TambourShape *self)
{
  g_atomic_ref_count_inc (&self->references);

  return self;
}

static void
clear_run (TambourGlyphs *run)
{
  cairo_scaled_font_destroy (run->font);
  g_free (run->text);
  g_free (run->glyphs);
  g_free (run->clusters);
}

/**
 * tambour_shape_unref:
 */
void
tambour_shape_unref (TambourShape *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  for (guint i = 0; i < self->n_lines; i++)
    {
      for (guint j = 0; j < self->lines[i].n_runs; j++)
        clear_run (&self->lines[i].runs[j]);
      g_free (self->lines[i].runs);
    }

  g_free (self->lines);
  g_free (self->text);
  g_free (self);
}
