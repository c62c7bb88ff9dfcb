/* test-kinds.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "tambour-choice-words.h"
#include "tambour-kind-words.h"
#include "tambour-test-records.h"

/* Row numbers in every portfolio file contain these: a line is never changed
 * and never used again, a new kind is a new line.
 */
static const struct
{
  guint       number;
  const char *kind;
} fixed[] = {
  { 1, "account" },
  { 2, "agreement" },
  { 3, "plan" },
  { 4, "entitlement" },
  { 5, "entitlement_use" },
  { 6, "contact" },
  { 7, "person" },
  { 8, "team_role" },
  { 9, "goal" },
  { 10, "goal_reading" },
  { 11, "environment" },
  { 12, "component" },
  { 13, "workflow_note" },
  { 14, "infra_note" },
  { 15, "case" },
  { 16, "case_event" },
  { 17, "incident" },
  { 18, "root_cause" },
  { 19, "escalation" },
  { 20, "plan_catalogue" },
  { 21, "response_clock" },
  { 22, "clock_pause" },
  { 23, "acknowledgement" },
  { 24, "engagement" },
  { 25, "cadence" },
  { 26, "attendance" },
  { 27, "decision" },
  { 28, "action_item" },
  { 29, "commitment" },
  { 30, "roadmap_item" },
  { 31, "roadmap_review" },
  { 32, "audit_template" },
  { 33, "template_item" },
  { 34, "audit" },
  { 35, "audit_answer" },
  { 36, "finding" },
  { 37, "known_issue" },
  { 38, "exposure" },
  { 39, "feature_request" },
  { 40, "fr_evidence" },
  { 41, "fr_event" },
  { 42, "insight" },
  { 43, "usage_sample" },
  { 44, "feature_adoption" },
  { 45, "planned_change" },
  { 46, "training" },
  { 47, "content_share" },
  { 48, "early_access" },
  { 49, "invitation" },
  { 50, "value_entry" },
  { 51, "project" },
  { 52, "survey_response" },
  { 53, "health_component" },
  { 54, "time_entry" },
  { 55, "report" },
  { 56, "snapshot" },
  { 57, "figure" },
  { 58, "attachment" },
  { 59, "rate" },
  { 60, "conflict" },
  { 61, "objective_note" },
  { 62, "library_item" },
  { 63, "programme" },
  { 64, "metric" },
};

static void
test_numbers_never_change (void)
{
  guint n_types;

  tambour_kinds_get_types (&n_types);
  g_assert_cmpuint (n_types, ==, G_N_ELEMENTS (fixed));

  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    {
      TambourRecordClass *klass = tambour_kinds_by_number (fixed[i].number);

      g_assert_nonnull (klass);
      g_assert_cmpstr (klass->kind, ==, fixed[i].kind);
    }
}

static void
test_types_come_in_the_order_of_their_numbers (void)
{
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);
  guint last = 0;

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr(TambourRecordClass) klass = g_type_class_ref (types[i]);

      g_assert_cmpuint (klass->number, >, last);
      last = klass->number;
    }
}

static gboolean
is_name (const char *name)
{
  gsize length = strspn (name, "abcdefghijklmnopqrstuvwxyz_");

  return length > 0 && name[length] == '\0' && name[0] != '_';
}

static void
test_names_are_found_and_unique (void)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr(TambourRecordClass) klass = g_type_class_ref (types[i]);

      g_assert_true (is_name (klass->kind));
      g_assert_true (is_name (klass->plural));
      g_assert_true (g_hash_table_add (seen, (gpointer) klass->kind));
      g_assert_true (g_hash_table_add (seen, (gpointer) klass->plural));
      g_assert_true (tambour_kinds_find (klass->kind) == klass);
      g_assert_true (tambour_kinds_find (klass->plural) == klass);
      g_assert_cmpuint (strlen (klass->label), >, 0);
    }

  g_assert_null (tambour_kinds_find ("unicorn"));
  g_assert_null (tambour_kinds_find (""));
  g_assert_null (tambour_kinds_by_number (0));
  g_assert_null (tambour_kinds_by_number (127));
  g_assert_null (tambour_kinds_by_number (4711));
}

