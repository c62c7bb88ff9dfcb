/* tambour-notifier.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-notifier.h"

/* A desktop that notifications could go to. */
static GApplication *
find_application (void)
{
  GApplication *application = g_application_get_default ();

  return application && g_application_get_dbus_connection (application) ? application : NULL;
}

static void
send_to_desktop (const char        *id,
                 const TambourNews *news,
                 gpointer           user_data)
{
  GApplication *application = find_application ();
  g_autoptr(GNotification) notification = NULL;

  if (application == NULL)
    return;

  notification = g_notification_new (news->title);
  g_notification_set_body (notification, news->body);
  g_notification_set_priority (notification, news->is_urgent ? G_NOTIFICATION_PRIORITY_URGENT : G_NOTIFICATION_PRIORITY_HIGH);
  if (news->case_id != NULL)
    g_notification_set_default_action_and_target (notification, "app.open-record", "(ss)", "case", news->case_id);
  else
    g_notification_set_default_action_and_target (notification, "app.open-today", "^ay", news->path);
  g_application_send_notification (application, id, notification);
}

static void
withdraw_from_desktop (const char *id,
                       gpointer    user_data)
{
  GApplication *application = find_application ();

  if (application != NULL)
    g_application_withdraw_notification (application, id);
}

static const TambourNotifier desktop = { .send = send_to_desktop, .withdraw = withdraw_from_desktop };
static const TambourNotifier *used = &desktop;

/**
 * tambour_notifier_use:
 * @notifier: (nullable): static; who tells the news from now on, or %NULL for the desktop
 */
void
tambour_notifier_use (const TambourNotifier *notifier)
{
  used = notifier ? notifier : &desktop;
}

/**
 * tambour_notifier_send:
 * @id: what it is called
 * @news: what there is to tell
 *
 * Tells a person, wherever they are. What was told under the same @id is replaced.
 */
void
tambour_notifier_send (const char        *id,
                       const TambourNews *news)
{
  used->send (id, news, used->user_data);
}

/**
 * tambour_notifier_withdraw:
 * @id: what it was called
 *
 * Nobody need be told that any more.
 */
void
tambour_notifier_withdraw (const char *id)
{
  used->withdraw (id, used->user_data);
}
