/* tambour-account-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-overview.h"

G_BEGIN_DECLS

char       *tambour_account_text_percent    (double          share);
char       *tambour_account_text_compact    (double          number);
char       *tambour_account_text_month      (TambourDate     date);
char       *tambour_account_text_capital    (const char     *text);
const char *tambour_account_text_metric     (const char     *metric);
char       *tambour_account_text_local_time (GTimeZone      *zone,
                                             const char     *zone_name,
                                             TambourInstant  now);

/* The agreement and what was bought. */
char       *tambour_account_text_term        (const TambourOverviewAgreement *agreement,
                                              TambourDate                     today);
const char *tambour_account_text_term_style  (const TambourOverviewAgreement *agreement);
char       *tambour_account_text_counts      (const TambourOverview          *overview);
const char *tambour_account_text_entitlement (TambourEntitlementKind          kind);
char       *tambour_account_text_meter       (const TambourOverviewMeter     *line);
const char *tambour_account_text_meter_style (const TambourOverviewMeter     *line);

/* Usage. */
const char *tambour_account_text_usage_title (const char                 *metric);
char       *tambour_account_text_usage_line  (const TambourOverviewUsage *usage,
                                              TambourDate                 today);
char       *tambour_account_text_usage       (const TambourOverviewUsage *usage,
                                              TambourDate                 today);

/* Rows of the overview. */
char       *tambour_account_text_case_source (const TambourOverviewCase   *shown);
char       *tambour_account_text_case_state  (const TambourOverviewCase   *shown);
char       *tambour_account_text_case_time   (const TambourOverviewCase   *shown,
                                              TambourDate                  today);
char       *tambour_account_text_goal_line   (const TambourGoalView       *goal,
                                              TambourDate                  today);
const char *tambour_account_text_goal_tag    (TambourGoalTag               tag);
const char *tambour_account_text_goal_style  (TambourGoalTag               tag);
const char *tambour_account_text_goal_bar    (TambourGoalTag               tag);
char       *tambour_account_text_next_line   (const TambourOverviewNext   *next,
                                              const TambourOverview       *overview);
char       *tambour_account_text_person_line (const TambourOverviewPerson *person);

G_END_DECLS
