/* tambour-draft-keeper.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-drafts.h"
#include "tambour-portfolio.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_DRAFT_KEEPER (tambour_draft_keeper_get_type ())
G_DECLARE_FINAL_TYPE (TambourDraftKeeper, tambour_draft_keeper, TAMBOUR, DRAFT_KEEPER, GObject)

TambourDraftKeeper *tambour_draft_keeper_get       (TambourPortfolio   *portfolio);
void                tambour_draft_keeper_keep      (TambourDraftKeeper *self,
                                                    const TambourDraft *draft);
void                tambour_draft_keeper_discard   (TambourDraftKeeper *self,
                                                    const char         *key);
TambourDraft       *tambour_draft_keeper_dup       (TambourDraftKeeper *self,
                                                    const char         *key,
                                                    gboolean           *is_known);
GPtrArray          *tambour_draft_keeper_merge     (TambourDraftKeeper *self,
                                                    GPtrArray          *stored);
gboolean            tambour_draft_keeper_is_safe   (TambourDraftKeeper *self,
                                                    const char         *key);
const GError       *tambour_draft_keeper_get_error (TambourDraftKeeper *self,
                                                    const char         *key);
void                tambour_draft_keeper_hurry     (TambourDraftKeeper *self,
                                                    const char         *key);
void                tambour_draft_keeper_flush     (TambourDraftKeeper *self);

G_END_DECLS
