/* test-reconcile.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-couch-document.h"
#include "tambour-report.h"
#include "tambour-test-laptop.h"

/* Two people, who have the same record. */
typedef struct
{
  TestServer server;
  TestLaptop mira;
  TestLaptop tomas;
} Team;

static void
team_init (Team *self)
{
  test_server_init (&self->server);
  test_laptop_init (&self->mira, "Mira");
  test_laptop_init (&self->tomas, "Tomas");

  test_laptop_write_title (&self->mira, "Forwarders", 1000);
  test_laptop_write_body (&self->mira, "In the cellar", 1000);
  test_laptop_replicate (&self->mira, &self->server);
  test_laptop_replicate (&self->tomas, &self->server);
}

static void
team_clear (Team *self)
{
  test_laptop_clear (&self->mira);
  test_laptop_clear (&self->tomas);
  test_server_clear (&self->server);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Team, team_clear)

static void
sync_all (Team *self)
{
  for (guint i = 0; i < 3; i++)
    {
      test_laptop_replicate (&self->mira, &self->server);
      test_laptop_replicate (&self->tomas, &self->server);
    }

  g_assert_true (tambour_record_equal (self->mira.entry.record, self->tomas.entry.record));
  g_assert_cmpstr (self->mira.entry.rev, ==, self->tomas.entry.rev);
  g_assert_cmpstr (self->mira.entry.rev, ==, tambour_revisions_get_winner (self->server.tree, NULL));
}

/* The only conflict that a laptop has. */
static TambourConflict *
get_conflict (TestLaptop *self)
{
  GHashTableIter iter;
  gpointer value;

  g_assert_cmpuint (g_hash_table_size (self->conflicts), ==, 1);
  g_hash_table_iter_init (&iter, self->conflicts);
  g_hash_table_iter_next (&iter, NULL, &value);

  return TAMBOUR_CONFLICT (value);
}

static void
test_an_edit_reaches_the_other (void)
{
  g_auto(Team) team = {};

  team_init (&team);
  g_assert_cmpstr (test_laptop_get_note (&team.tomas)->title, ==, "Forwarders");

  test_laptop_write_title (&team.tomas, "Resolvers", 2000);
  test_laptop_replicate (&team.tomas, &team.server);
  sync_all (&team);

  g_assert_cmpstr (test_laptop_get_note (&team.mira)->title, ==, "Resolvers");
  g_assert_cmpuint (test_server_count_live (&team.server), ==, 1);
  g_assert_true (g_str_has_prefix (team.mira.entry.rev, "2-"));
}

static void
test_the_same_again_is_no_news (void)
{
  g_auto(Team) team = {};
  g_autofree char *tree = NULL;

  team_init (&team);
  sync_all (&team);
  tree = g_strdup (team.mira.entry.tree);
  g_assert_null (tambour_reconcile_seal (&team.mira.entry, NULL, NULL));
  sync_all (&team);

  g_assert_cmpstr (team.mira.entry.tree, ==, tree);
}

static void
test_edits_of_different_fields_go_together (void)
{
  g_auto(Team) team = {};

  team_init (&team);
  test_laptop_write_title (&team.mira, "Resolvers", 2000);
  test_laptop_write_body (&team.tomas, "On the roof", 3000);
  sync_all (&team);

  g_assert_cmpstr (test_laptop_get_note (&team.mira)->title, ==, "Resolvers");
  g_assert_cmpstr (test_laptop_get_note (&team.mira)->body, ==, "On the roof");
  g_assert_cmpuint (g_hash_table_size (team.mira.conflicts), ==, 0);
  g_assert_cmpuint (g_hash_table_size (team.tomas.conflicts), ==, 0);
  g_assert_cmpuint (test_server_count_live (&team.server), ==, 1);
}

static void
test_edits_of_one_field_keep_both_values (void)
{
  g_auto(Team) team = {};
  TambourConflict *conflict;

  team_init (&team);
  test_laptop_write_title (&team.mira, "Resolvers", 3000);
  test_laptop_write_title (&team.tomas, "Name servers", 2000);
  sync_all (&team);

  g_assert_cmpstr (test_laptop_get_note (&team.mira)->title, ==, "Resolvers");
  conflict = get_conflict (&team.tomas);
  g_assert_cmpstr (conflict->record_id, ==, TEST_ID);
  g_assert_cmpstr (conflict->record_kind, ==, "infra_note");
  g_assert_cmpstr (conflict->field, ==, "title");
  g_assert_cmpstr (conflict->base, ==, "Forwarders");
  g_assert_cmpstr (conflict->kept, ==, "Resolvers");
  g_assert_cmpstr (conflict->kept_by, ==, "Mira");
  g_assert_cmpint (conflict->kept_at.seconds, ==, 3000);
  g_assert_cmpstr (conflict->other, ==, "Name servers");
  g_assert_cmpstr (conflict->other_by, ==, "Tomas");
  g_assert_cmpint (conflict->other_at.seconds, ==, 2000);
  g_assert_false (tambour_instant_is_stated (conflict->settled_at));
  g_assert_cmpuint (test_server_count_live (&team.server), ==, 1);
}

