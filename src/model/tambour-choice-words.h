/* tambour-choice-words.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-record.h"

G_BEGIN_DECLS

const char *tambour_choice_get_words (GType choice,
                                      guint value);

G_END_DECLS
