/* test-requests.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "desk-portfolio.h"
#include "tambour-imports.h"
#include "tambour-people.h"
#include "tambour-request-file.h"
#include "tambour-request-table.h"
#include "tambour-requests.h"

static TambourRecord *
add_account (DeskPortfolio *desk,
             const char    *name,
             const char    *code)
{
  TambourRecord *account = tambour_record_new (TAMBOUR_TYPE_ACCOUNT, NULL);

  desk_set (account, "name", name);
  desk_set (account, "short_code", code);
  desk_portfolio_put (desk, account);

  return account;
}

static void
add_fee (DeskPortfolio *desk,
         const char    *account_id,
         const char    *start,
         const char    *fee)
{
  g_autoptr(TambourRecord) agreement = tambour_record_new (TAMBOUR_TYPE_AGREEMENT, NULL);

  desk_set (agreement, "account_id", account_id);
  desk_set (agreement, "start", start);
  desk_set (agreement, "end", "2027-12-31");
  desk_set (agreement, "fee", fee);
  desk_portfolio_put (desk, agreement);
}

static TambourRecord *
add_request (DeskPortfolio *desk,
             const char    *title,
             const char    *status)
{
  TambourRecord *request = tambour_record_new (TAMBOUR_TYPE_FEATURE_REQUEST, NULL);

  desk_set (request, "title", title);
  desk_set (request, "status", status);
  desk_portfolio_put (desk, request);

  return request;
}

static void
say (DeskPortfolio *desk,
     TambourRecord *request,
     const char    *account_id,
     const char    *on,
     const char    *impact,
     const char    *stake,
     const char    *quote)
{
  g_autoptr(TambourRecord) evidence = tambour_record_new (TAMBOUR_TYPE_FR_EVIDENCE, NULL);

  desk_set (evidence, "account_id", account_id);
  desk_set (evidence, "request_id", request->id);
  desk_set (evidence, "on", on);
  desk_set (evidence, "impact", impact);
  desk_set (evidence, "value_at_stake", stake);
  desk_set (evidence, "quote", quote);
  desk_portfolio_put (desk, evidence);
}

static void
step (DeskPortfolio *desk,
      TambourRecord *request,
      const char    *status,
      const char    *at)
{
  g_autoptr(TambourRecord) event = tambour_record_new (TAMBOUR_TYPE_FR_EVENT, NULL);

  desk_set (event, "request_id", request->id);
  desk_set (event, "status", status);
  desk_set (event, "at", at);
  desk_portfolio_put (desk, event);
}

static TambourRequestList *
load (DeskPortfolio *desk,
      const char    *me)
{
  g_autoptr(GError) error = NULL;
  TambourRequestList *list = tambour_request_list_load (desk->store, me, desk_portfolio_now (), NULL, &error);

  g_assert_no_error (error);

  return list;
}

static const TambourRequestLine *
get_line (TambourRequestList *list,
          guint               position,
          const char         *title)
{
  const TambourRequestLine *line;

  g_assert_cmpuint (position, <, list->lines->len);
  line = g_ptr_array_index (list->lines, position);
  g_assert_cmpstr (line->request->title, ==, title);

  return line;
}

/* An account counts once, however often it asks; each by its own fee. */
static void
test_the_weights_of_all_accounts (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  const char *first = TAMBOUR_RECORD (desk->account)->id;
  g_autoptr(TambourRecord) second = add_account (desk, "Orchard Bank", "OB");
  g_autoptr(TambourRecord) third = add_account (desk, "Tidewater", "TW");
  g_autoptr(TambourRecord) pages = add_request (desk, "Pages", "under_review");
  g_autoptr(TambourRecord) export = add_request (desk, "Export", "captured");
  g_autoptr(TambourRecord) votes = add_request (desk, "Dark mode", "captured");
  g_autoptr(TambourRequestList) list = NULL;
  const TambourRequestLine *line;
  const TambourRequestAsker *asker;

  add_fee (desk, first, "2024-01-01", "1000 USD");
  add_fee (desk, first, "2026-01-01", "100000 USD");
  add_fee (desk, first, "2027-01-01", "1 USD");
  add_fee (desk, second->id, "2026-01-01", "100000 EUR");
  say (desk, pages, first, "2026-02-01", "nice", "35000 USD", "Our own name");
  say (desk, pages, first, "2026-05-01", "costly", "12000 USD", "Still not ours");
  say (desk, pages, second->id, "2026-03-01", "blocker", "20000 EUR", "Every branch");
  say (desk, export, third->id, "2026-04-01", "nice", "", "More rows");
  desk_set (votes, "votes", "99");
  desk_portfolio_put (desk, votes);

  list = load (desk, NULL);
  g_assert_cmpuint (list->lines->len, ==, 3);
  line = get_line (list, 0, "Pages");
  g_assert_cmpint (line->weight, ==, 4 * 6 + 2 * 9);
  g_assert_cmpuint (line->n_quotes, ==, 3);
  g_assert_cmpuint (line->askers->len, ==, 2);
  asker = g_ptr_array_index (line->askers, 0);
  g_assert_cmpstr (asker->name, ==, "Kestrel Rail");
  g_assert_cmpint (asker->weight.value, ==, 4);
  g_assert_cmpint (asker->weight.need, ==, 6);
  g_assert_cmpuint (asker->asked_on.julian, ==, tambour_date_new (2026, 2, 1).julian);

  /* Two currencies are two amounts; what one account says twice is at stake once. */
  g_assert_cmpuint (line->at_stake->len, ==, 2);
  g_assert_cmpint (g_array_index (line->at_stake, TambourMoney, 0).minor, ==, 3500000);
  g_assert_cmpstr (g_array_index (line->at_stake, TambourMoney, 0).currency, ==, "USD");
  g_assert_cmpint (g_array_index (line->at_stake, TambourMoney, 1).minor, ==, 2000000);

  g_assert_cmpint (get_line (list, 1, "Export")->weight, ==, 3);
  line = get_line (list, 2, "Dark mode");
  g_assert_cmpint (line->weight, ==, 0);
  g_assert_cmpint (line->n_votes, ==, 99);
  g_assert_cmpuint (list->n_open, ==, 3);
  g_assert_cmpuint (list->n_accounts, ==, 3);
}

