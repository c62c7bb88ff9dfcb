/* test-record-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-fixture.h"
#include "tambour-record-list-page.h"
#include "tambour-record-page.h"
#include "tambour-record-row.h"

static TambourTestUi *
open_list (int         width,
           int         height,
           const char *kind,
           const char *account,
           const char *where)
{
  TambourTestUi *ui = tambour_test_ui_new_demo (width, height);
  g_autoptr(TambourRecord) owner = NULL;
  g_autofree char *expression = account ? g_strdup_printf ("name = \"%s\"", account) : NULL;

  tambour_test_ui_present (ui);
  owner = account ? record_fixture_find (ui, TAMBOUR_TYPE_ACCOUNT, expression) : NULL;
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-list", "(sss)", kind, owner ? owner->id : "", where));
  tambour_test_settle ();

  return ui;
}

static GtkListView *
find_list (TambourTestUi *ui)
{
  return tambour_test_find (tambour_window_get_page (ui->window), GTK_TYPE_LIST_VIEW, NULL);
}

static guint
count_items (TambourTestUi *ui)
{
  GtkListView *list = find_list (ui);

  return list ? g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list))) : 0;
}

static const char *
find_title (GtkWidget *widget)
{
  if (TAMBOUR_IS_RECORD_ROW (widget) && gtk_widget_get_mapped (widget))
    return tambour_record_row_get_title (TAMBOUR_RECORD_ROW (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      const char *title = find_title (child);

      if (title != NULL)
        return title;
    }

  return NULL;
}

static const char *
get_first (TambourTestUi *ui)
{
  return find_title (GTK_WIDGET (find_list (ui)));
}

static const char *
get_subtitle (TambourTestUi *ui)
{
  AdwWindowTitle *title = tambour_test_find (tambour_window_get_page (ui->window), ADW_TYPE_WINDOW_TITLE, NULL);

  return adw_window_title_get_subtitle (title);
}

static void
test_shows_and_counts (void)
{
  g_autoptr(TambourTestUi) ui = open_list (1280, 820, "case", NULL, "");
  guint n = record_fixture_count (ui, TAMBOUR_TYPE_CASE, NULL);
  g_autofree char *count = g_strdup_printf ("%u records", n);

  g_assert_cmpuint (count_items (ui), ==, n);
  g_assert_cmpstr (get_subtitle (ui), ==, count);
  g_assert_nonnull (get_first (ui));
  tambour_test_assert_named (ui->window);
  tambour_test_picture (ui->window, "record-list");
}

static void
test_is_limited_to_an_account_and_an_expression (void)
{
  g_autoptr(TambourTestUi) ui = open_list (1280, 820, "case", "Saint Orla Hospitals", "priority = P2");
  g_autoptr(TambourRecord) account = record_fixture_find (ui, TAMBOUR_TYPE_ACCOUNT, "name = \"Saint Orla Hospitals\"");
  g_autofree char *expression = g_strdup_printf ("account_id = \"%s\" and priority = P2", account->id);

  g_assert_cmpuint (count_items (ui), ==, record_fixture_count (ui, TAMBOUR_TYPE_CASE, expression));
  g_assert_nonnull (strstr (get_subtitle (ui), "Saint Orla Hospitals"));
}

typedef struct
{
  TambourTestUi *ui;
  guint          n;
} Count;

static gboolean
has_count (gpointer data)
{
  const Count *count = data;

  return count_items (count->ui) == count->n;
}

static gboolean
shows_text (gpointer data)
{
  return tambour_test_shows (((TambourTestUi *) data)->window, "Nothing Found");
}

static void
test_is_filtered_by_any_word (void)
{
  g_autoptr(TambourTestUi) ui = open_list (1280, 820, "case", NULL, "");
  Count one = { ui, 1 };

  tambour_test_press (ui->window, "<Control>f");
  tambour_test_type (ui->window, "clinic appl");
  tambour_test_wait (has_count, &one);
  g_assert_cmpstr (get_first (ui), ==, "Clinic appliance restarts nightly");
  tambour_test_picture (ui->window, "record-list-filter");

  tambour_test_type (ui->window, "xyzzy");
  tambour_test_wait (shows_text, ui);
  tambour_test_press (ui->window, "Escape");
  one.n = record_fixture_count (ui, TAMBOUR_TYPE_CASE, NULL);
  tambour_test_wait (has_count, &one);
}

static void
test_is_sorted (void)
{
  g_autoptr(TambourTestUi) ui = open_list (1280, 820, "account", NULL, "");
  GtkWidget *page = GTK_WIDGET (tambour_window_get_page (ui->window));

  gtk_widget_activate_action (page, "list.order", "s", "name");
  tambour_test_settle ();
  g_assert_cmpstr (get_first (ui), ==, "City of Larkhaven");
  gtk_widget_activate_action (page, "list.reversed", NULL);
  tambour_test_settle ();
  g_assert_cmpstr (get_first (ui), ==, "Skarvik Air");
}

static void
test_opens_edits_and_removes_by_key (void)
{
  g_autoptr(TambourTestUi) ui = open_list (1280, 820, "action_item", "Saint Orla Hospitals", "");
  guint n = count_items (ui);
  Count fewer = { ui, n - 1 }, all = { ui, n };

  g_assert_cmpuint (n, >, 1);
  gtk_widget_child_focus (GTK_WIDGET (find_list (ui)), GTK_DIR_TAB_FORWARD);
  tambour_test_press (ui->window, "Down");
  tambour_test_press (ui->window, "<Control>e");
  g_assert_nonnull (record_fixture_dialog (ui));
  tambour_test_press (ui->window, "Escape");
  record_fixture_wait_gone (ui);

  gtk_widget_child_focus (GTK_WIDGET (find_list (ui)), GTK_DIR_TAB_FORWARD);
  tambour_test_press (ui->window, "Delete");
  tambour_test_wait (has_count, &fewer);
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.undo", NULL);
  tambour_test_wait (has_count, &all);

  gtk_widget_child_focus (GTK_WIDGET (find_list (ui)), GTK_DIR_TAB_FORWARD);
  tambour_test_press (ui->window, "Return");
  g_assert_true (TAMBOUR_IS_RECORD_PAGE (tambour_window_get_page (ui->window)));
  tambour_test_press (ui->window, "<Alt>Left");
  g_assert_true (TAMBOUR_IS_RECORD_LIST_PAGE (tambour_window_get_page (ui->window)));
}

static void
test_new_in_this_place_is_of_this_kind (void)
{
  g_autoptr(TambourTestUi) ui = open_list (1280, 820, "goal", "Saint Orla Hospitals", "");
  guint n = count_items (ui);
  Count more = { ui, n + 1 };

  tambour_test_press (ui->window, "<Control>n");
  g_assert_nonnull (record_fixture_dialog (ui));
  tambour_test_type (ui->window, "Another goal");
  record_fixture_save (ui);
  tambour_test_wait (has_count, &more);
}

static void
test_says_that_there_are_none (void)
{
  g_autoptr(TambourTestUi) ui = open_list (1280, 820, "case", NULL, "number = \"none\"");

  tambour_test_wait_text (ui->window, "There are none here yet.");
  tambour_test_picture (ui->window, "record-list-empty");
}

static void
test_says_why_it_cannot_be_shown (void)
{
  g_autoptr(TambourTestUi) ui = open_list (1280, 820, "case", NULL, "nonsense ~~");

  tambour_test_wait_text (ui->window, "These Records Cannot Be Shown");
}

static void
test_follows_what_others_write (void)
{
  g_autoptr(TambourTestUi) ui = open_list (1280, 820, "case", NULL, "");
  g_autoptr(TambourRecord) record = tambour_record_new (TAMBOUR_TYPE_CASE, NULL);
  Count more = { ui, count_items (ui) + 1 };

  g_set_str (&TAMBOUR_CASE (record)->number, "9999");
  g_set_str (&TAMBOUR_CASE (record)->title, "<b>%s</b> القاهرة 🥁");
  TAMBOUR_CASE (record)->opened_at.seconds = 1890000000;
  tambour_test_ui_put (ui, record);
  tambour_test_wait (has_count, &more);
  tambour_test_settle ();
  g_assert_cmpstr (get_first (ui), ==, "<b>%s</b> القاهرة 🥁");
}

static void
test_asks_what_is_new_where_the_place_does_not_say (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);

  tambour_test_ui_present (ui);
  tambour_test_press (ui->window, "<Control>n");
  g_assert_nonnull (record_fixture_dialog (ui));
  tambour_test_type (ui->window, "goal r");
  tambour_test_picture (ui->window, "kind-dialog");
  tambour_test_press (ui->window, "Return");
  g_assert_true (TAMBOUR_IS_RECORD_DIALOG (record_fixture_dialog (ui)));
}

static void
test_fits_a_narrow_window (void)
{
  g_autoptr(TambourTestUi) ui = open_list (360, 720, "case", NULL, "");

  tambour_test_picture (ui->window, "record-list-narrow");
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (ui->window)), <=, 360);
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/record-list/shows-and-counts", test_shows_and_counts);
  g_test_add_func ("/record-list/is-limited-to-an-account-and-an-expression", test_is_limited_to_an_account_and_an_expression);
  g_test_add_func ("/record-list/is-filtered-by-any-word", test_is_filtered_by_any_word);
  g_test_add_func ("/record-list/is-sorted", test_is_sorted);
  g_test_add_func ("/record-list/opens-edits-and-removes-by-key", test_opens_edits_and_removes_by_key);
  g_test_add_func ("/record-list/new-in-this-place-is-of-this-kind", test_new_in_this_place_is_of_this_kind);
  g_test_add_func ("/record-list/says-that-there-are-none", test_says_that_there_are_none);
  g_test_add_func ("/record-list/says-why-it-cannot-be-shown", test_says_why_it_cannot_be_shown);
  g_test_add_func ("/record-list/follows-what-others-write", test_follows_what_others_write);
  g_test_add_func ("/record-list/asks-what-is-new-where-the-place-does-not-say",
                   test_asks_what_is_new_where_the_place_does_not_say);
  g_test_add_func ("/record-list/fits-a-narrow-window", test_fits_a_narrow_window);

  return g_test_run ();
}
