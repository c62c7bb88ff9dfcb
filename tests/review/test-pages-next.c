/* test-pages-next.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "pages-fixture.h"
#include "pages-reader.h"
#include "pages-section.h"
#include "tambour-findings.h"
#include "tambour-kinds.h"
#include "tambour-time.h"

#include "tambour-wording.h"

/* The pages of take-up, value, projects and decisions, and what the year's page says of them. */

static void
assert_all (TambourDocument    *document,
            const char         *section,
            const char * const *texts)
{
  for (guint i = 0; texts[i]; i++)
    pages_section_says (document, section, texts[i]);
}

/* --- the portfolio of the design --------------------------------------------------- */

static void
test_take_up_is_that_of_the_design (void)
{
  static const char * const texts[] = {
    "Take-up rose in every programme; “Policy and configuration questions” is now the largest cause of cases and the next training need",
    "black tick: last year",
    "Training seats filled",
    "84 of 96 · 88%",
    "was 52 of 70",
    "11 of 17 · 65%",
    "was 6 of 12",
    "15 of 24 · 63%",
    "was 9 of 20",
    "6 of 9\n",
    "was 4 of 8",
    "3 of 4\n",
    "was 2 of 3",
    "2 of 3\n",
    "was 0 of 1",
    "Six trainings, 84 people, rated 4.6 of 5",
    "15 Oct 2025\nPolicy design basics\n18 of 20\n4.5",
    "9 Sep 2026\nIncident response workshop\n12 of 16\n4.7",
    "The next need: Policy and configuration questions, 41 cases, now 28% of all",
    "account for 41 of 146 cases; the year before it was 38 of 187.",
    "6 of 17 shared practices",
    "Planned: two trainings, “Policy guide for regional IT, part 1” first, on 26 January 2027.",
    "Staged client rollout (January): three waves, no rollback.",
    "Separate crew policy (March): blocked requests down 58% there.",
    "Change preview (April): no P1 caused by a policy push since.",
    NULL,
  };
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (NULL);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourDocument) document = pages_lay_out (facts);

  assert_all (document, ENABLEMENT, texts);
  g_assert_cmpuint (facts->enablement.planned->len, ==, 2);
  g_assert_cmpuint (facts->enablement.practices->len, ==, 17);
}

static void
test_value_is_that_of_the_design (void)
{
  static const char * const texts[] = {
    "We count €124 thousand, with half of every shared effect; the plan pays for itself from a share of 28%",
    "Gross €\nShare\nCounted €",
    "Less outage time\n(27.5 − 11.0) h × €6,800\n112,200\n50%\n56,100",
    "Legacy resolvers retired\n71 port-months × €345\n24,495\n100%\n24,495",
    "Fewer infected devices\n(372 − 108) × 2.5 h × €62\n40,920\n50%\n20,460",
    "Known issues avoided\n2 high-impact × 2.0 h × €6,800\n27,200\n50%\n13,600",
    "Fewer support cases\n(187 − 146) × 3.5 h × €62\n8,897\n100%\n8,897",
    "Counted\nlast year, same method: 86,900\n213,712\n",
    "123,552\n1.5 × the fee",
    "€33.4k",
    "€213.7k",
    "counted: 50%, €123.6k",
    "fee €84.0k",
    "break-even at 28%",
    "Breaches that did not happen. No one can price them.",
    "Faster answers, four shipped requests, 84 trained people. Real, but not agreed as money.",
    "€49,680 a year from now on, next year’s value.",
    "Assumptions, agreed 3 September 2026",
    "Outage hour, all ports · Varnholt finance\n€6,800",
    "€62",
    "3.5 h",
    "2.5 h",
    "2.0 h",
    "Port resolver, monthly · Invoice\n€345",
    NULL,
  };
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (NULL);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourDocument) document = pages_lay_out (facts);

  assert_all (document, VALUE, texts);
}

