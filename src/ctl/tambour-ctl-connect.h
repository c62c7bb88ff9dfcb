/* tambour-ctl-connect.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-connect.h"
#include "tambour-ctl-team.h"

G_BEGIN_DECLS

/**
 * TambourCtlConnect:
 * @words: the options that say what is to be done, and with what
 * @team: of it, how one signs in
 * @store: the portfolio
 *
 * What `connect` works with.
 */
typedef struct
{
  char           *since;
  char           *add;
  char           *change;
  char           *remove;
  char           *test;
  char           *map;
  char           *kind;
  char           *address;
  char           *every;
  char           *assign;
  char           *always;
  char           *account;
  char           *rule;
  char           *forget;
  char           *ignore;
  char           *heed;
  gboolean        is_all;
  gboolean        is_list;
  gboolean        is_maps;
  gboolean        is_inbox;
  TambourCtlTeam  team;
  TambourCtl     *ctl;
  TambourStore   *store;
} TambourCtlConnect;

/**
 * TambourCtlConnection:
 *
 * A portal, and what signs in there.
 */
typedef struct
{
  TambourCtlConnect *words;
  TambourConnector  *connector;
  TambourServer     *server;
  char              *secret;
  char              *token;
  gboolean           is_new;
} TambourCtlConnection;

void tambour_ctl_connection_clear (TambourCtlConnection *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TambourCtlConnection, tambour_ctl_connection_clear)

gboolean tambour_ctl_connection_open   (TambourCtlConnection  *self,
                                        TambourCtlConnect     *words,
                                        const char            *name,
                                        GError               **error);
void     tambour_ctl_connection_keep   (TambourCtlConnection  *self);
void     tambour_ctl_connection_order  (TambourCtlConnection  *self,
                                        TambourConnectOrder   *order);

int      tambour_ctl_connectors_list   (TambourCtlConnect     *words);
int      tambour_ctl_connectors_maps   (TambourCtlConnect     *words);
int      tambour_ctl_connectors_add    (TambourCtlConnect     *words);
int      tambour_ctl_connectors_remove (TambourCtlConnect     *words);
int      tambour_ctl_connectors_inbox  (TambourCtlConnect     *words,
                                        const char            *name);
int      tambour_ctl_connectors_forget (TambourCtlConnect     *words,
                                        const char            *name);
int      tambour_ctl_connectors_ignore (TambourCtlConnect     *words,
                                        const char            *name);

G_END_DECLS
