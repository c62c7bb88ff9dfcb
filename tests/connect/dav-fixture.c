/* dav-fixture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dav-fixture.h"

#include <signal.h>

#include <glib/gstdio.h>

#include "tambour-session.h"

#define START_S 30

static void
write_file (const char *folder,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static guint16
find_port (void)
{
  g_autoptr(GSocketListener) listener = g_socket_listener_new ();
  g_autoptr(GError) error = NULL;
  guint16 port = g_socket_listener_add_any_inet_port (listener, NULL, &error);

  g_assert_no_error (error);
  g_socket_listener_close (listener);

  return port;
}

static void
wait_for (DavFixture *self,
          guint16     port)
{
  g_autoptr(GSocketClient) client = g_socket_client_new ();
  gint64 until = g_get_monotonic_time () + START_S * G_USEC_PER_SEC;
  g_autoptr(GSocketConnection) connection = NULL;

  while (connection == NULL && g_get_monotonic_time () < until)
    {
      connection = g_socket_client_connect_to_host (client, "127.0.0.1", port, NULL, NULL);
      if (connection == NULL)
        g_usleep (G_USEC_PER_SEC / 20);
    }

  g_assert_nonnull (connection);
}

DavFixture *
dav_fixture_new (void)
{
  DavFixture *self = g_new0 (DavFixture, 1);
  guint16 port = find_port ();
  g_autofree char *config = NULL;
  g_autofree char *config_path = NULL;
  g_autoptr(GError) error = NULL;

  self->folder = g_dir_make_tmp ("tambour-dav-XXXXXX", &error);
  g_assert_no_error (error);
  self->address = g_strdup_printf ("http://127.0.0.1:%u", port);
  config_path = g_build_filename (self->folder, "config", NULL);
  config = g_strdup_printf ("[server]\nhosts = 127.0.0.1:%u\n[auth]\ntype = htpasswd\nhtpasswd_filename = %s/users\nhtpasswd_encryption = plain\ndelay = 0\n"
                            "[storage]\nfilesystem_folder = %s/store\n[logging]\nlevel = critical\n",
                            port, self->folder, self->folder);
  write_file (self->folder, "config", config);
  write_file (self->folder, "users", "anna:secret\n");
  write_file (self->folder, "store/collection-root/anna/work/.Radicale.props", "{\"tag\": \"VCALENDAR\", \"D:displayname\": \"Work\"}");
  write_file (self->folder, "store/collection-root/anna/home/.Radicale.props", "{\"tag\": \"VCALENDAR\", \"D:displayname\": \"Home\"}");
  write_file (self->folder, "store/collection-root/anna/people/.Radicale.props", "{\"tag\": \"VADDRESSBOOK\", \"D:displayname\": \"People\"}");

  self->process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error, "radicale", "--config", config_path, NULL);
  g_assert_no_error (error);
  wait_for (self, port);

  return self;
}

static void
remove_folder (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      if (g_file_test (inner, G_FILE_TEST_IS_DIR))
        remove_folder (inner);
      else
        g_unlink (inner);
    }

  g_rmdir (path);
}

void
dav_fixture_free (DavFixture *self)
{
  g_subprocess_send_signal (self->process, SIGTERM);
  g_subprocess_wait (self->process, NULL, NULL);
  g_clear_object (&self->process);
  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->address);
  g_free (self);
}

TambourServer *
dav_fixture_dup_server (DavFixture *self,
                        const char *below)
{
  g_autofree char *address = g_strconcat (self->address, below, NULL);
  g_autoptr(GError) error = NULL;
  TambourServer *server = tambour_server_new_service (address, NULL, &error);

  g_assert_no_error (error);
  server->sign_in = TAMBOUR_SIGN_IN_BASIC;
  g_set_str (&server->user, "anna");

  return server;
}

static void
call (DavFixture *self,
      const char *method,
      const char *path,
      const char *text)
{
  g_autoptr(TambourServer) server = dav_fixture_dup_server (self, "");
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourSession) session = tambour_session_new (server, "secret", &error);
  g_autoptr(GBytes) body = text ? g_bytes_new_static (text, strlen (text)) : NULL;
  g_autoptr(GBytes) answer = NULL;

  g_assert_no_error (error);
  answer = tambour_session_call (session, method, path, body, g_str_has_suffix (path, ".vcf") ? "text/vcard" : "text/calendar", 30, NULL, &error);
  g_assert_no_error (error);
  tambour_session_close (session);
}

void
dav_fixture_put (DavFixture *self,
                 const char *path,
                 const char *text)
{
  call (self, "PUT", path, text);
}

void
dav_fixture_remove (DavFixture *self,
                    const char *path)
{
  call (self, "DELETE", path, NULL);
}
