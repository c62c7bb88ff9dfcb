/* tambour-review-draft.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "tambour-outline.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_REVIEW_DRAFT (tambour_review_draft_get_type ())
G_DECLARE_FINAL_TYPE (TambourReviewDraft, tambour_review_draft, TAMBOUR, REVIEW_DRAFT, GObject)

TambourReviewDraft *tambour_review_draft_new            (void);
gboolean            tambour_review_draft_set_stored     (TambourReviewDraft  *self,
                                                         const char          *text,
                                                         GError             **error);
gboolean            tambour_review_draft_take_up        (TambourReviewDraft  *self,
                                                         const char          *text);
void                tambour_review_draft_note_stored    (TambourReviewDraft  *self,
                                                         const char          *text);
const char         *tambour_review_draft_get_text       (TambourReviewDraft  *self);
TambourOutline     *tambour_review_draft_get_outline    (TambourReviewDraft  *self);
gboolean            tambour_review_draft_is_changed     (TambourReviewDraft  *self);
const char         *tambour_review_draft_get_label      (TambourReviewDraft  *self);

TambourOutline     *tambour_review_draft_begin          (TambourReviewDraft  *self,
                                                         const char          *label,
                                                         const char          *group);
void                tambour_review_draft_end            (TambourReviewDraft  *self);
gboolean            tambour_review_draft_can_undo       (TambourReviewDraft  *self);
gboolean            tambour_review_draft_can_redo       (TambourReviewDraft  *self);
const char         *tambour_review_draft_get_undo_label (TambourReviewDraft  *self);
const char         *tambour_review_draft_get_redo_label (TambourReviewDraft  *self);
void                tambour_review_draft_undo           (TambourReviewDraft  *self);
void                tambour_review_draft_redo           (TambourReviewDraft  *self);

G_END_DECLS
