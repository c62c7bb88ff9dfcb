/* tambour-ctl-connectors.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tambour-ctl-connect.h"
#include "tambour-inbox.h"
#include "tambour-kinds.h"
#include "tambour-secrets.h"
#include "tambour-json-member.h"

/* --- listing ---------------------------------------------------------------------- */

static JsonArray *
pack_rules (TambourCtlConnect      *words,
            const TambourConnector *connector)
{
  JsonArray *rules = json_array_new ();

  for (guint i = 0; i < connector->rules->len; i++)
    {
      const TambourMatchRule *rule = g_ptr_array_index (connector->rules, i);
      g_autoptr(TambourRecord) account = tambour_store_get (words->store, tambour_kinds_find ("account"), rule->account_id, NULL);
      g_autofree char *name = account ? tambour_record_dup_title (account) : NULL;
      g_autofree char *text = g_strdup_printf ("%s=%s", rule->hint, rule->pattern);
      JsonObject *member = json_object_new ();

      tambour_json_set_text (member, "rule", text);
      tambour_json_set_text (member, "account", name);
      json_array_add_object_element (rules, member);
    }

  return rules;
}

static void
print_connector (TambourCtlConnect      *words,
                 const TambourConnector *connector)
{
  g_autoptr(TambourConnectorState) state = tambour_connector_state_read (words->store, connector->name);
  g_autoptr(JsonObject) object = json_object_new ();
  g_autoptr(GPtrArray) inbox = tambour_inbox_list (words->store, connector->name, FALSE, NULL);
  g_autofree char *last = tambour_instant_is_stated (state->finished_at) ? tambour_instant_dup_text (state->finished_at) : NULL;
  g_autofree char *text = NULL;

  tambour_json_set_text (object, "name", connector->name);
  tambour_json_set_text (object, "map", connector->map_text ? _("own map") : connector->map);
  tambour_json_set_text (object, "kind", connector->kind);
  tambour_json_set_text (object, "address", connector->address);
  tambour_json_set_text (object, "user", connector->user);
  tambour_json_set_text (object, "system", connector->system);
  json_object_set_int_member (object, "every", connector->interval);
  json_object_set_array_member (object, "rules", pack_rules (words, connector));
  json_object_set_int_member (object, "inbox", inbox ? inbox->len : 0);
  tambour_json_set_instant (object, "started_at", state->started_at);
  tambour_json_set_instant (object, "finished_at", state->finished_at);
  tambour_json_set_text (object, "error", state->error);
  json_object_set_object_member (object, "counts", tambour_connect_counts_pack (&state->counts));

  text = g_strdup_printf ("%s\t%s\t%s\t%s", connector->name, connector->address, last ? last : "", state->error ? state->error : "");
  tambour_ctl_print_object (words->ctl, object, text);
}

/**
 * tambour_ctl_connectors_list:
 * @words: what the command line said
 *
 * Lists the connectors, and how their last runs went.
 *
 * Returns: the exit status
 */
int
tambour_ctl_connectors_list (TambourCtlConnect *words)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) connectors = tambour_connectors_list (words->store, &error);

  if (connectors == NULL)
    return tambour_ctl_fail (words->ctl, error);

  for (guint i = 0; i < connectors->len; i++)
    print_connector (words, g_ptr_array_index (connectors, i));

  return TAMBOUR_CTL_DONE;
}

/**
 * tambour_ctl_connectors_maps:
 * @words: what the command line said
 *
 * Lists the maps that ship.
 *
 * Returns: the exit status
 */
int
tambour_ctl_connectors_maps (TambourCtlConnect *words)
{
  g_auto(GStrv) names = tambour_portal_map_list_shipped ();

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(TambourPortalMap) map = tambour_portal_map_load_shipped (names[i], &error);
      g_autoptr(JsonObject) object = json_object_new ();
      g_autofree char *text = NULL;

      if (map == NULL)
        return tambour_ctl_fail (words->ctl, error);

      tambour_json_set_text (object, "map", names[i]);
      tambour_json_set_text (object, "title", tambour_portal_map_get_title (map));
      tambour_json_set_text (object, "kind", tambour_portal_map_get_kind (map));
      tambour_json_set_text (object, "address", tambour_portal_map_get_base (map));
      text = g_strdup_printf ("%s\t%s\t%s", names[i], tambour_portal_map_get_title (map), tambour_portal_map_get_base (map));
      tambour_ctl_print_object (words->ctl, object, text);
    }

  return TAMBOUR_CTL_DONE;
}

/* --- adding, changing, removing ------------------------------------------------------ */

static gboolean
is_shipped (const char *name)
{
  g_auto(GStrv) names = tambour_portal_map_list_shipped ();

  return names != NULL && g_strv_contains ((const char * const *) names, name);
}

