/* test-record-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-fixture.h"

static TambourTestUi *
open_demo (int width,
           int height)
{
  TambourTestUi *ui = tambour_test_ui_new_demo (width, height);

  tambour_test_ui_present (ui);

  return ui;
}

static TambourRecord *
find_account (TambourTestUi *ui)
{
  return record_fixture_find (ui, TAMBOUR_TYPE_ACCOUNT, "name = \"Saint Orla Hospitals\"");
}

static void
test_makes_a_record_by_keyboard (void)
{
  g_autoptr(TambourTestUi) ui = open_demo (1280, 820);
  g_autoptr(TambourRecord) account = find_account (ui);
  g_autoptr(TambourRecord) record = NULL;
  TambourActionItem *action;

  record_fixture_new (ui, "action_item", account->id);
  g_assert_false (record_fixture_can_save (ui));
  tambour_test_wait_text (record_fixture_dialog (ui), "Required");
  tambour_test_wait_text (record_fixture_dialog (ui), "Title is missing");
  tambour_test_picture (ui->window, "record-dialog-new");

  tambour_test_type (ui->window, "Send query volume");
  g_assert_true (record_fixture_can_save (ui));
  record_fixture_type (ui, "due", "fri");
  tambour_test_wait_text (record_fixture_dialog (ui), "Fri 27 Nov");
  record_fixture_type (ui, "owner", "Mira");
  record_fixture_save (ui);

  record = record_fixture_find (ui, TAMBOUR_TYPE_ACTION_ITEM, "title = \"Send query volume\"");
  action = TAMBOUR_ACTION_ITEM (record);
  g_assert_cmpstr (record->account_id.id, ==, account->id);
  g_assert_cmpstr (action->owner, ==, "Mira");
  g_assert_cmpuint (action->due.julian, ==, tambour_date_new (2026, 11, 27).julian);
  tambour_test_wait_text (ui->window, "“\xe2\x81\xa8Send query volume\xe2\x81\xa9” added");
}

static void
test_edits_and_takes_back (void)
{
  g_autoptr(TambourTestUi) ui = open_demo (1280, 820);
  g_autoptr(TambourRecord) record = record_fixture_find (ui, TAMBOUR_TYPE_CASE, "number = 4117");
  g_autoptr(TambourRecord) saved = NULL, undone = NULL, redone = NULL;

  record_fixture_edit (ui, record);
  tambour_test_assert_named (ui->window);
  tambour_test_picture (ui->window, "record-dialog");
  record_fixture_type (ui, "title", "Another title");
  record_fixture_save (ui);
  saved = record_fixture_get (ui, record);
  g_assert_cmpstr (TAMBOUR_CASE (saved)->title, ==, "Another title");

  tambour_test_press (ui->window, "<Control>z");
  tambour_test_wait_text (ui->window, "Undone: Edit “\xe2\x81\xa8"
                                      "Another title\xe2\x81\xa9”");
  undone = record_fixture_get (ui, record);
  g_assert_cmpstr (TAMBOUR_CASE (undone)->title, ==, TAMBOUR_CASE (record)->title);

  tambour_test_press (ui->window, "<Control><Shift>z");
  tambour_test_wait_text (ui->window, "Done again: Edit “\xe2\x81\xa8"
                                      "Another title\xe2\x81\xa9”");
  redone = record_fixture_get (ui, record);
  g_assert_cmpstr (TAMBOUR_CASE (redone)->title, ==, "Another title");
}

static void
test_saving_nothing_changes_nothing (void)
{
  g_autoptr(TambourTestUi) ui = open_demo (1280, 820);
  g_autoptr(TambourRecord) record = record_fixture_find (ui, TAMBOUR_TYPE_CASE, "number = 4117");
  gint64 before = tambour_store_last_change (ui->store);

  record_fixture_edit (ui, record);
  record_fixture_save (ui);
  g_assert_cmpint (tambour_store_last_change (ui->store), ==, before);
}

static gboolean
has_problem (gpointer data)
{
  return tambour_field_row_get_problem (data) != NULL;
}

static gboolean
has_no_problem (gpointer data)
{
  return tambour_field_row_get_problem (data) == NULL;
}

static void
test_says_what_is_wrong_while_it_is_typed (void)
{
  g_autoptr(TambourTestUi) ui = open_demo (1280, 820);
  g_autoptr(TambourRecord) account = find_account (ui);
  TambourFieldRow *row;

  record_fixture_new (ui, "action_item", account->id);
  record_fixture_type (ui, "title", "Something");
  row = record_fixture_row (record_fixture_dialog (ui), "due");
  record_fixture_type (ui, "due", "someday");
  g_assert_cmpstr (tambour_field_row_get_problem (row), ==, "This takes a date, such as 4 Dec, fri or +3d");
  tambour_test_wait_text (row, "This takes a date, such as 4 Dec, fri or +3d");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (row), "error"));
  g_assert_false (record_fixture_can_save (ui));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (record_fixture_editor (record_fixture_dialog (ui), "due")),
                                    GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  tambour_test_picture (ui->window, "record-dialog-error");

  /* Saving leads to what is wrong, and writes nothing. */
  record_fixture_type (ui, "owner", "Mira");
  tambour_test_press (ui->window, "<Control>Return");
  g_assert_nonnull (record_fixture_dialog (ui));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (ui->window)), GTK_WIDGET (row)));

  record_fixture_type (ui, "due", "+3d");
  g_assert_null (tambour_field_row_get_problem (row));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (row), "error"));
  record_fixture_save (ui);
}

