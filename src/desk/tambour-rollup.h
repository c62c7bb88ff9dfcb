/* tambour-rollup.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-facts.h"

G_BEGIN_DECLS

char   **tambour_rollup_dup_cells (TambourFacts  *facts);
gboolean tambour_rollup_write     (GPtrArray     *all,
                                   const char    *path,
                                   GError       **error);

G_END_DECLS
