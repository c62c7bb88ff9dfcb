/* tambour-server.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "tambour-net-error.h"
#include "tambour-server.h"
#include "tambour-trust-private.h"

G_DEFINE_BOXED_TYPE (TambourServer, tambour_server, tambour_server_copy, tambour_server_free)

/* In the order of TambourSignIn. */
static const char * const sign_in_nicks[] = { "none", "password", "basic", "bearer" };

static gboolean
is_loopback (const char *host)
{
  g_autoptr(GInetAddress) address = g_inet_address_new_from_string (host);

  if (address != NULL)
    return g_inet_address_get_is_loopback (address);

  return g_ascii_strcasecmp (host, "localhost") == 0 || g_str_has_suffix (host, ".localhost");
}

static gboolean
is_database_name (const char *name)
{
  if (!g_ascii_islower (*name))
    return FALSE;

  for (const char *at = name; *at != '\0'; at++)
    if (!g_ascii_islower (*at) && !g_ascii_isdigit (*at) && strchr ("_$()+-/", *at) == NULL)
      return FALSE;

  return TRUE;
}

static gboolean
refuse_address (const char  *why,
                GError     **error)
{
  g_set_error_literal (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_ADDRESS, why);

  return FALSE;
}

/* The last part of the path, with its escapes. */
static const char *
find_database (const char *path)
{
  const char *slash = strrchr (path, '/');

  return slash != NULL ? slash + 1 : path;
}

static gboolean
check_transport (GUri    *uri,
                 GError **error)
{
  const char *host = g_uri_get_host (uri);

  if (!g_str_equal (g_uri_get_scheme (uri), "http") || is_loopback (host))
    return TRUE;

  g_set_error (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_INSECURE,
               _("What goes to %s over http:// can be read on the way: use https://"), host);

  return FALSE;
}

static gboolean
check_service_uri (GUri    *uri,
                   GError **error)
{
  const char *scheme = g_uri_get_scheme (uri);
  const char *host = g_uri_get_host (uri);

  if ((!g_str_equal (scheme, "https") && !g_str_equal (scheme, "http")) || host == NULL || *host == '\0' ||
      g_uri_get_query (uri) != NULL || g_uri_get_fragment (uri) != NULL)
    return refuse_address (_("This is no address of a service: write it as https://server/path"), error);

  return check_transport (uri, error);
}

static gboolean
check_uri (GUri    *uri,
           GError **error)
{
  const char *scheme = g_uri_get_scheme (uri);
  const char *host = g_uri_get_host (uri);
  g_autofree char *name = g_uri_unescape_string (find_database (g_uri_get_path (uri)), NULL);

  if (!g_str_equal (scheme, "https") && !g_str_equal (scheme, "http"))
    return refuse_address (_("The address of a team server begins with https://"), error);
  if (host == NULL || *host == '\0')
    return refuse_address (_("The address names no server: write it as https://server/database"), error);
  if (g_uri_get_query (uri) != NULL || g_uri_get_fragment (uri) != NULL)
    return refuse_address (_("The address has more than a server and a database: write it as https://server/database"), error);
  if (name == NULL || *name == '\0')
    return refuse_address (_("The address names no database: write it as https://server/database"), error);
  if (!is_database_name (name))
    return refuse_address (_("The address ends in no name of a database: these begin with a small letter and have small letters, digits and _ $ ( ) + - /"), error);

  return check_transport (uri, error);
}

/* An address as people write it: without a scheme it is https, a slash at the end says nothing. */
static GUri *
parse_address (const char  *address,
               gboolean     is_service,
               GError     **error)
{
  g_autofree char *text = g_strstrip (g_strdup (address));
  g_autofree char *full = NULL;
  g_autoptr(GUri) uri = NULL;
  gsize length = strlen (text);

  while (length > 0 && text[length - 1] == '/')
    text[--length] = '\0';

  full = strstr (text, "://") != NULL ? g_strdup (text) : g_strconcat ("https://", text, NULL);
  uri = g_uri_parse (full, G_URI_FLAGS_HAS_PASSWORD | G_URI_FLAGS_ENCODED_PATH | G_URI_FLAGS_ENCODED_QUERY, NULL);
  if (uri == NULL)
    refuse_address (is_service ? _("This is no address of a service: write it as https://server/path")
                               : _("This is no address of a server: write it as https://server/database"),
                    error);
  else if (is_service ? !check_service_uri (uri, error) : !check_uri (uri, error))
    return NULL;

  return g_steal_pointer (&uri);
}

