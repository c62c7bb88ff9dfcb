/* tambour-review.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-review-private.h"

#include <string.h>

#include "tambour-pages-words.h"

#include "tambour-wording.h"

/* A report is laid out until its parts begin on the pages that it names. */
#define MOST_TIMES 4

G_DEFINE_QUARK (tambour-review-error-quark, tambour_review_error)

static const char *
choose (const char *setting,
        const char *record)
{
  if (setting && *setting)
    return setting;

  return record && *record ? record : NULL;
}

/* A colour in the settings must be one; one in a record that is not falls back to the house's. */
static gboolean
choose_theme (TambourFacts                 *facts,
              const TambourReviewSettings  *settings,
              TambourTheme                 *theme,
              GError                      **error)
{
  TambourColour colour = TAMBOUR_HOUSE_COLOUR;

  if (settings->brand_colour && *settings->brand_colour)
    {
      if (!tambour_colour_parse (settings->brand_colour, &colour))
        {
          g_set_error (error, TAMBOUR_REVIEW_ERROR, TAMBOUR_REVIEW_ERROR_COLOUR, "“%s” is not a colour such as #17508f",
                       settings->brand_colour);
          return FALSE;
        }
    }
  else if (facts->account->brand_colour)
    {
      if (!tambour_colour_parse (facts->account->brand_colour, &colour))
        colour = TAMBOUR_HOUSE_COLOUR;
    }

  tambour_theme_init (theme, colour);

  return TRUE;
}

static void
describe (TambourDocument     *document,
          TambourFacts        *facts,
          TambourReviewLayout  layout)
{
  const char *name = facts->account->name ? facts->account->name : "";
  TambourDate last = { facts->period.to.julian - 1 };
  g_autofree char *title = tambour_wording_fill (layout == TAMBOUR_REVIEW_LAYOUT_REPORT ? _("{0}: annual value report")
                                                                                        : _("{0}: executive business review"),
                                                 name, NULL);
  g_autofree char *dates = tambour_wording_dates (facts->period.from, last);

  tambour_document_set_title (document, title);
  tambour_document_set_subject (document, dates);
  tambour_document_set_language (document, tambour_wording_get_language ());
  tambour_document_set_created (document, facts->as_of.seconds);
  if (facts->tam && facts->tam->name)
    tambour_document_set_author (document, facts->tam->name);
}

/**
 * tambour_review_use_language:
 * @facts: what is told
 * @settings: how it is told
 *
 * The thread writes in the language of the review from then on. English sentences among another
 * language's dates and directions would help nobody: a language that the program does not speak
 * is English as a whole.
 */
void
tambour_review_use_language (TambourFacts                *facts,
                             const TambourReviewSettings *settings)
{
  const char *language = choose (settings->language, facts->account->report_lang);

  tambour_wording_set_language (tambour_wording_is_translated (language) ? language : NULL);
}

/* The territory of a language tag: “US” of “en-US” and of “zh-Hant-TW” the last two letters. */
static const char *
find_territory (const char *language)
{
  const char *part = language ? strpbrk (language, "-_") : NULL;

  while (part && strcspn (part + 1, "-_.@") != 2)
    part = strpbrk (part + 1, "-_");

  return part ? part + 1 : NULL;
}

/* Where US Letter is usual, by Unicode's CLDR; everywhere else it is A4. */
static gboolean
uses_letter (const char *territory)
{
  static const char * const LETTER[] = {
    "BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE",
  };

  for (guint i = 0; i < G_N_ELEMENTS (LETTER); i++)
    if (g_ascii_strncasecmp (LETTER[i], territory, 2) == 0)
      return TRUE;

  return FALSE;
}

/**
 * tambour_review_find_paper:
 * @paper: what is wanted
 * @language: (nullable): of the document
 * @other: (nullable): of whom it is for; a language without a territory says nothing about paper
 *
 * Returns: that paper, or what is usual where the language is spoken
 */
TambourPaper
tambour_review_find_paper (TambourReviewPaper  paper,
                           const char         *language,
                           const char         *other)
{
  const char *territory = find_territory (language);

  switch (paper)
    {
    case TAMBOUR_REVIEW_PAPER_A4:
      return TAMBOUR_PAPER_A4;
    case TAMBOUR_REVIEW_PAPER_LETTER:
      return TAMBOUR_PAPER_LETTER;
    case TAMBOUR_REVIEW_PAPER_USUAL:
      break;
    }

  if (territory == NULL)
    territory = find_territory (other);

  return territory && uses_letter (territory) ? TAMBOUR_PAPER_LETTER : TAMBOUR_PAPER_A4;
}

/* What is asked for now, else what was composed. */
static TambourPaper
choose_paper (TambourFacts                *facts,
              const TambourReviewSettings *settings)
{
  TambourReviewPaper paper = settings->paper;

  if (settings->layout == TAMBOUR_REVIEW_LAYOUT_DECK)
    return TAMBOUR_PAPER_DECK;

  if (paper == TAMBOUR_REVIEW_PAPER_USUAL && settings->outline != NULL)
    paper = settings->outline->paper;

  return tambour_review_find_paper (paper, settings->language, facts->account->report_lang);
}

static TambourDocument *
new_document (TambourFacts                *facts,
              const TambourReviewSettings *settings,
              TambourFonts                *fonts,
              const TambourTheme          *theme)
{
  TambourDocument *document = tambour_document_new (fonts, theme, choose_paper (facts, settings), tambour_wording_is_rtl ());

  describe (document, facts, settings->layout);
  tambour_document_set_watch (document, settings->watch, settings->watch_data);

  return document;
}

