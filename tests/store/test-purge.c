/* test-purge.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE /* memmem */
#include <string.h>

#include "tambour-people.h"
#include "tambour-purge.h"
#include "tambour-report.h"
#include "tambour-test-records.h"
#include "tambour-test-replica.h"
#include "tambour-test-store.h"

#define SECRET "Quetzalcoatlus"

/* Whether the words are in the file, in whatever part of it, or in the log beside it. */
static gboolean
file_contains (TambourTestFile *file,
               const char      *words)
{
  g_autofree char *log_path = g_strconcat (file->path, "-wal", NULL);
  const char *paths[] = { file->path, log_path };
  g_autofree char *folded = g_ascii_strdown (words, -1);

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *bytes = NULL;
      gsize length = 0;

      if (g_file_get_contents (paths[i], &bytes, &length, NULL) &&
          (memmem (bytes, length, words, strlen (words)) || memmem (bytes, length, folded, strlen (folded))))
        return TRUE;
    }

  return FALSE;
}

static TambourContact *
make_contact (TambourStore *store)
{
  TambourContact *contact = TAMBOUR_CONTACT (tambour_record_new (TAMBOUR_TYPE_CONTACT, NULL));

  contact->name = g_strdup (SECRET);
  contact->email = g_strdup ("first@" SECRET ".example");
  contact->role = TAMBOUR_CONTACT_ROLE_CHAMPION;
  TAMBOUR_RECORD (contact)->extra = g_strdup ("{\"pager\":\"" SECRET "\"}");
  tambour_test_put (store, TAMBOUR_RECORD (contact));
  g_set_str (&contact->email, "second@" SECRET ".example");
  TAMBOUR_RECORD (contact)->note = g_strdup ("Likes " SECRET);
  contact->role = TAMBOUR_CONTACT_ROLE_ADMIN;
  tambour_test_put (store, TAMBOUR_RECORD (contact));

  return contact;
}

static void
purge (TambourStore  *store,
       TambourRecord *record)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (tambour_store_purge (store, record, "–", "Purger", &error));
  g_assert_no_error (error);
}

static void
assert_purged (TambourStore  *store,
               TambourRecord *record)
{
  g_autoptr(TambourRecord) stored = tambour_test_get (store, record);
  TambourContact *contact = TAMBOUR_CONTACT (stored);

  g_assert_cmpstr (contact->name, ==, "–");
  g_assert_null (contact->email);
  g_assert_null (stored->note);
  g_assert_null (stored->extra);
  g_assert_true (tambour_instant_is_stated (contact->purged_at));
  g_assert_cmpint (contact->role, ==, TAMBOUR_CONTACT_ROLE_ADMIN);
}

static void
test_a_purged_person_is_nowhere_in_the_file (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourContact) contact = make_contact (store);
  g_autoptr(GPtrArray) history = NULL;
  TambourHistoryEntry *line;

  g_assert_cmpuint (tambour_test_count_hits (store, SECRET), ==, 1);
  g_assert_true (file_contains (file, SECRET));
  purge (store, TAMBOUR_RECORD (contact));

  assert_purged (store, TAMBOUR_RECORD (contact));
  g_assert_cmpuint (tambour_test_count_hits (store, SECRET), ==, 0);
  g_assert_false (file_contains (file, SECRET));

  history = tambour_store_history (store, TAMBOUR_RECORD (contact)->id, NULL);
  g_assert_cmpuint (history->len, ==, 3);
  line = g_ptr_array_index (history, 1);
  g_assert_true (json_object_has_member (line->before, "role"));
  line = g_ptr_array_index (history, 2);
  g_assert_cmpstr (line->by, ==, "Purger");
  g_assert_cmpstr (line->label, ==, "Remove personal data");
  g_assert_cmpuint (json_object_get_size (line->before), ==, 1);
  g_assert_true (json_object_has_member (line->before, "purged_at"));
  tambour_test_assert_clean (store);
}

