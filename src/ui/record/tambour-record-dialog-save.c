/* tambour-record-dialog-save.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-announce.h"
#include "tambour-feedback.h"
#include "tambour-fill.h"
#include "tambour-linking.h"
#include "tambour-note.h"
#include "tambour-record-dialog-private.h"
#include "tambour-record-words.h"

static char *
dup_short (TambourRecordDialog *self,
           TambourRecord       *record)
{
  return tambour_record_words_short (record, tambour_form_get_others (self->form), tambour_portfolio_now (self->portfolio));
}

/* Nothing is left to keep: the dialog goes. */
static void
finish (TambourRecordDialog *self,
        const char          *message)
{
  self->is_done = TRUE;
  tambour_draft_keeper_discard (tambour_draft_keeper_get (self->portfolio), self->draft_key);
  adw_dialog_force_close (ADW_DIALOG (self));
  if (message != NULL && self->parent != NULL)
    tambour_feedback_offer_undo (self->parent, message);
}

static void
show_refusal (TambourRecordDialog *self,
              const GError        *error)
{
  g_autofree char *reason = tambour_feedback_dup_reason (error);

  adw_banner_set_title (self->refusal_banner, reason);
  adw_banner_set_revealed (self->refusal_banner, TRUE);
  tambour_announce (GTK_WIDGET (self), reason, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

/* A commit on its way, and what is said when it has arrived. */
typedef struct
{
  TambourRecordDialog *dialog;
  char                *message;
} Saving;

static void
saving_free (Saving *saving)
{
  g_clear_object (&saving->dialog);
  g_clear_pointer (&saving->message, g_free);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

/* @refusal: (nullable): why nothing is saved */
static void
conclude (Saving       *saving,
          const GError *refusal)
{
  TambourRecordDialog *self = saving->dialog;

  self->is_saving = FALSE;
  if (self->form == NULL)
    return;

  if (refusal == NULL)
    {
      finish (self, saving->message);
      return;
    }

  show_refusal (self, refusal);
  tambour_record_dialog_update (self);
  tambour_record_dialog_follow (self);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Saving) saving = user_data;
  g_autoptr(GError) error = NULL;

  tambour_portfolio_commit_finish (TAMBOUR_PORTFOLIO (source), result, &error);
  conclude (saving, error);
}

static void
renamed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(Saving) saving = user_data;
  g_autoptr(GError) error = NULL;

  tambour_fill_finish (TAMBOUR_PORTFOLIO (source), result, &error);
  conclude (saving, error);
}

/* @message: (transfer full): what is said then */
static Saving *
begin (TambourRecordDialog *self,
       char                *message)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->dialog = g_object_ref (self);
  saving->message = message;
  self->is_saving = TRUE;
  tambour_record_dialog_update (self);

  return saving;
}

static void
commit (TambourRecordDialog *self,
        TambourChange       *change,
        char                *message)
{
  tambour_portfolio_commit_async (self->portfolio, change, NULL, saved_cb, begin (self, message));
}

/* A record that others have links to by what it is called. */
typedef struct
{
  TambourRecord *base;
  TambourRecord *record;
} Edit;

static void
edit_free (Edit *edit)
{
  g_clear_object (&edit->base);
  g_clear_object (&edit->record);
  g_free (edit);
}

static gboolean
fill_edit (TambourChange   *change,
           TambourStore    *store,
           TambourInstant   now,
           gpointer         data,
           GError         **error)
{
  Edit *edit = data;
  const char *title = TAMBOUR_FIELD_AT (TAMBOUR_RECORD_GET_CLASS (edit->record)->title, edit->record, char *);

  if (!tambour_linking_rename (store, edit->base, title, change, error))
    return FALSE;

  tambour_change_edit (change, edit->base, edit->record);

  return TRUE;
}

/* The links lead to it by its new title, and back when that is undone. */
static void
commit_edit (TambourRecordDialog *self,
             TambourChange       *change,
             TambourRecord       *record,
             char                *message)
{
  TambourRecord *base = tambour_form_get_base (self->form);
  Edit *edit;

  if (!tambour_note_find_group (self->klass, NULL))
    {
      tambour_change_edit (change, base, record);
      commit (self, change, message);
      return;
    }

  edit = g_new0 (Edit, 1);
  edit->base = g_object_ref (base);
  edit->record = g_object_ref (record);
  tambour_fill_async (self->portfolio, change, fill_edit, edit, (GDestroyNotify) edit_free, NULL, renamed_cb, begin (self, message));
}

static void
save_new (TambourRecordDialog *self,
          TambourRecord       *record)
{
  g_autofree char *title = dup_short (self, record);
  g_autofree char *label = g_strdup_printf (_("Add “%s”"), title);
  g_autoptr(TambourChange) change = tambour_portfolio_new_change (self->portfolio, label);

  tambour_change_put (change, record);
  commit (self, change, g_strdup_printf (_("“%s” added"), title));
}

static void
save_edit (TambourRecordDialog *self,
           TambourRecord       *record)
{
  g_autofree char *title = dup_short (self, record);
  g_autofree char *label = g_strdup_printf (_("Edit “%s”"), title);
  g_autoptr(TambourChange) change = tambour_portfolio_new_change (self->portfolio, label);

  commit_edit (self, change, record, g_strdup_printf (_("“%s” saved"), title));
}

/**
 * tambour_record_dialog_save:
 * @self: a dialog that shows a record
 *
 * Writes what is typed. What is refused stays, with the reason.
 */
void
tambour_record_dialog_save (TambourRecordDialog *self)
{
  g_autofree char *problem = NULL;
  g_autoptr(TambourRecord) record = NULL;

  if (self->is_saving || self->is_removed || self->check_problem != NULL)
    return;

  record = tambour_form_read (self->form, &problem);
  if (problem != NULL)
    {
      tambour_form_focus_problem (self->form);
      return;
    }

  adw_banner_set_revealed (self->refusal_banner, FALSE);
  if (self->id == NULL)
    save_new (self, record);
  else if (tambour_form_is_edited (self->form))
    save_edit (self, record);
  else
    finish (self, NULL);
}

/**
 * tambour_record_dialog_remove:
 * @self: a dialog that shows a record that is there
 *
 * Removes it; the toast brings it back.
 */
void
tambour_record_dialog_remove (TambourRecordDialog *self)
{
  g_autoptr(TambourRecord) record = NULL;
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;
  g_autoptr(TambourChange) change = NULL;

  if (self->is_saving || self->id == NULL)
    return;

  /* Whoever commits writes into the record; the form's own is read meanwhile. */
  record = tambour_record_dup (tambour_form_get_base (self->form));
  title = dup_short (self, record);
  label = g_strdup_printf (_("Remove “%s”"), title);
  change = tambour_portfolio_new_change (self->portfolio, label);
  tambour_change_remove (change, record);
  commit (self, change, g_strdup_printf (_("“%s” removed"), title));
}
