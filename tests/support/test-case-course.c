/* test-case-course.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-case-course.h"

static void
add (GPtrArray        *events,
     TambourEventKind  kind,
     gint64            at,
     const char       *from,
     const char       *to)
{
  TambourCaseEvent *event = TAMBOUR_CASE_EVENT (tambour_record_new (TAMBOUR_TYPE_CASE_EVENT, NULL));

  event->kind = kind;
  event->at.seconds = at;
  event->actor = TAMBOUR_ACTOR_US;
  event->public_update = TRUE;
  event->from = g_strdup (from);
  event->to = g_strdup (to);
  g_ptr_array_add (events, event);
}

static TambourCaseCourse
read_course (GPtrArray *events)
{
  g_autoptr(TambourCase) record = TAMBOUR_CASE (tambour_record_new (TAMBOUR_TYPE_CASE, NULL));
  TambourCaseCourse course;

  tambour_case_course_read (&course, record, events);

  return course;
}

static void
test_settled_again (void)
{
  g_autoptr(GPtrArray) events = g_ptr_array_new_with_free_func (g_object_unref);
  TambourCaseCourse course;

  add (events, TAMBOUR_EVENT_KIND_STATUS, 500, "closed", "open");
  add (events, TAMBOUR_EVENT_KIND_OUR_MSG, 100, NULL, NULL);
  add (events, TAMBOUR_EVENT_KIND_RESOLVED, 200, NULL, NULL);
  add (events, TAMBOUR_EVENT_KIND_RESOLVED, 300, NULL, NULL);
  add (events, TAMBOUR_EVENT_KIND_CLOSED, 400, NULL, NULL);
  course = read_course (events);
  g_assert_cmpint (course.first_response.seconds, ==, 100);
  g_assert_cmpint (course.n_reopened, ==, 1);
  g_assert_cmpint (course.resolved.seconds, ==, TAMBOUR_NEVER);
  g_assert_cmpint (course.closed.seconds, ==, TAMBOUR_NEVER);

  add (events, TAMBOUR_EVENT_KIND_STATUS, 600, "open", "resolved");
  add (events, TAMBOUR_EVENT_KIND_RESOLVED, 700, NULL, NULL);
  course = read_course (events);
  g_assert_cmpint (course.resolved.seconds, ==, 600);
}

/* Automatic replies and notes are no response (RESPONSE-CLOCK.md rule 5). */
static void
test_response (void)
{
  g_autoptr(GPtrArray) events = g_ptr_array_new_with_free_func (g_object_unref);

  add (events, TAMBOUR_EVENT_KIND_OUR_MSG, 100, NULL, NULL);
  TAMBOUR_CASE_EVENT (g_ptr_array_index (events, 0))->automatic = TRUE;
  add (events, TAMBOUR_EVENT_KIND_INTERNAL_NOTE, 200, NULL, NULL);
  add (events, TAMBOUR_EVENT_KIND_RESOLVED, 300, NULL, NULL);
  g_assert_cmpint (read_course (events).first_response.seconds, ==, TAMBOUR_NEVER);
  add (events, TAMBOUR_EVENT_KIND_CALLED_IN, 400, NULL, NULL);
  g_assert_cmpint (read_course (events).first_response.seconds, ==, 400);
}

static void
test_own_times (void)
{
  g_autoptr(GPtrArray) events = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(TambourCase) record = TAMBOUR_CASE (tambour_record_new (TAMBOUR_TYPE_CASE, NULL));
  TambourCaseCourse course;

  record->resolved_at.seconds = 300;
  record->restored_at.seconds = 200;
  tambour_case_course_read (&course, record, events);
  g_assert_cmpint (course.resolved.seconds, ==, 300);
  g_assert_cmpint (course.restored.seconds, ==, 200);
  add (events, TAMBOUR_EVENT_KIND_RESTORED, 250, NULL, NULL);
  tambour_case_course_read (&course, record, events);
  g_assert_cmpint (course.restored.seconds, ==, 250);
}

static void
test_status (void)
{
  g_autoptr(GPtrArray) events = g_ptr_array_new_with_free_func (g_object_unref);
  TambourCaseStatus status;

  add (events, TAMBOUR_EVENT_KIND_STATUS, 1, "open", "waiting_vendor");
  add (events, TAMBOUR_EVENT_KIND_PAUSED, 2, NULL, NULL);
  add (events, TAMBOUR_EVENT_KIND_OUR_MSG, 3, NULL, NULL);
  g_assert_true (tambour_case_event_get_new_status (g_ptr_array_index (events, 0), &status));
  g_assert_cmpuint (status, ==, TAMBOUR_CASE_STATUS_WAITING_VENDOR);
  g_assert_true (tambour_case_event_get_new_status (g_ptr_array_index (events, 1), &status));
  g_assert_cmpuint (status, ==, TAMBOUR_CASE_STATUS_WAITING_CUSTOMER);
  g_assert_false (tambour_case_event_get_new_status (g_ptr_array_index (events, 2), &status));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/case-course/a-case-that-is-reopened-is-settled-when-it-is-settled-again", test_settled_again);
  g_test_add_func ("/case-course/a-persons-visible-reply-or-an-answered-call-is-the-first-response", test_response);
  g_test_add_func ("/case-course/what-no-event-tells-the-case-does", test_own_times);
  g_test_add_func ("/case-course/an-event-says-where-it-leaves-the-case", test_status);

  return g_test_run ();
}
