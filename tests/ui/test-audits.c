/* test-audits.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "record-fixture.h"
#include "tambour-audit-dialog.h"
#include "tambour-audit-file.h"
#include "tambour-audit-page.h"
#include "tambour-audit-presentation.h"
#include "tambour-audit-row.h"
#include "tambour-audit-text.h"
#include "tambour-buffer.h"
#include "tambour-case-page.h"
#include "tambour-engagement.h"
#include "tambour-imports.h"
#include "tambour-note-files.h"
#include "tambour-report.h"

#define LONG "Azure Landing Zone Review"

static gpointer
get_page (TambourTestUi *ui)
{
  return tambour_window_get_page (ui->window);
}

static gboolean
shows_an_audit (gpointer data)
{
  TambourPage *page = get_page (data);

  return TAMBOUR_IS_AUDIT_PAGE (page) && tambour_page_is_ready (page);
}

static TambourTestUi *
open_section (int width,
              int height)
{
  TambourTestUi *ui = tambour_test_ui_new_demo (width, height);
  g_autoptr(TambourRecord) account = record_fixture_find (ui, TAMBOUR_TYPE_ACCOUNT, "name = \"Saint Orla Hospitals\"");

  tambour_test_ui_present (ui);
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-section", "(ss)", account->id, "audits");
  tambour_test_wait_text (get_page (ui), "Begin Audit");
  tambour_test_settle ();

  return ui;
}

/* As the menu of Begin Audit does. */
static void
begin (TambourTestUi *ui,
       const char    *checklist)
{
  g_autofree char *expression = g_strdup_printf ("name = \"%s\"", checklist);
  g_autoptr(TambourRecord) found = record_fixture_find (ui, TAMBOUR_TYPE_AUDIT_TEMPLATE, expression);
  GtkWidget *list = tambour_test_find (get_page (ui), GTK_TYPE_LABEL, "Begin Audit");

  g_assert_nonnull (list);
  g_assert_true (gtk_widget_activate_action (list, "audits.begin", "s", found->id));
  tambour_test_wait (shows_an_audit, ui);
  tambour_test_settle ();
}

static TambourTestUi *
begin_audit (int width,
             int height)
{
  TambourTestUi *ui = open_section (width, height);

  begin (ui, "Architecture");

  return ui;
}

static TambourAuditFile *
read_audit (TambourTestUi *ui)
{
  g_autoptr(GError) error = NULL;
  TambourAuditFile *file = tambour_audit_file_load (ui->store, tambour_audit_page_get_audit (get_page (ui)),
                                                    tambour_portfolio_now (ui->portfolio), NULL, &error);

  g_assert_no_error (error);

  return file;
}

static guint
count_answers (TambourTestUi *ui,
               TambourAnswer  answer)
{
  g_autoptr(TambourAuditFile) file = read_audit (ui);

  return file->counts[answer];
}

static GtkWidget *
get_list (TambourTestUi *ui)
{
  GtkWidget *row = tambour_test_find (get_page (ui), TAMBOUR_TYPE_AUDIT_ROW, NULL);

  return gtk_widget_get_ancestor (row, GTK_TYPE_LIST_VIEW);
}

static void
focus_list (TambourTestUi *ui)
{
  gtk_list_view_scroll_to (GTK_LIST_VIEW (get_list (ui)), 0, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
  gtk_widget_grab_focus (get_list (ui));
  tambour_test_settle ();
}

static gboolean
is_all_answered (gpointer data)
{
  return count_answers (data, TAMBOUR_ANSWER_NOT_VERIFIED) == 0;
}

static gboolean
has_failed_one (gpointer data)
{
  return count_answers (data, TAMBOUR_ANSWER_GAP) == 1;
}

static gboolean
has_failed_none (gpointer data)
{
  return count_answers (data, TAMBOUR_ANSWER_GAP) == 0;
}

static AdwDialog *
get_dialog (TambourTestUi *ui)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (ui->window));
}

static gboolean
has_dialog (gpointer data)
{
  return get_dialog (data) != NULL;
}

static gboolean
has_no_dialog (gpointer data)
{
  return get_dialog (data) == NULL;
}

/* --- the section ----------------------------------------------------------- */

static void
test_section (void)
{
  g_autoptr(TambourTestUi) ui = open_section (1280, 820);
  GtkWidget *page = get_page (ui);

  tambour_test_wait_text (page, "No audit is in progress");
  g_assert_true (tambour_test_shows (page, "Architecture, version 6"));
  g_assert_true (tambour_test_shows (page, "78 of 100 · +4 since Apr · 100 % verified"));
  g_assert_true (tambour_test_shows (page, "Trend"));
  tambour_test_assert_named (page);
  tambour_test_picture (ui->window, "audits-section");

  begin (ui, "Architecture");
  g_assert_true (tambour_test_shows (get_page (ui), "Architecture 2026"));
  g_assert_true (tambour_test_shows (get_page (ui), "0 of 30 checks"));
  tambour_test_assert_named (get_page (ui));
}

