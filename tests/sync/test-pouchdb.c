/* test-pouchdb.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-couch-document.h"
#include "tambour-replica.h"
#include "tambour-revisions.h"
#include "tambour-test-node.h"
#include "tambour-test-records.h"
#include "tambour-test-team.h"

#define N_STEPS 120
#define N_RECORDS 12

static TambourTestCouch *couch;

/**
 * Client:
 *
 * Somebody who works with PouchDB on the database of a team of one.
 */
typedef struct
{
  TambourTestTeam *team;
  TambourLaptop *laptop;
  GSubprocess *process;
  GDataInputStream *output;
} Client;

static Client *
client_new (void)
{
  Client *self = g_new0 (Client, 1);

  self->team = tambour_test_team_new (couch, 1);
  self->laptop = tambour_test_team_get (self->team, 0);
  self->process = tambour_test_node_start ("client.js", NULL);
  self->output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->process));

  return self;
}

static void
client_free (Client *self)
{
  g_autoptr(GError) error = NULL;

  g_output_stream_close (g_subprocess_get_stdin_pipe (self->process), NULL, NULL);
  g_subprocess_wait (self->process, NULL, &error);
  g_assert_no_error (error);
  tambour_test_team_free (self->team);
  g_object_unref (self->output);
  g_object_unref (self->process);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Client, client_free)

/* Takes @command; what came of it must be no failure. */
static JsonNode *
tell (Client     *self,
      JsonObject *command)
{
  g_autoptr(JsonNode) node = json_node_init_object (json_node_alloc (), command);
  g_autofree char *text = json_to_string (node, FALSE);
  g_autofree char *line = g_strconcat (text, "\n", NULL);
  GOutputStream *input = g_subprocess_get_stdin_pipe (self->process);
  g_autofree char *answer = NULL;
  g_autoptr(GError) error = NULL;
  JsonNode *told;

  json_object_unref (command);
  g_output_stream_write_all (input, line, strlen (line), NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_flush (input, NULL, &error);
  g_assert_no_error (error);
  answer = g_data_input_stream_read_line (self->output, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (answer);

  told = json_from_string (answer, &error);
  g_assert_no_error (error);
  if (JSON_NODE_HOLDS_OBJECT (told) && json_object_has_member (json_node_get_object (told), "error"))
    g_error ("%s: %s", text, answer);

  return told;
}

static JsonObject *
make_command (const char *what)
{
  JsonObject *command = json_object_new ();

  json_object_set_string_member (command, "do", what);

  return command;
}

static JsonObject *
pack (TambourRecord *record)
{
  JsonObject *document = tambour_couch_document_pack (record);

  json_object_set_string_member (document, "_id", record->id);

  return document;
}

static void
client_put (Client        *self,
            TambourRecord *record)
{
  JsonObject *command = make_command ("put");
  g_autoptr(JsonNode) told = NULL;

  json_object_set_object_member (command, "doc", pack (record));
  told = tell (self, command);
}

static void
client_remove (Client     *self,
               const char *id)
{
  JsonObject *command = make_command ("remove");
  g_autoptr(JsonNode) told = NULL;

  json_object_set_string_member (command, "id", id);
  told = tell (self, command);
}

/* A leaf that somebody wrote who knew only the @parent. */
static void
client_branch (Client        *self,
               TambourRecord *record,
               const char    *parent,
               const char    *hash)
{
  JsonObject *command = make_command ("branch");
  JsonObject *document = pack (record);
  JsonObject *revisions = json_object_new ();
  JsonArray *ids = json_array_new ();
  guint64 generation = parent ? tambour_revision_get_number (parent) + 1 : 1;
  g_autofree char *rev = g_strdup_printf ("%" G_GUINT64_FORMAT "-%s", generation, hash);
  g_autoptr(JsonNode) told = NULL;

  json_array_add_string_element (ids, hash);
  if (parent != NULL)
    json_array_add_string_element (ids, strchr (parent, '-') + 1);
  json_object_set_int_member (revisions, "start", (gint64) generation);
  json_object_set_array_member (revisions, "ids", ids);
  json_object_set_string_member (document, "_rev", rev);
  json_object_set_object_member (document, "_revisions", revisions);
  json_object_set_object_member (command, "doc", document);
  told = tell (self, command);
}

static void
client_sync (Client *self)
{
  JsonObject *command = make_command ("sync");
  g_autofree char *url = g_strdup_printf ("%s/%s", couch->server, self->team->database);
  g_autoptr(JsonNode) told = NULL;

  json_object_set_string_member (command, "url", url);
  told = tell (self, command);
}

/* Until both know all. */
static void
meet (Client *self)
{
  client_sync (self);
  tambour_test_team_settle (self->team);
  client_sync (self);
}

static TambourRecord *
find (Client        *self,
      TambourRecord *record)
{
  g_autoptr(GError) error = NULL;
  TambourRecord *found = tambour_store_get (self->laptop->store, TAMBOUR_RECORD_GET_CLASS (record), record->id, &error);

  g_assert_no_error (error);

  return found;
}

static char *
dup_winner_here (Client     *self,
                 const char *id,
                 gboolean   *is_deleted)
{
  const char *ids[] = { id, NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) entries = tambour_replica_read (self->laptop->store, ids, &error);
  TambourReplicaEntry *entry;
  g_autoptr(TambourRevisions) tree = NULL;

  g_assert_no_error (error);
  entry = g_ptr_array_index (entries, 0);
  tree = tambour_revisions_parse (entry->tree, &error);
  g_assert_no_error (error);

  return g_strdup (tambour_revisions_get_winner (tree, is_deleted));
}

/* Here, there and on the server. */
static void
assert_same_winners (Client *self)
{
  g_autofree char *path = g_strdup_printf ("%s/_changes", self->team->database);
  g_autoptr(JsonNode) told = tell (self, make_command ("list"));
  g_autoptr(JsonNode) changes = tambour_test_couch_call (couch, "GET", path, NULL);
  JsonArray *rows = json_object_get_array_member (json_node_get_object (changes), "results");
  JsonObject *theirs = json_node_get_object (told);

  g_assert_cmpuint (json_object_get_size (theirs), ==, json_array_get_length (rows));
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);
      const char *id = json_object_get_string_member (row, "id");
      JsonArray *revs = json_object_get_array_member (row, "changes");
      const char *rev = json_object_get_string_member (json_array_get_object_element (revs, 0), "rev");
      JsonObject *there = json_object_get_object_member (theirs, id);
      gboolean is_deleted;
      g_autofree char *here = dup_winner_here (self, id, &is_deleted);

      g_assert_cmpstr (here, ==, rev);
      g_assert_cmpstr (json_object_get_string_member (there, "winner"), ==, rev);
      g_assert_cmpuint (json_array_get_length (json_object_get_array_member (there, "conflicts")), ==, 0);
      g_assert_cmpint (is_deleted, ==, json_object_has_member (row, "deleted"));
    }
}

