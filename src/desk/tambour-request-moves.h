/* tambour-request-moves.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-change.h"
#include "tambour-roadmap.h"
#include "tambour-store.h"

G_BEGIN_DECLS

/**
 * TambourRequestMoveKind:
 * @TAMBOUR_REQUEST_MOVE_DECLINE: it will not be done; @text says why
 * @TAMBOUR_REQUEST_MOVE_PLAN: @text is the release that it is planned for, @owner who of the
 *   product has it; either may be empty
 * @TAMBOUR_REQUEST_MOVE_MERGE: it is the same as @into; @text may say why
 * @TAMBOUR_REQUEST_MOVE_ADVANCE: one that was at @status comes to the next step
 * @TAMBOUR_REQUEST_MOVE_TELL: @contact_id of @account_id was told where it stands
 * @TAMBOUR_REQUEST_MOVE_UNTELL: was not
 *
 * What somebody does with a request. Those that ask for something come first.
 */
typedef enum
{
  TAMBOUR_REQUEST_MOVE_DECLINE,
  TAMBOUR_REQUEST_MOVE_PLAN,
  TAMBOUR_REQUEST_MOVE_MERGE,
  TAMBOUR_REQUEST_MOVE_ADVANCE,
  TAMBOUR_REQUEST_MOVE_TELL,
  TAMBOUR_REQUEST_MOVE_UNTELL,
} TambourRequestMoveKind;

#define TAMBOUR_N_REQUEST_ASKS (TAMBOUR_REQUEST_MOVE_MERGE + 1)

/**
 * TambourRequestMove:
 * @id: the request
 * @me: (nullable): the id of the person who does it
 * @contact_id: (nullable): %NULL where nobody is named
 *
 * What is to be done; see #TambourRequestMoveKind.
 */
typedef struct
{
  TambourRequestMoveKind  kind;
  char                   *id;
  char                   *me;
  char                   *text;
  char                   *owner;
  char                   *into;
  char                   *account_id;
  char                   *contact_id;
  TambourRequestStatus    status;
} TambourRequestMove;

TambourRequestMove *tambour_request_move_new  (TambourRequestMoveKind  kind,
                                               const char             *id,
                                               const char             *me);
void                tambour_request_move_free (TambourRequestMove     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourRequestMove, tambour_request_move_free)

gboolean tambour_request_move_fill (const TambourRequestMove  *self,
                                    TambourStore              *store,
                                    TambourInstant             at,
                                    TambourChange             *change,
                                    GError                   **error);

G_END_DECLS
