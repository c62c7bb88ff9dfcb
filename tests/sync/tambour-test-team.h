/* tambour-test-team.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-laptop.h"
#include "tambour-test-couch.h"

G_BEGIN_DECLS

/**
 * TambourTestTeam:
 * @couch: the server
 * @database: the team's database on it
 * @laptops: (element-type TambourLaptop): of its members, who reach the database
 *   through the proxy
 *
 * Several laptops and the server that keeps them in step.
 */
typedef struct
{
  TambourTestCouch *couch;
  char             *database;
  GPtrArray        *laptops;
} TambourTestTeam;

TambourTestTeam *tambour_test_team_new  (TambourTestCouch *couch,
                                         guint             n_members);
void             tambour_test_team_free (TambourTestTeam  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourTestTeam, tambour_test_team_free)

TambourLaptop *tambour_test_team_get          (TambourTestTeam *self,
                                               guint            member);
char          *tambour_test_team_dup_name     (guint            member);
void           tambour_test_team_glance       (TambourTestTeam *self,
                                               guint            member,
                                               const char      *worker,
                                               guint            milliseconds);
void           tambour_test_team_restart      (TambourTestTeam *self,
                                               guint            member);
void           tambour_test_team_settle       (TambourTestTeam *self);
void           tambour_test_team_assert_equal (TambourTestTeam *self);
void           tambour_test_team_assert_clean (TambourTestTeam *self);
void           tambour_test_team_tell         (TambourTestTeam *self,
                                               const char      *id);

G_END_DECLS
