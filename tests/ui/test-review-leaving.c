/* test-review-leaving.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include <gio/gunixfdlist.h>

#include "review-fixture.h"

/* How a review leaves the builder, and how it is finished. */

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

/* --- it leaves ----------------------------------------------------------------------- */

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
  g_assert_true (gtk_widget_get_sensitive (finish));
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

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/review-leaving/a-file", test_a_file);
  g_test_add_func ("/review-leaving/the-wall", test_the_wall);
  g_test_add_func ("/review-leaving/paper", test_paper);
  g_test_add_func ("/review-leaving/mail", test_mail);
  g_test_add_func ("/review-leaving/mail-without-a-portal", test_mail_without_a_portal);
  g_test_add_func ("/review-leaving/before-it-is-presented", test_before_it_is_presented);
  g_test_add_func ("/review-leaving/a-finished-review", test_a_finished_review);

  return g_test_run ();
}