static void
test_narrow (void)
{
  g_autoptr(TambourTestUi) ui = begin_audit (360, 720);

  g_assert_nonnull (tambour_test_find (get_page (ui), TAMBOUR_TYPE_AUDIT_ROW, NULL));
  tambour_test_assert_named (get_page (ui));
  tambour_test_picture (ui->window, "audit-narrow");
}

/* --- answers --------------------------------------------------------------- */

static void
test_keys (void)
{
  g_autoptr(TambourTestUi) ui = begin_audit (1280, 820);

  focus_list (ui);
  tambour_test_press (ui->window, "3");
  tambour_test_settle ();
  tambour_test_wait (has_failed_one, ui);
  tambour_test_wait_text (get_page (ui), "1 of 30 checks");
  tambour_test_press (ui->window, "1");
  tambour_test_wait_text (get_page (ui), "2 of 30 checks");

  /* One step back is one answer. */
  tambour_test_press (ui->window, "<Control>z");
  tambour_test_wait_text (get_page (ui), "1 of 30 checks");
  tambour_test_press (ui->window, "<Control>z");
  tambour_test_wait (has_failed_none, ui);
  tambour_test_wait_text (get_page (ui), "0 of 30 checks");
}

static void
import_long (TambourTestUi *ui)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_TEMPLATE_ITEM);
  g_autofree char *path = g_build_filename (g_getenv ("TAMBOUR_SHARED"), "data", "checklists", "alz_checklist.en.json", NULL);
  const TambourImportOrder order = { .klass = klass, .path = path, .author = "Mira Solberg" };
  TambourImportCounts counts;
  g_autoptr(GError) error = NULL;

  tambour_imports_run (ui->store, &order, &counts, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts.created, ==, 243);
}

/* Weights and parts as METRICS.md M40 has them, by another way than the program's. */
static double
count_score (TambourTestUi *ui)
{
  g_autofree char *expression = g_strdup_printf ("audit_id = %s", tambour_audit_page_get_audit (get_page (ui)));
  const char *severities[] = { "low", "medium", "high" };
  const int weights[] = { 1, 3, 5 };
  int met = 0, partial = 0, all = 0;

  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    {
      g_autofree char *passed = g_strdup_printf ("%s and severity = %s and answer = met", expression, severities[i]);
      g_autofree char *half = g_strdup_printf ("%s and severity = %s and answer = partial", expression, severities[i]);
      g_autofree char *failed = g_strdup_printf ("%s and severity = %s and answer = gap", expression, severities[i]);
      int n_met = (int) record_fixture_count (ui, TAMBOUR_TYPE_AUDIT_ANSWER, passed);
      int n_partial = (int) record_fixture_count (ui, TAMBOUR_TYPE_AUDIT_ANSWER, half);
      int n_failed = (int) record_fixture_count (ui, TAMBOUR_TYPE_AUDIT_ANSWER, failed);

      met += weights[i] * n_met;
      partial += weights[i] * n_partial;
      all += weights[i] * (n_met + n_partial + n_failed);
    }

  return 100. * (met + partial / 2.) / all;
}

static void
test_long (void)
{
  g_autoptr(TambourTestUi) ui = open_section (1280, 820);
  g_autofree char *score = NULL;

  import_long (ui);
  gtk_widget_activate_action (tambour_test_find (get_page (ui), GTK_TYPE_LABEL, "Begin Audit"), "audits.try-again", NULL);
  tambour_test_wait_text (get_page (ui), LONG);
  begin (ui, LONG);
  tambour_test_wait_text (get_page (ui), "0 of 243 checks");
  focus_list (ui);
  for (guint i = 0; i < 243; i++)
    {
      const char *keys[] = { "1", "1", "2", "3", "1", "4" };

      tambour_test_press (ui->window, keys[i % G_N_ELEMENTS (keys)]);
    }

  tambour_test_wait (is_all_answered, ui);
  tambour_test_settle ();
  score = g_strdup_printf ("%.0f", count_score (ui));
  tambour_test_wait_text (get_page (ui), "243 of 243 checks");
  g_assert_true (tambour_test_shows (get_page (ui), score));
  g_assert_true (tambour_test_shows (get_page (ui), "of 100, all checks answered"));
}

