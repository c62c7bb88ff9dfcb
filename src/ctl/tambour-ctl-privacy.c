/* tambour-ctl-privacy.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "tambour-ctl.h"
#include "tambour-erase.h"
#include "tambour-net-error.h"
#include "tambour-sync-settings.h"
#include "tambour-sync.h"
#include "tambour-trouble.h"

/* What the server lacks would be lost. */
static gboolean
check_waiting (TambourStore   *store,
               TambourServer  *server,
               GError        **error)
{
  if (tambour_sync_count_waiting (store, server) == 0)
    return TRUE;

  g_set_error_literal (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_REFUSED,
                       _("The team’s server does not have everything that was edited here: sync first, or leave it behind with --discard"));

  return FALSE;
}

/**
 * tambour_ctl_leave:
 * @ctl: what every command gets
 * @argc: how many words
 * @argv: `leave --yes [--discard] [--keep]`
 *
 * Returns: the exit status
 */
int
tambour_ctl_leave (TambourCtl  *ctl,
                   int          argc,
                   char       **argv)
{
  gboolean is_sure = FALSE, is_discarding = FALSE, is_keeping = FALSE;
  const GOptionEntry entries[] = {
    { "yes", 0, 0, G_OPTION_ARG_NONE, &is_sure, N_("Do it: it cannot be undone"), NULL },
    { "discard", 0, 0, G_OPTION_ARG_NONE, &is_discarding, N_("Also what the server does not have"), NULL },
    { "keep", 0, 0, G_OPTION_ARG_NONE, &is_keeping, N_("Keep the records on this computer"), NULL },
    { NULL }
  };
  g_autoptr(TambourStore) store = NULL;
  g_autoptr(TambourServer) server = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;
  gboolean is_left = FALSE;
  int status;

  if (!tambour_ctl_parse (ctl, "leave --yes", _("Leaves the team: removes the portfolio, its backups and the password from this computer. The team keeps what it has."),
                          entries, &argc, &argv, 0, 0, &status))
    return status;
  if (!is_sure)
    return tambour_ctl_misuse (ctl, _("this removes the portfolio from this computer and cannot be undone: say --yes"));
  if (!(store = tambour_ctl_open (ctl, TAMBOUR_STORE_OPEN)))
    return TAMBOUR_CTL_FAILED;

  server = tambour_sync_settings_read (store, &error);
  if (server == NULL && error == NULL)
    g_set_error_literal (&error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_ADDRESS, _("This portfolio belongs to no team"));
  if (server != NULL && (is_discarding || is_keeping || check_waiting (store, server, &error)))
    is_left = tambour_sync_leave (store, NULL, &error);
  path = g_strdup (tambour_store_get_path (store));
  tambour_store_close (store);
  if (is_left && !is_keeping)
    is_left = tambour_erase_portfolio (path, &error);

  return is_left ? TAMBOUR_CTL_DONE : tambour_ctl_fail (ctl, error);
}

/* What still has it, and who can do something about that. */
static void
print_not_reached (const char *path)
{
  g_autoptr(GPtrArray) backups = tambour_trouble_list_backups (path);

  fputs (_("Gone from this portfolio; the team’s get it with the next sync. A CouchDB server keeps the old revision until the database is compacted "
           "(an administrator’s POST /database/_compact); copies and backups of portfolios, and what people wrote elsewhere, are not reached.\n"),
         stderr);
  for (guint i = 0; i < backups->len; i++)
    fprintf (stderr, _("This backup still has it: remove the file once nobody needs it: %s\n"), ((TambourBackup *) g_ptr_array_index (backups, i))->path);
  fputs (_("Of a backup that you keep elsewhere: restore it, purge the same record there, and write the backup anew; or remove the file.\n"), stderr);
}

/**
 * tambour_ctl_purge:
 * @ctl: what every command gets
 * @argc: how many words
 * @argv: `purge ID --yes`
 *
 * Returns: the exit status
 */
int
tambour_ctl_purge (TambourCtl  *ctl,
                   int          argc,
                   char       **argv)
{
  gboolean is_sure = FALSE;
  const GOptionEntry entries[] = {
    { "yes", 0, 0, G_OPTION_ARG_NONE, &is_sure, N_("Do it: it cannot be undone"), NULL },
    { NULL }
  };
  g_autoptr(TambourStore) store = NULL;
  g_autoptr(TambourRecord) record = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;
  gboolean is_purged;
  int status;

  if (!tambour_ctl_parse (ctl, "purge ID --yes", _("Takes out what a record says of a person, here, in its history, and at the next sync in the team’s."),
                          entries, &argc, &argv, 1, 1, &status))
    return status;
  if (!is_sure)
    return tambour_ctl_misuse (ctl, _("what is taken out cannot be had back: say --yes"));
  if (!(store = tambour_ctl_open (ctl, TAMBOUR_STORE_OPEN)))
    return TAMBOUR_CTL_FAILED;

  path = g_strdup (tambour_store_get_path (store));
  record = tambour_store_find (store, argv[1], &error);
  is_purged = record != NULL && tambour_store_purge (store, record, _("Removed"), tambour_ctl_get_author (), &error);
  tambour_store_close (store);
  if (!is_purged)
    return tambour_ctl_fail (ctl, error);

  print_not_reached (path);

  return TAMBOUR_CTL_DONE;
}
