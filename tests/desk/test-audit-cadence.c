/* test-audit-cadence.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "desk-portfolio.h"
#include "tambour-audits.h"

/* Half a year after the last one, unless a session is planned. */
static void
test_a_cadence_says_when_the_next_is_due (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) cadence = desk_portfolio_own (desk, TAMBOUR_TYPE_CADENCE);
  g_autoptr(TambourRecord) audit = desk_portfolio_own (desk, TAMBOUR_TYPE_AUDIT);
  g_autoptr(TambourRecord) session = desk_portfolio_own (desk, TAMBOUR_TYPE_ENGAGEMENT);
  const char *account = TAMBOUR_RECORD (desk->account)->id;
  g_autoptr(TambourAudits) before = NULL;
  g_autoptr(TambourAudits) due = NULL;
  g_autoptr(TambourAudits) planned = NULL;
  g_autoptr(GError) error = NULL;
  TambourInstant now;

  g_assert_true (tambour_instant_parse ("2026-11-23T17:12:00Z", &now));
  desk_set (audit, "on", "2026-09-01");
  desk_portfolio_put (desk, audit);
  before = tambour_audits_load (desk->store, account, now, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (tambour_date_is_stated (before->next_due));

  desk_set (cadence, "title", "Audits");
  desk_set (cadence, "kind", "audit_session");
  desk_set (cadence, "interval_days", "180");
  desk_portfolio_put (desk, cadence);
  due = tambour_audits_load (desk->store, account, now, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (due->next_due.julian, ==, tambour_date_new (2026, 9, 1).julian + 180);

  desk_set (session, "title", "Audit session");
  desk_set (session, "kind", "audit_session");
  desk_set (session, "status", "planned");
  desk_set (session, "planned_start", "2026-12-01T17:00:00Z");
  desk_portfolio_put (desk, session);
  planned = tambour_audits_load (desk->store, account, now, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (tambour_date_is_stated (planned->next_due));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/audit-cadence/a-cadence-says-when-the-next-is-due", test_a_cadence_says_when_the_next_is_due);

  return g_test_run ();
}
