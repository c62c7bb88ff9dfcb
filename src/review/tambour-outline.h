/* tambour-outline.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-findings.h"

G_BEGIN_DECLS

#define TAMBOUR_OUTLINE_ERROR (tambour_outline_error_quark ())
GQuark tambour_outline_error_quark (void);

/**
 * TambourOutlineError:
 * @TAMBOUR_OUTLINE_ERROR_NEWER: written by a newer version in a form that this one must not touch
 */
typedef enum
{
  TAMBOUR_OUTLINE_ERROR_NEWER,
} TambourOutlineError;

/**
 * TambourOutlinePart:
 * @chapter: what it is about
 * @is_out: it is left out, whatever is typed for it
 * @title: (nullable): the title that was typed instead of the written one; figures stand in it as
 *   `{cases.opened}`
 * @written: (nullable): the title that the program had written when @title was typed: a number that
 *   was taken over from it and that the program would no longer write is stale
 * @is_of_report: @written is what the annual value report had, not the deck
 * @narrative: (nullable): Markdown, with figures as `{cases.opened}`
 *
 * What was composed for a chapter.
 */
typedef struct
{
  TambourChapter  chapter;
  gboolean        is_out;
  char           *title;
  char           *written;
  gboolean        is_of_report;
  char           *narrative;

  /*< private >*/
  char           *extra;
} TambourOutlinePart;

/**
 * TambourOutlineCheck:
 * @key: of a figure
 * @text: as it was shown when somebody looked
 * @at: when that was
 * @by: (nullable): who
 */
typedef struct
{
  char           *key;
  char           *text;
  TambourInstant  at;
  char           *by;
} TambourOutlineCheck;

/**
 * TambourReviewPaper:
 * @TAMBOUR_REVIEW_PAPER_USUAL: what is usual where the language is spoken
 * @TAMBOUR_REVIEW_PAPER_A4: A4
 * @TAMBOUR_REVIEW_PAPER_LETTER: US Letter
 *
 * What the report is printed on; both papers carry the same text.
 */
typedef enum
{
  TAMBOUR_REVIEW_PAPER_USUAL,
  TAMBOUR_REVIEW_PAPER_A4,
  TAMBOUR_REVIEW_PAPER_LETTER,
} TambourReviewPaper;

/**
 * TambourOutline:
 * @parts: every chapter once, in the order of the review; the cover stays first, the
 *   appendix last
 * @checks: (element-type TambourOutlineCheck): by key
 * @paper: what somebody chose for the annual value report
 *
 * What a person composes of a review: which chapters are in and in which order, titles and
 * narratives, the paper of the report, and which figures were looked at. Deck and report share
 * it. Kept in the narrative of the report as JSON:
 *
 *     {"document": "tambour-outline", "format": 1, "paper": "letter",
 *      "chapters": [{"chapter": "goals", "out": true, "title": "…", "written": "…", "written_in": "report",
 *                    "narrative": "…"}, …],
 *      "checked": [{"key": "cases.opened", "text": "41", "at": "2026-11-18T09:00:00Z", "by": "…"}, …]}
 *
 * Nothing that was typed is lost: text of another form is the narrative of the year, and
 * members and chapters that this version does not know are written back as they came.
 */
typedef struct
{
  TambourOutlinePart  parts[TAMBOUR_N_CHAPTERS];
  GPtrArray          *checks;
  TambourReviewPaper  paper;

  /*< private >*/
  char               *extra;
  GPtrArray          *unknown;
} TambourOutline;

TambourOutline *tambour_outline_new  (void);
void            tambour_outline_free (TambourOutline *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourOutline, tambour_outline_free)

TambourOutline            *tambour_outline_parse         (const char      *text,
                                                          GError         **error);
char                      *tambour_outline_write         (TambourOutline  *self);

TambourOutlinePart        *tambour_outline_find          (TambourOutline  *self,
                                                          TambourChapter   chapter);
void                       tambour_outline_move          (TambourOutline  *self,
                                                          TambourChapter   chapter,
                                                          guint            position);
void                       tambour_outline_set_title     (TambourOutline  *self,
                                                          TambourChapter   chapter,
                                                          const char      *title,
                                                          const char      *written,
                                                          gboolean         is_of_report);
void                       tambour_outline_set_narrative (TambourOutline  *self,
                                                          TambourChapter   chapter,
                                                          const char      *narrative);
void                       tambour_outline_check         (TambourOutline  *self,
                                                          const char      *key,
                                                          const char      *text,
                                                          TambourInstant   at,
                                                          const char      *by);
const TambourOutlineCheck *tambour_outline_find_check    (TambourOutline  *self,
                                                          const char      *key);
const char                *tambour_chapter_nick          (TambourChapter   chapter);
gboolean                   tambour_chapter_find          (const char      *nick,
                                                          TambourChapter  *chapter);

G_END_DECLS
