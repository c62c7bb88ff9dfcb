/* test-review-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include <gio/gunixfdlist.h>
#include <glib/gstdio.h>

#include "review-fixture.h"
#include "tambour-figure-row.h"
#include "tambour-figure-text.h"
#include "tambour-live.h"
#include "tambour-record-list-page.h"
#include "tambour-review-draft.h"
#include "tambour-review-part-row.h"
#include "tambour-review-sheet.h"
#include "tambour-test-sql.h"

static GtkWidget *
find_part_row (TambourReviewWindow *window,
               TambourChapter       chapter)
{
  GtkWidget *row = tambour_test_find (window, TAMBOUR_TYPE_REVIEW_PART_ROW, NULL);

  while (row != NULL && tambour_review_part_row_get_chapter (TAMBOUR_REVIEW_PART_ROW (row)) != chapter)
    row = gtk_widget_get_next_sibling (row);

  return row;
}

static char *
dup_text (GtkWidget *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static guint
count_pages (TambourReviewWindow *window)
{
  return tambour_test_count (window, TAMBOUR_TYPE_REVIEW_SHEET);
}

static gboolean
has_drawn_page (gpointer window)
{
  TambourReviewSheet *sheet = tambour_test_find (window, TAMBOUR_TYPE_REVIEW_SHEET, NULL);

  return sheet != NULL && tambour_review_sheet_get_texture (sheet) != NULL;
}

static gboolean
has_dialog (gpointer window)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) != NULL;
}

static gboolean
has_no_dialog (gpointer window)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) == NULL;
}

/* --- what it shows ------------------------------------------------------------------ */

static void
test_sections_pages_and_figures (void)
{
  g_autoptr(TambourTestUi) ui = review_fixture_new (1280, 820);
  TambourReviewWindow *window = review_fixture_open (ui);

  tambour_test_wait (has_drawn_page, window);
  g_assert_cmpuint (count_pages (window), >, 4);
  g_assert_cmpuint (tambour_test_count (window, TAMBOUR_TYPE_REVIEW_PART_ROW), ==, TAMBOUR_N_CHAPTERS);
  review_fixture_choose (window, TAMBOUR_CHAPTER_SERVICE);
  review_fixture_wait (window);
  g_assert_true (tambour_test_shows (window, "Service and cases"));
  g_assert_cmpuint (tambour_test_count (window, TAMBOUR_TYPE_FIGURE_ROW), >, 2);
  tambour_test_assert_named (window);
  tambour_test_pictures (window, "review-window");
}

/* The one that is open is shown again, not another. */
static void
test_one_window_for_one_review (void)
{
  g_autoptr(TambourTestUi) ui = review_fixture_new (1280, 820);
  TambourReviewWindow *window = review_fixture_open (ui);

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-record", "(ss)", "report", tambour_review_window_get_report (window));
  tambour_test_settle ();
  g_assert_true (review_fixture_get (ui) == window);
}

static void
test_what_cannot_be_read (void)
{
  g_autoptr(TambourTestUi) ui = review_fixture_new (1280, 820);
  TambourReviewWindow *window = review_fixture_open (ui);
  g_autofree char *id = g_strdup (tambour_review_window_get_report (window));

  gtk_window_destroy (GTK_WINDOW (window));
  tambour_test_settle ();
  tambour_test_sql (tambour_store_get_path (ui->store), "ALTER TABLE snapshots RENAME TO lost");
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-record", "(ss)", "report", id);
  window = review_fixture_get (ui);
  tambour_test_wait_text (window, "This Review Cannot Be Shown");
  tambour_test_sql (tambour_store_get_path (ui->store), "ALTER TABLE lost RENAME TO snapshots");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "review.try-again", NULL));
  review_fixture_wait (window);
  g_assert_cmpuint (count_pages (window), >, 4);
}

/* --- what is composed ---------------------------------------------------------------- */

static void
test_a_narrative_is_kept_and_taken_back (void)
{
  g_autoptr(TambourTestUi) ui = review_fixture_new (1280, 820);
  TambourReviewWindow *window = review_fixture_open (ui);
  g_autoptr(TambourOutline) outline = NULL;
  g_autoptr(TambourOutline) back = NULL;
  g_autofree char *text = NULL;

  review_fixture_choose (window, TAMBOUR_CHAPTER_SERVICE);
  gtk_widget_grab_focus (review_fixture_narrative (window));
  tambour_test_type (window, "Fewer cases than last year.");
  review_fixture_wait (window);
  outline = review_fixture_get_outline (ui, window);
  g_assert_cmpstr (tambour_outline_find (outline, TAMBOUR_CHAPTER_SERVICE)->narrative, ==, "Fewer cases than last year.");

  tambour_test_press (window, "<Control>z");
  review_fixture_wait (window);
  text = dup_text (review_fixture_narrative (window));
  g_assert_cmpstr (text, ==, "");
  back = review_fixture_get_outline (ui, window);
  g_assert_null (tambour_outline_find (back, TAMBOUR_CHAPTER_SERVICE)->narrative);
}

