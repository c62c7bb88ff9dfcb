/* tambour-pptx-shape.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-pptx-private.h"

#include <math.h>

/**
 * tambour_emu:
 *
 * Returns: @points in the unit of office drawings
 */
gint64
tambour_emu (double points)
{
  return llround (points * TAMBOUR_EMU_A_POINT);
}

static void
write_off_and_ext (TambourXml *xml,
                   double      x,
                   double      y,
                   double      width,
                   double      height)
{
  tambour_xml_open (xml, "a:off", NULL);
  tambour_xml_count (xml, "x", tambour_emu (x));
  tambour_xml_count (xml, "y", tambour_emu (y));
  tambour_xml_close (xml, 1);
  tambour_xml_open (xml, "a:ext", NULL);
  tambour_xml_count (xml, "cx", MAX (0, tambour_emu (width)));
  tambour_xml_count (xml, "cy", MAX (0, tambour_emu (height)));
  tambour_xml_close (xml, 1);
}

/**
 * tambour_pptx_place:
 * @element: "a:xfrm", "p:xfrm"
 *
 * Writes where something is, in points.
 */
void
tambour_pptx_place (TambourXml *xml,
                    const char *element,
                    double      x,
                    double      y,
                    double      width,
                    double      height)
{
  tambour_xml_open (xml, element, NULL);
  write_off_and_ext (xml, x, y, width, height);
  tambour_xml_close (xml, 1);
}

/* Ink, paper and accent are the theme's, so that another theme changes them. What tells a status
 * or steps back from ink is always itself.
 */
static const char *
scheme_name (TambourPptx *self,
             TambourTone  tone)
{
  gboolean light = self->master == NULL || tambour_pptx_master_is_light (self->master);

  if (tone == TAMBOUR_TONE_INK)
    return light ? "tx1" : NULL;
  if (tone == TAMBOUR_TONE_PAPER)
    return light ? "bg1" : NULL;
  if (tone == TAMBOUR_TONE_ACCENT)
    return self->master == NULL || self->theme.colours[tone] == tambour_pptx_master_get_accent (self->master) ? "accent1" : NULL;
  if (tone == TAMBOUR_TONE_INK2)
    return self->master == NULL ? "tx2" : NULL;

  return NULL;
}

/**
 * tambour_pptx_fill:
 * @tone: %TAMBOUR_TONE_NONE is no fill
 *
 * Writes a fill, of a shape, a stroke or a text.
 */
void
tambour_pptx_fill (TambourPptx *self,
                   TambourXml  *xml,
                   TambourTone  tone)
{
  const char *scheme = scheme_name (self, tone);
  char value[8];

  if (tone == TAMBOUR_TONE_NONE)
    {
      tambour_xml_leaf (xml, "a:noFill", NULL);
      return;
    }

  g_snprintf (value, sizeof value, "%06X", self->theme.colours[tone]);
  tambour_xml_open (xml, "a:solidFill", NULL);
  if (scheme != NULL)
    tambour_xml_leaf (xml, "a:schemeClr", "val", scheme, NULL);
  else
    tambour_xml_leaf (xml, "a:srgbClr", "val", value, NULL);
  tambour_xml_close (xml, 1);
}

/**
 * tambour_pptx_stroke:
 * @element: "a:ln", "a:lnB"
 * @tone: %TAMBOUR_TONE_NONE is no stroke
 *
 * Writes a solid stroke.
 */
void
tambour_pptx_stroke (TambourPptx *self,
                     TambourXml  *xml,
                     const char  *element,
                     TambourTone  tone,
                     double       width)
{
  tambour_xml_open (xml, element, NULL);
  if (tone != TAMBOUR_TONE_NONE)
    tambour_xml_count (xml, "w", tambour_emu (width));
  if (tone != TAMBOUR_TONE_NONE)
    tambour_xml_say (xml, "cap", "flat");
  tambour_pptx_fill (self, xml, tone);
  tambour_xml_close (xml, 1);
}

/* Dashes are said in thousandths of a percent of the width. */
static void
write_dashes (TambourXml        *xml,
              const TambourMark *mark)
{
  if (mark->dash[0] <= 0)
    return;

  tambour_xml_open (xml, "a:custDash", NULL);
  tambour_xml_open (xml, "a:ds", NULL);
  tambour_xml_count (xml, "d", llround (mark->dash[0] / mark->stroke_width * 100000));
  tambour_xml_count (xml, "sp", llround (mark->dash[1] / mark->stroke_width * 100000));
  tambour_xml_close (xml, 2);
}

