/* test-drafts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <signal.h>
#include <stdio.h>
#include <sys/resource.h>

#include "record-fixture.h"
#include "tambour-demo.h"
#include "tambour-draft-keeper.h"

/* What is typed must be in the file a second after the last key, and a busy
 * machine's moment.
 */
#define SECONDS_TO_KEEP 1
#define SLACK           (G_USEC_PER_SEC / 2)

static const char *program;

static TambourTestUi *
open_demo (void)
{
  TambourTestUi *ui = tambour_test_ui_new_demo (1280, 820);

  tambour_test_ui_present (ui);

  return ui;
}

typedef struct
{
  TambourTestUi *ui;
  const char    *key;
  const char    *text;
} Expected;

static gboolean
is_kept (gpointer data)
{
  const Expected *expected = data;
  g_autofree char *draft = record_fixture_draft (expected->ui, expected->key);

  return expected->text == NULL ? draft == NULL : draft != NULL && strstr (draft, expected->text) != NULL;
}

static void
wait_kept (TambourTestUi *ui,
           const char    *key,
           const char    *text)
{
  Expected expected = { ui, key, text };

  tambour_test_wait (is_kept, &expected);
}

static gboolean
shows_draft (gpointer data)
{
  TambourTestUi *ui = data;

  return record_fixture_dialog (ui) != NULL && tambour_test_find (record_fixture_dialog (ui), GTK_TYPE_BUTTON, "_Discard") != NULL;
}

static void
test_comes_back_when_the_form_is_opened_again (void)
{
  g_autoptr(TambourTestUi) ui = open_demo ();
  g_autoptr(TambourRecord) record = record_fixture_find (ui, TAMBOUR_TYPE_CASE, "number = 4117");
  g_autofree char *key = tambour_draft_dup_key ("case", record->id, NULL);

  record_fixture_edit (ui, record);
  record_fixture_type (ui, "title", "Half a tit");
  tambour_test_press (ui->window, "Escape");
  record_fixture_wait_gone (ui);
  wait_kept (ui, key, "Half a tit");

  record_fixture_edit (ui, record);
  g_assert_cmpstr (record_fixture_text (record_fixture_dialog (ui), "title"), ==, "Half a tit");
  g_assert_true (shows_draft (ui));
  tambour_test_picture (ui->window, "draft");

  /* Saved, it is no draft any more. */
  record_fixture_save (ui);
  wait_kept (ui, key, NULL);
  record_fixture_edit (ui, record);
  g_assert_false (shows_draft (ui));
}

static void
test_can_be_discarded_and_brought_back (void)
{
  g_autoptr(TambourTestUi) ui = open_demo ();
  g_autoptr(TambourRecord) record = record_fixture_find (ui, TAMBOUR_TYPE_CASE, "number = 4117");
  g_autofree char *key = tambour_draft_dup_key ("case", record->id, NULL);
  g_autofree char *title = g_strdup (TAMBOUR_CASE (record)->title);

  record_fixture_edit (ui, record);
  record_fixture_type (ui, "title", "Half");
  tambour_test_press (ui->window, "Escape");
  record_fixture_wait_gone (ui);
  record_fixture_edit (ui, record);
  g_assert_true (shows_draft (ui));

  g_signal_emit_by_name (tambour_test_find (record_fixture_dialog (ui), GTK_TYPE_BUTTON, "_Discard"), "clicked");
  tambour_test_settle ();
  g_assert_cmpstr (record_fixture_text (record_fixture_dialog (ui), "title"), ==, title);
  wait_kept (ui, key, NULL);

  g_signal_emit_by_name (tambour_test_find (record_fixture_dialog (ui), GTK_TYPE_BUTTON, "_Undo"), "clicked");
  tambour_test_settle ();
  g_assert_cmpstr (record_fixture_text (record_fixture_dialog (ui), "title"), ==, "Half");
  wait_kept (ui, key, "Half");
}

static void
test_typing_it_back_leaves_no_draft (void)
{
  g_autoptr(TambourTestUi) ui = open_demo ();
  g_autoptr(TambourRecord) record = record_fixture_find (ui, TAMBOUR_TYPE_CASE, "number = 4117");
  g_autofree char *key = tambour_draft_dup_key ("case", record->id, NULL);

  record_fixture_edit (ui, record);
  record_fixture_type (ui, "product", "Other");
  wait_kept (ui, key, "Other");
  record_fixture_type (ui, "product", TAMBOUR_CASE (record)->product);
  wait_kept (ui, key, NULL);
}

