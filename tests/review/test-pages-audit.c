/* test-pages-audit.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pages-product.h"
#include "pages-reader.h"
#include "tambour-kinds.h"

/* --- audits when there is less -------------------------------------------------------- */

/* Only audits dated from @from to @to have been finished. */
static void
finish_audits (TambourRecord *record,
               TambourDate    from,
               TambourDate    to)
{
  if (TAMBOUR_IS_AUDIT (record) && (TAMBOUR_AUDIT (record)->on.julian < from.julian || TAMBOUR_AUDIT (record)->on.julian >= to.julian))
    TAMBOUR_AUDIT (record)->status = TAMBOUR_AUDIT_STATUS_DRAFT;
}

static gboolean
without_audits_of_the_year (TambourRecord *record)
{
  finish_audits (record, tambour_date_new (2024, 1, 1), tambour_date_new (2025, 10, 1));

  return !TAMBOUR_IS_FINDING (record);
}

static void
test_no_audit (void)
{
  g_autoptr(TambourDocument) document = product_lay_out_filtered (without_audits_of_the_year);

  product_assert_title (document, AUDIT, "No audit was made in this period and none is planned yet");
  pages_assert_says (document, AUDIT, "No audit was completed in this period.");
  pages_assert_says (document, AUDIT, "The last one was on 20 May 2025, with a score of 64. The next audit has no date yet.");
  pages_assert_says (document, AUDIT, "All findings are closed");
  product_assert_is_silent (document, AUDIT, "points");
}

/* The last audit of the year has not been finished, and has a date. */
static gboolean
with_an_audit_to_come (TambourRecord *record)
{
  if (TAMBOUR_IS_AUDIT (record) && TAMBOUR_AUDIT (record)->on.julian > tambour_date_new (2025, 10, 1).julian)
    {
      TAMBOUR_AUDIT (record)->status = TAMBOUR_AUDIT_STATUS_DRAFT;
      TAMBOUR_AUDIT (record)->on = tambour_date_new (2026, 11, 17);
    }

  return TRUE;
}

static void
test_next_audit (void)
{
  g_autoptr(TambourDocument) document = product_lay_out_filtered (with_an_audit_to_come);

  product_assert_title (document, AUDIT, "No audit was made in this period; the next one is planned for 17 November 2026");
  pages_assert_says (document, AUDIT, "The next audit is planned for 17 November 2026.");
  pages_assert_says (document, AUDIT, "High, open 131 days:");
}

static gboolean
with_one_audit (TambourRecord *record)
{
  finish_audits (record, tambour_date_new (2026, 5, 1), tambour_date_new (2026, 10, 1));

  return TRUE;
}

static void
test_one_audit (void)
{
  g_autoptr(TambourDocument) document = product_lay_out_filtered (with_one_audit);

  product_assert_title (document, AUDIT, "The audit score is 78 of 100; “Resilience and failover” has the lowest of its sections, 61");
  pages_assert_says (document, AUDIT, "Score by section, one audit · overall 78 of 100");
  pages_assert_says (document, AUDIT, "Audit of 22 May 2026.");
  product_assert_is_silent (document, AUDIT, "fell");
}

static gboolean
with_all_closed (TambourRecord *record)
{
  if (TAMBOUR_IS_FINDING (record) && !tambour_date_is_stated (TAMBOUR_FINDING (record)->closed_on))
    {
      TAMBOUR_FINDING (record)->status = TAMBOUR_FINDING_STATUS_FIXED;
      TAMBOUR_FINDING (record)->closed_on = tambour_date_new (2026, 9, 1);
    }

  return TRUE;
}

static void
test_all_closed (void)
{
  g_autoptr(TambourDocument) document = product_lay_out_filtered (with_all_closed);

  pages_assert_says (document, AUDIT, "34 findings closed, none open");
  pages_assert_says (document, AUDIT, "All findings are closed");
  pages_assert_says (document, AUDIT, "“Resilience and failover” fell by 3. No finding is open there.");
  product_assert_is_silent (document, AUDIT, "High, open");
}

/* Settled without saying when. */
static gboolean
with_a_finding_undated (TambourRecord *record)
{
  if (TAMBOUR_IS_FINDING (record) && g_strcmp0 (TAMBOUR_FINDING (record)->title, "Leavers stay in groups for weeks") == 0)
    TAMBOUR_FINDING (record)->status = TAMBOUR_FINDING_STATUS_FIXED;

  return TRUE;
}

static void
test_imbalance (void)
{
  g_autoptr(TambourDocument) document = product_lay_out_filtered (with_a_finding_undated);
  g_autoptr(TambourDocument) balanced = product_lay_out_filtered (NULL);

  pages_assert_says (document, AUDIT, "The ledger does not balance: by its dates 8 should be open, by its states 7 are.");
  product_assert_is_silent (balanced, AUDIT, "does not balance");
}

static gboolean
without_finding_texts (TambourRecord *record)
{
  if (TAMBOUR_IS_FINDING (record))
    g_clear_pointer (&TAMBOUR_FINDING (record)->text, g_free);

  return TRUE;
}

static void
test_no_reason_is_made_up (void)
{
  g_autoptr(TambourDocument) document = product_lay_out_filtered (without_finding_texts);

  pages_assert_says (document, AUDIT, "“Resilience and failover” fell by 3. Open there: Santos and Busan each depend on one forwarder; "
                                      "Failover runbook untested in three regions; No alert when a forwarder pair runs on one leg.");
  product_assert_is_silent (document, AUDIT, "Why");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pages-audit/no-audit-names-the-last-one", test_no_audit);
  g_test_add_func ("/pages-audit/no-audit-names-the-next-one", test_next_audit);
  g_test_add_func ("/pages-audit/one-audit-is-not-compared", test_one_audit);
  g_test_add_func ("/pages-audit/all-findings-closed-is-a-sentence", test_all_closed);
  g_test_add_func ("/pages-audit/a-ledger-that-does-not-balance-says-so", test_imbalance);
  g_test_add_func ("/pages-audit/no-reason-is-made-up", test_no_reason_is_made_up);

  return g_test_run ();
}