static TambourPages *
compose (TambourFacts                *facts,
         const TambourReviewSettings *settings,
         TambourPages                *before,
         TambourDocument             *document)
{
  TambourPages *pages = tambour_pages_new (facts, choose (settings->product, facts->product), document);

  tambour_pages_set_outline (pages, settings->outline, before);
  tambour_pages_compose (pages);

  return pages;
}

/* Twice: only then is known how long each part is, and so where it begins; once more if one was split and
 * ended elsewhere than it was thought to. */
static void
lay_out_report (TambourReviewComposed       *self,
                TambourFacts                *facts,
                const TambourReviewSettings *settings,
                TambourFonts                *fonts,
                const TambourTheme          *theme)
{
  const char *product = choose (settings->product, facts->product);

  for (guint i = 0; i < MOST_TIMES && (self->annual == NULL || !tambour_annual_is_settled (self->annual)); i++)
    {
      g_autoptr(TambourDocument) draft = g_steal_pointer (&self->document);
      g_autoptr(TambourAnnual) before = g_steal_pointer (&self->annual);

      self->document = new_document (facts, settings, fonts, theme);
      self->annual = tambour_annual_new (facts, product, self->document, settings->outline, before);
      tambour_annual_compose (self->annual);
    }
}

/* Twice if narratives have pages of their own: only then is known on which page each chapter begins. */
static void
lay_out_deck (TambourReviewComposed       *self,
              TambourFacts                *facts,
              const TambourReviewSettings *settings,
              TambourFonts                *fonts,
              const TambourTheme          *theme)
{
  g_autoptr(TambourPages) before = NULL;

  self->document = new_document (facts, settings, fonts, theme);
  self->pages = compose (facts, settings, NULL, self->document);
  if (!tambour_pages_has_words (self->pages))
    return;

  before = g_steal_pointer (&self->pages);
  g_clear_pointer (&self->document, tambour_document_free);
  self->document = new_document (facts, settings, fonts, theme);
  self->pages = compose (facts, settings, before, self->document);
}

/**
 * tambour_review_compose:
 * @facts: what it tells
 * @settings: how it is told
 * @self: (inout): what it is composed from, empty before
 * @error: return location
 *
 * Lays out the deck or the report. Nobody is asked whether it may leave.
 *
 * Returns: %FALSE if a setting is wrong
 */
gboolean
tambour_review_compose (TambourFacts                 *facts,
                        const TambourReviewSettings  *settings,
                        TambourReviewComposed        *self,
                        GError                      **error)
{
  TambourFonts *fonts = tambour_fonts_get_default (error);
  TambourTheme theme;

  if (fonts == NULL || !choose_theme (facts, settings, &theme, error))
    return FALSE;

  tambour_review_use_language (facts, settings);
  switch (settings->layout)
    {
    case TAMBOUR_REVIEW_LAYOUT_DECK:
      lay_out_deck (self, facts, settings, fonts, &theme);
      break;
    case TAMBOUR_REVIEW_LAYOUT_REPORT:
      lay_out_report (self, facts, settings, fonts, &theme);
      break;
    }

  return TRUE;
}

/**
 * tambour_review_composed_clear:
 * @self: what a review is composed from
 */
void
tambour_review_composed_clear (TambourReviewComposed *self)
{
  g_clear_pointer (&self->pages, tambour_pages_free);
  g_clear_pointer (&self->annual, tambour_annual_free);
  g_clear_pointer (&self->document, tambour_document_free);
}

/**
 * tambour_review_guard:
 * @facts: what is told
 * @settings: how it is told
 * @document: (nullable): the pages, if there are any
 * @shown: (nullable): what a format shows beside them
 * @error: return location for what the guard says
 *
 * Asks the guard of the settings whether all of it may leave. Every writer asks before it
 * writes.
 *
 * Returns: %FALSE if not
 */
gboolean
tambour_review_guard (TambourFacts                 *facts,
                      const TambourReviewSettings  *settings,
                      TambourDocument              *document,
                      TambourShown                 *shown,
                      GError                      **error)
{
  g_autoptr(TambourShown) own = NULL;

  if (settings->guard == NULL)
    return TRUE;
  if (shown == NULL)
    shown = own = tambour_shown_new ();

  tambour_shown_add_facts (shown, facts);
  if (document != NULL)
    tambour_shown_add_document (shown, document);

  return settings->guard (shown, settings->guard_data, error);
}

/**
 * tambour_review_layout:
 * @facts: what it tells
 * @settings: how it is told
 * @error: return location
 *
 * Lays out the deck or the report: the same facts and settings give the same marks. Text is
 * shaped with fonts that belong to this thread, so the document does too; the
 * thread writes in the language of the review from then on.
 *
 * Returns: (transfer full): the pages, or %NULL; also if the guard of the settings says no
 */
TambourDocument *
tambour_review_layout (TambourFacts                 *facts,
                       const TambourReviewSettings  *settings,
                       GError                      **error)
{
  g_auto(TambourReviewComposed) composed = { NULL };

  g_return_val_if_fail (facts != NULL && settings != NULL, NULL);

  if (!tambour_review_compose (facts, settings, &composed, error) ||
      !tambour_review_guard (facts, settings, composed.document, NULL, error))
    return NULL;

  return g_steal_pointer (&composed.document);
}
