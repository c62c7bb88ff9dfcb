/* tambour-window-records.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-action-dialog.h"
#include "tambour-actions-page.h"
#include "tambour-audit-dialog.h"
#include "tambour-audit-page.h"
#include "tambour-audit.h"
#include "tambour-call-dialog.h"
#include "tambour-case-page.h"
#include "tambour-case.h"
#include "tambour-checklist-page.h"
#include "tambour-drafts-page.h"
#include "tambour-exposure-dialog.h"
#include "tambour-exposure-menu.h"
#include "tambour-feedback.h"
#include "tambour-file-page.h"
#include "tambour-issue-page.h"
#include "tambour-issues-page.h"
#include "tambour-item-page.h"
#include "tambour-kind-dialog.h"
#include "tambour-kinds.h"
#include "tambour-library-dialog.h"
#include "tambour-note-page.h"
#include "tambour-note.h"
#include "tambour-prep-sheet-dialog.h"
#include "tambour-programme-page.h"
#include "tambour-record-dialog.h"
#include "tambour-record-list-page.h"
#include "tambour-record-page.h"
#include "tambour-request-dialog.h"
#include "tambour-report.h"
#include "tambour-request-page.h"
#include "tambour-review-begin.h"
#include "tambour-review-window.h"
#include "tambour-roadmap-dialog.h"
#include "tambour-roadmap.h"
#include "tambour-service-dialog.h"
#include "tambour-usage-page.h"
#include "tambour-value-dialog.h"
#include "tambour-window-private.h"

/* The commands of the window that show and edit records. */

/* The kind and the id that a command of the window is given; the id is that of a
 * record, or of an account for a new one.
 *
 * Returns: (nullable): the kind, if it is known and there is a portfolio
 */
static TambourRecordClass *
read_target (TambourWindow  *self,
             GVariant       *target,
             const char    **id)
{
  const char *kind;

  g_variant_get (target, "(&s&s)", &kind, id);

  return self->portfolio ? tambour_kinds_find (kind) : NULL;
}

/* The kinds that have a page of their own: a page that is built is a line here. */
static const struct
{
  GType (*get_kind) (void);
  GType (*get_page) (void);
} file_pages[] = {
  { tambour_case_get_type, tambour_case_page_get_type },
  { tambour_audit_get_type, tambour_audit_page_get_type },
  { tambour_feature_request_get_type, tambour_request_page_get_type },
  { tambour_library_item_get_type, tambour_item_page_get_type },
  { tambour_programme_get_type, tambour_programme_page_get_type },
  { tambour_known_issue_get_type, tambour_issue_page_get_type },
};

static gpointer
new_page (TambourPortfolio   *portfolio,
          TambourRecordClass *klass,
          const char         *id)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  for (guint i = 0; i < G_N_ELEMENTS (file_pages); i++)
    if (file_pages[i].get_kind () == type)
      return tambour_file_page_new (file_pages[i].get_page (), portfolio, id);

  if (type == TAMBOUR_TYPE_AUDIT_TEMPLATE)
    return tambour_checklist_page_new (portfolio, id);
  if (tambour_note_is_kind (klass))
    return tambour_note_page_new (portfolio, klass, id, NULL);

  return tambour_record_page_new (portfolio, klass, id);
}

static void
open_record_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  TambourWindow *self = TAMBOUR_WINDOW (widget);
  const char *id;
  TambourRecordClass *klass = read_target (self, parameter, &id);

  if (klass == NULL)
    return;

  if (G_TYPE_FROM_CLASS (klass) == TAMBOUR_TYPE_ACCOUNT)
    tambour_window_open_account (self, id);
  else if (G_TYPE_FROM_CLASS (klass) == TAMBOUR_TYPE_REPORT)
    tambour_review_window_open (GTK_WINDOW (self), self->portfolio, id);
  else
    tambour_window_push (self, new_page (self->portfolio, klass, id));
}

/* The plain page of a record, whatever there is for its kind. */
static void
show_fields_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  TambourWindow *self = TAMBOUR_WINDOW (widget);
  const char *id;
  TambourRecordClass *klass = read_target (self, parameter, &id);

  if (klass != NULL)
    tambour_window_push (self, TAMBOUR_PAGE (tambour_record_page_new (self->portfolio, klass, id)));
}

static void
move_case_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  TambourWindow *self = TAMBOUR_WINDOW (widget);
  TambourCasePage *page;
  const char *id;
  guint move;

  g_variant_get (parameter, "(&su)", &id, &move);
  if (self->portfolio == NULL)
    return;

  page = tambour_case_page_new (self->portfolio, id);
  tambour_window_push (self, TAMBOUR_PAGE (page));
  tambour_case_page_ask (page, move);
}