static void
write_line_of (TambourPptxSlide  *self,
               const TambourMark *mark)
{
  gboolean strokes = mark->stroke != TAMBOUR_TONE_NONE && mark->stroke_width > 0;

  tambour_xml_open (self->xml, "a:ln", NULL);
  if (strokes)
    {
      tambour_xml_count (self->xml, "w", tambour_emu (mark->stroke_width));
      tambour_xml_say (self->xml, "cap", mark->round ? "rnd" : "flat");
    }
  tambour_pptx_fill (self->deck, self->xml, strokes ? mark->stroke : TAMBOUR_TONE_NONE);
  if (strokes)
    write_dashes (self->xml, mark);
  if (strokes && mark->round)
    tambour_xml_leaf (self->xml, "a:round", NULL);
  else if (strokes)
    tambour_xml_leaf (self->xml, "a:miter", "lim", "800000", NULL);
  tambour_xml_close (self->xml, 1);
}

/**
 * tambour_pptx_begin_shape:
 * @element: "p:sp", "p:cxnSp", "p:grpSp", "p:graphicFrame"
 * @kind: what people see in the list of shapes
 * @alternative: (nullable): what it says, for those who do not see it
 *
 * Opens a shape and its properties that are not seen; the caller goes on there.
 */
void
tambour_pptx_begin_shape (TambourPptxSlide *self,
                          const char       *element,
                          const char       *kind,
                          const char       *alternative)
{
  g_autofree char *properties = g_strdup_printf ("p:nv%c%sPr", g_ascii_toupper (element[2]), element + 3);
  guint id = self->next_id++;
  g_autofree char *name = g_strdup_printf ("%s %u", kind, id);

  tambour_xml_open (self->xml, element, NULL);
  tambour_xml_open (self->xml, properties, NULL);
  tambour_xml_open (self->xml, "p:cNvPr", NULL);
  tambour_xml_count (self->xml, "id", id);
  tambour_xml_say (self->xml, "name", name);
  tambour_xml_say (self->xml, "descr", alternative);
  tambour_xml_close (self->xml, 1);
}

static void
begin_plain (TambourPptxSlide *self,
             const char       *kind)
{
  tambour_pptx_begin_shape (self, "p:sp", kind, NULL);
  tambour_xml_raw (self->xml, "<p:cNvSpPr/><p:nvPr/>");
  tambour_xml_close (self->xml, 1);
  tambour_xml_open (self->xml, "p:spPr", NULL);
}

static void
write_preset (TambourPptxSlide  *self,
              const TambourMark *mark,
              const char        *kind,
              const char        *preset,
              double             x,
              double             y,
              double             width,
              double             height)
{
  begin_plain (self, kind);
  tambour_pptx_place (self->xml, "a:xfrm", x, y, width, height);
  tambour_xml_open (self->xml, "a:prstGeom", "prst", preset, NULL);
  tambour_xml_raw (self->xml, "<a:avLst/>");
  tambour_xml_close (self->xml, 1);
  tambour_pptx_fill (self->deck, self->xml, mark->fill);
  write_line_of (self, mark);
  tambour_xml_close (self->xml, 2);
}

static void
write_line (TambourPptxSlide  *self,
            const TambourMark *mark)
{
  double x = MIN (mark->line.x1, mark->line.x2), y = MIN (mark->line.y1, mark->line.y2);
  gboolean falls = (mark->line.x1 < mark->line.x2) == (mark->line.y1 < mark->line.y2);

  tambour_pptx_begin_shape (self, "p:cxnSp", "Line", NULL);
  tambour_xml_raw (self->xml, "<p:cNvCxnSpPr/><p:nvPr/>");
  tambour_xml_close (self->xml, 1);
  tambour_xml_open (self->xml, "p:spPr", NULL);
  tambour_xml_open (self->xml, "a:xfrm", NULL);
  if (!falls)
    tambour_xml_say (self->xml, "flipV", "1");
  write_off_and_ext (self->xml, x, y, fabs (mark->line.x2 - mark->line.x1), fabs (mark->line.y2 - mark->line.y1));
  tambour_xml_close (self->xml, 1);
  tambour_xml_raw (self->xml, "<a:prstGeom prst=\"line\"><a:avLst/></a:prstGeom>");
  write_line_of (self, mark);
  tambour_xml_close (self->xml, 2);
}

