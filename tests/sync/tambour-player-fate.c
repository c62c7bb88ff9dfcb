/* tambour-player-fate.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-player-private.h"

/* What an administrator does to a database, and a cluster to itself. */

/**
 * tambour_player_is_erased:
 * @document: what stands at a place in the order of updates
 *
 * Returns: whether nothing does any more
 */
gboolean
tambour_player_is_erased (JsonObject *document)
{
  return !json_object_has_member (document, "_id");
}

/**
 * tambour_player_erase:
 * @self: a server
 * @id: a document
 * @tells: whether the server says afterwards that it did, as CouchDB does since 3.4
 *
 * Takes the document out for good, as `_purge` does.
 */
void
tambour_player_erase (TambourPlayer *self,
                      const char    *id,
                      gboolean       tells)
{
  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->documents->len; i++)
    {
      JsonObject *document = self->documents->pdata[i];

      if (g_strcmp0 (json_object_get_string_member_with_default (document, "_id", NULL), id) != 0)
        continue;

      self->documents->pdata[i] = json_object_new ();
      json_object_unref (document);
    }
  g_ptr_array_add (self->erased, g_strdup (id));
  self->tells_erased = tells;
  g_mutex_unlock (&self->lock);
}

/**
 * tambour_player_compact:
 * @self: a server
 *
 * Has it forget what was erased until now, but not how much.
 */
void
tambour_player_compact (TambourPlayer *self)
{
  g_mutex_lock (&self->lock);
  self->n_untold = self->erased->len;
  g_mutex_unlock (&self->lock);
}

/**
 * tambour_player_answer_erased:
 * @self: a server, locked
 * @message: who asks for `_purged_infos`
 */
void
tambour_player_answer_erased (TambourPlayer     *self,
                              SoupServerMessage *message)
{
  g_autoptr(GString) text = g_string_new ("{\"purged_infos\":[");

  if (!self->tells_erased)
    {
      tambour_player_answer (message, 400, "{\"error\":\"illegal_docid\",\"reason\":\"Only reserved document ids may start with underscore.\"}");
      return;
    }

  for (guint i = self->n_untold; i < self->erased->len; i++)
    g_string_append_printf (text, "%s{\"id\":\"%s\",\"revs\":[\"1-a\"]}", i > self->n_untold ? "," : "", (char *) self->erased->pdata[i]);
  g_string_append (text, "]}");
  tambour_player_answer (message, 200, text->str);
}

/**
 * tambour_player_fail_documents:
 * @self: a server
 * @n: of how many answers
 *
 * Has the next answers to `_bulk_get` say of each document that it could not be read, as a
 * cluster does of which too few nodes are up.
 */
void
tambour_player_fail_documents (TambourPlayer *self,
                               guint          n)
{
  g_mutex_lock (&self->lock);
  self->n_failing = n;
  g_mutex_unlock (&self->lock);
}

/**
 * tambour_player_back_up:
 * @self: a server
 *
 * Makes a backup of the database, for tambour_player_restore().
 */
void
tambour_player_back_up (TambourPlayer *self)
{
  GHashTableIter iter;
  gpointer name, document;

  g_mutex_lock (&self->lock);
  g_clear_pointer (&self->backed_up, g_hash_table_unref);
  self->backed_up = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) json_object_unref);
  g_hash_table_iter_init (&iter, self->locals);
  while (g_hash_table_iter_next (&iter, &name, &document))
    g_hash_table_insert (self->backed_up, g_strdup (name), json_object_ref (document));
  self->n_backed_up = self->documents->len;
  g_mutex_unlock (&self->lock);
}

/**
 * tambour_player_restore:
 * @self: a server
 *
 * Puts the backup in place of the database, with the checkpoints as they were.
 */
void
tambour_player_restore (TambourPlayer *self)
{
  g_mutex_lock (&self->lock);
  g_ptr_array_set_size (self->documents, (int) self->n_backed_up);
  g_hash_table_unref (self->locals);
  self->locals = g_steal_pointer (&self->backed_up);
  g_mutex_unlock (&self->lock);
}
