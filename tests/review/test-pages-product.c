/* test-pages-product.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "pages-product.h"
#include "pages-reader.h"
#include "tambour-findings.h"
#include "tambour-kinds.h"

/* --- the design ------------------------------------------------------------------- */

static void
test_usage (void)
{
  static const char * const expected[] = {
    "Users protected rose in three waves and now flatten below the goal", "goal 95%", "94% now", "78%", "Wave 1", "Wave 2",
    "Wave 3", "no data 12–15 Feb", "Devices calling known malicious hosts: 108, from 372", "this year, 108",
    "last year, 372", "1,104 users are still exposed", "Crew laptops on vessels", "610", "Contractor laptops", "322",
    "Port operations laptops", "172", "Insights that led to a change", "3 of 3 acted on",
    "Half of all blocked requests came from 4% of devices, all on the crew network",
    "Crew network given its own policy in March", "Blocked requests there down 58%",
    "Four ports still sent queries to a retired resolver", "Redirected in June with the port teams",
    "Twelve of twelve ports clean", "Client versions trailed by three releases", "Automatic updates, in three waves",
    "91% on the current release", "Five known issues avoided, three last year",
    "High impact: “Client 4.9 crash on resume from sleep”", "“Forwarder firmware fault with padded requests”",
    "One known issue was not avoided.", "÷ 18,400 licensed users; axis starts at 70%.", "361 of 365 days have data.", NULL,
  };
  g_autoptr(TambourDocument) document = product_lay_out_filtered (NULL);

  product_assert_title (document, USAGE, "94% of users are now protected; 1,104 remain, more than half of them in “Crew laptops on vessels”");
  product_assert_page_says_all (document, USAGE, expected);
  pages_assert_says (document, YEAR, "p. 6");
}

static void
test_devices_by_month (void)
{
  static const char * const devices[] = { "18", "15", "14", "12", "11", "9", "8", "6", "5", "4", "3", "3" };
  g_autoptr(TambourDocument) document = product_lay_out_filtered (NULL);
  g_autofree char *text = pages_read (document, USAGE);
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  guint found = 0;

  /* In the order in which they are drawn. */
  for (guint i = 0; lines[i] && found < G_N_ELEMENTS (devices); i++)
    if (strcmp (lines[i], devices[found]) == 0)
      found++;
  g_assert_cmpuint (found, ==, G_N_ELEMENTS (devices));
}

static void
test_audit (void)
{
  static const char * const expected[] = {
    "Score by section, four audits", "overall 60, 64, 72, 78 of 100", "goal 75", "Nov ’24", "May ’25", "Nov ’25", "May ’26",
    "Network coverage", "92", "74", "Roaming endpoints", "86", "55", "Logging and response", "80", "60", "Policy design", "68",
    "Identity and directory", "71", "62", "Resilience and failover", "61", "64",
    "Why “Resilience and failover” fell: Two forwarders failed in February and were replaced one for one; second units at "
    "Santos and Busan are on order. The failover runbook is untested in three regions. The other five sections rose by 9 to "
    "31 points.",
    "26 findings closed, 8 open, 1 of them high", "Where the eight open findings are",
    "High, open 131 days: Santos and Busan each depend on one forwarder. Owner Hye-jin Park, due 12 Dec 2026.",
    "Audits of 12 Nov 2024, 20 May 2025, 18 Nov 2025, 22 May 2026.", "84 of 84 items verified. Small charts start at 40.", NULL,
  };
  g_autoptr(TambourDocument) document = product_lay_out_filtered (NULL);

  product_assert_title (document, AUDIT, "The audit score rose 14 points to 78; “Resilience and failover” is the only section that fell");
  product_assert_page_says_all (document, AUDIT, expected);
}

static void
test_ledger (void)
{
  static const char * const rows[] = {
    "High\n3\n5\n7\n1\n", "Medium\n5\n11\n12\n4\n", "Low\n3\n7\n7\n3\n", "All\n11\n23\n26\n8\n", NULL,
  };
  g_autoptr(TambourDocument) document = product_lay_out_filtered (NULL);

  product_assert_page_says_all (document, AUDIT, rows);
}

