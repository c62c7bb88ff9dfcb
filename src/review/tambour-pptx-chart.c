/* tambour-pptx-chart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-pptx-private.h"

#include <math.h>

/* What a chart needs around its plot, in points: the values above columns, names below them,
 * the numbers of an axis, and a little so that strokes are not cut.
 */
#define VALUES_ROOM 15.0
#define NAMES_ROOM  17.0
#define AXIS_ROOM   34.0
#define EDGE        3.0

#define CATEGORY_AXIS "111111111"
#define VALUE_AXIS    "222222222"
#define STROKE_CATEGORY_AXIS "333333333"
#define STROKE_VALUE_AXIS    "444444444"

typedef struct
{
  TambourPptx             *deck;
  TambourXml              *xml;
  const TambourPlot       *plot;
  const cairo_rectangle_t *frame;
} Chart;

/**
 * tambour_pptx_plot_frame:
 * @frame: (out): where the whole chart lies on the page, in points
 */
void
tambour_pptx_plot_frame (const TambourPlot *plot,
                         cairo_rectangle_t *frame)
{
  double above = plot->values_shown ? VALUES_ROOM : EDGE, below = plot->names_shown ? NAMES_ROOM : EDGE;
  double beside = plot->step > 0 ? AXIS_ROOM : EDGE;

  *frame = (cairo_rectangle_t) { plot->area.x - beside, plot->area.y - above, plot->area.width + 2 * beside,
                                 plot->area.height + above + below };
}

/* Returns: (transfer full): "Sheet1!$B$2:$B$13" */
static char *
cell_range (guint column,
            guint n_rows)
{
  char letter = 'A' + column;

  return g_strdup_printf ("Sheet1!$%c$2:$%c$%u", letter, letter, MAX (n_rows, 1) + 1);
}

static void
write_value (Chart      *self,
             const char *element,
             const char *value)
{
  tambour_xml_leaf (self->xml, element, "val", value, NULL);
}

static void
write_count (Chart      *self,
             const char *element,
             gint64      value)
{
  tambour_xml_open (self->xml, element, NULL);
  tambour_xml_count (self->xml, "val", value);
  tambour_xml_close (self->xml, 1);
}

static void
write_decimal (Chart      *self,
               const char *element,
               double      value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  write_value (self, element, g_ascii_formatd (text, sizeof text, "%.6g", value));
}

static void
write_text (Chart      *self,
            const char *element,
            const char *text)
{
  tambour_xml_open (self->xml, element, NULL);
  tambour_xml_text (self->xml, text);
  tambour_xml_close (self->xml, 1);
}

static void
write_string_point (Chart      *self,
                    guint       index,
                    const char *text)
{
  tambour_xml_open (self->xml, "c:pt", NULL);
  tambour_xml_count (self->xml, "idx", index);
  write_text (self, "c:v", text);
  tambour_xml_close (self->xml, 1);
}

static void
write_letters (Chart       *self,
               TambourTone  tone)
{
  tambour_xml_raw (self->xml, "<c:txPr><a:bodyPr rot=\"0\"/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"850\" b=\"0\">");
  tambour_pptx_fill (self->deck, self->xml, tone);
  tambour_xml_raw (self->xml, "</a:defRPr></a:pPr>");
  tambour_xml_leaf (self->xml, "a:endParaRPr", "lang", self->deck->language, NULL);
  tambour_xml_raw (self->xml, "</a:p></c:txPr>");
}

/* --- series --------------------------------------------------------------------- */

static void
write_name (Chart      *self,
            const char *name,
            guint       column)
{
  g_autofree char *cell = g_strdup_printf ("Sheet1!$%c$1", 'A' + column);

  tambour_xml_open (self->xml, "c:tx", NULL);
  tambour_xml_open (self->xml, "c:strRef", NULL);
  write_text (self, "c:f", cell);
  tambour_xml_open (self->xml, "c:strCache", NULL);
  write_count (self, "c:ptCount", 1);
  write_string_point (self, 0, name);
  tambour_xml_close (self->xml, 3);
}

static void
write_categories (Chart *self)
{
  const GPtrArray *categories = self->plot->categories;
  g_autofree char *range = cell_range (0, categories->len);

  tambour_xml_open (self->xml, "c:cat", NULL);
  tambour_xml_open (self->xml, "c:strRef", NULL);
  write_text (self, "c:f", range);
  tambour_xml_open (self->xml, "c:strCache", NULL);
  write_count (self, "c:ptCount", categories->len);
  for (guint i = 0; i < categories->len; i++)
    write_string_point (self, i, categories->pdata[i]);
  tambour_xml_close (self->xml, 3);
}

