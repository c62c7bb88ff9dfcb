/* test-knowledge.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <signal.h>
#include <sys/resource.h>

#include <gtksourceview/gtksource.h>

#include "record-fixture.h"
#include "tambour-account-page.h"
#include "tambour-buffer.h"
#include "tambour-draft-keeper.h"
#include "tambour-environment-pane.h"
#include "tambour-environment.h"
#include "tambour-knowledge-section.h"
#include "tambour-link-chooser.h"
#include "tambour-markdown-view.h"
#include "tambour-note-file.h"
#include "tambour-note-line-row.h"
#include "tambour-note-page.h"
#include "tambour-note-pane.h"
#include "tambour-revision-dialog.h"
#include "tambour-test-sql.h"

#define TITLE "Clinic forwarders"

static gpointer
get_page (TambourTestUi *ui)
{
  return tambour_window_get_page (ui->window);
}

static GtkWidget *
get_view (TambourTestUi *ui)
{
  return tambour_test_find (get_page (ui), GTK_SOURCE_TYPE_VIEW, NULL);
}

static char *
dup_text (TambourTestUi *ui)
{
  GtkWidget *view = get_view (ui);

  return view ? tambour_buffer_dup_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view))) : g_strdup ("");
}

static gboolean
shows_a_text (gpointer data)
{
  g_autofree char *text = dup_text (data);

  return *text != '\0';
}

static TambourRecord *
find_note (TambourTestUi *ui,
           const char    *title)
{
  g_autofree char *expression = g_strdup_printf ("title = \"%s\"", title);

  return record_fixture_find (ui, TAMBOUR_TYPE_INFRA_NOTE, expression);
}

static TambourTestUi *
open_section (int width,
              int height)
{
  TambourTestUi *ui = tambour_test_ui_new_demo (width, height);
  g_autoptr(TambourRecord) account = record_fixture_find (ui, TAMBOUR_TYPE_ACCOUNT, "name = \"Saint Orla Hospitals\"");

  tambour_test_ui_present (ui);
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-section", "(ss)", account->id, "knowledge");
  tambour_test_wait_text (get_page (ui), TITLE);
  tambour_test_settle ();

  return ui;
}

static TambourTestUi *
open_note (void)
{
  TambourTestUi *ui = open_section (1280, 820);

  tambour_test_wait (shows_a_text, ui);
  tambour_test_settle ();

  return ui;
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

static void
share (TambourTestUi *ui,
       const char    *remark)
{
  tambour_test_press (ui->window, "<Control>s");
  tambour_test_settle ();
  tambour_test_type (ui->window, remark);
  tambour_test_press (ui->window, "Return");
  tambour_test_wait_text (ui->window, "Revision shared");
  tambour_test_settle ();
}

static void
write_at_end (TambourTestUi *ui,
              const char    *text)
{
  gtk_widget_grab_focus (get_view (ui));
  tambour_test_press (ui->window, "<Control>End");
  tambour_test_type (ui->window, text);
  tambour_test_settle ();
}

/* --- what is shown --------------------------------------------------------- */

static void
test_what_is_known (void)
{
  g_autoptr(TambourTestUi) ui = open_note ();
  GtkWidget *page = get_page (ui);

  g_assert_true (tambour_test_shows (page, "Infrastructure"));
  g_assert_true (tambour_test_shows (page, "rev 3 · 12 Nov · you"));
  g_assert_true (tambour_test_shows (page, "Who to call after hours"));
  g_assert_true (tambour_test_shows (page, "rev 2 · 21 Oct · Tomas Reyl"));
  g_assert_true (tambour_test_shows (page, "Merger with coastal clinics"));
  g_assert_true (tambour_test_shows (page, "Hospitals and clinics"));
  g_assert_true (tambour_test_shows (page, "Two sites added"));
  g_assert_true (tambour_test_shows (page, "Look at again on 12 Feb 2027"));
  g_assert_true (tambour_test_shows (page, "Every 3 months"));
  g_assert_true (tambour_test_shows (page, "Clinic appliance restarts nightly"));
  g_assert_true (tambour_test_shows (page, "Revision 3"));
  g_assert_null (tambour_test_find (page, GTK_TYPE_MENU_BUTTON, "Share Revision"));
  tambour_test_assert_named (page);
  tambour_test_pictures (ui->window, "knowledge");
}