/* All that is wrong with a map is said, the first of it as the error. */
static gboolean
check_map (const char  *text,
           GError     **error)
{
  g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(TambourPortalMap) map = tambour_portal_map_parse (text, -1, faults, error);

  for (guint i = 1; i < faults->len; i++)
    fprintf (stderr, "%s\n", (const char *) g_ptr_array_index (faults, i));

  return map != NULL;
}

static gboolean
take_map (TambourConnector  *connector,
          const char        *map,
          GError           **error)
{
  g_autoptr(GFile) file = NULL;
  g_autofree char *text = NULL;

  if (is_shipped (map))
    {
      g_set_str (&connector->map, map);
      g_set_str (&connector->map_text, NULL);
      return TRUE;
    }

  file = g_file_new_for_commandline_arg (map);
  if (!g_file_query_exists (file, NULL))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   _("There is no map “%s”: connect --maps lists those that ship, and no file is called so"), map);
      return FALSE;
    }
  if (!g_file_load_contents (file, NULL, &text, NULL, NULL, error) || !check_map (text, error))
    return FALSE;

  g_set_str (&connector->map, NULL);
  g_set_str (&connector->map_text, text);

  return TRUE;
}

static gboolean
take_words (TambourCtlConnect  *words,
            TambourConnector   *connector,
            GError            **error)
{
  if (words->map != NULL && !take_map (connector, words->map, error))
    return FALSE;
  if (words->kind != NULL)
    g_set_str (&connector->kind, words->kind);
  if (words->address != NULL)
    g_set_str (&connector->address, words->address);
  if (words->team.user != NULL)
    g_set_str (&connector->user, *words->team.user != '\0' ? words->team.user : NULL);

  return tambour_connect_add (words->store, connector, error);
}

/* A file that holds what signs in is read once: it is kept where secrets are. */
static gboolean
take_secret (TambourCtlConnect  *words,
             const char         *name,
             GError            **error)
{
  g_auto(TambourCtlConnection) connection = { NULL };

  if (words->team.password_file == NULL && words->team.token_file == NULL && !words->team.is_asking)
    return TRUE;
  if (!tambour_ctl_connection_open (&connection, words, name, error))
    return FALSE;
  if (connection.secret == NULL)
    return TRUE;

  return tambour_secrets_store (connection.server, connection.secret, words->ctl->cancellable, error);
}

static TambourConnector *
begin (TambourCtlConnect  *words,
       GError            **error)
{
  g_autoptr(TambourConnector) known = NULL;

  if (words->change != NULL)
    return tambour_connectors_get (words->store, words->change, error);

  known = tambour_connectors_get (words->store, words->add, NULL);
  if (known == NULL)
    return tambour_connector_new (words->add);

  g_set_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_EXISTS,
               _("This portfolio has a connector “%s” already: choose another name, or say --change."), words->add);

  return NULL;
}

/**
 * tambour_ctl_connectors_add:
 * @words: what the command line said
 *
 * Adds a connector, or changes one.
 *
 * Returns: the exit status
 */
int
tambour_ctl_connectors_add (TambourCtlConnect *words)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourConnector) connector = NULL;
  gint64 minutes;

  if (words->add != NULL && (words->map == NULL || words->address == NULL))
    return tambour_ctl_misuse (words->ctl, _("--add needs --map and --address"));
  if (!(connector = begin (words, &error)))
    return tambour_ctl_fail (words->ctl, error);
  if (words->every != NULL && !g_ascii_string_to_signed (words->every, 10, 0, 60 * 24 * 31, &minutes, NULL))
    return tambour_ctl_misuse (words->ctl, _("--every takes a number of minutes, not “%s”"), words->every);

  if (words->every != NULL)
    connector->interval = minutes;
  if (!take_words (words, connector, &error) || !take_secret (words, connector->name, &error))
    return tambour_ctl_fail (words->ctl, error);

  print_connector (words, connector);

  return TAMBOUR_CTL_DONE;
}

