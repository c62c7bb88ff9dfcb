/* test-facts-service.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "test-facts-portfolio.h"

/* A case by phone of 2026, with the first response after @answer. */
static void
add_case (TestPortfolio *portfolio,
          const char    *id,
          const char    *priority,
          const char    *opened,
          const char    *answer)
{
  g_autofree char *event = g_strconcat (id, "-answer", NULL);

  test_portfolio_add (portfolio, "case", id, "number", id, "title", id, "priority", priority, "channel", "phone",
                      "opened_at", opened, NULL);
  if (answer != NULL)
    test_portfolio_add (portfolio, "case_event", event, "case_id", id, "at", answer, "kind", "our_msg", "actor", "us",
                        "public_update", "true", NULL);
}

static void
add_event (TestPortfolio *portfolio,
           const char    *id,
           const char    *of,
           const char    *kind,
           const char    *at)
{
  test_portfolio_add (portfolio, "case_event", id, "case_id", of, "at", at, "kind", kind, "actor", "us", NULL);
}

static TambourMonthFact *
month_of (TambourFacts *facts,
          guint         i)
{
  return &g_array_index (facts->service.months, TambourMonthFact, i);
}

/* Midnight in Amsterdam is 23:00 UTC in winter and 22:00 in summer. */
static void
test_bounds (void)
{
  g_autoptr(TestPortfolio) portfolio = test_portfolio_new ();
  g_autoptr(TambourFacts) facts = NULL;

  add_case (portfolio, "before", "P2", "2025-12-31T22:59:59Z", NULL);
  add_case (portfolio, "first", "P2", "2025-12-31T23:00:00Z", NULL);
  add_case (portfolio, "march", "P2", "2026-03-31T21:59:59Z", NULL);
  add_case (portfolio, "april", "P2", "2026-03-31T22:00:00Z", NULL);
  add_case (portfolio, "last", "P3", "2026-12-31T22:59:59Z", NULL);
  add_case (portfolio, "after", "P3", "2026-12-31T23:00:00Z", NULL);
  facts = test_portfolio_read_2026 (portfolio);

  test_assert_value (facts, "cases.opened", 4);
  g_assert_cmpint (month_of (facts, 0)->opened[TAMBOUR_PRIORITY_P2]->now.n, ==, 1);
  g_assert_cmpint (month_of (facts, 2)->opened[TAMBOUR_PRIORITY_P2]->now.n, ==, 1);
  g_assert_cmpint (month_of (facts, 3)->opened[TAMBOUR_PRIORITY_P2]->now.n, ==, 1);
  g_assert_cmpint (month_of (facts, 11)->opened[TAMBOUR_PRIORITY_P3]->now.n, ==, 1);
  test_assert_value (facts, "cases.backlog", 5);
  test_assert_value (facts, "cases.backlog.age.0-7", 1);
  test_assert_value (facts, "cases.backlog.age.90+", 4);
}

static void
test_left_out (void)
{
  g_autoptr(TestPortfolio) portfolio = test_portfolio_new ();
  g_autoptr(TambourFacts) facts = NULL;
  TambourFact *opened;

  add_case (portfolio, "a", "P2", "2026-02-01T10:00:00Z", NULL);
  test_portfolio_add (portfolio, "case", "twin", "number", "twin", "title", "twin", "priority", "P1", "opened_at", "2026-02-01T10:00:00Z",
                      "exclusion", "duplicate", NULL);
  test_portfolio_add (portfolio, "case", "junk", "number", "junk", "title", "junk", "priority", "P2", "opened_at", "2026-02-02T10:00:00Z",
                      "exclusion", "spam", NULL);
  facts = test_portfolio_read_2026 (portfolio);

  opened = tambour_facts_find (facts, "cases.opened");
  test_assert_value (facts, "cases.opened", 1);
  test_assert_value (facts, "cases.excluded", 2);
  test_assert_value (facts, "outage.hours", 0);
  g_assert_cmpuint (opened->now.excluded->len, ==, 2);
  g_assert_cmpstr (g_array_index (opened->now.excluded, TambourExcluded, 0).id, ==, "junk");
  g_assert_cmpstr (g_array_index (opened->now.excluded, TambourExcluded, 0).reason, ==, "Spam");
}

