/* tambour-provision.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-design.h"
#include "tambour-provision.h"

#define TIMEOUT_S 60

/* Of so many documents one is a record, or the database is another program's. */
#define SAMPLE "20"

G_DEFINE_QUARK (tambour-provision-error-quark, tambour_provision_error)

typedef struct
{
  TambourSession     *session;
  TambourProvisioned *done;
  GCancellable       *cancellable;
} Provisioning;

static GBytes *
call (Provisioning  *self,
      const char    *method,
      const char    *path,
      JsonObject    *body,
      GError       **error)
{
  g_autoptr(GBytes) bytes = NULL;

  if (body != NULL)
    {
      g_autoptr(JsonNode) node = json_node_init_object (json_node_alloc (), body);
      char *text = json_to_string (node, FALSE);

      bytes = g_bytes_new_take (text, strlen (text));
    }

  return tambour_session_call (self->session, method, path, bytes, NULL, TIMEOUT_S, self->cancellable, error);
}

/* What is there, as an object; %NULL without @error if it is not there. */
static JsonObject *
fetch (Provisioning  *self,
       const char    *path,
       GError       **error)
{
  g_autoptr(GError) cause = NULL;
  g_autoptr(GBytes) answer = call (self, "GET", path, NULL, &cause);
  g_autoptr(JsonNode) root = NULL;

  if (answer != NULL)
    root = tambour_net_read_json (answer, tambour_session_get_place (self->session), &cause);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    return json_node_dup_object (root);

  if (cause == NULL)
    g_set_error (error, TAMBOUR_PROVISION_ERROR, TAMBOUR_PROVISION_ERROR_NO_COUCHDB,
                 _("%s is no CouchDB server: check the address"), tambour_session_get_place (self->session));
  else if (tambour_net_error_get_status (cause) != 404)
    g_propagate_error (error, g_steal_pointer (&cause));

  return NULL;
}

/* Every one of the family says at its door that one is welcome. */
static gboolean
is_couchdb (JsonObject *welcome)
{
  JsonObjectIter iter;
  JsonNode *value;

  json_object_iter_init (&iter, welcome);
  while (json_object_iter_next (&iter, NULL, &value))
    if (json_node_get_value_type (value) == G_TYPE_STRING && g_str_has_prefix (json_node_get_string (value), "Welcome"))
      return TRUE;

  return FALSE;
}

static gboolean
check_server (Provisioning  *self,
              GError       **error)
{
  g_autoptr(GError) cause = NULL;
  g_autoptr(JsonObject) welcome = fetch (self, "/", &cause);

  if (welcome != NULL && is_couchdb (welcome))
    return TRUE;

  if (cause == NULL || g_error_matches (cause, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_GARBAGE))
    g_set_error (error, TAMBOUR_PROVISION_ERROR, TAMBOUR_PROVISION_ERROR_NO_COUCHDB,
                 _("%s is no CouchDB server: check the address"), tambour_session_get_place (self->session));
  else
    g_propagate_error (error, g_steal_pointer (&cause));

  return FALSE;
}

static gboolean
make_database (Provisioning  *self,
               GError       **error)
{
  g_autoptr(GError) cause = NULL;
  g_autoptr(GBytes) answer = call (self, "PUT", "", NULL, &cause);

  self->done->made = answer != NULL;
  if (answer != NULL || g_error_matches (cause, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_CONFLICT))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&cause));

  return FALSE;
}

static gboolean
is_record (JsonNode *row)
{
  JsonNode *document = JSON_NODE_HOLDS_OBJECT (row) ? json_object_get_member (json_node_get_object (row), "doc") : NULL;

  return document != NULL && JSON_NODE_HOLDS_OBJECT (document) &&
         json_object_get_string_member_with_default (json_node_get_object (document), "record", NULL) != NULL;
}

static gboolean
holds_others (JsonObject *listed)
{
  JsonNode *node = json_object_get_member (listed, "rows");
  JsonArray *rows = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint n_rows = rows != NULL ? json_array_get_length (rows) : 0;

  for (guint i = 0; i < n_rows; i++)
    if (is_record (json_array_get_element (rows, i)))
      return FALSE;

  return n_rows > 0;
}

/* A database that was there is ours already, or as good as empty. */
static gboolean
check_database (Provisioning  *self,
                JsonObject    *design,
                GError       **error)
{
  g_autoptr(GError) cause = NULL;
  g_autoptr(JsonObject) listed = NULL;

  if (self->done->made || design != NULL)
    return TRUE;

  listed = fetch (self, "_all_docs?include_docs=true&limit=" SAMPLE, &cause);
  if (cause != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }

  if (listed != NULL && holds_others (listed))
    {
      g_autofree char *name = tambour_server_dup_database (tambour_session_get_server (self->session));

      g_set_error (error, TAMBOUR_PROVISION_ERROR, TAMBOUR_PROVISION_ERROR_OTHER_DATABASE,
                   _("The database “%s” at %s has something else in it: choose another name"),
                   name, tambour_session_get_place (self->session));
      return FALSE;
    }

  return TRUE;
}

