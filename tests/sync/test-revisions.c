/* test-revisions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-revisions.h"

static void
add (TambourRevisions *tree,
     const char       *path,
     gboolean          is_deleted)
{
  g_auto(GStrv) revs = g_strsplit (path, " ", -1);

  tambour_revisions_add (tree, (const char * const *) revs, is_deleted);
}

static void
assert_leaves (TambourRevisions *tree,
               const char       *expected)
{
  g_auto(GStrv) leaves = tambour_revisions_list_leaves (tree);
  g_autofree char *text = g_strjoinv (" ", leaves);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_the_longer_branch_wins (void)
{
  g_autoptr(TambourRevisions) tree = tambour_revisions_new ();
  gboolean is_deleted;

  g_assert_null (tambour_revisions_get_winner (tree, &is_deleted));

  add (tree, "2-b 1-a", FALSE);
  add (tree, "3-a 2-a 1-a", FALSE);
  add (tree, "2-c 1-a", FALSE);

  assert_leaves (tree, "3-a 2-c 2-b");
  g_assert_cmpstr (tambour_revisions_get_winner (tree, &is_deleted), ==, "3-a");
  g_assert_false (is_deleted);
}

static void
test_generations_are_numbers (void)
{
  g_autoptr(TambourRevisions) tree = tambour_revisions_new ();

  add (tree, "10-a", FALSE);
  add (tree, "9-z", FALSE);

  assert_leaves (tree, "10-a 9-z");
}

static void
test_what_is_there_wins_over_what_is_removed (void)
{
  g_autoptr(TambourRevisions) tree = tambour_revisions_new ();
  gboolean is_deleted;

  add (tree, "4-z 3-z 2-b 1-a", TRUE);
  add (tree, "2-c 1-a", FALSE);
  g_assert_cmpstr (tambour_revisions_get_winner (tree, &is_deleted), ==, "2-c");
  g_assert_false (is_deleted);

  add (tree, "3-c 2-c", TRUE);
  g_assert_cmpstr (tambour_revisions_get_winner (tree, &is_deleted), ==, "4-z");
  g_assert_true (is_deleted);
}

static void
test_what_is_known_is_no_news (void)
{
  g_autoptr(TambourRevisions) tree = tambour_revisions_new ();
  const char *path[] = { "2-b", "1-a", NULL };

  g_assert_true (tambour_revisions_add (tree, path, FALSE));
  g_assert_false (tambour_revisions_add (tree, path, FALSE));
  g_assert_false (tambour_revisions_add (tree, path + 1, FALSE));
  g_assert_true (tambour_revisions_has (tree, "1-a"));
  g_assert_false (tambour_revisions_has (tree, "1-b"));
  g_assert_false (tambour_revisions_has (tree, NULL));
  g_assert_true (tambour_revisions_is_leaf (tree, "2-b"));
  g_assert_false (tambour_revisions_is_leaf (tree, "1-a"));
}

static void
test_a_longer_past_completes_a_shorter_one (void)
{
  g_autoptr(TambourRevisions) tree = tambour_revisions_new ();
  g_auto(GStrv) path = NULL;
  g_autofree char *text = NULL;

  add (tree, "5-e 4-d", FALSE);
  add (tree, "5-x 4-d 3-c 2-b", FALSE);
  path = tambour_revisions_dup_path (tree, "5-e");
  text = g_strjoinv (" ", path);

  g_assert_cmpstr (text, ==, "5-e 4-d 3-c 2-b");
  assert_leaves (tree, "5-x 5-e");
}

static void
test_a_past_that_makes_no_sense_ends_there (void)
{
  g_autoptr(TambourRevisions) tree = tambour_revisions_new ();

  add (tree, "3-c 2-b 2-b 3-c", FALSE);

  assert_leaves (tree, "3-c");
  g_assert_cmpstr (tambour_revisions_get_ancestor (tree, "3-c", "2-b"), ==, "2-b");
}

static void
test_the_ancestor_is_the_newest_that_both_know (void)
{
  g_autoptr(TambourRevisions) tree = tambour_revisions_new ();

  add (tree, "4-d 3-c 2-b 1-a", FALSE);
  add (tree, "3-x 2-b 1-a", FALSE);
  add (tree, "1-z", FALSE);

  g_assert_cmpstr (tambour_revisions_get_ancestor (tree, "4-d", "3-x"), ==, "2-b");
  g_assert_cmpstr (tambour_revisions_get_ancestor (tree, "3-x", "4-d"), ==, "2-b");
  g_assert_null (tambour_revisions_get_ancestor (tree, "4-d", "1-z"));
  g_assert_null (tambour_revisions_get_ancestor (tree, "4-d", "9-q"));
}

/* Two branches are merged into 3-m; somebody who had not heard of it goes on from the one
 * that ended: what the merge took over is known to both.
 */
