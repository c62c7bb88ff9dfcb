/* test-note-details.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-fixture.h"
#include "tambour-buffer.h"
#include "tambour-drafts.h"
#include "tambour-environment.h"
#include "tambour-note-item.h"
#include "tambour-note-line-row.h"
#include "tambour-note-page.h"
#include "tambour-note-pane.h"
#include "tambour-record-page.h"

/* A second after a key, it is in the file; the slack is for machines that have much to do. */
#define SECONDS_TO_KEEP 1
#define SLACK           (G_USEC_PER_SEC / 2)

static const char *program;

static gpointer
get_page (TambourTestUi *ui)
{
  return tambour_window_get_page (ui->window);
}

static TambourTestUi *
open_section (void)
{
  TambourTestUi *ui = tambour_test_ui_new_demo (1280, 820);
  g_autoptr(TambourRecord) account = record_fixture_find (ui, TAMBOUR_TYPE_ACCOUNT, "name = \"Saint Orla Hospitals\"");

  tambour_test_ui_present (ui);
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-section", "(ss)", account->id, "knowledge");
  tambour_test_wait_text (get_page (ui), "Keep Current");
  tambour_test_settle ();

  return ui;
}

static GtkWidget *
get_pane (TambourTestUi *ui)
{
  return tambour_test_find (get_page (ui), TAMBOUR_TYPE_NOTE_PANE, NULL);
}

static TambourRecord *
find_note (TambourTestUi *ui,
           const char    *title)
{
  g_autofree char *expression = g_strdup_printf ("title = \"%s\"", title);

  return record_fixture_find (ui, TAMBOUR_TYPE_INFRA_NOTE, expression);
}

static gboolean
is_pinned (TambourTestUi *ui,
           const char    *title)
{
  g_autoptr(TambourRecord) note = find_note (ui, title);

  return TAMBOUR_INFRA_NOTE (note)->pinned;
}

static void
select_note (TambourTestUi *ui,
             guint          position,
             const char    *text)
{
  gtk_widget_activate_action (tambour_test_find (get_page (ui), TAMBOUR_TYPE_NOTE_LINE_ROW, NULL), "list.select-item", "(ubb)", position, FALSE, FALSE);
  tambour_test_wait_text (get_page (ui), text);
  tambour_test_settle ();
}

static const char *
title_at (TambourTestUi *ui,
          guint          position)
{
  GtkWidget *list = tambour_test_find (get_page (ui), GTK_TYPE_LIST_VIEW, NULL);
  g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list))), position);

  return tambour_note_item_get_title (TAMBOUR_NOTE_ITEM (item));
}

typedef struct
{
  TambourTestUi *ui;
  guint          position;
  const char    *title;
} Place;

static gboolean
stands_there (gpointer data)
{
  const Place *place = data;

  return g_str_equal (title_at (place->ui, place->position), place->title);
}

/* What is pinned comes before what is not, and says so. */
static void
test_a_note_is_pinned (void)
{
  g_autoptr(TambourTestUi) ui = open_section ();
  Place first = { ui, 0, "Clinic forwarders" };
  Place pinned = { ui, 1, "Laptop and tablet fleet" };
  Place before = { ui, 3, "Laptop and tablet fleet" };

  g_assert_true (stands_there (&first));
  g_assert_true (stands_there (&before));
  select_note (ui, 3, "rev 2 · 30 Jul · you");
  tambour_test_wait_text (get_page (ui), "Revision 2");
  g_assert_true (gtk_widget_activate_action (get_pane (ui), "note.pin", NULL));
  tambour_test_wait_text (ui->window, "Pinned to the top");
  tambour_test_wait (stands_there, &pinned);
  tambour_test_settle ();
  g_assert_true (is_pinned (ui, pinned.title));
  tambour_test_assert_named (get_page (ui));
  tambour_test_pictures (ui->window, "note-pinned");

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.undo", NULL);
  tambour_test_wait (stands_there, &before);
  g_assert_false (is_pinned (ui, pinned.title));
}

static gboolean
is_offered (TambourTestUi *ui,
            const char    *words)
{
  GtkMenuButton *button = tambour_test_find (get_pane (ui), GTK_TYPE_MENU_BUTTON, "More About This Note");
  gboolean is_there;

  gtk_menu_button_popup (button);
  tambour_test_settle ();
  is_there = tambour_test_shows (gtk_menu_button_get_popover (button), words);
  gtk_menu_button_popdown (button);
  tambour_test_settle ();

  return is_there;
}

