/* test-checklists.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "actions-fixture.h"
#include "tambour-audit.h"
#include "tambour-checklist-page.h"
#include "tambour-question-dialog.h"

static gpointer
get_page (TambourTestUi *ui)
{
  return tambour_window_get_page (ui->window);
}

static gboolean
shows_checklist (gpointer data)
{
  TambourPage *page = get_page (data);

  return TAMBOUR_IS_CHECKLIST_PAGE (page) && tambour_page_is_ready (page);
}

static void
add_question (TambourTestUi *ui,
              const char    *id,
              const char    *text,
              const char    *position)
{
  actions_put (ui, TAMBOUR_TYPE_TEMPLATE_ITEM, id, "template_id", "list", "item_key", id, "revision", "1", "section", "Resolvers",
               "text", text, "severity", "high", "weight", "5", "position", position, NULL);
}

static TambourTestUi *
open_small (void)
{
  TambourTestUi *ui = actions_new_small ();

  actions_put (ui, TAMBOUR_TYPE_AUDIT_TEMPLATE, "list", "name", "Architecture", "version", "6", NULL);
  add_question (ui, "sites", "Two forwarders at every site", "1");
  add_question (ui, "restart", "Restart test within a year", "2");
  add_question (ui, "clock", "Clock source for appliances", "3");
  tambour_test_ui_present (ui);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-record", "(ss)", "audit_template", "list"));
  tambour_test_wait (shows_checklist, ui);
  tambour_test_settle ();

  return ui;
}

static GListModel *
get_questions (TambourTestUi *ui)
{
  return G_LIST_MODEL (gtk_list_view_get_model (tambour_test_find (get_page (ui), GTK_TYPE_LIST_VIEW, NULL)));
}

static void
assert_questions (TambourTestUi *ui,
                  const char    *keys)
{
  g_autoptr(GString) found = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (get_questions (ui)); i++)
    {
      g_autoptr(TambourTemplateItem) item = g_list_model_get_item (get_questions (ui), i);

      g_string_append_printf (found, "%s%s", i ? " " : "", item->item_key ? item->item_key : "-");
    }

  g_assert_cmpstr (found->str, ==, keys);
}

static void
focus_first (TambourTestUi *ui)
{
  GtkListView *list = tambour_test_find (get_page (ui), GTK_TYPE_LIST_VIEW, NULL);

  gtk_list_view_scroll_to (list, 0, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (list));
  tambour_test_settle ();
}

static gboolean
has_dialog (gpointer data)
{
  AdwDialog *dialog = record_fixture_dialog (data);

  return dialog != NULL && TAMBOUR_IS_QUESTION_DIALOG (dialog);
}

static gboolean
has_no_dialog (gpointer data)
{
  return record_fixture_dialog (data) == NULL;
}

/* Types over what is asked. */
static void
ask_instead (TambourTestUi *ui,
             const char    *text)
{
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
  tambour_test_press (ui->window, "<Control>a");
  tambour_test_type (ui->window, text);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (record_fixture_dialog (ui)), "question.keep", NULL));
  tambour_test_wait (has_no_dialog, ui);
  tambour_test_settle ();
}

static void
test_the_keyboard_alone (void)
{
  g_autoptr(TambourTestUi) ui = open_small ();

  assert_questions (ui, "sites restart clock");
  tambour_test_assert_named (get_page (ui));
  focus_first (ui);
  tambour_test_press (ui->window, "<Alt>Down");
  assert_questions (ui, "restart sites clock");
  tambour_test_press (ui->window, "<Alt>Down");
  assert_questions (ui, "restart clock sites");
  tambour_test_press (ui->window, "<Alt>Up");
  assert_questions (ui, "restart sites clock");
  tambour_test_press (ui->window, "Delete");
  assert_questions (ui, "restart clock");
  g_assert_true (gtk_widget_activate_action (get_page (ui), "checklist.undo", NULL));
  assert_questions (ui, "restart sites clock");

  /* Nothing of it is stored. */
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_TEMPLATE_ITEM, NULL), ==, 3);
}

/* What is written and not published is there when one comes back, until it is taken back. */
static void
test_what_is_written_is_kept (void)
{
  g_autoptr(TambourTestUi) ui = open_small ();

  focus_first (ui);
  tambour_test_press (ui->window, "<Alt>Down");
  tambour_test_press (ui->window, "Delete");
  assert_questions (ui, "restart clock");
  tambour_test_press (ui->window, "<Alt>Left");
  tambour_test_settle ();
  g_assert_false (TAMBOUR_IS_CHECKLIST_PAGE (get_page (ui)));

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.drafts", NULL);
  tambour_test_wait_text (ui->window, "Architecture");
  tambour_test_press (ui->window, "<Alt>Left");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-record", "(ss)", "audit_template", "list"));
  tambour_test_wait (shows_checklist, ui);
  assert_questions (ui, "restart clock");
  g_assert_true (gtk_widget_activate_action (get_page (ui), "checklist.undo", NULL));
  assert_questions (ui, "sites restart clock");
  tambour_test_press (ui->window, "<Alt>Left");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-record", "(ss)", "audit_template", "list"));
  tambour_test_wait (shows_checklist, ui);
  tambour_test_settle ();
  assert_questions (ui, "sites restart clock");
}

