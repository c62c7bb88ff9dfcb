/* test-facts-portfolio.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "test-facts-portfolio.h"

#include <glib/gstdio.h>
#include <string.h>

#include "tambour-record-json.h"

/* Monday to Friday, 09:00 to 17:00 in Amsterdam for the TAM; always for P1 by phone. */
static const char CATALOGUE[] =
  "{\"valid_from\": \"2020-01-01\","
  " \"calendars\": {"
  "  \"always\": {\"always\": true},"
  "  \"tam\": {\"zone\": \"Europe/Amsterdam\", \"weekly\": [[\"Mon 09:00\", \"Mon 17:00\"], [\"Tue 09:00\", \"Tue 17:00\"],"
  "   [\"Wed 09:00\", \"Wed 17:00\"], [\"Thu 09:00\", \"Thu 17:00\"], [\"Fri 09:00\", \"Fri 17:00\"]], \"holidays\": []}},"
  " \"plans\": [{\"id\": \"platinum\", \"name\": \"Platinum\", \"dedicated_tam\": true, \"named_contacts\": 5,"
  "  \"channels\": [\"phone\", \"email\", \"portal\"], \"targets\": ["
  "   {\"kind\": \"first_response\", \"priority\": \"P1\", \"channels\": [\"phone\"], \"minutes\": 30, \"calendar\": \"always\"},"
  "   {\"kind\": \"first_response\", \"priority\": \"P1\", \"minutes\": 120, \"calendar\": \"always\"},"
  "   {\"kind\": \"first_response\", \"priority\": \"P2\", \"minutes\": 480, \"calendar\": \"always\"}]},"
  "  {\"id\": \"gold\", \"name\": \"Gold\", \"dedicated_tam\": false, \"named_contacts\": 3,"
  "  \"channels\": [\"phone\", \"email\"], \"targets\": ["
  "   {\"kind\": \"first_response\", \"priority\": \"P2\", \"minutes\": 960, \"calendar\": \"always\"}]}]}";

static TambourRecord *
make_record (const char *kind,
             const char *id)
{
  g_autoptr(TambourRecordClass) klass = tambour_kinds_find (kind);

  g_assert_nonnull (klass);

  return tambour_record_new (G_TYPE_FROM_CLASS (klass), id);
}

static TestPortfolio *
open_portfolio (const char *catalogue)
{
  TestPortfolio *self = g_new0 (TestPortfolio, 1);
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("facts-test-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "test.tambour", NULL);
  self->store = tambour_store_open (path, TAMBOUR_STORE_CREATE, &error);
  g_assert_no_error (error);
  self->catalogue = tambour_catalogue_new (catalogue, &error);
  g_assert_no_error (error);
  self->change = tambour_change_new ("test", "Make a portfolio");

  return self;
}

/* Adds a record; fields follow as pairs of name and text. Everything but plans,
 * people and catalogues belongs to the account.
 */
void
test_portfolio_add (TestPortfolio *self,
                    const char    *kind,
                    const char    *id,
                    ...)
{
  g_autoptr(TambourRecord) record = make_record (kind, id);
  gboolean is_own = !g_str_equal (kind, "account") && !g_str_equal (kind, "plan") && !g_str_equal (kind, "person");
  g_autoptr(GError) error = NULL;
  const char *name;
  va_list list;

  if (is_own)
    tambour_record_set_text (record, "account_id", "acme", &error);
  g_assert_no_error (error);

  va_start (list, id);
  while ((name = va_arg (list, const char *)) != NULL)
    {
      tambour_record_set_text (record, name, va_arg (list, const char *), &error);
      g_assert_no_error (error);
    }
  va_end (list);

  tambour_change_put (self->change, record);
}

TestPortfolio *
test_portfolio_new (void)
{
  TestPortfolio *self = open_portfolio (CATALOGUE);

  test_portfolio_add (self, "plan", "platinum", "code", "platinum", "name", "Platinum", NULL);
  test_portfolio_add (self, "account", "acme", "name", "Acme", "short_code", "ACM", "plan_id", "platinum",
                      "report_tz", "Europe/Amsterdam", "currency", "EUR", NULL);

  return self;
}

TestPortfolio *
test_portfolio_new_from (const char *records,
                         const char *catalogue)
{
  g_autofree char *document = NULL;
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  g_autoptr(GError) error = NULL;
  TestPortfolio *self;

  g_file_get_contents (catalogue, &document, NULL, &error);
  g_assert_no_error (error);
  g_file_get_contents (records, &text, NULL, &error);
  g_assert_no_error (error);

  self = open_portfolio (document);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] && *lines[i]; i++)
    {
      g_autoptr(JsonNode) node = json_from_string (lines[i], &error);
      g_autoptr(TambourRecord) record = NULL;

      g_assert_no_error (error);
      record = tambour_record_unpack (node, &error);
      g_assert_no_error (error);
      tambour_change_put (self->change, record);
    }

  return self;
}

