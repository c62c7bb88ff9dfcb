/* tambour-calendars.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tambour-calendars-private.h"
#include "tambour-json-member.h"

/* What is read, and how its last run went; the runs are in a file of their own. */

/**
 * tambour_dav_source_new:
 * @name: what people call it
 * @kind: calendars or address books
 * @address: the server’s address
 *
 * Returns: (transfer full): calendars or address books of nobody yet
 */
TambourDavSource *
tambour_dav_source_new (const char     *name,
                        TambourDavKind  kind,
                        const char     *address)
{
  TambourDavSource *self = g_new0 (TambourDavSource, 1);

  self->name = g_strdup (name);
  self->kind = kind;
  self->address = g_strdup (address);

  return self;
}

/**
 * tambour_dav_source_free:
 * @self: (transfer full): calendars or address books
 */
void
tambour_dav_source_free (TambourDavSource *self)
{
  g_free (self->name);
  g_free (self->address);
  g_free (self->user);
  g_free (self->path);
  g_free (self->account_id);
  g_free (self);
}

/**
 * tambour_dav_source_dup_server:
 * @self: calendars or address books
 * @error: return location for an error of %TAMBOUR_NET_ERROR
 *
 * Returns: (transfer full) (nullable): where they are, and who signs in
 */
TambourServer *
tambour_dav_source_dup_server (const TambourDavSource  *self,
                               GError                 **error)
{
  g_autofree char *password = NULL;
  TambourServer *server = tambour_server_new_service (self->address, &password, error);

  if (password != NULL)
    explicit_bzero (password, strlen (password));
  if (server == NULL)
    return NULL;

  server->sign_in = self->user ? TAMBOUR_SIGN_IN_BASIC : TAMBOUR_SIGN_IN_NONE;
  g_set_str (&server->user, self->user);

  return server;
}

/* --- settings -------------------------------------------------------------- */

/**
 * tambour_calendars_read_setting:
 * @store: a store
 * @prefix: of which kind
 * @name: a source’s
 *
 * Returns: (transfer full) (nullable): what is kept; %NULL if nothing is
 */
JsonObject *
tambour_calendars_read_setting (TambourStore *store,
                                const char   *prefix,
                                const char   *name)
{
  g_autofree char *key = g_strconcat (prefix, name, NULL);
  g_autofree char *text = tambour_store_dup_setting (store, key);
  g_autoptr(JsonNode) node = text ? json_from_string (text, NULL) : NULL;

  return node && JSON_NODE_HOLDS_OBJECT (node) ? json_node_dup_object (node) : NULL;
}

/**
 * tambour_calendars_write_setting:
 * @store: a store
 * @prefix: of which kind
 * @name: a source’s
 * @object: (nullable): what is kept; nothing if %NULL
 * @error: return location for a #TambourStoreError
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_calendars_write_setting (TambourStore  *store,
                                 const char    *prefix,
                                 const char    *name,
                                 JsonObject    *object,
                                 GError       **error)
{
  g_autofree char *key = g_strconcat (prefix, name, NULL);
  g_autoptr(JsonNode) node = object ? json_node_init_object (json_node_alloc (), object) : NULL;
  g_autofree char *text = node ? json_to_string (node, FALSE) : NULL;

  return tambour_store_set_setting (store, key, text, error);
}

static TambourDavSource *
unpack (const char *name,
        JsonObject *object)
{
  const char *kind = json_object_get_string_member_with_default (object, "kind", "calendars");
  TambourDavSource *source = tambour_dav_source_new (name, g_str_equal (kind, "contacts") ? TAMBOUR_DAV_ADDRESS_BOOKS : TAMBOUR_DAV_CALENDARS, NULL);

  source->address = tambour_json_dup_text (object, "address");
  source->user = tambour_json_dup_text (object, "user");
  source->path = tambour_json_dup_text (object, "path");
  source->account_id = tambour_json_dup_text (object, "account");

  return source;
}

/**
 * tambour_calendars_list:
 * @store: a portfolio
 * @error: return location for a #TambourStoreError
 *
 * Returns: (transfer full) (nullable) (element-type TambourDavSource): what is read, by name
 */
GPtrArray *
tambour_calendars_list (TambourStore  *store,
                        GError       **error)
{
  g_autoptr(GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_dav_source_free);
  g_auto(GStrv) keys = tambour_store_list_settings (store, TAMBOUR_DAV_SOURCE, error);

  if (keys == NULL)
    return NULL;

  for (guint i = 0; keys[i]; i++)
    {
      const char *name = keys[i] + strlen (TAMBOUR_DAV_SOURCE);
      g_autoptr(JsonObject) object = tambour_calendars_read_setting (store, TAMBOUR_DAV_SOURCE, name);

      if (object != NULL)
        g_ptr_array_add (sources, unpack (name, object));
    }

  return g_steal_pointer (&sources);
}