/* One server has one spelling: the port that the scheme stands for is not said. */
static char *
join_without_user (GUri *uri)
{
  gboolean is_secure = g_str_equal (g_uri_get_scheme (uri), "https");
  g_autofree char *host = g_ascii_strdown (g_uri_get_host (uri), -1);
  int port = g_uri_get_port (uri);

  if (port == (is_secure ? 443 : 80))
    port = -1;

  return g_uri_join (G_URI_FLAGS_ENCODED_PATH, g_uri_get_scheme (uri), NULL, host, port, g_uri_get_path (uri), NULL, NULL);
}

static TambourServer *
make_server (const char  *address,
             gboolean     is_service,
             char       **secret,
             GError     **error)
{
  g_autoptr(GUri) uri = parse_address (address, is_service, error);
  TambourServer *self;

  if (uri == NULL)
    return NULL;

  self = g_new0 (TambourServer, 1);
  self->url = join_without_user (uri);
  self->is_service = is_service;
  self->user = g_strdup (g_uri_get_user (uri));
  if (secret != NULL)
    *secret = g_strdup (g_uri_get_password (uri));

  return self;
}

/**
 * tambour_server_new:
 * @address: https://server/database, as a person writes it; a user and a
 *   password in it are taken out
 * @secret: (out) (optional) (nullable): the password that was in it
 * @error: return location for %TAMBOUR_NET_ERROR_ADDRESS and %TAMBOUR_NET_ERROR_INSECURE
 *
 * Signs in with a password if the address names a user, and not at all otherwise.
 *
 * Returns: (transfer full) (nullable): the server
 */
TambourServer *
tambour_server_new (const char  *address,
                    char       **secret,
                    GError     **error)
{
  TambourServer *self;

  g_return_val_if_fail (address != NULL, NULL);

  self = make_server (address, FALSE, secret, error);
  if (self != NULL)
    self->sign_in = self->user != NULL ? TAMBOUR_SIGN_IN_PASSWORD : TAMBOUR_SIGN_IN_NONE;

  return self;
}

/**
 * tambour_server_new_service:
 * @address: https://server/path, as a person writes it: below which address a service
 *   answers; a user and a password in it are taken out
 * @secret: (out) (optional) (nullable): the password that was in it
 * @error: return location for %TAMBOUR_NET_ERROR_ADDRESS and %TAMBOUR_NET_ERROR_INSECURE
 *
 * A server that is no team's database. Signs in with a password with every request
 * if the address names a user, and not at all otherwise.
 *
 * Returns: (transfer full) (nullable): the server
 */
TambourServer *
tambour_server_new_service (const char  *address,
                            char       **secret,
                            GError     **error)
{
  TambourServer *self;

  g_return_val_if_fail (address != NULL, NULL);

  self = make_server (address, TRUE, secret, error);
  if (self != NULL)
    self->sign_in = self->user != NULL ? TAMBOUR_SIGN_IN_BASIC : TAMBOUR_SIGN_IN_NONE;

  return self;
}

/**
 * tambour_server_copy:
 * @self: a server
 *
 * Returns: (transfer full): another of the same contents
 */
TambourServer *
tambour_server_copy (const TambourServer *self)
{
  TambourServer *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (TambourServer, 1);
  copy->url = g_strdup (self->url);
  copy->is_service = self->is_service;
  copy->sign_in = self->sign_in;
  copy->user = g_strdup (self->user);
  copy->ca_file = g_strdup (self->ca_file);
  copy->certificate_file = g_strdup (self->certificate_file);
  copy->key_file = g_strdup (self->key_file);
  copy->pin = g_strdup (self->pin);

  return copy;
}

/**
 * tambour_server_free:
 * @self: (transfer full): a server
 *
 * Frees it.
 */
void
tambour_server_free (TambourServer *self)
{
  g_free (self->url);
  g_free (self->user);
  g_free (self->ca_file);
  g_free (self->certificate_file);
  g_free (self->key_file);
  g_free (self->pin);
  g_free (self);
}

/**
 * tambour_server_check:
 * @self: a server, of which the parts may come from settings
 * @error: return location for an error of %TAMBOUR_NET_ERROR
 *
 * Looks at the address, at the files of certificates, which must be readable,
 * and at the pin. Does not ask the server.
 *
 * Returns: %TRUE if a session with it can begin
 */
gboolean
tambour_server_check (const TambourServer  *self,
                      GError              **error)
{
  g_autoptr(GUri) uri = NULL;
  g_autoptr(TambourTrust) trust = NULL;

  g_return_val_if_fail (self != NULL && self->url != NULL, FALSE);

  uri = parse_address (self->url, self->is_service, error);
  if (uri == NULL)
    return FALSE;
  if (g_uri_get_userinfo (uri) != NULL)
    return refuse_address (_("The address of a team server is kept without user and password"), error);
  if ((self->sign_in == TAMBOUR_SIGN_IN_PASSWORD || self->sign_in == TAMBOUR_SIGN_IN_BASIC) &&
      (self->user == NULL || *self->user == '\0'))
    {
      g_set_error_literal (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_SIGN_IN,
                           _("Signing in with a password needs the name of a user"));
      return FALSE;
    }

  trust = tambour_trust_new (self, error);

  return trust != NULL;
}

