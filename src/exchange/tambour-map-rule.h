/* tambour-map-rule.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-import-map.h"

G_BEGIN_DECLS

gboolean tambour_map_json_read_dates (JsonObject          *object,
                                      const char          *place,
                                      GPtrArray          **dates,
                                      GError             **error);
gboolean tambour_map_json_read_zone  (JsonObject          *object,
                                      const char          *place,
                                      GTimeZone          **zone,
                                      char               **name,
                                      GError             **error);
gboolean tambour_map_json_read_rule  (JsonNode            *node,
                                      const char          *place,
                                      const TambourField  *field,
                                      gboolean             changes,
                                      GPtrArray           *rules,
                                      GError             **error);

G_END_DECLS