/* Labels stand in the text in the order of their weight: counts, dates, names of groups. */
static void
test_requests (void)
{
  static const char * const expected[] = {
    "Asked\nChampioned\nAccepted\nShipped\n", "14\n12\n7\n4\n", "was 12\nwas 8\nwas 4\nwas 1\n",
    "Per-site block page branding\nInterface for roaming client inventory\nGroup policy from two directories\n"
    "Scheduled policy changes with rollback\nLog export to regional storage\nLow-bandwidth mode for satellite links\n"
    "Read-only auditor role\nCrew-change guest profiles\nFailover drill mode\nAlert on resolver drift\n"
    "On-premises resolver appliance\nJan 26: Use a virtual forwarder\nPer-query billing export\n"
    "May 26: Use the monthly usage file\nDark theme in the console\nArabic block pages\n",
    "Nov 24\nJan 25\nMay 25\nNov 25\nFeb 25\nMar 25\nSep 25\nFeb 26\nOct 25\nNov 25\nJan 26\nJun 26\n"
    "Nov 25\nDec 25\nFeb 26\nAug 26\nDec 25\nJan 26\nApr 26\nQ4 2026\nMar 25\nMay 25\nMar 26\nQ1 2027\n"
    "Jan 26\nFeb 26\nJun 26\nQ1 2027\nApr 25\nNov 25\nFeb 26\nMar 26\nMay 26\nJul 26\nJun 25\nOct 25\n"
    "Dec 25\nFeb 26\nJul 26\nSep 26\n",
    "Shipped\n1\n2\n3\n4\nOn the roadmap\n5\n6\n7\nUnder review\n8\n9\n10\n"
    "Declined, with an alternative\n11\n12\nLogged, not yet championed\n13\n14\n",
    "14 requests open at any time in the period: 5 carried in, 9 new.",
    "Half of the shipped ones took 9.0 months or less from asked to shipped.",
    "Open circle: planned quarter, not a commitment. Source: feature requests.", NULL,
  };
  g_autoptr(TambourDocument) document = product_lay_out_filtered (NULL);

  product_assert_title (document, REQUESTS, "Four of your requests shipped this year, up from one; three more are on the roadmap");
  product_assert_page_says_all (document, REQUESTS, expected);
  pages_assert_says (document, YEAR, "p. 8");
}

/* Each figure of the three pages has its line in the appendix. */
static void
test_definitions (void)
{
  static const char * const names[] = {
    "Users still exposed", "Infected devices", "Insights acted on", "Known issues avoided", "Audit items verified",
    "Audit change", "Findings open at the start", "Findings raised", "Findings closed", "Requests asked",
    "Requests championed", "Requests accepted", "Requests shipped", "Requests on the roadmap",
  };
  g_autoptr(TambourDocument) document = product_lay_out_filtered (NULL);
  g_autoptr(GString) appendix = g_string_new (NULL);

  for (guint page = pages_find (document, "A1"); page < tambour_document_get_n_pages (document); page++)
    {
      g_autofree char *text = pages_read (document, page);

      g_string_append (appendix, text);
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_test_message ("%s", names[i]);
      g_assert_nonnull (strstr (appendix->str, names[i]));
    }
}

/* --- usage when there is less ------------------------------------------------------- */

static gboolean
is_metric (TambourRecord *record,
           const char    *metric)
{
  return TAMBOUR_IS_USAGE_SAMPLE (record) && g_strcmp0 (TAMBOUR_USAGE_SAMPLE (record)->metric, metric) == 0;
}

static gboolean
without_samples (TambourRecord *record)
{
  return !TAMBOUR_IS_USAGE_SAMPLE (record) && !TAMBOUR_IS_VALUE_ENTRY (record);
}

