/* tambour-inbox.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tambour-inbox.h"
#include "tambour-json-member.h"

/* Kept among the portfolio’s settings, on this computer, one each: the connector’s name, in which
 * nothing but letters stands as it is, and what the portal calls the item.
 */
#define PREFIX "inbox:"

/**
 * tambour_inbox_entry_new:
 * @connector: what the connector is called
 * @external_id: what the portal calls the item
 *
 * Returns: (transfer full): an entry that says nothing else
 */
TambourInboxEntry *
tambour_inbox_entry_new (const char *connector,
                         const char *external_id)
{
  TambourInboxEntry *self = g_new0 (TambourInboxEntry, 1);

  self->connector = g_strdup (connector);
  self->external_id = g_strdup (external_id);
  self->hints = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->opened_at.seconds = TAMBOUR_NEVER;
  self->changed_at.seconds = TAMBOUR_NEVER;

  return self;
}

/**
 * tambour_inbox_entry_free:
 * @self: (transfer full): an entry
 */
void
tambour_inbox_entry_free (TambourInboxEntry *self)
{
  g_clear_pointer (&self->connector, g_free);
  g_clear_pointer (&self->external_id, g_free);
  g_clear_pointer (&self->number, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->reason, g_free);
  g_clear_pointer (&self->hints, g_hash_table_unref);
  g_free (self);
}

/**
 * tambour_inbox_dup_prefix:
 * @connector: what a connector is called
 *
 * Returns: (transfer full): how the settings begin that are its inbox
 */
char *
tambour_inbox_dup_prefix (const char *connector)
{
  g_autofree char *escaped = g_uri_escape_string (connector, NULL, FALSE);

  return g_strconcat (PREFIX, escaped, ":", NULL);
}

static char *
dup_setting_name (const char *connector,
                  const char *external_id)
{
  g_autofree char *prefix = tambour_inbox_dup_prefix (connector);

  return g_strconcat (prefix, external_id, NULL);
}

static void
read_hint (JsonObject *object,
           const char *name,
           JsonNode   *node,
           gpointer    user_data)
{
  const char *text = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;

  if (text != NULL)
    g_hash_table_replace (user_data, g_strdup (name), g_strdup (text));
}

/* The names of settings say whose they are: the first two parts. */
static TambourInboxEntry *
read_entry (TambourStore *store,
            const char   *setting)
{
  const char *rest = setting + strlen (PREFIX);
  const char *colon = strchr (rest, ':');
  g_autofree char *connector = colon ? g_uri_unescape_segment (rest, colon, NULL) : NULL;
  g_autofree char *text = connector ? tambour_store_dup_setting (store, setting) : NULL;
  g_autoptr(JsonNode) node = text ? json_from_string (text, NULL) : NULL;
  JsonObject *object = node && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  TambourInboxEntry *self;
  JsonNode *hints;

  if (object == NULL)
    return NULL;

  self = tambour_inbox_entry_new (connector, colon + 1);
  self->number = tambour_json_dup_text (object, "number");
  self->title = tambour_json_dup_text (object, "title");
  self->reason = tambour_json_dup_text (object, "reason");
  self->opened_at = tambour_json_get_instant (object, "opened_at");
  self->changed_at = tambour_json_get_instant (object, "changed_at");
  self->is_ignored = json_object_get_boolean_member_with_default (object, "ignored", FALSE);
  hints = json_object_get_member (object, "hints");
  if (hints != NULL && JSON_NODE_HOLDS_OBJECT (hints))
    json_object_foreach_member (json_node_get_object (hints), read_hint, self->hints);

  return self;
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const TambourInboxEntry *one = *(const TambourInboxEntry * const *) a;
  const TambourInboxEntry *other = *(const TambourInboxEntry * const *) b;

  if (one->changed_at.seconds != other->changed_at.seconds)
    return one->changed_at.seconds > other->changed_at.seconds ? -1 : 1;

  return strcmp (one->external_id, other->external_id);
}

/**
 * tambour_inbox_list:
 * @store: a portfolio
 * @connector: (nullable): only what came by this one
 * @with_ignored: also what somebody wants nothing of
 * @error: return location for a #TambourStoreError
 *
 * Blocks.
 *
 * Returns: (transfer full) (nullable) (element-type TambourInboxEntry): what waits for
 *   somebody to say whose it is, what changed last first
 */
