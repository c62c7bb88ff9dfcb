/* tambour-audit-page-actions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-audit-dialog.h"
#include "tambour-audit-files.h"
#include "tambour-audit-page-private.h"
#include "tambour-audit-presentation.h"
#include "tambour-audit-text.h"
#include "tambour-fill.h"
#include "tambour-launch.h"
#include "tambour-note-links.h"

/* What one can do about the audit that is shown. */

static TambourPortfolio *
get_portfolio (gpointer self)
{
  return tambour_page_get_portfolio (self);
}

static TambourAuditMove *
new_move (gpointer              self,
          TambourAuditMoveKind  kind,
          const char           *id)
{
  return tambour_audit_move_new (kind, id, tambour_portfolio_get_author (get_portfolio (self)));
}

static gboolean
fill_move (TambourChange   *change,
           TambourStore    *store,
           TambourInstant   now,
           gpointer         data,
           GError         **error)
{
  return tambour_audit_move_fill (data, store, now, change, error);
}

static void
do_move (GtkWidget        *widget,
         TambourAuditMove *move,
         const char       *label,
         const char       *message)
{
  g_autoptr(TambourChange) change = tambour_portfolio_new_change (get_portfolio (widget), label);

  tambour_fill_and_commit (widget, get_portfolio (widget), change, fill_move, move, (GDestroyNotify) tambour_audit_move_free, message);
}

static void
answer_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  const char *id;
  guint answer;

  g_variant_get (parameter, "(&su)", &id, &answer);
  if (answer <= TAMBOUR_ANSWER_NA)
    tambour_audit_page_answer (TAMBOUR_AUDIT_PAGE (widget), id, answer);
}

static const TambourAuditCheck *
find_check (TambourAuditPage *self,
            const char       *answer_id)
{
  for (guint i = 0; self->file != NULL && i < self->file->checks->len; i++)
    {
      const TambourAuditCheck *check = g_ptr_array_index (self->file->checks, i);

      if (g_strcmp0 (TAMBOUR_RECORD (check->answer)->id, answer_id) == 0)
        return check;
    }

  return NULL;
}

/* --- evidence -------------------------------------------------------------- */

static void
evidence_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  if (!tambour_audit_page_is_fixed (TAMBOUR_AUDIT_PAGE (widget)))
    tambour_audit_dialog_present (widget, get_portfolio (widget), TAMBOUR_AUDIT_MOVE_COMMENT, g_variant_get_string (parameter, NULL));
}

static void
files_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  const TambourAuditCheck *check = find_check (TAMBOUR_AUDIT_PAGE (widget), g_variant_get_string (parameter, NULL));

  if (check != NULL)
    tambour_audit_files_present (widget, get_portfolio (widget), check->answer);
}

static void
evidence_here_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  TambourAuditPage *self = TAMBOUR_AUDIT_PAGE (widget);
  g_autoptr(TambourAuditItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), tambour_audit_page_get_here (self));

  if (item != NULL && !tambour_audit_page_is_fixed (self))
    tambour_audit_dialog_present (widget, get_portfolio (widget), TAMBOUR_AUDIT_MOVE_COMMENT, tambour_audit_item_get_id (item));
}

static char *
dup_without (TambourAuditAnswer *answer,
             const char         *evidence)
{
  g_auto(GStrv) lines = tambour_audit_text_evidence (answer);
  GString *rest = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (!g_str_equal (lines[i], evidence))
      g_string_append_printf (rest, "%s%s", rest->len > 0 ? "\n" : "", lines[i]);

  return g_string_free (rest, FALSE);
}

static void
remove_evidence_action (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  const TambourAuditCheck *check;
  TambourAuditMove *move;
  const char *id, *evidence;

  g_variant_get (parameter, "(&s&s)", &id, &evidence);
  if (!(check = find_check (TAMBOUR_AUDIT_PAGE (widget), id)))
    return;

  move = new_move (widget, TAMBOUR_AUDIT_MOVE_EVIDENCE, id);
  move->evidence = dup_without (check->answer, evidence);
  do_move (widget, move, _("Remove evidence"), _("Evidence removed"));
}

/* --- findings -------------------------------------------------------------- */

