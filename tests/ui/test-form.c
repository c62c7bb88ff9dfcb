/* test-form.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-fixture.h"
#include "tambour-form.h"
#include "tambour-test-records.h"

/* A form by itself, which needs no portfolio with anything in it. */
typedef struct
{
  TambourTestUi *ui;
  GtkWidget     *window;
  TambourForm   *form;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->ui = tambour_test_ui_new (400, 400);
  fixture->window = gtk_window_new ();
  fixture->form = tambour_form_new (fixture->ui->portfolio);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->form));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  tambour_test_settle ();
  g_clear_pointer (&fixture->ui, tambour_test_ui_free);
}

static guint
count_labelled (TambourRecordClass *klass)
{
  guint n = 0;

  for (guint i = 0; i < klass->n_fields; i++)
    n += klass->fields[i].label != NULL;

  return n;
}

static guint
count_rows (GtkWidget *widget)
{
  guint n = TAMBOUR_IS_FIELD_ROW (widget);

  /* What is folded away hangs nowhere. */
  if (GTK_IS_EXPANDER (widget) && !gtk_expander_get_expanded (GTK_EXPANDER (widget)))
    return count_rows (gtk_expander_get_child (GTK_EXPANDER (widget)));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    n += count_rows (child);

  return n;
}

/* References lead nowhere here, which a form must bear. */
static void
test_every_kind_goes_through_unchanged (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (5);
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    for (guint round = 0; round < 3; round++)
      {
        TambourRecordClass *klass = g_type_class_peek_static (types[i]);
        g_autoptr(TambourRecord) record = round == 0 ? tambour_record_new (types[i], NULL) : tambour_test_record_new (types[i], random);
        g_autoptr(TambourRecord) read = NULL;
        guint n_rows = count_labelled (klass) - g_str_equal (klass->kind, "account");

        g_test_message ("%s", klass->kind);
        tambour_form_show (fixture->form, record, NULL, round == 2);
        g_assert_cmpuint (count_rows (GTK_WIDGET (fixture->form)), ==, n_rows);
        g_assert_false (tambour_form_is_edited (fixture->form));
        read = tambour_form_read (fixture->form, NULL);
        tambour_test_assert_equal (record, read);
      }
}

/* What is typed in one form is typed in another, whatever it is. */
static void
test_every_draft_comes_back (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (6);
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr(TambourRecord) base = tambour_record_new (types[i], NULL);
      g_autoptr(TambourRecord) filled = tambour_test_record_new (types[i], random);
      g_autoptr(TambourRecord) first = NULL, second = NULL;
      g_autoptr(JsonObject) draft = NULL;
      guint n_shown;

      /* Typing is stood in for by what somebody else wrote and then was typed over. */
      tambour_form_show (fixture->form, filled, NULL, TRUE);
      draft = tambour_form_pack_draft (fixture->form);
      g_assert_cmpuint (json_object_get_size (draft), ==, 0);

      tambour_form_show (fixture->form, base, NULL, TRUE);
      g_assert_cmpuint (tambour_form_take_theirs (fixture->form, filled, NULL, NULL, &n_shown), ==, 0);
      g_assert_cmpuint (n_shown, >, 0);
      first = tambour_form_read (fixture->form, NULL);
      tambour_test_assert_equal (filled, first);
      g_assert_false (tambour_form_is_edited (fixture->form));

      g_clear_pointer (&draft, json_object_unref);
      draft = tambour_form_pack_draft (fixture->form);
      tambour_form_take_draft (fixture->form, draft);
      second = tambour_form_read (fixture->form, NULL);
      tambour_test_assert_equal (filled, second);
    }
}

