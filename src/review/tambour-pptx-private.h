/* tambour-pptx-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-document.h"
#include "tambour-package.h"
#include "tambour-pptx-master.h"
#include "tambour-xml.h"

G_BEGIN_DECLS

#define TAMBOUR_EMU_A_POINT 12700

/* Namespaces, and the kinds of relationships below the one of offices. */
#define TAMBOUR_PPTX_A        "http://schemas.openxmlformats.org/drawingml/2006/main"
#define TAMBOUR_PPTX_C        "http://schemas.openxmlformats.org/drawingml/2006/chart"
#define TAMBOUR_PPTX_P        "http://schemas.openxmlformats.org/presentationml/2006/main"
#define TAMBOUR_PPTX_R        "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define TAMBOUR_PPTX_RELATION TAMBOUR_PPTX_R "/"
#define TAMBOUR_PPTX_TYPE     "application/vnd.openxmlformats-officedocument."

/* Where our own parts are; a company's master has others. */
#define TAMBOUR_PPTX_PRESENTATION "ppt/presentation.xml"
#define TAMBOUR_PPTX_MASTER       "ppt/slideMasters/slideMaster1.xml"
#define TAMBOUR_PPTX_THEME        "ppt/theme/theme1.xml"
#define TAMBOUR_PPTX_LAYOUTS      "ppt/slideLayouts/slideLayout"
#define TAMBOUR_PPTX_NOTES_MASTER "ppt/notesMasters/notesMaster1.xml"
#define TAMBOUR_PPTX_NOTES_THEME  "ppt/theme/theme2.xml"

/**
 * TambourPptx:
 * @master: (nullable): a company's own
 * @language: of all texts
 *
 * A presentation while it is written.
 */
typedef struct
{
  TambourDocument   *document;
  TambourPptxMaster *master;
  TambourPackage    *package;
  TambourTheme       theme;
  const char        *language;
  gboolean           rtl;
  guint              n_charts;
} TambourPptx;

/**
 * TambourPptxSlide:
 * @part: its name in the package
 * @next_id: for the next shape
 * @has_title: its title has been placed
 * @drawn: (element-type guint): plots that are on the slide already
 *
 * A slide while it is written.
 */
typedef struct
{
  TambourPptx       *deck;
  TambourXml        *xml;
  TambourCanvas     *canvas;
  char              *part;
  const TambourMark *marks;
  guint              n_marks;
  guint              next_id;
  gboolean           has_title;
  GHashTable        *drawn;
} TambourPptxSlide;

/**
 * TambourPptxStrokePart:
 *
 * The pieces of the stack that a stroke is drawn as.
 */
typedef enum
{
  TAMBOUR_PPTX_STROKE_BEFORE,
  TAMBOUR_PPTX_STROKE_HALO,
  TAMBOUR_PPTX_STROKE_LINE,
  TAMBOUR_PPTX_STROKE_REST,
} TambourPptxStrokePart;

#define TAMBOUR_N_PPTX_STROKE_PARTS (TAMBOUR_PPTX_STROKE_REST + 1)

/**
 * TambourPptxStroke:
 * @series: whose values it marks
 * @source: the column of its values in the workbook
 * @column: the first of its pieces' columns
 * @width: how thick it is, in units of the values
 * @halo: how thick its halo is on each side, likewise
 * @end: where the first halo starts at most
 */
typedef struct
{
  const TambourSeries *series;
  guint                source;
  guint                column;
  double               width;
  double               halo;
  double               end;
} TambourPptxStroke;

gint64 tambour_emu (double points);

/* Parts. */
void        tambour_pptx_add_theme        (TambourPptx             *self,
                                           const char              *name);
void        tambour_pptx_add_master       (TambourPptx             *self);
void        tambour_pptx_add_notes_master (TambourPptx             *self);
void        tambour_pptx_add_slide        (TambourPptx             *self,
                                           guint                    index);
void        tambour_pptx_add_notes        (TambourPptx             *self,
                                           guint                    index);
char       *tambour_pptx_slide_name       (guint                    index);
const char *tambour_pptx_layout           (TambourPptx             *self,
                                           guint                    index);
char       *tambour_pptx_add_chart        (TambourPptx             *self,
                                           const TambourPlot       *plot,
                                           const cairo_rectangle_t *frame);
gboolean    tambour_pptx_find_stroke      (const TambourPlot       *plot,
                                           TambourPptxStroke       *stroke);
double      tambour_pptx_stroke_value     (const TambourPptxStroke *stroke,
                                           TambourPptxStrokePart    part,
                                           guint                    index);
GBytes     *tambour_pptx_workbook         (const TambourPlot       *plot,
                                           gint64                   created);

/* What shapes are made of. */
void tambour_pptx_place  (TambourXml  *xml,
                          const char  *element,
                          double       x,
                          double       y,
                          double       width,
                          double       height);
void tambour_pptx_fill   (TambourPptx *self,
                          TambourXml  *xml,
                          TambourTone  tone);
void tambour_pptx_stroke (TambourPptx *self,
                          TambourXml  *xml,
                          const char  *element,
                          TambourTone  tone,
                          double       width);

/* Shapes. */
void  tambour_pptx_begin_shape (TambourPptxSlide        *self,
                                const char              *element,
                                const char              *kind,
                                const char              *alternative);
void  tambour_pptx_begin_group (TambourPptxSlide        *self,
                                const char              *kind,
                                const char              *alternative,
                                const cairo_rectangle_t *bounds);
void  tambour_pptx_shape       (TambourPptxSlide        *self,
                                const TambourMark       *mark);
void  tambour_pptx_plot        (TambourPptxSlide        *self,
                                guint                    number);
void  tambour_pptx_plot_frame  (const TambourPlot       *plot,
                                cairo_rectangle_t       *frame);
guint tambour_pptx_table       (TambourPptxSlide        *self,
                                guint                    begin);
guint tambour_pptx_marks       (TambourPptxSlide        *self,
                                guint                    from);
guint tambour_pptx_end_of      (TambourPptxSlide        *self,
                                guint                    begin);

/* Texts: each mark is a paragraph. */
double tambour_pptx_room        (const TambourMark  *mark);
double tambour_pptx_drop        (const TambourMark  *mark);
void   tambour_pptx_text_box    (TambourPptxSlide   *self,
                                 const TambourMark **texts,
                                 guint               n_texts);
void   tambour_pptx_placeholder (TambourPptxSlide   *self,
                                 const TambourMark  *text,
                                 const char         *type,
                                 const char         *index);
void   tambour_pptx_paragraphs  (TambourPptxSlide   *self,
                                 const TambourMark **texts,
                                 guint               n_texts);

G_END_DECLS
