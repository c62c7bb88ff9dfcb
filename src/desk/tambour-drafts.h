/* tambour-drafts.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-store.h"

G_BEGIN_DECLS

/**
 * TambourDraft:
 * @key: where the portfolio keeps it
 * @kind: a kind of record
 * @id: (nullable): the id of the record that is edited, or %NULL for a new one
 * @account_id: (nullable): the account that a new one is for
 * @title: what the record was called when it was typed
 * @at: when something was typed last
 * @base: (nullable): the record as it was before
 * @fields: what was typed, by the names of the fields
 *
 * What somebody has typed and not saved.
 */
typedef struct
{
  char           *key;
  char           *kind;
  char           *id;
  char           *account_id;
  char           *title;
  TambourInstant  at;
  TambourRecord  *base;
  JsonObject     *fields;
} TambourDraft;

char         *tambour_draft_dup_key          (const char          *kind,
                                              const char          *id,
                                              const char          *account_id);
TambourDraft *tambour_draft_new              (const char          *kind,
                                              const char          *id,
                                              const char          *account_id);
TambourDraft *tambour_draft_new_within       (const char          *kind,
                                              const char          *account_id,
                                              const char          *within);
const char   *tambour_draft_get_within       (const TambourDraft  *self);
TambourDraft *tambour_draft_new_call         (const char          *key,
                                              const char          *account_id);
gboolean      tambour_draft_is_call          (const TambourDraft  *self);
TambourDraft *tambour_draft_new_move         (const char          *case_id,
                                              const char          *account_id,
                                              guint                move);
gboolean      tambour_draft_is_move          (const TambourDraft  *self,
                                              guint               *move);
TambourDraft *tambour_draft_new_text         (const char          *kind,
                                              const char          *id,
                                              const char          *account_id);
gboolean      tambour_draft_is_text          (const TambourDraft  *self);
TambourDraft *tambour_draft_new_prep         (const char          *account_id,
                                              const char          *meeting_id);
gboolean      tambour_draft_is_prep          (const TambourDraft  *self);
TambourDraft *tambour_draft_new_step         (const char          *kind,
                                              const char          *id,
                                              const char          *account_id,
                                              guint                step);
gboolean      tambour_draft_is_step          (const TambourDraft  *self,
                                              guint               *step);
TambourDraft *tambour_draft_new_ask          (const char          *family,
                                              const char          *kind,
                                              const char          *id,
                                              const char          *account_id,
                                              guint                move);
gboolean      tambour_draft_is_ask           (const TambourDraft  *self,
                                              const char         **family,
                                              guint               *move);
char         *tambour_draft_dup_conflict_key (const char          *id);
TambourDraft *tambour_draft_new_conflict     (const char          *kind,
                                              const char          *id,
                                              const char          *account_id);
gboolean      tambour_draft_is_conflict      (const TambourDraft  *self);
void          tambour_draft_free             (TambourDraft        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourDraft, tambour_draft_free)

char         *tambour_draft_pack   (const TambourDraft  *self);
TambourDraft *tambour_draft_unpack (const char          *key,
                                    const char          *text);
GPtrArray    *tambour_drafts_list  (TambourStore        *store,
                                    GError             **error);

G_END_DECLS
