/* tambour-minutes.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-time.h"

G_BEGIN_DECLS

/**
 * TambourMinutesKind:
 * @TAMBOUR_MINUTES_ACTION: `- [ ] Send the figures @me !fri`; `- [x]` is done already
 * @TAMBOUR_MINUTES_COMMITMENT: `> We deliver by May @me !2027-05-01`
 * @TAMBOUR_MINUTES_DECISION: `= Keep both appliances @ruth`
 * @TAMBOUR_MINUTES_VALUE: `~ 4500 EUR saved by the new rollout`
 * @TAMBOUR_MINUTES_REQUEST: `? Alert when a forwarder goes silent`
 * @TAMBOUR_MINUTES_CASE: a line that says `#4117` somewhere
 * @TAMBOUR_MINUTES_GOAL: `goal "Guest Wi-Fi" due 2027-01-15`
 *
 * What a line of the minutes of a call becomes.
 */
typedef enum
{
  TAMBOUR_MINUTES_ACTION,
  TAMBOUR_MINUTES_COMMITMENT,
  TAMBOUR_MINUTES_DECISION,
  TAMBOUR_MINUTES_VALUE,
  TAMBOUR_MINUTES_REQUEST,
  TAMBOUR_MINUTES_CASE,
  TAMBOUR_MINUTES_GOAL,
} TambourMinutesKind;

/**
 * TambourMinutesItem:
 * @line: which line it is, from 0
 * @text: what it says without its marks, never empty; a goal’s statement
 * @is_done: an action is done already
 * @owner: (nullable): who was named, as typed; “me” is who writes
 * @due: until when, or when a goal is due; not stated if none
 * @wrong_due: (nullable): what stands for a date and is none
 * @cases: (element-type utf8): the numbers of the cases that are named
 * @amount: what a value is worth; %TAMBOUR_NO_COUNT if that is not said
 *
 * One thing that is to be recorded.
 */
typedef struct
{
  TambourMinutesKind  kind;
  guint               line;
  char               *text;
  gboolean            is_done;
  char               *owner;
  TambourDate         due;
  char               *wrong_due;
  GPtrArray          *cases;
  TambourMoney        amount;
} TambourMinutesItem;

/**
 * TambourMinutesSpanKind:
 * @TAMBOUR_MINUTES_SPAN_MARK: what makes a line more than text
 * @TAMBOUR_MINUTES_SPAN_OWNER: who has it
 * @TAMBOUR_MINUTES_SPAN_DUE: until when
 * @TAMBOUR_MINUTES_SPAN_CASE: a case
 */
typedef enum
{
  TAMBOUR_MINUTES_SPAN_MARK,
  TAMBOUR_MINUTES_SPAN_OWNER,
  TAMBOUR_MINUTES_SPAN_DUE,
  TAMBOUR_MINUTES_SPAN_CASE,
} TambourMinutesSpanKind;

/**
 * TambourMinutesSpan:
 * @start: its first byte in the text
 * @end: the byte behind it
 *
 * A part of the text that means something.
 */
typedef struct
{
  TambourMinutesSpanKind kind;
  gsize                  start;
  gsize                  end;
} TambourMinutesSpan;

/**
 * TambourMinutes:
 * @items: (element-type TambourMinutesItem): in the order of the lines
 * @spans: (element-type TambourMinutesSpan): in the order of the text
 * @summary: (nullable): the first line that is only text: what the call was about
 *
 * The minutes of a call, read.
 */
typedef struct
{
  GPtrArray *items;
  GArray    *spans;
  char      *summary;
} TambourMinutes;

/**
 * TambourMinutesTyping:
 * @kind: %TAMBOUR_MINUTES_SPAN_OWNER or %TAMBOUR_MINUTES_SPAN_CASE
 * @start: the byte of its sign in the line
 * @end: the byte behind it
 *
 * What somebody is typing.
 */
typedef struct
{
  TambourMinutesSpanKind kind;
  gsize                  start;
  gsize                  end;
} TambourMinutesTyping;

TambourMinutes *tambour_minutes_parse          (const char     *text,
                                                TambourDate     day);
TambourMinutes *tambour_minutes_parse_prepared (const char     *text,
                                                const char     *agenda,
                                                TambourDate     day);
void            tambour_minutes_free           (TambourMinutes *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourMinutes, tambour_minutes_free)

gboolean tambour_minutes_find_typing (const char           *line,
                                      gsize                 cursor,
                                      TambourMinutesTyping *typing);
char    *tambour_minutes_dup_written (const char           *name);
char    *tambour_minutes_dup_renamed (const char           *text,
                                      TambourDate           day,
                                      const char           *typed,
                                      const char           *written);

G_END_DECLS