static void
test_a_note_is_unpinned (void)
{
  g_autoptr(TambourTestUi) ui = open_section ();
  g_autofree char *title = g_strdup (title_at (ui, 0));

  g_assert_true (is_pinned (ui, title));
  g_assert_true (is_offered (ui, "Unpin"));
  g_assert_false (is_offered (ui, "Pin to Top"));
  g_assert_true (gtk_widget_activate_action (get_pane (ui), "note.unpin", NULL));
  tambour_test_wait_text (ui->window, "Pinned no longer");
  tambour_test_settle ();
  g_assert_false (is_pinned (ui, title));
  g_assert_false (is_offered (ui, "Unpin"));
  g_assert_true (is_offered (ui, "Pin to Top"));
}

/* Its draft is not shared with it. */
static void
test_a_draft_stays_a_draft (void)
{
  g_autoptr(TambourTestUi) ui = open_section ();
  g_autofree char *title = g_strdup (title_at (ui, 0));

  gtk_widget_grab_focus (tambour_test_find (get_page (ui), GTK_TYPE_TEXT_VIEW, NULL));
  tambour_test_press (ui->window, "<Control>End");
  tambour_test_type (ui->window, " Mine.");
  tambour_test_wait_text (get_page (ui), "Draft, not shared yet");
  g_assert_true (gtk_widget_activate_action (get_pane (ui), "note.unpin", NULL));
  tambour_test_wait_text (ui->window, "Pinned no longer");
  tambour_test_settle ();
  g_assert_false (is_pinned (ui, title));
  g_assert_true (tambour_test_shows (get_page (ui), "Draft, not shared yet"));
}

static gboolean
has_dialog (gpointer data)
{
  return record_fixture_dialog (data) != NULL;
}

static void
test_tags_are_shown_and_edited (void)
{
  g_autoptr(TambourTestUi) ui = open_section ();
  g_autofree char *title = g_strdup (title_at (ui, 0));
  g_autoptr(TambourRecord) note = NULL;

  g_assert_true (tambour_test_shows (get_page (ui), "Tags"));
  g_signal_emit_by_name (tambour_test_find (get_page (ui), GTK_TYPE_BUTTON, "Edit…"), "clicked");
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (record_fixture_row (record_fixture_dialog (ui), "tags"))));
  tambour_test_type (ui->window, "radiology<b>,");
  record_fixture_save (ui);
  tambour_test_wait_text (get_page (ui), "radiology<b>");
  tambour_test_settle ();
  tambour_test_pictures (ui->window, "note-tags");
  note = find_note (ui, title);
  g_assert_true (g_strv_contains ((const char * const *) TAMBOUR_INFRA_NOTE (note)->tags, "radiology<b>"));
}

static void
test_systems_of_a_workflow_are_shown (void)
{
  g_autoptr(TambourTestUi) ui = open_section ();
  g_autoptr(TambourRecord) note = record_fixture_find (ui, TAMBOUR_TYPE_WORKFLOW_NOTE, "title = \"Who to call after hours\"");

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-record", "(ss)", "workflow_note", note->id);
  tambour_test_wait_text (get_page (ui), "Keep Current");
  tambour_test_settle ();
  g_assert_true (tambour_test_shows (get_page (ui), "Systems"));
  g_assert_false (tambour_test_shows (get_page (ui), "Tags"));
  g_strfreev (TAMBOUR_WORKFLOW_NOTE (note)->systems);
  TAMBOUR_WORKFLOW_NOTE (note)->systems = g_strsplit ("Pager,Switchboard", ",", -1);
  tambour_test_ui_put (ui, note);
  tambour_test_wait_text (get_page (ui), "Switchboard");
  tambour_test_settle ();
  g_assert_false (is_offered (ui, "Pin to Top"));
  g_assert_true (is_offered (ui, "Details…"));
}

static void
test_the_history_of_a_note (void)
{
  g_autoptr(TambourTestUi) ui = open_section ();

  g_assert_true (gtk_widget_activate_action (get_pane (ui), "note.details", NULL));
  tambour_test_settle ();
  g_assert_true (TAMBOUR_IS_RECORD_PAGE (get_page (ui)));
}

/* --- what is written ------------------------------------------------------- */

/* A program of its own: writes into a note, says when, and goes on until it is
 * killed.
 */
