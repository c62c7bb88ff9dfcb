/* tambour-evidence-csv.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-evidence.h"

G_BEGIN_DECLS

char *tambour_evidence_csv_new (TambourFacts        *facts,
                                TambourFactTextFunc  text,
                                gpointer             user_data);

G_END_DECLS