/* Both find the clash before they hear of each other: another program left two leaves. */
static void
test_a_clash_that_two_find_at_once_is_one (void)
{
  g_auto(Team) team = {};
  g_auto(TestServer) other = {};

  team_init (&team);
  test_laptop_write_title (&team.mira, "Resolvers", 3000);
  test_laptop_write_title (&team.tomas, "Name servers", 2000);
  test_laptop_push (&team.mira, &team.server);
  test_laptop_push (&team.tomas, &team.server);
  g_assert_cmpuint (test_server_count_live (&team.server), ==, 2);

  test_laptop_pull (&team.mira, &team.server);
  test_laptop_pull (&team.tomas, &team.server);
  g_assert_cmpstr (team.mira.entry.rev, ==, team.tomas.entry.rev);
  g_assert_cmpstr (team.mira.entry.tree, ==, team.tomas.entry.tree);
  g_assert_cmpstr (TAMBOUR_RECORD (get_conflict (&team.mira))->id, ==, TAMBOUR_RECORD (get_conflict (&team.tomas))->id);
  g_assert_true (tambour_record_equal (TAMBOUR_RECORD (get_conflict (&team.mira)), TAMBOUR_RECORD (get_conflict (&team.tomas))));

  sync_all (&team);
  g_assert_cmpuint (test_server_count_live (&team.server), ==, 1);
  g_assert_cmpuint (g_hash_table_size (team.mira.conflicts), ==, 1);
}

static void
test_an_edit_outlives_a_removal_and_somebody_is_told (void)
{
  g_auto(Team) team = {};
  TambourConflict *conflict;

  team_init (&team);
  test_laptop_erase (&team.mira, 3000);
  test_laptop_write_body (&team.tomas, "On the roof", 2000);
  sync_all (&team);

  g_assert_false (tambour_record_is_deleted (team.mira.entry.record));
  g_assert_cmpstr (test_laptop_get_note (&team.mira)->body, ==, "On the roof");
  conflict = get_conflict (&team.mira);
  g_assert_cmpstr (conflict->field, ==, "deleted_at");
  g_assert_cmpstr (conflict->kept_by, ==, "Tomas");
  g_assert_cmpstr (conflict->other_by, ==, "Mira");
  g_assert_nonnull (conflict->other);
}

static void
test_a_removal_reaches_the_other_and_can_be_taken_back (void)
{
  g_auto(Team) team = {};

  team_init (&team);
  test_laptop_erase (&team.mira, 3000);
  sync_all (&team);
  g_assert_true (tambour_record_is_deleted (team.tomas.entry.record));
  g_assert_cmpint (team.tomas.entry.record->deleted_at.seconds, ==, 3000);
  g_assert_cmpstr (test_laptop_get_note (&team.tomas)->body, ==, "In the cellar");

  TAMBOUR_RECORD (test_laptop_begin_edit (&team.tomas, 4000))->deleted_at.seconds = TAMBOUR_NEVER;
  sync_all (&team);
  g_assert_false (tambour_record_is_deleted (team.mira.entry.record));
  g_assert_cmpuint (g_hash_table_size (team.mira.conflicts), ==, 0);
}

static void
test_two_removals_are_one (void)
{
  g_auto(Team) team = {};

  team_init (&team);
  test_laptop_erase (&team.mira, 3000);
  test_laptop_erase (&team.tomas, 3500);
  for (guint i = 0; i < 3; i++)
    {
      test_laptop_replicate (&team.mira, &team.server);
      test_laptop_replicate (&team.tomas, &team.server);
    }

  g_assert_true (tambour_record_is_deleted (team.mira.entry.record));
  g_assert_true (tambour_record_is_deleted (team.tomas.entry.record));
  g_assert_cmpuint (g_hash_table_size (team.mira.conflicts), ==, 0);
  g_assert_cmpuint (test_server_count_live (&team.server), ==, 0);
}

