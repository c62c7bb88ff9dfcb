/* tambour-edit-ledger.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-test-team.h"

G_BEGIN_DECLS

/**
 * TambourLedger:
 *
 * Every edit that a portfolio acknowledged, to be asked for in the end. An edit
 * is owed no longer when somebody who saw it wrote over it.
 */
typedef struct _TambourLedger TambourLedger;

TambourLedger *tambour_ledger_new  (void);
void           tambour_ledger_free (TambourLedger *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourLedger, tambour_ledger_free)

void tambour_ledger_note        (TambourLedger   *self,
                                 guint            author,
                                 TambourRecord   *before,
                                 TambourRecord   *after);
void tambour_ledger_assert_kept (TambourLedger   *self,
                                 TambourTestTeam *team);

G_END_DECLS