static void
check_field (TambourRecordClass *klass,
             const TambourField *field)
{
  g_test_message ("%s.%s", klass->kind, field->name);

  g_assert_true (is_name (field->name));
  g_assert_true (tambour_record_class_find_field (klass, field->name) == field);
  g_assert_true (field->label == NULL || field->label[0] != '\0');

  if (field->kind == TAMBOUR_KIND_REF)
    {
      g_assert_nonnull (tambour_kinds_find (field->target));
      g_assert_true (g_str_has_suffix (field->name, "_id"));
    }

  if (field->flags & (TAMBOUR_FIELD_SEARCHED | TAMBOUR_FIELD_LONG))
    g_assert_true (field->kind == TAMBOUR_KIND_TEXT || field->kind == TAMBOUR_KIND_LABELS);

  if (field->merge == TAMBOUR_MERGE_UNION)
    g_assert_cmpint (field->kind, ==, TAMBOUR_KIND_LABELS);

  if (field->merge == TAMBOUR_MERGE_LARGEST)
    g_assert_true (field->kind == TAMBOUR_KIND_COUNT || field->kind == TAMBOUR_KIND_NUMBER ||
                   field->kind == TAMBOUR_KIND_INSTANT || field->kind == TAMBOUR_KIND_DATE ||
                   field->kind == TAMBOUR_KIND_FLAG);
}

static void
test_fields_are_declared_sanely (void)
{
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr(TambourRecordClass) klass = g_type_class_ref (types[i]);
      guint n_titles = 0;

      for (guint j = 0; j < klass->n_fields; j++)
        {
          check_field (klass, &klass->fields[j]);
          n_titles += (klass->fields[j].flags & TAMBOUR_FIELD_TITLE) != 0;
        }

      g_assert_cmpuint (klass->n_fields, >, klass->n_common);
      g_assert_cmpuint (n_titles, <=, 1);
    }
}

static void
test_choices_have_unique_nicks (void)
{
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr(TambourRecordClass) klass = g_type_class_ref (types[i]);

      for (guint j = 0; j < klass->n_fields; j++)
        if (klass->fields[j].kind == TAMBOUR_KIND_CHOICE)
          {
            GType choice = klass->fields[j].choice ();
            g_autoptr(GTypeClass) values_class = g_type_class_ref (choice);
            GEnumClass *values = (GEnumClass *) values_class;

            g_assert_cmpuint (values->n_values, >, 1);
            g_assert_cmpint (values->values[0].value, ==, 0);
            for (guint n = 0; n < values->n_values; n++)
              {
                guint value = 4711;

                g_assert_true (tambour_choice_from_nick (choice, values->values[n].value_nick, &value));
                g_assert_cmpint (value, ==, values->values[n].value);
                g_assert_cmpstr (tambour_choice_nick (choice, value), ==, values->values[n].value_nick);
              }
          }
    }
}

static void
assert_words (const char *words)
{
  g_assert_nonnull (words);
  g_assert_true (g_unichar_isupper (g_utf8_get_char (words)));
  g_assert_null (strchr (words, '_'));
}

static void
test_choices_and_kinds_have_words (void)
{
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr(TambourRecordClass) klass = g_type_class_ref (types[i]);
      const TambourKindWords *words = tambour_kind_get_words (klass);

      assert_words (words->title);
      assert_words (words->plural);
      assert_words (words->add);

      for (guint j = 0; j < klass->n_fields; j++)
        if (klass->fields[j].kind == TAMBOUR_KIND_CHOICE)
          {
            g_autoptr(GTypeClass) values = g_type_class_ref (klass->fields[j].choice ());

            for (guint n = 0; n < ((GEnumClass *) values)->n_values; n++)
              assert_words (tambour_choice_get_words (klass->fields[j].choice (), n));
          }
    }
}

static void
test_nothing_is_stated_at_first (void)
{
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr(TambourRecord) record = tambour_record_new (types[i], NULL);
      TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);

      for (guint j = 0; j < klass->n_fields; j++)
        g_assert_false (tambour_field_is_stated (&klass->fields[j], record));

      g_assert_false (tambour_record_is_deleted (record));
    }
}

