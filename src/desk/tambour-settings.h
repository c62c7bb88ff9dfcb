/* tambour-settings.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* What a portfolio file keeps for the window (tambour_store_dup_setting()). */
#define TAMBOUR_SETTING_ME            "me"            /* the id of the person who works with it */
#define TAMBOUR_SETTING_DEMONSTRATION "demonstration" /* the instant at which a demonstration plays */
#define TAMBOUR_SETTING_TOLD          "told"          /* what that person was told of (tambour_alarms_dup_told()) */

/* What it keeps of its team (tambour_sync_settings_write()). */
#define TAMBOUR_SETTING_SIGN_IN       "team.user"     /* the name that the person who works with it signs in with */
