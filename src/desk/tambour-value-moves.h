/* tambour-value-moves.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-change.h"
#include "tambour-store.h"
#include "tambour-value.h"

G_BEGIN_DECLS

/**
 * TambourValueMoveKind:
 * @TAMBOUR_VALUE_MOVE_ACCEPT: the customer accepts an entry: @contact_id did, @on a day
 * @TAMBOUR_VALUE_MOVE_REJECT: the customer does not; @text says why
 * @TAMBOUR_VALUE_MOVE_RATE: a rate is agreed, @on a day, by @contact_id: @title and @code
 *   say what it is of, @amount or @number how much, @unit of what, @until when. A rate
 *   that is there already stays as it is: reviews that were made with it keep it
 * @TAMBOUR_VALUE_MOVE_PROPOSE: an entry is shown to the customer
 * @TAMBOUR_VALUE_MOVE_WITHDRAW: it is taken back from where it stands
 * @TAMBOUR_VALUE_MOVE_COMPUTE: what the program computed is recorded and proposed: the
 *   one with the key @id, or all that can be
 *
 * What somebody does with the value of an agreement. Those that ask for something come
 * first.
 */
typedef enum
{
  TAMBOUR_VALUE_MOVE_ACCEPT,
  TAMBOUR_VALUE_MOVE_REJECT,
  TAMBOUR_VALUE_MOVE_RATE,
  TAMBOUR_VALUE_MOVE_PROPOSE,
  TAMBOUR_VALUE_MOVE_WITHDRAW,
  TAMBOUR_VALUE_MOVE_COMPUTE,
} TambourValueMoveKind;

#define TAMBOUR_N_VALUE_ASKS (TAMBOUR_VALUE_MOVE_RATE + 1)

/**
 * TambourValueMove:
 * @id: (nullable): the record that it is about
 * @account_id: the customer
 *
 * What is to be done; see #TambourValueMoveKind.
 */
typedef struct
{
  TambourValueMoveKind  kind;
  char                 *id;
  char                 *account_id;
  char                 *text;
  char                 *contact_id;
  TambourDate           on;
  TambourDate           until;
  char                 *code;
  char                 *title;
  char                 *unit;
  TambourMoney          amount;
  double                number;
} TambourValueMove;

TambourValueMove *tambour_value_move_new  (TambourValueMoveKind  kind,
                                           const char           *id,
                                           const char           *account_id);
void              tambour_value_move_free (TambourValueMove     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourValueMove, tambour_value_move_free)

gboolean tambour_value_move_fill (const TambourValueMove  *self,
                                  TambourStore            *store,
                                  TambourInstant           at,
                                  TambourChange           *change,
                                  GError                 **error);

G_END_DECLS
