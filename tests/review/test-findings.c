/* test-findings.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "tambour-fact-text.h"
#include "tambour-findings.h"

#include "tambour-wording.h"

/* Facts made by hand: only what a rule looks at is there. */
typedef struct
{
  TambourFacts facts;
  GPtrArray   *owned;
} Made;

static TambourFact *
keep (Made        *made,
      TambourUnit  unit,
      const char  *metric)
{
  TambourFact *fact = tambour_fact_new ("test");

  fact->unit = unit;
  fact->metric = metric;
  g_ptr_array_add (made->owned, fact);

  return fact;
}

static TambourFact *
count (Made   *made,
       gint64  now,
       gint64  before)
{
  TambourFact *fact = keep (made, TAMBOUR_UNIT_COUNT, "M01");

  if (now >= 0)
    tambour_measure_set_value (&fact->now, now);
  if (before >= 0)
    tambour_measure_set_value (&fact->prior, before);
  fact->now.n = now;

  return fact;
}

static TambourFact *
share (Made   *made,
       gint64  n,
       gint64  of,
       gint64  prior_n,
       gint64  prior_of)
{
  TambourFact *fact = keep (made, TAMBOUR_UNIT_SHARE, "M04");

  fact->now.n = n;
  fact->now.of = of;
  tambour_measure_set_share (&fact->now);
  if (prior_of > 0)
    {
      fact->prior.n = prior_n;
      fact->prior.of = prior_of;
      tambour_measure_set_share (&fact->prior);
    }

  return fact;
}

static TambourFact *
hours (Made   *made,
       double  now,
       double  before)
{
  TambourFact *fact = keep (made, TAMBOUR_UNIT_HOURS, "M17");

  tambour_measure_set_value (&fact->now, now);
  tambour_measure_set_value (&fact->prior, before);
  fact->now.n = 100;

  return fact;
}

static TambourFact *
money (Made   *made,
       double  major)
{
  TambourFact *fact = keep (made, TAMBOUR_UNIT_MONEY, "M60");

  tambour_measure_set_money (&fact->now, major * 100, "EUR");

  return fact;
}

static Made *
make (void)
{
  Made *made = g_new0 (Made, 1);

  tambour_wording_set_language ("en");
  made->owned = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_fact_free);
  made->facts.has_prior = TRUE;

  return made;
}

static void
made_free (Made *made)
{
  g_clear_pointer (&made->facts.goals.goals, g_array_unref);
  g_clear_pointer (&made->facts.service.causes, g_array_unref);
  g_clear_pointer (&made->facts.audits.open, g_array_unref);
  g_clear_pointer (&made->facts.service.months, g_array_unref);
  g_clear_pointer (&made->owned, g_ptr_array_unref);
  g_free (made);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Made, made_free)

/* Compared with no-break spaces written as spaces. */
static void
assert_says (char       *taken,
             const char *expected)
{
  g_autofree char *text = taken;
  g_auto(GStrv) parts = text ? g_strsplit (text, TAMBOUR_NBSP, -1) : NULL;
  g_autofree char *shown = text ? g_strjoinv (" ", parts) : NULL;

  g_assert_cmpstr (shown, ==, expected);
}

/* --- directions -------------------------------------------------------------- */