static void
open_list_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  TambourWindow *self = TAMBOUR_WINDOW (widget);
  TambourRecordClass *klass;
  const char *kind, *account_id, *where;

  g_variant_get (parameter, "(&s&s&s)", &kind, &account_id, &where);
  if (self->portfolio == NULL || !(klass = tambour_kinds_find (kind)))
    return;

  tambour_window_push (self, TAMBOUR_PAGE (tambour_record_list_page_new (self->portfolio, klass, account_id, where)));
}

/* Those, and no others. */
static void
open_records_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  TambourWindow *self = TAMBOUR_WINDOW (widget);
  g_autofree const char **ids = NULL;
  TambourRecordClass *klass;
  const char *kind;

  g_variant_get (parameter, "(&s^a&s)", &kind, &ids);
  if (self->portfolio == NULL || !(klass = tambour_kinds_find (kind)))
    return;

  tambour_window_push (self, TAMBOUR_PAGE (tambour_record_list_page_new_of (self->portfolio, klass, ids)));
}

/* "" for the account that is shown. */
static void
make_review_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  TambourWindow *self = TAMBOUR_WINDOW (widget);
  const char *account_id = g_variant_get_string (parameter, NULL);

  if (*account_id == '\0')
    account_id = tambour_window_get_account (self);
  if (self->portfolio != NULL && account_id != NULL)
    tambour_review_begin (GTK_WINDOW (self), self->portfolio, account_id);
}

/* Never a dialog over a dialog; nothing is edited that cannot be written. */
static gboolean
can_edit (TambourWindow *self)
{
  if (self->portfolio == NULL || adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL)
    return FALSE;

  if (!tambour_portfolio_is_read_only (self->portfolio))
    return TRUE;

  tambour_feedback_say (GTK_WIDGET (self->stack), _("This portfolio is open for reading only"));

  return FALSE;
}

static void
new_record_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  TambourWindow *self = TAMBOUR_WINDOW (widget);
  const char *account_id;
  TambourRecordClass *klass = read_target (self, parameter, &account_id);

  if (klass == NULL || (klass->traits & TAMBOUR_RECORD_DERIVED) || !can_edit (self))
    return;

  if (tambour_note_is_kind (klass) && *account_id != '\0')
    tambour_window_push (self, TAMBOUR_PAGE (tambour_note_page_new (self->portfolio, klass, NULL, account_id)));
  else
    tambour_record_dialog_present_new (GTK_WIDGET (self->stack), self->portfolio, klass, account_id, NULL);
}

/* In something that it belongs to: a component in its environment. */
static void
new_record_within_action (GtkWidget  *widget,
                          const char *action_name,
                          GVariant   *parameter)
{
  TambourWindow *self = TAMBOUR_WINDOW (widget);
  TambourRecordClass *klass;
  const char *kind, *account_id, *within;

  g_variant_get (parameter, "(&s&s&s)", &kind, &account_id, &within);
  klass = tambour_kinds_find (kind);
  if (klass != NULL && !(klass->traits & TAMBOUR_RECORD_DERIVED) && can_edit (self))
    tambour_record_dialog_present_new (GTK_WIDGET (self->stack), self->portfolio, klass, account_id, within);
}

/* A line of history is not edited, it is corrected by another. */
static void
edit_record_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  TambourWindow *self = TAMBOUR_WINDOW (widget);
  const char *id;
  TambourRecordClass *klass = read_target (self, parameter, &id);

  if (klass == NULL || (klass->traits & TAMBOUR_RECORD_DERIVED) || !can_edit (self))
    return;

  if (klass->traits & TAMBOUR_RECORD_APPEND_ONLY)
    tambour_record_dialog_present_copy (GTK_WIDGET (self->stack), self->portfolio, klass, id);
  else
    tambour_record_dialog_present_edit (GTK_WIDGET (self->stack), self->portfolio, klass, id);
}

static void
copy_record_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  TambourWindow *self = TAMBOUR_WINDOW (widget);
  const char *id;
  TambourRecordClass *klass = read_target (self, parameter, &id);

  if (klass != NULL && !(klass->traits & TAMBOUR_RECORD_DERIVED) && can_edit (self))
    tambour_record_dialog_present_copy (GTK_WIDGET (self->stack), self->portfolio, klass, id);
}

