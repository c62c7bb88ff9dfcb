/* tambour-record-dialog-check.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-checks.h"
#include "tambour-record-dialog-private.h"

/* What the desk finds wrong with what is typed, while it is typed. */

typedef struct
{
  char *field;
  char *problem;
} Checked;

static void
checked_free (Checked *checked)
{
  g_clear_pointer (&checked->field, g_free);
  g_clear_pointer (&checked->problem, g_free);
  g_free (checked);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Checked, checked_free)

static gpointer
load_checked (TambourStore    *store,
              const char      *me,
              TambourInstant   now,
              gpointer         data,
              GCancellable    *cancellable,
              GError         **error)
{
  g_autoptr(GError) refusal = NULL;
  const char *field = NULL;
  Checked *checked = g_new0 (Checked, 1);

  if (!tambour_checks_run_field (store, data, &field, &refusal) &&
      g_error_matches (refusal, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED))
    {
      checked->field = g_strdup (field);
      checked->problem = g_strdup (refusal->message);
    }

  return checked;
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(TambourRecordDialog) self = user_data;
  g_autoptr(Checked) checked = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, NULL);

  if (checked == NULL || self->form == NULL || self->is_done)
    return;

  if (!g_set_str (&self->check_problem, checked->problem) && g_strcmp0 (self->check_field, checked->field) == 0)
    return;

  g_set_str (&self->check_field, checked->field);
  tambour_record_dialog_update (self);
}

/**
 * tambour_record_dialog_check:
 * @self: a dialog that shows a record
 * @record: the record as it is typed, which nobody changes from now on
 *
 * Has the desk look at it, off the main loop; the last that is typed counts.
 */
void
tambour_record_dialog_check (TambourRecordDialog *self,
                             TambourRecord       *record)
{
  g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
  self->checking = g_cancellable_new ();
  tambour_portfolio_load_async (self->portfolio, load_checked, g_object_ref (record), g_object_unref,
                                (GDestroyNotify) checked_free, self->checking, checked_cb, g_object_ref (self));
}
