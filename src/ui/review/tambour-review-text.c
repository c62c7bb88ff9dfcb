/* tambour-review-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-review-text.h"

#include "tambour-fact-text.h"
#include "tambour-when.h"

/* What the builder of a review says. What stands on the pages is in the language of the review,
 * what is said about it in the person’s own.
 */

static const char * const chapters[TAMBOUR_N_CHAPTERS] = {
  [TAMBOUR_CHAPTER_COVER] = N_("Cover"),
  [TAMBOUR_CHAPTER_YEAR] = N_("The year on one page"),
  [TAMBOUR_CHAPTER_GOALS] = N_("Goals"),
  [TAMBOUR_CHAPTER_SERVICE] = N_("Service and cases"),
  [TAMBOUR_CHAPTER_CONTINUITY] = N_("Continuity"),
  [TAMBOUR_CHAPTER_USAGE] = N_("Usage and protection"),
  [TAMBOUR_CHAPTER_AUDITS] = N_("Architecture audit"),
  [TAMBOUR_CHAPTER_REQUESTS] = N_("Advocacy"),
  [TAMBOUR_CHAPTER_ENABLEMENT] = N_("Enablement"),
  [TAMBOUR_CHAPTER_VALUE] = N_("Value statement"),
  [TAMBOUR_CHAPTER_PROJECTS] = N_("Next year’s projects"),
  [TAMBOUR_CHAPTER_DECISIONS] = N_("Decisions"),
  [TAMBOUR_CHAPTER_APPENDIX] = N_("Appendix"),
};

/**
 * tambour_review_text_chapter:
 * @chapter: a chapter
 *
 * Returns: what its section is called
 */
const char *
tambour_review_text_chapter (TambourChapter chapter)
{
  return _(chapters[chapter]);
}

/**
 * tambour_review_text_can_leave:
 * @chapter: a chapter
 *
 * Returns: whether it has another place than its own
 */
gboolean
tambour_review_text_can_leave (TambourChapter chapter)
{
  return chapter != TAMBOUR_CHAPTER_COVER && chapter != TAMBOUR_CHAPTER_APPENDIX;
}

/**
 * tambour_review_text_hint:
 * @chapter: a chapter
 * @shown_as: the deck or the report
 *
 * Returns: where its narrative will stand
 */
const char *
tambour_review_text_hint (TambourChapter      chapter,
                          TambourReviewLayout shown_as)
{
  if (shown_as == TAMBOUR_REVIEW_LAYOUT_DECK)
    return _("A short paragraph stands below the title, a longer text on a page of its own.");
  if (chapter == TAMBOUR_CHAPTER_COVER || chapter == TAMBOUR_CHAPTER_YEAR)
    return _("It stands on a page of its own, behind the first one.");

  return _("It stands below the title of its part of the report.");
}

/* --- sections --------------------------------------------------------------------- */

static char *
say_problem (const TambourLaidChapter *laid,
             guint                     n_changed)
{
  if (laid->stale != NULL)
    /* Translators: %s is a number that somebody typed */
    return g_strdup_printf (_("“%s” is out of date"), laid->stale);
  if (laid->is_cut)
    return g_strdup (_("Title too long"));
  if (n_changed > 0)
    return g_strdup_printf (ngettext ("%d figure changed", "%d figures changed", n_changed), (int) n_changed);

  return NULL;
}

static char *
say_composed (const TambourOutlinePart *part)
{
  if (part->title != NULL && part->narrative != NULL)
    return g_strdup (_("Edited title and narrative"));
  if (part->title != NULL)
    return g_strdup (_("Edited title"));
  if (part->narrative != NULL)
    return g_strdup (_("With narrative"));

  return g_strdup (_("Ready"));
}

/**
 * tambour_review_text_part:
 * @part: (out caller-allocates): what is said of the section; its state is freed by the caller
 * @layout: what is where
 * @outline: what is composed
 * @chapter: which section
 */