static void
test_the_desk_looks_at_what_is_typed (void)
{
  g_autoptr(TambourTestUi) ui = open_demo (1280, 820);
  g_autoptr(TambourRecord) record = record_fixture_find (ui, TAMBOUR_TYPE_CONTACT, "name = \"Marcus Feld\"");
  TambourFieldRow *row;

  record_fixture_edit (ui, record);
  row = record_fixture_row (record_fixture_dialog (ui), "tz");
  record_fixture_type (ui, "tz", "Europe/Atlantis");
  tambour_test_wait (has_problem, row);
  g_assert_false (record_fixture_can_save (ui));
  record_fixture_type (ui, "tz", "Europe/Oslo");
  tambour_test_wait (has_no_problem, row);
  record_fixture_save (ui);
}

static void
test_a_refusal_loses_nothing (void)
{
  g_autoptr(TambourTestUi) ui = open_demo (1280, 820);
  g_autoptr(TambourRecord) record = record_fixture_find (ui, TAMBOUR_TYPE_CASE, "number = 4117");
  g_autofree char *title = NULL;

  record_fixture_edit (ui, record);
  record_fixture_type (ui, "title", "Typed for nothing");
  tambour_store_close (ui->store);
  tambour_test_press (ui->window, "<Control>Return");
  g_assert_nonnull (record_fixture_dialog (ui));
  g_assert_cmpstr (record_fixture_text (record_fixture_dialog (ui), "title"), ==, "Typed for nothing");
  g_assert_true (record_fixture_can_save (ui));
  title = g_strdup_printf ("“%s” has been closed.", tambour_store_get_path (ui->store));
  tambour_test_wait_text (record_fixture_dialog (ui), title);
  tambour_test_picture (ui->window, "record-dialog-refused");
}

static void
change (TambourTestUi *ui,
        TambourRecord *record,
        const char    *field,
        const char    *text)
{
  g_autoptr(TambourRecord) other = record_fixture_get (ui, record);
  g_autoptr(GError) error = NULL;

  tambour_record_set_text (other, field, text, &error);
  g_assert_no_error (error);
  tambour_test_ui_put (ui, other);
}

static gboolean
has_note (gpointer data)
{
  return tambour_field_row_get_note (data) != NULL;
}

static gboolean
says_other_product (gpointer data)
{
  return g_str_equal (record_fixture_text (data, "product"), "Other product");
}

static void
test_a_change_outside_shows_and_what_is_typed_stays (void)
{
  g_autoptr(TambourTestUi) ui = open_demo (1280, 820);
  g_autoptr(TambourRecord) record = record_fixture_find (ui, TAMBOUR_TYPE_CASE, "number = 4117");
  g_autoptr(TambourRecord) saved = NULL;
  TambourFieldRow *title;

  record_fixture_edit (ui, record);
  title = record_fixture_row (record_fixture_dialog (ui), "title");
  record_fixture_type (ui, "title", "Mine");
  change (ui, record, "product", "Other product");
  tambour_test_wait (says_other_product, record_fixture_dialog (ui));
  g_assert_cmpstr (record_fixture_text (record_fixture_dialog (ui), "title"), ==, "Mine");
  g_assert_null (tambour_field_row_get_note (title));

  change (ui, record, "title", "Theirs");
  tambour_test_wait (has_note, title);
  g_assert_nonnull (strstr (tambour_field_row_get_note (title), "Theirs"));
  g_assert_nonnull (strstr (tambour_field_row_get_note (title), "Another"));
  g_assert_cmpstr (record_fixture_text (record_fixture_dialog (ui), "title"), ==, "Mine");
  tambour_test_picture (ui->window, "record-dialog-theirs");

  /* Only what was typed is written. */
  change (ui, record, "impact", "Written while saving");
  record_fixture_save (ui);
  saved = record_fixture_get (ui, record);
  g_assert_cmpstr (TAMBOUR_CASE (saved)->title, ==, "Mine");
  g_assert_cmpstr (TAMBOUR_CASE (saved)->product, ==, "Other product");
  g_assert_cmpstr (TAMBOUR_CASE (saved)->impact, ==, "Written while saving");
}

