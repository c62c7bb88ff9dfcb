/* tambour-handover.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-people.h"
#include "tambour-store.h"

G_BEGIN_DECLS

/**
 * TambourHandover:
 * @account_id: the account
 * @to_id: the one of us who looks after it from then on
 * @on: their first day
 * @with_cases: the open cases of the one who goes become theirs at once
 * @with_actions: so do open actions of our side
 *
 * A change of TAM.
 */
typedef struct
{
  const char  *account_id;
  const char  *to_id;
  TambourDate  on;
  gboolean     with_cases;
  gboolean     with_actions;
} TambourHandover;

/**
 * TambourLeaveCover:
 * @account_id: the account
 * @person_id: the one of us who stands in
 * @from: their first day
 * @to: their last day
 * @note: (nullable): what they should know
 *
 * Somebody stands in for the TAM, who comes back.
 */
typedef struct
{
  const char  *account_id;
  const char  *person_id;
  TambourDate  from;
  TambourDate  to;
  const char  *note;
} TambourLeaveCover;

gboolean tambour_handover_fill    (const TambourHandover    *self,
                                   TambourStore             *store,
                                   TambourInstant            at,
                                   TambourChange            *change,
                                   GError                  **error);
gboolean tambour_leave_cover_fill (const TambourLeaveCover  *self,
                                   TambourStore             *store,
                                   TambourInstant            at,
                                   TambourChange            *change,
                                   GError                  **error);

G_END_DECLS