static void
test_a_draft_of_nonsense_does_no_harm (Fixture       *fixture,
                                       gconstpointer  data)
{
  static const char nonsense[] =
    "{\"nothing\":\"x\",\"due\":\"someday\",\"status\":\"unheard_of\",\"engagement_id\":\"gone\",\"title\":7,\"priority\":null,\"side\":\"\"}";
  g_autoptr(TambourRecord) record = tambour_record_new (TAMBOUR_TYPE_ACTION_ITEM, NULL);
  g_autoptr(TambourRecord) read = NULL;
  g_autoptr(JsonNode) node = json_from_string (nonsense, NULL);
  g_autofree char *problem = NULL;

  tambour_form_show (fixture->form, record, NULL, TRUE);
  tambour_form_take_draft (fixture->form, json_node_get_object (node));
  read = tambour_form_read (fixture->form, &problem);
  g_assert_nonnull (problem);
  g_assert_cmpstr (record_fixture_text (fixture->form, "due"), ==, "someday");
  g_assert_false (tambour_field_is_stated (tambour_record_class_find_field (TAMBOUR_RECORD_GET_CLASS (read), "due"), read));
}

static TambourTestUi *
open_new (const char *kind)
{
  TambourTestUi *ui = tambour_test_ui_new_demo (1280, 820);
  g_autoptr(TambourRecord) account = NULL;

  tambour_test_ui_present (ui);
  account = record_fixture_find (ui, TAMBOUR_TYPE_ACCOUNT, "name = \"Saint Orla Hospitals\"");
  record_fixture_new (ui, kind, account->id);

  return ui;
}

static void
press (TambourTestUi *ui,
       const char    *key)
{
  tambour_test_press (ui->window, key);
}

static void
test_texts_and_dates_by_keyboard (void)
{
  g_autoptr(TambourTestUi) ui = open_new ("project");
  g_autoptr(TambourRecord) record = NULL;
  TambourProject *project;

  record_fixture_type (ui, "title", "Second site");
  press (ui, "Return");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (ui->window)),
                                         GTK_WIDGET (record_fixture_row (record_fixture_dialog (ui), "account_id"))));
  record_fixture_type (ui, "outcome", "Two lines");
  press (ui, "Return");
  tambour_test_type (ui->window, "of text");
  record_fixture_type (ui, "deadline", "4 Dec");
  record_fixture_type (ui, "impact", "4");
  record_fixture_type (ui, "value_low", "1250 chf");
  tambour_test_picture (ui->window, "form-project");
  record_fixture_save (ui);

  record = record_fixture_find (ui, TAMBOUR_TYPE_PROJECT, "title = \"Second site\"");
  project = TAMBOUR_PROJECT (record);
  g_assert_cmpstr (project->outcome, ==, "Two lines\nof text");
  g_assert_cmpuint (project->deadline.julian, ==, tambour_date_new (2026, 12, 4).julian);
  g_assert_cmpint (project->impact, ==, 4);
  g_assert_cmpint (project->value_low.minor, ==, 125000);
  g_assert_cmpstr (project->value_low.currency, ==, "CHF");
}

static void
test_moments_and_numbers_by_keyboard (void)
{
  g_autoptr(TambourTestUi) ui = open_new ("engagement");
  g_autoptr(TambourRecord) record = NULL;
  g_autofree char *start = NULL;

  record_fixture_type (ui, "title", "A call");
  record_fixture_type (ui, "planned_start", "fri 9:30 am");
  tambour_test_wait_text (record_fixture_dialog (ui), "Fri 27 Nov, 09:30");
  record_fixture_type (ui, "minutes", "45");
  record_fixture_save (ui);

  record = record_fixture_find (ui, TAMBOUR_TYPE_ENGAGEMENT, "title = \"A call\"");
  start = tambour_instant_dup_text (TAMBOUR_ENGAGEMENT (record)->planned_start);
  g_assert_cmpstr (start, ==, "2026-11-27T17:30:00Z");
  g_assert_cmpint (TAMBOUR_ENGAGEMENT (record)->minutes, ==, 45);
}

