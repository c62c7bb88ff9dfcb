/* tambour-call-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-call.h"

G_BEGIN_DECLS

/**
 * TambourCallMaking:
 * @me: (nullable): who logs it
 * @zone: where that person is
 * @day: the day of the call there
 * @contacts: (element-type TambourContact): the customer's people who are still there,
 *   and the newcomers
 * @newcomers: (element-type TambourContact): who becomes a contact, if they are named
 * @named: (element-type TambourContact): those of the newcomers who were
 * @persons: (element-type TambourPerson): ours
 * @engagement: the call
 * @invited: (nullable) (element-type TambourAttendance): who was asked to it, and is not
 *   found to have been there yet
 *
 * A call while its records are made.
 */
typedef struct
{
  TambourStore      *store;
  const TambourCall *call;
  const char        *me;
  TambourInstant     now;
  GTimeZone         *zone;
  TambourDate        day;
  GCancellable      *cancellable;
  GPtrArray         *contacts;
  GPtrArray         *newcomers;
  GHashTable        *named;
  GPtrArray         *persons;
  TambourEngagement *engagement;
  GPtrArray         *invited;
  TambourCallPlan   *plan;
} TambourCallMaking;

void              tambour_call_making_clear    (TambourCallMaking         *making);
TambourCallEntry *tambour_call_add             (TambourCallMaking         *making,
                                                int                        line,
                                                TambourRecord             *record);
TambourRecord    *tambour_call_new_record      (TambourCallMaking         *making,
                                                GType                      type);
void              tambour_call_doubt           (TambourCallEntry          *entry,
                                                TambourCallDoubt           doubt,
                                                const char                *typed);
gboolean          tambour_call_read_people     (TambourCallMaking         *making,
                                                GError                   **error);
TambourRecord    *tambour_call_find_person     (TambourCallMaking         *making,
                                                const char                *typed,
                                                TambourCallDoubt          *doubt);
gboolean          tambour_call_add_item        (TambourCallMaking         *making,
                                                const TambourMinutesItem  *item,
                                                GError                   **error);
gboolean          tambour_call_find_engagement (TambourCallMaking         *making,
                                                GError                   **error);
gboolean          tambour_call_read_invited    (TambourCallMaking         *making,
                                                GError                   **error);
TambourRecord    *tambour_call_take_invited    (TambourCallMaking         *making,
                                                const char                *typed,
                                                TambourRecord             *person);
void              tambour_call_leave_invited   (TambourCallMaking         *making);
gboolean          tambour_call_add_next        (TambourCallMaking         *making,
                                                GError                   **error);
gboolean          tambour_call_add_use         (TambourCallMaking         *making,
                                                GError                   **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TambourCallMaking, tambour_call_making_clear)

G_END_DECLS
