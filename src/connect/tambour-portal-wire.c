/* tambour-portal-wire.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-portal-wire.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>

#include "tambour-back-off.h"

#define TIMEOUT_S 60
#define MAX_TRIES 4

/* A page, unpacked. */
#define MAX_ANSWER ((gsize) 32 * 1024 * 1024)

/* Whoever is asked to wait longer than this comes back another time. */
#define LONGEST_WAIT_S (15 * 60)

/* What is more than this is a time, and no number of seconds from now. */
#define FIRST_TIME G_GINT64_CONSTANT (1000000000)

/*
 * tambour_portal_wipe:
 * @secret: (transfer full) (nullable): a secret
 *
 * Frees it and leaves nothing of it in memory.
 */
void
tambour_portal_wipe (char *secret)
{
  if (secret != NULL)
    explicit_bzero (secret, strlen (secret));
  g_free (secret);
}

/* Who names the server alone means where the tool answers on it. */
static char *
dup_whole_address (TambourPortalMap *map,
                   const char       *base_url)
{
  g_autoptr(GUri) uri = map->below != NULL ? g_uri_parse (base_url, G_URI_FLAGS_HAS_PASSWORD | G_URI_FLAGS_ENCODED, NULL) : NULL;
  gsize length = strlen (base_url);

  if (uri == NULL || strlen (g_uri_get_path (uri)) > 1 || g_uri_get_query (uri) != NULL || g_uri_get_fragment (uri) != NULL)
    return g_strdup (base_url);

  return g_strdup_printf ("%.*s%s", (int) length - g_str_has_suffix (base_url, "/"), base_url, map->below);
}

/*
 * tambour_portal_wire_new:
 * @map: how the portal is read
 * @base_url: below which address; the map may complete that of a server alone
 * @user: (nullable): who signs in
 * @secret: (nullable): with which password, key or token
 * @error: return location for an error of %TAMBOUR_NET_ERROR
 *
 * Returns: (transfer full) (nullable): the way to it, closed
 */
TambourPortalWire *
tambour_portal_wire_new (TambourPortalMap  *map,
                         const char        *base_url,
                         const char        *user,
                         const char        *secret,
                         GError           **error)
{
  g_autofree char *password = NULL;
  g_autofree char *address = dup_whole_address (map, base_url);
  TambourServer *server = tambour_server_new_service (address, &password, error);
  TambourPortalWire *self;

  if (server == NULL)
    {
      tambour_portal_wipe (g_steal_pointer (&password));
      return NULL;
    }

  self = g_new0 (TambourPortalWire, 1);
  self->map = g_object_ref (map);
  self->server = server;
  self->place = tambour_server_dup_place (server);
  self->user = g_strdup (user != NULL ? user : server->user);
  self->secret = secret != NULL ? g_strdup (secret) : g_steal_pointer (&password);
  self->sign_in = tambour_portal_map_pick_sign_in (map, self->user);
  self->random = g_rand_new ();
  g_clear_pointer (&server->user, g_free);
  server->sign_in = TAMBOUR_SIGN_IN_NONE;
  tambour_portal_wipe (g_steal_pointer (&password));

  return self;
}

/*
 * tambour_portal_wire_free:
 * @self: (transfer full): a way that is closed
 *
 * Frees it.
 */
void
tambour_portal_wire_free (TambourPortalWire *self)
{
  g_clear_object (&self->map);
  g_clear_pointer (&self->server, tambour_server_free);
  g_clear_pointer (&self->secret, tambour_portal_wipe);
  g_clear_pointer (&self->access, tambour_portal_wipe);
  g_clear_pointer (&self->refresh, tambour_portal_wipe);
  g_clear_pointer (&self->random, g_rand_free);
  g_free (self->user);
  g_free (self->place);
  g_free (self);
}

/*
 * tambour_portal_wire_open:
 * @self: a way that is closed
 * @error: return location for an error of %TAMBOUR_NET_ERROR
 *
 * Opens it for this thread.
 *
 * Returns: %FALSE if it stays closed
 */
gboolean
tambour_portal_wire_open (TambourPortalWire  *self,
                          GError            **error)
{
  self->context = g_main_context_new ();
  g_main_context_push_thread_default (self->context);
  self->session = tambour_session_new (self->server, NULL, error);
  if (self->session == NULL)
    {
      tambour_portal_wire_close (self);
      return FALSE;
    }

  tambour_session_set_limit (self->session, MAX_ANSWER);
  for (guint i = 0; i + 1 < self->map->headers->len; i += 2)
    tambour_session_set_header (self->session, self->map->headers->pdata[i], self->map->headers->pdata[i + 1]);

  return TRUE;
}