static void
test_evidence (void)
{
  g_autoptr(TambourTestUi) ui = begin_audit (1280, 820);
  AdwDialog *dialog;

  focus_list (ui);
  tambour_test_press (ui->window, "e");
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
  dialog = get_dialog (ui);
  g_assert_true (TAMBOUR_IS_AUDIT_DIALOG (dialog));
  tambour_test_assert_named (dialog);
  tambour_test_type (ui->window, "#4088");
  g_assert_true (tambour_test_shows (dialog, "Draft kept on this computer"));

  /* What is as it was is no draft. */
  for (guint i = 0; i < strlen ("#4088"); i++)
    tambour_test_press (ui->window, "BackSpace");
  g_assert_false (tambour_test_shows (dialog, "Draft kept on this computer"));
  tambour_test_type (ui->window, "#4088");

  /* What is typed is there again. */
  tambour_test_press (ui->window, "Escape");
  tambour_test_wait (has_no_dialog, ui);
  focus_list (ui);
  tambour_test_press (ui->window, "e");
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
  g_assert_true (tambour_test_shows (get_dialog (ui), "From your draft"));
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait (has_no_dialog, ui);
  tambour_test_wait_text (get_page (ui), "#4088");
}

static gboolean
shows_case (gpointer data)
{
  return TAMBOUR_IS_CASE_PAGE (get_page (data));
}

static void
test_evidence_leads_to_its_case (void)
{
  g_autoptr(TambourTestUi) ui = begin_audit (1280, 820);
  GtkWidget *chip;

  focus_list (ui);
  tambour_test_press (ui->window, "e");
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
  tambour_test_type (ui->window, "#4117");
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait (has_no_dialog, ui);
  tambour_test_wait_text (get_page (ui), "#4117");
  tambour_test_settle ();
  chip = gtk_widget_get_ancestor (tambour_test_find (get_page (ui), GTK_TYPE_LABEL, "#4117"), GTK_TYPE_BUTTON);
  g_assert_nonnull (chip);
  g_signal_emit_by_name (chip, "clicked");
  tambour_test_wait (shows_case, ui);
}

static void
begin_finish (TambourTestUi *ui)
{
  gtk_widget_activate_action (get_page (ui), "audit.finish", NULL);
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
}

static void
end_finish (TambourTestUi *ui)
{
  g_signal_emit_by_name (get_dialog (ui), "response", "finish");
  adw_dialog_force_close (get_dialog (ui));
  tambour_test_wait_no_text (get_page (ui), "Finish…");
  tambour_test_wait (has_no_dialog, ui);
}

/* A file is kept at once, and counted where the check stands. */
static void
test_a_file_is_evidence (void)
{
  g_autoptr(TambourTestUi) ui = begin_audit (1280, 820);
  g_autofree char *path = g_build_filename (ui->folder, "failover-test.txt", NULL);
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(TambourRecord) attachment = NULL;
  g_autoptr(TambourAuditFile) file = NULL;
  g_autofree char *line = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "Lookups stopped for 4 min", -1, &error));
  g_ptr_array_add (files, g_file_new_for_path (path));
  focus_list (ui);
  tambour_test_press (ui->window, "e");
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
  tambour_note_files_add (tambour_test_find (get_dialog (ui), TAMBOUR_TYPE_NOTE_FILES, NULL), files);
  tambour_test_wait_text (get_dialog (ui), "failover-test.txt");
  tambour_test_picture (ui->window, "audit-evidence");
  attachment = record_fixture_find (ui, TAMBOUR_TYPE_ATTACHMENT, "name = \"failover-test.txt\"");
  g_assert_nonnull (attachment);
  tambour_test_press (ui->window, "Escape");
  tambour_test_wait (has_no_dialog, ui);

  file = tambour_audit_file_load (ui->store, tambour_audit_page_get_audit (get_page (ui)), tambour_portfolio_now (ui->portfolio), NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < file->checks->len; i++)
    {
      const TambourAuditCheck *check = g_ptr_array_index (file->checks, i);

      if (check->n_files == 1)
        line = tambour_audit_text_line (check);
    }
  g_assert_true (line != NULL && g_str_has_prefix (line, "1 file"));
  tambour_test_wait_text (get_page (ui), line);

  /* Of a finished audit it is there to be looked at, and stays. */
  begin_finish (ui);
  end_finish (ui);
  g_assert_true (gtk_widget_activate_action (get_page (ui), "audit.files", "s", TAMBOUR_ATTACHMENT (attachment)->record_id));
  tambour_test_wait (has_dialog, ui);
  tambour_test_wait_text (get_dialog (ui), "failover-test.txt");
  tambour_test_assert_named (get_dialog (ui));
  g_assert_false (tambour_test_shows (get_dialog (ui), "Add…"));
}

