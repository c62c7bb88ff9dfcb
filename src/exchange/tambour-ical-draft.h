/* tambour-ical-draft.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-ical-private.h"

G_BEGIN_DECLS

TambourIcalDraft *tambour_ical_draft_new  (icalcomponent           *component,
                                           TambourIcalZones        *zones,
                                           guint                    line,
                                           char                   **lost,
                                           GStrvBuilder            *faults);
void              tambour_ical_draft_free (TambourIcalDraft        *draft);
void              tambour_ical_draft_move (const TambourIcalDraft  *draft,
                                           TambourIcalEvent        *event,
                                           gint64                   local,
                                           gint64                   length);
TambourIcalEvent *tambour_ical_event_copy (const TambourIcalEvent  *event);
void              tambour_ical_event_free (TambourIcalEvent        *event);

G_END_DECLS
