/* tambour-action-moves.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-action-list.h"
#include "tambour-change.h"
#include "tambour-store.h"

G_BEGIN_DECLS

/**
 * TambourActionMoveKind:
 * @TAMBOUR_ACTION_MOVE_SETTLE: it is done, kept (late after its day) or decided
 * @TAMBOUR_ACTION_MOVE_REOPEN: an action is to do again
 * @TAMBOUR_ACTION_MOVE_WITHDRAW: a commitment will not be kept, for a reason
 * @TAMBOUR_ACTION_MOVE_DUE: an action is due on another day, or on none
 * @TAMBOUR_ACTION_MOVE_OWNER: somebody else has to do an action
 */
typedef enum
{
  TAMBOUR_ACTION_MOVE_SETTLE,
  TAMBOUR_ACTION_MOVE_REOPEN,
  TAMBOUR_ACTION_MOVE_WITHDRAW,
  TAMBOUR_ACTION_MOVE_DUE,
  TAMBOUR_ACTION_MOVE_OWNER,
} TambourActionMoveKind;

#define TAMBOUR_N_ACTION_MOVES (TAMBOUR_ACTION_MOVE_OWNER + 1)

/**
 * TambourActionMove:
 * @of: what kind of thing it is about
 * @id: the id of its record
 * @reason: (nullable): why it is withdrawn
 * @due: the new day; not stated for none
 * @owner: (nullable): who has to do it now
 * @side: who that belongs to
 *
 * What somebody does with an action, a commitment or a decision.
 */
typedef struct
{
  TambourActionMoveKind  kind;
  TambourActionKind      of;
  char                  *id;
  char                  *reason;
  TambourDate            due;
  char                  *owner;
  TambourSide            side;
} TambourActionMove;

TambourActionMove *tambour_action_move_new  (TambourActionMoveKind  kind,
                                             TambourActionKind      of,
                                             const char            *id);
void               tambour_action_move_free (TambourActionMove     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourActionMove, tambour_action_move_free)

gboolean tambour_action_move_fill (const TambourActionMove  *self,
                                   TambourStore             *store,
                                   TambourInstant            at,
                                   TambourChange            *change,
                                   GError                  **error);

G_END_DECLS
