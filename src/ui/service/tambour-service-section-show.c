/* tambour-service-section-show.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-case-row.h"
#include "tambour-choice-words.h"
#include "tambour-clock-row.h"
#include "tambour-notice-row.h"
#include "tambour-plan-row.h"
#include "tambour-row-list.h"
#include "tambour-row-menu.h"
#include "tambour-row-record.h"
#include "tambour-service-section-private.h"
#include "tambour-service-text.h"
#include "tambour-when.h"

/* The lists of the service of an account. A row remembers the record that it leads to. */

static TambourServiceSection *
find_section (GtkWidget *row)
{
  return TAMBOUR_SERVICE_SECTION (gtk_widget_get_ancestor (row, TAMBOUR_TYPE_SERVICE_SECTION));
}

static void
add_question (TambourServiceSection  *self,
              GMenu                  *menu,
              const char             *label,
              TambourServiceMoveKind  kind,
              TambourRecord          *record)
{
  tambour_row_menu_item (menu, label, "win.ask-service",
                         g_variant_new ("(uss)", (guint) kind, record->id, tambour_section_get_account (TAMBOUR_SECTION (self))));
}

static TambourDate
today_of (TambourServiceSection *self)
{
  return self->sheet->overview->today;
}

/* --- cases ------------------------------------------------------------------ */

/* Whether a clock is still to be looked at, or was missed. */
static gboolean
has_open_clock (const TambourOverviewCase *shown)
{
  return shown->clock != NULL && shown->clock->state != TAMBOUR_CLOCK_STATE_MET;
}

static char *
dup_case_key (gconstpointer item)
{
  const TambourOverviewCase *shown = item;

  return g_strconcat (has_open_clock (shown) ? "clock:" : "case:", TAMBOUR_RECORD (shown->record)->id, NULL);
}

static GtkWidget *
new_case_row (gconstpointer item,
              gpointer      data)
{
  TambourServiceSection *self = data;
  GtkWidget *row;

  if (!has_open_clock (item))
    return tambour_case_row_new (self->clocks);

  row = tambour_clock_row_new (tambour_section_get_portfolio (TAMBOUR_SECTION (self)), self->clocks);
  tambour_clock_row_set_owner (TAMBOUR_CLOCK_ROW (row), FALSE);

  return row;
}

static void
show_case (GtkWidget *row,
           gpointer   item)
{
  const TambourOverviewCase *shown = item;

  tambour_row_record_set (row, TAMBOUR_RECORD (shown->record));
  if (TAMBOUR_IS_CLOCK_ROW (row))
    tambour_clock_row_set_facts (TAMBOUR_CLOCK_ROW (row), shown->clock);
  else
    tambour_case_row_show (TAMBOUR_CASE_ROW (row), shown, today_of (find_section (row)));
}

static void
show_cases (TambourServiceSection *self)
{
  static const TambourRowList rows = { dup_case_key, NULL, show_case, new_case_row };
  TambourOverview *overview = self->sheet->overview;

  tambour_heading_set_part (self->cases_heading, overview->cases->len, overview->n_cases, NULL);
  if (overview->cases->len > 0)
    tambour_row_list_show (self->cases_list, &rows, overview->cases, overview->cases->len, self);
  else
    tambour_row_list_say (self->cases_list, tambour_notice_row_new ("object-select-symbolic", _("No case is open"),
                                                                    _("The next one shows here with its clock")));
}

/* --- escalations ------------------------------------------------------------ */

static char *
dup_escalation_key (gconstpointer item)
{
  return g_strdup (TAMBOUR_RECORD (((const TambourServiceEscalation *) item)->record)->id);
}

static GtkWidget *
new_escalation_row (gpointer data)
{
  return tambour_plan_row_new (((TambourServiceSection *) data)->escalated);
}

