/* actions-fixture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "actions-fixture.h"

#include "tambour-action-dialog.h"
#include "tambour-action-row.h"

gpointer
actions_get_page (TambourTestUi *ui)
{
  return tambour_window_get_page (ui->window);
}

gboolean
actions_shows_actions (gpointer data)
{
  TambourPage *page = actions_get_page (data);

  return TAMBOUR_IS_ACTIONS_PAGE (page) && tambour_page_is_ready (page);
}

/* As a person comes there: by its key. */
void
actions_open_page (TambourTestUi *ui)
{
  tambour_test_ui_present (ui);
  tambour_test_press (ui->window, "<Control>d");
  tambour_test_wait (actions_shows_actions, ui);
  tambour_test_settle ();
}

TambourTestUi *
actions_open_demo (int width,
                   int height)
{
  TambourTestUi *ui = tambour_test_ui_new_demo (width, height);

  actions_open_page (ui);

  return ui;
}

void
actions_put (TambourTestUi *ui,
             GType          type,
             const char    *id,
             ...)
{
  g_autoptr(TambourRecord) record = tambour_record_new (type, id);
  const char *field;
  va_list fields;

  va_start (fields, id);
  while ((field = va_arg (fields, const char *)))
    g_assert_true (tambour_record_set_text (record, field, va_arg (fields, const char *), NULL));
  va_end (fields);
  tambour_test_ui_put (ui, record);
}

/* One account, and what a test puts there. */
TambourTestUi *
actions_new_small (void)
{
  TambourTestUi *ui = tambour_test_ui_new (1100, 820);
  TambourInstant now;

  g_assert_true (tambour_instant_parse ("2026-11-23T17:12:00Z", &now));
  tambour_portfolio_set_now (ui->portfolio, now);
  actions_put (ui, TAMBOUR_TYPE_ACCOUNT, "orla", "name", "Saint Orla", "report_tz", "America/Chicago", NULL);

  return ui;
}

GtkListView *
actions_get_list (TambourTestUi *ui)
{
  return tambour_test_find (actions_get_page (ui), GTK_TYPE_LIST_VIEW, NULL);
}

guint
actions_count_rows (TambourTestUi *ui)
{
  GtkListView *list = actions_get_list (ui);

  return list ? g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list))) : 0;
}

GtkWidget *
actions_find_row (TambourTestUi *ui,
                  const char    *title)
{
  GtkWidget *label = tambour_test_find (actions_get_page (ui), GTK_TYPE_LABEL, title);

  g_assert_nonnull (label);

  return gtk_widget_get_ancestor (label, TAMBOUR_TYPE_ACTION_ROW);
}

void
actions_tick (TambourTestUi *ui,
              const char    *title)
{
  GtkCheckButton *check = tambour_test_find (actions_find_row (ui, title), GTK_TYPE_CHECK_BUTTON, NULL);

  gtk_check_button_set_active (check, !gtk_check_button_get_active (check));
  tambour_test_settle ();
}

void
actions_show (TambourTestUi *ui,
              const char    *toggle)
{
  adw_toggle_group_set_active_name (tambour_test_find (actions_get_page (ui), ADW_TYPE_TOGGLE_GROUP, NULL), toggle);
  tambour_test_settle ();
}

/* The keyboard goes to the first row. */
void
actions_go_to_list (TambourTestUi *ui)
{
  gtk_list_view_scroll_to (actions_get_list (ui), 0, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (actions_get_list (ui)));
  tambour_test_settle ();
}

TambourRecord *
actions_find_action (TambourTestUi *ui,
                     const char    *title)
{
  g_autofree char *expression = g_strdup_printf ("title = \"%s\"", title);

  return record_fixture_find (ui, TAMBOUR_TYPE_ACTION_ITEM, expression);
}

TambourCommitment *
actions_get_commitment (TambourTestUi *ui,
                        const char    *id)
{
  g_autoptr(GError) error = NULL;
  gpointer record = tambour_store_get (ui->store, tambour_kinds_find ("commitment"), id, &error);

  g_assert_no_error (error);

  return record;
}

gboolean
actions_has_dialog (gpointer data)
{
  AdwDialog *dialog = record_fixture_dialog (data);

  return dialog != NULL && TAMBOUR_IS_ACTION_DIALOG (dialog);
}

void
actions_ask (TambourTestUi *ui,
             const char    *action)
{
  g_assert_true (gtk_widget_activate_action (actions_get_page (ui), action, NULL));
  tambour_test_wait (actions_has_dialog, ui);
  tambour_test_settle ();
}
