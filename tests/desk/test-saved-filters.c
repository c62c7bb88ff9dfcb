/* test-saved-filters.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>

#include "tambour-saved-filters.h"

static void
add (TambourSavedFilters *filters,
     const char          *name,
     const char          *state)
{
  g_autoptr(GError) error = NULL;

  tambour_saved_filters_add (filters, name, state, &error);
  g_assert_no_error (error);
}

static void
test_they_are_kept (void)
{
  g_autoptr(TambourSavedFilters) filters = tambour_saved_filters_unpack (NULL);
  g_autoptr(TambourSavedFilters) again = NULL;
  g_autofree char *state = tambour_filter_state_new ("toggle", "open", "text", "“orla” & 50%", NULL);
  g_autofree char *text = NULL;
  g_autofree char *found = NULL;

  add (filters, " Urgent ", "b");
  add (filters, "Orla", state);
  g_set_str (&filters->chosen, "Orla");
  text = tambour_saved_filters_pack (filters);
  again = tambour_saved_filters_unpack (text);
  g_assert_cmpuint (again->filters->len, ==, 2);
  g_assert_cmpstr (((TambourSavedFilter *) g_ptr_array_index (again->filters, 0))->name, ==, "Orla");
  g_assert_cmpstr (((TambourSavedFilter *) g_ptr_array_index (again->filters, 1))->name, ==, "Urgent");
  g_assert_cmpstr (again->chosen, ==, "Orla");
  g_assert_cmpstr (tambour_saved_filters_find_state (again, state)->name, ==, "Orla");
  found = tambour_filter_state_dup (tambour_saved_filters_find (again, "orla")->state, "text");
  g_assert_cmpstr (found, ==, "“orla” & 50%");
}

static void
test_names_are_their_own (void)
{
  g_autoptr(TambourSavedFilters) filters = tambour_saved_filters_unpack (NULL);
  g_autoptr(GError) same = NULL;
  g_autoptr(GError) empty = NULL;
  g_autoptr(GError) taken = NULL;
  g_autoptr(GError) none = NULL;

  add (filters, "Orla", "a");
  add (filters, "Urgent", "b");
  g_assert_false (tambour_saved_filters_add (filters, "ORLA ", "c", &same));
  g_assert_error (same, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_assert_false (tambour_saved_filters_add (filters, "  ", "c", &empty));
  g_assert_error (empty, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_assert_false (tambour_saved_filters_rename (filters, "Urgent", "orla", &taken));
  g_assert_error (taken, G_IO_ERROR, G_IO_ERROR_EXISTS);

  /* In other letters it is still its own. */
  g_set_str (&filters->chosen, "Urgent");
  g_assert_true (tambour_saved_filters_rename (filters, "Urgent", "URGENT", &none));
  g_assert_no_error (none);
  g_assert_cmpstr (filters->chosen, ==, "URGENT");
  g_assert_cmpstr (tambour_saved_filters_find (filters, "urgent")->state, ==, "b");
  tambour_saved_filters_remove (filters, "URGENT");
  g_assert_null (filters->chosen);
  g_assert_cmpuint (filters->filters->len, ==, 1);
}

static void
test_what_is_none (void)
{
  static const char * const texts[] = { "", "{", "[]", "{\"filters\": 3}", "{\"filters\": [1, {}, {\"name\": 2}, {\"name\": \"x\"}]}" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(TambourSavedFilters) filters = tambour_saved_filters_unpack (texts[i]);
      g_autofree char *value = tambour_filter_state_dup (texts[i], "toggle");

      g_assert_cmpuint (filters->filters->len, ==, 0);
      g_assert_null (value);
    }
}

static void
test_whose_they_are (void)
{
  g_autofree char *mine = tambour_saved_filters_dup_key ("cases", "mira");
  g_autofree char *theirs = tambour_saved_filters_dup_key ("cases", "tomas");
  g_autofree char *nobodys = tambour_saved_filters_dup_key ("cases", NULL);

  g_assert_cmpstr (mine, !=, theirs);
  g_assert_cmpstr (mine, !=, nobodys);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/saved-filters/they-are-kept", test_they_are_kept);
  g_test_add_func ("/saved-filters/names-are-their-own", test_names_are_their_own);
  g_test_add_func ("/saved-filters/what-is-none", test_what_is_none);
  g_test_add_func ("/saved-filters/whose-they-are", test_whose_they_are);

  return g_test_run ();
}