static TambourRecord *
make_case (const char *title)
{
  g_autofree char *number = g_strdup_printf ("%u", g_test_rand_int ());

  return TAMBOUR_RECORD (tambour_test_case_new (number, title));
}

static void
retitle (TambourRecord *record,
         const char    *title)
{
  g_set_str (&TAMBOUR_CASE (record)->title, title);
}

static void
test_there_and_back (void)
{
  g_autoptr(Client) client = client_new ();
  g_autoptr(TambourRecord) theirs = make_case ("Theirs");
  g_autoptr(TambourRecord) ours = make_case ("Ours");
  g_autoptr(TambourRecord) found = NULL;
  g_autoptr(TambourRecord) again = NULL;

  client_put (client, theirs);
  tambour_test_put (client->laptop->store, ours);
  meet (client);
  found = find (client, theirs);
  g_assert_cmpstr (TAMBOUR_CASE (found)->title, ==, "Theirs");
  assert_same_winners (client);

  retitle (ours, "Changed there");
  client_put (client, ours);
  retitle (found, "Changed here");
  tambour_test_put (client->laptop->store, found);
  meet (client);
  again = find (client, ours);
  g_assert_cmpstr (TAMBOUR_CASE (again)->title, ==, "Changed there");
  assert_same_winners (client);
  tambour_test_team_assert_equal (client->team);
}

