/* tambour-sync-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-sync-text.h"

#include "tambour-record-words.h"
#include "tambour-when.h"

/* What the sync line and its popover say (DESIGN.md section 1). */

/* Names that are told; of more there is a count. */
#define MAX_NAMES 4

/**
 * tambour_sync_text_is_busy:
 * @status: how the replication stands
 *
 * Returns: whether something is on its way
 */
gboolean
tambour_sync_text_is_busy (const TambourSyncStatus *status)
{
  return status->state == TAMBOUR_SYNC_SENDING || status->state == TAMBOUR_SYNC_RECEIVING;
}

/**
 * tambour_sync_text_has_conflict:
 * @status: how the replication stands
 *
 * Returns: whether the line is about conflicts, before which only what has failed comes
 */
gboolean
tambour_sync_text_has_conflict (const TambourSyncStatus *status)
{
  return status->n_conflicts > 0 && status->state != TAMBOUR_SYNC_FAILED;
}

static char *
waiting_words (gint64 n)
{
  g_autofree char *number = tambour_when_number (n);

  return g_strdup_printf (ngettext ("%s change waiting", "%s changes waiting", (gulong) n), number);
}

static char *
dup_sending (const TambourSyncStatus *status)
{
  g_autofree char *number = tambour_when_number (status->n_waiting);

  return g_strdup_printf (ngettext ("Sending %s change", "Sending %s changes", (gulong) status->n_waiting), number);
}

static char *
dup_receiving (const TambourSyncStatus *status)
{
  g_autofree char *done = tambour_when_number (status->done);
  g_autofree char *total = tambour_when_number (status->total);

  if (status->total <= 0)
    return g_strdup (_("Receiving changes"));

  /* Translators: how many records of how many */
  return g_strdup_printf (_("Receiving %1$s of %2$s"), done, total);
}

static char *
dup_offline (const TambourSyncStatus *status)
{
  g_autofree char *number = tambour_when_number (status->n_waiting);

  if (status->n_waiting == 0)
    return g_strdup (_("Offline"));

  return g_strdup_printf (ngettext ("Offline, %s change waiting", "Offline, %s changes waiting", (gulong) status->n_waiting), number);
}

