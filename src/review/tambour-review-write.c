/* tambour-review-write.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-review.h"

#include "tambour-evidence-csv.h"
#include "tambour-evidence.h"
#include "tambour-fact-text.h"
#include "tambour-pdf.h"
#include "tambour-pptx.h"
#include "tambour-web.h"
#include "tambour-workbook-review.h"

static gboolean
write_pdf (TambourFacts                 *facts,
           const TambourReviewSettings  *settings,
           const char                   *path,
           GError                      **error)
{
  g_autoptr(TambourDocument) document = tambour_review_layout (facts, settings, error);

  return document && tambour_pdf_write (document, path, error);
}

/* On a company's own master the pages take its colour too, unless they are told another. */
static gboolean
write_presentation (TambourFacts                 *facts,
                    const TambourReviewSettings  *settings,
                    const char                   *path,
                    GError                      **error)
{
  gboolean has_master = settings->master && *settings->master;
  g_autoptr(TambourPptxMaster) master = has_master ? tambour_pptx_master_new (settings->master, error) : NULL;
  TambourReviewSettings branded = *settings;
  g_autofree char *accent = NULL;
  g_autoptr(TambourDocument) document = NULL;

  if (has_master && master == NULL)
    return FALSE;

  if (has_master && (settings->brand_colour == NULL || *settings->brand_colour == '\0'))
    branded.brand_colour = accent = g_strdup_printf ("#%06x", tambour_pptx_master_get_accent (master));

  document = tambour_review_layout (facts, &branded, error);

  return document && tambour_pptx_write (document, master, path, error);
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

  if (!tambour_review_guard (facts, settings, NULL, NULL, error))
    return FALSE;

  tambour_review_use_language (facts, settings);
  text = tambour_evidence_new (facts, tambour_fact_text, NULL);

  return g_file_set_contents (path, text, -1, error);
}

static gboolean
write_table (TambourFacts                 *facts,
             const TambourReviewSettings  *settings,
             const char                   *path,
             GError                      **error)
{
  g_autoptr(TambourShown) shown = tambour_shown_new ();
  g_autofree char *text = NULL;

  tambour_review_use_language (facts, settings);
  text = tambour_evidence_csv_new (facts, tambour_fact_text, NULL);
  tambour_shown_add (shown, "csv", text);

  return tambour_review_guard (facts, settings, NULL, shown, error) &&
         g_file_set_contents (path, text, -1, error);
}

static gboolean
write_workbook (TambourFacts                 *facts,
                const TambourReviewSettings  *settings,
                const char                   *path,
                GError                      **error)
{
  tambour_review_use_language (facts, settings);

  return tambour_workbook_write_review (facts, settings, path, error);
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
  [TAMBOUR_REVIEW_FORMAT_PPTX] = { "pptx", "pptx", write_presentation },
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
 * Writes a review. The same facts and settings give the same bytes. Nothing is written if the
 * guard of the settings says no.
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
