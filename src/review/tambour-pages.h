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
 * @told: (element-type TambourFact TambourFact): by chapter, the figures that it tells
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
  GHashTable      *told[TAMBOUR_N_CHAPTERS];

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

/**
 * TambourPagesPlace:
 * @x: left edge, in points
 * @head: where its head stands
 * @top: where begins what stands below the head
 * @width: in points
 * @height: that there is for what stands below the head
 * @labels: width of the names that stand before it; longer ones may have more
 *
 * Where a block stands, on a page of the deck or of the annual value report.
 */
typedef struct
{
  double x;
  double head;
  double top;
  double width;
  double height;
  double labels;
} TambourPagesPlace;

/**
 * TambourPagesShare:
 * @name: what it is called below the one before
 * @alone: (nullable): what it is called by itself, if that is another name
 * @inside: (nullable): its name within a sentence, or %NULL if another one stands for it
 *
 * A share that one owner for every case is measured by.
 */
typedef struct
{
  const char  *name;
  const char  *alone;
  const char  *inside;
  TambourFact *fact;
} TambourPagesShare;

#define TAMBOUR_N_SHARES 6

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
char          *tambour_pages_month      (TambourDate        date,
                                         const char        *form);
double         tambour_pages_draw_more  (TambourCanvas     *canvas,
                                         double             x,
                                         double             y,
                                         double             width,
                                         guint              n);
TambourCase   *tambour_pages_find_case  (TambourPages      *self,
                                         const char        *id);
GStrv          tambour_pages_durations  (void);
char          *tambour_pages_reason     (const TambourFact *fact);
void           tambour_pages_use_on     (TambourPages      *self,
                                         guint              number,
                                         TambourFact       *fact);
void           tambour_pages_note       (TambourPages      *self,
                                         TambourChapter     chapter,
                                         TambourFact       *fact);
double         tambour_pages_paragraph  (TambourCanvas     *canvas,
                                         double             x,
                                         double             y,
                                         double             width,
                                         const TambourRich *text,
                                         double             end);
double         tambour_pages_column     (TambourCanvas     *canvas,
                                         const char        *head,
                                         double             width,
                                         double             after);
char          *tambour_pages_more       (guint              n,
                                         guint              n_shown);

char          *tambour_pages_read_on    (TambourFacts      *facts,
                                         const char        *sentence);
void           tambour_pages_notes      (TambourPages      *self);

void           tambour_pages_cover      (TambourPages      *self);
void           tambour_pages_year       (TambourPages      *self);
void           tambour_pages_goals      (TambourPages      *self);
void           tambour_pages_service    (TambourPages      *self);
void           tambour_pages_continuity (TambourPages      *self);
void           tambour_pages_enablement (TambourPages      *self);
void           tambour_pages_value      (TambourPages      *self);
void           tambour_pages_projects   (TambourPages      *self);
void           tambour_pages_decisions  (TambourPages      *self);
void           tambour_pages_usage      (TambourPages      *self);
void           tambour_pages_audit      (TambourPages      *self);
void           tambour_pages_requests   (TambourPages      *self);
void           tambour_pages_appendix   (TambourPages      *self);

/* Figures and the lines that define them. */
const char *tambour_pages_anchor       (TambourPages      *self,
                                        const TambourFact *fact);
void        tambour_pages_begin_figure (TambourPages      *self,
                                        TambourCanvas     *canvas,
                                        TambourChapter     chapter,
                                        TambourFact       *fact);

/* The left part of the page of continuity. */
void tambour_pages_escalations    (TambourPages  *self,
                                   TambourCanvas *canvas);
void tambour_pages_no_escalations (TambourPages  *self,
                                   TambourCanvas *canvas);

/* The four blocks of the page about cases. Their height is that of what stands below the head. */
double tambour_pages_months      (TambourPages            *self,
                                  TambourCanvas           *canvas,
                                  const TambourPagesPlace *place);
double tambour_pages_resolve     (TambourPages            *self,
                                  TambourCanvas           *canvas,
                                  const TambourPagesPlace *place);