/* It is called by its question until somebody says it better. */
static void
raise_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  const TambourAuditCheck *check = find_check (TAMBOUR_AUDIT_PAGE (widget), g_variant_get_string (parameter, NULL));
  TambourAuditMove *move;

  if (check == NULL)
    return;

  move = new_move (widget, TAMBOUR_AUDIT_MOVE_RAISE, NULL);
  move->of = g_strdup (TAMBOUR_RECORD (check->answer)->id);
  move->title = g_strdup (check->item ? check->item->text : check->answer->item_key);
  move->text = g_strdup (check->answer->comment);
  move->severity = check->answer->severity;
  do_move (widget, move, _("Raise finding"), _("Finding raised"));
}

static void
rate_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TambourAuditMove *move;
  const char *id;
  guint severity;

  g_variant_get (parameter, "(&su)", &id, &severity);
  move = new_move (widget, TAMBOUR_AUDIT_MOVE_RATE, id);
  move->severity = severity;
  do_move (widget, move, _("Change severity"), NULL);
}

static void
edit_finding_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.edit-record", "(ss)", "finding", g_variant_get_string (parameter, NULL));
}

static void
plan_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  do_move (widget, new_move (widget, TAMBOUR_AUDIT_MOVE_PLAN, g_variant_get_string (parameter, NULL)), _("Make action"), _("Action made"));
}

static void
accept_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  tambour_audit_dialog_present (widget, get_portfolio (widget), TAMBOUR_AUDIT_MOVE_ACCEPT, g_variant_get_string (parameter, NULL));
}

static gboolean
fill_moves (TambourChange   *change,
            TambourStore    *store,
            TambourInstant   now,
            gpointer         data,
            GError         **error)
{
  GPtrArray *moves = data;

  for (guint i = 0; i < moves->len; i++)
    if (!tambour_audit_move_fill (g_ptr_array_index (moves, i), store, now, change, error))
      return FALSE;

  return TRUE;
}

static void
plan_all_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  TambourAuditPage *self = TAMBOUR_AUDIT_PAGE (widget);
  g_autoptr(TambourChange) change = tambour_portfolio_new_change (get_portfolio (self), _("Make actions of findings"));
  GPtrArray *moves = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_audit_move_free);
  g_autofree char *message = NULL;

  for (guint i = 0; i < self->file->findings->len; i++)
    {
      TambourFinding *finding = g_ptr_array_index (self->file->findings, i);

      if (finding->status == TAMBOUR_FINDING_STATUS_OPEN)
        g_ptr_array_add (moves, new_move (self, TAMBOUR_AUDIT_MOVE_PLAN, TAMBOUR_RECORD (finding)->id));
    }

  message = g_strdup_printf (ngettext ("%d action made", "%d actions made", moves->len), (int) moves->len);
  tambour_fill_and_commit (widget, get_portfolio (self), change, fill_moves, moves, (GDestroyNotify) g_ptr_array_unref, message);
}

/* --- to finish ------------------------------------------------------------- */

static void
finish (TambourAuditPage *self)
{
  do_move (GTK_WIDGET (self), new_move (self, TAMBOUR_AUDIT_MOVE_FINISH, tambour_file_page_get_id (self)), _("Finish audit"), _("Audit finished"));
}

static void
finish_response_cb (TambourAuditPage *self,
                    const char       *response)
{
  if (g_str_equal (response, "finish"))
    finish (self);
}

/* Where nothing is open it is done at once: undo takes it back. */
static void
finish_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TambourAuditPage *self = TAMBOUR_AUDIT_PAGE (widget);
  guint n = self->file->counts[TAMBOUR_ANSWER_NOT_VERIFIED];
  AdwDialog *dialog;

  if (n == 0)
    {
      finish (self);
      return;
    }

  dialog = adw_alert_dialog_new (_("Finish This Audit?"), NULL);
  adw_alert_dialog_format_body (ADW_ALERT_DIALOG (dialog),
                                ngettext ("%d check is not answered. It does not count for the score, and stays not verified.",
                                          "%d checks are not answered. They do not count for the score, and stay not verified.", n),
                                (int) n);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "finish", _("_Finish"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "finish", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (finish_response_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

/* --- elsewhere ------------------------------------------------------------- */

static void
next_open_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  TambourAuditPage *self = TAMBOUR_AUDIT_PAGE (widget);
  const TambourAuditPart *part = g_ptr_array_index (self->file->parts, self->part);
  guint here = tambour_audit_page_get_here (self);
  guint n = self->file->checks->len;
  guint from = part->first + (here == GTK_INVALID_LIST_POSITION ? 0 : here + 1);

  for (guint i = 0; i < n; i++)
    {
      const TambourAuditCheck *check = g_ptr_array_index (self->file->checks, (from + i) % n);

      if (check->answer->answer != TAMBOUR_ANSWER_NOT_VERIFIED)
        continue;

      tambour_audit_page_show_part (self, check->section, check->number - 1);
      tambour_audit_page_go (self, check->number - 1);
      return;
    }
}

/* A case by its number, or a web page. */
static void
open_evidence_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  TambourAuditPage *self = TAMBOUR_AUDIT_PAGE (widget);
  const char *evidence = g_variant_get_string (parameter, NULL);

  if (self->file == NULL)
    return;

  if (*evidence == '#')
    tambour_note_links_open (widget, get_portfolio (self), TAMBOUR_RECORD (self->file->record)->account_id.id, TAMBOUR_LINK_CASE, evidence + 1);
  else
    tambour_launch_uri (widget, evidence);
}