/* P2 has eight hours: met at the second, missed one later, not yet due, and
 * what was recorded after the cut-off does not exist.
 */
static void
test_decided (void)
{
  g_autoptr(TestPortfolio) portfolio = test_portfolio_new ();
  g_autoptr(TambourFacts) facts = NULL;
  TambourFact *met;

  add_case (portfolio, "met", "P2", "2026-02-01T10:00:00Z", "2026-02-01T18:00:00Z");
  add_case (portfolio, "late", "P2", "2026-02-02T10:00:00Z", "2026-02-02T18:00:01Z");
  add_case (portfolio, "silent", "P2", "2026-02-03T10:00:00Z", NULL);
  add_case (portfolio, "secret", "P2", "2026-02-04T10:00:00Z", NULL);
  test_portfolio_add (portfolio, "case_event", "entered-later", "case_id", "secret", "at", "2026-02-04T11:00:00Z", "kind", "our_msg",
                      "actor", "us", "public_update", "true", "recorded_at", "2026-07-02T00:00:00Z", NULL);
  add_case (portfolio, "fresh", "P2", "2026-06-30T20:00:00Z", NULL);
  add_case (portfolio, "future", "P2", "2026-07-01T08:00:00Z", NULL);
  facts = test_portfolio_read (portfolio, "acme", "2026-01-01", "2027-01-01", "2026-07-01T00:00:00Z");

  met = tambour_facts_find (facts, "response.met");
  test_assert_value (facts, "cases.opened", 5);
  test_assert_share (facts, "response.met", 1, 4);
  test_assert_value (facts, "response.waiting", 1);
  g_assert_cmpuint (met->now.excluded->len, ==, 1);
  g_assert_cmpstr (g_array_index (met->now.excluded, TambourExcluded, 0).id, ==, "fresh");
  g_assert_cmpstr (g_ptr_array_index (met->now.hits, 0), ==, "met");
  g_assert_true (facts->part_year);
  test_assert_value (facts, "response.median.p2", 8);
}

/* An automatic reply is none, a pause does not count, a changed priority
 * cancels its clock, and a P1 that is phoned in has two clocks.
 */
static void
test_clocks (void)
{
  g_autoptr(TestPortfolio) portfolio = test_portfolio_new ();
  g_autoptr(TambourFacts) facts = NULL;

  add_case (portfolio, "paused", "P2", "2026-02-01T10:00:00Z", "2026-02-01T20:00:00Z");
  add_event (portfolio, "pause", "paused", "paused", "2026-02-01T11:00:00Z");
  add_event (portfolio, "resume", "paused", "resumed", "2026-02-01T14:00:00Z");
  add_case (portfolio, "machine", "P2", "2026-02-02T10:00:00Z", NULL);
  test_portfolio_add (portfolio, "case_event", "automatic", "case_id", "machine", "at", "2026-02-02T10:00:05Z", "kind", "our_msg",
                      "actor", "us", "public_update", "true", "automatic", "true", NULL);
  test_portfolio_add (portfolio, "case", "changed", "number", "changed", "title", "changed", "priority", "P2", "channel", "phone",
                      "opened_at", "2026-02-03T10:00:00Z", NULL);
  test_portfolio_add (portfolio, "case_event", "raise", "case_id", "changed", "at", "2026-02-03T10:10:00Z", "kind", "priority",
                      "actor", "us", "from", "P2", "to", "P1", NULL);
  test_portfolio_add (portfolio, "case_event", "reply", "case_id", "changed", "at", "2026-02-03T10:20:00Z", "kind", "our_msg",
                      "actor", "us", "public_update", "true", NULL);
  facts = test_portfolio_read_2026 (portfolio);

  test_assert_value (facts, "cases.opened", 3);
  g_assert_cmpint (tambour_facts_find (facts, "response.met")->now.of, ==, 3);
  test_assert_value (facts, "response.longest.p2", 7);
  test_assert_share (facts, "response.met.p2", 1, 2);
  test_assert_share (facts, "response.met.p1", 1, 1);
}

