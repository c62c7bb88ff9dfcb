/* tambour-rollup.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-document.h"
#include "tambour-facts.h"
#include "tambour-health.h"
#include "tambour-outline.h"

G_BEGIN_DECLS

/**
 * TambourRollupFigure:
 * @key: of the fact
 * @name: N_() what it is called
 * @metric: (nullable): the key in METRICS.md
 * @formula: N_() how it is computed
 * @source: N_() from which kinds of record
 * @adds_up: of several accounts together it is their sum
 * @now: in the period; @prior: in the year before. Without the records
 *
 * A figure that managers compare accounts by.
 */
typedef struct
{
  const char     *key;
  const char     *name;
  const char     *metric;
  const char     *formula;
  const char     *source;
  TambourUnit     unit;
  gboolean        adds_up;
  TambourMeasure  now;
  TambourMeasure  prior;
} TambourRollupFigure;

/**
 * TambourRollupLine:
 * @figures: (element-type TambourRollupFigure): in a fixed order
 * @currency: of the amounts; empty where there is none
 * @is_out: by chapter: somebody left it out, or there is nothing to tell
 * @is_retitled: by chapter: its title was typed
 * @sources: (element-type utf8): N_() sources of which nothing was measured
 * @is_unbalanced: the findings do not add up
 * @cases: opened, by priority
 * @n_met: first answers in time
 * @n_decided: first answers that were given or due
 * @plan: (nullable): what its plan is called
 * @tam: (nullable): who looks after it at the end of the period
 * @before: the first and the last day that it is compared with
 *
 * What managers are told of an account. Never part of a customer's file.
 */
typedef struct
{
  GArray    *figures;
  char       currency[4];
  gboolean   is_out[TAMBOUR_N_CHAPTERS];
  gboolean   is_retitled[TAMBOUR_N_CHAPTERS];
  GPtrArray *sources;
  gboolean   is_unbalanced;
  guint      cases[TAMBOUR_N_PRIORITIES];
  gint64     n_met;
  gint64     n_decided;
  char      *plan;
  char      *tam;
  TambourDate before[2];
} TambourRollupLine;

TambourRollupLine *tambour_rollup_line_new  (TambourFacts      *facts,
                                             TambourOutline    *outline);
void               tambour_rollup_line_free (TambourRollupLine *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourRollupLine, tambour_rollup_line_free)

/**
 * TambourRollup:
 * @all: (element-type TambourReviewsDone): what became of each account
 * @from: the first day of the period
 * @to: the day after its last one
 * @created: when it was read
 * @language: (nullable): such as `de`; English if the program does not speak it
 * @paper: of the document
 *
 * All accounts in one document, for managers.
 */
typedef struct
{
  GPtrArray      *all;
  TambourDate     from;
  TambourDate     to;
  TambourInstant  created;
  const char     *language;
  TambourPaper    paper;
} TambourRollup;

/* tambour-rollup.c */
gboolean tambour_rollup_write (const TambourRollup  *self,
                               const char           *path,
                               GError              **error);

/* tambour-rollup-book.c */
gboolean tambour_rollup_write_book (const TambourRollup  *self,
                                    const char           *path,
                                    GError              **error);

/* tambour-rollup-paper.c */
TambourDocument *tambour_rollup_layout      (const TambourRollup  *self,
                                             GError              **error);
gboolean         tambour_rollup_write_paper (const TambourRollup  *self,
                                             const char           *path,
                                             GError              **error);

/* tambour-rollup-words.c */
char       *tambour_rollup_say_figure  (const TambourRollupFigure *figure,
                                        gboolean                   prior);
char       *tambour_rollup_say_out     (const TambourRollupLine   *line);
char       *tambour_rollup_say_titles  (const TambourRollupLine   *line);
char       *tambour_rollup_say_sources (const TambourRollupLine   *line);
const char *tambour_rollup_say_health  (TambourHealthLevel         health);

G_END_DECLS
