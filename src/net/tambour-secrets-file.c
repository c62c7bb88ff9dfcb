/* tambour-secrets-file.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <sys/file.h>

#include "tambour-net-error.h"
#include "tambour-secrets-file-private.h"

/* {"https://server": {"user": "secret"}}, for its owner's eyes only. */

static char *
find_file (const char *ending)
{
  return g_strconcat (g_get_user_data_dir (), "/tambour/secrets.json", ending, NULL);
}

static gboolean
refuse (const char  *path,
        const char  *why,
        GError     **error)
{
  g_set_error (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_SECRET,
               _("Passwords cannot be kept in “%s”: %s"), path, why);

  return FALSE;
}

/* Whether it is there and nobody else can read it; @error is set when somebody can. */
static gboolean
is_private (const char  *path,
            GError     **error)
{
  GStatBuf status;

  if (g_stat (path, &status) != 0)
    return errno == ENOENT ? FALSE : refuse (path, g_strerror (errno), error);
  if ((status.st_mode & 0077) != 0)
    return refuse (path, _("others may read it; let only yourself (mode 600), and change the passwords in it"), error);

  return TRUE;
}

static JsonObject *
load (const char  *path,
      GError     **error)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GError) cause = NULL;
  JsonNode *root;

  if (!is_private (path, &cause))
    {
      if (cause != NULL)
        g_propagate_error (error, g_steal_pointer (&cause));
      return cause == NULL && (error == NULL || *error == NULL) ? json_object_new () : NULL;
    }

  root = json_parser_load_from_file (parser, path, NULL) ? json_parser_get_root (parser) : NULL;
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      refuse (path, _("it is damaged; move it away, and enter the passwords again"), error);
      return NULL;
    }

  return json_object_ref (json_node_get_object (root));
}

static JsonObject *
find_object (JsonObject *object,
             const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/*
 * tambour_secrets_file_lookup:
 * @root: a server's address, without a database
 * @user: who
 * @secret: (out): what is kept for them; %NULL if nothing is
 * @error: return location for %TAMBOUR_NET_ERROR_SECRET
 *
 * Returns: %FALSE if the file cannot be read, or by others too
 */
gboolean
tambour_secrets_file_lookup (const char  *root,
                             const char  *user,
                             char       **secret,
                             GError     **error)
{
  g_autofree char *path = find_file ("");
  g_autoptr(JsonObject) all = load (path, error);
  JsonObject *server = all != NULL ? find_object (all, root) : NULL;

  *secret = server != NULL ? g_strdup (json_object_get_string_member_with_default (server, user, NULL)) : NULL;

  return all != NULL;
}

static gboolean
save (const char  *path,
      JsonObject  *all,
      GError     **error)
{
  g_autoptr(JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = NULL;
  g_autoptr(GError) cause = NULL;

  json_node_set_object (root, all);
  text = json_to_string (root, TRUE);

  return g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &cause) ||
         refuse (path, cause->message, error);
}

static void
change (JsonObject *all,
        const char *root,
        const char *user,
        const char *secret)
{
  JsonObject *server = find_object (all, root);

  if (server == NULL)
    {
      server = json_object_new ();
      json_object_set_object_member (all, root, server);
    }

  if (secret != NULL)
    json_object_set_string_member (server, user, secret);
  else
    json_object_remove_member (server, user);
  if (json_object_get_size (server) == 0)
    json_object_remove_member (all, root);
}

/* Two programs that write at the same time: the second waits. */
static int
lock (GError **error)
{
  g_autofree char *path = find_file (".lock");
  g_autofree char *folder = g_path_get_dirname (path);
  int file = g_mkdir_with_parents (folder, 0700) == 0 ? g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600) : -1;

  if (file < 0 || flock (file, LOCK_EX) != 0)
    refuse (path, g_strerror (errno), error);

  return file;
}

/*
 * tambour_secrets_file_store:
 * @root: a server's address, without a database
 * @user: who
 * @secret: (nullable): what to keep for them; %NULL to forget it
 * @error: return location for %TAMBOUR_NET_ERROR_SECRET
 *
 * Returns: %FALSE if the file cannot be written
 */
gboolean
tambour_secrets_file_store (const char  *root,
                            const char  *user,
                            const char  *secret,
                            GError     **error)
{
  g_autofree char *path = find_file ("");
  g_autoptr(JsonObject) all = NULL;
  g_autofd int held = -1;

  if (secret == NULL && !g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;

  held = lock (error);
  if (held < 0)
    return FALSE;

  all = load (path, error);
  if (all == NULL)
    return FALSE;

  change (all, root, user, secret);

  return save (path, all, error);
}
