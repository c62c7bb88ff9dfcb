/* test-filters.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "actions-fixture.h"
#include "tambour-cases-page.h"
#include "tambour-filter-menu.h"
#include "tambour-filter-shelf.h"

static TambourSavedFilters *
get_filters (TambourTestUi *ui,
             const char    *list)
{
  return tambour_filter_shelf_get_filters (tambour_filter_shelf_get (ui->portfolio, list));
}

static TambourTestUi *
open_cases (void)
{
  TambourTestUi *ui = tambour_test_ui_new_demo (1280, 820);

  tambour_test_ui_present (ui);
  tambour_window_go_place (ui->window, "cases");
  tambour_test_wait_text (ui->window, "Resolvers unreachable from main site");
  tambour_test_settle ();

  return ui;
}

static GtkMenuButton *
get_button (TambourTestUi *ui)
{
  return tambour_test_find (tambour_test_find (actions_get_page (ui), TAMBOUR_TYPE_FILTER_MENU, NULL), GTK_TYPE_MENU_BUTTON, NULL);
}

/* As a person opens it without a pointer. */
static GtkWidget *
open_menu (TambourTestUi *ui)
{
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (get_button (ui)));

  gtk_menu_button_popup (get_button (ui));
  tambour_test_settle ();
  g_assert_true (gtk_widget_get_mapped (popover));

  return popover;
}

static void
save (TambourTestUi *ui,
      const char    *name)
{
  GtkWidget *popover = open_menu (ui);
  GtkWidget *entry = tambour_test_find (popover, GTK_TYPE_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  g_signal_emit_by_name (entry, "activate");
  tambour_test_settle ();
}

static void
filter (TambourTestUi *ui,
        const char    *text)
{
  tambour_test_press (ui->window, "<Control>f");
  gtk_editable_set_text (tambour_test_find (actions_get_page (ui), GTK_TYPE_SEARCH_ENTRY, NULL), text);
  tambour_test_settle ();
}

static GtkWidget *
find_row (TambourTestUi *ui,
          const char    *name)
{
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (get_button (ui)));
  GtkWidget *label = tambour_test_find (popover, GTK_TYPE_LABEL, name);

  g_assert_nonnull (label);

  return gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW);
}

static const char *
get_toggle (TambourTestUi *ui)
{
  return adw_toggle_group_get_active_name (tambour_test_find (actions_get_page (ui), ADW_TYPE_TOGGLE_GROUP, NULL));
}

static const char *
get_text (TambourTestUi *ui)
{
  GtkWidget *entry = tambour_test_find (actions_get_page (ui), GTK_TYPE_SEARCH_ENTRY, NULL);

  return entry ? gtk_editable_get_text (GTK_EDITABLE (entry)) : "";
}

static void
test_saved_and_chosen (void)
{
  g_autoptr(TambourTestUi) ui = open_cases ();
  GtkWidget *list;

  actions_show (ui, "waiting");
  filter (ui, "orla");
  save (ui, "Waiting at Orla");
  g_assert_cmpuint (get_filters (ui, "cases")->filters->len, ==, 1);

  actions_show (ui, "open");
  filter (ui, "");
  open_menu (ui);
  tambour_test_assert_named (gtk_menu_button_get_popover (get_button (ui)));
  tambour_test_picture (gtk_menu_button_get_popover (get_button (ui)), "filters");
  gtk_widget_activate (find_row (ui, "Waiting at Orla"));
  tambour_test_settle ();
  g_assert_cmpstr (get_toggle (ui), ==, "waiting");
  g_assert_cmpstr (get_text (ui), ==, "orla");
  list = tambour_test_find (actions_get_page (ui), GTK_TYPE_LIST_VIEW, NULL);
  g_assert_true (list == NULL || !tambour_test_shows (list, "Resolvers unreachable from main site"));
}

static void
test_a_name_is_asked_for (void)
{
  g_autoptr(TambourTestUi) ui = open_cases ();
  GtkWidget *popover;

  save (ui, "  ");
  popover = GTK_WIDGET (gtk_menu_button_get_popover (get_button (ui)));
  g_assert_true (tambour_test_shows (popover, "Give the filter a name."));
  gtk_editable_set_text (tambour_test_find (popover, GTK_TYPE_ENTRY, NULL), "All of them");
  g_signal_emit_by_name (tambour_test_find (popover, GTK_TYPE_BUTTON, "_Save"), "clicked");
  tambour_test_settle ();

  /* What is shown has a name now; another name must be another. */
  open_menu (ui);
  g_assert_false (tambour_test_shows (popover, "_Save"));
  gtk_popover_popdown (GTK_POPOVER (popover));
  actions_show (ui, "closed");
  save (ui, "ALL OF THEM");
  g_assert_true (tambour_test_shows (popover, "There is a filter “All of them” already."));
  g_assert_cmpuint (get_filters (ui, "cases")->filters->len, ==, 1);
}