static void
test_what_was_merged_is_known_to_what_it_was_merged_into (void)
{
  g_autoptr(TambourRevisions) tree = tambour_revisions_new ();

  add (tree, "2-a 1-c", FALSE);
  add (tree, "3-m 2-b 1-c", FALSE);
  add (tree, "3-t 2-a", TRUE);
  tambour_revisions_set_merged (tree, "3-t", "3-m");
  add (tree, "3-n 2-a", FALSE);
  add (tree, "4-o 3-m", FALSE);

  g_assert_cmpstr (tambour_revisions_get_ancestor (tree, "3-n", "4-o"), ==, "2-a");
  g_assert_cmpstr (tambour_revisions_get_ancestor (tree, "4-o", "3-n"), ==, "2-a");
  g_assert_cmpstr (tambour_revisions_get_merged (tree, "3-t"), ==, "3-m");
}

static void
test_old_revisions_are_forgotten (void)
{
  g_autoptr(TambourRevisions) tree = tambour_revisions_new ();
  g_autofree char *text = NULL;
  g_auto(GStrv) forgotten = NULL;

  add (tree, "5-e 4-d 3-c 2-b 1-a", FALSE);
  add (tree, "3-x 2-b 1-a", FALSE);
  forgotten = tambour_revisions_stem (tree, 2);
  g_assert_cmpuint (g_strv_length (forgotten), ==, 2);
  g_assert_true (g_strv_contains ((const char * const *) forgotten, "1-a"));
  g_assert_true (g_strv_contains ((const char * const *) forgotten, "3-c"));
  text = tambour_revisions_dup_text (tree);

  g_assert_cmpstr (text, ==, "2-b 3-x:0 4-d 5-e:2");
  assert_leaves (tree, "5-e 3-x");
}

static void
test_forgetting_in_the_middle_leaves_leaves (void)
{
  g_autoptr(TambourRevisions) tree = tambour_revisions_new ();

  add (tree, "6-f 5-e 4-d 3-c 2-b 1-a", FALSE);
  add (tree, "2-x 1-a", FALSE);
  g_strfreev (tambour_revisions_stem (tree, 2));

  assert_leaves (tree, "6-f 2-x");
  g_assert_true (tambour_revisions_has (tree, "1-a"));
  g_assert_false (tambour_revisions_has (tree, "2-b"));
}

/* A tree like those of a busy record. */
static TambourRevisions *
make_tree (GRand *random)
{
  TambourRevisions *tree = tambour_revisions_new ();
  gint32 n = g_rand_int_range (random, 0, 40);

  for (gint32 i = 0; i < n; i++)
    {
      g_auto(GStrv) leaves = tambour_revisions_list_leaves (tree);
      guint n_leaves = g_strv_length (leaves);
      const char *from = n_leaves > 0 ? leaves[g_rand_int_range (random, 0, (gint32) n_leaves)] : NULL;
      g_auto(GStrv) past = from ? tambour_revisions_dup_path (tree, from) : NULL;
      guint back = past ? (guint) g_rand_int_range (random, 0, (gint32) g_strv_length (past) + 1) : 0;
      g_autoptr(GStrvBuilder) path = g_strv_builder_new ();
      g_auto(GStrv) all = NULL;
      guint64 number = past && past[back] ? tambour_revision_get_number (past[back]) + 1 : 1;

      g_strv_builder_take (path, g_strdup_printf ("%u-%08x", (guint) number, g_rand_int (random)));
      if (past != NULL)
        g_strv_builder_addv (path, (const char **) past + back);
      all = g_strv_builder_end (path);
      tambour_revisions_add (tree, (const char * const *) all, g_rand_int_range (random, 0, 4) == 0);
    }

  return tree;
}

