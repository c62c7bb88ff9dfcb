/* test-history.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-test-records.h"
#include "tambour-test-store.h"

#define N_EDITS 120

static void
undo (TambourStore *store,
      gint64        number)
{
  g_autoptr(GError) error = NULL;

  tambour_store_undo (store, number, "Undoer", NULL, &error);
  g_assert_no_error (error);
}

static void
assert_refused (TambourStore *store,
                gint64        number,
                const char   *named)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (tambour_store_undo (store, number, "Undoer", NULL, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, named));
}

static gboolean
is_there (TambourStore  *store,
          TambourRecord *record)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourRecord) found = tambour_store_get (store, TAMBOUR_RECORD_GET_CLASS (record), record->id, &error);

  if (found == NULL)
    g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND);

  return found != NULL;
}

static void
test_a_line_for_every_change (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourCase) one = tambour_test_case_new ("1", "Before");
  g_autoptr(GPtrArray) history = NULL;
  const char *actions[] = { "created", "changed", "removed", "restored" };
  gint64 removal;

  g_assert_cmpint (tambour_test_put (store, TAMBOUR_RECORD (one)), ==, 1);
  g_set_str (&one->title, "After");
  one->priority = TAMBOUR_PRIORITY_P1;
  g_assert_cmpint (tambour_test_put (store, TAMBOUR_RECORD (one)), ==, 2);
  removal = tambour_test_remove (store, TAMBOUR_RECORD (one));
  g_assert_cmpint (removal, ==, 3);
  g_assert_false (is_there (store, TAMBOUR_RECORD (one)));
  undo (store, removal);
  g_assert_true (is_there (store, TAMBOUR_RECORD (one)));

  history = tambour_store_history (store, TAMBOUR_RECORD (one)->id, NULL);
  g_assert_cmpuint (history->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      TambourHistoryEntry *entry = g_ptr_array_index (history, i);

      g_assert_cmpint (entry->change, ==, i + 1);
      g_assert_cmpstr (entry->action, ==, actions[i]);
      g_assert_cmpstr (entry->by, ==, i == 3 ? "Undoer" : "Tester");
    }

  {
    TambourHistoryEntry *edit = g_ptr_array_index (history, 1);

    g_assert_cmpuint (json_object_get_size (edit->before), ==, 2);
    g_assert_cmpstr (json_object_get_string_member (edit->before, "title"), ==, "Before");
    g_assert_cmpstr (json_object_get_string_member (edit->before, "priority"), ==, "none");
  }

  g_assert_cmpint (tambour_store_last_change (store), ==, 4);
}

static void
test_nothing_new_writes_nothing (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourCase) one = tambour_test_case_new ("1", "One");
  g_autoptr(TambourRecord) copy = NULL;
  gint64 updated_at;

  tambour_test_put (store, TAMBOUR_RECORD (one));
  updated_at = TAMBOUR_RECORD (one)->updated_at.seconds;
  copy = tambour_record_dup (TAMBOUR_RECORD (one));
  copy->updated_at.seconds = 0;
  copy->row = 0;

  g_assert_cmpint (tambour_test_put (store, copy), ==, 0);
  g_assert_cmpint (copy->updated_at.seconds, ==, updated_at);
  g_assert_cmpint (copy->row, ==, TAMBOUR_RECORD (one)->row);
  g_assert_cmpint (tambour_store_last_change (store), ==, 1);
}

static void
test_undo_and_redo (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourCase) one = tambour_test_case_new ("1", "Before");
  g_autoptr(TambourRecord) undone = NULL;
  g_autoptr(TambourRecord) redone = NULL;
  gint64 edit;

  tambour_test_put (store, TAMBOUR_RECORD (one));
  g_set_str (&one->title, "After");
  edit = tambour_test_put (store, TAMBOUR_RECORD (one));

  undo (store, edit);
  undone = tambour_test_get (store, TAMBOUR_RECORD (one));
  g_assert_cmpstr (TAMBOUR_CASE (undone)->title, ==, "Before");
  g_assert_cmpuint (tambour_test_count_hits (store, "before"), ==, 1);
  g_assert_cmpuint (tambour_test_count_hits (store, "after"), ==, 0);

  undo (store, edit + 1);
  redone = tambour_test_get (store, TAMBOUR_RECORD (one));
  g_assert_cmpstr (TAMBOUR_CASE (redone)->title, ==, "After");
  g_assert_cmpuint (tambour_test_count_hits (store, "after"), ==, 1);
}

static void
test_undo_keeps_later_work (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourCase) one = tambour_test_case_new ("1", "Before");
  g_autoptr(TambourRecord) found = NULL;
  gint64 made, title, priority;

  made = tambour_test_put (store, TAMBOUR_RECORD (one));
  g_set_str (&one->title, "After");
  title = tambour_test_put (store, TAMBOUR_RECORD (one));
  one->priority = TAMBOUR_PRIORITY_P2;
  priority = tambour_test_put (store, TAMBOUR_RECORD (one));

  undo (store, title);
  found = tambour_test_get (store, TAMBOUR_RECORD (one));
  g_assert_cmpstr (TAMBOUR_CASE (found)->title, ==, "Before");
  g_assert_cmpuint (TAMBOUR_CASE (found)->priority, ==, TAMBOUR_PRIORITY_P2);

  assert_refused (store, made, "priority");
  undo (store, priority);
  undo (store, made);
  g_assert_false (is_there (store, TAMBOUR_RECORD (one)));
}

static void
test_undo_of_the_same_field_is_refused (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(TambourCase) one = tambour_test_case_new ("1", "One");
  g_autoptr(GError) error = NULL;
  gint64 second;

  tambour_test_put (store, TAMBOUR_RECORD (one));
  g_set_str (&one->title, "Two");
  second = tambour_test_put (store, TAMBOUR_RECORD (one));
  g_set_str (&one->title, "Three");
  tambour_test_put (store, TAMBOUR_RECORD (one));
  assert_refused (store, second, "title");

  g_assert_false (tambour_store_undo (store, 99, "Undoer", NULL, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND);
}

static gint64
import_part (TambourStore *store,
             gint64        first,
             guint         i,
             GPtrArray    *cases)
{
  g_autoptr(TambourChange) change = tambour_change_new ("Importer", "Import cases");
  g_autoptr(GError) error = NULL;
  g_autofree char *number = g_strdup_printf ("IM%03u", i);
  TambourCase *one = tambour_test_case_new (number, "Imported");

  g_ptr_array_add (cases, one);
  tambour_change_set_continues (change, first);
  tambour_change_put (change, TAMBOUR_RECORD (one));

  /* The first case is changed by every part. */
  if (i > 0)
    {
      TambourCase *shared = g_ptr_array_index (cases, 0);

      shared->reopened_count = i;
      tambour_change_put (change, TAMBOUR_RECORD (shared));
    }

  tambour_store_commit (store, change, &error);
  g_assert_no_error (error);

  return tambour_change_get_number (change);
}