static GMenu *
new_escalation_menu (TambourServiceSection          *self,
                     const TambourServiceEscalation *escalation)
{
  GMenu *menu = g_menu_new ();
  TambourRecord *record = TAMBOUR_RECORD (escalation->record);
  gboolean is_over = tambour_instant_is_stated (escalation->record->deescalated_at);
  gboolean can_write = tambour_section_can_write (TAMBOUR_SECTION (self));

  if (can_write && !is_over)
    {
      if (!tambour_instant_is_stated (escalation->record->acknowledged_at))
        tambour_row_menu_item (menu, _("Mark as Taken"), "service.acknowledge", g_variant_new_string (record->id));
      add_question (self, menu, _("Assign…"), TAMBOUR_SERVICE_MOVE_ASSIGN, record);
      add_question (self, menu, _("End Escalation…"), TAMBOUR_SERVICE_MOVE_DEESCALATE, record);
    }
  if (escalation->support_case != NULL)
    tambour_row_menu_item (menu, _("Open Case"), "win.open-record",
                           g_variant_new ("(ss)", "case", TAMBOUR_RECORD (escalation->support_case)->id));
  if (can_write)
    tambour_row_menu_record (menu, _("Edit…"), "win.edit-record", record);

  return menu;
}

static void
show_escalation (GtkWidget *row,
                 gpointer   item)
{
  const TambourServiceEscalation *escalation = item;
  TambourEscalation *record = escalation->record;
  TambourServiceSection *self = find_section (row);
  gboolean is_over = tambour_instant_is_stated (record->deescalated_at);
  gboolean is_taken = tambour_instant_is_stated (record->acknowledged_at);
  g_autofree char *day = tambour_when_day (tambour_zone_date_of (self->sheet->overview->zone, record->declared_at), today_of (self));
  g_autofree char *title = tambour_record_dup_title (TAMBOUR_RECORD (record));
  g_autofree char *line = tambour_service_text_escalation (escalation);
  g_autofree char *reason = tambour_service_text_reason (escalation);
  g_autoptr(GMenu) menu = new_escalation_menu (self, escalation);

  tambour_row_record_set (row, TAMBOUR_RECORD (record));
  tambour_plan_row_show (TAMBOUR_PLAN_ROW (row), &(TambourPlanWords) {
                                                   .lead = day,
                                                   .title = title,
                                                   .line = line,
                                                   .more = reason,
                                                   .tag = is_over ? _("Over") : is_taken ? _("Taken")
                                                                                          : _("Not taken"),
                                                   .tag_style = is_over ? NULL : is_taken ? "accent"
                                                                                          : "warning",
                                                 });
  tambour_row_menu_offer (GTK_LIST_BOX_ROW (row), G_MENU_MODEL (menu));
}

static void
show_escalations (TambourServiceSection *self)
{
  static const TambourRowList rows = { dup_escalation_key, new_escalation_row, show_escalation, NULL };
  GPtrArray *escalations = self->sheet->escalations;
  guint n = self->sheet->n_escalated;
  g_autofree char *open = n > 0 ? g_strdup_printf (ngettext ("%d open", "%d open", n), (int) n) : NULL;

  tambour_heading_set_remark (self->escalations_heading, open);
  if (escalations->len > 0)
    tambour_row_list_show (self->escalations_list, &rows, escalations, escalations->len, self);
  else
    tambour_row_list_say (self->escalations_list, tambour_notice_row_new ("object-select-symbolic", _("Nothing was escalated within a year"),
                                                                          _("A case is escalated on its own page")));
}

/* --- planned changes -------------------------------------------------------- */

static char *
dup_change_key (gconstpointer item)
{
  return g_strdup (TAMBOUR_RECORD (((const TambourServiceChange *) item)->record)->id);
}

static GtkWidget *
new_change_row (gpointer data)
{
  return tambour_plan_row_new (((TambourServiceSection *) data)->windows);
}

