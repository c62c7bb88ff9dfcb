/* tambour-workbook-review.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-review.h"

G_BEGIN_DECLS

gboolean tambour_workbook_write_review (TambourFacts                 *facts,
                                        const TambourReviewSettings  *settings,
                                        const char                   *path,
                                        GError                      **error);

G_END_DECLS
