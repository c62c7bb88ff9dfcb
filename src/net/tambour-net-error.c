/* tambour-net-error.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>

#include "tambour-net-error-private.h"

/* What a server says of itself is cut here: it ends up in one line. */
#define MAX_REASON 200

/* What a sentence does not carry: the program decides by it. */
typedef struct
{
  guint   status;       /* HTTP's; 0 when there was no answer */
  guint   retry_after;  /* seconds; 0 when it was not said */
  char   *reason;       /* (nullable): the server's own words */
  char   *word;         /* (nullable): the server's own name for it */
  GBytes *answer;       /* (nullable): all that it said */
  char   *fingerprint;  /* (nullable): of the certificate that is not trusted */
} TambourNetErrorPrivate;

static void
tambour_net_error_private_init (TambourNetErrorPrivate *priv)
{
}

static void
tambour_net_error_private_copy (const TambourNetErrorPrivate *from,
                                TambourNetErrorPrivate       *to)
{
  to->status = from->status;
  to->retry_after = from->retry_after;
  to->reason = g_strdup (from->reason);
  to->word = g_strdup (from->word);
  to->answer = from->answer != NULL ? g_bytes_ref (from->answer) : NULL;
  to->fingerprint = g_strdup (from->fingerprint);
}

static void
tambour_net_error_private_clear (TambourNetErrorPrivate *priv)
{
  g_clear_pointer (&priv->reason, g_free);
  g_clear_pointer (&priv->word, g_free);
  g_clear_pointer (&priv->answer, g_bytes_unref);
  g_clear_pointer (&priv->fingerprint, g_free);
}

G_DEFINE_EXTENDED_ERROR (TambourNetError, tambour_net_error)

/* One line of plain text, or NULL. */
static char *
tidy_reason (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *cut = g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), MAX_REASON));

  g_strstrip (g_strdelimit (cut, "\r\n\t\v\f", ' '));

  return *cut != '\0' ? g_steal_pointer (&cut) : NULL;
}

static const char *
find_text (JsonObject *object,
           const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

/* The first text of a list, which may be its own or of an object in it; NULL if there is none. */
static const char *
find_first_text (JsonObject *object,
                 const char *name)
{
  JsonNode *node = json_object_get_member (object, name);
  JsonNode *first;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node) || json_array_get_length (json_node_get_array (node)) == 0)
    return NULL;

  first = json_array_get_element (json_node_get_array (node), 0);
  if (JSON_NODE_HOLDS_OBJECT (first))
    return find_text (json_node_get_object (first), "message");

  return json_node_get_value_type (first) == G_TYPE_STRING ? json_node_get_string (first) : NULL;
}

/* Services have as many ways to say what is wrong as there are of them; these are most. */
static const char *
find_complaint (JsonObject *object)
{
  static const char * const names[] = { "message", "error_description", "description", "detail" };
  static const char * const lists[] = { "errorMessages", "errors" };
  const char *said = NULL;

  for (guint i = 0; said == NULL && i < G_N_ELEMENTS (names); i++)
    said = find_text (object, names[i]);
  for (guint i = 0; said == NULL && i < G_N_ELEMENTS (lists); i++)
    said = find_first_text (object, lists[i]);
  if (said == NULL && json_object_has_member (object, "error") &&
      JSON_NODE_HOLDS_OBJECT (json_object_get_member (object, "error")))
    said = find_text (json_object_get_object_member (object, "error"), "message");

  return said;
}

/* CouchDB says {"error": "a_word", "reason": "A sentence."}; others have other names for them. */
static void
read_complaint (GBytes  *answer,
                char   **word,
                char   **reason)
{
  g_autoptr(JsonNode) root = answer != NULL ? tambour_net_read_json (answer, "", NULL) : NULL;
  const char *said;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return;

  *word = g_strdup (find_text (json_node_get_object (root), "error"));
  said = find_text (json_node_get_object (root), "reason");
  if (said == NULL)
    said = find_complaint (json_node_get_object (root));
  if (said == NULL)
    said = *word;
  if (said != NULL)
    *reason = tidy_reason (said);
}

static gboolean
is_about_full_disk (guint       status,
                    const char *reason)
{
  return status == SOUP_STATUS_INSUFFICIENT_STORAGE ||
         (status >= 500 && reason != NULL && (strstr (reason, "enospc") != NULL || strcasestr (reason, "no space left") != NULL));
}

