/* test-owner.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-account.h"
#include "tambour-owner.h"
#include "tambour-people.h"
#include "tambour-plans.h"
#include "tambour-settings.h"
#include "tambour-test-store.h"

static TambourPerson *
get_me (TambourStore *store)
{
  g_autofree char *id = tambour_store_dup_setting (store, TAMBOUR_SETTING_ME);
  g_autoptr(GError) error = NULL;
  TambourRecord *record;

  g_assert_nonnull (id);
  record = tambour_store_find (store, id, &error);
  g_assert_no_error (error);

  return TAMBOUR_PERSON (record);
}

static gboolean
is_at_work (TambourStore *store,
            const char   *calendar,
            const char   *at)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourCatalogueSet) plans = tambour_plans_load (store, &error);
  TambourInstant instant;
  TambourCalendar *hours;

  g_assert_no_error (error);
  g_assert_true (tambour_instant_parse (at, &instant));
  hours = tambour_catalogue_get_calendar (tambour_catalogue_set_find (plans, instant), calendar);
  g_assert_nonnull (hours);

  return tambour_calendar_is_covered (hours, instant);
}

static void
test_hours_count_from_ever (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  const TambourOwner owner = { "Mira Solberg", "Europe/Oslo", 8 * 60 + 30, 16 * 60, TAMBOUR_OWNER_OFFICE_DAYS };
  g_autoptr(TambourPerson) me = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (tambour_owner_put (store, &owner, &error));
  g_assert_no_error (error);

  me = get_me (store);
  g_assert_cmpstr (me->name, ==, "Mira Solberg");
  g_assert_cmpint (me->role, ==, TAMBOUR_PERSON_ROLE_TAM);
  g_assert_true (is_at_work (store, me->calendar, "2026-11-23T07:30:00Z"));
  g_assert_false (is_at_work (store, me->calendar, "2026-11-23T07:29:00Z"));
  g_assert_false (is_at_work (store, me->calendar, "2026-11-23T15:00:00Z"));
  g_assert_false (is_at_work (store, me->calendar, "2026-11-22T10:00:00Z"));
  g_assert_true (is_at_work (store, me->calendar, "2019-06-03T07:00:00Z"));
}

static void
test_the_plans_are_there_to_choose_from (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  const TambourOwner first = { "Mira Solberg", "Europe/Oslo", 480, 960, TAMBOUR_OWNER_OFFICE_DAYS };
  const TambourOwner second = { "24x7", "America/Los_Angeles", 0, 1440, 0x60 };
  g_autoptr(TambourQuery) plans = tambour_query_new (TAMBOUR_TYPE_PLAN);
  g_autoptr(TambourQuery) catalogues = tambour_query_new (TAMBOUR_TYPE_PLAN_CATALOGUE);
  g_autoptr(TambourPerson) me = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (tambour_owner_put (store, &first, &error));
  g_assert_no_error (error);
  g_assert_cmpint (tambour_store_count (store, plans, NULL), ==, 3);

  /* Somebody else takes over, who is called as a calendar of the support. */
  g_assert_true (tambour_owner_put (store, &second, &error));
  g_assert_no_error (error);
  g_assert_cmpint (tambour_store_count (store, plans, NULL), ==, 3);
  g_assert_cmpint (tambour_store_count (store, catalogues, NULL), ==, 1);

  me = get_me (store);
  g_assert_cmpstr (me->calendar, ==, "24x7 (2)");
  g_assert_true (is_at_work (store, me->calendar, "2026-11-22T10:00:00Z"));
  g_assert_false (is_at_work (store, me->calendar, "2026-11-24T10:00:00Z"));
  g_assert_false (is_at_work (store, "Mira Solberg", "2026-11-22T10:00:00Z"));
}

static void
test_a_zone_that_is_none_keeps_nothing (void)
{
  g_autoptr(TambourTestFile) file = tambour_test_file_new ();
  g_autoptr(TambourStore) store = tambour_test_create (file);
  const TambourOwner owner = { "Mira Solberg", "Middle/Earth", 480, 960, TAMBOUR_OWNER_OFFICE_DAYS };
  g_autofree char *me = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_false (tambour_owner_put (store, &owner, &error));
  g_assert_error (error, TAMBOUR_CATALOGUE_ERROR, TAMBOUR_CATALOGUE_ERROR_INVALID);
  me = tambour_store_dup_setting (store, TAMBOUR_SETTING_ME);
  g_assert_null (me);
  g_assert_cmpint (tambour_store_last_change (store), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/owner/hours-count-from-ever", test_hours_count_from_ever);
  g_test_add_func ("/owner/the-plans-are-there-to-choose-from", test_the_plans_are_there_to_choose_from);
  g_test_add_func ("/owner/a-zone-that-is-none-keeps-nothing", test_a_zone_that_is_none_keeps_nothing);

  return g_test_run ();
}
