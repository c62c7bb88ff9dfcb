/* tambour-when-parse.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-time.h"

G_BEGIN_DECLS

char    *tambour_when_edit_date    (TambourDate     date);
gint64   tambour_when_local_start  (TambourDate     date);
gboolean tambour_when_parse_date   (const char     *text,
                                    TambourDate     today,
                                    TambourDate    *date);
gboolean tambour_when_parse_due    (const char     *text,
                                    TambourDate     today,
                                    TambourDate    *date);
gboolean tambour_when_parse_moment (const char     *text,
                                    GTimeZone      *zone,
                                    TambourInstant  now,
                                    TambourInstant *instant,
                                    gboolean       *has_time);

G_END_DECLS
