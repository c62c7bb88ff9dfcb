/* tambour-timeline-model.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-portfolio.h"
#include "tambour-timeline.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_TIMELINE_ENTRY (tambour_timeline_entry_get_type ())
G_DECLARE_FINAL_TYPE (TambourTimelineEntry, tambour_timeline_entry, TAMBOUR, TIMELINE_ENTRY, GObject)

const TambourTimelineItem *tambour_timeline_entry_get_item  (TambourTimelineEntry *self);
TambourDate                tambour_timeline_entry_get_month (TambourTimelineEntry *self);

#define TAMBOUR_TYPE_TIMELINE_MODEL (tambour_timeline_model_get_type ())
G_DECLARE_FINAL_TYPE (TambourTimelineModel, tambour_timeline_model, TAMBOUR, TIMELINE_MODEL, GObject)

TambourTimelineModel *tambour_timeline_model_new       (void);
void                  tambour_timeline_model_show      (TambourTimelineModel *self,
                                                        TambourPortfolio     *portfolio,
                                                        const char           *account_id,
                                                        TambourTimelineKinds  kinds);
void                  tambour_timeline_model_reload    (TambourTimelineModel *self);
void                  tambour_timeline_model_load_more (TambourTimelineModel *self);
gboolean              tambour_timeline_model_is_loaded (TambourTimelineModel *self);
gboolean              tambour_timeline_model_has_ended (TambourTimelineModel *self);
const GError         *tambour_timeline_model_get_error (TambourTimelineModel *self);
void                  tambour_timeline_model_close     (TambourTimelineModel *self);

G_END_DECLS
