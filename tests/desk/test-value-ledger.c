/* test-value-ledger.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "tambour-demo.h"
#include "tambour-kinds.h"
#include "tambour-record-json.h"
#include "tambour-value-ledger.h"

/* A portfolio in a folder of its own. */
typedef struct
{
  char         *folder;
  TambourStore *store;
} Portfolio;

static void
set_up (Portfolio     *self,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("tambour-value-XXXXXX", NULL);
  path = g_build_filename (self->folder, "value.tambour", NULL);
  self->store = tambour_store_open (path, TAMBOUR_STORE_CREATE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Portfolio     *self,
           gconstpointer  data)
{
  g_autoptr(GDir) dir = NULL;
  const char *name;

  tambour_store_close (self->store);
  g_assert_finalize_object (self->store);
  dir = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
}

static TambourInstant
instant (const char *text)
{
  TambourInstant at;

  g_assert_true (tambour_instant_parse (text, &at));

  return at;
}

static TambourDate
date (const char *text)
{
  TambourDate on;

  g_assert_true (tambour_date_parse (text, &on));

  return on;
}

/* --- the demonstration: the same figures as the review ------------------------------ */

static double
minor_of (TambourMoney money)
{
  return money.minor == TAMBOUR_NO_COUNT ? NAN : (double) money.minor;
}

static void
assert_same (double ours,
             double theirs)
{
  if (isnan (theirs))
    g_assert_true (isnan (ours));
  else
    g_assert_cmpfloat_with_epsilon (ours, theirs, 1e-9);
}

/* Returns: how many lines count */
static guint
compare (TambourStore   *store,
         const char     *account,
         TambourDate     from,
         TambourDate     to,
         TambourInstant  at)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourFacts) facts = tambour_facts_new (store, account, from, to, at, NULL, NULL, &error);
  g_autoptr(TambourValueLedger) ledger = NULL;
  guint n_named = 0;

  g_assert_no_error (error);
  ledger = tambour_value_ledger_load (store, account, from, to, at, NULL, &error);
  g_assert_no_error (error);

  g_assert_cmpstr (ledger->currency, ==, facts->value.currency);
  g_assert_cmpuint (ledger->accepted->len, ==, facts->value.lines->len);
  assert_same (minor_of (ledger->counted), facts->value.total->now.value);
  assert_same (minor_of (ledger->gross), facts->value.gross->now.value);
  assert_same (minor_of (ledger->fee), facts->value.fee->now.value);
  assert_same (ledger->ratio, facts->value.ratio->now.value);
  assert_same (ledger->break_even, facts->value.break_even->now.value);
  if (facts->has_prior)
    assert_same (minor_of (ledger->counted_before), facts->value.total->prior.value);

  for (guint i = 0; i < ledger->accepted->len; i++)
    g_assert_cmpstr (TAMBOUR_RECORD (((TambourValueItem *) g_ptr_array_index (ledger->accepted, i))->entry)->id, ==,
                     g_array_index (facts->value.lines, TambourValueLine, i).id);

  n_named = ledger->not_counted->len;
  for (guint i = 0; i < ledger->waiting->len; i++)
    n_named += ((TambourValueItem *) g_ptr_array_index (ledger->waiting, i))->entry->on.julian >= from.julian;
  g_assert_cmpuint (n_named, ==, facts->value.not_counted->len);

  return ledger->accepted->len;
}

/* In the running year, in the one before, and in twelve months that are no agreement year. */
static void
test_same_as_the_review (Portfolio     *self,
                         gconstpointer  data)
{
  TambourDemoSettings settings = { 8, 0, 1 };
  TambourInstant now = instant ("2026-11-23T17:12:00Z");
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_ACCOUNT);
  g_autoptr(GPtrArray) accounts = NULL;
  g_autoptr(GError) error = NULL;
  guint n = 0;

  tambour_demo_write (self->store, &settings, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  accounts = tambour_store_list (self->store, query, NULL, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < accounts->len; i++)
    {
      const char *id = TAMBOUR_RECORD (g_ptr_array_index (accounts, i))->id;

      n += compare (self->store, id, date ("2025-12-01"), date ("2026-12-01"), now);
      n += compare (self->store, id, date ("2024-12-01"), date ("2025-12-01"), now);
      n += compare (self->store, id, date ("2025-11-23"), date ("2026-11-23"), now);
    }

  g_assert_cmpuint (n, >=, 20);
}

