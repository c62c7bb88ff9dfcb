/* test-service.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "desk-portfolio.h"
#include "tambour-case.h"
#include "tambour-clock.h"
#include "tambour-environment.h"
#include "tambour-kinds.h"
#include "tambour-service-sheet.h"

#define NOW "2026-11-23T17:12:00Z"

static TambourInstant
instant (const char *text)
{
  TambourInstant at;

  g_assert_true (tambour_instant_parse (text, &at));

  return at;
}

static const char *
account_of (DeskPortfolio *desk)
{
  return TAMBOUR_RECORD (desk->account)->id;
}

/* Returns: (transfer full): a stored record of the account with those fields */
static gpointer
add (DeskPortfolio *desk,
     GType          type,
     const char    *field,
     ...)
{
  TambourRecord *record = desk_portfolio_own (desk, type);
  va_list fields;

  va_start (fields, field);
  for (const char *name = field; name != NULL; name = va_arg (fields, const char *))
    desk_set (record, name, va_arg (fields, const char *));
  va_end (fields);
  desk_portfolio_put (desk, record);

  return record;
}

static TambourServiceSheet *
load (DeskPortfolio *desk)
{
  g_autoptr(GError) error = NULL;
  TambourServiceSheet *sheet = tambour_service_sheet_load (desk->store, account_of (desk), instant (NOW), NULL, &error);

  g_assert_no_error (error);

  return sheet;
}

static TambourPlannedChange *
add_change (DeskPortfolio *desk,
            const char    *title,
            const char    *from,
            const char    *to,
            const char    *told)
{
  return add (desk, TAMBOUR_TYPE_PLANNED_CHANGE, "title", title, "window_start", from, "window_end", to, "notified_on", told, "risk", "Medium", NULL);
}

static TambourEscalation *
add_escalation (DeskPortfolio *desk,
                TambourRecord *of,
                const char    *title,
                const char    *level,
                const char    *declared,
                const char    *over)
{
  return add (desk, TAMBOUR_TYPE_ESCALATION, "case_id", of->id, "title", title, "level", level, "declared_at", declared, "deescalated_at", over, NULL);
}

static TambourRecord *
add_case (DeskPortfolio *desk,
          const char    *number,
          const char    *priority,
          const char    *opened,
          const char    *restored)
{
  return add (desk, TAMBOUR_TYPE_CASE, "number", number, "title", "Lookups fail", "priority", priority, "channel", "portal", "opened_at", opened,
              "restored_at", restored, "resolved_at", restored, "closed_at", restored, "status", restored ? "closed" : "open", NULL);
}

/* --- what it shows ----------------------------------------------------------- */

static void
test_nothing_is_nothing (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourServiceSheet) sheet = load (desk);

  g_assert_cmpuint (sheet->overview->cases->len, ==, 0);
  g_assert_cmpuint (sheet->escalations->len, ==, 0);
  g_assert_cmpuint (sheet->changes->len, ==, 0);
  g_assert_cmpuint (sheet->surveys->len, ==, 0);
  g_assert_cmpuint (sheet->scores[TAMBOUR_SURVEY_KIND_CSAT].asked, ==, 0);
  g_assert_true (isnan (sheet->scores[TAMBOUR_SURVEY_KIND_CSAT].mean));
  g_assert_cmpuint (sheet->outages.n, ==, 0);
  g_assert_cmpfloat (sheet->outages.availability, ==, 1);
}

static void
assert_title (GPtrArray  *escalations,
              guint       position,
              const char *title)
{
  const TambourServiceEscalation *escalation = g_ptr_array_index (escalations, position);

  g_assert_cmpstr (escalation->record->title, ==, title);
}

