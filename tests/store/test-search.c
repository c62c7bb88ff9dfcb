/* test-search.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-test-store.h"

static TambourCase *
put_case (TambourStore *store,
          const char   *number,
          const char   *title,
          const char   *impact)
{
  TambourCase *one = tambour_test_case_new (number, title);

  g_set_str (&one->impact, impact);
  tambour_test_put (store, TAMBOUR_RECORD (one));

  return one;
}

static GPtrArray *
search (TambourStore *store,
        const char   *text)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *hits = tambour_store_search (store, text, 0, NULL, &error);

  g_assert_no_error (error);

  return hits;
}

static void
test_words_and_beginnings (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourCase) one = put_case (store, "INC-1", "Der Drucker läuft nicht", "Café in Łódź, Ångström and naïve");

  g_assert_cmpuint (tambour_test_count_hits (store, "drucker"), ==, 1);
  g_assert_cmpuint (tambour_test_count_hits (store, "LAUFT"), ==, 1);
  g_assert_cmpuint (tambour_test_count_hits (store, "läu"), ==, 1);
  g_assert_cmpuint (tambour_test_count_hits (store, "cafe ang"), ==, 1);
  g_assert_cmpuint (tambour_test_count_hits (store, "ang cafe"), ==, 0);
  g_assert_cmpuint (tambour_test_count_hits (store, "d"), ==, 1);
  g_assert_cmpuint (tambour_test_count_hits (store, "drucker fehlt"), ==, 0);
  g_assert_cmpuint (tambour_test_count_hits (store, ""), ==, 0);
  g_assert_cmpuint (tambour_test_count_hits (store, "  ,,, "), ==, 0);
}

/* Longer than the beginnings that the index knows. */
static void
test_long_beginnings (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourCase) body = put_case (store, "INC-1", "Drucker", "forwards to the forwarders, forwarding");
  g_autoptr(TambourCase) title = put_case (store, "INC-2", "The forwarder", "Nothing else");
  g_autoptr(TambourCase) quoted = NULL;
  g_autoptr(GPtrArray) hits = NULL;

  g_assert_cmpuint (tambour_test_count_hits (store, "forwa"), ==, 2);
  g_assert_cmpuint (tambour_test_count_hits (store, "forwarder"), ==, 2);
  g_assert_cmpuint (tambour_test_count_hits (store, "forwarders"), ==, 1);
  g_assert_cmpuint (tambour_test_count_hits (store, "forwarder "), ==, 1);
  g_assert_cmpuint (tambour_test_count_hits (store, "forward"), ==, 2);
  g_assert_cmpuint (tambour_test_count_hits (store, "forwardx"), ==, 0);
  g_assert_cmpuint (tambour_test_count_hits (store, "drucker forwa"), ==, 1);
  g_assert_cmpuint (tambour_test_count_hits (store, "nothing forwards"), ==, 0);

  hits = tambour_store_search (store, "forwa", 0, NULL, NULL);
  g_assert_cmpstr (((TambourHit *) hits->pdata[0])->title, ==, "The forwarder");

  quoted = put_case (store, "INC-3", "Forwarderin Łódź", NULL);
  g_assert_cmpuint (tambour_test_count_hits (store, "forwa"), ==, 3);
  g_assert_cmpuint (tambour_test_count_hits (store, "FORWARDERI"), ==, 1);
}

/* More of them than are looked for one by one. */
static void
test_many_words_of_one_beginning (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(GPtrArray) cases = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_autofree char *word = g_strdup_printf ("findling%u", i);

      g_ptr_array_add (cases, tambour_test_case_new (number, word));
      if (i == 30)
        {
          tambour_test_put_all (store, cases);
          g_assert_cmpuint (tambour_test_count_hits (store, "findling"), ==, 31);
          g_ptr_array_set_size (cases, 0);
        }
    }
  tambour_test_put_all (store, cases);

  g_assert_cmpuint (tambour_test_count_hits (store, "findling"), ==, 40);
  g_assert_cmpuint (tambour_test_count_hits (store, "findling1"), ==, 11);
}

