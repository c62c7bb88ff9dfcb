/* test-record-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-fixture.h"
#include "tambour-record-page.h"
#include "tambour-records-section.h"
#include "tambour-replica.h"

static TambourTestUi *
open_demo (int width,
           int height)
{
  TambourTestUi *ui = tambour_test_ui_new_demo (width, height);

  tambour_test_ui_present (ui);

  return ui;
}

static void
put_as (TambourTestUi *ui,
        TambourRecord *record,
        const char    *author,
        const char    *label)
{
  g_autoptr(TambourChange) change = tambour_change_new (author, label);
  g_autoptr(GError) error = NULL;

  tambour_change_put (change, record);
  tambour_store_commit (ui->store, change, &error);
  g_assert_no_error (error);
}

static void
test_shows_a_case (void)
{
  g_autoptr(TambourTestUi) ui = open_demo (1280, 820);
  g_autoptr(TambourRecord) record = record_fixture_find (ui, TAMBOUR_TYPE_CASE, "number = 4117");

  record_fixture_open (ui, record);
  tambour_test_wait_text (ui->window, TAMBOUR_CASE (record)->title);
  tambour_test_wait_text (ui->window, "Case Events");
  tambour_test_wait_text (ui->window, "Waiting for engineering");
  tambour_test_wait_no_text (ui->window, "waiting_engineering");
  tambour_test_assert_named (ui->window);
  tambour_test_picture (ui->window, "record-page");
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  tambour_test_picture (ui->window, "record-page-dark");
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
}

/* Every kind has a page and a form, without a warning, and neither changes it. */
static void
test_every_kind_opens (void)
{
  g_autoptr(TambourTestUi) ui = open_demo (1280, 820);
  gint64 before = tambour_store_last_change (ui->store);
  guint n_types, n_opened = 0;
  const GType *types = tambour_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      TambourRecordClass *klass = g_type_class_peek_static (types[i]);
      g_autoptr(TambourRecord) record = NULL;

      if (types[i] == TAMBOUR_TYPE_ACCOUNT || record_fixture_count (ui, types[i], NULL) == 0)
        continue;

      g_test_message ("%s", klass->kind);
      record = record_fixture_find (ui, types[i], NULL);
      record_fixture_open (ui, record);
      g_assert_true (TAMBOUR_IS_RECORD_PAGE (tambour_window_get_page (ui->window)));
      g_assert_nonnull (tambour_record_page_get_record (TAMBOUR_RECORD_PAGE (tambour_window_get_page (ui->window))));
      tambour_test_assert_named (ui->window);
      n_opened++;

      if (!(klass->traits & TAMBOUR_RECORD_DERIVED))
        {
          record_fixture_edit (ui, record);
          tambour_test_assert_named (ui->window);
          adw_dialog_close (record_fixture_dialog (ui));
          record_fixture_wait_gone (ui);
        }
      gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.back", NULL);
    }

  tambour_test_settle ();
  g_test_message ("%u kinds", n_opened);
  g_assert_cmpuint (n_opened, >, 45);
  g_assert_cmpint (tambour_store_last_change (ui->store), ==, before);
}

static void
test_references_lead_on_and_back (void)
{
  g_autoptr(TambourTestUi) ui = open_demo (1280, 820);
  g_autoptr(TambourRecord) record = record_fixture_find (ui, TAMBOUR_TYPE_CASE, "number = 4117");
  GtkWidget *label;

  record_fixture_open (ui, record);
  label = tambour_test_find (ui->window, GTK_TYPE_LABEL, "Marcus Feld");
  g_assert_nonnull (label);
  gtk_widget_activate (gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW));
  tambour_test_settle ();
  g_assert_cmpstr (tambour_record_page_get_kind (TAMBOUR_RECORD_PAGE (tambour_window_get_page (ui->window)))->kind, ==, "contact");
  tambour_test_picture (ui->window, "record-page-contact");
  tambour_test_press (ui->window, "<Alt>Left");
  g_assert_cmpstr (tambour_record_page_get_id (TAMBOUR_RECORD_PAGE (tambour_window_get_page (ui->window))), ==, record->id);
}