static void
test_projects_are_those_of_the_design (void)
{
  static const char * const texts[] = {
    "Two projects come first: “Protect the last 1,104 laptops” and “Design and test failover in four regions”",
    "1\nProtect the last 1,104 laptops\nGoal missed by one point; 55% are on vessels\nTomasz Wieczorek\nOct–Dec 2026\n4\n1\n7",
    "2\nDesign and test failover in four regions\nMissed goal; the one High audit finding\nHye-jin Park\nOct–Dec 2026\n5\n3\n7",
    "3\nPolicy guide and training for regional IT\nLargest cause of cases: 41 of 146\nInes Okafor-Lindqvist\nJan–Mar 2027\n3\n1\n5",
    "7\nLean policy for vessel satellite links\nEscalation 10398; waits for request 6\nHye-jin Park\nJul–Sep 2027\n3\n4\n2",
    NULL,
  };
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (NULL);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourDocument) document = pages_lay_out (facts);
  guint n_first;

  assert_all (document, PROJECTS, texts);
  g_assert_nonnull (tambour_findings_first_projects (facts, &n_first));
  g_assert_cmpuint (n_first, ==, 2);
}

static void
test_decisions_are_those_of_the_design (void)
{
  static const char * const texts[] = {
    "We ask for three decisions by 30 November; after the first, “First failover test, Rotterdam” follows on 7 November",
    "1\nApprove four failover test windows\nFour Saturdays, 02:00–04:00 local time, one per region\n"
    "An untested region can cost €6,800 per outage hour; July’s P1 lasted 2 h 35 min\n"
    "Marguerite Delacroix-Oyelaran\nCIO\n30 Oct 2026",
    "2\nRequire the client on the last 1,104 laptops",
    "Tomasz Wieczorek\nHead of Network Security\n15 Nov 2026",
    "3\nName one owner for the identity directory",
    "Hye-jin Park\nDirector of IT Operations\n30 Nov 2026",
    "14 Oct 2026\nThis review",
    "21 Oct 2026\nMinutes and decisions sent\nInes Okafor-Lindqvist",
    "20 Jan 2027\nProgress review, projects 1 and 2\nAll",
    "Next executive business review: 13 October 2027.",
    NULL,
  };
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (NULL);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourDocument) document = pages_lay_out (facts);
  g_autofree char *reasons = g_strdup_printf ("Reasons and the cost of waiting: p. %u", pages_find (document, DECISIONS) + 1);
  g_autofree char *method = g_strdup_printf ("Value uses the rates agreed on 3 September 2026; method on page %u.",
                                             pages_find (document, VALUE) + 1);

  assert_all (document, DECISIONS, texts);
  pages_section_says (document, YEAR, "Approve four failover test windows, by 30 Oct");
  pages_section_says (document, YEAR, reasons);
  pages_section_says (document, YEAR, method);
}

/* --- take-up ------------------------------------------------------------------------ */

static gboolean
without_offers (TambourRecord *record)
{
  return !TAMBOUR_IS_TRAINING (record) && !TAMBOUR_IS_CONTENT_SHARE (record) && !TAMBOUR_IS_INVITATION (record) &&
         !TAMBOUR_IS_EARLY_ACCESS (record);
}

static void
test_nothing_offered_leaves_the_page_out (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (without_offers);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourDocument) document = pages_lay_out (facts);

  pages_section_is_absent (document, ENABLEMENT);
}

/* Only trainings; in the last one no one came. */
static gboolean
with_a_fall (TambourRecord *record)
{
  if (TAMBOUR_IS_TRAINING (record) && TAMBOUR_TRAINING (record)->on.julian >= tambour_date_new (2025, 10, 1).julian)
    TAMBOUR_TRAINING (record)->attended = TAMBOUR_TRAINING (record)->attended == TAMBOUR_NO_COUNT ? TAMBOUR_NO_COUNT : 2;

  return TRUE;
}

static void
test_a_fall_is_told (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (with_a_fall);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourDocument) document = pages_lay_out (facts);
  g_autoptr(GPtrArray) findings = tambour_findings_of_year (facts);
  guint n_found = 0;

  pages_section_says (document, ENABLEMENT, "Take-up rose in five of six programmes");
  for (guint i = 0; i < findings->len; i++)
    {
      TambourStatement *finding = g_ptr_array_index (findings, i);
      g_autofree char *text = tambour_rich_dup_text (finding->text);

      if (finding->chapter != TAMBOUR_CHAPTER_ENABLEMENT)
        continue;
      g_assert_false (finding->went_well);
      g_assert_cmpstr (text, ==, "Take-up fell in one of six programmes.");
      n_found++;
    }
  g_assert_cmpuint (n_found, ==, 1);
}