static void
test_choices_and_flags_by_keyboard (void)
{
  g_autoptr(TambourTestUi) ui = open_new ("contact");
  g_autoptr(TambourRecord) record = NULL;

  record_fixture_type (ui, "name", "Nora Test");
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (record_fixture_row (record_fixture_dialog (ui), "role"))));
  press (ui, "space");
  press (ui, "Down");
  press (ui, "Return");
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (record_fixture_row (record_fixture_dialog (ui), "is_named"))));
  g_assert_cmpstr (record_fixture_text (record_fixture_dialog (ui), "role"), ==, "exec_sponsor");
  press (ui, "space");
  g_assert_cmpstr (record_fixture_text (record_fixture_dialog (ui), "is_named"), ==, "true");
  press (ui, "space");
  tambour_test_picture (ui->window, "form-contact");
  record_fixture_save (ui);

  record = record_fixture_find (ui, TAMBOUR_TYPE_CONTACT, "name = \"Nora Test\"");
  g_assert_cmpuint (TAMBOUR_CONTACT (record)->role, ==, TAMBOUR_CONTACT_ROLE_EXEC_SPONSOR);
  g_assert_false (TAMBOUR_CONTACT (record)->is_named);
}

/* Platinum has five named contacts. Who they are is said when a sixth is named. */
static void
test_a_sixth_named_contact_is_refused (void)
{
  g_autoptr(TambourTestUi) ui = open_new ("contact");
  g_autoptr(TambourRecord) account = record_fixture_find (ui, TAMBOUR_TYPE_ACCOUNT, "name = \"Saint Orla Hospitals\"");
  g_autofree char *named = g_strdup_printf ("account_id = \"%s\" and is_named = true", account->id);

  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_CONTACT, named), ==, 5);
  record_fixture_type (ui, "name", "Sixth Person");
  tambour_test_settle ();
  g_assert_true (record_fixture_can_save (ui));
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (record_fixture_row (record_fixture_dialog (ui), "is_named"))));
  press (ui, "space");
  press (ui, "<Control>Return");
  tambour_test_settle ();
  tambour_test_picture (ui->window, "form-sixth");
  g_assert_nonnull (record_fixture_dialog (ui));
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_CONTACT, "name = \"Sixth Person\""), ==, 0);
  g_assert_nonnull (strstr (tambour_field_row_get_problem (record_fixture_row (record_fixture_dialog (ui), "is_named")),
                            "Platinum with 5 named contacts, and "));

  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (record_fixture_row (record_fixture_dialog (ui), "is_named"))));
  press (ui, "space");
  record_fixture_save (ui);
  g_assert_cmpuint (record_fixture_count (ui, TAMBOUR_TYPE_CONTACT, "name = \"Sixth Person\""), ==, 1);
}

static void
test_labels_by_keyboard (void)
{
  g_autoptr(TambourTestUi) ui = tambour_test_ui_new_demo (1280, 820);
  g_autoptr(TambourRecord) note = tambour_record_new (TAMBOUR_TYPE_INFRA_NOTE, NULL);
  g_autoptr(TambourRecord) record = NULL;
  GStrv tags;

  /* The text of a note has a page of its own; this is about what else it says. */
  g_set_str (&TAMBOUR_INFRA_NOTE (note)->title, "A note");
  tambour_test_ui_put (ui, note);
  tambour_test_ui_present (ui);
  record_fixture_edit (ui, note);
  record_fixture_type (ui, "tags", "dns, clinic,wrong,");
  press (ui, "BackSpace");
  tambour_test_type (ui->window, "north");
  press (ui, "Return");
  tambour_test_type (ui->window, "dns");
  tambour_test_picture (ui->window, "form-labels");
  record_fixture_save (ui);

  record = record_fixture_find (ui, TAMBOUR_TYPE_INFRA_NOTE, "title = \"A note\"");
  tags = TAMBOUR_INFRA_NOTE (record)->tags;
  g_assert_cmpuint (g_strv_length (tags), ==, 3);
  g_assert_cmpstr (tags[0], ==, "dns");
  g_assert_cmpstr (tags[1], ==, "clinic");
  g_assert_cmpstr (tags[2], ==, "north");
}

