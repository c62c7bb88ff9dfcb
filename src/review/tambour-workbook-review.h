/* tambour-workbook-review.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-facts.h"

G_BEGIN_DECLS

gboolean tambour_workbook_write_review (TambourFacts  *facts,
                                        const char    *path,
                                        GError       **error);

G_END_DECLS