GPtrArray *
tambour_inbox_list (TambourStore  *store,
                    const char    *connector,
                    gboolean       with_ignored,
                    GError       **error)
{
  g_autofree char *prefix = connector ? tambour_inbox_dup_prefix (connector) : g_strdup (PREFIX);
  g_auto(GStrv) settings = tambour_store_list_settings (store, prefix, error);
  g_autoptr(GPtrArray) entries = NULL;

  if (settings == NULL)
    return NULL;

  entries = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_inbox_entry_free);
  for (guint i = 0; settings[i] != NULL; i++)
    {
      g_autoptr(TambourInboxEntry) entry = read_entry (store, settings[i]);

      if (entry != NULL && (with_ignored || !entry->is_ignored))
        g_ptr_array_add (entries, g_steal_pointer (&entry));
    }

  g_ptr_array_sort (entries, compare_entries);

  return g_steal_pointer (&entries);
}

/**
 * tambour_inbox_get:
 * @store: a portfolio
 * @connector: what the connector is called
 * @external_id: what the portal calls the item
 * @error: return location for %TAMBOUR_STORE_ERROR_NOT_FOUND
 *
 * Blocks.
 *
 * Returns: (transfer full) (nullable): the entry
 */
TambourInboxEntry *
tambour_inbox_get (TambourStore  *store,
                   const char    *connector,
                   const char    *external_id,
                   GError       **error)
{
  g_autofree char *setting = dup_setting_name (connector, external_id);
  TambourInboxEntry *entry = read_entry (store, setting);

  if (entry == NULL)
    g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND,
                 _("Nothing called “%s” waits in the inbox of “%s”: look at what does."), external_id, connector);

  return entry;
}

/**
 * tambour_inbox_put:
 * @store: a portfolio
 * @entry: what waits for somebody to say whose it is
 * @error: return location for a #TambourStoreError
 *
 * Blocks.
 *
 * Returns: %TRUE if the portfolio keeps it
 */
gboolean
tambour_inbox_put (TambourStore       *store,
                   TambourInboxEntry  *entry,
                   GError            **error)
{
  g_autofree char *setting = dup_setting_name (entry->connector, entry->external_id);
  g_autoptr(JsonObject) object = json_object_new ();
  g_autoptr(JsonNode) root = json_node_init_object (json_node_alloc (), object);
  g_autoptr(GList) names = g_list_sort (g_hash_table_get_keys (entry->hints), (GCompareFunc) strcmp);
  g_autofree char *text = NULL;
  JsonObject *hints = json_object_new ();

  for (GList *name = names; name != NULL; name = name->next)
    tambour_json_set_text (hints, name->data, g_hash_table_lookup (entry->hints, name->data));

  tambour_json_set_text (object, "number", entry->number);
  tambour_json_set_text (object, "title", entry->title);
  tambour_json_set_text (object, "reason", entry->reason);
  json_object_set_object_member (object, "hints", hints);
  tambour_json_set_instant (object, "opened_at", entry->opened_at);
  tambour_json_set_instant (object, "changed_at", entry->changed_at);
  if (entry->is_ignored)
    json_object_set_boolean_member (object, "ignored", TRUE);
  text = json_to_string (root, FALSE);

  return tambour_store_set_setting (store, setting, text, error);
}

/**
 * tambour_inbox_drop:
 * @store: a portfolio
 * @connector: what the connector is called
 * @external_id: what the portal calls the item
 * @error: return location for a #TambourStoreError
 *
 * It waits no longer. Blocks.
 *
 * Returns: %TRUE if it is not there any more
 */
gboolean
tambour_inbox_drop (TambourStore  *store,
                    const char    *connector,
                    const char    *external_id,
                    GError       **error)
{
  g_autofree char *setting = dup_setting_name (connector, external_id);

  return tambour_store_set_setting (store, setting, NULL, error);
}

/**
 * tambour_inbox_ignore:
 * @store: a portfolio
 * @connector: what the connector is called
 * @external_id: what the portal calls the item
 * @is_ignored: whether nothing is wanted of it from now on; %FALSE takes that back
 * @error: return location for %TAMBOUR_STORE_ERROR_NOT_FOUND, or another
 *
 * Blocks.
 *
 * Returns: %TRUE if that is noted
 */
gboolean
tambour_inbox_ignore (TambourStore  *store,
                      const char    *connector,
                      const char    *external_id,
                      gboolean       is_ignored,
                      GError       **error)
{
  g_autoptr(TambourInboxEntry) entry = tambour_inbox_get (store, connector, external_id, error);

  if (entry == NULL)
    return FALSE;

  entry->is_ignored = is_ignored;

  return tambour_inbox_put (store, entry, error);
}
