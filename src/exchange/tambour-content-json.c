/* tambour-content-json.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-content-json.h"

#include <glib/gi18n-lib.h>

#include "tambour-import.h"

/* What is in a file, among records: {"content":"<SHA-256>","base64":"…"}. */

/**
 * tambour_content_pack:
 * @hash: the name of a content
 * @bytes: the content
 *
 * Returns: (transfer full): both as JSON
 */
JsonNode *
tambour_content_pack (const char *hash,
                      GBytes     *bytes)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  gsize length;
  const guchar *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = g_base64_encode (data, length);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "content");
  json_builder_add_string_value (builder, hash);
  json_builder_set_member_name (builder, "base64");
  json_builder_add_string_value (builder, text);
  json_builder_end_object (builder);

  return json_builder_get_root (builder);
}

/**
 * tambour_content_is_packed:
 * @node: JSON
 *
 * Returns: whether it is a content, and no record
 */
gboolean
tambour_content_is_packed (JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  return object != NULL && json_object_has_member (object, "content") && json_object_has_member (object, "base64") &&
         !json_object_has_member (object, "kind");
}

static const char *
get_text (JsonNode   *node,
          const char *name)
{
  JsonNode *member = json_object_get_member (json_node_get_object (node), name);

  return JSON_NODE_HOLDS_VALUE (member) && json_node_get_value_type (member) == G_TYPE_STRING ? json_node_get_string (member) : "";
}

/**
 * tambour_content_unpack:
 * @node: JSON that is a content
 * @error: return location for %TAMBOUR_IMPORT_ERROR_ROW
 *
 * Returns: (transfer full) (nullable): the content, if it is what its name says
 */
GBytes *
tambour_content_unpack (JsonNode  *node,
                        GError   **error)
{
  gsize length = 0;
  guchar *data = g_base64_decode (get_text (node, "base64"), &length);
  g_autoptr(GBytes) bytes = g_bytes_new_take (data, length);
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  if (g_strcmp0 (hash, get_text (node, "content")) == 0)
    return g_steal_pointer (&bytes);

  g_set_error_literal (error, TAMBOUR_IMPORT_ERROR, TAMBOUR_IMPORT_ERROR_ROW, _("The content of a file is not what its name says"));

  return NULL;
}