static void
write_point (TambourPptxSlide *self,
             const char       *element,
             double            x,
             double            y)
{
  tambour_xml_open (self->xml, element, NULL);
  tambour_xml_open (self->xml, "a:pt", NULL);
  tambour_xml_count (self->xml, "x", tambour_emu (x));
  tambour_xml_count (self->xml, "y", tambour_emu (y));
  tambour_xml_close (self->xml, 2);
}

static void
write_path (TambourPptxSlide  *self,
            const TambourMark *mark)
{
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < mark->path.n_points; i++)
    {
      left = MIN (left, mark->path.points[i].x);
      right = MAX (right, mark->path.points[i].x);
      top = MIN (top, mark->path.points[i].y);
      bottom = MAX (bottom, mark->path.points[i].y);
    }

  begin_plain (self, "Path");
  tambour_pptx_place (self->xml, "a:xfrm", left, top, right - left, bottom - top);
  tambour_xml_open (self->xml, "a:custGeom", NULL);
  tambour_xml_raw (self->xml, "<a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l=\"0\" t=\"0\" r=\"r\" b=\"b\"/>");
  tambour_xml_open (self->xml, "a:pathLst", NULL);
  tambour_xml_open (self->xml, "a:path", NULL);
  tambour_xml_count (self->xml, "w", MAX (1, tambour_emu (right - left)));
  tambour_xml_count (self->xml, "h", MAX (1, tambour_emu (bottom - top)));
  tambour_xml_say (self->xml, "fill", mark->fill == TAMBOUR_TONE_NONE ? "none" : NULL);
  for (guint i = 0; i < mark->path.n_points; i++)
    write_point (self, i == 0 ? "a:moveTo" : "a:lnTo", mark->path.points[i].x - left, mark->path.points[i].y - top);
  if (mark->path.closed)
    tambour_xml_leaf (self->xml, "a:close", NULL);
  tambour_xml_close (self->xml, 3);
  tambour_pptx_fill (self->deck, self->xml, mark->fill);
  write_line_of (self, mark);
  tambour_xml_close (self->xml, 2);
}

static void
write_circle (TambourPptxSlide  *self,
              const TambourMark *mark)
{
  double radius = mark->circle.radius;

  write_preset (self, mark, "Dot", "ellipse", mark->circle.x - radius, mark->circle.y - radius, 2 * radius, 2 * radius);
}

/* --- signs -------------------------------------------------------------------- */

static void
write_disc (TambourPptxSlide *self,
            double            x,
            double            y,
            double            radius,
            TambourTone       fill,
            TambourTone       stroke,
            double            width)
{
  TambourMark mark = { .kind = TAMBOUR_MARK_CIRCLE, .fill = fill, .stroke = stroke, .stroke_width = width };

  mark.circle.x = x;
  mark.circle.y = y;
  mark.circle.radius = radius;
  write_circle (self, &mark);
}

static void
write_points (TambourPptxSlide   *self,
              const TambourPoint *points,
              guint               n_points,
              TambourTone         fill,
              double              stroke_width)
{
  TambourMark mark = {
    .kind = TAMBOUR_MARK_PATH,
    .fill = fill,
    .stroke = stroke_width > 0 ? TAMBOUR_TONE_PAPER : TAMBOUR_TONE_NONE,
    .stroke_width = stroke_width,
    .round = TRUE,
  };

  mark.path.points = (TambourPoint *) points;
  mark.path.n_points = n_points;
  mark.path.closed = fill != TAMBOUR_TONE_NONE;
  write_path (self, &mark);
}

static void
write_met (TambourPptxSlide *self,
           double            x,
           double            y,
           double            radius)
{
  const TambourPoint tick[] = {
    { x - 0.48 * radius, y + 0.02 * radius },
    { x - 0.14 * radius, y + 0.40 * radius },
    { x + 0.48 * radius, y - 0.36 * radius },
  };

  write_disc (self, x, y, radius, TAMBOUR_TONE_MET, TAMBOUR_TONE_NONE, 0);
  write_points (self, tick, G_N_ELEMENTS (tick), TAMBOUR_TONE_NONE, 0.26 * radius);
}

#define HALF_DISC 24

static void
write_nearly (TambourPptxSlide *self,
              double            x,
              double            y,
              double            radius)
{
  TambourPoint half[HALF_DISC + 1];

  for (guint i = 0; i <= HALF_DISC; i++)
    {
      double angle = G_PI / 2 + i * G_PI / HALF_DISC;

      half[i] = (TambourPoint) { x + radius * cos (angle), y + radius * sin (angle) };
    }

  write_disc (self, x, y, radius, TAMBOUR_TONE_PAPER, TAMBOUR_TONE_NEARLY, 1.2);
  write_points (self, half, G_N_ELEMENTS (half), TAMBOUR_TONE_NEARLY, 0);
}

