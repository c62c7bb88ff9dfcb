/* tambour-record-dialog-load.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-authors.h"
#include "tambour-feedback.h"
#include "tambour-kind-words.h"
#include "tambour-record-begin.h"
#include "tambour-record-dialog-private.h"
#include "tambour-record-view.h"
#include "tambour-record-words.h"

/* What is read for a dialog, and what was found. */
typedef struct
{
  TambourRecordClass *klass;
  char               *id;
  char               *copied_id;
  char               *account_id;
  char               *within;
  char               *draft_key;
  TambourDraft       *draft;
} Wanted;

static void
wanted_free (Wanted *wanted)
{
  g_clear_pointer (&wanted->id, g_free);
  g_clear_pointer (&wanted->copied_id, g_free);
  g_clear_pointer (&wanted->account_id, g_free);
  g_clear_pointer (&wanted->within, g_free);
  g_clear_pointer (&wanted->draft_key, g_free);
  g_clear_pointer (&wanted->draft, tambour_draft_free);
  g_free (wanted);
}

typedef struct
{
  TambourRecord *record;
  char          *changed_by;
  GHashTable    *others;
  TambourDraft  *draft;
} Opened;

static void
opened_free (Opened *opened)
{
  g_clear_object (&opened->record);
  g_clear_pointer (&opened->changed_by, g_free);
  g_clear_pointer (&opened->others, g_hash_table_unref);
  g_clear_pointer (&opened->draft, tambour_draft_free);
  g_free (opened);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opened, opened_free)

static Wanted *
wanted_new (TambourRecordDialog *self)
{
  Wanted *wanted = g_new0 (Wanted, 1);
  gboolean is_known;

  wanted->klass = self->klass;
  wanted->id = g_strdup (self->id);
  wanted->copied_id = g_strdup (self->copied_id);
  wanted->account_id = g_strdup (self->account_id);
  wanted->within = g_strdup (self->within);
  wanted->draft = tambour_draft_keeper_dup (tambour_draft_keeper_get (self->portfolio), self->draft_key, &is_known);
  wanted->draft_key = is_known ? NULL : g_strdup (self->draft_key);

  return wanted;
}

static TambourRecord *
load_record (TambourStore    *store,
             const Wanted    *wanted,
             const char      *me,
             TambourInstant   now,
             GError         **error)
{
  g_autoptr(GTimeZone) here = g_time_zone_new_local ();
  g_autoptr(TambourRecord) from = NULL;
  TambourRecord *begun;

  if (wanted->id != NULL)
    return tambour_record_view_find (store, wanted->klass, wanted->id, error);

  if (wanted->copied_id == NULL)
    {
      begun = tambour_record_begin (wanted->klass, wanted->account_id, me, now, here);
      tambour_record_begin_within (begun, wanted->within);

      return begun;
    }

  from = tambour_record_view_find (store, wanted->klass, wanted->copied_id, error);

  return from ? tambour_record_begin_copy (from) : NULL;
}

static gpointer
load_opened (TambourStore    *store,
             const char      *me,
             TambourInstant   now,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  Wanted *wanted = data;
  g_autoptr(Opened) opened = g_new0 (Opened, 1);
  g_autofree char *text = NULL;

  if (!(opened->record = load_record (store, wanted, me, now, error)))
    return NULL;

  opened->changed_by = tambour_authors_dup_name (store, opened->record->updated_by);
  opened->draft = g_steal_pointer (&wanted->draft);
  if (wanted->draft_key != NULL && (text = tambour_store_dup_setting (store, wanted->draft_key)))
    opened->draft = tambour_draft_unpack (wanted->draft_key, text);

  opened->others = tambour_others_new ();
  tambour_others_add (opened->others, store, opened->record);
  if (opened->draft != NULL && opened->draft->base != NULL)
    tambour_others_add (opened->others, store, opened->draft->base);

  return g_steal_pointer (&opened);
}

static TambourInstant
get_now (TambourRecordDialog *self)
{
  return tambour_portfolio_now (self->portfolio);
}

/**
 * tambour_record_dialog_show_titles:
 * @self: a dialog that shows a record
 *
 * Says what is edited.
 */
void
tambour_record_dialog_show_titles (TambourRecordDialog *self)
{
  TambourRecord *base = tambour_form_get_base (self->form);
  const TambourKindWords *words = tambour_kind_get_words (self->klass);
  GHashTable *others = tambour_form_get_others (self->form);
  TambourRecord *owner = others && base->account_id.id ? g_hash_table_lookup (others, base->account_id.id) : NULL;
  g_autofree char *account = owner ? tambour_record_words_title (owner, NULL, get_now (self)) : NULL;
  g_autofree char *title = self->id ? tambour_record_words_title (base, others, get_now (self)) : g_strdup (_(words->add));
  g_autofree char *subtitle = NULL;

  if (self->id == NULL || account == NULL)
    subtitle = g_strdup (self->id ? _(words->title) : account ? account
                                                               : "");
  else
    subtitle = g_strdup_printf ("%s · %s", _(words->title), account);

  adw_dialog_set_title (ADW_DIALOG (self), title);
  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, subtitle);
  gtk_widget_set_visible (self->remove_button, self->id != NULL);
}