static void
test_no_samples (void)
{
  g_autoptr(TambourDocument) document = product_lay_out_filtered (without_samples);

  product_assert_title (document, USAGE, "Protection cannot be reported for this period: the usage export is missing");
  pages_assert_says (document, USAGE, "Share of licensed users protected · not available");
  pages_assert_says (document, USAGE, "What is needed to show this page");
  pages_assert_says (document, USAGE, "Import the daily usage metrics: users protected, and licences.");
  pages_assert_says (document, USAGE, "No usage metrics of infected devices are stored for this period.");
  pages_assert_says (document, USAGE, "Twelve of twelve ports clean");
  product_assert_is_silent (document, USAGE, "94%");
  product_assert_is_silent (document, YEAR, "Users protected");
}

static gboolean
without_licences (TambourRecord *record)
{
  return !is_metric (record, TAMBOUR_METRIC_LICENCES);
}

static void
test_no_licences (void)
{
  g_autoptr(TambourDocument) document = product_lay_out_filtered (without_licences);

  product_assert_title (document, USAGE, "Protection cannot be reported for this period: the number of licences is not stored");
  pages_assert_says (document, USAGE, "Protected users are counted in this period, but not how many are licensed.");
  pages_assert_says (document, USAGE, "this year, 108");
}

/* Data from June on alone: 122 of 365 days. */
static gboolean
since_june (TambourRecord *record)
{
  return !is_metric (record, TAMBOUR_METRIC_USERS_PROTECTED) ||
         TAMBOUR_USAGE_SAMPLE (record)->on.julian < tambour_date_new (2025, 10, 1).julian ||
         TAMBOUR_USAGE_SAMPLE (record)->on.julian >= tambour_date_new (2026, 6, 1).julian;
}

static void
test_few_days (void)
{
  g_autoptr(TambourDocument) document = product_lay_out_filtered (since_june);

  pages_assert_says (document, USAGE, "Share of licensed users protected · no trend");
  pages_assert_says (document, USAGE, "Protected on 30 September 2026, the last day with data.");
  pages_assert_says (document, USAGE, "122 of 365 days have data. A trend needs 330, and no gap is filled with an estimate.");
  product_assert_is_silent (document, USAGE, "94% now");
  product_assert_is_silent (document, USAGE, "axis starts");
}

/* The line ends where the data does, and says when. */
static gboolean
until_mid_september (TambourRecord *record)
{
  return !is_metric (record, TAMBOUR_METRIC_USERS_PROTECTED) ||
         TAMBOUR_USAGE_SAMPLE (record)->on.julian < tambour_date_new (2026, 9, 12).julian;
}

static void
test_data_that_ends (void)
{
  g_autoptr(TambourDocument) document = product_lay_out_filtered (until_mid_september);

  pages_assert_says (document, USAGE, "94% on 11 Sep");
  pages_assert_says (document, USAGE, "no data 12–30 Sep");
  pages_assert_says (document, USAGE, "342 of 365 days have data.");
  product_assert_is_silent (document, USAGE, "94% now");
}

static gboolean
with_everybody_protected (TambourRecord *record)
{
  if (is_metric (record, TAMBOUR_METRIC_USERS_PROTECTED))
    TAMBOUR_USAGE_SAMPLE (record)->value = 18400;
  if (is_metric (record, TAMBOUR_METRIC_INFECTED_DEVICES))
    TAMBOUR_USAGE_SAMPLE (record)->value = 0;

  return !is_metric (record, TAMBOUR_METRIC_USERS_EXPOSED);
}

static void
test_nobody_exposed (void)
{
  g_autoptr(TambourDocument) document = product_lay_out_filtered (with_everybody_protected);

  product_assert_title (document, USAGE, "Every licensed user is now protected");
  pages_assert_says (document, USAGE, "No user is exposed");
  pages_assert_says (document, USAGE, "Every licence is protected.");
  pages_assert_says (document, USAGE, "No device called a known malicious host in this period.");
  pages_assert_says (document, USAGE, "Last year there were 0.");
}