/* A customer who left wants nothing any more. */
static void
test_who_left_weighs_nothing (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) gone = add_account (desk, "Gone", "GO");
  g_autoptr(TambourRecord) pages = add_request (desk, "Pages", "captured");
  g_autoptr(TambourRequestList) list = NULL;

  desk_set (gone, "status", "closed");
  desk_portfolio_put (desk, gone);
  say (desk, pages, gone->id, "2026-02-01", "blocker", "", "Ours");
  list = load (desk, NULL);
  g_assert_cmpint (get_line (list, 0, "Pages")->weight, ==, 0);
  g_assert_cmpuint (get_line (list, 0, "Pages")->askers->len, ==, 0);
}

static void
test_from_asked_to_answered (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  const char *account = TAMBOUR_RECORD (desk->account)->id;
  g_autoptr(TambourRecord) pages = add_request (desk, "Pages", "in_work");
  g_autoptr(TambourRecord) waits = add_request (desk, "Waits", "submitted");
  g_autoptr(TambourRecord) unknown = add_request (desk, "Unknown", "captured");
  g_autoptr(TambourRequestList) list = NULL;

  say (desk, pages, account, "2026-01-10", "costly", "", "Ours");
  step (desk, pages, "submitted", "2026-01-12");
  step (desk, pages, "planned", "2026-02-09");
  step (desk, pages, "in_work", "2026-06-01");
  say (desk, waits, account, "2026-11-13", "nice", "", "Soon");
  step (desk, waits, "submitted", "2026-11-20");

  list = load (desk, NULL);
  g_assert_cmpint (tambour_request_line_get_days (get_line (list, 0, "Pages"), list->today), ==, 30);
  g_assert_cmpuint (get_line (list, 0, "Pages")->news_on.julian, ==, tambour_date_new (2026, 6, 1).julian);
  g_assert_cmpuint (get_line (list, 0, "Pages")->group, ==, TAMBOUR_REQUEST_GROUP_ANSWERED);
  g_assert_cmpint (tambour_request_line_get_days (get_line (list, 1, "Waits"), list->today), ==, 10);
  g_assert_cmpint (tambour_request_line_get_days (get_line (list, 2, "Unknown"), list->today), ==, -1);
}

