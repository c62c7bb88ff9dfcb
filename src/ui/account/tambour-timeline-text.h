/* tambour-timeline-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-timeline.h"

G_BEGIN_DECLS

char       *tambour_timeline_text_title (const TambourTimelineItem *item);
char       *tambour_timeline_text_line  (const TambourTimelineItem *item,
                                         const char                *me);
TambourDate tambour_timeline_text_day   (const TambourTimelineItem *item,
                                         GTimeZone                 *zone);
char       *tambour_timeline_text_when  (const TambourTimelineItem *item,
                                         GTimeZone                 *zone,
                                         TambourInstant             now);
const char *tambour_timeline_text_icon  (const TambourTimelineItem *item);
const char *tambour_timeline_text_style (const TambourTimelineItem *item);
const char *tambour_timeline_text_kind  (TambourTimelineKinds       kind);

G_END_DECLS