/* Nobody presses a button: a crash takes at most a second. */
static void
test_a_crash_takes_nothing (void)
{
  g_autoptr(TambourTestUi) ui = review_fixture_new (1280, 820);
  TambourReviewWindow *window = review_fixture_open (ui);
  g_autofree char *id = g_strdup (tambour_review_window_get_report (window));
  g_autofree char *text = NULL;

  review_fixture_choose (window, TAMBOUR_CHAPTER_SERVICE);
  gtk_widget_grab_focus (review_fixture_narrative (window));
  tambour_test_type (window, "Half a sent");
  gtk_window_destroy (GTK_WINDOW (window));
  tambour_test_settle ();

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-record", "(ss)", "report", id);
  window = review_fixture_get (ui);
  review_fixture_wait (window);
  review_fixture_choose (window, TAMBOUR_CHAPTER_SERVICE);
  text = dup_text (review_fixture_narrative (window));
  g_assert_cmpstr (text, ==, "Half a sent");
}

static void
test_a_typed_title (void)
{
  g_autoptr(TambourTestUi) ui = review_fixture_new (1280, 820);
  TambourReviewWindow *window = review_fixture_open (ui);
  GtkWidget *title = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (window), TAMBOUR_TYPE_REVIEW_WINDOW, "title_text"));
  g_autoptr(TambourOutline) outline = NULL;
  g_autoptr(TambourOutline) back = NULL;

  review_fixture_choose (window, TAMBOUR_CHAPTER_SERVICE);
  gtk_widget_grab_focus (title);
  tambour_test_press (window, "<Control>a");
  tambour_test_type (window, "Quiet year");
  review_fixture_wait (window);
  outline = review_fixture_get_outline (ui, window);
  g_assert_cmpstr (tambour_outline_find (outline, TAMBOUR_CHAPTER_SERVICE)->title, ==, "Quiet year");
  g_assert_true (tambour_test_shows (window, "Edited title"));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "review.use-written", NULL));
  review_fixture_wait (window);
  back = review_fixture_get_outline (ui, window);
  g_assert_null (tambour_outline_find (back, TAMBOUR_CHAPTER_SERVICE)->title);
}

/* A figure is a tinted word, never a code; it goes as a whole. */
static void
test_a_live_figure (void)
{
  g_autoptr(TambourTestUi) ui = review_fixture_new (1280, 820);
  TambourReviewWindow *window = review_fixture_open (ui);
  GtkWidget *narrative = review_fixture_narrative (window);
  g_autoptr(TambourOutline) outline = NULL;
  g_autofree char *text = NULL;
  g_autofree char *typed = NULL;
  g_autofree char *without = NULL;

  review_fixture_choose (window, TAMBOUR_CHAPTER_SERVICE);
  gtk_widget_grab_focus (narrative);
  tambour_test_type (window, "we had ");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "review.insert-figure", NULL));
  tambour_test_wait (has_dialog, window);
  tambour_test_settle ();
  tambour_test_assert_named (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  tambour_test_type (window, "cases opened");
  tambour_test_settle ();
  tambour_test_press (window, "Return");
  tambour_test_wait (has_no_dialog, window);
  review_fixture_wait (window);

  typed = tambour_figure_text_dup_typed (TAMBOUR_FIGURE_TEXT (narrative));
  g_assert_cmpstr (typed, ==, "we had {cases.opened}");
  text = dup_text (narrative);
  g_assert_true (g_str_has_prefix (text, "we had "));
  g_assert_null (strchr (text, '{'));
  outline = review_fixture_get_outline (ui, window);
  g_assert_cmpstr (tambour_outline_find (outline, TAMBOUR_CHAPTER_SERVICE)->narrative, ==, "we had {cases.opened}");
  tambour_test_pictures (window, "review-live-figure");

  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == narrative);
  tambour_test_press (window, "BackSpace");
  tambour_test_settle ();
  without = tambour_figure_text_dup_typed (TAMBOUR_FIGURE_TEXT (narrative));
  g_assert_cmpstr (without, ==, "we had ");
}

