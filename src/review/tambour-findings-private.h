/* tambour-findings-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-findings.h"

G_BEGIN_DECLS

/* A percentage of fewer is shown as a count (METRICS.md, Conventions). */
#define TAMBOUR_FEW 10

TambourStatement         *tambour_statement_add           (GPtrArray          *findings,
                                                           gboolean            went_well,
                                                           TambourChapter      chapter,
                                                           TambourFact        *fact,
                                                           TambourRich        *text,
                                                           char               *brief);
gint64                    tambour_statement_count_goals   (TambourFacts       *facts,
                                                           TambourGoalOutcome  outcome);
const TambourGoalFact    *tambour_statement_first_goal    (TambourFacts       *facts,
                                                           TambourGoalOutcome  outcome);
char                     *tambour_statement_spelled       (gint64              n);
gboolean                  tambour_findings_title_has_risk (TambourFacts       *facts);
void                      tambour_findings_add_volume     (TambourFacts       *facts,
                                                           GPtrArray          *findings);
void                      tambour_findings_add_service    (TambourFacts       *facts,
                                                           GPtrArray          *findings);
void                      tambour_findings_add_outcomes   (TambourFacts       *facts,
                                                           GPtrArray          *findings);
void                      tambour_findings_add_value      (TambourFacts       *facts,
                                                           GPtrArray          *findings);
void                      tambour_findings_add_enablement (TambourFacts       *facts,
                                                           GPtrArray          *findings);
guint                     tambour_statement_count_fallen  (TambourFacts       *facts);
const TambourSectionFact *tambour_statement_find_fallen   (TambourFacts       *facts);

G_END_DECLS
