/* test-known-issues.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "desk-portfolio.h"
#include "tambour-exposure-moves.h"
#include "tambour-exposure-news.h"
#include "tambour-kinds.h"
#include "tambour-known-issues.h"

static TambourInstant
get_now (void)
{
  TambourInstant now;

  g_assert_true (tambour_instant_parse ("2026-11-23T17:12:00Z", &now));

  return now;
}

static TambourRecord *
add_issue (DeskPortfolio *desk,
           const char    *title,
           const char    *severity,
           const char    *published)
{
  TambourRecord *issue = tambour_record_new (TAMBOUR_TYPE_KNOWN_ISSUE, NULL);

  desk_set (issue, "title", title);
  desk_set (issue, "product", "Forwarder");
  desk_set (issue, "version_range", "4.1.0 to 4.1.3");
  desk_set (issue, "fixed_in", "4.2");
  desk_set (issue, "severity", severity);
  desk_set (issue, "published", published);
  desk_portfolio_put (desk, issue);

  return issue;
}

static TambourRecord *
add_component (DeskPortfolio *desk,
               const char    *account_id,
               const char    *version)
{
  TambourRecord *component = desk_portfolio_own (desk, TAMBOUR_TYPE_COMPONENT);

  desk_set (component, "account_id", account_id);
  desk_set (component, "type", "Appliance");
  desk_set (component, "product", "Forwarder");
  desk_set (component, "version", version);
  desk_portfolio_put (desk, component);

  return component;
}

static TambourRecord *
add_exposure (DeskPortfolio *desk,
              TambourRecord *issue,
              const char    *account_id,
              const char    *state,
              const char    *since)
{
  TambourRecord *exposure = desk_portfolio_own (desk, TAMBOUR_TYPE_EXPOSURE);

  desk_set (exposure, "account_id", account_id);
  desk_set (exposure, "known_issue_id", issue->id);
  desk_set (exposure, "state", state);
  desk_set (exposure, "since", since);
  desk_portfolio_put (desk, exposure);

  return exposure;
}

static const char *
own_id (DeskPortfolio *desk)
{
  return TAMBOUR_RECORD (desk->account)->id;
}

static TambourRecord *
add_account (DeskPortfolio *desk,
             const char    *name)
{
  TambourRecord *account = tambour_record_new (TAMBOUR_TYPE_ACCOUNT, NULL);

  desk_set (account, "name", name);
  desk_portfolio_put (desk, account);

  return account;
}

/* --- the list -------------------------------------------------------------- */

static TambourIssueList *
load_list (DeskPortfolio *desk)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GError) error = NULL;
  TambourIssueList *list = tambour_issue_list_load (desk->store, utc, get_now (), NULL, &error);

  g_assert_no_error (error);

  return list;
}

static void
test_an_account_counts_once_by_its_worst (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) other = add_account (desk, "Skarvik Air");
  g_autoptr(TambourRecord) issue = add_issue (desk, "KI-88", "high", "2026-11-19");
  g_autoptr(TambourRecord) first = add_exposure (desk, issue, own_id (desk), "mitigated", "2026-11-01");
  g_autoptr(TambourRecord) second = add_exposure (desk, issue, own_id (desk), "exposed", "2026-11-02");
  g_autoptr(TambourRecord) third = add_exposure (desk, issue, other->id, "accepted", "2026-11-02");
  g_autoptr(TambourIssueList) list = load_list (desk);
  const TambourIssueLine *line = g_ptr_array_index (list->lines, 0);

  g_assert_cmpuint (list->lines->len, ==, 1);
  g_assert_cmpuint (line->n_accounts[TAMBOUR_EXPOSURE_STATE_EXPOSED], ==, 1);
  g_assert_cmpuint (line->n_accounts[TAMBOUR_EXPOSURE_STATE_MITIGATED], ==, 0);
  g_assert_cmpuint (line->n_accounts[TAMBOUR_EXPOSURE_STATE_ACCEPTED], ==, 1);
  g_assert_true (tambour_issue_line_is_open (line));
}

