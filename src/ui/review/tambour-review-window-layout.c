/* tambour-review-window-layout.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-review-window-private.h"

/* As what a review is shown and leaves: the deck, or the annual value report and its paper. Both are made of the
 * same sections and words; which one is looked at is nobody else's business, the paper belongs to what is composed.
 */

#define A4     "a4"
#define LETTER "letter"

/**
 * tambour_review_window_compose:
 * @self: a window that has read its report
 *
 * Has the pages laid out as they are composed now.
 */
void
tambour_review_window_compose (TambourReviewWindow *self)
{
  tambour_review_painter_compose (tambour_review_desk_get_painter (self->desk), self->held, self->shown_as,
                                  tambour_review_draft_get_text (self->draft));
}

/**
 * tambour_review_window_show_as:
 * @self: a window
 * @shown_as: the deck or the report
 */
void
tambour_review_window_show_as (TambourReviewWindow *self,
                               TambourReviewLayout  shown_as)
{
  if (self->is_gone || self->shown_as == shown_as)
    return;

  self->shown_as = shown_as;
  if (self->was_shown)
    {
      tambour_review_window_compose (self);
      tambour_review_window_show_report (self);
      gtk_label_set_text (self->side->narrative_hint, tambour_review_text_hint (self->chapter, shown_as));
    }
  tambour_review_window_update_actions (self);
  g_object_notify (G_OBJECT (self), "shown-as");
}

/**
 * tambour_review_window_turn:
 * @self: a window whose review was laid out as another document than before
 *
 * Shows the section that is chosen: it stands on another page.
 */
void
tambour_review_window_turn (TambourReviewWindow *self)
{
  guint page = self->layout->chapters[self->chapter].page;

  tambour_review_desk_go (self->desk, page > 0 ? page - 1 : 0);
}

/**
 * tambour_review_window_get_paper:
 * @self: a window
 *
 * Returns: the name of the paper of its report
 */
const char *
tambour_review_window_get_paper (TambourReviewWindow *self)
{
  TambourReviewPaper chosen = self->draft ? tambour_review_draft_get_outline (self->draft)->paper : TAMBOUR_REVIEW_PAPER_USUAL;
  const char *language = self->held ? self->held->file->account->report_lang : NULL;

  return tambour_review_find_paper (chosen, NULL, language) == TAMBOUR_PAPER_LETTER ? LETTER : A4;
}

/**
 * tambour_review_window_set_paper:
 * @self: a window
 * @paper: the name of a paper
 */
void
tambour_review_window_set_paper (TambourReviewWindow *self,
                                 const char          *paper)
{
  if (!tambour_review_window_can_write (self) || g_strcmp0 (paper, tambour_review_window_get_paper (self)) == 0)
    return;

  tambour_review_draft_begin (self->draft, _("Change paper"), NULL)->paper =
    g_strcmp0 (paper, LETTER) == 0 ? TAMBOUR_REVIEW_PAPER_LETTER : TAMBOUR_REVIEW_PAPER_A4;
  tambour_review_window_end_stroke (self);
}