/* --- the fixture: proposed is what was agreed ---------------------------------------- */

/* Puts the records of the fixture, but for the entries of its last year. */
static void
put_varnholt (Portfolio *self,
              gboolean   with_entries)
{
  g_autofree char *path = g_build_filename (g_getenv ("TAMBOUR_SOURCE_DIR"), "tests", "fixtures", "varnholt.jsonl", NULL);
  g_autoptr(TambourChange) change = tambour_change_new ("Test", "Fixture");
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] && *lines[i]; i++)
    {
      g_autoptr(JsonNode) node = json_from_string (lines[i], &error);
      g_autoptr(TambourRecord) record = tambour_record_unpack (node, &error);

      g_assert_no_error (error);
      if (with_entries || !TAMBOUR_IS_VALUE_ENTRY (record) || TAMBOUR_VALUE_ENTRY (record)->on.julian < date ("2026-01-01").julian)
        tambour_change_put (change, record);
    }

  tambour_store_commit (self->store, change, &error);
  g_assert_no_error (error);
}

#define VARNHOLT "018aef66-b400-7000-8002-00013c6ef362"

static TambourValueLedger *
load_varnholt (Portfolio *self)
{
  g_autoptr(GError) error = NULL;
  TambourValueLedger *ledger = tambour_value_ledger_load (self->store, VARNHOLT, date ("2025-10-01"), date ("2026-10-01"),
                                                          instant ("2026-10-02T06:00:00Z"), NULL, &error);

  g_assert_no_error (error);

  return ledger;
}

static void
assert_proposed (const TambourValueLedger *ledger,
                 const char               *key,
                 gint64                    gross,
                 double                    share,
                 const char               *formula)
{
  for (guint i = 0; i < ledger->proposals->list->len; i++)
    {
      TambourValueProposal *proposal = g_ptr_array_index (ledger->proposals->list, i);

      if (!g_str_equal (proposal->key, key))
        continue;

      g_assert_null (proposal->reason);
      g_assert_true (tambour_value_proposal_can_be_made (proposal));
      g_assert_cmpint (proposal->entry->gross.minor, ==, gross);
      g_assert_cmpfloat (proposal->entry->share, ==, share);
      g_assert_cmpstr (proposal->entry->formula, ==, formula);
      return;
    }

  g_error ("nothing is proposed for %s", key);
}

/* What people agreed on in the fixture comes out of its records. */
static void
test_proposed_is_what_was_agreed (Portfolio     *self,
                                  gconstpointer  data)
{
  g_autoptr(TambourValueLedger) ledger = NULL;

  put_varnholt (self, FALSE);
  ledger = load_varnholt (self);
  assert_proposed (ledger, "less_outage", 11220000, .5, "(27.5 − 11) h × 6800.00 EUR");
  assert_proposed (ledger, "fewer_infections", 4092000, .5, "(372 − 108) × 2.5 h × 62.00 EUR");
  assert_proposed (ledger, "issues_avoided", 2720000, .5, "2 × 2 h × 6800.00 EUR");
  assert_proposed (ledger, "fewer_cases", 889700, 1, "(187 − 146) × 3.5 h × 62.00 EUR");
  g_assert_cmpint (ledger->counted.minor, ==, TAMBOUR_NO_COUNT);
  g_assert_cmpuint (tambour_value_ledger_count_proposals (ledger), ==, 4);
}