static gboolean
secure (Provisioning  *self,
        GError       **error)
{
  g_autoptr(GError) cause = NULL;
  g_autoptr(JsonObject) found = fetch (self, "_security", &cause);
  g_autoptr(JsonObject) security = NULL;
  g_autoptr(JsonNode) before = NULL;
  g_autoptr(JsonNode) after = NULL;
  g_autoptr(GBytes) answer = NULL;

  if (cause != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }

  if (found == NULL)
    found = json_object_new ();
  security = tambour_design_secure (found);
  before = json_node_init_object (json_node_alloc (), found);
  after = json_node_init_object (json_node_alloc (), security);
  if (json_node_equal (before, after))
    return TRUE;

  answer = call (self, "PUT", "_security", security, error);
  self->done->secured = answer != NULL;

  return answer != NULL;
}

static gboolean
validate (Provisioning  *self,
          JsonObject    *found,
          GError       **error)
{
  g_autoptr(JsonObject) design = NULL;
  g_autoptr(GBytes) answer = NULL;

  if (found != NULL && tambour_design_is_current (found))
    return TRUE;

  design = tambour_design_new ();
  if (found != NULL)
    json_object_set_member (design, "_rev", json_object_dup_member (found, "_rev"));
  answer = call (self, "PUT", TAMBOUR_DESIGN_ID, design, error);
  self->done->validated = answer != NULL;

  return answer != NULL;
}

static gboolean
prepare_once (Provisioning  *self,
              GError       **error)
{
  g_autoptr(JsonObject) design = NULL;
  g_autoptr(GError) cause = NULL;

  if (!check_server (self, error) || !make_database (self, error))
    return FALSE;

  design = fetch (self, TAMBOUR_DESIGN_ID, &cause);
  if (cause != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }

  return check_database (self, design, error) && secure (self, error) && validate (self, design, error);
}

/* Whoever else prepares it at the same time does the same. */
static gboolean
prepare (Provisioning  *self,
         GError       **error)
{
  g_autoptr(GError) cause = NULL;
  gboolean was_made;

  if (prepare_once (self, &cause))
    return TRUE;

  was_made = self->done->made;
  if (g_error_matches (cause, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_CONFLICT))
    {
      gboolean ok = prepare_once (self, error);

      self->done->made |= was_made;
      return ok;
    }

  g_propagate_error (error, g_steal_pointer (&cause));

  return FALSE;
}

/* CouchDB says “unauthorized” also to people it knows, who only may not do this. */
static gboolean
is_about_administrators (const GError *error)
{
  const char *reason = tambour_net_error_get_reason (error);

  return g_error_matches (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_FORBIDDEN) ||
         (g_error_matches (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_SIGN_IN) && reason != NULL && strstr (reason, "admin") != NULL);
}

/**
 * tambour_provision:
 * @session: with the team's server, signed in as an administrator
 * @done: (out caller-allocates): what had to be done
 * @cancellable: (nullable): ends it early
 * @error: return location for an error of %TAMBOUR_PROVISION_ERROR or %TAMBOUR_NET_ERROR
 *
 * Makes the database if it is not there, lets the roles of a team in, and puts
 * there what refuses wrong writers. Doing it again changes nothing, or brings
 * the rules up to date.
 *
 * Returns: %TRUE if the database is ready for a team
 */
gboolean
tambour_provision (TambourSession      *session,
                   TambourProvisioned  *done,
                   GCancellable        *cancellable,
                   GError             **error)
{
  Provisioning self = { session, done, cancellable };
  g_autoptr(GError) cause = NULL;

  g_return_val_if_fail (TAMBOUR_IS_SESSION (session) && done != NULL, FALSE);

  *done = (TambourProvisioned) { FALSE, FALSE, FALSE };
  if (prepare (&self, &cause))
    return TRUE;

  if (is_about_administrators (cause))
    g_set_error (error, TAMBOUR_PROVISION_ERROR, TAMBOUR_PROVISION_ERROR_NO_ADMINISTRATOR,
                 _("Only an administrator prepares a database at %s: sign in as one"), tambour_session_get_place (session));
  else
    g_propagate_error (error, g_steal_pointer (&cause));

  return FALSE;
}