static void
test_references_by_keyboard (void)
{
  g_autoptr(TambourTestUi) ui = open_new ("goal");
  g_autoptr(TambourRecord) contact = record_fixture_find (ui, TAMBOUR_TYPE_CONTACT, "name = \"Marcus Feld\"");
  g_autoptr(TambourRecord) record = NULL;
  TambourFieldRow *row = record_fixture_row (record_fixture_dialog (ui), "owner_id");

  record_fixture_type (ui, "statement", "Fewer restarts");
  record_fixture_type (ui, "owner_id", "marc");
  tambour_test_wait (record_fixture_suggests, row);
  g_assert_nonnull (tambour_field_row_get_problem (row));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (row), "error"));
  tambour_test_picture (record_fixture_popover (row), "form-reference");
  press (ui, "Return");
  g_assert_null (tambour_field_row_get_problem (row));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (record_fixture_editor (record_fixture_dialog (ui), "owner_id"))), ==, "Marcus Feld");
  record_fixture_save (ui);

  record = record_fixture_find (ui, TAMBOUR_TYPE_GOAL, "statement = \"Fewer restarts\"");
  g_assert_cmpstr (TAMBOUR_GOAL (record)->owner_id.id, ==, contact->id);

  /* Escape closes what is suggested, not the form; clearing unstates it. */
  record_fixture_edit (ui, record);
  row = record_fixture_row (record_fixture_dialog (ui), "owner_id");
  record_fixture_type (ui, "owner_id", "pri");
  tambour_test_wait (record_fixture_suggests, row);
  press (ui, "Escape");
  g_assert_nonnull (record_fixture_dialog (ui));
  g_assert_false (record_fixture_suggests (row));
  record_fixture_type (ui, "owner_id", "");
  record_fixture_save (ui);
  g_clear_object (&record);
  record = record_fixture_find (ui, TAMBOUR_TYPE_GOAL, "statement = \"Fewer restarts\"");
  g_assert_null (TAMBOUR_GOAL (record)->owner_id.id);
}

static void
test_a_calendar_chooses_a_day (void)
{
  g_autoptr(TambourTestUi) ui = open_new ("action_item");
  TambourFieldRow *row = record_fixture_row (record_fixture_dialog (ui), "due");
  GtkMenuButton *button = tambour_test_find (row, GTK_TYPE_MENU_BUTTON, NULL);
  GtkWidget *calendar;

  g_assert_nonnull (button);
  record_fixture_type (ui, "due", "4 Dec");
  gtk_menu_button_popup (button);
  tambour_test_settle ();
  calendar = tambour_test_find (gtk_menu_button_get_popover (button), GTK_TYPE_CALENDAR, NULL);
  g_assert_nonnull (calendar);
  g_assert_cmpint (gtk_calendar_get_day (GTK_CALENDAR (calendar)), ==, 4);
  g_assert_cmpint (gtk_calendar_get_month (GTK_CALENDAR (calendar)), ==, 11);
  g_assert_cmpstr (record_fixture_text (record_fixture_dialog (ui), "due"), ==, "4 Dec");
  gtk_calendar_set_day (GTK_CALENDAR (calendar), 15);
  g_assert_cmpstr (record_fixture_text (record_fixture_dialog (ui), "due"), ==, "15 Dec 2026");
  gtk_menu_button_popdown (button);
  tambour_test_settle ();
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add ("/form/every-kind-goes-through-unchanged", Fixture, NULL, set_up, test_every_kind_goes_through_unchanged, tear_down);
  g_test_add ("/form/every-draft-comes-back", Fixture, NULL, set_up, test_every_draft_comes_back, tear_down);
  g_test_add ("/form/a-draft-of-nonsense-does-no-harm", Fixture, NULL, set_up, test_a_draft_of_nonsense_does_no_harm, tear_down);
  g_test_add_func ("/form/texts-and-dates-by-keyboard", test_texts_and_dates_by_keyboard);
  g_test_add_func ("/form/moments-and-numbers-by-keyboard", test_moments_and_numbers_by_keyboard);
  g_test_add_func ("/form/choices-and-flags-by-keyboard", test_choices_and_flags_by_keyboard);
  g_test_add_func ("/form/a-sixth-named-contact-is-refused", test_a_sixth_named_contact_is_refused);
  g_test_add_func ("/form/labels-by-keyboard", test_labels_by_keyboard);
  g_test_add_func ("/form/references-by-keyboard", test_references_by_keyboard);
  g_test_add_func ("/form/a-calendar-chooses-a-day", test_a_calendar_chooses_a_day);

  return g_test_run ();
}
