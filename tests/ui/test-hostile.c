/* test-hostile.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-kinds.h"
#include "tambour-test-ui.h"

/* Records of every kind whose every text is one that breaks careless windows: shown as it is typed, in
 * every list, on every page, and no warning (warnings are fatal here).
 */

#define N_OF_A_KIND 6

/* A long one is made of these as well. */
static const char * const texts[] = {
  "<b>Orion</b> & <i>sons",
  "%s %n %d 100%",
  "مستشفى القديسة أورلا ‏(عربي)",
  "🥁🧑🏽‍🚒👩‍👩‍👧 Größe 東京",
  "one\ntwo\r\nthree\tfour",
  "bell\a escape\033[31m delete\177 \342\200\256reversed",
};

static char *
dup_hostile (guint i)
{
  GString *text;

  if (i % (G_N_ELEMENTS (texts) + 1) < G_N_ELEMENTS (texts))
    return g_strdup (texts[i % (G_N_ELEMENTS (texts) + 1)]);

  text = g_string_new (NULL);
  while (text->len < 500)
    g_string_append (text, "Unbrokenwordwithoutanyspace");

  return g_string_free (text, FALSE);
}

/* A plan's rules are JSON that nobody types. */
static gboolean
is_for_machines (const char *text)
{
  return text != NULL && (*text == '{' || *text == '[');
}

/* Every text a person may state; @first says with which it begins. */
static void
make_hostile (TambourRecord *record,
              guint          first)
{
  TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);

  for (guint i = klass->n_common; i < klass->n_fields; i++)
    {
      const TambourField *field = &klass->fields[i];

      if (field->kind != TAMBOUR_KIND_TEXT || (record->row != 0 && (field->flags & TAMBOUR_FIELD_FIXED)) ||
          is_for_machines (TAMBOUR_FIELD_AT (field, record, char *)))
        continue;

      g_free (TAMBOUR_FIELD_AT (field, record, char *));
      TAMBOUR_FIELD_AT (field, record, char *) = dup_hostile (field == klass->title ? first : first + i);
    }
}

static GPtrArray *
list_some (TambourTestUi *ui,
           GType          type)
{
  g_autoptr(TambourQuery) query = tambour_query_new (type);
  g_autoptr(GError) error = NULL;
  GPtrArray *found;

  tambour_query_order (query, "created_at", TRUE, &error);
  g_assert_no_error (error);
  tambour_query_limit (query, N_OF_A_KIND, 0);
  found = tambour_store_list (ui->store, query, NULL, &error);
  g_assert_no_error (error);

  return found;
}

/* Accounts are edited, so that the hostile ones have all that an account has; of the other kinds there are
 * new ones beside those of the demonstration.
 */
static void
put_hostile (TambourTestUi *ui,
             GType          type)
{
  g_autoptr(TambourChange) change = tambour_change_new ("Another", "Hostile");
  g_autoptr(GPtrArray) found = list_some (ui, type);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < found->len; i++)
    {
      TambourRecord *like = g_ptr_array_index (found, i);
      g_autoptr(TambourRecord) record = type == TAMBOUR_TYPE_ACCOUNT ? tambour_record_dup (like) : tambour_record_new (type, NULL);

      if (type != TAMBOUR_TYPE_ACCOUNT)
        tambour_record_copy_fields (record, like);
      make_hostile (record, i);
      tambour_change_put (change, record);
    }

  tambour_store_commit (ui->store, change, &error);
  g_assert_no_error (error);
}

static TambourTestUi *
new_hostile (int width)
{
  TambourTestUi *ui = tambour_test_ui_new_demo (width, 820);
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr(TambourRecordClass) klass = g_type_class_ref (types[i]);

      if ((klass->traits & TAMBOUR_RECORD_DERIVED) == 0)
        put_hostile (ui, types[i]);
    }

  tambour_test_ui_present (ui);

  return ui;
}

/* Nothing that is on the screen is wider than its window. */
static void
assert_fits (TambourTestUi *ui,
             int            width)
{
  tambour_test_settle ();
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (ui->window)), <=, width);
}

static void
test_lists_accounts_as_typed (void)
{
  g_autoptr(TambourTestUi) ui = new_hostile (1280);

  tambour_test_wait_text (ui->window, texts[0]);
  tambour_test_wait_text (ui->window, texts[1]);
  tambour_test_wait_text (ui->window, texts[2]);
  assert_fits (ui, 1280);
  tambour_test_picture (ui->window, "hostile-today");
}

static void
test_opens_every_account (void)
{
  g_autoptr(TambourTestUi) ui = new_hostile (1280);
  g_autoptr(GPtrArray) accounts = list_some (ui, TAMBOUR_TYPE_ACCOUNT);
  const char * const asides[] = { "people", "timeline", "records" };

  for (guint i = 0; i < accounts->len; i++)
    {
      tambour_window_open_account (ui->window, tambour_record_get_id (g_ptr_array_index (accounts, i)));
      for (guint section = 1; section <= 9; section++)
        {
          g_autofree char *number = g_strdup_printf ("%u", section);

          gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.show-section", "s", number);
          assert_fits (ui, 1280);
        }
      for (guint aside = 0; aside < G_N_ELEMENTS (asides); aside++)
        {
          gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.show-section", "s", asides[aside]);
          assert_fits (ui, 1280);
          tambour_test_press (ui->window, "<Alt>Left");
        }
    }
  tambour_test_picture (ui->window, "hostile-account");
}

static void
test_opens_every_list_and_record (void)
{
  g_autoptr(TambourTestUi) ui = new_hostile (1280);
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr(TambourRecordClass) klass = g_type_class_ref (types[i]);
      g_autoptr(GPtrArray) found = list_some (ui, types[i]);

      gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-list", "(sss)", klass->kind, "", "");
      assert_fits (ui, 1280);
      if (found->len == 0)
        continue;

      gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.open-record", "(ss)", klass->kind,
                                  tambour_record_get_id (g_ptr_array_index (found, i % found->len)));
      assert_fits (ui, 1280);
      tambour_window_go_place (ui->window, "today");
    }
}

static void
test_finds_as_typed (void)
{
  g_autoptr(TambourTestUi) ui = new_hostile (1280);

  tambour_test_press (ui->window, "<Control>k");
  tambour_test_type (ui->window, "orion");
  tambour_test_settle ();
  assert_fits (ui, 1280);
  tambour_test_picture (ui->window, "hostile-search");
}

int
main (int    argc,
      char **argv)
{
  tambour_test_ui_init (&argc, &argv);

  g_test_add_func ("/hostile/accounts-are-listed-as-typed", test_lists_accounts_as_typed);
  g_test_add_func ("/hostile/every-account-opens", test_opens_every_account);
  g_test_add_func ("/hostile/every-list-and-record-opens", test_opens_every_list_and_record);
  g_test_add_func ("/hostile/what-is-found-shows-as-typed", test_finds_as_typed);

  return g_test_run ();
}
