/* tambour-health-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-health.h"

G_BEGIN_DECLS

char       *tambour_health_text_reason (const TambourHealthPart *part,
                                        TambourDate              today);
const char *tambour_health_text_icon   (const TambourHealthPart *part);
const char *tambour_health_text_style  (const TambourHealthPart *part);
char       *tambour_health_text_weight (const TambourHealth     *health,
                                        const TambourHealthPart *part);
char       *tambour_health_text_score  (const TambourHealth     *health);

G_END_DECLS
