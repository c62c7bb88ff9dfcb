/* tambour-annual.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-pages.h"

G_BEGIN_DECLS

/**
 * TambourAnnualPart:
 *
 * The parts of the annual value report, in their usual order. A part that does not fit below the
 * one before begins a page.
 */
typedef enum
{
  TAMBOUR_ANNUAL_OPENING,
  TAMBOUR_ANNUAL_GOALS,
  TAMBOUR_ANNUAL_SERVICE,
  TAMBOUR_ANNUAL_CONTINUITY,
  TAMBOUR_ANNUAL_PRODUCT,
  TAMBOUR_ANNUAL_LEARNING,
  TAMBOUR_ANNUAL_VALUE,
  TAMBOUR_ANNUAL_PLANS,
  TAMBOUR_ANNUAL_DEFINITIONS,
} TambourAnnualPart;

#define TAMBOUR_N_ANNUAL_PARTS (TAMBOUR_ANNUAL_DEFINITIONS + 1)

/* Two columns of text, in points (REPORT-DESIGN section 1). */
#define TAMBOUR_ANNUAL_COLUMN 234.0
#define TAMBOUR_ANNUAL_SECOND 258.0

/* Space above and below the head of a block, and between two columns and what is above them. */
#define TAMBOUR_ANNUAL_ABOVE_HEAD 19.5
#define TAMBOUR_ANNUAL_BELOW_HEAD 6.5
#define TAMBOUR_ANNUAL_ABOVE_TWO  15.0

/* Space between a part and one that goes on below it. */
#define TAMBOUR_ANNUAL_ABOVE_PART 32.5

/**
 * TambourAnnualSpan:
 * @n_pages: that it takes
 * @first: where the first of its blocks ends, which has to stand below its title
 * @end: where it ends on the last of them, both in points from the top of the body
 * @source: the height of the line that names its sources
 *
 * How long a part is.
 */
typedef struct
{
  guint  n_pages;
  double first;
  double end;
  double source;
} TambourAnnualSpan;

/**
 * TambourAnnualPlace:
 * @first: the page on which it begins, counted from 1; 0 is not in the report
 * @last: the page on which it ends
 *
 * Where a chapter is told.
 */
typedef struct
{
  guint first;
  guint last;
} TambourAnnualPlace;

/**
 * TambourAnnual:
 * @pages: the findings and what is told where; its numbers are pages of the report
 * @facts: what it tells
 * @document: where pages are added
 * @period: the dates, at the foot of every page
 * @running: what the document is called, at the head of every page
 * @order: the parts of this report, as they follow one another
 * @n_parts: how many
 * @defines_in_plans: the definitions end the part about next year
 * @starts: the page on which each part begins, counted from 1; 0 is not in the report
 * @told: the page on which each was said to begin
 * @goes_on: the part that is drawn goes on below the one before
 * @spans: how long each part is by itself
 * @is_placed: parts are where they will be, below others if there is room
 * @part: the part that is drawn
 * @chapter: that is told
 * @is_awaited: its first block may still go on to a new page
 * @places: where each chapter is told
 * @words: around its pages
 * @canvas: the page that is drawn
 * @x: where its body begins
 * @top: where its text begins
 * @y: where it goes on
 * @bottom: where it ends
 *
 * The annual value report while it is composed (REPORT-DESIGN section 4): a
 * text that flows, unlike the deck, whose blocks have fixed places.
 */
typedef struct
{
  TambourPages      *pages;
  TambourFacts      *facts;
  TambourDocument   *document;
  char              *period;
  const char        *running;
  TambourAnnualPart  order[TAMBOUR_N_ANNUAL_PARTS];
  guint              n_parts;
  gboolean           defines_in_plans;
  guint              starts[TAMBOUR_N_ANNUAL_PARTS];
  guint              told[TAMBOUR_N_ANNUAL_PARTS];
  gboolean           goes_on;
  TambourAnnualSpan  spans[TAMBOUR_N_ANNUAL_PARTS];
  gboolean           is_placed;
  TambourAnnualPart  part;
  TambourChapter     chapter;
  gboolean           is_awaited;
  TambourAnnualPlace places[TAMBOUR_N_CHAPTERS];
  TambourPageWords   words;
  TambourCanvas     *canvas;
  double             x;
  double             top;
  double             y;
  double             bottom;
} TambourAnnual;