/* What is open comes first, the highest and of those the oldest; then what ended last. */
static void
test_escalations_in_order (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) first = add_case (desk, "4117", "P2", "2026-11-10T14:05:00Z", NULL);
  g_autoptr(TambourRecord) second = add_case (desk, "4126", "P3", "2026-11-12T14:05:00Z", NULL);
  g_autoptr(TambourEscalation) low = add_escalation (desk, first, "Low", "1", "2026-11-10T17:00:00Z", NULL);
  g_autoptr(TambourEscalation) high = add_escalation (desk, first, "High", "3", "2026-11-20T17:00:00Z", NULL);
  g_autoptr(TambourEscalation) old = add_escalation (desk, first, "Old", "1", "2026-11-01T17:00:00Z", NULL);
  g_autoptr(TambourEscalation) over = add_escalation (desk, first, "Over", "4", "2026-10-01T17:00:00Z", "2026-10-02T17:00:00Z");
  g_autoptr(TambourEscalation) longer = add_escalation (desk, first, "Longer", "4", "2026-09-01T17:00:00Z", "2026-10-09T17:00:00Z");
  g_autoptr(TambourEscalation) later = add_escalation (desk, first, "Later", "4", "2026-11-24T17:00:00Z", NULL);
  g_autoptr(TambourServiceSheet) sheet = NULL;
  const TambourServiceEscalation *top;

  high->other_case_ids = g_strdupv ((GStrv) (const char *[]) { second->id, "no such case", NULL });
  desk_portfolio_put (desk, high);
  sheet = load (desk);

  g_assert_cmpuint (sheet->n_escalated, ==, 3);
  g_assert_cmpuint (sheet->escalations->len, ==, 5);
  assert_title (sheet->escalations, 0, "High");
  assert_title (sheet->escalations, 1, "Old");
  assert_title (sheet->escalations, 2, "Low");
  assert_title (sheet->escalations, 3, "Longer");
  assert_title (sheet->escalations, 4, "Over");

  top = g_ptr_array_index (sheet->escalations, 0);
  g_assert_cmpstr (top->support_case->number, ==, "4117");
  g_assert_cmpuint (top->others->len, ==, 1);
  g_assert_cmpstr (((TambourCase *) g_ptr_array_index (top->others, 0))->number, ==, "4126");
}

static const TambourServiceChange *
find_change (TambourServiceSheet *sheet,
             const char          *title)
{
  for (guint i = 0; i < sheet->changes->len; i++)
    {
      const TambourServiceChange *change = g_ptr_array_index (sheet->changes, i);

      if (g_strcmp0 (change->record->title, title) == 0)
        return change;
    }

  g_assert_not_reached ();
}

static void
test_changes_and_their_notice (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourPlannedChange) late = add_change (desk, "Late", "2026-12-01T22:00:00Z", "2026-12-01T23:00:00Z", "2026-11-25");
  g_autoptr(TambourPlannedChange) early = add_change (desk, "Early", "2026-12-02T22:00:00Z", "2026-12-02T23:00:00Z", "2026-11-20");
  g_autoptr(TambourPlannedChange) open = add_change (desk, "Open", "2026-12-03T22:00:00Z", NULL, NULL);
  g_autoptr(TambourPlannedChange) missed = add_change (desk, "Missed", "2026-11-24T22:00:00Z", NULL, NULL);
  g_autoptr(TambourPlannedChange) passed = add_change (desk, "Passed", "2026-11-20T22:00:00Z", "2026-11-20T23:00:00Z", "2026-11-02");
  g_autoptr(TambourPlannedChange) over = add_change (desk, "Over", "2026-11-10T22:00:00Z", "2026-11-10T23:00:00Z", "2026-11-02");
  g_autoptr(TambourServiceSheet) sheet = NULL;

  desk_set (over, "state", "rolled_back");
  desk_portfolio_put (desk, over);
  sheet = load (desk);

  g_assert_cmpuint (sheet->n_planned, ==, 5);
  g_assert_cmpuint (sheet->changes->len, ==, 6);
  g_assert_true (((TambourServiceChange *) g_ptr_array_index (sheet->changes, 0))->has_passed);
  g_assert_cmpstr (((TambourServiceChange *) g_ptr_array_index (sheet->changes, 5))->record->title, ==, "Over");
  g_assert_cmpint (find_change (sheet, "Late")->lead.state, ==, TAMBOUR_LEAD_LATE);
  g_assert_cmpint (find_change (sheet, "Late")->lead.given, ==, 4);
  g_assert_cmpint (find_change (sheet, "Early")->lead.state, ==, TAMBOUR_LEAD_OK);
  g_assert_cmpint (find_change (sheet, "Open")->lead.state, ==, TAMBOUR_LEAD_OPEN);
  g_assert_cmpint (find_change (sheet, "Missed")->lead.state, ==, TAMBOUR_LEAD_MISSED);
}

