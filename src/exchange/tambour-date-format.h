/* tambour-date-format.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-time.h"

G_BEGIN_DECLS

/**
 * TambourDateFormat:
 *
 * A way to write dates and times, such as `d/m/yyyy HH:MM`; see data/maps/README.md.
 */
typedef struct _TambourDateFormat TambourDateFormat;

/**
 * TambourLocalTime:
 * @date: the local date
 * @second: of the day, or -1 if the text has no time of day
 */
typedef struct
{
  TambourDate date;
  int         second;
} TambourLocalTime;

TambourDateFormat *tambour_date_format_new       (const char               *pattern,
                                                  GError                  **error);
void               tambour_date_format_free      (TambourDateFormat        *self);
gboolean           tambour_date_format_parse     (const TambourDateFormat  *self,
                                                  const char               *text,
                                                  TambourLocalTime         *local);
TambourInstant     tambour_local_time_to_instant (TambourLocalTime          local,
                                                  GTimeZone                *zone);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourDateFormat, tambour_date_format_free)

G_END_DECLS
