/* tambour-annual-parts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-annual.h"

#include <string.h>

#include "tambour-pages-words.h"

/* Which parts a report has, in which order, and on which pages they begin. */

/* Of the height of a body, in points: a part that leaves so much is not alone on its page. */
#define MOST_OF_PAGE (0.55 * TAMBOUR_REPORT_HEIGHT)

/* Which part tells what a chapter of the deck tells. */
static const TambourAnnualPart PARTS[TAMBOUR_N_CHAPTERS] = {
  [TAMBOUR_CHAPTER_COVER] = TAMBOUR_ANNUAL_OPENING,
  [TAMBOUR_CHAPTER_YEAR] = TAMBOUR_ANNUAL_OPENING,
  [TAMBOUR_CHAPTER_GOALS] = TAMBOUR_ANNUAL_GOALS,
  [TAMBOUR_CHAPTER_SERVICE] = TAMBOUR_ANNUAL_SERVICE,
  [TAMBOUR_CHAPTER_CONTINUITY] = TAMBOUR_ANNUAL_CONTINUITY,
  [TAMBOUR_CHAPTER_USAGE] = TAMBOUR_ANNUAL_PRODUCT,
  [TAMBOUR_CHAPTER_AUDITS] = TAMBOUR_ANNUAL_PRODUCT,
  [TAMBOUR_CHAPTER_REQUESTS] = TAMBOUR_ANNUAL_LEARNING,
  [TAMBOUR_CHAPTER_ENABLEMENT] = TAMBOUR_ANNUAL_LEARNING,
  [TAMBOUR_CHAPTER_VALUE] = TAMBOUR_ANNUAL_VALUE,
  [TAMBOUR_CHAPTER_PROJECTS] = TAMBOUR_ANNUAL_PLANS,
  [TAMBOUR_CHAPTER_DECISIONS] = TAMBOUR_ANNUAL_PLANS,
  [TAMBOUR_CHAPTER_APPENDIX] = TAMBOUR_ANNUAL_DEFINITIONS,
};

/**
 * tambour_annual_get_part:
 * @chapter: of the review
 *
 * Returns: the part that tells it
 */
TambourAnnualPart
tambour_annual_get_part (TambourChapter chapter)
{
  return PARTS[chapter];
}

/* A part is there if the deck has a page about any of what it tells, so that what one of them
 * says of a period the other does not leave out.
 */
static void
choose_parts (TambourAnnual *self,
              gboolean       there[TAMBOUR_N_ANNUAL_PARTS])
{
  for (guint chapter = 0; chapter < TAMBOUR_N_CHAPTERS; chapter++)
    there[PARTS[chapter]] |= self->pages->numbers[chapter] > 0;
  there[TAMBOUR_ANNUAL_CONTINUITY] |= tambour_annual_is_there (self, TAMBOUR_CHAPTER_CONTINUITY) &&
                                      tambour_annual_tells (self, TAMBOUR_CHAPTER_CONTINUITY);
  there[TAMBOUR_ANNUAL_OPENING] = TRUE;
  there[TAMBOUR_ANNUAL_PLANS] = tambour_annual_has_plans (self);
  there[TAMBOUR_ANNUAL_DEFINITIONS] = tambour_annual_tells (self, TAMBOUR_CHAPTER_APPENDIX);
}

static void
add_part (TambourAnnual     *self,
          gboolean           there[TAMBOUR_N_ANNUAL_PARTS],
          TambourAnnualPart  part)
{
  if (there[part])
    self->order[self->n_parts++] = part;
  there[part] = FALSE;
}

/* The order of the chapters that a person chose, each part where the first of its chapters is. The
 * first page stays first, and the definitions last: they are of what the others tell. */
