/* tambour-peer-retry.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-answer.h"
#include "tambour-couch-read.h"
#include "tambour-peer.h"

/* What could not be had, though the feed of changes told of it: that is behind then, so it
 * is remembered beyond this session what is to be asked for again.
 */

#define RETRIES_SETTING "sync.retries"
#define MISSED_SETTING "sync.missed"

/* More failures than these are no failures of documents. */
#define MOST_RETRIES 1000

/* A node of a cluster may tell of what the others do not have yet; or it was erased since. */
#define MOST_MISSES 10

/**
 * tambour_peer_retry:
 * @self: a portfolio and its team's database
 * @id: of a document
 * @rev: a leaf of it that could not be had
 *
 * Has it asked for again.
 */
void
tambour_peer_retry (TambourPeer *self,
                    const char  *id,
                    const char  *rev)
{
  const char * const *known = g_hash_table_lookup (self->retries, id);
  g_autoptr(GStrvBuilder) revs = g_strv_builder_new ();

  if (known != NULL && g_strv_contains (known, rev))
    return;

  if (known != NULL)
    g_strv_builder_addv (revs, (const char **) known);
  g_strv_builder_add (revs, rev);
  g_hash_table_insert (self->retries, g_strdup (id), g_strv_builder_end (revs));
}

/**
 * tambour_peer_miss:
 * @self: a portfolio and its team's database
 * @id: of a document
 * @rev: a leaf of it that the server told of, and says not to have
 *
 * Has it asked for again, unless that was done often.
 */
void
tambour_peer_miss (TambourPeer *self,
                   const char  *id,
                   const char  *rev)
{
  const char * const revs[] = { rev, NULL };
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->missed, id)) + 1;

  if (n >= MOST_MISSES)
    {
      tambour_peer_end_retry (self, id, revs);
      return;
    }

  g_hash_table_insert (self->missed, g_strdup (id), GUINT_TO_POINTER (n));
  tambour_peer_retry (self, id, rev);
}

/**
 * tambour_peer_end_retry:
 * @self: a portfolio and its team's database
 * @id: of a document
 * @revs: (array zero-terminated=1): revisions of it that are not to be asked for again
 *
 * They came, or will not.
 */
void
tambour_peer_end_retry (TambourPeer        *self,
                        const char         *id,
                        const char * const *revs)
{
  const char * const *known = g_hash_table_lookup (self->retries, id);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) rest = NULL;

  for (guint i = 0; known && known[i]; i++)
    if (!g_strv_contains (revs, known[i]))
      g_strv_builder_add (builder, known[i]);

  rest = g_strv_builder_end (builder);
  if (rest[0] != NULL)
    {
      g_hash_table_insert (self->retries, g_strdup (id), g_steal_pointer (&rest));
      return;
    }

  g_hash_table_remove (self->retries, id);
  g_hash_table_remove (self->missed, id);
}

/**
 * tambour_peer_check_retries:
 * @self: a portfolio and its team's database
 * @error: return location for %TAMBOUR_NET_ERROR_SERVER
 *
 * Returns: %FALSE if so much could not be had that this is no matter of documents
 */
gboolean
tambour_peer_check_retries (TambourPeer  *self,
                            GError      **error)
{
  if (g_hash_table_size (self->retries) < MOST_RETRIES)
    return TRUE;

  g_set_error (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_SERVER,
               /* Translators: %s is an address */
               _("The database at “%s” cannot give what it tells of: try again later, or tell the administrator"), self->url);

  return FALSE;
}

/**
 * tambour_peer_list_retries:
 * @self: a portfolio and its team's database
 *
 * Returns: (transfer full) (element-type TambourCouchRow): what could not be had
 */
GPtrArray *
tambour_peer_list_retries (TambourPeer *self)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_couch_row_free);
  GHashTableIter iter;
  gpointer id, revs;

  g_hash_table_iter_init (&iter, self->retries);
  while (g_hash_table_iter_next (&iter, &id, &revs))
    g_ptr_array_add (rows, tambour_couch_row_new (id, g_strdupv (revs)));

  return rows;
}

