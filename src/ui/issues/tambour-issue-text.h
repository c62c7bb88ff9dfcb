/* tambour-issue-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-exposure-moves.h"
#include "tambour-exposure-news.h"
#include "tambour-known-issues.h"

G_BEGIN_DECLS

/* What is said of a known issue, and of what it is to an account. */
const char *tambour_issue_text_title       (TambourKnownIssue          *issue);
const char *tambour_issue_text_severity    (TambourSeverity             severity);
char       *tambour_issue_text_source      (TambourKnownIssue          *issue);
char       *tambour_issue_text_concerns    (const TambourIssueLine     *line,
                                            const char                **style);
char       *tambour_issue_text_accounts    (const TambourIssueLine     *line);
char       *tambour_issue_text_count       (const TambourIssueFile     *file);

const char *tambour_issue_text_state       (TambourExposureState        state,
                                            const char                **style);
char       *tambour_issue_text_component   (TambourComponent           *component);
char       *tambour_issue_text_line        (const TambourExposureLine  *line);

char       *tambour_issue_text_matches     (guint                       n);
char       *tambour_issue_text_summary     (const TambourMatches       *matches);
char       *tambour_issue_text_hit         (const TambourExposureHit   *hit);
const char *tambour_issue_text_change      (const TambourExposureHit   *hit,
                                            const char                **style);
char       *tambour_issue_text_news        (const TambourExposureNews  *news);
char       *tambour_issue_text_news_source (const TambourExposureNews  *news);

G_END_DECLS