/* Another connector may sign in there with the same. */
static gboolean
is_shared (TambourStore           *store,
           const TambourConnector *connector)
{
  g_autoptr(GPtrArray) others = tambour_connectors_list (store, NULL);

  for (guint i = 0; others != NULL && i < others->len; i++)
    {
      const TambourConnector *other = g_ptr_array_index (others, i);

      if (g_str_equal (other->address, connector->address) && g_strcmp0 (other->user, connector->user) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * tambour_ctl_connectors_remove:
 * @words: what the command line said
 *
 * Forgets a connector, and what signs in there. Its records stay.
 *
 * Returns: the exit status
 */
int
tambour_ctl_connectors_remove (TambourCtlConnect *words)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourConnector) connector = tambour_connectors_get (words->store, words->remove, &error);
  g_autofree char *remains = connector ? tambour_connectors_remove (words->store, words->remove, &error) : NULL;
  g_autoptr(TambourServer) server = NULL;
  g_autoptr(TambourServer) session = NULL;

  if (remains == NULL)
    return tambour_ctl_fail (words->ctl, error);
  if (is_shared (words->store, connector))
    return TAMBOUR_CTL_DONE;

  server = tambour_connector_dup_server (connector);
  session = tambour_connector_dup_token_server (connector);
  if (!tambour_secrets_clear (server, words->ctl->cancellable, &error) ||
      !tambour_secrets_clear (session, words->ctl->cancellable, &error))
    return tambour_ctl_fail (words->ctl, error);

  return TAMBOUR_CTL_DONE;
}

/* --- whose is it ------------------------------------------------------------------------ */

static void
print_entry (TambourCtlConnect       *words,
             const TambourInboxEntry *entry)
{
  g_autoptr(JsonObject) object = json_object_new ();
  g_autoptr(GList) names = g_list_sort (g_hash_table_get_keys (entry->hints), (GCompareFunc) strcmp);
  JsonObject *hints = json_object_new ();
  g_autofree char *text = NULL;

  for (GList *name = names; name != NULL; name = name->next)
    tambour_json_set_text (hints, name->data, g_hash_table_lookup (entry->hints, name->data));

  tambour_json_set_text (object, "connector", entry->connector);
  tambour_json_set_text (object, "id", entry->external_id);
  tambour_json_set_text (object, "number", entry->number);
  tambour_json_set_text (object, "title", entry->title);
  tambour_json_set_text (object, "reason", entry->reason);
  json_object_set_object_member (object, "hints", hints);
  tambour_json_set_instant (object, "opened_at", entry->opened_at);
  tambour_json_set_instant (object, "changed_at", entry->changed_at);
  json_object_set_boolean_member (object, "ignored", entry->is_ignored);
  text = g_strdup_printf ("%s\t%s\t%s\t%s", entry->connector, entry->external_id, entry->title ? entry->title : "", entry->reason ? entry->reason : "");
  tambour_ctl_print_object (words->ctl, object, text);
}

/**
 * tambour_ctl_connectors_inbox:
 * @words: what the command line said
 * @name: (nullable): of which connector; of all if %NULL
 *
 * Lists what no account is known for; as JSON also what somebody wants nothing of.
 *
 * Returns: the exit status
 */
int
tambour_ctl_connectors_inbox (TambourCtlConnect *words,
                              const char        *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) entries = tambour_inbox_list (words->store, name, words->ctl->json, &error);

  if (entries == NULL)
    return tambour_ctl_fail (words->ctl, error);

  for (guint i = 0; i < entries->len; i++)
    print_entry (words, g_ptr_array_index (entries, i));

  return TAMBOUR_CTL_DONE;
}

/**
 * tambour_ctl_connectors_forget:
 * @words: what the command line said
 * @name: of which connector
 *
 * A rule counts no longer. What came by it stays where it is.
 *
 * Returns: the exit status
 */
int
tambour_ctl_connectors_forget (TambourCtlConnect *words,
                               const char        *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourConnector) connector = tambour_connectors_get (words->store, name, &error);

  if (connector == NULL)
    return tambour_ctl_fail (words->ctl, error);

  for (guint i = 0; i < connector->rules->len; i++)
    {
      const TambourMatchRule *rule = g_ptr_array_index (connector->rules, i);
      g_autofree char *text = g_strdup_printf ("%s=%s", rule->hint, rule->pattern);

      if (!g_str_equal (text, words->forget))
        continue;

      g_ptr_array_remove_index (connector->rules, i);
      if (!tambour_connect_add (words->store, connector, &error))
        return tambour_ctl_fail (words->ctl, error);
      print_connector (words, connector);
      return TAMBOUR_CTL_DONE;
    }

  g_set_error (&error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND,
               _("The connector “%s” has no rule “%s”: --list --json shows those that it has."), name, words->forget);

  return tambour_ctl_fail (words->ctl, error);
}

/**
 * tambour_ctl_connectors_ignore:
 * @words: what the command line said
 * @name: of which connector
 *
 * Nothing is wanted of an item of the inbox, or something is again.
 *
 * Returns: the exit status
 */
int
tambour_ctl_connectors_ignore (TambourCtlConnect *words,
                               const char        *name)
{
  g_autoptr(GError) error = NULL;
  const char *external_id = words->ignore ? words->ignore : words->heed;

  if (!tambour_inbox_ignore (words->store, name, external_id, words->ignore != NULL, &error))
    return tambour_ctl_fail (words->ctl, error);

  return TAMBOUR_CTL_DONE;
}
