/* tambour-case-page-actions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-case-dialog.h"
#include "tambour-case-page-private.h"
#include "tambour-fill.h"
#include "tambour-launch.h"
#include "tambour-mail-drop.h"
#include "tambour-response.h"

/* What one can do about the case that is shown. */

static const struct
{
  const char          *action;
  TambourCaseMoveKind  kind;
} asked[] = {
  { "case.hand-over", TAMBOUR_CASE_MOVE_HAND_OVER },
  { "case.escalate", TAMBOUR_CASE_MOVE_ESCALATE },
  { "case.deescalate", TAMBOUR_CASE_MOVE_DEESCALATE },
  { "case.pause", TAMBOUR_CASE_MOVE_PAUSE },
  { "case.resume", TAMBOUR_CASE_MOVE_RESUME },
  { "case.promise", TAMBOUR_CASE_MOVE_PROMISE },
  { "case.link", TAMBOUR_CASE_MOVE_LINK },
  { "case.known-issue", TAMBOUR_CASE_MOVE_KNOWN_ISSUE },
  { "case.add-entry", TAMBOUR_CASE_MOVE_NOTE },
  { "case.root-cause", TAMBOUR_CASE_MOVE_ROOT_CAUSE },
  { "case.edit-note", TAMBOUR_CASE_MOVE_EDIT_NOTE },
};

static TambourPortfolio *
get_portfolio (gpointer self)
{
  return tambour_page_get_portfolio (self);
}

/* What is done is done to the case that one sees, while another may be on its way. */
static const char *
get_shown (TambourCasePage *self)
{
  return tambour_record_get_id (TAMBOUR_RECORD (self->file->record));
}

static void
ask (TambourCasePage     *self,
     TambourCaseMoveKind  kind)
{
  if (self->file != NULL)
    tambour_case_dialog_present (GTK_WIDGET (self), get_portfolio (self), self->file, kind);
}

static void
ask_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    if (g_str_equal (asked[i].action, action_name))
      ask (TAMBOUR_CASE_PAGE (widget), asked[i].kind);
}

static gboolean
fill_move (TambourChange   *change,
           TambourStore    *store,
           TambourInstant   now,
           gpointer         data,
           GError         **error)
{
  return tambour_case_move_fill (data, store, now, change, error);
}

/* What needs no words. */
static void
do_move (TambourCasePage     *self,
         TambourCaseMoveKind  kind,
         const char          *label,
         const char          *message)
{
  TambourPortfolio *portfolio = get_portfolio (self);
  g_autoptr(TambourChange) change = tambour_portfolio_new_change (portfolio, label);
  TambourCaseMove *move = g_new0 (TambourCaseMove, 1);

  move->kind = kind;
  move->case_id = g_strdup (get_shown (self));
  move->by = g_strdup (tambour_portfolio_get_author (portfolio));
  move->due.seconds = TAMBOUR_NEVER;
  tambour_fill_and_commit (GTK_WIDGET (self), portfolio, change, fill_move, move, (GDestroyNotify) tambour_case_move_free, message);
}

static void
mark_read_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  do_move (TAMBOUR_CASE_PAGE (widget), TAMBOUR_CASE_MOVE_READ, _("Mark handover note as read"), _("Handover note read"));
}

static void
acknowledge_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  do_move (TAMBOUR_CASE_PAGE (widget), TAMBOUR_CASE_MOVE_ACKNOWLEDGE, _("Escalation was taken"), _("Escalation was taken"));
}

static void
log_response_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  TambourCasePage *self = TAMBOUR_CASE_PAGE (widget);

  tambour_response_log (widget, get_portfolio (self), get_shown (self), gtk_label_get_text (self->title_label));
}

/* Only what leads to a web page: a case may say anything. */
static const char *
get_portal (TambourCasePage *self)
{
  const char *url = self->file ? TAMBOUR_RECORD (self->file->record)->url : NULL;

  return tambour_launch_is_web (url) ? url : NULL;
}

static void
portal_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  tambour_launch_uri (widget, get_portal (TAMBOUR_CASE_PAGE (widget)));
}

static void
edit_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.edit-record", "(ss)", "case", get_shown (TAMBOUR_CASE_PAGE (widget)));
}

/* Something to do that comes from the case. */
static void
new_action_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  TambourCasePage *self = TAMBOUR_CASE_PAGE (widget);
  const char *account_id = TAMBOUR_RECORD (self->file->record)->account_id.id;
  g_autofree char *within = g_strconcat ("case_id=", get_shown (self), NULL);

  gtk_widget_activate_action (widget, "win.new-record-within", "(sss)", "action_item", account_id ? account_id : "", within);
}