/* The plan says how long before, and its calendar which days count. */
static void
test_the_plan_says_how_much_notice (void)
{
  static const char document[] =
    "{\"valid_from\": \"2026-01-01\", \"calendars\": {\"c\": {\"zone\": \"Europe/London\", \"weekly\": [[\"Mon 09:00\", \"Fri 17:00\"]],"
    " \"holidays\": [\"2026-11-26\", \"2026-11-27\"]}}, \"plans\": [{\"id\": \"platinum\", \"targets\": [{\"kind\": \"first_response\","
    " \"priority\": \"P3\", \"business_days\": 2, \"calendar\": \"c\"}]}]}";
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourPlannedChange) change = add_change (desk, "Change", "2026-12-01T12:00:00Z", NULL, "2026-11-24");
  g_autoptr(TambourRecord) catalogue = tambour_record_new (TAMBOUR_TYPE_PLAN_CATALOGUE, NULL);
  g_autoptr(TambourServiceSheet) before = NULL;
  g_autoptr(TambourServiceSheet) after = NULL;

  desk_set (desk->platinum, "lead_days", "4");
  desk_portfolio_put (desk, desk->platinum);
  before = load (desk);
  g_assert_cmpint (find_change (before, "Change")->lead.state, ==, TAMBOUR_LEAD_OK);
  g_assert_cmpint (find_change (before, "Change")->lead.needed, ==, 4);

  desk_set (catalogue, "name", "Plans");
  desk_set (catalogue, "valid_from", "2026-01-01");
  desk_set (catalogue, "document", document);
  desk_portfolio_put (desk, catalogue);
  after = load (desk);
  g_assert_cmpint (find_change (after, "Change")->lead.state, ==, TAMBOUR_LEAD_LATE);
  g_assert_cmpint (find_change (after, "Change")->lead.given, ==, 3);
}

static void
test_what_stands_in_the_way (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourPlannedChange) one = add_change (desk, "One", "2026-12-01T22:00:00Z", "2026-12-01T23:00:00Z", "2026-11-20");
  g_autoptr(TambourPlannedChange) touching = add_change (desk, "Touching", "2026-12-01T23:00:00Z", "2026-12-02T00:00:00Z", "2026-11-20");
  g_autoptr(TambourPlannedChange) same = add_change (desk, "Same", "2026-12-01T22:30:00Z", "2026-12-01T22:45:00Z", "2026-11-20");
  g_autoptr(TambourPlannedChange) frozen = add_change (desk, "Frozen", "2026-12-21T22:00:00Z", "2026-12-21T23:00:00Z", "2026-11-20");
  g_autoptr(TambourPlannedChange) other = add_change (desk, "Other", "2026-12-21T22:00:00Z", "2026-12-21T23:00:00Z", "2026-11-20");
  g_autoptr(TambourPlannedChange) freeze = add_change (desk, "Freeze of the year", "2026-12-18T00:00:00Z", "2027-01-08T00:00:00Z", NULL);
  g_autoptr(TambourPlannedChange) soon = NULL;
  g_autoptr(TambourRecord) outage = NULL;
  g_autoptr(TambourEscalation) escalation = NULL;
  g_autoptr(TambourServiceSheet) calm = NULL;
  g_autoptr(TambourServiceSheet) busy = NULL;

  desk_set (freeze, "kind", "Freeze");
  desk_portfolio_put (desk, freeze);
  calm = load (desk);
  g_assert_cmpstr (find_change (calm, "One")->clash->title, ==, "Same");
  g_assert_cmpstr (find_change (calm, "Same")->clash->title, ==, "One");
  g_assert_false (find_change (calm, "Same")->is_frozen);
  g_assert_null (find_change (calm, "Touching")->clash);
  g_assert_cmpstr (find_change (calm, "Frozen")->clash->title, ==, "Freeze of the year");
  g_assert_true (find_change (calm, "Frozen")->is_frozen);
  g_assert_null (find_change (calm, "Freeze of the year")->clash);
  g_assert_cmpint (find_change (calm, "Freeze of the year")->lead.state, ==, TAMBOUR_LEAD_NONE);
  g_assert_null (find_change (calm, "One")->outage);
  g_assert_null (find_change (calm, "One")->escalation);

  soon = add_change (desk, "Soon", "2026-11-27T22:00:00Z", "2026-11-27T23:00:00Z", "2026-11-20");
  outage = add_case (desk, "4127", "P1", "2026-11-23T17:00:00Z", NULL);
  escalation = add_escalation (desk, outage, "Lookups fail", "2", "2026-11-23T17:05:00Z", NULL);
  busy = load (desk);
  g_assert_cmpstr (find_change (busy, "Soon")->outage->number, ==, "4127");
  g_assert_cmpstr (find_change (busy, "Soon")->escalation->title, ==, "Lookups fail");
  g_assert_null (find_change (busy, "One")->outage);
  g_assert_null (find_change (busy, "One")->escalation);
  g_assert_null (find_change (busy, "Freeze of the year")->outage);
}

