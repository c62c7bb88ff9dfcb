/* tambour-letter.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-letter.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include <gio/gunixfdlist.h>
#include <glib/gi18n-lib.h>

/* A file is handed to the person’s mail program by the desktop portal: it gets the open file, no
 * path, and no shell is asked.
 */

#define PORTAL    "org.freedesktop.portal.Desktop"
#define OBJECT    "/org/freedesktop/portal/desktop"
#define EMAIL     "org.freedesktop.portal.Email"
#define REQUEST   "org.freedesktop.portal.Request"

/* What the portal answers when somebody changed his mind. */
#define RESPONSE_DONE      0
#define RESPONSE_CANCELLED 1

/* A letter on its way. */
typedef struct
{
  GDBusConnection *bus;
  char            *to;
  char            *subject;
  char            *path;
  guint            subscription;
} Sending;

static void
unsubscribe (Sending *sending)
{
  if (sending->subscription != 0)
    g_dbus_connection_signal_unsubscribe (sending->bus, sending->subscription);
  sending->subscription = 0;
}

static void
sending_free (gpointer data)
{
  Sending *sending = data;

  if (sending->bus != NULL)
    unsubscribe (sending);
  g_clear_object (&sending->bus);
  g_clear_pointer (&sending->to, g_free);
  g_clear_pointer (&sending->subject, g_free);
  g_clear_pointer (&sending->path, g_free);
  g_free (sending);
}

/* Whatever is missing of it, a person can do without. */
static void
fail (GTask        *task,
      const GError *error)
{
  if (error != NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, g_error_copy (error));
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                             _("No mail program can be reached from here. Export the review, and attach the file yourself."));
}

static void
response_cb (GDBusConnection *bus,
             const char      *sender,
             const char      *path,
             const char      *interface,
             const char      *signal,
             GVariant        *parameters,
             gpointer         user_data)
{
  GTask *task = user_data;
  Sending *sending = g_task_get_task_data (task);
  g_autoptr(GTask) owned = g_object_ref (task);
  guint32 response;

  g_variant_get (parameters, "(u@a{sv})", &response, NULL);
  unsubscribe (sending);
  if (response == RESPONSE_DONE)
    g_task_return_boolean (owned, TRUE);
  else if (response == RESPONSE_CANCELLED)
    g_task_return_new_error_literal (owned, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The letter was not wanted");
  else
    fail (owned, NULL);
}

static void
called_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) answer = g_dbus_connection_call_with_unix_fd_list_finish (G_DBUS_CONNECTION (source), NULL, result, &error);

  if (answer != NULL)
    return;

  unsubscribe (g_task_get_task_data (task));
  fail (task, error);
}

/* Returns: where the portal will answer */
static char *
dup_request (GDBusConnection *bus,
             const char      *token)
{
  const char *name = g_dbus_connection_get_unique_name (bus);
  g_autofree char *sender = g_strdelimit (g_strdup (name ? name + 1 : ""), ".", '_');

  return g_strdup_printf ("%s/request/%s/%s", OBJECT, sender, token);
}

static GVariant *
new_options (const Sending *sending,
             const char    *token,
             int            handle)
{
  GVariantBuilder options;
  const char *addresses[] = { sending->to, NULL };

  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "handle_token", g_variant_new_string (token));
  g_variant_builder_add (&options, "{sv}", "subject", g_variant_new_string (sending->subject));
  g_variant_builder_add (&options, "{sv}", "addresses", g_variant_new_strv (addresses, sending->to ? 1 : 0));
  g_variant_builder_add (&options, "{sv}", "attachment_fds", g_variant_new_fixed_array (G_VARIANT_TYPE_HANDLE, &handle, 1, sizeof (gint32)));

  return g_variant_new ("(sa{sv})", "", &options);
}

/* Returns: (transfer full) (nullable): the open file */
static GUnixFDList *
open_file (const char  *path,
           GError     **error)
{
  g_autoptr(GUnixFDList) list = g_unix_fd_list_new ();
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  int index;

  if (fd < 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s", g_strerror (errno));
      return NULL;
    }

  index = g_unix_fd_list_append (list, fd, error);
  close (fd);

  return index >= 0 ? g_steal_pointer (&list) : NULL;
}

static void
call (GTask *task)
{
  Sending *sending = g_task_get_task_data (task);
  g_autofree char *token = g_strdup_printf ("tambour%u", g_random_int ());
  g_autofree char *request = dup_request (sending->bus, token);
  g_autoptr(GError) error = NULL;
  g_autoptr(GUnixFDList) files = open_file (sending->path, &error);

  if (files == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  sending->subscription = g_dbus_connection_signal_subscribe (sending->bus, PORTAL, REQUEST, "Response", request, NULL,
                                                              G_DBUS_SIGNAL_FLAGS_NONE, response_cb, g_object_ref (task), g_object_unref);
  g_dbus_connection_call_with_unix_fd_list (sending->bus, PORTAL, OBJECT, EMAIL, "ComposeEmail", new_options (sending, token, 0),
                                            G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NONE, -1, files, g_task_get_cancellable (task),
                                            called_cb, g_object_ref (task));
}

static void
bus_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Sending *sending = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;

  sending->bus = g_bus_get_finish (result, &error);
  if (sending->bus != NULL)
    call (task);
  else
    fail (task, error);
}

/**
 * tambour_letter_send_async:
 * @bus: (nullable): where the portal is; %NULL for the session's
 * @mail: a letter
 * @cancellable: (nullable): to stop
 * @callback: called when it is in the mail program
 * @user_data: for @callback
 *
 * Hands a letter with a file to the person's mail program.
 */
void
tambour_letter_send_async (GDBusConnection     *bus,
                           const TambourLetter *mail,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Sending *sending = g_new0 (Sending, 1);

  sending->to = g_strdup (mail->to);
  sending->subject = g_strdup (mail->subject);
  sending->path = g_strdup (mail->path);
  g_task_set_source_tag (task, tambour_letter_send_async);
  g_task_set_task_data (task, sending, sending_free);
  if (bus == NULL)
    {
      g_bus_get (G_BUS_TYPE_SESSION, cancellable, bus_cb, g_steal_pointer (&task));
      return;
    }

  sending->bus = g_object_ref (bus);
  call (task);
}

/**
 * tambour_letter_send_finish:
 * @result: what the callback was given
 * @error: return location for %G_IO_ERROR_NOT_SUPPORTED where there is no portal, with a
 *   sentence for people, or %G_IO_ERROR_CANCELLED
 *
 * Returns: %TRUE if the letter is in the mail program
 */
gboolean
tambour_letter_send_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tambour_letter_send_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
