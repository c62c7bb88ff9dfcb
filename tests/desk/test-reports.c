/* test-reports.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "desk-portfolio.h"
#include "tambour-kinds.h"
#include "tambour-preflight.h"
#include "tambour-report-changes.h"
#include "tambour-report-moves.h"

static TambourDate
first (void)
{
  return tambour_date_new (2025, 11, 1);
}

static TambourDate
after (void)
{
  return tambour_date_new (2026, 11, 1);
}

static TambourReportMove *
new_move (DeskPortfolio         *desk,
          TambourReportMoveKind  kind,
          const char            *id)
{
  TambourReportMove *move = tambour_report_move_new (kind, id);

  move->account_id = g_strdup (TAMBOUR_RECORD (desk->account)->id);
  move->from = first ();
  move->to = after ();

  return move;
}

static gint64
make (DeskPortfolio           *desk,
      const TambourReportMove *move)
{
  g_autoptr(TambourChange) change = tambour_change_new ("Mira Solberg", "Move");
  g_autoptr(GError) error = NULL;

  tambour_report_move_fill (move, desk->store, desk_portfolio_now (), change, NULL, &error);
  g_assert_no_error (error);
  tambour_store_commit (desk->store, change, &error);
  g_assert_no_error (error);

  return tambour_change_get_number (change);
}

static gint64
do_move (DeskPortfolio         *desk,
         TambourReportMoveKind  kind,
         const char            *id)
{
  g_autoptr(TambourReportMove) move = new_move (desk, kind, id);

  return make (desk, move);
}

static void
assert_refused (DeskPortfolio         *desk,
                TambourReportMoveKind  kind,
                const char            *id,
                const char            *words)
{
  g_autoptr(TambourReportMove) move = new_move (desk, kind, id);
  g_autoptr(TambourChange) change = tambour_change_new ("Mira Solberg", "Move");
  g_autoptr(GError) error = NULL;

  g_assert_false (tambour_report_move_fill (move, desk->store, desk_portfolio_now (), change, NULL, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, words));
}

static TambourReportFile *
load (DeskPortfolio *desk,
      const char    *id)
{
  g_autoptr(GError) error = NULL;
  TambourReportFile *file = tambour_report_file_load (desk->store, id, NULL, &error);

  g_assert_no_error (error);

  return file;
}

static TambourRecord *
add_case (DeskPortfolio *desk,
          const char    *number,
          const char    *opened)
{
  TambourRecord *record = desk_portfolio_own (desk, TAMBOUR_TYPE_CASE);

  desk_set (record, "number", number);
  desk_set (record, "title", "Slow");
  desk_set (record, "priority", "P2");
  desk_set (record, "opened_at", opened);
  desk_portfolio_put (desk, record);

  return record;
}

/* --- moves ------------------------------------------------------------------------- */

static void
test_from_draft_to_final (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) one = add_case (desk, "1", "2026-02-01T10:00:00Z");
  g_autoptr(TambourReportFile) draft = NULL;
  g_autoptr(TambourReportFile) final = NULL;
  g_autoptr(TambourReportMove) compose = new_move (desk, TAMBOUR_REPORT_MOVE_COMPOSE, "r1");
  g_autoptr(GError) error = NULL;
  gint64 number;

  do_move (desk, TAMBOUR_REPORT_MOVE_BEGIN, "r1");
  assert_refused (desk, TAMBOUR_REPORT_MOVE_BEGIN, "r2", "already");
  compose->outline = g_strdup ("We had a good year.");
  number = make (desk, compose);
  draft = load (desk, "r1");
  g_assert_cmpstr (draft->record->title, ==, "Executive business review");
  g_assert_cmpint (draft->record->period_to.julian, ==, after ().julian - 1);
  g_assert_cmpint (draft->record->as_of.seconds, ==, draft->facts->period.end.seconds);
  g_assert_cmpstr (tambour_outline_find (draft->outline, TAMBOUR_CHAPTER_YEAR)->narrative, ==, "We had a good year.");
  g_assert_cmpfloat (draft->facts->service.total->now.value, ==, 1);
  g_assert_false (draft->is_stale);
  g_assert_cmpstr (TAMBOUR_RECORD (draft->record)->updated_by, ==, "Mira Solberg");

  tambour_store_undo (desk->store, number, "Mira Solberg", NULL, &error);
  g_assert_no_error (error);
  number = do_move (desk, TAMBOUR_REPORT_MOVE_FINISH, "r1");
  assert_refused (desk, TAMBOUR_REPORT_MOVE_COMPOSE, "r1", "finished");
  assert_refused (desk, TAMBOUR_REPORT_MOVE_REFRESH, "r1", "finished");
  assert_refused (desk, TAMBOUR_REPORT_MOVE_DISCARD, "r1", "finished");
  g_assert_false (tambour_store_undo (desk->store, number, "Mira Solberg", NULL, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED);

  desk_set (one, "opened_at", "2024-02-01T10:00:00Z");
  desk_portfolio_put (desk, one);
  final = load (desk, "r1");
  g_assert_cmpfloat (final->facts->service.total->now.value, ==, 1);
  g_assert_cmpuint (final->figures->len, ==, final->facts->all->len);
  g_assert_null (tambour_outline_find (final->outline, TAMBOUR_CHAPTER_YEAR)->narrative);
}