void
tambour_review_text_part (TambourReviewPart       *part,
                          const TambourReviewLaid *layout,
                          TambourOutline          *outline,
                          TambourChapter           chapter)
{
  const TambourLaidChapter *laid = &layout->chapters[chapter];
  const TambourOutlinePart *composed = tambour_outline_find (outline, chapter);
  guint n_changed = tambour_review_text_n_changed (laid->facts, layout->held->file->facts, outline);
  char *problem;

  part->chapter = chapter;
  part->is_in = !composed->is_out && laid->is_there;
  part->is_there = laid->is_there;
  part->can_move = tambour_review_text_can_leave (chapter);
  part->needs_work = FALSE;
  if (!laid->is_there)
    part->state = g_strdup (_("Nothing to tell"));
  else if (composed->is_out)
    part->state = g_strdup (_("Left out"));
  else if ((problem = say_problem (laid, n_changed)))
    {
      part->state = problem;
      part->needs_work = TRUE;
    }
  else
    part->state = say_composed (composed);
}

/* --- figures ------------------------------------------------------------------------ */

/**
 * tambour_review_text_shown:
 * @fact: a figure
 * @facts: all of them
 *
 * Returns: (transfer full): its value as the pages show it
 */
char *
tambour_review_text_shown (const TambourFact *fact,
                           TambourFacts      *facts)
{
  const TambourReviewSettings settings = { 0 };

  tambour_review_use_language (facts, &settings);

  return tambour_fact_now (fact);
}

/**
 * tambour_review_text_name:
 * @fact: a figure
 *
 * Returns: (transfer full): what it is called
 */
char *
tambour_review_text_name (const TambourFact *fact)
{
  if (fact->subject == NULL || *fact->subject == '\0')
    return g_strdup (_(fact->name));

  return g_strdup_printf ("%s · %s", _(fact->name), fact->subject);
}

static char *
say_count (const TambourMeasure *measure)
{
  g_autofree char *n = tambour_when_number (measure->n);
  g_autofree char *of = NULL;

  if (measure->of == TAMBOUR_NO_COUNT)
    return g_steal_pointer (&n);

  of = tambour_when_number (measure->of);

  /* Translators: a part of a whole, such as “41 of 42” */
  return g_strdup_printf (_("%s of %s"), n, of);
}

/**
 * tambour_review_text_source:
 * @fact: a figure
 *
 * Returns: (transfer full): how many records of which kinds it stands on, and which of those
 */
char *
tambour_review_text_source (const TambourFact *fact)
{
  g_autofree char *count = NULL;

  if (!tambour_measure_is_known (&fact->now))
    return g_strdup (fact->now.reason ? _(fact->now.reason) : _(fact->formula));

  count = say_count (&fact->now);

  /* Translators: how many, from which kinds of record, and which of those: “41, from Cases: Cases with opened date in the period” */
  return g_strdup_printf (_("%s, from %s: %s"), count, _(fact->source), _(fact->formula));
}

static gboolean
is_changed (const TambourFact         *fact,
            TambourFacts              *facts,
            const TambourOutlineCheck *check)
{
  g_autofree char *now = check ? tambour_review_text_shown (fact, facts) : NULL;

  return check != NULL && g_strcmp0 (check->text, now) != 0;
}

/**
 * tambour_review_text_change:
 * @fact: a figure
 * @facts: all of them
 * @outline: what is composed, and which figures somebody looked at
 * @now: the time that is "now"
 *
 * Returns: (transfer full) (nullable): what it was when somebody looked at it last; %NULL if it
 *   is still that, or if nobody did
 */
