/* tambour-clock-lines.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-catalogue.h"

G_BEGIN_DECLS

char *tambour_clock_answer_line (TambourCatalogue *catalogue,
                                 const char       *line);

G_END_DECLS