static void
test_order_and_left_out (void)
{
  g_autoptr(TambourTestUi) ui = review_fixture_new (1280, 820);
  TambourReviewWindow *window = review_fixture_open (ui);
  guint n_pages = count_pages (window);
  g_autoptr(TambourOutline) moved = NULL;
  g_autoptr(TambourOutline) without = NULL;
  g_autoptr(TambourOutline) back = NULL;

  review_fixture_choose (window, TAMBOUR_CHAPTER_SERVICE);
  gtk_widget_grab_focus (find_part_row (window, TAMBOUR_CHAPTER_SERVICE));
  tambour_test_press (window, "<Alt>Up");
  review_fixture_wait (window);
  moved = review_fixture_get_outline (ui, window);
  g_assert_cmpint (moved->parts[2].chapter, ==, TAMBOUR_CHAPTER_SERVICE);
  g_assert_cmpint (moved->parts[3].chapter, ==, TAMBOUR_CHAPTER_GOALS);

  gtk_check_button_set_active (tambour_test_find (find_part_row (window, TAMBOUR_CHAPTER_SERVICE), GTK_TYPE_CHECK_BUTTON, NULL), FALSE);
  review_fixture_wait (window);
  without = review_fixture_get_outline (ui, window);
  g_assert_true (tambour_outline_find (without, TAMBOUR_CHAPTER_SERVICE)->is_out);
  g_assert_cmpuint (count_pages (window), <, n_pages);
  g_assert_true (tambour_test_shows (window, "Left out"));

  tambour_test_press (window, "<Control>z");
  tambour_test_press (window, "<Control>z");
  review_fixture_wait (window);
  back = review_fixture_get_outline (ui, window);
  g_assert_false (tambour_outline_find (back, TAMBOUR_CHAPTER_SERVICE)->is_out);
  g_assert_cmpint (back->parts[2].chapter, ==, TAMBOUR_CHAPTER_GOALS);
  g_assert_cmpuint (count_pages (window), ==, n_pages);

  tambour_test_press (window, "<Control><Shift>z");
  review_fixture_wait (window);
  g_assert_cmpuint (count_pages (window), ==, n_pages);
}

/* --- figures ---------------------------------------------------------------------------- */

static GtkWidget *
find_figure_row (TambourReviewWindow *window,
                 const char          *key)
{
  GtkWidget *row = tambour_test_find (window, TAMBOUR_TYPE_FIGURE_ROW, NULL);

  while (row != NULL && !g_str_equal (tambour_figure_row_get_key (TAMBOUR_FIGURE_ROW (row)), key))
    row = gtk_widget_get_next_sibling (row);

  return row;
}

static gboolean
shows_a_list (gpointer data)
{
  return TAMBOUR_IS_RECORD_LIST_PAGE (tambour_window_get_page (((TambourTestUi *) data)->window));
}

static void
test_the_records_of_a_figure (void)
{
  g_autoptr(TambourTestUi) ui = review_fixture_new (1280, 820);
  TambourReviewWindow *window = review_fixture_open (ui);
  GtkWidget *row;

  review_fixture_choose (window, TAMBOUR_CHAPTER_SERVICE);
  review_fixture_wait (window);
  row = find_figure_row (window, "cases.opened");
  g_assert_nonnull (row);
  gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (row)), GTK_LIST_BOX_ROW (row));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "review.show-records", NULL));
  tambour_test_wait (shows_a_list, ui);
  tambour_test_settle ();
  tambour_test_pictures (ui->window, "review-records");
}

/* What somebody looked at and is another value now says what it was. */
static void
test_a_figure_that_changed (void)
{
  g_autoptr(TambourTestUi) ui = review_fixture_new (1280, 820);
  TambourReviewWindow *window = review_fixture_open (ui);
  g_autoptr(TambourReport) report = review_fixture_get_report (ui, window);
  g_autoptr(TambourOutline) outline = review_fixture_get_outline (ui, window);
  g_autoptr(TambourOutline) after = NULL;
  TambourInstant then;

  g_assert_true (tambour_instant_parse ("2026-11-18T09:00:00Z", &then));
  tambour_outline_check (outline, "cases.opened", "3", then, "Mira Solberg");
  g_free (report->narrative);
  report->narrative = tambour_outline_write (outline);
  tambour_test_ui_put (ui, TAMBOUR_RECORD (report));
  review_fixture_choose (window, TAMBOUR_CHAPTER_SERVICE);
  tambour_test_wait_text (window, "was 3 on 18 Nov");
  g_assert_true (tambour_test_shows (window, "1 figure changed"));
  tambour_test_pictures (window, "review-changed");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "review.check", "s", "cases.opened"));
  tambour_test_wait_no_text (window, "1 figure changed");
  review_fixture_wait (window);
  after = review_fixture_get_outline (ui, window);
  g_assert_cmpstr (tambour_outline_find_check (after, "cases.opened")->text, !=, "3");
}

