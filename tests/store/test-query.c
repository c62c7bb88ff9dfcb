/* test-query.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-test-store.h"

typedef struct
{
  TambourTestFile *file;
  TambourStore    *store;
} Fixture;

static void
put_case (TambourStore    *store,
          const char      *number,
          const char      *title,
          TambourPriority  priority,
          const char      *opened_at,
          gint64           reopened)
{
  g_autoptr(TambourCase) one = tambour_test_case_new (number, title);

  one->priority = priority;
  one->reopened_count = reopened;
  g_assert_true (tambour_instant_parse (opened_at, &one->opened_at));
  tambour_test_put (store, TAMBOUR_RECORD (one));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->file = tambour_test_file_new ();
  fixture->store = tambour_test_create (fixture->file);

  put_case (fixture->store, "1", "Mail is down", TAMBOUR_PRIORITY_P1, "2016-03-01T08:00:00Z", 2);
  put_case (fixture->store, "2", "Größe falsch", TAMBOUR_PRIORITY_P2, "2016-03-02T00:00:00Z", 0);
  put_case (fixture->store, "3", NULL, TAMBOUR_PRIORITY_P3, "2016-03-03T08:00:00Z", TAMBOUR_NO_COUNT);
  put_case (fixture->store, "4", "say \"mail\" and 'or' (now)", TAMBOUR_PRIORITY_NONE, "2016-03-04T08:00:00Z", 10);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  tambour_store_close (fixture->store);
  g_clear_object (&fixture->store);
  g_clear_pointer (&fixture->file, tambour_test_file_free);
}

/* The numbers of the cases that @query is for, run together. */
static char *
run (TambourStore *store,
     TambourQuery *query)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = tambour_store_list (store, query, NULL, &error);
  g_autoptr(GString) numbers = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    g_string_append (numbers, TAMBOUR_CASE (g_ptr_array_index (found, i))->number);

  return g_string_free (g_steal_pointer (&numbers), FALSE);
}

static const struct
{
  const char *expression;
  const char *found;
} understood[] = {
  { "priority = P1", "1" },
  { "priority=p1", "1" },
  { "priority == P1", "1" },
  { "priority != P1", "234" },
  { "priority >= P2", "23" },
  { "priority < P2", "14" },
  { "priority = \"\"", "4" },
  { "title ~ mail", "14" },
  { "title ~ MAIL", "14" },
  { "title ~ GRÖSSE", "2" },
  { "title ~ 'GRÖßE'", "2" },
  { "title = \"\"", "3" },
  { "title != ''", "124" },
  { "title = \"say \\\"mail\\\" and 'or' (now)\"", "4" },
  { "title != \"Mail is down\"", "234" },
  { "priority = P1 or priority = P2 and title ~ mail", "1" },
  { "(priority = P1 or priority = P2) and title ~ falsch", "2" },
  { "((( priority = P3 )))", "3" },
  { "PRIORITY = P1", NULL },
  { "opened_at >= 2016-03-02", "234" },
  { "opened_at < 2016-03-02T00:00:00Z", "1" },
  { "opened_at = 2016-03-02T01:00:00+01:00", "2" },
  { "reopened_count > 1", "14" },
  { "reopened_count = \"\"", "3" },
  { "reopened_count <= 2 AND reopened_count >= 0", "12" },
  { "number = 4 Or number = '1'", "14" },
  { "status = new", "1234" },
  { "status ~ ne", "1234" },
  { "account_id = \"\"", "1234" },
  { "account_id = nobody", "" },
  { "id != nothing", "1234" },
  { "", NULL },
  { "priority", NULL },
  { "priority =", NULL },
  { "priority = P9", NULL },
  { "priority = P1 and", NULL },
  { "priority = P1 number = 1", NULL },
  { "(priority = P1", NULL },
  { "priority = P1)", NULL },
  { "title = \"open", NULL },
  { "title = 'open\\", NULL },
  { "no_such_field = 1", NULL },
  { "opened_at = soon", NULL },
  { "reopened_count ~ 1", NULL },
  { "reopened_count > \"\"", NULL },
  { "title = a; DROP TABLE cases", NULL },
  { "\"title\" = 'a'", NULL },
  { "id ~ a", NULL },
};

static void
test_expressions (Fixture       *fixture,
                  gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (understood); i++)
    {
      g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CASE);
      g_autoptr(GError) error = NULL;
      g_autofree char *found = NULL;
      gboolean ok = tambour_query_parse (query, understood[i].expression, &error);

      g_test_message ("%s", understood[i].expression);
      if (understood[i].found == NULL)
        {
          g_assert_false (ok);
          g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_QUERY);
          continue;
        }

      g_assert_no_error (error);
      found = run (fixture->store, query);
      g_assert_cmpstr (found, ==, understood[i].found);
    }
}