static void
test_of_a_new_record_belongs_to_its_account (void)
{
  g_autoptr(TambourTestUi) ui = open_demo ();
  g_autoptr(TambourRecord) account = record_fixture_find (ui, TAMBOUR_TYPE_ACCOUNT, "name = \"Saint Orla Hospitals\"");
  g_autoptr(TambourRecord) other = record_fixture_find (ui, TAMBOUR_TYPE_ACCOUNT, "name = \"Skarvik Air\"");

  record_fixture_new (ui, "action_item", account->id);
  tambour_test_type (ui->window, "Ask");
  tambour_test_press (ui->window, "Escape");
  record_fixture_wait_gone (ui);

  record_fixture_new (ui, "action_item", other->id);
  g_assert_cmpstr (record_fixture_text (record_fixture_dialog (ui), "title"), ==, "");
  tambour_test_press (ui->window, "Escape");
  record_fixture_wait_gone (ui);

  record_fixture_new (ui, "action_item", account->id);
  g_assert_cmpstr (record_fixture_text (record_fixture_dialog (ui), "title"), ==, "Ask");
}

static void
test_on_a_changed_record_says_so (void)
{
  g_autoptr(TambourTestUi) ui = open_demo ();
  g_autoptr(TambourRecord) record = record_fixture_find (ui, TAMBOUR_TYPE_CASE, "number = 4117");
  g_autoptr(TambourRecord) theirs = NULL;

  record_fixture_edit (ui, record);
  record_fixture_type (ui, "title", "Mine");
  tambour_test_press (ui->window, "Escape");
  record_fixture_wait_gone (ui);

  theirs = record_fixture_get (ui, record);
  g_set_str (&TAMBOUR_CASE (theirs)->title, "Theirs");
  g_set_str (&TAMBOUR_CASE (theirs)->product, "Theirs too");
  tambour_test_ui_put (ui, theirs);
  tambour_test_settle ();

  record_fixture_edit (ui, record);
  g_assert_cmpstr (record_fixture_text (record_fixture_dialog (ui), "title"), ==, "Mine");
  g_assert_cmpstr (record_fixture_text (record_fixture_dialog (ui), "product"), ==, "Theirs too");
  g_assert_nonnull (strstr (tambour_field_row_get_note (record_fixture_row (record_fixture_dialog (ui), "title")), "Theirs"));
}

static void
test_are_listed_and_discarded_in_one_place (void)
{
  g_autoptr(TambourTestUi) ui = open_demo ();
  g_autoptr(TambourRecord) record = record_fixture_find (ui, TAMBOUR_TYPE_CASE, "number = 4117");
  GtkWidget *button;

  record_fixture_edit (ui, record);
  record_fixture_type (ui, "title", "<b>Half</b> %s");
  tambour_test_press (ui->window, "Escape");
  record_fixture_wait_gone (ui);
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.drafts", NULL);
  tambour_test_settle ();
  button = tambour_test_find (ui->window, GTK_TYPE_BUTTON, "Discard This Draft");
  g_assert_nonnull (button);
  tambour_test_assert_named (ui->window);
  tambour_test_picture (ui->window, "drafts");

  g_signal_emit_by_name (button, "clicked");
  tambour_test_settle ();
  tambour_test_wait_text (ui->window, "No Drafts");
  g_signal_emit_by_name (tambour_test_find (ui->window, GTK_TYPE_BUTTON, "Undo"), "clicked");
  tambour_test_settle ();
  g_assert_nonnull (tambour_test_find (ui->window, GTK_TYPE_BUTTON, "Discard This Draft"));
}

static gboolean
says_in_memory (gpointer data)
{
  TambourTestUi *ui = data;
  GtkWidget *label = tambour_test_find (record_fixture_dialog (ui), GTK_TYPE_LABEL, NULL);
  g_autofree char *key = g_strdup (g_object_get_data (G_OBJECT (ui->window), "key"));

  return label != NULL && tambour_draft_keeper_get_error (tambour_draft_keeper_get (ui->portfolio), key) != NULL;
}

/* A full disk keeps nothing, and memory everything. */
static void
test_survive_a_full_disk (void)
{
  g_autoptr(TambourTestUi) ui = open_demo ();
  g_autoptr(TambourRecord) record = record_fixture_find (ui, TAMBOUR_TYPE_CASE, "number = 4117");
  g_autofree char *key = tambour_draft_dup_key ("case", record->id, NULL);
  struct rlimit before, small;

  g_object_set_data (G_OBJECT (ui->window), "key", key);
  record_fixture_edit (ui, record);
  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &before);
  small = before;
  small.rlim_cur = 1;
  setrlimit (RLIMIT_FSIZE, &small);
  record_fixture_type (ui, "title", "Not on the disk");
  tambour_test_wait (says_in_memory, ui);
  tambour_test_picture (ui->window, "draft-full");
  tambour_test_press (ui->window, "Escape");
  record_fixture_wait_gone (ui);
  record_fixture_edit (ui, record);
  g_assert_cmpstr (record_fixture_text (record_fixture_dialog (ui), "title"), ==, "Not on the disk");

  setrlimit (RLIMIT_FSIZE, &before);
  wait_kept (ui, key, "Not on the disk");
}

