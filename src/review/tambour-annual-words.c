/* tambour-annual-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-annual.h"

#include "tambour-live.h"
#include "tambour-pages-words.h"

#include "tambour-wording.h"

/* What a person composed, in the report: a part begins with what was written for its chapters,
 * and a title that was typed stands where the program's would. Text flows here, so that nothing
 * that was typed needs a page of its own; only the first page is full.
 */

/* In points. */
#define INDENT     11.0
#define BELOW_TEXT 6.5

/**
 * tambour_annual_tells:
 * @self: a report
 * @chapter: of the review
 *
 * Returns: whether nobody left it out
 */
gboolean
tambour_annual_tells (TambourAnnual  *self,
                      TambourChapter  chapter)
{
  return !tambour_pages_is_out (self->pages, chapter);
}

/* Whose title the part has: what else it tells has a head of its own. */
static gboolean
is_leader (TambourAnnual  *self,
           TambourChapter  chapter)
{
  TambourAnnualPart part = tambour_annual_get_part (chapter);

  if (part == TAMBOUR_ANNUAL_OPENING)
    return chapter == TAMBOUR_CHAPTER_YEAR;

  for (guint i = 0; i < chapter; i++)
    if (tambour_annual_get_part (i) == part && tambour_annual_tells (self, i) && tambour_pages_is_there (self->facts, i))
      return FALSE;

  return tambour_annual_tells (self, chapter) && tambour_pages_is_there (self->facts, chapter);
}

/**
 * tambour_annual_get_leader:
 * @self: a report
 * @part: which
 *
 * Returns: the chapter that gives the part its title
 */
TambourChapter
tambour_annual_get_leader (TambourAnnual     *self,
                           TambourAnnualPart  part)
{
  TambourChapter first = TAMBOUR_CHAPTER_APPENDIX;

  for (guint chapter = TAMBOUR_N_CHAPTERS; chapter > 0; chapter--)
    if (tambour_annual_get_part (chapter - 1) == part)
      {
        if (is_leader (self, chapter - 1))
          return chapter - 1;
        first = chapter - 1;
      }

  return first;
}

/**
 * tambour_annual_is_there:
 * @self: a report
 * @chapter: of the review
 *
 * Returns: whether there is something to tell; known issues stand with the continuity
 */
gboolean
tambour_annual_is_there (TambourAnnual  *self,
                         TambourChapter  chapter)
{
  GArray *issues = self->facts->usage.known_issues;

  return tambour_pages_is_there (self->facts, chapter) ||
         (chapter == TAMBOUR_CHAPTER_CONTINUITY && issues && issues->len > 0);
}

/**
 * tambour_annual_take_head:
 * @self: a report
 * @chapter: that a block tells
 * @written: (transfer full): the head that the program writes
 *
 * Returns: (transfer full): the head that is shown: the title that was typed for the chapter,
 *   unless that is the title of the whole part, or @written
 */
char *
tambour_annual_take_head (TambourAnnual  *self,
                          TambourChapter  chapter,
                          char           *written)
{
  if (is_leader (self, chapter))
    return written;

  return tambour_pages_take_title (self->pages, chapter, NULL, written);
}

/* What was written for the year has a page of its own, behind that of the year. */
static char *
title_again (TambourAnnual  *self,
             TambourChapter  chapter,
             char           *written)
{
  if (!tambour_pages_is_typed (self->pages, chapter))
    return written;

  g_free (written);

  return g_strdup (self->pages->composed[chapter].title);
}

/**
 * tambour_annual_take_title:
 * @self: a report
 * @part: which
 * @written: (transfer full): the title that the program writes
 * @shorter: (inout) (nullable): a shorter one; there is none of a title that was typed
 *
 * Returns: (transfer full): the title that is shown
 */
char *
tambour_annual_take_title (TambourAnnual      *self,
                           TambourAnnualPart   part,
                           char               *written,
                           char              **shorter)
{
  TambourChapter chapter = tambour_annual_get_leader (self, part);

  if (written == NULL || !is_leader (self, chapter))
    return written;
  if (tambour_pages_is_typed (self->pages, chapter))
    g_clear_pointer (shorter, g_free);
  if (self->pages->composed[chapter].written != NULL)
    return title_again (self, chapter, written);

  return tambour_pages_take_title (self->pages, chapter, NULL, written);
}

static void
draw_paragraph (TambourAnnual          *self,
                const TambourParagraph *paragraph)
{
  double indent = paragraph->is_item ? INDENT : 0;
  double width = TAMBOUR_REPORT_WIDTH - indent;

  tambour_annual_need (self, tambour_annual_measure_rich (self, width, TAMBOUR_ROLE_BODY, paragraph->text));
  if (paragraph->is_item)
    tambour_page_text (self->canvas, self->x, self->y, INDENT, TAMBOUR_ROLE_BODY, "•");
  self->y += tambour_page_paragraph (self->canvas, self->x + indent, self->y, width, TAMBOUR_ROLE_BODY, paragraph->text) +
             BELOW_TEXT;
}

/* (element-type TambourParagraph): what was written for the chapters of a part */
static GPtrArray *
list_words (TambourAnnual     *self,
            TambourAnnualPart  part)
{
  GPtrArray *words = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_paragraph_free);

  for (guint i = 0; self->pages->outline && i < TAMBOUR_N_CHAPTERS; i++)
    {
      const TambourOutlinePart *composed = &self->pages->outline->parts[i];

      if (!composed->is_out && tambour_annual_get_part (composed->chapter) == part)
        g_ptr_array_extend_and_steal (words, tambour_live_paragraphs (composed->narrative, self->facts));
    }

  return words;
}

/**
 * tambour_annual_words:
 * @self: a report
 * @part: that begins
 *
 * Adds what was written for it below its title.
 */
void
tambour_annual_words (TambourAnnual     *self,
                      TambourAnnualPart  part)
{
  g_autoptr(GPtrArray) words = list_words (self, part);

  for (guint i = 0; i < words->len; i++)
    draw_paragraph (self, words->pdata[i]);
}

/**
 * tambour_annual_words_of_year:
 * @self: a report
 *
 * Adds a page of what was written for the year, if something was: the first page has no room.
 */
void
tambour_annual_words_of_year (TambourAnnual *self)
{
  g_autoptr(GPtrArray) words = list_words (self, TAMBOUR_ANNUAL_OPENING);
  guint start = self->starts[TAMBOUR_ANNUAL_OPENING];

  if (words->len == 0)
    return;

  tambour_annual_begin (self, TAMBOUR_ANNUAL_OPENING, (TambourPageWords) { .label = "", .title = g_strdup (_("In our words")) });
  self->starts[TAMBOUR_ANNUAL_OPENING] = start;
}
