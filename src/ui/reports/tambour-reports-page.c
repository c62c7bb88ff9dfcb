/* tambour-reports-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-feedback.h"
#include "tambour-menu-button.h"
#include "tambour-priority-key.h"
#include "tambour-report-card.h"
#include "tambour-reports-page-private.h"
#include "tambour-reports-text.h"
#include "tambour-status.h"

/**
 * TambourReportsPage:
 *
 * The place of managers: figures of all accounts in a period, how far their annual value reports
 * are, and a batch of them. Figures that need response clocks come after the table.
 */
G_DEFINE_FINAL_TYPE (TambourReportsPage, tambour_reports_page, TAMBOUR_TYPE_PAGE)

/**
 * tambour_reports_page_get_n:
 * @self: a page
 *
 * Returns: how many accounts there are, shown or not
 */
guint
tambour_reports_page_get_n (TambourReportsPage *self)
{
  return self->store ? g_list_model_get_n_items (G_LIST_MODEL (self->store)) : 0;
}

/**
 * tambour_reports_page_get_item:
 * @self: a page
 * @position: of all accounts, shown or not
 *
 * Returns: (transfer none): the account; the page keeps it
 */
TambourReportsItem *
tambour_reports_page_get_item (TambourReportsPage *self,
                               guint               position)
{
  g_autoptr(TambourReportsItem) item = g_list_model_get_item (G_LIST_MODEL (self->store), position);

  return item;
}

static gboolean
filter_cb (gpointer item,
           gpointer user_data)
{
  TambourReportsPage *self = user_data;
  const TambourReportsLine *line = tambour_reports_item_get_line (item);

  return self->tam == NULL || (line->tam != NULL && g_str_equal (TAMBOUR_RECORD (line->tam)->id, self->tam));
}

/* --- what is shown -------------------------------------------------------------- */

static void
show_status (TambourReportsPage *self,
             const char         *icon,
             const char         *title,
             const char         *text,
             const char         *button,
             const char         *action)
{
  tambour_status_say (self->status_page, icon, title, text);
  tambour_status_offer (self->status_button, button, action);
  gtk_stack_set_visible_child_name (self->stack, "status");
}

static gboolean
has_report (TambourReportsSheet *sheet)
{
  for (guint i = 0; i < sheet->lines->len; i++)
    if (((const TambourReportsLine *) g_ptr_array_index (sheet->lines, i))->readiness->in_plan)
      return TRUE;

  return FALSE;
}

static TambourReportsItem *
find_item (TambourReportsPage *self,
           const char         *id)
{
  for (guint i = 0; i < tambour_reports_page_get_n (self); i++)
    if (g_str_equal (tambour_reports_item_get_id (tambour_reports_page_get_item (self, i)), id))
      return tambour_reports_page_get_item (self, i);

  return NULL;
}

/* What somebody chose stays chosen, and what was exported stays so. */
static TambourReportsItem *
new_item (TambourReportsPage       *self,
          const TambourReportsLine *line)
{
  TambourReportsItem *item = tambour_reports_item_new (line);
  TambourReportsItem *before = find_item (self, tambour_reports_item_get_id (item));

  if (before != NULL)
    {
      tambour_reports_item_set_stage (item, tambour_reports_item_get_stage (before), tambour_reports_item_get_reason (before));
      tambour_reports_item_set_chosen (item, tambour_reports_item_get_chosen (before));
    }

  g_signal_connect_object (item, "notify::chosen", G_CALLBACK (tambour_reports_page_show_chosen), self, G_CONNECT_SWAPPED);

  return item;
}

static void
show_sheet (TambourReportsPage  *self,
            TambourReportsSheet *sheet)
{
  g_autoptr(TambourReportsSheet) old = g_steal_pointer (&self->sheet);
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *period = tambour_reports_text_period (sheet->from, sheet->to);

  self->sheet = sheet;
  adw_window_title_set_subtitle (self->window_title, period);
  for (guint i = 0; i < sheet->lines->len; i++)
    g_ptr_array_add (items, new_item (self, g_ptr_array_index (sheet->lines, i)));

  self->is_filling = TRUE;
  g_list_store_splice (self->store, 0, tambour_reports_page_get_n (self), items->pdata, items->len);
  self->is_filling = FALSE;
  tambour_reports_page_offer_tams (self);
  tambour_reports_page_show_figures (self);
  tambour_reports_page_show_chosen (self);
  if (has_report (sheet))
    gtk_stack_set_visible_child_name (self->stack, "reports");
  else
    show_status (self, "tambour-reports-symbolic", _("No Account Has a Report"),
                 _("Annual value reports belong to plans with a technical account manager. Give an account such a plan to see here how far its report is."),
                 NULL, NULL);
}

