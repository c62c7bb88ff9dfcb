/* tambour-portal-place.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-portal-place.h"

#include <math.h>

typedef enum
{
  ROOT_HERE,
  ROOT_ENTRY,
  ROOT_ITEM,
} Root;

struct _TambourPortalPlace
{
  Root                root;
  TambourJsonPointer *pointer;
};

/* Whole numbers up to here are exact in a double. */
#define LAST_EXACT 9007199254740992.0

/**
 * tambour_portal_place_new:
 * @text: a JSON pointer, with `item:` or `entry:` before it or not
 *
 * Returns: (transfer full) (nullable): the place, or %NULL if @text is none
 */
TambourPortalPlace *
tambour_portal_place_new (const char *text)
{
  Root root = g_str_has_prefix (text, "item:") ? ROOT_ITEM : g_str_has_prefix (text, "entry:") ? ROOT_ENTRY
                                                                                               : ROOT_HERE;
  TambourJsonPointer *pointer = tambour_json_pointer_new (root == ROOT_HERE ? text : strchr (text, ':') + 1);
  TambourPortalPlace *self;

  if (pointer == NULL)
    return NULL;

  self = g_new0 (TambourPortalPlace, 1);
  self->root = root;
  self->pointer = pointer;

  return self;
}

/**
 * tambour_portal_place_free:
 * @self: (transfer full): a place
 *
 * Frees it.
 */
void
tambour_portal_place_free (TambourPortalPlace *self)
{
  tambour_json_pointer_free (self->pointer);
  g_free (self);
}

/**
 * tambour_portal_place_find:
 * @self: a place
 * @context: what it is read against
 *
 * Returns: (transfer none) (nullable): what stands there
 */
JsonNode *
tambour_portal_place_find (const TambourPortalPlace   *self,
                           const TambourPortalContext *context)
{
  switch (self->root)
    {
    case ROOT_HERE:
      return tambour_json_pointer_find (self->pointer, context->here);
    case ROOT_ENTRY:
      return tambour_json_pointer_find (self->pointer, context->entry);
    case ROOT_ITEM:
      return tambour_json_pointer_find (self->pointer, context->item);
    }

  g_return_val_if_reached (NULL);
}

static char *
dup_number (double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (number == floor (number) && fabs (number) <= LAST_EXACT)
    return g_strdup_printf ("%.0f", number);

  return g_strdup (g_ascii_dtostr (buffer, sizeof buffer, number));
}

/**
 * tambour_portal_node_dup_text:
 * @node: (nullable): JSON of any shape
 *
 * Returns: (transfer full) (nullable): the text, number, true or false that it is; %NULL
 *   if it is anything else, or an empty text
 */
char *
tambour_portal_node_dup_text (JsonNode *node)
{
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;

  switch (json_node_get_value_type (node))
    {
    case G_TYPE_STRING:
      /* An escape may be half a character. */
      return *json_node_get_string (node) != '\0' ? g_utf8_make_valid (json_node_get_string (node), -1) : NULL;
    case G_TYPE_INT64:
      return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
    case G_TYPE_DOUBLE:
      return dup_number (json_node_get_double (node));
    case G_TYPE_BOOLEAN:
      return g_strdup (json_node_get_boolean (node) ? "true" : "false");
    default:
      return NULL;
    }
}
