/* tambour-today-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-scope.h"
#include "tambour-today.h"

G_BEGIN_DECLS

/**
 * TambourTodayCases:
 * @open: (element-type TambourCase): that nobody has solved
 * @recent: (element-type TambourCase): that came in lately, solved or not
 * @events: case id → its events and acknowledgements, in order; of those that
 *   need it
 * @reporters: contact id → the contact, in an array of one
 *
 * The cases of the accounts that are looked at, read in a few queries however
 * many there are.
 */
typedef struct
{
  GPtrArray  *open;
  GPtrArray  *recent;
  GHashTable *events;
  GHashTable *reporters;
} TambourTodayCases;

void tambour_today_cases_free (TambourTodayCases *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourTodayCases, tambour_today_cases_free)

GPtrArray         *tambour_today_list_open     (TambourScope         *scope,
                                                GError              **error);
TambourTodayCases *tambour_today_cases_load    (TambourScope         *scope,
                                                GError              **error);
gboolean           tambour_today_is_unseen     (TambourScope         *scope,
                                                TambourTodayCases    *cases,
                                                TambourCase          *support_case);
TambourInstant     tambour_today_last_update   (TambourTodayCases    *cases,
                                                TambourCase          *support_case,
                                                TambourInstant        at);

void               tambour_today_name_account  (TambourScope         *scope,
                                                TambourRecord        *record,
                                                TambourTodayAccount  *account);
void               tambour_today_account_clear (TambourTodayAccount  *account);
TambourInstant     tambour_today_end_of_day    (TambourScope         *scope,
                                                TambourRecord        *record,
                                                TambourDate           date);

void               tambour_today_call_free     (TambourTodayCall     *self);
void               tambour_today_work_free     (TambourTodayWork     *self);
void               tambour_today_coming_free   (TambourTodayComing   *self);

/**
 * TambourTodayWorkFunc:
 * @work: (transfer full): something to do, or that was
 * @record: (transfer none): its record
 * @data: what tambour_today_each_work() was given
 */
typedef void (*TambourTodayWorkFunc) (TambourTodayWork *work,
                                      TambourRecord    *record,
                                      gpointer          data);

GPtrArray *tambour_today_list_open_work (TambourScope            *scope,
                                         GError                 **error);
gboolean   tambour_today_each_work      (TambourScope            *scope,
                                         GPtrArray               *records,
                                         TambourTodayWorkFunc     func,
                                         gpointer                 data,
                                         GError                 **error);
int        tambour_today_work_compare   (const TambourTodayWork  *a,
                                         const TambourTodayWork  *b);

/* One list each. */
gboolean            tambour_today_list_clocks     (TambourScope            *scope,
                                                   TambourTodayCases       *cases,
                                                   GPtrArray               *clocks,
                                                   GError                 **error);
void                tambour_today_list_arrivals   (TambourScope            *scope,
                                                   TambourTodayCases       *cases,
                                                   GPtrArray               *arrivals);
gboolean            tambour_today_list_work       (TambourScope            *scope,
                                                   TambourToday            *today,
                                                   GError                 **error);
gboolean            tambour_today_list_meetings   (TambourScope            *scope,
                                                   TambourToday            *today,
                                                   GError                 **error);
gboolean            tambour_today_list_dated      (TambourScope            *scope,
                                                   TambourToday            *today,
                                                   GError                 **error);
gboolean            tambour_today_list_follow_ups (TambourScope            *scope,
                                                   TambourToday            *today,
                                                   GError                 **error);
gboolean            tambour_today_list_planned    (TambourScope            *scope,
                                                   TambourToday            *today,
                                                   GError                 **error);
gboolean            tambour_today_list_cadences   (TambourScope            *scope,
                                                   TambourToday            *today,
                                                   GError                 **error);
void                tambour_today_list_silent     (TambourScope            *scope,
                                                   TambourTodayCases       *cases,
                                                   TambourToday            *today);

TambourToday       *tambour_today_read            (TambourScope            *scope);
GError             *tambour_today_take_failure    (TambourToday            *self,
                                                   gboolean                 cancelled_only);
TambourTodayComing *tambour_today_add_coming      (TambourToday            *today,
                                                   TambourScope            *scope,
                                                   TambourTodayComingKind   kind,
                                                   TambourRecord           *record,
                                                   TambourDate              on);

G_END_DECLS