/* A cluster of which too few are up says so with a status that means something else, and who
 * signed in wrongly too often is kept out for a while.
 */
static gboolean
is_about_a_while (guint       status,
                  const char *word,
                  const char *reason)
{
  return (status == SOUP_STATUS_PRECONDITION_FAILED && g_strcmp0 (word, "nodedown") == 0) ||
         (status == SOUP_STATUS_FORBIDDEN && reason != NULL && strstr (reason, "temporarily locked") != NULL);
}

static TambourNetError
code_of (guint       status,
         const char *word,
         const char *reason)
{
  if (is_about_full_disk (status, reason))
    return TAMBOUR_NET_ERROR_FULL;
  if (status == 429 || status == SOUP_STATUS_SERVICE_UNAVAILABLE || is_about_a_while (status, word, reason))
    return TAMBOUR_NET_ERROR_BUSY;
  if (status == SOUP_STATUS_UNAUTHORIZED)
    return TAMBOUR_NET_ERROR_SIGN_IN;
  if (status == SOUP_STATUS_FORBIDDEN)
    return TAMBOUR_NET_ERROR_FORBIDDEN;
  if (status == SOUP_STATUS_NOT_FOUND)
    return TAMBOUR_NET_ERROR_NOT_FOUND;
  if (status == SOUP_STATUS_REQUEST_TIMEOUT)
    return TAMBOUR_NET_ERROR_TIMED_OUT;
  if (status == SOUP_STATUS_CONFLICT || status == SOUP_STATUS_PRECONDITION_FAILED)
    return TAMBOUR_NET_ERROR_CONFLICT;
  if (status == SOUP_STATUS_REQUEST_ENTITY_TOO_LARGE)
    return TAMBOUR_NET_ERROR_TOO_LARGE;

  return status >= 500 ? TAMBOUR_NET_ERROR_SERVER : TAMBOUR_NET_ERROR_REFUSED;
}

/* The sentence for a status; %s is where. */
static const char *
sentence_of (TambourNetError code,
             gboolean        is_database_missing)
{
  if (code == TAMBOUR_NET_ERROR_SIGN_IN)
    return _("%s does not accept the sign-in: check the user name and the password");
  if (code == TAMBOUR_NET_ERROR_FORBIDDEN)
    return _("%s does not allow this to you: ask the administrator of the team server for a role");
  if (code == TAMBOUR_NET_ERROR_NOT_FOUND && is_database_missing)
    return _("%s has no such database: check the address, or have the database made");
  if (code == TAMBOUR_NET_ERROR_NOT_FOUND)
    return _("%s does not have what was asked for: check the address");
  if (code == TAMBOUR_NET_ERROR_TIMED_OUT)
    return _("%s does not answer: check the network, or try again later");
  if (code == TAMBOUR_NET_ERROR_CONFLICT)
    return _("%s has a newer version: fetch it first");
  if (code == TAMBOUR_NET_ERROR_TOO_LARGE)
    return _("%s finds this too large: make it smaller, or ask the administrator to raise the limit");
  if (code == TAMBOUR_NET_ERROR_BUSY)
    return _("%s is busy: try again later");
  if (code == TAMBOUR_NET_ERROR_FULL)
    return _("The disk of %s is full: ask the administrator to make room");
  if (code == TAMBOUR_NET_ERROR_SERVER)
    return _("%s has a fault of its own: try again later, or tell the administrator");

  return _("%s refuses this: check that it is a CouchDB server");
}

/* The same for what is no team server, where another one says more. */
static const char *
service_sentence_of (TambourNetError code)
{
  if (code == TAMBOUR_NET_ERROR_SIGN_IN)
    return _("%s does not accept the sign-in: check the user name, and the password or key");
  if (code == TAMBOUR_NET_ERROR_FORBIDDEN)
    return _("%s does not allow this to you: ask its administrator for the right to read");
  if (code == TAMBOUR_NET_ERROR_REFUSED)
    return _("%s refuses this: check the address, and that it is the service that is meant");

  return sentence_of (code, FALSE);
}

static char *
dup_sentence (const char      *place,
              gboolean         is_service,
              TambourNetError  code,
              const char      *reason)
{
  gboolean is_database_missing = reason != NULL && strcasestr (reason, "database") != NULL;
  const char *sentence = is_service ? service_sentence_of (code) : sentence_of (code, is_database_missing);
  g_auto(GStrv) parts = g_strsplit (sentence, "%s", 2);

  return g_strjoinv (place, parts);
}

