/* tambour-json-pointer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-json-pointer.h"

struct _TambourJsonPointer
{
  char  *text;
  GStrv  tokens;  /* without escapes */
};

/* “~1” is a slash and “~0” a tilde; NULL if there is a tilde with anything else behind it. */
static char *
unescape (const char *token)
{
  g_autoptr(GString) plain = g_string_new (NULL);

  for (const char *at = token; *at != '\0'; at++)
    if (*at != '~')
      g_string_append_c (plain, *at);
    else if (at[1] == '0' || at[1] == '1')
      g_string_append_c (plain, *++at == '0' ? '~' : '/');
    else
      return NULL;

  return g_string_free (g_steal_pointer (&plain), FALSE);
}

/**
 * tambour_json_pointer_new:
 * @text: a pointer as RFC 6901 writes it: nothing, or a slash before each key
 *
 * Returns: (transfer full) (nullable): the pointer, or %NULL if @text is none
 */
TambourJsonPointer *
tambour_json_pointer_new (const char *text)
{
  g_autoptr(TambourJsonPointer) self = NULL;
  g_autoptr(GStrvBuilder) tokens = NULL;
  g_auto(GStrv) parts = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (*text != '\0' && *text != '/')
    return NULL;

  tokens = g_strv_builder_new ();
  parts = g_strsplit (*text != '\0' ? text + 1 : text, "/", -1);
  for (guint i = 0; *text != '\0' && (i == 0 || parts[i] != NULL); i++)
    {
      char *token = unescape (parts[i] != NULL ? parts[i] : "");

      if (token == NULL)
        return NULL;
      g_strv_builder_take (tokens, token);
      if (parts[i] == NULL)
        break;
    }

  self = g_new0 (TambourJsonPointer, 1);
  self->text = g_strdup (text);
  self->tokens = g_strv_builder_end (tokens);

  return g_steal_pointer (&self);
}

/**
 * tambour_json_pointer_free:
 * @self: (transfer full): a pointer
 *
 * Frees it.
 */
void
tambour_json_pointer_free (TambourJsonPointer *self)
{
  g_free (self->text);
  g_strfreev (self->tokens);
  g_free (self);
}

/**
 * tambour_json_pointer_get_text:
 * @self: a pointer
 *
 * Returns: (transfer none): how it is written
 */
const char *
tambour_json_pointer_get_text (const TambourJsonPointer *self)
{
  return self->text;
}

/* An index has no sign and no leading zero; “-” is the element behind the last, which is none. */
static JsonNode *
find_element (JsonArray  *array,
              const char *token)
{
  guint64 index;

  if (token[0] == '0' && token[1] != '\0')
    return NULL;
  if (!g_ascii_string_to_unsigned (token, 10, 0, G_MAXUINT, &index, NULL) || index >= json_array_get_length (array))
    return NULL;

  return json_array_get_element (array, (guint) index);
}

/**
 * tambour_json_pointer_find:
 * @self: a pointer
 * @root: (nullable): where it begins
 *
 * Returns: (transfer none) (nullable): what stands there, or %NULL if nothing does
 */
JsonNode *
tambour_json_pointer_find (const TambourJsonPointer *self,
                           JsonNode                 *root)
{
  JsonNode *node = root;

  for (guint i = 0; node != NULL && self->tokens[i] != NULL; i++)
    if (JSON_NODE_HOLDS_OBJECT (node))
      node = json_object_get_member (json_node_get_object (node), self->tokens[i]);
    else if (JSON_NODE_HOLDS_ARRAY (node))
      node = find_element (json_node_get_array (node), self->tokens[i]);
    else
      node = NULL;

  return node;
}

/**
 * tambour_json_pointer_escape:
 * @key: a key of an object
 *
 * Returns: (transfer full): it, as a pointer has it between two slashes
 */
char *
tambour_json_pointer_escape (const char *key)
{
  g_autoptr(GString) escaped = g_string_new (key);

  g_string_replace (escaped, "~", "~0", 0);
  g_string_replace (escaped, "/", "~1", 0);

  return g_string_free (g_steal_pointer (&escaped), FALSE);
}
