/* test-mail-drop.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "file-dialog-fixture.h"
#include "record-fixture.h"
#include "tambour-account-page.h"
#include "tambour-case-page.h"
#include "tambour-case.h"
#include "tambour-environment.h"

#define ORLA   "Saint Orla Hospitals"
#define NUMBER "4117"
#define NO_MAIL "is no mail. Save the message in the mail program as a file that ends in .eml, and take that."
#define HEAD   "From: Anna <anna@elsewhere.example>\r\nTo: maya@elsewhere.example\r\nDate: Mon, 02 Nov 2026 12:00:00 +0100\r\n"
#define MIXED  "Content-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\nContent-Type: text/plain\r\n\r\nWe <b>move</b>.\r\n--m\r\n" \
               "Content-Type: text/csv; name=\"plan.csv\"\r\nContent-Disposition: attachment\r\n\r\na,b\r\n--m--\r\n"

static gpointer
get_page (TambourTestUi *ui)
{
  return tambour_window_get_page (ui->window);
}

static gboolean
is_account (gpointer data)
{
  return TAMBOUR_IS_ACCOUNT_PAGE (get_page (data)) && tambour_page_is_ready (get_page (data));
}

static gboolean
is_case (gpointer data)
{
  return TAMBOUR_IS_CASE_PAGE (get_page (data)) && tambour_page_is_ready (get_page (data));
}

static TambourTestUi *
open_account (void)
{
  TambourTestUi *ui = tambour_test_ui_new_demo (1280, 820);
  g_autoptr(TambourRecord) account = record_fixture_find (ui, TAMBOUR_TYPE_ACCOUNT, "name = \"" ORLA "\"");

  tambour_test_ui_present (ui);
  tambour_window_open_account (ui->window, account->id);
  tambour_test_wait (is_account, ui);
  tambour_test_settle ();

  return ui;
}

static TambourTestUi *
open_case (void)
{
  TambourTestUi *ui = tambour_test_ui_new_demo (1280, 1000);
  g_autoptr(TambourRecord) record = record_fixture_find (ui, TAMBOUR_TYPE_CASE, "number = " NUMBER);

  tambour_test_ui_present (ui);
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-record", "(ss)", "case", record->id);
  tambour_test_wait (is_case, ui);
  tambour_test_settle ();

  return ui;
}

static GtkDropTarget *
find_target (gpointer widget)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }

  g_assert_not_reached ();
}

static GFile *
new_file (TambourTestUi *ui,
          const char    *name,
          const char    *text)
{
  g_autofree char *path = g_build_filename (ui->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));

  return g_file_new_for_path (path);
}

static gboolean
drop_files (TambourTestUi  *ui,
            GFile         **files,
            gsize           n)
{
  g_auto(GValue) value = G_VALUE_INIT;
  gboolean is_taken;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (files, n));
  g_signal_emit_by_name (find_target (get_page (ui)), "drop", &value, 10., 10., &is_taken);

  return is_taken;
}

static void
drop (TambourTestUi *ui,
      const char    *name,
      const char    *text)
{
  g_autoptr(GFile) file = new_file (ui, name, text);

  g_assert_true (drop_files (ui, &file, 1));
}

static guint
count_notes (TambourTestUi *ui)
{
  return record_fixture_count (ui, TAMBOUR_TYPE_INFRA_NOTE, "title = \"Our plans\"");
}

static gboolean
has_no_note (gpointer data)
{
  return count_notes (data) == 0;
}

static void
test_becomes_a_note_once (void)
{
  g_autoptr(TambourTestUi) ui = open_account ();
  const char *text = HEAD "Message-ID: <n@x>\r\nSubject: Our plans\r\n" MIXED;
  g_autoptr(TambourRecord) account = record_fixture_find (ui, TAMBOUR_TYPE_ACCOUNT, "name = \"" ORLA "\"");
  g_autoptr(TambourRecord) note = NULL;

  drop (ui, "Plans.EML", text);
  tambour_test_wait_text (ui->window, "Mail filed");
  tambour_test_wait_text (ui->window, "Undo");
  tambour_test_picture (ui->window, "mail-filed");
  note = record_fixture_find (ui, TAMBOUR_TYPE_INFRA_NOTE, "title = \"Our plans\"");
  g_assert_cmpstr (note->account_id.id, ==, account->id);
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_ATTACHMENT, "name = \"plan.csv\""), ==, 1);

  drop (ui, "Again.eml", text);
  tambour_test_wait_text (ui->window, "The mail is there already");
  g_assert_cmpuint (count_notes (ui), ==, 1);

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.undo", NULL);
  tambour_test_wait (has_no_note, ui);
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_ATTACHMENT, "name = \"plan.csv\""), ==, 0);
}

static void
test_several_are_one_step (void)
{
  g_autoptr(TambourTestUi) ui = open_account ();
  g_autoptr(GFile) one = new_file (ui, "1.eml", HEAD "Message-ID: <1@x>\r\nSubject: Our plans\r\n\r\nOne.\r\n");
  g_autoptr(GFile) two = new_file (ui, "2.eml", HEAD "Message-ID: <2@x>\r\nSubject: Our plans\r\n\r\nTwo.\r\n");
  g_autoptr(GFile) bad = new_file (ui, "Plan.pdf", "%PDF-1.4\n");
  GFile *files[] = { one, two, bad };

  g_assert_true (drop_files (ui, files, G_N_ELEMENTS (files)));
  tambour_test_wait_text (ui->window, "“Plan.pdf” " NO_MAIL);
  g_assert_cmpuint (count_notes (ui), ==, 2);

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.undo", NULL);
  tambour_test_wait (has_no_note, ui);
}

/* What reads like one, is none unless the file says so. */
static void
test_other_files_are_refused (void)
{
  g_autoptr(TambourTestUi) ui = open_account ();
  guint before = record_fixture_count (ui, TAMBOUR_TYPE_INFRA_NOTE, "title != \"\"");

  drop (ui, "To do.txt", "Subject: Our plans\n\nNothing\n");
  tambour_test_wait_text (ui->window, "“To do.txt” " NO_MAIL);
  tambour_test_picture (ui->window, "mail-refused");
  drop (ui, "Empty <b>.eml", "");
  tambour_test_wait_text (ui->window, "“Empty <b>.eml” " NO_MAIL);
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_INFRA_NOTE, "title != \"\""), ==, before);
}