/*
 * tambour_net_error_new_from_status:
 * @place: the server, as people read it
 * @is_service: it is no team server
 * @status: HTTP's, 400 or above
 * @answer: (nullable): what came with it
 * @retry_after: seconds that the server asks for; 0 for none
 *
 * Returns: (transfer full): the error that says so
 */
GError *
tambour_net_error_new_from_status (const char *place,
                                   gboolean    is_service,
                                   guint       status,
                                   GBytes     *answer,
                                   guint       retry_after)
{
  g_autofree char *word = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *text = NULL;
  TambourNetErrorPrivate *priv;
  GError *error;

  read_complaint (answer, &word, &reason);
  text = dup_sentence (place, is_service, code_of (status, word, reason), reason);
  if (reason != NULL)
    error = g_error_new (TAMBOUR_NET_ERROR, code_of (status, word, reason), _("%s (%u: %s)"), text, status, reason);
  else
    error = g_error_new (TAMBOUR_NET_ERROR, code_of (status, word, reason), _("%s (%u)"), text, status);

  priv = tambour_net_error_get_private (error);
  priv->status = status;
  priv->retry_after = retry_after;
  priv->reason = g_steal_pointer (&reason);
  priv->word = g_steal_pointer (&word);
  priv->answer = answer != NULL ? g_bytes_ref (answer) : NULL;

  return error;
}

static GError *
translate_io (const char   *place,
              const GError *cause)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    return g_error_new (TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_TIMED_OUT,
                        _("%s does not answer: check the network, or try again later"), place);
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT) ||
      g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CONNECTION_CLOSED) ||
      g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE) ||
      g_error_matches (cause, G_TLS_ERROR, G_TLS_ERROR_EOF))
    return g_error_new (TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_CUT,
                        _("The connection to %s broke off: try again"), place);
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    return g_error_new (TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_GARBAGE,
                        _("%s answers with something that is not understood: check the address"), place);
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED))
    return g_error_new (TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_UNREACHABLE,
                        _("%s takes no connections: check the address and whether the server runs"), place);

  return g_error_new (TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_UNREACHABLE,
                      _("%s cannot be reached: check the network (%s)"), place, cause->message);
}

/*
 * tambour_net_error_new_from_cause:
 * @place: the server, as people read it
 * @cause: what GIO or libsoup found
 *
 * Returns: (transfer full): the same as one of ours; a cancellation and what is
 *   one of ours already stay what they are
 */
