/* tambour-team-group.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-portfolio.h"
#include "tambour-server-page.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_TEAM_GROUP (tambour_team_group_get_type ())
G_DECLARE_FINAL_TYPE (TambourTeamGroup, tambour_team_group, TAMBOUR, TEAM_GROUP, AdwPreferencesGroup)

void tambour_team_group_attach (TambourServerPage *page,
                                TambourPortfolio  *portfolio);

G_END_DECLS