/* Another program removes a document and says nothing of who it was. */
static void
test_a_bare_tombstone_removes_the_record (void)
{
  g_auto(Team) team = {};
  g_autoptr(JsonNode) node = NULL;
  g_autofree char *text = NULL;
  JsonObject *tombstone;

  team_init (&team);
  text = g_strdup_printf ("{\"_id\":\"" TEST_ID "\",\"_rev\":\"2-f\",\"_deleted\":true,\"_revisions\":{\"start\":2,\"ids\":[\"f\",\"%s\"]}}",
                          team.mira.entry.rev + 2);
  node = json_from_string (text, NULL);
  tombstone = json_node_dup_object (node);
  tambour_revisions_add (team.server.tree, (const char *[]) { "2-f", team.mira.entry.rev, NULL }, TRUE);
  g_hash_table_replace (team.server.documents, g_strdup ("2-f"), tombstone);
  test_laptop_pull (&team.mira, &team.server);

  g_assert_true (tambour_record_is_deleted (team.mira.entry.record));
  g_assert_cmpstr (team.mira.entry.rev, ==, "2-f");
}

/* Who went on from a branch that was merged meanwhile is not asked about what the merge
 * took over from himself.
 */
static void
test_going_on_after_a_merge_clashes_with_nobody (void)
{
  g_auto(Team) team = {};

  team_init (&team);
  test_laptop_write_title (&team.mira, "Resolvers", 2000);
  test_laptop_push (&team.mira, &team.server);
  test_laptop_write_body (&team.tomas, "On the roof", 2500);
  test_laptop_replicate (&team.tomas, &team.server);
  test_laptop_write_title (&team.mira, "Resolvers and forwarders", 3000);
  sync_all (&team);

  g_assert_cmpstr (test_laptop_get_note (&team.tomas)->title, ==, "Resolvers and forwarders");
  g_assert_cmpstr (test_laptop_get_note (&team.tomas)->body, ==, "On the roof");
  g_assert_cmpuint (g_hash_table_size (team.mira.conflicts), ==, 0);
  g_assert_cmpuint (g_hash_table_size (team.tomas.conflicts), ==, 0);
}

/* What was sent and not confirmed before a crash is the same when it is sent again. */
static void
test_what_a_crash_left_is_not_sent_as_something_else (void)
{
  g_auto(Team) team = {};
  g_autoptr(TambourReplicaWrite) first = NULL;
  g_autoptr(TambourReplicaWrite) again = NULL;

  team_init (&team);
  test_laptop_write_title (&team.mira, "Resolvers", 2000);
  first = tambour_reconcile_seal (&team.mira.entry, NULL, NULL);
  again = tambour_reconcile_seal (&team.mira.entry, NULL, NULL);

  g_assert_cmpstr (first->rev, ==, again->rev);
  g_assert_cmpstr (first->tree, ==, again->tree);
}

/* Who is known to a server by one name edits in no other, also before they signed in. */
static void
test_what_is_edited_here_is_signed (void)
{
  g_auto(Team) team = {};
  g_autoptr(TambourReplicaWrite) signed_by = NULL;
  g_autoptr(TambourReplicaWrite) same = NULL;

  team_init (&team);
  test_laptop_write_title (&team.mira, "Resolvers", 2000);
  signed_by = tambour_reconcile_seal (&team.mira.entry, "mira.k", NULL);
  g_assert_cmpstr (signed_by->record->updated_by, ==, "mira.k");
  g_assert_cmpstr (team.mira.entry.record->updated_by, ==, "Mira");

  same = tambour_reconcile_seal (&team.mira.entry, "Mira", NULL);
  g_assert_null (same->record);
  g_assert_cmpstr (same->rev, !=, signed_by->rev);
}

/* What a server needs to know of who writes in another's name. */
static void
test_a_merge_says_what_it_joined (void)
{
  g_auto(Team) team = {};
  g_autoptr(TambourRevisions) tree = NULL;
  g_autoptr(JsonObject) document = NULL;
  g_autoptr(JsonObject) kept = NULL;
  g_autoptr(TambourRecord) record = NULL;

  team_init (&team);
  test_laptop_write_title (&team.mira, "Resolvers", 2000);
  test_laptop_push (&team.mira, &team.server);
  test_laptop_write_body (&team.tomas, "On the roof", 2500);
  test_laptop_replicate (&team.tomas, &team.server);

  tree = tambour_revisions_parse (team.tomas.entry.tree, NULL);
  document = tambour_reconcile_dup_document (&team.tomas.entry, tree, team.tomas.entry.rev);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (document, "merged")), ==, 1);

  record = tambour_couch_document_unpack (document, NULL);
  g_assert_true (tambour_record_equal (record, team.tomas.entry.record));
  kept = tambour_couch_document_pack (record);
  g_assert_false (json_object_has_member (kept, "merged"));
}

