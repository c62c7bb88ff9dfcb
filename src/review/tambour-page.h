/* tambour-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-document.h"
#include "tambour-table.h"

G_BEGIN_DECLS

/* The deck, in points (REPORT-DESIGN section 1). */
#define TAMBOUR_DECK_MARGIN      48.0
#define TAMBOUR_DECK_WIDTH       864.0
#define TAMBOUR_DECK_BODY        116.0
#define TAMBOUR_DECK_BODY_END    486.0
#define TAMBOUR_REPORT_WIDTH     492.0
#define TAMBOUR_REPORT_HEIGHT    676.0

double tambour_deck_x (guint column);
double tambour_deck_w (guint columns);

/**
 * TambourPageFrame:
 * @label: the section
 * @title: a sentence with a verb; %NULL on a page of the report that goes on
 * @shorter: another wording for when @title does not fit in two lines, or %NULL
 * @source: definitions needed to read the page and "Sources: …"
 * @footer: account, document, period; in the report the period alone, which @source follows
 * @number: "4", "A1"
 * @account: starts the running head of the report; the deck has none
 * @document: ends the running head of the report
 */
typedef struct
{
  const char *label;
  const char *title;
  const char *shorter;
  const char *source;
  const char *footer;
  const char *number;
  const char *account;
  const char *document;
} TambourPageFrame;

/**
 * TambourTile:
 * @change: "+42%", or %NULL when there is nothing to compare
 * @before: "from €86.9k"
 * @note: said instead of a change: "First agreement year: no earlier figure to compare"
 * @current: the bar; %NAN is no bars
 * @earlier: last year's bar
 * @full: what the full width stands for
 * @label_height: at least so much is kept for the label, so that the numbers of tiles side by side are level
 * @change_height: at least so much is kept for the change, so that the bars of tiles side by side are level
 */
typedef struct
{
  const char *label;
  const char *value;
  const char *change;
  const char *before;
  const char *note;
  double      current;
  double      earlier;
  double      full;
  double      label_height;
  double      change_height;
  gboolean    accent;
} TambourTile;

/**
 * TambourFactLine:
 *
 * A line of a small table without rules: a grey word and what it stands for.
 */
typedef struct
{
  const char *name;
  const char *value;
} TambourFactLine;

/**
 * TambourPageStep:
 * @note: who, below the text, or %NULL
 */
typedef struct
{
  const char *date;
  const char *text;
  const char *note;
} TambourPageStep;

/**
 * TambourPageCover:
 *
 * The first page without its picture, which stands at 564, 62 of the panel.
 */
typedef struct
{
  const char        *product;
  const char        *label;
  const char        *name;
  const char        *verdict;
  const TambourFactLine *facts;
  guint              n_facts;
  const char        *caption;
  const char        *confidential;
} TambourPageCover;

/**
 * TambourPageBand:
 * @shorter: another wording for when @title does not fit in two lines, or %NULL
 *
 * The head of the report's first page.
 */
typedef struct
{
  const char *product;
  const char *label;
  const char *name;
  const char *period;
  const char *prepared;
  const char *title;
  const char *shorter;
  const char *footer;
  const char *number;
} TambourPageBand;

void   tambour_page_cover       (TambourCanvas           *canvas,
                                 const TambourPageCover  *cover);
double tambour_page_frame       (TambourCanvas           *canvas,
                                 const TambourPageFrame  *frame);
void   tambour_page_body_origin (TambourCanvas           *canvas,
                                 double                  *x,
                                 double                  *y);
double tambour_page_section     (TambourCanvas           *canvas,
                                 double                   y,
                                 const TambourPageFrame  *frame);
double tambour_page_band        (TambourCanvas           *canvas,
                                 const TambourPageBand   *band);

double tambour_page_head        (TambourCanvas           *canvas,
                                 double                   x,
                                 double                   y,
                                 double                   width,
                                 const char              *text,
                                 const char              *addition);
double tambour_page_ruled_head  (TambourCanvas           *canvas,
                                 double                   x,
                                 double                   y,
                                 double                   width,
                                 TambourTone              tone,
                                 const char              *text,
                                 const char              *addition);
double tambour_page_paragraph   (TambourCanvas           *canvas,
                                 double                   x,
                                 double                   y,
                                 double                   width,
                                 TambourRole              role,
                                 const TambourRich       *rich);
double tambour_page_text        (TambourCanvas           *canvas,
                                 double                   x,
                                 double                   y,
                                 double                   width,
                                 TambourRole              role,
                                 const char              *text);
double tambour_page_points      (TambourCanvas           *canvas,
                                 double                   x,
                                 double                   y,
                                 double                   width,
                                 TambourRich * const     *points,
                                 guint                    n_points);
double tambour_page_tile        (TambourCanvas           *canvas,
                                 double                   x,
                                 double                   y,
                                 double                   width,
                                 const TambourTile       *tile);
void   tambour_page_tile_level  (TambourCanvas           *canvas,
                                 double                   width,
                                 TambourTile            **tiles,
                                 guint                    n_tiles);
double tambour_page_signs       (TambourCanvas           *canvas,
                                 double                   x,
                                 double                   y,
                                 double                   width,
                                 const TambourSign       *signs,
                                 guint                    n_signs,
                                 const char              *alternative);
double tambour_page_facts       (TambourCanvas           *canvas,
                                 double                   x,
                                 double                   y,
                                 double                   name_width,
                                 double                   width,
                                 const TambourFactLine   *facts,
                                 guint                    n_facts);
double tambour_page_steps       (TambourCanvas           *canvas,
                                 double                   x,
                                 double                   y,
                                 double                   width,
                                 const TambourPageStep   *steps,
                                 guint                    n_steps);
double tambour_page_empty       (TambourCanvas           *canvas,
                                 double                   x,
                                 double                   y,
                                 double                   width,
                                 double                   height,
                                 const char              *number,
                                 const char              *text,
                                 const char              *note);

G_END_DECLS
