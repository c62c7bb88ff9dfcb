/* tambour-ical-events.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "tambour-time.h"

G_BEGIN_DECLS

/* How far ahead recurrences without a count are followed where nobody says how far. */
#define TAMBOUR_ICAL_DAYS_AHEAD 400

/* And how far back those that never end. */
#define TAMBOUR_ICAL_DAYS_BACK 366

/**
 * TambourEventAnswer:
 * @TAMBOUR_EVENT_ANSWER_NONE: none yet
 *
 * What an attendee says to an invitation.
 */
typedef enum
{
  TAMBOUR_EVENT_ANSWER_NONE,
  TAMBOUR_EVENT_ANSWER_ACCEPTED,
  TAMBOUR_EVENT_ANSWER_TENTATIVE,
  TAMBOUR_EVENT_ANSWER_DECLINED,
} TambourEventAnswer;

/**
 * TambourEventPerson:
 * @name: (nullable): as the calendar calls them
 * @email: (nullable): in small letters
 * @is_thing: a room, or something that is brought along
 */
typedef struct
{
  char               *name;
  char               *email;
  TambourEventAnswer  answer;
  gboolean            is_thing;
} TambourEventPerson;

/**
 * TambourIcalEvent:
 * @line: where it stands in the file
 * @uid: of the event; made from what it says if it has none
 * @instance: (nullable): which of its recurrences: when that was to begin, as an instant,
 *   or as a date for whole days; %NULL for an event that does not recur
 * @end: never before @start
 * @zone: (nullable): the IANA zone in which it was planned, if it says one
 * @organiser: (nullable): who invites
 * @people: (element-type TambourEventPerson): who is invited
 * @modified: not stated if the calendar does not say
 *
 * One time at which something takes place.
 */
typedef struct
{
  guint               line;
  char               *uid;
  char               *instance;
  TambourInstant      start;
  TambourInstant      end;
  gboolean            is_all_day;
  char               *zone;
  char               *title;
  char               *description;
  char               *location;
  TambourEventPerson *organiser;
  GPtrArray          *people;
  gboolean            is_cancelled;
  gint64              sequence;
  TambourInstant      modified;
} TambourIcalEvent;

/**
 * TambourIcalFault:
 * @line: where it stands in the file
 * @uid: (nullable): of the event
 * @title: (nullable): of the event
 * @reason: a sentence's part: what cannot be read, and what became of it
 * @is_lost: whether the event is missing for it; else something of it is
 */
typedef struct
{
  guint     line;
  char     *uid;
  char     *title;
  char     *reason;
  gboolean  is_lost;
} TambourIcalFault;

/**
 * TambourIcalWindow:
 * @from: of what ends before, nothing is wanted; all of it if it is not stated
 * @until: nor of what begins at or after that
 * @now: from where recurrences that do not end are followed, where nothing else is stated
 * @zone: the reader's: of times that say none, and of whole days
 */
typedef struct
{
  TambourInstant  from;
  TambourInstant  until;
  TambourInstant  now;
  GTimeZone      *zone;
} TambourIcalWindow;

/**
 * TambourIcalEvents:
 * @events: (element-type TambourIcalEvent): in the order of time
 * @faults: (element-type TambourIcalFault): what could not be read, in the order of the file
 * @whole: (element-type utf8): the uids of events that are told from their beginning:
 *   of them, what is not in @events is no more, if it is within the window
 * @left_out: (element-type utf8): “uid/instance” of recurrences that are excepted
 *
 * What an iCalendar file says.
 */
typedef struct
{
  GPtrArray  *events;
  GPtrArray  *faults;
  GHashTable *whole;
  GHashTable *left_out;
} TambourIcalEvents;

TambourIcalEvents *tambour_ical_events_parse (const char               *text,
                                              gsize                     length,
                                              const TambourIcalWindow  *window,
                                              GError                  **error);
void               tambour_ical_events_free  (TambourIcalEvents        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourIcalEvents, tambour_ical_events_free)

gboolean tambour_ical_looks_like_one (const char             *text,
                                      gsize                   length);
char    *tambour_ical_event_dup_key  (const TambourIcalEvent *event);

G_END_DECLS
