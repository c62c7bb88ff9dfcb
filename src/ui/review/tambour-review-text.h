/* tambour-review-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-portfolio.h"
#include "tambour-review-laid.h"

G_BEGIN_DECLS

/**
 * TambourReviewPart:
 * @chapter: what it is about
 * @is_in: it is in the review
 * @is_there: there is something to tell
 * @can_move: the cover stays first, the appendix last
 * @needs_work: something about it is to be looked at
 * @state: what there is to say about it, for people
 *
 * A section as the list of sections shows it.
 */
typedef struct
{
  TambourChapter  chapter;
  gboolean        is_in;
  gboolean        is_there;
  gboolean        can_move;
  gboolean        needs_work;
  char           *state;
} TambourReviewPart;

const char *tambour_review_text_chapter   (TambourChapter           chapter);
void        tambour_review_text_part      (TambourReviewPart       *part,
                                           const TambourReviewLaid *layout,
                                           TambourOutline          *outline,
                                           TambourChapter           chapter);
gboolean    tambour_review_text_can_leave (TambourChapter           chapter);
const char *tambour_review_text_hint      (TambourChapter           chapter,
                                           TambourReviewLayout      shown_as);

char       *tambour_review_text_shown     (const TambourFact       *fact,
                                           TambourFacts            *facts);
char       *tambour_review_text_name      (const TambourFact       *fact);
char       *tambour_review_text_source    (const TambourFact       *fact);
char       *tambour_review_text_change    (const TambourFact       *fact,
                                           TambourFacts            *facts,
                                           TambourOutline          *outline,
                                           TambourInstant           now);
guint       tambour_review_text_n_changed (GPtrArray               *facts,
                                           TambourFacts            *all,
                                           TambourOutline          *outline);

const char *tambour_review_text_document  (const TambourReportFile *file,
                                           TambourReviewLayout      shown_as);
char       *tambour_review_text_period    (TambourReport           *report);
char       *tambour_review_text_subtitle  (const TambourReportFile *file,
                                           TambourInstant           now);

G_END_DECLS