/* One of those who came is named. */
static gboolean
with_a_name (TambourRecord *record)
{
  if (TAMBOUR_IS_TRAINING (record))
    TAMBOUR_TRAINING (record)->attendees = g_strdupv ((char **) (const char *[]) { "Hye-jin Park", NULL });

  return TRUE;
}

static void
test_some_names_are_not_all_people (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (with_a_name);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);

  g_assert_cmpfloat (facts->enablement.people->now.value, ==, 84);
}

static gboolean
with_little_left (TambourRecord *record)
{
  gboolean is_last = FALSE;

  if (TAMBOUR_IS_CONTENT_SHARE (record))
    is_last = TAMBOUR_CONTENT_SHARE (record)->on.julian >= tambour_date_new (2025, 10, 1).julian;
  if (is_last)
    TAMBOUR_CONTENT_SHARE (record)->opened = FALSE;

  return !TAMBOUR_IS_EARLY_ACCESS (record);
}

static void
test_more_falls_than_rises_come_first (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (with_little_left);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourDocument) document = pages_lay_out (facts);

  pages_section_says (document, ENABLEMENT, "Take-up fell in three of five programmes");
}

/* --- projects ----------------------------------------------------------------------- */

static gboolean
without_projects (TambourRecord *record)
{
  return !TAMBOUR_IS_PROJECT (record);
}

static void
test_no_project_leaves_the_page_out (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (without_projects);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourDocument) document = pages_lay_out (facts);

  pages_section_is_absent (document, PROJECTS);
}

static gboolean
with_a_deadline (TambourRecord *record)
{
  if (TAMBOUR_IS_PROJECT (record) && g_str_has_prefix (TAMBOUR_PROJECT (record)->title, "Lean"))
    {
      TAMBOUR_PROJECT (record)->deadline = tambour_date_new (2027, 3, 31);
      TAMBOUR_PROJECT (record)->deadline_reason = g_strdup ("the old link ends");
    }
  if (TAMBOUR_IS_PROJECT (record) && g_str_has_prefix (TAMBOUR_PROJECT (record)->title, "Design"))
    TAMBOUR_PROJECT (record)->effort = 4;

  return TRUE;
}

static void
test_a_fixed_deadline_stands_above_the_ranking (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (with_a_deadline);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourDocument) document = pages_lay_out (facts);

  pages_section_says (document, PROJECTS,
                      "“Lean policy for vessel satellite links” is due by 31 March 2027; “Protect the last 1,104 laptops” comes first of the others");
  pages_section_says (document, PROJECTS, "1\nLean policy for vessel satellite links\nFixed deadline 31 Mar 2027: the old link ends");
  pages_section_says (document, PROJECTS, "2\nProtect the last 1,104 laptops");
}

static gboolean
in_one_cell (TambourRecord *record)
{
  if (TAMBOUR_IS_PROJECT (record))
    {
      TAMBOUR_PROJECT (record)->impact = 4;
      TAMBOUR_PROJECT (record)->effort = 2;
    }

  return TRUE;
}

static gboolean
is_disc (const TambourMark *mark)
{
  return mark->kind == TAMBOUR_MARK_CIRCLE && mark->circle.radius > 6;
}

/* Discs of projects stand apart, in the matrix as in the table. */
static guint
assert_discs_are_apart (TambourDocument *document)
{
  guint page = pages_find (document, PROJECTS);
  guint n_marks, n_discs = 0;
  const TambourMark *marks = tambour_canvas_get_marks (tambour_document_get_page (document, page)->canvas, &n_marks);

  for (guint i = 0; i < n_marks; i++)
    {
      n_discs += is_disc (&marks[i]);
      for (guint j = i + 1; is_disc (&marks[i]) && j < n_marks; j++)
        if (is_disc (&marks[j]))
          g_assert_cmpfloat (hypot (marks[i].circle.x - marks[j].circle.x, marks[i].circle.y - marks[j].circle.y), >=,
                             marks[i].circle.radius + marks[j].circle.radius);
    }

  return n_discs;
}