static void
test_a_discarded_draft_comes_back (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourReportFile) back = NULL;
  g_autoptr(GError) error = NULL;
  gint64 number;

  do_move (desk, TAMBOUR_REPORT_MOVE_BEGIN, "r1");
  number = do_move (desk, TAMBOUR_REPORT_MOVE_DISCARD, "r1");
  g_assert_null (tambour_report_file_load (desk->store, "r1", NULL, &error));
  g_clear_error (&error);
  do_move (desk, TAMBOUR_REPORT_MOVE_BEGIN, "r2");
  do_move (desk, TAMBOUR_REPORT_MOVE_DISCARD, "r2");
  tambour_store_undo (desk->store, number, "Mira Solberg", NULL, &error);
  g_assert_no_error (error);
  back = load (desk, "r1");
  g_assert_nonnull (back->facts);
}

/* --- restated ------------------------------------------------------------------------- */

static TambourReportChange *
find_change (GPtrArray  *changes,
             const char *key)
{
  for (guint i = 0; i < changes->len; i++)
    if (g_str_equal (((TambourReportChange *) changes->pdata[i])->key, key))
      return changes->pdata[i];

  return NULL;
}

static void
assert_cause (TambourReportChange *change,
              guint                i,
              TambourCauseKind     kind,
              TambourRecord       *record)
{
  TambourReportCause *cause;

  g_assert_cmpuint (i, <, change->causes->len);
  cause = change->causes->pdata[i];
  g_assert_cmpint (cause->kind, ==, kind);
  g_assert_cmpstr (cause->record->id, ==, record->id);
  g_assert_cmpint (cause->change, >, 0);
}