static void
test_errors_name_the_place (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CASE);
  g_autoptr(GError) error = NULL;
  g_autofree char *found = NULL;

  g_assert_false (tambour_query_parse (query, "title = \"ö\" and priority = P9", &error));
  g_assert_nonnull (strstr (error->message, "at character 17:"));
  g_assert_nonnull (strstr (error->message, "P1"));

  /* What failed has left nothing in the query. */
  found = run (fixture->store, query);
  g_assert_cmpstr (found, ==, "1234");
}

static void
test_deep_and_long_expressions_are_refused (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CASE);
  g_autoptr(GString) deep = g_string_new (NULL);
  g_autoptr(GString) wide = g_string_new ("priority = P1");
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (deep, '(');
  for (guint i = 0; i < 5000; i++)
    g_string_append (wide, " or priority = P1");

  g_assert_false (tambour_query_parse (query, deep->str, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_QUERY);
  g_clear_error (&error);
  g_assert_false (tambour_query_parse (query, wide->str, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_QUERY);
}

static void
assert_order (Fixture    *fixture,
              const char *field,
              gboolean    descending,
              const char *expected)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CASE);
  g_autoptr(GError) error = NULL;
  g_autofree char *found = NULL;

  tambour_query_order (query, field, descending, &error);
  g_assert_no_error (error);
  found = run (fixture->store, query);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_order_and_limit (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CASE);
  g_autoptr(GError) error = NULL;
  g_autofree char *found = NULL;

  assert_order (fixture, "opened_at", TRUE, "4321");
  assert_order (fixture, "priority", FALSE, "4123");
  assert_order (fixture, "priority", TRUE, "3214");
  assert_order (fixture, "reopened_count", FALSE, "3214");
  assert_order (fixture, "row", TRUE, "4321");

  g_assert_false (tambour_query_order (query, "nothing", FALSE, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_QUERY);

  tambour_query_limit (query, 2, 1);
  found = run (fixture->store, query);
  g_assert_cmpstr (found, ==, "23");
  g_assert_cmpint (tambour_store_count (fixture->store, query, NULL), ==, 4);
}

static void
test_conditions_of_every_kind (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr(TambourRecord) account = tambour_record_new (TAMBOUR_TYPE_ACCOUNT, NULL);
  g_autoptr(TambourRecord) entry = tambour_record_new (TAMBOUR_TYPE_VALUE_ENTRY, NULL);
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_VALUE_ENTRY);
  g_autoptr(TambourQuery) accounts = tambour_query_new (TAMBOUR_TYPE_ACCOUNT);
  g_autoptr(GError) error = NULL;

  g_assert_true (tambour_record_set_text (account, "name", "Orion Foods", NULL));
  tambour_test_put (fixture->store, account);
  g_assert_true (tambour_record_set_text (entry, "account_id", account->id, NULL));
  g_assert_true (tambour_record_set_text (entry, "title", "Saved", NULL));
  g_assert_true (tambour_record_set_text (entry, "gross", "100.50 EUR", NULL));
  g_assert_true (tambour_record_set_text (entry, "on", "2026-02-03", NULL));
  g_assert_true (tambour_record_set_text (entry, "share", "0.5", NULL));
  tambour_test_put (fixture->store, entry);

  tambour_query_account (query, account->id);
  g_assert_true (tambour_query_where (query, "gross", TAMBOUR_IS, "100.50 EUR", &error));
  g_assert_true (tambour_query_where (query, "gross", TAMBOUR_IS_NOT, "100.50 USD", &error));
  g_assert_true (tambour_query_where (query, "gross", TAMBOUR_ABOVE, "100.49 EUR", &error));
  g_assert_true (tambour_query_where (query, "low", TAMBOUR_IS, NULL, &error));
  g_assert_true (tambour_query_where (query, "on", TAMBOUR_AT_LEAST, "2026-02-03", &error));
  g_assert_true (tambour_query_where (query, "on", TAMBOUR_BELOW, "2026-02-04", &error));
  g_assert_true (tambour_query_where (query, "share", TAMBOUR_AT_MOST, "0.5", &error));
  g_assert_true (tambour_query_where (query, "state", TAMBOUR_IS, "draft", &error));
  g_assert_cmpint (tambour_store_count (fixture->store, query, &error), ==, 1);
  g_assert_no_error (error);

  g_assert_false (tambour_query_where (query, "gross", TAMBOUR_IS, "much", &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_QUERY);

  tambour_query_account (accounts, account->id);
  g_assert_cmpint (tambour_store_count (fixture->store, accounts, NULL), ==, 1);
}

