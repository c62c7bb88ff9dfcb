/* tambour-received.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "tambour-answer.h"
#include "tambour-couch-document.h"
#include "tambour-received.h"
#include "tambour-revisions.h"

/**
 * tambour_received_free:
 * @self: (transfer full): a leaf
 */
void
tambour_received_free (TambourReceived *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->path, g_strfreev);
  g_clear_pointer (&self->document, json_object_unref);
  g_free (self);
}

/* {"start": 3, "ids": ["c", "b", "a"]}; a server may leave it out of what has no past. */
static GStrv
read_path (JsonObject *document,
           const char *rev)
{
  JsonNode *node = json_object_get_member (document, "_revisions");
  JsonObject *revisions = node && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *ids = revisions ? json_object_get_member (revisions, "ids") : NULL;
  guint64 start = tambour_revision_get_number (rev);
  g_autoptr(GStrvBuilder) path = g_strv_builder_new ();

  g_strv_builder_add (path, rev);

  for (guint i = 1; ids != NULL && JSON_NODE_HOLDS_ARRAY (ids) && i < start && i < json_array_get_length (json_node_get_array (ids)); i++)
    {
      const char *hash = tambour_answer_as_text (json_array_get_element (json_node_get_array (ids), i));
      g_autofree char *older = hash ? g_strdup_printf ("%" PRIu64 "-%s", start - i, hash) : NULL;

      if (older == NULL || !tambour_revision_is_valid (older))
        break;
      g_strv_builder_take (path, g_steal_pointer (&older));
    }

  return g_strv_builder_end (path);
}

/**
 * tambour_received_new:
 * @document: a document of any shape, as asked for with its revisions
 * @error: return location for %G_IO_ERROR_INVALID_DATA
 *
 * Returns: (transfer full) (nullable): the leaf, or %NULL if @document has no id
 *   or no revision
 */
TambourReceived *
tambour_received_new (JsonObject  *document,
                      GError     **error)
{
  const char *id = tambour_answer_peek_text (document, "_id");
  const char *rev = tambour_answer_peek_text (document, "_rev");
  TambourReceived *self;

  if (id == NULL || *id == '\0' || rev == NULL || !tambour_revision_is_valid (rev))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _("The server sent a document “%s” without a revision that can be read."), id ? id : "");
      return NULL;
    }

  self = g_new0 (TambourReceived, 1);
  self->id = g_strdup (id);
  self->path = read_path (document, rev);
  self->document = json_object_ref (document);
  self->is_deleted = tambour_couch_document_is_deleted (document);

  return self;
}