/* --- reading ---------------------------------------------------------------------- */

typedef struct
{
  TambourDate from;
  TambourDate to;
} Period;

static Period *
new_period (TambourReportsPage *self)
{
  Period *period = g_new (Period, 1);

  *period = (Period) { self->from, self->to };

  return period;
}

static gpointer
load_sheet (TambourStore    *store,
            const char      *me,
            TambourInstant   now,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  const Period *period = data;

  return tambour_reports_sheet_load (store, period->from, period->to, cancellable, error);
}

static gpointer
load_tallies (TambourStore    *store,
              const char      *me,
              TambourInstant   now,
              gpointer         data,
              GCancellable    *cancellable,
              GError         **error)
{
  const Period *period = data;

  return tambour_reports_tallies_load (store, period->from, period->to, now, cancellable, error);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(TambourReportsPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GHashTable) tallies = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->store == NULL)
    return;

  if (tallies == NULL)
    {
      tambour_feedback_fail (GTK_WIDGET (self), error);
      return;
    }

  g_clear_pointer (&self->tallies, g_hash_table_unref);
  self->tallies = g_steal_pointer (&tallies);
  tambour_reports_page_show_figures (self);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourReportsPage) self = user_data;
  TambourPortfolio *portfolio = TAMBOUR_PORTFOLIO (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourReportsSheet) sheet = tambour_portfolio_load_finish (portfolio, result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->store == NULL)
    return;

  if (sheet == NULL)
    {
      g_autofree char *reason = tambour_feedback_dup_reason (error);

      show_status (self, "dialog-error-symbolic", _("The Reports Could Not Be Read"), reason, _("_Try Again"), "reports.try-again");
    }
  else
    {
      show_sheet (self, g_steal_pointer (&sheet));
      tambour_portfolio_load_async (portfolio, load_tallies, new_period (self), g_free, (GDestroyNotify) g_hash_table_unref,
                                    self->loading, counted_cb, g_object_ref (self));
    }

  tambour_page_set_ready (TAMBOUR_PAGE (self));
}

static void
tambour_reports_page_refresh (TambourPage *page)
{
  TambourReportsPage *self = TAMBOUR_REPORTS_PAGE (page);
  TambourPortfolio *portfolio = tambour_page_get_portfolio (page);
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();

  tambour_reports_page_set_period (self, tambour_zone_date_of (zone, tambour_portfolio_now (portfolio)));
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  tambour_portfolio_load_async (portfolio, load_sheet, new_period (self), g_free, (GDestroyNotify) tambour_reports_sheet_free,
                                self->loading, loaded_cb, g_object_ref (self));
}

/* --- rows --------------------------------------------------------------------------- */

static const struct
{
  TambourReadinessColumn column;
  const char            *section;
} sections[] = {
  { TAMBOUR_READINESS_GOALS, "roadmap" },
  { TAMBOUR_READINESS_AUDIT, "audits" },
  { TAMBOUR_READINESS_VALUE, "review" },
  { TAMBOUR_READINESS_NARRATIVE, "review" },
};

/* To the review that is being made; without one, to what is missing first. */
static void
open_item (TambourReportsPage *self,
           TambourReportsItem *item)
{
  const TambourReadiness *readiness = tambour_reports_item_get_line (item)->readiness;
  const TambourReadinessCell *usage = &readiness->cells[TAMBOUR_READINESS_USAGE];
  const char *section = "review";

  if (readiness->report != NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "(ss)", "report", TAMBOUR_RECORD (readiness->report)->id);
      return;
    }

  if (usage->done < usage->needed)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.open-usage", "s", tambour_reports_item_get_id (item));
      return;
    }

  for (guint i = G_N_ELEMENTS (sections); i > 0; i--)
    if (readiness->cells[sections[i - 1].column].done < readiness->cells[sections[i - 1].column].needed)
      section = sections[i - 1].section;

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-section", "(ss)", tambour_reports_item_get_id (item), section);
}

