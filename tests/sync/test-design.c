/* test-design.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-couch-document.h"
#include "tambour-design.h"
#include "tambour-test-records.h"

#define SECURITY "{\"admins\":{\"roles\":[\"_admin\",\"manager\"]},\"members\":{\"roles\":[\"tam\",\"manager\",\"reader\"]}}"

/* What a server is asked, and what it should say. */
typedef struct
{
  GString   *input;
  GPtrArray *expected;  /* of words in the refusal; "" for none */
} Writes;

static Writes *
writes_new (void)
{
  g_autoptr(JsonObject) design = tambour_design_new ();
  g_autoptr(JsonNode) node = json_node_init_object (json_node_alloc (), design);
  g_autofree char *text = json_to_string (node, FALSE);
  Writes *self = g_new0 (Writes, 1);

  self->input = g_string_new (text);
  g_string_append_c (self->input, '\n');
  self->expected = g_ptr_array_new_with_free_func (g_free);

  return self;
}

static void
add_write (Writes     *self,
           const char *user,
           const char *role,
           const char *document,
           const char *old,
           const char *expected)
{
  g_string_append_printf (self->input,
                          "{\"newDoc\":%s,\"oldDoc\":%s,\"userCtx\":{\"name\":%s%s%s,\"roles\":[\"%s\"]},\"secObj\":" SECURITY "}\n",
                          document, old != NULL ? old : "null",
                          user != NULL ? "\"" : "", user != NULL ? user : "null", user != NULL ? "\"" : "", role);
  g_ptr_array_add (self->expected, g_strdup (expected));
}

/* Runs them all, and frees. */
static void
assert_writes (Writes *self)
{
  const char *program = g_getenv ("TAMBOUR_SOURCE_DIR");
  g_autofree char *script = g_build_filename (program, "tests", "sync", "run-validation.js", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) node = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "node", script, NULL);
  g_autofree char *output = NULL;
  g_auto(GStrv) said = NULL;
  g_auto(GStrv) asked = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (node, self->input->str, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (node));

  said = g_strsplit (output, "\n", -1);
  asked = g_strsplit (self->input->str, "\n", -1);
  g_assert_cmpuint (g_strv_length (said), ==, self->expected->len + 1);
  for (guint i = 0; i < self->expected->len; i++)
    {
      const char *expected = self->expected->pdata[i];

      if (*expected == '\0' ? *said[i] != '\0' : strstr (said[i], expected) == NULL)
        g_error ("%s\n… got “%s”, not “%s”", asked[i + 1], said[i], expected);
    }

  g_string_free (self->input, TRUE);
  g_ptr_array_unref (self->expected);
  g_free (self);
}

static char *
spell (JsonObject *document)
{
  g_autoptr(JsonNode) node = json_node_init_object (json_node_alloc (), document);

  return json_to_string (node, FALSE);
}

static JsonObject *
pack (TambourRecord *record)
{
  JsonObject *document = tambour_couch_document_pack (record);

  json_object_set_string_member (document, "_id", record->id);

  return document;
}

static TambourRecord *
make_record (GType  type,
             GRand *random)
{
  TambourRecord *record = tambour_test_record_new (type, random);

  record->deleted_at.seconds = TAMBOUR_NEVER;
  g_set_str (&record->created_by, "anna");
  g_set_str (&record->updated_by, "anna");

  return record;
}

static void
test_every_kind (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (11);
  Writes *writes = writes_new ();
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    for (guint n = 0; n < 20; n++)
      {
        g_autoptr(TambourRecord) record = make_record (types[i], random);
        gboolean is_local = (TAMBOUR_RECORD_GET_CLASS (record)->traits & TAMBOUR_RECORD_DERIVED) != 0;
        g_autoptr(JsonObject) document = pack (record);
        g_autoptr(JsonObject) bare = NULL;
        g_autofree char *text = spell (document);
        g_autofree char *tombstone = NULL;

        add_write (writes, "anna", "tam", text, NULL, is_local ? "stays on the computer" : "");
        if (is_local)
          continue;

        add_write (writes, "anna", "tam", text, text, "");
        record->deleted_at.seconds = 1000;
        bare = pack (record);
        tombstone = spell (bare);
        add_write (writes, "anna", "tam", tombstone, text, "");
        add_write (writes, "ben", "tam", tombstone, text, "cannot remove in the name of anna");
      }

  assert_writes (writes);
}