TambourAnnual *tambour_annual_new  (TambourFacts        *facts,
                                    const char          *product,
                                    TambourDocument     *document,
                                    TambourOutline      *outline,
                                    const TambourAnnual *before);
void           tambour_annual_free (TambourAnnual       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourAnnual, tambour_annual_free)

void        tambour_annual_number       (TambourAnnual       *self,
                                         const TambourAnnual *before);
void        tambour_annual_compose      (TambourAnnual       *self);
gboolean    tambour_annual_goes_on      (TambourAnnual       *self,
                                         TambourAnnualPart    part);
gboolean    tambour_annual_is_settled   (TambourAnnual       *self);

void        tambour_annual_begin        (TambourAnnual       *self,
                                         TambourAnnualPart    part,
                                         TambourPageWords     words);
void        tambour_annual_tell         (TambourAnnual       *self,
                                         TambourChapter       chapter);
void        tambour_annual_need         (TambourAnnual       *self,
                                         double               height);
void        tambour_annual_use          (TambourAnnual       *self,
                                         TambourFact         *fact);
void        tambour_annual_head         (TambourAnnual       *self,
                                         const char          *head,
                                         const char          *addition,
                                         double               keep);
double      tambour_annual_column_head  (TambourAnnual       *self,
                                         double               x,
                                         double               y,
                                         double               width,
                                         const char          *head);
void        tambour_annual_text         (TambourAnnual       *self,
                                         TambourRole          role,
                                         const char          *text);
void        tambour_annual_rich         (TambourAnnual       *self,
                                         const TambourRich   *rich);
void        tambour_annual_caption      (TambourAnnual       *self,
                                         const char          *text);
double      tambour_annual_measure_text (TambourAnnual       *self,
                                         double               width,
                                         TambourRole          role,
                                         const char          *text);
double      tambour_annual_measure_rich (TambourAnnual       *self,
                                         double               width,
                                         TambourRole          role,
                                         const TambourRich   *rich);
void        tambour_annual_columns      (TambourAnnual       *self,
                                         GPtrArray           *texts);
double      tambour_annual_keep         (TambourTable        *table,
                                         double               width);
void        tambour_annual_table        (TambourAnnual       *self,
                                         TambourTable        *table,
                                         const char          *caption);

void        tambour_annual_column_table (TambourAnnual       *self,
                                         TambourTable        *table,
                                         double               y,
                                         double               width);

TambourDate tambour_annual_agreed_on    (TambourFacts        *facts);

/* What a person composed. */
TambourAnnualPart tambour_annual_get_part      (TambourChapter      chapter);
gboolean          tambour_annual_tells         (TambourAnnual      *self,
                                                TambourChapter      chapter);
TambourChapter    tambour_annual_get_leader    (TambourAnnual      *self,
                                                TambourAnnualPart   part);
gboolean          tambour_annual_is_there      (TambourAnnual      *self,
                                                TambourChapter      chapter);
char             *tambour_annual_take_title    (TambourAnnual      *self,
                                                TambourAnnualPart   part,
                                                char               *written,
                                                char              **shorter);
char             *tambour_annual_take_head     (TambourAnnual      *self,
                                                TambourChapter      chapter,
                                                char               *written);
void              tambour_annual_words         (TambourAnnual      *self,
                                                TambourAnnualPart   part);
void              tambour_annual_words_of_year (TambourAnnual      *self);

/* The parts. */
void     tambour_annual_opening     (TambourAnnual *self);
void     tambour_annual_contents    (TambourAnnual *self);
void     tambour_annual_goals       (TambourAnnual *self);
void     tambour_annual_service     (TambourAnnual *self);
void     tambour_annual_continuity  (TambourAnnual *self);
void     tambour_annual_product     (TambourAnnual *self);
void     tambour_annual_audits      (TambourAnnual *self);
void     tambour_annual_learning    (TambourAnnual *self);
void     tambour_annual_value       (TambourAnnual *self);
void     tambour_annual_plans       (TambourAnnual *self);
void     tambour_annual_definitions (TambourAnnual *self);

gboolean tambour_annual_has_plans   (TambourAnnual *self);

G_END_DECLS
