/* tambour-minutes-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-minutes.h"

G_BEGIN_DECLS

void        tambour_minutes_add_span    (TambourMinutes          *self,
                                         const char              *text,
                                         TambourMinutesSpanKind   kind,
                                         const char              *start,
                                         const char              *end);
const char *tambour_minutes_take_quoted (const char              *at,
                                         const char              *end,
                                         char                   **inside);
gboolean    tambour_minutes_is_of_name  (gunichar                 c);
const char *tambour_minutes_take_name   (const char              *at,
                                         const char              *end,
                                         char                   **name);
void        tambour_minutes_read_words  (TambourMinutes          *self,
                                         TambourMinutesItem      *item,
                                         const char              *text,
                                         const char              *start,
                                         const char              *end,
                                         TambourDate              day);
void        tambour_minutes_read_amount (TambourMinutesItem      *item);
gboolean    tambour_minutes_is_goal     (const char              *line);
gboolean    tambour_minutes_read_goal   (TambourMinutes          *self,
                                         TambourMinutesItem      *item,
                                         const char              *text,
                                         const char              *line,
                                         const char              *end,
                                         TambourDate              day);

G_END_DECLS
