/* tambour-reports-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-reports-item.h"

G_BEGIN_DECLS

const char *tambour_reports_text_column     (TambourReadinessColumn      column);
char       *tambour_reports_text_period     (TambourDate                 from,
                                             TambourDate                 to);
char       *tambour_reports_text_priorities (const TambourReportsTally  *tally);
char       *tambour_reports_text_answers    (const TambourReportsTally  *tally,
                                             char                      **remark);
char       *tambour_reports_text_goals      (const TambourReportsTally  *tally,
                                             char                      **remark);
char       *tambour_reports_text_health     (const TambourReportsTally  *tally,
                                             char                      **remark);
char       *tambour_reports_text_quarter    (TambourDate                 from,
                                             TambourDate                 to,
                                             guint                       quarter);
char       *tambour_reports_text_chosen     (guint                       n_chosen,
                                             guint                       n_work);
char       *tambour_reports_text_state      (TambourReportsItem         *item);
char       *tambour_reports_text_cell       (const TambourReadiness     *readiness,
                                             TambourReadinessColumn      column);
char       *tambour_reports_text_row        (TambourReportsItem         *item);
char       *tambour_reports_text_left       (gint64                      seconds);
guint       tambour_reports_text_cases      (const TambourReportsTally  *tally);

G_END_DECLS