/* A page that says what is new there is asked; elsewhere, the person is. */
static void
new_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  TambourWindow *self = TAMBOUR_WINDOW (widget);
  TambourPage *page = tambour_window_get_page (self);

  if (page != NULL && gtk_widget_activate_action (GTK_WIDGET (page), "page.new", NULL))
    return;

  if (can_edit (self))
    tambour_kind_dialog_present (GTK_WIDGET (self->stack), tambour_window_get_account (self));
}

static void
edit_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TambourPage *page = tambour_window_get_page (TAMBOUR_WINDOW (widget));

  if (page != NULL)
    gtk_widget_activate_action (GTK_WIDGET (page), "page.edit", NULL);
}

static void
drafts_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TambourWindow *self = TAMBOUR_WINDOW (widget);
  TambourPage *page = tambour_window_get_page (self);

  if (self->portfolio != NULL && !(page != NULL && TAMBOUR_IS_DRAFTS_PAGE (page)))
    tambour_window_push (self, TAMBOUR_PAGE (tambour_drafts_page_new (self->portfolio)));
}

static void
open_actions_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  TambourWindow *self = TAMBOUR_WINDOW (widget);
  TambourPage *page = tambour_window_get_page (self);

  if (self->portfolio != NULL && !(page != NULL && TAMBOUR_IS_ACTIONS_PAGE (page)))
    tambour_window_push (self, TAMBOUR_PAGE (tambour_actions_page_new (self->portfolio)));
}

static void
open_usage_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  TambourWindow *self = TAMBOUR_WINDOW (widget);
  TambourPage *page = tambour_window_get_page (self);
  const char *account_id = g_variant_get_string (parameter, NULL);
  gboolean is_there = page != NULL && TAMBOUR_IS_USAGE_PAGE (page) && g_str_equal (tambour_usage_page_get_account (TAMBOUR_USAGE_PAGE (page)), account_id);

  if (self->portfolio != NULL && *account_id != '\0' && !is_there)
    tambour_window_push (self, TAMBOUR_PAGE (tambour_usage_page_new (self->portfolio, account_id)));
}

static void
open_known_issues_action (GtkWidget  *widget,
                          const char *action_name,
                          GVariant   *parameter)
{
  TambourWindow *self = TAMBOUR_WINDOW (widget);
  TambourPage *page = tambour_window_get_page (self);

  if (self->portfolio != NULL && !(page != NULL && TAMBOUR_IS_ISSUES_PAGE (page)))
    tambour_window_push (self, TAMBOUR_PAGE (tambour_issues_page_new (self->portfolio)));
}

static void
confirm_exposure_action (GtkWidget  *widget,
                         const char *action_name,
                         GVariant   *parameter)
{
  TambourWindow *self = TAMBOUR_WINDOW (widget);

  if (can_edit (self))
    tambour_exposure_menu_confirm (GTK_WIDGET (self->stack), self->portfolio, g_variant_get_string (parameter, NULL));
}

/* What is to be done about an action or a commitment is asked on its page, about an
 * exposure wherever one sees it.
 */
static void
ask_step_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  TambourWindow *self = TAMBOUR_WINDOW (widget);
  TambourRecordClass *klass;
  TambourRecordPage *page;
  const char *kind, *id;
  guint step;
  gboolean is_audit;

  g_variant_get (parameter, "(&s&su)", &kind, &id, &step);

  if (self->portfolio == NULL || !(klass = tambour_kinds_find (kind)))
    return;

  if (tambour_exposure_dialog_asks (klass, step))
    {
      if (can_edit (self))
        tambour_exposure_dialog_present (GTK_WIDGET (self->stack), self->portfolio, step, id);
      return;
    }

  is_audit = tambour_audit_dialog_asks (klass, step);
  if ((!is_audit && !tambour_action_dialog_asks (step)) || !can_edit (self))
    return;

  page = tambour_record_page_new (self->portfolio, klass, id);
  tambour_window_push (self, TAMBOUR_PAGE (page));
  if (is_audit)
    tambour_audit_dialog_present (GTK_WIDGET (page), self->portfolio, step, id);
  else
    tambour_action_dialog_present (GTK_WIDGET (page), self->portfolio, step, klass, id);
}

/* What asks before something is done: each family is told which question, about which
 * record, "" for a new one, and of which account, "" for any.
 */
static const struct
{
  const char *action;
  guint       n_asks;
  void      (*present) (GtkWidget        *asked_by,
                   TambourPortfolio *portfolio,
                   guint kind,
                   const char *id,
                   const char *account_id);
} asks[] = {
  { "win.ask-roadmap", TAMBOUR_N_ROADMAP_ASKS, tambour_roadmap_dialog_present },
  { "win.ask-request", TAMBOUR_N_REQUEST_ASKS, tambour_request_dialog_present },
  { "win.ask-service", TAMBOUR_N_SERVICE_ASKS, tambour_service_dialog_present },
  { "win.ask-value", TAMBOUR_N_VALUE_ASKS, tambour_value_dialog_present },
  { "win.ask-library", TAMBOUR_N_LIBRARY_ASKS, tambour_library_dialog_present },
};

