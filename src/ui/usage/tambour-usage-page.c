/* tambour-usage-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-breadth.h"
#include "tambour-feedback.h"
#include "tambour-insight-moves.h"
#include "tambour-metric-row.h"
#include "tambour-usage-page-private.h"

/**
 * TambourUsagePage:
 *
 * How an account uses what it has: its metrics, the chart of the one that is chosen,
 * what the rules found in all of them, and the insights that came of it.
 */
G_DEFINE_FINAL_TYPE (TambourUsagePage, tambour_usage_page, TAMBOUR_TYPE_PAGE)

/* --- reading -------------------------------------------------------------------------- */

/* @found is what the rules found when they ran last: what was taken up since is gone from
 * it before they run again.
 */
typedef struct
{
  char      *account_id;
  GPtrArray *found;
} Wanted;

typedef struct
{
  TambourUsageSheet *sheet;
  GPtrArray         *proposals;
} Reading;

typedef struct
{
  char *account_id;
  char *metric;
  char *dimension;
} Chosen;

static void
wanted_free (Wanted *wanted)
{
  g_clear_pointer (&wanted->account_id, g_free);
  g_clear_pointer (&wanted->found, g_ptr_array_unref);
  g_free (wanted);
}

static void
reading_free (Reading *reading)
{
  g_clear_pointer (&reading->sheet, tambour_usage_sheet_free);
  g_clear_pointer (&reading->proposals, g_ptr_array_unref);
  g_free (reading);
}

static void
chosen_free (Chosen *chosen)
{
  g_clear_pointer (&chosen->account_id, g_free);
  g_clear_pointer (&chosen->metric, g_free);
  g_clear_pointer (&chosen->dimension, g_free);
  g_free (chosen);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static gpointer
load_sheet (TambourStore    *store,
            const char      *me,
            TambourInstant   now,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  const Wanted *wanted = data;
  g_autoptr(Reading) reading = g_new0 (Reading, 1);

  if (!(reading->sheet = tambour_usage_sheet_load (store, wanted->account_id, now, cancellable, error)) ||
      (wanted->found != NULL && !(reading->proposals = tambour_insights_sift (store, wanted->account_id, wanted->found, cancellable, error))))
    return NULL;

  return g_steal_pointer (&reading);
}

static void
show_error (TambourUsagePage *self,
            const GError     *error)
{
  g_autofree char *reason = tambour_feedback_dup_reason (error);
  g_autofree char *description = g_markup_escape_text (reason, -1);

  adw_status_page_set_description (self->status_page, description);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourUsagePage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(Reading) reading = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (reading == NULL)
    {
      show_error (self, error);
      tambour_page_set_ready (TAMBOUR_PAGE (self));
      return;
    }

  g_clear_pointer (&self->sheet, tambour_usage_sheet_free);
  self->sheet = g_steal_pointer (&reading->sheet);
  if (reading->proposals != NULL)
    {
      g_clear_pointer (&self->proposals, g_ptr_array_unref);
      self->proposals = g_steal_pointer (&reading->proposals);
    }
  gtk_stack_set_visible_child_name (self->stack, self->sheet->lines->len > 0 ? "usage" : "empty");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "usage.settings", tambour_page_can_write (TAMBOUR_PAGE (self)));
  tambour_usage_page_show (self);
  tambour_page_set_ready (TAMBOUR_PAGE (self));
  tambour_usage_page_search (self);
}

static void
tambour_usage_page_refresh (TambourPage *page)
{
  TambourUsagePage *self = TAMBOUR_USAGE_PAGE (page);
  Wanted *wanted = g_new0 (Wanted, 1);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  wanted->account_id = g_strdup (self->account_id);
  wanted->found = self->found ? g_ptr_array_ref (self->found) : NULL;
  tambour_portfolio_load_async (tambour_page_get_portfolio (page), load_sheet, wanted, (GDestroyNotify) wanted_free,
                                (GDestroyNotify) reading_free, self->loading, loaded_cb, g_object_ref (self));
}

/* --- the metric that is shown ------------------------------------------------------------ */

