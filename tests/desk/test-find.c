/* test-find.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "tambour-demo.h"
#include "tambour-find.h"
#include "tambour-kinds.h"

typedef struct
{
  char         *folder;
  char         *path;
  TambourStore *store;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const TambourDemoSettings settings = TAMBOUR_DEMO_SETTINGS_INIT;
  g_autoptr(GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("tambour-find-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "find.tambour", NULL);
  fixture->store = tambour_store_open (fixture->path, TAMBOUR_STORE_CREATE, &error);
  g_assert_no_error (error);
  tambour_demo_write (fixture->store, &settings, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  tambour_store_close (fixture->store);
  g_assert_finalize_object (fixture->store);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_clear_pointer (&fixture->path, g_free);
  g_clear_pointer (&fixture->folder, g_free);
}

static GPtrArray *
find (Fixture    *fixture,
      const char *query)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *found = tambour_find (fixture->store, query, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return found;
}

static const TambourFound *
get (GPtrArray *found,
     guint      position)
{
  g_assert_cmpuint (position, <, found->len);

  return g_ptr_array_index (found, position);
}

static void
test_finds_account_first (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr(GPtrArray) found = find (fixture, "orla");

  g_assert_cmpstr (get (found, 0)->title, ==, "Saint Orla Hospitals");
  g_assert_cmpint (get (found, 0)->group, ==, TAMBOUR_FIND_ACCOUNTS);
  g_assert_cmpuint (g_array_index (get (found, 0)->title_spans, guint, 0), ==, 6);
  g_assert_cmpuint (g_array_index (get (found, 0)->title_spans, guint, 1), ==, 10);

  /* What is open there comes along. */
  g_assert_cmpint (get (found, 1)->group, ==, TAMBOUR_FIND_CASES);
  g_assert_cmpstr (get (found, 1)->account_name, ==, "Saint Orla Hospitals");
  g_assert_cmpint (get (found, 1)->priority, !=, TAMBOUR_PRIORITY_NONE);
}

static void
test_groups_are_in_order (Fixture       *fixture,
                          gconstpointer  data)
{
  static const char * const queries[] = { "a", "s", "re", "lookups", "forwarder", "policy guest" };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr(GPtrArray) found = find (fixture, queries[i]);
      g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

      g_assert_cmpuint (found->len, >, 0);
      for (guint k = 0; k < found->len; k++)
        {
          g_assert_true (g_hash_table_add (ids, get (found, k)->id));
          if (k > 0)
            g_assert_cmpint (get (found, k)->group, >=, get (found, k - 1)->group);
        }
    }
}

static void
test_a_number_is_a_case (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr(GPtrArray) plain = find (fixture, "4126");
  g_autoptr(GPtrArray) cases = find (fixture, "#4126");

  g_assert_cmpstr (get (plain, 0)->number, ==, "4126");
  g_assert_cmpstr (get (cases, 0)->number, ==, "4126");
  for (guint i = 0; i < cases->len; i++)
    g_assert_cmpint (get (cases, i)->group, ==, TAMBOUR_FIND_CASES);
}

static void
test_people_are_found_by_name (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr(GPtrArray) found = find (fixture, "@marcus f");

  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (get (found, 0)->title, ==, "Marcus Feld");
  g_assert_cmpint (get (found, 0)->group, ==, TAMBOUR_FIND_PEOPLE);
}

static void
test_an_account_is_mentioned_for_commands (Fixture       *fixture,
                                           gconstpointer  data)
{
  static const char * const queries[] = { "> edit orla", "edit orla", ">orla people" };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr(GPtrArray) found = find (fixture, queries[i]);

      g_assert_cmpstr (get (found, 0)->title, ==, "Saint Orla Hospitals");
      g_assert_true (get (found, 0)->is_mentioned);
    }
}

static void
test_the_shown_account_has_commands (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autoptr(GPtrArray) accounts = find (fixture, "orla");
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GPtrArray) nothing = find (fixture, ">");
  g_autoptr(GError) error = NULL;

  found = tambour_find (fixture->store, "> ", get (accounts, 0)->id, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (get (found, 0)->id, ==, get (accounts, 0)->id);
  g_assert_cmpuint (nothing->len, ==, 0);
}

static void
test_what_was_opened_lately_is_offered (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autoptr(GPtrArray) cases = find (fixture, "#4126");
  g_autoptr(GPtrArray) accounts = find (fixture, "skarvik");
  const char *recent[] = { get (cases, 0)->id, "no such record", get (accounts, 0)->id, NULL };
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GError) error = NULL;

  found = tambour_find (fixture->store, "  ", NULL, recent, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get (found, 0)->number, ==, "4126");
  g_assert_cmpint (get (found, 0)->group, ==, TAMBOUR_FIND_RECENT);
  g_assert_cmpint (get (found, 0)->family, ==, TAMBOUR_FIND_CASES);
  g_assert_cmpstr (get (found, 1)->title, ==, "Skarvik Air");
  g_assert_cmpint (get (found, 2)->group, ==, TAMBOUR_FIND_ACCOUNTS);
  g_assert_cmpuint (found->len, ==, 9);
}

