/* tambour-review.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-review.h"

#include "tambour-evidence-csv.h"
#include "tambour-evidence.h"
#include "tambour-fact-text.h"
#include "tambour-pages.h"
#include "tambour-pdf.h"
#include "tambour-web.h"
#include "tambour-workbook-review.h"

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
describe (TambourDocument *document,
          TambourFacts    *facts)
{
  const char *name = facts->account->name ? facts->account->name : "";
  TambourDate last = { facts->period.to.julian - 1 };
  g_autofree char *title = tambour_wording_fill (_("{0}: executive business review"), name, NULL);
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

/**
 * tambour_review_layout:
 * @facts: what it tells
 * @settings: how it is told
 * @error: return location
 *
 * Lays out the deck: the same facts and settings give the same marks. Text is
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
  g_autoptr(TambourDocument) document = NULL;
  g_autoptr(TambourPages) pages = NULL;
  TambourTheme theme;

  g_return_val_if_fail (facts != NULL && settings != NULL, NULL);

  if (fonts == NULL || !choose_theme (facts, settings, &theme, error))
    return NULL;

  use_language (facts, settings);
  document = tambour_document_new (fonts, &theme, TAMBOUR_PAPER_DECK, tambour_wording_is_rtl ());
  describe (document, facts);
  pages = tambour_pages_new (facts, choose (settings->product, facts->product), document);
  tambour_pages_compose (pages);

  return g_steal_pointer (&document);
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
write_web (TambourFacts                 *facts,
           const TambourReviewSettings  *settings,
           const char                   *path,
           GError                      **error)
{
  g_autoptr(TambourDocument) document = tambour_review_layout (facts, settings, error);

  return document && tambour_web_write (document, path, error);
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

static gboolean
write_table (TambourFacts                 *facts,
             const TambourReviewSettings  *settings,
             const char                   *path,
             GError                      **error)
{
  g_autofree char *text = NULL;

  use_language (facts, settings);
  text = tambour_evidence_csv_new (facts, tambour_fact_text, NULL);

  return g_file_set_contents (path, text, -1, error);
}

static gboolean
write_workbook (TambourFacts                 *facts,
                const TambourReviewSettings  *settings,
                const char                   *path,
                GError                      **error)
{
  use_language (facts, settings);

  return tambour_workbook_write_review (facts, path, error);
}

typedef gboolean (*WriteFunc) (TambourFacts                 *facts,
                               const TambourReviewSettings  *settings,
                               const char                   *path,
                               GError                      **error);

/* By TambourReviewFormat: a new one is a value there and a line here. */
static const struct
{
  const char *name;
  const char *extension;
  WriteFunc   write;
} FORMATS[] = {
  [TAMBOUR_REVIEW_FORMAT_PDF] = { "pdf", "pdf", write_pdf },
  [TAMBOUR_REVIEW_FORMAT_HTML] = { "html", "html", write_web },
  [TAMBOUR_REVIEW_FORMAT_JSON] = { "json", "json", write_evidence },
  [TAMBOUR_REVIEW_FORMAT_CSV] = { "csv", "csv", write_table },
  [TAMBOUR_REVIEW_FORMAT_XLSX] = { "xlsx", "xlsx", write_workbook },
};

/**
 * tambour_review_format_find:
 * @name: what a person calls it, such as `pdf`
 * @format: (out): the format
 *
 * Returns: %FALSE if there is no such format
 */
gboolean
tambour_review_format_find (const char          *name,
                            TambourReviewFormat *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (FORMATS); i++)
    if (g_str_equal (FORMATS[i].name, name))
      {
        *format = (TambourReviewFormat) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * tambour_review_format_get_extension:
 * @format: a format
 *
 * Returns: what the names of its files end in, without the dot
 */
const char *
tambour_review_format_get_extension (TambourReviewFormat format)
{
  return FORMATS[format].extension;
}

/**
 * tambour_review_format_dup_names:
 * @between: what stands between two of them
 *
 * Returns: (transfer full): the names of all formats
 */
char *
tambour_review_format_dup_names (const char *between)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) names = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (FORMATS); i++)
    g_strv_builder_add (builder, FORMATS[i].name);
  names = g_strv_builder_end (builder);

  return g_strjoinv (between, names);
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
  g_return_val_if_fail ((guint) format < G_N_ELEMENTS (FORMATS), FALSE);

  return FORMATS[format].write (facts, settings, path, error);
}
