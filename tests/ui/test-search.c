/* test-search.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-call-dialog.h"
#include "tambour-found-item.h"
#include "tambour-kinds.h"
#include "tambour-search-dialog.h"
#include "tambour-test-sql.h"
#include "tambour-test-ui.h"

static TambourSearchDialog *
open_search (TambourTestUi *ui)
{
  TambourSearchDialog *dialog;

  tambour_test_press (ui->window, "<Control>k");
  dialog = TAMBOUR_SEARCH_DIALOG (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (ui->window)));
  g_assert_nonnull (dialog);

  return dialog;
}

static void
look_for (TambourTestUi *ui,
          const char    *query)
{
  TambourSearchDialog *dialog = open_search (ui);
  GtkEditable *entry = tambour_test_find (dialog, GTK_TYPE_SEARCH_ENTRY, NULL);

  gtk_editable_set_text (entry, "");
  tambour_test_settle ();
  if (g_str_is_ascii (query) && strlen (query) < 40)
    tambour_test_type (ui->window, query);
  else
    gtk_editable_set_text (entry, query);
  tambour_test_settle ();
}

static AdwDialog *
get_dialog (TambourTestUi *ui)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (ui->window));
}

static gboolean
has_no_dialog (gpointer data)
{
  return get_dialog (data) == NULL;
}

static void
test_finds_an_account_by_typing (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);

  tambour_test_ui_present (ui);
  look_for (ui, "orla");
  tambour_test_wait_text (get_dialog (ui), "Saint Orla Hospitals");
  tambour_test_wait_text (get_dialog (ui), "Accounts");
  tambour_test_wait_text (get_dialog (ui), "Do");
  tambour_test_picture (ui->window, "search");

  tambour_test_press (ui->window, "Return");
  tambour_test_wait (has_no_dialog, ui);
  g_assert_nonnull (tambour_window_get_account (ui->window));
}

/* Returns: the position of the row that is selected */
static int
get_selected (TambourTestUi *ui)
{
  GtkListBox *box = tambour_test_find (get_dialog (ui), GTK_TYPE_LIST_BOX, NULL);

  return gtk_list_box_row_get_index (gtk_list_box_get_selected_row (box));
}

static void
test_the_arrows_move_while_one_types (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);

  tambour_test_ui_present (ui);
  look_for (ui, "slow");

  g_assert_cmpint (get_selected (ui), ==, 0);
  tambour_test_press (ui->window, "Down");
  tambour_test_press (ui->window, "Down");
  g_assert_cmpint (get_selected (ui), ==, 2);
  tambour_test_press (ui->window, "Up");
  g_assert_cmpint (get_selected (ui), ==, 1);
  tambour_test_type (ui->window, " l");
  g_assert_cmpint (get_selected (ui), ==, 0);
}

/* Rows that come after the pause are there when one moves. */
static void
test_the_last_row_is_a_key_away (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);
  GListModel *rows;

  tambour_test_ui_present (ui);
  look_for (ui, "o");
  rows = tambour_search_dialog_get_rows (TAMBOUR_SEARCH_DIALOG (get_dialog (ui)));
  g_assert_cmpuint (g_list_model_get_n_items (rows), >, 12);

  tambour_test_press (ui->window, "Page_Down");
  tambour_test_press (ui->window, "Page_Down");
  for (guint i = 0; i < g_list_model_get_n_items (rows); i += 8)
    tambour_test_press (ui->window, "Page_Down");
  g_assert_cmpint (get_selected (ui), ==, (int) g_list_model_get_n_items (rows) - 1);
}

