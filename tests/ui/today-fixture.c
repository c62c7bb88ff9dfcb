/* today-fixture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-clock-row.h"
#include "tambour-kinds.h"
#include "today-fixture.h"

TambourTestUi *
today_fixture_open (int width,
                    int height)
{
  TambourTestUi *ui = tambour_test_ui_new_demo (width, height);

  tambour_test_ui_present (ui);
  tambour_test_wait_text (ui->window, TODAY_FIXTURE_P1);
  tambour_test_settle ();

  return ui;
}

void
today_fixture_set_now (TambourTestUi *ui,
                       const char    *text)
{
  TambourInstant now;

  g_assert_true (tambour_instant_parse (text, &now));
  tambour_portfolio_set_now (ui->portfolio, now);
}

/* The row of a list in which a label says @text. */
gpointer
today_fixture_row (TambourTestUi *ui,
                   GType          type,
                   const char    *text)
{
  GtkWidget *label = tambour_test_find (tambour_window_get_page (ui->window), GTK_TYPE_LABEL, text);

  g_assert_nonnull (label);

  return gtk_widget_get_ancestor (label, type);
}

/* Also on an edge of the screen that one would have to scroll to. */
guint
today_fixture_count (TambourTestUi *ui,
                     GType          type)
{
  return tambour_test_count (tambour_window_get_page (ui->window), type);
}

void
today_fixture_put (TambourTestUi *ui,
                   const char    *kind,
                   const char    *id,
                   ...)
{
  g_autoptr(TambourRecord) record = tambour_record_new (G_TYPE_FROM_CLASS (tambour_kinds_find (kind)), id);
  const char *name;
  va_list fields;

  va_start (fields, id);
  while ((name = va_arg (fields, const char *)))
    {
      g_autoptr(GError) error = NULL;

      tambour_record_set_text (record, name, va_arg (fields, const char *), &error);
      g_assert_no_error (error);
    }
  va_end (fields);
  tambour_test_ui_put (ui, record);
}

void
today_fixture_put_case (TambourTestUi *ui,
                        const char    *title,
                        const char    *account_id)
{
  today_fixture_put (ui, "case", NULL, "number", "5000", "title", title, "account_id", account_id, "priority", "P1", "channel", "phone",
                     "opened_at", "2026-11-23T17:10:00Z", NULL);
}

char *
today_fixture_dup_account (TambourTestUi *ui,
                           const char    *case_title)
{
  TambourClockRow *row = today_fixture_row (ui, TAMBOUR_TYPE_CLOCK_ROW, case_title);

  return g_strdup (tambour_clock_row_get_facts (row)->account_id);
}
