/* tambour-case-moves.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-case.h"
#include "tambour-store.h"

G_BEGIN_DECLS

/**
 * TambourCaseMoveKind:
 * @TAMBOUR_CASE_MOVE_HAND_OVER: @person_id gets it; @text is what they should know
 * @TAMBOUR_CASE_MOVE_READ: its owner has read that
 * @TAMBOUR_CASE_MOVE_ESCALATE: to @to, on @level; @text says why, @ask what for, and
 *   @others which other cases of the account it joins: "#4093, 4126"
 * @TAMBOUR_CASE_MOVE_ACKNOWLEDGE: whom it was escalated to has taken it
 * @TAMBOUR_CASE_MOVE_DEESCALATE: that is over; @text says how it ended
 * @TAMBOUR_CASE_MOVE_PAUSE: the customer is waited for; @text says for what
 * @TAMBOUR_CASE_MOVE_RESUME: no longer; @text says what came
 * @TAMBOUR_CASE_MOVE_PROMISE: the customer hears from us by @due; @text says what about
 * @TAMBOUR_CASE_MOVE_LINK: it has to do with the case @to; @text says what
 * @TAMBOUR_CASE_MOVE_KNOWN_ISSUE: it is a part of the known issue @to
 * @TAMBOUR_CASE_MOVE_NOTE: @text, for us alone
 * @TAMBOUR_CASE_MOVE_ROOT_CAUSE: it came from @to, of the class @cause_class; @text
 *   says how that is fixed
 * @TAMBOUR_CASE_MOVE_EDIT_NOTE: what its next owner should know is @text instead
 *
 * What one can do about a case. Each is a line of its history, from which its
 * clocks are replayed.
 */
typedef enum
{
  TAMBOUR_CASE_MOVE_HAND_OVER,
  TAMBOUR_CASE_MOVE_READ,
  TAMBOUR_CASE_MOVE_ESCALATE,
  TAMBOUR_CASE_MOVE_ACKNOWLEDGE,
  TAMBOUR_CASE_MOVE_DEESCALATE,
  TAMBOUR_CASE_MOVE_PAUSE,
  TAMBOUR_CASE_MOVE_RESUME,
  TAMBOUR_CASE_MOVE_PROMISE,
  TAMBOUR_CASE_MOVE_LINK,
  TAMBOUR_CASE_MOVE_KNOWN_ISSUE,
  TAMBOUR_CASE_MOVE_NOTE,
  TAMBOUR_CASE_MOVE_ROOT_CAUSE,
  TAMBOUR_CASE_MOVE_EDIT_NOTE,
} TambourCaseMoveKind;

#define TAMBOUR_N_CASE_MOVES (TAMBOUR_CASE_MOVE_EDIT_NOTE + 1)

/* The least and the most that a case can be escalated. */
#define TAMBOUR_ESCALATION_FIRST 1
#define TAMBOUR_ESCALATION_LAST  4

/**
 * TambourCaseMove:
 * @by: (nullable): the name of who does it
 *
 * What is to be done about a case; see #TambourCaseMoveKind.
 */
typedef struct
{
  TambourCaseMoveKind  kind;
  char                *case_id;
  char                *by;
  char                *person_id;
  char                *to;
  char                *text;
  char                *ask;
  char                *others;
  gint64               level;
  guint                cause_class;
  TambourInstant       due;
} TambourCaseMove;

void tambour_case_move_free (TambourCaseMove *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourCaseMove, tambour_case_move_free)

gboolean          tambour_case_move_fill (const TambourCaseMove  *self,
                                          TambourStore           *store,
                                          TambourInstant          at,
                                          TambourChange          *change,
                                          GError                **error);

TambourCaseEvent *tambour_case_event_new (TambourCase            *support_case,
                                          TambourEventKind        kind,
                                          TambourInstant          at);

G_END_DECLS