static void
write_values (Chart        *self,
              const double *values,
              guint         column)
{
  guint n = self->plot->categories->len;
  g_autofree char *range = cell_range (column, n);

  tambour_xml_open (self->xml, "c:val", NULL);
  tambour_xml_open (self->xml, "c:numRef", NULL);
  write_text (self, "c:f", range);
  tambour_xml_open (self->xml, "c:numCache", NULL);
  write_text (self, "c:formatCode", self->plot->format);
  write_count (self, "c:ptCount", n);
  for (guint i = 0; i < n; i++)
    {
      if (!isfinite (values[i]))
        continue;

      tambour_xml_open (self->xml, "c:pt", NULL);
      tambour_xml_count (self->xml, "idx", i);
      tambour_xml_open (self->xml, "c:v", NULL);
      tambour_xml_number (self->xml, values[i]);
      tambour_xml_close (self->xml, 2);
    }
  tambour_xml_close (self->xml, 3);
}

/* Points in a colour of their own. */
static void
write_tones (Chart               *self,
             const TambourSeries *series)
{
  for (guint i = 0; series->tones != NULL && i < self->plot->categories->len; i++)
    {
      if (series->tones[i] == series->tone)
        continue;

      tambour_xml_open (self->xml, "c:dPt", NULL);
      write_count (self, "c:idx", i);
      write_value (self, "c:invertIfNegative", "0");
      write_value (self, "c:bubble3D", "0");
      tambour_xml_open (self->xml, "c:spPr", NULL);
      tambour_pptx_fill (self->deck, self->xml, series->tones[i]);
      tambour_xml_close (self->xml, 2);
    }
}

static void
write_labels (Chart *self)
{
  tambour_xml_open (self->xml, "c:dLbls", NULL);
  tambour_xml_leaf (self->xml, "c:numFmt", "formatCode", self->plot->format, "sourceLinked", "0", NULL);
  tambour_xml_raw (self->xml, "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>");
  write_letters (self, TAMBOUR_TONE_INK2);
  tambour_xml_raw (self->xml, "<c:dLblPos val=\"outEnd\"/><c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/>"
                              "<c:showCatName val=\"0\"/><c:showSerName val=\"0\"/><c:showPercent val=\"0\"/>"
                              "<c:showBubbleSize val=\"0\"/>");
  tambour_xml_close (self->xml, 1);
}

static void
begin_series (Chart *self,
              guint  order)
{
  tambour_xml_open (self->xml, "c:ser", NULL);
  write_count (self, "c:idx", order);
  write_count (self, "c:order", order);
}

static void
write_bar_fill (Chart       *self,
                TambourTone  tone)
{
  tambour_xml_open (self->xml, "c:spPr", NULL);
  tambour_pptx_fill (self->deck, self->xml, tone);
  tambour_pptx_stroke (self->deck, self->xml, "a:ln", TAMBOUR_TONE_NONE, 0);
  tambour_xml_close (self->xml, 1);
  write_value (self, "c:invertIfNegative", "0");
}

static void
write_bar_series (Chart               *self,
                  const TambourSeries *series,
                  guint                column)
{
  begin_series (self, column - 1);
  write_name (self, series->name, column);
  write_bar_fill (self, series->tone);
  write_tones (self, series);
  if (self->plot->values_shown)
    write_labels (self);
  write_categories (self);
  write_values (self, series->values, column);
  tambour_xml_close (self->xml, 1);
}

static void
begin_bars (Chart      *self,
            const char *grouping)
{
  tambour_xml_open (self->xml, "c:barChart", NULL);
  write_value (self, "c:barDir", self->plot->kind == TAMBOUR_PLOT_BARS ? "bar" : "col");
  write_value (self, "c:grouping", grouping);
  write_value (self, "c:varyColors", "0");
}

static void
end_bars (Chart      *self,
          double      share,
          const char *category_axis,
          const char *value_axis)
{
  write_count (self, "c:gapWidth", CLAMP (lround (100 * (1 - share) / share), 0, 500));
  write_value (self, "c:overlap", "100");
  write_value (self, "c:axId", category_axis);
  write_value (self, "c:axId", value_axis);
  tambour_xml_close (self->xml, 1);
}

static void
write_bars (Chart *self)
{
  begin_bars (self, "clustered");
  for (guint i = 0; i < self->plot->series->len; i++)
    {
      const TambourSeries *series = self->plot->series->pdata[i];

      if (series->form == TAMBOUR_SERIES_BAR)
        write_bar_series (self, series, i + 1);
    }
  end_bars (self, self->plot->share, CATEGORY_AXIS, VALUE_AXIS);
}