/* --- it leaves ----------------------------------------------------------------------------- */

static gboolean
is_written (gpointer file)
{
  return g_file_query_exists (file, NULL);
}

static void
test_a_file (void)
{
  g_autoptr(TambourTestUi) ui = review_fixture_new (1280, 820);
  TambourReviewWindow *window = review_fixture_open (ui);
  g_autofree char *folder = g_dir_make_tmp ("tambour-review-XXXXXX", NULL);
  g_autoptr(GFile) file = g_file_new_build_filename (folder, "review.pdf", NULL);
  g_autofree char *text = NULL;

  tambour_review_window_save_as (window, "pdf", file);
  tambour_test_wait (is_written, file);
  tambour_test_wait_text (window, "review.pdf saved");
  g_assert_true (g_file_load_contents (file, NULL, &text, NULL, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "%PDF"));
  tambour_test_remove_folder (folder);
}

/* Another account's name is nobody's business. */
static void
test_the_wall (void)
{
  g_autoptr(TambourTestUi) ui = review_fixture_new (1280, 820);
  TambourReviewWindow *window = review_fixture_open (ui);
  g_autofree char *folder = g_dir_make_tmp ("tambour-review-XXXXXX", NULL);
  g_autoptr(GFile) file = g_file_new_build_filename (folder, "review.pdf", NULL);

  review_fixture_choose (window, TAMBOUR_CHAPTER_SERVICE);
  gtk_widget_grab_focus (review_fixture_narrative (window));
  tambour_test_type (window, "quieter than Kestrel Bay University");
  review_fixture_wait (window);
  tambour_review_window_save_as (window, "pdf", file);
  tambour_test_wait (has_dialog, window);
  tambour_test_settle ();
  tambour_test_wait_text (window, "Kestrel Bay University");
  tambour_test_assert_named (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  tambour_test_pictures (window, "review-leaks");
  g_assert_false (g_file_query_exists (file, NULL));
  tambour_test_remove_folder (folder);
}

static void
test_paper (void)
{
  g_autoptr(TambourTestUi) ui = review_fixture_new (1280, 820);
  TambourReviewWindow *window = review_fixture_open (ui);
  g_autofree char *folder = g_dir_make_tmp ("tambour-review-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "printed.pdf", NULL);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GtkPrintOperation) operation = tambour_review_window_new_print (window, &error);

  g_assert_no_error (error);
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, GTK_WINDOW (window), &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "%PDF"));
  tambour_test_remove_folder (folder);
}

/* --- mail ------------------------------------------------------------------------------------- */

/* A bus of its own, with or without a portal on it. */
typedef struct
{
  GTestDBus       *dbus;
  GDBusConnection *ours;
  GDBusConnection *portal;
  guint            object;
  char            *subject;
  guint            n_files;
} Bus;

static void
mail_cb (GDBusConnection       *bus,
         const char            *sender,
         const char            *path,
         const char            *interface,
         const char            *method,
         GVariant              *parameters,
         GDBusMethodInvocation *invocation,
         gpointer               user_data)
{
  Bus *self = user_data;
  g_autoptr(GVariant) options = NULL;
  g_autofree char *name = g_strdelimit (g_strdup (sender + 1), ".", '_');
  g_autofree char *request = NULL;
  const char *token;

  g_variant_get (parameters, "(&s@a{sv})", NULL, &options);
  g_assert_true (g_variant_lookup (options, "subject", "s", &self->subject));
  g_assert_true (g_variant_lookup (options, "handle_token", "&s", &token));
  self->n_files = (guint) g_unix_fd_list_get_length (g_dbus_message_get_unix_fd_list (g_dbus_method_invocation_get_message (invocation)));
  request = g_strdup_printf ("/org/freedesktop/portal/desktop/request/%s/%s", name, token);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", request));
  g_dbus_connection_emit_signal (bus, sender, request, "org.freedesktop.portal.Request", "Response",
                                 g_variant_new ("(ua{sv})", 0, NULL), NULL);
}