/* A program of its own: types, says when, and goes on until it is killed. */
static int
type_until_killed (const char *path,
                   guint       n_keys)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourStore) store = tambour_store_open (path, TAMBOUR_STORE_OPEN, &error);
  g_autoptr(TambourPortfolio) portfolio = tambour_portfolio_new (store);
  TambourTestUi ui = { .store = store, .portfolio = portfolio, .window = tambour_window_new (NULL) };
  GtkWidget *editor;
  gint64 until;

  tambour_test_ui_present (&ui);
  record_fixture_new (&ui, "action_item", NULL);
  editor = record_fixture_editor (record_fixture_dialog (&ui), "title");
  for (guint i = 0; i < n_keys; i++)
    {
      gtk_editable_set_position (GTK_EDITABLE (editor), -1);
      gtk_editable_insert_text (GTK_EDITABLE (editor), "x", 1, &(int) { i });
      until = g_get_monotonic_time () + 37000;
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
kill_and_look (guint n_keys)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new (400, 400);
  g_autofree char *number = g_strdup_printf ("%u", n_keys);
  g_autofree char *wanted = g_strnfill (n_keys, 'x');
  g_autofree char *key = tambour_draft_dup_key ("action_item", NULL, NULL);
  g_autofree char *line = NULL, *draft = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) child = NULL;
  g_autoptr(GDataInputStream) output = NULL;

  child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--type",
                            tambour_store_get_path (ui->store), number, NULL);
  g_assert_no_error (error);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
  while ((line = g_data_input_stream_read_line (output, NULL, NULL, &error)) && !g_str_equal (line, "typed"))
    g_clear_pointer (&line, g_free);
  g_assert_no_error (error);
  g_assert_nonnull (line);

  g_usleep (SECONDS_TO_KEEP * G_USEC_PER_SEC + SLACK);
  g_subprocess_force_exit (child);
  g_subprocess_wait (child, NULL, NULL);

  draft = record_fixture_draft (ui, key);
  g_assert_nonnull (draft);
  if (strstr (draft, wanted) == NULL)
    g_error ("of %u keys the draft has %s", n_keys, draft);
}

static void
test_survive_being_killed (void)
{
  static const guint lengths[] = { 1, 2, 9, 40 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    kill_and_look (lengths[i]);
}

static gboolean
count_writes (TambourDraftKeeper *keeper,
              const char         *key,
              gpointer            data)
{
  (*(guint *) data)++;

  return FALSE;
}

static void
test_write_once_a_second_at_most (void)
{
  g_autoptr(TambourTestUi) ui = open_demo ();
  g_autoptr(TambourRecord) record = record_fixture_find (ui, TAMBOUR_TYPE_CASE, "number = 4117");
  TambourDraftKeeper *keeper = tambour_draft_keeper_get (ui->portfolio);
  GtkWidget *editor;
  guint n_writes = 0;
  gint64 start;

  record_fixture_edit (ui, record);
  editor = record_fixture_editor (record_fixture_dialog (ui), "title");
  g_signal_connect (keeper, "changed", G_CALLBACK (count_writes), &n_writes);
  start = g_get_monotonic_time ();
  while (g_get_monotonic_time () - start < 3 * G_USEC_PER_SEC)
    {
      int position = 0;

      gtk_editable_insert_text (GTK_EDITABLE (editor), "x", 1, &position);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (5000);
    }
  g_signal_handlers_disconnect_by_func (keeper, count_writes, &n_writes);
  g_assert_cmpuint (n_writes, >=, 1);
  g_assert_cmpuint (n_writes, <=, 4);
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);
  program = argv[0];

  if (argc == 4 && g_str_equal (argv[1], "--type"))
    return type_until_killed (argv[2], atoi (argv[3]));

  g_test_add_func ("/drafts/comes-back-when-the-form-is-opened-again", test_comes_back_when_the_form_is_opened_again);
  g_test_add_func ("/drafts/can-be-discarded-and-brought-back", test_can_be_discarded_and_brought_back);
  g_test_add_func ("/drafts/typing-it-back-leaves-no-draft", test_typing_it_back_leaves_no_draft);
  g_test_add_func ("/drafts/of-a-new-record-belongs-to-its-account", test_of_a_new_record_belongs_to_its_account);
  g_test_add_func ("/drafts/on-a-changed-record-says-so", test_on_a_changed_record_says_so);
  g_test_add_func ("/drafts/are-listed-and-discarded-in-one-place", test_are_listed_and_discarded_in_one_place);
  g_test_add_func ("/drafts/survive-a-full-disk", test_survive_a_full_disk);
  g_test_add_func ("/drafts/survive-being-killed", test_survive_being_killed);
  g_test_add_func ("/drafts/write-once-a-second-at-most", test_write_once_a_second_at_most);

  return g_test_run ();
}
