/* tambour-evidence.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-facts.h"

G_BEGIN_DECLS

/**
 * TambourFactTextFunc:
 * @fact: a figure
 * @prior: whether its value in the year before is meant
 * @user_data: what tambour_evidence_new() was given
 *
 * Returns: (transfer full) (nullable): the figure as the pages show it
 */
typedef char *(*TambourFactTextFunc) (const TambourFact *fact,
                                      gboolean           prior,
                                      gpointer           user_data);

char       *tambour_evidence_new        (TambourFacts         *facts,
                                         TambourFactTextFunc   text,
                                         gpointer              user_data);
char       *tambour_evidence_dup_value  (const TambourFact    *fact,
                                         const TambourMeasure *measure);
const char *tambour_evidence_state_name (TambourFactState      state);

G_END_DECLS