static void
add_mailed (TestPortfolio *portfolio)
{
  test_portfolio_add (portfolio, "case", "mailed", "number", "mailed", "title", "mailed", "priority", "P1", "channel", "email",
                      "opened_at", "2026-02-01T10:00:00Z", NULL);
  test_portfolio_add (portfolio, "case_event", "call", "case_id", "mailed", "at", "2026-02-01T11:00:00Z", "kind", "called_in",
                      "actor", "customer", NULL);
  test_portfolio_add (portfolio, "case_event", "reply", "case_id", "mailed", "at", "2026-02-01T11:45:00Z", "kind", "our_msg",
                      "actor", "us", "public_update", "true", NULL);
}

static void
test_two_clocks (void)
{
  g_autoptr(TestPortfolio) portfolio = test_portfolio_new ();
  g_autoptr(TambourFacts) facts = NULL;

  add_mailed (portfolio);
  facts = test_portfolio_read_2026 (portfolio);

  test_assert_share (facts, "response.met", 1, 2);
  test_assert_share (facts, "response.met.p1.email", 1, 1);
  test_assert_share (facts, "response.met.p1.phone", 0, 1);
  g_assert_cmpuint (tambour_facts_find (facts, "response.met")->now.ids->len, ==, 1);
  g_assert_cmpuint (facts->service.by_channel->len, ==, 2);
}

static void
test_nothing (void)
{
  g_autoptr(TestPortfolio) portfolio = test_portfolio_new ();
  g_autoptr(TambourFacts) facts = test_portfolio_read_2026 (portfolio);

  test_assert_state (facts, "cases.opened", TAMBOUR_FACT_NOT_MEASURED);
  test_assert_state (facts, "response.met", TAMBOUR_FACT_EMPTY);
  test_assert_state (facts, "outage.hours", TAMBOUR_FACT_NOT_MEASURED);
  test_assert_state (facts, "outage.availability", TAMBOUR_FACT_NOT_MEASURED);
  test_assert_state (facts, "escalations", TAMBOUR_FACT_NOT_MEASURED);
  test_assert_state (facts, "calls.held", TAMBOUR_FACT_NOT_MEASURED);
  test_assert_state (facts, "usage.coverage", TAMBOUR_FACT_NOT_MEASURED);
  test_assert_state (facts, "audit.score", TAMBOUR_FACT_NOT_MEASURED);
  test_assert_state (facts, "value", TAMBOUR_FACT_NOT_MEASURED);
  test_assert_state (facts, "goals.met", TAMBOUR_FACT_EMPTY);
  g_assert_false (facts->has_prior);
}

