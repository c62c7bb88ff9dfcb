/* tambour-continuity.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-connectors.h"
#include "tambour-portal-item.h"

G_BEGIN_DECLS

/**
 * TambourContinuity:
 *
 * Takes what a portal says of its items into the portfolio, so that cases go on here as they go
 * on there. Each page is one transaction. Taking the same twice changes nothing the second time,
 * and what was written here stays: notes, links, and every field that somebody has changed.
 */
typedef struct _TambourContinuity TambourContinuity;

TambourContinuity *tambour_continuity_new  (TambourStore            *store,
                                            const TambourConnector  *connector,
                                            TambourRecordClass      *klass,
                                            const char              *author,
                                            GCancellable            *cancellable,
                                            GError                 **error);
void               tambour_continuity_free (TambourContinuity       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourContinuity, tambour_continuity_free)

void                        tambour_continuity_bring_back (TambourContinuity  *self);
void                        tambour_continuity_keep_apart (TambourContinuity  *self);
gboolean                    tambour_continuity_take       (TambourContinuity  *self,
                                                           TambourPortalItem  *item,
                                                           GError            **error);
gboolean                    tambour_continuity_assign     (TambourContinuity  *self,
                                                           TambourPortalItem  *item,
                                                           const char         *account_id,
                                                           GError            **error);
gboolean                    tambour_continuity_end_page   (TambourContinuity  *self,
                                                           const char         *cursor,
                                                           GError            **error);
GStrv                       tambour_continuity_list_known (TambourContinuity  *self);
gboolean                    tambour_continuity_finish     (TambourContinuity  *self,
                                                           const GError       *failure,
                                                           GError            **error);
const TambourConnectCounts *tambour_continuity_get_counts (TambourContinuity  *self);
const char                 *tambour_continuity_get_cursor (TambourContinuity  *self);
const char * const         *tambour_continuity_get_told     (TambourContinuity        *self);
gint64 tambour_continuity_get_change (TambourContinuity *self);

G_END_DECLS
