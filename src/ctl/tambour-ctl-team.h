/* tambour-ctl-team.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-ctl.h"
#include "tambour-server.h"

G_BEGIN_DECLS

/**
 * TambourCtlTeam:
 *
 * What the command line says of a team's server, beside its address. Secrets
 * are never among the words: a file names them, or they are asked for.
 */
typedef struct
{
  char     *user;
  char     *password_file;
  char     *token_file;
  char     *ca_file;
  char     *certificate_file;
  char     *key_file;
  char     *pin;
  gboolean  is_asking;
} TambourCtlTeam;

/**
 * TAMBOUR_CTL_TEAM_ENTRIES:
 * @team: a #TambourCtlTeam
 *
 * The options that say it.
 */
#define TAMBOUR_CTL_TEAM_ENTRIES(team) \
  { "user", 0, 0, G_OPTION_ARG_STRING, &(team).user, N_("Who signs in"), "NAME" }, \
  { "password-file", 0, 0, G_OPTION_ARG_FILENAME, &(team).password_file, N_("Read the password from a file, or from standard input (-)"), "FILE" }, \
  { "token-file", 0, 0, G_OPTION_ARG_FILENAME, &(team).token_file, N_("Sign in with the token in a file, or from standard input (-)"), "FILE" }, \
  { "ask-password", 0, 0, G_OPTION_ARG_NONE, &(team).is_asking, N_("Ask for the password, even if one is kept"), NULL }, \
  { "ca", 0, 0, G_OPTION_ARG_FILENAME, &(team).ca_file, N_("Trust only who these certificates certify (PEM)"), "FILE" }, \
  { "certificate", 0, 0, G_OPTION_ARG_FILENAME, &(team).certificate_file, N_("Show this client certificate (PEM)"), "FILE" }, \
  { "key", 0, 0, G_OPTION_ARG_FILENAME, &(team).key_file, N_("The client certificate’s key (PEM)"), "FILE" }, \
  { "pin", 0, 0, G_OPTION_ARG_STRING, &(team).pin, N_("Accept only the certificate with this SHA-256 fingerprint"), "HEX" }

void tambour_ctl_team_clear (TambourCtlTeam *team);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TambourCtlTeam, tambour_ctl_team_clear)

TambourServer *tambour_ctl_team_find_server (const TambourCtlTeam  *team,
                                             const char            *address,
                                             TambourStore          *store,
                                             char                 **secret,
                                             GError               **error);
gboolean       tambour_ctl_team_find_secret (const TambourCtlTeam  *team,
                                             TambourCtl            *ctl,
                                             TambourServer         *server,
                                             char                 **secret,
                                             gboolean              *is_new,
                                             GError               **error);
void           tambour_ctl_team_keep_secret (TambourCtl            *ctl,
                                             const TambourServer   *server,
                                             const char            *secret);
int            tambour_ctl_team_fail        (TambourCtl            *ctl,
                                             gboolean               is_pinned,
                                             const GError          *error);

G_END_DECLS