static gboolean
with_falling_protection (TambourRecord *record)
{
  TambourUsageSample *sample;

  if (!is_metric (record, TAMBOUR_METRIC_USERS_PROTECTED))
    return TRUE;

  sample = TAMBOUR_USAGE_SAMPLE (record);
  if (sample->on.julian >= tambour_date_new (2025, 10, 1).julian)
    sample->value = 14000 - 5.0 * (sample->on.julian - tambour_date_new (2025, 10, 1).julian);

  return TRUE;
}

static void
test_protection_that_fell (void)
{
  g_autoptr(TambourDocument) document = product_lay_out_filtered (with_falling_protection);

  pages_assert_says (document, USAGE, "Protection fell to 66%; 6,220 users are exposed");
  pages_assert_says (document, USAGE, "Users protected fell from 76% to 66%");
  pages_assert_says (document, USAGE, "axis starts at 60%.");
}

static gboolean
without_insights_or_issues (TambourRecord *record)
{
  if (TAMBOUR_IS_ACTION_ITEM (record))
    g_clear_pointer (&TAMBOUR_ACTION_ITEM (record)->insight_id.id, g_free);

  return !TAMBOUR_IS_INSIGHT (record) && !TAMBOUR_IS_EXPOSURE (record);
}

static void
test_no_insights (void)
{
  g_autoptr(TambourDocument) document = product_lay_out_filtered (without_insights_or_issues);

  pages_assert_says (document, USAGE, "No insight is recorded for this period.");
  pages_assert_says (document, USAGE, "Known issues have not been matched with your setup in this period.");
}

/* --- requests when there are fewer, or more --------------------------------------------- */

static gboolean
is_about_requests (TambourRecord *record)
{
  return TAMBOUR_IS_FEATURE_REQUEST (record) || TAMBOUR_IS_FR_EVIDENCE (record) || TAMBOUR_IS_FR_EVENT (record);
}

static gboolean
without_requests (TambourRecord *record)
{
  return !is_about_requests (record);
}

static void
test_no_request (void)
{
  g_autoptr(TambourDocument) document = product_lay_out_filtered (without_requests);

  product_assert_title (document, REQUESTS, "No request to the product was open in this period");
  pages_assert_says (document, REQUESTS, "No request of yours was open in this period.");
  pages_assert_says (document, REQUESTS, "Tell your TAM what the product should do for you");
}

static gboolean
with_nothing_shipped (TambourRecord *record)
{
  return !TAMBOUR_IS_FR_EVENT (record) || TAMBOUR_FR_EVENT (record)->status != TAMBOUR_REQUEST_STATUS_SHIPPED;
}

static void
test_nothing_shipped (void)
{
  g_autoptr(TambourDocument) document = product_lay_out_filtered (with_nothing_shipped);

  product_assert_title (document, REQUESTS, "No request shipped in this period; eight are on the roadmap, the first for Q4 2026");
  pages_assert_says (document, REQUESTS, "no date");
}

static gboolean
with_a_decline_without_alternative (TambourRecord *record)
{
  if (TAMBOUR_IS_FEATURE_REQUEST (record))
    g_clear_pointer (&TAMBOUR_FEATURE_REQUEST (record)->alternative, g_free);

  return TRUE;
}

static void
test_declined (void)
{
  g_autoptr(TambourDocument) document = product_lay_out_filtered (with_a_decline_without_alternative);

  pages_assert_says (document, REQUESTS, "Declined\n");
  product_assert_is_silent (document, REQUESTS, "with an alternative");
}

