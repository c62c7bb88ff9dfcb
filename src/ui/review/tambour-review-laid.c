/* tambour-review-laid.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-review-laid.h"

/**
 * tambour_review_held_new:
 * @file: (transfer full): a report with all that belongs to it
 *
 * Returns: (transfer full): the same, for several to hold
 */
TambourReviewHeld *
tambour_review_held_new (TambourReportFile *file)
{
  TambourReviewHeld *self = g_atomic_rc_box_new (TambourReviewHeld);

  self->file = file;

  return self;
}

/**
 * tambour_review_held_ref:
 * @self: a report that is held
 *
 * Returns: (transfer full): @self
 */
TambourReviewHeld *
tambour_review_held_ref (TambourReviewHeld *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
held_clear (gpointer data)
{
  TambourReviewHeld *self = data;

  g_clear_pointer (&self->file, tambour_report_file_free);
}

/**
 * tambour_review_held_unref:
 * @self: (transfer full): a report that is held
 */
void
tambour_review_held_unref (TambourReviewHeld *self)
{
  g_atomic_rc_box_release_full (self, held_clear);
}

/**
 * tambour_review_held_get_layout:
 * @self: a report that is held
 *
 * Returns: as what it is shown to begin with; it can be shown as either
 */
TambourReviewLayout
tambour_review_held_get_layout (TambourReviewHeld *self)
{
  return self->file->record->kind == TAMBOUR_REPORT_KIND_ANNUAL ? TAMBOUR_REVIEW_LAYOUT_REPORT : TAMBOUR_REVIEW_LAYOUT_DECK;
}

static void
laid_page_free (gpointer data)
{
  TambourLaidPage *page = data;

  g_clear_pointer (&page->label, g_free);
  g_clear_pointer (&page->title, g_free);
  g_clear_pointer (&page->text, g_free);
  g_free (page);
}

/* --- what is said to those who do not see a page ------------------------------ */

static void
add_text (GString    *text,
          const char *words)
{
  if (words == NULL || *words == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, words);
}

/* A picture says what its alternative says, not the words within it. */
static char *
read_page (TambourCanvas *canvas)
{
  GString *text = g_string_new (NULL);
  guint n_marks, depth = 0, silent = G_MAXUINT;
  const TambourMark *marks = tambour_canvas_get_marks (canvas, &n_marks);

  for (guint i = 0; i < n_marks; i++)
    {
      const TambourMark *mark = &marks[i];

      if (mark->kind == TAMBOUR_MARK_BEGIN)
        {
          depth++;
          if (silent != G_MAXUINT || (mark->group.tag != TAMBOUR_TAG_FIGURE && mark->group.tag != TAMBOUR_TAG_ARTIFACT))
            continue;
          silent = depth;
          add_text (text, mark->group.alternative);
        }
      else if (mark->kind == TAMBOUR_MARK_END)
        {
          if (depth == silent)
            silent = G_MAXUINT;
          depth--;
        }
      else if (mark->kind == TAMBOUR_MARK_TEXT && silent == G_MAXUINT)
        add_text (text, mark->text.shape->text);
    }

  return g_string_free (text, FALSE);
}

/* --- what is where -------------------------------------------------------------- */

static void
describe_chapter (TambourLaidChapter         *self,
                  const TambourReviewChapter *told)
{
  self->is_there = told->is_there;
  self->page = told->page;
  self->n_pages = told->n_pages;
  self->written = g_strdup (told->written);
  self->title = g_strdup (told->title);
  self->stale = g_strdup (told->stale);
  self->is_cut = told->is_cut;
  self->facts = g_ptr_array_ref (told->facts);
}

static gboolean
tells (const TambourReviewChapter *told,
       guint                       page)
{
  return told->n_pages > 0 && page >= told->page && page < told->page + told->n_pages;
}

/* The first that begins there, else the one that goes on. The first page of a report is the year's, and only
 * besides a cover. */
static TambourChapter
find_chapter (const TambourReviewPlan *plan,
              guint                    page)
{
  for (TambourChapter i = TAMBOUR_CHAPTER_YEAR; i < TAMBOUR_N_CHAPTERS; i++)
    if (tells (&plan->chapters[i], page) && plan->chapters[i].page == page)
      return i;
  for (TambourChapter i = TAMBOUR_CHAPTER_YEAR; i < TAMBOUR_N_CHAPTERS; i++)
    if (tells (&plan->chapters[i], page))
      return i;

  return TAMBOUR_CHAPTER_COVER;
}

static TambourLaidPage *
describe_page (const TambourReviewPlan *plan,
               guint                    index)
{
  const TambourPageInfo *info = tambour_document_get_page (plan->document, index);
  TambourLaidPage *self = g_new0 (TambourLaidPage, 1);

  self->label = g_strdup (info->label);
  self->title = g_strdup (info->outline);
  self->text = read_page (info->canvas);
  self->chapter = find_chapter (plan, index + 1);

  return self;
}

/**
 * tambour_review_laid_new:
 * @held: what was laid out
 * @shown_as: as what
 * @plan: its pages, which this thread laid out
 *
 * Returns: (transfer full): what is where in them, for any thread
 */
TambourReviewLaid *
tambour_review_laid_new (TambourReviewHeld       *held,
                         TambourReviewLayout      shown_as,
                         const TambourReviewPlan *plan)
{
  TambourReviewLaid *self = g_new0 (TambourReviewLaid, 1);

  self->held = tambour_review_held_ref (held);
  self->shown_as = shown_as;
  self->width = tambour_document_get_width (plan->document);
  self->height = tambour_document_get_height (plan->document);
  self->pages = g_ptr_array_new_with_free_func (laid_page_free);
  for (guint i = 0; i < tambour_document_get_n_pages (plan->document); i++)
    g_ptr_array_add (self->pages, describe_page (plan, i));
  for (guint i = 0; i < TAMBOUR_N_CHAPTERS; i++)
    describe_chapter (&self->chapters[i], &plan->chapters[i]);

  return self;
}

/**
 * tambour_review_laid_free:
 * @self: (transfer full): what is where in a review
 */
void
tambour_review_laid_free (TambourReviewLaid *self)
{
  for (guint i = 0; i < TAMBOUR_N_CHAPTERS; i++)
    {
      g_clear_pointer (&self->chapters[i].written, g_free);
      g_clear_pointer (&self->chapters[i].title, g_free);
      g_clear_pointer (&self->chapters[i].stale, g_free);
      g_clear_pointer (&self->chapters[i].facts, g_ptr_array_unref);
    }
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->held, tambour_review_held_unref);
  g_free (self);
}
