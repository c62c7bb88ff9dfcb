/* tambour-call.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-engagement.h"
#include "tambour-minutes.h"
#include "tambour-store.h"

G_BEGIN_DECLS

/* The kind of what was planned, or a call out of turn. */
#define TAMBOUR_CALL_AS_PLANNED (-1)

/**
 * TambourCall:
 * @account_id: with whom
 * @kind: a #TambourEngagementKind, or %TAMBOUR_CALL_AS_PLANNED
 * @planned_id: (nullable): the call that was planned, if that is known
 * @title: (nullable): what it was called
 * @start: when
 * @minutes: how long, or %TAMBOUR_NO_COUNT
 * @status: whether it was held, and if not, who did not come
 * @channel: (nullable): by which way
 * @attendees: (nullable): names of who was there, as typed; whoever was asked if there are none
 * @newcomers: (nullable): names of who becomes a contact, if the call names them
 * @text: the minutes, with the quick syntax
 * @agenda: (nullable): what of it was prepared before the call began
 *
 * A call as a person tells it.
 */
typedef struct
{
  const char              *account_id;
  int                      kind;
  const char              *planned_id;
  const char              *title;
  TambourInstant           start;
  gint64                   minutes;
  TambourEngagementStatus  status;
  const char              *channel;
  const char * const      *attendees;
  const char * const      *newcomers;
  const char              *text;
  const char              *agenda;
} TambourCall;

/**
 * TambourCallDoubt:
 * @TAMBOUR_CALL_SURE: none
 * @TAMBOUR_CALL_NOBODY: nobody is called so; the name is kept as it was typed
 * @TAMBOUR_CALL_SEVERAL: several are called so; the name is kept as it was typed
 * @TAMBOUR_CALL_NO_DATE: what stands for the date is none; it is kept in the text
 * @TAMBOUR_CALL_NO_CASE: the account has no such case; only the minutes name it
 * @TAMBOUR_CALL_NO_GOAL: the account has no such goal; only the minutes name it
 *
 * What was not understood. Nothing of it keeps a call from being logged.
 */
typedef enum
{
  TAMBOUR_CALL_SURE,
  TAMBOUR_CALL_NOBODY,
  TAMBOUR_CALL_SEVERAL,
  TAMBOUR_CALL_NO_DATE,
  TAMBOUR_CALL_NO_CASE,
  TAMBOUR_CALL_NO_GOAL,
} TambourCallDoubt;

/**
 * TambourCallEntry:
 * @line: the line of the minutes, from 0, or -1 for the call itself
 * @records: (element-type TambourRecord): what is made or changed, the one that
 *   matters first; empty if nothing is
 * @about: (nullable): the case or the goal that it is about, as it was before
 * @doubt: what was not understood
 * @typed: (nullable): what was typed there: a doubtful word, or who was there
 *
 * One thing that is recorded of a call.
 */
typedef struct
{
  int               line;
  GPtrArray        *records;
  TambourRecord    *about;
  TambourCallDoubt  doubt;
  char             *typed;
} TambourCallEntry;

/**
 * TambourCallPlan:
 * @planned: (nullable): the call as it was planned for that day
 * @entries: (element-type TambourCallEntry): the call and who was there, what its
 *   minutes say, and the next call
 * @invited: who was asked to it
 * @absent: (element-type TambourRecord): who was, and was not there
 *
 * What logging a call records.
 */
typedef struct
{
  TambourEngagement *planned;
  GPtrArray         *entries;
  GStrv              invited;
  GPtrArray         *absent;
} TambourCallPlan;

TambourCallPlan *tambour_call_plan       (TambourStore       *store,
                                          const TambourCall  *call,
                                          const char         *me,
                                          TambourInstant      now,
                                          GTimeZone          *zone,
                                          GCancellable       *cancellable,
                                          GError            **error);
gboolean         tambour_call_plan_check (TambourCallPlan    *self,
                                          TambourStore       *store,
                                          GError            **error);
void             tambour_call_plan_put   (TambourCallPlan    *self,
                                          TambourChange      *change);
void             tambour_call_plan_free  (TambourCallPlan    *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourCallPlan, tambour_call_plan_free)

char *tambour_call_entry_dup_doubt (const TambourCallEntry *entry);

G_END_DECLS
