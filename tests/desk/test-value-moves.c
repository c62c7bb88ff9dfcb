/* test-value-moves.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "desk-portfolio.h"
#include "tambour-case.h"
#include "tambour-environment.h"
#include "tambour-report.h"
#include "tambour-value-ledger.h"
#include "tambour-value-moves.h"

static const char *
account_of (DeskPortfolio *desk)
{
  return TAMBOUR_RECORD (desk->account)->id;
}

/* Does it. Returns: the number of the change */
static gint64
make (DeskPortfolio          *desk,
      const TambourValueMove *move)
{
  g_autoptr(TambourChange) change = tambour_change_new ("Mira Solberg", "Move");
  g_autoptr(GError) error = NULL;

  tambour_value_move_fill (move, desk->store, desk_portfolio_now (), change, &error);
  g_assert_no_error (error);
  tambour_store_commit (desk->store, change, &error);
  g_assert_no_error (error);

  return tambour_change_get_number (change);
}

static void
assert_refused (DeskPortfolio          *desk,
                const TambourValueMove *move,
                const char             *words)
{
  g_autoptr(TambourChange) change = tambour_change_new ("Mira Solberg", "Move");
  g_autoptr(GError) error = NULL;

  g_assert_false (tambour_value_move_fill (move, desk->store, desk_portfolio_now (), change, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, words));
}

static TambourValueEntry *
add_entry (DeskPortfolio *desk,
           const char    *klass,
           const char    *share,
           const char    *state)
{
  TambourRecord *entry = desk_portfolio_own (desk, TAMBOUR_TYPE_VALUE_ENTRY);

  desk_set (entry, "title", "Less work");
  desk_set (entry, "class", klass);
  desk_set (entry, "on", "2026-11-01");
  desk_set (entry, "gross", "1000.00 EUR");
  desk_set (entry, "share", share);
  desk_set (entry, "state", state);
  desk_portfolio_put (desk, entry);

  return TAMBOUR_VALUE_ENTRY (entry);
}

static TambourValueEntry *
get (DeskPortfolio     *desk,
     TambourValueEntry *entry)
{
  return desk_portfolio_get (desk, entry);
}

static TambourValueMove *
new_move (DeskPortfolio        *desk,
          TambourValueMoveKind  kind,
          gpointer              record)
{
  return tambour_value_move_new (kind, record ? TAMBOUR_RECORD (record)->id : NULL, account_of (desk));
}

static void
test_accepted_by_whom_and_when (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourValueEntry) entry = add_entry (desk, "time_saved", "0.5", "draft");
  g_autoptr(TambourContact) ruth = desk_portfolio_contact (desk, "Ruth Adeyemi");
  g_autoptr(TambourValueMove) propose = new_move (desk, TAMBOUR_VALUE_MOVE_PROPOSE, entry);
  g_autoptr(TambourValueMove) accept = new_move (desk, TAMBOUR_VALUE_MOVE_ACCEPT, entry);
  g_autoptr(TambourValueEntry) accepted = NULL;
  g_autoptr(TambourValueEntry) back = NULL;
  g_autoptr(GError) error = NULL;
  gint64 number;

  assert_refused (desk, accept, "Propose it");
  make (desk, propose);
  assert_refused (desk, propose, "already");
  assert_refused (desk, accept, "who of the customer");
  accept->contact_id = g_strdup (TAMBOUR_RECORD (ruth)->id);
  accept->on = tambour_date_new (2026, 11, 24);
  assert_refused (desk, accept, "not come yet");
  accept->on = tambour_date_new (2026, 11, 20);
  number = make (desk, accept);

  accepted = get (desk, entry);
  g_assert_cmpint (accepted->state, ==, TAMBOUR_VALUE_STATE_ACCEPTED);
  g_assert_cmpstr (accepted->accepted_by_id.id, ==, TAMBOUR_RECORD (ruth)->id);
  g_assert_cmpstr (TAMBOUR_RECORD (accepted)->updated_by, ==, "Mira Solberg");

  tambour_store_undo (desk->store, number, "Mira Solberg", NULL, &error);
  g_assert_no_error (error);
  back = get (desk, entry);
  g_assert_cmpint (back->state, ==, TAMBOUR_VALUE_STATE_PROPOSED);
  g_assert_null (back->accepted_by_id.id);
}

