/* tambour-exposure-moves.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-audit.h"
#include "tambour-change.h"
#include "tambour-store.h"

G_BEGIN_DECLS

/**
 * TambourExposureMoveKind:
 * @TAMBOUR_EXPOSURE_MOVE_MITIGATE: @text is what keeps the customer safe, since the
 *   day @on
 * @TAMBOUR_EXPOSURE_MOVE_ACCEPT: @owner, of the customer, accepts it until @on; @text
 *   says why
 * @TAMBOUR_EXPOSURE_MOVE_CLEAR: the customer is not affected; @text says why
 * @TAMBOUR_EXPOSURE_MOVE_PLAN: @text is to be done by @owner until @on
 * @TAMBOUR_EXPOSURE_MOVE_CONFIRM: the customer is exposed
 *
 * What one can do about an exposure. Those that ask for something come first.
 */
typedef enum
{
  TAMBOUR_EXPOSURE_MOVE_MITIGATE,
  TAMBOUR_EXPOSURE_MOVE_ACCEPT,
  TAMBOUR_EXPOSURE_MOVE_CLEAR,
  TAMBOUR_EXPOSURE_MOVE_PLAN,
  TAMBOUR_EXPOSURE_MOVE_CONFIRM,
} TambourExposureMoveKind;

#define TAMBOUR_N_EXPOSURE_ASKS (TAMBOUR_EXPOSURE_MOVE_PLAN + 1)

/**
 * TambourExposureMove:
 * @id: the id of the exposure
 *
 * What is to be done about an exposure; see #TambourExposureMoveKind.
 */
typedef struct
{
  TambourExposureMoveKind  kind;
  char                    *id;
  char                    *text;
  char                    *owner;
  TambourDate              on;
} TambourExposureMove;

TambourExposureMove *tambour_exposure_move_new  (TambourExposureMoveKind  kind,
                                                 const char              *id);
void                 tambour_exposure_move_free (TambourExposureMove     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourExposureMove, tambour_exposure_move_free)

gboolean tambour_exposure_can_move  (TambourExposureState        state,
                                     TambourExposureMoveKind     kind);
gboolean tambour_exposure_move_fill (const TambourExposureMove  *self,
                                     TambourStore               *store,
                                     TambourInstant              at,
                                     TambourChange              *change,
                                     GError                    **error);

G_END_DECLS