/* What failed says so in its place, and works when it is tried again. */
static void
test_a_failure_can_be_tried_again (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);
  g_autofree char *path = g_build_filename (ui->folder, "test.tambour", NULL);

  tambour_test_ui_present (ui);
  tambour_test_sql (path, "ALTER TABLE contacts RENAME TO lost;");
  look_for (ui, "marcus");
  tambour_test_wait_text (get_dialog (ui), "The Search Failed");
  tambour_test_assert_named (get_dialog (ui));
  tambour_test_picture (ui->window, "search-error");

  tambour_test_sql (path, "ALTER TABLE lost RENAME TO contacts;");
  g_signal_emit_by_name (tambour_test_find (get_dialog (ui), GTK_TYPE_BUTTON, "Try Again"), "clicked");
  tambour_test_wait_text (get_dialog (ui), "Marcus Feld");
}

static void
test_prefixes_limit_it (void)
{
  static const struct
  {
    const char *query;
    const char *shown;
    const char *hidden;
  } rows[] = {
    { "#4126", "Cases", "Accounts" },
    { "@marcus", "People", "Cases" },
    { ">sort", "Do", "Cases" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);

      tambour_test_ui_present (ui);
      look_for (ui, rows[i].query);
      tambour_test_wait_text (get_dialog (ui), rows[i].shown);
      tambour_test_wait_no_text (get_dialog (ui), rows[i].hidden);
    }
}

static void
test_a_command_is_done (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);
  g_autofree char *order = NULL;

  tambour_test_ui_present (ui);
  look_for (ui, ">renewal");
  tambour_test_wait_text (get_dialog (ui), "Sort accounts by renewal");
  tambour_test_press (ui->window, "Return");
  tambour_test_wait (has_no_dialog, ui);
  g_object_get (ui->window, "account-order", &order, NULL);
  g_assert_cmpstr (order, ==, "renewal");
}

static void
test_a_command_is_about_an_account (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);

  tambour_test_ui_present (ui);
  look_for (ui, "people orla");
  tambour_test_wait_text (get_dialog (ui), "People of Saint Orla Hospitals");
  tambour_test_press (ui->window, "Return");
  tambour_test_wait (has_no_dialog, ui);
  g_assert_nonnull (tambour_window_get_account (ui->window));
}

static gboolean
is_logging (gpointer data)
{
  AdwDialog *dialog = get_dialog (data);

  return dialog != NULL && TAMBOUR_IS_CALL_DIALOG (dialog);
}

static void
test_control_and_enter_do_the_second_thing (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);

  tambour_test_ui_present (ui);
  look_for (ui, "orla");
  tambour_test_wait_text (get_dialog (ui), "Ctrl ↵");
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait (is_logging, ui);
  tambour_test_wait_text (get_dialog (ui), "Will Be Recorded");
}

static void
test_only_what_can_be_done_is_offered (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);

  tambour_test_ui_present (ui);
  look_for (ui, ">undo");
  tambour_test_wait_text (get_dialog (ui), "Nothing Found");
}

static void
test_offers_what_was_opened_lately (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);

  tambour_test_ui_present (ui);
  look_for (ui, "skarvik");
  tambour_test_press (ui->window, "Return");
  tambour_test_wait (has_no_dialog, ui);

  look_for (ui, "");
  tambour_test_wait_text (get_dialog (ui), "Opened lately");
  tambour_test_wait_text (get_dialog (ui), "Skarvik Air");
  tambour_test_picture (ui->window, "search-empty");
}

static void
test_opens_a_record (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);

  tambour_test_ui_present (ui);
  look_for (ui, "#4126");
  tambour_test_wait_text (get_dialog (ui), "Slow lookups on ward tablets");
  tambour_test_press (ui->window, "Return");
  tambour_test_wait (has_no_dialog, ui);
  tambour_test_wait_text (ui->window, "Slow lookups on ward tablets");
}

static void
test_is_dark_in_the_dark (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  tambour_test_ui_present (ui);
  look_for (ui, "orla");
  tambour_test_wait_text (get_dialog (ui), "Saint Orla Hospitals");
  tambour_test_picture (ui->window, "search-dark");
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
}

static void
test_says_that_nothing_was_found (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);

  tambour_test_ui_present (ui);
  look_for (ui, "zzxyzzy");
  tambour_test_wait_text (get_dialog (ui), "Nothing Found");
  tambour_test_press (ui->window, "Escape");
  tambour_test_wait (has_no_dialog, ui);
}