/**
 * tambour_server_dup_root:
 * @self: a server
 *
 * Returns: (transfer full): the address of the server itself, without the database
 *   or a service's path, and without a slash at the end
 */
char *
tambour_server_dup_root (const TambourServer *self)
{
  const char *host;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->is_service)
    {
      host = strstr (self->url, "://") + strlen ("://");
      return g_strndup (self->url, host - self->url + strcspn (host, "/"));
    }

  return g_strndup (self->url, find_database (self->url) - self->url - 1);
}

/**
 * tambour_server_dup_database:
 * @self: a server
 *
 * Returns: (transfer full): the name of the database, as CouchDB lists it
 */
char *
tambour_server_dup_database (const TambourServer *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_uri_unescape_string (find_database (self->url), NULL);
}

/**
 * tambour_server_dup_place:
 * @self: a server
 *
 * Returns: (transfer full): what sentences call the server: “team.example.org:6984”
 */
char *
tambour_server_dup_place (const TambourServer *self)
{
  const char *at;

  g_return_val_if_fail (self != NULL, NULL);

  at = strstr (self->url, "://");
  at = at != NULL ? at + strlen ("://") : self->url;

  return g_strndup (at, strcspn (at, "/"));
}

/**
 * tambour_server_is_here:
 * @self: a server
 *
 * Returns: whether it runs on this computer, where nothing is gained by packing what is sent
 */
gboolean
tambour_server_is_here (const TambourServer *self)
{
  g_autoptr(GUri) uri = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  uri = g_uri_parse (self->url, G_URI_FLAGS_ENCODED, NULL);

  return uri != NULL && g_uri_get_host (uri) != NULL && is_loopback (g_uri_get_host (uri));
}

/* The middle of header.claims.signature; what it says is believed by the server alone. */
static JsonNode *
read_claims (const char *token)
{
  g_auto(GStrv) parts = g_strsplit (token, ".", -1);
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  g_autoptr(GString) padded = NULL;
  g_autofree guchar *claims = NULL;
  gsize length;

  if (g_strv_length (parts) != 3)
    return NULL;

  padded = g_string_new (parts[1]);
  g_strdelimit (padded->str, "-", '+');
  g_strdelimit (padded->str, "_", '/');
  while (padded->len % 4 != 0)
    g_string_append_c (padded, '=');
  claims = g_base64_decode (padded->str, &length);

  if (!g_utf8_validate_len ((const char *) claims, length, NULL) ||
      !json_parser_load_from_data (parser, (const char *) claims, length, NULL))
    return NULL;

  return json_parser_steal_root (parser);
}

/**
 * tambour_server_take_token:
 * @self: a server
 * @token: a token (JWT)
 *
 * Signs in with the token from now on. The user is whom it names (its claim
 * “sub”, as CouchDB reads it), unless the server names one already.
 */
void
tambour_server_take_token (TambourServer *self,
                           const char    *token)
{
  g_autoptr(JsonNode) claims = NULL;
  JsonNode *subject;

  g_return_if_fail (self != NULL && token != NULL);

  self->sign_in = TAMBOUR_SIGN_IN_BEARER;
  claims = read_claims (token);
  if (self->user != NULL || claims == NULL || !JSON_NODE_HOLDS_OBJECT (claims))
    return;

  subject = json_object_get_member (json_node_get_object (claims), "sub");
  if (subject != NULL && json_node_get_value_type (subject) == G_TYPE_STRING)
    self->user = json_node_dup_string (subject);
}

/**
 * tambour_sign_in_to_nick:
 * @sign_in: a way of signing in
 *
 * Returns: the word for it in settings and on the command line
 */
const char *
tambour_sign_in_to_nick (TambourSignIn sign_in)
{
  g_return_val_if_fail ((guint) sign_in < G_N_ELEMENTS (sign_in_nicks), NULL);

  return sign_in_nicks[sign_in];
}

/**
 * tambour_sign_in_from_nick:
 * @nick: (nullable): a word
 * @sign_in: (out): the way of signing in that it stands for
 *
 * Returns: %FALSE if it stands for none
 */
gboolean
tambour_sign_in_from_nick (const char    *nick,
                           TambourSignIn *sign_in)
{
  for (guint i = 0; nick != NULL && i < G_N_ELEMENTS (sign_in_nicks); i++)
    if (g_str_equal (nick, sign_in_nicks[i]))
      {
        *sign_in = (TambourSignIn) i;
        return TRUE;
      }

  return FALSE;
}