/* A file without responses says nothing about them; one that has some does. */
static void
test_silent_source (void)
{
  g_autoptr(TestPortfolio) portfolio = test_portfolio_new ();
  g_autoptr(TambourFacts) facts = NULL;
  TambourFact *met;

  test_portfolio_add (portfolio, "case", "i1", "number", "1", "title", "1", "priority", "P2", "channel", "phone", "opened_at", "2026-02-01T10:00:00Z",
                      "external_system", "desk", "origin", "import", NULL);
  facts = test_portfolio_read_2026 (portfolio);
  test_assert_state (facts, "response.met", TAMBOUR_FACT_NOT_MEASURED);
  test_assert_state (facts, "response.median.p2", TAMBOUR_FACT_NOT_MEASURED);
  test_assert_state (facts, "response.met.p1", TAMBOUR_FACT_EMPTY);
  test_assert_state (facts, "escalations", TAMBOUR_FACT_NOT_MEASURED);
  test_assert_state (facts, "cases.silent", TAMBOUR_FACT_NOT_MEASURED);
  g_clear_pointer (&facts, tambour_facts_free);

  add_case (portfolio, "own", "P2", "2026-03-01T10:00:00Z", "2026-03-01T11:00:00Z");
  facts = test_portfolio_read_2026 (portfolio);
  met = tambour_facts_find (facts, "response.met");
  test_assert_share (facts, "response.met", 1, 1);
  g_assert_cmpuint (met->now.excluded->len, ==, 1);
  test_assert_value (facts, "escalations", 0);
  g_clear_pointer (&facts, tambour_facts_free);

  test_portfolio_add (portfolio, "case", "i2", "number", "2", "title", "2", "priority", "P2", "channel", "phone", "opened_at", "2026-04-01T10:00:00Z",
                      "external_system", "desk", "origin", "import", "first_response_at", "2026-04-01T11:00:00Z", NULL);
  facts = test_portfolio_read_2026 (portfolio);
  g_assert_cmpint (tambour_facts_find (facts, "response.met")->now.of, ==, 3);
}

/* No target for P3 in this plan: refused by name, never missed. */
static void
test_no_target (void)
{
  g_autoptr(TestPortfolio) portfolio = test_portfolio_new ();
  g_autoptr(TambourFacts) facts = NULL;

  add_case (portfolio, "a", "P3", "2026-02-01T10:00:00Z", "2026-02-01T10:01:00Z");
  facts = test_portfolio_read_2026 (portfolio);
  test_assert_state (facts, "response.met", TAMBOUR_FACT_NOT_MEASURED);
  g_assert_cmpuint (tambour_facts_find (facts, "response.met")->now.excluded->len, ==, 1);
}

/* One to ten hours: lower middle 5, nearest rank of nine in ten 9. */
static void
test_ranks (void)
{
  g_autoptr(TestPortfolio) portfolio = test_portfolio_new ();
  g_autoptr(TambourFacts) facts = NULL;

  for (guint i = 1; i <= 10; i++)
    {
      g_autofree char *id = g_strdup_printf ("c%02u", i);
      g_autofree char *event = g_strdup_printf ("r%02u", i);
      g_autofree char *at = g_strdup_printf ("2026-02-01T%02u:00:00Z", 10 + i);

      add_case (portfolio, id, i == 10 ? "P3" : "P2", "2026-02-01T10:00:00Z", NULL);
      add_event (portfolio, event, id, "resolved", at);
    }
  test_portfolio_add (portfolio, "case", "untimed", "number", "u", "title", "u", "priority", "P2", "opened_at", "2026-02-01T10:00:00Z", "closed_at",
                      "2026-02-05T10:00:00Z", NULL);
  add_case (portfolio, "open", "P2", "2026-02-01T10:00:00Z", NULL);
  facts = test_portfolio_read_2026 (portfolio);

  test_assert_value (facts, "resolve.median", 5);
  test_assert_value (facts, "resolve.p90", 9);
  test_assert_value (facts, "resolve.longest", 10);
  test_assert_value (facts, "resolve.median.p2", 5);
  test_assert_state (facts, "resolve.p90.p2", TAMBOUR_FACT_EMPTY);
  test_assert_value (facts, "cases.open", 1);
  g_assert_cmpuint (tambour_facts_find (facts, "resolve.median")->now.excluded->len, ==, 2);
  test_assert_value (facts, "cases.closed", 1);
}