static void
test_an_import_in_parts_is_one_change (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(GPtrArray) cases = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) history = NULL;
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CASE);
  gint64 first = 0;
  gint64 last;

  for (guint i = 0; i < 5; i++)
    first = import_part (store, first, i, cases);
  g_assert_cmpint (first, ==, 1);

  history = tambour_store_history (store, TAMBOUR_RECORD (g_ptr_array_index (cases, 4))->id, NULL);
  g_assert_cmpint (((TambourHistoryEntry *) g_ptr_array_index (history, 0))->change, ==, 1);

  last = tambour_store_last_change (store);
  undo (store, first);
  g_assert_cmpint (tambour_store_count (store, query, NULL), ==, 0);
  g_assert_cmpuint (tambour_test_count_hits (store, "imported"), ==, 0);
  tambour_test_assert_clean (store);

  undo (store, last + 1);
  g_assert_cmpint (tambour_store_count (store, query, NULL), ==, 5);
  g_assert_cmpuint (tambour_test_count_hits (store, "imported"), ==, 5);
  {
    g_autoptr(TambourRecord) shared = tambour_test_get (store, g_ptr_array_index (cases, 0));

    g_assert_cmpint (TAMBOUR_CASE (shared)->reopened_count, ==, 4);
  }
  tambour_test_assert_clean (store);
}

static void
edit_something (TambourStore *store,
                GPtrArray    *world,
                GRand        *random)
{
  TambourRecord *record = g_ptr_array_index (world, g_rand_int_range (random, 0, world->len));
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);
  const TambourField *field = &klass->fields[g_rand_int_range (random, klass->n_common, klass->n_fields)];
  gboolean is_gone = !is_there (store, record);

  /* Who was purged does not come back: that is no edit. */
  if ((klass->traits & TAMBOUR_RECORD_DERIVED) || (field->flags & TAMBOUR_FIELD_PURGED))
    return;

  if (is_gone)
    {
      record->deleted_at.seconds = TAMBOUR_NEVER;
      tambour_test_put (store, record);
    }
  else if (g_rand_int_range (random, 0, 5) == 0)
    tambour_test_remove (store, record);
  else if (tambour_test_can_change (record, field))
    {
      tambour_test_change_field (field, record, random);
      if (field->kind == TAMBOUR_KIND_TEXT && g_rand_boolean (random))
        g_set_str (&record->extra, "{\"some\":1}");
      tambour_test_put (store, record);
    }
}