static void
test_a_tree_comes_back_from_its_text (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (77);

  for (guint i = 0; i < 500; i++)
    {
      g_autoptr(TambourRevisions) tree = make_tree (random);
      g_autofree char *text = tambour_revisions_dup_text (tree);
      g_autoptr(GError) error = NULL;
      g_autoptr(TambourRevisions) again = tambour_revisions_parse (text, &error);
      g_autofree char *same = NULL;
      g_auto(GStrv) before = tambour_revisions_list_leaves (tree);
      g_auto(GStrv) after = NULL;

      g_assert_no_error (error);
      same = tambour_revisions_dup_text (again);
      after = tambour_revisions_list_leaves (again);
      g_assert_cmpstr (text, ==, same);
      g_assert_cmpstrv (before, after);
    }
}

/* In whatever order the branches of a tree come in, it is the same tree. */
static void
test_the_order_of_arrival_does_not_matter (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (78);

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr(TambourRevisions) tree = make_tree (random);
      g_autoptr(TambourRevisions) other = tambour_revisions_new ();
      g_auto(GStrv) leaves = tambour_revisions_list_leaves (tree);
      g_autofree char *text = tambour_revisions_dup_text (tree);
      g_autofree char *same = NULL;

      for (guint n = g_strv_length (leaves); n > 1; n--)
        {
          guint k = (guint) g_rand_int_range (random, 0, (gint32) n);
          char *swapped = leaves[n - 1];

          leaves[n - 1] = leaves[k];
          leaves[k] = swapped;
        }

      for (guint n = 0; leaves[n]; n++)
        {
          g_auto(GStrv) path = tambour_revisions_dup_path (tree, leaves[n]);

          for (guint k = g_strv_length (path); k > 0; k--)
            tambour_revisions_add (other, (const char * const *) path + k - 1, tambour_revisions_is_deleted (tree, path[k - 1]));
        }
      same = tambour_revisions_dup_text (other);
      g_assert_cmpstr (text, ==, same);
    }
}

static void
test_text_that_is_no_tree_is_refused (void)
{
  static const char * const texts[] = { "1", "1-", "-a", "0-a", "1-a:0", "1-a 2-b:1", "1-a 2-b:x", "1-a 1-a", "1-a  2-b:0", "1-ä", "1-a!>x", "1-a>", NULL };

  for (guint i = 0; texts[i]; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(TambourRevisions) tree = tambour_revisions_parse (texts[i], &error);

      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      g_assert_null (tree);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/revisions/the-longer-branch-wins", test_the_longer_branch_wins);
  g_test_add_func ("/revisions/generations-are-numbers", test_generations_are_numbers);
  g_test_add_func ("/revisions/what-is-there-wins-over-what-is-removed", test_what_is_there_wins_over_what_is_removed);
  g_test_add_func ("/revisions/what-is-known-is-no-news", test_what_is_known_is_no_news);
  g_test_add_func ("/revisions/a-longer-past-completes-a-shorter-one", test_a_longer_past_completes_a_shorter_one);
  g_test_add_func ("/revisions/a-past-that-makes-no-sense-ends-there", test_a_past_that_makes_no_sense_ends_there);
  g_test_add_func ("/revisions/the-ancestor-is-the-newest-that-both-know", test_the_ancestor_is_the_newest_that_both_know);
  g_test_add_func ("/revisions/what-was-merged-is-known-to-what-it-was-merged-into",
                   test_what_was_merged_is_known_to_what_it_was_merged_into);
  g_test_add_func ("/revisions/old-revisions-are-forgotten", test_old_revisions_are_forgotten);
  g_test_add_func ("/revisions/forgetting-in-the-middle-leaves-leaves", test_forgetting_in_the_middle_leaves_leaves);
  g_test_add_func ("/revisions/a-tree-comes-back-from-its-text", test_a_tree_comes_back_from_its_text);
  g_test_add_func ("/revisions/the-order-of-arrival-does-not-matter", test_the_order_of_arrival_does_not_matter);
  g_test_add_func ("/revisions/text-that-is-no-tree-is-refused", test_text_that_is_no_tree_is_refused);

  return g_test_run ();
}
