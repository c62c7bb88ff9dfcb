/* test-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-account-row.h"
#include "tambour-kinds.h"
#include "tambour-sidebar.h"
#include "tambour-test-ui.h"

static void
test_lists_accounts (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);

  tambour_test_ui_present (ui);
  tambour_test_wait_text (ui->window, "Saint Orla Hospitals");
  g_assert_cmpuint (tambour_test_count (ui->window, TAMBOUR_TYPE_ACCOUNT_ROW), ==, 8);
  tambour_test_picture (ui->window, "window");
}

static void
test_says_where_an_empty_one_begins (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new (1280, 820);

  tambour_test_ui_present (ui);
  tambour_test_wait_text (ui->window, "Accounts you add appear here");
}

static void
test_follows_another_program (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new (1280, 820);
  g_autoptr(TambourRecord) account = tambour_record_new (TAMBOUR_TYPE_ACCOUNT, NULL);

  tambour_test_ui_present (ui);
  TAMBOUR_ACCOUNT (account)->name = g_strdup ("<b>Orion</b> %s");
  tambour_test_ui_put (ui, account);
  tambour_test_wait_text (ui->window, "<b>Orion</b> %s");
}

static void
test_steps_through_accounts_by_key (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);
  g_autofree char *first = NULL;

  tambour_test_ui_present (ui);
  tambour_test_wait_text (ui->window, "City of Larkhaven");

  tambour_test_press (ui->window, "<Control>Page_Down");
  g_assert_nonnull (tambour_window_get_account (ui->window));
  first = g_strdup (tambour_window_get_account (ui->window));
  tambour_test_press (ui->window, "<Control>Page_Down");
  g_assert_cmpstr (tambour_window_get_account (ui->window), !=, first);
  tambour_test_press (ui->window, "<Control>Page_Up");
  g_assert_cmpstr (tambour_window_get_account (ui->window), ==, first);
  tambour_test_press (ui->window, "<Control>1");
  g_assert_null (tambour_window_get_account (ui->window));
}

static void
test_names_every_control (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);

  tambour_test_ui_present (ui);
  tambour_test_wait_text (ui->window, "Saint Orla Hospitals");
  tambour_test_assert_named (ui->window);
}

/* The names in the sidebar, from top to bottom. */
static char *
dup_order (TambourTestUi *ui)
{
  TambourAccountRow *row = tambour_test_find (ui->window, TAMBOUR_TYPE_ACCOUNT_ROW, NULL);
  g_autoptr(GString) names = g_string_new (NULL);

  for (GtkWidget *widget = GTK_WIDGET (row); widget; widget = gtk_widget_get_next_sibling (widget))
    if (TAMBOUR_IS_ACCOUNT_ROW (widget))
      g_string_append_printf (names, "%s;", tambour_account_row_get_summary (TAMBOUR_ACCOUNT_ROW (widget))->name);

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
put_account (TambourTestUi        *ui,
             const char           *name,
             TambourAccountStatus  status,
             TambourDate           ends)
{
  g_autoptr(TambourRecord) account = tambour_record_new (TAMBOUR_TYPE_ACCOUNT, NULL);
  g_autoptr(TambourRecord) agreement = tambour_record_new (TAMBOUR_TYPE_AGREEMENT, NULL);

  g_set_str (&TAMBOUR_ACCOUNT (account)->name, name);
  TAMBOUR_ACCOUNT (account)->status = status;
  tambour_test_ui_put (ui, account);

  g_set_str (&agreement->account_id.id, tambour_record_get_id (account));
  TAMBOUR_AGREEMENT (agreement)->start = tambour_date_new (2026, 1, 1);
  TAMBOUR_AGREEMENT (agreement)->end = ends;
  tambour_test_ui_put (ui, agreement);
}

static gboolean
is_sorted_by_renewal (gpointer data)
{
  g_autofree char *order = dup_order (data);

  return g_str_equal (order, "Boreal;Alba;");
}

static void
test_sorts_accounts (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new (1280, 820);
  g_autofree char *order = NULL;

  put_account (ui, "Alba", TAMBOUR_ACCOUNT_STATUS_ACTIVE, tambour_date_new (2027, 6, 30));
  put_account (ui, "Boreal", TAMBOUR_ACCOUNT_STATUS_ACTIVE, tambour_date_new (2026, 12, 1));
  tambour_test_ui_present (ui);
  tambour_test_wait_text (ui->window, "Boreal");
  tambour_test_wait_text (ui->window, "renews in 9 days");

  order = dup_order (ui);
  g_assert_cmpstr (order, ==, "Alba;Boreal;");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.sort-accounts", "s", "renewal"));
  tambour_test_wait (is_sorted_by_renewal, ui);
}

static void
test_archived_accounts_can_be_found (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new (1280, 820);

  put_account (ui, "Alba", TAMBOUR_ACCOUNT_STATUS_ACTIVE, tambour_date_new (2027, 6, 30));
  put_account (ui, "Former", TAMBOUR_ACCOUNT_STATUS_CLOSED, tambour_date_new (2026, 12, 1));
  tambour_test_ui_present (ui);
  tambour_test_wait_text (ui->window, "Alba");
  tambour_test_wait_no_text (ui->window, "Former");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.show-archived", NULL));
  tambour_test_wait_text (ui->window, "Former");
  tambour_test_wait_text (ui->window, "archived");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.show-archived", NULL));
  tambour_test_wait_no_text (ui->window, "Former");
}

static gboolean
is_focus_in (TambourTestUi *ui,
             GType          type)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (ui->window));

  return focus != NULL && (g_type_is_a (G_OBJECT_TYPE (focus), type) || gtk_widget_get_ancestor (focus, type));
}