static void
test_history_says_who_changed_what (void)
{
  g_autoptr(TambourTestUi) ui = open_demo (1280, 820);
  g_autoptr(TambourRecord) record = record_fixture_find (ui, TAMBOUR_TYPE_CASE, "number = 4117");
  g_autoptr(TambourRecord) edited = record_fixture_get (ui, record);
  g_autoptr(TambourRecord) restored = NULL, undone = NULL;
  GtkWidget *button;

  TAMBOUR_CASE (edited)->status = TAMBOUR_CASE_STATUS_WAITING_CUSTOMER;
  g_set_str (&TAMBOUR_CASE (edited)->product, "<b>%s</b>");
  put_as (ui, edited, "Ada Nilsen", "Tidy up");
  record_fixture_open (ui, record);
  tambour_test_wait_text (ui->window, "Changed · \xe2\x81\xa8"
                                      "Ada Nilsen\xe2\x81\xa9");
  tambour_test_wait_text (ui->window, "Tidy up");
  tambour_test_wait_text (ui->window, "Status: \xe2\x81\xa8Waiting for engineering\xe2\x81\xa9 → \xe2\x81\xa8Waiting for customer\xe2\x81\xa9");
  g_assert_true (tambour_test_shows (ui->window, "Product: \xe2\x81\xa8"
                                                 "Forwarder\xe2\x81\xa9 → \xe2\x81\xa8<b>%s</b>\xe2\x81\xa9"));

  button = tambour_test_find (ui->window, GTK_TYPE_BUTTON, "Restore What It Said Before");
  g_assert_nonnull (button);
  gtk_widget_grab_focus (button);
  tambour_test_settle ();
  tambour_test_picture (ui->window, "record-page-history");
  g_signal_emit_by_name (button, "clicked");
  tambour_test_settle ();
  restored = record_fixture_get (ui, record);
  g_assert_cmpuint (TAMBOUR_CASE (restored)->status, ==, TAMBOUR_CASE_STATUS_WAITING_ENGINEERING);
  g_assert_cmpstr (TAMBOUR_CASE (restored)->product, ==, "Forwarder");

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.undo", NULL);
  tambour_test_settle ();
  undone = record_fixture_get (ui, record);
  g_assert_cmpstr (TAMBOUR_CASE (undone)->product, ==, "<b>%s</b>");
}

static void
test_follows_what_others_write (void)
{
  g_autoptr(TambourTestUi) ui = open_demo (1280, 820);
  g_autoptr(TambourRecord) record = record_fixture_find (ui, TAMBOUR_TYPE_CASE, "number = 4117");
  g_autoptr(TambourRecord) edited = record_fixture_get (ui, record);

  record_fixture_open (ui, record);
  g_set_str (&TAMBOUR_CASE (edited)->title, "<b>%s</b> القاهرة 🥁");
  tambour_test_ui_put (ui, edited);
  tambour_test_wait_text (ui->window, "<b>%s</b> القاهرة 🥁");
}

static void
test_a_removed_record_can_be_restored (void)
{
  g_autoptr(TambourTestUi) ui = open_demo (1280, 820);
  g_autoptr(TambourRecord) record = record_fixture_find (ui, TAMBOUR_TYPE_GOAL, NULL);
  g_autoptr(TambourRecord) gone = NULL, back = NULL;
  GtkWidget *page;

  record_fixture_open (ui, record);
  page = GTK_WIDGET (tambour_window_get_page (ui->window));
  gtk_widget_activate_action (page, "record.remove", NULL);
  tambour_test_settle ();
  gone = record_fixture_get (ui, record);
  g_assert_null (gone);
  g_assert_false (TAMBOUR_IS_RECORD_PAGE (tambour_window_get_page (ui->window)));

  record_fixture_open (ui, record);
  page = GTK_WIDGET (tambour_window_get_page (ui->window));
  g_assert_nonnull (tambour_test_find (page, GTK_TYPE_BUTTON, "_Restore"));
  tambour_test_picture (ui->window, "record-page-removed");
  gtk_widget_activate_action (page, "record.restore", NULL);
  tambour_test_settle ();
  back = record_fixture_get (ui, record);
  g_assert_nonnull (back);
  g_assert_null (tambour_test_find (page, GTK_TYPE_BUTTON, "_Restore"));
}

static void
test_an_unknown_record_says_so (void)
{
  g_autoptr(TambourTestUi) ui = open_demo (1280, 820);

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.show-fields", "(ss)", "case", "01890000-0000-7000-8000-000000000000");
  tambour_test_wait_text (ui->window, "This Record Cannot Be Shown");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-record", "(ss)", "unicorn", "1"));
}

static void
test_edits_by_key_and_tells_a_draft (void)
{
  g_autoptr(TambourTestUi) ui = open_demo (1280, 820);
  g_autoptr(TambourRecord) record = record_fixture_find (ui, TAMBOUR_TYPE_CASE, "number = 4117");

  record_fixture_open (ui, record);
  tambour_test_press (ui->window, "<Control>e");
  g_assert_nonnull (record_fixture_dialog (ui));
  record_fixture_type (ui, "title", "Half");
  tambour_test_press (ui->window, "Escape");
  record_fixture_wait_gone (ui);
  g_assert_nonnull (tambour_test_find (ui->window, GTK_TYPE_BUTTON, "_Go On"));
}

