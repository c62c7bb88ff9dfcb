/* tambour-connectors.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tambour-connectors.h"

#include "tambour-inbox.h"
#include "tambour-json-member.h"

/* The portfolio keeps them among its settings, on this computer; what a run notes is kept
 * apart, so that neither writes over the other.
 */
#define PREFIX "connector:"

/**
 * tambour_connector_new:
 * @name: what people call it
 *
 * Returns: (transfer full): a connector that says nothing else
 */
TambourConnector *
tambour_connector_new (const char *name)
{
  TambourConnector *self = g_new0 (TambourConnector, 1);

  self->name = g_strdup (name);
  self->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_match_rule_free);

  return self;
}

/**
 * tambour_connector_copy:
 * @self: a connector
 *
 * Returns: (transfer full): another of the same contents
 */
TambourConnector *
tambour_connector_copy (const TambourConnector *self)
{
  TambourConnector *copy = tambour_connector_new (self->name);

  copy->map = g_strdup (self->map);
  copy->map_text = g_strdup (self->map_text);
  copy->kind = g_strdup (self->kind);
  copy->system = g_strdup (self->system);
  copy->address = g_strdup (self->address);
  copy->user = g_strdup (self->user);
  copy->interval = self->interval;
  for (guint i = 0; i < self->rules->len; i++)
    {
      const TambourMatchRule *rule = g_ptr_array_index (self->rules, i);

      g_ptr_array_add (copy->rules, tambour_match_rule_new (rule->hint, rule->pattern, rule->account_id));
    }

  return copy;
}

/**
 * tambour_connector_free:
 * @self: (transfer full): a connector
 */
void
tambour_connector_free (TambourConnector *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->map, g_free);
  g_clear_pointer (&self->map_text, g_free);
  g_clear_pointer (&self->kind, g_free);
  g_clear_pointer (&self->system, g_free);
  g_clear_pointer (&self->address, g_free);
  g_clear_pointer (&self->user, g_free);
  g_clear_pointer (&self->rules, g_ptr_array_unref);
  g_free (self);
}

/**
 * tambour_connector_is_due:
 * @self: a connector
 * @state: how far it has come
 * @at: the time that is "now"
 *
 * Returns: whether it is to be read again by itself
 */
gboolean
tambour_connector_is_due (const TambourConnector      *self,
                          const TambourConnectorState *state,
                          TambourInstant               at)
{
  return self->interval > 0 && (!tambour_instant_is_stated (state->started_at) ||
                                at.seconds >= state->started_at.seconds + self->interval * TAMBOUR_MINUTE);
}

/* Secrets belong to what stands in front of the last slash, and to a user. */
static TambourServer *
new_server (const TambourConnector *self,
            char                   *user)
{
  TambourServer *server = g_new0 (TambourServer, 1);

  server->url = g_strconcat (self->address, "/connector", NULL);
  server->user = user;
  server->sign_in = TAMBOUR_SIGN_IN_BASIC;

  return server;
}

/**
 * tambour_connector_dup_server:
 * @self: a connector with an address
 *
 * Returns: (transfer full): what tambour_secrets_lookup() and _store() know its secret by
 */
TambourServer *
tambour_connector_dup_server (const TambourConnector *self)
{
  return new_server (self, g_strdup (self->user ? self->user : "token"));
}

/**
 * tambour_connector_dup_token_server:
 * @self: a connector with an address
 *
 * Returns: (transfer full): what they know by what a portal gave to sign in with later
 */
TambourServer *
tambour_connector_dup_token_server (const TambourConnector *self)
{
  return new_server (self, g_strconcat (self->user ? self->user : "", "/session", NULL));
}

/* --- as settings ------------------------------------------------------------ */

static char *
pack (const TambourConnector *self)
{
  g_autoptr(JsonObject) object = json_object_new ();
  g_autoptr(JsonNode) root = json_node_init_object (json_node_alloc (), object);
  JsonArray *rules = json_array_new ();

  tambour_json_set_text (object, "map", self->map);
  tambour_json_set_text (object, "map_text", self->map_text);
  tambour_json_set_text (object, "kind", self->kind);
  tambour_json_set_text (object, "system", self->system);
  tambour_json_set_text (object, "address", self->address);
  tambour_json_set_text (object, "user", self->user);
  json_object_set_int_member (object, "interval", self->interval);
  for (guint i = 0; i < self->rules->len; i++)
    {
      const TambourMatchRule *rule = g_ptr_array_index (self->rules, i);
      JsonObject *member = json_object_new ();

      tambour_json_set_text (member, "hint", rule->hint);
      tambour_json_set_text (member, "pattern", rule->pattern);
      tambour_json_set_text (member, "account", rule->account_id);
      json_array_add_object_element (rules, member);
    }

  json_object_set_array_member (object, "rules", rules);

  return json_to_string (root, FALSE);
}

