/* tambour-match-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-exposure-news.h"
#include "tambour-feedback.h"
#include "tambour-fill.h"
#include "tambour-issue-text.h"
#include "tambour-marked-row.h"
#include "tambour-match-dialog.h"
#include "tambour-notice-row.h"
#include "tambour-row-list.h"
#include "tambour-save-keys.h"
#include "tambour-saving.h"
#include "tambour-when.h"

/* As many as one looks through before one agrees. */
#define MAX_ROWS 100

/**
 * TambourMatchDialog:
 *
 * Shows what matching the components with the known issues would change, before it
 * is recorded: one change, which can be undone.
 */
struct _TambourMatchDialog
{
  AdwDialog         parent_instance;

  TambourPortfolio *portfolio;
  GtkWidget        *asked_by;
  GCancellable     *cancellable;

  /* Template widgets */
  AdwWindowTitle   *window_title;
  GtkWidget        *record_button;
  GtkWidget        *main;
  GtkWidget        *spinner;
  GtkListBox       *list;
  GtkLabel         *more_label;
};

G_DEFINE_FINAL_TYPE (TambourMatchDialog, tambour_match_dialog, ADW_TYPE_DIALOG)

/* --- what is found --------------------------------------------------------- */

static GtkWidget *
new_row (const TambourMatches     *matches,
         const TambourExposureHit *hit)
{
  const char *id = TAMBOUR_RECORD (hit->component)->account_id.id;
  const char *account = id ? g_hash_table_lookup (matches->accounts, id) : NULL;
  const char *style;
  const char *change = tambour_issue_text_change (hit, &style);
  g_autofree char *line = tambour_issue_text_hit (hit);
  GtkWidget *row = tambour_marked_row_new ("tambour-issue-symbolic", style, account ? account : _("No account"), line, change);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);

  return row;
}

static void
show_matches (TambourMatchDialog   *self,
              const TambourMatches *matches)
{
  guint n = MIN (matches->hits->len, MAX_ROWS);
  g_autofree char *summary = tambour_issue_text_summary (matches);
  guint n_more = matches->hits->len - n;
  g_autofree char *more = g_strdup_printf (ngettext ("%d more is recorded with them.", "%d more are recorded with them.", (int) n_more), (int) n_more);

  gtk_widget_set_visible (self->spinner, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->list), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->more_label), n_more > 0);
  gtk_label_set_text (self->more_label, more);
  adw_window_title_set_subtitle (self->window_title, matches->hits->len > 0 ? summary : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "match.record", matches->hits->len > 0);

  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->list, new_row (matches, g_ptr_array_index (matches->hits, i)));

  if (n == 0)
    tambour_row_list_say (self->list, tambour_notice_row_new ("object-select-symbolic", _("Nothing has changed"), summary));
  else
    gtk_widget_grab_focus (self->record_button);
}

static gpointer
load_matches (TambourStore    *store,
              const char      *me,
              TambourInstant   now,
              gpointer         data,
              GCancellable    *cancellable,
              GError         **error)
{
  return tambour_matches_load (store, cancellable, error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourMatchDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourMatches) matches = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (matches != NULL)
    {
      show_matches (self, matches);
      return;
    }

  tambour_feedback_fail (self->asked_by, error);
  adw_dialog_force_close (ADW_DIALOG (self));
}

/* --- recording it ---------------------------------------------------------- */

static gboolean
fill_matches (TambourChange   *change,
              TambourStore    *store,
              TambourInstant   now,
              gpointer         data,
              GError         **error)
{
  g_autoptr(GTimeZone) here = tambour_when_zone (NULL);

  return tambour_matches_record (store, tambour_zone_date_of (here, now), change, error);
}

static void
recorded_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(TambourMatchDialog) self = user_data;
  g_autoptr(GError) error = NULL;

  if (tambour_fill_finish (TAMBOUR_PORTFOLIO (source), result, &error))
    tambour_feedback_offer_undo (self->asked_by, _("Matches recorded"));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tambour_feedback_fail (self->asked_by, error);

  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
record_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TambourMatchDialog *self = TAMBOUR_MATCH_DIALOG (widget);
  g_autoptr(TambourChange) change = tambour_portfolio_new_change (self->portfolio, _("Match known issues"));

  gtk_widget_action_set_enabled (widget, "match.record", FALSE);
  tambour_saving_set (self->main, TRUE);
  tambour_fill_async (self->portfolio, change, fill_matches, NULL, NULL, self->cancellable, recorded_cb, g_object_ref (self));
}

/* --- the dialog ------------------------------------------------------------ */

static void
tambour_match_dialog_closed (AdwDialog *dialog)
{
  g_cancellable_cancel (TAMBOUR_MATCH_DIALOG (dialog)->cancellable);
}

static void
tambour_match_dialog_dispose (GObject *object)
{
  TambourMatchDialog *self = TAMBOUR_MATCH_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->portfolio);
  g_clear_object (&self->asked_by);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_MATCH_DIALOG);

  G_OBJECT_CLASS (tambour_match_dialog_parent_class)->dispose (object);
}

static void
tambour_match_dialog_class_init (TambourMatchDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_match_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = tambour_match_dialog_closed;
  gtk_widget_class_install_action (widget_class, "match.record", NULL, record_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-match-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourMatchDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, TambourMatchDialog, record_button);
  gtk_widget_class_bind_template_child (widget_class, TambourMatchDialog, main);
  gtk_widget_class_bind_template_child (widget_class, TambourMatchDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, TambourMatchDialog, list);
  gtk_widget_class_bind_template_child (widget_class, TambourMatchDialog, more_label);
}

static void
tambour_match_dialog_init (TambourMatchDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "match.record", FALSE);
  tambour_save_keys_add (GTK_WIDGET (self), gtk_named_action_new ("match.record"));
}

/**
 * tambour_match_dialog_present:
 * @asked_by: the widget that asks for it, which says what was done
 * @portfolio: a portfolio
 *
 * Matches all components with all known issues, and asks before it records what is
 * new and what is over.
 */
void
tambour_match_dialog_present (GtkWidget        *asked_by,
                              TambourPortfolio *portfolio)
{
  TambourMatchDialog *self = g_object_new (TAMBOUR_TYPE_MATCH_DIALOG, NULL);

  g_set_object (&self->portfolio, portfolio);
  g_set_object (&self->asked_by, asked_by);
  adw_dialog_present (ADW_DIALOG (self), asked_by);
  tambour_portfolio_load_async (portfolio, load_matches, NULL, NULL, (GDestroyNotify) tambour_matches_free,
                                self->cancellable, loaded_cb, g_object_ref (self));
}
