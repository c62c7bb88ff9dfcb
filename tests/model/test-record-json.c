/* test-record-json.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-record-json.h"
#include "tambour-test-records.h"

static TambourRecord *
there_and_back (TambourRecord *record)
{
  g_autoptr(JsonNode) packed = tambour_record_pack (record);
  g_autofree char *text = json_to_string (packed, FALSE);
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) parsed = json_from_string (text, &error);
  TambourRecord *back;

  g_assert_no_error (error);
  back = tambour_record_unpack (parsed, &error);
  g_assert_no_error (error);

  return back;
}

static TambourRecord *
parse_record (const char  *text,
              GError     **error)
{
  g_autoptr(JsonNode) node = json_from_string (text, NULL);

  g_assert_nonnull (node);

  return tambour_record_unpack (node, error);
}

static void
test_every_kind_comes_back_whole (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (10);
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    for (guint n = 0; n < 20; n++)
      {
        g_autoptr(TambourRecord) record = tambour_test_record_new (types[i], random);
        g_autoptr(TambourRecord) back = there_and_back (record);

        tambour_test_assert_equal (record, back);
      }
}

static void
test_every_kind_comes_back_empty (void)
{
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr(TambourRecord) record = tambour_record_new (types[i], NULL);
      g_autoptr(TambourRecord) back = there_and_back (record);
      g_autoptr(JsonNode) packed = tambour_record_pack (record);

      tambour_test_assert_equal (record, back);
      g_assert_cmpuint (json_object_get_size (json_node_get_object (packed)), ==, 2);
    }
}

static void
test_the_same_record_gives_the_same_text (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (11);
  g_autoptr(TambourRecord) record = tambour_test_record_new (TAMBOUR_TYPE_CASE, random);
  g_autoptr(TambourRecord) copy = tambour_record_dup (record);
  g_autoptr(JsonNode) one = tambour_record_pack (record);
  g_autoptr(JsonNode) other = tambour_record_pack (copy);
  g_autofree char *one_text = json_to_string (one, FALSE);
  g_autofree char *other_text = json_to_string (other, FALSE);

  g_assert_cmpstr (one_text, ==, other_text);
}

static void
test_members_of_a_newer_version_are_kept (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourRecord) record = NULL;
  g_autoptr(TambourRecord) back = NULL;
  g_autoptr(TambourRecord) copy = NULL;
  g_autoptr(JsonNode) packed = NULL;
  JsonObject *object;

  record = parse_record ("{\"record\":\"account\",\"id\":\"a1\",\"name\":\"Orion\","
                         "\"mood\":{\"score\":7,\"why\":[\"x\",null]},\"shoe_size\":42.5}",
                         &error);
  g_assert_no_error (error);

  copy = tambour_record_dup (record);
  back = there_and_back (copy);
  tambour_test_assert_equal (record, back);

  packed = tambour_record_pack (back);
  object = json_node_get_object (packed);
  g_assert_cmpstr (json_object_get_string_member (object, "name"), ==, "Orion");
  g_assert_cmpfloat (json_object_get_double_member (object, "shoe_size"), ==, 42.5);
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (object, "mood"), "score"), ==, 7);
}

static void
test_choices_of_a_newer_version_are_kept (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourRecord) record = NULL;
  g_autoptr(TambourRecord) back = NULL;
  g_autoptr(JsonNode) packed = NULL;

  record = parse_record ("{\"record\":\"case\",\"id\":\"c1\",\"status\":\"hibernating\"}", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (((TambourCase *) record)->status, ==, 0);

  back = there_and_back (record);
  packed = tambour_record_pack (back);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (packed), "status"), ==, "hibernating");
}

static void
test_a_known_choice_replaces_an_unknown_one (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourRecord) record = NULL;
  g_autoptr(JsonNode) change = json_from_string ("{\"status\":\"open\"}", NULL);

  record = parse_record ("{\"record\":\"case\",\"id\":\"c1\",\"status\":\"hibernating\"}", &error);
  g_assert_no_error (error);

  g_assert_true (tambour_record_merge_in (record, json_node_get_object (change), &error));
  g_assert_cmpuint (((TambourCase *) record)->status, ==, TAMBOUR_CASE_STATUS_OPEN);
  g_assert_null (record->extra);
}

static void
test_null_unstates_a_field (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (12);
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr(TambourRecord) record = tambour_test_record_new (types[i], random);
      g_autoptr(JsonNode) null = json_node_new (JSON_NODE_NULL);
      TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);

      for (guint j = 0; j < klass->n_fields; j++)
        {
          g_assert_true (tambour_field_unpack (&klass->fields[j], record, null, NULL));
          g_assert_false (tambour_field_is_stated (&klass->fields[j], record));
        }
    }
}

/* Every field against JSON of every shape: taken or refused, and a field that
 * refuses is as before.
 */
