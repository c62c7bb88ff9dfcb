/* test-rules.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-test-records.h"
#include "tambour-test-store.h"

static void
assert_put_fails (TambourStore  *store,
                  TambourRecord *record,
                  GQuark         domain,
                  int            code,
                  const char    *named)
{
  g_autoptr(TambourChange) change = tambour_change_new ("Tester", "Put");
  g_autoptr(GError) error = NULL;
  gint64 last = tambour_store_last_change (store);

  tambour_change_put (change, record);
  g_assert_false (tambour_store_commit (store, change, &error));
  g_assert_error (error, domain, code);
  g_assert_nonnull (strstr (error->message, named));
  g_assert_cmpint (tambour_store_last_change (store), ==, last);
  g_assert_cmpint (tambour_change_get_number (change), ==, 0);
}

static void
assert_refused (TambourStore  *store,
                TambourRecord *record,
                const char    *named)
{
  assert_put_fails (store, record, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED, named);
}

static TambourRecord *
new_event (TambourCase *of)
{
  TambourCaseEvent *event = TAMBOUR_CASE_EVENT (tambour_record_new (TAMBOUR_TYPE_CASE_EVENT, NULL));

  g_set_str (&event->case_id.id, TAMBOUR_RECORD (of)->id);
  event->at.seconds = 1456822800;
  g_set_str (&event->text, "They called");

  return TAMBOUR_RECORD (event);
}

static void
test_a_required_field_is_missing (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourCase) bare = tambour_test_case_new (NULL, "No number");

  assert_put_fails (store, TAMBOUR_RECORD (bare), TAMBOUR_RECORD_ERROR, TAMBOUR_RECORD_ERROR_MISSING, "number");
}

static void
test_append_only_records_stay (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourCase) one = tambour_test_case_new ("1", "One");
  g_autoptr(TambourRecord) event = new_event (one);

  tambour_test_put (store, TAMBOUR_RECORD (one));
  tambour_test_put (store, event);

  g_set_str (&TAMBOUR_CASE_EVENT (event)->text, "They wrote");
  assert_refused (store, event, "text");

  g_set_str (&TAMBOUR_CASE_EVENT (event)->text, "They called");
  event->visibility = TAMBOUR_VISIBILITY_CUSTOMER;
  g_assert_cmpint (tambour_test_put (store, event), ==, 3);
  g_assert_cmpint (tambour_test_remove (store, event), ==, 4);
}

static void
test_a_promise_keeps_its_words (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourRecord) promise = tambour_record_new (TAMBOUR_TYPE_COMMITMENT, NULL);

  g_set_str (&TAMBOUR_COMMITMENT (promise)->text, "We will call on Monday");
  tambour_test_put (store, promise);
  g_set_str (&TAMBOUR_COMMITMENT (promise)->reason, "They were away");
  g_assert_cmpint (tambour_test_put (store, promise), ==, 2);

  g_set_str (&TAMBOUR_COMMITMENT (promise)->text, "We will call some day");
  assert_refused (store, promise, "text");
}

static void
test_references_lead_somewhere (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourCase) one = tambour_test_case_new ("1", "One");
  g_autoptr(TambourCase) two = tambour_test_case_new ("2", "Two");

  g_set_str (&one->merged_into_id.id, "nowhere");
  assert_refused (store, TAMBOUR_RECORD (one), "merged_into_id");

  /* A record of another kind is not what is meant. */
  g_clear_pointer (&one->merged_into_id.id, g_free);
  tambour_test_put (store, TAMBOUR_RECORD (one));
  g_set_str (&two->root_cause_id.id, TAMBOUR_RECORD (one)->id);
  assert_refused (store, TAMBOUR_RECORD (two), "root_cause_id");

  /* Neither is one that was removed. */
  g_clear_pointer (&two->root_cause_id.id, g_free);
  tambour_test_remove (store, TAMBOUR_RECORD (one));
  g_set_str (&two->merged_into_id.id, TAMBOUR_RECORD (one)->id);
  assert_refused (store, TAMBOUR_RECORD (two), "merged_into_id");
}

static void
test_references_may_lead_forward_in_a_change (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourChange) change = tambour_change_new ("Tester", "Both");
  g_autoptr(TambourCase) one = tambour_test_case_new ("1", "One");
  g_autoptr(TambourCase) two = tambour_test_case_new ("2", "Two");
  g_autoptr(GError) error = NULL;

  g_set_str (&one->merged_into_id.id, TAMBOUR_RECORD (two)->id);
  tambour_change_put (change, TAMBOUR_RECORD (one));
  tambour_change_put (change, TAMBOUR_RECORD (two));
  g_assert_cmpuint (tambour_change_get_size (change), ==, 2);
  tambour_store_commit (store, change, &error);
  g_assert_no_error (error);

  /* The reference stays when what it led to goes; editing is still allowed. */
  tambour_test_remove (store, TAMBOUR_RECORD (two));
  g_set_str (&one->title, "Merged");
  tambour_test_put (store, TAMBOUR_RECORD (one));
  tambour_test_assert_clean (store);
}

