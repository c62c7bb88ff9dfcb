/* tambour-case-course.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-case.h"

G_BEGIN_DECLS

/**
 * TambourCaseCourse:
 * @first_response: when a person first replied visibly, or answered a call
 * @restored: when the service came back last
 * @plan_agreed: when a plan was agreed last
 * @resolved: when it was resolved; after a reopening, when it was resolved again
 * @closed: the same of closing
 * @n_reopened: how often it was reopened
 *
 * What follows from the events of a case (RESPONSE-CLOCK.md rule 8, METRICS.md M07, M08,
 * M10 and M17). Times that did not come are not stated.
 */
typedef struct
{
  TambourInstant first_response;
  TambourInstant restored;
  TambourInstant plan_agreed;
  TambourInstant resolved;
  TambourInstant closed;
  gint64         n_reopened;
} TambourCaseCourse;

void     tambour_case_course_init          (TambourCaseCourse *self);
gboolean tambour_case_course_follow        (TambourCaseCourse *self,
                                            TambourCaseEvent  *event);
void     tambour_case_course_read          (TambourCaseCourse *self,
                                            TambourCase       *support_case,
                                            GPtrArray         *events);
int      tambour_case_course_compare       (gconstpointer      a,
                                            gconstpointer      b);
gboolean tambour_case_event_get_new_status (TambourCaseEvent  *event,
                                            TambourCaseStatus *status);

G_END_DECLS