static void
test_a_note_is_read (void)
{
  g_autoptr(TambourTestUi) ui = open_note ();
  GtkWidget *view;

  tambour_test_press (ui->window, "<Control>e");
  tambour_test_settle ();
  view = tambour_test_find (get_page (ui), TAMBOUR_TYPE_MARKDOWN_VIEW, NULL);
  g_assert_nonnull (view);
  g_assert_true (tambour_test_shows (view, "What to watch"));
  g_assert_true (tambour_test_shows (view, "fw-ho-01, -02"));
  g_assert_true (tambour_test_shows (view, "Lakeside and Eastgate added (call of 12 Nov)"));
  g_assert_false (tambour_test_shows (view, "## What to watch"));
  g_assert_null (get_view (ui));
  tambour_test_pictures (ui->window, "knowledge-read");

  tambour_test_press (ui->window, "<Control>e");
  tambour_test_settle ();
  g_assert_nonnull (get_view (ui));
}

static void
test_notes_are_searched (void)
{
  g_autoptr(TambourTestUi) ui = open_note ();

  tambour_test_press (ui->window, "<Control>f");
  tambour_test_type (ui->window, "duty");
  tambour_test_wait_no_text (get_page (ui), "Allow-list approvals");
  g_assert_true (tambour_test_shows (get_page (ui), "Who to call after hours"));
  tambour_test_type (ui->window, "xyz");
  tambour_test_wait_text (get_page (ui), "No Note Like That");
}

/* --- writing --------------------------------------------------------------- */

static void
test_a_draft_is_shared_with_a_line (void)
{
  g_autoptr(TambourTestUi) ui = open_note ();
  g_autoptr(TambourRecord) note = NULL;
  g_autofree char *text = NULL;

  write_at_end (ui, " Birch Street follows.");
  g_assert_true (tambour_test_shows (get_page (ui), "Saved at 09:12 as a draft of revision 4"));
  g_assert_true (tambour_test_shows (get_page (ui), "Draft, not shared yet"));
  note = find_note (ui, TITLE);
  g_assert_null (strstr (tambour_note_get_body (note), "Birch Street follows."));

  share (ui, "Birch Street");
  tambour_test_wait_text (get_page (ui), "rev 4 · 23 Nov · you");
  g_assert_true (tambour_test_shows (get_page (ui), "Birch Street"));
  g_assert_false (tambour_test_shows (get_page (ui), "Draft, not shared yet"));
  g_clear_object (&note);
  note = find_note (ui, TITLE);
  g_assert_nonnull (strstr (tambour_note_get_body (note), "Birch Street follows."));

  /* Ctrl+Z in the list takes the revision back. */
  gtk_widget_grab_focus (tambour_test_find (get_page (ui), GTK_TYPE_LIST_VIEW, NULL));
  tambour_test_press (ui->window, "<Control>z");
  tambour_test_wait_text (get_page (ui), "Revision 5");
  text = dup_text (ui);
  g_assert_null (strstr (text, "Birch Street follows."));
}

static void
test_a_draft_stays (void)
{
  g_autoptr(TambourTestUi) ui = open_note ();
  g_autoptr(TambourRecord) note = find_note (ui, TITLE);
  g_autofree char *text = NULL;

  write_at_end (ui, " Not yet.");
  tambour_draft_keeper_flush (tambour_draft_keeper_get (ui->portfolio));
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.go-place", "s", "today");
  tambour_test_settle ();
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-record", "(ss)", "infra_note", note->id);
  tambour_test_wait (shows_a_text, ui);
  tambour_test_settle ();
  g_assert_true (TAMBOUR_IS_NOTE_PAGE (get_page (ui)));
  g_assert_cmpstr (adw_navigation_page_get_title (get_page (ui)), ==, TITLE);
  text = dup_text (ui);
  g_assert_true (g_str_has_suffix (text, " Not yet."));
  g_assert_true (tambour_test_shows (get_page (ui), "Draft, not shared yet"));
}

static void
test_a_draft_is_discarded_and_comes_back (void)
{
  g_autoptr(TambourTestUi) ui = open_note ();
  g_autofree char *before = dup_text (ui);
  g_autofree char *without = NULL;
  g_autofree char *after = NULL;

  write_at_end (ui, " Away with it.");
  gtk_widget_activate_action (get_view (ui), "note.discard", NULL);
  tambour_test_wait_text (ui->window, "Draft discarded");
  without = dup_text (ui);
  g_assert_cmpstr (without, ==, before);

  g_signal_emit_by_name (tambour_test_find (ui->window, GTK_TYPE_BUTTON, "Undo"), "clicked");
  tambour_test_settle ();
  after = dup_text (ui);
  g_assert_true (g_str_has_suffix (after, " Away with it."));
}

