/* tambour-review.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-document.h"
#include "tambour-facts.h"

G_BEGIN_DECLS

#define TAMBOUR_REVIEW_ERROR (tambour_review_error_quark ())
GQuark tambour_review_error_quark (void);

/**
 * TambourReviewError:
 * @TAMBOUR_REVIEW_ERROR_COLOUR: the brand colour is not a colour
 */
typedef enum
{
  TAMBOUR_REVIEW_ERROR_COLOUR,
} TambourReviewError;

/**
 * TambourReviewFormat:
 * @TAMBOUR_REVIEW_FORMAT_PDF: the deck
 * @TAMBOUR_REVIEW_FORMAT_HTML: the deck as a web page
 * @TAMBOUR_REVIEW_FORMAT_JSON: the evidence: every figure with its formula and records
 * @TAMBOUR_REVIEW_FORMAT_CSV: the same, a line for each figure and each record
 * @TAMBOUR_REVIEW_FORMAT_XLSX: a workbook: figures that can be computed with, and the records
 *
 * What a review is written as. What each is called and who writes it is a line of the
 * table in tambour-review.c.
 */
typedef enum
{
  TAMBOUR_REVIEW_FORMAT_PDF,
  TAMBOUR_REVIEW_FORMAT_HTML,
  TAMBOUR_REVIEW_FORMAT_JSON,
  TAMBOUR_REVIEW_FORMAT_CSV,
  TAMBOUR_REVIEW_FORMAT_XLSX,
} TambourReviewFormat;

/**
 * TambourReviewSettings:
 * @language: (nullable): such as `de`; %NULL for the account's, else English
 * @brand_colour: (nullable): such as `#17508f`; %NULL for the account's, else the house's
 * @product: (nullable): whose review it is, at the head of the cover; %NULL for the product
 *   that the cases are about
 *
 * What a review depends on besides its facts. All zero is a good start.
 */
typedef struct
{
  const char *language;
  const char *brand_colour;
  const char *product;
} TambourReviewSettings;

TambourDocument *tambour_review_layout               (TambourFacts                 *facts,
                                                      const TambourReviewSettings  *settings,
                                                      GError                      **error);
gboolean         tambour_review_write                (TambourFacts                 *facts,
                                                      const TambourReviewSettings  *settings,
                                                      TambourReviewFormat           format,
                                                      const char                   *path,
                                                      GError                      **error);

gboolean         tambour_review_format_find          (const char                   *name,
                                                      TambourReviewFormat          *format);
const char      *tambour_review_format_get_extension (TambourReviewFormat           format);
char            *tambour_review_format_dup_names     (const char                   *between);

G_END_DECLS
