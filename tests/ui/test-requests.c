/* test-requests.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-fixture.h"
#include "tambour-evidence-row.h"
#include "tambour-listener-row.h"
#include "tambour-place-row.h"
#include "tambour-request-dialog.h"
#include "tambour-request-line-row.h"
#include "tambour-request-page.h"
#include "tambour-requests-page.h"
#include "tambour-roadmap.h"
#include "tambour-test-sql.h"

#define PAGES    "Per-site block pages"
#define BUILDING "Own block page for each building"
#define DUTY     "Alert into the duty system"
#define SILENT   "Alert when a forwarder goes silent"

static gboolean
has_dialog (gpointer data)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (((TambourTestUi *) data)->window));

  return dialog != NULL && TAMBOUR_IS_REQUEST_DIALOG (dialog);
}

static GtkWidget *
get_list (TambourTestUi *ui)
{
  return tambour_test_find (ui->window, TAMBOUR_TYPE_REQUESTS_PAGE, NULL);
}

static GtkWidget *
get_page (TambourTestUi *ui)
{
  return tambour_test_find (ui->window, TAMBOUR_TYPE_REQUEST_PAGE, NULL);
}

static GtkWidget *
find_row (TambourTestUi *ui,
          GType          type,
          const char    *text)
{
  GtkWidget *label = tambour_test_find (ui->window, GTK_TYPE_LABEL, text);

  g_assert_nonnull (label);

  return gtk_widget_get_ancestor (label, type);
}

/* The place by its key, in a window of the demonstration. */
static TambourTestUi *
open_place (int width,
            int height)
{
  TambourTestUi *ui = tambour_test_ui_new_demo (width, height);

  tambour_test_ui_present (ui);
  tambour_test_press (ui->window, "<Control>3");
  tambour_test_wait_text (ui->window, SILENT);
  tambour_test_settle ();

  return ui;
}

static TambourTestUi *
open_request (const char *title)
{
  TambourTestUi *ui = tambour_test_ui_new_demo (1280, 1000);
  g_autofree char *expression = g_strdup_printf ("title = \"%s\"", title);
  g_autoptr(TambourRecord) request = record_fixture_find (ui, TAMBOUR_TYPE_FEATURE_REQUEST, expression);

  tambour_test_ui_present (ui);
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-record", "(ss)", "feature_request", request->id);
  tambour_test_wait_text (ui->window, "What Customers Say");
  tambour_test_settle ();

  return ui;
}

static void
show_view (TambourTestUi *ui,
           const char    *name)
{
  adw_toggle_group_set_active_name (tambour_test_find (get_list (ui), ADW_TYPE_TOGGLE_GROUP, NULL), name);
  tambour_test_settle ();
}

/* --- the place -------------------------------------------------------------- */

static void
test_the_place (void)
{
  g_autoptr(TambourTestUi) ui = open_place (1280, 820);
  graphene_point_t silent, duty;

  tambour_test_assert_named (ui->window);
  tambour_test_pictures (ui->window, "requests");
  g_assert_true (tambour_test_shows (get_list (ui), DUTY));
  g_assert_false (tambour_test_shows (get_list (ui), PAGES));

  /* The heavier one comes first. */
  g_assert_true (gtk_widget_compute_point (find_row (ui, TAMBOUR_TYPE_REQUEST_LINE_ROW, SILENT), get_list (ui), &GRAPHENE_POINT_INIT (0, 0), &silent));
  g_assert_true (gtk_widget_compute_point (find_row (ui, TAMBOUR_TYPE_REQUEST_LINE_ROW, DUTY), get_list (ui), &GRAPHENE_POINT_INIT (0, 0), &duty));
  g_assert_cmpfloat (duty.y, <, silent.y);

  show_view (ui, "answered");
  g_assert_true (tambour_test_shows (get_list (ui), PAGES));
  g_assert_true (tambour_test_shows (get_list (ui), "Planned, Q2 2027"));
  g_assert_false (tambour_test_shows (get_list (ui), BUILDING));
  show_view (ui, "settled");
  g_assert_true (tambour_test_shows (get_list (ui), "Shipped · 2"));
  g_assert_true (tambour_test_shows (get_list (ui), "Declined · 1"));
  show_view (ui, "champion");
  g_assert_true (tambour_test_shows (get_list (ui), PAGES));
  tambour_test_assert_named (ui->window);
  tambour_test_pictures (ui->window, "requests-champion");
}

