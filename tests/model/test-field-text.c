/* test-field-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>
#include <string.h>

#include "tambour-test-records.h"

static void
check_every_kind (guint seed)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (seed);
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    for (guint n = 0; n < 20; n++)
      {
        g_autoptr(TambourRecord) from = tambour_test_record_new (types[i], random);
        g_autoptr(TambourRecord) to = tambour_record_new (types[i], from->id);
        TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (from);

        for (guint j = 0; j < klass->n_fields; j++)
          {
            g_autofree char *text = tambour_field_dup_text (&klass->fields[j], from);
            g_autoptr(GError) error = NULL;

            g_assert_true (tambour_record_set_text (to, klass->fields[j].name, text, &error));
            g_assert_no_error (error);
          }

        tambour_test_assert_equal (from, to);
      }
}

static void
test_every_kind_is_read_back (void)
{
  check_every_kind (20);
}

static void
test_the_locale_does_not_matter (void)
{
  g_assert_nonnull (setlocale (LC_ALL, "de_DE.UTF-8"));
  check_every_kind (21);
  setlocale (LC_ALL, "C.UTF-8");
}

static void
test_empty_text_unstates (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (22);
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr(TambourRecord) record = tambour_test_record_new (types[i], random);
      TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);

      for (guint j = 0; j < klass->n_fields; j++)
        {
          g_assert_true (tambour_field_set_text (&klass->fields[j], record, j % 2 ? NULL : "", NULL));
          g_assert_false (tambour_field_is_stated (&klass->fields[j], record));
        }
    }
}

static const char *
text_that_is_refused (TambourKind kind)
{
  switch (kind)
    {
    case TAMBOUR_KIND_TEXT:
    case TAMBOUR_KIND_REF:
      return "broken \xff\xfe UTF-8";
    case TAMBOUR_KIND_COUNT:
      return "12.5";
    case TAMBOUR_KIND_NUMBER:
      return "1e999";
    case TAMBOUR_KIND_FLAG:
      return "maybe";
    case TAMBOUR_KIND_CHOICE:
      return "no such choice";
    case TAMBOUR_KIND_INSTANT:
      return "2026-11-23T10:00:00";
    case TAMBOUR_KIND_DATE:
      return "2026-02-30";
    case TAMBOUR_KIND_MONEY:
      return "12.345 EUR";
    case TAMBOUR_KIND_LABELS:
      return "broken\n\xff";
    }

  g_assert_not_reached ();
}

static void
test_text_that_does_not_fit_changes_nothing (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (23);
  guint n_types;
  const GType *types = tambour_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr(TambourRecord) record = tambour_test_record_new (types[i], random);
      g_autoptr(TambourRecord) before = tambour_record_dup (record);
      TambourRecordClass *klass = TAMBOUR_RECORD_GET_CLASS (record);

      for (guint j = 0; j < klass->n_fields; j++)
        {
          const TambourField *field = &klass->fields[j];
          g_autoptr(GError) error = NULL;

          g_test_message ("%s.%s", klass->kind, field->name);
          g_assert_false (tambour_field_set_text (field, record, text_that_is_refused (field->kind), &error));
          g_assert_error (error, TAMBOUR_RECORD_ERROR, TAMBOUR_RECORD_ERROR_VALUE);
          g_assert_nonnull (strstr (error->message, field->name));
          g_assert_true (g_utf8_validate (error->message, -1, NULL));
        }

      tambour_test_assert_equal (record, before);
    }
}

static void
test_an_unknown_field_is_named (void)
{
  g_autoptr(TambourRecord) record = tambour_record_new (TAMBOUR_TYPE_ACCOUNT, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_false (tambour_record_set_text (record, "shoe_size", "42", &error));
  g_assert_error (error, TAMBOUR_RECORD_ERROR, TAMBOUR_RECORD_ERROR_KIND);
  g_assert_nonnull (strstr (error->message, "shoe_size"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/text/every-kind-is-read-back", test_every_kind_is_read_back);
  g_test_add_func ("/text/the-locale-does-not-matter", test_the_locale_does_not_matter);
  g_test_add_func ("/text/empty-text-unstates", test_empty_text_unstates);
  g_test_add_func ("/text/text-that-does-not-fit-changes-nothing", test_text_that_does_not_fit_changes_nothing);
  g_test_add_func ("/text/an-unknown-field-is-named", test_an_unknown_field_is_named);

  return g_test_run ();
}