static void
test_a_change_counts_from_five_percent_or_two (void)
{
  static const struct
  {
    gint64 now, before;
    TambourDirection expected;
  } rows[] = {
    { 146, 187, TAMBOUR_DIRECTION_FELL },
    { 100, 105, TAMBOUR_DIRECTION_HELD },
    { 95, 100, TAMBOUR_DIRECTION_FELL },
    { 105, 100, TAMBOUR_DIRECTION_ROSE },
    { 104, 100, TAMBOUR_DIRECTION_HELD },
    { 4, 5, TAMBOUR_DIRECTION_HELD },
    { 4, 6, TAMBOUR_DIRECTION_FELL },
    { 0, 2, TAMBOUR_DIRECTION_FELL },
    { 12, 0, TAMBOUR_DIRECTION_ROSE },
    { 0, 0, TAMBOUR_DIRECTION_HELD },
    { 5, -1, TAMBOUR_DIRECTION_UNKNOWN },
    { -1, 5, TAMBOUR_DIRECTION_UNKNOWN },
  };
  g_autoptr(Made) made = make ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (tambour_statement_direction (count (made, rows[i].now, rows[i].before)), ==, rows[i].expected);

  g_assert_cmpint (tambour_statement_direction (NULL), ==, TAMBOUR_DIRECTION_UNKNOWN);
  g_assert_cmpint (tambour_statement_direction (share (made, 98, 100, 96, 100)), ==, TAMBOUR_DIRECTION_ROSE);
  g_assert_cmpint (tambour_statement_direction (share (made, 97, 100, 96, 100)), ==, TAMBOUR_DIRECTION_HELD);
  g_assert_cmpint (tambour_statement_direction (share (made, 4, 4, 8, 9)), ==, TAMBOUR_DIRECTION_HELD);
  g_assert_cmpint (tambour_statement_direction (hours (made, 11, 27.5)), ==, TAMBOUR_DIRECTION_FELL);
}

/* --- service ------------------------------------------------------------------ */

static void
add_cause (Made       *made,
           const char *title,
           gint64      now,
           gint64      before)
{
  TambourCauseFact cause = { .title = title, .count = count (made, now, before) };

  if (made->facts.service.causes == NULL)
    made->facts.service.causes = g_array_new (FALSE, FALSE, sizeof (TambourCauseFact));
  g_array_append_val (made->facts.service.causes, cause);
}

