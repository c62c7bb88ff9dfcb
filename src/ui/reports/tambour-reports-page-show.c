/* tambour-reports-page-show.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-case.h"
#include "tambour-reports-page-private.h"
#include "tambour-reports-text.h"

/* The figures of the page of reports: those of the accounts that are shown. */

/* So many bars fit beside the other chart; the others are one. */
#define MAX_BARS 8

/* --- the card -------------------------------------------------------------------- */

static GtkLabel *
add_label (GtkWidget  *box,
           const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE,
                                   "css-classes", (const char *[]) { style, "numeric", NULL }, NULL);

  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

/**
 * tambour_reports_page_add_facts:
 * @self: a page
 *
 * Makes room for the figures.
 */
void
tambour_reports_page_add_facts (TambourReportsPage *self)
{
  for (guint i = 0; i < TAMBOUR_REPORTS_N_FACTS; i++)
    {
      TambourReportsFact *fact = &self->facts[i];

      fact->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
      fact->figure = add_label (fact->box, "stat");
      fact->caption = add_label (fact->box, "small");
      fact->remark = add_label (fact->box, "meta");
      gtk_grid_attach (self->facts_grid, fact->box, (int) i, 0, 1, 1);
    }
}

static void
show_fact (TambourReportsFact *fact,
           const char         *figure,
           const char         *caption,
           const char         *remark)
{
  gtk_label_set_text (fact->figure, figure);
  gtk_label_set_text (fact->caption, caption);
  gtk_label_set_text (fact->remark, remark);
}

typedef char *(*SayFunc) (const TambourReportsTally  *tally,
                          char                      **remark);

/* What is not counted yet is said to be so, never 0. */
static void
show_counted (TambourReportsFact        *fact,
              const TambourReportsTally *tally,
              SayFunc                    say,
              const char                *caption)
{
  g_autofree char *remark = NULL;
  g_autofree char *figure = tally ? say (tally, &remark) : NULL;

  show_fact (fact, figure ? figure : "…", caption, figure ? remark : _("is being counted"));
}

static void
show_cases (TambourReportsPage        *self,
            const TambourReportsTally *tally,
            gint64                     n_cases)
{
  g_autofree char *figure = g_strdup_printf ("%" G_GINT64_FORMAT, n_cases);
  g_autofree char *remark = tally ? tambour_reports_text_priorities (tally) : g_strdup (_("is being counted"));

  show_fact (&self->facts[0], figure,
             tambour_reports_quarter_begins (self->from, self->to, 0).julian == self->from.julian ? _("cases in 12 months")
                                                                                                  : _("cases in the period"),
             remark);
}

/* --- charts ------------------------------------------------------------------------- */

/* An account, as a bar. */
typedef struct
{
  const char          *name;
  TambourReportsTally  tally;
  guint                n;
} Bar;

static gint
compare_bars (gconstpointer a,
              gconstpointer b)
{
  const Bar *first = a;
  const Bar *second = b;

  if (first->n != second->n)
    return first->n > second->n ? -1 : 1;

  return g_utf8_collate (first->name, second->name);
}

static GArray *
list_bars (TambourReportsPage *self)
{
  GArray *bars = g_array_new (FALSE, TRUE, sizeof (Bar));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->filtered)); i++)
    {
      g_autoptr(TambourReportsItem) item = g_list_model_get_item (G_LIST_MODEL (self->filtered), i);
      const TambourReportsTally *tally = self->tallies ? g_hash_table_lookup (self->tallies, tambour_reports_item_get_id (item)) : NULL;
      Bar bar = { .name = tambour_reports_item_get_name (item) };

      if (tally == NULL)
        continue;

      bar.tally = *tally;
      bar.n = tambour_reports_text_cases (tally);
      if (bar.n > 0)
        g_array_append_val (bars, bar);
    }

  g_array_sort (bars, compare_bars);

  return bars;
}

static void
add_others (TambourReportsPage *self,
            GArray             *bars,
            guint               first)
{
  TambourReportsTally others = { 0 };
  guint n = bars->len - first;
  g_autofree char *name = g_strdup_printf (ngettext ("%u other", "%u others", n), n);

  for (guint i = first; i < bars->len; i++)
    tambour_reports_tally_add (&others, &g_array_index (bars, Bar, i).tally);

  tambour_cases_chart_add (self->cases_chart, name, others.cases);
}

static void
show_cases_chart (TambourReportsPage *self)
{
  g_autoptr(GArray) bars = list_bars (self);
  guint shown = bars->len > MAX_BARS ? MAX_BARS - 1 : bars->len;
  g_autoptr(GString) summary = g_string_new (_("Cases by account:"));

  tambour_cases_chart_clear (self->cases_chart);
  for (guint i = 0; i < shown; i++)
    {
      const Bar *bar = &g_array_index (bars, Bar, i);
      g_autofree char *priorities = tambour_reports_text_priorities (&bar->tally);

      tambour_cases_chart_add (self->cases_chart, bar->name, bar->tally.cases);
      g_string_append_printf (summary, " %s %u (%s).", bar->name, bar->n, priorities);
    }

  if (shown < bars->len)
    add_others (self, bars, shown);
  if (bars->len == 0)
    g_string_assign (summary, self->tallies ? _("No case was opened in the period") : _("Cases are being counted"));

  tambour_cases_chart_describe (self->cases_chart, summary->str);
}