static void
show_theirs (TambourRecordDialog *self,
             TambourRecord       *theirs,
             guint                n_both,
             guint                n_shown)
{
  g_autofree char *when = tambour_words_lately (theirs->updated_at, get_now (self));
  g_autofree char *who = tambour_words_isolate (self->changed_by ? self->changed_by : "");
  g_autofree char *message = NULL;

  if (n_both == 0 && n_shown == 0)
    return;

  if (n_both > 0)
    /* Translators: a name and a time */
    message = g_strdup_printf (_("Changed by %1$s, %2$s. What you type stays."), who, when);
  else
    /* Translators: a name and a time */
    message = g_strdup_printf (_("Changed by %1$s, %2$s. You see it here."), who, when);

  adw_banner_set_title (self->theirs_banner, message);
  adw_banner_set_button_label (self->theirs_banner, _("_Hide"));
  adw_banner_set_revealed (self->theirs_banner, TRUE);
}

static void
show_removed (TambourRecordDialog *self,
              TambourRecord       *theirs)
{
  g_autofree char *when = tambour_words_lately (theirs->deleted_at, get_now (self));
  g_autofree char *who = tambour_words_isolate (self->changed_by ? self->changed_by : "");
  /* Translators: a name and a time */
  g_autofree char *message = g_strdup_printf (_("Removed by %1$s, %2$s. What you typed is here."), who, when);

  self->is_removed = TRUE;
  adw_banner_set_title (self->theirs_banner, message);
  adw_banner_set_button_label (self->theirs_banner, _("Keep as _New"));
  adw_banner_set_revealed (self->theirs_banner, TRUE);
}

static void
take_theirs (TambourRecordDialog *self,
             TambourRecord       *theirs,
             GHashTable          *others)
{
  guint n_both, n_shown;

  if (tambour_record_is_deleted (theirs))
    {
      show_removed (self, theirs);
      return;
    }

  if (self->is_removed)
    adw_banner_set_revealed (self->theirs_banner, FALSE);
  self->is_removed = FALSE;
  if (tambour_record_equal (tambour_form_get_base (self->form), theirs))
    return;

  n_both = tambour_form_take_theirs (self->form, theirs, self->changed_by, others, &n_shown);
  show_theirs (self, theirs, n_both, n_shown);
  tambour_record_dialog_show_titles (self);
}

/**
 * tambour_record_dialog_show_draft:
 * @self: a dialog that shows the record as it is
 * @draft: what was typed once
 *
 * What was typed comes back on what it was typed into; what others have written
 * since then comes after it.
 */
void
tambour_record_dialog_show_draft (TambourRecordDialog *self,
                                  const TambourDraft  *draft)
{
  g_autoptr(TambourRecord) current = g_object_ref (tambour_form_get_base (self->form));
  g_autoptr(GHashTable) others = g_hash_table_ref (tambour_form_get_others (self->form));
  g_autofree char *when = tambour_words_lately (draft->at, get_now (self));
  /* Translators: %s is a time, at which something was typed last */
  g_autofree char *message = g_strdup_printf (_("Draft of %s"), when);

  if (draft->base != NULL && G_OBJECT_TYPE (draft->base) == G_OBJECT_TYPE (current))
    tambour_form_show (self->form, draft->base, others, self->id == NULL);
  tambour_form_take_draft (self->form, draft->fields);
  if (self->id != NULL)
    take_theirs (self, current, others);

  adw_banner_set_title (self->draft_banner, message);
  adw_banner_set_button_label (self->draft_banner, _("_Discard"));
  adw_banner_set_revealed (self->draft_banner, TRUE);
}

static void
show_opened (TambourRecordDialog *self,
             const Opened        *opened)
{
  gboolean is_first = gtk_widget_get_root (GTK_WIDGET (self)) == NULL;

  self->is_done = FALSE;
  g_set_str (&self->changed_by, opened->changed_by);
  tambour_form_show (self->form, opened->record, opened->others, self->id == NULL);
  if (opened->draft != NULL)
    tambour_record_dialog_show_draft (self, opened->draft);

  tambour_record_dialog_show_titles (self);
  tambour_record_dialog_update (self);
  adw_dialog_set_focus (ADW_DIALOG (self), tambour_form_get_first (self->form));
  if (is_first)
    adw_dialog_present (ADW_DIALOG (self), self->parent);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourRecordDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(Opened) opened = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  if (self->parent == NULL || gtk_widget_get_root (self->parent) == NULL || self->form == NULL)
    return;

  if (opened != NULL)
    show_opened (self, opened);
  else
    tambour_feedback_fail (self->parent, error);
}

/**
 * tambour_record_dialog_load:
 * @self: a dialog
 *
 * Reads what it edits, and then appears.
 */
void
tambour_record_dialog_load (TambourRecordDialog *self)
{
  tambour_portfolio_load_async (self->portfolio, load_opened, wanted_new (self), (GDestroyNotify) wanted_free,
                                (GDestroyNotify) opened_free, self->cancellable, opened_cb, g_object_ref (self));
}

static void
followed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(TambourRecordDialog) self = user_data;
  g_autoptr(Opened) opened = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, NULL);

  if (opened == NULL || self->form == NULL || self->is_done || self->is_saving || g_strcmp0 (opened->record->id, self->id) != 0)
    return;

  g_set_str (&self->changed_by, opened->changed_by);
  take_theirs (self, opened->record, opened->others);
  tambour_record_dialog_update (self);
}

/**
 * tambour_record_dialog_follow:
 * @self: a dialog
 *
 * Something in the portfolio has changed: perhaps what is edited here.
 */
void
tambour_record_dialog_follow (TambourRecordDialog *self)
{
  Wanted *wanted;

  if (self->id == NULL || self->is_done || self->is_saving || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;

  wanted = g_new0 (Wanted, 1);
  wanted->klass = self->klass;
  wanted->id = g_strdup (self->id);
  tambour_portfolio_load_async (self->portfolio, load_opened, wanted, (GDestroyNotify) wanted_free,
                                (GDestroyNotify) opened_free, self->cancellable, followed_cb, g_object_ref (self));
}