static void
test_what_is_typed_is_no_syntax (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourCase) one = put_case (store, "INC-1", "NOT \"quoted\" OR near(this)", "title: body ^ - *");
  const char * const typed[] = {
    "\"", "\"\"", "'", "NOT", "OR", "AND", "near(", "title:", "title : quoted", "^title", "*", "a*b", "-", "- body",
    "{title} : x", "(", "))", "\\", "%", "quoted\"", "'; DROP TABLE search; --", "\xf0\x9f\xa5\x81", "NEAR(a b, 2)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    tambour_test_count_hits (store, typed[i]);

  g_assert_cmpuint (tambour_test_count_hits (store, "NOT quoted"), ==, 1);
  g_assert_cmpuint (tambour_test_count_hits (store, "title: body"), ==, 1);
  g_assert_cmpuint (tambour_test_count_hits (store, "quoted\" OR \"missing"), ==, 0);
}

static void
test_edits_are_followed (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourCase) one = put_case (store, "INC-1", "Printer jam", "Second floor");

  g_set_str (&one->impact, "Third floor");
  tambour_test_put (store, TAMBOUR_RECORD (one));
  g_assert_cmpuint (tambour_test_count_hits (store, "second"), ==, 0);
  g_assert_cmpuint (tambour_test_count_hits (store, "printer third"), ==, 1);

  one->priority = TAMBOUR_PRIORITY_P1;
  tambour_test_put (store, TAMBOUR_RECORD (one));
  g_assert_cmpuint (tambour_test_count_hits (store, "third"), ==, 1);

  tambour_test_remove (store, TAMBOUR_RECORD (one));
  g_assert_cmpuint (tambour_test_count_hits (store, "printer"), ==, 0);
  tambour_test_assert_clean (store);
}

static void
test_titles_come_first_then_the_newest (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourCase) title = put_case (store, "1", "Backup failed", "Tape");
  g_autoptr(TambourCase) body = put_case (store, "2", "Tape", "Backup failed");
  g_autoptr(TambourCase) newer = put_case (store, "3", "Backup failed", "Tape");
  g_autoptr(GPtrArray) hits = search (store, "backup");

  g_assert_cmpuint (hits->len, ==, 3);
  g_assert_cmpstr (((TambourHit *) g_ptr_array_index (hits, 0))->id, ==, TAMBOUR_RECORD (newer)->id);
  g_assert_cmpstr (((TambourHit *) g_ptr_array_index (hits, 1))->id, ==, TAMBOUR_RECORD (title)->id);
  g_assert_cmpstr (((TambourHit *) g_ptr_array_index (hits, 2))->id, ==, TAMBOUR_RECORD (body)->id);
}

static void
test_codes_come_before_words (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourCase) meant = put_case (store, "IM0000004", "Something", "else");
  g_autoptr(TambourRecord) account = tambour_record_new (TAMBOUR_TYPE_ACCOUNT, NULL);
  g_autoptr(TambourCase) mentions = put_case (store, "IM0000005", "IM0000004 again", "IM0000004 orf IM0000004");
  g_autoptr(GPtrArray) hits = search (store, "im0000004");
  g_autoptr(GPtrArray) codes = NULL;

  g_assert_cmpuint (hits->len, ==, 2);
  g_assert_cmpstr (((TambourHit *) g_ptr_array_index (hits, 0))->id, ==, TAMBOUR_RECORD (meant)->id);

  g_assert_true (tambour_record_set_text (account, "name", "Unrelated name", NULL));
  g_assert_true (tambour_record_set_text (account, "short_code", "ORF", NULL));
  tambour_test_put (store, account);
  codes = search (store, "orf");
  g_assert_cmpuint (codes->len, ==, 2);
  g_assert_cmpstr (((TambourHit *) g_ptr_array_index (codes, 0))->id, ==, account->id);
}