static void
test_narrow (void)
{
  g_autoptr(TambourTestUi) ui = open_place (360, 720);

  g_assert_true (tambour_test_shows (get_list (ui), DUTY));
  tambour_test_assert_named (ui->window);
  tambour_test_pictures (ui->window, "requests-narrow");
}

/* Words of the title, of a customer, and of what that one said. */
static void
test_the_filter (void)
{
  g_autoptr(TambourTestUi) ui = open_place (1280, 820);

  tambour_test_press (ui->window, "<Control>f");
  tambour_test_settle ();
  tambour_test_type (ui->window, "ward");
  tambour_test_wait_no_text (get_list (ui), DUTY);
  g_assert_true (tambour_test_shows (get_list (ui), SILENT));
  tambour_test_type (ui->window, "zzz");
  tambour_test_wait_text (get_list (ui), "No Request Like That");
}

static void
test_a_request_is_opened_by_keyboard (void)
{
  g_autoptr(TambourTestUi) ui = open_place (1280, 820);

  tambour_test_press (ui->window, "<Control>f");
  tambour_test_settle ();
  tambour_test_type (ui->window, "duty");
  tambour_test_wait_no_text (get_list (ui), SILENT);
  tambour_test_press (ui->window, "Return");
  tambour_test_settle ();
  tambour_test_press (ui->window, "Return");
  tambour_test_wait_text (ui->window, "What Customers Say");
  tambour_test_settle ();
  g_assert_true (tambour_test_shows (get_page (ui), "“Sunday is when it happens.”"));
}

static void
test_what_cannot_be_read (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);

  tambour_test_ui_present (ui);
  tambour_test_sql (tambour_store_get_path (ui->store), "ALTER TABLE fr_events RENAME TO lost");
  tambour_test_press (ui->window, "<Control>3");
  tambour_test_wait_text (ui->window, "The Requests Could Not Be Read");
  tambour_test_sql (tambour_store_get_path (ui->store), "ALTER TABLE lost RENAME TO fr_events");
  gtk_widget_activate_action (get_list (ui), "requests.try-again", NULL);
  tambour_test_wait_text (get_list (ui), SILENT);
}

static void
test_nothing_is_asked_for (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new (1280, 820);

  tambour_test_ui_present (ui);
  tambour_test_press (ui->window, "<Control>3");
  tambour_test_wait_text (ui->window, "No Request Is Open");
  tambour_test_assert_named (ui->window);
}

/* --- one of them ------------------------------------------------------------ */

static void
test_the_page (void)
{
  g_autoptr(TambourTestUi) ui = open_request (PAGES);

  tambour_test_assert_named (ui->window);
  tambour_test_pictures (ui->window, "request");
  g_assert_true (tambour_test_shows (get_page (ui), "“Patients call the number on the block page, and it is the wrong clinic.”"));
  g_assert_true (tambour_test_shows (get_page (ui), "asked as “" BUILDING "”"));
  g_assert_true (tambour_test_shows (get_page (ui), "Merged Into This"));
  g_assert_true (tambour_test_shows (get_page (ui), "203 days"));
  g_assert_true (tambour_test_shows (get_page (ui), "Desmond Achebe"));
}

