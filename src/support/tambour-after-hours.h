/* tambour-after-hours.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-catalogue.h"

G_BEGIN_DECLS

gboolean tambour_case_is_after_hours      (TambourCase     *support_case,
                                           TambourCalendar *tam);
gboolean tambour_calendar_last_closing    (TambourCalendar *self,
                                           TambourInstant   at,
                                           TambourInstant  *closed);
gboolean tambour_case_acknowledgement_due (TambourCase     *support_case,
                                           TambourCalendar *tam,
                                           gint64           minutes,
                                           TambourInstant  *due);

G_END_DECLS