static void
test_removals (void)
{
  g_autoptr(Client) client = client_new ();
  g_autoptr(TambourRecord) one = make_case ("One");
  g_autoptr(TambourRecord) other = make_case ("Other");
  g_autoptr(TambourRecord) found = NULL;
  g_autoptr(GError) error = NULL;

  client_put (client, one);
  client_put (client, other);
  meet (client);

  client_remove (client, one->id);
  found = find (client, other);
  tambour_test_remove (client->laptop->store, found);
  meet (client);
  assert_same_winners (client);

  g_assert_null (tambour_store_get (client->laptop->store, TAMBOUR_RECORD_GET_CLASS (one), one->id, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND);
  tambour_test_team_assert_equal (client->team);
}

static void
test_both_edit (void)
{
  g_autoptr(Client) client = client_new ();
  g_autoptr(TambourRecord) record = make_case ("Before");
  g_autoptr(TambourRecord) found = NULL;
  g_autoptr(TambourRecord) merged = NULL;

  client_put (client, record);
  meet (client);

  found = find (client, record);
  retitle (found, "Here");
  tambour_test_put (client->laptop->store, found);
  g_set_str (&record->note, "There");
  client_put (client, record);
  meet (client);

  merged = find (client, record);
  g_assert_cmpstr (TAMBOUR_CASE (merged)->title, ==, "Here");
  g_assert_cmpstr (merged->note, ==, "There");
  assert_same_winners (client);
  tambour_test_team_assert_equal (client->team);
}

/* Leaves without a common parent, and more than two of them. */
static void
test_branches (void)
{
  g_autoptr(Client) client = client_new ();
  g_autoptr(TambourRecord) record = make_case ("One");

  client_branch (client, record, NULL, "aaaa");
  retitle (record, "Other");
  client_branch (client, record, NULL, "bbbb");
  retitle (record, "Third");
  client_branch (client, record, "1-aaaa", "cccc");
  meet (client);

  assert_same_winners (client);
  tambour_test_team_assert_equal (client->team);
}

static void
step_there (Client        *self,
            TambourRecord *record,
            GRand         *random)
{
  g_autofree char *title = g_strdup_printf ("There %u", g_rand_int (random));
  g_autofree char *hash = g_strdup_printf ("%08x", g_rand_int (random));
  g_autofree char *parent = g_strdup_printf ("%d-%08x", g_rand_int_range (random, 1, 4), g_rand_int_range (random, 0, 4));
  guint what = g_rand_int_range (random, 0, 10);
  g_autoptr(TambourRecord) changed = tambour_record_dup (record);

  retitle (changed, title);
  if (what < 7)
    client_put (self, changed);
  else if (what < 9)
    client_branch (self, changed, parent, hash);
  else
    {
      client_put (self, changed);
      client_remove (self, changed->id);
    }
}

static void
step_here (Client        *self,
           TambourRecord *record,
           GRand         *random)
{
  g_autofree char *title = g_strdup_printf ("Here %u", g_rand_int (random));
  g_autoptr(TambourRecord) found = tambour_store_get (self->laptop->store, TAMBOUR_RECORD_GET_CLASS (record), record->id, NULL);

  if (found == NULL)
    return;

  retitle (found, title);
  if (g_rand_int_range (random, 0, 10) == 0)
    tambour_test_remove (self->laptop->store, found);
  else
    tambour_test_put (self->laptop->store, found);
}

static void
test_random (void)
{
  g_autoptr(Client) client = client_new ();
  g_autoptr(GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < N_RECORDS; i++)
    {
      g_ptr_array_add (records, make_case ("First"));
      client_put (client, g_ptr_array_index (records, i));
    }
  meet (client);

  for (guint i = 0; i < N_STEPS; i++)
    {
      TambourRecord *record = g_ptr_array_index (records, g_rand_int_range (random, 0, N_RECORDS));
      guint what = g_rand_int_range (random, 0, 10);

      if (what < 4)
        step_there (client, record, random);
      else if (what < 8)
        step_here (client, record, random);
      else if (what < 9)
        client_sync (client);
      else
        tambour_laptop_sync (client->laptop);
    }
  meet (client);

  assert_same_winners (client);
  tambour_test_team_assert_equal (client->team);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  couch = tambour_test_couch_new ();

  g_test_add_func ("/pouchdb/what-either-writes-the-other-has", test_there_and_back);
  g_test_add_func ("/pouchdb/what-either-removes-is-gone", test_removals);
  g_test_add_func ("/pouchdb/edits-of-both-are-merged-here-and-had-there", test_both_edit);
  g_test_add_func ("/pouchdb/branches-without-a-common-beginning-are-merged", test_branches);
  g_test_add_func ("/pouchdb/after-anything-the-winners-are-the-same", test_random);

  result = g_test_run ();
  tambour_test_couch_free (couch);

  return result;
}