static void
test_renamed_in_place (void)
{
  g_autoptr(TambourTestUi) ui = open_cases ();
  GtkWidget *row, *entry;

  actions_show (ui, "closed");
  save (ui, "Old");
  open_menu (ui);
  row = find_row (ui, "Old");
  g_signal_emit_by_name (tambour_test_find (row, GTK_TYPE_BUTTON, "Rename"), "clicked");
  tambour_test_settle ();
  entry = tambour_test_find (row, GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Over");
  g_signal_emit_by_name (entry, "activate");
  tambour_test_settle ();
  g_assert_nonnull (find_row (ui, "Over"));
  g_assert_cmpstr (get_filters (ui, "cases")->chosen, ==, "Over");
  gtk_popover_popdown (gtk_menu_button_get_popover (get_button (ui)));
}

/* F2, Delete and Enter do in the menu what its buttons do. */
static void
test_by_keyboard (void)
{
  g_autoptr(TambourTestUi) ui = open_cases ();
  const TambourSavedFilter *renamed;

  actions_show (ui, "closed");
  save (ui, "Old");
  actions_show (ui, "open");
  open_menu (ui);
  gtk_widget_grab_focus (find_row (ui, "Old"));
  tambour_test_press (ui->window, "F2");
  tambour_test_press (ui->window, "<Control>a");
  tambour_test_type (ui->window, "Over");
  tambour_test_press (ui->window, "Return");
  renamed = tambour_saved_filters_find (get_filters (ui, "cases"), "Over");
  g_assert_nonnull (renamed);

  gtk_widget_grab_focus (find_row (ui, "Over"));
  tambour_test_press (ui->window, "Return");
  g_assert_cmpstr (get_toggle (ui), ==, "closed");
  open_menu (ui);
  gtk_widget_grab_focus (find_row (ui, "Over"));
  tambour_test_press (ui->window, "Delete");
  g_assert_cmpuint (get_filters (ui, "cases")->filters->len, ==, 0);
  gtk_popover_popdown (gtk_menu_button_get_popover (get_button (ui)));
  tambour_test_settle ();
}

static void
test_removed_and_back (void)
{
  g_autoptr(TambourTestUi) ui = open_cases ();

  actions_show (ui, "closed");
  save (ui, "Over");
  open_menu (ui);
  g_signal_emit_by_name (tambour_test_find (find_row (ui, "Over"), GTK_TYPE_BUTTON, "Remove"), "clicked");
  tambour_test_wait_text (ui->window, "Filter “Over” removed");
  g_assert_cmpuint (get_filters (ui, "cases")->filters->len, ==, 0);
  gtk_popover_popdown (gtk_menu_button_get_popover (get_button (ui)));
  tambour_test_settle ();
  g_signal_emit_by_name (tambour_test_find (ui->window, GTK_TYPE_BUTTON, "Undo"), "clicked");
  tambour_test_settle ();
  g_assert_nonnull (tambour_saved_filters_find (get_filters (ui, "cases"), "Over"));
}

static gboolean
is_written (gpointer data)
{
  TambourTestUi *ui = data;
  g_autofree char *key = tambour_saved_filters_dup_key ("actions", tambour_portfolio_get_me (ui->portfolio));
  g_autofree char *text = tambour_store_dup_setting (ui->store, key);

  return text != NULL && strstr (text, "\"chosen\"") != NULL;
}

/* The list of actions begins with what was used last, also when the portfolio is opened again. */
static void
test_there_the_next_time (void)
{
  g_autoptr(TambourTestUi) ui = actions_open_demo (1280, 820);
  g_autoptr(TambourPortfolio) portfolio = NULL;

  actions_show (ui, "theirs");
  gtk_widget_activate_action (actions_get_page (ui), "actions.reach", "s", "team");
  filter (ui, "orla");
  save (ui, "Theirs at Orla");
  tambour_test_wait (is_written, ui);

  portfolio = tambour_portfolio_new (ui->store);
  tambour_portfolio_set_now (portfolio, tambour_portfolio_now (ui->portfolio));
  tambour_portfolio_set_me (portfolio, tambour_portfolio_get_me (ui->portfolio), "Mira Solberg", NULL);
  tambour_window_set_portfolio (ui->window, portfolio);
  tambour_test_settle ();
  tambour_test_press (ui->window, "<Control>d");
  tambour_test_wait (actions_shows_actions, ui);
  tambour_test_wait_text (actions_get_page (ui), "Confirm who decides on the guest network freeze");
  g_assert_cmpstr (get_toggle (ui), ==, "theirs");
  g_assert_cmpstr (get_text (ui), ==, "orla");

  /* Once another is shown, it is none of them. */
  actions_show (ui, "ours");
  tambour_test_settle ();
  g_assert_null (tambour_filter_shelf_get_filters (tambour_filter_shelf_get (portfolio, "actions"))->chosen);
  tambour_window_set_portfolio (ui->window, ui->portfolio);
  tambour_test_settle ();
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/filters/saved-and-chosen", test_saved_and_chosen);
  g_test_add_func ("/filters/a-name-is-asked-for", test_a_name_is_asked_for);
  g_test_add_func ("/filters/renamed-in-place", test_renamed_in_place);
  g_test_add_func ("/filters/by-keyboard", test_by_keyboard);
  g_test_add_func ("/filters/removed-and-back", test_removed_and_back);
  g_test_add_func ("/filters/there-the-next-time", test_there_the_next_time);

  return g_test_run ();
}
