/* tambour-review-laid.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-report-file.h"
#include "tambour-review.h"

G_BEGIN_DECLS

/**
 * TambourReviewHeld:
 *
 * A report with all that belongs to it, which several threads read. Nobody changes it.
 */
typedef struct
{
  TambourReportFile *file;
} TambourReviewHeld;

TambourReviewHeld *tambour_review_held_new   (TambourReportFile *file);
TambourReviewHeld *tambour_review_held_ref   (TambourReviewHeld *self);
void               tambour_review_held_unref (TambourReviewHeld *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourReviewHeld, tambour_review_held_unref)

TambourReviewLayout tambour_review_held_get_layout (TambourReviewHeld *self);

/**
 * TambourLaidPage:
 * @label: what the page is called by readers
 * @title: (nullable): its line in the outline
 * @text: all that stands on it, for those who do not see it
 * @chapter: what it is about
 */
typedef struct
{
  char           *label;
  char           *title;
  char           *text;
  TambourChapter  chapter;
} TambourLaidPage;

/**
 * TambourLaidChapter:
 * @is_there: there is something to tell
 * @page: its first page, counted from 1; 0 is not in the review
 * @n_pages: how many it has
 * @written: (nullable): the title that the program writes
 * @title: (nullable): the title that is shown
 * @stale: (nullable): the number in the typed title that the data no longer say
 * @is_cut: the typed title does not fit
 * @facts: (element-type TambourFact): the figures that it tells
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
} TambourLaidChapter;

/**
 * TambourReviewLaid:
 * @held: what it tells
 * @shown_as: the deck or the report
 * @width: of a page, in points
 * @height: of a page, in points
 * @pages: (element-type TambourLaidPage): the pages in their order
 * @chapters: by #TambourChapter
 *
 * What is where in a review that was laid out, without the marks: those belong to the thread
 * that laid it out.
 */
typedef struct
{
  TambourReviewHeld   *held;
  TambourReviewLayout  shown_as;
  double               width;
  double               height;
  GPtrArray           *pages;
  TambourLaidChapter   chapters[TAMBOUR_N_CHAPTERS];
} TambourReviewLaid;

TambourReviewLaid *tambour_review_laid_new  (TambourReviewHeld       *held,
                                             TambourReviewLayout      shown_as,
                                             const TambourReviewPlan *plan);
void               tambour_review_laid_free (TambourReviewLaid       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourReviewLaid, tambour_review_laid_free)

G_END_DECLS
