/* tambour-service-moves.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-change.h"
#include "tambour-environment.h"
#include "tambour-store.h"
#include "tambour-usage.h"

G_BEGIN_DECLS

/**
 * TambourServiceMoveKind:
 * @TAMBOUR_SERVICE_MOVE_ANNOUNCE: @contact_id was told of a planned change, @on a day
 * @TAMBOUR_SERVICE_MOVE_SETTLE: a planned change is over: @state says how, @text what came of it
 * @TAMBOUR_SERVICE_MOVE_POSTPONE: a planned change begins at @when instead and is as
 *   long; who was told @on a day was told of that, and nobody without one
 * @TAMBOUR_SERVICE_MOVE_ASSIGN: an escalation is with @to
 * @TAMBOUR_SERVICE_MOVE_DEESCALATE: an escalation is over; @text says how it ended
 * @TAMBOUR_SERVICE_MOVE_ASK: @contact_id is asked @survey, @on a day; there is no @id
 * @TAMBOUR_SERVICE_MOVE_ANSWER: what was asked is answered with @score and @text; without
 *   an @id, something that nobody asked for
 * @TAMBOUR_SERVICE_MOVE_ACKNOWLEDGE: whom an escalation is with has taken it
 *
 * What somebody does about the service that an account gets. Those that ask for
 * something come first.
 */
typedef enum
{
  TAMBOUR_SERVICE_MOVE_ANNOUNCE,
  TAMBOUR_SERVICE_MOVE_SETTLE,
  TAMBOUR_SERVICE_MOVE_POSTPONE,
  TAMBOUR_SERVICE_MOVE_ASSIGN,
  TAMBOUR_SERVICE_MOVE_DEESCALATE,
  TAMBOUR_SERVICE_MOVE_ASK,
  TAMBOUR_SERVICE_MOVE_ANSWER,
  TAMBOUR_SERVICE_MOVE_ACKNOWLEDGE,
} TambourServiceMoveKind;

#define TAMBOUR_N_SERVICE_ASKS (TAMBOUR_SERVICE_MOVE_ANSWER + 1)

/**
 * TambourServiceMove:
 * @id: (nullable): the record that it is about
 * @account_id: the customer
 *
 * What is to be done; see #TambourServiceMoveKind.
 */
typedef struct
{
  TambourServiceMoveKind  kind;
  char                   *id;
  char                   *account_id;
  char                   *to;
  char                   *text;
  char                   *contact_id;
  TambourDate             on;
  TambourInstant          when;
  TambourChangeState      state;
  TambourSurveyKind       survey;
  double                  score;
} TambourServiceMove;

TambourServiceMove *tambour_service_move_new  (TambourServiceMoveKind  kind,
                                               const char             *id,
                                               const char             *account_id);
void                tambour_service_move_free (TambourServiceMove     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourServiceMove, tambour_service_move_free)

gboolean tambour_service_move_fill (const TambourServiceMove  *self,
                                    TambourStore              *store,
                                    TambourInstant             at,
                                    TambourChange             *change,
                                    GError                   **error);

G_END_DECLS
