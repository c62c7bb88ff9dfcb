/* tambour-value-section-side.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-calls-text.h"
#include "tambour-choice-words.h"
#include "tambour-date-box.h"
#include "tambour-fact-cell.h"
#include "tambour-notice-row.h"
#include "tambour-plan-row.h"
#include "tambour-row-list.h"
#include "tambour-row-menu.h"
#include "tambour-value-section-private.h"
#include "tambour-value-text.h"
#include "tambour-when.h"

/* What stands beside the ledger: the next review, the rates, and what was. */

/* As many as one reads through: the records have the rest. */
#define MAX_RATES   20
#define MAX_REPORTS 5

/* --- the next review ------------------------------------------------------------- */

static GtkWidget *
new_review_row (TambourValueSection *self)
{
  TambourEngagement *review = self->ledger->review;
  TambourDate on = tambour_zone_date_of (self->ledger->zone, review->planned_start);
  GtkWidget *row = tambour_fact_cell_new_row (tambour_date_box_new (), FALSE);
  TambourFactCell *cell = tambour_fact_cell_of_row (row);
  g_autofree char *title = tambour_calls_text_name (review);
  g_autofree char *time = tambour_when_time (review->planned_start, self->ledger->zone);
  g_autofree char *city = self->ledger->account->report_tz ? tambour_when_city (self->ledger->account->report_tz) : g_strdup ("");
  g_autofree char *line = g_strstrip (g_strdup_printf ("%s %s", time, city));
  g_autofree char *day = tambour_when_date (on, self->ledger->today);
  g_autofree char *name = g_strdup_printf ("%s, %s, %s", day, title, line);

  tambour_date_box_set_date (TAMBOUR_DATE_BOX (tambour_fact_cell_get_prefix (cell)), on);
  tambour_fact_cell_show (cell, title, line, NULL);
  tambour_value_section_set_record (row, TAMBOUR_RECORD (review));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return row;
}

static void
append_check (TambourValueSection *self,
              guint                n,
              const char          *problem,
              const char          *line,
              const char          *ready,
              const char          *list)
{
  GtkWidget *row = tambour_plan_row_new (NULL);

  tambour_plan_row_show (TAMBOUR_PLAN_ROW (row), &(TambourPlanWords) {
                                                   .icon = n > 0 ? "dialog-warning-symbolic" : "object-select-symbolic",
                                                   .title = n > 0 ? problem : ready,
                                                   .line = n > 0 ? line : NULL,
                                                 });
  if (n > 0 && list != NULL)
    tambour_value_section_set_action (row, "win.open-section", g_variant_new ("(ss)", tambour_section_get_account (TAMBOUR_SECTION (self)), list));
  else
    tambour_value_section_set_action (row, NULL, NULL);
  gtk_list_box_append (self->next_list, row);
}

static void
show_next (TambourValueSection *self)
{
  const TambourValueLedger *ledger = self->ledger;
  g_autofree char *baselines = g_strdup_printf (ngettext ("%d goal without a baseline", "%d goals without a baseline", ledger->n_without_baseline),
                                                (int) ledger->n_without_baseline);
  g_autofree char *waiting = g_strdup_printf (ngettext ("%d entry awaits acceptance", "%d entries await acceptance", ledger->waiting->len),
                                              (int) ledger->waiting->len);
  g_autofree char *owners = g_strdup_printf (ngettext ("%d open action without an owner", "%d open actions without an owner", ledger->n_without_owner),
                                             (int) ledger->n_without_owner);

  if (ledger->review != NULL)
    tambour_row_list_say (self->next_list, new_review_row (self));
  else
    tambour_row_list_say (self->next_list, tambour_notice_row_new ("x-office-calendar-symbolic", _("No review is planned"),
                                                                   _("Plan a call of the kind “Executive business review”")));

  append_check (self, ledger->n_without_baseline, baselines, _("Progress cannot be shown for them"), _("Every goal has a baseline"), "roadmap");
  append_check (self, ledger->waiting->len, waiting, _("They do not count before"), _("No value awaits acceptance"), NULL);
  append_check (self, ledger->n_without_owner, owners, _("Nobody will report on them"), _("Every open action has an owner"), NULL);
}

/* --- rates ------------------------------------------------------------------------- */