/* JSON that a field of this kind does not hold; NULL if it holds anything of its JSON type. */
static const char *
spoil (TambourKind kind,
       guint       n)
{
  static const char * const wrong[][3] = {
    [TAMBOUR_KIND_TEXT] = { "7", "[]", "{}" },
    [TAMBOUR_KIND_COUNT] = { "1.5", "\"7\"", "true" },
    [TAMBOUR_KIND_NUMBER] = { "\"7\"", "[]", "false" },
    [TAMBOUR_KIND_FLAG] = { "1", "\"true\"", "[]" },
    [TAMBOUR_KIND_CHOICE] = { "\"no-such-word\"", "0", "[]" },
    [TAMBOUR_KIND_INSTANT] = { "\"2026-02-30T10:00:00Z\"", "\"2026-11-23T24:00:00Z\"", "1700000000" },
    [TAMBOUR_KIND_DATE] = { "\"2025-02-29\"", "\"2026-13-01\"", "\"23.11.2026\"" },
    [TAMBOUR_KIND_MONEY] = { "{\"minor\":1.5,\"currency\":\"EUR\"}", "{\"minor\":1,\"currency\":\"Euro\"}", "12" },
    [TAMBOUR_KIND_REF] = { "7", "[]", "{}" },
    [TAMBOUR_KIND_LABELS] = { "\"one\"", "[1]", "{}" },
  };

  return wrong[kind][n];
}

static void
test_out_of_range (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (12);
  Writes *writes = writes_new ();
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr(TambourRecord) record = make_record (types[i], random);
      TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);

      if (klass->traits & TAMBOUR_RECORD_DERIVED)
        continue;

      for (guint f = 0; f < klass->n_fields; f++)
        for (guint n = 0; n < 3; n++)
          {
            const TambourField *field = &klass->fields[f];
            g_autoptr(JsonObject) document = pack (record);
            g_autofree char *text = NULL;

            if (g_str_equal (field->name, "rev") || g_str_equal (field->name, "updated_by") || g_str_equal (field->name, "created_by"))
              continue;

            json_object_set_member (document, field->name, json_from_string (spoil (field->kind, n), NULL));
            text = spell (document);
            add_write (writes, "anna", "tam", text, NULL, "cannot be");
            add_write (writes, "root", "_admin", text, NULL, "cannot be");
          }
    }

  assert_writes (writes);
}

static void
test_required (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (13);
  Writes *writes = writes_new ();
  guint n_types;
  guint n_required = 0;
  const GType *types = tambour_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr(TambourRecord) record = make_record (types[i], random);
      TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);

      for (guint f = 0; f < klass->n_fields; f++)
        {
          g_autoptr(JsonObject) document = pack (record);
          g_autofree char *text = NULL;
          TambourKind kind = klass->fields[f].kind;

          if ((klass->traits & TAMBOUR_RECORD_DERIVED) || !(klass->fields[f].flags & TAMBOUR_FIELD_REQUIRED) ||
              kind == TAMBOUR_KIND_CHOICE || kind == TAMBOUR_KIND_FLAG)
            continue;

          n_required++;
          json_object_remove_member (document, klass->fields[f].name);
          text = spell (document);
          add_write (writes, "anna", "tam", text, NULL, "needs");
        }
    }

  g_assert_cmpuint (n_required, >, 20);
  assert_writes (writes);
}

