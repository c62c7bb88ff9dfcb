/* tambour-connection.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tambour-connection.h"

#include "tambour-look.h"
#include "tambour-net-error.h"
#include "tambour-secrets.h"

/* Whether a team’s server is there, lets one in, and is what it says. */

/* Digits of a fingerprint that are read in one go. */
#define DIGITS 4

typedef struct
{
  TambourServer *server;
  char          *secret;   /* NULL for the one that is kept */
} Trying;

static void
trying_free (Trying *trying)
{
  g_clear_pointer (&trying->server, tambour_server_free);
  g_clear_pointer (&trying->secret, tambour_secrets_free);
  g_free (trying);
}

static void
try_thread (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  const Trying *trying = data;
  g_autoptr(GError) error = NULL;
  char *kept = trying->secret ? NULL : tambour_secrets_lookup (trying->server, cancellable, &error);

  if (error == NULL)
    tambour_look_try (trying->server, trying->secret ? trying->secret : kept, cancellable, &error);
  if (kept != NULL)
    tambour_secrets_free (kept);

  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

static char *
dup_groups (const char *fingerprint)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; fingerprint[i] != '\0'; i++)
    {
      if (i > 0 && i % DIGITS == 0)
        g_string_append_c (text, ' ');
      g_string_append_c (text, fingerprint[i]);
    }

  return g_string_free_and_steal (text);
}

/* The page says why not. */
static void
fail (GTask        *task,
      const GError *error)
{
  TambourServerPage *page = g_task_get_source_object (task);

  if (g_task_return_error_if_cancelled (task))
    return;

  tambour_server_page_set_busy (page, FALSE);
  tambour_server_page_say (page, error->message, TRUE);
  g_task_return_error (task, g_error_copy (error));
}

/* What was tried in the end. */
static void
take_server (Trying       *trying,
             const Trying *from)
{
  tambour_server_free (trying->server);
  trying->server = tambour_server_copy (from->server);
}

static void
tried_again_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  take_server (g_task_get_task_data (task), g_task_get_task_data (G_TASK (result)));
  g_task_return_boolean (task, TRUE);
}

static void
asked_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autofree char *answer = g_strdup (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result));
  TambourServerPage *page = g_task_get_source_object (task);
  const GError *error = g_object_get_data (G_OBJECT (task), "tambour-error");

  if (!g_str_equal (answer, "trust"))
    {
      fail (task, error);
      return;
    }

  tambour_server_page_pin (page, tambour_net_error_get_fingerprint (error));
  tambour_connection_try_async (page, g_task_get_cancellable (task), tried_again_cb, g_object_ref (task));
}

/* A certificate that nobody vouches for: a person compares its fingerprint. */
static void
ask (GTask  *task,
     GError *error)
{
  TambourServerPage *page = g_task_get_source_object (task);
  g_autofree char *groups = dup_groups (tambour_net_error_get_fingerprint (error));
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Trust This Server?"), NULL));

  g_object_set_data_full (G_OBJECT (task), "tambour-error", g_error_copy (error), (GDestroyNotify) g_error_free);
  adw_alert_dialog_format_body (dialog,
                                _("Nobody whom this computer trusts vouches for it. Compare its fingerprint with what its administrator tells you:\n\n%s"),
                                groups);
  adw_alert_dialog_add_responses (dialog, "cancel", _("_Cancel"), "trust", _("_It Is the Same, Trust It"), NULL);
  adw_alert_dialog_set_default_response (dialog, "cancel");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, GTK_WIDGET (page), g_task_get_cancellable (task), asked_cb, g_object_ref (task));
}

static void
tried_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  TambourServerPage *page = TAMBOUR_SERVER_PAGE (source);
  gboolean ok = g_task_propagate_boolean (G_TASK (result), &error);

  if (g_task_return_error_if_cancelled (task))
    return;

  if (ok)
    {
      tambour_server_page_set_busy (page, FALSE);
      g_task_return_boolean (task, TRUE);
    }
  else if (tambour_net_error_get_fingerprint (error) != NULL)
    ask (task, error);
  else
    fail (task, error);
}

/**
 * tambour_connection_try_async:
 * @page: where a server is described
 * @cancellable: (nullable): a cancellable
 * @callback: called when done
 * @user_data: for @callback
 *
 * Asks the server on a thread. The page says what is wrong; for a certificate that
 * nobody vouches for, a person is asked first.
 */
void
tambour_connection_try_async (TambourServerPage   *page,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (page, cancellable, callback, user_data);
  g_autoptr(GTask) asking = NULL;
  g_autoptr(GError) error = NULL;
  Trying *trying = g_new0 (Trying, 1);

  g_task_set_source_tag (task, tambour_connection_try_async);
  g_task_set_task_data (task, trying, (GDestroyNotify) trying_free);
  trying->server = tambour_server_page_dup_server (page, &trying->secret, &error);
  if (trying->server == NULL)
    {
      fail (task, error);
      return;
    }

  tambour_server_page_set_busy (page, TRUE);
  asking = g_task_new (page, cancellable, tried_cb, g_object_ref (task));
  g_task_set_task_data (asking, trying, NULL);
  g_task_run_in_thread (asking, try_thread);
}

/**
 * tambour_connection_finish:
 * @page: where a server is described
 * @result: what the callback was given
 * @secret: (out) (optional) (nullable): the password or token that was typed, for
 *   tambour_secrets_free(); %NULL for the one that is kept
 *
 * Returns: (transfer full) (nullable): the server, if it lets one in; if not, the page
 *   says why
 */
TambourServer *
tambour_connection_finish (TambourServerPage  *page,
                           GAsyncResult       *result,
                           char              **secret)
{
  const Trying *trying = g_task_get_task_data (G_TASK (result));

  g_return_val_if_fail (g_async_result_is_tagged (result, tambour_connection_try_async), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return NULL;

  if (secret != NULL)
    *secret = g_strdup (trying->secret);

  return tambour_server_copy (trying->server);
}