/* A step more, and all who asked must hear of it. */
static void
test_a_step_and_who_must_be_told (void)
{
  g_autoptr(TambourTestUi) ui = open_request (DUTY);
  GtkWidget *told;

  g_assert_true (tambour_test_shows (get_page (ui), "all know where it stands"));
  g_signal_emit_by_name (tambour_test_find (get_page (ui), GTK_TYPE_BUTTON, "Mark as Under review"), "clicked");
  tambour_test_wait_no_text (get_page (ui), "all know where it stands");
  told = tambour_test_find (get_page (ui), GTK_TYPE_BUTTON, "Told");
  g_assert_nonnull (told);
  tambour_test_settle ();
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_FR_EVENT, "status = under_review and at = 2026-11-23"), ==, 1);

  tambour_test_press (ui->window, "<Control>z");
  tambour_test_wait_text (get_page (ui), "all know where it stands");
}

static void
test_somebody_is_told (void)
{
  g_autoptr(TambourTestUi) ui = open_request (PAGES);
  GtkWidget *row = find_row (ui, TAMBOUR_TYPE_LISTENER_ROW, "Joan Castellane");
  guint n = record_fixture_count (ui, TAMBOUR_TYPE_FR_EVIDENCE, "told_status = planned");

  g_assert_true (gtk_widget_grab_focus (row));
  tambour_test_press (ui->window, "Menu");
  tambour_test_settle ();
  tambour_test_press (ui->window, "Down");
  tambour_test_press (ui->window, "Return");
  tambour_test_wait_text (ui->window, "Joan Castellane is told");
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_FR_EVIDENCE, "told_status = planned"), ==, n + 1);
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_FR_EVIDENCE, "told_on = 2026-11-23 and told_by_id != \"\""), ==, 1);

  tambour_test_press (ui->window, "<Control>z");
  tambour_test_settle ();
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_FR_EVIDENCE, "told_status = planned"), ==, n);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *) data != NULL;
}

/* What the customer may read: neither the weight nor what others say. */
static void
test_a_message_is_copied (void)
{
  g_autoptr(TambourTestUi) ui = open_request (PAGES);
  g_autoptr(TambourRecord) contact = record_fixture_find (ui, TAMBOUR_TYPE_CONTACT, "name = \"Joan Castellane\"");
  g_autofree char *text = NULL;

  gtk_widget_activate_action (get_page (ui), "request.copy-message", "(ss)", contact->account_id.id, contact->id);
  tambour_test_wait_text (ui->window, "The message to Joan Castellane is copied");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (ui->window)), NULL, read_cb, &text);
  tambour_test_wait (is_set, &text);
  g_assert_true (g_str_has_prefix (text, "Hello Joan Castellane,\n\n"));
  g_assert_nonnull (strstr (text, PAGES));
  g_assert_nonnull (strstr (text, "It is planned for Q2 2027."));
  g_assert_null (strstr (text, "Kestrel"));
  g_assert_null (strstr (text, "wrong clinic"));
}

static void
test_a_decline_asks_for_a_reason (void)
{
  g_autoptr(TambourTestUi) ui = open_request (DUTY);

  g_assert_true (gtk_widget_activate_action (get_page (ui), "request.decline", NULL));
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
  tambour_test_assert_named (record_fixture_dialog (ui));
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait_text (record_fixture_dialog (ui), "Say why it is declined.");
  g_assert_true (gtk_widget_grab_focus (tambour_test_find (record_fixture_dialog (ui), GTK_TYPE_TEXT_VIEW, NULL)));
  tambour_test_type (ui->window, "mail is enough");
  tambour_test_press (ui->window, "<Control>Return");
  record_fixture_wait_gone (ui);
  tambour_test_wait_text (get_page (ui), "Declined: mail is enough");
  tambour_test_press (ui->window, "<Control>z");
  tambour_test_wait_no_text (get_page (ui), "Declined: mail is enough");
}