static void
assert_shows (TambourRequestList *list,
              TambourRequestView  view,
              const char * const *words,
              const char         *titles)
{
  g_autoptr(GPtrArray) shown = tambour_request_list_view (list, view, words);
  g_autoptr(GString) found = g_string_new (NULL);

  for (guint i = 0; i < shown->len; i++)
    {
      const TambourRequestLine *line = g_ptr_array_index (shown, i);

      g_string_append_printf (found, "%s%s/%u", i > 0 ? " " : "", line->request->title, tambour_request_line_get_part (line, view));
    }

  g_assert_cmpstr (found->str, ==, titles);
}

/* What one pushes: what one's own accounts ask for, what stands still first. */
static void
test_the_champions_list (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourPerson) me = desk_portfolio_person (desk, "Mira Solberg");
  g_autoptr(TambourPerson) other = desk_portfolio_person (desk, "Jonas Iwu");
  g_autoptr(TambourRecord) theirs = add_account (desk, "Theirs", "TH");
  g_autoptr(TambourRecord) nobodys = add_account (desk, "Nobody’s", "NO");
  const char *mine = TAMBOUR_RECORD (desk->account)->id;
  const char *pairs[][2] = { { mine, TAMBOUR_RECORD (me)->id }, { theirs->id, TAMBOUR_RECORD (other)->id } };
  const char *titles[] = { "Moving", "Still", "Foreign", "Lost", "Over", "No" };
  const char *states[] = { "submitted", "under_review", "submitted", "planned", "shipped", "declined" };
  const char *days[] = { "2026-11-20", "2026-10-01", "2026-10-01", "2026-11-01", "2026-11-02", "2026-11-03" };
  const char *askers[] = { mine, mine, theirs->id, nobodys->id, mine, mine };
  const char *words[] = { "kestrel", "still", NULL };
  const char *none[] = { "nowhere", NULL };
  g_autoptr(TambourRequestList) list = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr(TambourRecord) role = tambour_record_new (TAMBOUR_TYPE_TEAM_ROLE, NULL);

      desk_set (role, "account_id", pairs[i][0]);
      desk_set (role, "person_id", pairs[i][1]);
      desk_set (role, "role", "tam");
      desk_portfolio_put (desk, role);
    }
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr(TambourRecord) request = add_request (desk, titles[i], states[i]);

      say (desk, request, askers[i], "2026-09-01", i == 0 ? "blocker" : "nice", "", "Please");
      step (desk, request, states[i], days[i]);
    }

  list = load (desk, TAMBOUR_RECORD (me)->id);
  assert_shows (list, TAMBOUR_REQUEST_VIEW_CHAMPION, NULL, "Still/0 Moving/1 Lost/1");
  assert_shows (list, TAMBOUR_REQUEST_VIEW_OPEN, NULL, "Moving/0 Still/0 Foreign/0");
  assert_shows (list, TAMBOUR_REQUEST_VIEW_ANSWERED, NULL, "Lost/0");
  assert_shows (list, TAMBOUR_REQUEST_VIEW_SETTLED, NULL, "Over/0 No/1");
  assert_shows (list, TAMBOUR_REQUEST_VIEW_OPEN, words, "Still/0");
  assert_shows (list, TAMBOUR_REQUEST_VIEW_OPEN, none, "");

  /* Nobody else tells the customers of this person: Moving, Still, Lost, Over, No. */
  g_assert_cmpuint (list->n_to_tell, ==, 5);
}