void   tambour_pages_response    (TambourPages            *self,
                                  TambourCanvas           *canvas);
double tambour_pages_causes      (TambourPages            *self,
                                  TambourCanvas           *canvas,
                                  const TambourPagesPlace *place);
void   tambour_pages_causes_line (TambourPages            *self,
                                  TambourCanvas           *canvas);
/* The left part of the page of usage, and where its axis starts. */
void   tambour_pages_protection       (TambourPages  *self,
                                       TambourCanvas *canvas);
double tambour_pages_protection_start (TambourFacts  *facts);
/* The right part of the page of the audit. */
void   tambour_pages_ledger         (TambourPages  *self,
                                     TambourCanvas *canvas);

double tambour_pages_response_start (TambourFacts  *facts);

/* What the annual value report says in the same words. */
const char  *tambour_pages_goal_sign        (TambourGoalOutcome          outcome,
                                             TambourSign                *sign);
char        *tambour_pages_goal_target      (const TambourGoalFact      *goal);
void         tambour_pages_goal_progress    (TambourTable               *table,
                                             const TambourGoalFact      *goal);
const char  *tambour_pages_priority         (TambourPriority             priority);
char        *tambour_pages_target           (const TambourTarget        *target);
void         tambour_pages_list_shares      (TambourFacts               *facts,
                                             TambourPagesShare           shares[TAMBOUR_N_SHARES]);
GPtrArray   *tambour_pages_list_short       (TambourFacts               *facts);
char        *tambour_pages_none_escalated   (TambourFacts               *facts);
char        *tambour_pages_cases_checked    (TambourFacts               *facts);
char        *tambour_pages_closest          (TambourFacts               *facts);
const char  *tambour_pages_request_group    (const TambourRequestFact   *request,
                                             gboolean                    alternatives);
double       tambour_pages_coverage         (TambourPages               *self,
                                             TambourCanvas              *canvas,
                                             const TambourPagesPlace    *place,
                                             const char                 *addition);
double       tambour_pages_devices          (TambourPages               *self,
                                             TambourCanvas              *canvas,
                                             const TambourPagesPlace    *place,
                                             const char                 *head);
double       tambour_pages_groups           (TambourPages               *self,
                                             TambourCanvas              *canvas,
                                             const TambourPagesPlace    *place,
                                             const char                 *head);
double       tambour_pages_take_up          (TambourPages               *self,
                                             TambourCanvas              *canvas,
                                             const TambourPagesPlace    *place,
                                             const char                 *head);
void         tambour_pages_training         (TambourTable               *table,
                                             const TambourTrainingFact  *training);
void         tambour_pages_about_need       (TambourFacts               *facts,
                                             TambourRich               **about,
                                             TambourRich               **open,
                                             TambourRich               **planned);
TambourMoney tambour_pages_money            (TambourFacts               *facts,
                                             double                      minor);
void         tambour_pages_value_parts      (TambourFacts               *facts,
                                             double                     *full,
                                             double                     *shared);
void         tambour_pages_value_line       (TambourTable               *table,
                                             TambourFacts               *facts,
                                             const TambourValueLine     *line);
void         tambour_pages_value_total      (TambourTable               *table,
                                             TambourFacts               *facts);
gboolean     tambour_pages_has_curve        (TambourFacts               *facts);
double       tambour_pages_curve            (TambourPages               *self,
                                             TambourCanvas              *canvas,
                                             const TambourPagesPlace    *place,
                                             const char                 *alternative);
GPtrArray   *tambour_pages_list_not_counted (TambourFacts               *facts);
char        *tambour_pages_rate             (const TambourRateFact      *rate);
void         tambour_pages_project_reason   (TambourTable               *table,
                                             const TambourProjectFact   *project);
void         tambour_pages_grade            (TambourTable               *table,
                                             gint64                      grade,
                                             gboolean                    strong);
GPtrArray   *tambour_pages_list_used        (TambourPages               *self);
char        *tambour_pages_dup_numbers      (TambourPages               *self,
                                             const char                 *name);

G_END_DECLS
