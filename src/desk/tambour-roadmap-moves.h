/* tambour-roadmap-moves.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-change.h"
#include "tambour-roadmap.h"
#include "tambour-store.h"

G_BEGIN_DECLS

/**
 * TambourRoadmapMoveKind:
 * @TAMBOUR_ROADMAP_MOVE_READ: a goal is measured: @value, out of @value_of, @on a
 *   day; @text says from what
 * @TAMBOUR_ROADMAP_MOVE_DECLINE: a request will not be done; @text says why
 * @TAMBOUR_ROADMAP_MOVE_EVIDENCE: the customer asks for a request: @text is what
 *   was said, by @contact_id, @on a day, in @source; @impact and @at_stake
 * @TAMBOUR_ROADMAP_MOVE_REQUEST: the same of something that nobody asked for yet,
 *   called @title; there is no @id
 * @TAMBOUR_ROADMAP_MOVE_ADVANCE: a request that was at @status comes to the next step
 * @TAMBOUR_ROADMAP_MOVE_PLACE: a project has the @value impact and the @value_of effort
 * @TAMBOUR_ROADMAP_MOVE_RELEASE: the customer may know of a confidential plan
 * @TAMBOUR_ROADMAP_MOVE_WITHHOLD: no more
 *
 * What somebody does on the roadmap of a customer. Those that ask for something
 * come first.
 */
typedef enum
{
  TAMBOUR_ROADMAP_MOVE_READ,
  TAMBOUR_ROADMAP_MOVE_DECLINE,
  TAMBOUR_ROADMAP_MOVE_EVIDENCE,
  TAMBOUR_ROADMAP_MOVE_REQUEST,
  TAMBOUR_ROADMAP_MOVE_ADVANCE,
  TAMBOUR_ROADMAP_MOVE_PLACE,
  TAMBOUR_ROADMAP_MOVE_RELEASE,
  TAMBOUR_ROADMAP_MOVE_WITHHOLD,
} TambourRoadmapMoveKind;

#define TAMBOUR_N_ROADMAP_ASKS (TAMBOUR_ROADMAP_MOVE_REQUEST + 1)

/**
 * TambourRoadmapMove:
 * @id: (nullable): the record that it is about
 * @account_id: (nullable): the customer; a request that comes further has none
 * @on: the day; the one of today where the customer is, if it is not stated
 *
 * What is to be done; see #TambourRoadmapMoveKind.
 */
typedef struct
{
  TambourRoadmapMoveKind  kind;
  char                   *id;
  char                   *account_id;
  char                   *title;
  char                   *text;
  char                   *contact_id;
  char                   *source;
  double                  value;
  double                  value_of;
  TambourDate             on;
  TambourRequestStatus    status;
  TambourRequestImpact    impact;
  TambourMoney            at_stake;
} TambourRoadmapMove;

TambourRoadmapMove *tambour_roadmap_move_new  (TambourRoadmapMoveKind  kind,
                                               const char             *id,
                                               const char             *account_id);
void                tambour_roadmap_move_free (TambourRoadmapMove     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourRoadmapMove, tambour_roadmap_move_free)

gboolean tambour_roadmap_move_fill (const TambourRoadmapMove  *self,
                                    TambourStore              *store,
                                    TambourInstant             at,
                                    TambourChange             *change,
                                    GError                   **error);

G_END_DECLS
