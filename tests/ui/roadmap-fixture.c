/* roadmap-fixture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-fixture.h"
#include "roadmap-fixture.h"
#include "tambour-roadmap-section.h"
#include "tambour-value.h"

GtkWidget *
roadmap_fixture_get_section (TambourTestUi *ui)
{
  return tambour_test_find (ui->window, TAMBOUR_TYPE_ROADMAP_SECTION, NULL);
}

TambourTestUi *
roadmap_fixture_open_section (int         width,
                              int         height,
                              const char *name)
{
  TambourTestUi *ui = tambour_test_ui_new_demo (width, height);
  g_autofree char *expression = g_strdup_printf ("name = \"%s\"", name);
  g_autoptr(TambourRecord) account = record_fixture_find (ui, TAMBOUR_TYPE_ACCOUNT, expression);

  tambour_test_ui_present (ui);
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-section", "(ss)", account->id, "roadmap");
  tambour_test_wait_text (ui->window, "Value-Add Projects");
  tambour_test_settle ();

  return ui;
}

/* Returns: (nullable): the row of a list that says @text */
GtkWidget *
roadmap_fixture_find_row (TambourTestUi *ui,
                          GType          type,
                          const char    *text)
{
  GtkWidget *label = tambour_test_find (roadmap_fixture_get_section (ui), GTK_TYPE_LABEL, text);

  return label ? gtk_widget_get_ancestor (label, type) : NULL;
}

/* Returns: (transfer full): a project of the account that is shown */
TambourRecord *
roadmap_fixture_find_project (TambourTestUi *ui,
                              const char    *title)
{
  g_autoptr(TambourRecord) account = record_fixture_find (ui, TAMBOUR_TYPE_ACCOUNT, "name = \"" ROADMAP_FIXTURE_ORLA "\"");
  g_autofree char *expression = g_strdup_printf ("title = \"%s\" and account_id = %s", title, account->id);

  return record_fixture_find (ui, TAMBOUR_TYPE_PROJECT, expression);
}

TambourProjectMatrix *
roadmap_fixture_get_matrix (TambourTestUi *ui)
{
  return TAMBOUR_PROJECT_MATRIX (tambour_test_find (roadmap_fixture_get_section (ui), TAMBOUR_TYPE_PROJECT_MATRIX, NULL));
}
