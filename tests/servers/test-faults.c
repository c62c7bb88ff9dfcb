/* test-faults.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-test-couch.h"

typedef struct
{
  const char *kind;
  guint status;       /* 0 when no whole answer comes */
  gboolean is_json;
  gboolean is_done;   /* whether the server did what was asked */
} Fault;

static TambourTestCouch *couch;

static void
plan (const char *format,
      ...)
{
  va_list arguments;
  g_autofree char *text = NULL;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  tambour_test_couch_disturb (couch, text);
}

/* A document through the proxy; whether it is there is asked of the server itself. */
static void
test_kind (gconstpointer data)
{
  const Fault *fault = data;
  g_autofree char *database = tambour_test_couch_add (couch);
  g_autofree char *direct = g_strdup_printf ("%s/%s/x", couch->server, database);
  g_autofree char *disturbed = g_strdup_printf ("%s/%s/x", couch->proxy, database);
  g_autoptr(JsonNode) answer = NULL;
  guint status;

  plan ("{'planned':[{'match':'PUT','kind':'%s'}]}", fault->kind);
  status = tambour_test_couch_try (couch, "PUT", disturbed, "{}", &answer);
  g_assert_cmpuint (status, ==, fault->status);
  g_assert_cmpint (answer != NULL, ==, fault->is_json);
  g_assert_cmpuint (tambour_test_couch_count_faults (couch, fault->kind), ==, 1);

  status = tambour_test_couch_try (couch, "GET", direct, NULL, NULL);
  g_assert_cmpuint (status, ==, fault->is_done ? 200 : 404);
  status = tambour_test_couch_try (couch, "GET", disturbed, NULL, NULL);
  g_assert_cmpuint (status, ==, fault->is_done ? 200 : 404);
}

static void
test_wait (void)
{
  g_autofree char *url = g_strdup_printf ("%s/", couch->proxy);
  g_autoptr(SoupMessage) message = soup_message_new ("GET", url);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  const char *seconds;

  plan ("{'planned':[{'kind':'429','seconds':3}]}");
  bytes = soup_session_send_and_read (couch->session, message, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (soup_message_get_status (message), ==, 429);
  seconds = soup_message_headers_get_one (soup_message_get_response_headers (message), "Retry-After");
  g_assert_cmpstr (seconds, ==, "3");
}

static void
gave_up_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GBytes) bytes = soup_session_send_and_read_finish (SOUP_SESSION (source), result, user_data);

  g_assert_null (bytes);
}

static gboolean
cancel_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);

  return G_SOURCE_REMOVE;
}

static void
test_stall (void)
{
  g_autofree char *url = g_strdup_printf ("%s/", couch->proxy);
  g_autoptr(SoupMessage) message = soup_message_new ("GET", url);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  guint status;

  plan ("{'planned':[{'kind':'stall','ms':1},{'kind':'stall'}]}");
  status = tambour_test_couch_try (couch, "GET", url, NULL, NULL);
  g_assert_cmpuint (status, ==, 200);

  soup_session_send_and_read_async (couch->session, message, G_PRIORITY_DEFAULT, cancellable, gave_up_cb, &error);
  g_timeout_add (100, cancel_cb, cancellable);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_twice (void)
{
  g_autofree char *database = tambour_test_couch_add (couch);
  g_autofree char *url = g_strdup_printf ("%s/%s/x", couch->proxy, database);

  plan ("{'planned':[{'kind':'twice'}]}");
  g_assert_cmpuint (tambour_test_couch_try (couch, "PUT", url, "{}", NULL), ==, 409);
}

static char *
read_order (const char *database,
            const char *how)
{
  g_autofree char *url = g_strdup_printf ("%s/%s/_changes", couch->proxy, database);
  g_autoptr(JsonNode) answer = NULL;
  g_autoptr(GString) order = g_string_new (NULL);
  JsonArray *rows;

  plan ("%s", how);
  g_assert_cmpuint (tambour_test_couch_try (couch, "GET", url, NULL, &answer), ==, 200);
  rows = json_object_get_array_member (json_node_get_object (answer), "results");
  for (guint i = 0; i < json_array_get_length (rows); i++)
    g_string_append (order, json_object_get_string_member (json_array_get_object_element (rows, i), "id"));

  return g_strdup (order->str);
}

static void
test_rows (void)
{
  g_autofree char *database = tambour_test_couch_add (couch);
  g_autofree char *path = g_strdup_printf ("%s/_bulk_docs", database);
  g_autoptr(JsonNode) put = tambour_test_couch_call (couch, "POST", path, "{'docs':[{'_id':'a'},{'_id':'b'},{'_id':'c'},{'_id':'d'},{'_id':'e'}]}");
  g_autofree char *calm = read_order (database, "{}");
  g_autofree char *doubled = read_order (database, "{'planned':[{'kind':'duplicate'}]}");
  g_autofree char *mixed = read_order (database, "{'seed':1,'planned':[{'kind':'reorder'}]}");
  g_autofree char *again = read_order (database, "{'seed':1,'planned':[{'kind':'reorder'}]}");

  g_assert_cmpuint (strlen (calm), ==, 5);
  g_assert_cmpuint (strlen (doubled), ==, 10);
  for (guint i = 0; i < 10; i++)
    g_assert_cmpint (doubled[i], ==, calm[i / 2]);
  g_assert_cmpuint (strlen (mixed), ==, 5);
  g_assert_cmpuint (strspn (mixed, calm), ==, 5);
  g_assert_cmpstr (mixed, !=, calm);
  g_assert_cmpstr (mixed, ==, again);
}

/* The third and the fourth of those whose path has the word in it. */
static void
test_planned (void)
{
  static const guint expected[] = { 200, 200, 503, 503, 200 };
  g_autofree char *name = tambour_test_couch_add (couch);
  g_autofree char *database = g_strdup_printf ("%s/%s", couch->proxy, name);
  g_autofree char *changes = g_strdup_printf ("%s/_changes", database);

  plan ("{'planned':[{'match':'_changes','skip':2,'times':2,'kind':'503'}]}");
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_assert_cmpuint (tambour_test_couch_try (couch, "GET", database, NULL, NULL), ==, 200);
      g_assert_cmpuint (tambour_test_couch_try (couch, "GET", changes, NULL, NULL), ==, expected[i]);
    }
}