static void
test_snippets_show_the_match (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(TambourCase) one = NULL;
  g_autoptr(GPtrArray) hits = NULL;
  const TambourHit *hit;

  for (guint i = 0; i < 60; i++)
    g_string_append (text, "früher wär älter\n");
  g_string_append (text, "die Störung im Ümläut-Netz");
  for (guint i = 0; i < 60; i++)
    g_string_append (text, " dahinter größer");

  one = put_case (store, "1", "Netz", text->str);
  hits = search (store, "storung uml");
  g_assert_cmpuint (hits->len, ==, 1);
  hit = g_ptr_array_index (hits, 0);

  g_assert_true (g_utf8_validate (hit->snippet, -1, NULL));
  g_assert_cmpuint (strlen (hit->snippet), <, 200);
  g_assert_null (strchr (hit->snippet, '\n'));
  g_assert_cmpuint (hit->spans->len, ==, 4);
  for (guint i = 0; i < hit->spans->len; i += 2)
    {
      guint start = g_array_index (hit->spans, guint, i);
      guint end = g_array_index (hit->spans, guint, i + 1);
      g_autofree char *marked = g_strndup (hit->snippet + start, end - start);

      g_assert_cmpstr (marked, ==, i == 0 ? "Störung" : "Ümläut");
    }
}

static void
test_every_kind_is_found (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(GRand) random = g_rand_new_with_seed (3);
  g_autoptr(GPtrArray) world = tambour_test_world_new (random);
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(GPtrArray) hits = NULL;
  guint n_searched = 0;

  for (guint i = 0; i < world->len; i++)
    {
      TambourRecord *record = g_ptr_array_index (world, i);

      g_set_str (&record->note, "findling");
      n_searched += !(TAMBOUR_RECORD_GET_CLASS (record)->traits & TAMBOUR_RECORD_DERIVED);
    }

  tambour_test_put_all (store, world);
  hits = tambour_store_search (store, "findl", 1000, NULL, NULL);
  g_assert_cmpuint (hits->len, ==, n_searched);
  for (guint i = 0; i < hits->len; i++)
    {
      const TambourHit *hit = g_ptr_array_index (hits, i);

      g_assert_cmpstr (hit->title, !=, "");
      g_assert_nonnull (hit->account_id);
      g_assert_nonnull (hit->klass);
    }
}

static void
test_no_more_than_asked_for (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(GPtrArray) cases = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) three = NULL;

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);

      g_ptr_array_add (cases, tambour_test_case_new (number, "Same"));
    }
  tambour_test_put_all (store, cases);

  g_assert_cmpuint (tambour_test_count_hits (store, "same"), ==, 50);
  three = tambour_store_search (store, "same", 3, NULL, NULL);
  g_assert_cmpuint (three->len, ==, 3);
}

/* A connection that looked at the index before has to see that it has changed. */
static void
test_checks_between_edits (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_autoptr(TambourCase) one = tambour_test_case_new (number, "Certificate of the portal");

      tambour_test_put (store, TAMBOUR_RECORD (one));
      g_set_str (&one->title, "Certificate renewed");
      tambour_test_put (store, TAMBOUR_RECORD (one));
      tambour_test_assert_clean (store);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/words-and-beginnings-are-found-whatever-the-accents", test_words_and_beginnings);
  g_test_add_func ("/search/long-beginnings-are-found", test_long_beginnings);
  g_test_add_func ("/search/many-words-may-begin-alike", test_many_words_of_one_beginning);
  g_test_add_func ("/search/what-is-typed-is-never-syntax", test_what_is_typed_is_no_syntax);
  g_test_add_func ("/search/edits-and-removals-are-followed", test_edits_are_followed);
  g_test_add_func ("/search/titles-come-first-then-the-newest", test_titles_come_first_then_the_newest);
  g_test_add_func ("/search/numbers-and-codes-come-before-words", test_codes_come_before_words);
  g_test_add_func ("/search/a-snippet-shows-the-match", test_snippets_show_the_match);
  g_test_add_func ("/search/every-kind-is-found", test_every_kind_is_found);
  g_test_add_func ("/search/checks-between-edits-find-nothing", test_checks_between_edits);
  g_test_add_func ("/search/no-more-comes-than-was-asked-for", test_no_more_than_asked_for);

  return g_test_run ();
}
