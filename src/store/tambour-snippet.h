/* tambour-snippet.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-database.h"

G_BEGIN_DECLS

/* More than words can ever score. */
#define TAMBOUR_SNIPPET_EXACT 1000

double tambour_snippet_score (TambourDatabase     *database,
                              TambourRecord       *record,
                              const char * const  *words,
                              gboolean             is_open);
char  *tambour_snippet_make  (TambourDatabase     *database,
                              TambourRecord       *record,
                              const char * const  *words,
                              gboolean             is_open,
                              GArray             **spans);

G_END_DECLS
