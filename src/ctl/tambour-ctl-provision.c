/* tambour-ctl-provision.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-ctl-team.h"
#include "tambour-provision.h"
#include "tambour-secrets.h"

static gboolean
provision (TambourCtl            *ctl,
           const TambourCtlTeam  *team,
           const char            *address,
           TambourProvisioned    *done,
           GError               **error)
{
  char *secret = NULL;
  g_autoptr(TambourServer) server = tambour_ctl_team_find_server (team, address, NULL, &secret, error);
  g_autoptr(TambourSession) session = NULL;
  gboolean is_new;

  if (server != NULL && tambour_ctl_team_find_secret (team, ctl, server, &secret, &is_new, error))
    session = tambour_session_new (server, secret, error);
  tambour_secrets_free (secret);

  return session != NULL && tambour_provision (session, done, ctl->cancellable, error);
}

static void
print_done (TambourCtl               *ctl,
            const TambourProvisioned *done)
{
  g_autoptr(JsonObject) object = json_object_new ();
  g_autofree char *text = NULL;

  json_object_set_string_member (object, "database", done->made ? "made" : "there");
  json_object_set_string_member (object, "roles", done->secured ? "set" : "there");
  json_object_set_string_member (object, "validation", done->validated ? "set" : "there");

  text = g_strdup_printf ("%s\n%s\n%s",
                          done->made ? _("The database is made.") : _("The database was there."),
                          done->secured ? _("Who has the role tam, manager or reader may come in.") : _("Who may come in was set already."),
                          done->validated ? _("What is written to it is checked.") : _("What is written to it was checked already."));
  tambour_ctl_print_object (ctl, object, text);
}

/**
 * tambour_ctl_provision:
 * @ctl: what every command gets
 * @argc: how many words
 * @argv: `provision URL [--user NAME] [--password-file FILE]`
 *
 * Returns: the exit status
 */
int
tambour_ctl_provision (TambourCtl  *ctl,
                       int          argc,
                       char       **argv)
{
  g_auto(TambourCtlTeam) team = { NULL };
  const GOptionEntry entries[] = {
    TAMBOUR_CTL_TEAM_ENTRIES (team),
    { NULL }
  };
  g_autoptr(GError) error = NULL;
  TambourProvisioned done;
  int status;

  if (!tambour_ctl_parse (ctl, "provision URL", _("Prepares a team’s database, as an administrator of the server: makes it, lets the team’s roles in, and checks what is written."),
                          entries, &argc, &argv, 1, 1, &status))
    return status;

  if (!provision (ctl, &team, argv[1], &done, &error))
    return tambour_ctl_team_fail (ctl, team.pin != NULL, error);

  print_done (ctl, &done);

  return TAMBOUR_CTL_DONE;
}