/* Nobody of another customer can accept it. */
static void
test_only_the_customer_accepts (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourValueEntry) entry = add_entry (desk, "time_saved", "0.5", "proposed");
  g_autoptr(TambourValueMove) accept = new_move (desk, TAMBOUR_VALUE_MOVE_ACCEPT, entry);
  g_autoptr(TambourRecord) other = tambour_record_new (TAMBOUR_TYPE_ACCOUNT, NULL);
  g_autoptr(TambourRecord) stranger = tambour_record_new (TAMBOUR_TYPE_CONTACT, NULL);

  desk_set (other, "name", "Other");
  desk_set (other, "short_code", "OTH");
  desk_portfolio_put (desk, other);
  g_set_str (&stranger->account_id.id, other->id);
  desk_set (stranger, "name", "Stranger");
  desk_portfolio_put (desk, stranger);
  accept->contact_id = g_strdup (stranger->id);
  assert_refused (desk, accept, "contact of this account");
}

static void
test_a_shared_effect_is_half (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourValueEntry) shared = add_entry (desk, "time_saved", "0.6", "draft");
  g_autoptr(TambourValueEntry) invoice = add_entry (desk, "cost_avoided", "1", "draft");
  g_autoptr(TambourValueMove) first = new_move (desk, TAMBOUR_VALUE_MOVE_PROPOSE, shared);
  g_autoptr(TambourValueMove) second = new_move (desk, TAMBOUR_VALUE_MOVE_PROPOSE, invoice);

  assert_refused (desk, first, "At most half");
  make (desk, second);
}

static void
test_rejected_with_a_reason (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourValueEntry) entry = add_entry (desk, "time_saved", "0.5", "proposed");
  g_autoptr(TambourValueMove) reject = new_move (desk, TAMBOUR_VALUE_MOVE_REJECT, entry);
  g_autoptr(TambourValueMove) propose = new_move (desk, TAMBOUR_VALUE_MOVE_PROPOSE, entry);
  g_autoptr(TambourValueMove) withdraw = new_move (desk, TAMBOUR_VALUE_MOVE_WITHDRAW, entry);
  g_autoptr(TambourValueEntry) rejected = NULL;
  g_autoptr(TambourValueEntry) proposed = NULL;

  assert_refused (desk, reject, "why");
  reject->text = g_strdup ("  Not ours ");
  make (desk, reject);
  rejected = get (desk, entry);
  g_assert_cmpint (rejected->state, ==, TAMBOUR_VALUE_STATE_REJECTED);
  g_assert_cmpstr (rejected->reason, ==, "Not ours");

  make (desk, propose);
  proposed = get (desk, entry);
  g_assert_cmpint (proposed->state, ==, TAMBOUR_VALUE_STATE_PROPOSED);
  g_assert_null (proposed->reason);
  make (desk, withdraw);
  assert_refused (desk, withdraw, "not proposed");
}

static void
test_one_project_pays_once (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) project = desk_portfolio_own (desk, TAMBOUR_TYPE_PROJECT);
  g_autoptr(TambourValueEntry) first = add_entry (desk, "time_saved", "0.5", "accepted");
  g_autoptr(TambourValueEntry) second = add_entry (desk, "cost_avoided", "1", "draft");
  g_autoptr(TambourValueMove) propose = new_move (desk, TAMBOUR_VALUE_MOVE_PROPOSE, second);

  desk_set (project, "title", "Log export");
  desk_portfolio_put (desk, project);
  g_set_str (&first->project_id.id, project->id);
  g_set_str (&second->project_id.id, project->id);
  desk_portfolio_put (desk, first);
  desk_portfolio_put (desk, second);
  assert_refused (desk, propose, "One project pays once");
}

/* A new agreement is a new record; the old one stays as it was. */
static void
test_a_rate_is_agreed_anew (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourContact) ruth = desk_portfolio_contact (desk, "Ruth Adeyemi");
  g_autoptr(TambourValueMove) rate = new_move (desk, TAMBOUR_VALUE_MOVE_RATE, NULL);
  g_autoptr(TambourValueLedger) ledger = NULL;
  g_autoptr(GError) error = NULL;
  TambourValueRate *shown;

  assert_refused (desk, rate, "what the rate is of");
  rate->title = g_strdup ("Clean desk, per hour");
  assert_refused (desk, rate, "how much");
  rate->amount = (TambourMoney) { 6200, "EUR" };
  assert_refused (desk, rate, "who of the customer");
  rate->contact_id = g_strdup (TAMBOUR_RECORD (ruth)->id);
  rate->on = tambour_date_new (2026, 3, 1);
  rate->until = tambour_date_new (2026, 2, 1);
  assert_refused (desk, rate, "lapses before");
  rate->until = (TambourDate) { 0 };
  make (desk, rate);

  rate->amount.minor = 7000;
  rate->on = tambour_date_new (2026, 11, 1);
  make (desk, rate);
  ledger = tambour_value_ledger_load (desk->store, account_of (desk), (TambourDate) { 0 }, (TambourDate) { 0 }, desk_portfolio_now (), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ledger->rates->len, ==, 1);
  shown = g_ptr_array_index (ledger->rates, 0);
  g_assert_cmpstr (shown->rate->code, ==, "clean_desk_per_hour");
  g_assert_cmpint (shown->rate->amount.minor, ==, 7000);
  g_assert_cmpuint (shown->n_earlier, ==, 1);
  g_assert_cmpstr (shown->contact, ==, "Ruth Adeyemi");
}