/* History stays, whoever wants to change it; the rest may change. */
static void
test_fixed (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (14);
  Writes *writes = writes_new ();
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr(TambourRecord) record = make_record (types[i], random);
      TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);
      g_autoptr(JsonObject) before = pack (record);
      g_autofree char *old = spell (before);

      for (guint f = 0; f < klass->n_fields && !(klass->traits & TAMBOUR_RECORD_DERIVED); f++)
        {
          g_autoptr(TambourRecord) changed = tambour_record_dup (record);
          g_autoptr(JsonObject) after = NULL;
          g_autofree char *text = NULL;

          if (f < klass->n_common && !g_str_equal (klass->fields[f].name, "account_id") && !g_str_equal (klass->fields[f].name, "note"))
            continue;
          if (!tambour_test_can_change (changed, &klass->fields[f]))
            continue;

          tambour_test_change_field (&klass->fields[f], changed, random);
          after = pack (changed);
          text = spell (after);
          if (!g_str_equal (text, old))
            add_write (writes, "anna", "tam", text, old,
                       tambour_record_class_is_fixed (klass, f) ? "stays as it was" : "");
        }
    }

  assert_writes (writes);
}

#define NOTE(by, more) "{\"_id\":\"n\",\"record\":\"infra_note\",\"title\":\"T\",\"visibility\":\"internal\",\"origin\":\"manual\",\"updated_by\":\"" by "\"" more "}"
#define FOUND "{\"_id\":\"c\",\"record\":\"conflict\",\"record_id\":\"n\",\"record_kind\":\"infra_note\",\"field\":\"title\",\"updated_by\":\"ben\"}"

static void
test_authors (void)
{
  Writes *writes = writes_new ();

  add_write (writes, "anna", "tam", NOTE ("anna", ""), NULL, "");
  add_write (writes, "anna", "tam", NOTE ("ben", ""), NULL, "in the name of ben");
  add_write (writes, "anna", "tam", NOTE ("ben", ""), NOTE ("ben", ""), "in the name of ben");
  add_write (writes, "anna", "tam", NOTE ("anna", ""), NOTE ("ben", ""), "");
  add_write (writes, "anna", "tam", NOTE ("anna", ",\"created_by\":\"anna\""), NOTE ("ben", ",\"created_by\":\"ben\""), "Who made a infra_note");
  add_write (writes, "anna", "tam", "{\"_id\":\"n\",\"record\":\"infra_note\",\"title\":\"T\"}", NULL, "in the name of undefined");

  add_write (writes, "root", "_admin", NOTE ("ben", ""), NULL, "");
  add_write (writes, "mia", "manager", NOTE ("ben", ""), NULL, "");
  add_write (writes, "anna", "tam", NOTE ("ben", ",\"merged\":[\"3-a\"]"), NOTE ("anna", ""), "");
  add_write (writes, "anna", "tam", NOTE ("ben", ",\"merged\":[\"3-a\"]"), NULL, "in the name of ben");
  add_write (writes, "anna", "tam", NOTE ("ben", ",\"merged\":[]"), NOTE ("anna", ""), "in the name of ben");
  add_write (writes, "anna", "tam", FOUND, NULL, "");
  add_write (writes, "anna", "tam", FOUND, FOUND, "in the name of ben");

  assert_writes (writes);
}

static void
test_readers (void)
{
  Writes *writes = writes_new ();

  add_write (writes, "rita", "reader", NOTE ("rita", ""), NULL, "rita may read here, and not write");
  add_write (writes, "rita", "reader", FOUND, NULL, "may read here");
  add_write (writes, "rita", "reader", "{\"_id\":\"n\",\"_deleted\":true}", NOTE ("anna", ""), "may read here");
  add_write (writes, "nora", "", NOTE ("nora", ""), NULL, "may read here");
  add_write (writes, NULL, "", NOTE ("nora", ""), NULL, "Sign in first");

  assert_writes (writes);
}

