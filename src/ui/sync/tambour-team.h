/* tambour-team.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-portfolio.h"
#include "tambour-sync.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_TEAM (tambour_team_get_type ())
G_DECLARE_FINAL_TYPE (TambourTeam, tambour_team, TAMBOUR, TEAM, GObject)

TambourTeam             *tambour_team_of            (TambourPortfolio        *portfolio);
TambourPortfolio        *tambour_team_get_portfolio (TambourTeam             *self);
const TambourSyncStatus *tambour_team_get_status    (TambourTeam             *self);
gboolean                 tambour_team_went_offline  (TambourTeam             *self);
void                     tambour_team_begin         (TambourTeam             *self);
void                     tambour_team_end           (TambourTeam             *self);
void                     tambour_team_restart       (TambourTeam             *self);
void                     tambour_team_wake          (TambourTeam             *self);
void                     tambour_team_stop          (TambourTeam             *self);
void                     tambour_team_show          (TambourTeam             *self,
                                                     const TambourSyncStatus *status);

G_END_DECLS