/* What was accepted for the year is not proposed again; and it is what the review says. */
static void
test_accepted_is_not_proposed (Portfolio     *self,
                               gconstpointer  data)
{
  g_autoptr(TambourValueLedger) ledger = NULL;

  put_varnholt (self, TRUE);
  ledger = load_varnholt (self);
  g_assert_cmpint (ledger->counted.minor, ==, 12355200);
  g_assert_cmpint (ledger->counted_before.minor, ==, 8690000);
  g_assert_cmpint (ledger->fee.minor, ==, 8400000);
  g_assert_cmpuint (ledger->accepted->len, ==, 5);
  g_assert_cmpuint (ledger->not_counted->len, ==, 3);
  g_assert_cmpuint (tambour_value_ledger_count_proposals (ledger), ==, 0);
}

/* Without an agreed rate nothing is zero: it is not counted, and says which rate that is. */
static void
test_without_a_rate (Portfolio     *self,
                     gconstpointer  data)
{
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_RATE);
  g_autoptr(TambourChange) change = tambour_change_new ("Test", "Nobody agreed");
  g_autoptr(GPtrArray) rates = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourValueLedger) ledger = NULL;

  put_varnholt (self, FALSE);
  rates = tambour_store_list (self->store, query, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < rates->len; i++)
    {
      g_clear_pointer (&((TambourRate *) g_ptr_array_index (rates, i))->agreed_by, g_free);
      tambour_change_put (change, g_ptr_array_index (rates, i));
    }
  tambour_store_commit (self->store, change, &error);
  g_assert_no_error (error);

  ledger = load_varnholt (self);
  g_assert_cmpuint (tambour_value_ledger_count_proposals (ledger), ==, 0);
  g_assert_cmpuint (ledger->proposals->list->len, ==, 4);
  for (guint i = 0; i < ledger->proposals->list->len; i++)
    {
      TambourValueProposal *proposal = g_ptr_array_index (ledger->proposals->list, i);

      g_assert_nonnull (proposal->reason);
      g_assert_nonnull (proposal->rate);
      g_assert_cmpint (proposal->entry->gross.minor, ==, TAMBOUR_NO_COUNT);
    }
}

/* --- the year ------------------------------------------------------------------------- */

static void
assert_year (GPtrArray  *agreements,
             const char *today,
             const char *from,
             const char *to)
{
  TambourDate first, after;
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;

  tambour_value_ledger_find_year (agreements, date (today), &first, &after);
  one = tambour_date_dup_text (first);
  other = tambour_date_dup_text (after);
  g_assert_cmpstr (one, ==, from);
  g_assert_cmpstr (other, ==, to);
}

static void
test_the_agreement_year (Portfolio     *self,
                         gconstpointer  data)
{
  g_autoptr(GPtrArray) agreements = g_ptr_array_new_with_free_func (g_object_unref);
  TambourAgreement *agreement = TAMBOUR_AGREEMENT (tambour_record_new (TAMBOUR_TYPE_AGREEMENT, NULL));

  assert_year (agreements, "2026-11-23", "2025-11-24", "2026-11-24");
  g_ptr_array_add (agreements, agreement);
  agreement->start = date ("2024-02-29");
  agreement->end = date ("2026-08-31");
  assert_year (agreements, "2024-03-01", "2024-02-29", "2025-03-01");
  assert_year (agreements, "2025-03-01", "2025-03-01", "2026-03-01");
  assert_year (agreements, "2026-03-01", "2026-03-01", "2026-09-01");
  assert_year (agreements, "2027-01-01", "2026-03-01", "2026-09-01");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/value-ledger/same-as-the-review", Portfolio, NULL, set_up, test_same_as_the_review, tear_down);
  g_test_add ("/value-ledger/proposed-is-what-was-agreed", Portfolio, NULL, set_up, test_proposed_is_what_was_agreed, tear_down);
  g_test_add ("/value-ledger/accepted-is-not-proposed", Portfolio, NULL, set_up, test_accepted_is_not_proposed, tear_down);
  g_test_add ("/value-ledger/without-a-rate", Portfolio, NULL, set_up, test_without_a_rate, tear_down);
  g_test_add ("/value-ledger/the-agreement-year", Portfolio, NULL, set_up, test_the_agreement_year, tear_down);

  return g_test_run ();
}