static void
test_many_requests (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (NULL);
  g_autoptr(TambourChange) change = tambour_change_new ("test", "More requests");
  g_autoptr(TambourFacts) facts = NULL;
  g_autoptr(TambourDocument) document = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 5; i++)
    {
      g_autoptr(TambourRecord) request = tambour_record_new (TAMBOUR_TYPE_FEATURE_REQUEST, NULL);
      g_autoptr(TambourRecord) evidence = tambour_record_new (TAMBOUR_TYPE_FR_EVIDENCE, NULL);

      TAMBOUR_FEATURE_REQUEST (request)->title = g_strdup_printf ("Request %u with a title that is far too long for the column "
                                                                  "that it stands in",
                                                                  i);
      evidence->account_id.id = g_strdup (fixture->account);
      TAMBOUR_FR_EVIDENCE (evidence)->request_id.id = g_strdup (tambour_record_get_id (request));
      TAMBOUR_FR_EVIDENCE (evidence)->on = tambour_date_new (2026, 2, 1 + i);
      tambour_change_put (change, request);
      tambour_change_put (change, evidence);
    }
  tambour_store_commit (fixture->store, change, &error);
  g_assert_no_error (error);
  facts = pages_fixture_facts (fixture);
  document = product_lay_out (facts);

  pages_assert_says (document, REQUESTS, "19\n12\n7\n4\n");
  pages_assert_says (document, REQUESTS, "5 more in the annual value report");
}

/* --- the first year, and a part of one --------------------------------------------------- */

static void
test_first_year (void)
{
  g_autoptr(TambourDocument) document = product_lay_out_filtered (pages_fixture_first_year);

  for (guint page = USAGE; page <= REQUESTS; page++)
    {
      product_assert_is_silent (document, page, "\nwas ");
      product_assert_is_silent (document, page, "last year");
      product_assert_is_silent (document, page, "from 372");
      product_assert_is_silent (document, page, "up from");
    }
  pages_assert_says (document, USAGE, "Five known issues avoided\n");
  pages_assert_says (document, USAGE, "Devices calling known malicious hosts: 108 · per month");
  pages_assert_says (document, AUDIT, "First agreement year: no earlier figure to compare.");
  product_assert_title (document, REQUESTS, "Four of your requests shipped in this period; three more are on the roadmap");
}

static void
test_part_year (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (NULL);
  g_autoptr(TambourFacts) facts = NULL;
  g_autoptr(TambourDocument) document = NULL;

  fixture->to = tambour_date_new (2026, 4, 1);
  facts = pages_fixture_facts (fixture);
  document = product_lay_out (facts);

  pages_assert_says (document, USAGE, "178 of 182 days have data.");
  pages_assert_says (document, USAGE, "this period, 79");
  pages_assert_says (document, USAGE, "Users protected rose in one rollout");
  product_assert_is_silent (document, USAGE, "this year");
  pages_assert_says (document, REQUESTS, "Two of your requests shipped in this period;");
}

/* What is still to come is no gap. */
static void
test_running_year (void)
{
  g_autoptr(PagesFixture) fixture = pages_fixture_varnholt (NULL);
  g_autoptr(TambourFacts) facts = NULL;
  g_autoptr(TambourDocument) document = NULL;

  tambour_instant_parse ("2026-07-01T06:00:00Z", &fixture->as_of);
  facts = pages_fixture_facts (fixture);
  document = product_lay_out (facts);

  g_assert_true (tambour_findings_has_trend (facts));
  pages_assert_says (document, USAGE, "no data 12–15 Feb");
  product_assert_is_silent (document, USAGE, "no data 1 Jul");
  product_assert_is_silent (document, USAGE, "no trend");
}

/* --- long names ---------------------------------------------------------------------------- */

static void
rename_text (char       **text,
             const char  *name)
{
  g_free (*text);
  *text = g_strdup (name);
}

