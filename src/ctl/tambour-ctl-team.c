/* tambour-ctl-team.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <termios.h>
#include <unistd.h>

#include "tambour-ctl-team.h"
#include "tambour-net-error.h"
#include "tambour-secrets.h"
#include "tambour-sync-settings.h"

/* Longer than any password or token. */
#define LONGEST 65536

/**
 * tambour_ctl_team_clear:
 * @team: what the command line said
 *
 * Frees what is in it.
 */
void
tambour_ctl_team_clear (TambourCtlTeam *team)
{
  g_clear_pointer (&team->user, g_free);
  g_clear_pointer (&team->password_file, g_free);
  g_clear_pointer (&team->token_file, g_free);
  g_clear_pointer (&team->ca_file, g_free);
  g_clear_pointer (&team->certificate_file, g_free);
  g_clear_pointer (&team->key_file, g_free);
  g_clear_pointer (&team->pin, g_free);
}

static void
set_path (char       **member,
          const char  *path)
{
  if (path == NULL)
    return;

  g_free (*member);
  *member = g_canonicalize_filename (path, NULL);
}

/* What the command line says goes before what the portfolio says. */
static void
apply (const TambourCtlTeam *team,
       TambourServer        *server)
{
  if (team->user != NULL)
    g_set_str (&server->user, team->user);
  if (team->pin != NULL)
    g_set_str (&server->pin, team->pin);
  set_path (&server->ca_file, team->ca_file);
  set_path (&server->certificate_file, team->certificate_file);
  set_path (&server->key_file, team->key_file);

  if (team->token_file != NULL)
    server->sign_in = TAMBOUR_SIGN_IN_BEARER;
  else if (team->user != NULL && server->sign_in == TAMBOUR_SIGN_IN_NONE)
    server->sign_in = TAMBOUR_SIGN_IN_PASSWORD;
}

/**
 * tambour_ctl_team_find_server:
 * @team: what the command line said
 * @address: (nullable): the address that it said
 * @store: (nullable): a portfolio, which may belong to a team
 * @secret: (out): a password that was in @address
 * @error: return location for an error
 *
 * A portfolio belongs to one team: another address than its own is refused.
 *
 * Returns: (transfer full) (nullable): the server that is meant
 */
TambourServer *
tambour_ctl_team_find_server (const TambourCtlTeam  *team,
                              const char            *address,
                              TambourStore          *store,
                              char                 **secret,
                              GError               **error)
{
  g_autoptr(GError) cause = NULL;
  g_autoptr(TambourServer) own = store != NULL ? tambour_sync_settings_read (store, &cause) : NULL;
  g_autoptr(TambourServer) server = address != NULL ? tambour_server_new (address, secret, error) : NULL;

  if (address != NULL && server == NULL)
    return NULL;

  if (cause != NULL && address == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return NULL;
    }

  if (own != NULL && server != NULL && !g_str_equal (own->url, server->url))
    {
      g_set_error (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_ADDRESS,
                   _("This portfolio belongs to the team at %s: leave it first (tambourctl leave), or use another portfolio"), own->url);
      return NULL;
    }

  if (own != NULL && server != NULL && server->user != NULL)
    g_set_str (&own->user, server->user);
  if (own != NULL)
    {
      g_clear_pointer (&server, tambour_server_free);
      server = g_steal_pointer (&own);
    }

  if (server == NULL)
    g_set_error_literal (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_ADDRESS,
                         _("This portfolio belongs to no team: say the address of its server, https://server/database"));
  else
    apply (team, server);

  return g_steal_pointer (&server);
}

static char *
read_line (FILE *file)
{
  g_autofree char *line = g_malloc0 (LONGEST);

  if (fgets (line, LONGEST, file) == NULL)
    return NULL;

  line[strcspn (line, "\r\n")] = '\0';

  return g_steal_pointer (&line);
}

static gboolean
read_file (const char  *path,
           char       **secret,
           GError     **error)
{
  FILE *file = g_str_equal (path, "-") ? stdin : fopen (path, "re");

  *secret = file != NULL ? read_line (file) : NULL;
  if (*secret == NULL)
    g_set_error (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_SECRET,
                 _("“%s” holds no password in its first line, or cannot be read"), path);
  if (file != NULL && file != stdin)
    fclose (file);

  return *secret != NULL;
}