static void
test_what_they_wrote_can_be_taken (void)
{
  g_autoptr(TambourTestUi) ui = open_demo (1280, 820);
  g_autoptr(TambourRecord) record = record_fixture_find (ui, TAMBOUR_TYPE_CASE, "number = 4117");
  TambourFieldRow *title;
  GtkWidget *button;

  record_fixture_edit (ui, record);
  title = record_fixture_row (record_fixture_dialog (ui), "title");
  record_fixture_type (ui, "title", "Mine");
  change (ui, record, "title", "Theirs");
  tambour_test_wait (has_note, title);
  button = tambour_test_find (title, GTK_TYPE_BUTTON, "Use _Theirs");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (record_fixture_text (record_fixture_dialog (ui), "title"), ==, "Theirs");
  g_assert_null (tambour_field_row_get_note (title));
}

static gboolean
offers_new (gpointer data)
{
  TambourTestUi *ui = data;

  return tambour_test_find (record_fixture_dialog (ui), GTK_TYPE_BUTTON, "Keep as _New") != NULL;
}

static void
test_a_record_removed_outside_can_be_kept_as_new (void)
{
  g_autoptr(TambourTestUi) ui = open_demo (1280, 820);
  g_autoptr(TambourRecord) record = record_fixture_find (ui, TAMBOUR_TYPE_GOAL, NULL);
  g_autoptr(TambourChange) removal = tambour_change_new ("Another", "Remove");
  g_autoptr(TambourRecord) copy = tambour_record_dup (record);
  g_autoptr(TambourRecord) kept = NULL, gone = NULL;
  g_autoptr(GError) error = NULL;

  record_fixture_edit (ui, record);
  record_fixture_type (ui, "metric", "Kept words");
  tambour_change_remove (removal, copy);
  tambour_store_commit (ui->store, removal, &error);
  g_assert_no_error (error);
  tambour_test_wait (offers_new, ui);
  g_assert_false (record_fixture_can_save (ui));
  tambour_test_picture (ui->window, "record-dialog-removed");

  g_signal_emit_by_name (tambour_test_find (record_fixture_dialog (ui), GTK_TYPE_BUTTON, "Keep as _New"), "clicked");
  tambour_test_settle ();
  g_assert_true (record_fixture_can_save (ui));
  record_fixture_save (ui);
  kept = record_fixture_find (ui, TAMBOUR_TYPE_GOAL, "metric = \"Kept words\"");
  g_assert_cmpstr (kept->id, !=, record->id);
  gone = record_fixture_get (ui, record);
  g_assert_null (gone);
}

static void
test_fixed_fields_cannot_be_edited (void)
{
  g_autoptr(TambourTestUi) ui = open_demo (1280, 820);
  g_autoptr(TambourRecord) record = record_fixture_find (ui, TAMBOUR_TYPE_COMMITMENT, NULL);

  record_fixture_edit (ui, record);
  g_assert_false (tambour_field_row_is_editable (record_fixture_row (record_fixture_dialog (ui), "text")));
  g_assert_true (tambour_field_row_is_editable (record_fixture_row (record_fixture_dialog (ui), "due")));
  tambour_test_picture (ui->window, "record-dialog-fixed");
}

static void
test_history_is_corrected_by_another_line (void)
{
  g_autoptr(TambourTestUi) ui = open_demo (1280, 820);
  g_autoptr(TambourRecord) record = record_fixture_find (ui, TAMBOUR_TYPE_GOAL_READING, NULL);
  guint before = record_fixture_count (ui, TAMBOUR_TYPE_GOAL_READING, NULL);

  record_fixture_edit (ui, record);
  g_assert_true (tambour_field_row_is_editable (record_fixture_row (record_fixture_dialog (ui), "value")));
  record_fixture_type (ui, "value", "41.5");
  record_fixture_save (ui);
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_GOAL_READING, NULL), ==, before + 1);
}

