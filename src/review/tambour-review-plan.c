/* tambour-review-plan.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-review-private.h"

#include <string.h>

#include "tambour-live.h"
#include "tambour-pages-words.h"

/* What is where in a review that is laid out, as a deck or as a report. */

static gboolean
is_told_on (TambourPages *pages,
            TambourFact  *fact,
            guint         number)
{
  GArray *numbers = g_hash_table_lookup (pages->uses, fact);

  for (guint i = 0; numbers && i < numbers->len; i++)
    if (g_array_index (numbers, guint, i) == number)
      return TRUE;

  return FALSE;
}

/* A number that was taken over from what the other layout writes is looked at there. */
static void
describe_title (TambourReviewChapter      *told,
                const TambourPagesChapter *composed,
                const TambourOutlinePart  *part,
                gboolean                   is_report)
{
  told->written = g_strdup (composed->written);
  told->title = g_strdup (composed->title);
  told->is_cut = composed->is_cut;
  if (part && part->title && composed->written && part->is_of_report == is_report)
    told->stale = tambour_live_find_stale (part->title, part->written, composed->written);
}

/* --- the deck ---------------------------------------------------------------- */

static void
describe_deck (TambourReviewPlan *self,
               TambourPages      *pages,
               TambourChapter     chapter)
{
  TambourPagesChapter *composed = &pages->composed[chapter];
  TambourReviewChapter *told = &self->chapters[chapter];
  const TambourOutlinePart *part = pages->outline ? tambour_outline_find (pages->outline, chapter) : NULL;

  told->is_there = tambour_pages_is_there (pages->facts, chapter);
  told->page = pages->numbers[chapter];
  told->n_pages = told->page > 0 ? 1 + composed->n_words : 0;
  if (told->page > 0 && chapter == TAMBOUR_CHAPTER_APPENDIX)
    told->n_pages = tambour_document_get_n_pages (self->document) - told->page + 1;
  describe_title (told, composed, part, FALSE);

  told->facts = g_ptr_array_new ();
  for (guint i = 0; told->page > 0 && i < pages->facts->all->len; i++)
    if (is_told_on (pages, g_ptr_array_index (pages->facts->all, i), told->page))
      g_ptr_array_add (told->facts, g_ptr_array_index (pages->facts->all, i));
}

/* --- the report ---------------------------------------------------------------- */

/* Whether @title stands on the page, and not all of it. */
static gboolean
is_cut_on (const TambourPageInfo *page,
           const char            *title)
{
  guint n_marks;
  const TambourMark *marks = tambour_canvas_get_marks (page->canvas, &n_marks);
  gboolean is_head = FALSE;

  for (guint i = 0; i < n_marks; i++)
    {
      if (marks[i].kind == TAMBOUR_MARK_BEGIN)
        is_head = marks[i].group.tag == TAMBOUR_TAG_TITLE || marks[i].group.tag == TAMBOUR_TAG_HEAD;
      else if (marks[i].kind == TAMBOUR_MARK_TEXT && is_head && marks[i].text.shape->cut &&
               strcmp (marks[i].text.shape->text, title) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_cut (TambourReviewPlan          *self,
        const TambourReviewChapter *told)
{
  for (guint i = 0; i < told->n_pages; i++)
    if (is_cut_on (tambour_document_get_page (self->document, told->page - 1 + i), told->title))
      return TRUE;

  return FALSE;
}

static void
describe_report (TambourReviewPlan *self,
                 TambourAnnual     *annual,
                 TambourChapter     chapter)
{
  const TambourAnnualPlace *place = &annual->places[chapter];
  TambourReviewChapter *told = &self->chapters[chapter];
  TambourOutline *outline = annual->pages->outline;
  const TambourOutlinePart *part = outline ? tambour_outline_find (outline, chapter) : NULL;
  GPtrArray *all = annual->facts->all;

  told->is_there = tambour_annual_is_there (annual, chapter);
  told->page = told->is_there && tambour_annual_tells (annual, chapter) ? place->first : 0;
  told->n_pages = told->page > 0 ? place->last - place->first + 1 : 0;
  describe_title (told, &annual->pages->composed[chapter], part, TRUE);
  told->is_cut = part && part->title && told->title && is_cut (self, told);

  told->facts = g_ptr_array_new ();
  for (guint i = 0; told->page > 0 && annual->pages->told[chapter] && i < all->len; i++)
    if (g_hash_table_contains (annual->pages->told[chapter], g_ptr_array_index (all, i)))
      g_ptr_array_add (told->facts, g_ptr_array_index (all, i));
}

/* --- the plan ------------------------------------------------------------------- */

/**
 * tambour_review_plan_new:
 * @facts: what it tells; must outlive the plan
 * @settings: how it is told; its guard is not asked: nothing leaves
 * @error: return location
 *
 * Lays out the deck or the report as tambour_review_layout() does, and says what is where in it.
 *
 * Returns: (transfer full) (nullable): the plan
 */
TambourReviewPlan *
tambour_review_plan_new (TambourFacts                 *facts,
                         const TambourReviewSettings  *settings,
                         GError                      **error)
{
  g_auto(TambourReviewComposed) composed = { NULL };
  TambourReviewPlan *self;

  g_return_val_if_fail (facts != NULL && settings != NULL, NULL);

  if (!tambour_review_compose (facts, settings, &composed, error))
    return NULL;

  self = g_new0 (TambourReviewPlan, 1);
  self->document = g_steal_pointer (&composed.document);
  for (guint i = 0; i < TAMBOUR_N_CHAPTERS; i++)
    if (composed.annual != NULL)
      describe_report (self, composed.annual, i);
    else
      describe_deck (self, composed.pages, i);

  return self;
}

/**
 * tambour_review_plan_free:
 * @self: (transfer full): a plan
 */
void
tambour_review_plan_free (TambourReviewPlan *self)
{
  for (guint i = 0; i < TAMBOUR_N_CHAPTERS; i++)
    {
      g_clear_pointer (&self->chapters[i].written, g_free);
      g_clear_pointer (&self->chapters[i].title, g_free);
      g_clear_pointer (&self->chapters[i].stale, g_free);
      g_clear_pointer (&self->chapters[i].facts, g_ptr_array_unref);
    }
  g_clear_pointer (&self->document, tambour_document_free);
  g_free (self);
}