static int
write_until_killed (const char *path,
                    const char *id,
                    guint       n_keys)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourStore) store = tambour_store_open (path, TAMBOUR_STORE_OPEN, &error);
  g_autoptr(TambourPortfolio) portfolio = tambour_portfolio_new (store);
  TambourTestUi ui = { .store = store, .portfolio = portfolio, .window = tambour_window_new (NULL) };
  GtkTextBuffer *buffer;

  tambour_test_ui_present (&ui);
  gtk_widget_activate_action (GTK_WIDGET (ui.window), "win.open-record", "(ss)", "infra_note", id);
  tambour_test_wait_text (get_page (&ui), "Keep Current");
  tambour_test_settle ();
  buffer = gtk_text_view_get_buffer (tambour_test_find (get_page (&ui), GTK_TYPE_TEXT_VIEW, NULL));
  for (guint i = 0; i < n_keys; i++)
    {
      gint64 until = g_get_monotonic_time () + 37000;
      GtkTextIter end;

      gtk_text_buffer_get_end_iter (buffer, &end);
      gtk_text_buffer_insert (buffer, &end, "x", 1);
      while (g_get_monotonic_time () < until)
        if (!g_main_context_iteration (NULL, FALSE))
          g_usleep (500);
    }

  printf ("typed\n");
  fflush (stdout);
  while (TRUE)
    g_main_context_iteration (NULL, TRUE);

  return 0;
}

static void
wait_typed (GSubprocess *child)
{
  g_autoptr(GDataInputStream) output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
  g_autoptr(GError) error = NULL;
  g_autofree char *line = NULL;

  while ((line = g_data_input_stream_read_line (output, NULL, NULL, &error)) && !g_str_equal (line, "typed"))
    g_clear_pointer (&line, g_free);
  g_assert_no_error (error);
  g_assert_nonnull (line);
}

static void
assert_written (TambourTestUi *ui,
                const char    *text)
{
  g_autofree char *written = tambour_buffer_dup_text (gtk_text_view_get_buffer (tambour_test_find (get_page (ui), GTK_TYPE_TEXT_VIEW, NULL)));

  g_assert_cmpstr (written, ==, text);
}

static void
kill_and_look (guint n_keys)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);
  g_autoptr(TambourRecord) note = find_note (ui, "Clinic forwarders");
  g_autoptr(TambourRecord) kept = NULL;
  g_autofree char *number = g_strdup_printf ("%u", n_keys);
  g_autofree char *typed = g_strnfill (n_keys, 'x');
  g_autofree char *wanted = g_strconcat (tambour_note_get_body (note), typed, NULL);
  g_autoptr(GPtrArray) drafts = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--write",
                                                   tambour_store_get_path (ui->store), note->id, number, NULL);

  g_assert_no_error (error);
  wait_typed (child);
  g_usleep (SECONDS_TO_KEEP * G_USEC_PER_SEC + SLACK);
  g_subprocess_force_exit (child);
  g_subprocess_wait (child, NULL, NULL);

  drafts = tambour_drafts_list (ui->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_cmpstr (json_object_get_string_member (((TambourDraft *) g_ptr_array_index (drafts, 0))->fields, "body"), ==, wanted);

  /* It is nobody else's yet; whoever opens the note goes on where it ended. */
  kept = find_note (ui, "Clinic forwarders");
  g_assert_cmpstr (tambour_note_get_body (kept), ==, tambour_note_get_body (note));
  tambour_test_ui_present (ui);
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-record", "(ss)", "infra_note", note->id);
  tambour_test_wait_text (get_page (ui), "Draft, not shared yet");
  assert_written (ui, wanted);
}

/* A second after a key, that key is kept, and all before it. */
static void
test_what_is_written_survives_being_killed (void)
{
  kill_and_look (1);
  kill_and_look (40);
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);
  program = argv[0];

  if (argc == 5 && g_str_equal (argv[1], "--write"))
    return write_until_killed (argv[2], argv[3], (guint) atoi (argv[4]));

  g_test_add_func ("/note-details/a-note-is-pinned", test_a_note_is_pinned);
  g_test_add_func ("/note-details/a-note-is-unpinned", test_a_note_is_unpinned);
  g_test_add_func ("/note-details/a-draft-stays-a-draft", test_a_draft_stays_a_draft);
  g_test_add_func ("/note-details/tags-are-shown-and-edited", test_tags_are_shown_and_edited);
  g_test_add_func ("/note-details/systems-of-a-workflow-are-shown", test_systems_of_a_workflow_are_shown);
  g_test_add_func ("/note-details/the-history-of-a-note", test_the_history_of_a_note);
  g_test_add_func ("/note-details/what-is-written-survives-being-killed", test_what_is_written_survives_being_killed);

  return g_test_run ();
}
