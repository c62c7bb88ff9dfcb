/* tambour-pages.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-pages.h"

#include <math.h>
#include <string.h>

#include "tambour-chart-cases.h"
#include "tambour-fact-text.h"
#include "tambour-pages-words.h"

#include "tambour-wording.h"

static gboolean
has_goals (TambourFacts *facts)
{
  GArray *goals = facts->goals.goals;
  GArray *commitments = facts->goals.commitments;

  return (goals && goals->len > 0) || (commitments && commitments->len > 0) || facts->agreement != NULL;
}

static gboolean
has_service (TambourFacts *facts)
{
  return tambour_fact_is_known (facts->service.total);
}

static gboolean
has_continuity (TambourFacts *facts)
{
  return tambour_fact_is_known (facts->continuity.count) || tambour_fact_is_known (facts->continuity.stayed_closed) ||
         tambour_fact_is_known (facts->continuity.calls_held) ||
         tambour_fact_is_known (facts->continuity.after_hours_notified);
}

static gboolean
has_enablement (TambourFacts *facts)
{
  return facts->enablement.take_up->len > 0 || facts->enablement.trainings->len > 0;
}

static gboolean
has_value (TambourFacts *facts)
{
  return facts->value.lines->len > 0 || facts->value.not_counted->len > 0;
}

static gboolean
has_projects (TambourFacts *facts)
{
  return facts->plans.projects->len > 0;
}

static gboolean
has_decisions (TambourFacts *facts)
{
  return facts->plans.decisions->len > 0 || facts->plans.steps->len > 0;
}

/* A customer with an agreement is told what could not be measured, and why. */
static gboolean
has_usage (TambourFacts *facts)
{
  return tambour_fact_is_known (facts->usage.coverage_now) || tambour_fact_is_known (facts->usage.devices_total) ||
         facts->usage.insights->len > 0 || facts->usage.known_issues->len > 0 || facts->agreement != NULL;
}

static gboolean
has_audits (TambourFacts *facts)
{
  return tambour_fact_is_known (facts->audits.count) || tambour_fact_is_known (facts->audits.ledger.open);
}

static gboolean
has_requests (TambourFacts *facts)
{
  return tambour_fact_is_known (facts->requests.stages[TAMBOUR_STAGE_ASKED]);
}

/* What is left out is decided before anything is drawn, so that every number that a page refers
 * to is that of a page which is there. A page that would be only a heading is left out
 * (REPORT-DESIGN section 10); what is not measured is said on the year's page. A chapter without
 * a function that draws it is not in the deck; one without a condition always is.
 */
static const struct
{
  void (*draw) (TambourPages *self);
  gboolean (*is_worth_a_page) (TambourFacts *facts);
} chapters[TAMBOUR_N_CHAPTERS] = {
  [TAMBOUR_CHAPTER_COVER] = { tambour_pages_cover, NULL },
  [TAMBOUR_CHAPTER_YEAR] = { tambour_pages_year, NULL },
  [TAMBOUR_CHAPTER_GOALS] = { tambour_pages_goals, has_goals },
  [TAMBOUR_CHAPTER_SERVICE] = { tambour_pages_service, has_service },
  [TAMBOUR_CHAPTER_CONTINUITY] = { tambour_pages_continuity, has_continuity },
  [TAMBOUR_CHAPTER_ENABLEMENT] = { tambour_pages_enablement, has_enablement },
  [TAMBOUR_CHAPTER_VALUE] = { tambour_pages_value, has_value },
  [TAMBOUR_CHAPTER_PROJECTS] = { tambour_pages_projects, has_projects },
  [TAMBOUR_CHAPTER_DECISIONS] = { tambour_pages_decisions, has_decisions },
  [TAMBOUR_CHAPTER_USAGE] = { tambour_pages_usage, has_usage },
  [TAMBOUR_CHAPTER_AUDITS] = { tambour_pages_audit, has_audits },
  [TAMBOUR_CHAPTER_REQUESTS] = { tambour_pages_requests, has_requests },
  [TAMBOUR_CHAPTER_APPENDIX] = { tambour_pages_appendix, NULL },
};