static GDBusConnection *
connect_to (Bus *self)
{
  return g_dbus_connection_new_for_address_sync (g_test_dbus_get_bus_address (self->dbus),
                                                 G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                 NULL, NULL, NULL);
}

/* One for all tests: to take it down would wait for the session bus that GTK holds. */
static void
bus_up (Bus *self)
{
  static GTestDBus *dbus;

  if (dbus == NULL)
    {
      dbus = g_test_dbus_new (G_TEST_DBUS_NONE);
      g_test_dbus_up (dbus);
    }

  self->dbus = dbus;
  self->ours = connect_to (self);
  g_assert_nonnull (self->ours);
}

static void
add_portal (Bus *self)
{
  static const char introspection[] =
    "<node><interface name='org.freedesktop.portal.Email'><method name='ComposeEmail'>"
    "<arg type='s' direction='in'/><arg type='a{sv}' direction='in'/><arg type='o' direction='out'/></method></interface></node>";
  static const GDBusInterfaceVTable vtable = { .method_call = mail_cb };
  g_autoptr(GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (introspection, NULL);
  g_autoptr(GVariant) answer = NULL;

  self->portal = connect_to (self);
  self->object = g_dbus_connection_register_object (self->portal, "/org/freedesktop/portal/desktop", node->interfaces[0], &vtable, self, NULL, NULL);
  answer = g_dbus_connection_call_sync (self->portal, "org.freedesktop.DBus", "/", "org.freedesktop.DBus", "RequestName",
                                        g_variant_new ("(su)", "org.freedesktop.portal.Desktop", 0), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  g_assert_nonnull (answer);
}

static void
bus_down (Bus *self)
{
  if (self->portal != NULL)
    g_dbus_connection_close_sync (self->portal, NULL, NULL);
  g_clear_object (&self->portal);
  g_dbus_connection_close_sync (self->ours, NULL, NULL);
  g_clear_object (&self->ours);
  g_clear_pointer (&self->subject, g_free);
}

static gboolean
is_sent (gpointer data)
{
  return ((Bus *) data)->subject != NULL;
}

static void
test_mail (void)
{
  g_autoptr(TambourTestUi) ui = review_fixture_new (1280, 820);
  TambourReviewWindow *window = review_fixture_open (ui);
  Bus bus = { 0 };

  bus_up (&bus);
  add_portal (&bus);
  tambour_review_window_set_bus (window, bus.ours);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "review.mail", NULL));
  tambour_test_wait (is_sent, &bus);
  tambour_test_settle ();
  g_assert_cmpuint (bus.n_files, ==, 1);
  tambour_review_window_set_bus (window, NULL);
  bus_down (&bus);
}

static void
test_mail_without_a_portal (void)
{
  g_autoptr(TambourTestUi) ui = review_fixture_new (1280, 820);
  TambourReviewWindow *window = review_fixture_open (ui);
  Bus bus = { 0 };

  bus_up (&bus);
  tambour_review_window_set_bus (window, bus.ours);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "review.mail", NULL));
  tambour_test_wait_text (window, "No mail program can be reached from here. Export the review, and attach the file yourself.");
  tambour_review_window_set_bus (window, NULL);
  bus_down (&bus);
}

/* --- to finish ----------------------------------------------------------------------------------- */

static gpointer
get_child (TambourReviewWindow *window,
           const char          *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (window), TAMBOUR_TYPE_REVIEW_WINDOW, name);
}

/* They are counted when nobody types. */
static gboolean
has_checks (gpointer window)
{
  return gtk_widget_get_first_child (get_child (window, "checks_list")) != NULL;
}

static const char *
get_pane (TambourReviewWindow *window)
{
  return gtk_stack_get_visible_child_name (get_child (window, "rail_stack"));
}

static void
test_before_it_is_presented (void)
{
  g_autoptr(TambourTestUi) ui = review_fixture_new (1280, 820);
  TambourReviewWindow *window = review_fixture_open (ui);

  tambour_test_wait (has_checks, window);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "review.show-checks", NULL));
  tambour_test_settle ();
  g_assert_cmpstr (get_pane (window), ==, "checks");
  tambour_test_assert_named (window);
  tambour_test_pictures (window, "review-checks");
  tambour_test_press (window, "<Alt>Left");
  tambour_test_settle ();
  g_assert_cmpstr (get_pane (window), ==, "sections");
}

static gboolean
is_final (gpointer window)
{
  return tambour_test_shows (window, "This review is final and stays as it is");
}