static void
test_what_concerns_somebody_comes_first (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) nobodys = add_issue (desk, "Nobody's", "high", "2026-11-22");
  g_autoptr(TambourRecord) safe = add_issue (desk, "Safe", "high", "2026-11-21");
  g_autoptr(TambourRecord) low = add_issue (desk, "Low", "low", "2026-11-20");
  g_autoptr(TambourRecord) high = add_issue (desk, "High", "high", "2026-01-01");
  g_autoptr(TambourRecord) a = add_exposure (desk, safe, own_id (desk), "mitigated", "2026-11-01");
  g_autoptr(TambourRecord) b = add_exposure (desk, low, own_id (desk), "exposed", "2026-11-01");
  g_autoptr(TambourRecord) c = add_exposure (desk, high, own_id (desk), "suspected", "2026-11-01");
  g_autoptr(TambourIssueList) list = load_list (desk);
  static const char * const expected[] = { "High", "Low", "Nobody's", "Safe" };

  g_assert_cmpuint (list->lines->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (((TambourIssueLine *) g_ptr_array_index (list->lines, i))->issue->title, ==, expected[i]);

  g_assert_true (tambour_issue_line_is_settled (g_ptr_array_index (list->lines, 3)));
  g_assert_false (tambour_issue_line_is_settled (g_ptr_array_index (list->lines, 2)));
}

static void
test_the_worst_account_is_the_first_of_an_issue (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) other = add_account (desk, "Skarvik Air");
  g_autoptr(TambourRecord) issue = add_issue (desk, "KI-88", "high", "2026-11-19");
  g_autoptr(TambourRecord) mild = add_exposure (desk, issue, own_id (desk), "mitigated", "2026-11-22");
  g_autoptr(TambourRecord) bad = add_exposure (desk, issue, other->id, "exposed", "2026-01-02");
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourIssueFile) file = tambour_issue_file_load (desk->store, issue->id, utc, get_now (), NULL, &error);
  const TambourExposureLine *line;

  g_assert_no_error (error);
  g_assert_cmpuint (file->n_lines, ==, 2);
  line = g_ptr_array_index (file->lines, 0);
  g_assert_cmpstr (line->account->name, ==, "Skarvik Air");
  g_assert_cmpstr (TAMBOUR_RECORD (line->exposure)->id, ==, bad->id);
}

/* --- moves ----------------------------------------------------------------- */

/* Returns: (nullable): what was said against it */
static char *
move (DeskPortfolio           *desk,
      TambourRecord           *exposure,
      TambourExposureMoveKind  kind,
      const char              *text,
      const char              *owner,
      TambourDate              on)
{
  g_autoptr(TambourExposureMove) what = tambour_exposure_move_new (kind, exposure->id);
  g_autoptr(TambourChange) change = tambour_change_new ("Mira", "Move");
  g_autoptr(GError) error = NULL;

  what->text = g_strdup (text);
  what->owner = g_strdup (owner);
  what->on = on;
  if (!tambour_exposure_move_fill (what, desk->store, get_now (), change, &error))
    {
      g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED);
      return g_strdup (error->message);
    }

  tambour_store_commit (desk->store, change, &error);
  g_assert_no_error (error);

  return NULL;
}

static TambourDate
day (int month,
     int of_month)
{
  return tambour_date_new (2026, month, of_month);
}

static void
test_a_safeguard_says_since_when (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) issue = add_issue (desk, "KI-88", "high", "2026-11-19");
  g_autoptr(TambourRecord) exposure = add_exposure (desk, issue, own_id (desk), "exposed", "2026-11-10");
  g_autofree char *wordless = move (desk, exposure, TAMBOUR_EXPOSURE_MOVE_MITIGATE, "  ", NULL, day (11, 20));
  g_autofree char *early = move (desk, exposure, TAMBOUR_EXPOSURE_MOVE_MITIGATE, "Rotate twice", NULL, day (12, 20));
  g_autofree char *done = move (desk, exposure, TAMBOUR_EXPOSURE_MOVE_MITIGATE, " Rotate twice ", NULL, day (11, 20));
  g_autofree char *twice = move (desk, exposure, TAMBOUR_EXPOSURE_MOVE_MITIGATE, "Rotate twice", NULL, day (11, 20));
  g_autoptr(TambourExposure) now = desk_portfolio_get (desk, exposure);

  g_assert_cmpstr (wordless, ==, "Say what keeps the customer safe.");
  g_assert_nonnull (early);
  g_assert_null (done);
  g_assert_nonnull (twice);
  g_assert_cmpint (now->state, ==, TAMBOUR_EXPOSURE_STATE_MITIGATED);
  g_assert_cmpstr (now->safeguard, ==, "Rotate twice");
  g_assert_cmpuint (now->safeguard_on.julian, ==, day (11, 20).julian);
  g_assert_cmpuint (now->until.julian, ==, day (11, 20).julian);
}