/* What customers wrote cannot become a formula in a spreadsheet. */
static void
test_a_table_of_quotes (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) second = add_account (desk, "=2+3", "OB");
  g_autoptr(TambourRecord) pages = add_request (desk, "@SUM(A1)", "submitted");
  g_autoptr(TambourRecord) silent = add_request (desk, "Silent", "captured");
  g_autoptr(TambourRequestList) list = NULL;
  g_autoptr(GBytes) table = NULL;
  g_auto(GStrv) rows = NULL;
  g_autofree char *text = NULL;

  say (desk, pages, TAMBOUR_RECORD (desk->account)->id, "2026-02-01", "blocker", "35000 USD", "+1, please");
  say (desk, pages, second->id, "2026-02-02", "nice", "", "-1 \"never\"");
  step (desk, pages, "submitted", "2026-02-03");
  list = load (desk, NULL);
  table = tambour_request_table_new (list->lines);
  text = g_strndup (g_bytes_get_data (table, NULL), g_bytes_get_size (table));
  rows = g_strsplit (text, "\r\n", -1);

  g_assert_cmpuint (g_strv_length (rows), ==, 5);
  g_assert_true (g_str_has_prefix (rows[0], "\xef\xbb\xbfRank,Request,"));
  g_assert_cmpstr (rows[1], ==, "1,'@SUM(A1),,Submitted,,12,2,0,2026-02-03,Kestrel Rail,9,2026-02-01,Blocker,35000.00 USD,\"'+1, please\"");
  g_assert_cmpstr (rows[2], ==, "1,'@SUM(A1),,Submitted,,12,2,0,2026-02-03,'=2+3,3,2026-02-02,Nice to have,,\"'-1 \"\"never\"\"\"");
  g_assert_true (g_str_has_prefix (rows[3], "2,Silent,,Captured,,0,0,0,"));
}

/* --- votes ------------------------------------------------------------------ */

static TambourImportCounts
import (DeskPortfolio *desk,
        const char    *path)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_FEATURE_REQUEST);
  g_autofree char *map = g_build_filename (g_getenv ("TAMBOUR_DATA_DIR"), "maps", "voted-issues.json", NULL);
  const TambourImportOrder order = { .klass = klass, .path = path, .map = map, .author = "Mira" };
  TambourImportCounts counts;
  g_autoptr(GError) error = NULL;

  tambour_imports_run (desk->store, &order, &counts, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return counts;
}

static TambourFeatureRequest *
find_request (DeskPortfolio *desk,
              const char    *external_id)
{
  g_autoptr(TambourRecordClass) klass = g_type_class_ref (TAMBOUR_TYPE_FEATURE_REQUEST);
  g_autoptr(GError) error = NULL;
  TambourRecord *found = tambour_store_get_external (desk->store, klass, "voted-issues", external_id, &error);

  g_assert_no_error (error);

  return TAMBOUR_FEATURE_REQUEST (found);
}

static void
test_votes_come_in (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autofree char *path = g_build_filename (g_getenv ("TAMBOUR_SHARED"), "data", "requests", "voted-issues.json", NULL);
  g_autoptr(TambourFeatureRequest) merge = NULL;
  g_autoptr(TambourFeatureRequest) arrow = NULL;
  g_autoptr(TambourRequestList) list = NULL;
  TambourImportCounts counts = import (desk, path);

  g_assert_cmpuint (counts.read, ==, 80);
  g_assert_cmpuint (counts.created, ==, 80);
  g_assert_cmpuint (counts.rejected, ==, 0);

  merge = find_request (desk, "#6842");
  g_assert_cmpstr (merge->title, ==, "Ability to \"Interleave\" or \"insert\" cubes");
  g_assert_cmpint (merge->votes, ==, 9);
  g_assert_cmpstr (TAMBOUR_RECORD (merge)->url, ==, "https://github.com/SciTools/iris/issues/6842");
  arrow = find_request (desk, "#6047");
  g_assert_cmpstr (arrow->title, ==, "Iris <-> GeoPandas interface?");

  /* Nobody asks for them: the most votes come first. */
  list = load (desk, NULL);
  g_assert_cmpuint (list->lines->len, ==, 80);
  for (guint i = 1; i < list->lines->len; i++)
    g_assert_cmpint (((TambourRequestLine *) g_ptr_array_index (list->lines, i - 1))->n_votes, >=,
                     ((TambourRequestLine *) g_ptr_array_index (list->lines, i))->n_votes);

  counts = import (desk, path);
  g_assert_cmpuint (counts.created + counts.updated + counts.rejected, ==, 0);
  g_assert_cmpuint (counts.unchanged, ==, 80);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/requests/the-weights-of-all-accounts", test_the_weights_of_all_accounts);
  g_test_add_func ("/requests/who-left-weighs-nothing", test_who_left_weighs_nothing);
  g_test_add_func ("/requests/from-asked-to-answered", test_from_asked_to_answered);
  g_test_add_func ("/requests/the-champions-list", test_the_champions_list);
  g_test_add_func ("/requests/a-table-of-quotes", test_a_table_of_quotes);
  g_test_add_func ("/requests/votes-come-in", test_votes_come_in);

  return g_test_run ();
}
