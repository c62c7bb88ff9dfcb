/* tambour-portal-token.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tambour-portal-wire.h"

#define TIMEOUT_S 30

/* A token is renewed this many seconds before it expires. */
#define SPARE_S 30

/* RFC 8628: between two questions, and how much longer when that was too often. */
#define INTERVAL_S  5
#define SLOW_DOWN_S 5

/* How long a person has at most to agree. */
#define LONGEST_CODE_S (30 * 60)

#define DEVICE_GRANT "urn:ietf:params:oauth:grant-type:device_code"

/* (nullable): a text of an answer */
static const char *
find_text (JsonNode   *root,
           const char *name)
{
  JsonNode *node = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_object_get_member (json_node_get_object (root), name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static gint64
find_number (JsonNode   *root,
             const char *name,
             gint64      otherwise)
{
  JsonNode *node = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_object_get_member (json_node_get_object (root), name) : NULL;
  g_autofree char *text = tambour_portal_node_dup_text (node);
  gint64 number;

  return text != NULL && g_ascii_string_to_signed (text, 10, 0, G_MAXINT32, &number, NULL) ? number : otherwise;
}

static void
add_parameter (GString    *form,
               const char *name,
               const char *value)
{
  if (value == NULL || *value == '\0')
    return;

  g_string_append (form, form->len > 0 ? "&" : "");
  g_string_append (form, name);
  g_string_append_c (form, '=');
  g_string_append_uri_escaped (form, value, NULL, FALSE);
}

/* An address of the portal's own server, or of another one. */
static GBytes *
post (TambourPortalWire  *self,
      const char         *address,
      GString            *form,
      GCancellable       *cancellable,
      GError            **error)
{
  g_autoptr(GBytes) body = g_bytes_new (form->str, form->len);
  g_autoptr(TambourServer) server = NULL;
  g_autoptr(TambourSession) session = NULL;
  const char *type = "application/x-www-form-urlencoded";
  GBytes *answer;

  explicit_bzero (form->str, form->len);
  if (strstr (address, "://") == NULL)
    {
      tambour_session_set_header (self->session, "Authorization", NULL);
      return tambour_session_call (self->session, "POST", address, body, type, TIMEOUT_S, cancellable, error);
    }

  server = tambour_server_new_service (address, NULL, error);
  session = server != NULL ? tambour_session_new (server, NULL, error) : NULL;
  if (session == NULL)
    return NULL;

  answer = tambour_session_call (session, "POST", "", body, type, TIMEOUT_S, cancellable, error);
  tambour_session_close (session);

  return answer;
}

static gboolean
refuse (TambourPortalWire  *self,
        const char         *why,
        GError            **error)
{
  g_set_error (error, TAMBOUR_PORTAL_ERROR, TAMBOUR_PORTAL_ERROR_SIGN_IN,
               _("%s gives no token for signing in: %s"), self->place, why);

  return FALSE;
}

static void
keep_token (TambourPortalWire *self)
{
  g_autoptr(JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autoptr(JsonObject) object = json_object_new ();
  char *text;

  if (self->keep == NULL)
    return;
  if (self->access == NULL)
    {
      self->keep (NULL, self->user_data);
      return;
    }

  json_object_set_string_member (object, "access", self->access);
  json_object_set_string_member (object, "refresh", self->refresh != NULL ? self->refresh : "");
  json_object_set_int_member (object, "expires", self->expires);
  json_node_set_object (root, object);
  text = json_to_string (root, FALSE);
  self->keep (text, self->user_data);
  tambour_portal_wipe (text);
}

/*
 * tambour_portal_wire_take_token:
 * @self: a way
 * @kept: (nullable): what the caller was told to keep
 *
 * Signs in with that as long as it is good.
 */
void
tambour_portal_wire_take_token (TambourPortalWire *self,
                                const char        *kept)
{
  g_autoptr(JsonNode) root = kept != NULL ? json_from_string (kept, NULL) : NULL;
  const char *refresh = find_text (root, "refresh");

  g_clear_pointer (&self->access, tambour_portal_wipe);
  g_clear_pointer (&self->refresh, tambour_portal_wipe);
  self->access = g_strdup (find_text (root, "access"));
  self->refresh = refresh != NULL && *refresh != '\0' ? g_strdup (refresh) : NULL;
  self->expires = self->access != NULL && json_object_has_member (json_node_get_object (root), "expires")
                    ? json_object_get_int_member_with_default (json_node_get_object (root), "expires", 0)
                    : 0;
}

/* Takes the tokens of an answer. */
static gboolean
take_answer (TambourPortalWire *self,
             JsonNode          *root)
{
  const char *access = find_text (root, "access_token");
  const char *refresh = find_text (root, "refresh_token");
  gint64 lasts = find_number (root, "expires_in", 0);

  if (access == NULL || *access == '\0' || strpbrk (access, "\r\n") != NULL)
    return FALSE;

  g_clear_pointer (&self->access, tambour_portal_wipe);
  self->access = g_strdup (access);
  if (refresh != NULL)
    {
      g_clear_pointer (&self->refresh, tambour_portal_wipe);
      self->refresh = g_strdup (refresh);
    }
  self->expires = lasts > 0 ? g_get_real_time () / G_USEC_PER_SEC + lasts : 0;
  keep_token (self);

  return TRUE;
}

/* What a token's server says, whether it says so with a status or without. @word is its name for a failure. */
static JsonNode *
ask_for_token (TambourPortalWire  *self,
               const char         *address,
               GString            *form,
               char              **word,
               GCancellable       *cancellable,
               GError            **error)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(GBytes) answer = post (self, address, form, cancellable, &failure);
  JsonNode *root = answer != NULL ? tambour_net_read_json (answer, self->place, &failure) : NULL;

  *word = g_strdup (root != NULL ? find_text (root, "error") : tambour_net_error_get_word (failure));
  if (root == NULL && *word == NULL)
    g_propagate_error (error, g_steal_pointer (&failure));

  return root;
}

static GString *
begin_form (TambourPortalWire *self,
            const char        *grant)
{
  GString *form = g_string_new (NULL);

  add_parameter (form, "grant_type", grant);
  add_parameter (form, "client_id", self->user);
  add_parameter (form, "client_secret", self->secret);

  return form;
}

static gboolean
ask_with_secret (TambourPortalWire        *self,
                 const TambourPortalDoor  *door,
                 GCancellable             *cancellable,
                 GError                  **error)
{
  g_autoptr(GString) form = begin_form (self, "client_credentials");
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *word = NULL;

  add_parameter (form, "scope", door->scope);
  root = ask_for_token (self, door->token, form, &word, cancellable, error);
  if (root == NULL && word == NULL)
    return FALSE;

  return take_answer (self, root) || refuse (self, word != NULL ? word : _("check the client’s id and secret"), error);
}

/* A refresh token that is no longer good is none. */
static gboolean
ask_with_refresh (TambourPortalWire        *self,
                  const TambourPortalDoor  *door,
                  GCancellable             *cancellable,
                  GError                  **error)
{
  g_autoptr(GString) form = begin_form (self, "refresh_token");
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *word = NULL;

  add_parameter (form, "refresh_token", self->refresh);
  root = ask_for_token (self, door->token, form, &word, cancellable, error);
  if (root == NULL && word == NULL)
    return FALSE;
  if (!take_answer (self, root))
    g_clear_pointer (&self->refresh, tambour_portal_wipe);

  return TRUE;
}

/* Asks until the person has agreed, or refused, or let it be. */
static gboolean
poll_device (TambourPortalWire        *self,
             const TambourPortalDoor  *door,
             JsonNode                 *codes,
             GCancellable             *cancellable,
             GError                  **error)
{
  gint64 interval = CLAMP (find_number (codes, "interval", INTERVAL_S), 0, 60);
  gint64 end = g_get_monotonic_time () + MIN (find_number (codes, "expires_in", LONGEST_CODE_S), LONGEST_CODE_S) * G_USEC_PER_SEC;

  while (g_get_monotonic_time () < end)
    {
      g_autoptr(GString) form = begin_form (self, DEVICE_GRANT);
      g_autoptr(JsonNode) root = NULL;
      g_autofree char *word = NULL;

      if (!tambour_portal_wait (interval * 1000, cancellable, error))
        return FALSE;

      add_parameter (form, "device_code", find_text (codes, "device_code"));
      root = ask_for_token (self, door->token, form, &word, cancellable, error);
      if (root == NULL && word == NULL)
        return FALSE;
      if (take_answer (self, root))
        return TRUE;
      if (g_strcmp0 (word, "slow_down") == 0)
        interval += SLOW_DOWN_S;
      else if (g_strcmp0 (word, "access_denied") == 0)
        return refuse (self, _("it was refused in the browser"), error);
      else if (g_strcmp0 (word, "expired_token") == 0)
        break;
      else if (g_strcmp0 (word, "authorization_pending") != 0)
        return refuse (self, word != NULL ? word : _("its answer is not understood"), error);
    }

  return refuse (self, _("nobody agreed in the browser in time: begin again"), error);
}

static gboolean
ask_a_person (TambourPortalWire        *self,
              const TambourPortalDoor  *door,
              GCancellable             *cancellable,
              GError                  **error)
{
  g_autoptr(GString) form = g_string_new (NULL);
  g_autoptr(JsonNode) codes = NULL;
  g_autofree char *word = NULL;
  const char *address;

  if (self->code == NULL)
    return refuse (self, _("somebody has to agree in a browser: test the connector first"), error);

  add_parameter (form, "client_id", self->user);
  add_parameter (form, "scope", door->scope);
  codes = ask_for_token (self, door->device, form, &word, cancellable, error);
  if (codes == NULL && word == NULL)
    return FALSE;

  address = find_text (codes, "verification_uri");
  if (address == NULL)
    address = find_text (codes, "verification_url");
  if (address == NULL || find_text (codes, "user_code") == NULL || find_text (codes, "device_code") == NULL)
    return refuse (self, word != NULL ? word : _("its answer is not understood"), error);

  self->code (find_text (codes, "user_code"), address, self->user_data);

  return poll_device (self, door, codes, cancellable, error);
}

static gboolean
get_token (TambourPortalWire        *self,
           const TambourPortalDoor  *door,
           GCancellable             *cancellable,
           GError                  **error)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  if (self->access != NULL && (self->expires == 0 || now < self->expires - SPARE_S))
    return TRUE;

  g_clear_pointer (&self->access, tambour_portal_wipe);
  if (self->refresh != NULL && !ask_with_refresh (self, door, cancellable, error))
    return FALSE;
  if (self->access != NULL)
    return TRUE;

  return door->kind == TAMBOUR_PORTAL_SIGN_IN_CLIENT_CREDENTIALS ? ask_with_secret (self, door, cancellable, error)
                                                                 : ask_a_person (self, door, cancellable, error);
}

static void
set_header (TambourPortalWire *self,
            const char        *name,
            const char        *prefix,
            const char        *secret)
{
  char *value = g_strconcat (prefix != NULL ? prefix : "", secret != NULL ? secret : "", NULL);

  tambour_session_set_header (self->session, name, value);
  tambour_portal_wipe (value);
}

static void
set_basic (TambourPortalWire *self)
{
  char *pair = g_strconcat (self->user != NULL ? self->user : "", ":", self->secret != NULL ? self->secret : "", NULL);
  char *encoded = g_base64_encode ((const guchar *) pair, strlen (pair));

  set_header (self, "Authorization", "Basic ", encoded);
  tambour_portal_wipe (pair);
  tambour_portal_wipe (encoded);
}

/*
 * tambour_portal_wire_authorize:
 * @self: a way that is open
 * @cancellable: (nullable): ends it early
 * @error: return location for %TAMBOUR_PORTAL_ERROR_SIGN_IN or an error of %TAMBOUR_NET_ERROR
 *
 * Sees to it that the next request says who asks.
 *
 * Returns: %FALSE if it cannot
 */
gboolean
tambour_portal_wire_authorize (TambourPortalWire  *self,
                               GCancellable       *cancellable,
                               GError            **error)
{
  const TambourPortalDoor *door = tambour_portal_map_find_door (self->map, self->sign_in);
  gboolean has_secret = self->secret != NULL && *self->secret != '\0';

  if (has_secret && strpbrk (self->secret, "\r\n") != NULL)
    return refuse (self, _("the password or key has more than one line"), error);

  switch (self->sign_in)
    {
    case TAMBOUR_PORTAL_SIGN_IN_NONE:
      break;
    case TAMBOUR_PORTAL_SIGN_IN_BASIC:
      set_basic (self);
      break;
    case TAMBOUR_PORTAL_SIGN_IN_BEARER:
      if (has_secret)
        set_header (self, "Authorization", door->prefix != NULL ? door->prefix : "Bearer ", self->secret);
      break;
    case TAMBOUR_PORTAL_SIGN_IN_API_KEY:
      if (door->header != NULL && has_secret)
        set_header (self, door->header, door->prefix, self->secret);
      break;
    case TAMBOUR_PORTAL_SIGN_IN_CLIENT_CREDENTIALS:
    case TAMBOUR_PORTAL_SIGN_IN_DEVICE_CODE:
      if (!get_token (self, door, cancellable, error))
        return FALSE;
      set_header (self, "Authorization", door->prefix != NULL ? door->prefix : "Bearer ", self->access);
      break;
    }

  return TRUE;
}

/*
 * tambour_portal_wire_renew:
 * @self: a way
 *
 * Forgets a token that the portal does not accept.
 *
 * Returns: whether there is another way than to give up
 */
gboolean
tambour_portal_wire_renew (TambourPortalWire *self)
{
  if (self->sign_in != TAMBOUR_PORTAL_SIGN_IN_CLIENT_CREDENTIALS && self->sign_in != TAMBOUR_PORTAL_SIGN_IN_DEVICE_CODE)
    return FALSE;

  g_clear_pointer (&self->access, tambour_portal_wipe);
  keep_token (self);

  return TRUE;
}