/* As a record is but for its stamps, which undoing sets anew. */
static void
assert_as_before (TambourStore  *store,
                  TambourRecord *before)
{
  g_autoptr(TambourRecord) now = tambour_test_get (store, before);

  now->updated_at = before->updated_at;
  g_set_str (&now->updated_by, before->updated_by);
  tambour_test_assert_equal (now, before);
}

static void
test_undoing_everything_returns_to_the_start (void)
{
  for (guint seed = 0; seed < 4; seed++)
    {
      g_autoptr(TambourTestFile) file = tambour_test_file_new ();
      g_autoptr(GRand) random = g_rand_new_with_seed (seed);
      g_autoptr(GPtrArray) world = tambour_test_world_new (random);
      g_autoptr(GPtrArray) start = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr(TambourStore) store = tambour_test_create (file);
      gint64 last;

      tambour_test_put_all (store, world);
      for (guint i = 0; i < world->len; i++)
        g_ptr_array_add (start, tambour_record_dup (g_ptr_array_index (world, i)));

      for (guint i = 0; i < N_EDITS; i++)
        edit_something (store, world, random);

      last = tambour_store_last_change (store);
      for (gint64 number = last; number > 1; number--)
        undo (store, number);

      for (guint i = 0; i < start->len; i++)
        assert_as_before (store, g_ptr_array_index (start, i));
      tambour_test_assert_clean (store);
    }
}

static void
test_undoing_a_creation_is_undone_too (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(GRand) random = g_rand_new_with_seed (9);
  g_autoptr(GPtrArray) world = tambour_test_world_new (random);
  g_autoptr(TambourStore) store = tambour_test_create (file);

  tambour_test_put_all (store, world);
  undo (store, 1);
  for (guint i = 0; i < world->len; i++)
    {
      TambourRecord *record = g_ptr_array_index (world, i);

      if (!(TAMBOUR_RECORD_GET_CLASS (record)->traits & TAMBOUR_RECORD_DERIVED))
        g_assert_false (is_there (store, record));
    }

  undo (store, 2);
  for (guint i = 0; i < world->len; i++)
    assert_as_before (store, g_ptr_array_index (world, i));
  tambour_test_assert_clean (store);
}

static void
test_what_was_removed_is_known_by_its_id (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  g_autoptr(GRand) random = g_rand_new_with_seed (1);
  g_autoptr(TambourRecord) account = tambour_test_record_new (TAMBOUR_TYPE_ACCOUNT, random);
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (account);
  g_autoptr(TambourRecord) removed = NULL;
  g_autoptr(GError) error = NULL;

  g_clear_pointer (&account->account_id.id, g_free);
  g_clear_pointer (&TAMBOUR_ACCOUNT (account)->plan_id.id, g_free);
  tambour_test_put (store, account);
  g_assert_null (tambour_store_get_removed (store, klass, account->id, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  tambour_test_remove (store, account);
  removed = tambour_store_get_removed (store, klass, account->id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (removed->id, ==, account->id);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/history/every-change-has-a-line", test_a_line_for_every_change);
  g_test_add_func ("/history/what-says-nothing-new-is-not-written", test_nothing_new_writes_nothing);
  g_test_add_func ("/history/undoing-the-undo-redoes", test_undo_and_redo);
  g_test_add_func ("/history/undo-keeps-later-work-on-other-fields", test_undo_keeps_later_work);
  g_test_add_func ("/history/undo-is-refused-when-the-field-changed-again", test_undo_of_the_same_field_is_refused);
  g_test_add_func ("/history/an-import-in-parts-is-undone-at-once", test_an_import_in_parts_is_one_change);
  g_test_add_func ("/history/undoing-everything-returns-to-the-start", test_undoing_everything_returns_to_the_start);
  g_test_add_func ("/history/what-was-removed-is-known-by-its-id", test_what_was_removed_is_known_by_its_id);
  g_test_add_func ("/history/undoing-a-creation-is-undone-too", test_undoing_a_creation_is_undone_too);

  return g_test_run ();
}