static void
test_removes_and_brings_back (void)
{
  g_autoptr(TambourTestUi) ui = open_demo (1280, 820);
  g_autoptr(TambourRecord) record = record_fixture_find (ui, TAMBOUR_TYPE_ACTION_ITEM, NULL);
  g_autoptr(TambourRecord) gone = NULL, back = NULL;

  record_fixture_edit (ui, record);
  gtk_widget_activate_action (GTK_WIDGET (record_fixture_dialog (ui)), "dialog.remove", NULL);
  record_fixture_wait_gone (ui);
  gone = record_fixture_get (ui, record);
  g_assert_null (gone);

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.undo", NULL);
  tambour_test_settle ();
  back = record_fixture_get (ui, record);
  g_assert_nonnull (back);
}

static void
test_names_show_as_they_are_typed (void)
{
  g_autoptr(TambourTestUi) ui = open_demo (1280, 820);
  g_autoptr(TambourRecord) account = find_account (ui);
  g_autoptr(GString) name = g_string_new ("<b>%s</b> &amp; \"quoted\" القاهرة 🥁 ");
  g_autoptr(TambourRecord) record = tambour_record_new (TAMBOUR_TYPE_ACTION_ITEM, NULL);

  while (g_utf8_strlen (name->str, -1) < 500)
    g_string_append (name, "Langernamedernichtaufhört");
  g_set_str (&record->account_id.id, account->id);
  TAMBOUR_ACTION_ITEM (record)->title = g_strdup (name->str);
  TAMBOUR_ACTION_ITEM (record)->owner = g_strdup (name->str);
  tambour_test_ui_put (ui, record);

  record_fixture_edit (ui, record);
  g_assert_cmpstr (record_fixture_text (record_fixture_dialog (ui), "title"), ==, name->str);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (ui->window)), <=, 1280);
  tambour_test_picture (ui->window, "record-dialog-hostile");
  record_fixture_type (ui, "owner", "x");
  record_fixture_save (ui);
  tambour_test_picture (ui->window, "record-dialog-hostile-toast");
}

static void
test_fits_a_narrow_window (void)
{
  g_autoptr(TambourTestUi) ui = open_demo (360, 720);
  g_autoptr(TambourRecord) record = record_fixture_find (ui, TAMBOUR_TYPE_AGREEMENT, NULL);

  record_fixture_edit (ui, record);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (ui->window)), <=, 360);
  tambour_test_picture (ui->window, "record-dialog-narrow");
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/record-dialog/makes-a-record-by-keyboard", test_makes_a_record_by_keyboard);
  g_test_add_func ("/record-dialog/edits-and-takes-back", test_edits_and_takes_back);
  g_test_add_func ("/record-dialog/saving-nothing-changes-nothing", test_saving_nothing_changes_nothing);
  g_test_add_func ("/record-dialog/says-what-is-wrong-while-it-is-typed", test_says_what_is_wrong_while_it_is_typed);
  g_test_add_func ("/record-dialog/the-desk-looks-at-what-is-typed", test_the_desk_looks_at_what_is_typed);
  g_test_add_func ("/record-dialog/a-refusal-loses-nothing", test_a_refusal_loses_nothing);
  g_test_add_func ("/record-dialog/a-change-outside-shows-and-what-is-typed-stays",
                   test_a_change_outside_shows_and_what_is_typed_stays);
  g_test_add_func ("/record-dialog/what-they-wrote-can-be-taken", test_what_they_wrote_can_be_taken);
  g_test_add_func ("/record-dialog/a-record-removed-outside-can-be-kept-as-new",
                   test_a_record_removed_outside_can_be_kept_as_new);
  g_test_add_func ("/record-dialog/fixed-fields-cannot-be-edited", test_fixed_fields_cannot_be_edited);
  g_test_add_func ("/record-dialog/history-is-corrected-by-another-line", test_history_is_corrected_by_another_line);
  g_test_add_func ("/record-dialog/removes-and-brings-back", test_removes_and_brings_back);
  g_test_add_func ("/record-dialog/names-show-as-they-are-typed", test_names_show_as_they_are_typed);
  g_test_add_func ("/record-dialog/fits-a-narrow-window", test_fits_a_narrow_window);

  return g_test_run ();
}
