/* tambour-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-fonts.h"
#include "tambour-theme.h"

G_BEGIN_DECLS

/* Inter's own measures, as shares of the size; baselines stand where a browser puts them. */
#define TAMBOUR_TEXT_ASCENT  0.96875
#define TAMBOUR_TEXT_DESCENT 0.24121

typedef enum
{
  TAMBOUR_PAPER_DECK,    /* 960 x 540 */
  TAMBOUR_PAPER_A4,      /* 595.2 x 841.8 */
  TAMBOUR_PAPER_LETTER,  /* 612 x 792 */
} TambourPaper;

/**
 * TambourRole:
 *
 * What a text is on its page; REPORT-DESIGN section 2 gives each its size.
 */
typedef enum
{
  TAMBOUR_ROLE_TITLE,
  TAMBOUR_ROLE_SECTION,
  TAMBOUR_ROLE_FIGURE,
  TAMBOUR_ROLE_COUNT,
  TAMBOUR_ROLE_HEAD,
  TAMBOUR_ROLE_BODY,
  TAMBOUR_ROLE_CELL,
  TAMBOUR_ROLE_POINT,
  TAMBOUR_ROLE_SECOND,
  TAMBOUR_ROLE_LABEL,
  TAMBOUR_ROLE_AXIS,
  TAMBOUR_ROLE_TABLE_HEAD,
  TAMBOUR_ROLE_SOURCE,
  TAMBOUR_ROLE_DEFINITION,
} TambourRole;

#define TAMBOUR_N_ROLES (TAMBOUR_ROLE_DEFINITION + 1)

typedef enum
{
  TAMBOUR_ALIGN_START,
  TAMBOUR_ALIGN_MIDDLE,
  TAMBOUR_ALIGN_END,
} TambourAlign;

typedef enum
{
  TAMBOUR_WRAP_NONE,      /* one line, as wide as it is */
  TAMBOUR_WRAP_WORDS,     /* after spaces and hyphens, then at any character */
  TAMBOUR_WRAP_BALANCED,  /* the same, with lines of about equal length */
  TAMBOUR_WRAP_ELLIPSIS,  /* one line that ends in an ellipsis when it is too long */
} TambourWrap;

/**
 * TambourTextStyle:
 * @size: in points
 * @line: height of a line, in points
 * @tracking: added to every letter, in points; not for joined scripts
 * @weight: 400, 600 or 700
 * @tabular: figures of equal width, for columns of numbers only
 */
typedef struct
{
  double      size;
  double      line;
  double      tracking;
  int         weight;
  TambourTone tone;
  gboolean    tabular;
} TambourTextStyle;

/**
 * TambourSpan:
 * @text: plain text; nothing in it is ever read as markup
 * @weight: 0 is the style's
 * @tone: %TAMBOUR_TONE_NONE is the style's
 * @size: in points; 0 is the style's
 * @page: the number of the page that it links to, counted from 1; 0 is none
 */
typedef struct
{
  const char *text;
  int         weight;
  TambourTone tone;
  double      size;
  guint       page;
} TambourSpan;

/**
 * TambourTextFit:
 * @width: of the box, in points; not used by %TAMBOUR_WRAP_NONE
 * @max_lines: 0 is any number; the last line ends in an ellipsis if there are more
 */
typedef struct
{
  TambourWrap wrap;
  double      width;
  guint       max_lines;
  gboolean    rtl;
} TambourTextFit;

/**
 * TambourRich:
 *
 * A text in spans, owning its strings. Made by adding, or from one whole
 * translated sentence whose places {0}, {1} … are taken by spans.
 */
typedef struct _TambourRich TambourRich;

TambourRich       *tambour_rich_new          (const char        *text);
TambourRich       *tambour_rich_new_sentence (const char        *sentence,
                                              const TambourSpan *values,
                                              guint              n_values);
void               tambour_rich_free         (TambourRich       *self);
void               tambour_rich_add          (TambourRich       *self,
                                              const char        *text);
void               tambour_rich_add_bold     (TambourRich       *self,
                                              const char        *text);
void               tambour_rich_add_grey     (TambourRich       *self,
                                              const char        *text);
void               tambour_rich_add_page     (TambourRich       *self,
                                              const char        *text,
                                              guint              page);
void               tambour_rich_add_span     (TambourRich       *self,
                                              TambourSpan        span);
void               tambour_rich_add_sentence (TambourRich       *self,
                                              const char        *sentence,
                                              const TambourSpan *values,
                                              guint              n_values);
const TambourSpan *tambour_rich_get_spans    (const TambourRich *self,
                                              guint             *n_spans);
char              *tambour_rich_dup_text     (const TambourRich *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourRich, tambour_rich_free)

void                    tambour_paper_size    (TambourPaper            paper,
                                               double                 *width,
                                               double                 *height);
const TambourTextStyle *tambour_text_style    (TambourPaper            paper,
                                               TambourRole             role);
double                  tambour_text_baseline (const TambourTextStyle *style);

/**
 * TambourGlyphs:
 *
 * A stretch of a line in one font and one colour. @x and the glyphs' places
 * are in points from the line's start and baseline; @offset is where its text
 * starts in that of the shape, in bytes.
 */
typedef struct
{
  cairo_scaled_font_t       *font;
  TambourTone                tone;
  int                        weight;
  double                     size;
  guint                      page;
  double                     x;
  double                     width;
  char                      *text;
  int                        length;
  int                        offset;
  cairo_glyph_t             *glyphs;
  int                        n_glyphs;
  cairo_text_cluster_t      *clusters;
  int                        n_clusters;
  cairo_text_cluster_flags_t flags;
} TambourGlyphs;

typedef struct
{
  double         width;
  TambourGlyphs *runs;
  guint          n_runs;
} TambourLine;

/**
 * TambourShape:
 *
 * A text laid out and shaped, never changed afterwards, shared by all who
 * draw it. @width is that of its widest line.
 */
typedef struct
{
  gatomicrefcount   references;
  TambourTextStyle  style;
  double            width;
  double            height;
  char             *text;
  gboolean          cut;
  TambourLine      *lines;
  guint             n_lines;
} TambourShape;

/**
 * TambourTextNeed:
 * @word: what must stay on one line: a word, or a date or an amount with its unit
 * @whole: all of it on one line
 *
 * How wide a text is, in points.
 */
typedef struct
{
  double word;
  double whole;
} TambourTextNeed;

TambourShape   *tambour_shape_new       (TambourFonts           *fonts,
                                         const TambourTextStyle *style,
                                         const TambourTextFit   *fit,
                                         const TambourSpan      *spans,
                                         guint                   n_spans);
TambourShape   *tambour_shape_new_plain (TambourFonts           *fonts,
                                         const TambourTextStyle *style,
                                         const TambourTextFit   *fit,
                                         const char             *text);
TambourTextNeed tambour_text_measure    (TambourFonts           *fonts,
                                         const TambourTextStyle *style,
                                         gboolean                rtl,
                                         const TambourSpan      *spans,
                                         guint                   n_spans);
TambourShape   *tambour_shape_ref       (TambourShape           *self);
void            tambour_shape_unref     (TambourShape           *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourShape, tambour_shape_unref)

G_END_DECLS
