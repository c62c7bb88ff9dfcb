/* tambour-json-member.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "tambour-time.h"

G_BEGIN_DECLS

void           tambour_json_set_text    (JsonObject     *object,
                                         const char     *member,
                                         const char     *text);
void           tambour_json_set_instant (JsonObject     *object,
                                         const char     *member,
                                         TambourInstant  at);
char          *tambour_json_dup_text    (JsonObject     *object,
                                         const char     *member);
TambourInstant tambour_json_get_instant (JsonObject     *object,
                                         const char     *member);

G_END_DECLS
