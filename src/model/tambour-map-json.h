/* tambour-map-json.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define TAMBOUR_MAP_ERROR (tambour_map_error_quark ())

/**
 * TambourMapError:
 * @TAMBOUR_MAP_ERROR_WRONG: something in a map is not what it should be; the
 *   message names the place
 */
typedef enum
{
  TAMBOUR_MAP_ERROR_WRONG,
} TambourMapError;

GQuark   tambour_map_error_quark      (void);

gboolean tambour_map_json_refuse      (const char          *place,
                                       const char          *key,
                                       const char          *expected,
                                       GError             **error);
gboolean tambour_map_json_check_key   (const char          *key,
                                       const char          *place,
                                       const char * const  *known,
                                       GError             **error);
gboolean tambour_map_json_check_keys  (JsonObject          *object,
                                       const char          *place,
                                       const char * const  *known,
                                       GError             **error);
gboolean tambour_map_json_is_text     (JsonNode            *node);
gboolean tambour_map_json_read_text   (JsonObject          *object,
                                       const char          *place,
                                       const char          *key,
                                       char               **text,
                                       GError             **error);
gboolean tambour_map_json_read_flag   (JsonObject          *object,
                                       const char          *place,
                                       const char          *key,
                                       gboolean            *flag,
                                       GError             **error);
gboolean tambour_map_json_read_texts  (JsonObject          *object,
                                       const char          *place,
                                       const char          *key,
                                       GStrv               *texts,
                                       GError             **error);
gboolean tambour_map_json_read_object (JsonObject          *object,
                                       const char          *place,
                                       const char          *key,
                                       JsonObject         **member,
                                       GError             **error);

G_END_DECLS
