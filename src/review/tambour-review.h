/* tambour-review.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-outline.h"
#include "tambour-shown.h"

G_BEGIN_DECLS

#define TAMBOUR_REVIEW_ERROR (tambour_review_error_quark ())
GQuark tambour_review_error_quark (void);

/**
 * TambourReviewError:
 * @TAMBOUR_REVIEW_ERROR_COLOUR: the brand colour is not a colour
 */
typedef enum
{
  TAMBOUR_REVIEW_ERROR_COLOUR,
} TambourReviewError;

/**
 * TambourReviewFormat:
 * @TAMBOUR_REVIEW_FORMAT_PDF: the pages
 * @TAMBOUR_REVIEW_FORMAT_PPTX: the deck as a presentation that can be edited
 * @TAMBOUR_REVIEW_FORMAT_HTML: the pages as a web page
 * @TAMBOUR_REVIEW_FORMAT_JSON: the evidence: every figure with its formula and records
 * @TAMBOUR_REVIEW_FORMAT_CSV: the same, a line for each figure and each record
 * @TAMBOUR_REVIEW_FORMAT_XLSX: a workbook: figures that can be computed with, and the records
 *
 * What a review is written as. What each is called and who writes it is a line of the
 * table in tambour-review-write.c.
 */
typedef enum
{
  TAMBOUR_REVIEW_FORMAT_PDF,
  TAMBOUR_REVIEW_FORMAT_PPTX,
  TAMBOUR_REVIEW_FORMAT_HTML,
  TAMBOUR_REVIEW_FORMAT_JSON,
  TAMBOUR_REVIEW_FORMAT_CSV,
  TAMBOUR_REVIEW_FORMAT_XLSX,
} TambourReviewFormat;

/**
 * TambourReviewLayout:
 * @TAMBOUR_REVIEW_LAYOUT_DECK: the executive business review, to be shown
 * @TAMBOUR_REVIEW_LAYOUT_REPORT: the annual value report, to be read
 */
typedef enum
{
  TAMBOUR_REVIEW_LAYOUT_DECK,
  TAMBOUR_REVIEW_LAYOUT_REPORT,
} TambourReviewLayout;

/**
 * TambourReviewSettings:
 * @layout: which document
 * @paper: of the report, before what was composed; the deck has its own
 * @language: (nullable): such as `de`; %NULL for the account's, else English
 * @brand_colour: (nullable): such as `#17508f`; %NULL for the account's, else the house's
 * @product: (nullable): whose review it is, at the head of the cover; %NULL for the product
 *   that the cases are about
 * @outline: (nullable): what was composed; %NULL for every chapter as the program writes it
 * @guard: (nullable): looks at every text before anything is written
 * @guard_data: for @guard
 * @watch: (nullable): told of each page that is written, in formats that have pages
 * @watch_data: for @watch
 * @master: (nullable): a company's own .pptx whose slide master presentations stand on, with
 *   its brand colour unless @brand_colour says another
 *
 * What a review depends on besides its facts. All zero is a good start.
 */
typedef struct
{
  TambourReviewLayout  layout;
  TambourReviewPaper   paper;
  const char          *language;
  const char          *brand_colour;
  const char          *product;
  const char          *master;
  TambourOutline      *outline;
  TambourGuardFunc     guard;
  gpointer             guard_data;
  TambourPageWatch     watch;
  gpointer             watch_data;
} TambourReviewSettings;

/**
 * TambourReviewChapter:
 * @is_there: there is something to tell, so that it can be in the review
 * @page: its first page, counted from 1; 0 is not in the review
 * @n_pages: how many it has
 * @written: (nullable): the title that the program writes
 * @title: (nullable): the title that is shown
 * @stale: (nullable): the number in the typed title that the data no longer say
 * @is_cut: the typed title does not fit in its two lines
 * @facts: (element-type TambourFact): the figures that it tells, in the order of the facts
 *
 * What became of a chapter, in the deck or in the report, where several may share a page.
 */
typedef struct
{
  gboolean   is_there;
  guint      page;
  guint      n_pages;
  char      *written;
  char      *title;
  char      *stale;
  gboolean   is_cut;
  GPtrArray *facts;
} TambourReviewChapter;

/**
 * TambourReviewPlan:
 * @document: the pages
 * @chapters: by #TambourChapter
 *
 * A review that is laid out, and what is where in it.
 */
typedef struct
{
  TambourDocument      *document;
  TambourReviewChapter  chapters[TAMBOUR_N_CHAPTERS];
} TambourReviewPlan;

TambourReviewPlan *tambour_review_plan_new  (TambourFacts                 *facts,
                                             const TambourReviewSettings  *settings,
                                             GError                      **error);
void               tambour_review_plan_free (TambourReviewPlan            *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourReviewPlan, tambour_review_plan_free)

TambourPaper     tambour_review_find_paper           (TambourReviewPaper            paper,
                                                      const char                   *language,
                                                      const char                   *other);
TambourDocument *tambour_review_layout               (TambourFacts                 *facts,
                                                      const TambourReviewSettings  *settings,
                                                      GError                      **error);
void             tambour_review_use_language         (TambourFacts                 *facts,
                                                      const TambourReviewSettings  *settings);
gboolean         tambour_review_guard                (TambourFacts                 *facts,
                                                      const TambourReviewSettings  *settings,
                                                      TambourDocument              *document,
                                                      TambourShown                 *shown,
                                                      GError                      **error);
gboolean         tambour_review_write                (TambourFacts                 *facts,
                                                      const TambourReviewSettings  *settings,
                                                      TambourReviewFormat           format,
                                                      const char                   *path,
                                                      GError                      **error);

gboolean         tambour_review_format_find          (const char                   *name,
                                                      TambourReviewFormat          *format);
const char      *tambour_review_format_get_extension (TambourReviewFormat           format);
char            *tambour_review_format_dup_names     (const char                   *between);

G_END_DECLS
