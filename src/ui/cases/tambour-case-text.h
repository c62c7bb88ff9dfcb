/* tambour-case-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-case-file.h"

G_BEGIN_DECLS

/* What is said of a step (DESIGN.md 04). */
const char *tambour_case_text_step_icon  (const TambourCaseStep  *step);
const char *tambour_case_text_step_style (const TambourCaseStep  *step);
char       *tambour_case_text_step_title (const TambourCaseStep  *step,
                                          const char             *me);
char       *tambour_case_text_step_line  (const TambourCaseStep  *step,
                                          const char             *me,
                                          const TambourCaseEvent *above);
char       *tambour_case_text_step_when  (const TambourCaseStep  *step,
                                          TambourInstant          now);

/**
 * TambourCaseFact:
 * @value: what stands out: "42 min"
 * @line: more about it: "target 1 business day"
 * @style: (nullable): the class of @value
 *
 * One of the three facts above the life of a case.
 */
typedef struct
{
  char       *value;
  char       *line;
  const char *style;
} TambourCaseFact;

void tambour_case_fact_clear (TambourCaseFact *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TambourCaseFact, tambour_case_fact_clear)

void        tambour_case_text_first_answer (TambourCaseFact       *fact,
                                            const TambourCaseFile *file,
                                            TambourInstant         now);
void        tambour_case_text_next_update  (TambourCaseFact       *fact,
                                            const TambourCaseFile *file,
                                            TambourInstant         now);
void        tambour_case_text_clock_ran    (TambourCaseFact       *fact,
                                            const GArray          *stretches);
char       *tambour_case_text_opened       (const TambourCaseFile *file);
const char *tambour_case_text_clock_kind   (TambourClockKind       kind);
char       *tambour_case_text_day          (TambourInstant         at,
                                            TambourInstant         now);

G_END_DECLS
