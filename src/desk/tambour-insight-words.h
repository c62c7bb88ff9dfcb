/* tambour-insight-words.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-insights.h"

G_BEGIN_DECLS

void tambour_insight_words_begin (const char *language);

/* In the language that was begun on this thread. */
char *tambour_insight_words_metric (const char                   *title,
                                    const char                   *code,
                                    const char                   *dimension);
char *tambour_insight_words_value  (double                        value,
                                    const char                   *unit);
char *tambour_insight_words_title  (const TambourInsightProposal *proposal);
char *tambour_insight_words_data   (const TambourInsightProposal *proposal);

G_END_DECLS