static void
test_the_subject_names_a_case (void)
{
  g_autoptr(TambourTestUi) ui = open_account ();
  g_autoptr(TambourRecord) account = record_fixture_find (ui, TAMBOUR_TYPE_ACCOUNT, "name = \"" ORLA "\"");
  g_autofree char *expression = g_strdup_printf ("account_id = \"%s\" and number = 4126", account->id);
  g_autoptr(TambourRecord) record = record_fixture_find (ui, TAMBOUR_TYPE_CASE, expression);
  g_autofree char *events = g_strdup_printf ("case_id = %s and external_system = mail", record->id);

  drop (ui, "Case.eml", HEAD "Message-ID: <c@x>\r\nSubject: Re: [4126] slow\r\n\r\nStill slow.\r\n");
  tambour_test_wait_text (ui->window, "Mail filed with case #4126");
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_CASE_EVENT, events), ==, 1);
}

static gboolean
has_no_mail (gpointer data)
{
  return record_fixture_count (data, TAMBOUR_TYPE_CASE_EVENT, "external_system = mail") == 0 &&
         record_fixture_count (data, TAMBOUR_TYPE_ATTACHMENT, "name = \"plan.csv\"") == 0;
}

static void
test_becomes_a_message_of_the_case (void)
{
  g_autoptr(TambourTestUi) ui = open_case ();
  g_autoptr(TambourRecord) record = record_fixture_find (ui, TAMBOUR_TYPE_CASE, "number = " NUMBER);
  g_autofree char *expression = g_strdup_printf ("case_id = %s and external_system = mail", record->id);
  g_autoptr(TambourRecord) event = NULL;

  drop (ui, "Plans.eml", HEAD "Message-ID: <n@x>\r\nSubject: Our plans\r\n" MIXED);
  tambour_test_wait_text (ui->window, "Mail filed");
  event = record_fixture_find (ui, TAMBOUR_TYPE_CASE_EVENT, expression);
  g_assert_nonnull (strstr (TAMBOUR_CASE_EVENT (event)->text, "We <b>move</b>."));
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_ATTACHMENT, "name = \"plan.csv\""), ==, 1);
  tambour_test_settle ();
  tambour_test_picture (ui->window, "mail-filed-case");

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.undo", NULL);
  tambour_test_wait (has_no_mail, ui);
}

static void
test_is_chosen (void)
{
  g_autoptr(TambourTestUi) ui = open_account ();
  g_autoptr(GFile) file = new_file (ui, "Plans.eml", HEAD "Message-ID: <n@x>\r\nSubject: Our plans\r\n" MIXED);
  g_autoptr(GError) error = NULL;
  GtkWindow *dialog;

  g_assert_true (gtk_widget_activate_action (get_page (ui), "account.file-mail", NULL));
  file_dialog_fixture_wait ();
  file_dialog_fixture_answer ("_Cancel");
  g_assert_cmpuint (count_notes (ui), ==, 0);

  g_assert_true (gtk_widget_activate_action (get_page (ui), "account.file-mail", NULL));
  dialog = file_dialog_fixture_wait ();
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  g_assert_true (gtk_file_chooser_set_file (GTK_FILE_CHOOSER (dialog), file, &error));
  G_GNUC_END_IGNORE_DEPRECATIONS
  g_assert_no_error (error);
  file_dialog_fixture_answer ("_File");
  tambour_test_wait_text (ui->window, "Mail filed");
  g_assert_cmpuint (count_notes (ui), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/mail-drop/becomes-a-note-once", test_becomes_a_note_once);
  g_test_add_func ("/mail-drop/several-are-one-step", test_several_are_one_step);
  g_test_add_func ("/mail-drop/other-files-are-refused", test_other_files_are_refused);
  g_test_add_func ("/mail-drop/the-subject-names-a-case", test_the_subject_names_a_case);
  g_test_add_func ("/mail-drop/becomes-a-message-of-the-case", test_becomes_a_message_of_the_case);
  g_test_add_func ("/mail-drop/is-chosen-in-a-dialog", test_is_chosen);

  return g_test_run ();
}
