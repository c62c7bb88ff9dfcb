/* tambour-metric-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-metric-row.h"
#include "tambour-spark-line.h"
#include "tambour-tooltip.h"
#include "tambour-usage-text.h"

/**
 * TambourMetricRow:
 *
 * A metric of an account: how it went, its last value, and whether that is as it
 * should be.
 */
struct _TambourMetricRow
{
  GtkBox            parent_instance;

  /* Template widgets */
  GtkLabel         *title_label;
  GtkLabel         *change_label;
  TambourSparkLine *spark_line;
  GtkLabel         *value_label;
  GtkLabel         *state_label;
};

G_DEFINE_FINAL_TYPE (TambourMetricRow, tambour_metric_row, GTK_TYPE_BOX)

static void
tambour_metric_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_METRIC_ROW);

  G_OBJECT_CLASS (tambour_metric_row_parent_class)->dispose (object);
}

static void
tambour_metric_row_class_init (TambourMetricRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_metric_row_dispose;

  g_type_ensure (TAMBOUR_TYPE_SPARK_LINE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-metric-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourMetricRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, TambourMetricRow, change_label);
  gtk_widget_class_bind_template_child (widget_class, TambourMetricRow, spark_line);
  gtk_widget_class_bind_template_child (widget_class, TambourMetricRow, value_label);
  gtk_widget_class_bind_template_child (widget_class, TambourMetricRow, state_label);
}

static void
tambour_metric_row_init (TambourMetricRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tambour_metric_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing
 */
GtkWidget *
tambour_metric_row_new (void)
{
  return g_object_new (TAMBOUR_TYPE_METRIC_ROW, NULL);
}

/**
 * tambour_metric_row_show:
 * @self: a row
 * @line: a metric
 * @today: the day that is today
 *
 * Returns: (transfer full): what a screen reader says of it
 */
char *
tambour_metric_row_show (TambourMetricRow       *self,
                         const TambourUsageLine *line,
                         TambourDate             today)
{
  guint n = line->series->points->len;
  const TambourSeriesPoint *points = tambour_usage_series_get_points (line->series);
  const char *state = tambour_usage_text_state (line->state);
  const char *classes[] = { "tag", tambour_usage_text_style (line->state), NULL };
  g_autofree char *name = tambour_usage_text_line_name (line);
  g_autofree char *title = tambour_usage_text_name (line->settings ? line->settings->title : NULL, line->series->metric, NULL);
  g_autofree char *change = tambour_usage_text_change (line, today);
  g_autofree char *below = line->series->dimension ? g_strjoin (" · ", line->series->dimension, change, NULL) : g_strdup (change);
  g_autofree char *value = tambour_usage_text_value (n > 0 ? points[n - 1].value : NAN, NULL);
  g_autofree char *target = tambour_usage_text_target (line->target, line->settings ? line->settings->unit : NULL);

  g_return_val_if_fail (TAMBOUR_IS_METRIC_ROW (self), NULL);

  gtk_label_set_text (self->title_label, title);
  tambour_tooltip_set (self->title_label, name);
  gtk_label_set_text (self->change_label, below);
  tambour_tooltip_set (self->change_label, below);
  gtk_label_set_text (self->value_label, value);
  gtk_label_set_text (self->state_label, state ? state : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->state_label), target);
  gtk_widget_set_css_classes (GTK_WIDGET (self->state_label), classes);
  gtk_widget_set_visible (GTK_WIDGET (self->state_label), state != NULL);
  tambour_spark_line_set_points (self->spark_line, points, n, line->series->pace);

  return g_strjoin (", ", name, value, change, state ? target : NULL, state, NULL);
}