static void
test_removed_records_on_request (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CASE);
  g_autoptr(GPtrArray) all = tambour_store_list (fixture->store, query, NULL, NULL);
  g_autofree char *left = NULL;

  tambour_test_remove (fixture->store, g_ptr_array_index (all, 1));
  left = run (fixture->store, query);
  g_assert_cmpstr (left, ==, "134");
  tambour_query_with_deleted (query);
  g_assert_cmpint (tambour_store_count (fixture->store, query, NULL), ==, 4);
}

static void
test_records_are_counted_in_groups (Fixture       *fixture,
                                    gconstpointer  data)
{
  const char * const fields[] = { "priority", "account_id", NULL };
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CASE);
  g_autoptr(GPtrArray) tallies = NULL;
  g_autoptr(GError) error = NULL;
  gint64 counts[4] = { 0 };

  put_case (fixture->store, "5", "Another", TAMBOUR_PRIORITY_P2, "2016-03-05T08:00:00Z", 0);
  g_assert_true (tambour_query_where (query, "opened_at", TAMBOUR_AT_LEAST, "2016-03-02", &error));
  tallies = tambour_store_tally (fixture->store, query, fields, NULL, &error);
  g_assert_no_error (error);

  g_assert_cmpuint (tallies->len, ==, 3);
  for (guint i = 0; i < tallies->len; i++)
    {
      const TambourTally *tally = g_ptr_array_index (tallies, i);
      guint priority;

      g_assert_true (tambour_choice_from_nick (TAMBOUR_TYPE_PRIORITY, tally->values[0], &priority));
      g_assert_cmpstr (tally->values[1], ==, "");
      counts[priority] = tally->count;
    }

  g_assert_cmpint (counts[TAMBOUR_PRIORITY_NONE], ==, 1);
  g_assert_cmpint (counts[TAMBOUR_PRIORITY_P1], ==, 0);
  g_assert_cmpint (counts[TAMBOUR_PRIORITY_P2], ==, 2);
  g_assert_cmpint (counts[TAMBOUR_PRIORITY_P3], ==, 1);
}

static void
test_in_any_order (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CASE);
  g_autoptr(TambourQuery) two = tambour_query_new (TAMBOUR_TYPE_CASE);
  g_autofree char *found = NULL;
  g_autofree char *found_two = NULL;

  tambour_query_in_any_order (query);
  tambour_query_in_any_order (two);
  tambour_query_limit (two, 2, 0);
  found = run (fixture->store, query);
  found_two = run (fixture->store, two);

  g_assert_cmpuint (strlen (found), ==, 4);
  for (const char *number = "1234"; *number; number++)
    g_assert_nonnull (strchr (found, *number));
  g_assert_cmpuint (strlen (found_two), ==, 2);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

static void
test_any (Fixture       *fixture,
          gconstpointer  data)
{
  static const char * const some[] = { "4", "1", "9", NULL };
  static const char * const none[] = { NULL };
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CASE);
  g_autoptr(TambourQuery) nothing = tambour_query_new (TAMBOUR_TYPE_CASE);
  g_autoptr(GError) error = NULL;
  g_autofree char *found = NULL;
  g_autofree char *found_none = NULL;

  g_assert_true (tambour_query_where_any (query, "number", some, &error));
  g_assert_true (tambour_query_where_any (nothing, "id", none, &error));
  g_assert_no_error (error);
  found = run (fixture->store, query);
  found_none = run (fixture->store, nothing);
  g_assert_cmpstr (found, ==, "14");
  g_assert_cmpstr (found_none, ==, "");

  g_assert_false (tambour_query_where_any (query, "opened_at", some, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_QUERY);
}

static void
assert_match (Fixture    *fixture,
              const char *text,
              const char *expected)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CASE);
  g_autofree char *found = NULL;

  tambour_query_match (query, text);
  found = run (fixture->store, query);
  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpint (tambour_store_count (fixture->store, query, NULL), ==, strlen (expected));
}

static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(TambourQuery) both = tambour_query_new (TAMBOUR_TYPE_CASE);
  g_autofree char *found = NULL;

  assert_match (fixture, "mail", "14");
  assert_match (fixture, "MA", "14");
  assert_match (fixture, "mail down", "1");
  assert_match (fixture, "down mail ", "1");
  assert_match (fixture, "große", "2");
  assert_match (fixture, "dow mail", "");
  assert_match (fixture, "3", "3");
  assert_match (fixture, "\"mail\" OR (", "4");
  assert_match (fixture, "nothing of this", "");

  tambour_query_match (both, "mail");
  g_assert_true (tambour_query_parse (both, "priority = P1", NULL));
  found = run (fixture->store, both);
  g_assert_cmpstr (found, ==, "1");
}

