/* tambour-record-page-actions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-feedback.h"
#include "tambour-record-history.h"
#include "tambour-record-page-private.h"
#include "tambour-record-words.h"
#include "tambour-replica.h"

/* What can be done with the record of a page. */

static void
edit_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TambourRecordPage *self = TAMBOUR_RECORD_PAGE (widget);

  gtk_widget_activate_action (widget, "win.edit-record", "(ss)", self->klass->kind, self->id);
}

static void
new_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  TambourRecordPage *self = TAMBOUR_RECORD_PAGE (widget);
  const char *account_id = self->view ? self->view->record->account_id.id : NULL;

  gtk_widget_activate_action (widget, "win.new-record", "(ss)", self->klass->kind, account_id ? account_id : "");
}

/* A line of history is corrected by another one, which begins as its copy. */
static void
copy_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TambourRecordPage *self = TAMBOUR_RECORD_PAGE (widget);

  gtk_widget_activate_action (widget, "win.copy-record", "(ss)", self->klass->kind, self->id);
}

static void
edit_key_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  TambourRecordPage *self = TAMBOUR_RECORD_PAGE (widget);

  if (self->klass->traits & TAMBOUR_RECORD_APPEND_ONLY)
    copy_action (widget, NULL, NULL);
  else
    edit_action (widget, NULL, NULL);
}

static char *
dup_short (TambourRecordPage *self)
{
  return tambour_record_words_short (self->view->record, self->view->others, tambour_record_page_get_now (self));
}

static void
put (TambourRecordPage *self,
     TambourRecord     *record,
     const char        *label,
     const char        *message)
{
  TambourPortfolio *portfolio = tambour_page_get_portfolio (TAMBOUR_PAGE (self));
  g_autoptr(TambourChange) change = tambour_portfolio_new_change (portfolio, label);

  tambour_change_edit (change, self->view->record, record);
  tambour_feedback_commit (GTK_WIDGET (self), portfolio, change, message);
}

/* Nothing is left to see here: the page goes, and the toast brings the record back. */
static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TambourRecordPage *self = TAMBOUR_RECORD_PAGE (widget);
  TambourPortfolio *portfolio = tambour_page_get_portfolio (TAMBOUR_PAGE (self));
  GtkWidget *navigation = gtk_widget_get_ancestor (widget, ADW_TYPE_NAVIGATION_VIEW);
  g_autofree char *title = dup_short (self);
  g_autofree char *label = g_strdup_printf (_("Remove “%s”"), title);
  g_autofree char *message = g_strdup_printf (_("“%s” removed"), title);
  g_autoptr(TambourChange) change = tambour_portfolio_new_change (portfolio, label);
  g_autoptr(TambourRecord) record = tambour_record_dup (self->view->record);

  tambour_change_remove (change, record);
  tambour_feedback_commit (navigation ? navigation : widget, portfolio, change, message);
  gtk_widget_activate_action (widget, "win.back", NULL);
}

static void
restore_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TambourRecordPage *self = TAMBOUR_RECORD_PAGE (widget);
  g_autoptr(TambourRecord) record = tambour_record_dup (self->view->record);
  g_autofree char *title = dup_short (self);
  g_autofree char *label = g_strdup_printf (_("Restore “%s”"), title);
  g_autofree char *message = g_strdup_printf (_("“%s” restored"), title);

  record->deleted_at.seconds = TAMBOUR_NEVER;
  put (self, record, label, message);
}

static void
restore_step_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  TambourRecordPage *self = TAMBOUR_RECORD_PAGE (widget);
  g_autoptr(TambourRecord) record = NULL;
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;
  g_autofree char *message = NULL;

  if (g_variant_get_uint32 (parameter) >= self->view->steps->len)
    return;

  record = tambour_record_history_restore (self->view, g_variant_get_uint32 (parameter));
  title = dup_short (self);
  label = g_strdup_printf (_("Restore “%s”"), title);
  message = g_strdup_printf (_("“%s” restored"), title);
  put (self, record, label, message);
}

static gpointer
offer_again (TambourStore    *store,
             const char      *me,
             TambourInstant   now,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  return tambour_replica_offer_again (store, data, error) ? g_strdup (data) : NULL;
}

static void
offered_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(TambourRecordPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *id = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  if (id == NULL)
    {
      tambour_feedback_fail (GTK_WIDGET (self), error);
      return;
    }

  tambour_page_invalidate (TAMBOUR_PAGE (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.sync-now", NULL);
}

/* What an administrator has erased on the server goes there once more. */
static void
send_again_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  TambourRecordPage *self = TAMBOUR_RECORD_PAGE (widget);
  TambourPortfolio *portfolio = tambour_page_get_portfolio (TAMBOUR_PAGE (self));

  tambour_portfolio_load_async (portfolio, offer_again, g_strdup (self->id), g_free, g_free, NULL, offered_cb, g_object_ref (self));
}

/**
 * tambour_record_page_install_actions:
 * @widget_class: the class of pages of records
 */
void
tambour_record_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "page.edit", NULL, edit_key_action);
  gtk_widget_class_install_action (widget_class, "record.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "record.correct", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "record.duplicate", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "record.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "record.restore", NULL, restore_action);
  gtk_widget_class_install_action (widget_class, "record.send-again", NULL, send_again_action);
  gtk_widget_class_install_action (widget_class, "record.restore-step", "u", restore_step_action);
}
