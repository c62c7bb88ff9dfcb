/* test-edit.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-test-records.h"
#include "tambour-test-store.h"

typedef struct
{
  TambourTestFile *file;
  TambourStore    *store;
  TambourRecord   *record;  /* as it was stored at first */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(TambourCase) one = tambour_test_case_new ("1", "First title");

  fixture->file = tambour_test_file_new ();
  fixture->store = tambour_test_create (fixture->file);
  g_set_str (&one->product, "Forwarder");
  tambour_test_put (fixture->store, TAMBOUR_RECORD (one));
  fixture->record = tambour_test_get (fixture->store, TAMBOUR_RECORD (one));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  tambour_test_assert_clean (fixture->store);
  tambour_store_close (fixture->store);
  g_clear_object (&fixture->record);
  g_clear_object (&fixture->store);
  g_clear_pointer (&fixture->file, tambour_test_file_free);
}

static gboolean
edit (Fixture        *fixture,
      TambourRecord  *base,
      TambourRecord  *record,
      gint64         *number,
      GError        **error)
{
  g_autoptr(TambourChange) change = tambour_change_new ("Editor", "Edit");
  gboolean ok;

  tambour_change_edit (change, base, record);
  ok = tambour_store_commit (fixture->store, change, error);
  if (number != NULL)
    *number = tambour_change_get_number (change);

  return ok;
}

static void
test_leaves_alone_what_it_did_not_touch (Fixture       *fixture,
                                         gconstpointer  data)
{
  g_autoptr(TambourRecord) mine = tambour_record_dup (fixture->record);
  g_autoptr(TambourRecord) theirs = tambour_record_dup (fixture->record);
  g_autoptr(TambourRecord) stored = NULL;
  g_autoptr(GError) error = NULL;

  g_set_str (&TAMBOUR_CASE (theirs)->product, "Resolver");
  tambour_test_put (fixture->store, theirs);

  g_set_str (&TAMBOUR_CASE (mine)->title, "Second title");
  g_assert_true (edit (fixture, fixture->record, mine, NULL, &error));
  g_assert_no_error (error);

  stored = tambour_test_get (fixture->store, mine);
  g_assert_cmpstr (TAMBOUR_CASE (stored)->title, ==, "Second title");
  g_assert_cmpstr (TAMBOUR_CASE (stored)->product, ==, "Resolver");
  g_assert_cmpstr (stored->updated_by, ==, "Editor");

  /* Whoever edited it knows what is stored. */
  tambour_test_assert_equal (mine, stored);
}

/* Whatever two people edit, what only one of them touched stands. */
static void
test_edits_of_different_fields_both_stand (Fixture       *fixture,
                                           gconstpointer  data)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (3);
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (fixture->record);

  for (guint round = 0; round < 60; round++)
    {
      g_autoptr(TambourRecord) base = tambour_test_get (fixture->store, fixture->record);
      g_autoptr(TambourRecord) first = tambour_record_dup (base);
      g_autoptr(TambourRecord) second = tambour_record_dup (base);
      g_autoptr(TambourRecord) stored = NULL;
      g_autoptr(GError) error = NULL;

      for (guint i = klass->n_common; i < klass->n_fields; i++)
        if (klass->fields[i].kind != TAMBOUR_KIND_REF)
          tambour_test_change_field (&klass->fields[i], g_rand_boolean (random) ? first : second, random);

      g_assert_true (edit (fixture, base, first, NULL, &error));
      g_assert_no_error (error);
      g_assert_true (edit (fixture, base, second, NULL, &error));
      g_assert_no_error (error);

      stored = tambour_test_get (fixture->store, base);
      for (guint i = klass->n_common; i < klass->n_fields; i++)
        g_assert_true (tambour_field_equal (&klass->fields[i], stored, second));
      for (guint i = klass->n_common; i < klass->n_fields; i++)
        if (!tambour_field_equal (&klass->fields[i], base, first))
          g_assert_true (tambour_field_equal (&klass->fields[i], stored, first));
    }
}

static void
test_of_the_same_field_the_last_stands (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autoptr(TambourRecord) mine = tambour_record_dup (fixture->record);
  g_autoptr(TambourRecord) theirs = tambour_record_dup (fixture->record);
  g_autoptr(TambourRecord) stored = NULL;

  g_set_str (&TAMBOUR_CASE (theirs)->title, "Theirs");
  tambour_test_put (fixture->store, theirs);
  g_set_str (&TAMBOUR_CASE (mine)->title, "Mine");
  g_assert_true (edit (fixture, fixture->record, mine, NULL, NULL));
  stored = tambour_test_get (fixture->store, mine);
  g_assert_cmpstr (TAMBOUR_CASE (stored)->title, ==, "Mine");
}

