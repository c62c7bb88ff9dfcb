/* tambour-value-review.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-reviews.h"
#include "tambour-saved-file.h"
#include "tambour-value-section-private.h"

/* What is written, on its way to a thread. */
typedef struct
{
  TambourAccount      *account;
  TambourReviewsOrder  order;
} Writing;

static void
writing_free (Writing *writing)
{
  g_clear_object (&writing->account);
  g_free (writing);
}

static gboolean
write_review (TambourStore    *store,
              const char      *path,
              TambourInstant   now,
              gpointer         data,
              GError         **error)
{
  const Writing *writing = data;

  return tambour_reviews_write_one (store, writing->account, &writing->order, path, NULL, error);
}

/**
 * tambour_value_section_save_review:
 * @self: a section that has read its ledger
 * @file: where
 *
 * Writes the review of the agreement year, as it is known now.
 */
void
tambour_value_section_save_review (TambourValueSection *self,
                                   GFile               *file)
{
  TambourPortfolio *portfolio = tambour_section_get_portfolio (TAMBOUR_SECTION (self));
  Writing *writing = NULL;

  g_return_if_fail (TAMBOUR_IS_VALUE_SECTION (self));

  if (self->ledger == NULL || portfolio == NULL)
    return;

  writing = g_new0 (Writing, 1);
  writing->account = g_object_ref (self->ledger->account);
  writing->order.from = self->ledger->from;
  writing->order.to = self->ledger->to;
  writing->order.as_of = self->ledger->at;
  writing->order.format = TAMBOUR_REVIEW_FORMAT_PDF;
  tambour_saved_file_write (GTK_WIDGET (self), portfolio, file, "review.make", write_review, writing, (GDestroyNotify) writing_free);
}

static void
save (GtkWidget *widget,
      GFile     *file)
{
  tambour_value_section_save_review (TAMBOUR_VALUE_SECTION (widget), file);
}

/**
 * tambour_value_section_make_review:
 * @self: a section that has read its ledger
 *
 * Asks where the review of the agreement year goes, and writes it.
 */
void
tambour_value_section_make_review (TambourValueSection *self)
{
  g_autofree char *name = NULL;

  if (self->ledger == NULL)
    return;

  /* Translators: the name of a file; %s is an account */
  name = g_strdup_printf (_("Business review %s.pdf"), self->ledger->account->name ? self->ledger->account->name : "");
  tambour_saved_file_ask (GTK_WIDGET (self), _("Make Review"), name, save);
}
