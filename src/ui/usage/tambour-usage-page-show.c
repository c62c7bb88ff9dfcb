/* tambour-usage-page-show.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-metric-row.h"
#include "tambour-usage-page-private.h"
#include "tambour-usage-text.h"
#include "tambour-when.h"

#define QUARTER 90
#define YEAR    365

static const char *
get_unit (TambourUsagePage *self)
{
  const TambourUsageLine *line = tambour_usage_page_get_line (self);

  return line && line->settings ? line->settings->unit : NULL;
}

/* --- words of the chart ----------------------------------------------------------- */

static char *
say_value (double   value,
           gpointer data)
{
  return tambour_usage_text_value (value, NULL);
}

static char *
say_day (TambourDate date,
         double      value,
         gpointer    data)
{
  TambourUsagePage *self = data;

  return tambour_usage_text_readout (date, value, get_unit (self), self->sheet->today);
}

static char *
say_target (TambourInsightTarget target,
            gpointer             data)
{
  return tambour_usage_text_target (target, get_unit (data));
}

/**
 * tambour_usage_page_set_chart_words:
 * @self: a page
 */
void
tambour_usage_page_set_chart_words (TambourUsagePage *self)
{
  tambour_line_chart_set_words (self->chart, &(TambourLineChartWords) { say_value, say_day, say_target, self });
}

/* --- the metrics ------------------------------------------------------------------- */

/**
 * tambour_usage_page_show_row:
 * @self: a page
 * @item: an item of its list of metrics
 */
void
tambour_usage_page_show_row (TambourUsagePage *self,
                             GtkListItem      *item)
{
  guint position = gtk_list_item_get_position (item);
  g_autofree char *name = NULL;

  if (self->sheet == NULL || position >= self->sheet->lines->len)
    return;

  name = tambour_metric_row_show (TAMBOUR_METRIC_ROW (gtk_list_item_get_child (item)), g_ptr_array_index (self->sheet->lines, position),
                                  self->sheet->today);
  gtk_list_item_set_accessible_label (item, name);
}

/* Rows that are there stay, and with them the focus. */
static void
show_rows (TambourUsagePage *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->metrics_view)); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = gtk_widget_get_first_child (child);

      if (row != NULL && TAMBOUR_IS_METRIC_ROW (row))
        tambour_usage_page_show_row (self, g_object_get_data (G_OBJECT (row), "item"));
    }
}

static void
show_metrics (TambourUsagePage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->metrics));
  guint n_lines = self->sheet->lines->len;
  g_autofree char *number = tambour_when_number (n_lines);
  g_autofree char *count = g_strdup_printf (ngettext ("%s Metric", "%s Metrics", n_lines), number);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) names = NULL;

  gtk_label_set_text (self->count_label, count);
  if (n == n_lines)
    {
      show_rows (self);
      return;
    }

  for (guint i = 0; i < n_lines; i++)
    g_strv_builder_add (builder, ((TambourUsageLine *) g_ptr_array_index (self->sheet->lines, i))->series->metric);
  names = g_strv_builder_end (builder);
  self->is_filling = TRUE;
  gtk_string_list_splice (self->metrics, 0, n, (const char * const *) names);
  self->is_filling = FALSE;
}

/* The one that was shown, else the first. */
static void
choose_again (TambourUsagePage *self)
{
  guint chosen = 0;

  for (guint i = 0; i < self->sheet->lines->len; i++)
    {
      const TambourUsageLine *line = g_ptr_array_index (self->sheet->lines, i);

      if (g_strcmp0 (line->series->metric, self->metric) == 0 && g_strcmp0 (line->series->dimension, self->dimension) == 0)
        chosen = i;
    }

  tambour_usage_page_choose (self, chosen);
}

/* --- the chart ----------------------------------------------------------------------- */

static const TambourUsageSeries *
get_series (TambourUsagePage       *self,
            const TambourUsageLine *line)
{
  return self->series ? self->series : line->series;
}

static guint32
find_first (TambourUsagePage         *self,
            const TambourSeriesPoint *points,
            guint                     n)
{
  const char *range = adw_toggle_group_get_active_name (self->range_toggles);
  guint32 last = points[n - 1].day;

  if (g_strcmp0 (range, "quarter") == 0)
    return MAX (points[0].day, last - MIN (last, QUARTER - 1));
  if (g_strcmp0 (range, "year") == 0)
    return MAX (points[0].day, last - MIN (last, YEAR - 1));

  return points[0].day;
}

