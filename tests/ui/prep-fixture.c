/* prep-fixture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "prep-fixture.h"
#include "tambour-prep-sheet-dialog.h"

AdwDialog *
prep_fixture_dialog (gpointer ui)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (((TambourTestUi *) ui)->window));
}

static gboolean
has_sheet (gpointer ui)
{
  AdwDialog *dialog = prep_fixture_dialog (ui);

  return dialog != NULL && TAMBOUR_IS_PREP_SHEET_DIALOG (dialog) && tambour_test_shows (dialog, "Who Joins");
}

gboolean
prep_fixture_is_closed (gpointer ui)
{
  return prep_fixture_dialog (ui) == NULL;
}

TambourTestUi *
prep_fixture_today (int width,
                    int height)
{
  TambourTestUi *ui = tambour_test_ui_new_demo (width, height);

  tambour_test_ui_present (ui);
  tambour_test_wait_text (ui->window, "Calls Today");
  tambour_test_wait_text (ui->window, PREP_FIXTURE_P1);
  tambour_test_settle ();

  return ui;
}

void
prep_fixture_wait (TambourTestUi *ui)
{
  tambour_test_wait (has_sheet, ui);
  tambour_test_settle ();
}

/* The next call of the day, by keyboard. */
TambourTestUi *
prep_fixture_open (int width,
                   int height)
{
  TambourTestUi *ui = prep_fixture_today (width, height);

  tambour_test_press (ui->window, "<Control>p");
  prep_fixture_wait (ui);

  return ui;
}

/* Escape takes away what was said first. */
void
prep_fixture_close (TambourTestUi *ui)
{
  if (tambour_test_shows (prep_fixture_dialog (ui), "Point removed"))
    {
      tambour_test_press (ui->window, "Escape");
      tambour_test_wait_no_text (prep_fixture_dialog (ui), "Point removed");
    }

  tambour_test_press (ui->window, "Escape");
  tambour_test_wait (prep_fixture_is_closed, ui);
  tambour_test_settle ();
}