static void
read_rule (JsonArray *array,
           guint      position,
           JsonNode  *node,
           gpointer   user_data)
{
  TambourConnector *self = user_data;
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autofree char *hint = object ? tambour_json_dup_text (object, "hint") : NULL;
  g_autofree char *pattern = object ? tambour_json_dup_text (object, "pattern") : NULL;
  g_autofree char *account_id = object ? tambour_json_dup_text (object, "account") : NULL;

  if (hint != NULL && pattern != NULL && account_id != NULL)
    g_ptr_array_add (self->rules, tambour_match_rule_new (hint, pattern, account_id));
}

static JsonNode *
read_setting (TambourStore *store,
              const char   *name)
{
  g_autofree char *text = tambour_store_dup_setting (store, name);
  g_autoptr(JsonNode) node = text ? json_from_string (text, NULL) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? g_steal_pointer (&node) : NULL;
}

/* What is no connector is none. */
static TambourConnector *
unpack (TambourStore *store,
        const char   *setting)
{
  g_autoptr(JsonNode) node = read_setting (store, setting);
  JsonObject *object = node ? json_node_get_object (node) : NULL;
  JsonNode *rules = object ? json_object_get_member (object, "rules") : NULL;
  g_autoptr(TambourConnector) self = NULL;

  if (object == NULL)
    return NULL;

  self = tambour_connector_new (setting + strlen (PREFIX));
  self->map = tambour_json_dup_text (object, "map");
  self->map_text = tambour_json_dup_text (object, "map_text");
  self->kind = tambour_json_dup_text (object, "kind");
  self->system = tambour_json_dup_text (object, "system");
  self->address = tambour_json_dup_text (object, "address");
  self->user = tambour_json_dup_text (object, "user");
  self->interval = json_object_get_int_member_with_default (object, "interval", 0);
  if (rules != NULL && JSON_NODE_HOLDS_ARRAY (rules))
    json_array_foreach_element (json_node_get_array (rules), read_rule, self);

  return self->address != NULL && self->system != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * tambour_connectors_list:
 * @store: a portfolio
 * @error: return location for a #TambourStoreError
 *
 * Blocks.
 *
 * Returns: (transfer full) (nullable) (element-type TambourConnector): its connectors, by name
 */
GPtrArray *
tambour_connectors_list (TambourStore  *store,
                         GError       **error)
{
  g_auto(GStrv) settings = tambour_store_list_settings (store, PREFIX, error);
  g_autoptr(GPtrArray) connectors = NULL;

  if (settings == NULL)
    return NULL;

  connectors = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_connector_free);
  for (guint i = 0; settings[i] != NULL; i++)
    {
      TambourConnector *connector = unpack (store, settings[i]);

      if (connector != NULL)
        g_ptr_array_add (connectors, connector);
    }

  return g_steal_pointer (&connectors);
}

/**
 * tambour_connectors_get:
 * @store: a portfolio
 * @name: what a connector is called
 * @error: return location for %TAMBOUR_STORE_ERROR_NOT_FOUND
 *
 * Blocks.
 *
 * Returns: (transfer full) (nullable): the connector
 */
TambourConnector *
tambour_connectors_get (TambourStore  *store,
                        const char    *name,
                        GError       **error)
{
  g_autofree char *setting = g_strconcat (PREFIX, name, NULL);
  TambourConnector *connector = unpack (store, setting);

  if (connector == NULL)
    g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND,
                 _("This portfolio has no connector “%s”: add it, or look at what it has."), name);

  return connector;
}

static gboolean
refuse (const char  *message,
        GError     **error)
{
  g_set_error_literal (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED, message);

  return FALSE;
}