static gboolean
with_long_names (TambourRecord *record)
{
  if (TAMBOUR_IS_USAGE_SAMPLE (record) && TAMBOUR_USAGE_SAMPLE (record)->dimension)
    {
      g_autofree char *name = g_strconcat (TAMBOUR_USAGE_SAMPLE (record)->dimension,
                                           " of the Vereinigte Nordatlantische Hafenbetriebsgesellschaft", NULL);

      rename_text (&TAMBOUR_USAGE_SAMPLE (record)->dimension, name);
    }
  else if (TAMBOUR_IS_FINDING (record))
    {
      g_autofree char *section = g_strconcat (TAMBOUR_FINDING (record)->section, " of the whole Hafenbetriebsgesellschaft", NULL);

      rename_text (&TAMBOUR_FINDING (record)->section, section);
    }
  else if (TAMBOUR_IS_AUDIT_ANSWER (record))
    {
      g_autofree char *section = g_strconcat (TAMBOUR_AUDIT_ANSWER (record)->section, " of the whole Hafenbetriebsgesellschaft", NULL);

      rename_text (&TAMBOUR_AUDIT_ANSWER (record)->section, section);
    }
  else if (TAMBOUR_IS_INSIGHT (record))
    {
      rename_text (&TAMBOUR_INSIGHT (record)->title, "Half of all blocked requests of the Vereinigte Nordatlantische "
                                                     "Hafenbetriebsgesellschaft came from a few devices in a single building");
    }
  else if (TAMBOUR_IS_KNOWN_ISSUE (record))
    {
      rename_text (&TAMBOUR_KNOWN_ISSUE (record)->title, "Client crashes on resume from sleep when a docking station with two "
                                                         "displays and a wired network is taken away at the same time");
    }
  else if (TAMBOUR_IS_FEATURE_REQUEST (record))
    {
      rename_text (&TAMBOUR_FEATURE_REQUEST (record)->title, "Scheduled changes of policies with a preview and a rollback for "
                                                             "all regions");
      if (TAMBOUR_FEATURE_REQUEST (record)->target_release)
        rename_text (&TAMBOUR_FEATURE_REQUEST (record)->target_release, "Release 27, spring of 2027");
    }

  return TRUE;
}

static void
test_long_names (void)
{
  g_autoptr(TambourDocument) document = product_lay_out_filtered (with_long_names);

  pages_assert_says (document, USAGE, "more in the annual value report");
  pages_assert_says (document, USAGE, "Two of them had a high impact.");
  pages_assert_says (document, REQUESTS, "planned");
  pages_assert_says (document, REQUESTS, "On the roadmap");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pages-product/usage-is-that-of-the-design", test_usage);
  g_test_add_func ("/pages-product/devices-by-month-are-those-of-the-design", test_devices_by_month);
  g_test_add_func ("/pages-product/the-audit-is-that-of-the-design", test_audit);
  g_test_add_func ("/pages-product/the-ledger-is-that-of-the-design", test_ledger);
  g_test_add_func ("/pages-product/requests-are-those-of-the-design", test_requests);
  g_test_add_func ("/pages-product/the-appendix-defines-their-figures", test_definitions);
  g_test_add_func ("/pages-product/missing-samples-are-said", test_no_samples);
  g_test_add_func ("/pages-product/missing-licences-are-said", test_no_licences);
  g_test_add_func ("/pages-product/few-days-are-no-trend", test_few_days);
  g_test_add_func ("/pages-product/a-line-ends-where-its-data-does", test_data_that_ends);
  g_test_add_func ("/pages-product/nobody-exposed-is-a-sentence", test_nobody_exposed);
  g_test_add_func ("/pages-product/protection-that-fell-is-said-first", test_protection_that_fell);
  g_test_add_func ("/pages-product/no-insight-is-a-sentence", test_no_insights);
  g_test_add_func ("/pages-product/no-request-invites-to-ask", test_no_request);
  g_test_add_func ("/pages-product/nothing-shipped-names-the-first-quarter", test_nothing_shipped);
  g_test_add_func ("/pages-product/a-decline-without-an-alternative-is-one", test_declined);
  g_test_add_func ("/pages-product/more-requests-are-in-the-report", test_many_requests);
  g_test_add_func ("/pages-product/the-first-year-is-not-compared", test_first_year);
  g_test_add_func ("/pages-product/a-part-of-a-year-is-called-a-period", test_part_year);
  g_test_add_func ("/pages-product/days-to-come-are-no-gap", test_running_year);
  g_test_add_func ("/pages-product/long-names-keep-their-places", test_long_names);

  return g_test_run ();
}