static void
finish_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TambourReportsPage *self = TAMBOUR_REPORTS_PAGE (widget);
  TambourReportsItem *item = find_item (self, g_variant_get_string (parameter, NULL));

  if (item != NULL)
    open_item (self, item);
}

static void
activated_cb (TambourReportsPage *self,
              guint               position)
{
  g_autoptr(TambourReportsItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL)
    open_item (self, item);
}

static void
card_activated_cb (TambourReportsPage *self,
                   guint               position)
{
  activated_cb (self, position);
}

static void
setup_card_cb (TambourReportsPage       *self,
               GtkListItem              *item,
               GtkSignalListItemFactory *factory)
{
  gtk_list_item_set_child (item, tambour_report_card_new ());
}

static void
bind_card_cb (TambourReportsPage       *self,
              GtkListItem              *item,
              GtkSignalListItemFactory *factory)
{
  g_autofree char *name = tambour_reports_text_row (gtk_list_item_get_item (item));

  tambour_report_card_show (TAMBOUR_REPORT_CARD (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
  gtk_list_item_set_accessible_label (item, name);
}

static void
unbind_card_cb (TambourReportsPage       *self,
                GtkListItem              *item,
                GtkSignalListItemFactory *factory)
{
  tambour_report_card_show (TAMBOUR_REPORT_CARD (gtk_list_item_get_child (item)), NULL);
}

static void
all_toggled_cb (TambourReportsPage *self,
                GtkCheckButton     *check)
{
  if (!self->is_filling && self->sheet != NULL)
    tambour_reports_page_choose_all (self, gtk_check_button_get_active (check));
}

/* --- the page ------------------------------------------------------------------------- */

static void
arrange (GtkWidget      *widget,
         TambourBreadth  breadth)
{
  TambourReportsPage *self = TAMBOUR_REPORTS_PAGE (widget);
  gboolean is_narrow = breadth >= TAMBOUR_BREADTH_SINGLE;
  guint columns = is_narrow ? 2 : TAMBOUR_REPORTS_N_FACTS;

  tambour_breadth_arrange_header (self->header_bar, breadth);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->charts_box), is_narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (self->charts_box, !is_narrow);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->heading_box),
                                  breadth >= TAMBOUR_BREADTH_SMALL ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  for (guint i = 0; i < TAMBOUR_REPORTS_N_FACTS; i++)
    {
      GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self->facts_grid));
      GtkGridLayoutChild *place = GTK_GRID_LAYOUT_CHILD (gtk_layout_manager_get_layout_child (layout, self->facts[i].box));

      gtk_grid_layout_child_set_column (place, (int) (i % columns));
      gtk_grid_layout_child_set_row (place, (int) (i / columns));
    }

  self->is_small = breadth >= TAMBOUR_BREADTH_SMALL;
  gtk_widget_set_visible (self->rollup_button, !self->is_small);
  tambour_reports_page_show_tam (self);
  tambour_reports_page_show_narrow (self, breadth);
}

static void
tambour_reports_page_dispose (GObject *object)
{
  TambourReportsPage *self = TAMBOUR_REPORTS_PAGE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_cancellable_cancel (self->exporting);
  g_clear_object (&self->exporting);
  g_clear_object (&self->folder);
  self->is_filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_REPORTS_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->sorted);
  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);
  g_clear_object (&self->store);
  g_clear_object (&self->choices);

  G_OBJECT_CLASS (tambour_reports_page_parent_class)->dispose (object);
}