static void
test_takes_whatever_is_typed (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new (1280, 820);
  g_autoptr(TambourRecord) account = tambour_record_new (TAMBOUR_TYPE_ACCOUNT, NULL);
  g_autofree char *endless = g_strnfill (500, 'x');
  const char *queries[] = { "\"", "*", "NEAR(", "<b>", "%s%n", "' OR 1=1 --", "😀", "مستشفى", endless, "   ", "#", "@", ">" };

  g_set_str (&TAMBOUR_ACCOUNT (account)->name, "<b>Orion</b> %s & مستشفى");
  tambour_test_ui_put (ui, account);
  tambour_test_ui_present (ui);

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      look_for (ui, queries[i]);
      g_assert_null (tambour_test_find (get_dialog (ui), GTK_TYPE_LABEL, "The Search Failed"));
      adw_dialog_force_close (get_dialog (ui));
      tambour_test_wait (has_no_dialog, ui);
    }

  look_for (ui, "مستشفى");
  tambour_test_wait_text (get_dialog (ui), "<b>Orion</b> %s & مستشفى");
}

static void
test_what_was_looked_for_comes_back (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);
  GtkEditable *entry;
  int from, to;

  tambour_test_ui_present (ui);
  look_for (ui, "skarvik");
  tambour_test_press (ui->window, "Escape");
  tambour_test_wait (has_no_dialog, ui);

  entry = tambour_test_find (open_search (ui), GTK_TYPE_SEARCH_ENTRY, NULL);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "skarvik");
  g_assert_true (gtk_editable_get_selection_bounds (entry, &from, &to));
  g_assert_cmpint (to - from, ==, 7);
}

static void
test_names_every_control (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);

  tambour_test_ui_present (ui);
  look_for (ui, "orla");
  tambour_test_wait_text (get_dialog (ui), "Saint Orla Hospitals");
  tambour_test_assert_named (get_dialog (ui));
}

static void
test_fits_a_phone (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (360, 720);

  tambour_test_ui_present (ui);
  look_for (ui, "orla");
  tambour_test_wait_text (get_dialog (ui), "Saint Orla Hospitals");
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (ui->window)), <=, 380);
  tambour_test_picture (ui->window, "search-narrow");
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/search/finds-an-account-by-typing", test_finds_an_account_by_typing);
  g_test_add_func ("/search/the-arrows-move-while-one-types", test_the_arrows_move_while_one_types);
  g_test_add_func ("/search/the-last-row-is-a-key-away", test_the_last_row_is_a_key_away);
  g_test_add_func ("/search/a-failure-can-be-tried-again", test_a_failure_can_be_tried_again);
  g_test_add_func ("/search/prefixes-limit-it", test_prefixes_limit_it);
  g_test_add_func ("/search/a-command-is-done", test_a_command_is_done);
  g_test_add_func ("/search/a-command-is-about-an-account", test_a_command_is_about_an_account);
  g_test_add_func ("/search/control-and-enter-do-the-second-thing", test_control_and_enter_do_the_second_thing);
  g_test_add_func ("/search/only-what-can-be-done-is-offered", test_only_what_can_be_done_is_offered);
  g_test_add_func ("/search/offers-what-was-opened-lately", test_offers_what_was_opened_lately);
  g_test_add_func ("/search/opens-a-record", test_opens_a_record);
  g_test_add_func ("/search/is-dark-in-the-dark", test_is_dark_in_the_dark);
  g_test_add_func ("/search/says-that-nothing-was-found", test_says_that_nothing_was_found);
  g_test_add_func ("/search/takes-whatever-is-typed", test_takes_whatever_is_typed);
  g_test_add_func ("/search/what-was-looked-for-comes-back", test_what_was_looked_for_comes_back);
  g_test_add_func ("/search/names-every-control", test_names_every_control);
  g_test_add_func ("/search/fits-a-phone", test_fits_a_phone);

  return g_test_run ();
}