static void
order_parts (TambourAnnual *self)
{
  gboolean there[TAMBOUR_N_ANNUAL_PARTS] = { FALSE };

  choose_parts (self, there);
  add_part (self, there, TAMBOUR_ANNUAL_OPENING);
  for (guint i = 0; i < TAMBOUR_N_CHAPTERS; i++)
    {
      TambourChapter chapter = tambour_pages_at (self->pages, i);

      if (chapter != TAMBOUR_CHAPTER_APPENDIX &&
          (self->pages->numbers[chapter] > 0 || chapter == TAMBOUR_CHAPTER_CONTINUITY))
        add_part (self, there, PARTS[chapter]);
    }
  /* After next year's plans they need no title of their own. */
  self->defines_in_plans = there[TAMBOUR_ANNUAL_DEFINITIONS] && self->order[self->n_parts - 1] == TAMBOUR_ANNUAL_PLANS;
  if (!self->defines_in_plans)
    add_part (self, there, TAMBOUR_ANNUAL_DEFINITIONS);
}

/* @end: where the part before ends, in points from the top of the body */
static gboolean
has_room (const TambourAnnualSpan *span,
          double                   end)
{
  double rest = TAMBOUR_REPORT_HEIGHT - end - TAMBOUR_ANNUAL_ABOVE_PART;

  return (span->n_pages == 1 && span->end + span->source <= rest) || (rest >= MOST_OF_PAGE && span->first <= rest);
}

/**
 * tambour_annual_goes_on:
 * @self: a report
 * @part: that begins
 *
 * A part goes on below the one before if all of it fits there, or if that left most of its page. The
 * first page is always one by itself.
 *
 * Returns: whether it does
 */
gboolean
tambour_annual_goes_on (TambourAnnual     *self,
                        TambourAnnualPart  part)
{
  double end = self->y - (self->bottom - TAMBOUR_REPORT_HEIGHT);

  return self->is_placed && self->canvas != NULL && self->part != TAMBOUR_ANNUAL_OPENING && has_room (&self->spans[part], end);
}

/* What was laid out before, each part on pages of its own, tells how much it needs. Where a part that
 * is split ends is a guess. */
static void
place_parts (TambourAnnual       *self,
             const TambourAnnual *before)
{
  double end = TAMBOUR_REPORT_HEIGHT;
  guint page = 0;

  for (guint i = 0; i < self->n_parts; i++)
    {
      TambourAnnualPart part = self->order[i];
      TambourAnnualSpan span = before->spans[part];
      gboolean goes_on = has_room (&span, end);

      self->starts[part] = goes_on ? page : page + 1;
      page = self->starts[part] + span.n_pages - 1;
      end = span.end + (goes_on ? end + TAMBOUR_ANNUAL_ABOVE_PART + span.source : 0);
      if (end > TAMBOUR_REPORT_HEIGHT)
        {
          page++;
          end -= TAMBOUR_REPORT_HEIGHT;
        }
      if (part == TAMBOUR_ANNUAL_OPENING)
        end = TAMBOUR_REPORT_HEIGHT;
    }
}

/* A first guess is a page for each. */
static void
guess_parts (TambourAnnual *self)
{
  for (guint i = 0; i < self->n_parts; i++)
    self->starts[self->order[i]] = i + 1;
}

/**
 * tambour_annual_number:
 * @self: a report
 * @before: (nullable): the same report, composed before: it knows how long the parts are
 *
 * Says which parts there are and where they begin.
 */
void
tambour_annual_number (TambourAnnual       *self,
                       const TambourAnnual *before)
{
  order_parts (self);
  self->is_placed = before != NULL;
  if (before != NULL)
    memcpy (self->spans, before->spans, sizeof self->spans);
  if (before == NULL)
    guess_parts (self);
  else if (before->is_placed)
    memcpy (self->starts, before->starts, sizeof self->starts);
  else
    place_parts (self, before);
  memcpy (self->told, self->starts, sizeof self->told);

  for (guint chapter = 0; chapter < TAMBOUR_N_CHAPTERS; chapter++)
    self->pages->numbers[chapter] = tambour_annual_tells (self, chapter) ? self->starts[PARTS[chapter]] : 0;
  if (self->defines_in_plans)
    self->pages->numbers[TAMBOUR_CHAPTER_APPENDIX] = self->starts[TAMBOUR_ANNUAL_PLANS];
}

/**
 * tambour_annual_is_settled:
 * @self: a report that is composed
 *
 * Returns: whether parts began on the pages that were named
 */
gboolean
tambour_annual_is_settled (TambourAnnual *self)
{
  return self->is_placed && memcmp (self->told, self->starts, sizeof self->told) == 0;
}