static void
test_restated_says_why (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) kept = add_case (desk, "1", "2026-02-01T10:00:00Z");
  g_autoptr(TambourRecord) changed = add_case (desk, "2", "2026-03-01T10:00:00Z");
  g_autoptr(TambourRecord) removed = add_case (desk, "3", "2026-04-01T10:00:00Z");
  g_autoptr(TambourRecord) added = NULL;
  g_autoptr(TambourReportMove) restate = new_move (desk, TAMBOUR_REPORT_MOVE_RESTATE, "r2");
  g_autoptr(TambourChange) change = tambour_change_new ("Ruth Adeyemi", "Remove case");
  g_autoptr(TambourReportFile) then = NULL;
  g_autoptr(TambourReportFile) draft = NULL;
  g_autoptr(GPtrArray) changes = NULL;
  g_autoptr(GError) error = NULL;
  TambourReportChange *p2, *p3;

  do_move (desk, TAMBOUR_REPORT_MOVE_BEGIN, "r1");
  do_move (desk, TAMBOUR_REPORT_MOVE_FINISH, "r1");
  tambour_change_remove (change, removed);
  g_assert_true (tambour_store_commit (desk->store, change, &error));
  desk_set (changed, "priority", "P3");
  desk_set (changed, "note", "Was filed wrongly");
  desk_portfolio_put (desk, changed);
  desk_set (kept, "note", "Nothing changed but this");
  desk_portfolio_put (desk, kept);
  added = add_case (desk, "4", "2026-05-01T10:00:00Z");

  restate->of = g_strdup ("r1");
  make (desk, restate);
  then = load (desk, "r1");
  draft = load (desk, "r2");
  g_assert_cmpstr (TAMBOUR_RECORD (draft->supersedes)->id, ==, "r1");
  changes = tambour_report_restated (desk->store, then, draft, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (find_change (changes, "cases.opened"));
  p2 = find_change (changes, "cases.opened.p2");
  g_assert_cmpstr (p2->then, ==, "3");
  g_assert_cmpstr (p2->now, ==, "2");
  g_assert_cmpuint (p2->causes->len, ==, 3);
  assert_cause (p2, 0, TAMBOUR_CAUSE_CHANGED, changed);
  assert_cause (p2, 1, TAMBOUR_CAUSE_REMOVED, removed);
  assert_cause (p2, 2, TAMBOUR_CAUSE_ADDED, added);
  g_assert_cmpstr (((TambourReportCause *) p2->causes->pdata[0])->fields[0], ==, "priority");
  g_assert_null (((TambourReportCause *) p2->causes->pdata[0])->fields[1]);
  g_assert_cmpstr (((TambourReportCause *) p2->causes->pdata[1])->by, ==, "Ruth Adeyemi");
  g_assert_cmpstr (((TambourReportCause *) p2->causes->pdata[1])->label, ==, "Remove case");
  p3 = find_change (changes, "cases.opened.p3");
  g_assert_cmpuint (p3->causes->len, ==, 1);
  assert_cause (p3, 0, TAMBOUR_CAUSE_CHANGED, changed);

  do_move (desk, TAMBOUR_REPORT_MOVE_FINISH, "r2");
  g_clear_pointer (&then, tambour_report_file_free);
  then = load (desk, "r1");
  g_assert_cmpint (then->record->state, ==, TAMBOUR_REPORT_STATE_SUPERSEDED);
}

static void
test_another_definition_is_a_reason (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) one = add_case (desk, "1", "2026-02-01T10:00:00Z");
  g_autoptr(TambourReportFile) then = NULL;
  g_autoptr(GPtrArray) changes = NULL;
  g_autoptr(GError) error = NULL;
  TambourFigure *figure;

  do_move (desk, TAMBOUR_REPORT_MOVE_BEGIN, "r1");
  do_move (desk, TAMBOUR_REPORT_MOVE_FINISH, "r1");
  then = load (desk, "r1");
  figure = then->figures->pdata[0];
  figure->definition_version = 0;
  changes = tambour_report_restated (desk->store, then, then, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_cmpstr (((TambourReportChange *) changes->pdata[0])->key, ==, figure->key);
  g_assert_cmpint (((TambourReportCause *) ((TambourReportChange *) changes->pdata[0])->causes->pdata[0])->kind, ==,
                   TAMBOUR_CAUSE_DEFINITION);
}

static void
test_compared_with_the_review_before (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) one = add_case (desk, "1", "2025-02-01T10:00:00Z");
  g_autoptr(TambourRecord) two = add_case (desk, "2", "2026-02-01T10:00:00Z");
  g_autoptr(TambourRecord) three = add_case (desk, "3", "2026-03-01T10:00:00Z");
  g_autoptr(TambourReportMove) old = new_move (desk, TAMBOUR_REPORT_MOVE_BEGIN, "r0");
  g_autoptr(TambourReportFile) before = NULL;
  g_autoptr(TambourReportFile) file = NULL;
  g_autoptr(GPtrArray) changes = NULL;
  TambourReportChange *opened;

  old->from = tambour_date_new (2024, 11, 1);
  old->to = first ();
  make (desk, old);
  do_move (desk, TAMBOUR_REPORT_MOVE_FINISH, "r0");
  do_move (desk, TAMBOUR_REPORT_MOVE_BEGIN, "r1");
  file = load (desk, "r1");
  g_assert_cmpstr (TAMBOUR_RECORD (file->before)->id, ==, "r0");
  before = load (desk, "r0");
  changes = tambour_report_compare (before, file);
  opened = find_change (changes, "cases.opened");
  g_assert_cmpstr (opened->then, ==, "1");
  g_assert_cmpstr (opened->now, ==, "2");
  g_assert_cmpstr (opened->name, ==, "Cases opened");
}

