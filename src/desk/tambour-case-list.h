/* tambour-case-list.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-case.h"
#include "tambour-clock-facts.h"

G_BEGIN_DECLS

/**
 * TambourCaseGroup:
 * @TAMBOUR_CASE_GROUP_ANSWER: nobody has answered yet, or again
 * @TAMBOUR_CASE_GROUP_WORK: somebody of us works on it, engineering as well
 * @TAMBOUR_CASE_GROUP_VENDOR: somebody else is waited for
 * @TAMBOUR_CASE_GROUP_CUSTOMER: the customer is waited for
 * @TAMBOUR_CASE_GROUP_OVER: it is solved
 * @TAMBOUR_CASE_GROUP_ESCALATED: it is in one of the others as well, and escalated
 *
 * Who has to do something, in the order in which lists show it.
 */
typedef enum
{
  TAMBOUR_CASE_GROUP_ANSWER,
  TAMBOUR_CASE_GROUP_WORK,
  TAMBOUR_CASE_GROUP_VENDOR,
  TAMBOUR_CASE_GROUP_CUSTOMER,
  TAMBOUR_CASE_GROUP_OVER,
  TAMBOUR_CASE_GROUP_ESCALATED,
} TambourCaseGroup;

/* How many of those that are solved are listed. */
#define TAMBOUR_CASE_LIST_OVER 200

/**
 * TambourCaseLine:
 * @account: (nullable): what its account is called
 * @clock: (nullable): the one that waits for an answer
 * @since: when it began to wait, was solved or escalated; not stated of others
 * @escalation: (nullable): of one that is escalated: by what
 * @n_joined: of one that is escalated: how many other cases that joins
 *
 * A case in a list.
 */
typedef struct
{
  TambourCaseGroup   group;
  TambourCase       *record;
  char              *account;
  TambourClockFacts *clock;
  TambourInstant     since;
  TambourEscalation *escalation;
  guint              n_joined;
} TambourCaseLine;

/**
 * TambourCaseList:
 * @lines: (element-type TambourCaseLine): by group, and what comes first in it first
 * @n_open: how many are not solved; @n_waiting: how many of them wait for the customer
 * @n_escalated: how many escalations are not over
 *
 * The cases that somebody looks after.
 */
typedef struct
{
  GPtrArray *lines;
  guint      n_open;
  guint      n_waiting;
  guint      n_escalated;
} TambourCaseList;

TambourCaseList *tambour_case_list_load  (TambourStore     *store,
                                          const char       *me,
                                          TambourInstant    at,
                                          GCancellable     *cancellable,
                                          GError          **error);
gboolean         tambour_case_list_count (TambourStore     *store,
                                          const char       *me,
                                          TambourInstant    at,
                                          GCancellable     *cancellable,
                                          guint            *n_open,
                                          GError          **error);
void             tambour_case_list_free  (TambourCaseList  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourCaseList, tambour_case_list_free)

G_END_DECLS
