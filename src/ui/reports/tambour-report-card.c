/* tambour-report-card.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-report-card.h"

#include "tambour-initials.h"
#include "tambour-reports-state.h"
#include "tambour-reports-text.h"
#include "tambour-tooltip.h"
#include "tambour-when.h"

/**
 * TambourReportCard:
 *
 * An account of the table of reports, where there is no room for its columns: what is missing is
 * said in words.
 */
struct _TambourReportCard
{
  GtkBox               parent_instance;

  GBinding            *binding;

  /* Template widgets */
  GtkCheckButton      *check;
  GtkLabel            *initials_label;
  GtkLabel            *name_label;
  GtkLabel            *line_label;
  TambourReportsState *state;
  GtkLabel            *missing_label;
};

G_DEFINE_FINAL_TYPE (TambourReportCard, tambour_report_card, GTK_TYPE_BOX)

static char *
dup_line (const TambourReportsLine *line)
{
  gint64 n = line->readiness->n_cases;
  g_autofree char *number = tambour_when_number (n);
  g_autofree char *cases = g_strdup_printf (ngettext ("%s case", "%s cases", (gulong) n), number);

  if (line->tam == NULL || line->tam->name == NULL)
    return g_steal_pointer (&cases);

  return g_strdup_printf ("%s · %s", line->tam->name, cases);
}

static char *
dup_missing (const TambourReadiness *readiness)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; readiness->in_plan && i < TAMBOUR_N_READINESS_COLUMNS; i++)
    if (readiness->cells[i].done < readiness->cells[i].needed)
      g_ptr_array_add (parts, tambour_reports_text_cell (readiness, i));

  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
forget (TambourReportCard *self)
{
  if (self->binding != NULL)
    g_binding_unbind (self->binding);
  g_clear_object (&self->binding);
}

static void
tambour_report_card_dispose (GObject *object)
{
  TambourReportCard *self = TAMBOUR_REPORT_CARD (object);

  forget (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_REPORT_CARD);

  G_OBJECT_CLASS (tambour_report_card_parent_class)->dispose (object);
}

static void
tambour_report_card_class_init (TambourReportCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_report_card_dispose;

  g_type_ensure (TAMBOUR_TYPE_REPORTS_STATE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-report-card.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourReportCard, check);
  gtk_widget_class_bind_template_child (widget_class, TambourReportCard, initials_label);
  gtk_widget_class_bind_template_child (widget_class, TambourReportCard, name_label);
  gtk_widget_class_bind_template_child (widget_class, TambourReportCard, line_label);
  gtk_widget_class_bind_template_child (widget_class, TambourReportCard, state);
  gtk_widget_class_bind_template_child (widget_class, TambourReportCard, missing_label);
}

static void
tambour_report_card_init (TambourReportCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tambour_report_card_new:
 *
 * Returns: (transfer floating): a card of nothing
 */
GtkWidget *
tambour_report_card_new (void)
{
  return g_object_new (TAMBOUR_TYPE_REPORT_CARD, NULL);
}

/**
 * tambour_report_card_show:
 * @self: a card
 * @item: (nullable): an account
 *
 * Has it show @item, from now on.
 */
void
tambour_report_card_show (TambourReportCard  *self,
                          TambourReportsItem *item)
{
  const TambourReportsLine *line;
  g_autofree char *text = NULL;
  g_autofree char *missing = NULL;

  g_return_if_fail (TAMBOUR_IS_REPORT_CARD (self));

  forget (self);
  tambour_reports_state_show (self->state, item);
  if (item == NULL)
    return;

  line = tambour_reports_item_get_line (item);
  text = dup_line (line);
  missing = dup_missing (line->readiness);
  tambour_initials_show (self->initials_label, tambour_reports_item_get_name (item));
  gtk_label_set_text (self->name_label, tambour_reports_item_get_name (item));
  tambour_tooltip_set (self->name_label, tambour_reports_item_get_name (item));
  gtk_label_set_text (self->line_label, text);
  gtk_label_set_text (self->missing_label, missing);
  gtk_widget_set_visible (GTK_WIDGET (self->missing_label), *missing != '\0');
  gtk_widget_set_sensitive (GTK_WIDGET (self->check), line->readiness->in_plan);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, tambour_reports_item_get_name (item), -1);
  self->binding = g_object_ref (g_object_bind_property (item, "chosen", self->check, "active",
                                                        G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE));
}