/**
 * tambour_pages_is_there:
 * @facts: what the pages tell
 * @chapter: a chapter
 *
 * Returns: whether there is enough to tell for a page
 */
gboolean
tambour_pages_is_there (TambourFacts   *facts,
                        TambourChapter  chapter)
{
  return chapters[chapter].draw != NULL &&
         (chapters[chapter].is_worth_a_page == NULL || chapters[chapter].is_worth_a_page (facts));
}

/**
 * tambour_pages_number:
 * @self: pages
 *
 * Gives each chapter that is in the review the number of its page.
 */
void
tambour_pages_number (TambourPages *self)
{
  guint number = 0;

  for (guint i = 0; i < TAMBOUR_N_CHAPTERS; i++)
    {
      TambourChapter chapter = tambour_pages_at (self, i);
      gboolean is_in = tambour_pages_is_there (self->facts, chapter) && !tambour_pages_is_out (self, chapter);

      self->numbers[chapter] = is_in ? ++number : 0;
      number += is_in ? self->composed[chapter].n_words : 0;
    }
}

static char *
write_footer (TambourFacts *facts)
{
  TambourDate last = { facts->period.to.julian - 1 };
  g_autofree char *name = tambour_wording_isolate (facts->account->name ? facts->account->name : "");
  g_autofree char *dates = tambour_wording_dates (facts->period.from, last);

  /* Translators: the foot of every page: account, document, period. */
  return tambour_wording_fill (_("{0} · Executive business review · {1}"), name, dates, NULL);
}

/**
 * tambour_pages_new:
 * @facts: what the pages tell; must outlive them
 * @product: (nullable): whose review it is
 * @document: where pages are added
 *
 * Returns: (transfer full): pages to compose
 */
TambourPages *
tambour_pages_new (TambourFacts    *facts,
                   const char      *product,
                   TambourDocument *document)
{
  TambourPages *self = g_new0 (TambourPages, 1);

  self->facts = facts;
  self->product = product;
  self->document = document;
  self->footer = write_footer (facts);
  self->findings = tambour_findings_of_year (facts);
  self->uses = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  tambour_pages_number (self);

  return self;
}

/**
 * tambour_pages_free:
 * @self: pages
 *
 * Frees @self; the document keeps what was drawn.
 */
void
tambour_pages_free (TambourPages *self)
{
  g_clear_pointer (&self->footer, g_free);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->uses, g_hash_table_unref);
  for (guint i = 0; i < TAMBOUR_N_CHAPTERS; i++)
    g_clear_pointer (&self->told[i], g_hash_table_unref);
  tambour_pages_forget (self);
  g_free (self);
}

/**
 * tambour_pages_compose:
 * @self: pages
 *
 * Adds every page to the document, the appendix last: it lists what the others used.
 */
void
tambour_pages_compose (TambourPages *self)
{
  for (guint i = 0; i < TAMBOUR_N_CHAPTERS; i++)
    {
      TambourChapter chapter = tambour_pages_at (self, i);

      if (self->numbers[chapter] == 0)
        continue;

      chapters[chapter].draw (self);
      tambour_pages_words (self, chapter);
    }

  tambour_document_settle_links (self->document);
  tambour_pages_notes (self);
}

/**
 * tambour_pages_begin:
 * @self: pages
 * @chapter: which page
 * @words: what stands around it; its texts are taken
 *
 * Returns: (transfer none): the canvas of a new page with its frame
 */
TambourCanvas *
tambour_pages_begin (TambourPages     *self,
                     TambourChapter    chapter,
                     TambourPageWords  words)
{
  g_autofree char *title = tambour_pages_take_title (self, chapter, words.label, words.title);
  g_autofree char *shorter = words.shorter;
  g_autofree char *source = words.source;
  g_autofree char *number = g_strdup_printf ("%u", self->numbers[chapter]);
  TambourCanvas *canvas = tambour_document_add_page (self->document, number, title);
  TambourPageFrame frame = {
    .label = words.label,
    .title = title,
    .shorter = tambour_pages_is_typed (self, chapter) ? NULL : shorter,
    .source = source,
    .footer = self->footer,
    .number = number,
  };

  tambour_page_frame (canvas, &frame);
  tambour_pages_narrative (self, chapter, canvas);

  return canvas;
}

