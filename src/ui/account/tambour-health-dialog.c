/* tambour-health-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-fact-cell.h"
#include "tambour-health-dialog.h"
#include "tambour-health-mark.h"
#include "tambour-health-reason.h"
#include "tambour-health-text.h"
#include "tambour-tooltip.h"

/**
 * TambourHealthDialog:
 *
 * How an account's health is counted: every part with its points, and those
 * that have no data. Each part leads to its records.
 */
struct _TambourHealthDialog
{
  AdwDialog       parent_instance;

  /* Template widgets */
  AdwWindowTitle *window_title;
  GtkListBox     *list;
  GtkBox         *missing_box;
  GtkListBox     *missing_list;
};

G_DEFINE_FINAL_TYPE (TambourHealthDialog, tambour_health_dialog, ADW_TYPE_DIALOG)

/* The records are shown behind it, so it goes. */
static void
row_activated_cb (TambourHealthDialog *self,
                  GtkListBoxRow       *row)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  tambour_health_reason_open (row, GTK_WIDGET (root));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
tambour_health_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_HEALTH_DIALOG);

  G_OBJECT_CLASS (tambour_health_dialog_parent_class)->dispose (object);
}

static void
tambour_health_dialog_class_init (TambourHealthDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_health_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-health-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourHealthDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, TambourHealthDialog, list);
  gtk_widget_class_bind_template_child (widget_class, TambourHealthDialog, missing_box);
  gtk_widget_class_bind_template_child (widget_class, TambourHealthDialog, missing_list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
tambour_health_dialog_init (TambourHealthDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
new_part_row (const TambourHealth     *health,
              const TambourHealthPart *part,
              const char              *account_id,
              TambourDate              today)
{
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "icon-name", tambour_health_text_icon (part), "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *row = tambour_fact_cell_new_row (image, TRUE);
  g_autofree char *text = tambour_health_text_reason (part, today);
  g_autofree char *points = tambour_health_text_weight (health, part);

  gtk_widget_add_css_class (image, tambour_health_text_style (part));
  tambour_fact_cell_show (tambour_fact_cell_of_row (row), text,
                          isnan (part->value) ? NULL : part->is_manual ? _("Judged by a person")
                                                                       : NULL,
                          isnan (part->value) ? NULL : points);
  tambour_tooltip_set (row, text);
  tambour_health_reason_bind (GTK_LIST_BOX_ROW (row), part, account_id);

  return row;
}

/**
 * tambour_health_dialog_new:
 * @health: an account's health
 * @account_id: the account
 * @today: the day that is today
 *
 * Returns: (transfer floating): a dialog that shows how it is counted
 */
AdwDialog *
tambour_health_dialog_new (const TambourHealth *health,
                           const char          *account_id,
                           TambourDate          today)
{
  TambourHealthDialog *self = g_object_new (TAMBOUR_TYPE_HEALTH_DIALOG, NULL);
  g_autofree char *score = isnan (health->score) ? NULL : g_strdup_printf (_("%.0f of 100 points"), health->score);
  g_autofree char *subtitle = score ? g_strdup_printf ("%s · %s", tambour_health_mark_name (health->level), score)
                                    : g_strdup (tambour_health_mark_name (health->level));
  guint n_missing = 0;

  adw_window_title_set_subtitle (self->window_title, subtitle);
  for (guint i = 0; i < health->parts->len; i++)
    {
      const TambourHealthPart *part = g_ptr_array_index (health->parts, i);
      gboolean is_missing = isnan (part->value);

      gtk_list_box_append (is_missing ? self->missing_list : self->list, new_part_row (health, part, account_id, today));
      n_missing += is_missing;
    }

  gtk_widget_set_visible (GTK_WIDGET (self->list), n_missing < health->parts->len);
  gtk_widget_set_visible (GTK_WIDGET (self->missing_box), n_missing > 0);

  return ADW_DIALOG (self);
}
