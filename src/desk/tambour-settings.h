/* tambour-settings.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* What a portfolio file keeps for the window (tambour_store_dup_setting()). */
#define TAMBOUR_SETTING_ME            "me"            /* the id of the person who works with it */
#define TAMBOUR_SETTING_DEMONSTRATION "demonstration" /* the instant at which a demonstration plays */