static char *
dup_rate_key (gconstpointer item)
{
  return g_strdup (TAMBOUR_RECORD (((const TambourValueRate *) item)->rate)->id);
}

static GtkWidget *
new_plan_row (gpointer data)
{
  return tambour_plan_row_new (NULL);
}

static void
show_rate (GtkWidget *row,
           gpointer   item)
{
  const TambourValueRate *rate = item;
  TambourValueSection *self = TAMBOUR_VALUE_SECTION (tambour_value_section_find (row));
  TambourRecord *record = TAMBOUR_RECORD (rate->rate);
  g_autofree char *line = tambour_value_text_rate (rate, self->ledger);
  g_autofree char *end = tambour_value_text_rate_end (rate->rate);
  g_autoptr(GMenu) menu = g_menu_new ();

  tambour_value_section_set_record (row, record);
  tambour_plan_row_show (TAMBOUR_PLAN_ROW (row), &(TambourPlanWords) {
                                                   .icon = rate->is_agreed ? NULL : "dialog-warning-symbolic",
                                                   .title = rate->rate->title ? rate->rate->title : rate->rate->code,
                                                   .line = line,
                                                   .end = end,
                                                 });
  if (tambour_section_can_write (TAMBOUR_SECTION (self)))
    tambour_row_menu_item (menu, _("Agree Anew…"), "review.ask-rate", g_variant_new_string (record->id));
  tambour_row_menu_offer (GTK_LIST_BOX_ROW (row), G_MENU_MODEL (menu));
}

static void
show_rates (TambourValueSection *self)
{
  static const TambourRowList rows = { dup_rate_key, new_plan_row, show_rate, NULL };
  GPtrArray *rates = self->ledger->rates;

  if (rates->len > 0)
    tambour_row_list_show (self->rates_list, &rows, rates, MIN (rates->len, MAX_RATES), self);
  else
    tambour_row_list_say (self->rates_list, tambour_notice_row_new ("dialog-question-symbolic", _("No rate is agreed"),
                                                                    _("Without one, nothing can be computed in money")));
}

/* --- what was ------------------------------------------------------------------------ */

static char *
dup_report_key (gconstpointer item)
{
  return g_strdup (TAMBOUR_RECORD (item)->id);
}

static void
show_report (GtkWidget *row,
             gpointer   item)
{
  TambourReport *report = item;
  TambourValueSection *self = TAMBOUR_VALUE_SECTION (tambour_value_section_find (row));
  g_autofree char *line = tambour_value_text_report (report, self->ledger);

  tambour_value_section_set_record (row, TAMBOUR_RECORD (report));
  tambour_plan_row_show (TAMBOUR_PLAN_ROW (row), &(TambourPlanWords) {
                                                   .icon = "tambour-reports-symbolic",
                                                   .title = report->title ? report->title
                                                                          : _(tambour_choice_get_words (TAMBOUR_TYPE_REPORT_KIND, report->kind)),
                                                   .line = line,
                                                 });
}

static void
show_reports (TambourValueSection *self)
{
  static const TambourRowList rows = { dup_report_key, new_plan_row, show_report, NULL };
  GPtrArray *reports = self->ledger->reports;

  if (reports->len > 0)
    tambour_row_list_show (self->reports_list, &rows, reports, MIN (reports->len, MAX_REPORTS), self);
  else
    tambour_row_list_say (self->reports_list, tambour_notice_row_new ("tambour-reports-symbolic", _("No review was made yet"),
                                                                      _("Make one of the agreement year, as a PDF")));
}

/* Never without how many said so (METRICS.md M16). */
static void
show_satisfaction (TambourValueSection *self)
{
  GtkWidget *row = tambour_plan_row_new (NULL);
  g_autofree char *remark = NULL;
  g_autofree char *mean = tambour_value_text_satisfaction (self->ledger, &remark);

  tambour_plan_row_show (TAMBOUR_PLAN_ROW (row), &(TambourPlanWords) { .title = mean, .line = remark });
  tambour_value_section_set_action (row, NULL, NULL);
  tambour_row_list_say (self->satisfaction_list, row);
}

/**
 * tambour_value_section_show_side:
 * @self: a section that has read its ledger
 *
 * Shows what stands beside the ledger.
 */
void
tambour_value_section_show_side (TambourValueSection *self)
{
  show_next (self);
  show_rates (self);
  show_reports (self);
  show_satisfaction (self);
}