static void
assert_refused (const char *json)
{
  g_auto(TestLaptop) laptop = {};
  g_autoptr(JsonNode) node = json_from_string (json, NULL);
  g_autoptr(GPtrArray) received = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_received_free);
  g_autoptr(GPtrArray) writes = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_replica_write_free);
  TambourLookup lookup = { NULL, NULL, NULL };
  g_autoptr(GError) error = NULL;
  TambourReceived *leaf;

  test_laptop_init (&laptop, "Mira");
  test_laptop_write_title (&laptop, "Forwarders", 1000);
  leaf = tambour_received_new (json_node_get_object (node), &error);
  g_assert_no_error (error);
  g_ptr_array_add (received, leaf);

  g_assert_false (tambour_reconcile (&laptop.entry, received, &lookup, writes, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (writes->len, ==, 0);
}

static void
test_what_cannot_be_read_changes_nothing (void)
{
  assert_refused ("{\"_id\":\"" TEST_ID "\",\"_rev\":\"1-a\",\"record\":\"infra_note\",\"title\":7}");
  assert_refused ("{\"_id\":\"" TEST_ID "\",\"_rev\":\"1-a\",\"record\":\"case\",\"title\":\"A case\"}");
  assert_refused ("{\"_id\":\"" TEST_ID "\",\"_rev\":\"1-a\",\"record\":\"spaceship\"}");
}

static void
test_a_document_needs_an_id_and_a_revision (void)
{
  static const char * const documents[] = {
    "{}", "{\"_id\":\"a\"}", "{\"_rev\":\"1-a\"}", "{\"_id\":\"\",\"_rev\":\"1-a\"}", "{\"_id\":7,\"_rev\":\"1-a\"}",
    "{\"_id\":\"a\",\"_rev\":\"one\"}", "{\"_id\":\"a\",\"_rev\":null}", NULL
  };

  for (guint i = 0; documents[i]; i++)
    {
      g_autoptr(JsonNode) node = json_from_string (documents[i], NULL);
      g_autoptr(GError) error = NULL;

      g_assert_null (tambour_received_new (json_node_get_object (node), &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
}

static void
test_a_past_that_cannot_be_read_is_left_out (void)
{
  g_autoptr(JsonNode) node = json_from_string ("{\"_id\":\"a\",\"_rev\":\"3-c\",\"_revisions\":{\"start\":3,\"ids\":[\"c\",\"b\",7]}}", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourReceived) leaf = tambour_received_new (json_node_get_object (node), &error);
  g_autofree char *path = NULL;

  g_assert_no_error (error);
  path = g_strjoinv (" ", leaf->path);
  g_assert_cmpstr (path, ==, "3-c 2-b");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reconcile/an-edit-reaches-the-other", test_an_edit_reaches_the_other);
  g_test_add_func ("/reconcile/the-same-again-is-no-news", test_the_same_again_is_no_news);
  g_test_add_func ("/reconcile/edits-of-different-fields-go-together", test_edits_of_different_fields_go_together);
  g_test_add_func ("/reconcile/edits-of-one-field-keep-both-values", test_edits_of_one_field_keep_both_values);
  g_test_add_func ("/reconcile/a-clash-that-two-find-at-once-is-one", test_a_clash_that_two_find_at_once_is_one);
  g_test_add_func ("/reconcile/an-edit-outlives-a-removal-and-somebody-is-told", test_an_edit_outlives_a_removal_and_somebody_is_told);
  g_test_add_func ("/reconcile/a-removal-reaches-the-other-and-can-be-taken-back", test_a_removal_reaches_the_other_and_can_be_taken_back);
  g_test_add_func ("/reconcile/two-removals-are-one", test_two_removals_are_one);
  g_test_add_func ("/reconcile/a-bare-tombstone-removes-the-record", test_a_bare_tombstone_removes_the_record);
  g_test_add_func ("/reconcile/going-on-after-a-merge-clashes-with-nobody", test_going_on_after_a_merge_clashes_with_nobody);
  g_test_add_func ("/reconcile/what-a-crash-left-is-not-sent-as-something-else", test_what_a_crash_left_is_not_sent_as_something_else);
  g_test_add_func ("/reconcile/what-is-edited-here-is-signed", test_what_is_edited_here_is_signed);
  g_test_add_func ("/reconcile/a-merge-says-what-it-joined", test_a_merge_says_what_it_joined);
  g_test_add_func ("/reconcile/what-cannot-be-read-changes-nothing", test_what_cannot_be_read_changes_nothing);
  g_test_add_func ("/reconcile/a-document-needs-an-id-and-a-revision", test_a_document_needs_an_id_and_a_revision);
  g_test_add_func ("/reconcile/a-past-that-cannot-be-read-is-left-out", test_a_past_that_cannot_be_read_is_left_out);

  return g_test_run ();
}
