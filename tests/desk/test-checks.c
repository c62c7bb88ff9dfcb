/* test-checks.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "desk-portfolio.h"
#include "tambour-checks.h"
#include "tambour-demo.h"
#include "tambour-engagement.h"
#include "tambour-kinds.h"

static void
assert_allowed (DeskPortfolio *desk,
                gpointer       record)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (tambour_checks_run (desk->store, record, &error));
  g_assert_no_error (error);
}

static void
assert_refused (DeskPortfolio *desk,
                gpointer       record,
                const char    *field,
                const char    *says)
{
  g_autoptr(GError) error = NULL;
  const char *found = NULL;

  g_assert_false (tambour_checks_run_field (desk->store, record, &found, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED);
  g_assert_cmpstr (found, ==, field);
  g_assert_nonnull (strstr (error->message, says));
}

static void
name_five (DeskPortfolio *desk)
{
  const char *names[] = { "Ada Abbot", "Ben Bell", "Cy Cole", "Di Dean", "Eve East" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(TambourContact) contact = desk_portfolio_name (desk, names[i], "2026-01-01", "");

      assert_allowed (desk, contact);
      desk_portfolio_put (desk, contact);
    }
}

static void
test_sixth (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourContact) sixth = desk_portfolio_name (desk, "Fay Ford", "2026-11-23", "");

  name_five (desk);
  assert_refused (desk, sixth, "is_named", "Kestrel Rail has the plan Platinum with 5 named contacts, and on 2026-11-23 these are already: "
                                           "Ada Abbot, Ben Bell, Cy Cole, Di Dean, Eve East.");
  desk_set (sixth, "named_from", "");
  assert_refused (desk, sixth, "is_named", "on 2026-01-01");

  sixth->is_named = FALSE;
  assert_allowed (desk, sixth);
}

static void
test_per_date (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourContact) before = desk_portfolio_name (desk, "Fay Ford", "2025-01-01", "2025-12-31");
  g_autoptr(TambourContact) leaving = desk_portfolio_name (desk, "Gil Gray", "2025-01-01", "2026-06-30");
  g_autoptr(TambourContact) after = desk_portfolio_name (desk, "Hal Hart", "2026-07-01", "");

  name_five (desk);
  assert_allowed (desk, before);
  assert_refused (desk, leaving, "is_named", "on 2026-01-01");
  assert_refused (desk, after, "is_named", "on 2026-07-01");
}

/* Who goes makes room on the day they leave. */
static void
test_room (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourContact) contact = desk_portfolio_name (desk, "Fay Ford", "2026-11-23", "");
  g_autoptr(TambourContact) gone = NULL;
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CONTACT);
  g_autoptr(GPtrArray) contacts = NULL;

  name_five (desk);
  contacts = tambour_store_list (desk->store, query, NULL, NULL);
  gone = g_object_ref (g_ptr_array_index (contacts, 0));
  desk_set (gone, "left_on", "2026-11-23");
  assert_refused (desk, gone, "is_named", "left on 2026-11-23");
  desk_set (gone, "named_to", "2026-11-23");
  assert_allowed (desk, gone);
  desk_portfolio_put (desk, gone);

  assert_allowed (desk, contact);
  desk_set (contact, "named_from", "2026-11-22");
  assert_refused (desk, contact, "is_named", "on 2026-11-22");
}

/* What other machines made too many of may still be edited, and made less. */
static void
test_stored (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourContact) sixth = desk_portfolio_name (desk, "Fay Ford", "2026-11-23", "");

  name_five (desk);
  desk_portfolio_put (desk, sixth);
  desk_set (sixth, "phone", "+44 20 7946 0000");
  assert_allowed (desk, sixth);
  desk_set (sixth, "named_to", "2026-12-31");
  assert_allowed (desk, sixth);
  desk_set (sixth, "named_from", "2026-11-01");
  assert_refused (desk, sixth, "is_named", "2026-11-01");
}

static void
test_plans (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourContact) contact = desk_portfolio_name (desk, "Fay Ford", "2026-11-23", "");
  g_autofree char *name = NULL;
  gint64 limit;

  desk_set (desk->account, "plan_id", TAMBOUR_RECORD (desk->basic)->id);
  desk_portfolio_put (desk, desk->account);
  assert_refused (desk, contact, "is_named", "Kestrel Rail has the plan Basic, which has no named contacts.");

  /* The catalogue says what the record does not. */
  desk_set (desk->platinum, "named_contact_limit", "");
  desk_portfolio_put (desk, desk->platinum);
  desk_set (desk->account, "plan_id", TAMBOUR_RECORD (desk->platinum)->id);
  desk_portfolio_put (desk, desk->account);
  g_assert_true (tambour_checks_named_limit (desk->store, desk->account, &name, &limit, NULL));
  g_assert_cmpstr (name, ==, "Platinum");
  g_assert_cmpint (limit, ==, 5);

  /* Without a plan, nothing is promised and nothing limited. */
  desk_set (desk->account, "plan_id", "");
  desk_portfolio_put (desk, desk->account);
  assert_allowed (desk, contact);
}