static void
test_a_version_is_published (void)
{
  g_autoptr(TambourTestUi) ui = open_small ();
  g_autoptr(TambourRecord) old = NULL;
  g_autoptr(TambourRecord) now = NULL;

  g_assert_false (tambour_test_shows (get_page (ui), "Publish Version"));
  focus_first (ui);
  tambour_test_press (ui->window, "Return");
  ask_instead (ui, "three forwarders");
  g_assert_true (gtk_widget_activate_action (get_page (ui), "page.new", NULL));
  ask_instead (ui, "a drill");
  assert_questions (ui, "sites - restart clock");
  tambour_test_pictures (ui->window, "checklist");
  g_assert_true (gtk_widget_activate_action (get_page (ui), "checklist.publish", NULL));
  tambour_test_wait_text (ui->window, "Version published");
  tambour_test_wait_text (get_page (ui), "Version 7");
  g_assert_true (tambour_test_shows (get_page (ui), "1 new · 1 changed · 0 audits"));
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_TEMPLATE_ITEM, NULL), ==, 7);

  old = record_fixture_find (ui, TAMBOUR_TYPE_TEMPLATE_ITEM, "item_key = sites and template_id = list");
  now = record_fixture_find (ui, TAMBOUR_TYPE_TEMPLATE_ITEM, "item_key = sites and template_id != list");
  g_assert_cmpstr (TAMBOUR_TEMPLATE_ITEM (old)->text, ==, "Two forwarders at every site");
  g_assert_cmpint (TAMBOUR_TEMPLATE_ITEM (old)->revision, ==, 1);
  g_assert_cmpstr (TAMBOUR_TEMPLATE_ITEM (now)->text, ==, "three forwarders");
  g_assert_cmpint (TAMBOUR_TEMPLATE_ITEM (now)->revision, ==, 2);

  /* One change, which can be undone. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.undo", NULL));
  tambour_test_wait_text (ui->window, "Undone: Publish checklist");
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_TEMPLATE_ITEM, NULL), ==, 3);
}

static void
test_the_same_question_in_other_words (void)
{
  g_autoptr(TambourTestUi) ui = open_small ();
  g_autoptr(TambourTemplateItem) item = NULL;

  focus_first (ui);
  tambour_test_press (ui->window, "Return");
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
  tambour_test_press (ui->window, "<Control>a");
  tambour_test_type (ui->window, "at every site two forwarders");
  adw_switch_row_set_active (tambour_test_find (record_fixture_dialog (ui), ADW_TYPE_SWITCH_ROW, NULL), FALSE);
  tambour_test_assert_named (record_fixture_dialog (ui));
  tambour_test_picture (ui->window, "checklist-question");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (record_fixture_dialog (ui)), "question.keep", NULL));
  tambour_test_wait (has_no_dialog, ui);
  item = g_list_model_get_item (get_questions (ui), 0);
  g_assert_cmpstr (item->text, ==, "at every site two forwarders");
  g_assert_cmpint (item->revision, ==, 1);
}

static void
change_first (TambourTestUi *ui,
              const char    *text)
{
  focus_first (ui);
  tambour_test_press (ui->window, "Return");
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
  tambour_test_press (ui->window, "<Control>a");
  tambour_test_type (ui->window, text);
}

static char *
dup_first (TambourTestUi *ui)
{
  g_autoptr(TambourTemplateItem) item = g_list_model_get_item (get_questions (ui), 0);

  return g_strdup (item->text);
}

/* The Escape key may be hit by chance; “Cancel” is not. */
static void
test_escape_keeps_what_was_typed (void)
{
  g_autoptr(TambourTestUi) ui = open_small ();
  g_autofree char *escaped = NULL;
  g_autofree char *cancelled = NULL;

  change_first (ui, "by chance");
  tambour_test_press (ui->window, "Escape");
  tambour_test_wait (has_no_dialog, ui);
  tambour_test_settle ();
  escaped = dup_first (ui);
  g_assert_cmpstr (escaped, ==, "by chance");

  change_first (ui, "on purpose");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (record_fixture_dialog (ui)), "question.cancel", NULL));
  tambour_test_wait (has_no_dialog, ui);
  tambour_test_settle ();
  cancelled = dup_first (ui);
  g_assert_cmpstr (cancelled, ==, "by chance");
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/ui/checklists/the-keyboard-alone", test_the_keyboard_alone);
  g_test_add_func ("/ui/checklists/what-is-written-is-kept", test_what_is_written_is_kept);
  g_test_add_func ("/ui/checklists/a-version-is-published", test_a_version_is_published);
  g_test_add_func ("/ui/checklists/the-same-question-in-other-words", test_the_same_question_in_other_words);
  g_test_add_func ("/ui/checklists/escape-keeps-what-was-typed", test_escape_keeps_what_was_typed);

  return g_test_run ();
}
