/* test-people.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "tambour-contacts.h"
#include "tambour-handover-dialog.h"
#include "tambour-lookup.h"
#include "tambour-pack-page.h"
#include "tambour-people-section.h"
#include "tambour-person-row.h"
#include "tambour-test-ui.h"

/* A page with nothing but the section. */
#define TEST_TYPE_PAGE (test_page_get_type ())
G_DECLARE_FINAL_TYPE (TestPage, test_page, TEST, PAGE, TambourPage)

struct _TestPage
{
  TambourPage parent_instance;
};

G_DEFINE_FINAL_TYPE (TestPage, test_page, TAMBOUR_TYPE_PAGE)

static void
test_page_refresh (TambourPage *page)
{
  tambour_page_set_ready (page);
}

static void
test_page_class_init (TestPageClass *klass)
{
  TAMBOUR_PAGE_CLASS (klass)->refresh = test_page_refresh;
}

static void
test_page_init (TestPage *self)
{
}

static char *
find_account (TambourTestUi *ui,
              const char    *name)
{
  g_autoptr(TambourAccount) account = tambour_lookup_account (ui->store, name, NULL);

  g_assert_nonnull (account);

  return g_strdup (TAMBOUR_RECORD (account)->id);
}

static GtkWidget *
show_section (TambourTestUi *ui,
              const char    *account_id)
{
  GtkWidget *section = tambour_people_section_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  TambourPage *page = g_object_new (TEST_TYPE_PAGE, "title", "People", "child", view, NULL);

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), section);
  tambour_page_set_portfolio (page, ui->portfolio);
  tambour_window_open_account (ui->window, account_id);
  tambour_window_push (ui->window, page);
  tambour_section_show (TAMBOUR_SECTION (section), ui->portfolio, account_id);

  return section;
}

static TambourTestUi *
open_demo (int         width,
           int         height,
           GtkWidget **section)
{
  TambourTestUi *ui = tambour_test_ui_new_demo (width, height);
  g_autofree char *account_id = find_account (ui, "Saint Orla Hospitals");

  tambour_test_ui_present (ui);
  *section = show_section (ui, account_id);
  tambour_test_wait_text (*section, "Ruth Adeyemi");
  tambour_test_settle ();

  return ui;
}

static void
test_open (void)
{
  GtkWidget *section;
  g_autoptr(TambourTestUi) ui = open_demo (1280, 820, &section);

  tambour_test_wait_text (section, "5 of 5");
  tambour_test_wait_text (section, "All that Platinum has. Let one end before you name somebody else.");
  tambour_test_wait_text (section, "Mira Solberg");
  g_assert_true (tambour_test_shows (section, "Nobody") == FALSE);
  tambour_test_assert_named (section);

  tambour_test_picture (ui->window, "people");
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  tambour_test_settle ();
  tambour_test_picture (ui->window, "people-dark");
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
}

static void
test_narrow (void)
{
  GtkWidget *section;
  g_autoptr(TambourTestUi) ui = open_demo (360, 720, &section);

  g_assert_cmpint (gtk_widget_get_width (section), <=, 360);
  tambour_test_picture (ui->window, "people-narrow");
}

static void
test_empty (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new (1280, 820);
  TambourAccount *account = (TambourAccount *) tambour_record_new (TAMBOUR_TYPE_ACCOUNT, NULL);
  g_autofree char *account_id = g_strdup (TAMBOUR_RECORD (account)->id);
  GtkWidget *section;

  account->name = g_strdup ("Empty Inc.");
  tambour_test_ui_put (ui, TAMBOUR_RECORD (account));
  tambour_test_ui_present (ui);
  section = show_section (ui, account_id);
  tambour_test_wait_text (section, "Nobody is known here yet");
  tambour_test_wait_text (section, "Nobody looks after this account");
  tambour_test_assert_named (section);
  tambour_test_picture (ui->window, "people-empty");
}

static TambourPersonRow *
find_row (GtkWidget  *section,
          const char *name)
{
  GtkWidget *label = tambour_test_find (section, GTK_TYPE_LABEL, name);

  g_assert_nonnull (label);

  return TAMBOUR_PERSON_ROW (gtk_widget_get_ancestor (label, TAMBOUR_TYPE_PERSON_ROW));
}

static void
test_left (void)
{
  GtkWidget *section;
  g_autoptr(TambourTestUi) ui = open_demo (1280, 820, &section);

  gtk_widget_activate_action (GTK_WIDGET (find_row (section, "Marcus Feld")), "person.leave", NULL);
  tambour_test_wait_text (section, "1 Person Who Left");
  tambour_test_wait_text (section, "4 of 5");
  tambour_test_wait_text (section, "Platinum has room for 1 more");
  tambour_test_wait_text (ui->window, "Marcus Feld has left");

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.undo", NULL);
  tambour_test_wait_text (section, "5 of 5");
  tambour_test_wait_no_text (section, "1 Person Who Left");
}

