/* test-couch-document.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "tambour-couch-document.h"
#include "tambour-environment.h"
#include "tambour-kinds.h"
#include "tambour-test-records.h"

static void
test_every_kind_comes_back_from_its_document (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (5);
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    for (guint n = 0; n < 20; n++)
      {
        g_autoptr(TambourRecord) record = tambour_test_record_new (types[i], random);
        g_autoptr(JsonObject) document = NULL;
        g_autoptr(TambourRecord) again = NULL;
        g_autoptr(GError) error = NULL;

        if (TAMBOUR_RECORD_GET_CLASS (record)->traits & TAMBOUR_RECORD_DERIVED)
          continue;

        record->deleted_at.seconds = TAMBOUR_NEVER;
        g_clear_pointer (&record->rev, g_free);
        document = tambour_couch_document_pack (record);
        g_assert_true (tambour_couch_document_is_ours (document));
        g_assert_false (tambour_couch_document_is_deleted (document));
        g_assert_false (json_object_has_member (document, "id"));

        json_object_set_string_member (document, "_id", record->id);
        json_object_set_string_member (document, "_rev", "1-a");
        again = tambour_couch_document_unpack (document, &error);
        g_assert_no_error (error);
        tambour_test_assert_equal (record, again);
      }
}

static TambourRecord *
make_note (const char *title)
{
  TambourInfraNote *note = TAMBOUR_INFRA_NOTE (tambour_record_new (TAMBOUR_TYPE_INFRA_NOTE, "note-1"));

  note->title = g_strdup (title);
  note->body = g_strdup ("Ring the hospital first");

  return TAMBOUR_RECORD (note);
}

static void
test_a_tombstone_keeps_no_words (void)
{
  g_autoptr(TambourRecord) note = make_note ("Forwarders");
  g_autoptr(JsonObject) document = NULL;
  g_autoptr(TambourRecord) again = NULL;
  g_autoptr(GError) error = NULL;

  note->deleted_at.seconds = 1000;
  note->updated_by = g_strdup ("Mira");
  document = tambour_couch_document_pack (note);

  g_assert_true (tambour_couch_document_is_deleted (document));
  g_assert_true (tambour_couch_document_is_ours (document));
  g_assert_null (tambour_couch_document_get_merged (document));
  g_assert_false (json_object_has_member (document, "title"));
  g_assert_false (json_object_has_member (document, "body"));

  json_object_set_string_member (document, "_id", "note-1");
  again = tambour_couch_document_unpack (document, &error);
  g_assert_no_error (error);
  g_assert_true (tambour_record_is_deleted (again));
  g_assert_cmpstr (again->updated_by, ==, "Mira");
}

static void
test_the_end_of_a_branch_says_where_it_went (void)
{
  g_autoptr(JsonObject) document = tambour_couch_document_pack_merged ("infra_note", "3-abc");

  g_assert_true (tambour_couch_document_is_deleted (document));
  g_assert_true (tambour_couch_document_is_ours (document));
  g_assert_cmpstr (tambour_couch_document_get_merged (document), ==, "3-abc");

  json_object_set_string_member (document, "merged", "no revision");
  g_assert_null (tambour_couch_document_get_merged (document));
}

static char *
revise (const char *json,
        const char *parent)
{
  g_autoptr(JsonNode) node = json_from_string (json, NULL);

  return tambour_couch_document_dup_revision (json_node_get_object (node), parent);
}

static void
assert_revision (const char *one,
                 const char *other,
                 gboolean    is_same)
{
  g_autofree char *a = revise (one, "1-a");
  g_autofree char *b = revise (other, "1-a");

  g_assert_cmpint (g_str_equal (a, b), ==, is_same);
}

static void
test_the_same_words_are_the_same_revision (void)
{
  assert_revision ("{\"a\":1,\"b\":[true,null,\"x\"]}", "{ \"b\" : [ true, null, \"\\u0078\" ], \"a\" : 1.0 }", TRUE);
  assert_revision ("{\"a\":{\"x\":1,\"y\":2}}", "{\"a\":{\"y\":2,\"x\":1}}", TRUE);
  assert_revision ("{\"a\":0.1}", "{\"a\":1e-1}", TRUE);
}

static void
test_other_words_are_another_revision (void)
{
  assert_revision ("{\"a\":\"1\"}", "{\"a\":1}", FALSE);
  assert_revision ("{\"a\":[1,2]}", "{\"a\":[2,1]}", FALSE);
  assert_revision ("{\"a\":\"b\",\"c\":\"d\"}", "{\"a\":\"b;1:c\\\"1:d\"}", FALSE);
  assert_revision ("{\"a\":[\"x\",\"y\"]}", "{\"a\":[\"x;\\\"1:y\"]}", FALSE);
  assert_revision ("{\"a\":null}", "{}", FALSE);
  assert_revision ("{\"a\":true}", "{\"a\":false}", FALSE);
  assert_revision ("{\"_deleted\":true}", "{}", FALSE);
}

static void
test_a_revision_follows_its_parent (void)
{
  g_autofree char *first = revise ("{}", NULL);
  g_autofree char *second = revise ("{}", first);
  g_autofree char *other = revise ("{}", "1-a");
  g_autofree char *tenth = revise ("{}", "9-z");

  g_assert_true (g_str_has_prefix (first, "1-"));
  g_assert_true (g_str_has_prefix (second, "2-"));
  g_assert_true (g_str_has_prefix (tenth, "10-"));
  g_assert_cmpstr (second, !=, other);
  g_assert_cmpuint (strlen (first), ==, strlen ("1-") + 32);
}

static void
test_what_is_not_ours_is_told (void)
{
  static const char * const documents[] = {
    "{}", "{\"record\":\"spaceship\"}", "{\"record\":7}", "{\"record\":null}", "{\"record\":[\"case\"]}",
    "{\"record\":\"cases\"}", "{\"record\":\"response_clock\"}", "{\"language\":\"javascript\"}", NULL
  };

  for (guint i = 0; documents[i]; i++)
    {
      g_autoptr(JsonNode) node = json_from_string (documents[i], NULL);

      g_assert_false (tambour_couch_document_is_ours (json_node_get_object (node)));
      g_assert_false (tambour_couch_document_is_deleted (json_node_get_object (node)));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/couch-document/every-kind-comes-back-from-its-document", test_every_kind_comes_back_from_its_document);
  g_test_add_func ("/couch-document/a-tombstone-keeps-no-words", test_a_tombstone_keeps_no_words);
  g_test_add_func ("/couch-document/the-end-of-a-branch-says-where-it-went", test_the_end_of_a_branch_says_where_it_went);
  g_test_add_func ("/couch-document/the-same-words-are-the-same-revision", test_the_same_words_are_the_same_revision);
  g_test_add_func ("/couch-document/other-words-are-another-revision", test_other_words_are_another_revision);
  g_test_add_func ("/couch-document/a-revision-follows-its-parent", test_a_revision_follows_its_parent);
  g_test_add_func ("/couch-document/what-is-not-ours-is-told", test_what_is_not_ours_is_told);

  return g_test_run ();
}