static void
test_nothing_brings_a_purged_person_back (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourContact) contact = make_contact (store);
  g_autoptr(TambourRecord) revision = NULL;
  g_autoptr(GError) error = NULL;

  tambour_test_seal (store, TAMBOUR_RECORD (contact)->id, "1-a");
  purge (store, TAMBOUR_RECORD (contact));
  tambour_test_assert_unsealed (store, TAMBOUR_RECORD (contact)->id, NULL);
  g_assert_false (tambour_store_undo (store, 3, "Undoer", NULL, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED);
  assert_purged (store, TAMBOUR_RECORD (contact));
  g_clear_error (&error);

  revision = tambour_replica_read_revision (store, TAMBOUR_RECORD (contact)->id, "1-a", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (TAMBOUR_CONTACT (revision)->name, ==, "–");
  g_assert_false (tambour_instant_is_stated (TAMBOUR_CONTACT (revision)->purged_at));
}

static void
test_a_purge_elsewhere_reaches_the_history_here (void)
{
  g_autoptr(TambourTestFile) here_file = tambour_test_file_new ();
  g_autoptr(TambourStore) here = tambour_test_create (here_file);
  g_autoptr(TambourContact) contact = make_contact (here);
  g_autoptr(TambourRecord) theirs = tambour_record_dup (TAMBOUR_RECORD (contact));
  g_autoptr(GPtrArray) history = NULL;

  tambour_purge_record (theirs, "–", (TambourInstant) { 1700000000 });
  tambour_test_receive (here, theirs, "2-b");

  assert_purged (here, TAMBOUR_RECORD (contact));
  history = tambour_store_history (here, TAMBOUR_RECORD (contact)->id, NULL);
  g_assert_cmpuint (history->len, ==, 3);
  for (guint i = 0; i < history->len; i++)
    {
      TambourHistoryEntry *line = g_ptr_array_index (history, i);

      g_assert_true (line->before == NULL || !json_object_has_member (line->before, "email"));
    }
  g_assert_false (file_contains (here_file, SECRET));
  g_assert_cmpuint (tambour_test_count_hits (here, SECRET), ==, 0);
  tambour_test_assert_clean (here);
}

/* Called by what it is called. */
static void
put_as (TambourStore  *store,
        TambourRecord *record,
        const char    *label)
{
  g_autoptr(TambourChange) change = tambour_change_new ("Tester", label);
  g_autoptr(GError) error = NULL;

  tambour_change_put (change, record);
  g_assert_true (tambour_store_commit (store, change, &error));
  g_assert_no_error (error);
}

static TambourConflict *
make_conflict (TambourRecord *contact)
{
  TambourConflict *conflict = TAMBOUR_CONFLICT (tambour_record_new (TAMBOUR_TYPE_CONFLICT, NULL));

  conflict->record_id = g_strdup (contact->id);
  conflict->record_kind = g_strdup ("contact");
  conflict->field = g_strdup ("email");
  conflict->kept = g_strdup ("kept@" SECRET ".example");
  conflict->other = g_strdup ("other@" SECRET ".example");

  return conflict;
}

static const char * const drafts[] = { "draft:contact:%s", "draft:text:contact:%s", "draft:step:contact:%s:2" };

/* All that a file may say of somebody beside the record itself. */
static void
leave_traces (TambourStore    *store,
              TambourContact  *contact,
              TambourConflict *conflict)
{
  TambourRecord *record = TAMBOUR_RECORD (contact);
  g_autoptr(TambourCase) other = tambour_test_case_new ("1", "Another");
  g_autofree char *begun = g_strdup_printf ("draft:action:new:contact_id=%s", record->id);

  put_as (store, TAMBOUR_RECORD (other), "Told by " SECRET ", and by nobody else");
  tambour_test_seal (store, TAMBOUR_RECORD (other)->id, "1-o");
  contact->phone = g_strdup ("+49 30 123");
  put_as (store, record, "Edit “" SECRET "” (second@" SECRET ".example)");
  g_set_str (&contact->name, SECRET " the Second");
  put_as (store, record, "Rename “" SECRET "”");
  put_as (store, TAMBOUR_RECORD (conflict), "Received");

  for (guint i = 0; i < G_N_ELEMENTS (drafts); i++)
    {
      g_autoptr(GString) key = g_string_new (drafts[i]);

      g_string_replace (key, "%s", record->id, 1);
      g_assert_true (tambour_store_set_setting (store, key->str, "{\"fields\":{\"note\":\"" SECRET " likes it\"}}", NULL));
    }
  g_assert_true (tambour_store_set_setting (store, begun, "{\"fields\":{\"title\":\"Ring back\"}}", NULL));
}

static void
assert_no_traces (TambourTestFile *file,
                  TambourStore    *store,
                  TambourContact  *contact,
                  TambourConflict *conflict)
{
  TambourRecord *record = TAMBOUR_RECORD (contact);
  g_autofree char *labels = tambour_test_ask_sql (file->path, "SELECT label FROM changes ORDER BY number");
  g_auto(GStrv) left = tambour_store_list_settings (store, "draft:", NULL);
  g_autoptr(TambourRecord) quote = tambour_test_get (store, TAMBOUR_RECORD (conflict));

  g_assert_nonnull (strstr (labels, "Told by –, and by nobody else\n"));
  g_assert_nonnull (strstr (labels, "Edit “–” (–)\n"));
  g_assert_nonnull (strstr (labels, "Rename “–”\n"));
  g_assert_cmpuint (g_strv_length (left), ==, 1);
  g_assert_true (g_str_has_suffix (left[0], record->id));
  g_assert_null (TAMBOUR_CONFLICT (quote)->kept);
  g_assert_null (TAMBOUR_CONFLICT (quote)->other);
  g_assert_true (tambour_instant_is_stated (TAMBOUR_CONFLICT (quote)->purged_at));
  g_assert_false (file_contains (file, SECRET));
  tambour_test_assert_clean (store);
}

static void
test_every_trace_goes (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourContact) contact = make_contact (store);
  g_autoptr(TambourConflict) conflict = make_conflict (TAMBOUR_RECORD (contact));
  g_autoptr(GPtrArray) history = NULL;

  leave_traces (store, contact, conflict);
  tambour_test_seal (store, TAMBOUR_RECORD (conflict)->id, "1-c");
  purge (store, TAMBOUR_RECORD (contact));
  assert_no_traces (file, store, contact, conflict);

  /* It is an edit, which the others get. */
  history = tambour_store_history (store, TAMBOUR_RECORD (conflict)->id, NULL);
  g_assert_cmpuint (history->len, ==, 2);
  g_assert_cmpstr (((TambourHistoryEntry *) history->pdata[1])->by, ==, "Purger");
  tambour_test_assert_unsealed (store, TAMBOUR_RECORD (contact)->id, TAMBOUR_RECORD (conflict)->id, NULL);
}

