/* tambour-connect.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-connectors.h"
#include "tambour-portal.h"
#include "tambour-progress.h"

G_BEGIN_DECLS

/**
 * TambourConnectOrder:
 * @connector: the portal to read
 * @secret: (nullable): what signs in there
 * @token: (nullable): what @keep was given in an earlier run
 * @since: read what has changed since then, and bring back what was removed here; if it is not
 *   stated, go on where the last run ended
 * @author: who reads
 * @progress: (nullable): told after every page
 * @code: (nullable): shows a person the code with which they agree
 * @keep: (nullable): keeps what a later run signs in with
 * @user_data: for all of these
 *
 * What is to be read. The functions are called on the thread that reads.
 */
typedef struct
{
  const TambourConnector *connector;
  const char             *secret;
  const char             *token;
  TambourInstant          since;
  const char             *author;
  TambourProgressFunc     progress;
  TambourPortalCodeFunc   code;
  TambourPortalTokenFunc  keep;
  gpointer                user_data;
} TambourConnectOrder;

/**
 * TambourConnectOutcome:
 * @counts: what it did
 * @told: (nullable): what a person should hear of, a sentence each
 * @change: by which all of it can be undone; 0 if nothing has changed
 *
 * What came of a run, also of one that ended early.
 */
typedef struct
{
  TambourConnectCounts counts;
  GStrv                told;
  gint64               change;
} TambourConnectOutcome;

void tambour_connect_outcome_clear (TambourConnectOutcome *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TambourConnectOutcome, tambour_connect_outcome_clear)

TambourPortalMap *tambour_connect_load_map      (const TambourConnector     *connector,
                                                 GError                    **error);
gboolean          tambour_connect_add           (TambourStore               *store,
                                                 TambourConnector           *connector,
                                                 GError                    **error);
gboolean          tambour_connect_run           (TambourStore               *store,
                                                 const TambourConnectOrder  *order,
                                                 TambourConnectOutcome      *outcome,
                                                 GCancellable               *cancellable,
                                                 GError                    **error);
gboolean          tambour_connect_test          (const TambourConnectOrder  *order,
                                                 char                      **who,
                                                 GCancellable               *cancellable,
                                                 GError                    **error);
gboolean          tambour_connect_assign        (TambourStore               *store,
                                                 const TambourConnectOrder  *order,
                                                 const char                 *external_id,
                                                 const char                 *account_id,
                                                 TambourConnectOutcome      *outcome,
                                                 GCancellable               *cancellable,
                                                 GError                    **error);
gboolean          tambour_connect_assign_always (TambourStore               *store,
                                                 const TambourConnectOrder  *order,
                                                 const TambourMatchRule     *rule,
                                                 TambourConnectOutcome      *outcome,
                                                 GCancellable               *cancellable,
                                                 GError                    **error);

G_END_DECLS
