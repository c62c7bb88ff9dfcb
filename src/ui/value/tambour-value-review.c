/* tambour-value-review.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-feedback.h"
#include "tambour-reviews.h"
#include "tambour-saved-file.h"
#include "tambour-value-section-private.h"

/* What is written, on its way to a thread. */
typedef struct
{
  TambourAccount      *account;
  TambourReviewsOrder  order;
  GFile               *file;
} Writing;

static void
writing_free (Writing *writing)
{
  g_clear_object (&writing->account);
  g_clear_object (&writing->file);
  g_free (writing);
}

static gpointer
write_review (TambourStore    *store,
              const char      *me,
              TambourInstant   now,
              gpointer         data,
              GCancellable    *cancellable,
              GError         **error)
{
  Writing *writing = data;
  g_autofree char *path = tambour_saved_file_dup_path (writing->file, error);

  return path != NULL && tambour_reviews_write_one (store, writing->account, &writing->order, path, cancellable, error)
           ? g_object_ref (writing->file)
           : NULL;
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(TambourValueSection) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.make", TRUE);
  if (file != NULL)
    tambour_saved_file_say (GTK_WIDGET (self), file);
  else
    tambour_feedback_fail (GTK_WIDGET (self), error);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourValueSection) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    tambour_value_section_save_review (self, file);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    tambour_feedback_fail (GTK_WIDGET (self), error);
}

/**
 * tambour_value_section_save_review:
 * @self: a section that has read its ledger
 * @file: where
 *
 * Writes the review of the agreement year, as it is known now, and says so.
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
  if (self->making == NULL)
    self->making = g_cancellable_new ();

  writing = g_new0 (Writing, 1);
  writing->account = g_object_ref (self->ledger->account);
  writing->file = g_object_ref (file);
  writing->order.from = self->ledger->from;
  writing->order.to = self->ledger->to;
  writing->order.as_of = self->ledger->at;
  writing->order.format = TAMBOUR_REVIEW_FORMAT_PDF;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.make", FALSE);
  tambour_portfolio_load_async (portfolio, write_review, writing, (GDestroyNotify) writing_free, g_object_unref, self->making, written_cb,
                                g_object_ref (self));
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
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = NULL;

  if (self->ledger == NULL)
    return;
  if (self->making == NULL)
    self->making = g_cancellable_new ();

  /* Translators: the name of a file; %s is an account */
  name = g_strdup_printf (_("Business review %s.pdf"), self->ledger->account->name ? self->ledger->account->name : "");
  g_strdelimit (name, "/\\", '-');
  gtk_file_dialog_set_title (dialog, _("Make Review"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->making, chosen_cb, g_object_ref (self));
}
