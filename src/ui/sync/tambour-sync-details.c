/* tambour-sync-details.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-sync-details.h"

#include "tambour-refusals.h"
#include "tambour-row-record.h"
#include "tambour-sync-text.h"

/**
 * TambourSyncDetails:
 *
 * What stands behind the sync line: when both sides were last the same, what waits,
 * what went wrong, what the server refused, and who else is there.
 */
struct _TambourSyncDetails
{
  AdwBin             parent_instance;

  TambourPortfolio  *portfolio;
  GCancellable      *cancellable;
  gint64             n_refused;      /* when they were read */

  /* Template widgets */
  GtkLabel          *file_label;
  GtkLabel          *saved_label;
  GtkLabel          *last_label;
  GtkLabel          *waiting_label;
  GtkLabel          *trouble_label;
  GtkLabel          *online_label;
  GtkLabel          *skipped_label;
  GtkWidget         *progress_box;
  GtkProgressBar    *progress_bar;
  GtkLabel          *progress_label;
  GtkWidget         *refused_box;
  GtkListBox        *refused_list;
  GtkWidget         *sync_button;
  GtkButton         *team_button;
};

G_DEFINE_FINAL_TYPE (TambourSyncDetails, tambour_sync_details, ADW_TYPE_BIN)

/* A label that says nothing takes no room. */
static void
say (GtkLabel *label,
     char     *words)
{
  gtk_label_set_text (label, words);
  gtk_widget_set_visible (GTK_WIDGET (label), *words != '\0');
  g_free (words);
}

static void
refused_activated_cb (TambourSyncDetails *self,
                      GtkListBoxRow      *row,
                      GtkListBox         *list)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  tambour_row_record_open (row);
  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
refusals_loaded_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr(TambourSyncDetails) self = user_data;
  g_autoptr(GPtrArray) refusals = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, NULL);

  if (refusals == NULL || self->portfolio == NULL)
    return;

  tambour_refusals_show (self->refused_list, refusals, tambour_portfolio_now (self->portfolio));
  gtk_widget_set_visible (self->refused_box, refusals->len > 0);
}

static void
show_refusals (TambourSyncDetails      *self,
               const TambourSyncStatus *status)
{
  if (status->n_refused == self->n_refused || self->portfolio == NULL)
    return;

  self->n_refused = status->n_refused;
  tambour_portfolio_load_async (self->portfolio, tambour_refusals_load, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                                self->cancellable, refusals_loaded_cb, g_object_ref (self));
}

static void
show_progress (TambourSyncDetails      *self,
               const TambourSyncStatus *status)
{
  g_autofree char *words = tambour_sync_text_progress (status);

  gtk_widget_set_visible (self->progress_box, *words != '\0');
  gtk_label_set_text (self->progress_label, words);
  if (*words != '\0')
    gtk_progress_bar_set_fraction (self->progress_bar, CLAMP ((double) status->done / (double) status->total, 0, 1));
}

static void
tambour_sync_details_dispose (GObject *object)
{
  TambourSyncDetails *self = TAMBOUR_SYNC_DETAILS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_SYNC_DETAILS);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (tambour_sync_details_parent_class)->dispose (object);
}

static void
tambour_sync_details_class_init (TambourSyncDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_sync_details_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-sync-details.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourSyncDetails, file_label);
  gtk_widget_class_bind_template_child (widget_class, TambourSyncDetails, saved_label);
  gtk_widget_class_bind_template_child (widget_class, TambourSyncDetails, last_label);
  gtk_widget_class_bind_template_child (widget_class, TambourSyncDetails, waiting_label);
  gtk_widget_class_bind_template_child (widget_class, TambourSyncDetails, trouble_label);
  gtk_widget_class_bind_template_child (widget_class, TambourSyncDetails, online_label);
  gtk_widget_class_bind_template_child (widget_class, TambourSyncDetails, skipped_label);
  gtk_widget_class_bind_template_child (widget_class, TambourSyncDetails, progress_box);
  gtk_widget_class_bind_template_child (widget_class, TambourSyncDetails, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, TambourSyncDetails, progress_label);
  gtk_widget_class_bind_template_child (widget_class, TambourSyncDetails, refused_box);
  gtk_widget_class_bind_template_child (widget_class, TambourSyncDetails, refused_list);
  gtk_widget_class_bind_template_child (widget_class, TambourSyncDetails, sync_button);
  gtk_widget_class_bind_template_child (widget_class, TambourSyncDetails, team_button);
  gtk_widget_class_bind_template_callback (widget_class, refused_activated_cb);
}

static void
tambour_sync_details_init (TambourSyncDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tambour_sync_details_set_portfolio:
 * @self: details
 * @portfolio: (nullable): whose state they tell
 */
void
tambour_sync_details_set_portfolio (TambourSyncDetails *self,
                                    TambourPortfolio   *portfolio)
{
  g_autofree char *name = NULL;
  g_autofree char *folder = NULL;

  g_return_if_fail (TAMBOUR_IS_SYNC_DETAILS (self));

  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  self->cancellable = g_cancellable_new ();
  self->n_refused = 0;
  gtk_widget_set_visible (self->refused_box, FALSE);
  g_set_object (&self->portfolio, portfolio);
  if (portfolio == NULL)
    return;

  name = tambour_portfolio_dup_name (portfolio);
  folder = g_path_get_dirname (tambour_portfolio_get_path (portfolio));
  gtk_label_set_text (self->file_label, name);
  say (self->saved_label, g_strdup_printf (_("Every change is saved in “%s” at once. Nothing is sent anywhere."), folder));
}

/**
 * tambour_sync_details_show:
 * @self: details
 * @status: how the replication stands
 * @now: the time that is "now"
 */
void
tambour_sync_details_show (TambourSyncDetails      *self,
                           const TambourSyncStatus *status,
                           TambourInstant           now)
{
  gboolean is_team = status->state != TAMBOUR_SYNC_OFF;

  g_return_if_fail (TAMBOUR_IS_SYNC_DETAILS (self));

  gtk_widget_set_visible (GTK_WIDGET (self->saved_label), !is_team);
  say (self->last_label, is_team ? tambour_sync_text_last (status, now) : g_strdup (""));
  say (self->waiting_label, is_team ? tambour_sync_text_waiting (status) : g_strdup (""));
  say (self->trouble_label, is_team ? tambour_sync_text_trouble (status, now) : g_strdup (""));
  say (self->online_label, tambour_sync_text_online (status));
  say (self->skipped_label, tambour_sync_text_skipped (status));
  if (status->state == TAMBOUR_SYNC_FAILED)
    gtk_widget_add_css_class (GTK_WIDGET (self->trouble_label), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->trouble_label), "error");
  show_progress (self, status);
  show_refusals (self, status);
  gtk_widget_set_visible (self->sync_button, is_team);
  gtk_button_set_label (self->team_button, is_team ? _("Team Settings…") : _("Work as a Team…"));
}
