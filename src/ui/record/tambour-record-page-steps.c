/* tambour-record-page-steps.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-account.h"
#include "tambour-action-commands.h"
#include "tambour-action-dialog.h"
#include "tambour-engagement.h"
#include "tambour-record-page-private.h"
#include "tambour-when.h"

/* What is done with an action, a commitment or a decision on its own page, as in
 * the list of them.
 */

static TambourActionKind
get_of (TambourRecord *record)
{
  if (TAMBOUR_IS_COMMITMENT (record))
    return TAMBOUR_ACTION_KIND_COMMITMENT;

  return TAMBOUR_IS_DECISION (record) ? TAMBOUR_ACTION_KIND_DECISION : TAMBOUR_ACTION_KIND_ACTION;
}

static gboolean
is_open (TambourRecord *record)
{
  if (TAMBOUR_IS_COMMITMENT (record))
    return TAMBOUR_COMMITMENT (record)->status == TAMBOUR_COMMITMENT_STATUS_OPEN;
  if (TAMBOUR_IS_ACTION_ITEM (record))
    return TAMBOUR_ACTION_ITEM (record)->status == TAMBOUR_ACTION_STATUS_OPEN ||
           TAMBOUR_ACTION_ITEM (record)->status == TAMBOUR_ACTION_STATUS_BLOCKED;

  return TAMBOUR_IS_DECISION (record) && !tambour_date_is_stated (TAMBOUR_DECISION (record)->on);
}

/* Only what is said when it is settled: the day that counts is the customer’s. */
static gboolean
is_late (TambourRecordPage *self,
         TambourRecord     *record)
{
  TambourRecord *found = record->account_id.id ? g_hash_table_lookup (self->view->others, record->account_id.id) : NULL;
  g_autoptr(GTimeZone) zone = tambour_when_zone (found && TAMBOUR_IS_ACCOUNT (found) ? TAMBOUR_ACCOUNT (found)->report_tz : NULL);
  TambourDate today = tambour_zone_date_of (zone, tambour_record_page_get_now (self));

  return TAMBOUR_IS_COMMITMENT (record) && tambour_date_is_stated (TAMBOUR_COMMITMENT (record)->due) &&
         TAMBOUR_COMMITMENT (record)->due.julian < today.julian;
}

static void
settle_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TambourRecordPage *self = TAMBOUR_RECORD_PAGE (widget);
  TambourRecord *record = self->view->record;
  g_autofree char *title = tambour_record_dup_title (record);

  tambour_action_commands_settle (widget, tambour_page_get_portfolio (TAMBOUR_PAGE (self)), get_of (record), self->id, title,
                                  is_late (self, record));
}

static void
ask (TambourRecordPage     *self,
     TambourActionMoveKind  kind)
{
  tambour_action_dialog_present (GTK_WIDGET (self), tambour_page_get_portfolio (TAMBOUR_PAGE (self)), kind, self->klass, self->id);
}

static void
withdraw_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  ask (TAMBOUR_RECORD_PAGE (widget), TAMBOUR_ACTION_MOVE_WITHDRAW);
}

static void
move_due_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  ask (TAMBOUR_RECORD_PAGE (widget), TAMBOUR_ACTION_MOVE_DUE);
}

static void
hand_over_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  ask (TAMBOUR_RECORD_PAGE (widget), TAMBOUR_ACTION_MOVE_OWNER);
}

/**
 * tambour_record_page_install_steps:
 * @widget_class: the class of pages of records
 */
void
tambour_record_page_install_steps (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "record.settle", NULL, settle_action);
  gtk_widget_class_install_action (widget_class, "record.withdraw", NULL, withdraw_action);
  gtk_widget_class_install_action (widget_class, "record.move-due", NULL, move_due_action);
  gtk_widget_class_install_action (widget_class, "record.hand-over", NULL, hand_over_action);
}

static const char *
label_of (TambourRecord *record)
{
  switch (get_of (record))
    {
    case TAMBOUR_ACTION_KIND_ACTION:
      return _("_Done");
    case TAMBOUR_ACTION_KIND_COMMITMENT:
      return _("_Keep");
    case TAMBOUR_ACTION_KIND_DECISION:
      return _("_Decided Today");
    }

  g_return_val_if_reached (NULL);
}

/**
 * tambour_record_page_show_steps:
 * @self: a page of a record
 * @can_write: whether anything can be done with it
 *
 * Shows the steps that its record can take, where it is of such a kind.
 */
void
tambour_record_page_show_steps (TambourRecordPage *self,
                                gboolean           can_write)
{
  TambourRecord *record = self->view ? self->view->record : NULL;
  gboolean can_settle = can_write && record != NULL && is_open (record);
  gboolean is_commitment = record != NULL && TAMBOUR_IS_COMMITMENT (record);
  gboolean is_action = record != NULL && TAMBOUR_IS_ACTION_ITEM (record);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.settle", can_settle);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.withdraw", can_settle && is_commitment);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.move-due", can_settle && is_action);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.hand-over", can_settle && is_action);
  gtk_widget_set_visible (self->steps_box, can_settle);
  gtk_widget_set_visible (self->withdraw_button, is_commitment);
  gtk_widget_set_visible (self->move_button, is_action);
  gtk_widget_set_visible (self->hand_over_button, is_action);
  gtk_widget_set_visible (self->fixed_label, is_commitment);
  if (can_settle)
    gtk_button_set_label (self->settle_button, label_of (record));
}