/* --- before it leaves --------------------------------------------------------------------- */

static TambourPreflightLine *
find_line (GPtrArray             *lines,
           TambourPreflightCheck  check)
{
  for (guint i = 0; i < lines->len; i++)
    if (((TambourPreflightLine *) lines->pdata[i])->check == check)
      return lines->pdata[i];

  return NULL;
}

static GPtrArray *
look (DeskPortfolio *desk)
{
  const TambourReviewSettings settings = { 0 };
  g_autoptr(TambourReportFile) file = load (desk, "r1");
  g_autoptr(GError) error = NULL;
  GPtrArray *lines = tambour_preflight_list (file, &settings, &error);

  g_assert_no_error (error);

  return lines;
}

static TambourRecord *
add (DeskPortfolio *desk,
     GType          type,
     const char    *field,
     const char    *text)
{
  TambourRecord *record = desk_portfolio_own (desk, type);

  desk_set (record, field, text);

  return record;
}

static void
assert_line (GPtrArray              *lines,
             TambourPreflightCheck   check,
             TambourPreflightWeight  weight,
             const char             *record_id,
             const char             *words)
{
  TambourPreflightLine *line = NULL;

  for (guint i = 0; i < lines->len && (line == NULL || line->check != check || line->weight != weight || !strstr (line->sentence, words)); i++)
    line = lines->pdata[i];
  g_assert_true (line != NULL && line->check == check && line->weight == weight);
  g_test_message ("%s", line->sentence);
  g_assert_nonnull (strstr (line->sentence, words));
  if (record_id != NULL)
    g_assert_cmpstr (line->record_id, ==, record_id);
}

static void
test_preflight_names_what_is_missing (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) goal = add (desk, TAMBOUR_TYPE_GOAL, "statement", "Fewer outages");
  g_autoptr(TambourRecord) entry = add (desk, TAMBOUR_TYPE_VALUE_ENTRY, "title", "Less work");
  g_autoptr(TambourRecord) action = add (desk, TAMBOUR_TYPE_ACTION_ITEM, "title", "Write the plan");
  g_autoptr(GPtrArray) lines = NULL;

  desk_set (goal, "status", "agreed");
  desk_set (goal, "target", "2");
  desk_portfolio_put (desk, goal);
  desk_set (entry, "class", "time_saved");
  desk_set (entry, "on", "2026-03-01");
  desk_set (entry, "state", "proposed");
  desk_portfolio_put (desk, entry);
  desk_set (action, "status", "open");
  desk_portfolio_put (desk, action);
  do_move (desk, TAMBOUR_REPORT_MOVE_BEGIN, "r1");
  lines = look (desk);
  assert_line (lines, TAMBOUR_PREFLIGHT_AGREEMENT, TAMBOUR_PREFLIGHT_MUST, TAMBOUR_RECORD (desk->account)->id, "No agreement");
  assert_line (lines, TAMBOUR_PREFLIGHT_BASELINES, TAMBOUR_PREFLIGHT_MUST, goal->id, "Fewer outages");
  assert_line (lines, TAMBOUR_PREFLIGHT_VALUE, TAMBOUR_PREFLIGHT_SHOULD, entry->id, "Less work");
  assert_line (lines, TAMBOUR_PREFLIGHT_OWNERS, TAMBOUR_PREFLIGHT_SHOULD, action->id, "Write the plan");
  assert_line (lines, TAMBOUR_PREFLIGHT_RATES, TAMBOUR_PREFLIGHT_SHOULD, NULL, "No rate");
  assert_line (lines, TAMBOUR_PREFLIGHT_SPONSOR, TAMBOUR_PREFLIGHT_HINT, NULL, "sponsor");
  assert_line (lines, TAMBOUR_PREFLIGHT_SOURCES, TAMBOUR_PREFLIGHT_HINT, NULL, "nothing is measured");
  g_assert_null (find_line (lines, TAMBOUR_PREFLIGHT_STALE));
  g_assert_null (find_line (lines, TAMBOUR_PREFLIGHT_FEE));
  for (guint i = 1; i < lines->len; i++)
    g_assert_cmpint (((TambourPreflightLine *) lines->pdata[i - 1])->weight, <=, ((TambourPreflightLine *) lines->pdata[i])->weight);
}

