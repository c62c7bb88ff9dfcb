/* record-fixture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-fixture.h"

static TambourQuery *
new_query (GType       type,
           const char *expression)
{
  TambourQuery *query = tambour_query_new (type);
  g_autoptr(GError) error = NULL;

  if (expression != NULL)
    tambour_query_parse (query, expression, &error);
  g_assert_no_error (error);

  return query;
}

TambourRecord *
record_fixture_find (TambourTestUi *ui,
                     GType          type,
                     const char    *expression)
{
  g_autoptr(TambourQuery) query = new_query (type, expression);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = tambour_store_list (ui->store, query, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (found->len, >, 0);

  return g_object_ref (g_ptr_array_index (found, 0));
}

guint
record_fixture_count (TambourTestUi *ui,
                      GType          type,
                      const char    *expression)
{
  g_autoptr(TambourQuery) query = new_query (type, expression);
  g_autoptr(GError) error = NULL;
  gint64 n = tambour_store_count (ui->store, query, &error);

  g_assert_no_error (error);

  return n;
}

/* The record as it is now; not there if it has been removed. */
TambourRecord *
record_fixture_get (TambourTestUi *ui,
                    TambourRecord *record)
{
  return tambour_store_get (ui->store, TAMBOUR_RECORD_GET_CLASS (record), record->id, NULL);
}

char *
record_fixture_draft (TambourTestUi *ui,
                      const char    *key)
{
  return tambour_store_dup_setting (ui->store, key);
}

void
record_fixture_open (TambourTestUi *ui,
                     TambourRecord *record)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.show-fields", "(ss)",
                                             TAMBOUR_RECORD_GET_CLASS (record)->kind, record->id));
  tambour_test_settle ();
}

AdwDialog *
record_fixture_dialog (TambourTestUi *ui)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (ui->window));

  return dialog != NULL && gtk_widget_get_mapped (GTK_WIDGET (dialog)) ? dialog : NULL;
}

static gboolean
has_dialog (gpointer data)
{
  return record_fixture_dialog (data) != NULL;
}

static gboolean
has_none (gpointer data)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (((TambourTestUi *) data)->window)) == NULL;
}

void
record_fixture_edit (TambourTestUi *ui,
                     TambourRecord *record)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.edit-record", "(ss)",
                                             TAMBOUR_RECORD_GET_CLASS (record)->kind, record->id));
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
}

void
record_fixture_new (TambourTestUi *ui,
                    const char    *kind,
                    const char    *account_id)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.new-record", "(ss)", kind, account_id ? account_id : ""));
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
}

void
record_fixture_wait_gone (TambourTestUi *ui)
{
  tambour_test_wait (has_none, ui);
  tambour_test_settle ();
}

static TambourFieldRow *
find_row (GtkWidget  *widget,
          const char *field)
{
  if (TAMBOUR_IS_FIELD_ROW (widget) && g_str_equal (tambour_field_row_get_field (TAMBOUR_FIELD_ROW (widget))->name, field))
    return TAMBOUR_FIELD_ROW (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      TambourFieldRow *found = find_row (child, field);

      if (found != NULL)
        return found;
    }

  return NULL;
}

TambourFieldRow *
record_fixture_row (gpointer    root,
                    const char *field)
{
  TambourFieldRow *row = find_row (root, field);

  if (row == NULL)
    g_error ("there is no row of %s", field);

  return row;
}

static GtkWidget *
find_editor (GtkWidget *widget)
{
  if (GTK_IS_ENTRY (widget) || GTK_IS_TEXT_VIEW (widget) || GTK_IS_SWITCH (widget) || GTK_IS_DROP_DOWN (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = GTK_IS_POPOVER (child) ? NULL : find_editor (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

GtkWidget *
record_fixture_editor (gpointer    root,
                       const char *field)
{
  return find_editor (GTK_WIDGET (record_fixture_row (root, field)));
}

/* What the row of @field says; the caller does not free it. */
const char *
record_fixture_text (gpointer    root,
                     const char *field)
{
  static char *last;

  g_clear_pointer (&last, g_free);
  last = tambour_field_row_dup_draft (record_fixture_row (root, field));

  return last;
}

/* Goes to a row and types into it, in place of what it said. */
void
record_fixture_type (TambourTestUi *ui,
                     const char    *field,
                     const char    *text)
{
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (record_fixture_row (record_fixture_dialog (ui), field))));
  tambour_test_settle ();
  tambour_test_press (ui->window, "<Control>a");
  tambour_test_press (ui->window, "BackSpace");
  tambour_test_type (ui->window, text);
}

/* What a row that refers to a record suggests, if it does. */
GtkWidget *
record_fixture_popover (gpointer row)
{
  for (GtkWidget *child = gtk_widget_get_first_child (row); child; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child) && gtk_widget_get_mapped (child))
      return child;

  return NULL;
}

/* For tambour_test_wait(). */
gboolean
record_fixture_suggests (gpointer row)
{
  return record_fixture_popover (row) != NULL;
}

gboolean
record_fixture_can_save (TambourTestUi *ui)
{
  GtkWidget *button = tambour_test_find (record_fixture_dialog (ui), GTK_TYPE_BUTTON, "_Save");

  g_assert_nonnull (button);

  return gtk_widget_is_sensitive (button);
}

/* As a person does; the dialog goes. */
void
record_fixture_save (TambourTestUi *ui)
{
  tambour_test_press (ui->window, "<Control>Return");
  record_fixture_wait_gone (ui);
}
