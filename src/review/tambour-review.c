/* tambour-review.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-review.h"

#include <string.h>

#include "tambour-annual.h"
#include "tambour-evidence.h"
#include "tambour-fact-text.h"
#include "tambour-pages.h"
#include "tambour-pdf.h"

#include "tambour-wording.h"

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

/* English sentences among another language's dates and directions would help nobody: a language
 * that the program does not speak is English as a whole.
 */
static void
use_language (TambourFacts                *facts,
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

/* A language without a territory says nothing about paper; then that of the account may. */
static TambourPaper
choose_paper (TambourFacts                *facts,
              const TambourReviewSettings *settings)
{
  const char *territory = find_territory (settings->language);

  if (settings->layout == TAMBOUR_REVIEW_LAYOUT_DECK)
    return TAMBOUR_PAPER_DECK;

  switch (settings->paper)
    {
    case TAMBOUR_REVIEW_PAPER_A4:
      return TAMBOUR_PAPER_A4;
    case TAMBOUR_REVIEW_PAPER_LETTER:
      return TAMBOUR_PAPER_LETTER;
    case TAMBOUR_REVIEW_PAPER_USUAL:
      break;
    }

  if (territory == NULL)
    territory = find_territory (facts->account->report_lang);

  return territory && uses_letter (territory) ? TAMBOUR_PAPER_LETTER : TAMBOUR_PAPER_A4;
}

static TambourDocument *
new_document (TambourFacts                *facts,
              const TambourReviewSettings *settings,
              TambourFonts                *fonts,
              const TambourTheme          *theme)
{
  TambourDocument *document = tambour_document_new (fonts, theme, choose_paper (facts, settings), tambour_wording_is_rtl ());

  describe (document, facts, settings->layout);

  return document;
}

static TambourDocument *
lay_out_deck (TambourFacts                *facts,
              const TambourReviewSettings *settings,
              TambourFonts                *fonts,
              const TambourTheme          *theme)
{
  TambourDocument *document = new_document (facts, settings, fonts, theme);
  g_autoptr(TambourPages) pages = tambour_pages_new (facts, choose (settings->product, facts->product), document);

  tambour_pages_compose (pages);

  return document;
}

/* Twice: only then is known on which page each part begins. */
static TambourDocument *
lay_out_report (TambourFacts                *facts,
                const TambourReviewSettings *settings,
                TambourFonts                *fonts,
                const TambourTheme          *theme)
{
  const char *product = choose (settings->product, facts->product);
  g_autoptr(TambourDocument) draft = new_document (facts, settings, fonts, theme);
  g_autoptr(TambourAnnual) before = tambour_annual_new (facts, product, draft, NULL);
  TambourDocument *document = new_document (facts, settings, fonts, theme);
  g_autoptr(TambourAnnual) annual = NULL;

  tambour_annual_compose (before);
  annual = tambour_annual_new (facts, product, document, before);
  tambour_annual_compose (annual);

  return document;
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
 * Returns: (transfer full): the pages, or %NULL
 */
TambourDocument *
tambour_review_layout (TambourFacts                 *facts,
                       const TambourReviewSettings  *settings,
                       GError                      **error)
{
  TambourFonts *fonts = tambour_fonts_get_default (error);
  TambourTheme theme;

  g_return_val_if_fail (facts != NULL && settings != NULL, NULL);

  if (fonts == NULL || !choose_theme (facts, settings, &theme, error))
    return NULL;

  use_language (facts, settings);

  switch (settings->layout)
    {
    case TAMBOUR_REVIEW_LAYOUT_DECK:
      return lay_out_deck (facts, settings, fonts, &theme);
    case TAMBOUR_REVIEW_LAYOUT_REPORT:
      return lay_out_report (facts, settings, fonts, &theme);
    }

  g_assert_not_reached ();
}

static gboolean
write_pdf (TambourFacts                 *facts,
           const TambourReviewSettings  *settings,
           const char                   *path,
           GError                      **error)
{
  g_autoptr(TambourDocument) document = tambour_review_layout (facts, settings, error);

  return document && tambour_pdf_write (document, path, error);
}

static gboolean
write_evidence (TambourFacts                 *facts,
                const TambourReviewSettings  *settings,
                const char                   *path,
                GError                      **error)
{
  g_autofree char *text = NULL;

  use_language (facts, settings);
  text = tambour_evidence_new (facts, tambour_fact_text, NULL);

  return g_file_set_contents (path, text, -1, error);
}

/**
 * tambour_review_write:
 * @facts: what it tells
 * @settings: how it is told
 * @format: which output
 * @path: the file, replaced as a whole
 * @error: return location
 *
 * Writes a review. The same facts and settings give the same bytes.
 *
 * Returns: %FALSE if a setting is wrong or the file cannot be written
 */
gboolean
tambour_review_write (TambourFacts                 *facts,
                      const TambourReviewSettings  *settings,
                      TambourReviewFormat           format,
                      const char                   *path,
                      GError                      **error)
{
  switch (format)
    {
    case TAMBOUR_REVIEW_FORMAT_PDF:
      return write_pdf (facts, settings, path, error);
    case TAMBOUR_REVIEW_FORMAT_JSON:
      return write_evidence (facts, settings, path, error);
    }

  g_assert_not_reached ();
}
