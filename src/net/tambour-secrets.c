/* tambour-secrets.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>

#include "tambour-secrets-file-private.h"
#include "tambour-secrets.h"

/* What a secret is found by: the server, and who signs in. A server's databases share it. */
static const SecretSchema schema = {
  "io.github.tambour.Tambour.Team",
  SECRET_SCHEMA_NONE,
  {
    { "server", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { "user", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { NULL, 0 },
  },
};

static const char *
user_of (const TambourServer *server)
{
  return server->user != NULL ? server->user : "";
}

static gboolean
is_cancelled (const GError  *cause,
              GError       **error)
{
  if (!g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FALSE;

  g_propagate_error (error, g_error_copy (cause));

  return TRUE;
}

/**
 * tambour_secrets_lookup:
 * @server: a server
 * @cancellable: (nullable): ends it early
 * @error: return location for %TAMBOUR_NET_ERROR_SECRET
 *
 * Asks the Secret Service for the user's password or token, and where there is
 * none, or it knows nothing, the file of mode 600 in the user's data folder.
 * Blocks: the keyring may have to be opened first.
 *
 * Returns: (transfer full) (nullable): the secret, freed with
 *   tambour_secrets_free(); %NULL without @error if none is kept
 */
char *
tambour_secrets_lookup (const TambourServer  *server,
                        GCancellable         *cancellable,
                        GError              **error)
{
  g_autofree char *root = NULL;
  g_autoptr(GError) cause = NULL;
  char *secret;

  g_return_val_if_fail (server != NULL, NULL);

  root = tambour_server_dup_root (server);
  secret = secret_password_lookup_sync (&schema, cancellable, &cause, "server", root, "user", user_of (server), NULL);
  if (secret == NULL && !is_cancelled (cause, error))
    tambour_secrets_file_lookup (root, user_of (server), &secret, error);

  return secret;
}

/**
 * tambour_secrets_store:
 * @server: a server
 * @secret: the user's password or token
 * @cancellable: (nullable): ends it early
 * @error: return location for %TAMBOUR_NET_ERROR_SECRET
 *
 * Keeps it in the Secret Service, else in the file, but never in both. Blocks.
 *
 * Returns: %FALSE if it could not be kept
 */
gboolean
tambour_secrets_store (const TambourServer  *server,
                       const char           *secret,
                       GCancellable         *cancellable,
                       GError              **error)
{
  g_autofree char *root = NULL;
  g_autofree char *place = NULL;
  g_autofree char *label = NULL;
  g_autoptr(GError) cause = NULL;

  g_return_val_if_fail (server != NULL && secret != NULL, FALSE);

  root = tambour_server_dup_root (server);
  place = tambour_server_dup_place (server);
  label = g_strdup_printf (_("Tambour: %s at %s"), user_of (server), place);
  if (secret_password_store_sync (&schema, SECRET_COLLECTION_DEFAULT, label, secret, cancellable, &cause,
                                  "server", root, "user", user_of (server), NULL))
    return tambour_secrets_file_store (root, user_of (server), NULL, error);

  return !is_cancelled (cause, error) && tambour_secrets_file_store (root, user_of (server), secret, error);
}

/**
 * tambour_secrets_clear:
 * @server: a server
 * @cancellable: (nullable): ends it early
 * @error: return location for %TAMBOUR_NET_ERROR_SECRET
 *
 * Forgets the secret wherever it is kept. Blocks.
 *
 * Returns: %FALSE if it could not be forgotten
 */
gboolean
tambour_secrets_clear (const TambourServer  *server,
                       GCancellable         *cancellable,
                       GError              **error)
{
  g_autofree char *root = NULL;
  g_autoptr(GError) cause = NULL;

  g_return_val_if_fail (server != NULL, FALSE);

  root = tambour_server_dup_root (server);
  secret_password_clear_sync (&schema, cancellable, &cause, "server", root, "user", user_of (server), NULL);

  return !is_cancelled (cause, error) && tambour_secrets_file_store (root, user_of (server), NULL, error);
}

/**
 * tambour_secrets_free:
 * @secret: (transfer full) (nullable): a secret
 *
 * Overwrites it, and frees it.
 */
void
tambour_secrets_free (char *secret)
{
  secret_password_free (secret);
}