static void
add_survey (DeskPortfolio *desk,
            const char    *kind,
            const char    *asked,
            const char    *answered,
            const char    *score)
{
  g_autoptr(TambourRecord) survey = add (desk, TAMBOUR_TYPE_SURVEY_RESPONSE, "kind", kind, "asked_at", asked, "answered_at", answered, "score", score, NULL);
}

/* A mean counts the answers of a year, and says how many were asked (METRICS.md M16). */
static void
test_what_customers_say (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourServiceSheet) sheet = NULL;
  const TambourServiceSurvey *first;

  add_survey (desk, "csat", "2026-11-01T09:00:00Z", "2026-11-02T09:00:00Z", "5");
  add_survey (desk, "csat", "2026-10-01T09:00:00Z", "2026-10-02T09:00:00Z", "4");
  add_survey (desk, "csat", "2026-11-09T09:00:00Z", NULL, NULL);
  add_survey (desk, "csat", "2026-11-10T09:00:00Z", NULL, NULL);
  add_survey (desk, "csat", "2026-08-01T09:00:00Z", NULL, NULL);
  add_survey (desk, "csat", "2025-11-01T09:00:00Z", "2025-11-02T09:00:00Z", "1");
  add_survey (desk, "csat", "2026-11-23T09:00:00Z", "2026-11-24T09:00:00Z", "1");
  add_survey (desk, "nps", "2026-05-01T09:00:00Z", "2026-05-02T09:00:00Z", "9");
  add_survey (desk, "nps", "2026-05-01T09:00:00Z", "2026-05-02T09:00:00Z", "8");
  add_survey (desk, "nps", "2026-05-01T09:00:00Z", "2026-05-02T09:00:00Z", "6");
  add_survey (desk, "ebr_feedback", "2026-05-01T09:00:00Z", "2026-05-02T09:00:00Z", NULL);
  sheet = load (desk);

  g_assert_cmpuint (sheet->scores[TAMBOUR_SURVEY_KIND_CSAT].asked, ==, 6);
  g_assert_cmpuint (sheet->scores[TAMBOUR_SURVEY_KIND_CSAT].answered, ==, 2);
  g_assert_cmpfloat_with_epsilon (sheet->scores[TAMBOUR_SURVEY_KIND_CSAT].mean, 4.5, 1e-9);
  g_assert_cmpuint (sheet->scores[TAMBOUR_SURVEY_KIND_NPS].answered, ==, 3);
  g_assert_cmpuint (sheet->scores[TAMBOUR_SURVEY_KIND_NPS].n_high, ==, 1);
  g_assert_cmpuint (sheet->scores[TAMBOUR_SURVEY_KIND_NPS].n_low, ==, 1);
  g_assert_cmpuint (sheet->scores[TAMBOUR_SURVEY_KIND_EBR_FEEDBACK].asked, ==, 1);
  g_assert_cmpuint (sheet->scores[TAMBOUR_SURVEY_KIND_EBR_FEEDBACK].answered, ==, 0);

  /* Those that wait, the longest first; who was asked in August answers no more. */
  g_assert_cmpuint (sheet->surveys->len, ==, 3 + TAMBOUR_SERVICE_ANSWERS);
  first = g_ptr_array_index (sheet->surveys, 0);
  g_assert_false (first->is_answered);
  g_assert_true (first->is_late);
  g_assert_false (((TambourServiceSurvey *) g_ptr_array_index (sheet->surveys, 1))->is_late);
  g_assert_true (((TambourServiceSurvey *) g_ptr_array_index (sheet->surveys, 3))->is_answered);
  g_assert_cmpfloat (((TambourServiceSurvey *) g_ptr_array_index (sheet->surveys, 3))->record->score, ==, 5);
}