static void
test_reopened (void)
{
  g_autoptr(TestPortfolio) portfolio = test_portfolio_new ();
  g_autoptr(TambourFacts) facts = NULL;

  add_case (portfolio, "again", "P2", "2026-02-01T10:00:00Z", NULL);
  add_event (portfolio, "a1", "again", "resolved", "2026-02-01T12:00:00Z");
  add_event (portfolio, "a2", "again", "reopened", "2026-02-02T10:00:00Z");
  add_event (portfolio, "a3", "again", "resolved", "2026-02-02T10:30:00Z");
  add_event (portfolio, "a4", "again", "closed", "2026-02-03T10:30:00Z");
  add_case (portfolio, "still", "P2", "2026-02-01T10:00:00Z", NULL);
  add_event (portfolio, "s1", "still", "resolved", "2026-02-01T12:00:00Z");
  add_event (portfolio, "s2", "still", "reopened", "2026-02-01T13:00:00Z");
  add_case (portfolio, "same", "P2", "2026-02-01T10:00:00Z", NULL);
  add_event (portfolio, "z1-resolved", "same", "resolved", "2026-02-01T13:00:00Z");
  add_event (portfolio, "z2-reopened", "same", "reopened", "2026-02-01T13:00:00Z");
  facts = test_portfolio_read_2026 (portfolio);

  test_assert_value (facts, "cases.open", 1);
  test_assert_share (facts, "cases.stayed_closed", 0, 3);
  test_assert_share (facts, "cases.reopened", 3, 1);
  test_assert_value (facts, "resolve.median", 3);
  test_assert_value (facts, "resolve.longest", 24.5);
}

/* Overlaps count once, maintenance not at all, what began before the period
 * counts from its beginning, what lasts counts to the cut-off.
 */
static void
test_outages (void)
{
  g_autoptr(TestPortfolio) portfolio = test_portfolio_new ();
  g_autoptr(TambourFacts) facts = NULL;

  test_portfolio_add (portfolio, "incident", "i", "service", "Resolver", "impact_start", "2026-02-01T09:00:00Z", "restored_at",
                      "2026-02-01T11:00:00Z", NULL);
  test_portfolio_add (portfolio, "case", "one", "number", "1", "title", "1", "priority", "P1", "opened_at", "2026-02-01T09:30:00Z", "incident_id", "i",
                      NULL);
  add_case (portfolio, "two", "P1", "2026-02-01T10:00:00Z", NULL);
  add_event (portfolio, "two-end", "two", "resolved", "2026-02-01T12:00:00Z");
  test_portfolio_add (portfolio, "planned_change", "m", "title", "Work", "window_start", "2026-02-01T10:30:00Z", "window_end",
                      "2026-02-01T11:30:00Z", "maintenance", "true", NULL);
  add_case (portfolio, "old", "P1", "2025-12-31T20:00:00Z", NULL);
  add_event (portfolio, "old-end", "old", "restored", "2026-01-01T00:00:00Z");
  test_portfolio_add (portfolio, "incident", "alone", "service", "Portal", "impact_start", "2026-12-31T21:00:00Z", NULL);
  facts = test_portfolio_read_2026 (portfolio);

  test_assert_value (facts, "outage.hours", 3 - 1 + 1 + 2);
  test_assert_value (facts, "outage.availability", 1 - 5.0 / (365 * 24 - 1));
  test_assert_state (facts, "outage.restore.median", TAMBOUR_FACT_EMPTY);
  g_assert_cmpuint (facts->service.outages->len, ==, 3);
  g_assert_cmpstr (g_array_index (facts->service.outages, TambourOutageFact, 0).id, ==, "one");
  g_assert_cmpfloat_with_epsilon (g_array_index (facts->service.outages, TambourOutageFact, 0).restore_hours, 2, 1e-9);
  g_assert_true (isnan (g_array_index (facts->service.outages, TambourOutageFact, 2).restore_hours));
  g_assert_cmpuint (facts->p1_days->len, ==, 3);
}