static void
test_fits_a_narrow_window (void)
{
  g_autoptr(TambourTestUi) ui = open_demo (360, 720);
  g_autoptr(TambourRecord) record = record_fixture_find (ui, TAMBOUR_TYPE_CASE, "number = 4117");
  g_autoptr(TambourRecord) edited = record_fixture_get (ui, record);
  g_autoptr(GString) title = g_string_new ("<b>%s</b> ");

  while (title->len < 500)
    g_string_append (title, "Langername");
  g_set_str (&TAMBOUR_CASE (edited)->title, title->str);
  tambour_test_ui_put (ui, edited);
  record_fixture_open (ui, record);
  tambour_test_wait_text (ui->window, title->str);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (ui->window)), <=, 360);
  tambour_test_picture (ui->window, "record-page-narrow");
}

static void
test_an_account_has_its_records_by_kind (void)
{
  g_autoptr(TambourTestUi) ui = open_demo (1280, 820);
  g_autoptr(TambourRecord) account = record_fixture_find (ui, TAMBOUR_TYPE_ACCOUNT, "name = \"Saint Orla Hospitals\"");
  GtkWidget *window = gtk_window_new ();
  GtkWidget *section = tambour_records_section_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 700, 700);
  gtk_window_set_child (GTK_WINDOW (window), section);
  gtk_window_present (GTK_WINDOW (window));
  tambour_section_show (TAMBOUR_SECTION (section), ui->portfolio, account->id);
  tambour_test_wait_text (section, "Goals");
  tambour_test_assert_named (section);
  tambour_test_picture (window, "records-section");
  gtk_window_destroy (GTK_WINDOW (window));
}

#define ERASED "Kept on this computer only. An administrator has erased it on the team server for good."

/* As the replication notes it. */
static void
erase (TambourTestUi *ui,
       TambourRecord *record)
{
  const char * const ids[] = { record->id, NULL };
  g_autoptr(GPtrArray) entries = tambour_replica_read (ui->store, ids, NULL);
  g_autoptr(GPtrArray) writes = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_replica_write_free);
  TambourReplicaWrite *write = tambour_replica_write_new (entries->pdata[0]);
  g_autoptr(GError) error = NULL;

  write->tree = g_strdup ("1-a");
  write->rev = g_strdup ("1-a");
  g_ptr_array_add (writes, write);
  g_assert_true (tambour_replica_write (ui->store, writes, &error));
  g_assert_no_error (error);
  g_assert_true (tambour_replica_note_refused (ui->store, record->id, TAMBOUR_REPLICA_ERASED, "Gone", &error));
  g_assert_no_error (error);
}

static void
test_what_was_erased_on_the_server_can_be_sent_again (void)
{
  g_autoptr(TambourTestUi) ui = open_demo (1280, 820);
  g_autoptr(TambourRecord) record = record_fixture_find (ui, TAMBOUR_TYPE_CASE, "number = 4117");

  erase (ui, record);
  record_fixture_open (ui, record);
  tambour_test_wait_text (ui->window, ERASED);
  tambour_test_assert_named (ui->window);
  tambour_test_picture (ui->window, "record-page-erased");

  g_signal_emit_by_name (tambour_test_find (ui->window, GTK_TYPE_BUTTON, "_Send Again"), "clicked");
  tambour_test_wait_no_text (ui->window, ERASED);
  g_assert_cmpint (tambour_replica_count_refused (ui->store, NULL), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/record-page/shows-a-case", test_shows_a_case);
  g_test_add_func ("/record-page/every-kind-opens", test_every_kind_opens);
  g_test_add_func ("/record-page/references-lead-on-and-back", test_references_lead_on_and_back);
  g_test_add_func ("/record-page/history-says-who-changed-what", test_history_says_who_changed_what);
  g_test_add_func ("/record-page/follows-what-others-write", test_follows_what_others_write);
  g_test_add_func ("/record-page/a-removed-record-can-be-restored", test_a_removed_record_can_be_restored);
  g_test_add_func ("/record-page/an-unknown-record-says-so", test_an_unknown_record_says_so);
  g_test_add_func ("/record-page/edits-by-key-and-tells-a-draft", test_edits_by_key_and_tells_a_draft);
  g_test_add_func ("/record-page/what-was-erased-on-the-server-can-be-sent-again", test_what_was_erased_on_the_server_can_be_sent_again);
  g_test_add_func ("/record-page/fits-a-narrow-window", test_fits_a_narrow_window);
  g_test_add_func ("/record-page/an-account-has-its-records-by-kind", test_an_account_has_its_records_by_kind);

  return g_test_run ();
}