static void
test_export (void)
{
  g_autoptr(TambourTestUi) ui = begin_audit (1280, 820);
  g_autofree char *path = g_build_filename (ui->folder, "audit.pdf", NULL);
  g_autofree char *reason = g_strdup_printf ("There is no folder “%s/nowhere”. Save it in another one.", ui->folder);
  g_autofree char *nowhere = g_build_filename (ui->folder, "nowhere", "audit.pdf", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GFile) lost = g_file_new_for_path (nowhere);
  g_autofree char *contents = NULL;
  g_autoptr(GError) error = NULL;

  tambour_audit_page_save (TAMBOUR_AUDIT_PAGE (get_page (ui)), file);
  tambour_test_wait_text (ui->window, "audit.pdf saved");
  g_assert_true (g_file_get_contents (path, &contents, NULL, &error));
  g_assert_true (g_str_has_prefix (contents, "%PDF-"));
  tambour_audit_page_save (TAMBOUR_AUDIT_PAGE (get_page (ui)), lost);
  tambour_test_wait_text (ui->window, reason);
}

/* --- findings, and the end ------------------------------------------------- */

static void
test_finding (void)
{
  g_autoptr(TambourTestUi) ui = begin_audit (1280, 1000);
  guint before = record_fixture_count (ui, TAMBOUR_TYPE_ACTION_ITEM, NULL);
  GtkWidget *row;

  focus_list (ui);
  tambour_test_press (ui->window, "3");
  tambour_test_press (ui->window, "Up");
  tambour_test_wait_text (get_page (ui), "Raise Finding");
  row = tambour_test_find (get_page (ui), TAMBOUR_TYPE_AUDIT_ROW, NULL);
  tambour_test_wait (has_failed_one, ui);
  gtk_widget_activate (gtk_widget_get_ancestor (tambour_test_find (row, GTK_TYPE_LABEL, "Raise Finding"), GTK_TYPE_BUTTON));
  tambour_test_wait_text (get_page (ui), "Make Action");
  tambour_test_settle ();
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_FINDING, "status = open"), >, 0);
  tambour_test_assert_named (get_page (ui));
  tambour_test_picture (ui->window, "audit-finding");

  gtk_widget_activate (tambour_test_find (get_page (ui), GTK_TYPE_BUTTON, "Make Action"));
  tambour_test_wait_no_text (get_page (ui), "Make Action");
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_ACTION_ITEM, NULL), ==, before + 1);
}

static void
test_finish (void)
{
  g_autoptr(TambourTestUi) ui = begin_audit (1280, 820);

  focus_list (ui);
  tambour_test_press (ui->window, "1");
  tambour_test_wait_text (get_page (ui), "1 of 30 checks");
  begin_finish (ui);
  g_assert_true (tambour_test_shows (get_dialog (ui), "29 checks are not answered. They do not count for the score, and stay not verified."));
  end_finish (ui);

  /* A key answers no more; to take the end back, one goes back. */
  focus_list (ui);
  tambour_test_press (ui->window, "3");
  tambour_test_settle ();
  g_assert_cmpuint (count_answers (ui, TAMBOUR_ANSWER_GAP), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.undo", NULL);
  tambour_test_wait_text (get_page (ui), "Finish…");
  focus_list (ui);
  tambour_test_press (ui->window, "3");
  tambour_test_wait (has_failed_one, ui);
}

static GtkWindow *
find_presentation (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (TAMBOUR_IS_AUDIT_PRESENTATION (window))
        return window;
    }

  return NULL;
}

static void
test_presentation (void)
{
  g_autoptr(TambourTestUi) ui = begin_audit (1280, 820);
  GtkWindow *window;

  gtk_widget_activate_action (get_page (ui), "audit.present", NULL);
  tambour_test_settle ();
  window = find_presentation ();
  g_assert_nonnull (window);
  tambour_test_wait_text (window, "Resolvers");
  tambour_test_assert_named (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "presentation.next", NULL);
  tambour_test_wait_no_text (window, "Resolvers");
  gtk_window_destroy (window);
  tambour_test_settle ();
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/ui/audits/section", test_section);
  g_test_add_func ("/ui/audits/narrow", test_narrow);
  g_test_add_func ("/ui/audits/keys-answer-and-go-on", test_keys);
  g_test_add_func ("/ui/audits/a-long-one-by-keyboard", test_long);
  g_test_add_func ("/ui/audits/evidence-is-kept-until-it-is-saved", test_evidence);
  g_test_add_func ("/ui/audits/evidence-leads-to-its-case", test_evidence_leads_to_its_case);
  g_test_add_func ("/ui/audits/a-file-is-evidence", test_a_file_is_evidence);
  g_test_add_func ("/ui/audits/an-audit-is-exported", test_export);
  g_test_add_func ("/ui/audits/a-finding-becomes-an-action", test_finding);
  g_test_add_func ("/ui/audits/finished-and-taken-back", test_finish);
  g_test_add_func ("/ui/audits/presented", test_presentation);

  return g_test_run ();
}