static void
test_all_or_nothing (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourChange) change = tambour_change_new ("Tester", "Half");
  g_autoptr(TambourCase) good = tambour_test_case_new ("1", "Good");
  g_autoptr(TambourCase) bad = tambour_test_case_new ("2", "Bad");
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CASE);
  g_autoptr(GError) error = NULL;

  g_set_str (&bad->merged_into_id.id, "nowhere");
  tambour_change_put (change, TAMBOUR_RECORD (good));
  tambour_change_put (change, TAMBOUR_RECORD (bad));
  g_assert_false (tambour_store_commit (store, change, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED);

  g_assert_cmpint (tambour_store_count (store, query, NULL), ==, 0);
  g_assert_cmpuint (tambour_test_count_hits (store, "good"), ==, 0);
  g_assert_cmpint (TAMBOUR_RECORD (good)->row, ==, 0);
  g_assert_cmpint (TAMBOUR_RECORD (good)->created_at.seconds, ==, TAMBOUR_NEVER);
  tambour_test_assert_clean (store);
}

static void
test_what_is_removed_is_not_edited (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourCase) one = tambour_test_case_new ("1", "One");
  g_autoptr(TambourCase) other = tambour_test_case_new ("2", "Two");
  g_autoptr(TambourChange) change = tambour_change_new ("Tester", "Remove");
  g_autoptr(GError) error = NULL;

  tambour_test_put (store, TAMBOUR_RECORD (one));
  tambour_test_remove (store, TAMBOUR_RECORD (one));
  g_assert_true (tambour_record_is_deleted (TAMBOUR_RECORD (one)));
  g_set_str (&one->title, "Ghost");
  assert_refused (store, TAMBOUR_RECORD (one), "removed");
  g_assert_cmpint (tambour_test_remove (store, TAMBOUR_RECORD (one)), ==, 0);

  tambour_change_remove (change, TAMBOUR_RECORD (other));
  g_assert_false (tambour_store_commit (store, change, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND);
}

static void
test_derived_records_leave_no_trace (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourCase) one = tambour_test_case_new ("1", "One");
  g_autoptr(TambourRecord) clock = tambour_record_new (TAMBOUR_TYPE_RESPONSE_CLOCK, NULL);
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_RESPONSE_CLOCK);

  tambour_test_put (store, TAMBOUR_RECORD (one));
  g_set_str (&TAMBOUR_RESPONSE_CLOCK (clock)->case_id.id, TAMBOUR_RECORD (one)->id);
  TAMBOUR_RESPONSE_CLOCK (clock)->start.seconds = 1456822800;
  g_set_str (&clock->note, "derivation");
  g_assert_cmpint (tambour_test_put (store, clock), ==, 0);
  g_assert_cmpint (tambour_store_count (store, query, NULL), ==, 1);
  g_assert_cmpint (tambour_store_last_change (store), ==, 1);
  g_assert_cmpuint (tambour_test_count_hits (store, "derivation"), ==, 0);
  tambour_test_assert_clean (store);

  g_assert_cmpint (tambour_test_remove (store, clock), ==, 0);
  tambour_query_with_deleted (query);
  g_assert_cmpint (tambour_store_count (store, query, NULL), ==, 0);
}

static void
test_the_last_word_on_a_record_counts (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourChange) change = tambour_change_new ("Tester", "Twice");
  g_autoptr(TambourCase) one = tambour_test_case_new ("1", "One");
  g_autoptr(TambourRecord) other = tambour_record_dup (TAMBOUR_RECORD (one));
  g_autoptr(TambourRecord) found = NULL;
  g_autoptr(GError) error = NULL;

  g_set_str (&TAMBOUR_CASE (other)->title, "Two");
  tambour_change_put (change, TAMBOUR_RECORD (one));
  tambour_change_put (change, other);
  g_assert_cmpuint (tambour_change_get_size (change), ==, 1);
  tambour_store_commit (store, change, &error);
  g_assert_no_error (error);
  found = tambour_test_get (store, other);
  g_assert_cmpstr (TAMBOUR_CASE (found)->title, ==, "Two");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules/a-record-without-a-required-field-is-refused", test_a_required_field_is_missing);
  g_test_add_func ("/rules/append-only-records-stay-as-they-are", test_append_only_records_stay);
  g_test_add_func ("/rules/a-commitment-keeps-its-words", test_a_promise_keeps_its_words);
  g_test_add_func ("/rules/a-reference-leads-to-a-record-of-its-kind", test_references_lead_somewhere);
  g_test_add_func ("/rules/a-reference-may-lead-forward-within-a-change", test_references_may_lead_forward_in_a_change);
  g_test_add_func ("/rules/a-refused-change-leaves-nothing", test_all_or_nothing);
  g_test_add_func ("/rules/what-is-removed-is-not-edited", test_what_is_removed_is_not_edited);
  g_test_add_func ("/rules/derived-records-leave-no-trace", test_derived_records_leave_no_trace);
  g_test_add_func ("/rules/the-last-word-on-a-record-counts", test_the_last_word_on_a_record_counts);

  return g_test_run ();
}
