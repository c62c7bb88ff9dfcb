/* portal-play.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-portal.h"

G_BEGIN_DECLS

void portal_play (TambourPortalMap *map,
                  JsonNode         *answer);

G_END_DECLS