static void
test_preflight_is_content_with_what_is_there (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) agreement = add (desk, TAMBOUR_TYPE_AGREEMENT, "start", "2025-11-01");
  g_autoptr(TambourRecord) goal = add (desk, TAMBOUR_TYPE_GOAL, "statement", "Fewer outages");
  g_autoptr(TambourContact) sponsor = desk_portfolio_contact (desk, "Ruth Adeyemi");
  g_autoptr(GPtrArray) lines = NULL;
  g_autoptr(GPtrArray) fewer = NULL;

  desk_set (agreement, "end", "2026-10-31");
  desk_portfolio_put (desk, agreement);
  do_move (desk, TAMBOUR_REPORT_MOVE_BEGIN, "r1");
  lines = look (desk);
  g_assert_null (find_line (lines, TAMBOUR_PREFLIGHT_AGREEMENT));
  assert_line (lines, TAMBOUR_PREFLIGHT_FEE, TAMBOUR_PREFLIGHT_SHOULD, agreement->id, "no fee");
  assert_line (lines, TAMBOUR_PREFLIGHT_REVIEW_DATE, TAMBOUR_PREFLIGHT_SHOULD, agreement->id, "no review date");

  desk_set (agreement, "fee", "84000.00 EUR");
  desk_set (agreement, "review_on", "2026-11-30");
  desk_set (agreement, "sponsor_id", TAMBOUR_RECORD (sponsor)->id);
  desk_portfolio_put (desk, agreement);
  desk_set (goal, "status", "agreed");
  desk_set (goal, "baseline", "9");
  desk_set (goal, "target", "2");
  desk_portfolio_put (desk, goal);
  do_move (desk, TAMBOUR_REPORT_MOVE_REFRESH, "r1");
  fewer = look (desk);
  g_assert_null (find_line (fewer, TAMBOUR_PREFLIGHT_FEE));
  g_assert_null (find_line (fewer, TAMBOUR_PREFLIGHT_REVIEW_DATE));
  g_assert_null (find_line (fewer, TAMBOUR_PREFLIGHT_SPONSOR));
  g_assert_null (find_line (fewer, TAMBOUR_PREFLIGHT_BASELINES));
  g_assert_null (find_line (fewer, TAMBOUR_PREFLIGHT_OWNERS));
}

static void
compose (DeskPortfolio *desk,
         const char    *text)
{
  g_autoptr(TambourReportMove) move = new_move (desk, TAMBOUR_REPORT_MOVE_COMPOSE, "r1");

  move->outline = g_strdup (text);
  make (desk, move);
}

