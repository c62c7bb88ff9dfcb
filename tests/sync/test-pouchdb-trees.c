/* test-pouchdb-trees.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <json-glib/json-glib.h>

#include "tambour-revisions.h"
#include "tambour-test-node.h"

#define N_TREES 2000
#define NO_LIMIT 1000

typedef struct
{
  char *rev;
  guint generation;
  int parent;      /* -1 for a root */
  gboolean is_deleted;
} Node;

typedef struct
{
  TambourRevisions *tree;
  char *told;   /* what PouchDB is told, a line */
} Sample;

static void
node_clear (gpointer data)
{
  g_free (((Node *) data)->rev);
}

static void
sample_free (gpointer data)
{
  Sample *self = data;

  tambour_revisions_free (self->tree);
  g_free (self->told);
  g_free (self);
}

/* Edits of a document by several people who do not see each other. */
static GArray *
grow (GRand *random)
{
  GArray *nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  guint n = g_rand_int_range (random, 1, 25);
  double branching = g_rand_double_range (random, 0, 0.6);

  g_array_set_clear_func (nodes, node_clear);
  for (guint i = 0; i < n; i++)
    {
      Node node = { .generation = 1, .parent = -1, .is_deleted = g_rand_double (random) < 0.25 };

      if (i > 0 && g_rand_double (random) > 0.03)
        {
          node.parent = g_rand_double (random) < branching ? g_rand_int_range (random, 0, i) : (int) i - 1;
          node.generation = g_array_index (nodes, Node, node.parent).generation + 1;
        }
      node.rev = g_strdup_printf ("%u-%08x%08x", node.generation, g_rand_int (random), g_rand_int (random));
      g_array_append_val (nodes, node);
    }

  return nodes;
}

/* From @leaf back, at most @limit revisions. */
static GStrv
list_path (GArray *nodes,
           guint   leaf,
           guint   limit)
{
  g_autoptr(GStrvBuilder) path = g_strv_builder_new ();
  int at = (int) leaf;

  for (guint i = 0; at >= 0 && i < limit; i++)
    {
      g_strv_builder_add (path, g_array_index (nodes, Node, at).rev);
      at = g_array_index (nodes, Node, at).parent;
    }

  return g_strv_builder_end (path);
}

static void
tell_path (GString            *told,
           const char * const *path,
           gboolean            is_deleted)
{
  g_string_append_printf (told, "{\"start\":%" G_GUINT64_FORMAT ",\"deleted\":%s,\"ids\":[",
                          tambour_revision_get_number (path[0]), is_deleted ? "true" : "false");
  for (guint i = 0; path[i] != NULL; i++)
    g_string_append_printf (told, "%s\"%s\"", i > 0 ? "," : "", strchr (path[i], '-') + 1);
  g_string_append (told, "]}");
}

static void
shuffle (GRand *random,
         guint *places,
         guint  n)
{
  for (guint i = n; i > 1; i--)
    {
      guint other = g_rand_int_range (random, 0, i);
      guint place = places[i - 1];

      places[i - 1] = places[other];
      places[other] = place;
    }
}

/* Every revision is told in any order, as far back as a server that keeps @limit of
 * them remembers.
 */
static Sample *
make_sample (GRand *random,
             guint  limit)
{
  Sample *self = g_new0 (Sample, 1);
  g_autoptr(GArray) nodes = grow (random);
  g_autofree guint *order = g_new (guint, nodes->len);
  g_autoptr(GString) told = g_string_new (NULL);

  self->tree = tambour_revisions_new ();
  for (guint i = 0; i < nodes->len; i++)
    order[i] = i;
  shuffle (random, order, nodes->len);

  g_string_append_printf (told, "{\"limit\":%u,\"paths\":[", limit);
  for (guint i = 0; i < nodes->len; i++)
    {
      gboolean is_deleted = g_array_index (nodes, Node, order[i]).is_deleted;
      g_auto(GStrv) path = list_path (nodes, order[i], limit);

      if (i > 0)
        g_string_append_c (told, ',');
      tell_path (told, (const char * const *) path, is_deleted);
      tambour_revisions_add (self->tree, (const char * const *) path, is_deleted);
      g_strfreev (tambour_revisions_stem (self->tree, limit));
    }
  g_string_append (told, "]}");
  self->told = g_strdup (told->str);

  return self;
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char * const *) a, *(char * const *) b);
}