static void
test_strangers (void)
{
  Writes *writes = writes_new ();

  add_write (writes, "anna", "tam", "{\"_id\":\"x\"}", NULL, "no record");
  add_write (writes, "anna", "tam", "{\"_id\":\"x\",\"record\":7}", NULL, "no record");
  add_write (writes, "anna", "tam", "{\"_id\":\"x\",\"record\":\"of_a_newer_version\",\"updated_by\":\"anna\",\"what\":{}}", NULL, "");
  add_write (writes, "anna", "tam", "{\"_id\":\"x\",\"record\":\"of_a_newer_version\",\"updated_by\":\"ben\"}", NULL, "in the name of ben");
  add_write (writes, "anna", "tam", "{\"_id\":\"x\",\"record\":\"toString\",\"updated_by\":\"anna\"}", NULL, "");
  add_write (writes, "anna", "tam", NOTE ("anna", ",\"of_a_newer_version\":[1]"), NULL, "");
  add_write (writes, "anna", "tam", NOTE ("anna", ""), FOUND, "cannot become");
  add_write (writes, "anna", "tam", "{\"_id\":\"_design/x\"}", NULL, "Only an administrator");
  add_write (writes, "mia", "manager", "{\"_id\":\"_design/x\"}", NULL, "");
  add_write (writes, "anna", "tam", "{\"_id\":\"n\",\"_deleted\":true}", NOTE ("ben", ""), "");
  add_write (writes, "anna", "tam", "{\"_id\":\"n\",\"_deleted\":true,\"record\":\"infra_note\",\"merged\":\"4-b\"}", NOTE ("ben", ""), "");

  assert_writes (writes);
}

static void
test_security (void)
{
  g_autoptr(JsonNode) found = json_from_string ("{\"admins\":{\"names\":[\"root\"],\"roles\":[\"_admin\"]},\"cloud\":1}", NULL);
  g_autoptr(JsonObject) once = tambour_design_secure (json_node_get_object (found));
  g_autoptr(JsonObject) twice = tambour_design_secure (once);
  g_autoptr(JsonNode) expected = json_from_string ("{\"admins\":{\"names\":[\"root\"],\"roles\":[\"_admin\",\"manager\"]},\"cloud\":1,"
                                                   "\"members\":{\"roles\":[\"tam\",\"manager\",\"reader\"]}}",
                                                   NULL);
  g_autoptr(JsonNode) first = json_node_init_object (json_node_alloc (), once);
  g_autoptr(JsonNode) second = json_node_init_object (json_node_alloc (), twice);

  g_assert_true (json_node_equal (first, expected));
  g_assert_true (json_node_equal (second, expected));
  g_assert_false (json_object_has_member (json_node_get_object (found), "members"));
}

static void
test_current (void)
{
  g_autoptr(JsonObject) design = tambour_design_new ();

  json_object_set_string_member (design, "_rev", "3-abc");
  g_assert_true (tambour_design_is_current (design));
  json_object_set_string_member (design, "validate_doc_update", "function () {}");
  g_assert_false (tambour_design_is_current (design));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/validation/every-kind-of-record-is-taken", test_every_kind);
  g_test_add_func ("/validation/what-a-field-does-not-hold-is-refused", test_out_of_range);
  g_test_add_func ("/validation/what-is-required-is-there", test_required);
  g_test_add_func ("/validation/history-stays-and-the-rest-may-change", test_fixed);
  g_test_add_func ("/validation/nobody-writes-in-the-name-of-others", test_authors);
  g_test_add_func ("/validation/readers-write-nothing", test_readers);
  g_test_add_func ("/validation/what-is-unknown-is-refused-or-left-alone", test_strangers);
  g_test_add_func ("/validation/the-roles-of-a-team-are-let-in", test_security);
  g_test_add_func ("/validation/a-database-that-has-the-rules-is-known", test_current);

  return g_test_run ();
}