/* On the terminal itself, which shows nothing of it. */
static gboolean
ask (const TambourServer  *server,
     char                **secret,
     GError              **error)
{
  g_autofree char *place = tambour_server_dup_place (server);
  FILE *terminal = fopen ("/dev/tty", "r+e");
  struct termios before, silent;

  if (terminal == NULL || tcgetattr (fileno (terminal), &before) != 0)
    {
      if (terminal != NULL)
        fclose (terminal);
      g_set_error (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_SECRET,
                   _("No password of %s at %s is kept: name a file that holds it with --password-file"), server->user, place);
      return FALSE;
    }

  silent = before;
  silent.c_lflag &= ~(tcflag_t) ECHO;
  fprintf (terminal, _("Password of %s at %s: "), server->user, place);
  fflush (terminal);
  tcsetattr (fileno (terminal), TCSAFLUSH, &silent);
  *secret = read_line (terminal);
  tcsetattr (fileno (terminal), TCSAFLUSH, &before);
  fputc ('\n', terminal);
  fclose (terminal);
  if (*secret == NULL)
    g_set_error_literal (error, TAMBOUR_NET_ERROR, TAMBOUR_NET_ERROR_SECRET, _("No password was entered"));

  return *secret != NULL;
}

/**
 * tambour_ctl_team_find_secret:
 * @team: what the command line said
 * @ctl: what every command gets
 * @server: the server; a token tells it the name of the user
 * @secret: (inout): what signs in there; one that is known already stays
 * @is_new: (out): whether it should be kept, once it has been of use
 * @error: return location for %TAMBOUR_NET_ERROR_SECRET
 *
 * Out of the file that the command line names, the address, where it is kept, or
 * a person's head.
 *
 * Returns: %FALSE if none can be had and one is needed
 */
gboolean
tambour_ctl_team_find_secret (const TambourCtlTeam  *team,
                              TambourCtl            *ctl,
                              TambourServer         *server,
                              char                 **secret,
                              gboolean              *is_new,
                              GError               **error)
{
  g_autoptr(GError) cause = NULL;
  const char *path = team->token_file != NULL ? team->token_file : team->password_file;

  *is_new = *secret != NULL;
  if (*secret != NULL)
    fprintf (stderr, _("tambourctl %s: others on this computer can read a password in an address: use --password-file\n"), ctl->command);
  if (*secret != NULL || server->sign_in == TAMBOUR_SIGN_IN_NONE)
    return TRUE;
  if (path != NULL && !read_file (path, secret, error))
    return FALSE;
  if (path != NULL && server->sign_in == TAMBOUR_SIGN_IN_BEARER)
    tambour_server_take_token (server, *secret);
  if (path != NULL)
    return TRUE;

  if (!team->is_asking)
    *secret = tambour_secrets_lookup (server, ctl->cancellable, &cause);
  if (cause != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }

  *is_new = *secret == NULL;

  return *secret != NULL || ask (server, secret, error);
}

/**
 * tambour_ctl_team_keep_secret:
 * @ctl: what every command gets
 * @server: the server
 * @secret: what signs in there
 *
 * Keeps it for the next time; where that fails it is only said.
 */
void
tambour_ctl_team_keep_secret (TambourCtl          *ctl,
                              const TambourServer *server,
                              const char          *secret)
{
  g_autoptr(GError) error = NULL;

  if (!tambour_secrets_store (server, secret, ctl->cancellable, &error))
    tambour_ctl_fail (ctl, error);
}

/**
 * tambour_ctl_team_fail:
 * @ctl: what every command gets
 * @is_pinned: whether one certificate alone is accepted
 * @error: what went wrong with the team's server
 *
 * Says it in one line. Of a certificate that is not trusted also how to accept it all the
 * same, unless another one is accepted.
 *
 * Returns: the exit status
 */
int
tambour_ctl_team_fail (TambourCtl   *ctl,
                       gboolean      is_pinned,
                       const GError *error)
{
  const char *fingerprint = tambour_net_error_get_fingerprint (error);
  g_autoptr(GError) said = NULL;

  if (fingerprint == NULL || is_pinned)
    return tambour_ctl_fail (ctl, error);

  said = g_error_new (error->domain, error->code,
                      /* Translators: %1$s is a sentence without its end, %2$s a fingerprint */
                      _("%1$s (if its administrator confirms that this certificate is the server’s: --pin %2$s)"),
                      error->message, fingerprint);

  return tambour_ctl_fail (ctl, said);
}