static TambourTone
part_tone (const TambourPptxStroke *stroke,
           TambourPptxStrokePart    part)
{
  switch (part)
    {
    case TAMBOUR_PPTX_STROKE_BEFORE:
      return TAMBOUR_TONE_NONE;
    case TAMBOUR_PPTX_STROKE_HALO:
    case TAMBOUR_PPTX_STROKE_REST:
      return stroke->halo > 0 ? TAMBOUR_TONE_PAPER : TAMBOUR_TONE_NONE;
    case TAMBOUR_PPTX_STROKE_LINE:
      return stroke->series->tone;
    }

  g_assert_not_reached ();
}

/* A stroke across a bar is a thin piece of a stack on axes of its own: nothing up to it, its halo,
 * itself, and its halo again. The workbook computes the pieces from the value, so it moves with it.
 */
static void
write_stroke (Chart                   *self,
              const TambourPptxStroke *stroke)
{
  guint n = self->plot->categories->len;
  g_autofree double *values = g_new (double, n + 1);

  begin_bars (self, "stacked");
  for (int part = 0; part < TAMBOUR_N_PPTX_STROKE_PARTS; part++)
    {
      for (guint i = 0; i < n; i++)
        values[i] = tambour_pptx_stroke_value (stroke, part, i);

      begin_series (self, stroke->column + part - 1);
      write_name (self, stroke->series->name, stroke->column + part);
      write_bar_fill (self, part_tone (stroke, part));
      write_categories (self);
      write_values (self, values, stroke->column + part);
      tambour_xml_close (self->xml, 1);
    }
  end_bars (self, stroke->series->share, STROKE_CATEGORY_AXIS, STROKE_VALUE_AXIS);
}

static void
write_line_series (Chart               *self,
                   const TambourSeries *series,
                   guint                index)
{
  begin_series (self, index);
  write_name (self, series->name, index + 1);
  tambour_xml_open (self->xml, "c:spPr", NULL);
  tambour_xml_open (self->xml, "a:ln", "cap", series->form == TAMBOUR_SERIES_LINE ? "rnd" : "flat", NULL);
  tambour_xml_count (self->xml, "w", tambour_emu (series->width));
  tambour_pptx_fill (self->deck, self->xml, series->tone);
  if (series->form == TAMBOUR_SERIES_DASHES)
    tambour_xml_leaf (self->xml, "a:prstDash", "val", "dash", NULL);
  tambour_xml_leaf (self->xml, "a:round", NULL);
  tambour_xml_close (self->xml, 2);
  tambour_xml_raw (self->xml, "<c:marker><c:symbol val=\"none\"/></c:marker>");
  write_categories (self);
  write_values (self, series->values, index + 1);
  write_value (self, "c:smooth", "0");
  tambour_xml_close (self->xml, 1);
}

static void
write_lines (Chart *self)
{
  tambour_xml_open (self->xml, "c:lineChart", NULL);
  write_value (self, "c:grouping", "standard");
  write_value (self, "c:varyColors", "0");
  for (guint i = 0; i < self->plot->series->len; i++)
    write_line_series (self, self->plot->series->pdata[i], i);
  write_value (self, "c:marker", "1");
  write_value (self, "c:axId", CATEGORY_AXIS);
  write_value (self, "c:axId", VALUE_AXIS);
  tambour_xml_close (self->xml, 1);
}

/* --- axes ------------------------------------------------------------------------- */

/* Rows are read from the top, and months from the side where reading starts. */
static void
write_category_axis (Chart *self)
{
  gboolean bars = self->plot->kind == TAMBOUR_PLOT_BARS, lines = self->plot->kind == TAMBOUR_PLOT_LINES;

  tambour_xml_open (self->xml, "c:catAx", NULL);
  write_value (self, "c:axId", CATEGORY_AXIS);
  tambour_xml_open (self->xml, "c:scaling", NULL);
  write_value (self, "c:orientation", bars || self->deck->rtl ? "maxMin" : "minMax");
  tambour_xml_close (self->xml, 1);
  write_value (self, "c:delete", lines ? "1" : "0");
  write_value (self, "c:axPos", bars ? "l" : "b");
  tambour_xml_raw (self->xml, "<c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/>"
                              "<c:minorTickMark val=\"none\"/>");
  write_value (self, "c:tickLblPos", self->plot->names_shown ? "low" : "none");
  tambour_xml_open (self->xml, "c:spPr", NULL);
  tambour_pptx_stroke (self->deck, self->xml, "a:ln", TAMBOUR_TONE_MID, 0.6);
  tambour_xml_close (self->xml, 1);
  write_letters (self, TAMBOUR_TONE_INK3);
  write_value (self, "c:crossAx", VALUE_AXIS);
  tambour_xml_raw (self->xml, "<c:crosses val=\"min\"/><c:auto val=\"0\"/><c:lblAlgn val=\"ctr\"/>"
                              "<c:lblOffset val=\"50\"/><c:noMultiLvlLbl val=\"1\"/>");
  tambour_xml_close (self->xml, 1);
}