static void
test_titles_come_before_texts (Fixture       *fixture,
                               gconstpointer  data)
{
  static const char * const queries[] = { "lookups", "restarts", "forwarder", "re" };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr(GPtrArray) found = find (fixture, queries[i]);

      for (guint k = 1; k < found->len; k++)
        if (get (found, k)->group == get (found, k - 1)->group && get (found, k)->title_spans != NULL)
          g_assert_nonnull (get (found, k - 1)->title_spans);
    }
}

static void
test_a_search_can_be_given_up (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (tambour_find (fixture->store, "orla", NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_takes_whatever_is_typed (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autofree char *endless = g_strnfill (500, 'x');
  const char * const queries[] = {
    "\"", "*", "NEAR(", "AND", "a OR b", "<b>", "%s%n", "' OR 1=1 --", "😀", "مستشفى", endless, "#", "@", "#\"", "@%", "-a", "^a", "{a}:b",
  };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    g_ptr_array_unref (find (fixture, queries[i]));
}

static void
test_words_match_by_their_beginnings (void)
{
  static const struct
  {
    const char *words;
    const char *text;
    gboolean matches;
    guint from;
    guint to;
  } rows[] = {
    { "orla", "Saint Orla", TRUE, 6, 10 },
    { "ORL", "Saint Orla", TRUE, 6, 9 },
    { "rla", "Saint Orla", FALSE, 0, 0 },
    { "sao", "São Paulo", TRUE, 0, 4 },
    { "pau", "São Paulo", TRUE, 5, 8 },
    { "muhl", "Ostermühl", FALSE, 0, 0 },
    { "ostermuhl", "Ostermühl Pumpen", TRUE, 0, 10 },
    { "cafe", "Cafe\xCC\x81 Noir", TRUE, 0, 4 },
    { "orla x", "Saint Orla", FALSE, 0, 0 },
    { "مست", "مستشفى", TRUE, 0, 6 },
    { "b", "<b>bold</b>", TRUE, 1, 2 },
    { "", "Saint", FALSE, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GArray) spans = NULL;

      g_assert_cmpint (tambour_find_matches (rows[i].words, rows[i].text, &spans), ==, rows[i].matches);
      if (!rows[i].matches)
        continue;

      g_assert_cmpuint (g_array_index (spans, guint, 0), ==, rows[i].from);
      g_assert_cmpuint (g_array_index (spans, guint, 1), ==, rows[i].to);
    }
}

static void
test_spans_are_in_order (void)
{
  g_autoptr(GArray) spans = NULL;

  g_assert_true (tambour_find_matches ("or sa", "Saint Orla", &spans));
  g_assert_cmpuint (spans->len, ==, 4);
  g_assert_cmpuint (g_array_index (spans, guint, 0), ==, 0);
  g_assert_cmpuint (g_array_index (spans, guint, 2), ==, 6);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/find/an-account-comes-first", Fixture, NULL, set_up, test_finds_account_first, tear_down);
  g_test_add ("/find/groups-are-in-order", Fixture, NULL, set_up, test_groups_are_in_order, tear_down);
  g_test_add ("/find/a-number-is-a-case", Fixture, NULL, set_up, test_a_number_is_a_case, tear_down);
  g_test_add ("/find/people-are-found-by-name", Fixture, NULL, set_up, test_people_are_found_by_name, tear_down);
  g_test_add ("/find/an-account-is-mentioned-for-commands", Fixture, NULL, set_up, test_an_account_is_mentioned_for_commands, tear_down);
  g_test_add ("/find/the-shown-account-has-commands", Fixture, NULL, set_up, test_the_shown_account_has_commands, tear_down);
  g_test_add ("/find/what-was-opened-lately-is-offered", Fixture, NULL, set_up, test_what_was_opened_lately_is_offered, tear_down);
  g_test_add ("/find/titles-come-before-texts", Fixture, NULL, set_up, test_titles_come_before_texts, tear_down);
  g_test_add ("/find/a-search-can-be-given-up", Fixture, NULL, set_up, test_a_search_can_be_given_up, tear_down);
  g_test_add ("/find/takes-whatever-is-typed", Fixture, NULL, set_up, test_takes_whatever_is_typed, tear_down);
  g_test_add_func ("/find/words-match-by-their-beginnings", test_words_match_by_their_beginnings);
  g_test_add_func ("/find/spans-are-in-order", test_spans_are_in_order);

  return g_test_run ();
}