static gboolean
is_settled (gpointer id,
            gpointer n,
            gpointer user_data)
{
  TambourPeer *self = user_data;

  return !g_hash_table_contains (self->retries, id);
}

/**
 * tambour_peer_set_retries:
 * @self: a portfolio and its team's database
 * @rows: (element-type TambourCouchRow): what could not be had, and nothing else
 *
 * Forgets the rest.
 */
void
tambour_peer_set_retries (TambourPeer *self,
                          GPtrArray   *rows)
{
  g_hash_table_remove_all (self->retries);
  for (guint i = 0; i < rows->len; i++)
    {
      const TambourCouchRow *row = g_ptr_array_index (rows, i);

      g_hash_table_insert (self->retries, g_strdup (row->id), g_strdupv (row->revs));
    }
  g_hash_table_foreach_remove (self->missed, is_settled, self);
}

static JsonObject *
read_setting (TambourPeer *self,
              const char  *name)
{
  g_autofree char *text = tambour_store_dup_setting (self->store, name);
  g_autoptr(JsonNode) node = text ? json_from_string (text, NULL) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_dup_object (node) : json_object_new ();
}

/**
 * tambour_peer_load_retries:
 * @self: a portfolio and its team's database
 *
 * Remembers what could not be had the last time.
 */
void
tambour_peer_load_retries (TambourPeer *self)
{
  g_autoptr(JsonObject) retries = read_setting (self, RETRIES_SETTING);
  g_autoptr(JsonObject) missed = read_setting (self, MISSED_SETTING);
  JsonObjectIter iter;
  const char *id;
  JsonNode *revs;

  g_hash_table_remove_all (self->retries);
  g_hash_table_remove_all (self->missed);
  json_object_iter_init (&iter, retries);
  while (json_object_iter_next (&iter, &id, &revs))
    {
      GStrv list = tambour_answer_dup_texts (revs, RETRIES_SETTING, NULL);
      gint64 n = tambour_answer_peek_int (missed, id, 0);

      if (list != NULL)
        g_hash_table_insert (self->retries, g_strdup (id), list);
      if (list != NULL && n > 0 && n < MOST_MISSES)
        g_hash_table_insert (self->missed, g_strdup (id), GUINT_TO_POINTER ((guint) n));
    }
}

static JsonObject *
pack_retries (TambourPeer *self)
{
  JsonObject *object = json_object_new ();
  g_autoptr(GPtrArray) rows = tambour_peer_list_retries (self);

  for (guint i = 0; i < rows->len; i++)
    {
      const TambourCouchRow *row = g_ptr_array_index (rows, i);
      JsonArray *revs = json_array_new ();

      for (guint j = 0; row->revs[j]; j++)
        json_array_add_string_element (revs, row->revs[j]);
      json_object_set_array_member (object, row->id, revs);
    }

  return object;
}

static JsonObject *
pack_missed (TambourPeer *self)
{
  JsonObject *object = json_object_new ();
  GHashTableIter iter;
  gpointer id, n;

  g_hash_table_iter_init (&iter, self->missed);
  while (g_hash_table_iter_next (&iter, &id, &n))
    json_object_set_int_member (object, id, GPOINTER_TO_UINT (n));

  return object;
}

static gboolean
write_setting (TambourPeer  *self,
               const char   *name,
               JsonObject   *object,
               GError      **error)
{
  g_autoptr(JsonObject) owned = object;
  g_autoptr(JsonNode) node = json_node_init_object (json_node_alloc (), object);
  g_autofree char *before = tambour_store_dup_setting (self->store, name);
  g_autofree char *after = json_object_get_size (object) > 0 ? json_to_string (node, FALSE) : NULL;

  return g_strcmp0 (before, after) == 0 || tambour_store_set_setting (self->store, name, after, error);
}

/**
 * tambour_peer_save_retries:
 * @self: a portfolio and its team's database
 * @error: return location for a #TambourStoreError
 *
 * Returns: %TRUE if what could not be had is written down
 */
gboolean
tambour_peer_save_retries (TambourPeer  *self,
                           GError      **error)
{
  return write_setting (self, RETRIES_SETTING, pack_retries (self), error) &&
         write_setting (self, MISSED_SETTING, pack_missed (self), error);
}
