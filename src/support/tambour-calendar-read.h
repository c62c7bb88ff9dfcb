/* tambour-calendar-read.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "tambour-calendar.h"

G_BEGIN_DECLS

TambourCalendar *tambour_calendar_read (const char  *name,
                                        JsonNode    *node,
                                        const char  *place,
                                        GError     **error);

G_END_DECLS
