/* tambour-usage-card.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-account-text.h"
#include "tambour-bar-chart.h"
#include "tambour-usage-card.h"
#include "tambour-when.h"

/**
 * TambourUsageCard:
 *
 * How much a customer uses what was bought: a bar for each week, the value of
 * the last one, and where the figures come from.
 */
struct _TambourUsageCard
{
  GtkBox           parent_instance;

  /* Template widgets */
  GtkLabel        *title_label;
  GtkLabel        *value_label;
  GtkActionable   *open_button;
  GtkBox          *chart_box;
  TambourBarChart *chart;
  GtkLabel        *first_label;
  GtkLabel        *last_label;
  GtkLabel        *line_label;
};

G_DEFINE_FINAL_TYPE (TambourUsageCard, tambour_usage_card, GTK_TYPE_BOX)

static void
tambour_usage_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_USAGE_CARD);

  G_OBJECT_CLASS (tambour_usage_card_parent_class)->dispose (object);
}

static void
tambour_usage_card_class_init (TambourUsageCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_usage_card_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-usage-card.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourUsageCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, TambourUsageCard, value_label);
  gtk_widget_class_bind_template_child (widget_class, TambourUsageCard, open_button);
  gtk_widget_class_bind_template_child (widget_class, TambourUsageCard, chart_box);
  gtk_widget_class_bind_template_child (widget_class, TambourUsageCard, chart);
  gtk_widget_class_bind_template_child (widget_class, TambourUsageCard, first_label);
  gtk_widget_class_bind_template_child (widget_class, TambourUsageCard, last_label);
  gtk_widget_class_bind_template_child (widget_class, TambourUsageCard, line_label);

  g_type_ensure (TAMBOUR_TYPE_BAR_CHART);
}

static void
tambour_usage_card_init (TambourUsageCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_chart (TambourUsageCard           *self,
            const TambourOverviewUsage *usage,
            TambourDate                 today)
{
  TambourDate last = { usage->first_week.julian + (TAMBOUR_OVERVIEW_WEEKS - 1) * 7 };
  g_autofree char *first = tambour_when_date (usage->first_week, today);
  g_autofree char *end = tambour_when_date (last, today);
  g_autofree char *value = tambour_account_text_compact (usage->latest);
  g_autofree char *line = tambour_account_text_usage_line (usage, today);
  g_autofree char *summary = tambour_account_text_usage (usage, today);

  gtk_label_set_text (self->value_label, value);
  gtk_label_set_text (self->first_label, first);
  gtk_label_set_text (self->last_label, end);
  gtk_label_set_text (self->line_label, line);
  tambour_bar_chart_set_values (self->chart, usage->weeks, TAMBOUR_OVERVIEW_WEEKS);
  tambour_bar_chart_describe (self->chart, summary);
}

/**
 * tambour_usage_card_show:
 * @self: a usage card
 * @overview: an overview
 */
void
tambour_usage_card_show (TambourUsageCard      *self,
                         const TambourOverview *overview)
{
  const TambourOverviewUsage *usage = &overview->usage;
  gboolean has_data = usage->metric != NULL;

  g_return_if_fail (TAMBOUR_IS_USAGE_CARD (self));

  gtk_actionable_set_action_target (self->open_button, "s", TAMBOUR_RECORD (overview->account)->id);
  gtk_label_set_text (self->title_label, tambour_account_text_usage_title (usage->metric));
  gtk_widget_set_visible (GTK_WIDGET (self->chart_box), has_data);
  gtk_widget_set_visible (GTK_WIDGET (self->value_label), has_data);

  if (has_data)
    show_chart (self, usage, overview->today);
  else
    gtk_label_set_text (self->line_label, _("No usage is recorded. Import a file of daily values to see the last sixteen weeks here"));
}