static void
test_release_and_owner (void)
{
  g_autoptr(TambourTestUi) ui = open_request (PAGES);

  g_assert_true (gtk_widget_activate_action (get_page (ui), "request.plan", NULL));
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
  gtk_editable_set_text (tambour_test_find (record_fixture_dialog (ui), ADW_TYPE_ENTRY_ROW, "Target Release"), "Q3 2027");
  tambour_test_press (ui->window, "<Control>Return");
  record_fixture_wait_gone (ui);
  tambour_test_wait_text (get_page (ui), "Planned, Q3 2027");
}

/* By keyboard: some words, Enter, and save. */
static void
test_requests_are_merged (void)
{
  g_autoptr(TambourTestUi) ui = open_request (DUTY);
  guint n = record_fixture_count (ui, TAMBOUR_TYPE_FR_EVIDENCE, NULL);

  g_assert_true (gtk_widget_activate_action (get_page (ui), "request.merge", NULL));
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait_text (record_fixture_dialog (ui), "Choose the request that it is the same as.");
  tambour_test_type (ui->window, "silent");
  tambour_test_wait_no_text (record_fixture_dialog (ui), PAGES);
  tambour_test_press (ui->window, "Return");
  tambour_test_settle ();
  tambour_test_assert_named (record_fixture_dialog (ui));
  tambour_test_pictures (ui->window, "request-merge");
  tambour_test_press (ui->window, "<Control>Return");
  record_fixture_wait_gone (ui);
  tambour_test_wait_text (get_page (ui), "Merged into");
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_FR_EVIDENCE, NULL), ==, n);
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_FEATURE_REQUEST, "status = duplicate"), ==, 2);

  tambour_test_press (ui->window, "<Control>z");
  tambour_test_wait_no_text (get_page (ui), "Merged into");
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_FEATURE_REQUEST, "status = duplicate"), ==, 1);
}

/* What is typed and not saved is found with the other drafts. */
static void
test_a_draft_is_found_again (void)
{
  g_autoptr(TambourTestUi) ui = open_request (DUTY);
  GtkWidget *button;

  g_assert_true (gtk_widget_activate_action (get_page (ui), "request.decline", NULL));
  tambour_test_wait (has_dialog, ui);
  tambour_test_settle ();
  tambour_test_type (ui->window, "mail is enough");
  tambour_test_press (ui->window, "Escape");
  record_fixture_wait_gone (ui);

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.drafts", NULL);
  tambour_test_wait_text (ui->window, "Decline Request: " DUTY);
  button = tambour_test_find (ui->window, GTK_TYPE_BUTTON, "Discard This Draft");
  g_assert_true (gtk_widget_activate (gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW)));
  tambour_test_wait (has_dialog, ui);
  tambour_test_wait_text (record_fixture_dialog (ui), "From your draft");
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/requests/the-place", test_the_place);
  g_test_add_func ("/requests/narrow", test_narrow);
  g_test_add_func ("/requests/the-filter", test_the_filter);
  g_test_add_func ("/requests/a-request-is-opened-by-keyboard", test_a_request_is_opened_by_keyboard);
  g_test_add_func ("/requests/what-cannot-be-read", test_what_cannot_be_read);
  g_test_add_func ("/requests/nothing-is-asked-for", test_nothing_is_asked_for);
  g_test_add_func ("/requests/the-page", test_the_page);
  g_test_add_func ("/requests/a-step-and-who-must-be-told", test_a_step_and_who_must_be_told);
  g_test_add_func ("/requests/somebody-is-told", test_somebody_is_told);
  g_test_add_func ("/requests/a-message-is-copied", test_a_message_is_copied);
  g_test_add_func ("/requests/a-decline-asks-for-a-reason", test_a_decline_asks_for_a_reason);
  g_test_add_func ("/requests/release-and-owner", test_release_and_owner);
  g_test_add_func ("/requests/requests-are-merged", test_requests_are_merged);
  g_test_add_func ("/requests/a-draft-is-found-again", test_a_draft_is_found_again);

  return g_test_run ();
}
