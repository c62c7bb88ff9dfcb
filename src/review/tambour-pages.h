/* tambour-pages.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-findings.h"
#include "tambour-outline.h"
#include "tambour-page.h"

G_BEGIN_DECLS

/**
 * TambourPagesChapter:
 * @label: (nullable): its section
 * @written: (nullable): the title that the program writes; @title: the one that is shown
 * @is_cut: the title that was typed does not fit
 * @n_words: how many pages its narrative has of its own
 *
 * What became of a chapter.
 */
typedef struct
{
  char     *label;
  char     *written;
  char     *title;
  gboolean  is_cut;
  guint     n_words;
} TambourPagesChapter;

/**
 * TambourPages:
 * @facts: what they tell
 * @product: (nullable): whose review it is
 * @document: where they are added
 * @footer: the same on every page
 * @numbers: by chapter, counted from 1; 0 is not in the deck, and is never referred to
 * @findings: (element-type TambourStatement): of the year
 * @uses: a figure to the pages that tell it (a GArray of guint)
 * @outline: (nullable): what a person composed
 * @composed: by chapter, what became of it
 *
 * The pages of a deck while they are composed (REPORT-DESIGN section 4).
 */
typedef struct
{
  TambourFacts    *facts;
  const char      *product;
  TambourDocument *document;
  char            *footer;
  guint            numbers[TAMBOUR_N_CHAPTERS];
  GPtrArray       *findings;
  GHashTable      *uses;

  TambourOutline  *outline;
  TambourPagesChapter composed[TAMBOUR_N_CHAPTERS];
} TambourPages;

/**
 * TambourPageWords:
 *
 * The words around a page; taken by tambour_pages_begin().
 */
typedef struct
{
  const char *label;
  char       *title;
  char       *shorter;
  char       *source;
} TambourPageWords;

TambourPages *tambour_pages_new  (TambourFacts    *facts,
                                  const char      *product,
                                  TambourDocument *document);
void          tambour_pages_free (TambourPages    *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourPages, tambour_pages_free)

void           tambour_pages_compose    (TambourPages      *self);

TambourCanvas *tambour_pages_begin      (TambourPages      *self,
                                         TambourChapter     chapter,
                                         TambourPageWords   words);
void           tambour_pages_use        (TambourPages      *self,
                                         TambourChapter     chapter,
                                         TambourFact       *fact);
void           tambour_pages_refer      (TambourPages      *self,
                                         TambourRich       *text,
                                         TambourChapter     chapter);
char          *tambour_pages_prior      (TambourPages      *self,
                                         TambourFact       *fact,
                                         const char        *was);
void           tambour_pages_head       (TambourCanvas     *canvas,
                                         double             x,
                                         double             y,
                                         double             width,
                                         const char        *head,
                                         const char        *addition);
TambourCase   *tambour_pages_find_case  (TambourPages      *self,
                                         const char        *id);
GStrv          tambour_pages_durations  (void);
char          *tambour_pages_reason     (const TambourFact *fact);

void           tambour_pages_cover      (TambourPages      *self);
void           tambour_pages_year       (TambourPages      *self);
void           tambour_pages_goals      (TambourPages      *self);
void           tambour_pages_service    (TambourPages      *self);
void           tambour_pages_continuity (TambourPages      *self);
void           tambour_pages_appendix   (TambourPages      *self);

/* The left part of the page of continuity. */
void tambour_pages_escalations    (TambourPages  *self,
                                   TambourCanvas *canvas);
void tambour_pages_no_escalations (TambourPages  *self,
                                   TambourCanvas *canvas);

/* The four blocks of the page about cases. */
void   tambour_pages_months         (TambourPages  *self,
                                     TambourCanvas *canvas);
void   tambour_pages_resolve        (TambourPages  *self,
                                     TambourCanvas *canvas);
void   tambour_pages_response       (TambourPages  *self,
                                     TambourCanvas *canvas);
void   tambour_pages_causes         (TambourPages  *self,
                                     TambourCanvas *canvas);

double tambour_pages_response_start (TambourFacts  *facts);

G_END_DECLS