static GMenu *
new_change_menu (TambourServiceSection      *self,
                 const TambourServiceChange *change)
{
  GMenu *menu = g_menu_new ();
  TambourRecord *record = TAMBOUR_RECORD (change->record);

  if (!tambour_section_can_write (TAMBOUR_SECTION (self)))
    return menu;

  if (!tambour_planned_change_is_over (change->record))
    {
      if (!change->has_passed)
        add_question (self, menu, _("Customer Was Told…"), TAMBOUR_SERVICE_MOVE_ANNOUNCE, record);
      add_question (self, menu, _("Record Outcome…"), TAMBOUR_SERVICE_MOVE_SETTLE, record);
      add_question (self, menu, _("Postpone…"), TAMBOUR_SERVICE_MOVE_POSTPONE, record);
    }
  tambour_row_menu_record (menu, _("Edit…"), "win.edit-record", record);

  return menu;
}

/* "Sat 5 Dec": a day that somebody may have to stay up for. */
static char *
dup_window_day (TambourServiceSection *self,
                TambourInstant         start)
{
  TambourDate date;
  g_autofree char *weekday = NULL;
  g_autofree char *day = NULL;

  if (!tambour_instant_is_stated (start))
    return g_strdup ("");

  date = tambour_zone_date_of (self->sheet->overview->zone, start);
  day = tambour_when_date (date, today_of (self));
  if (date.julian < today_of (self).julian)
    return g_steal_pointer (&day);

  weekday = tambour_when_weekday (date);

  /* Translators: a weekday and a date: "Fri 20 Nov" */
  return g_strdup_printf (C_("date", "%1$s %2$s"), weekday, day);
}

static void
show_change (GtkWidget *row,
             gpointer   item)
{
  const TambourServiceChange *change = item;
  TambourServiceSection *self = find_section (row);
  const char *style;
  g_autofree char *day = dup_window_day (self, change->record->window_start);
  g_autofree char *line = tambour_service_text_change (change, self->sheet);
  g_autofree char *warning = tambour_service_text_warning (change, self->sheet);
  g_autofree char *tag = tambour_service_text_state (change, today_of (self), &style);
  g_autofree char *rule = tambour_service_text_lead_rule (&change->lead, today_of (self));
  g_autoptr(GMenu) menu = new_change_menu (self, change);

  tambour_row_record_set (row, TAMBOUR_RECORD (change->record));
  tambour_plan_row_show (TAMBOUR_PLAN_ROW (row), &(TambourPlanWords) {
                                                   .lead = day,
                                                   .title = change->record->title,
                                                   .line = line,
                                                   .warning = warning,
                                                   .tag = tag,
                                                   .tag_style = style,
                                                   .tag_tooltip = tambour_planned_change_is_over (change->record) ? NULL : rule,
                                                 });
  tambour_row_menu_offer (GTK_LIST_BOX_ROW (row), G_MENU_MODEL (menu));
}

static void
show_changes (TambourServiceSection *self)
{
  static const TambourRowList rows = { dup_change_key, new_change_row, show_change, NULL };
  GPtrArray *changes = self->sheet->changes;

  if (changes->len > 0)
    tambour_row_list_show (self->changes_list, &rows, changes, changes->len, self);
  else
    tambour_row_list_say (self->changes_list, tambour_notice_row_new ("x-office-calendar-symbolic", _("No change is planned"),
                                                                      _("With its window, one sees whether it was told in time")));
}

/* --- surveys ---------------------------------------------------------------- */

static char *
dup_survey_key (gconstpointer item)
{
  return g_strdup (TAMBOUR_RECORD (((const TambourServiceSurvey *) item)->record)->id);
}

static GtkWidget *
new_survey_row (gpointer data)
{
  return tambour_plan_row_new (((TambourServiceSection *) data)->days);
}

