/* test-roadmap.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-project-rank.h"
#include "tambour-request-weight.h"
#include "tambour-time.h"

static TambourProject *
add (GPtrArray  *projects,
     const char *title,
     gint64      impact,
     gint64      effort)
{
  TambourProject *project = TAMBOUR_PROJECT (tambour_record_new (TAMBOUR_TYPE_PROJECT, NULL));

  g_set_str (&project->title, title);
  project->impact = impact;
  project->effort = effort;
  g_ptr_array_add (projects, project);

  return project;
}

static void
pin (TambourProject *project,
     int             month,
     const char     *reason)
{
  project->deadline = tambour_date_new (2027, month, 1);
  g_set_str (&project->deadline_reason, reason);
}

static void
assert_order (GPtrArray          *projects,
              const char * const *titles)
{
  g_ptr_array_sort (projects, tambour_project_compare);
  for (guint i = 0; i < projects->len; i++)
    g_assert_cmpstr (((TambourProject *) g_ptr_array_index (projects, i))->title, ==, titles[i]);
}

/* M70: by score; of the same score the lower effort; then by title; what has not been scored last. */
static void
test_projects_are_ranked (void)
{
  g_autoptr(GPtrArray) projects = g_ptr_array_new_with_free_func (g_object_unref);

  add (projects, "unscored", 5, TAMBOUR_NO_COUNT);
  add (projects, "six, later", 5, 4);
  add (projects, "eight", 5, 2);
  add (projects, "six b", 4, 2);
  add (projects, "six a", 4, 2);
  assert_order (projects, (const char *[]) { "eight", "six a", "six b", "six, later", "unscored" });
}

/* A date alone is a wish; with a reason it stands above everything that is ranked. */
static void
test_fixed_deadlines_stand_above (void)
{
  g_autoptr(GPtrArray) projects = g_ptr_array_new_with_free_func (g_object_unref);

  add (projects, "best", 5, 1);
  pin (add (projects, "wish", 1, 5), 1, NULL);
  pin (add (projects, "june", 1, 5), 6, "End of support");
  pin (add (projects, "may", 1, 5), 5, "New law");
  assert_order (projects, (const char *[]) { "may", "june", "best", "wish" });
}

static void
test_every_project_stands_in_one_quadrant (void)
{
  static const struct
  {
    gint64          impact, effort;
    TambourQuadrant quadrant;
  } places[] = {
    { 5, 1, TAMBOUR_QUADRANT_DO_NEXT },
    { 3, 2, TAMBOUR_QUADRANT_DO_NEXT },
    { 3, 3, TAMBOUR_QUADRANT_PLAN },
    { 5, 5, TAMBOUR_QUADRANT_PLAN },
    { 2, 2, TAMBOUR_QUADRANT_FILL_IN },
    { 1, 1, TAMBOUR_QUADRANT_FILL_IN },
    { 2, 3, TAMBOUR_QUADRANT_LEAVE },
    { TAMBOUR_NO_COUNT, 3, TAMBOUR_QUADRANT_NONE },
    { 3, TAMBOUR_NO_COUNT, TAMBOUR_QUADRANT_NONE },
  };
  g_autoptr(GPtrArray) projects = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    g_assert_cmpint (tambour_project_get_quadrant (add (projects, "project", places[i].impact, places[i].effort)), ==, places[i].quadrant);
}

static void
test_what_is_over_does_not_come (void)
{
  g_autoptr(GPtrArray) projects = g_ptr_array_new_with_free_func (g_object_unref);
  TambourProject *project = add (projects, "project", 3, 3);

  g_assert_true (tambour_project_is_coming (project, 2027));
  project->year = 2026;
  g_assert_false (tambour_project_is_coming (project, 2027));
  project->year = 2027;
  g_assert_true (tambour_project_is_coming (project, 2027));
  project->status = TAMBOUR_PROJECT_STATUS_DONE;
  g_assert_false (tambour_project_is_coming (project, 2027));
  project->status = TAMBOUR_PROJECT_STATUS_DROPPED;
  g_assert_false (tambour_project_is_coming (project, 2027));
}

static TambourMoney
money (gint64      units,
       const char *currency)
{
  TambourMoney amount = { .minor = units * 100 };

  g_strlcpy (amount.currency, currency, sizeof amount.currency);

  return amount;
}

static void
test_the_value_is_tenths_of_the_fee (void)
{
  const TambourMoney fee = money (96000, "USD");

  g_assert_cmpint (tambour_request_get_value (money (18800, "USD"), fee), ==, 2);
  g_assert_cmpint (tambour_request_get_value (money (9600, "USD"), fee), ==, 1);
  g_assert_cmpint (tambour_request_get_value (money (9601, "USD"), fee), ==, 2);
  g_assert_cmpint (tambour_request_get_value (money (96000, "USD"), fee), ==, 10);
  g_assert_cmpint (tambour_request_get_value (money (G_MAXINT64 / 100, "USD"), fee), ==, 10);

  /* Nobody said, or it cannot be compared. */
  g_assert_cmpint (tambour_request_get_value ((TambourMoney) { .minor = TAMBOUR_NO_COUNT }, fee), ==, 1);
  g_assert_cmpint (tambour_request_get_value (money (50000, "EUR"), fee), ==, 1);
  g_assert_cmpint (tambour_request_get_value (money (50000, "USD"), (TambourMoney) { .minor = TAMBOUR_NO_COUNT }), ==, 1);
}

static void
test_a_weight_is_value_times_need (void)
{
  const TambourRequestWeight weight = { 2, tambour_request_get_need (TAMBOUR_REQUEST_IMPACT_COSTLY) };

  g_assert_cmpint (tambour_request_weigh (&weight), ==, 12);
  g_assert_cmpint (tambour_request_get_need (TAMBOUR_REQUEST_IMPACT_NICE), <, weight.need);
  g_assert_cmpint (tambour_request_get_need (TAMBOUR_REQUEST_IMPACT_BLOCKER), >, weight.need);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/roadmap/projects-are-ranked", test_projects_are_ranked);
  g_test_add_func ("/roadmap/fixed-deadlines-stand-above", test_fixed_deadlines_stand_above);
  g_test_add_func ("/roadmap/every-project-stands-in-one-quadrant", test_every_project_stands_in_one_quadrant);
  g_test_add_func ("/roadmap/what-is-over-does-not-come", test_what_is_over_does_not_come);
  g_test_add_func ("/roadmap/the-value-is-tenths-of-the-fee", test_the_value_is_tenths_of_the_fee);
  g_test_add_func ("/roadmap/a-weight-is-value-times-need", test_a_weight_is_value_times_need);

  return g_test_run ();
}