char *
tambour_review_text_change (const TambourFact *fact,
                            TambourFacts      *facts,
                            TambourOutline    *outline,
                            TambourInstant     now)
{
  const TambourOutlineCheck *check = tambour_outline_find_check (outline, fact->key);
  g_autoptr(GTimeZone) zone = tambour_when_zone (NULL);
  g_autofree char *when = NULL;

  if (!is_changed (fact, facts, check))
    return NULL;

  when = tambour_when_date (tambour_zone_date_of (zone, check->at), tambour_zone_date_of (zone, now));

  /* Translators: a value, and when it was that: “was 39 on 18 Nov” */
  return g_strdup_printf (_("was %s on %s"), check->text, when);
}

/**
 * tambour_review_text_n_changed:
 * @facts: (element-type TambourFact): figures
 * @all: all of them
 * @outline: what is composed
 *
 * Returns: how many of them are not what somebody looked at
 */
guint
tambour_review_text_n_changed (GPtrArray      *facts,
                               TambourFacts   *all,
                               TambourOutline *outline)
{
  guint n = 0;

  if (outline->checks->len == 0)
    return 0;

  for (guint i = 0; i < facts->len; i++)
    {
      const TambourFact *fact = g_ptr_array_index (facts, i);

      n += is_changed (fact, all, tambour_outline_find_check (outline, fact->key)) ? 1 : 0;
    }

  return n;
}

/* --- the whole ------------------------------------------------------------------------ */

/**
 * tambour_review_text_document:
 * @file: a report
 * @shown_as: the deck or the report
 *
 * Returns: what it is called when it leaves: by its title, unless that is of the other document
 */
const char *
tambour_review_text_document (const TambourReportFile *file,
                              TambourReviewLayout      shown_as)
{
  gboolean is_annual = file->record->kind == TAMBOUR_REPORT_KIND_ANNUAL;

  if (is_annual != (shown_as == TAMBOUR_REVIEW_LAYOUT_REPORT))
    return is_annual ? _("Executive Business Review") : _("Annual Value Report");

  return file->record->title && *file->record->title ? file->record->title : _("Review");
}

/**
 * tambour_review_text_period:
 * @report: a report
 *
 * Returns: (transfer full): what it is about
 */
char *
tambour_review_text_period (TambourReport *report)
{
  const TambourDate none = { 0 };
  g_autofree char *from = tambour_when_date (report->period_from, none);
  g_autofree char *to = tambour_when_date (report->period_to, none);

  /* Translators: a period, from its first day to its last */
  return g_strdup_printf (_("%s – %s"), from, to);
}

static char *
say_state (TambourReport  *report,
           TambourInstant  now)
{
  switch ((TambourReportState) report->state)
    {
    case TAMBOUR_REPORT_STATE_DRAFT:
      return g_strdup (report->supersedes_id.id ? _("draft, restates a finished review") : _("draft"));
    case TAMBOUR_REPORT_STATE_FINAL:
      return g_strdup (_("final"));
    case TAMBOUR_REPORT_STATE_SUPERSEDED:
      return g_strdup (_("restated by a later one"));
    }

  return g_strdup ("");
}

/**
 * tambour_review_text_subtitle:
 * @file: a report
 * @now: the time that is "now"
 *
 * Returns: (transfer full): whose it is, what became of it, and when it is presented
 */
char *
tambour_review_text_subtitle (const TambourReportFile *file,
                              TambourInstant           now)
{
  const char *name = file->account->name ? file->account->name : "";
  g_autofree char *state = say_state (file->record, now);
  g_autofree char *day = NULL;
  g_autofree char *presented = NULL;

  if (tambour_date_is_stated (file->facts->review_on) && file->record->state == TAMBOUR_REPORT_STATE_DRAFT)
    {
      g_autoptr(GTimeZone) zone = tambour_when_zone (NULL);

      day = tambour_when_day (file->facts->review_on, tambour_zone_date_of (zone, now));
      /* Translators: %s is a day, such as “Mon” or “30 Nov” */
      presented = g_strdup_printf (_("presented %s"), day);
    }

  return g_strjoin (" · ", name, state, presented, NULL);
}
