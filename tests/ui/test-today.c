/* test-today.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-clock-row.h"
#include "tambour-test-ui.h"
#include "tambour-today.h"

static TambourTestUi *
open_demo (int width,
           int height)
{
  TambourTestUi *ui = tambour_test_ui_new_demo (width, height);

  tambour_test_ui_present (ui);
  tambour_test_wait_text (ui->window, "Resolvers unreachable from main site");

  return ui;
}

static void
test_pictures (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  g_autoptr(TambourTestUi) ui = open_demo (1280, 820);

  tambour_test_settle ();
  tambour_test_picture (ui->window, "today");
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_DARK);
  tambour_test_settle ();
  tambour_test_picture (ui->window, "today-dark");
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_DEFAULT);
}

static void
test_narrow (void)
{
  g_autoptr(TambourTestUi) ui = open_demo (360, 720);

  tambour_test_settle ();
  tambour_test_picture (ui->window, "today-narrow");
}

static void
test_single (void)
{
  g_autoptr(TambourTestUi) ui = open_demo (1000, 820);

  tambour_test_settle ();
  tambour_test_picture (ui->window, "today-single");
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/today/pictures", test_pictures);
  g_test_add_func ("/today/narrow", test_narrow);
  g_test_add_func ("/today/single", test_single);

  return g_test_run ();
}