static void
test_preflight_reads_what_was_composed (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(GPtrArray) cases = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) lines = NULL;
  TambourPreflightLine *line;

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_autofree char *opened = g_strdup_printf ("2026-0%u-01T10:00:00Z", i + 2);
      TambourRecord *one = desk_portfolio_own (desk, TAMBOUR_TYPE_CASE);

      g_ptr_array_add (cases, one);
      desk_set (one, "number", number);
      desk_set (one, "title", "Slow");
      desk_set (one, "priority", "P2");
      desk_set (one, "opened_at", opened);
      desk_set (one, "first_response_at", opened);
      desk_set (one, "resolved_at", opened);
      desk_set (one, "closed_at", opened);
      desk_set (one, "status", "closed");
      desk_portfolio_put (desk, one);
    }
  do_move (desk, TAMBOUR_REPORT_MOVE_BEGIN, "r1");
  compose (desk, "{\"document\":\"tambour-outline\",\"format\":1,\"chapters\":["
                 "{\"chapter\":\"service\",\"title\":\"We closed 7 cases\",\"written\":\"7 cases were closed\",\"narrative\":\"{M99}\"},"
                 "{\"chapter\":\"year\",\"title\":\"9 cases in all\",\"written\":\"9 cases came\",\"written_in\":\"report\"},"
                 "{\"chapter\":\"continuity\",\"narrative\":\"100 % of them stayed closed.\"}],"
                 "\"checked\":[{\"key\":\"cases.opened\",\"text\":\"3\",\"at\":\"2026-11-18T09:00:00Z\"}]}");
  desk_set (cases->pdata[0], "title", "Slower");
  desk_portfolio_put (desk, cases->pdata[0]);
  lines = look (desk);
  assert_line (lines, TAMBOUR_PREFLIGHT_TITLES, TAMBOUR_PREFLIGHT_MUST, NULL, "says 7");
  assert_line (lines, TAMBOUR_PREFLIGHT_TITLES, TAMBOUR_PREFLIGHT_MUST, NULL, "says 9");
  assert_line (lines, TAMBOUR_PREFLIGHT_FIGURES, TAMBOUR_PREFLIGHT_MUST, NULL, "{M99}");
  assert_line (lines, TAMBOUR_PREFLIGHT_CHECKED, TAMBOUR_PREFLIGHT_SHOULD, NULL, "was 3 when it was checked, is 4 now");
  assert_line (lines, TAMBOUR_PREFLIGHT_FEW, TAMBOUR_PREFLIGHT_MUST, NULL, "stayed closed");
  assert_line (lines, TAMBOUR_PREFLIGHT_STALE, TAMBOUR_PREFLIGHT_SHOULD, NULL, "changed since");
  assert_line (lines, TAMBOUR_PREFLIGHT_FEW, TAMBOUR_PREFLIGHT_HINT, NULL, "1 figure is of fewer than ten");
  line = find_line (lines, TAMBOUR_PREFLIGHT_CHECKED);
  g_assert_cmpstr (line->key, ==, "cases.opened");
  g_assert_cmpint (find_line (lines, TAMBOUR_PREFLIGHT_TITLES)->chapter, ==, TAMBOUR_CHAPTER_SERVICE);
  g_assert_cmpint (find_line (lines, TAMBOUR_PREFLIGHT_FEW)->chapter, ==, TAMBOUR_CHAPTER_CONTINUITY);
}

static void
test_preflight_adds_the_findings_up (void)
{
  const TambourReviewSettings settings = { 0 };
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) finding = add (desk, TAMBOUR_TYPE_FINDING, "title", "No second resolver");
  g_autoptr(TambourReportFile) file = NULL;
  g_autoptr(GPtrArray) lines = NULL;
  g_autoptr(GPtrArray) fine = NULL;
  g_autoptr(GError) error = NULL;

  desk_set (finding, "severity", "high");
  desk_set (finding, "raised_on", "2026-03-01");
  desk_portfolio_put (desk, finding);
  do_move (desk, TAMBOUR_REPORT_MOVE_BEGIN, "r1");
  file = load (desk, "r1");
  fine = tambour_preflight_list (file, &settings, &error);
  g_assert_null (find_line (fine, TAMBOUR_PREFLIGHT_LEDGER));
  file->facts->audits.ledger.balances = FALSE;
  lines = tambour_preflight_list (file, &settings, &error);
  g_assert_no_error (error);
  assert_line (lines, TAMBOUR_PREFLIGHT_LEDGER, TAMBOUR_PREFLIGHT_MUST, NULL, "do not add up");
}

/* --- all accounts ------------------------------------------------------------------------------ */

static TambourReadiness *
get_ready (GPtrArray  *list,
           const char *name)
{
  for (guint i = 0; i < list->len; i++)
    if (g_str_equal (((TambourReadiness *) list->pdata[i])->account->name, name))
      return list->pdata[i];

  g_assert_not_reached ();
}