static TambourHandoverDialog *
open_dialog (TambourTestUi *ui,
             GtkWidget     *section,
             const char    *action)
{
  AdwDialog *dialog;

  gtk_widget_activate_action (section, action, NULL);
  tambour_test_settle ();
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (ui->window));
  g_assert_true (TAMBOUR_IS_HANDOVER_DIALOG (dialog));

  return TAMBOUR_HANDOVER_DIALOG (dialog);
}

static AdwEntryRow *
find_entry (gpointer    root,
            const char *title)
{
  GtkWidget *label = tambour_test_find (root, GTK_TYPE_LABEL, title);

  g_assert_nonnull (label);

  return ADW_ENTRY_ROW (gtk_widget_get_ancestor (label, ADW_TYPE_ENTRY_ROW));
}

static void
choose (gpointer    dialog,
        const char *name)
{
  AdwComboRow *row = tambour_test_find (dialog, ADW_TYPE_COMBO_ROW, NULL);
  GListModel *names = adw_combo_row_get_model (row);

  for (guint i = 0; i < g_list_model_get_n_items (names); i++)
    if (g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (names), i), name) == 0)
      {
        adw_combo_row_set_selected (row, i);
        return;
      }

  g_assert_not_reached ();
}

static char *
dup_tam (TambourTestUi *ui)
{
  g_autofree char *account_id = find_account (ui, "Saint Orla Hospitals");
  g_autoptr(TambourContacts) contacts = tambour_contacts_load (ui->store, account_id, tambour_portfolio_now (ui->portfolio), NULL, NULL);

  return contacts->tam ? g_strdup (contacts->tam->person->name) : NULL;
}

static gboolean
tam_is_tomas (gpointer data)
{
  g_autofree char *name = dup_tam (data);

  return g_strcmp0 (name, "Tomas Reyl") == 0;
}

static gboolean
tam_is_mira (gpointer data)
{
  g_autofree char *name = dup_tam (data);

  return g_strcmp0 (name, "Mira Solberg") == 0;
}

static void
test_hand_over (void)
{
  GtkWidget *section;
  g_autoptr(TambourTestUi) ui = open_demo (1280, 820, &section);
  TambourHandoverDialog *dialog = open_dialog (ui, section, "people.hand-over");

  tambour_test_assert_named (dialog);
  tambour_test_picture (ui->window, "people-hand-over");
  choose (dialog, "Tomas Reyl");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "handover.save", NULL);
  tambour_test_wait (tam_is_tomas, ui);
  tambour_test_wait_text (ui->window, "Tomas Reyl looks after Saint Orla Hospitals");

  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.undo", NULL);
  tambour_test_wait (tam_is_mira, ui);
}

/* What is wrong is said at once, and nothing that was typed is lost. */
static void
test_validated (void)
{
  GtkWidget *section;
  g_autoptr(TambourTestUi) ui = open_demo (1280, 820, &section);
  TambourHandoverDialog *dialog = open_dialog (ui, section, "people.leave-cover");

  gtk_editable_set_text (GTK_EDITABLE (find_entry (dialog, "First Day")), "soon");
  tambour_test_wait_text (dialog, "This takes a date, such as 4 Dec, fri or +3d");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (find_entry (dialog, "First Day")), "error"));
  gtk_editable_set_text (GTK_EDITABLE (find_entry (dialog, "First Day")), "2026-12-24");
  gtk_editable_set_text (GTK_EDITABLE (find_entry (dialog, "Last Day")), "2026-12-20");
  tambour_test_wait_text (dialog, "The last day cannot come before the first.");
  tambour_test_picture (ui->window, "people-leave-wrong");
}

static void
test_cover (void)
{
  GtkWidget *section;
  g_autoptr(TambourTestUi) ui = open_demo (1280, 820, &section);
  TambourHandoverDialog *dialog = open_dialog (ui, section, "people.leave-cover");

  choose (dialog, "Tomas Reyl");
  gtk_editable_set_text (GTK_EDITABLE (find_entry (dialog, "First Day")), "24 Dec");
  gtk_editable_set_text (GTK_EDITABLE (find_entry (dialog, "Last Day")), "2027-01-04");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "handover.save", NULL);
  tambour_test_wait_text (section, "planned");
  tambour_test_wait_text (ui->window, "Tomas Reyl stands in at Saint Orla Hospitals");

  dialog = open_dialog (ui, section, "people.leave-cover");
  choose (dialog, "Tomas Reyl");
  gtk_editable_set_text (GTK_EDITABLE (find_entry (dialog, "First Day")), "2026-12-30");
  gtk_editable_set_text (GTK_EDITABLE (find_entry (dialog, "Last Day")), "2027-01-10");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "handover.save", NULL);
  tambour_test_wait_text (dialog, "Tomas Reyl stands in for a part of that time already.");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (dialog, "Last Day"))), ==, "2027-01-10");
  adw_dialog_force_close (ADW_DIALOG (dialog));
  tambour_test_settle ();
  tambour_test_picture (ui->window, "people-cover");
}