static void
write_value_axis (Chart *self)
{
  const TambourPlot *plot = self->plot;
  gboolean bars = plot->kind == TAMBOUR_PLOT_BARS, ruled = plot->step > 0;

  tambour_xml_open (self->xml, "c:valAx", NULL);
  write_value (self, "c:axId", VALUE_AXIS);
  tambour_xml_open (self->xml, "c:scaling", NULL);
  write_value (self, "c:orientation", bars && self->deck->rtl ? "maxMin" : "minMax");
  write_decimal (self, "c:max", plot->maximum);
  write_decimal (self, "c:min", plot->minimum);
  tambour_xml_close (self->xml, 1);
  write_value (self, "c:delete", ruled ? "0" : "1");
  write_value (self, "c:axPos", bars ? "b" : "l");
  if (ruled)
    {
      tambour_xml_raw (self->xml, "<c:majorGridlines><c:spPr>");
      tambour_pptx_stroke (self->deck, self->xml, "a:ln", TAMBOUR_TONE_RULE, 0.6);
      tambour_xml_raw (self->xml, "</c:spPr></c:majorGridlines>");
    }
  tambour_xml_leaf (self->xml, "c:numFmt", "formatCode", plot->format, "sourceLinked", "0", NULL);
  tambour_xml_raw (self->xml, "<c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/>");
  write_value (self, "c:tickLblPos", ruled ? "nextTo" : "none");
  tambour_xml_raw (self->xml, "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>");
  write_letters (self, TAMBOUR_TONE_INK3);
  write_value (self, "c:crossAx", CATEGORY_AXIS);
  write_value (self, "c:crosses", "min");
  write_value (self, "c:crossBetween", plot->kind == TAMBOUR_PLOT_LINES ? "midCat" : "between");
  if (ruled)
    write_decimal (self, "c:majorUnit", plot->step);
  tambour_xml_close (self->xml, 1);
}

/* The axes of strokes are those of the bars. They show nothing, but are there: some readers take
 * the bars of an axis that is deleted for those of the other.
 */
static void
write_stroke_axes (Chart *self)
{
  const TambourPlot *plot = self->plot;
  gboolean bars = plot->kind == TAMBOUR_PLOT_BARS;

  tambour_xml_open (self->xml, "c:catAx", NULL);
  write_value (self, "c:axId", STROKE_CATEGORY_AXIS);
  tambour_xml_open (self->xml, "c:scaling", NULL);
  write_value (self, "c:orientation", bars || self->deck->rtl ? "maxMin" : "minMax");
  tambour_xml_close (self->xml, 1);
  write_value (self, "c:delete", "1");
  write_value (self, "c:axPos", bars ? "r" : "t");
  write_value (self, "c:crossAx", STROKE_VALUE_AXIS);
  tambour_xml_close (self->xml, 1);

  tambour_xml_open (self->xml, "c:valAx", NULL);
  write_value (self, "c:axId", STROKE_VALUE_AXIS);
  tambour_xml_open (self->xml, "c:scaling", NULL);
  write_value (self, "c:orientation", bars && self->deck->rtl ? "maxMin" : "minMax");
  write_decimal (self, "c:max", plot->maximum);
  write_decimal (self, "c:min", plot->minimum);
  tambour_xml_close (self->xml, 1);
  write_value (self, "c:delete", "0");
  write_value (self, "c:axPos", bars ? "t" : "r");
  tambour_xml_raw (self->xml, "<c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/>"
                              "<c:minorTickMark val=\"none\"/><c:tickLblPos val=\"none\"/>"
                              "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>");
  write_value (self, "c:crossAx", STROKE_CATEGORY_AXIS);
  write_value (self, "c:crosses", "max");
  tambour_xml_close (self->xml, 1);
}

static void
write_layout (Chart *self)
{
  const cairo_rectangle_t *frame = self->frame, *area = &self->plot->area;

  tambour_xml_raw (self->xml, "<c:layout><c:manualLayout><c:layoutTarget val=\"inner\"/>"
                              "<c:xMode val=\"edge\"/><c:yMode val=\"edge\"/>");
  write_decimal (self, "c:x", (area->x - frame->x) / frame->width);
  write_decimal (self, "c:y", (area->y - frame->y) / frame->height);
  write_decimal (self, "c:w", area->width / frame->width);
  write_decimal (self, "c:h", area->height / frame->height);
  tambour_xml_raw (self->xml, "</c:manualLayout></c:layout>");
}