static void
add_after_hours (TestPortfolio *portfolio,
                 const char    *id,
                 const char    *opened,
                 const char    *seen)
{
  g_autofree char *acknowledgement = g_strconcat (id, "-seen", NULL);

  add_case (portfolio, id, "P2", opened, NULL);
  if (seen != NULL)
    test_portfolio_add (portfolio, "acknowledgement", acknowledgement, "case_id", id, "person_id", "ines", "notified_at", opened, "at", seen,
                        NULL);
}

/* The TAM is there from 09:00 to 17:00 in Amsterdam: two hours of hers from the
 * next opening, not a second more.
 */
static void
test_after_hours (void)
{
  g_autoptr(TestPortfolio) portfolio = test_portfolio_new ();
  g_autoptr(TambourFacts) facts = NULL;

  test_portfolio_add (portfolio, "person", "ines", "name", "Ines", "role", "tam", "calendar", "tam", NULL);
  test_portfolio_add (portfolio, "team_role", "role", "person_id", "ines", "role", "tam", "from", "2025-01-01", NULL);
  add_after_hours (portfolio, "nine", "2026-02-02T08:00:00Z", NULL);
  add_after_hours (portfolio, "five", "2026-02-02T16:00:00Z", "2026-02-03T10:00:00Z");
  add_after_hours (portfolio, "friday", "2026-02-06T18:00:00Z", "2026-02-09T10:00:01Z");
  add_after_hours (portfolio, "night", "2026-02-10T02:00:00Z", "2026-02-10T02:30:00Z");
  add_after_hours (portfolio, "nobody", "2026-02-11T02:00:00Z", NULL);
  facts = test_portfolio_read_2026 (portfolio);

  g_assert_cmpstr (facts->tam->name, ==, "Ines");
  test_assert_share (facts, "after_hours.notified", 3, 4);
  test_assert_share (facts, "after_hours.reviewed", 2, 4);
}

static void
test_no_tam (void)
{
  g_autoptr(TestPortfolio) portfolio = test_portfolio_new ();
  g_autoptr(TambourFacts) facts = NULL;

  add_case (portfolio, "a", "P2", "2026-02-11T02:00:00Z", NULL);
  facts = test_portfolio_read_2026 (portfolio);
  test_assert_state (facts, "after_hours.notified", TAMBOUR_FACT_NOT_MEASURED);
  test_assert_state (facts, "after_hours.reviewed", TAMBOUR_FACT_NOT_MEASURED);
}

static void
add_caused (TestPortfolio *portfolio,
            const char    *id,
            const char    *cause,
            const char    *opened,
            const char    *closed)
{
  test_portfolio_add (portfolio, "case", id, "number", id, "title", id, "priority", "P2", "opened_at", opened, "closed_at", closed,
                      "root_cause_id", cause, NULL);
}

static void
test_repeated (void)
{
  g_autoptr(TestPortfolio) portfolio = test_portfolio_new ();
  g_autoptr(TambourFacts) facts = NULL;

  test_portfolio_add (portfolio, "root_cause", "leak", "title", "Memory leak", NULL);
  test_portfolio_add (portfolio, "root_cause", "dns", "title", "Stale cache", NULL);
  add_caused (portfolio, "a", "leak", "2025-03-01T10:00:00Z", "2025-03-02T10:00:00Z");
  add_caused (portfolio, "b", "leak", "2026-02-28T10:00:00Z", "2026-03-02T10:00:00Z");
  add_caused (portfolio, "c", "dns", "2025-01-01T10:00:00Z", "2025-01-02T10:00:00Z");
  add_caused (portfolio, "d", "dns", "2026-01-02T10:00:00Z", "2026-01-03T10:00:00Z");
  add_caused (portfolio, "e", "", "2026-01-02T10:00:00Z", "2026-01-03T10:00:00Z");
  facts = test_portfolio_read_2026 (portfolio);

  test_assert_share (facts, "cases.repeat_cause", 1, 2);
  test_assert_share (facts, "cases.root_cause", 2, 3);
  g_assert_cmpuint (facts->service.causes->len, ==, 3);
  g_assert_cmpstr (g_array_index (facts->service.causes, TambourCauseFact, 0).title, ==, "Memory leak");
  g_assert_true (g_array_index (facts->service.causes, TambourCauseFact, 2).is_unknown);
}

