/* tambour-zones.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GStrv tambour_zones_list     (const char *own);
char *tambour_zones_dup_text (const char *zone);
char *tambour_zones_dup_own  (void);

G_END_DECLS