static void
test_the_service_title_follows_the_figures (void)
{
  static const struct
  {
    gint64 now, before, cause_now, cause_before;
    gboolean measured;
    const char *expected;
  } rows[] = {
    { 146, 187, 29, 52, TRUE, "Cases fell 22% and 97.9% met their response target; Clients accounts for over half of the drop" },
    { 146, 187, 39, 52, TRUE, "Cases fell 22% and 97.9% met their response target; Clients accounts for 32% of the drop" },
    { 146, 187, 50, 52, TRUE, "Cases fell 22% and 97.9% met their response target" },
    { 187, 146, 52, 29, TRUE, "Cases rose 28% and 97.9% met their response target; Clients accounts for over half of the rise" },
    { 187, 146, 30, 29, TRUE, "Cases rose 28% and 97.9% met their response target" },
    { 146, 150, 29, 52, TRUE, "Case volume held at 146; 97.9% met their response target" },
    { 146, -1, 29, -1, TRUE, "146 cases were opened and 97.9% met their response target" },
    { 146, 187, 29, 52, FALSE, "Cases fell from 187 to 146; first responses were not measured" },
    { 187, 146, 52, 29, FALSE, "Cases rose from 146 to 187; first responses were not measured" },
    { 146, 150, 29, 52, FALSE, "Case volume held at 146; first responses were not measured" },
    { 121, -1, 35, -1, FALSE, "Clients leads the causes with 35 of 121 cases; first responses were not measured" },
    { 5, -1, 3, -1, FALSE, "Five cases were opened; first responses were not measured" },
    { 1, -1, 1, -1, FALSE, "One case was opened; its first response was not measured" },
    { 0, 12, 0, 0, FALSE, "No case was opened this year" },
    { -1, -1, 0, 0, FALSE, "Cases cannot be reported for this period: the records do not hold them" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(Made) made = make ();

      made->facts.service.total = count (made, rows[i].now, rows[i].before);
      if (rows[i].measured)
        made->facts.service.met = share (made, 143, 146, 176, 187);
      add_cause (made, "Clients", rows[i].cause_now, rows[i].cause_before);
      add_cause (made, "Policies", 2, rows[i].before < 0 ? -1 : 2);
      assert_says (tambour_findings_service_title (&made->facts, FALSE), rows[i].expected);
    }
}

static void
test_first_responses_are_told_by_priority (void)
{
  static const struct
  {
    gint64 n[3];
    gint64 before[3];
    const char *expected;
  } rows[] = {
    { { 4, 56, 83 }, { 3, 50, 80 }, "First response improved at every priority" },
    { { 2, 56, 83 }, { 3, 50, 80 }, "First response fell at P1 and improved elsewhere" },
    { { 2, 40, 50 }, { 3, 50, 80 }, "First response fell, most of all at P3" },
    { { 4, 56, 83 }, { 4, 50, 83 }, "First response improved at one of three priorities" },
    { { 4, 56, 83 }, { 4, 56, 83 }, "First response held at every priority" },
    { { 4, 56, 83 }, { -1, -1, -1 }, "97.9% of first responses met their target" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(Made) made = make ();

      made->facts.service.met = share (made, 143, 146, 0, 0);
      for (guint priority = 1; priority <= 3; priority++)
        made->facts.service.response[priority].share =
          share (made, rows[i].n[priority - 1], 100, rows[i].before[priority - 1], rows[i].before[priority - 1] < 0 ? 0 : 100);
      assert_says (tambour_findings_response_head (&made->facts), rows[i].expected);
    }
}

static void
test_responses_that_are_not_measured_are_said_so (void)
{
  g_autoptr(Made) made = make ();

  assert_says (tambour_findings_response_head (&made->facts), "First responses were not measured");
  assert_says (tambour_findings_resolve_head (&made->facts), NULL);
  assert_says (tambour_findings_causes_head (&made->facts, FALSE), NULL);
  assert_says (tambour_findings_months_head (&made->facts), NULL);
}

static void
test_causes_that_moved_are_named (void)
{
  g_autoptr(Made) both = make ();
  g_autoptr(Made) still = make ();

  both->facts.service.total = count (both, 146, 187);
  add_cause (both, "Policies", 41, 38);
  add_cause (both, "Clients", 29, 52);
  assert_says (tambour_findings_causes_head (&both->facts, FALSE), "Clients fell by 23, Policies rose by 3");
  assert_says (tambour_findings_causes_head (&both->facts, TRUE), "Clients fell by 23");

  still->facts.service.total = count (still, 100, 100);
  add_cause (still, "Policies", 60, 60);
  add_cause (still, "Clients", 40, 41);
  assert_says (tambour_findings_causes_head (&still->facts, FALSE), "Policies leads with 60 of 100");
}

/* --- goals ---------------------------------------------------------------------- */

static void
test_the_goals_title_follows_the_outcomes (void)
{
  static const struct
  {
    const char *outcomes;
    gboolean in_short;
    const char *expected;
  } rows[] = {
    { "", FALSE, "No goals were set for this year" },
    { "m", FALSE, "The one goal was met" },
    { "mmm", FALSE, "All three goals were met" },
    { "mmmmnx", FALSE, "Four of six goals were met; “Goal 5” ended just short and “Goal 6” was missed" },
    { "mmmmnx", TRUE, "Four of six goals were met; one ended just short and one did not get there" },
    { "mmn", FALSE, "Two of three goals were met; “Goal 3” ended just short" },
    { "mmx", FALSE, "Two of three goals were met; “Goal 3” was missed" },
    { "mmxx", FALSE, "Two of four goals were met; two did not get there" },
    { "m??", FALSE, "One of three goals were met; the others were not measured" },
    { "xx", FALSE, "No goal was met; “Goal 2” came closest with 50%" },
    { "nn", FALSE, "No goal was met in full; what was measured ended just short" },
    { "??", FALSE, "None of the two goals was measured" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(Made) made = make ();
      g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

      made->facts.goals.goals = g_array_new (FALSE, TRUE, sizeof (TambourGoalFact));
      for (guint j = 0; rows[i].outcomes[j]; j++)
        {
          TambourGoalFact goal = { 0 };
          char *name = g_strdup_printf ("Goal %u", j + 1);

          goal.statement = name;
          goal.progress = keep (made, TAMBOUR_UNIT_RATIO, "M27");
          tambour_measure_set_value (&goal.progress->now, 0.25 * (j + 1));
          goal.outcome = rows[i].outcomes[j] == 'm' ? TAMBOUR_GOAL_OUTCOME_MET
                         : rows[i].outcomes[j] == 'n' ? TAMBOUR_GOAL_OUTCOME_NEARLY
                         : rows[i].outcomes[j] == 'x' ? TAMBOUR_GOAL_OUTCOME_MISSED
                                                      : TAMBOUR_GOAL_OUTCOME_NOT_MEASURED;
          g_ptr_array_add (names, name);
          g_array_append_val (made->facts.goals.goals, goal);
        }
      assert_says (tambour_findings_goals_title (&made->facts, rows[i].in_short), rows[i].expected);
    }
}

/* --- continuity ------------------------------------------------------------------ */

static void
test_the_continuity_title_follows_the_escalations (void)
{
  static const struct
  {
    gint64 now, before, by_tam;
    const char *expected;
  } rows[] = {
    { 7, 12, 5, "Seven escalations, down from twelve; your TAM raised five of them before you had to ask" },
    { 7, 13, 5, "Seven escalations, down from 13; your TAM raised five of them before you had to ask" },
    { 1, 3, 1, "One escalation, down from three; your TAM raised it before you had to ask" },
    { 7, 7, 4, "Seven escalations, as many as the year before; your TAM raised four of them before you had to ask" },
    { 9, 4, 5, "Escalations rose from four to nine; your TAM raised five of them before you had to ask" },
    { 9, 4, 2, "Escalations rose from four to nine" },
    { 4, 9, 1, "Escalations fell from nine to four" },
    { 4, 4, 0, "Four cases needed escalation, as many as the year before" },
    { 2, 3, 1, "Two escalations, down from three; your TAM raised one of them before you had to ask" },
    { 2, 2, 1, "Two escalations, as many as the year before; your TAM raised one of them before you had to ask" },
    { 2, 1, 1, "Two escalations, up from one; your TAM raised one of them before you had to ask" },
    { 2, -1, 1, "Two escalations; your TAM raised one of them before you had to ask" },
    { 7, -1, 5, "Seven escalations; your TAM raised five of them before you had to ask" },
    { 1, -1, 0, "One case needed escalation" },
    { 0, 13, 0, "No case needed escalation this year; 13 did the year before" },
    { 0, 0, 0, "No case needed escalation this year" },
    { 0, -1, 0, "No case needed escalation this year" },
    { -1, -1, 0, "Escalations cannot be reported for this period: the records do not hold them" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(Made) made = make ();

      made->facts.continuity.count = count (made, rows[i].now, rows[i].before);
      if (rows[i].now > 0)
        made->facts.continuity.by_tam = share (made, rows[i].by_tam, rows[i].now, 0, 0);
      assert_says (tambour_findings_continuity_title (&made->facts), rows[i].expected);
    }
}

/* --- the year ---------------------------------------------------------------------- */

static void
test_the_year_title_counts_value_first (void)
{
  g_autoptr(Made) made = make ();
  TambourFindingFact risk = { .title = "One forwarder has no twin" };

  made->facts.service.total = count (made, 146, 187);
  made->facts.service.resolve_all.median = hours (made, 40.8, 62.4);
  assert_says (tambour_findings_year_title (&made->facts, FALSE),
               "Cases fell from 187 to 146, and half of them were resolved within 1.7 days");

  made->facts.service.met = share (made, 143, 146, 176, 187);
  assert_says (tambour_findings_year_title (&made->facts, FALSE),
               "97.9% of cases met their response target in a period of 146 cases");

  made->facts.value.total = money (made, 123552);
  made->facts.value.fee = money (made, 84000);
  assert_says (tambour_findings_year_title (&made->facts, FALSE),
               "The year returned €124 thousand of counted value on a plan of €84 thousand");

  made->facts.audits.open = g_array_new (FALSE, FALSE, sizeof (TambourFindingFact));
  g_array_append_val (made->facts.audits.open, risk);
  made->facts.audits.by_severity[TAMBOUR_SEVERITY_HIGH].open = count (made, 1, 3);
  assert_says (tambour_findings_year_title (&made->facts, FALSE),
               "The year returned €124 thousand of counted value on a plan of €84 thousand and left one risk open: "
               "One forwarder has no twin");
  assert_says (tambour_findings_year_title (&made->facts, TRUE),
               "The year returned €124 thousand of counted value on a plan of €84 thousand and left one risk open");

  made->facts.value.fee = money (made, 200000);
  assert_says (tambour_findings_year_title (&made->facts, FALSE),
               "The plan cost €200 thousand and returned €124 thousand of counted value");

  made->facts.has_prior = FALSE;
  made->facts.first_year = TRUE;
  assert_says (tambour_findings_year_title (&made->facts, FALSE),
               "The first year shows €124 thousand of counted value; what is a difference to the year before can only be "
               "counted from year two");
}

static gboolean
has_sentence (GPtrArray  *findings,
              gboolean    went_well,
              const char *expected)
{
  for (guint i = 0; i < findings->len; i++)
    {
      TambourStatement *finding = findings->pdata[i];
      g_autofree char *text = tambour_rich_dup_text (finding->text);
      g_auto(GStrv) parts = g_strsplit (text, TAMBOUR_NBSP, -1);
      g_autofree char *shown = g_strjoinv (" ", parts);

      if (finding->went_well == went_well && strcmp (shown, expected) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
test_what_did_not_go_well_is_always_said (void)
{
  g_autoptr(Made) made = make ();
  g_autoptr(GPtrArray) findings = NULL;
  g_autoptr(GPtrArray) picked = NULL;
  TambourFacts *facts = &made->facts;

  facts->service.total = count (made, 187, 146);
  facts->service.met = share (made, 176, 187, 143, 146);
  facts->service.opened[TAMBOUR_PRIORITY_P1] = count (made, 9, 4);
  facts->service.open = count (made, 5, 2);
  facts->continuity.count = count (made, 13, 7);
  facts->continuity.stayed_closed = share (made, 100, 141, 136, 141);
  findings = tambour_findings_of_year (facts);

  g_assert_true (has_sentence (findings, FALSE, "Cases rose 28%, from 146 to 187."));
  g_assert_true (has_sentence (findings, FALSE, "Only 94.1% of cases met their response target; last year it was 97.9%."));
  g_assert_true (has_sentence (findings, FALSE, "P1 cases rose from 4 to 9."));
  g_assert_true (has_sentence (findings, FALSE, "Five cases are still open, of 187 in the period."));
  g_assert_true (has_sentence (findings, FALSE, "Escalations rose from 7 to 13."));
  g_assert_true (has_sentence (findings, FALSE, "41 resolved cases were opened again, of 141."));

  /* What must be said is in the list even when there is little room. */
  picked = tambour_findings_pick (findings, FALSE, 2);
  g_assert_cmpuint (picked->len, ==, 2);
  for (guint i = 0; i < picked->len; i++)
    g_assert_true (((TambourStatement *) picked->pdata[i])->must);
}

static void
test_what_went_well_is_told_with_its_cause (void)
{
  g_autoptr(Made) made = make ();
  g_autoptr(GPtrArray) findings = NULL;
  g_autofree char *verdict = NULL;

  made->facts.service.total = count (made, 146, 187);
  add_cause (made, "Clients", 29, 52);
  made->facts.usage.devices_total = count (made, 108, 372);
  made->facts.requests.stages[TAMBOUR_STAGE_SHIPPED] = count (made, 4, 1);
  made->facts.service.resolve_all.median = hours (made, 40.8, 62.4);
  findings = tambour_findings_of_year (&made->facts);

  g_assert_true (has_sentence (findings, TRUE, "Cases fell 22%, from 187 to 146; Clients accounts for 23 of the 41 fewer."));
  g_assert_true (has_sentence (findings, TRUE, "Infected devices fell 71%, from 372 to 108."));
  g_assert_true (has_sentence (findings, TRUE, "Four of your feature requests shipped, up from one."));
  g_assert_true (has_sentence (findings, TRUE, "Half of all cases closed within 1.7 days; last year it took 2.6 days."));

  verdict = tambour_findings_verdict (&made->facts, findings);
  g_assert_true (g_str_has_prefix (verdict, "Cases fell 22%. Half of all cases closed within"));
}

static void
test_a_sentence_takes_markup_from_nobody (void)
{
  g_autoptr(TambourRich) rich = tambour_statement_say ("<b>{0}</b> stays {1}.", "<b>bold {1}", "</b>", NULL);
  g_autofree char *text = tambour_rich_dup_text (rich);
  guint n_spans;
  const TambourSpan *spans = tambour_rich_get_spans (rich, &n_spans);

  g_assert_cmpstr (text, ==, "<b>bold {1} stays </b>.");
  g_assert_cmpuint (n_spans, ==, 2);
  g_assert_cmpint (spans[0].weight, ==, 600);
  g_assert_cmpint (spans[1].weight, ==, 0);
}

static void
test_a_figure_reads_the_same_everywhere (void)
{
  g_autoptr(Made) made = make ();
  TambourFact *met = share (made, 143, 146, 176, 187);
  TambourFact *small = share (made, 4, 4, 8, 9);
  TambourFact *unknown = keep (made, TAMBOUR_UNIT_COUNT, "M12");
  TambourFact *empty = share (made, 0, 0, 0, 0);

  assert_says (tambour_fact_now (met), "97.9%");
  assert_says (tambour_fact_full (met, FALSE), "143 of 146, 97.9%");
  assert_says (tambour_fact_change_text (met), "+3.8 pts");
  assert_says (tambour_fact_now (small), "4 of 4");
  assert_says (tambour_fact_change_text (small), NULL);
  assert_says (tambour_fact_now (unknown), "not measured");
  assert_says (tambour_fact_now (empty), "n/a");
  assert_says (tambour_fact_big (money (made, 123552), FALSE), "€123.6k");
  assert_says (tambour_fact_now (money (made, 123552)), "€123,552");
  assert_says (tambour_fact_now (hours (made, 2.5, NAN)), "2 h 30 min");
  assert_says (tambour_fact_long (hours (made, 40.8, NAN), FALSE), "1.7 days");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/findings/a-change-counts-from-five-percent-or-two", test_a_change_counts_from_five_percent_or_two);
  g_test_add_func ("/findings/the-service-title-follows-the-figures", test_the_service_title_follows_the_figures);
  g_test_add_func ("/findings/first-responses-are-told-by-priority", test_first_responses_are_told_by_priority);
  g_test_add_func ("/findings/responses-that-are-not-measured-are-said-so", test_responses_that_are_not_measured_are_said_so);
  g_test_add_func ("/findings/causes-that-moved-are-named", test_causes_that_moved_are_named);
  g_test_add_func ("/findings/the-goals-title-follows-the-outcomes", test_the_goals_title_follows_the_outcomes);
  g_test_add_func ("/findings/the-continuity-title-follows-the-escalations",
                   test_the_continuity_title_follows_the_escalations);
  g_test_add_func ("/findings/the-year-title-counts-value-first", test_the_year_title_counts_value_first);
  g_test_add_func ("/findings/what-did-not-go-well-is-always-said", test_what_did_not_go_well_is_always_said);
  g_test_add_func ("/findings/what-went-well-is-told-with-its-cause", test_what_went_well_is_told_with_its_cause);
  g_test_add_func ("/findings/a-sentence-takes-markup-from-nobody", test_a_sentence_takes_markup_from_nobody);
  g_test_add_func ("/findings/a-figure-reads-the-same-everywhere", test_a_figure_reads_the_same_everywhere);

  return g_test_run ();
}