static void
answer (TambourReviewWindow *window,
        const char          *response)
{
  AdwDialog *dialog;

  tambour_test_wait (has_dialog, window);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_signal_emit_by_name (dialog, "response", response);
  adw_dialog_force_close (dialog);
  tambour_test_wait (has_no_dialog, window);
}

/* The draft that restates it has a window of its own. */
static gboolean
is_restated (gpointer data)
{
  const char *expression = "state = draft and reason = \"A case was counted twice\"";
  g_autoptr(TambourRecord) draft = record_fixture_count (data, TAMBOUR_TYPE_REPORT, expression) > 0
                                     ? record_fixture_find (data, TAMBOUR_TYPE_REPORT, expression)
                                     : NULL;

  return draft != NULL && tambour_review_window_find (((TambourTestUi *) data)->portfolio, draft->id) != NULL;
}

/* A finished review stays as it is, and can be restated with a reason. */
static void
test_a_finished_review (void)
{
  g_autoptr(TambourTestUi) ui = review_fixture_new (1280, 820);
  TambourReviewWindow *window = review_fixture_open (ui);
  g_autoptr(TambourReport) report = NULL;
  GtkWidget *finish = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (window), TAMBOUR_TYPE_REVIEW_WINDOW, "finish_button"));

  tambour_test_wait (has_checks, window);
  if (!gtk_widget_get_sensitive (finish))
    {
      g_assert_nonnull (strstr (gtk_label_get_text (get_child (window, "finish_label")), "before this review can be finished."));
      g_test_skip ("the demonstration has something that stands in the way");
      return;
    }

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "review.finish", NULL));
  answer (window, "finish");
  tambour_test_wait (is_final, window);
  report = review_fixture_get_report (ui, window);
  g_assert_cmpint (report->state, ==, TAMBOUR_REPORT_STATE_FINAL);
  g_assert_false (gtk_text_view_get_editable (GTK_TEXT_VIEW (review_fixture_narrative (window))));
  tambour_test_pictures (window, "review-final");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "review.restate", NULL));
  tambour_test_wait (has_dialog, window);
  tambour_test_settle ();
  tambour_test_assert_named (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  gtk_editable_set_text (GTK_EDITABLE (tambour_test_find (window, ADW_TYPE_ENTRY_ROW, NULL)), "A case was counted twice");
  answer (window, "restate");
  tambour_test_wait (is_restated, ui);
}

/* --- narrow ------------------------------------------------------------------------------------------ */

static void
test_narrow (void)
{
  g_autoptr(TambourTestUi) ui = review_fixture_new (360, 720);
  TambourReviewWindow *window = review_fixture_open (ui);

  gtk_window_set_default_size (GTK_WINDOW (window), 360, 720);
  tambour_test_settle ();
  tambour_test_resize (window);
  tambour_test_settle ();
  tambour_test_assert_named (window);
  tambour_test_pictures (window, "review-window-narrow");
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/review-window/sections-pages-and-figures", test_sections_pages_and_figures);
  g_test_add_func ("/review-window/one-window-for-one-review", test_one_window_for_one_review);
  g_test_add_func ("/review-window/what-cannot-be-read", test_what_cannot_be_read);
  g_test_add_func ("/review-window/a-narrative-is-kept-and-taken-back", test_a_narrative_is_kept_and_taken_back);
  g_test_add_func ("/review-window/a-crash-takes-nothing", test_a_crash_takes_nothing);
  g_test_add_func ("/review-window/a-typed-title", test_a_typed_title);
  g_test_add_func ("/review-window/a-live-figure", test_a_live_figure);
  g_test_add_func ("/review-window/order-and-left-out", test_order_and_left_out);
  g_test_add_func ("/review-window/the-records-of-a-figure", test_the_records_of_a_figure);
  g_test_add_func ("/review-window/a-figure-that-changed", test_a_figure_that_changed);
  g_test_add_func ("/review-window/a-file", test_a_file);
  g_test_add_func ("/review-window/the-wall", test_the_wall);
  g_test_add_func ("/review-window/paper", test_paper);
  g_test_add_func ("/review-window/mail", test_mail);
  g_test_add_func ("/review-window/mail-without-a-portal", test_mail_without_a_portal);
  g_test_add_func ("/review-window/before-it-is-presented", test_before_it_is_presented);
  g_test_add_func ("/review-window/a-finished-review", test_a_finished_review);
  g_test_add_func ("/review-window/narrow", test_narrow);

  return g_test_run ();
}