void
test_portfolio_free (TestPortfolio *self)
{
  g_autoptr(GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  tambour_store_close (self->store);
  g_clear_object (&self->store);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->change);

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (self->folder);
  g_clear_pointer (&self->folder, g_free);
  g_free (self);
}

TambourFacts *
test_portfolio_read (TestPortfolio *self,
                     const char    *account,
                     const char    *from,
                     const char    *to,
                     const char    *as_of)
{
  g_autoptr(TambourCatalogueSet) plans = tambour_catalogue_set_new_always (self->catalogue);
  g_autoptr(GError) error = NULL;
  TambourDate first, last;
  TambourInstant cut_off;
  TambourFacts *facts;

  if (tambour_change_get_size (self->change) > 0)
    {
      tambour_store_commit (self->store, self->change, &error);
      g_assert_no_error (error);
      g_clear_object (&self->change);
      self->change = tambour_change_new ("test", "Go on");
    }

  g_assert_true (tambour_date_parse (from, &first));
  g_assert_true (tambour_date_parse (to, &last));
  g_assert_true (tambour_instant_parse (as_of, &cut_off));
  facts = tambour_facts_new (self->store, account, first, last, cut_off, plans, NULL, &error);
  g_assert_no_error (error);

  return facts;
}

/* The year 2026 of the account, read a week after it ended. */
TambourFacts *
test_portfolio_read_2026 (TestPortfolio *self)
{
  return test_portfolio_read (self, "acme", "2026-01-01", "2027-01-01", "2027-01-08T12:00:00Z");
}

char *
test_shared_path (const char *path)
{
  return g_build_filename (g_getenv ("TAMBOUR_SOURCE_DIR"), path, NULL);
}

static TambourFact *
find_fact (TambourFacts *facts,
           const char   *key)
{
  TambourFact *fact = tambour_facts_find (facts, key);

  if (fact == NULL)
    g_error ("No figure %s", key);

  return fact;
}

static void
assert_share (const TambourMeasure *measure,
              const char           *key,
              gint64                n,
              gint64                of)
{
  if (measure->n != n || measure->of != of)
    g_test_message ("%s: %" G_GINT64_FORMAT " of %" G_GINT64_FORMAT " (%s)", key, measure->n, measure->of, measure->reason);

  g_assert_cmpint (measure->n, ==, n);
  g_assert_cmpint (measure->of, ==, of);
}

static void
assert_value (const TambourMeasure *measure,
              const char           *key,
              double                value)
{
  if (!(fabs (measure->value - value) < 1e-6))
    g_test_message ("%s: %.6f (%s)", key, measure->value, measure->reason);

  g_assert_cmpint (measure->state, ==, TAMBOUR_FACT_MEASURED);
  g_assert_cmpfloat_with_epsilon (measure->value, value, 1e-6);
}

void
test_assert_share (TambourFacts *facts,
                   const char   *key,
                   gint64        n,
                   gint64        of)
{
  assert_share (&find_fact (facts, key)->now, key, n, of);
}

void
test_assert_prior_share (TambourFacts *facts,
                         const char   *key,
                         gint64        n,
                         gint64        of)
{
  assert_share (&find_fact (facts, key)->prior, key, n, of);
}

void
test_assert_value (TambourFacts *facts,
                   const char   *key,
                   double        value)
{
  assert_value (&find_fact (facts, key)->now, key, value);
}

void
test_assert_prior (TambourFacts *facts,
                   const char   *key,
                   double        value)
{
  assert_value (&find_fact (facts, key)->prior, key, value);
}

void
test_assert_state (TambourFacts     *facts,
                   const char       *key,
                   TambourFactState  state)
{
  TambourFact *fact = find_fact (facts, key);

  if (fact->now.state != state)
    g_test_message ("%s is %u: %.6f", key, fact->now.state, fact->now.value);

  g_assert_cmpint (fact->now.state, ==, state);
}
