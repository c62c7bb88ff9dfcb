/* tambour-map-json.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-map-json.h"

G_DEFINE_QUARK (tambour-map-error-quark, tambour_map_error)

/**
 * tambour_map_json_refuse:
 * @place: where the object stands in the map
 * @key: the key that is wrong
 * @expected: what it should be
 * @error: return location for %TAMBOUR_MAP_ERROR_WRONG
 *
 * Returns: %FALSE
 */
gboolean
tambour_map_json_refuse (const char  *place,
                         const char  *key,
                         const char  *expected,
                         GError     **error)
{
  g_set_error (error, TAMBOUR_MAP_ERROR, TAMBOUR_MAP_ERROR_WRONG,
               _("The map is wrong at %s/%s: it should be %s"), place, key, expected);

  return FALSE;
}

/**
 * tambour_map_json_check_key:
 * @key: a key of an object of a map
 * @place: where the object stands
 * @known: the keys that it may have
 * @error: return location for %TAMBOUR_MAP_ERROR_WRONG
 *
 * Returns: %FALSE if it is none of them
 */
gboolean
tambour_map_json_check_key (const char          *key,
                            const char          *place,
                            const char * const  *known,
                            GError             **error)
{
  g_autofree char *keys = NULL;

  if (g_strv_contains (known, key))
    return TRUE;

  keys = g_strjoinv (", ", (GStrv) known);
  g_set_error (error, TAMBOUR_MAP_ERROR, TAMBOUR_MAP_ERROR_WRONG,
               _("The map is wrong at %s/%s: no such key; there are %s"), place, key, keys);

  return FALSE;
}

/**
 * tambour_map_json_check_keys:
 * @object: an object of a map
 * @place: where it stands
 * @known: the keys that it may have
 * @error: return location for %TAMBOUR_MAP_ERROR_WRONG
 *
 * Returns: %FALSE if it has another one
 */
gboolean
tambour_map_json_check_keys (JsonObject          *object,
                             const char          *place,
                             const char * const  *known,
                             GError             **error)
{
  JsonObjectIter iter;
  const char *key;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, NULL))
    if (!tambour_map_json_check_key (key, place, known, error))
      return FALSE;

  return TRUE;
}

/**
 * tambour_map_json_is_text:
 * @node: JSON of any shape
 *
 * Returns: %TRUE if it is a string
 */
gboolean
tambour_map_json_is_text (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
}

/**
 * tambour_map_json_read_text:
 * @object: an object of a map
 * @place: where it stands
 * @key: a key
 * @text: (inout): what it says, replaced if the key is there
 * @error: return location for %TAMBOUR_MAP_ERROR_WRONG
 *
 * Returns: %FALSE if it is there and no text
 */
gboolean
tambour_map_json_read_text (JsonObject  *object,
                            const char  *place,
                            const char  *key,
                            char       **text,
                            GError     **error)
{
  JsonNode *node = json_object_get_member (object, key);

  if (node == NULL)
    return TRUE;
  if (!tambour_map_json_is_text (node))
    return tambour_map_json_refuse (place, key, _("a text"), error);

  g_set_str (text, json_node_get_string (node));

  return TRUE;
}

/**
 * tambour_map_json_read_flag:
 * @object: an object of a map
 * @place: where it stands
 * @key: a key
 * @flag: (inout): what it says, replaced if the key is there
 * @error: return location for %TAMBOUR_MAP_ERROR_WRONG
 *
 * Returns: %FALSE if it is there and neither true nor false
 */
gboolean
tambour_map_json_read_flag (JsonObject  *object,
                            const char  *place,
                            const char  *key,
                            gboolean    *flag,
                            GError     **error)
{
  JsonNode *node = json_object_get_member (object, key);

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return tambour_map_json_refuse (place, key, _("true or false"), error);

  *flag = json_node_get_boolean (node);

  return TRUE;
}

/**
 * tambour_map_json_read_texts:
 * @object: an object of a map
 * @place: where it stands
 * @key: a key
 * @texts: (inout): what it says, replaced if the key is there; a text alone is
 *   a list of one
 * @error: return location for %TAMBOUR_MAP_ERROR_WRONG
 *
 * Returns: %FALSE if it is there and no list of texts
 */
gboolean
tambour_map_json_read_texts (JsonObject  *object,
                             const char  *place,
                             const char  *key,
                             GStrv       *texts,
                             GError     **error)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  JsonNode *node = json_object_get_member (object, key);
  JsonArray *array = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (node == NULL)
    return TRUE;
  if (array == NULL && !tambour_map_json_is_text (node))
    return tambour_map_json_refuse (place, key, _("a text or a list of texts"), error);

  if (array == NULL)
    g_strv_builder_add (builder, json_node_get_string (node));

  for (guint i = 0; array && i < json_array_get_length (array); i++)
    {
      if (!tambour_map_json_is_text (json_array_get_element (array, i)))
        return tambour_map_json_refuse (place, key, _("a list of texts"), error);
      g_strv_builder_add (builder, json_array_get_string_element (array, i));
    }

  g_strfreev (*texts);
  *texts = g_strv_builder_end (builder);

  return TRUE;
}

/**
 * tambour_map_json_read_object:
 * @object: an object of a map
 * @place: where it stands
 * @key: a key
 * @member: (out) (nullable): the object there, or %NULL
 * @error: return location for %TAMBOUR_MAP_ERROR_WRONG
 *
 * Returns: %FALSE if it is there and no object
 */
gboolean
tambour_map_json_read_object (JsonObject  *object,
                              const char  *place,
                              const char  *key,
                              JsonObject **member,
                              GError     **error)
{
  JsonNode *node = json_object_get_member (object, key);

  *member = NULL;
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return tambour_map_json_refuse (place, key, _("an object"), error);

  *member = json_node_get_object (node);

  return TRUE;
}