static gpointer
load_series (TambourStore    *store,
             const char      *me,
             TambourInstant   now,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  const Chosen *chosen = data;
  const TambourAccountReading reading = { store, cancellable, chosen->account_id, now };

  return tambour_usage_series_read_one (&reading, chosen->metric, chosen->dimension, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(TambourUsagePage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_pointer (&self->series, tambour_usage_series_free);
  if (found != NULL && found->len > 0)
    self->series = g_ptr_array_steal_index (found, 0);
  tambour_usage_page_show_chart (self);
}

/* The last weeks are there already; what is older is read when the metric is shown.
 *
 * Returns: %FALSE if there is nothing older
 */
static gboolean
read_series (TambourUsagePage       *self,
             const TambourUsageLine *line)
{
  Chosen *chosen;

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->series, tambour_usage_series_free);
  if (line->n_values <= line->series->points->len)
    return FALSE;

  self->reading = g_cancellable_new ();
  chosen = g_new0 (Chosen, 1);
  chosen->account_id = g_strdup (self->account_id);
  chosen->metric = g_strdup (line->series->metric);
  chosen->dimension = g_strdup (line->series->dimension);
  tambour_portfolio_load_async (tambour_page_get_portfolio (TAMBOUR_PAGE (self)), load_series, chosen, (GDestroyNotify) chosen_free,
                                (GDestroyNotify) g_ptr_array_unref, self->reading, read_cb, g_object_ref (self));

  return TRUE;
}

/**
 * tambour_usage_page_get_line:
 * @self: a page
 *
 * Returns: (nullable): the metric that is shown
 */
const TambourUsageLine *
tambour_usage_page_get_line (TambourUsagePage *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  return self->sheet != NULL && position < self->sheet->lines->len ? g_ptr_array_index (self->sheet->lines, position) : NULL;
}

/**
 * tambour_usage_page_choose:
 * @self: a page that has read its sheet
 * @position: which of its metrics
 *
 * Shows it.
 */
void
tambour_usage_page_choose (TambourUsagePage *self,
                           guint             position)
{
  const TambourUsageLine *line;

  self->is_filling = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->is_filling = FALSE;
  if (!(line = tambour_usage_page_get_line (self)))
    return;

  g_set_str (&self->metric, line->series->metric);
  g_set_str (&self->dimension, line->series->dimension);
  if (!read_series (self, line))
    tambour_usage_page_show_chart (self);
}

static void
metric_selected_cb (TambourUsagePage *self)
{
  if (!self->is_filling && self->sheet != NULL)
    tambour_usage_page_choose (self, gtk_single_selection_get_selected (self->selection));
}

/* --- what is done here --------------------------------------------------------------------- */

static void
metric_activated_cb (TambourUsagePage *self,
                     guint             position)
{
  if (adw_overlay_split_view_get_collapsed (self->rail_view))
    adw_overlay_split_view_set_show_sidebar (self->rail_view, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->chart));
}

static void
range_changed_cb (TambourUsagePage *self)
{
  tambour_usage_page_show_range (self);
}

static void
setup_metric_cb (TambourUsagePage         *self,
                 GtkListItem              *item,
                 GtkSignalListItemFactory *factory)
{
  GtkWidget *row = tambour_metric_row_new ();

  /* The item goes after its child. */
  g_object_set_data (G_OBJECT (row), "item", item);
  gtk_list_item_set_child (item, row);
}

static void
bind_metric_cb (TambourUsagePage         *self,
                GtkListItem              *item,
                GtkSignalListItemFactory *factory)
{
  tambour_usage_page_show_row (self, item);
}

/* The chart follows the proposals. */
static void
proposal_selected_cb (TambourUsagePage *self,
                      GtkListBoxRow    *row)
{
  const TambourInsightProposal *proposal = self->is_filling ? NULL : tambour_usage_page_get_proposal (self, row);

  for (guint i = 0; proposal != NULL && i < self->sheet->lines->len; i++)
    {
      const TambourUsageLine *line = g_ptr_array_index (self->sheet->lines, i);

      if (g_strcmp0 (line->series->metric, proposal->metric) == 0 && g_strcmp0 (line->series->dimension, proposal->dimension) == 0)
        {
          tambour_usage_page_choose (self, i);
          return;
        }
    }
}