/**
 * tambour_pages_anchor:
 * @self: pages
 * @fact: a figure
 *
 * Returns: what the line that defines it is called: figures of the same name
 *   are defined once
 */
const char *
tambour_pages_anchor (TambourPages      *self,
                      const TambourFact *fact)
{
  for (guint i = 0; i < self->facts->all->len; i++)
    {
      const TambourFact *other = self->facts->all->pdata[i];

      if (g_strcmp0 (other->name, fact->name) == 0)
        return other->key;
    }

  return fact->key;
}

/**
 * tambour_pages_use_on:
 * @self: pages
 * @number: of the page that tells the figure; 0 is none
 * @fact: (nullable): the figure
 *
 * Notes it for the definitions, which name the pages of every figure.
 */
void
tambour_pages_use_on (TambourPages *self,
                      guint         number,
                      TambourFact  *fact)
{
  GArray *pages = fact ? g_hash_table_lookup (self->uses, fact) : NULL;

  if (fact == NULL || number == 0)
    return;

  if (pages == NULL)
    {
      pages = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->uses, fact, pages);
    }
  for (guint i = 0; i < pages->len; i++)
    if (g_array_index (pages, guint, i) == number)
      return;

  g_array_append_val (pages, number);
  tambour_document_add_figure (self->document, number - 1, tambour_pages_anchor (self, fact), _(fact->name));
}

/**
 * tambour_pages_begin_figure:
 * @self: pages
 * @canvas: the page
 * @chapter: what it is
 * @fact: the figure
 *
 * Notes a figure as tambour_pages_use() does, and begins a group that leads
 * to its definition; tambour_canvas_end() ends it.
 */
void
tambour_pages_begin_figure (TambourPages   *self,
                            TambourCanvas  *canvas,
                            TambourChapter  chapter,
                            TambourFact    *fact)
{
  tambour_pages_use (self, chapter, fact);
  tambour_canvas_begin_named (canvas, TAMBOUR_TAG_LINK, tambour_pages_anchor (self, fact));
}

/**
 * tambour_pages_use:
 * @self: pages
 * @chapter: the page that tells the figure
 * @fact: (nullable): the figure
 *
 * Notes it for the appendix, which defines every figure and names its pages.
 */
void
tambour_pages_use (TambourPages   *self,
                   TambourChapter  chapter,
                   TambourFact    *fact)
{
  tambour_pages_use_on (self, self->numbers[chapter], fact);
  if (self->numbers[chapter] > 0)
    tambour_pages_note (self, chapter, fact);
}

/**
 * tambour_pages_note:
 * @self: pages
 * @chapter: what tells the figure
 * @fact: (nullable): the figure
 *
 * Notes it as one of its chapter.
 */
void
tambour_pages_note (TambourPages   *self,
                    TambourChapter  chapter,
                    TambourFact    *fact)
{
  if (fact == NULL)
    return;

  if (self->told[chapter] == NULL)
    self->told[chapter] = g_hash_table_new (NULL, NULL);
  g_hash_table_add (self->told[chapter], fact);
}

/**
 * tambour_pages_refer:
 * @self: pages
 * @text: a sentence
 * @chapter: where it is told in full
 *
 * Adds “p. 4” to @text, in grey, as a link; nothing if the page is not in the deck.
 */
void
tambour_pages_refer (TambourPages   *self,
                     TambourRich    *text,
                     TambourChapter  chapter)
{
  g_autofree char *number = g_strdup_printf ("%u", self->numbers[chapter]);
  g_autofree char *filled = NULL;
  g_autofree char *reference = NULL;

  if (self->numbers[chapter] == 0)
    return;

  /* Translators: short for page, with its number. */
  filled = tambour_wording_fill (_("p. {0}"), number, NULL);
  reference = tambour_wording_unbroken (filled);
  /* A reference alone on a line would look like one more point. */
  tambour_rich_add (text, "\302\240");
  tambour_rich_add_page (text, reference, self->numbers[chapter]);
}
