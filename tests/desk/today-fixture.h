/* today-fixture.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-today.h"

G_BEGIN_DECLS

/* A Monday morning in Seattle, 09:12 there. */
#define TODAY_NOW "2026-11-23T17:12:00Z"

/**
 * TodayFixture:
 *
 * A portfolio made by hand: the accounts "kestrel" (platinum, Europe/London,
 * looked after by "mira", who is in Seattle from 8 to 17) and "alba" (platinum,
 * looked after by "tomas").
 */
typedef struct
{
  char         *folder;
  char         *path;
  TambourStore *store;
} TodayFixture;

void           today_fixture_set_up    (TodayFixture  *self,
                                        gconstpointer  data);
void           today_fixture_tear_down (TodayFixture  *self,
                                        gconstpointer  data);

void           today_put               (TodayFixture  *self,
                                        const char    *kind,
                                        const char    *id,
                                        ...) G_GNUC_NULL_TERMINATED;
void           today_put_case          (TodayFixture  *self,
                                        const char    *id,
                                        const char    *account,
                                        const char    *priority,
                                        const char    *channel,
                                        const char    *opened);
void           today_put_event         (TodayFixture  *self,
                                        const char    *case_id,
                                        const char    *kind,
                                        const char    *at,
                                        ...) G_GNUC_NULL_TERMINATED;
gint64         today_commit            (TodayFixture  *self,
                                        TambourChange *change);
void           today_undo              (TodayFixture  *self,
                                        gint64         number);

TambourInstant today_instant           (const char    *text);
TambourToday  *today_load              (TodayFixture  *self,
                                        const char    *me,
                                        const char    *at);
char          *today_list_clocks       (TambourToday  *today);
char          *today_list_arrivals     (TambourToday  *today);
char          *today_list_calls        (TambourToday  *today);
char          *today_list_work         (GPtrArray     *work);
char          *today_list_coming       (TambourToday  *today);

#define today_assert(text, expected) \
  G_STMT_START \
  { \
    g_autofree char *today_text = (text); \
    g_assert_cmpstr (today_text, ==, expected); \
  } \
  G_STMT_END

G_END_DECLS