static void
write_chart (Chart      *self,
             const char *workbook_id)
{
  TambourPptxStroke stroke;
  gboolean has_stroke = tambour_pptx_find_stroke (self->plot, &stroke);

  tambour_xml_open (self->xml, "c:chartSpace", "xmlns:c", TAMBOUR_PPTX_C, "xmlns:a", TAMBOUR_PPTX_A, "xmlns:r", TAMBOUR_PPTX_R, NULL);
  tambour_xml_raw (self->xml, "<c:date1904 val=\"0\"/>");
  write_value (self, "c:lang", self->deck->language);
  tambour_xml_raw (self->xml, "<c:roundedCorners val=\"0\"/><c:chart><c:autoTitleDeleted val=\"1\"/><c:plotArea>");
  write_layout (self);
  if (self->plot->kind == TAMBOUR_PLOT_LINES)
    write_lines (self);
  else
    write_bars (self);
  if (has_stroke)
    write_stroke (self, &stroke);
  write_category_axis (self);
  write_value_axis (self);
  if (has_stroke)
    write_stroke_axes (self);
  tambour_xml_raw (self->xml, "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>"
                              "<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart>"
                              "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>");
  write_letters (self, TAMBOUR_TONE_INK3);
  tambour_xml_open (self->xml, "c:externalData", "r:id", workbook_id, NULL);
  tambour_xml_raw (self->xml, "<c:autoUpdate val=\"0\"/>");
  tambour_xml_close (self->xml, 2);
}

/**
 * tambour_pptx_add_chart:
 * @frame: where it lies on the page
 *
 * Adds a chart and the workbook that it is edited in.
 *
 * Returns: (transfer full): the name of its part
 */
char *
tambour_pptx_add_chart (TambourPptx             *self,
                        const TambourPlot       *plot,
                        const cairo_rectangle_t *frame)
{
  guint number = ++self->n_charts;
  g_autofree char *name = g_strdup_printf ("ppt/charts/chart%u.xml", number);
  g_autofree char *workbook = g_strdup_printf ("ppt/embeddings/workbook%u.xlsx", number);
  g_autoptr(TambourXml) xml = tambour_xml_new ();
  GBytes *bytes = tambour_pptx_workbook (plot, tambour_document_get_created (self->document));
  Chart chart = { self, xml, plot, frame };

  write_chart (&chart, tambour_package_relate (self->package, name, TAMBOUR_PPTX_RELATION "package", workbook));
  tambour_package_add (self->package, name, TAMBOUR_PPTX_TYPE "drawingml.chart+xml", tambour_xml_finish (xml));
  tambour_package_add (self->package, workbook, TAMBOUR_PPTX_TYPE "spreadsheetml.sheet",
                       bytes ? bytes : g_bytes_new_static ("", 0));

  return g_steal_pointer (&name);
}

/**
 * tambour_pptx_plot:
 * @number: of a plot of the page, counted from 1
 *
 * Writes a chart in place of the marks that are drawn from @number; once.
 */
void
tambour_pptx_plot (TambourPptxSlide *self,
                   guint             number)
{
  const TambourPlot *plot = tambour_canvas_get_plot (self->canvas, number);
  g_autofree char *part = NULL;
  cairo_rectangle_t frame;

  if (plot == NULL || !g_hash_table_add (self->drawn, GUINT_TO_POINTER (number)))
    return;

  tambour_pptx_plot_frame (plot, &frame);
  part = tambour_pptx_add_chart (self->deck, plot, &frame);
  tambour_pptx_begin_shape (self, "p:graphicFrame", "Chart", NULL);
  tambour_xml_raw (self->xml, "<p:cNvGraphicFramePr/><p:nvPr/>");
  tambour_xml_close (self->xml, 1);
  tambour_pptx_place (self->xml, "p:xfrm", frame.x, frame.y, frame.width, frame.height);
  tambour_xml_open (self->xml, "a:graphic", NULL);
  tambour_xml_open (self->xml, "a:graphicData", "uri", TAMBOUR_PPTX_C, NULL);
  tambour_xml_leaf (self->xml, "c:chart", "xmlns:c", TAMBOUR_PPTX_C, "r:id", tambour_package_relate (self->deck->package, self->part, TAMBOUR_PPTX_RELATION "chart", part), NULL);
  tambour_xml_close (self->xml, 3);
}