static void
tambour_reports_page_finalize (GObject *object)
{
  TambourReportsPage *self = TAMBOUR_REPORTS_PAGE (object);

  g_clear_pointer (&self->tallies, g_hash_table_unref);
  g_clear_pointer (&self->sheet, tambour_reports_sheet_free);
  g_clear_pointer (&self->tam, g_free);

  G_OBJECT_CLASS (tambour_reports_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TambourReportsPage, header_bar);
  gtk_widget_class_bind_template_child (widget_class, TambourReportsPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, TambourReportsPage, tam_button);
  gtk_widget_class_bind_template_child (widget_class, TambourReportsPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TambourReportsPage, rollup_button);
  gtk_widget_class_bind_template_child (widget_class, TambourReportsPage, page_menu);
  gtk_widget_class_bind_template_child (widget_class, TambourReportsPage, period_menu);
  gtk_widget_class_bind_template_child (widget_class, TambourReportsPage, format_menu);
  gtk_widget_class_bind_template_child (widget_class, TambourReportsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TambourReportsPage, status_page);
  gtk_widget_class_bind_template_child (widget_class, TambourReportsPage, status_button);
  gtk_widget_class_bind_template_child (widget_class, TambourReportsPage, body);
  gtk_widget_class_bind_template_child (widget_class, TambourReportsPage, facts_grid);
  gtk_widget_class_bind_template_child (widget_class, TambourReportsPage, charts_box);
  gtk_widget_class_bind_template_child (widget_class, TambourReportsPage, cases_chart);
  gtk_widget_class_bind_template_child (widget_class, TambourReportsPage, answers_chart);
  gtk_widget_class_bind_template_child (widget_class, TambourReportsPage, heading_box);
  gtk_widget_class_bind_template_child (widget_class, TambourReportsPage, chosen_label);
  gtk_widget_class_bind_template_child (widget_class, TambourReportsPage, export_button);
  gtk_widget_class_bind_template_child (widget_class, TambourReportsPage, table_stack);
  gtk_widget_class_bind_template_child (widget_class, TambourReportsPage, view);
  gtk_widget_class_bind_template_child (widget_class, TambourReportsPage, cards);
  gtk_widget_class_bind_template_child (widget_class, TambourReportsPage, all_check);
  gtk_widget_class_bind_template_child (widget_class, TambourReportsPage, all_cards_check);
  gtk_widget_class_bind_template_child (widget_class, TambourReportsPage, export_revealer);
  gtk_widget_class_bind_template_child (widget_class, TambourReportsPage, export_label);
  gtk_widget_class_bind_template_child (widget_class, TambourReportsPage, left_label);
  gtk_widget_class_bind_template_child (widget_class, TambourReportsPage, export_bar);
}

static void
tambour_reports_page_class_init (TambourReportsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_reports_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = tambour_reports_page_finalize;
  TAMBOUR_PAGE_CLASS (klass)->refresh = tambour_reports_page_refresh;

  gtk_widget_class_install_action (widget_class, "reports.finish", "s", finish_action);
  gtk_widget_class_install_action (widget_class, "reports.try-again", NULL, tambour_page_try_again_action);
  tambour_reports_page_install_choices (widget_class);
  tambour_reports_page_install_export (widget_class);
  tambour_reports_page_install_out (widget_class);

  g_type_ensure (TAMBOUR_TYPE_ANSWERS_CHART);
  g_type_ensure (TAMBOUR_TYPE_CASES_CHART);
  g_type_ensure (TAMBOUR_TYPE_PRIORITY_KEY);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-reports-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, card_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_card_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_card_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_card_cb);
}

static void
tambour_reports_page_init (TambourReportsPage *self)
{
  GtkSorter *sorter;

  gtk_widget_init_template (GTK_WIDGET (self));
  tambour_menu_button_offer (self->menu_button, self->page_menu);
  tambour_reports_page_add_choices (self);
  tambour_reports_page_add_facts (self);
  tambour_reports_page_add_columns (self);

  self->store = g_list_store_new (TAMBOUR_TYPE_REPORTS_ITEM);
  self->filter = GTK_FILTER (gtk_custom_filter_new (filter_cb, self, NULL));
  self->filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->store)), g_object_ref (self->filter));
  sorter = gtk_column_view_get_sorter (self->view);
  self->sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->filtered)), g_object_ref (sorter));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->sorted)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  gtk_list_view_set_model (self->cards, GTK_SELECTION_MODEL (self->selection));
  tambour_breadth_follow (GTK_WIDGET (self), arrange);
}
