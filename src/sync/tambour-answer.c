/* tambour-answer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-answer.h"

/* What a server says is looked at before it is believed: each function either gives
 * a value of the shape that the protocol promises, or an error that says what was
 * found and where.
 */

G_DEFINE_QUARK (tambour-answer-error-quark, tambour_answer_error)

/**
 * tambour_answer_fail:
 * @error: return location for %TAMBOUR_ANSWER_ERROR_SHAPE
 * @where: a place in an answer
 * @what: what is wrong there
 */
void
tambour_answer_fail (GError     **error,
                     const char  *where,
                     const char  *what)
{
  g_set_error (error, TAMBOUR_ANSWER_ERROR, TAMBOUR_ANSWER_ERROR_SHAPE,
               /* Translators: %1$s is a place in an answer, such as "_changes, row 17"; %2$s what is wrong there */
               _("The server answered in a way that it should not: %1$s: %2$s. Check that the address is that of a CouchDB database."), where, what);
}

/**
 * tambour_answer_as_object:
 * @node: (nullable): a part of an answer
 * @where: where it stands, for the error
 * @error: return location for %TAMBOUR_ANSWER_ERROR_SHAPE
 *
 * Returns: (transfer none) (nullable): it, if it is an object
 */
JsonObject *
tambour_answer_as_object (JsonNode    *node,
                          const char  *where,
                          GError     **error)
{
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);

  tambour_answer_fail (error, where, _("an object was expected"));
  return NULL;
}

/**
 * tambour_answer_as_array:
 * @node: (nullable): a part of an answer
 * @where: where it stands, for the error
 * @error: return location for %TAMBOUR_ANSWER_ERROR_SHAPE
 *
 * Returns: (transfer none) (nullable): it, if it is a list
 */
JsonArray *
tambour_answer_as_array (JsonNode    *node,
                         const char  *where,
                         GError     **error)
{
  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);

  tambour_answer_fail (error, where, _("a list was expected"));
  return NULL;
}

/**
 * tambour_answer_get_array:
 * @object: a part of an answer
 * @member: what to look at in it
 * @where: where @object stands, for the error
 * @error: return location for %TAMBOUR_ANSWER_ERROR_SHAPE
 *
 * Returns: (transfer none) (nullable): the list
 */
JsonArray *
tambour_answer_get_array (JsonObject  *object,
                          const char  *member,
                          const char  *where,
                          GError     **error)
{
  g_autofree char *place = g_strdup_printf ("%s: %s", where, member);

  return tambour_answer_as_array (json_object_get_member (object, member), place, error);
}

/**
 * tambour_answer_as_text:
 * @node: (nullable): a part of an answer
 *
 * Returns: (transfer none) (nullable): the text that it is, if it is one
 */
const char *
tambour_answer_as_text (JsonNode *node)
{
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  return json_node_get_string (node);
}

/**
 * tambour_answer_peek_text:
 * @object: a part of an answer
 * @member: what to look at in it
 *
 * Returns: (transfer none) (nullable): the text there, if there is one
 */
const char *
tambour_answer_peek_text (JsonObject *object,
                          const char *member)
{
  return tambour_answer_as_text (json_object_get_member (object, member));
}

/**
 * tambour_answer_peek_int:
 * @object: a part of an answer
 * @member: what to look at in it
 * @otherwise: what to return if there is no whole number
 *
 * Returns: the number there
 */
gint64
tambour_answer_peek_int (JsonObject *object,
                         const char *member,
                         gint64      otherwise)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return otherwise;

  return json_node_get_int (node);
}

/**
 * tambour_answer_get_text:
 * @object: a part of an answer
 * @member: what to look at in it
 * @where: where @object stands, for the error
 * @error: return location for %TAMBOUR_ANSWER_ERROR_SHAPE
 *
 * Returns: (transfer none) (nullable): the text, which is not empty
 */
const char *
tambour_answer_get_text (JsonObject  *object,
                         const char  *member,
                         const char  *where,
                         GError     **error)
{
  const char *text = tambour_answer_peek_text (object, member);
  g_autofree char *found = NULL;

  if (text != NULL && *text != '\0')
    return text;

  found = g_strdup_printf (_("“%s” is not a text"), member);
  tambour_answer_fail (error, where, found);

  return NULL;
}

/**
 * tambour_answer_dup_texts:
 * @node: (nullable): a part of an answer
 * @where: where it stands, for the error
 * @error: return location for %TAMBOUR_ANSWER_ERROR_SHAPE
 *
 * Returns: (transfer full) (nullable): the texts of which it is a list
 */
GStrv
tambour_answer_dup_texts (JsonNode    *node,
                          const char  *where,
                          GError     **error)
{
  JsonArray *array = tambour_answer_as_array (node, where, error);
  g_autoptr(GStrvBuilder) texts = g_strv_builder_new ();

  if (array == NULL)
    return NULL;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      const char *text = tambour_answer_as_text (json_array_get_element (array, i));

      if (text == NULL)
        {
          tambour_answer_fail (error, where, _("a list of texts was expected"));
          return NULL;
        }

      g_strv_builder_add (texts, text);
    }

  return g_strv_builder_end (texts);
}

/**
 * tambour_answer_dup_place:
 * @node: (nullable): a place in a sequence of updates
 *
 * Places are opaque: texts in CouchDB since 2, numbers before and in PouchDB,
 * lists in some clusters. `null` is what a server says that did not work one out.
 *
 * Returns: (transfer full) (nullable): the place as a text to give back to the server
 */
char *
tambour_answer_dup_place (JsonNode *node)
{
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return NULL;

  return tambour_answer_as_text (node) ? json_node_dup_string (node) : json_to_string (node, FALSE);
}
