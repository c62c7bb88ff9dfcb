/* tambour-content-json.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonNode *tambour_content_pack      (const char  *hash,
                                     GBytes      *bytes);
gboolean  tambour_content_is_packed (JsonNode    *node);
GBytes   *tambour_content_unpack    (JsonNode    *node,
                                     GError     **error);

G_END_DECLS