static gboolean
get_mail_place (GtkWidget        *widget,
                TambourMailPlace *place)
{
  TambourCasePage *self = TAMBOUR_CASE_PAGE (widget);

  if (self->file == NULL || tambour_portfolio_is_read_only (get_portfolio (self)))
    return FALSE;

  place->portfolio = get_portfolio (self);
  place->case_id = get_shown (self);

  return TRUE;
}

static const TambourMailDrop mail_drop = { get_mail_place };

static void
file_mail_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  tambour_mail_drop_choose (widget, &mail_drop);
}

/**
 * tambour_case_page_take_mails:
 * @self: a page of a case
 *
 * Mails that are dropped on it become messages of the case.
 */
void
tambour_case_page_take_mails (TambourCasePage *self)
{
  tambour_mail_drop_add (GTK_WIDGET (self), &mail_drop);
}

/**
 * tambour_case_page_ask:
 * @self: a page of a case
 * @move: what is to be done about it
 *
 * Opens the dialog for it, as soon as the case is read; nothing if that needs no
 * dialog.
 */
void
tambour_case_page_ask (TambourCasePage *self,
                       guint            move)
{
  g_return_if_fail (TAMBOUR_IS_CASE_PAGE (self));

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    if (asked[i].kind == move)
      {
        self->has_question = self->file == NULL;
        self->question = asked[i].kind;
        if (!self->has_question)
          ask (self, asked[i].kind);
      }
}

/* Whoever left the note for the next owner. */
static gboolean
is_writer (TambourCasePage *self)
{
  TambourCaseEvent *note = self->file->handover.note;

  return note->from != NULL && g_strcmp0 (note->from, tambour_portfolio_get_author (get_portfolio (self))) == 0;
}

/**
 * tambour_case_page_update_actions:
 * @self: a page of a case
 *
 * Offers what can be done about the case as it is, and what was asked for before
 * it was read.
 */
void
tambour_case_page_update_actions (TambourCasePage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  TambourCaseFile *file = self->file;
  gboolean can_write = file != NULL && !tambour_portfolio_is_read_only (get_portfolio (self));
  gboolean is_open = can_write && !tambour_case_is_over (file->record);
  gboolean is_escalated = can_write && file->escalation != NULL;
  gboolean is_unread = can_write && file->handover.note != NULL && !tambour_instant_is_stated (file->handover.read_at);

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    gtk_widget_action_set_enabled (widget, asked[i].action, can_write);

  gtk_widget_action_set_enabled (widget, "case.escalate", is_open);
  gtk_widget_action_set_enabled (widget, "case.promise", is_open);
  gtk_widget_action_set_enabled (widget, "case.log-response", is_open);
  gtk_widget_action_set_enabled (widget, "case.pause", is_open && !file->is_paused);
  gtk_widget_action_set_enabled (widget, "case.resume", is_open && file->is_paused);
  gtk_widget_action_set_enabled (widget, "case.acknowledge", is_escalated && !tambour_instant_is_stated (file->escalation->acknowledged_at));
  gtk_widget_action_set_enabled (widget, "case.deescalate", is_escalated);
  gtk_widget_action_set_enabled (widget, "case.mark-read", is_unread);
  gtk_widget_action_set_enabled (widget, "case.edit-note", is_unread && is_writer (self));
  gtk_widget_action_set_enabled (widget, "case.new-action", can_write);
  gtk_widget_action_set_enabled (widget, "case.file-mail", can_write);
  gtk_widget_action_set_enabled (widget, "case.all-fields", tambour_file_page_get_id (self) != NULL);
  gtk_widget_action_set_enabled (widget, "page.edit", can_write);
  gtk_widget_set_visible (self->read_button, is_unread);
  gtk_widget_set_visible (self->edit_note_button, is_unread && is_writer (self));
  gtk_widget_set_visible (self->portal_button, get_portal (self) != NULL);

  if (self->has_question && can_write)
    {
      self->has_question = FALSE;
      ask (self, self->question);
    }
}

/**
 * tambour_case_page_install_actions:
 * @widget_class: the class of pages of cases
 */
void
tambour_case_page_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    gtk_widget_class_install_action (widget_class, asked[i].action, NULL, ask_action);

  gtk_widget_class_install_action (widget_class, "case.mark-read", NULL, mark_read_action);
  gtk_widget_class_install_action (widget_class, "case.acknowledge", NULL, acknowledge_action);
  gtk_widget_class_install_action (widget_class, "case.log-response", NULL, log_response_action);
  gtk_widget_class_install_action (widget_class, "case.portal", NULL, portal_action);
  gtk_widget_class_install_action (widget_class, "case.new-action", NULL, new_action_action);
  gtk_widget_class_install_action (widget_class, "case.file-mail", NULL, file_mail_action);
  gtk_widget_class_install_action (widget_class, "page.edit", NULL, edit_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r, GDK_CONTROL_MASK, "case.log-response", NULL);
}