static gboolean
is_file (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_pack (void)
{
  GtkWidget *section;
  g_autoptr(TambourTestUi) ui = open_demo (1280, 820, &section);
  g_autofree char *path = g_build_filename (ui->folder, "pack.pdf", NULL);
  g_autofree char *nowhere = g_build_filename (ui->folder, "nowhere", "pack.pdf", NULL);
  g_autofree char *reason = g_strdup_printf ("There is no folder “%s/nowhere”. Save it in another one.", ui->folder);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GFile) wrong = g_file_new_for_path (nowhere);
  TambourPage *page;

  gtk_widget_activate_action (section, "people.pack", NULL);
  tambour_test_wait_text (ui->window, "#4126  Slow lookups on ward tablets");
  tambour_test_settle ();
  page = tambour_window_get_page (ui->window);
  g_assert_true (TAMBOUR_IS_PACK_PAGE (page));
  tambour_test_wait_text (page, "Internal, not for the customer");
  tambour_test_assert_named (page);
  tambour_test_picture (ui->window, "pack");

  tambour_pack_page_save (TAMBOUR_PACK_PAGE (page), file);
  tambour_test_wait (is_file, path);
  tambour_test_wait_text (ui->window, "pack.pdf saved");

  tambour_pack_page_save (TAMBOUR_PACK_PAGE (page), wrong);
  tambour_test_wait_text (ui->window, reason);
  g_assert_false (is_file (nowhere));
  g_remove (path);
}

static void
test_pack_narrow (void)
{
  GtkWidget *section;
  g_autoptr(TambourTestUi) ui = open_demo (360, 720, &section);

  gtk_widget_activate_action (section, "people.pack", NULL);
  tambour_test_wait_text (ui->window, "#4126  Slow lookups on ward tablets");
  tambour_test_settle ();
  tambour_test_picture (ui->window, "pack-narrow");
}

static void
add_contact (TambourTestUi *ui,
             const char    *account_id,
             const char    *name)
{
  TambourRecord *contact = tambour_record_new (TAMBOUR_TYPE_CONTACT, NULL);

  g_assert_true (tambour_record_set_text (contact, "name", name, NULL));
  g_assert_true (tambour_record_set_text (contact, "title", name, NULL));
  g_assert_true (tambour_record_set_text (contact, "account_id", account_id, NULL));
  tambour_test_ui_put (ui, contact);
}

static void
test_hostile (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new (360, 720);
  TambourAccount *account = (TambourAccount *) tambour_record_new (TAMBOUR_TYPE_ACCOUNT, NULL);
  g_autofree char *account_id = g_strdup (TAMBOUR_RECORD (account)->id);
  g_autofree char *endless = g_strnfill (500, 'W');
  GtkWidget *section;

  account->name = g_strdup ("<b>%s</b> & Söhne");
  tambour_test_ui_put (ui, TAMBOUR_RECORD (account));
  add_contact (ui, account_id, "<b>Bold</b> %s &amp;");
  add_contact (ui, account_id, "محمد عبد الله 🎻");
  add_contact (ui, account_id, endless);
  tambour_test_ui_present (ui);
  section = show_section (ui, account_id);
  tambour_test_wait_text (section, "<b>Bold</b> %s &amp;");
  tambour_test_wait_text (section, "محمد عبد الله 🎻");
  tambour_test_settle ();
  g_assert_cmpint (gtk_widget_get_width (section), <=, 360);
  tambour_test_picture (ui->window, "people-hostile");

  gtk_widget_activate_action (section, "people.pack", NULL);
  tambour_test_wait_text (ui->window, "No case is open.");
  tambour_test_settle ();
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (ui->window)), <=, 360);
}

/* Each list is one stop of Tab, with arrows inside; Ctrl+Enter saves the dialog. */
static void
test_keyboard (void)
{
  GtkWidget *section;
  g_autoptr(TambourTestUi) ui = open_demo (1280, 820, &section);
  GtkWidget *first = GTK_WIDGET (find_row (section, "Marcus Feld"));

  gtk_widget_grab_focus (first);
  tambour_test_press (ui->window, "Down");
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (ui->window)), gtk_widget_get_parent (first)) ||
                 gtk_root_get_focus (GTK_ROOT (ui->window)) != first);

  open_dialog (ui, section, "people.hand-over");
  choose (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (ui->window)), "Tomas Reyl");
  tambour_test_press (ui->window, "<Control>Return");
  tambour_test_wait (tam_is_tomas, ui);
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/people/they-stand-in-groups-with-the-meter", test_open);
  g_test_add_func ("/people/there-is-room-for-them-at-360", test_narrow);
  g_test_add_func ("/people/an-account-without-anybody-says-so", test_empty);
  g_test_add_func ("/people/who-left-can-be-taken-back", test_left);
  g_test_add_func ("/people/a-change-of-tam-can-be-undone", test_hand_over);
  g_test_add_func ("/people/a-wrong-day-is-said-while-typing", test_validated);
  g_test_add_func ("/people/leave-cover-is-planned-and-refused-twice", test_cover);
  g_test_add_func ("/people/the-pack-is-shown-and-saved", test_pack);
  g_test_add_func ("/people/the-pack-fits-360", test_pack_narrow);
  g_test_add_func ("/people/hostile-names-show-as-typed", test_hostile);
  g_test_add_func ("/people/everything-works-with-the-keyboard", test_keyboard);

  return g_test_run ();
}
