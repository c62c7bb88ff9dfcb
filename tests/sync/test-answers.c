/* test-answers.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-answer.h"
#include "tambour-couch-read.h"

/* Apostrophes stand for quotation marks. */
static JsonNode *
parse (const char *text)
{
  g_autofree char *json = g_strdelimit (g_strdup (text), "'", '"');
  g_autoptr(GError) error = NULL;
  JsonNode *node = json_from_string (json, &error);

  g_assert_no_error (error);

  return node;
}

static void
assert_shape (GError     *error,
              const char *part)
{
  g_assert_error (error, TAMBOUR_ANSWER_ERROR, TAMBOUR_ANSWER_ERROR_SHAPE);
  g_assert_nonnull (strstr (error->message, part));
}

static void
test_info (void)
{
  g_autoptr(JsonNode) couch = parse ("{'db_name':'team','purge_seq':'0-g1AAAA','update_seq':'12-g1AAAACTe','doc_count':9}");
  g_autoptr(JsonNode) pouch = parse ("{'doc_count':9,'update_seq':12,'db_name':'team'}");
  g_autoptr(JsonNode) other = parse ("{'welcome':'home'}");
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourCouchInfo) info = tambour_couch_read_info (couch, NULL);
  g_autoptr(TambourCouchInfo) plain = tambour_couch_read_info (pouch, NULL);

  g_assert_cmpstr (info->update_seq, ==, "12-g1AAAACTe");
  g_assert_cmpstr (info->purge_seq, ==, "0-g1AAAA");
  g_assert_cmpint (info->n_documents, ==, 9);
  g_assert_cmpstr (plain->update_seq, ==, "12");
  g_assert_null (plain->purge_seq);
  g_assert_null (tambour_couch_read_info (other, &error));
  assert_shape (error, "update_seq");
}

static void
test_changes (void)
{
  g_autoptr(JsonNode) node =
    parse ("{'results':[{'seq':null,'id':'a','changes':[{'rev':'2-b'},{'rev':'2-c'}]},"
           "{'seq':'3-g1AAAA','id':'b','changes':[{'rev':'1-a'}],'deleted':true}],'last_seq':'3-g1AAAA','pending':7}");
  g_autoptr(TambourCouchChanges) changes = tambour_couch_read_changes (node, NULL);
  const TambourCouchRow *first = g_ptr_array_index (changes->rows, 0);

  g_assert_cmpuint (changes->rows->len, ==, 2);
  g_assert_cmpstr (first->id, ==, "a");
  g_assert_cmpuint (g_strv_length (first->revs), ==, 2);
  g_assert_cmpstr (first->revs[1], ==, "2-c");
  g_assert_cmpstr (changes->last_seq, ==, "3-g1AAAA");
  g_assert_cmpint (changes->pending, ==, 7);
}

/* What CouchDB 3 and its clusters say beside: heartbeats are blank lines, how many come is
 * not always known, and of a row more may be told.
 */