static char *
dup_delayed (const TambourSyncStatus *status)
{
  /* Somebody wanted it so. */
  if (g_error_matches (status->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_strdup (_("Syncing is stopped"));

  return status->n_waiting > 0 ? waiting_words (status->n_waiting) : g_strdup (_("The team server is busy"));
}

static char *
dup_idle (const TambourSyncStatus *status)
{
  g_autofree char *number = tambour_when_number (status->n_refused);

  if (status->n_refused > 0)
    return g_strdup_printf (ngettext ("%s change refused", "%s changes refused", (gulong) status->n_refused), number);
  if (status->n_waiting > 0)
    return waiting_words (status->n_waiting);

  return g_strdup (_("All changes synced"));
}

static char *
dup_conflicts (const TambourSyncStatus *status)
{
  g_autofree char *number = tambour_when_number (status->n_conflicts);

  return g_strdup_printf (ngettext ("%s conflict to resolve", "%s conflicts to resolve", (gulong) status->n_conflicts), number);
}

/**
 * tambour_sync_text_line:
 * @status: how the replication stands
 *
 * Returns: (transfer full): what the line says
 */
char *
tambour_sync_text_line (const TambourSyncStatus *status)
{
  if (tambour_sync_text_has_conflict (status))
    return dup_conflicts (status);

  switch (status->state)
    {
    case TAMBOUR_SYNC_OFF:
      return g_strdup (_("Saved on this computer"));
    case TAMBOUR_SYNC_IDLE:
      return dup_idle (status);
    case TAMBOUR_SYNC_SENDING:
      return dup_sending (status);
    case TAMBOUR_SYNC_RECEIVING:
      return dup_receiving (status);
    case TAMBOUR_SYNC_OFFLINE:
      return dup_offline (status);
    case TAMBOUR_SYNC_WAITING:
      return dup_delayed (status);
    case TAMBOUR_SYNC_FAILED:
      return g_strdup (_("Syncing has stopped"));
    }

  g_return_val_if_reached (NULL);
}

/**
 * tambour_sync_text_time:
 * @status: how the replication stands
 * @now: the time that is "now"
 *
 * Returns: (transfer full): when both sides were last the same: "09:11"; or ""
 */
char *
tambour_sync_text_time (const TambourSyncStatus *status,
                        TambourInstant           now)
{
  g_autoptr(GTimeZone) here = g_time_zone_new_local ();

  return tambour_instant_is_stated (status->last) && status->state != TAMBOUR_SYNC_OFF
           ? tambour_when_moment (status->last, here, now)
           : g_strdup ("");
}

/**
 * tambour_sync_text_icon:
 * @status: how the replication stands
 *
 * Returns: (nullable): an icon; %NULL where a spinner turns
 */
const char *
tambour_sync_text_icon (const TambourSyncStatus *status)
{
  if (tambour_sync_text_has_conflict (status))
    return "dialog-warning-symbolic";

  switch (status->state)
    {
    case TAMBOUR_SYNC_OFF:
      return "object-select-symbolic";
    case TAMBOUR_SYNC_IDLE:
      return status->n_refused > 0 ? "dialog-warning-symbolic" : "object-select-symbolic";
    case TAMBOUR_SYNC_SENDING:
    case TAMBOUR_SYNC_RECEIVING:
      return NULL;
    case TAMBOUR_SYNC_OFFLINE:
    case TAMBOUR_SYNC_WAITING:
      return "network-offline-symbolic";
    case TAMBOUR_SYNC_FAILED:
      return "dialog-error-symbolic";
    }

  g_return_val_if_reached (NULL);
}

/**
 * tambour_sync_text_colour:
 * @status: how the replication stands
 *
 * Returns: (nullable): the style class of the icon
 */
const char *
tambour_sync_text_colour (const TambourSyncStatus *status)
{
  if (status->state == TAMBOUR_SYNC_FAILED)
    return "error";

  return tambour_sync_text_has_conflict (status) || (status->state == TAMBOUR_SYNC_IDLE && status->n_refused > 0) ? "warning" : NULL;
}

/**
 * tambour_sync_text_last:
 * @status: how the replication stands
 * @now: the time that is "now"
 *
 * Returns: (transfer full): when both sides were last the same
 */
char *
tambour_sync_text_last (const TambourSyncStatus *status,
                        TambourInstant           now)
{
  g_autofree char *when = NULL;

  if (!tambour_instant_is_stated (status->last))
    return g_strdup (_("Not synced yet"));

  when = tambour_words_lately (status->last, now);

  /* Translators: %s is a time, with its date if that is not today's */
  return g_strdup_printf (_("Last synced %s"), when);
}

/**
 * tambour_sync_text_waiting:
 * @status: how the replication stands
 *
 * Returns: (transfer full): what is still to be sent; or ""
 */
char *
tambour_sync_text_waiting (const TambourSyncStatus *status)
{
  return status->n_waiting > 0 ? waiting_words (status->n_waiting) : g_strdup ("");
}

/**
 * tambour_sync_text_trouble:
 * @status: how the replication stands
 * @now: the time that is "now"
 *
 * Returns: (transfer full): why nothing is synced, and when it is tried again; or ""
 */
char *
tambour_sync_text_trouble (const TambourSyncStatus *status,
                           TambourInstant           now)
{
  g_autofree char *when = NULL;

  if (status->error == NULL)
    return g_strdup (status->state == TAMBOUR_SYNC_OFFLINE ? _("Everything works without the server, and is sent when it can be reached.") : "");
  if (status->state == TAMBOUR_SYNC_FAILED || !tambour_instant_is_stated (status->next_attempt))
    return g_strdup (status->error->message);

  when = tambour_words_lately (status->next_attempt, now);

  /* Translators: a sentence that says what went wrong, and a time of day */
  return g_strdup_printf (_("%1$s\nTrying again at %2$s"), status->error->message, when);
}

/**
 * tambour_sync_text_online:
 * @status: how the replication stands
 *
 * Returns: (transfer full): who else is there; or ""
 */
char *
tambour_sync_text_online (const TambourSyncStatus *status)
{
  guint n = status->people ? g_strv_length (status->people) : 0;
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) names = NULL;
  g_autofree char *list = NULL;

  if (n == 0)
    return g_strdup ("");

  for (guint i = 0; i < MIN (n, MAX_NAMES); i++)
    g_strv_builder_take (builder, tambour_words_isolate (status->people[i]));
  names = g_strv_builder_end (builder);
  list = g_strjoinv (C_("list", ", "), names);
  if (n <= MAX_NAMES)
    /* Translators: %s is a list of names */
    return g_strdup_printf (_("Online: %s"), list);

  /* Translators: a list of names, and how many people besides */
  return g_strdup_printf (ngettext ("Online: %1$s and %2$u more", "Online: %1$s and %2$u more", n - MAX_NAMES), list, n - MAX_NAMES);
}

/**
 * tambour_sync_text_skipped:
 * @status: how the replication stands
 *
 * Returns: (transfer full): what is on the server and not for this version; or ""
 */
char *
tambour_sync_text_skipped (const TambourSyncStatus *status)
{
  g_autofree char *number = tambour_when_number (status->n_skipped);

  if (status->n_skipped == 0)
    return g_strdup ("");

  return g_strdup_printf (ngettext ("%s record of a newer version is left alone", "%s records of a newer version are left alone",
                                    (gulong) status->n_skipped),
                          number);
}

/**
 * tambour_sync_text_progress:
 * @status: how the replication stands
 *
 * Returns: (transfer full): how far the first pull is; "" if nothing large is on its way
 */
char *
tambour_sync_text_progress (const TambourSyncStatus *status)
{
  g_autofree char *done = tambour_when_number (status->done);
  g_autofree char *total = tambour_when_number (status->total);

  if (status->state != TAMBOUR_SYNC_RECEIVING || status->total <= 0)
    return g_strdup ("");

  /* Translators: how many records of how many */
  return g_strdup_printf (_("%1$s of %2$s records"), done, total);
}