/* --- what the program computes ------------------------------------------------------- */

/* Six appliances that went in March, at 210 a month. */
static void
add_retired (DeskPortfolio *desk)
{
  g_autoptr(TambourRecord) component = desk_portfolio_own (desk, TAMBOUR_TYPE_COMPONENT);
  g_autoptr(TambourRecord) rate = desk_portfolio_own (desk, TAMBOUR_TYPE_RATE);

  desk_set (component, "type", "Appliance");
  desk_set (component, "product", "Clinic appliance");
  desk_set (component, "count", "6");
  desk_set (component, "retired_on", "2026-03-31");
  desk_set (component, "retired_rate", "appliance_month");
  desk_portfolio_put (desk, component);
  desk_set (rate, "code", "appliance_month");
  desk_set (rate, "title", "Clinic appliance");
  desk_set (rate, "amount", "210.00 EUR");
  desk_set (rate, "agreed_on", "2026-03-12");
  desk_set (rate, "agreed_by", "Invoice");
  desk_portfolio_put (desk, rate);
  desk_set (desk->account, "currency", "EUR");
  desk_portfolio_put (desk, desk->account);
}

static GPtrArray *
list_entries (DeskPortfolio *desk)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_VALUE_ENTRY);
  g_autoptr(GError) error = NULL;
  GPtrArray *found = tambour_store_list (desk->store, query, NULL, &error);

  g_assert_no_error (error);

  return found;
}

static void
agree_more (DeskPortfolio *desk)
{
  g_autoptr(TambourRecord) rate = desk_portfolio_own (desk, TAMBOUR_TYPE_RATE);

  desk_set (rate, "code", "appliance_month");
  desk_set (rate, "title", "Clinic appliance");
  desk_set (rate, "amount", "300.00 EUR");
  desk_set (rate, "agreed_on", "2026-11-12");
  desk_set (rate, "agreed_by", "Invoice");
  desk_portfolio_put (desk, rate);
}

/* Proposing again writes what is still proposed anew, and leaves what was accepted alone. */
static void
test_proposed_again (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourContact) ruth = desk_portfolio_contact (desk, "Ruth Adeyemi");
  g_autoptr(TambourValueMove) compute = new_move (desk, TAMBOUR_VALUE_MOVE_COMPUTE, NULL);
  g_autoptr(TambourValueMove) accept = NULL;
  g_autoptr(GPtrArray) first = NULL;
  g_autoptr(GPtrArray) second = NULL;
  TambourValueEntry *entry;

  add_retired (desk);
  make (desk, compute);
  first = list_entries (desk);
  g_assert_cmpuint (first->len, ==, 1);
  entry = g_ptr_array_index (first, 0);
  g_assert_cmpint (entry->gross.minor, ==, 6 * 7 * 21000);
  g_assert_cmpfloat (entry->share, ==, 1);
  g_assert_cmpint (entry->state, ==, TAMBOUR_VALUE_STATE_PROPOSED);
  g_assert_true (tambour_value_entry_is_computed (entry));
  assert_refused (desk, compute, "nothing new");

  agree_more (desk);
  make (desk, compute);
  second = list_entries (desk);
  g_assert_cmpuint (second->len, ==, 1);
  g_assert_cmpint (((TambourValueEntry *) g_ptr_array_index (second, 0))->gross.minor, ==, 6 * 7 * 30000);

  accept = new_move (desk, TAMBOUR_VALUE_MOVE_ACCEPT, entry);
  accept->contact_id = g_strdup (TAMBOUR_RECORD (ruth)->id);
  make (desk, accept);
  assert_refused (desk, compute, "nothing new");
}