static void
test_a_filled_record_may_be_saved (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (1);
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      TambourRecord *record = tambour_test_record_new (types[i], random);
      TambourRecord *copy = tambour_record_dup (record);
      g_autoptr(GError) error = NULL;
      g_autofree char *title = tambour_record_dup_title (record);

      g_assert_true (tambour_record_check (record, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (strlen (title), >, 0);

      tambour_test_assert_equal (record, copy);
      g_assert_true (tambour_record_equal (record, copy));
      g_assert_finalize_object (record);
      g_assert_finalize_object (copy);
    }
}

static void
test_a_record_without_a_required_field_is_refused (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (2);
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);
  guint n_refused = 0;

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr(TambourRecord) record = tambour_test_record_new (types[i], random);
      TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);

      for (guint j = 0; j < klass->n_fields; j++)
        {
          const TambourField *field = &klass->fields[j];
          g_autoptr(TambourRecord) lacking = tambour_record_dup (record);
          g_autoptr(GError) error = NULL;

          if (!(field->flags & TAMBOUR_FIELD_REQUIRED) ||
              field->kind == TAMBOUR_KIND_CHOICE || field->kind == TAMBOUR_KIND_FLAG)
            continue;

          tambour_field_clear (field, lacking);
          g_assert_false (tambour_record_check (lacking, &error));
          g_assert_error (error, TAMBOUR_RECORD_ERROR, TAMBOUR_RECORD_ERROR_MISSING);
          g_assert_nonnull (strstr (error->message, field->name));
          n_refused++;
        }
    }

  g_assert_cmpuint (n_refused, >, 60);
}

static void
count_notify (GObject    *object,
              GParamSpec *pspec,
              guint      *n)
{
  *n += 1;
}

static void
test_properties_show_every_field (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (3);
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr(TambourRecord) from = tambour_test_record_new (types[i], random);
      g_autoptr(TambourRecord) to = tambour_record_new (types[i], from->id);
      TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (from);

      for (guint j = 0; j < klass->n_fields; j++)
        {
          const TambourField *field = &klass->fields[j];
          g_auto(GValue) value = G_VALUE_INIT;
          g_autofree char *property = g_strdelimit (g_strdup (field->name), "_", '-');
          g_autofree char *signal = g_strconcat ("notify::", property, NULL);
          guint n = 0;

          if (g_str_equal (field->name, "deleted_at"))
            continue;

          g_signal_connect (to, signal, G_CALLBACK (count_notify), &n);
          g_value_init (&value, tambour_field_get_value_type (field));
          g_object_get_property (G_OBJECT (from), field->name, &value);
          g_object_set_property (G_OBJECT (to), field->name, &value);
          g_object_set_property (G_OBJECT (to), field->name, &value);

          g_assert_true (tambour_field_equal (field, from, to));
          g_assert_cmpuint (n, ==, 1);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/kinds/numbers-never-change", test_numbers_never_change);
  g_test_add_func ("/kinds/types-come-in-the-order-of-their-numbers", test_types_come_in_the_order_of_their_numbers);
  g_test_add_func ("/kinds/names-are-found-and-unique", test_names_are_found_and_unique);
  g_test_add_func ("/kinds/fields-are-declared-sanely", test_fields_are_declared_sanely);
  g_test_add_func ("/kinds/choices-have-unique-nicks", test_choices_have_unique_nicks);
  g_test_add_func ("/kinds/choices-and-kinds-have-words", test_choices_and_kinds_have_words);
  g_test_add_func ("/kinds/nothing-is-stated-at-first", test_nothing_is_stated_at_first);
  g_test_add_func ("/kinds/a-filled-record-may-be-saved", test_a_filled_record_may_be_saved);
  g_test_add_func ("/kinds/a-record-without-a-required-field-is-refused",
                   test_a_record_without_a_required_field_is_refused);
  g_test_add_func ("/kinds/properties-show-every-field", test_properties_show_every_field);

  return g_test_run ();
}
