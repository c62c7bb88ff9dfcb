/* tambour-place.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <inttypes.h>

#include "tambour-place.h"

#include <glib/gi18n-lib.h>

#include "tambour-catalogue.h"

/**
 * tambour_place_refuse: (skip)
 * @error: return location
 * @place: where the mistake is; "" for the document itself
 * @format: a whole sentence, translated
 *
 * Sets %TAMBOUR_CATALOGUE_ERROR_INVALID with the place before the sentence.
 *
 * Returns: %FALSE, so that a reader can return it
 */
gboolean
tambour_place_refuse (GError     **error,
                      const char  *place,
                      const char  *format,
                      ...)
{
  g_autofree char *written = NULL;
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  written = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  /* A parser may quote half a letter. */
  sentence = g_utf8_make_valid (written, -1);

  if (*place)
    g_set_error (error, TAMBOUR_CATALOGUE_ERROR, TAMBOUR_CATALOGUE_ERROR_INVALID,
                 "%s: %s", place, sentence);
  else
    g_set_error_literal (error, TAMBOUR_CATALOGUE_ERROR, TAMBOUR_CATALOGUE_ERROR_INVALID, sentence);

  return FALSE;
}

/**
 * tambour_place_member:
 * @place: the place of an object
 * @name: the name of a member
 *
 * Returns: (transfer full): the place of the member
 */
char *
tambour_place_member (const char *place,
                      const char *name)
{
  return *place ? g_strdup_printf ("%s.%s", place, name) : g_strdup (name);
}

/**
 * tambour_place_element:
 * @place: the place of an array
 * @index: the position of an element, from 0
 *
 * Returns: (transfer full): the place of the element
 */
char *
tambour_place_element (const char *place,
                       guint       index)
{
  return g_strdup_printf ("%s[%u]", place, index);
}

typedef struct
{
  GHashTable *seen;
  char       *duplicate;
} Duplicates;

static void
member_parsed_cb (JsonParser *parser,
                  JsonObject *object,
                  const char *name,
                  gpointer    user_data)
{
  Duplicates *duplicates = user_data;
  g_autofree char *key = g_strdup_printf ("%p %s", object, name);

  if (duplicates->duplicate == NULL && g_hash_table_contains (duplicates->seen, key))
    duplicates->duplicate = g_strdup (name);

  g_hash_table_add (duplicates->seen, g_steal_pointer (&key));
}

/**
 * tambour_place_parse:
 * @document: JSON
 * @error: return location
 *
 * A name that occurs twice in one object is refused, since the second would
 * silently hide the first.
 *
 * Returns: (transfer full): the root
 */
JsonNode *
tambour_place_parse (const char  *document,
                     GError     **error)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GError) problem = NULL;
  Duplicates duplicates = { seen, NULL };
  g_autofree char *duplicate = NULL;
  gboolean parsed;
  gulong handler;

  json_parser_set_strict (parser, TRUE);
  handler = g_signal_connect (parser, "object-member", G_CALLBACK (member_parsed_cb), &duplicates);
  parsed = json_parser_load_from_data (parser, document, -1, &problem);
  g_signal_handler_disconnect (parser, handler);
  duplicate = g_steal_pointer (&duplicates.duplicate);

  if (!parsed)
    tambour_place_refuse (error, "", _("The plan catalogue is no valid JSON: %s"), problem->message);
  else if (duplicate != NULL)
    tambour_place_refuse (error, duplicate, _("The same name occurs twice in one object."));
  else if (json_parser_get_root (parser) == NULL)
    tambour_place_refuse (error, "", _("The plan catalogue is empty."));
  else
    return json_parser_steal_root (parser);

  return NULL;
}

/**
 * tambour_place_object:
 * @node: (nullable): what should be an object
 * @place: where it is
 * @known: the names that it may have, %NULL-terminated
 * @error: return location
 *
 * Returns: (transfer none): the object; %NULL if it is none, or has another member
 */
JsonObject *
tambour_place_object (JsonNode            *node,
                      const char          *place,
                      const char * const  *known,
                      GError             **error)
{
  JsonObject *object;
  JsonObjectIter iter;
  const char *name;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      tambour_place_refuse (error, place, _("An object is expected here."));
      return NULL;
    }

  object = json_node_get_object (node);
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    {
      g_autofree char *where = tambour_place_member (place, name);

      if (g_strv_contains (known, name))
        continue;

      tambour_place_refuse (error, where, _("The key “%s” is unknown."), name);
      return NULL;
    }

  return object;
}

/**
 * tambour_place_array:
 * @object: an object
 * @place: where it is
 * @name: the name of an array in it
 * @array: (out) (transfer none) (nullable): the array, %NULL if there is none
 * @error: return location
 *
 * Returns: %FALSE if the member is something else
 */