static void
test_projects_of_one_cell_do_not_touch (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (in_one_cell);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourDocument) document = pages_lay_out (facts);

  pages_section_says (document, PROJECTS, "Seven projects share the first place");
  g_assert_cmpuint (assert_discs_are_apart (document), ==, 14);
}

static gboolean
without_scores (TambourRecord *record)
{
  if (TAMBOUR_IS_PROJECT (record))
    TAMBOUR_PROJECT (record)->impact = TAMBOUR_NO_COUNT;

  return TRUE;
}

static void
test_what_is_not_scored_says_so (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (without_scores);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourDocument) document = pages_lay_out (facts);

  pages_section_says (document, PROJECTS, "Seven projects are proposed; none of them has been scored yet");
  pages_section_says (document, PROJECTS, "Impact and effort have not been scored together yet.");
}

/* --- decisions ---------------------------------------------------------------------- */

static gboolean
without_decisions (TambourRecord *record)
{
  return !TAMBOUR_IS_DECISION (record);
}

static void
test_no_decision_confirms_the_steps (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (without_decisions);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourDocument) document = pages_lay_out (facts);

  pages_section_says (document, DECISIONS, "No decision is needed; we confirm the next steps");
  pages_section_says (document, DECISIONS, "First failover test, Rotterdam");
  pages_section_says (document, YEAR, "No decision is needed; what happens next");
}

static gboolean
without_plans (TambourRecord *record)
{
  return !TAMBOUR_IS_DECISION (record) &&
         !(TAMBOUR_IS_ACTION_ITEM (record) && TAMBOUR_ACTION_ITEM (record)->status == TAMBOUR_ACTION_STATUS_OPEN);
}

static void
test_neither_decision_nor_step_leaves_the_page_out (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (without_plans);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourDocument) document = pages_lay_out (facts);

  pages_section_is_absent (document, DECISIONS);
}

static gboolean
without_a_review_date (TambourRecord *record)
{
  if (TAMBOUR_IS_AGREEMENT (record))
    TAMBOUR_AGREEMENT (record)->review_on.julian = G_DATE_BAD_JULIAN;

  return TRUE;
}

static void
test_the_meeting_says_when_the_review_is (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (without_a_review_date);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourDocument) document = pages_lay_out (facts);

  pages_section_says (document, DECISIONS, "14 Oct 2026\nThis review");
}

/* --- more than fits ------------------------------------------------------------------ */

/* Lists @n of everything, with the first one again and again. */
static void
repeat (GArray *array,
        guint   n)
{
  gsize size = g_array_get_element_size (array);

  while (array->len < n)
    {
      g_autofree char *copy = g_memdup2 (array->data, size);

      g_array_append_vals (array, copy, 1);
    }
}

static void
test_what_does_not_fit_is_in_the_report (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (NULL);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourDocument) document = NULL;

  repeat (facts->plans.decisions, 9);
  repeat (facts->plans.projects, 12);
  repeat (facts->plans.steps, 9);
  repeat (facts->enablement.trainings, 15);
  repeat (facts->value.lines, 9);
  repeat (facts->value.not_counted, 9);
  repeat (facts->value.rates, 12);
  document = pages_lay_out (facts);

  pages_section_says (document, DECISIONS, "We ask for nine decisions by 30 November");
  pages_section_says (document, DECISIONS, "more in the annual value report");
  pages_section_says (document, YEAR, "6 more, reasons and the cost of waiting: p. ");
  pages_section_says (document, PROJECTS, "5 more in the annual value report");
  pages_section_says (document, ENABLEMENT, "more in the annual value report");
  pages_section_says (document, VALUE, "more in the annual value report");
}

static void
lengthen (char **text)
{
  g_autofree char *before = *text;

  *text = g_strconcat (before ? before : "Nothing", " and everything that belongs to it in the terminals of the northern ports", NULL);
}