GError *
tambour_net_error_new_from_cause (const char   *place,
                                  const GError *cause)
{
  if (cause->domain == TAMBOUR_NET_ERROR || g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_error_copy (cause);
  if (cause->domain == G_RESOLVER_ERROR)
    return g_error_new (TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_UNREACHABLE,
                        _("%s is not found in the network: check the address and the network"), place);
  if (cause->domain == SOUP_SESSION_ERROR)
    return g_error_new (TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_GARBAGE,
                        _("%s answers with something that is not understood: check the address"), place);
  if (cause->domain == G_TLS_ERROR && cause->code != G_TLS_ERROR_EOF)
    return g_error_new (TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_UNTRUSTED,
                        _("No secure connection to %s can be made: check the address and the certificates (%s)"),
                        place, cause->message);

  return translate_io (place, cause);
}

/*
 * tambour_net_error_new_elsewhere:
 * @place: the server, as people read it
 * @is_service: it is no team server
 * @target: (nullable): the address that it sends on to, of which a person sees nothing
 *   that a request may have brought along
 *
 * Returns: (transfer full): %TAMBOUR_NET_ERROR_ELSEWHERE
 */
GError *
tambour_net_error_new_elsewhere (const char *place,
                                 gboolean    is_service,
                                 const char *target)
{
  g_autofree char *shown = target != NULL ? g_strndup (target, strcspn (target, "?#")) : g_strdup ("?");

  if (is_service)
    return g_error_new (TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_ELSEWHERE,
                        _("%s sends on to another address (%s): if that is the service that is meant, enter it instead"), place, shown);

  return g_error_new (TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_ELSEWHERE,
                      _("%s sends on to another address (%s): if that is the team server, enter it instead"), place, shown);
}

/*
 * tambour_net_error_new_untrusted:
 * @text: the sentence
 * @fingerprint: of the certificate
 *
 * Returns: (transfer full): %TAMBOUR_NET_ERROR_UNTRUSTED
 */
GError *
tambour_net_error_new_untrusted (const char *text,
                                 const char *fingerprint)
{
  GError *error = g_error_new_literal (TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_UNTRUSTED, text);
  TambourNetErrorPrivate *priv = tambour_net_error_get_private (error);

  priv->fingerprint = g_strdup (fingerprint);

  return error;
}

/**
 * tambour_net_is_passing:
 * @error: what a call ended with
 *
 * Returns: %TRUE if the same call may succeed later without anybody's doing
 */
gboolean
tambour_net_is_passing (const GError *error)
{
  static const TambourNetError passing[] = {
    TAMBOUR_NET_ERROR_UNREACHABLE,
    TAMBOUR_NET_ERROR_TIMED_OUT,
    TAMBOUR_NET_ERROR_BUSY,
    TAMBOUR_NET_ERROR_SERVER,
    TAMBOUR_NET_ERROR_GARBAGE,
    TAMBOUR_NET_ERROR_CUT,
  };

  for (guint i = 0; i < G_N_ELEMENTS (passing); i++)
    if (g_error_matches (error, TAMBOUR_NET_ERROR, (int) passing[i]))
      return TRUE;

  return FALSE;
}

static const TambourNetErrorPrivate *
peek_private (const GError *error)
{
  return error != NULL && error->domain == TAMBOUR_NET_ERROR ? tambour_net_error_get_private (error) : NULL;
}

/**
 * tambour_net_error_get_status:
 * @error: (nullable): any error
 *
 * Returns: the HTTP status that it came from; 0 if from none
 */
guint
tambour_net_error_get_status (const GError *error)
{
  const TambourNetErrorPrivate *priv = peek_private (error);

  return priv != NULL ? priv->status : 0;
}

/**
 * tambour_net_error_get_retry_after:
 * @error: (nullable): any error
 *
 * Returns: how many seconds the server asks to wait; 0 if it does not
 */
guint
tambour_net_error_get_retry_after (const GError *error)
{
  const TambourNetErrorPrivate *priv = peek_private (error);

  return priv != NULL ? priv->retry_after : 0;
}

/**
 * tambour_net_error_get_reason:
 * @error: (nullable): any error
 *
 * Returns: (nullable): the server's own words, one line of plain text
 */
const char *
tambour_net_error_get_reason (const GError *error)
{
  const TambourNetErrorPrivate *priv = peek_private (error);

  return priv != NULL ? priv->reason : NULL;
}

/**
 * tambour_net_error_get_word:
 * @error: (nullable): any error
 *
 * Returns: (nullable): what the server calls it, such as `document_too_large`
 */
const char *
tambour_net_error_get_word (const GError *error)
{
  const TambourNetErrorPrivate *priv = peek_private (error);

  return priv != NULL ? priv->word : NULL;
}

/**
 * tambour_net_error_peek_answer:
 * @error: (nullable): any error
 *
 * Returns: (transfer none) (nullable): what came with the status, as far as it was read
 */
GBytes *
tambour_net_error_peek_answer (const GError *error)
{
  const TambourNetErrorPrivate *priv = peek_private (error);

  return priv != NULL ? priv->answer : NULL;
}

/**
 * tambour_net_error_get_fingerprint:
 * @error: (nullable): any error
 *
 * Returns: (nullable): the SHA-256 of the certificate that is not trusted, 64
 *   hexadecimal digits, for a person to compare and to pin
 */
const char *
tambour_net_error_get_fingerprint (const GError *error)
{
  const TambourNetErrorPrivate *priv = peek_private (error);

  return priv != NULL ? priv->fingerprint : NULL;
}

/**
 * tambour_net_read_json:
 * @answer: what a call gave
 * @place: the server, as people read it (tambour_server_get_place())
 * @error: return location for %TAMBOUR_NET_ERROR_GARBAGE
 *
 * Returns: (transfer full) (nullable): the JSON in it
 */
JsonNode *
tambour_net_read_json (GBytes      *answer,
                       const char  *place,
                       GError     **error)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  gsize length;
  const char *text = g_bytes_get_data (answer, &length);
  JsonNode *root = NULL;

  if (length > 0 && g_utf8_validate_len (text, length, NULL) &&
      json_parser_load_from_data (parser, text, length, NULL))
    root = json_parser_steal_root (parser);
  if (root == NULL)
    g_set_error (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_GARBAGE,
                 _("%s answers with something that is not understood: check the address"), place);

  return root;
}