static void
test_a_risk_is_accepted_by_somebody_for_a_time (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) issue = add_issue (desk, "KI-88", "high", "2026-11-19");
  g_autoptr(TambourRecord) exposure = add_exposure (desk, issue, own_id (desk), "exposed", "2026-11-10");
  g_autofree char *nobody = move (desk, exposure, TAMBOUR_EXPOSURE_MOVE_ACCEPT, NULL, "", day (12, 31));
  g_autofree char *past = move (desk, exposure, TAMBOUR_EXPOSURE_MOVE_ACCEPT, NULL, "Priya", day (11, 1));
  g_autofree char *done = move (desk, exposure, TAMBOUR_EXPOSURE_MOVE_ACCEPT, "New disks in March", "Priya", day (12, 31));
  g_autoptr(TambourExposure) now = desk_portfolio_get (desk, exposure);
  g_autofree char *again = NULL;
  g_autoptr(TambourExposure) later = NULL;

  g_assert_nonnull (nobody);
  g_assert_nonnull (past);
  g_assert_null (done);
  g_assert_cmpint (now->state, ==, TAMBOUR_EXPOSURE_STATE_ACCEPTED);
  g_assert_cmpstr (now->accepted_by, ==, "Priya");
  g_assert_cmpstr (now->reason, ==, "New disks in March");
  g_assert_cmpuint (now->accepted_until.julian, ==, day (12, 31).julian);

  /* It can be exposed again, and then nobody accepts it. */
  again = move (desk, exposure, TAMBOUR_EXPOSURE_MOVE_CONFIRM, NULL, NULL, (TambourDate) { 0 });
  later = desk_portfolio_get (desk, exposure);
  g_assert_null (again);
  g_assert_cmpint (later->state, ==, TAMBOUR_EXPOSURE_STATE_EXPOSED);
  g_assert_null (later->accepted_by);
}

static void
test_not_affected_needs_a_reason (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) issue = add_issue (desk, "KI-88", "high", "2026-11-19");
  g_autoptr(TambourRecord) exposure = add_exposure (desk, issue, own_id (desk), "suspected", "2026-11-10");
  g_autofree char *unsaid = move (desk, exposure, TAMBOUR_EXPOSURE_MOVE_CLEAR, NULL, NULL, (TambourDate) { 0 });
  g_autofree char *done = move (desk, exposure, TAMBOUR_EXPOSURE_MOVE_CLEAR, "Two disks", NULL, (TambourDate) { 0 });
  g_autoptr(TambourExposure) now = desk_portfolio_get (desk, exposure);

  g_assert_nonnull (unsaid);
  g_assert_null (done);
  g_assert_cmpint (now->state, ==, TAMBOUR_EXPOSURE_STATE_NOT_AFFECTED);
  g_assert_cmpstr (now->reason, ==, "Two disks");
  g_assert_cmpuint (now->until.julian, ==, day (11, 23).julian);
}

static void
test_an_action_leads_back (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) issue = add_issue (desk, "KI-88", "high", "2026-11-19");
  g_autoptr(TambourRecord) exposure = add_exposure (desk, issue, own_id (desk), "exposed", "2026-11-10");
  g_autofree char *done = move (desk, exposure, TAMBOUR_EXPOSURE_MOVE_PLAN, "Update to 4.2", "Marcus", day (12, 4));
  const TambourAccountReading reading = { desk->store, NULL, own_id (desk), get_now () };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = tambour_exposure_lines_load (&reading, NULL, 10, &error);
  const TambourExposureLine *line = g_ptr_array_index (lines, 0);

  g_assert_no_error (error);
  g_assert_null (done);
  g_assert_cmpstr (line->action->title, ==, "Update to 4.2");
  g_assert_cmpstr (line->action->owner, ==, "Marcus");
  g_assert_cmpstr (line->action->exposure_id.id, ==, exposure->id);
  g_assert_cmpstr (TAMBOUR_RECORD (line->action)->account_id.id, ==, own_id (desk));
  g_assert_cmpint (line->exposure->state, ==, TAMBOUR_EXPOSURE_STATE_EXPOSED);
}

/* --- matching -------------------------------------------------------------- */