static void
test_a_new_note (void)
{
  g_autoptr(TambourTestUi) ui = open_note ();
  g_autoptr(TambourRecord) note = NULL;
  g_autofree char *text = NULL;

  gtk_widget_activate_action (tambour_test_find (get_page (ui), GTK_TYPE_LIST_VIEW, NULL), "knowledge.new", "s", "infra_note");
  tambour_test_wait_text (get_page (ui), "Nothing is written yet");
  tambour_test_settle ();
  text = dup_text (ui);
  g_assert_cmpstr (text, ==, "# ");
  tambour_test_type (ui->window, "Backup power");
  tambour_test_press (ui->window, "Return");
  tambour_test_type (ui->window, "Main campus only, see #4117.");
  tambour_test_press (ui->window, "<Control>s");
  tambour_test_wait_text (ui->window, "Revision shared");
  tambour_test_wait_text (get_page (ui), "rev 1 · 23 Nov · you");
  tambour_test_settle ();

  note = find_note (ui, "Backup power");
  g_assert_nonnull (note);
  g_assert_nonnull (note->account_id.id);
  g_assert_cmpstr (tambour_note_get_body (note), ==, "# Backup power\nMain campus only, see #4117.");
  g_assert_false (tambour_test_shows (get_page (ui), "Draft, not shared yet"));
}

/* As with a pointer; another program may take what is chosen at any time. */
static void
choose_from (TambourTestUi *ui,
             int            offset)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_view (ui)));
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, offset);
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_select_range (buffer, &start, &end);
}

static void
test_marks_are_put_and_taken (void)
{
  g_autoptr(TambourTestUi) ui = open_note ();
  g_autofree char *bold = NULL;
  g_autofree char *plain = NULL;

  gtk_widget_activate_action (tambour_test_find (get_page (ui), GTK_TYPE_LIST_VIEW, NULL), "knowledge.new", "s", "infra_note");
  tambour_test_wait_text (get_page (ui), "Nothing is written yet");
  tambour_test_settle ();
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_view (ui))), "one two", -1);
  choose_from (ui, 4);
  tambour_test_press (ui->window, "<Control>b");
  bold = dup_text (ui);
  g_assert_cmpstr (bold, ==, "one **two**");
  choose_from (ui, 4);
  tambour_test_press (ui->window, "<Control>b");
  gtk_widget_activate_action (get_view (ui), "note.task", NULL);
  plain = dup_text (ui);
  g_assert_cmpstr (plain, ==, "- [ ] one two");
  gtk_widget_activate_action (get_view (ui), "note.task", NULL);
  g_free (plain);
  plain = dup_text (ui);
  g_assert_cmpstr (plain, ==, "one two");
}

/* --- links ----------------------------------------------------------------- */

static gboolean
shows_vendors (gpointer data)
{
  g_autofree char *text = dup_text (data);

  return TAMBOUR_IS_NOTE_PAGE (get_page (data)) && g_str_has_prefix (text, "Vendors ask the department");
}

static gboolean
has_link_chooser_rows (gpointer data)
{
  AdwDialog *dialog = get_dialog (data);

  return dialog != NULL && TAMBOUR_IS_LINK_CHOOSER (dialog) && tambour_test_count (dialog, GTK_TYPE_LIST_BOX_ROW) == 1;
}

static void
test_a_link_is_chosen_and_followed (void)
{
  g_autoptr(TambourTestUi) ui = open_note ();
  g_autofree char *text = NULL;

  write_at_end (ui, " ");
  tambour_test_press (ui->window, "<Control><Shift>k");
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
  tambour_test_type (ui->window, "allow-list approvals");
  tambour_test_wait (has_link_chooser_rows, ui);
  tambour_test_pictures (ui->window, "knowledge-link");
  tambour_test_press (ui->window, "Return");
  tambour_test_wait (has_no_dialog, ui);
  tambour_test_settle ();
  text = dup_text (ui);
  g_assert_true (g_str_has_suffix (text, " [[Allow-list approvals]]"));

  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait (shows_vendors, ui);
}

static void
test_a_link_that_leads_nowhere_says_so (void)
{
  g_autoptr(TambourTestUi) ui = open_note ();

  write_at_end (ui, " [[No such note]]");
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait_text (ui->window, "Nothing is called “No such note”");
}

