/* tambour-place.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Reads JSON whose every mistake is named with its place, such as
 * `plans[0].targets[2].priority`. Errors are %TAMBOUR_CATALOGUE_ERROR_INVALID.
 */
JsonNode *tambour_place_parse (const char  *document,
                               GError     **error);

gboolean     tambour_place_refuse     (GError             **error,
                               const char *place,
                               const char *format,
                               ...) G_GNUC_PRINTF (3, 4);
char       *tambour_place_member  (const char          *place,
                                   const char          *name);
char       *tambour_place_element (const char          *place,
                                   guint                index);

JsonObject *tambour_place_object  (JsonNode            *node,
                                   const char          *place,
                                   const char * const  *known,
                                   GError             **error);
gboolean    tambour_place_array   (JsonObject          *object,
                                   const char          *place,
                                   const char          *name,
                                   JsonArray          **array,
                                   GError             **error);
const char *tambour_place_string  (JsonNode            *node,
                                   const char          *place,
                                   GError             **error);
const char *tambour_place_text    (JsonObject          *object,
                                   const char          *place,
                                   const char          *name,
                                   GError             **error);
gboolean    tambour_place_flag    (JsonObject          *object,
                                   const char          *place,
                                   const char          *name,
                                   gboolean            *flag,
                                   GError             **error);
gboolean    tambour_place_count   (JsonObject          *object,
                                   const char          *place,
                                   const char          *name,
                                   gint64               least,
                                   gint64               most,
                                   gint64              *count,
                                   GError             **error);
gboolean    tambour_place_choice  (JsonNode            *node,
                                   const char          *place,
                                   GType                choice,
                                   guint               *value,
                                   GError             **error);

G_END_DECLS