static void
present_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TambourAuditPage *self = TAMBOUR_AUDIT_PAGE (widget);

  tambour_audit_presentation_present (widget, self->file, self->part);
}

static gboolean
has_open_finding (TambourAuditFile *file)
{
  for (guint i = 0; i < file->findings->len; i++)
    if (((TambourFinding *) g_ptr_array_index (file->findings, i))->status == TAMBOUR_FINDING_STATUS_OPEN)
      return TRUE;

  return FALSE;
}

/**
 * tambour_audit_page_update_actions:
 * @self: a page of an audit
 *
 * Offers what can be done about the audit as it is.
 */
void
tambour_audit_page_update_actions (TambourAuditPage *self)
{
  static const char * const open[] = {
    "audit.answer", "audit.evidence", "audit.evidence-here", "audit.remove-evidence", "audit.finish", "audit.next-open", "page.edit",
  };
  static const char * const always[] = {
    "audit.raise", "audit.rate", "audit.edit-finding", "audit.plan", "audit.accept",
  };
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_fixed = tambour_audit_page_is_fixed (self);
  gboolean can_write = self->file != NULL && !tambour_portfolio_is_read_only (get_portfolio (self));
  gboolean can_plan = can_write && has_open_finding (self->file);

  for (guint i = 0; i < G_N_ELEMENTS (open); i++)
    gtk_widget_action_set_enabled (widget, open[i], !is_fixed);
  for (guint i = 0; i < G_N_ELEMENTS (always); i++)
    gtk_widget_action_set_enabled (widget, always[i], can_write);

  gtk_widget_action_set_enabled (widget, "audit.plan-all", can_plan);
  gtk_widget_action_set_enabled (widget, "audit.export", self->file != NULL);
  gtk_widget_action_set_enabled (widget, "audit.present", self->file != NULL && self->file->checks->len > 0);
  gtk_widget_set_visible (self->plan_all_button, can_plan);
  gtk_widget_set_visible (self->finish_button, !is_fixed);
  gtk_widget_set_visible (GTK_WIDGET (self->hints), !is_fixed && !self->is_narrow);
}

/**
 * tambour_audit_page_install_actions:
 * @widget_class: the class of pages of audits
 */
void
tambour_audit_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "audit.answer", "(su)", answer_action);
  gtk_widget_class_install_action (widget_class, "audit.evidence", "s", evidence_action);
  gtk_widget_class_install_action (widget_class, "audit.evidence-here", NULL, evidence_here_action);
  gtk_widget_class_install_action (widget_class, "audit.files", "s", files_action);
  gtk_widget_class_install_action (widget_class, "audit.remove-evidence", "(ss)", remove_evidence_action);
  gtk_widget_class_install_action (widget_class, "audit.open-evidence", "s", open_evidence_action);
  gtk_widget_class_install_action (widget_class, "audit.raise", "s", raise_action);
  gtk_widget_class_install_action (widget_class, "audit.rate", "(su)", rate_action);
  gtk_widget_class_install_action (widget_class, "audit.edit-finding", "s", edit_finding_action);
  gtk_widget_class_install_action (widget_class, "audit.plan", "s", plan_action);
  gtk_widget_class_install_action (widget_class, "audit.plan-all", NULL, plan_all_action);
  gtk_widget_class_install_action (widget_class, "audit.accept", "s", accept_action);
  gtk_widget_class_install_action (widget_class, "audit.finish", NULL, finish_action);
  gtk_widget_class_install_action (widget_class, "audit.next-open", NULL, next_open_action);
  gtk_widget_class_install_action (widget_class, "audit.present", NULL, present_action);
  gtk_widget_class_install_action (widget_class, "page.edit", NULL, tambour_file_page_edit_action);
  tambour_audit_page_install_export (widget_class);
}