/* --- revisions ------------------------------------------------------------- */

static void
test_a_revision_is_restored (void)
{
  g_autoptr(TambourTestUi) ui = open_note ();
  GtkWidget *restore;
  g_autoptr(TambourRecord) note = NULL;
  g_autofree char *text = NULL;

  gtk_widget_activate_action (get_view (ui), "note.compare", "u", 2u);
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
  g_assert_true (tambour_test_shows (get_dialog (ui), "0 words removed · 13 words added"));
  tambour_test_assert_named (get_dialog (ui));
  tambour_test_pictures (ui->window, "knowledge-compare");
  restore = tambour_test_find (get_dialog (ui), GTK_TYPE_BUTTON, "_Restore Revision 2");
  g_assert_true (gtk_widget_get_sensitive (restore));
  g_signal_emit_by_name (restore, "clicked");
  tambour_test_wait (has_no_dialog, ui);
  tambour_test_wait_text (get_page (ui), "Restored revision 2");
  tambour_test_wait_text (get_page (ui), "Revision 4");
  text = dup_text (ui);
  g_assert_null (strstr (text, "Lakeside | fw-ls-01"));
  note = find_note (ui, TITLE);
  g_assert_cmpstr (tambour_note_get_body (note), ==, text);
}

/* What is written and not shared is never replaced. */
static void
test_a_draft_is_not_replaced (void)
{
  g_autoptr(TambourTestUi) ui = open_note ();

  write_at_end (ui, " Mine.");
  gtk_widget_activate_action (get_view (ui), "note.compare", "u", 2u);
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
  g_assert_false (gtk_widget_get_sensitive (tambour_test_find (get_dialog (ui), GTK_TYPE_BUTTON, "_Restore Revision 2")));
}

static void
test_another_text_is_shared_meanwhile (void)
{
  g_autoptr(TambourTestUi) ui = open_note ();
  g_autoptr(TambourRecord) note = find_note (ui, TITLE);
  g_autofree char *text = NULL;

  write_at_end (ui, " Mine.");
  tambour_note_set_body (note, "# Clinic forwarders\n\nTheirs.");
  tambour_test_ui_put (ui, note);
  tambour_test_wait_text (get_page (ui), "Somebody has shared another text since you began");
  text = dup_text (ui);
  g_assert_true (g_str_has_suffix (text, " Mine."));
  share (ui, "Both of us");
  tambour_test_wait_text (get_page (ui), "Both of us");

  /* Theirs can be had again. */
  g_assert_true (tambour_test_shows (get_page (ui), "Revision 5"));
}

static void
test_a_note_is_current (void)
{
  g_autoptr(TambourTestUi) ui = open_note ();
  g_autoptr(TambourRecord) note = NULL;

  g_signal_emit_by_name (tambour_test_find (get_page (ui), GTK_TYPE_BUTTON, "It Is Current"), "clicked");
  tambour_test_wait_text (get_page (ui), "Look at again on 23 Feb 2027");
  gtk_widget_activate_action (get_view (ui), "note.review-every", "s", "12");
  tambour_test_wait_text (get_page (ui), "Look at again on 23 Nov 2027");
  gtk_widget_activate_action (get_view (ui), "note.review-every", "s", "0");
  tambour_test_wait_text (get_page (ui), "No day to look at it again");
  note = find_note (ui, TITLE);
  g_assert_cmpint (tambour_note_get_months (note), ==, 0);
}

/* --- environments ---------------------------------------------------------- */

static void
test_an_environment_shows_its_components (void)
{
  g_autoptr(TambourTestUi) ui = open_note ();
  GtkWidget *row = tambour_test_find (get_page (ui), GTK_TYPE_LABEL, "Hospitals and clinics");

  gtk_widget_activate_action (row, "list.select-item", "(ubb)", 9u, FALSE, FALSE);
  tambour_test_wait_text (get_page (ui), "Forwarder · Tambour demonstration");
  g_assert_true (tambour_test_shows (get_page (ui), "4.1.3"));
  g_assert_true (tambour_test_shows (get_page (ui), "30 Jun 2028"));
  tambour_test_assert_named (get_page (ui));
  tambour_test_pictures (ui->window, "knowledge-environment");
}

/* --- narrow ---------------------------------------------------------------- */

