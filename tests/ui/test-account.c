/* test-account.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-account-page.h"
#include "tambour-kinds.h"
#include "tambour-lookup.h"
#include "tambour-test-ui.h"

static TambourAccount *
find_account (TambourTestUi *ui,
              const char    *name)
{
  TambourAccount *account = tambour_lookup_account (ui->store, name, NULL);

  g_assert_nonnull (account);

  return account;
}

static void
open_account (TambourTestUi *ui,
              const char    *name)
{
  g_autoptr(TambourAccount) account = find_account (ui, name);

  tambour_window_open_account (ui->window, tambour_record_get_id (TAMBOUR_RECORD (account)));
}

static void
test_an_account_at_a_glance (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);

  tambour_test_ui_present (ui);
  open_account (ui, "Saint Orla Hospitals");
  tambour_test_wait_text (ui->window, "Sponsor joined the call on 4 Nov");
  tambour_test_settle ();
  tambour_test_picture (ui->window, "account");
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  tambour_test_picture (ui->window, "account-dark");
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
}

static void
test_narrow (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (360, 720);
  AdwBottomSheet *sheet;

  tambour_test_ui_present (ui);
  open_account (ui, "Saint Orla Hospitals");
  tambour_test_wait_text (ui->window, "Sponsor joined the call on 4 Nov");
  tambour_test_settle ();
  tambour_test_picture (ui->window, "account-narrow");
  sheet = tambour_test_find (ui->window, ADW_TYPE_BOTTOM_SHEET, NULL);
  adw_bottom_sheet_set_open (sheet, TRUE);
  tambour_test_settle ();
  tambour_test_picture (ui->window, "account-sheet");
}

static void
test_timeline (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);

  tambour_test_ui_present (ui);
  open_account (ui, "Saint Orla Hospitals");
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.show-section", "s", "timeline");
  tambour_test_wait_text (ui->window, "Fortnightly call, 28 min");
  tambour_test_settle ();
  tambour_test_picture (ui->window, "timeline");
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/account/shows-an-account-at-a-glance", test_an_account_at_a_glance);
  g_test_add_func ("/account/narrow", test_narrow);
  g_test_add_func ("/account/timeline", test_timeline);

  return g_test_run ();
}
