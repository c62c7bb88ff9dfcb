/* test-record-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-kinds.h"
#include "tambour-record-dialog.h"
#include "tambour-field-row.h"
#include "tambour-test-ui.h"

static TambourRecord *
find_record (TambourTestUi *ui,
             GType          type,
             const char    *expression)
{
  g_autoptr(TambourQuery) query = tambour_query_new (type);
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GError) error = NULL;

  if (expression != NULL)
    tambour_query_parse (query, expression, &error);
  g_assert_no_error (error);
  found = tambour_store_list (ui->store, query, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, >, 0);

  return g_object_ref (g_ptr_array_index (found, 0));
}

static void
test_edits_a_case (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);
  g_autoptr(TambourRecord) record = find_record (ui, TAMBOUR_TYPE_CASE, "number = 4117");

  tambour_test_ui_present (ui);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.edit-record", "(ss)", "case", record->id));
  tambour_test_wait_text (ui->window, "Waiting for engineering");
  tambour_test_assert_named (ui->window);
  tambour_test_picture (ui->window, "record-dialog");
  tambour_test_press (ui->window, "Escape");
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/record-dialog/edits-a-case", test_edits_a_case);

  return g_test_run ();
}