static void
proposal_activated_cb (TambourUsagePage *self,
                       GtkListBoxRow    *row)
{
  const TambourInsightProposal *proposal = tambour_usage_page_get_proposal (self, row);
  g_autofree char *key = proposal ? tambour_insight_proposal_dup_key (proposal) : NULL;

  if (key != NULL)
    tambour_usage_page_take_up (self, key, TAMBOUR_INSIGHT_MOVE_ACT);
}

static void
insight_activated_cb (TambourUsagePage *self,
                      GtkListBoxRow    *row)
{
  const char *id = g_object_get_data (G_OBJECT (row), "insight");

  if (id != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "(ss)", "insight", id);
}

static void
take_up_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  const char *key;
  guint kind;

  g_variant_get (parameter, "(&su)", &key, &kind);
  tambour_usage_page_take_up (TAMBOUR_USAGE_PAGE (widget), key, kind);
}

/* The account’s own description; it begins with one where there is none. */
static void
settings_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  TambourUsagePage *self = TAMBOUR_USAGE_PAGE (widget);
  const TambourUsageLine *line = tambour_usage_page_get_line (self);
  g_autofree char *within = line ? g_strconcat ("code=", line->series->metric, NULL) : NULL;

  if (line == NULL)
    return;

  if (line->is_own)
    gtk_widget_activate_action (widget, "win.edit-record", "(ss)", "metric", TAMBOUR_RECORD (line->settings)->id);
  else
    gtk_widget_activate_action (widget, "win.new-record-within", "(sss)", "metric", self->account_id, within);
}

static void
all_insights_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.open-list", "(sss)", "insight", TAMBOUR_USAGE_PAGE (widget)->account_id, "");
}

static void
try_again_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  tambour_usage_page_refresh (TAMBOUR_PAGE (widget));
}

/* --- the page ---------------------------------------------------------------------------------- */

static void
arrange (GtkWidget      *widget,
         TambourBreadth  breadth)
{
  TambourUsagePage *self = TAMBOUR_USAGE_PAGE (widget);
  gboolean has_rail = breadth <= TAMBOUR_BREADTH_MEDIUM;
  int margin = breadth == TAMBOUR_BREADTH_NARROW ? 12 : 18;

  tambour_breadth_arrange_header (self->header_bar, breadth);
  adw_overlay_split_view_set_collapsed (self->rail_view, !has_rail);
  adw_overlay_split_view_set_show_sidebar (self->rail_view, has_rail);
  gtk_widget_set_visible (self->rail_button, !has_rail);
  gtk_orientable_set_orientation (self->head, breadth >= TAMBOUR_BREADTH_SMALL ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_margin_start (self->main, margin);
  gtk_widget_set_margin_end (self->main, margin);
}

static void
tambour_usage_page_dispose (GObject *object)
{
  TambourUsagePage *self = TAMBOUR_USAGE_PAGE (object);

  tambour_usage_page_stop_search (self);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_USAGE_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->metrics);

  G_OBJECT_CLASS (tambour_usage_page_parent_class)->dispose (object);
}

