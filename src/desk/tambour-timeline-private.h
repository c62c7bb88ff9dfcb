/* tambour-timeline-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account-reading.h"
#include "tambour-timeline.h"

G_BEGIN_DECLS

gboolean   tambour_timeline_complete      (const TambourAccountReading  *reading,
                                           TambourTimelineItem          *item,
                                           GError                      **error);
GPtrArray *tambour_timeline_list_requests (const TambourAccountReading  *reading,
                                           TambourDate                   until,
                                           GError                      **error);

G_END_DECLS
