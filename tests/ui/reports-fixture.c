/* reports-fixture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reports-fixture.h"

/* Returns: (transfer none): the place, in the window */
TambourReportsPage *
reports_fixture_get_page (TambourTestUi *ui)
{
  return tambour_test_find (ui->window, TAMBOUR_TYPE_REPORTS_PAGE, NULL);
}

/* Until all is counted. */
void
reports_fixture_wait (TambourTestUi *ui)
{
  tambour_test_wait_text (ui->window, "first answers in target");
  tambour_test_wait_no_text (ui->window, "is being counted");
  tambour_test_settle ();
}

/* By its action: keys go where the last dialog of another test left the focus. */
void
reports_fixture_go (TambourTestUi *ui)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.go-place", "s", "reports"));
}

/* Returns: (transfer full): the place, in a window of the demonstration, with its figures */
TambourTestUi *
reports_fixture_open (int width,
                      int height)
{
  TambourTestUi *ui = tambour_test_ui_new_demo (width, height);

  tambour_test_ui_present (ui);
  reports_fixture_go (ui);
  reports_fixture_wait (ui);

  return ui;
}

/* Returns: (transfer none): the accounts, as the table has them */
GListModel *
reports_fixture_get_items (TambourTestUi *ui)
{
  return G_LIST_MODEL (gtk_column_view_get_model (tambour_test_find (reports_fixture_get_page (ui), GTK_TYPE_COLUMN_VIEW, NULL)));
}

/* Returns: (transfer none): an account, which is there */
TambourReportsItem *
reports_fixture_find (TambourTestUi *ui,
                      const char    *name)
{
  GListModel *model = reports_fixture_get_items (ui);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(TambourReportsItem) item = g_list_model_get_item (model, i);

      if (g_str_equal (tambour_reports_item_get_name (item), name))
        return item;
    }

  g_assert_not_reached ();
}

/* Returns: (transfer full): where reports can go; it goes with the test */
char *
reports_fixture_new_folder (TambourTestUi *ui)
{
  char *folder = g_build_filename (ui->folder, "Reviews", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);

  return folder;
}

void
reports_fixture_choose_all (TambourTestUi *ui)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (reports_fixture_get_page (ui)), "reports.choose-all", "b", TRUE));
  tambour_test_settle ();
}