static void
test_of_nothing_writes_nothing (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr(TambourRecord) mine = tambour_record_dup (fixture->record);
  g_autoptr(TambourRecord) theirs = tambour_record_dup (fixture->record);
  gint64 last, number;

  g_set_str (&TAMBOUR_CASE (theirs)->title, "Theirs");
  last = tambour_test_put (fixture->store, theirs);
  g_assert_true (edit (fixture, fixture->record, mine, &number, NULL));
  g_assert_cmpint (number, ==, 0);
  g_assert_cmpint (tambour_store_last_change (fixture->store), ==, last);
  g_assert_cmpstr (TAMBOUR_CASE (mine)->title, ==, "Theirs");
}

static void
test_of_what_was_removed_is_refused (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autoptr(TambourRecord) mine = tambour_record_dup (fixture->record);
  g_autoptr(TambourRecord) copy = tambour_record_dup (fixture->record);
  g_autoptr(GError) error = NULL;

  tambour_test_remove (fixture->store, copy);
  g_set_str (&TAMBOUR_CASE (mine)->title, "Mine");
  g_assert_false (edit (fixture, fixture->record, mine, NULL, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED);
  g_assert_cmpstr (TAMBOUR_CASE (mine)->title, ==, "Mine");
  g_assert_false (tambour_record_is_deleted (mine));
}

static void
test_brings_back_what_was_removed (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autoptr(TambourRecord) removed = tambour_record_dup (fixture->record);
  g_autoptr(TambourRecord) back = NULL, stored = NULL;

  tambour_test_remove (fixture->store, removed);
  g_assert_true (tambour_record_is_deleted (removed));
  back = tambour_record_dup (removed);
  back->deleted_at.seconds = TAMBOUR_NEVER;
  g_assert_true (edit (fixture, removed, back, NULL, NULL));
  stored = tambour_test_get (fixture->store, back);
  g_assert_nonnull (stored);
  g_assert_false (tambour_record_is_deleted (stored));
  g_assert_cmpuint (tambour_test_count_hits (fixture->store, "First"), ==, 1);
}

static void
test_is_taken_back (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr(TambourRecord) mine = tambour_record_dup (fixture->record);
  g_autoptr(TambourRecord) stored = NULL;
  g_autoptr(GError) error = NULL;
  gint64 number;

  g_set_str (&TAMBOUR_CASE (mine)->title, "Mine");
  g_assert_true (edit (fixture, fixture->record, mine, &number, NULL));
  g_assert_true (tambour_store_undo (fixture->store, number, "Editor", NULL, &error));
  g_assert_no_error (error);
  stored = tambour_test_get (fixture->store, mine);
  g_assert_cmpstr (TAMBOUR_CASE (stored)->title, ==, "First title");
}

static void
test_settings_are_listed_by_their_beginning (Fixture       *fixture,
                                             gconstpointer  data)
{
  static const char * const names[] = { "draft:case:1", "draft:case:2", "draftsman", "me" };
  g_auto(GStrv) found = NULL;
  g_auto(GStrv) none = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_true (tambour_store_set_setting (fixture->store, names[i], "x", NULL));

  found = tambour_store_list_settings (fixture->store, "draft:", NULL);
  g_assert_cmpuint (g_strv_length (found), ==, 2);
  g_assert_cmpstr (found[0], ==, "draft:case:1");
  g_assert_cmpstr (found[1], ==, "draft:case:2");
  none = tambour_store_list_settings (fixture->store, "nothing", NULL);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
}

/* Who made it stays, also where the change says itself when it was made. */
static void
test_a_removal_keeps_who_made_it (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr(TambourRecord) record = tambour_record_new (TAMBOUR_TYPE_CASE, fixture->record->id);
  g_autoptr(TambourChange) change = tambour_change_new ("Somebody else", "Remove");
  g_autoptr(GError) error = NULL;

  tambour_change_set_time (change, (TambourInstant) { 1700000000 });
  tambour_change_remove (change, record);
  g_assert_true (tambour_store_commit (fixture->store, change, &error));
  g_assert_no_error (error);

  g_assert_cmpstr (record->created_by, ==, fixture->record->created_by);
  g_assert_cmpint (record->created_at.seconds, ==, fixture->record->created_at.seconds);
  g_assert_cmpstr (record->updated_by, ==, "Somebody else");
  g_assert_cmpint (record->deleted_at.seconds, ==, 1700000000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/edit/leaves-alone-what-it-did-not-touch", test_leaves_alone_what_it_did_not_touch);
  ADD ("/edit/edits-of-different-fields-both-stand", test_edits_of_different_fields_both_stand);
  ADD ("/edit/of-the-same-field-the-last-stands", test_of_the_same_field_the_last_stands);
  ADD ("/edit/of-nothing-writes-nothing", test_of_nothing_writes_nothing);
  ADD ("/edit/of-what-was-removed-is-refused", test_of_what_was_removed_is_refused);
  ADD ("/edit/brings-back-what-was-removed", test_brings_back_what_was_removed);
  ADD ("/edit/a-removal-keeps-who-made-it", test_a_removal_keeps_who_made_it);
  ADD ("/edit/is-taken-back", test_is_taken_back);
  ADD ("/edit/settings-are-listed-by-their-beginning", test_settings_are_listed_by_their_beginning);

  return g_test_run ();
}