static void
test_any_changes (void)
{
  static const struct
  {
    const char *text;
    guint       n_rows;
    const char *last_seq;
    gint64      pending;
  } pages[] = {
    { "{'results':[\n\n\n\n],\n'last_seq':'9-g1AAAA','pending':0}\n", 0, "9-g1AAAA", 0 },
    { "{'results':[\n{'seq':'9-g1','id':'a','changes':[{'rev':'1-a'}]}\n],\n'last_seq':'9-g1','pending':null}\n", 1, "9-g1", -1 },
    { "{'results':[{'seq':[9,'g1'],'id':'a','changes':[{'rev':'1-a'}],'doc':null,'error':'x'}],'last_seq':[9,'g1']}", 1, "[9,\"g1\"]", -1 },
    { "{'results':[{'seq':9,'id':'a','changes':[{'rev':'1-a'}],'deleted':true}],'last_seq':9,'pending':3}", 1, "9", 3 },
    { "{'results':[{'seq':null,'id':'_design/x','changes':[]}],'last_seq':'7-g2','pending':'many'}", 1, "7-g2", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr(JsonNode) node = parse (pages[i].text);
      g_autoptr(GError) error = NULL;
      g_autoptr(TambourCouchChanges) changes = tambour_couch_read_changes (node, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (changes->rows->len, ==, pages[i].n_rows);
      g_assert_cmpstr (changes->last_seq, ==, pages[i].last_seq);
      g_assert_cmpint (changes->pending, ==, pages[i].pending);
    }
}

static void
test_wrong_changes (void)
{
  static const struct
  {
    const char *text;
    const char *part;
  } wrong[] = {
    { "[]", "_changes: an object was expected" },
    { "{'last_seq':1}", "_changes: results: a list was expected" },
    { "{'results':{},'last_seq':1}", "_changes: results: a list was expected" },
    { "{'results':[]}", "last_seq" },
    { "{'results':[],'last_seq':null}", "last_seq" },
    { "{'results':[{'id':'a','changes':[{'rev':'1-a'}]},5],'last_seq':1}", "_changes, row 2: an object was expected" },
    { "{'results':[{'changes':[{'rev':'1-a'}]}],'last_seq':1}", "_changes, row 1: “id” is not a text" },
    { "{'results':[{'id':7,'changes':[]}],'last_seq':1}", "_changes, row 1: “id” is not a text" },
    { "{'results':[{'id':'a'}],'last_seq':1}", "_changes, row 1: changes: a list was expected" },
    { "{'results':[{'id':'a','changes':['1-a']}],'last_seq':1}", "_changes, row 1: an object was expected" },
    { "{'results':[{'id':'a','changes':[{'rev':null}]}],'last_seq':1}", "_changes, row 1: “rev” is not a text" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(JsonNode) node = parse (wrong[i].text);
      g_autoptr(GError) error = NULL;

      g_assert_null (tambour_couch_read_changes (node, &error));
      assert_shape (error, wrong[i].part);
    }
}

static void
test_places (void)
{
  static const char * const places[][2] = {
    { "'12-g1AAAA'", "12-g1AAAA" }, { "12", "12" }, { "[12,'g1AAAA']", "[12,\"g1AAAA\"]" }, { "null", NULL }
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *text = g_strdup_printf ("[%s]", places[i][0]);
      g_autoptr(JsonNode) node = parse (text);
      g_autofree char *place = tambour_answer_dup_place (json_array_get_element (json_node_get_array (node), 0));

      g_assert_cmpstr (place, ==, places[i][1]);
    }
}

/* What cannot be had, or is wrong, does not take the others with it. */
static void
test_bulk_get (void)
{
  g_autoptr(JsonNode) node = parse (
    "{'results':["
    "{'id':'a','docs':[{'ok':{'_id':'a','_rev':'2-b','_revisions':{'start':2,'ids':['b','a']},'title':'One'}}]},"
    "{'id':'b','docs':[{'error':{'id':'b','rev':'1-a','error':'not_found','reason':'missing'}}]},"
    "{'id':'c','docs':[{'error':{'id':'c','rev':'1-c','error':'forbidden','reason':'not yours'}}]},"
    "{'id':'d','docs':[{'ok':{'_id':'other','_rev':'1-d','_revisions':{'start':1,'ids':['d']}}}]},"
    "{'id':'e','docs':[{'ok':{'_id':'e','_rev':'3-e','_revisions':{'start':3,'ids':['e','d','c']},'_deleted':true}}]}]}");
  g_autoptr(GPtrArray) leaves = tambour_couch_read_bulk_get (node, NULL);
  const TambourCouchLeaf *a, *b, *c, *d, *e;

  g_assert_cmpuint (leaves->len, ==, 5);
  a = leaves->pdata[0], b = leaves->pdata[1], c = leaves->pdata[2], d = leaves->pdata[3], e = leaves->pdata[4];
  g_assert_cmpstr (a->received->path[0], ==, "2-b");
  g_assert_cmpstr (a->received->path[1], ==, "1-a");
  g_assert_null (a->failure);
  g_assert_true (b->is_gone);
  g_assert_null (b->received);
  g_assert_false (c->is_gone);
  g_assert_cmpstr (c->failure, ==, "not yours");
  g_assert_cmpstr (c->rev, ==, "1-c");
  g_assert_null (d->received);
  g_assert_nonnull (strstr (d->failure, "_id"));
  g_assert_true (e->received->is_deleted);
}

/* A cluster of which too few can be asked says so of each document, and not that it is gone. */
static void
test_failures (void)
{
  static const struct
  {
    const char *leaf;
    const char *rev;
    gboolean    is_gone;
  } failures[] = {
    { "{'error':{'id':'a','rev':'1-a','error':'not_found','reason':'missing'}}", "1-a", TRUE },
    { "{'error':{'id':'a','rev':'undefined','error':'not_found','reason':'missing'}}", "undefined", TRUE },
    { "{'missing':'1-a'}", "1-a", TRUE },
    { "{'error':{'id':'a','rev':'1-a','error':'internal_fabric_error','reason':'timeout'}}", "1-a", FALSE },
    { "{'error':{'id':'a','rev':'1-a','error':'internal_fabric_error','reason':'{nodedown,<<\\'progress not possible\\'>>}'}}", "1-a", FALSE },
    { "{'error':{'id':'a','rev':null,'error':'illegal_docid','reason':'x'}}", NULL, FALSE },
    { "{'error':{'id':'a','rev':'1-a','error':'forbidden'}}", "1-a", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      g_autofree char *text = g_strdup_printf ("{'results':[{'id':'a','docs':[%s]}]}", failures[i].leaf);
      g_autoptr(JsonNode) node = parse (text);
      g_autoptr(GPtrArray) leaves = tambour_couch_read_bulk_get (node, NULL);
      const TambourCouchLeaf *leaf = leaves->pdata[0];

      g_assert_null (leaf->received);
      g_assert_nonnull (leaf->failure);
      g_assert_cmpstr (leaf->rev, ==, failures[i].rev);
      g_assert_cmpint (leaf->is_gone, ==, failures[i].is_gone);
    }
}

static void
test_wrong_bulk_get (void)
{
  static const char * const wrong[][2] = {
    { "{}", "_bulk_get: results" },
    { "{'results':[[]]}", "_bulk_get, result 1: an object" },
    { "{'results':[{'docs':[]}]}", "_bulk_get, result 1: “id”" },
    { "{'results':[{'id':'a'}]}", "_bulk_get, result 1: docs" },
    { "{'results':[{'id':'a','docs':[{}]}]}", "neither “ok” nor “error”" },
    { "{'results':[{'id':'a','docs':[{'ok':null}]}]}", "neither “ok” nor “error”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(JsonNode) node = parse (wrong[i][0]);
      g_autoptr(GError) error = NULL;

      g_assert_null (tambour_couch_read_bulk_get (node, &error));
      assert_shape (error, wrong[i][1]);
    }
}

static void
test_open_revs (void)
{
  g_autoptr(JsonNode) node = parse ("[{'ok':{'_id':'a','_rev':'1-a','_revisions':{'start':1,'ids':['a']}}},{'missing':'2-x'}]");
  g_autoptr(GPtrArray) leaves = tambour_couch_read_leaves (node, "a", NULL);
  const TambourCouchLeaf *there = leaves->pdata[0], *gone = leaves->pdata[1];

  g_assert_cmpstr (there->rev, ==, "1-a");
  g_assert_true (gone->is_gone);
  g_assert_cmpstr (gone->rev, ==, "2-x");
}

static void
test_diff (void)
{
  g_autoptr(JsonNode) node = parse ("{'a':{'missing':['2-b','2-c'],'possible_ancestors':['1-a']},'b':{}}");
  g_autoptr(JsonNode) wrong = parse ("{'a':{'missing':[2]}}");
  g_autoptr(GError) error = NULL;
  g_autoptr(GHashTable) lacking = tambour_couch_read_diff (node, NULL);
  const char * const *revs = g_hash_table_lookup (lacking, "a");

  g_assert_cmpuint (g_hash_table_size (lacking), ==, 1);
  g_assert_cmpstr (revs[1], ==, "2-c");
  g_assert_null (tambour_couch_read_diff (wrong, &error));
  assert_shape (error, "_revs_diff, document “a”");
}

static void
test_refusals (void)
{
  g_autoptr(JsonNode) node = parse ("[{'ok':true,'id':'a','rev':'1-a'},"
                                    "{'id':'b','rev':'1-b','error':'forbidden','reason':'Only a manager may do that.'},"
                                    "{'id':'c','error':'internal_server_error','reason':'boom'},{'id':'d','error':'unauthorized'}]");
  g_autoptr(JsonNode) nothing = parse ("[]");
  g_autoptr(JsonNode) wrong = parse ("{'error':'x'}");
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) refusals = tambour_couch_read_refusals (node, NULL);
  g_autoptr(GPtrArray) none = tambour_couch_read_refusals (nothing, NULL);
  const TambourCouchRefusal *b = refusals->pdata[0], *c = refusals->pdata[1], *d = refusals->pdata[2];

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (refusals->len, ==, 3);
  g_assert_true (b->is_final);
  g_assert_cmpstr (b->why, ==, "Only a manager may do that.");
  g_assert_false (c->is_final);
  g_assert_true (d->is_final);
  g_assert_cmpstr (d->why, ==, "unauthorized");
  g_assert_null (tambour_couch_read_refusals (wrong, &error));
  assert_shape (error, "_bulk_docs");
}

/* What too few nodes wrote, what a document is too large for, and PouchDB's own words. */
static void
test_any_refusals (void)
{
  g_autoptr(JsonNode) node = parse ("[{'ok':true,'id':'a','rev':'1-a','accepted':true},"
                                    "{'id':'b','rev':'1-b','error':'document_too_large','reason':'b'},"
                                    "{'id':'c','status':403,'name':'forbidden','message':'No.','error':true,'reason':'No.'},"
                                    "{'id':'d','error':'attachment_too_large','reason':''},"
                                    "{'id':'e','rev':'1-e','error':'internal_server_error','reason':'x'}]");
  g_autoptr(JsonNode) unnamed = parse ("[{'error':'error','reason':'internal_server_error'}]");
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) refusals = tambour_couch_read_refusals (node, NULL);
  g_autoptr(GPtrArray) known = tambour_couch_read_known_refusals (node);
  const TambourCouchRefusal *b, *c, *d;

  g_assert_cmpuint (refusals->len, ==, 4);
  b = refusals->pdata[0], c = refusals->pdata[1], d = refusals->pdata[2];
  g_assert_true (b->is_final && b->is_too_large);
  g_assert_true (c->is_final && !c->is_too_large);
  g_assert_cmpstr (c->why, ==, "No.");
  g_assert_true (d->is_final && d->is_too_large);
  g_assert_cmpstr (d->why, ==, "attachment_too_large");
  g_assert_cmpuint (known->len, ==, 3);

  g_assert_null (tambour_couch_read_refusals (unnamed, &error));
  assert_shape (error, "_bulk_docs, document 1: “id” is not a text");
}

static void
test_erased (void)
{
  g_autoptr(JsonNode) node = parse ("{'purged_infos':[{'id':'a','revs':['1-a','2-b']},{'id':'b','revs':[]},{'id':'a','revs':['3-c']}]}");
  g_autoptr(JsonNode) none = parse ("{'purged_infos':[]}");
  g_autoptr(JsonNode) wrong = parse ("{'purged_infos':[{'revs':[]}]}");
  g_autoptr(JsonNode) other = parse ("{'_id':'_purged_infos'}");
  g_autoptr(GHashTable) ids = tambour_couch_read_erased (node, NULL);
  g_autoptr(GHashTable) no_ids = tambour_couch_read_erased (none, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (g_hash_table_size (ids), ==, 2);
  g_assert_true (g_hash_table_contains (ids, "b"));
  g_assert_cmpuint (g_hash_table_size (no_ids), ==, 0);
  g_assert_null (tambour_couch_read_erased (wrong, &error));
  assert_shape (error, "_purged_infos, entry 1: “id” is not a text");
  g_clear_error (&error);
  g_assert_null (tambour_couch_read_erased (other, &error));
  assert_shape (error, "purged_infos: a list was expected");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/answers/a-database-says-how-far-it-is-as-a-text-or-a-number", test_info);
  g_test_add_func ("/answers/a-page-of-changes-has-every-leaf", test_changes);
  g_test_add_func ("/answers/a-page-of-changes-may-say-more-or-less", test_any_changes);
  g_test_add_func ("/answers/a-wrong-page-of-changes-says-what-is-wrong-where", test_wrong_changes);
  g_test_add_func ("/answers/places-are-opaque", test_places);
  g_test_add_func ("/answers/documents-come-each-with-its-past-or-its-failure", test_bulk_get);
  g_test_add_func ("/answers/a-document-that-fails-is-told-from-one-that-is-gone", test_failures);
  g_test_add_func ("/answers/wrong-documents-say-what-is-wrong-where", test_wrong_bulk_get);
  g_test_add_func ("/answers/open-revisions-come-or-are-missing", test_open_revs);
  g_test_add_func ("/answers/the-server-says-what-it-lacks", test_diff);
  g_test_add_func ("/answers/refusals-are-final-or-not", test_refusals);
  g_test_add_func ("/answers/refusals-are-named-by-every-server-in-its-way", test_any_refusals);
  g_test_add_func ("/answers/what-was-erased-is-a-set", test_erased);

  return g_test_run ();
}