/**
 * tambour_usage_page_show_range:
 * @self: a page that shows a metric
 *
 * Has the chart show as much time as is wanted.
 */
void
tambour_usage_page_show_range (TambourUsagePage *self)
{
  const TambourUsageLine *line = tambour_usage_page_get_line (self);
  const TambourUsageSeries *series = line ? get_series (self, line) : NULL;
  guint n = series ? series->points->len : 0;
  const TambourSeriesPoint *points = n > 0 ? tambour_usage_series_get_points (series) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *summary = NULL;
  guint32 first;
  guint begin;

  if (n == 0)
    return;

  first = find_first (self, points, n);
  begin = tambour_series_find (points, n, first);
  name = tambour_usage_text_line_name (line);
  summary = tambour_usage_text_summary (name, get_unit (self), points + begin, n - begin, series->pace, self->sheet->today);
  tambour_line_chart_set_range (self->chart, (TambourDate) { first }, (TambourDate) { points[n - 1].day });
  tambour_line_chart_describe (self->chart, summary);
}

static void
show_value (TambourUsagePage       *self,
            const TambourUsageLine *line)
{
  const char *unit = get_unit (self);
  const char *state = tambour_usage_text_state (line->state);
  guint n = line->series->points->len;
  TambourDate last = tambour_usage_series_get_last (line->series);
  g_autofree char *value = tambour_usage_text_value (n > 0 ? tambour_usage_series_get_points (line->series)[n - 1].value : NAN, NULL);
  g_autofree char *day = tambour_when_date (last, self->sheet->today);
  g_autofree char *change = tambour_usage_text_change (line, self->sheet->today);
  g_autofree char *target = tambour_usage_text_target (line->target, unit);
  g_autofree char *about = unit && *unit ? g_strjoin (" · ", unit, day, change, NULL) : g_strjoin (" · ", day, change, NULL);
  g_autofree char *words = target ? g_strjoin (" · ", about, target, state, NULL) : g_strdup (about);

  gtk_label_set_text (self->value_label, value);
  gtk_label_set_text (self->value_line, words);
}

/**
 * tambour_usage_page_show_chart:
 * @self: a page that has read its sheet
 *
 * Shows the metric that is chosen.
 */
void
tambour_usage_page_show_chart (TambourUsagePage *self)
{
  const TambourUsageLine *line = tambour_usage_page_get_line (self);
  const TambourUsageSeries *series;
  g_autofree char *name = NULL;
  g_autofree char *facts = NULL;

  if (line == NULL)
    return;

  series = get_series (self, line);
  name = tambour_usage_text_line_name (line);
  facts = tambour_usage_text_facts (line, self->series ? self->series : (line->n_values == line->series->points->len ? line->series : NULL),
                                    self->sheet->today);
  gtk_label_set_text (self->title_label, name);
  gtk_label_set_text (self->facts_label, facts);
  show_value (self, line);
  tambour_line_chart_set_points (self->chart, tambour_usage_series_get_points (series), series->points->len, series->pace, line->target);
  tambour_usage_page_show_range (self);
}

/**
 * tambour_usage_page_show:
 * @self: a page that has read its sheet
 *
 * Shows it.
 */
void
tambour_usage_page_show (TambourUsagePage *self)
{
  adw_window_title_set_subtitle (self->window_title, self->sheet->account->name ? self->sheet->account->name : "");
  show_metrics (self);
  if (self->sheet->lines->len > 0)
    choose_again (self);
  tambour_usage_page_show_insights (self);
  if (self->proposals != NULL)
    tambour_usage_page_show_proposals (self);
}

static void
add_hint (TambourUsagePage *self,
          const char       *key,
          const char       *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL, "label", key, "css-classes", (const char *[]) { "kbd", NULL }, NULL));
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL, "label", words, "css-classes", (const char *[]) { "meta", NULL }, NULL));
  adw_wrap_box_append (self->hints, box);
}

/**
 * tambour_usage_page_add_hints:
 * @self: a page
 *
 * Says which keys take up a proposal.
 */
void
tambour_usage_page_add_hints (TambourUsagePage *self)
{
  add_hint (self, "A", _("accept"));
  add_hint (self, "D", _("dismiss"));
  add_hint (self, "↵", _("turn into action"));
  gtk_widget_set_visible (GTK_WIDGET (self->hints), FALSE);
}