gboolean
tambour_place_array (JsonObject  *object,
                     const char  *place,
                     const char  *name,
                     JsonArray  **array,
                     GError     **error)
{
  JsonNode *node = json_object_get_member (object, name);
  g_autofree char *where = tambour_place_member (place, name);

  *array = NULL;
  if (node == NULL)
    return TRUE;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return tambour_place_refuse (error, where, _("An array is expected here."));

  *array = json_node_get_array (node);

  return TRUE;
}

/**
 * tambour_place_string:
 * @node: (nullable): what should be a text
 * @place: where it is
 * @error: return location
 *
 * Returns: (transfer none): the text, never empty; %NULL if it is none
 */
const char *
tambour_place_string (JsonNode    *node,
                      const char  *place,
                      GError     **error)
{
  if (node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
      json_node_get_value_type (node) == G_TYPE_STRING && *json_node_get_string (node))
    return json_node_get_string (node);

  tambour_place_refuse (error, place, _("A text is expected here."));

  return NULL;
}

/**
 * tambour_place_text:
 * @object: an object
 * @place: where it is
 * @name: the name of a text that must be in it
 * @error: return location
 *
 * Returns: (transfer none): the text, never empty; %NULL if it is none
 */
const char *
tambour_place_text (JsonObject  *object,
                    const char  *place,
                    const char  *name,
                    GError     **error)
{
  g_autofree char *where = tambour_place_member (place, name);

  if (!json_object_has_member (object, name))
    {
      tambour_place_refuse (error, place, _("The key “%s” is missing."), name);
      return NULL;
    }

  return tambour_place_string (json_object_get_member (object, name), where, error);
}

/**
 * tambour_place_flag:
 * @object: an object
 * @place: where it is
 * @name: the name of a flag that may be in it
 * @flag: (inout): the flag, as it was if it is not there
 * @error: return location
 *
 * Returns: %FALSE if the member is neither true nor false
 */
gboolean
tambour_place_flag (JsonObject  *object,
                    const char  *place,
                    const char  *name,
                    gboolean    *flag,
                    GError     **error)
{
  JsonNode *node = json_object_get_member (object, name);
  g_autofree char *where = tambour_place_member (place, name);

  if (node == NULL)
    return TRUE;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return tambour_place_refuse (error, where, _("Either true or false is expected here."));

  *flag = json_node_get_boolean (node);

  return TRUE;
}

/**
 * tambour_place_count:
 * @object: an object
 * @place: where it is
 * @name: the name of a whole number that may be in it
 * @least: the least that it may be
 * @most: the most that it may be
 * @count: (inout): the number, as it was if it is not there
 * @error: return location
 *
 * Returns: %FALSE if the member is something else
 */
gboolean
tambour_place_count (JsonObject  *object,
                     const char  *place,
                     const char  *name,
                     gint64       least,
                     gint64       most,
                     gint64      *count,
                     GError     **error)
{
  JsonNode *node = json_object_get_member (object, name);
  g_autofree char *where = tambour_place_member (place, name);

  if (node == NULL)
    return TRUE;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64 ||
      json_node_get_int (node) < least || json_node_get_int (node) > most)
    return tambour_place_refuse (error, where,
                                 _("A whole number from %" PRId64 " to %" PRId64 " is expected here."),
                                 least, most);

  *count = json_node_get_int (node);

  return TRUE;
}

static char *
list_choices (GType choice)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (choice);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) nicks = NULL;

  for (guint i = 0; i < klass->n_values; i++)
    if (!g_str_equal (klass->values[i].value_nick, "none") &&
        !g_str_equal (klass->values[i].value_nick, "unknown"))
      g_strv_builder_add (builder, klass->values[i].value_nick);

  nicks = g_strv_builder_end (builder);

  return g_strjoinv (", ", nicks);
}

/**
 * tambour_place_choice:
 * @node: (nullable): what should be the nick of a choice
 * @place: where it is
 * @choice: the choices; those that say nothing (none, unknown) are refused
 * @value: (out): the choice
 * @error: return location
 *
 * Returns: %FALSE if it is something else
 */
gboolean
tambour_place_choice (JsonNode    *node,
                      const char  *place,
                      GType        choice,
                      guint       *value,
                      GError     **error)
{
  const char *text = tambour_place_string (node, place, error);
  g_autofree char *choices = NULL;

  if (text == NULL)
    return FALSE;

  if (!g_str_equal (text, "none") && !g_str_equal (text, "unknown") &&
      tambour_choice_from_nick (choice, text, value))
    return TRUE;

  choices = list_choices (choice);

  return tambour_place_refuse (error, place, _("“%s” is none of %s."), text, choices);
}