static gboolean
with_long_names (TambourRecord *record)
{
  if (TAMBOUR_IS_PROJECT (record))
    {
      lengthen (&TAMBOUR_PROJECT (record)->title);
      lengthen (&TAMBOUR_PROJECT (record)->reason);
    }
  else if (TAMBOUR_IS_DECISION (record))
    {
      lengthen (&TAMBOUR_DECISION (record)->text);
      lengthen (&TAMBOUR_DECISION (record)->choice);
      lengthen (&TAMBOUR_DECISION (record)->waiting);
    }
  else if (TAMBOUR_IS_VALUE_ENTRY (record))
    lengthen (&TAMBOUR_VALUE_ENTRY (record)->title);
  else if (TAMBOUR_IS_RATE (record))
    lengthen (&TAMBOUR_RATE (record)->title);
  else if (TAMBOUR_IS_TRAINING (record))
    lengthen (&TAMBOUR_TRAINING (record)->topic);
  else if (TAMBOUR_IS_CONTENT_SHARE (record))
    lengthen (&TAMBOUR_CONTENT_SHARE (record)->title);
  else if (TAMBOUR_IS_CASE (record) && TAMBOUR_CASE (record)->category)
    lengthen (&TAMBOUR_CASE (record)->category);
  else if (TAMBOUR_IS_ACTION_ITEM (record))
    lengthen (&TAMBOUR_ACTION_ITEM (record)->title);

  return TRUE;
}

static void
test_long_names_keep_their_place (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (with_long_names);
  g_autoptr(TambourFacts) facts = pages_fixture_facts (fixture);
  g_autoptr(TambourDocument) document = pages_lay_out (facts);

  pages_section_says (document, PROJECTS,
                      "Protect the last 1,104 laptops and everything that belongs to it in the terminals of the northern ports");
  pages_section_says (document, DECISIONS,
                      "Approve four failover test windows and everything that belongs to it in the terminals of the northern ports");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pages-next/take-up-is-that-of-the-design", test_take_up_is_that_of_the_design);
  g_test_add_func ("/pages-next/value-is-that-of-the-design", test_value_is_that_of_the_design);
  g_test_add_func ("/pages-next/projects-are-those-of-the-design", test_projects_are_those_of_the_design);
  g_test_add_func ("/pages-next/decisions-are-those-of-the-design", test_decisions_are_those_of_the_design);
  g_test_add_func ("/pages-next/nothing-offered-leaves-the-page-out", test_nothing_offered_leaves_the_page_out);
  g_test_add_func ("/pages-next/a-fall-is-told", test_a_fall_is_told);
  g_test_add_func ("/pages-next/some-names-are-not-all-people", test_some_names_are_not_all_people);
  g_test_add_func ("/pages-next/more-falls-than-rises-come-first", test_more_falls_than_rises_come_first);
  g_test_add_func ("/pages-next/no-project-leaves-the-page-out", test_no_project_leaves_the_page_out);
  g_test_add_func ("/pages-next/a-fixed-deadline-stands-above-the-ranking", test_a_fixed_deadline_stands_above_the_ranking);
  g_test_add_func ("/pages-next/projects-of-one-cell-do-not-touch", test_projects_of_one_cell_do_not_touch);
  g_test_add_func ("/pages-next/what-is-not-scored-says-so", test_what_is_not_scored_says_so);
  g_test_add_func ("/pages-next/no-decision-confirms-the-steps", test_no_decision_confirms_the_steps);
  g_test_add_func ("/pages-next/neither-decision-nor-step-leaves-the-page-out", test_neither_decision_nor_step_leaves_the_page_out);
  g_test_add_func ("/pages-next/the-meeting-says-when-the-review-is", test_the_meeting_says_when_the_review_is);
  g_test_add_func ("/pages-next/what-does-not-fit-is-in-the-report", test_what_does_not_fit_is_in_the_report);
  g_test_add_func ("/pages-next/long-names-keep-their-place", test_long_names_keep_their_place);

  return g_test_run ();
}