/* Faster than agreed counts, slower is nothing, and a whole year counts no outage twice. */
static void
test_incidents_against_the_agreed_time (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) rate = desk_portfolio_own (desk, TAMBOUR_TYPE_RATE);
  g_autoptr(TambourRecord) fast = desk_portfolio_own (desk, TAMBOUR_TYPE_INCIDENT);
  g_autoptr(TambourRecord) slow = desk_portfolio_own (desk, TAMBOUR_TYPE_INCIDENT);
  g_autoptr(TambourValueMove) compute = new_move (desk, TAMBOUR_VALUE_MOVE_COMPUTE, NULL);
  g_autoptr(GPtrArray) entries = NULL;
  g_autoptr(TambourValueEntry) whole = NULL;
  TambourValueEntry *entry;

  desk_set (desk->account, "currency", "EUR");
  desk_portfolio_put (desk, desk->account);
  desk_set (rate, "code", "restore_hours");
  desk_set (rate, "number", "4");
  desk_set (rate, "agreed_on", "2026-03-12");
  desk_set (rate, "agreed_by", "Ruth");
  desk_portfolio_put (desk, rate);
  for (guint i = 0; i < 2; i++)
    {
      TambourRecord *incident = i ? slow : fast;

      desk_set (incident, "service", i ? "Slow" : "Fast");
      desk_set (incident, "impact_start", "2026-06-01T08:00:00Z");
      desk_set (incident, "restored_at", i ? "2026-06-01T18:00:00Z" : "2026-06-01T09:30:00Z");
      desk_set (incident, "cost_per_hour", "1000.00 EUR");
      desk_portfolio_put (desk, incident);
    }

  make (desk, compute);
  entries = list_entries (desk);
  g_assert_cmpuint (entries->len, ==, 1);
  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpint (entry->gross.minor, ==, 250000);
  g_assert_cmpfloat (entry->share, ==, .5);
  g_assert_cmpstr (entry->incident_id.id, ==, fast->id);

  whole = add_entry (desk, "less_outage", "0.5", "accepted");
  desk_set (rate, "number", "6");
  desk_portfolio_put (desk, rate);
  assert_refused (desk, compute, "nothing new");
}

/* --- what a finished review holds ------------------------------------------------------ */

static void
test_held_by_a_finished_review (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourValueEntry) entry = add_entry (desk, "time_saved", "0.5", "proposed");
  g_autoptr(TambourContact) ruth = desk_portfolio_contact (desk, "Ruth Adeyemi");
  g_autoptr(TambourRecord) report = desk_portfolio_own (desk, TAMBOUR_TYPE_REPORT);
  g_autoptr(TambourValueMove) accept = new_move (desk, TAMBOUR_VALUE_MOVE_ACCEPT, entry);
  g_autoptr(TambourValueMove) withdraw = new_move (desk, TAMBOUR_VALUE_MOVE_WITHDRAW, entry);
  g_autoptr(TambourChange) change = tambour_change_new ("Mira Solberg", "Move");
  g_autoptr(TambourValueLedger) ledger = NULL;
  g_autoptr(GError) error = NULL;
  gint64 number;

  accept->contact_id = g_strdup (TAMBOUR_RECORD (ruth)->id);
  number = make (desk, accept);
  desk_set (report, "period_from", "2025-12-01");
  desk_set (report, "period_to", "2026-11-30");
  desk_set (report, "state", "final");
  desk_portfolio_put (desk, report);

  g_assert_false (tambour_store_undo (desk->store, number, "Mira Solberg", NULL, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "finished review"));
  g_clear_error (&error);

  g_assert_true (tambour_value_move_fill (withdraw, desk->store, desk_portfolio_now (), change, &error));
  g_assert_false (tambour_store_commit (desk->store, change, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED);
  g_clear_error (&error);

  ledger = tambour_value_ledger_load (desk->store, account_of (desk), tambour_date_new (2025, 12, 1), tambour_date_new (2026, 12, 1),
                                      desk_portfolio_now (), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ledger->accepted->len + ledger->not_counted->len, ==, 1);
  g_assert_true (((TambourValueItem *) g_ptr_array_index (ledger->accepted->len ? ledger->accepted : ledger->not_counted, 0))->is_held);

  /* A draft holds nothing. */
  desk_set (report, "state", "draft");
  desk_portfolio_put (desk, report);
  make (desk, withdraw);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/value-moves/accepted-by-whom-and-when", test_accepted_by_whom_and_when);
  g_test_add_func ("/value-moves/only-the-customer-accepts", test_only_the_customer_accepts);
  g_test_add_func ("/value-moves/a-shared-effect-is-half", test_a_shared_effect_is_half);
  g_test_add_func ("/value-moves/rejected-with-a-reason", test_rejected_with_a_reason);
  g_test_add_func ("/value-moves/one-project-pays-once", test_one_project_pays_once);
  g_test_add_func ("/value-moves/a-rate-is-agreed-anew", test_a_rate_is_agreed_anew);
  g_test_add_func ("/value-moves/proposed-again", test_proposed_again);
  g_test_add_func ("/value-moves/incidents-against-the-agreed-time", test_incidents_against_the_agreed_time);
  g_test_add_func ("/value-moves/held-by-a-finished-review", test_held_by_a_finished_review);

  return g_test_run ();
}