static void
test_dates (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) agreement = desk_portfolio_own (desk, TAMBOUR_TYPE_AGREEMENT);
  g_autoptr(TambourRecord) role = desk_portfolio_own (desk, TAMBOUR_TYPE_TEAM_ROLE);
  g_autoptr(TambourContact) contact = desk_portfolio_name (desk, "Fay Ford", "2026-11-23", "2026-11-22");

  desk_set (agreement, "start", "2026-01-01");
  desk_set (agreement, "end", "2026-01-01");
  assert_refused (desk, agreement, "end", "“End” (2026-01-01) must come after “Start” (2026-01-01).");
  desk_set (agreement, "end", "2026-12-31");
  assert_allowed (desk, agreement);

  desk_set (role, "from", "2026-01-02");
  desk_set (role, "to", "2026-01-01");
  assert_refused (desk, role, "to", "cannot come before");
  desk_set (role, "to", "2026-01-02");
  assert_allowed (desk, role);
  assert_refused (desk, contact, "named_to", "cannot come before");
}

static void
test_zones (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourContact) contact = desk_portfolio_name (desk, "Fay Ford", "", "");

  desk_set (contact, "tz", "Mars/Olympus");
  assert_refused (desk, contact, "tz", "There is no time zone “Mars/Olympus”.");
  desk_set (contact, "tz", "America/Chicago");
  assert_allowed (desk, contact);
  desk_set (desk->account, "report_tz", "%s");
  assert_refused (desk, desk->account, "report_tz", "“%s”");
}

/* A promise is settled, and withdrawn with a reason. */
static void
test_withdrawn (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) commitment = desk_portfolio_own (desk, TAMBOUR_TYPE_COMMITMENT);
  g_autoptr(TambourRecord) old = desk_portfolio_own (desk, TAMBOUR_TYPE_COMMITMENT);

  desk_set (commitment, "text", "A date for the build");
  desk_set (commitment, "status", "open");
  desk_portfolio_put (desk, commitment);
  desk_set (commitment, "status", "withdrawn");
  desk_set (commitment, "reason", "  ");
  assert_refused (desk, commitment, "reason", "Say why the commitment was withdrawn");
  desk_set (commitment, "reason", "The build moved");
  assert_allowed (desk, commitment);

  /* What is entered as it was long ago is taken. */
  desk_set (old, "text", "A visit");
  desk_set (old, "status", "withdrawn");
  assert_allowed (desk, old);
}

static void
test_codes (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) account = tambour_record_new (TAMBOUR_TYPE_ACCOUNT, NULL);

  desk_set (account, "name", "Krakow Radio");
  assert_allowed (desk, account);
  desk_set (account, "short_code", "kr");
  assert_refused (desk, account, "short_code", "“kr” is the short code of Kestrel Rail already.");
  desk_set (account, "short_code", "K");
  assert_refused (desk, account, "short_code", "2 to 5 letters");
  desk_set (account, "short_code", "KRAKOW");
  assert_refused (desk, account, "short_code", "2 to 5 letters");
  desk_set (account, "short_code", "K4");
  assert_refused (desk, account, "short_code", "2 to 5 letters");
  desk_set (account, "short_code", "KRA");
  assert_allowed (desk, account);
  assert_allowed (desk, desk->account);
}

/* What goes is not asked. */
static void
test_removed (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourContact) contact = desk_portfolio_name (desk, "Fay Ford", "2026-11-23", "2026-11-22");

  TAMBOUR_RECORD (contact)->deleted_at = (TambourInstant) { 1 };
  assert_allowed (desk, contact);
}

static gboolean
check_record (TambourRecord *record,
              gpointer       user_data)
{
  g_autoptr(GError) error = NULL;

  tambour_checks_run (user_data, record, &error);
  g_assert_no_error (error);

  return TRUE;
}

static void
test_demo (void)
{
  g_autofree char *folder = g_dir_make_tmp ("tambour-checks-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "demo.tambour", NULL);
  const GType types[] = { TAMBOUR_TYPE_ACCOUNT, TAMBOUR_TYPE_AGREEMENT, TAMBOUR_TYPE_CONTACT, TAMBOUR_TYPE_TEAM_ROLE };
  const TambourDemoSettings settings = TAMBOUR_DEMO_SETTINGS_INIT;
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourStore) store = tambour_store_open (path, TAMBOUR_STORE_CREATE, &error);

  g_assert_no_error (error);
  tambour_demo_write (store, &settings, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr(TambourQuery) query = tambour_query_new (types[i]);

      tambour_store_each (store, query, check_record, store, NULL, &error);
      g_assert_no_error (error);
    }

  tambour_store_close (store);
  g_remove (path);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/checks/a-sixth-named-contact-on-platinum-is-refused", test_sixth);
  g_test_add_func ("/checks/the-limit-counts-on-each-day", test_per_date);
  g_test_add_func ("/checks/who-leaves-makes-room", test_room);
  g_test_add_func ("/checks/what-is-stored-may-stay-and-become-less", test_stored);
  g_test_add_func ("/checks/the-limit-is-the-plans", test_plans);
  g_test_add_func ("/checks/dates-come-in-order", test_dates);
  g_test_add_func ("/checks/a-zone-exists", test_zones);
  g_test_add_func ("/checks/a-promise-is-withdrawn-with-a-reason", test_withdrawn);
  g_test_add_func ("/checks/a-short-code-is-the-accounts-own", test_codes);
  g_test_add_func ("/checks/what-is-removed-is-not-asked", test_removed);
  g_test_add_func ("/checks/the-demonstration-keeps-the-rules", test_demo);

  return g_test_run ();
}