static void
test_matches_are_one_change (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) other = add_account (desk, "Skarvik Air");
  g_autoptr(TambourRecord) issue = add_issue (desk, "KI-88", "high", "2026-11-19");
  g_autoptr(TambourRecord) first = add_component (desk, own_id (desk), "4.1.3");
  g_autoptr(TambourRecord) second = add_component (desk, other->id, "4.1.0");
  g_autoptr(TambourRecord) gone = add_component (desk, other->id, "4.2");
  g_autoptr(TambourRecord) old = add_exposure (desk, issue, other->id, "exposed", "2026-11-01");
  g_autoptr(TambourChange) change = tambour_change_new ("Mira", "Match known issues");
  g_autoptr(TambourMatches) matches = NULL;
  g_autoptr(TambourMatches) after = NULL;
  g_autoptr(GError) error = NULL;

  desk_set (old, "component_id", gone->id);
  desk_portfolio_put (desk, old);
  matches = tambour_matches_load (desk->store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (matches->hits->len, ==, 3);
  g_assert_cmpuint (matches->n_new, ==, 2);
  g_assert_cmpuint (matches->n_over, ==, 1);
  g_assert_cmpint (((TambourExposureHit *) g_ptr_array_index (matches->hits, 2))->state, ==, TAMBOUR_EXPOSURE_STATE_NOT_AFFECTED);
  g_assert_cmpstr (g_hash_table_lookup (matches->accounts, other->id), ==, "Skarvik Air");

  g_assert_true (tambour_matches_record (desk->store, day (11, 23), change, &error));
  g_assert_cmpuint (tambour_change_get_size (change), ==, 3);
  tambour_store_commit (desk->store, change, &error);
  g_assert_no_error (error);
  after = tambour_matches_load (desk->store, NULL, &error);
  g_assert_cmpuint (after->hits->len, ==, 0);
}

/* --- news ------------------------------------------------------------------ */

static GPtrArray *
load_news (DeskPortfolio *desk)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *news = tambour_exposure_news_load (desk->store, NULL, get_now (), NULL, &error);

  g_assert_no_error (error);

  return news;
}

static void
test_news_are_one_for_each_account (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) other = add_account (desk, "Skarvik Air");
  g_autoptr(TambourRecord) issue = add_issue (desk, "KI-88", "high", "2026-11-19");
  g_autoptr(TambourRecord) mild = add_issue (desk, "KI-90", "low", "2026-11-20");
  g_autoptr(TambourRecord) first = add_component (desk, own_id (desk), "4.1.3");
  g_autoptr(TambourRecord) second = add_component (desk, own_id (desk), "4.1.2");
  g_autoptr(TambourRecord) recent = add_exposure (desk, issue, other->id, "exposed", "2026-11-20");
  g_autoptr(TambourRecord) old = add_exposure (desk, mild, other->id, "exposed", "2026-10-01");
  g_autoptr(GPtrArray) news = load_news (desk);
  const TambourExposureNews *mine = NULL;
  const TambourExposureNews *theirs = NULL;

  g_assert_cmpuint (news->len, ==, 2);
  for (guint i = 0; i < news->len; i++)
    {
      const TambourExposureNews *one = g_ptr_array_index (news, i);

      if (g_strcmp0 (one->account_id, other->id) == 0)
        theirs = one;
      else
        mine = one;
    }

  /* Two components have the same two issues. */
  g_assert_cmpuint (mine->n, ==, 2);
  g_assert_cmpstr (mine->issue, ==, "KI-88");
  g_assert_false (mine->is_recorded);
  g_assert_cmpuint (theirs->n, ==, 1);
  g_assert_true (theirs->is_recorded);
}

static void
test_what_is_safe_is_no_news (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) issue = add_issue (desk, "KI-88", "high", "2026-11-19");
  g_autoptr(TambourRecord) component = add_component (desk, own_id (desk), "4.1.3");
  g_autoptr(TambourRecord) exposure = add_exposure (desk, issue, own_id (desk), "mitigated", "2026-11-20");
  g_autoptr(GPtrArray) news = NULL;

  desk_set (exposure, "component_id", component->id);
  desk_portfolio_put (desk, exposure);
  news = load_news (desk);
  g_assert_cmpuint (news->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/known-issues/an-account-counts-once-by-its-worst", test_an_account_counts_once_by_its_worst);
  g_test_add_func ("/known-issues/what-concerns-somebody-comes-first", test_what_concerns_somebody_comes_first);
  g_test_add_func ("/known-issues/the-worst-account-is-the-first-of-an-issue", test_the_worst_account_is_the_first_of_an_issue);
  g_test_add_func ("/known-issues/a-safeguard-says-since-when", test_a_safeguard_says_since_when);
  g_test_add_func ("/known-issues/a-risk-is-accepted-by-somebody-for-a-time", test_a_risk_is_accepted_by_somebody_for_a_time);
  g_test_add_func ("/known-issues/not-affected-needs-a-reason", test_not_affected_needs_a_reason);
  g_test_add_func ("/known-issues/an-action-leads-back", test_an_action_leads_back);
  g_test_add_func ("/known-issues/matches-are-one-change", test_matches_are_one_change);
  g_test_add_func ("/known-issues/news-are-one-for-each-account", test_news_are_one_for_each_account);
  g_test_add_func ("/known-issues/what-is-safe-is-no-news", test_what_is_safe_is_no_news);

  return g_test_run ();
}