static void
test_moves_between_panes_by_key (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);

  tambour_test_ui_present (ui);
  tambour_test_wait_text (ui->window, "Saint Orla Hospitals");

  tambour_test_press (ui->window, "F6");
  if (!is_focus_in (ui, TAMBOUR_TYPE_SIDEBAR))
    tambour_test_press (ui->window, "F6");
  g_assert_true (is_focus_in (ui, TAMBOUR_TYPE_SIDEBAR));
  tambour_test_press (ui->window, "F6");
  g_assert_true (is_focus_in (ui, TAMBOUR_TYPE_PAGE));
}

static void
test_is_one_column_when_narrow (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (360, 720);

  tambour_test_ui_present (ui);
  g_assert_false (is_focus_in (ui, TAMBOUR_TYPE_SIDEBAR));
  g_assert_null (tambour_test_find (ui->window, TAMBOUR_TYPE_ACCOUNT_ROW, NULL));

  /* Back leads to places and accounts. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.back", NULL));
  tambour_test_wait_text (ui->window, "Saint Orla Hospitals");
  tambour_test_picture (ui->window, "window-narrow");
}

static void
test_two_windows_stay_in_step (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new (1280, 820);
  TambourWindow *second = tambour_window_new (NULL);

  tambour_test_ui_present (ui);
  tambour_window_set_portfolio (second, ui->portfolio);
  gtk_window_present (GTK_WINDOW (second));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (second));

  put_account (ui, "Alba", TAMBOUR_ACCOUNT_STATUS_ACTIVE, tambour_date_new (2027, 6, 30));
  tambour_test_wait_text (ui->window, "Alba");
  tambour_test_wait_text (second, "Alba");
  gtk_window_destroy (GTK_WINDOW (second));
}

/* What it showed goes with it, wherever the focus was when it became narrow. */
static void
test_leaves_nothing_behind (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);
  GtkWidget *focus;

  tambour_test_ui_present (ui);
  tambour_test_wait_text (ui->window, "Sign-in loops for ground staff");
  focus = gtk_widget_get_ancestor (tambour_test_find (ui->window, GTK_TYPE_LABEL, "Sign-in loops for ground staff"), GTK_TYPE_LIST_BOX_ROW);
  gtk_widget_grab_focus (focus);
  tambour_test_resize (ui->window);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (ui->window)) == focus);
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/window/lists-the-accounts", test_lists_accounts);
  g_test_add_func ("/window/says-where-an-empty-one-begins", test_says_where_an_empty_one_begins);
  g_test_add_func ("/window/follows-another-program", test_follows_another_program);
  g_test_add_func ("/window/steps-through-accounts-by-key", test_steps_through_accounts_by_key);
  g_test_add_func ("/window/sorts-accounts", test_sorts_accounts);
  g_test_add_func ("/window/archived-accounts-can-be-found", test_archived_accounts_can_be_found);
  g_test_add_func ("/window/moves-between-panes-by-key", test_moves_between_panes_by_key);
  g_test_add_func ("/window/is-one-column-when-narrow", test_is_one_column_when_narrow);
  g_test_add_func ("/window/two-windows-stay-in-step", test_two_windows_stay_in_step);
  g_test_add_func ("/window/names-every-control", test_names_every_control);
  g_test_add_func ("/window/leaves-nothing-behind", test_leaves_nothing_behind);

  return g_test_run ();
}
