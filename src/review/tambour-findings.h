/* tambour-findings.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-facts.h"
#include "tambour-text.h"

G_BEGIN_DECLS

/**
 * TambourChapter:
 *
 * The pages of a review, by what they are about, in their order.
 */
typedef enum
{
  TAMBOUR_CHAPTER_COVER,
  TAMBOUR_CHAPTER_YEAR,
  TAMBOUR_CHAPTER_GOALS,
  TAMBOUR_CHAPTER_SERVICE,
  TAMBOUR_CHAPTER_CONTINUITY,
  TAMBOUR_CHAPTER_USAGE,
  TAMBOUR_CHAPTER_AUDITS,
  TAMBOUR_CHAPTER_REQUESTS,
  TAMBOUR_CHAPTER_ENABLEMENT,
  TAMBOUR_CHAPTER_VALUE,
  TAMBOUR_CHAPTER_PROJECTS,
  TAMBOUR_CHAPTER_DECISIONS,
  TAMBOUR_CHAPTER_APPENDIX,
} TambourChapter;

#define TAMBOUR_N_CHAPTERS (TAMBOUR_CHAPTER_APPENDIX + 1)

/**
 * TambourDirection:
 *
 * What became of a figure. A change counts from 5 % or 2 points on ten or more,
 * or from a difference of 2 on small counts (REPORT-DESIGN section 8).
 */
typedef enum
{
  TAMBOUR_DIRECTION_UNKNOWN,
  TAMBOUR_DIRECTION_FELL,
  TAMBOUR_DIRECTION_HELD,
  TAMBOUR_DIRECTION_ROSE,
} TambourDirection;

/**
 * TambourStatement:
 * @went_well: which list it belongs to
 * @must: it has to be said
 * @headline: a big figure tells it too: first on the cover, last in a list
 * @chapter: where it is told in full
 * @fact: (nullable): the figure that it tells
 * @text: the sentence in a list
 * @brief: (nullable): the same as a short whole sentence, without a full stop
 */
typedef struct
{
  gboolean        went_well;
  gboolean        must;
  gboolean        headline;
  TambourChapter  chapter;
  TambourFact    *fact;
  TambourRich    *text;
  char           *brief;
} TambourStatement;

/**
 * TambourIssuesForm:
 * @TAMBOUR_ISSUES_FORM_SAFEGUARDS: the issues with a high impact, and what kept each off
 * @TAMBOUR_ISSUES_FORM_TITLES: the issues alone
 * @TAMBOUR_ISSUES_FORM_COUNT: how many there are
 *
 * How much is said of known issues, the longest first.
 */
typedef enum
{
  TAMBOUR_ISSUES_FORM_SAFEGUARDS,
  TAMBOUR_ISSUES_FORM_TITLES,
  TAMBOUR_ISSUES_FORM_COUNT,
} TambourIssuesForm;

#define TAMBOUR_N_ISSUES_FORMS (TAMBOUR_ISSUES_FORM_COUNT + 1)

void tambour_statement_free (TambourStatement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourStatement, tambour_statement_free)

TambourDirection          tambour_statement_direction       (const TambourFact *fact);
TambourRich              *tambour_statement_say             (const char        *sentence,
                                                             ...) G_GNUC_NULL_TERMINATED;

char                     *tambour_statement_goal_value      (double             value,
                                                             double             of,
                                                             const char        *unit);
GPtrArray                *tambour_findings_of_year          (TambourFacts      *facts);
GPtrArray                *tambour_findings_pick             (GPtrArray         *findings,
                                                             gboolean           went_well,
                                                             guint              most);
char                     *tambour_findings_verdict          (TambourFacts      *facts,
                                                             GPtrArray         *findings);

char                     *tambour_findings_year_title       (TambourFacts      *facts,
                                                             gboolean           in_short);
char                     *tambour_findings_goals_title      (TambourFacts      *facts,
                                                             gboolean           in_short);
char                     *tambour_findings_service_title    (TambourFacts      *facts,
                                                             gboolean           in_short);
char                     *tambour_findings_continuity_title (TambourFacts      *facts);

char                     *tambour_findings_months_head      (TambourFacts      *facts);
char                     *tambour_findings_response_head    (TambourFacts      *facts);
char                     *tambour_findings_resolve_head     (TambourFacts      *facts);
char                     *tambour_findings_causes_head      (TambourFacts      *facts,
                                                             gboolean           in_short);
const TambourCauseFact   *tambour_findings_cause            (TambourFacts      *facts);

char                     *tambour_findings_enablement_title (TambourFacts      *facts,
                                                             gboolean           in_short);
char                     *tambour_findings_trainings_head   (TambourFacts      *facts);
char                     *tambour_findings_need_head        (TambourFacts      *facts);
const TambourCauseFact   *tambour_findings_next_need        (TambourFacts      *facts,
                                                             gboolean          *is_new);
char                     *tambour_findings_value_title      (TambourFacts      *facts,
                                                             gboolean           in_short);
char                     *tambour_findings_rates_head       (TambourFacts      *facts);
char                     *tambour_findings_break_even_note  (TambourFacts      *facts);
char                     *tambour_findings_projects_title   (TambourFacts      *facts,
                                                             gboolean           in_short);
const TambourProjectFact *tambour_findings_first_projects   (TambourFacts      *facts,
                                                             guint             *n_first);
char                     *tambour_findings_decisions_title  (TambourFacts      *facts,
                                                             gboolean           in_short);
char                     *tambour_findings_usage_title      (TambourFacts      *facts,
                                                             gboolean           in_short);
char                     *tambour_findings_audits_title     (TambourFacts      *facts,
                                                             gboolean           in_short);
char                     *tambour_findings_requests_title   (TambourFacts      *facts,
                                                             gboolean           in_short);
gboolean                  tambour_findings_has_trend        (TambourFacts      *facts);
char                     *tambour_findings_coverage_head    (TambourFacts      *facts);
char                     *tambour_findings_devices_head     (TambourFacts      *facts);
char                     *tambour_findings_exposed_head     (TambourFacts      *facts);
char                     *tambour_findings_issues_head      (TambourFacts      *facts);
TambourRich              *tambour_findings_issues_text      (TambourFacts      *facts,
                                                             TambourIssuesForm  form);
char                     *tambour_findings_sections_head    (TambourFacts      *facts);
char                     *tambour_findings_scores           (TambourFacts      *facts);
TambourRich              *tambour_findings_fallen_text      (TambourFacts      *facts);
char                     *tambour_findings_ledger_head      (TambourFacts      *facts);
char                     *tambour_findings_open_head        (TambourFacts      *facts);
TambourRich              *tambour_findings_oldest_text      (TambourFacts      *facts);
char                     *tambour_findings_requests_text    (TambourFacts      *facts);

G_END_DECLS
