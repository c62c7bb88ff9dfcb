/* test-after-hours.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>

#include "tambour-after-hours.h"

static const char catalogue_text[] =
  "{\"calendars\":{\"tam\":{\"zone\":\"Europe/London\",\"weekly\":[[\"Mon 09:00\",\"Mon 17:00\"],[\"Tue 09:00\",\"Tue 17:00\"]],"
  "\"holidays\":[\"2026-11-23\"]},\"gone\":{\"zone\":\"Europe/London\"}},\"plans\":[]}";

static const struct
{
  const char *opened;
  gboolean    after_hours;
  const char *due;
} arrivals[] = {
  { "2026-11-17T10:00:00Z", FALSE, "2026-11-17T12:00:00Z" },
  { "2026-11-17T16:59:59Z", FALSE, "2026-11-24T10:59:59Z" },
  { "2026-11-17T17:00:00Z", TRUE, "2026-11-24T11:00:00Z" },
  { "2026-11-21T03:00:00Z", TRUE, "2026-11-24T11:00:00Z" },
  { "2026-11-23T10:00:00Z", TRUE, "2026-11-24T11:00:00Z" },
  { "2026-11-24T09:00:00Z", FALSE, "2026-11-24T11:00:00Z" },
};

static void
test_arrivals (void)
{
  g_autoptr(TambourCatalogue) catalogue = tambour_catalogue_new (catalogue_text, NULL);
  TambourCalendar *tam = tambour_catalogue_get_calendar (catalogue, "tam");

  for (guint i = 0; i < G_N_ELEMENTS (arrivals); i++)
    {
      g_autoptr(TambourCase) support_case = TAMBOUR_CASE (tambour_record_new (TAMBOUR_TYPE_CASE, NULL));
      g_autofree char *text = NULL;
      TambourInstant due;

      g_assert_true (tambour_instant_parse (arrivals[i].opened, &support_case->opened_at));
      g_assert_cmpint (tambour_case_is_after_hours (support_case, tam), ==, arrivals[i].after_hours);
      g_assert_true (tambour_case_acknowledgement_due (support_case, tam, 120, &due));
      text = tambour_instant_dup_text (due);
      g_assert_cmpstr (text, ==, arrivals[i].due);
    }
}

static void
test_nobody_there (void)
{
  g_autoptr(TambourCatalogue) catalogue = tambour_catalogue_new (catalogue_text, NULL);
  TambourCalendar *gone = tambour_catalogue_get_calendar (catalogue, "gone");
  g_autoptr(TambourCase) support_case = TAMBOUR_CASE (tambour_record_new (TAMBOUR_TYPE_CASE, NULL));
  TambourInstant due;

  g_assert_false (tambour_case_is_after_hours (support_case, gone));
  g_assert_false (tambour_case_acknowledgement_due (support_case, gone, 120, &due));
  g_assert_true (tambour_instant_parse ("2026-11-23T10:00:00Z", &support_case->opened_at));
  g_assert_true (tambour_case_is_after_hours (support_case, gone));
  g_assert_false (tambour_case_acknowledgement_due (support_case, gone, 120, &due));
}

static const struct
{
  const char *at;
  const char *closed;
} closings[] = {
  { "2026-11-17T10:00:00Z", "2026-11-16T17:00:00Z" },
  { "2026-11-17T09:00:00Z", "2026-11-16T17:00:00Z" },
  { "2026-11-17T16:59:59Z", "2026-11-16T17:00:00Z" },
  { "2026-11-17T17:00:00Z", "2026-11-17T17:00:00Z" },
  { "2026-11-17T17:00:01Z", "2026-11-17T17:00:00Z" },
  { "2026-11-21T03:00:00Z", "2026-11-17T17:00:00Z" },
  { "2026-11-23T12:00:00Z", "2026-11-17T17:00:00Z" },
  { "2026-11-24T12:00:00Z", "2026-11-17T17:00:00Z" },
};

static void
test_closings (void)
{
  g_autoptr(TambourCatalogue) catalogue = tambour_catalogue_new (catalogue_text, NULL);
  TambourCalendar *tam = tambour_catalogue_get_calendar (catalogue, "tam");
  g_autoptr(TambourCalendar) always = tambour_calendar_new ("always");
  TambourInstant at, closed;

  for (guint i = 0; i < G_N_ELEMENTS (closings); i++)
    {
      g_autofree char *text = NULL;

      g_test_message ("%s", closings[i].at);
      g_assert_true (tambour_instant_parse (closings[i].at, &at));
      g_assert_true (tambour_calendar_last_closing (tam, at, &closed));
      text = tambour_instant_dup_text (closed);
      g_assert_cmpstr (text, ==, closings[i].closed);
    }

  tambour_calendar_set_always (always);
  g_assert_false (tambour_calendar_last_closing (always, at, &closed));
  g_assert_false (tambour_calendar_last_closing (tambour_catalogue_get_calendar (catalogue, "gone"), at, &closed));
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/after-hours/a-case-is-when-the-tam-is-not-there", test_arrivals);
  g_test_add_func ("/after-hours/a-tam-who-is-never-there-owes-nothing", test_nobody_there);
  g_test_add_func ("/after-hours/who-is-there-came-from-somewhere", test_closings);

  return g_test_run ();
}
