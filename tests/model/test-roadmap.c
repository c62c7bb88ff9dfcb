/* test-roadmap.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-roadmap.h"

/* What is not confidential may be shown to anybody; what is, to whom it was released. */
static void
test_a_confidential_plan_stays_here (void)
{
  g_autoptr(TambourRoadmapItem) item = TAMBOUR_ROADMAP_ITEM (tambour_record_new (TAMBOUR_TYPE_ROADMAP_ITEM, NULL));

  g_assert_true (tambour_roadmap_item_may_leave (item, "orla"));
  g_assert_true (tambour_roadmap_item_may_leave (item, NULL));

  item->nda = true;
  g_assert_false (tambour_roadmap_item_may_leave (item, "orla"));
  g_assert_false (tambour_roadmap_item_may_leave (item, NULL));

  item->released_to = g_strdupv ((GStrv) (const char *[]) { "skarvik", "orla", NULL });
  g_assert_true (tambour_roadmap_item_may_leave (item, "orla"));
  g_assert_false (tambour_roadmap_item_may_leave (item, "orl"));
  g_assert_false (tambour_roadmap_item_may_leave (item, NULL));
}

/* Of the fields that only this kind has. */
static void
assert_internal (GType type)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (type);

  g_assert_cmpuint (klass->n_fields, >, 0);
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].offset >= sizeof (TambourRecord) && (klass->fields[i].flags & TAMBOUR_FIELD_CUSTOMER))
      g_error ("%s.%s would be in what is made for a customer, confidential or not", klass->kind, klass->fields[i].name);
}

/* What is made for a customer reads customer fields alone: of the roadmap there are
 * none, so that nothing leaves but by the rule.
 */
static void
test_no_field_of_a_plan_is_for_customers (void)
{
  assert_internal (TAMBOUR_TYPE_ROADMAP_ITEM);
  assert_internal (TAMBOUR_TYPE_ROADMAP_REVIEW);
}

static void
test_quarters_are_in_order (void)
{
  g_assert_cmpint (tambour_quarter_parse ("Q1 2027"), ==, tambour_quarter_parse ("Q4 2026") + 1);
  g_assert_cmpint (tambour_quarter_parse ("Q1 2027"), <, tambour_quarter_parse ("Q2 2027"));
  g_assert_cmpint (tambour_quarter_parse ("Q5 2027"), ==, G_MAXINT);
  g_assert_cmpint (tambour_quarter_parse ("Q1"), ==, G_MAXINT);
  g_assert_cmpint (tambour_quarter_parse ("Q1 "), ==, G_MAXINT);
  g_assert_cmpint (tambour_quarter_parse ("Q1 99999999999999999999"), ==, G_MAXINT);
  g_assert_cmpint (tambour_quarter_parse ("soon"), ==, G_MAXINT);
  g_assert_cmpint (tambour_quarter_parse (""), ==, G_MAXINT);
  g_assert_cmpint (tambour_quarter_parse (NULL), ==, G_MAXINT);
}

/* From whatever step, the way ends at the last, and never goes back. */
static void
test_steps_lead_to_the_end (void)
{
  TambourRequestStatus status = TAMBOUR_REQUEST_STATUS_CAPTURED;
  guint n = 0;

  g_assert_cmpuint (tambour_request_count_steps (status), ==, 0);
  for (TambourRequestStatus next; tambour_request_get_next (status, &next); status = next)
    {
      g_assert_cmpuint (tambour_request_count_steps (next), >=, tambour_request_count_steps (status));
      n++;
    }

  g_assert_cmpint (status, ==, TAMBOUR_REQUEST_STATUS_SHIPPED);
  g_assert_cmpuint (n, ==, 5);
  g_assert_cmpuint (tambour_request_count_steps (status), ==, 4);
  g_assert_false (tambour_request_get_next (TAMBOUR_REQUEST_STATUS_DECLINED, &status));
  g_assert_false (tambour_request_get_next (TAMBOUR_REQUEST_STATUS_DUPLICATE, &status));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/roadmap/a-confidential-plan-stays-here", test_a_confidential_plan_stays_here);
  g_test_add_func ("/roadmap/no-field-of-a-plan-is-for-customers", test_no_field_of_a_plan_is_for_customers);
  g_test_add_func ("/roadmap/quarters-are-in-order", test_quarters_are_in_order);
  g_test_add_func ("/roadmap/steps-lead-to-the-end", test_steps_lead_to_the_end);

  return g_test_run ();
}