static void
test_wrong_shapes_are_errors_not_crashes (void)
{
  static const char * const shapes[] = {
    "true", "1", "-9223372036854775808", "1e999", "1.5", "\"\"", "\"x\"", "\"\\u0000\"", "[]", "[1]", "[[\"a\"]]", "[null]", "{}",
    "{\"minor\":1}", "{\"minor\":\"1\",\"currency\":\"EUR\"}", "{\"minor\":1,\"currency\":7}",
    "{\"minor\":1,\"currency\":\"euro\"}", "{\"minor\":1,\"currency\":\"a/b\"}", "{\"minor\":1,\"currency\":null}",
    "{\"minor\":1,\"currency\":[\"EUR\"]}", "{\"minor\":1.5,\"currency\":\"EUR\"}", "\"2026-13-01\"", "\"2026-11-23T25:00:00Z\"",
  };
  g_autoptr(GRand) random = g_rand_new_with_seed (13);
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    for (guint s = 0; s < G_N_ELEMENTS (shapes); s++)
      {
        g_autoptr(TambourRecord) record = tambour_test_record_new (types[i], random);
        g_autoptr(TambourRecord) before = tambour_record_dup (record);
        g_autoptr(JsonNode) node = json_from_string (shapes[s], NULL);
        TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);

        for (guint j = 0; node && j < klass->n_fields; j++)
          {
            g_autoptr(GError) error = NULL;

            if (tambour_field_unpack (&klass->fields[j], record, node, &error))
              continue;

            g_assert_error (error, TAMBOUR_RECORD_ERROR, TAMBOUR_RECORD_ERROR_SHAPE);
            g_assert_true (tambour_field_equal (&klass->fields[j], record, before));
          }

        g_clear_object (&before);
        before = there_and_back (record);
        tambour_test_assert_equal (record, before);
      }
}

static void
test_what_is_no_record_is_refused (void)
{
  static const struct
  {
    const char         *text;
    TambourRecordError  code;
  } cases[] = {
    { "[]", TAMBOUR_RECORD_ERROR_KIND },
    { "7", TAMBOUR_RECORD_ERROR_KIND },
    { "{}", TAMBOUR_RECORD_ERROR_KIND },
    { "{\"record\":null,\"id\":\"x\"}", TAMBOUR_RECORD_ERROR_KIND },
    { "{\"record\":7,\"id\":\"x\"}", TAMBOUR_RECORD_ERROR_KIND },
    { "{\"record\":\"unicorn\",\"id\":\"x\"}", TAMBOUR_RECORD_ERROR_KIND },
    { "{\"record\":\"case\"}", TAMBOUR_RECORD_ERROR_SHAPE },
    { "{\"record\":\"case\",\"id\":\"\"}", TAMBOUR_RECORD_ERROR_SHAPE },
    { "{\"record\":\"case\",\"id\":7}", TAMBOUR_RECORD_ERROR_SHAPE },
    { "{\"record\":\"case\",\"id\":\"a b\"}", TAMBOUR_RECORD_ERROR_SHAPE },
    { "{\"record\":\"case\",\"id\":\"../x\"}", TAMBOUR_RECORD_ERROR_SHAPE },
    { "{\"record\":\"case\",\"id\":\"x\",\"title\":[]}", TAMBOUR_RECORD_ERROR_SHAPE },
    { "{\"record\":\"case\",\"id\":\"x\",\"opened_at\":\"yesterday\"}", TAMBOUR_RECORD_ERROR_SHAPE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_null (parse_record (cases[i].text, &error));
      g_assert_error (error, TAMBOUR_RECORD_ERROR, (int) cases[i].code);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/json/every-kind-comes-back-whole", test_every_kind_comes_back_whole);
  g_test_add_func ("/json/every-kind-comes-back-empty", test_every_kind_comes_back_empty);
  g_test_add_func ("/json/the-same-record-gives-the-same-text", test_the_same_record_gives_the_same_text);
  g_test_add_func ("/json/members-of-a-newer-version-are-kept", test_members_of_a_newer_version_are_kept);
  g_test_add_func ("/json/choices-of-a-newer-version-are-kept", test_choices_of_a_newer_version_are_kept);
  g_test_add_func ("/json/a-known-choice-replaces-an-unknown-one", test_a_known_choice_replaces_an_unknown_one);
  g_test_add_func ("/json/null-unstates-a-field", test_null_unstates_a_field);
  g_test_add_func ("/json/wrong-shapes-are-errors-not-crashes", test_wrong_shapes_are_errors_not_crashes);
  g_test_add_func ("/json/what-is-no-record-is-refused", test_what_is_no_record_is_refused);

  return g_test_run ();
}