static void
show_survey (GtkWidget *row,
             gpointer   item)
{
  const TambourServiceSurvey *survey = item;
  TambourSurveyResponse *record = survey->record;
  TambourServiceSection *self = find_section (row);
  TambourInstant at = survey->is_answered ? record->answered_at : record->asked_at;
  g_autofree char *day = tambour_when_date (tambour_zone_date_of (self->sheet->overview->zone, at), today_of (self));
  g_autofree char *score = survey->is_answered ? tambour_service_text_score (record->kind, record->score) : NULL;
  g_autofree char *line = tambour_service_text_survey (survey);
  g_autoptr(GMenu) menu = g_menu_new ();

  tambour_row_record_set (row, TAMBOUR_RECORD (record));
  tambour_plan_row_show (TAMBOUR_PLAN_ROW (row), &(TambourPlanWords) {
                                                   .lead = day,
                                                   .title = survey->contact ? survey->contact->name
                                                                            : _(tambour_choice_get_words (TAMBOUR_TYPE_SURVEY_KIND, record->kind)),
                                                   .line = line,
                                                   .end = score,
                                                   .tag = survey->is_answered ? NULL : survey->is_late ? _("Ask again")
                                                                                                       : _("Asked"),
                                                   .tag_style = survey->is_late ? "warning" : NULL,
                                                 });

  if (tambour_section_can_write (TAMBOUR_SECTION (self)))
    {
      if (!survey->is_answered)
        add_question (self, menu, _("Record Answer…"), TAMBOUR_SERVICE_MOVE_ANSWER, TAMBOUR_RECORD (record));
      tambour_row_menu_record (menu, _("Edit…"), "win.edit-record", TAMBOUR_RECORD (record));
    }
  tambour_row_menu_offer (GTK_LIST_BOX_ROW (row), G_MENU_MODEL (menu));
}

static void
show_other (GtkWidget                 *box,
            GtkLabel                  *label,
            TambourSurveyKind          kind,
            const TambourServiceScore *score)
{
  g_autofree char *text = tambour_service_text_other (kind, score);

  gtk_label_set_text (label, text);
  gtk_widget_set_visible (box, score->asked > 0);
}

/* A mean never stands without how many said it (METRICS.md M16). */
static void
show_scores (TambourServiceSection *self)
{
  const TambourServiceScore *scores = self->sheet->scores;
  g_autofree char *mean = tambour_service_text_score (TAMBOUR_SURVEY_KIND_CSAT, scores[TAMBOUR_SURVEY_KIND_CSAT].mean);
  g_autofree char *asked = tambour_service_text_asked (&scores[TAMBOUR_SURVEY_KIND_CSAT]);

  gtk_label_set_text (self->score_label, *mean ? mean : _("No answer"));
  gtk_label_set_text (self->asked_label, asked);
  show_other (self->nps_box, self->nps_label, TAMBOUR_SURVEY_KIND_NPS, &scores[TAMBOUR_SURVEY_KIND_NPS]);
  show_other (self->review_box, self->review_label, TAMBOUR_SURVEY_KIND_EBR_FEEDBACK, &scores[TAMBOUR_SURVEY_KIND_EBR_FEEDBACK]);
}

static void
show_surveys (TambourServiceSection *self)
{
  static const TambourRowList rows = { dup_survey_key, new_survey_row, show_survey, NULL };
  GPtrArray *surveys = self->sheet->surveys;

  show_scores (self);
  if (surveys->len > 0)
    tambour_row_list_show (self->surveys_list, &rows, surveys, surveys->len, self);
  else
    tambour_row_list_say (self->surveys_list, tambour_notice_row_new ("tambour-people-symbolic", _("Nobody has said anything"),
                                                                      _("Ask somebody, or write down what they said")));
}

/**
 * tambour_service_section_show:
 * @self: a section that has read its sheet
 *
 * Shows it.
 */
void
tambour_service_section_show (TambourServiceSection *self)
{
  g_autofree char *outage = tambour_service_text_outage (&self->sheet->outages);
  g_autofree char *outages = tambour_service_text_outages (&self->sheet->outages);

  gtk_widget_set_visible (GTK_WIDGET (self->columns), TRUE);
  show_cases (self);
  show_escalations (self);
  show_changes (self);
  show_surveys (self);
  gtk_label_set_text (self->outage_label, outage);
  gtk_label_set_text (self->outages_label, outages);
}