static void
tambour_usage_page_finalize (GObject *object)
{
  TambourUsagePage *self = TAMBOUR_USAGE_PAGE (object);

  g_clear_pointer (&self->account_id, g_free);
  g_clear_pointer (&self->metric, g_free);
  g_clear_pointer (&self->dimension, g_free);
  g_clear_pointer (&self->sheet, tambour_usage_sheet_free);
  g_clear_pointer (&self->series, tambour_usage_series_free);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_pointer (&self->proposals, g_ptr_array_unref);

  G_OBJECT_CLASS (tambour_usage_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TambourUsagePage, header_bar);
  gtk_widget_class_bind_template_child (widget_class, TambourUsagePage, window_title);
  gtk_widget_class_bind_template_child (widget_class, TambourUsagePage, stack);
  gtk_widget_class_bind_template_child (widget_class, TambourUsagePage, status_page);
  gtk_widget_class_bind_template_child (widget_class, TambourUsagePage, rail_view);
  gtk_widget_class_bind_template_child (widget_class, TambourUsagePage, count_label);
  gtk_widget_class_bind_template_child (widget_class, TambourUsagePage, metrics_view);
  gtk_widget_class_bind_template_child (widget_class, TambourUsagePage, main);
  gtk_widget_class_bind_template_child (widget_class, TambourUsagePage, rail_button);
  gtk_widget_class_bind_template_child (widget_class, TambourUsagePage, title_label);
  gtk_widget_class_bind_template_child (widget_class, TambourUsagePage, facts_label);
  gtk_widget_class_bind_template_child (widget_class, TambourUsagePage, settings_button);
  gtk_widget_class_bind_template_child (widget_class, TambourUsagePage, head);
  gtk_widget_class_bind_template_child (widget_class, TambourUsagePage, value_label);
  gtk_widget_class_bind_template_child (widget_class, TambourUsagePage, value_line);
  gtk_widget_class_bind_template_child (widget_class, TambourUsagePage, range_toggles);
  gtk_widget_class_bind_template_child (widget_class, TambourUsagePage, chart);
  gtk_widget_class_bind_template_child (widget_class, TambourUsagePage, proposals_heading);
  gtk_widget_class_bind_template_child (widget_class, TambourUsagePage, proposals_list);
  gtk_widget_class_bind_template_child (widget_class, TambourUsagePage, hints);
  gtk_widget_class_bind_template_child (widget_class, TambourUsagePage, insights_box);
  gtk_widget_class_bind_template_child (widget_class, TambourUsagePage, insights_heading);
  gtk_widget_class_bind_template_child (widget_class, TambourUsagePage, insights_list);
}

static void
tambour_usage_page_class_init (TambourUsagePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_usage_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = tambour_usage_page_finalize;
  TAMBOUR_PAGE_CLASS (klass)->refresh = tambour_usage_page_refresh;

  gtk_widget_class_install_action (widget_class, "usage.take-up", "(su)", take_up_action);
  gtk_widget_class_install_action (widget_class, "usage.settings", NULL, settings_action);
  gtk_widget_class_install_action (widget_class, "usage.all-insights", NULL, all_insights_action);
  gtk_widget_class_install_action (widget_class, "usage.try-again", NULL, try_again_action);

  g_type_ensure (TAMBOUR_TYPE_HEADING);
  g_type_ensure (TAMBOUR_TYPE_LINE_CHART);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-usage-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, metric_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_metric_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_metric_cb);
  gtk_widget_class_bind_template_callback (widget_class, range_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, proposal_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, proposal_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, insight_activated_cb);
}

static void
tambour_usage_page_init (TambourUsagePage *self)
{
  self->metrics = gtk_string_list_new (NULL);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->metrics)));
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (metric_selected_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->metrics_view, GTK_SELECTION_MODEL (self->selection));
  adw_toggle_group_set_active_name (self->range_toggles, "year");
  tambour_usage_page_set_chart_words (self);
  tambour_usage_page_add_hints (self);
  tambour_usage_page_add_keys (self);
  tambour_breadth_follow (GTK_WIDGET (self), arrange);
}

/**
 * tambour_usage_page_new:
 * @portfolio: a portfolio
 * @account_id: the id of an account in it
 *
 * Returns: (transfer floating): a page that shows how it uses what it has
 */
TambourUsagePage *
tambour_usage_page_new (TambourPortfolio *portfolio,
                        const char       *account_id)
{
  TambourUsagePage *self = g_object_new (TAMBOUR_TYPE_USAGE_PAGE, NULL);

  self->account_id = g_strdup (account_id);
  tambour_page_set_portfolio (TAMBOUR_PAGE (self), portfolio);

  return self;
}

/**
 * tambour_usage_page_get_account:
 * @self: a page
 *
 * Returns: (transfer none): the id of the account that it shows
 */
const char *
tambour_usage_page_get_account (TambourUsagePage *self)
{
  g_return_val_if_fail (TAMBOUR_IS_USAGE_PAGE (self), NULL);

  return self->account_id;
}
