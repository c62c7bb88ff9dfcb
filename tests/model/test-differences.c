/* test-differences.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "tambour-differences.h"

static const char *
mark_of (TambourDifferenceKind kind)
{
  switch (kind)
    {
    case TAMBOUR_DIFFERENCE_SAME:
      return "=";
    case TAMBOUR_DIFFERENCE_REMOVED:
      return "-";
    case TAMBOUR_DIFFERENCE_ADDED:
      return "+";
    }

  g_assert_not_reached ();
}

/* As "=one |-two |+three". */
static char *
describe (const char *old,
          const char *new)
{
  g_autoptr(GPtrArray) list = tambour_differences_list (old, new);
  g_autoptr(GString) all = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      const TambourDifference *difference = g_ptr_array_index (list, i);

      g_string_append_printf (all, "%s%s%s", i ? "|" : "", mark_of (difference->kind), difference->text);
    }

  return g_string_free (g_steal_pointer (&all), FALSE);
}

static const struct
{
  const char *old;
  const char *new;
  const char *differences;
} table[] = {
  { "", "", "" },
  { "one", "one", "=one" },
  { "", "one", "+one" },
  { "one", "", "-one" },
  { "one two three", "one 2 three", "=one |-two|+2|= three" },
  { "one three", "one two three", "=one |+two |=three" },
  { "one two three", "one three", "=one |-two |=three" },
  { "one two", "one two, too", "=one |-two|+two, too" },
  { "one two", "one two too", "=one two|+ too" },
  { "a\nb\nc", "a\nc", "=a\n|-b\n|=c" },
};

static void
test_words_are_compared (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *found = describe (table[i].old, table[i].new);

      g_assert_cmpstr (found, ==, table[i].differences);
    }
}

/* What is left of both is what they were. Returns: how long the pieces are that differ */
static gsize
check (const char *old,
       const char *new)
{
  g_autoptr(GPtrArray) list = tambour_differences_list (old, new);
  g_autoptr(GString) before = g_string_new (NULL);
  g_autoptr(GString) after = g_string_new (NULL);
  gsize changed = 0;

  for (guint i = 0; i < list->len; i++)
    {
      const TambourDifference *difference = g_ptr_array_index (list, i);

      g_assert_true (*difference->text != '\0');
      if (difference->kind != TAMBOUR_DIFFERENCE_ADDED)
        g_string_append (before, difference->text);
      if (difference->kind != TAMBOUR_DIFFERENCE_REMOVED)
        g_string_append (after, difference->text);
      if (difference->kind != TAMBOUR_DIFFERENCE_SAME)
        changed += strlen (difference->text);
    }

  g_assert_cmpstr (before->str, ==, old);
  g_assert_cmpstr (after->str, ==, new);

  return changed;
}

static char *
random_text (guint n_words)
{
  static const char * const words[] = { "one ", "two ", "three  ", "\n", "four\t", "fünf ", "." };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    g_string_append (text, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);

  return g_string_free (text, FALSE);
}

static void
test_both_texts_come_back (void)
{
  for (guint i = 0; i < 4000; i++)
    {
      g_autofree char *old = random_text ((guint) g_test_rand_int_range (0, 30));
      g_autofree char *new = random_text ((guint) g_test_rand_int_range (0, 30));

      check (old, new);
    }
}

/* A word that is put in is all that differs, wherever it stands. */
static void
test_no_more_than_what_changed (void)
{
  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *head = random_text ((guint) g_test_rand_int_range (0, 30));
      g_autofree char *tail = random_text ((guint) g_test_rand_int_range (0, 30));
      g_autofree char *old = g_strconcat (head, "\n|\n", tail, NULL);
      g_autofree char *new = g_strconcat (head, "\n| NEW\n", tail, NULL);

      g_assert_cmpuint (check (old, new), <=, strlen (" NEW"));
    }
}

static void
test_much_change_is_bounded (void)
{
  g_autofree char *old = random_text (20000);
  g_autofree char *new = random_text (20000);

  check (old, new);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/differences/words-are-compared", test_words_are_compared);
  g_test_add_func ("/differences/both-texts-come-back", test_both_texts_come_back);
  g_test_add_func ("/differences/no-more-than-what-changed", test_no_more_than_what_changed);
  g_test_add_func ("/differences/much-change-is-bounded", test_much_change_is_bounded);

  return g_test_run ();
}