static void
append_quarter (GString                   *summary,
                const TambourReportsTally *tally,
                const char                *name,
                guint                      quarter)
{
  g_string_append_printf (summary, " %s:", name);
  for (guint priority = TAMBOUR_PRIORITY_P1; priority <= TAMBOUR_PRIORITY_P3; priority++)
    {
      guint decided = tally->decided[quarter][priority];

      if (decided == 0)
        continue;

      g_string_append_c (summary, ' ');

      /* Translators: a priority, and how many of how many answers came late */
      g_string_append_printf (summary, _("P%u %u of %u late"), priority, decided - tally->met[quarter][priority], decided);
      g_string_append_c (summary, priority == TAMBOUR_PRIORITY_P3 ? '.' : ',');
    }
}

static void
show_answers_chart (TambourReportsPage        *self,
                    const TambourReportsTally *tally)
{
  static const TambourReportsTally nothing = { 0 };
  g_autoptr(GString) summary = g_string_new (tally ? _("First answers in target by quarter:") : _("First answers are being counted"));

  for (guint quarter = 0; tally && quarter < TAMBOUR_REPORTS_QUARTERS; quarter++)
    {
      g_autofree char *name = tambour_reports_text_quarter (self->from, self->to, quarter);

      append_quarter (summary, tally, name, quarter);
    }

  tambour_answers_chart_show (self->answers_chart, tally ? tally : &nothing, self->from, self->to);
  tambour_answers_chart_describe (self->answers_chart, summary->str);
}

/* --- all of it ------------------------------------------------------------------------ */

/* Of the accounts that are shown. */
static void
sum_up (TambourReportsPage  *self,
        TambourReportsTally *sum,
        gint64              *n_cases)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->filtered)); i++)
    {
      g_autoptr(TambourReportsItem) item = g_list_model_get_item (G_LIST_MODEL (self->filtered), i);
      const TambourReportsTally *tally = self->tallies ? g_hash_table_lookup (self->tallies, tambour_reports_item_get_id (item)) : NULL;

      *n_cases += tambour_reports_item_get_line (item)->readiness->n_cases;
      if (tally != NULL)
        tambour_reports_tally_add (sum, tally);
    }
}

/**
 * tambour_reports_page_show_figures:
 * @self: a page
 *
 * Shows the figures and charts of the accounts that are shown, as far as they are counted.
 */
void
tambour_reports_page_show_figures (TambourReportsPage *self)
{
  TambourReportsTally sum = { 0 };
  const TambourReportsTally *tally = self->tallies ? &sum : NULL;
  gint64 n_cases = 0;

  sum_up (self, &sum, &n_cases);
  show_cases (self, tally, n_cases);
  show_counted (&self->facts[1], tally, tambour_reports_text_answers, _("first answers in target"));
  show_counted (&self->facts[2], tally, tambour_reports_text_goals, _("goals on track"));
  show_counted (&self->facts[3], tally, tambour_reports_text_health, _("accounts in good health"));
  show_cases_chart (self);
  show_answers_chart (self, tally);
}

static void
show_check (GtkCheckButton *check,
            guint           n_chosen,
            guint           n_possible)
{
  gtk_check_button_set_active (check, n_chosen > 0 && n_chosen == n_possible);
  gtk_check_button_set_inconsistent (check, n_chosen > 0 && n_chosen < n_possible);
  gtk_widget_set_sensitive (GTK_WIDGET (check), n_possible > 0);
}

/**
 * tambour_reports_page_show_chosen:
 * @self: a page
 *
 * Shows how many of the accounts that are shown are chosen.
 */
void
tambour_reports_page_show_chosen (TambourReportsPage *self)
{
  guint n_chosen = 0, n_possible = 0, n_work = 0;
  g_autofree char *remark = NULL;
  g_autofree char *label = NULL;

  if (self->is_filling)
    return;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->filtered)); i++)
    {
      g_autoptr(TambourReportsItem) item = g_list_model_get_item (G_LIST_MODEL (self->filtered), i);
      const TambourReportsLine *line = tambour_reports_item_get_line (item);

      n_chosen += tambour_reports_item_get_chosen (item);
      n_possible += line->readiness->in_plan;
      n_work += line->readiness->in_plan && line->n_work > 0;
    }

  remark = tambour_reports_text_chosen (n_chosen, n_work);
  gtk_label_set_text (self->chosen_label, remark);
  label = n_chosen > 0 ? g_strdup_printf (ngettext ("Export %u Report", "Export %u Reports", n_chosen), n_chosen) : g_strdup (_("Export Reports"));
  adw_split_button_set_label (self->export_button, label);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reports.export", n_chosen > 0 && self->exporting == NULL);

  self->is_filling = TRUE;
  show_check (self->all_check, n_chosen, n_possible);
  show_check (self->all_cards_check, n_chosen, n_possible);
  self->is_filling = FALSE;
}