/* Kinds that have no words in the index are looked through. */
static void
test_words_of_what_nobody_searches (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr(TambourRecord) sample = tambour_record_new (TAMBOUR_TYPE_USAGE_SAMPLE, NULL);
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_USAGE_SAMPLE);

  g_set_str (&TAMBOUR_USAGE_SAMPLE (sample)->metric, "lookups");
  TAMBOUR_USAGE_SAMPLE (sample)->on = tambour_date_new (2016, 3, 1);
  tambour_test_put (fixture->store, sample);
  tambour_query_match (query, "LOOK");
  g_assert_cmpint (tambour_store_count (fixture->store, query, NULL), ==, 1);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr(TambourQuery) any = tambour_query_new (types[i]);

      tambour_query_match (any, "xyzzy");
      g_assert_cmpint (tambour_store_count (fixture->store, any, NULL), ==, 0);
    }
}

static gboolean
add_value (const TambourValue *values,
           gpointer            user_data)
{
  g_autofree char *number = isnan (values[2].number) ? g_strdup ("none") : g_strdup_printf ("%.0f", values[2].number);

  g_ptr_array_add (user_data, g_strdup_printf ("%s %s %s", values[0].text, values[1].text ? values[1].text : "-", number));

  return ((GPtrArray *) user_data)->len < 10;
}

static void
put_sample (TambourStore *store,
            const char   *account_id,
            const char   *dimension,
            double        value)
{
  g_autoptr(TambourRecord) sample = tambour_record_new (TAMBOUR_TYPE_USAGE_SAMPLE, NULL);

  g_set_str (&sample->account_id.id, account_id);
  g_set_str (&TAMBOUR_USAGE_SAMPLE (sample)->metric, "lookups");
  g_set_str (&TAMBOUR_USAGE_SAMPLE (sample)->dimension, dimension);
  TAMBOUR_USAGE_SAMPLE (sample)->on = tambour_date_new (2026, 3, 1);
  TAMBOUR_USAGE_SAMPLE (sample)->value = value;
  tambour_test_put (store, sample);
}

static int
compare_text (gconstpointer a,
              gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* Numbers above 2^32, and those that nobody stated; a function that has enough stops it. */
static void
test_values_without_their_records (Fixture       *fixture,
                                   gconstpointer  data)
{
  static const char * const fields[] = { "metric", "dimension", "value", NULL };
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_USAGE_SAMPLE);
  g_autoptr(TambourQuery) all = tambour_query_new (TAMBOUR_TYPE_USAGE_SAMPLE);
  g_autoptr(GPtrArray) told = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) first = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(TambourAccount) other = TAMBOUR_ACCOUNT (tambour_record_new (TAMBOUR_TYPE_ACCOUNT, NULL));
  g_autoptr(GError) error = NULL;

  g_set_str (&other->name, "Other");
  g_set_str (&other->short_code, "OT");
  tambour_test_put (fixture->store, TAMBOUR_RECORD (other));
  put_sample (fixture->store, TAMBOUR_RECORD (other)->id, NULL, 8589934593);
  put_sample (fixture->store, TAMBOUR_RECORD (other)->id, "Lyon", TAMBOUR_NO_NUMBER);
  for (guint i = 0; i < 20; i++)
    put_sample (fixture->store, NULL, "Elsewhere", i);

  tambour_query_account (query, TAMBOUR_RECORD (other)->id);
  g_assert_true (tambour_store_each_values (fixture->store, query, fields, add_value, told, NULL, &error));
  g_assert_no_error (error);
  g_ptr_array_sort (told, compare_text);
  g_assert_cmpuint (told->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (told, 0), ==, "lookups - 8589934593");
  g_assert_cmpstr (g_ptr_array_index (told, 1), ==, "lookups Lyon none");

  g_assert_true (tambour_store_each_values (fixture->store, all, fields, add_value, first, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (first->len, ==, 10);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/query/expressions-find-what-they-say", test_expressions);
  ADD ("/query/errors-name-the-place", test_errors_name_the_place);
  ADD ("/query/endless-expressions-are-refused", test_deep_and_long_expressions_are_refused);
  ADD ("/query/records-come-in-order-and-in-part", test_order_and_limit);
  ADD ("/query/one-of-many-values-is-enough", test_any);
  ADD ("/query/in-any-order", test_in_any_order);
  ADD ("/query/words-are-found-as-in-a-search", test_words);
  ADD ("/query/words-are-found-where-nobody-searches", test_words_of_what_nobody_searches);
  ADD ("/query/conditions-fit-every-kind-of-field", test_conditions_of_every_kind);
  ADD ("/query/removed-records-come-on-request", test_removed_records_on_request);
  ADD ("/query/records-are-counted-in-groups", test_records_are_counted_in_groups);
  ADD ("/query/values-come-without-their-records", test_values_without_their_records);

  return g_test_run ();
}
