/* tambour-autostart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "tambour-autostart.h"

/* Whether the program starts with the session, and stays in the background: the desktop's
 * portal is asked; where there is none, and no sandbox either, a file says so.
 */

#define NAME        "io.github.tambour.Tambour.desktop"
#define BUS_NAME    "org.freedesktop.portal.Desktop"
#define OBJECT      "/org/freedesktop/portal/desktop"
#define BACKGROUND  "org.freedesktop.portal.Background"
#define REQUEST     "org.freedesktop.portal.Request"

/* A person may be asked. */
#define SECONDS_TO_ANSWER 120

static const char entry[] =
  "[Desktop Entry]\n"
  "Type=Application\n"
  "Name=Tambour\n"
  "Exec=tambour --background\n"
  "TryExec=tambour\n"
  "Icon=io.github.tambour.Tambour\n"
  "Terminal=false\n"
  "NoDisplay=true\n";

/**
 * tambour_autostart_dup_path:
 *
 * Returns: (transfer full): the file that starts the program where there is no portal
 */
char *
tambour_autostart_dup_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "autostart", NAME, NULL);
}

static gboolean
is_sandboxed (void)
{
  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
}

/* --- the portal ------------------------------------------------------------ */

typedef struct
{
  gboolean has_answered;
  guint    response;
  gboolean autostarts;
} Answer;

static void
responded_cb (GDBusConnection *connection,
              const char      *sender,
              const char      *path,
              const char      *interface,
              const char      *signal,
              GVariant        *parameters,
              gpointer         user_data)
{
  g_autoptr(GVariant) results = NULL;
  Answer *answer = user_data;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ua{sv})")))
    return;

  g_variant_get (parameters, "(u@a{sv})", &answer->response, &results);
  g_variant_lookup (results, "autostart", "b", &answer->autostarts);
  answer->has_answered = TRUE;
}

/* Where the answer comes, which has to be known before it does. */
static char *
dup_request (GDBusConnection *bus,
             const char      *token)
{
  g_autofree char *sender = g_strdelimit (g_strdup (g_dbus_connection_get_unique_name (bus) + 1), ".", '_');

  return g_strconcat (OBJECT "/request/", sender, "/", token, NULL);
}

static GVariant *
new_options (const char *token,
             gboolean    wanted)
{
  static const char * const command[] = { "tambour", "--background", NULL };
  GVariantDict options;

  g_variant_dict_init (&options, NULL);
  g_variant_dict_insert (&options, "handle_token", "s", token);
  g_variant_dict_insert (&options, "reason", "s", _("Tells you of new cases when the window is closed."));
  g_variant_dict_insert (&options, "autostart", "b", wanted);
  g_variant_dict_insert_value (&options, "commandline", g_variant_new_strv (command, -1));
  g_variant_dict_insert (&options, "dbus-activatable", "b", FALSE);

  return g_variant_new ("(s@a{sv})", "", g_variant_dict_end (&options));
}

static gboolean
give_up_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

static void
wait_for_answer (GMainContext *context,
                 const Answer *answer,
                 GCancellable *cancellable)
{
  g_autoptr(GSource) patience = g_timeout_source_new_seconds (SECONDS_TO_ANSWER);
  g_autoptr(GSource) cancelled = g_cancellable_source_new (cancellable);
  gboolean is_over = FALSE;

  g_source_set_callback (patience, give_up_cb, &is_over, NULL);
  g_source_set_callback (cancelled, G_SOURCE_FUNC (g_cancellable_is_cancelled), NULL, NULL);
  g_source_attach (patience, context);
  g_source_attach (cancelled, context);
  while (!answer->has_answered && !is_over && !g_cancellable_is_cancelled (cancellable))
    g_main_context_iteration (context, TRUE);

  g_source_destroy (patience);
  g_source_destroy (cancelled);
}

/* Returns: whether there is a portal, which has answered */
static gboolean
ask (GDBusConnection *bus,
     gboolean         wanted,
     Answer          *answer,
     GCancellable    *cancellable)
{
  g_autoptr(GMainContext) context = g_main_context_new ();
  g_autofree char *token = g_strdup_printf ("tambour%u", g_random_int ());
  g_autofree char *request = dup_request (bus, token);
  g_autoptr(GVariant) reply = NULL;
  guint subscription;

  g_main_context_push_thread_default (context);
  subscription = g_dbus_connection_signal_subscribe (bus, BUS_NAME, REQUEST, "Response", request, NULL,
                                                     G_DBUS_SIGNAL_FLAGS_NONE, responded_cb, answer, NULL);
  reply = g_dbus_connection_call_sync (bus, BUS_NAME, OBJECT, BACKGROUND, "RequestBackground", new_options (token, wanted),
                                       G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NONE, -1, cancellable, NULL);
  if (reply != NULL)
    wait_for_answer (context, answer, cancellable);
  g_dbus_connection_signal_unsubscribe (bus, subscription);
  g_main_context_pop_thread_default (context);

  return reply != NULL;
}

/* --- the file -------------------------------------------------------------- */

static gboolean
write_file (const char  *path,
            GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return g_file_set_contents (path, entry, -1, error);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               _("Tambour cannot start with your session, since the folder “%s” cannot be made."), folder);

  return FALSE;
}

static gboolean
refuse (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                       _("The desktop does not let Tambour run in the background: allow it in the settings of the system."));

  return FALSE;
}

static gboolean
begin (GCancellable  *cancellable,
       GError       **error)
{
  g_autoptr(GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, cancellable, NULL);
  g_autofree char *path = tambour_autostart_dup_path ();
  Answer answer = { 0 };

  if (bus != NULL && ask (bus, TRUE, &answer, cancellable))
    return (answer.has_answered && answer.response == 0 && answer.autostarts) || refuse (error);

  return is_sandboxed () ? refuse (error) : write_file (path, error);
}

/* What starts it is removed, wherever it came from. */
static gboolean
end (GCancellable  *cancellable,
     GError       **error)
{
  g_autoptr(GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, cancellable, NULL);
  g_autofree char *path = tambour_autostart_dup_path ();
  Answer answer = { 0 };

  if (!is_sandboxed () && g_unlink (path) == 0)
    return TRUE;

  if (bus != NULL)
    ask (bus, FALSE, &answer, cancellable);

  return TRUE;
}

static void
set_thread (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  GError *error = NULL;

  if (data != NULL ? begin (cancellable, &error) : end (cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * tambour_autostart_set_async:
 * @wanted: whether the program is to start with the session, in the background
 * @cancellable: (nullable): a cancellable
 * @callback: called when done
 * @user_data: for @callback
 *
 * The desktop may ask the person first.
 */
void
tambour_autostart_set_async (gboolean             wanted,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, tambour_autostart_set_async);
  g_task_set_task_data (task, GINT_TO_POINTER (wanted), NULL);
  g_task_run_in_thread (task, set_thread);
}

/**
 * tambour_autostart_set_finish:
 * @result: what the callback was given
 * @error: return location for a #GIOErrorEnum
 *
 * Returns: %FALSE if the desktop does not want it
 */
gboolean
tambour_autostart_set_finish (GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tambour_autostart_set_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