/* Ten areas make eight rows; what is folded is still counted. */
static void
test_many_causes (void)
{
  g_autoptr(TestPortfolio) portfolio = test_portfolio_new ();
  g_autoptr(TambourFacts) facts = NULL;
  gint64 sum = 0;

  for (guint i = 0; i < 10; i++)
    for (guint j = 0; j <= i; j++)
      {
        g_autofree char *id = g_strdup_printf ("c%u-%u", i, j);
        g_autofree char *area = g_strdup_printf ("Area %u", i);

        test_portfolio_add (portfolio, "case", id, "number", id, "title", id, "priority", "P3", "opened_at", "2026-02-01T10:00:00Z", "category", area,
                            NULL);
      }
  facts = test_portfolio_read_2026 (portfolio);

  g_assert_cmpuint (facts->service.causes->len, ==, 8);
  for (guint i = 0; i < 8; i++)
    sum += g_array_index (facts->service.causes, TambourCauseFact, i).count->now.n;
  g_assert_cmpint (sum, ==, 55);
  g_assert_true (g_array_index (facts->service.causes, TambourCauseFact, 7).is_other);
  g_assert_cmpint (g_array_index (facts->service.causes, TambourCauseFact, 7).count->now.n, ==, 6);
}

static void
test_numbers (void)
{
  static const double VALUES[] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 };

  g_assert_cmpfloat (tambour_median (VALUES, 4), ==, 2);
  g_assert_cmpfloat (tambour_median (VALUES, 5), ==, 3);
  g_assert_true (isnan (tambour_median (VALUES, 0)));
  g_assert_cmpfloat (tambour_percentile (VALUES, 10, 0.9), ==, 9);
  g_assert_cmpfloat (tambour_percentile (VALUES, 9, 0.9), ==, 9);
  g_assert_cmpfloat (tambour_percentile (VALUES, 1, 0.9), ==, 1);
  g_assert_true (isnan (tambour_percentile (VALUES, 0, 0.9)));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/facts/service/a-period-takes-its-first-instant-and-not-its-last", test_bounds);
  g_test_add_func ("/facts/service/cases-left-out-are-counted-apart", test_left_out);
  g_test_add_func ("/facts/service/only-decided-clocks-are-divided", test_decided);
  g_test_add_func ("/facts/service/pauses-machines-and-changed-priorities", test_clocks);
  g_test_add_func ("/facts/service/a-mail-that-is-phoned-in-has-two-clocks", test_two_clocks);
  g_test_add_func ("/facts/service/nothing-recorded-is-not-nothing", test_nothing);
  g_test_add_func ("/facts/service/a-silent-source-is-not-measured", test_silent_source);
  g_test_add_func ("/facts/service/a-case-without-target-is-named", test_no_target);
  g_test_add_func ("/facts/service/middles-are-lower-and-ranks-nearest", test_ranks);
  g_test_add_func ("/facts/service/a-reopened-case-did-not-stay-closed", test_reopened);
  g_test_add_func ("/facts/service/outages-that-overlap-count-once", test_outages);
  g_test_add_func ("/facts/service/after-hours-has-two-hours-of-the-tam", test_after_hours);
  g_test_add_func ("/facts/service/without-a-tam-nothing-is-promised", test_no_tam);
  g_test_add_func ("/facts/service/a-cause-comes-back-within-a-year", test_repeated);
  g_test_add_func ("/facts/service/many-causes-fold-into-other", test_many_causes);
  g_test_add_func ("/facts/service/median-and-percentile", test_numbers);

  return g_test_run ();
}
