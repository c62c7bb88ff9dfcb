/* tambour-ctl-portfolio.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-ctl-team.h"
#include "tambour-demo.h"
#include "tambour-secrets.h"
#include "tambour-sync-settings.h"

static gboolean
make_folder_of (const char  *path,
                GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
               _("%s: the folder cannot be made: %s"), folder, g_strerror (errno));
  return FALSE;
}

/* The portfolio that a command makes, named by its first word. */
static TambourStore *
create_portfolio (const char  *path,
                  GError     **error)
{
  if (!make_folder_of (path, error))
    return NULL;

  return tambour_store_open (path, TAMBOUR_STORE_CREATE, error);
}

/**
 * tambour_ctl_create:
 * @ctl: what every command gets
 * @argc: how many words
 * @argv: `create FILE [--team URL [--user NAME]]`
 *
 * Returns: the exit status
 */
int
tambour_ctl_create (TambourCtl  *ctl,
                    int          argc,
                    char       **argv)
{
  g_auto(TambourCtlTeam) team = { NULL };
  g_autofree char *address = NULL;
  const GOptionEntry entries[] = {
    { "team", 0, 0, G_OPTION_ARG_STRING, &address, N_("The team’s database, https://server/database"), "URL" },
    TAMBOUR_CTL_TEAM_ENTRIES (team),
    { NULL }
  };
  g_autoptr(TambourServer) server = NULL;
  char *secret = NULL;
  g_autoptr(TambourStore) store = NULL;
  g_autoptr(GError) error = NULL;
  int status;

  if (!tambour_ctl_parse (ctl, "create FILE", _("Makes an empty portfolio."), entries, &argc, &argv, 1, 1, &status))
    return status;

  if (address != NULL && !(server = tambour_ctl_team_find_server (&team, address, NULL, &secret, &error)))
    return tambour_ctl_misuse (ctl, "%s", error->message);

  store = create_portfolio (argv[1], &error);
  if (store != NULL && (server == NULL || tambour_sync_settings_write (store, server, &error)) && secret != NULL)
    tambour_ctl_team_keep_secret (ctl, server, secret);
  tambour_secrets_free (secret);
  if (store != NULL)
    tambour_store_close (store);

  return error == NULL ? TAMBOUR_CTL_DONE : tambour_ctl_fail (ctl, error);
}

/**
 * tambour_ctl_demo:
 * @ctl: what every command gets
 * @argc: how many words
 * @argv: `demo FILE [--accounts N] [--records N] [--seed S]`
 *
 * Returns: the exit status
 */
int
tambour_ctl_demo (TambourCtl  *ctl,
                  int          argc,
                  char       **argv)
{
  TambourDemoSettings settings = TAMBOUR_DEMO_SETTINGS_INIT;
  gint64 accounts = settings.accounts, records = 0, seed = settings.seed;
  const GOptionEntry entries[] = {
    { "accounts", 0, 0, G_OPTION_ARG_INT64, &accounts, N_("How many accounts (8)"), "N" },
    { "records", 0, 0, G_OPTION_ARG_INT64, &records, N_("About how many records"), "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, N_("Another seed makes another portfolio"), "S" },
    { NULL }
  };
  g_autoptr(GError) error = NULL;
  int status;

  if (!tambour_ctl_parse (ctl, "demo FILE", _("Makes a believable demonstration portfolio, the same for the same seed."),
                          entries, &argc, &argv, 1, 1, &status))
    return status;

  if (accounts < 1 || accounts > 100000 || records < 0 || records > 100000000 || seed < 0 || seed > G_MAXUINT32)
    return tambour_ctl_misuse (ctl, _("--accounts takes 1 to 100000, --records 0 to 100000000, --seed 0 to 4294967295"));

  settings.accounts = accounts;
  settings.records = records;
  settings.seed = seed;

  return tambour_demo_create (argv[1], &settings, tambour_ctl_show_progress, ctl, ctl->cancellable, &error)
           ? TAMBOUR_CTL_DONE
           : tambour_ctl_fail (ctl, error);
}

/**
 * tambour_ctl_check:
 * @ctl: what every command gets
 * @argc: how many words
 * @argv: `check [--repair]`
 *
 * Returns: the exit status: failed if something is wrong and was not repaired
 */
int
tambour_ctl_check (TambourCtl  *ctl,
                   int          argc,
                   char       **argv)
{
  gboolean repair = FALSE;
  const GOptionEntry entries[] = {
    { "repair", 0, 0, G_OPTION_ARG_NONE, &repair, N_("Rebuild what can be rebuilt"), NULL },
    { NULL }
  };
  g_autoptr(TambourStore) store = NULL;
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GError) error = NULL;
  int status;

  if (!tambour_ctl_parse (ctl, "check", _("Checks that a portfolio is whole."), entries, &argc, &argv, 0, 0, &status))
    return status;

  store = tambour_ctl_open (ctl, TAMBOUR_STORE_OPEN);
  if (store == NULL)
    return TAMBOUR_CTL_FAILED;

  found = tambour_store_check (store, repair, &error);
  tambour_store_close (store);
  if (found == NULL)
    return tambour_ctl_fail (ctl, error);

  for (guint i = 0; i < found->len; i++)
    tambour_ctl_print ("%s\n", (const char *) g_ptr_array_index (found, i));
  if (found->len == 0)
    tambour_ctl_print (_("Clean.\n"));

  return found->len == 0 || repair ? TAMBOUR_CTL_DONE : TAMBOUR_CTL_FAILED;
}

/**
 * tambour_ctl_backup:
 * @ctl: what every command gets
 * @argc: how many words
 * @argv: `backup FILE`
 *
 * Returns: the exit status
 */
int
tambour_ctl_backup (TambourCtl  *ctl,
                    int          argc,
                    char       **argv)
{
  g_autoptr(TambourStore) store = NULL;
  g_autoptr(GError) error = NULL;
  gboolean written;
  int status;

  if (!tambour_ctl_parse (ctl, "backup FILE", _("Copies the portfolio, whole, while it may be in use."), NULL,
                          &argc, &argv, 1, 1, &status))
    return status;

  store = tambour_ctl_open (ctl, TAMBOUR_STORE_READ_ONLY);
  if (store == NULL)
    return TAMBOUR_CTL_FAILED;

  written = tambour_store_backup (store, argv[1], ctl->cancellable, &error);
  tambour_store_close (store);

  return written ? TAMBOUR_CTL_DONE : tambour_ctl_fail (ctl, error);
}

/**
 * tambour_ctl_restore:
 * @ctl: what every command gets
 * @argc: how many words
 * @argv: `restore FILE --portfolio FILE`
 *
 * Returns: the exit status
 */
int
tambour_ctl_restore (TambourCtl  *ctl,
                     int          argc,
                     char       **argv)
{
  g_autofree char *path = NULL;
  g_autoptr(GError) error = NULL;
  int status;

  if (!tambour_ctl_parse (ctl, "restore FILE", _("Puts a backup in the portfolio’s place; the portfolio that was there is kept beside it."),
                          NULL, &argc, &argv, 1, 1, &status))
    return status;

  path = tambour_ctl_dup_portfolio (ctl);
  if (!make_folder_of (path, &error) || !tambour_store_restore (argv[1], path, ctl->cancellable, &error))
    return tambour_ctl_fail (ctl, error);

  return TAMBOUR_CTL_DONE;
}