/**
 * tambour_calendars_get:
 * @store: a portfolio
 * @name: what people call it
 * @error: return location for %TAMBOUR_STORE_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable): the calendars or address books
 */
TambourDavSource *
tambour_calendars_get (TambourStore  *store,
                       const char    *name,
                       GError       **error)
{
  g_autoptr(JsonObject) object = tambour_calendars_read_setting (store, TAMBOUR_DAV_SOURCE, name);

  if (object != NULL)
    return unpack (name, object);

  g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND, _("No calendar or address book is called “%s” here"), name);

  return NULL;
}

/**
 * tambour_calendars_put:
 * @store: a portfolio
 * @source: what is read
 * @error: return location for an error of %TAMBOUR_NET_ERROR, or a #TambourStoreError
 *
 * One of that name is replaced; what is elsewhere now is read from its beginning.
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_calendars_put (TambourStore            *store,
                       const TambourDavSource  *source,
                       GError                 **error)
{
  g_autoptr(TambourServer) server = tambour_dav_source_dup_server (source, error);
  g_autoptr(JsonObject) object = json_object_new ();

  if (server == NULL)
    return FALSE;
  if (source->name == NULL || *source->name == '\0')
    {
      g_set_error_literal (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED, _("A calendar or address book needs a name"));
      return FALSE;
    }

  json_object_set_string_member (object, "kind", source->kind == TAMBOUR_DAV_CALENDARS ? "calendars" : "contacts");
  tambour_json_set_text (object, "address", server->url);
  tambour_json_set_text (object, "user", source->user);
  tambour_json_set_text (object, "path", source->path);
  tambour_json_set_text (object, "account", source->account_id);

  return tambour_calendars_write_setting (store, TAMBOUR_DAV_STATE, source->name, NULL, error) &&
         tambour_calendars_write_setting (store, TAMBOUR_DAV_SOURCE, source->name, object, error);
}

/**
 * tambour_calendars_remove:
 * @store: a portfolio
 * @name: what people call it
 * @error: return location for %TAMBOUR_STORE_ERROR_NOT_FOUND, or another
 *
 * It is read no more; what came from there stays.
 *
 * Returns: %FALSE on error
 */
gboolean
tambour_calendars_remove (TambourStore  *store,
                          const char    *name,
                          GError       **error)
{
  g_autoptr(TambourDavSource) source = tambour_calendars_get (store, name, error);

  return source != NULL && tambour_calendars_write_setting (store, TAMBOUR_DAV_STATE, name, NULL, error) &&
         tambour_calendars_write_setting (store, TAMBOUR_DAV_SOURCE, name, NULL, error);
}

/* --- the last run ---------------------------------------------------------- */

static const struct
{
  const char *name;
  gsize       offset;
} counted[] = {
  { "read", G_STRUCT_OFFSET (TambourImportCounts, read) },
  { "created", G_STRUCT_OFFSET (TambourImportCounts, created) },
  { "updated", G_STRUCT_OFFSET (TambourImportCounts, updated) },
  { "unchanged", G_STRUCT_OFFSET (TambourImportCounts, unchanged) },
  { "rejected", G_STRUCT_OFFSET (TambourImportCounts, rejected) },
};

/**
 * tambour_calendars_pack_counts:
 * @object: (inout): what a run has done
 * @counts: how much of it
 */
void
tambour_calendars_pack_counts (JsonObject                *object,
                               const TambourImportCounts *counts)
{
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    json_object_set_int_member (object, counted[i].name, (gint64) G_STRUCT_MEMBER (guint64, counts, counted[i].offset));
}

/**
 * tambour_dav_run_free:
 * @self: (transfer full): a run
 */
void
tambour_dav_run_free (TambourDavRun *self)
{
  g_free (self->error);
  g_free (self);
}

/**
 * tambour_calendars_last_run:
 * @store: a portfolio
 * @name: what is read
 *
 * Returns: (transfer full): how it went the last time
 */
TambourDavRun *
tambour_calendars_last_run (TambourStore *store,
                            const char   *name)
{
  g_autoptr(JsonObject) object = tambour_calendars_read_setting (store, TAMBOUR_DAV_STATE, name);
  TambourDavRun *run = g_new0 (TambourDavRun, 1);

  run->started_at.seconds = run->finished_at.seconds = TAMBOUR_NEVER;
  if (object == NULL)
    return run;

  run->started_at = tambour_json_get_instant (object, "started_at");
  run->finished_at = tambour_json_get_instant (object, "finished_at");
  run->error = tambour_json_dup_text (object, "error");
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    G_STRUCT_MEMBER (guint64, &run->counts, counted[i].offset) = (guint64) json_object_get_int_member_with_default (object, counted[i].name, 0);

  return run;
}