/*
 * tambour_portal_wire_close:
 * @self: a way
 *
 * Closes it, on the thread that opened it.
 */
void
tambour_portal_wire_close (TambourPortalWire *self)
{
  if (self->session != NULL)
    tambour_session_close (self->session);
  g_clear_object (&self->session);
  if (self->context != NULL)
    g_main_context_pop_thread_default (self->context);
  g_clear_pointer (&self->context, g_main_context_unref);
}

/*
 * tambour_portal_wait:
 * @milliseconds: how long
 * @cancellable: (nullable): ends it early
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Returns: %FALSE if it was cancelled
 */
gboolean
tambour_portal_wait (gint64         milliseconds,
                     GCancellable  *cancellable,
                     GError       **error)
{
  GPollFD fd;

  if (milliseconds > 0 && cancellable != NULL && g_cancellable_make_pollfd (cancellable, &fd))
    {
      g_poll (&fd, 1, (int) MIN (milliseconds, G_MAXINT));
      g_cancellable_release_fd (cancellable);
    }
  else if (milliseconds > 0)
    g_usleep ((gulong) milliseconds * 1000);

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static gboolean
refuse_patience (TambourPortalWire  *self,
                 gint64              seconds,
                 GError            **error)
{
  int minutes = (int) MIN ((seconds + 59) / 60, G_MAXINT);

  g_set_error (error, TAMBOUR_PORTAL_ERROR, TAMBOUR_PORTAL_ERROR_PATIENCE,
               ngettext ("%s asks to come back in %d minute: run it again then",
                         "%s asks to come back in %d minutes: run it again then", minutes),
               self->place, minutes);

  return FALSE;
}

/* Until the portal may be asked. */
static gboolean
keep_pace (TambourPortalWire  *self,
           GCancellable       *cancellable,
           GError            **error)
{
  gint64 now = g_get_monotonic_time ();
  gint64 pause = MAX (self->next - now, 0);

  if (pause / G_USEC_PER_SEC > LONGEST_WAIT_S)
    return refuse_patience (self, pause / G_USEC_PER_SEC, error);
  if (!tambour_portal_wait ((pause + 999) / 1000, cancellable, error))
    return FALSE;
  if (self->map->n_requests > 0)
    self->next = g_get_monotonic_time () + self->map->seconds * G_USEC_PER_SEC / self->map->n_requests;

  return TRUE;
}

static gint64
read_number (TambourPortalWire *self,
             const char        *name,
             const char        *also)
{
  const char *said = tambour_session_get_header (self->session, name);
  guint64 number;

  if (said == NULL)
    said = tambour_session_get_header (self->session, also);

  return said != NULL && g_ascii_string_to_unsigned (said, 10, 0, G_MAXINT64, &number, NULL) ? (gint64) number : -1;
}

/* Whether the portal has had enough for now; then the next request waits. */
static gboolean
note_limits (TambourPortalWire *self)
{
  gint64 left = read_number (self, "X-RateLimit-Remaining", "RateLimit-Remaining");
  gint64 reset = read_number (self, "X-RateLimit-Reset", "RateLimit-Reset");

  if (left != 0 || reset < 0)
    return FALSE;
  if (reset >= FIRST_TIME)
    reset = MAX (reset - tambour_portal_wire_now (self), 0);
  self->next = MAX (self->next, g_get_monotonic_time () + (MIN (reset, 10 * 365 * TAMBOUR_DAY) + 1) * G_USEC_PER_SEC);

  return TRUE;
}

static void
note_clock (TambourPortalWire *self)
{
  const char *said = tambour_session_get_header (self->session, "Date");
  g_autoptr(GDateTime) date = said != NULL ? soup_date_time_new_from_http_string (said) : NULL;

  if (date != NULL)
    self->skew = g_date_time_to_unix (date) - g_get_real_time () / G_USEC_PER_SEC;
}

/*
 * tambour_portal_wire_now:
 * @self: a way
 *
 * Returns: what time it is by the portal's clock, as far as it has said so
 */
gint64
tambour_portal_wire_now (TambourPortalWire *self)
{
  return g_get_real_time () / G_USEC_PER_SEC + self->skew;
}

/* A key that stands in the address is in none that is ever shown. */
static char *
dup_with_key (TambourPortalWire *self,
              const char        *address)
{
  const TambourPortalDoor *door = tambour_portal_map_find_door (self->map, self->sign_in);
  g_autofree char *name = NULL;
  g_autofree char *key = NULL;

  if (door == NULL || door->parameter == NULL || self->secret == NULL)
    return g_strdup (address);

  name = g_uri_escape_string (door->parameter, NULL, FALSE);
  key = g_uri_escape_string (self->secret, NULL, FALSE);

  return g_strconcat (address, strchr (address, '?') != NULL ? "&" : "?", name, "=", key, NULL);
}

/* Whether the same may be asked once more, after a while; @pause is the last one in and the next one out. */
static gboolean
may_try_again (TambourPortalWire  *self,
               guint               n_tries,
               guint              *pause,
               GError            **failure,
               GCancellable       *cancellable,
               GError            **error)
{
  guint asked = tambour_net_error_get_retry_after (*failure);
  gboolean is_exhausted = tambour_net_error_get_status (*failure) >= 400 && note_limits (self);

  if (asked > LONGEST_WAIT_S)
    return refuse_patience (self, asked, error);
  if (n_tries >= MAX_TRIES || (!tambour_net_is_passing (*failure) && !(is_exhausted && g_error_matches (*failure, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_FORBIDDEN))))
    {
      g_propagate_error (error, g_steal_pointer (failure));
      return FALSE;
    }

  g_clear_error (failure);
  *pause = tambour_back_off_next (*pause, asked, self->random);

  return tambour_portal_wait (*pause, cancellable, error);
}

static JsonNode *
read_answer (TambourPortalWire  *self,
             const char         *address,
             GBytes             *answer,
             GError            **error)
{
  JsonNode *root = tambour_net_read_json (answer, self->place, NULL);
  g_autofree char *path = g_strndup (address, strcspn (address, "?"));

  if (root == NULL)
    g_set_error (error, TAMBOUR_PORTAL_ERROR, TAMBOUR_PORTAL_ERROR_SHAPE,
                 _("%s answers “%s” with something that is no JSON: check the address"),
                 self->place, path);

  return root;
}

/*
 * tambour_portal_wire_get:
 * @self: a way that is open
 * @address: below the portal's, or below the server's if it begins with a slash
 * @cancellable: (nullable): ends it early
 * @error: return location for an error of %TAMBOUR_NET_ERROR or %TAMBOUR_PORTAL_ERROR, or
 *   %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the JSON that it answers
 */
JsonNode *
tambour_portal_wire_get (TambourPortalWire  *self,
                         const char         *address,
                         GCancellable       *cancellable,
                         GError            **error)
{
  g_autofree char *asked = dup_with_key (self, address);
  gboolean is_renewed = FALSE;
  guint pause = 0;

  if (self->answer != NULL)
    return self->answer (address, self->answer_data, error);

  for (guint n_tries = 1;; n_tries++)
    {
      g_autoptr(GError) failure = NULL;
      g_autoptr(GBytes) answer = NULL;

      if (!keep_pace (self, cancellable, error))
        return NULL;
      if (tambour_portal_wire_authorize (self, cancellable, &failure))
        answer = tambour_session_call (self->session, "GET", asked, NULL, NULL, TIMEOUT_S, cancellable, &failure);
      note_clock (self);
      if (answer != NULL)
        {
          note_limits (self);
          return read_answer (self, address, answer, error);
        }
      if (g_error_matches (failure, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_SIGN_IN) && !is_renewed &&
          tambour_portal_wire_renew (self))
        {
          is_renewed = TRUE;
          continue;
        }
      if (!may_try_again (self, n_tries, &pause, &failure, cancellable, error))
        return NULL;
    }
}

/*
 * tambour_portal_wire_dup_below:
 * @self: a way
 * @url: an address that the portal names, relative or not
 *
 * Only its path and what is asked for count: it is asked from the server that is
 * signed in to, and from no other, however the portal calls itself.
 *
 * Returns: (transfer full) (nullable): the address below the server
 */
char *
tambour_portal_wire_dup_below (TambourPortalWire *self,
                               const char        *url)
{
  g_autofree char *base = g_strconcat (self->server->url, "/", NULL);
  g_autofree char *full = g_uri_resolve_relative (base, url, SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr(GUri) uri = full != NULL ? g_uri_parse (full, SOUP_HTTP_URI_FLAGS, NULL) : NULL;

  if (uri == NULL || g_uri_get_path (uri)[0] != '/')
    return NULL;

  return g_uri_get_query (uri) != NULL ? g_strconcat (g_uri_get_path (uri), "?", g_uri_get_query (uri), NULL)
                                       : g_strdup (g_uri_get_path (uri));
}
