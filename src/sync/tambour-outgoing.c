/* tambour-outgoing.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "tambour-outgoing.h"

#include "tambour-contained.h"
#include "tambour-reconcile.h"

/* Around the documents of a request. */
#define HEAD "{\"new_edits\":false,\"docs\":["
#define TAIL "]}"

/**
 * tambour_outgoing_free:
 * @self: (transfer full): a revision
 */
void
tambour_outgoing_free (TambourOutgoing *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->following, g_strfreev);
  g_free (self);
}

/**
 * tambour_outgoing_weigh:
 * @outgoing: (element-type TambourOutgoing): revisions
 *
 * Returns: how many bytes they are
 */
gsize
tambour_outgoing_weigh (GPtrArray *outgoing)
{
  gsize size = 0;

  for (guint i = 0; i < outgoing->len; i++)
    size += ((TambourOutgoing *) g_ptr_array_index (outgoing, i))->length;

  return size;
}

static TambourOutgoing *
outgoing_new (const char *id,
              JsonObject *document,
              GStrv       following)
{
  g_autoptr(JsonNode) node = document ? json_node_init_object (json_node_alloc (), document) : NULL;
  TambourOutgoing *self = g_new0 (TambourOutgoing, 1);

  self->id = g_strdup (id);
  self->text = node ? json_to_string (node, FALSE) : NULL;
  self->length = node ? strlen (self->text) : 0;
  if (following[0] != NULL)
    self->following = g_strdupv (following);

  return self;
}

static gboolean
add_leaf (TambourPeer                *peer,
          const TambourReplicaEntry  *entry,
          TambourRevisions           *tree,
          const char                 *leaf,
          GPtrArray                  *outgoing,
          GError                    **error)
{
  g_autoptr(JsonObject) document = tambour_reconcile_dup_document (entry, tree, leaf);
  g_auto(GStrv) following = NULL;
  gboolean is_waiting;

  /* Another laptop has it: what came from there stays with it. */
  if (document == NULL)
    return TRUE;

  if (!tambour_contained_pack (peer, entry->record, document, &is_waiting, &following, error))
    return FALSE;

  g_ptr_array_add (outgoing, outgoing_new (entry->id, is_waiting ? NULL : document, following));

  return TRUE;
}

/**
 * tambour_outgoing_add:
 * @peer: a portfolio and its team's database
 * @entry: a record with a tree
 * @leaves: which of its leaves the server lacks
 * @outgoing: (element-type TambourOutgoing): where to add them
 * @error: return location for an error
 *
 * Returns: %TRUE if what is known of them is in @outgoing
 */
gboolean
tambour_outgoing_add (TambourPeer                *peer,
                      const TambourReplicaEntry  *entry,
                      const char * const         *leaves,
                      GPtrArray                  *outgoing,
                      GError                    **error)
{
  g_autoptr(TambourRevisions) tree = tambour_revisions_parse (entry->tree, error);

  if (tree == NULL)
    return FALSE;

  for (guint i = 0; leaves[i]; i++)
    if (tambour_revisions_is_leaf (tree, leaves[i]) && !add_leaf (peer, entry, tree, leaves[i], outgoing, error))
      return FALSE;

  return TRUE;
}

/**
 * tambour_outgoing_wrap:
 * @outgoing: (element-type TambourOutgoing): revisions
 * @first: the first of those to send
 * @n: how many
 *
 * Returns: (transfer full): the body of `_bulk_docs`
 */
GBytes *
tambour_outgoing_wrap (GPtrArray *outgoing,
                       guint      first,
                       guint      n)
{
  gsize length = strlen (HEAD) + strlen (TAIL) + n;
  GString *body;

  for (guint i = first; i < first + n; i++)
    length += ((TambourOutgoing *) g_ptr_array_index (outgoing, i))->length;

  body = g_string_sized_new (length);
  g_string_append (body, HEAD);
  for (guint i = first; i < first + n; i++)
    {
      const TambourOutgoing *self = g_ptr_array_index (outgoing, i);

      if (i > first)
        g_string_append_c (body, ',');
      g_string_append_len (body, self->text, (gssize) self->length);
    }
  g_string_append (body, TAIL);

  return g_string_free_to_bytes (body);
}