static void
ask_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  TambourWindow *self = TAMBOUR_WINDOW (widget);
  const char *id, *account_id;
  guint kind;

  g_variant_get (parameter, "(u&s&s)", &kind, &id, &account_id);
  for (guint i = 0; i < G_N_ELEMENTS (asks); i++)
    if (g_str_equal (asks[i].action, action_name) && kind < asks[i].n_asks && can_edit (self))
      asks[i].present (GTK_WIDGET (self->stack), self->portfolio, kind, *id ? id : NULL, *account_id ? account_id : NULL);
}

static void
log_call_with_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  TambourWindow *self = TAMBOUR_WINDOW (widget);

  if (can_edit (self))
    tambour_call_dialog_present (GTK_WIDGET (self->stack), self->portfolio, g_variant_get_string (parameter, NULL));
}

/* With the account that is shown, if one is. */
static void
log_call_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  const char *account_id = tambour_window_get_account (TAMBOUR_WINDOW (widget));

  gtk_widget_activate_action (widget, "win.log-call-with", "s", account_id ? account_id : "");
}

/* Which account, or which call of it; "" for the next one that is planned. */
static void
prep_sheet_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  TambourWindow *self = TAMBOUR_WINDOW (widget);
  const char *account_id, *meeting_id;

  g_variant_get (parameter, "(&s&s)", &account_id, &meeting_id);
  if (self->portfolio == NULL || adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL)
    return;

  tambour_prep_sheet_dialog_present (GTK_WIDGET (self->stack), self->portfolio, account_id, *meeting_id ? meeting_id : NULL);
}

/* A page that knows which call is the next is asked. */
static void
prepare_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TambourPage *page = tambour_window_get_page (TAMBOUR_WINDOW (widget));

  if (page != NULL)
    gtk_widget_activate_action (GTK_WIDGET (page), "page.prepare", NULL);
}

/**
 * tambour_window_install_record_actions:
 * @widget_class: the class of windows
 *
 * A page that something can be added to has an action "page.new", one that shows
 * something that can be edited "page.edit", and one that knows which call is the
 * next "page.prepare": the keys of the window lead there.
 */
void
tambour_window_install_record_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open-record", "(ss)", open_record_action);
  gtk_widget_class_install_action (widget_class, "win.show-fields", "(ss)", show_fields_action);
  gtk_widget_class_install_action (widget_class, "win.move-case", "(su)", move_case_action);
  gtk_widget_class_install_action (widget_class, "win.open-list", "(sss)", open_list_action);
  gtk_widget_class_install_action (widget_class, "win.open-records", "(sas)", open_records_action);
  gtk_widget_class_install_action (widget_class, "win.make-review", "s", make_review_action);
  gtk_widget_class_install_action (widget_class, "win.new-record", "(ss)", new_record_action);
  gtk_widget_class_install_action (widget_class, "win.new-record-within", "(sss)", new_record_within_action);
  gtk_widget_class_install_action (widget_class, "win.edit-record", "(ss)", edit_record_action);
  gtk_widget_class_install_action (widget_class, "win.copy-record", "(ss)", copy_record_action);
  gtk_widget_class_install_action (widget_class, "win.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "win.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "win.drafts", NULL, drafts_action);
  gtk_widget_class_install_action (widget_class, "win.open-actions", NULL, open_actions_action);
  gtk_widget_class_install_action (widget_class, "win.open-usage", "s", open_usage_action);
  gtk_widget_class_install_action (widget_class, "win.open-known-issues", NULL, open_known_issues_action);
  gtk_widget_class_install_action (widget_class, "win.confirm-exposure", "s", confirm_exposure_action);
  gtk_widget_class_install_action (widget_class, "win.ask-step", "(ssu)", ask_step_action);
  for (guint i = 0; i < G_N_ELEMENTS (asks); i++)
    gtk_widget_class_install_action (widget_class, asks[i].action, "(uss)", ask_action);
  gtk_widget_class_install_action (widget_class, "win.log-call", NULL, log_call_action);
  gtk_widget_class_install_action (widget_class, "win.log-call-with", "s", log_call_with_action);
  gtk_widget_class_install_action (widget_class, "win.prep-sheet", "(ss)", prep_sheet_action);
  gtk_widget_class_install_action (widget_class, "win.prepare", NULL, prepare_action);
}
