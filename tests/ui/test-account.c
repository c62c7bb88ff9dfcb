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
  tambour_test_pictures (ui->window, "account");
}

static void
test_bisect (gconstpointer data)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);
  tambour_test_ui_present (ui);
  open_account (ui, data);
  tambour_test_wait_text (ui->window, "Sponsor joined the call on 4 Nov");
  tambour_test_settle ();
  g_print ("# refs %u\n", G_OBJECT (ui->portfolio)->ref_count);
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_data_func ("/b/cobalto", "Cobalto Varejo", test_bisect);
  g_test_add_data_func ("/b/juniper", "Red Juniper Schools", test_bisect);
  g_test_add_data_func ("/b/orla", "Saint Orla Hospitals", test_bisect);
  g_test_add_func ("/account/shows-an-account-at-a-glance", test_an_account_at_a_glance);

  return g_test_run ();
}
