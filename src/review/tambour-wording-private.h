/* tambour-wording-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-wording-language.h"

G_BEGIN_DECLS

const TambourWordingLanguage *tambour_wording_current    (void);
char                         *tambour_wording_fill_bound (const char *sentence,
                                                          const char *value,
                                                          const char *second);

G_END_DECLS