/* Overlaps count once, agreed maintenance not at all (METRICS.md M13). */
static void
test_outages_of_a_year (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) first = add_case (desk, "1", "P1", "2026-11-01T10:00:00Z", "2026-11-01T12:00:00Z");
  g_autoptr(TambourRecord) second = add_case (desk, "2", "P1", "2026-11-01T11:00:00Z", "2026-11-01T13:00:00Z");
  g_autoptr(TambourRecord) other = add_case (desk, "3", "P2", "2026-11-02T11:00:00Z", "2026-11-02T13:00:00Z");
  g_autoptr(TambourRecord) before = add_case (desk, "4", "P1", "2025-11-01T11:00:00Z", "2025-11-01T13:00:00Z");
  g_autoptr(TambourRecord) alone = add (desk, TAMBOUR_TYPE_INCIDENT, "service", "Mail", "impact_start", "2026-11-05T10:00:00Z", "restored_at", "2026-11-05T10:30:00Z", NULL);
  g_autoptr(TambourRecord) told = add (desk, TAMBOUR_TYPE_INCIDENT, "service", "Lookups", "impact_start", "2026-11-01T09:30:00Z", "restored_at", "2026-11-01T12:00:00Z", NULL);
  g_autoptr(TambourPlannedChange) agreed = add_change (desk, "Agreed", "2026-11-01T12:30:00Z", "2026-11-01T12:45:00Z", NULL);
  g_autoptr(TambourServiceSheet) sheet = NULL;

  desk_set (first, "incident_id", told->id);
  desk_portfolio_put (desk, first);
  agreed->maintenance = TRUE;
  desk_portfolio_put (desk, agreed);
  sheet = load (desk);

  g_assert_cmpuint (sheet->outages.n, ==, 3);
  g_assert_cmpint (sheet->outages.seconds, ==, 30 * 60 + (3 * 60 + 30 - 15) * 60);
  g_assert_false (sheet->outages.is_on);
  g_assert_cmpfloat_with_epsilon (sheet->outages.availability, 1 - (3 * 60 + 45) / (365 * 24 * 60. - 15), 1e-9);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/service/nothing-is-nothing", test_nothing_is_nothing);
  g_test_add_func ("/service/escalations-in-order", test_escalations_in_order);
  g_test_add_func ("/service/changes-and-their-notice", test_changes_and_their_notice);
  g_test_add_func ("/service/the-plan-says-how-much-notice", test_the_plan_says_how_much_notice);
  g_test_add_func ("/service/what-stands-in-the-way", test_what_stands_in_the_way);
  g_test_add_func ("/service/what-customers-say", test_what_customers_say);
  g_test_add_func ("/service/outages-of-a-year", test_outages_of_a_year);

  return g_test_run ();
}