/* A secret in an address would be kept where everybody reads it. */
static gboolean
check_address (TambourConnector  *connector,
               GError           **error)
{
  g_autofree char *text = g_strstrip (g_strdup (connector->address ? connector->address : ""));
  g_autoptr(GUri) uri = NULL;
  g_autoptr(TambourServer) server = NULL;
  gsize length = strlen (text);

  while (length > 0 && text[length - 1] == '/')
    text[--length] = '\0';

  uri = g_uri_parse (text, G_URI_FLAGS_HAS_PASSWORD | G_URI_FLAGS_ENCODED, NULL);
  if (uri == NULL || (g_strcmp0 (g_uri_get_scheme (uri), "https") != 0 && g_strcmp0 (g_uri_get_scheme (uri), "http") != 0) ||
      g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0')
    return refuse (_("This is no address of a portal: write it as https://portal.example.org"), error);
  if (g_uri_get_userinfo (uri) != NULL)
    return refuse (_("Write the portal’s address without user and password: others can read it."), error);
  if (g_uri_get_query (uri) != NULL || g_uri_get_fragment (uri) != NULL)
    return refuse (_("Write the portal’s address without what follows a “?” or “#”."), error);

  server = tambour_server_new_service (text, NULL, error);
  if (server == NULL)
    return FALSE;

  g_set_str (&connector->address, text);

  return TRUE;
}

/* Two portals of one kind number their items alike: the second is told from the first by where it is. */
static gboolean
choose_system (TambourStore      *store,
               TambourConnector  *connector,
               const char        *system,
               GError           **error)
{
  g_autoptr(GPtrArray) others = tambour_connectors_list (store, error);
  gboolean is_taken = FALSE;

  if (others == NULL)
    return FALSE;

  for (guint i = 0; i < others->len; i++)
    {
      const TambourConnector *other = g_ptr_array_index (others, i);

      is_taken = is_taken || (!g_str_equal (other->name, connector->name) && g_str_equal (other->system, system) &&
                              !g_str_equal (other->address, connector->address));
    }

  if (is_taken)
    {
      g_autoptr(GUri) uri = g_uri_parse (connector->address, G_URI_FLAGS_ENCODED, NULL);
      g_autofree char *own = g_strdup_printf ("%s@%s", system, g_uri_get_host (uri));

      g_set_str (&connector->system, own);
    }
  else
    g_set_str (&connector->system, system);

  return TRUE;
}

/**
 * tambour_connectors_put:
 * @store: a portfolio
 * @connector: a connector that is new, or changed
 * @system: what its map calls the tool
 * @error: return location for %TAMBOUR_STORE_ERROR_REFUSED, %TAMBOUR_NET_ERROR_INSECURE, or another
 *
 * Keeps it. The external system of one that is known stays, so that its records do.
 * Blocks.
 *
 * Returns: %TRUE if the portfolio keeps it
 */
gboolean
tambour_connectors_put (TambourStore      *store,
                        TambourConnector  *connector,
                        const char        *system,
                        GError           **error)
{
  g_autofree char *setting = NULL;
  g_autofree char *text = NULL;

  g_strstrip (connector->name);
  if (*connector->name == '\0' || strpbrk (connector->name, "\n\r") != NULL)
    return refuse (_("Give the connector a name."), error);
  if (connector->interval < 0)
    return refuse (_("Say after how many minutes the portal is read again, or 0."), error);
  if (!check_address (connector, error) ||
      (connector->system == NULL && !choose_system (store, connector, system, error)))
    return FALSE;

  setting = g_strconcat (PREFIX, connector->name, NULL);
  text = pack (connector);

  return tambour_store_set_setting (store, setting, text, error);
}

/* --- removing, and taking that back ------------------------------------------ */

/* All that is kept of one; the connector itself comes last. */
static GStrv
list_own_settings (TambourStore  *store,
                   const char    *name,
                   GError       **error)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *prefix = tambour_inbox_dup_prefix (name);
  g_auto(GStrv) inbox = tambour_store_list_settings (store, prefix, error);

  if (inbox == NULL)
    return NULL;

  g_strv_builder_addv (builder, (const char **) inbox);
  g_strv_builder_take (builder, g_strconcat (TAMBOUR_CONNECTOR_STATE, name, NULL));
  g_strv_builder_take (builder, g_strconcat (PREFIX, name, NULL));

  return g_strv_builder_end (builder);
}

/**
 * tambour_connectors_remove:
 * @store: a portfolio
 * @name: what the connector is called
 * @error: return location for %TAMBOUR_STORE_ERROR_NOT_FOUND, or another
 *
 * Forgets it, with its inbox and how far it has come. The records that came from there
 * stay. Blocks.
 *
 * Returns: (transfer full) (nullable): what tambour_connectors_put_back() needs to undo that
 */
char *
tambour_connectors_remove (TambourStore  *store,
                           const char    *name,
                           GError       **error)
{
  g_autoptr(TambourConnector) connector = tambour_connectors_get (store, name, error);
  g_auto(GStrv) settings = connector ? list_own_settings (store, name, error) : NULL;
  g_autoptr(JsonObject) object = json_object_new ();
  g_autoptr(JsonNode) root = json_node_init_object (json_node_alloc (), object);

  if (settings == NULL)
    return NULL;

  for (guint i = 0; settings[i] != NULL; i++)
    {
      g_autofree char *value = tambour_store_dup_setting (store, settings[i]);

      tambour_json_set_text (object, settings[i], value);
      if (!tambour_store_set_setting (store, settings[i], NULL, error))
        return NULL;
    }

  return json_to_string (root, FALSE);
}

/**
 * tambour_connectors_put_back:
 * @store: a portfolio
 * @remains: what tambour_connectors_remove() returned
 * @error: return location for a #TambourStoreError
 *
 * Undoes the removal. Blocks.
 *
 * Returns: %TRUE if it is all there again
 */
gboolean
tambour_connectors_put_back (TambourStore  *store,
                             const char    *remains,
                             GError       **error)
{
  g_autoptr(JsonNode) root = json_from_string (remains, NULL);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  g_return_val_if_fail (root != NULL && JSON_NODE_HOLDS_OBJECT (root), FALSE);

  json_object_iter_init (&iter, json_node_get_object (root));
  while (json_object_iter_next (&iter, &name, &node))
    if (!tambour_store_set_setting (store, name, json_node_get_string (node), error))
      return FALSE;

  return TRUE;
}
