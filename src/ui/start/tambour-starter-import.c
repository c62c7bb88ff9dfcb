/* tambour-starter-import.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-account.h"
#include "tambour-import-dialog.h"
#include "tambour-imports.h"
#include "tambour-starter-private.h"
#include "tambour-work-dialog.h"

/* Accounts out of a spreadsheet. */

typedef struct
{
  TambourPortfolio *portfolio;
  char             *path;
  char             *author;
  TambourImported   imported;
} Job;

static void
job_free (Job *job)
{
  g_clear_object (&job->portfolio);
  g_clear_pointer (&job->path, g_free);
  g_clear_pointer (&job->author, g_free);
  tambour_imported_clear (&job->imported);
  g_free (job);
}

static gboolean
import (gpointer              data,
        TambourProgressFunc   progress,
        gpointer              progress_data,
        GCancellable         *cancellable,
        GError              **error)
{
  Job *job = data;
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_ACCOUNT);
  const TambourImportOrder order = {
    .klass = klass,
    .path = job->path,
    .author = job->author,
    .reject = tambour_imported_reject,
    .reject_data = &job->imported,
    .change = &job->imported.change,
  };

  return tambour_imports_run (tambour_portfolio_get_store (job->portfolio), &order, &job->imported.counts,
                              progress, progress_data, cancellable, error);
}

/* “Name, Short code, Industry” */
static char *
dup_columns (void)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_ACCOUNT);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) labels = NULL;

  for (guint i = klass->n_common; i < klass->n_fields; i++)
    g_strv_builder_add (builder, klass->fields[i].label);
  labels = g_strv_builder_end (builder);

  return g_strjoinv (", ", labels);
}

/* Columns that mean nothing to us are the commonest mistake, and easy to correct. */
static void
explain_columns (TambourStarter *self,
                 const GError   *error)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("The Columns Are Not Known"), NULL);
  g_autofree char *columns = dup_columns ();

  adw_alert_dialog_format_body (ADW_ALERT_DIALOG (dialog),
                                _("%s.\n\nThe first row of the file names its columns. They can be called: %s. Only the name is needed."),
                                error->message, columns);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self->window));
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(TambourStarter) self = user_data;
  const Job *job = tambour_work_get_data (result);
  g_autoptr(GError) error = NULL;
  gboolean finished = tambour_work_finish (result, &error);

  if (job->imported.change != 0)
    tambour_portfolio_add_step (job->portfolio, job->imported.change, _("Import accounts"));

  if (self->window == NULL)
    return;

  if (g_error_matches (error, TAMBOUR_IMPORT_ERROR, TAMBOUR_IMPORT_ERROR_COLUMN))
    explain_columns (self, error);
  else if (!finished && job->imported.counts.read == 0)
    tambour_starter_fail (self, error);
  else
    adw_dialog_present (tambour_import_dialog_new (&job->imported, error), GTK_WIDGET (self->window));
}

/**
 * tambour_starter_import:
 * @self: a starter whose window shows a portfolio
 * @path: a spreadsheet
 *
 * Imports its rows as accounts, and shows what became of them.
 */
void
tambour_starter_import (TambourStarter *self,
                        const char     *path)
{
  Job *job;

  if (self->held == NULL || tambour_portfolio_is_read_only (self->held))
    return;

  job = g_new0 (Job, 1);
  job->portfolio = g_object_ref (self->held);
  job->path = g_strdup (path);
  job->author = g_strdup (tambour_portfolio_get_author (self->held));
  tambour_imported_init (&job->imported);
  tambour_work_run_async (GTK_WIDGET (self->window), _("Importing Accounts"),
                          import, job, (GDestroyNotify) job_free, imported_cb, g_object_ref (self));
}
