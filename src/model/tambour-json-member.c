/* tambour-json-member.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-json-member.h"

/* Members that are there only if there is something to say, as in settings. */

/**
 * tambour_json_set_text:
 * @object: an object
 * @member: a member's name
 * @text: (nullable): what it says; %NULL leaves it out
 *
 * Adds the member.
 */
void
tambour_json_set_text (JsonObject *object,
                       const char *member,
                       const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, member, text);
}

/**
 * tambour_json_set_instant:
 * @object: an object
 * @member: a member's name
 * @at: when; one that is not stated is left out
 *
 * Adds the member, in RFC 3339.
 */
void
tambour_json_set_instant (JsonObject     *object,
                          const char     *member,
                          TambourInstant  at)
{
  g_autofree char *text = tambour_instant_is_stated (at) ? tambour_instant_dup_text (at) : NULL;

  tambour_json_set_text (object, member, text);
}

/**
 * tambour_json_dup_text:
 * @object: an object
 * @member: a member's name
 *
 * Returns: (transfer full) (nullable): what it says; %NULL if it is not there, or no text
 */
char *
tambour_json_dup_text (JsonObject *object,
                       const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? g_strdup (json_node_get_string (node)) : NULL;
}

/**
 * tambour_json_get_instant:
 * @object: an object
 * @member: a member's name
 *
 * Returns: when; not stated if the member is not there, or no instant
 */
TambourInstant
tambour_json_get_instant (JsonObject *object,
                          const char *member)
{
  g_autofree char *text = tambour_json_dup_text (object, member);
  TambourInstant at;

  return text != NULL && tambour_instant_parse (text, &at) ? at : (TambourInstant) { TAMBOUR_NEVER };
}
