/* tambour-timeline.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account.h"
#include "tambour-store.h"

G_BEGIN_DECLS

/* How many places events come from; see tambour-timeline.c. */
#define TAMBOUR_TIMELINE_N_SOURCES 19

/**
 * TambourTimelineKinds:
 *
 * What somebody may want to see alone.
 */
typedef enum
{
  TAMBOUR_TIMELINE_CASES      = 1 << 0,
  TAMBOUR_TIMELINE_CALLS      = 1 << 1,
  TAMBOUR_TIMELINE_NOTES      = 1 << 2,
  TAMBOUR_TIMELINE_AUDITS     = 1 << 3,
  TAMBOUR_TIMELINE_GOALS      = 1 << 4,
  TAMBOUR_TIMELINE_REQUESTS   = 1 << 5,
  TAMBOUR_TIMELINE_PEOPLE     = 1 << 6,
  TAMBOUR_TIMELINE_AGREEMENTS = 1 << 7,
  TAMBOUR_TIMELINE_CHANGES    = 1 << 8,
  TAMBOUR_TIMELINE_ALL        = (1 << 9) - 1,
} TambourTimelineKinds;

/**
 * TambourTimelineEvent:
 *
 * What happened; the words for it are written where it is shown.
 */
typedef enum
{
  TAMBOUR_TIMELINE_CASE_OPENED,      /* title: its number; priority, channel; names: who */
  TAMBOUR_TIMELINE_CASE_RESOLVED,    /* title: its number; text: the solution, or its title */
  TAMBOUR_TIMELINE_CASE_ESCALATED,   /* title: its number; names: whose it is now; text: why */
  TAMBOUR_TIMELINE_OUTAGE,           /* title: the service; minutes; text: whom it reached */
  TAMBOUR_TIMELINE_CALL_HELD,        /* title; minutes; names; actions; requests */
  TAMBOUR_TIMELINE_CALL_NOT_HELD,    /* title; status; text: why */
  TAMBOUR_TIMELINE_NOTE_WRITTEN,     /* title; by */
  TAMBOUR_TIMELINE_NOTE_CHANGED,     /* title; revision; by; text: what was changed */
  TAMBOUR_TIMELINE_AUDIT_DONE,       /* title; by; value: the score from 0 to 1 */
  TAMBOUR_TIMELINE_GOAL_AGREED,      /* title; names: who agreed */
  TAMBOUR_TIMELINE_GOAL_MEASURED,    /* title; value, of; unit */
  TAMBOUR_TIMELINE_REQUEST_RAISED,   /* title; names: who asked; text: what was said */
  TAMBOUR_TIMELINE_REQUEST_MOVED,    /* title; status; text: why */
  TAMBOUR_TIMELINE_CONTACT_ADDED,    /* title: the name; text: what they do */
  TAMBOUR_TIMELINE_CONTACT_LEFT,     /* the same */
  TAMBOUR_TIMELINE_TEAM_JOINED,      /* title: the name; status: the role */
  TAMBOUR_TIMELINE_TEAM_LEFT,        /* the same */
  TAMBOUR_TIMELINE_AGREEMENT_MADE,   /* title; by */
  TAMBOUR_TIMELINE_CHANGE_MADE,      /* title; text: what came of it */
} TambourTimelineEvent;

/**
 * TambourTimelineItem:
 * @kind: one of them
 * @at: when; of a day that has no time, its beginning
 * @on: the day, where the account is
 * @has_time: whether the time of day is known
 * @record: what to open
 *
 * Something that happened.
 */
typedef struct
{
  TambourTimelineKinds  kind;
  TambourTimelineEvent  event;
  TambourInstant        at;
  TambourDate           on;
  gboolean              has_time;
  TambourRecord        *record;

  char                 *title;
  char                 *text;
  char                 *names;
  char                 *by;
  guint                 priority;
  guint                 channel;
  guint                 status;
  gint64                minutes;
  guint                 actions;
  guint                 requests;
  guint                 revision;
  double                value;
  double                of;
  char                 *unit;

  /*< private >*/
  guint                 source;
} TambourTimelineItem;

void tambour_timeline_item_free (TambourTimelineItem *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourTimelineItem, tambour_timeline_item_free)

/**
 * TambourTimelinePlace:
 * @before: what happened then or earlier comes next
 * @skip: of what happened just then, how much has been seen
 *
 * How far back somebody has read. It stays right when newer things happen.
 */
typedef struct
{
  TambourInstant before;
  guint          skip[TAMBOUR_TIMELINE_N_SOURCES];
} TambourTimelinePlace;

TambourTimelinePlace tambour_timeline_place_now (TambourInstant         now);
GPtrArray           *tambour_timeline_list      (TambourStore          *store,
                                                 TambourAccount        *account,
                                                 TambourTimelineKinds   kinds,
                                                 TambourTimelinePlace  *place,
                                                 guint                  limit,
                                                 GCancellable          *cancellable,
                                                 GError               **error);

G_END_DECLS
