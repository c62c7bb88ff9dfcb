/* tambour-action-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-action-list.h"

G_BEGIN_DECLS

/* What the list of actions says, in the language of the person. */
const char *tambour_action_text_group  (const TambourActionLine *line);
const char *tambour_action_text_state  (const TambourActionLine *line);
char       *tambour_action_text_source (const TambourActionLine *line,
                                        TambourInstant           now);
char       *tambour_action_text_when   (const TambourActionLine *line,
                                        TambourInstant           now);
char       *tambour_action_text_plain  (const TambourActionLine *line,
                                        TambourInstant           now);

G_END_DECLS
