/* test-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-account-row.h"
#include "tambour-kinds.h"
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
  g_assert_true (tambour_test_shows (ui->window, "Accounts you add appear here"));
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

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/window/lists-the-accounts", test_lists_accounts);
  g_test_add_func ("/window/says-where-an-empty-one-begins", test_says_where_an_empty_one_begins);
  g_test_add_func ("/window/follows-another-program", test_follows_another_program);
  g_test_add_func ("/window/steps-through-accounts-by-key", test_steps_through_accounts_by_key);
  g_test_add_func ("/window/names-every-control", test_names_every_control);

  return g_test_run ();
}