static void
test_how_far_all_accounts_are (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) basic = tambour_record_new (TAMBOUR_TYPE_ACCOUNT, NULL);
  g_autoptr(TambourRecord) goal = add (desk, TAMBOUR_TYPE_GOAL, "statement", "Fewer outages");
  g_autoptr(TambourRecord) audit = add (desk, TAMBOUR_TYPE_AUDIT, "title", "Network");
  g_autoptr(TambourRecord) sample = add (desk, TAMBOUR_TYPE_USAGE_SAMPLE, "metric", "requests");
  g_autoptr(TambourRecord) inside = add_case (desk, "1", "2025-11-01T00:00:00Z");
  g_autoptr(TambourRecord) outside = add_case (desk, "2", "2026-11-01T00:00:00Z");
  g_autoptr(GPtrArray) list = NULL;
  g_autoptr(GError) error = NULL;
  TambourReadiness *one;

  desk_set (desk->platinum, "has_tam", "true");
  desk_portfolio_put (desk, desk->platinum);
  desk_set (basic, "name", "Basic Ltd");
  desk_set (basic, "plan_id", TAMBOUR_RECORD (desk->basic)->id);
  desk_portfolio_put (desk, basic);
  desk_set (goal, "status", "agreed");
  desk_portfolio_put (desk, goal);
  desk_set (audit, "on", "2026-03-01");
  desk_set (audit, "status", "final");
  desk_portfolio_put (desk, audit);
  desk_set (sample, "on", "2026-03-01");
  desk_set (sample, "value", "7");
  desk_portfolio_put (desk, sample);
  do_move (desk, TAMBOUR_REPORT_MOVE_BEGIN, "r1");
  compose (desk, "A good year.");

  list = tambour_readiness_list (desk->store, first (), after (), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 2);
  one = get_ready (list, "Kestrel Rail");
  g_assert_cmpint (one->n_cases, ==, 1);
  g_assert_cmpstr (TAMBOUR_RECORD (one->report)->id, ==, "r1");
  g_assert_cmpuint (one->cells[TAMBOUR_READINESS_GOALS].done, ==, 0);
  g_assert_cmpuint (one->cells[TAMBOUR_READINESS_GOALS].needed, ==, 1);
  g_assert_nonnull (strstr (one->cells[TAMBOUR_READINESS_GOALS].sentence, "Fewer outages"));
  g_assert_cmpuint (one->cells[TAMBOUR_READINESS_AUDIT].done, ==, 1);
  g_assert_cmpuint (one->cells[TAMBOUR_READINESS_USAGE].done, ==, 1);
  g_assert_cmpuint (one->cells[TAMBOUR_READINESS_VALUE].needed, ==, 0);
  g_assert_cmpuint (one->cells[TAMBOUR_READINESS_NARRATIVE].done, ==, 1);
  g_assert_null (one->cells[TAMBOUR_READINESS_NARRATIVE].sentence);
  g_assert_cmpuint (one->cells[TAMBOUR_READINESS_SPONSOR].done, ==, 0);
  g_assert_cmpuint (one->n_missing, ==, 2);
  one = get_ready (list, "Basic Ltd");
  g_assert_false (one->in_plan);
  g_assert_cmpuint (one->n_missing, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reports/from-draft-to-final", test_from_draft_to_final);
  g_test_add_func ("/reports/a-discarded-draft-comes-back", test_a_discarded_draft_comes_back);
  g_test_add_func ("/reports/restated-says-why", test_restated_says_why);
  g_test_add_func ("/reports/another-definition-is-a-reason", test_another_definition_is_a_reason);
  g_test_add_func ("/reports/compared-with-the-review-before", test_compared_with_the_review_before);
  g_test_add_func ("/preflight/names-what-is-missing", test_preflight_names_what_is_missing);
  g_test_add_func ("/preflight/is-content-with-what-is-there", test_preflight_is_content_with_what_is_there);
  g_test_add_func ("/preflight/reads-what-was-composed", test_preflight_reads_what_was_composed);
  g_test_add_func ("/preflight/adds-the-findings-up", test_preflight_adds_the_findings_up);
  g_test_add_func ("/readiness/of-all-accounts", test_how_far_all_accounts_are);

  return g_test_run ();
}
