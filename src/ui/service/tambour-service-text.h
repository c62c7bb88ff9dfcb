/* tambour-service-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-service-sheet.h"

G_BEGIN_DECLS

char *tambour_service_text_cases      (const TambourServiceEscalation  *escalation);
char *tambour_service_text_escalation (const TambourServiceEscalation  *escalation);
char *tambour_service_text_reason     (const TambourServiceEscalation  *escalation);
char *tambour_service_text_window     (TambourPlannedChange            *change,
                                       GTimeZone                       *zone,
                                       const char                      *name);
char *tambour_service_text_change     (const TambourServiceChange      *change,
                                       const TambourServiceSheet       *sheet);
char *tambour_service_text_warning    (const TambourServiceChange      *change,
                                       const TambourServiceSheet       *sheet);
char *tambour_service_text_lead       (const TambourLeadTime           *lead,
                                       TambourDate                      today,
                                       const char                     **style);
char *tambour_service_text_lead_rule  (const TambourLeadTime           *lead,
                                       TambourDate                      today);
char *tambour_service_text_state      (const TambourServiceChange      *change,
                                       TambourDate                      today,
                                       const char                     **style);
char *tambour_service_text_score      (TambourSurveyKind                kind,
                                       double                           score);
char *tambour_service_text_asked      (const TambourServiceScore       *score);
char *tambour_service_text_other      (TambourSurveyKind                kind,
                                       const TambourServiceScore       *score);
char *tambour_service_text_survey     (const TambourServiceSurvey      *survey);
char *tambour_service_text_outage     (const TambourServiceOutages     *outages);
char *tambour_service_text_outages    (const TambourServiceOutages     *outages);

G_END_DECLS