/* A purge that comes from another laptop is an edit there, and the same here. */
static void
test_every_trace_goes_elsewhere_too (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourContact) contact = make_contact (store);
  g_autoptr(TambourConflict) conflict = make_conflict (TAMBOUR_RECORD (contact));
  g_autoptr(TambourRecord) theirs = NULL;
  g_autoptr(GPtrArray) history = NULL;

  leave_traces (store, contact, conflict);
  tambour_test_seal (store, TAMBOUR_RECORD (contact)->id, "1-a");
  tambour_test_seal (store, TAMBOUR_RECORD (conflict)->id, "1-c");
  theirs = tambour_record_dup (TAMBOUR_RECORD (contact));
  tambour_purge_record (theirs, "–", (TambourInstant) { 1700000000 });
  tambour_test_stamp (theirs, "Purger", 1700000000);
  tambour_test_receive (store, theirs, "2-b");
  assert_no_traces (file, store, contact, conflict);

  history = tambour_store_history (store, TAMBOUR_RECORD (conflict)->id, NULL);
  g_assert_cmpuint (history->len, ==, 1);
  tambour_test_assert_unsealed (store, NULL);
}

/* A word that only begins so is another one; what is only quoted where the person was
 * edited is left alone elsewhere.
 */
static void
test_other_words_stay (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourContact) contact = TAMBOUR_CONTACT (tambour_record_new (TAMBOUR_TYPE_CONTACT, NULL));
  g_autoptr(TambourCase) one = tambour_test_case_new ("1", "One");
  g_autoptr(TambourCase) two = tambour_test_case_new ("2", "Two");
  g_autofree char *labels = NULL;

  contact->name = g_strdup ("Ann");
  contact->title = g_strdup ("Director");
  put_as (store, TAMBOUR_RECORD (contact), "Add “Ann”, Director");
  put_as (store, TAMBOUR_RECORD (one), "Annual review for Ann, Joann and Änn");
  put_as (store, TAMBOUR_RECORD (two), "Ask the Director");
  purge (store, TAMBOUR_RECORD (contact));

  labels = tambour_test_ask_sql (file->path, "SELECT label FROM changes ORDER BY number LIMIT 3");
  g_assert_cmpstr (labels, ==, "Add “–”, –\nAnnual review for –, Joann and Änn\nAsk the Director\n");
}

/* The same person twice, and a conflict that was purged before. */
static void
test_purging_again_changes_nothing (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourContact) contact = make_contact (store);
  g_autoptr(TambourConflict) conflict = make_conflict (TAMBOUR_RECORD (contact));
  g_autoptr(TambourRecord) twice = NULL;

  leave_traces (store, contact, conflict);
  purge (store, TAMBOUR_RECORD (contact));
  twice = tambour_test_get (store, TAMBOUR_RECORD (contact));
  tambour_test_receive (store, twice, "2-b");
  assert_no_traces (file, store, contact, conflict);
}

static void
test_what_has_no_person_is_not_purged (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourCase) one = tambour_test_case_new ("1", "One");
  g_autoptr(TambourRecord) nobody = tambour_record_new (TAMBOUR_TYPE_CONTACT, NULL);
  g_autoptr(GError) error = NULL;

  tambour_test_put (store, TAMBOUR_RECORD (one));
  g_assert_false (tambour_store_purge (store, TAMBOUR_RECORD (one), "–", "Purger", &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED);
  g_clear_error (&error);

  g_assert_false (tambour_store_purge (store, nobody, "–", "Purger", &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/purge/a-purged-person-is-nowhere-in-the-file", test_a_purged_person_is_nowhere_in_the_file);
  g_test_add_func ("/purge/nothing-brings-a-purged-person-back", test_nothing_brings_a_purged_person_back);
  g_test_add_func ("/purge/a-purge-elsewhere-reaches-the-history-here", test_a_purge_elsewhere_reaches_the_history_here);
  g_test_add_func ("/purge/every-trace-goes-with-it", test_every_trace_goes);
  g_test_add_func ("/purge/every-trace-goes-from-the-other-laptops", test_every_trace_goes_elsewhere_too);
  g_test_add_func ("/purge/other-words-stay", test_other_words_stay);
  g_test_add_func ("/purge/what-is-purged-is-not-purged-again", test_purging_again_changes_nothing);
  g_test_add_func ("/purge/what-has-no-person-is-not-purged", test_what_has_no_person_is_not_purged);

  return g_test_run ();
}