static void
write_missed (TambourPptxSlide *self,
              double            x,
              double            y,
              double            radius)
{
  const TambourPoint diamond[] = { { x, y - radius }, { x + radius, y }, { x, y + radius }, { x - radius, y } };
  double arm = 0.32 * radius;

  write_points (self, diamond, G_N_ELEMENTS (diamond), TAMBOUR_TONE_MISSED, 0);
  write_points (self, (const TambourPoint[]) { { x - arm, y - arm }, { x + arm, y + arm } }, 2,
                TAMBOUR_TONE_NONE, 0.24 * radius);
  write_points (self, (const TambourPoint[]) { { x + arm, y - arm }, { x - arm, y + arm } }, 2,
                TAMBOUR_TONE_NONE, 0.24 * radius);
}

/* A sign is a group of its own, so that it is moved as one. */
static void
write_sign (TambourPptxSlide  *self,
            const TambourMark *mark)
{
  double x = mark->sign.x, y = mark->sign.y, radius = mark->sign.radius;

  tambour_pptx_begin_group (self, "Sign", NULL, &(cairo_rectangle_t) { x - radius, y - radius, 2 * radius, 2 * radius });
  switch (mark->sign.sign)
    {
    case TAMBOUR_SIGN_MET:
      write_met (self, x, y, radius);
      break;
    case TAMBOUR_SIGN_NEARLY:
      write_nearly (self, x, y, radius - 0.6);
      break;
    case TAMBOUR_SIGN_MISSED:
      write_missed (self, x, y, radius);
      break;
    case TAMBOUR_SIGN_NOT_MEASURED:
      write_disc (self, x, y, radius - 0.6, TAMBOUR_TONE_PAPER, TAMBOUR_TONE_MID, 1);
      break;
    }
  tambour_xml_close (self->xml, 1);
}

/**
 * tambour_pptx_begin_group:
 * @bounds: what its shapes cover
 *
 * Opens a group in which shapes are where they would be without it.
 */
void
tambour_pptx_begin_group (TambourPptxSlide        *self,
                          const char              *kind,
                          const char              *alternative,
                          const cairo_rectangle_t *bounds)
{
  tambour_pptx_begin_shape (self, "p:grpSp", kind, alternative);
  tambour_xml_raw (self->xml, "<p:cNvGrpSpPr/><p:nvPr/>");
  tambour_xml_close (self->xml, 1);
  tambour_xml_open (self->xml, "p:grpSpPr", NULL);
  tambour_xml_open (self->xml, "a:xfrm", NULL);
  write_off_and_ext (self->xml, bounds->x, bounds->y, bounds->width, bounds->height);
  tambour_xml_open (self->xml, "a:chOff", NULL);
  tambour_xml_count (self->xml, "x", tambour_emu (bounds->x));
  tambour_xml_count (self->xml, "y", tambour_emu (bounds->y));
  tambour_xml_close (self->xml, 1);
  tambour_xml_open (self->xml, "a:chExt", NULL);
  tambour_xml_count (self->xml, "cx", tambour_emu (bounds->width));
  tambour_xml_count (self->xml, "cy", tambour_emu (bounds->height));
  tambour_xml_close (self->xml, 3);
}

/**
 * tambour_pptx_shape:
 *
 * Writes a mark that is neither a text nor the end of a group.
 */
void
tambour_pptx_shape (TambourPptxSlide  *self,
                    const TambourMark *mark)
{
  switch (mark->kind)
    {
    case TAMBOUR_MARK_RECT:
      write_preset (self, mark, "Rectangle", "rect", mark->rect.x, mark->rect.y, mark->rect.width, mark->rect.height);
      break;
    case TAMBOUR_MARK_LINE:
      write_line (self, mark);
      break;
    case TAMBOUR_MARK_PATH:
      write_path (self, mark);
      break;
    case TAMBOUR_MARK_CIRCLE:
      write_circle (self, mark);
      break;
    case TAMBOUR_MARK_SIGN:
      write_sign (self, mark);
      break;
    case TAMBOUR_MARK_TEXT:
    case TAMBOUR_MARK_BEGIN:
    case TAMBOUR_MARK_END:
      break;
    }
}