static char *
read_statuses (guint seed)
{
  g_autofree char *url = g_strdup_printf ("%s/", couch->proxy);
  g_autoptr(GString) statuses = g_string_new (NULL);

  plan ("{'seed':%u,'rate':0.3,'kinds':['404','429','500','refuse']}", seed);
  for (guint i = 0; i < 40; i++)
    g_string_append_printf (statuses, "%u ", tambour_test_couch_try (couch, "DELETE", url, NULL, NULL));

  return g_strdup (statuses->str);
}

static void
test_seed (void)
{
  g_autofree char *first = read_statuses (1);
  g_autofree char *second = read_statuses (1);
  g_autofree char *other = read_statuses (2);

  g_assert_cmpstr (first, ==, second);
  g_assert_cmpstr (first, !=, other);
  g_assert_nonnull (strstr (first, "429"));
  g_assert_nonnull (strstr (first, "500"));
}

static void
test_size (void)
{
  g_autofree char *name = tambour_test_couch_add (couch);
  g_autofree char *url = g_strdup_printf ("%s/%s/_revs_diff", couch->proxy, name);

  plan ("{'rate':1,'kinds':['413'],'larger_than':10}");
  g_assert_cmpuint (tambour_test_couch_try (couch, "POST", url, "{}", NULL), ==, 200);
  g_assert_cmpuint (tambour_test_couch_try (couch, "POST", url, "{'a':['1-a']}", NULL), ==, 413);
}

static void
test_requests (void)
{
  g_autofree char *url = g_strdup_printf ("%s/_up?x=1", couch->proxy);
  g_autofree char *faults = g_strdup_printf ("%s/_faults", couch->proxy);
  g_autoptr(JsonNode) told = NULL;
  JsonArray *requests;
  JsonObject *request;

  plan ("{}");
  g_assert_cmpuint (tambour_test_couch_try (couch, "GET", url, NULL, NULL), !=, 0);
  told = tambour_test_couch_read_faults (couch);
  requests = json_object_get_array_member (json_node_get_object (told), "requests");
  g_assert_cmpuint (json_array_get_length (requests), ==, 1);
  request = json_array_get_object_element (requests, 0);
  g_assert_cmpstr (json_object_get_string_member (request, "method"), ==, "GET");
  g_assert_cmpstr (json_object_get_string_member (request, "path"), ==, "/_up?x=1");
  g_assert_true (json_object_get_null_member (request, "kind"));

  g_assert_cmpuint (tambour_test_couch_try (couch, "PUT", faults, "{'planned':[{'kind':'flood'}]}", NULL), ==, 400);
}

static const Fault kinds[] = {
  { "refuse", 0, FALSE, FALSE },
  { "401", 401, TRUE, FALSE },
  { "404", 404, TRUE, FALSE },
  { "409", 409, TRUE, FALSE },
  { "413", 413, TRUE, FALSE },
  { "429", 429, TRUE, FALSE },
  { "500", 500, TRUE, FALSE },
  { "503", 503, TRUE, FALSE },
  { "lose", 0, FALSE, TRUE },
  { "lost-500", 500, TRUE, TRUE },
  { "cut", 0, FALSE, TRUE },
  { "truncate", 201, FALSE, TRUE },
  { "garbage", 200, FALSE, TRUE },
};

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  couch = tambour_test_couch_new ();

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *path = g_strdup_printf ("/faults/%s-is-what-it-says", kinds[i].kind);

      g_test_add_data_func (path, &kinds[i], test_kind);
    }
  g_test_add_func ("/faults/who-is-busy-says-how-long", test_wait);
  g_test_add_func ("/faults/a-stall-ends-in-time-or-when-the-client-leaves", test_stall);
  g_test_add_func ("/faults/a-request-that-comes-twice-is-done-twice", test_twice);
  g_test_add_func ("/faults/rows-come-twice-or-in-another-order", test_rows);
  g_test_add_func ("/faults/what-is-planned-meets-the-requests-that-it-names", test_planned);
  g_test_add_func ("/faults/the-same-seed-makes-the-same-faults", test_seed);
  g_test_add_func ("/faults/what-is-small-is-never-too-large", test_size);
  g_test_add_func ("/faults/every-request-is-told-and-a-wrong-plan-refused", test_requests);

  result = g_test_run ();
  tambour_test_couch_free (couch);

  return result;
}