static void
test_narrow (void)
{
  g_autoptr(TambourTestUi) ui = open_section (360, 720);
  GtkWidget *list = tambour_test_find (get_page (ui), GTK_TYPE_LIST_VIEW, NULL);

  gtk_widget_grab_focus (list);
  tambour_test_press (ui->window, "Return");
  tambour_test_wait (shows_a_text, ui);
  tambour_test_settle ();
  tambour_test_pictures (ui->window, "knowledge-narrow");
  g_signal_emit_by_name (tambour_test_find (get_page (ui), GTK_TYPE_BUTTON, "Back to the Notes"), "clicked");
  tambour_test_wait_text (get_page (ui), TITLE);
}

/* --- hostile texts --------------------------------------------------------- */

/* Whatever a note says, it is shown, and never taken for markup: warnings are fatal. */
static void
test_any_text_is_shown (void)
{
  static const char * const pieces[] = {
    "#", "# ", "## x\n", "\n", "\n\n", "- ", "- [x] ", "1. ", "> ", "| a | b |\n|---|---|\n| ", "`", "```\n", "**", "_", "~~", "[[", "]]",
    "[a](", ")", "https://example.org/?a=1&b=<2>", "<b>", "</b>", "<a href=\"x\">", "&amp;", "&#0;", "&lt", "#4117", "KI-88", "\\", "ä",
    "<script>", "![x](y)", " ", "word ", "---\n", "\"", "'", "    ", "\t", "[[<b>]]", "<https://example.org>",
  };
  TambourMarkdownView *view = g_object_ref_sink (g_object_new (TAMBOUR_TYPE_MARKDOWN_VIEW, NULL));

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      guint n = (guint) g_test_rand_int_range (0, 14);

      for (guint j = 0; j < n; j++)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      tambour_markdown_view_set_text (view, text->str);
    }

  g_assert_finalize_object (view);
}

static guint
count_texts (GtkWidget  *widget,
             const char *text)
{
  guint n = GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    n += count_texts (child, text);

  return n;
}

/* What stands too deep stands less deep, and is there all the same. */
static void
test_deep_texts_are_shown (void)
{
  TambourMarkdownView *view = g_object_ref_sink (g_object_new (TAMBOUR_TYPE_MARKDOWN_VIEW, NULL));
  g_autofree char *quotes = g_strnfill (2000, '>');
  g_autoptr(GString) list = g_string_new (NULL);

  tambour_markdown_view_set_text (view, quotes);
  for (guint i = 0; i < 60; i++)
    g_string_append_printf (list, "%*s- x\n", (int) i * 2, "");
  tambour_markdown_view_set_text (view, list->str);
  g_assert_cmpuint (count_texts (GTK_WIDGET (view), "x"), ==, 60);

  g_assert_finalize_object (view);
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/knowledge/what-is-known", test_what_is_known);
  g_test_add_func ("/knowledge/a-note-is-read", test_a_note_is_read);
  g_test_add_func ("/knowledge/notes-are-searched", test_notes_are_searched);
  g_test_add_func ("/knowledge/a-draft-is-shared-with-a-line", test_a_draft_is_shared_with_a_line);
  g_test_add_func ("/knowledge/a-draft-stays", test_a_draft_stays);
  g_test_add_func ("/knowledge/a-draft-is-discarded-and-comes-back", test_a_draft_is_discarded_and_comes_back);
  g_test_add_func ("/knowledge/a-new-note", test_a_new_note);
  g_test_add_func ("/knowledge/marks-are-put-and-taken", test_marks_are_put_and_taken);
  g_test_add_func ("/knowledge/a-link-is-chosen-and-followed", test_a_link_is_chosen_and_followed);
  g_test_add_func ("/knowledge/a-link-that-leads-nowhere-says-so", test_a_link_that_leads_nowhere_says_so);
  g_test_add_func ("/knowledge/a-revision-is-restored", test_a_revision_is_restored);
  g_test_add_func ("/knowledge/a-draft-is-not-replaced", test_a_draft_is_not_replaced);
  g_test_add_func ("/knowledge/another-text-is-shared-meanwhile", test_another_text_is_shared_meanwhile);
  g_test_add_func ("/knowledge/a-note-is-current", test_a_note_is_current);
  g_test_add_func ("/knowledge/an-environment-shows-its-components", test_an_environment_shows_its_components);
  g_test_add_func ("/knowledge/narrow", test_narrow);
  g_test_add_func ("/knowledge/any-text-is-shown", test_any_text_is_shown);
  g_test_add_func ("/knowledge/deep-texts-are-shown", test_deep_texts_are_shown);

  return g_test_run ();
}