static char *
join (GPtrArray *texts)
{
  g_ptr_array_sort (texts, compare_texts);
  g_ptr_array_add (texts, NULL);

  return g_strjoinv (" ", (char **) texts->pdata);
}

static char *
join_member (JsonObject *answer,
             const char *member)
{
  JsonArray *array = json_object_get_array_member (answer, member);
  g_autoptr(GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_ptr_array_add (texts, (char *) json_array_get_string_element (array, i));

  return join (texts);
}

static char *
join_leaves (TambourRevisions *tree,
             gboolean          only_conflicts)
{
  g_auto(GStrv) leaves = tambour_revisions_list_leaves (tree);
  g_autoptr(GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; leaves[i] != NULL; i++)
    if (!only_conflicts || (i > 0 && !tambour_revisions_is_deleted (tree, leaves[i])))
      g_ptr_array_add (texts, leaves[i]);

  return join (texts);
}

static void
assert_same (const Sample *sample,
             const char   *ours,
             const char   *theirs)
{
  if (g_strcmp0 (ours, theirs) != 0)
    g_error ("“%s” is not “%s” of %s", ours, theirs, sample->told);
}

static void
compare (const Sample *sample,
         const char   *line)
{
  g_autoptr(JsonNode) node = json_from_string (line, NULL);
  JsonObject *answer = json_node_get_object (node);
  g_autofree char *their_leaves = join_member (answer, "leaves");
  g_autofree char *their_conflicts = join_member (answer, "conflicts");
  g_autofree char *leaves = join_leaves (sample->tree, FALSE);
  g_autofree char *conflicts = join_leaves (sample->tree, TRUE);
  JsonArray *revs = json_object_get_array_member (answer, "revs");
  gboolean is_deleted;
  const char *winner = tambour_revisions_get_winner (sample->tree, &is_deleted);

  assert_same (sample, winner, json_object_get_string_member (answer, "winner"));
  g_assert_cmpint (is_deleted, ==, json_object_get_boolean_member (answer, "deleted"));
  assert_same (sample, leaves, their_leaves);
  assert_same (sample, conflicts, their_conflicts);
  for (guint i = 0; i < json_array_get_length (revs); i++)
    g_assert_true (tambour_revisions_has (sample->tree, json_array_get_string_element (revs, i)));
}

static void
compare_with_pouchdb (guint limit)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr(GPtrArray) samples = g_ptr_array_new_with_free_func (sample_free);
  g_autoptr(GString) input = g_string_new (NULL);
  g_auto(GStrv) lines = NULL;

  for (guint i = 0; i < N_TREES; i++)
    {
      Sample *sample = make_sample (random, limit < NO_LIMIT ? (guint) g_rand_int_range (random, 1, (int) limit) : limit);

      g_ptr_array_add (samples, sample);
      g_string_append_printf (input, "%s\n", sample->told);
    }

  lines = tambour_test_node_run ("trees.js", input->str);
  g_assert_cmpuint (g_strv_length (lines), ==, N_TREES);
  for (guint i = 0; i < N_TREES; i++)
    compare (g_ptr_array_index (samples, i), lines[i]);
}

static void
test_whole (void)
{
  compare_with_pouchdb (NO_LIMIT);
}

static void
test_stemmed (void)
{
  compare_with_pouchdb (12);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pouchdb-trees/leaves-and-winners-are-the-same", test_whole);
  g_test_add_func ("/pouchdb-trees/and-where-old-revisions-are-forgotten", test_stemmed);

  return g_test_run ();
}
