/* test-connectors.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "continuity-fixture.h"
#include "tambour-inbox.h"

static TambourConnector *
new_connector (const char *name,
               const char *address)
{
  TambourConnector *connector = tambour_connector_new (name);

  connector->map = g_strdup ("request-tracker");
  connector->address = g_strdup (address);
  connector->user = g_strdup ("anna");

  return connector;
}

/* --- as settings ----------------------------------------------------------------- */

static void
test_kept (void)
{
  g_autoptr(DeskPortfolio) desk = continuity_portfolio ();
  g_autoptr(TambourConnector) connector = new_connector ("Support", " https://portal.example.org/rt/ ");
  g_autoptr(TambourConnector) found = NULL;
  g_autoptr(GPtrArray) all = NULL;
  g_autoptr(GError) error = NULL;
  const TambourMatchRule *rule;

  connector->interval = 15;
  g_ptr_array_add (connector->rules, tambour_match_rule_new ("domain", "*.orion.example", TAMBOUR_RECORD (desk->account)->id));
  tambour_connectors_put (desk->store, connector, "request-tracker", &error);
  g_assert_no_error (error);

  found = tambour_connectors_get (desk->store, "Support", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found->address, ==, "https://portal.example.org/rt");
  g_assert_cmpstr (found->system, ==, "request-tracker");
  g_assert_cmpstr (found->user, ==, "anna");
  g_assert_cmpint (found->interval, ==, 15);
  rule = g_ptr_array_index (found->rules, 0);
  g_assert_cmpstr (rule->pattern, ==, "*.orion.example");
  all = tambour_connectors_list (desk->store, &error);
  g_assert_cmpuint (all->len, ==, 1);
}

static void
test_refused (void)
{
  static const char * const addresses[] = {
    "", "portal", "ftp://portal.example.org", "https://", "https://anna:secret@portal.example.org", "https://portal.example.org/?key=secret"
  };
  g_autoptr(DeskPortfolio) desk = continuity_portfolio ();

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autoptr(TambourConnector) connector = new_connector ("Support", addresses[i]);
      g_autoptr(GError) error = NULL;

      g_assert_false (tambour_connectors_put (desk->store, connector, "request-tracker", &error));
      g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED);
      g_assert_null (strstr (error->message, "secret"));
    }
}

/* Both call their first case 1. */
static void
test_two_portals (void)
{
  g_autoptr(DeskPortfolio) desk = continuity_portfolio ();
  g_autoptr(TambourConnector) one = new_connector ("Support", "https://portal.example.org");
  g_autoptr(TambourConnector) same = new_connector ("Projects", "https://portal.example.org");
  g_autoptr(TambourConnector) other = new_connector ("Partner", "https://partner.example.org");
  g_autoptr(GError) error = NULL;

  tambour_connectors_put (desk->store, one, "request-tracker", &error);
  tambour_connectors_put (desk->store, same, "request-tracker", &error);
  tambour_connectors_put (desk->store, other, "request-tracker", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (same->system, ==, "request-tracker");
  g_assert_cmpstr (other->system, ==, "request-tracker@partner.example.org");
}

static TambourPortalItem *
strange_item (const char *number)
{
  TambourPortalItem *item = continuity_item (number, "Who is that?", "2026-11-02T08:00:00Z");

  g_hash_table_remove_all (item->hints);
  tambour_portal_item_hint (item, "email", "ines@lyra.example");

  return item;
}

static TambourConnectCounts
run (DeskPortfolio          *desk,
     const TambourConnector *connector,
     TambourPortalItem      *item)
{
  return continuity_run (desk->store, connector, "cursor", &item, 1);
}

static void
test_removal_is_undone (void)
{
  g_autoptr(DeskPortfolio) desk = continuity_portfolio ();
  g_autoptr(TambourConnector) connector = new_connector ("Support", "https://portal.example.org");
  g_autoptr(TambourConnector) other = new_connector ("Support:2", "https://portal.example.org");
  g_autofree char *remains = NULL;
  g_autoptr(TambourConnectorState) state = NULL;
  g_autoptr(GPtrArray) gone = NULL, inbox = NULL;
  g_autoptr(GError) error = NULL;

  tambour_connectors_put (desk->store, connector, "portal", &error);
  tambour_connectors_put (desk->store, other, "portal", &error);
  run (desk, connector, strange_item ("1"));
  run (desk, other, strange_item ("2"));
  remains = tambour_connectors_remove (desk->store, "Support", &error);
  g_assert_no_error (error);
  g_assert_null (tambour_connectors_get (desk->store, "Support", NULL));
  gone = tambour_inbox_list (desk->store, NULL, TRUE, &error);
  g_assert_cmpuint (gone->len, ==, 1);

  tambour_connectors_put_back (desk->store, remains, &error);
  g_assert_no_error (error);
  inbox = tambour_inbox_list (desk->store, "Support", TRUE, &error);
  g_assert_cmpuint (inbox->len, ==, 1);
  state = tambour_connector_state_read (desk->store, "Support");
  g_assert_cmpstr (state->cursor, ==, "cursor");
  g_assert_cmpuint (state->counts.unmatched, ==, 1);
}

static void
test_due (void)
{
  g_autoptr(TambourConnector) connector = new_connector ("Support", "https://portal.example.org");
  g_autoptr(TambourConnectorState) state = tambour_connector_state_new ();

  g_assert_false (tambour_connector_is_due (connector, state, continuity_time ("2026-11-23T10:00:00Z")));
  connector->interval = 15;
  g_assert_true (tambour_connector_is_due (connector, state, continuity_time ("2026-11-23T10:00:00Z")));
  state->started_at = continuity_time ("2026-11-23T10:00:00Z");
  g_assert_false (tambour_connector_is_due (connector, state, continuity_time ("2026-11-23T10:14:59Z")));
  g_assert_true (tambour_connector_is_due (connector, state, continuity_time ("2026-11-23T10:15:00Z")));
}

/* --- whose is it ----------------------------------------------------------------------- */

static TambourAccount *
add_account (DeskPortfolio *desk,
             const char    *name,
             const char    *code)
{
  TambourAccount *account = TAMBOUR_ACCOUNT (tambour_record_new (TAMBOUR_TYPE_ACCOUNT, NULL));

  desk_set (account, "name", name);
  desk_set (account, "short_code", code);
  desk_portfolio_put (desk, account);

  return account;
}

static void
add_contact (DeskPortfolio  *desk,
             TambourAccount *account,
             const char     *email)
{
  g_autoptr(TambourRecord) contact = tambour_record_new (TAMBOUR_TYPE_CONTACT, NULL);

  desk_set (contact, "account_id", TAMBOUR_RECORD (account)->id);
  desk_set (contact, "name", "Somebody");
  desk_set (contact, "email", email);
  desk_portfolio_put (desk, contact);
}

static void
assert_match (DeskPortfolio  *desk,
              GPtrArray      *rules,
              const char     *hint,
              const char     *text,
              TambourAccount *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourAccountMatch) match = tambour_account_match_new (desk->store, rules, NULL, &error);
  g_autoptr(TambourPortalItem) item = tambour_portal_item_new ("1");
  g_autofree char *reason = NULL;

  g_assert_no_error (error);
  tambour_portal_item_hint (item, hint, text);
  g_assert_cmpstr (tambour_account_match_find (match, item->hints, &reason), ==, expected ? TAMBOUR_RECORD (expected)->id : NULL);
  g_assert_true ((reason == NULL) == (expected != NULL));
}

static void
test_match (void)
{
  g_autoptr(DeskPortfolio) desk = continuity_portfolio ();
  g_autoptr(TambourAccount) lyra = add_account (desk, "Lyra Bank", "LYR");
  g_autoptr(TambourPerson) mira = desk_portfolio_person (desk, "Mira Solberg");
  g_autoptr(GPtrArray) rules = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_match_rule_free);

  desk_set (mira, "email", "mira@Tambour.example");
  desk_portfolio_put (desk, mira);
  add_contact (desk, lyra, "placed@tambour.example");
  add_contact (desk, lyra, "ines@lyra.example");
  add_contact (desk, lyra, "ines@gmail.com");
  add_contact (desk, desk->account, "both@shared.example");
  add_contact (desk, lyra, "other@shared.example");
  assert_match (desk, rules, "organisation", "  LYRA bank ", lyra);
  assert_match (desk, rules, "organisation", "lyr", lyra);
  assert_match (desk, rules, "organisation", "Lyra", NULL);
  assert_match (desk, rules, "email", "new@LYRA.example", lyra);
  assert_match (desk, rules, "email", "INES@gmail.com", lyra);
  assert_match (desk, rules, "email", "somebody@gmail.com", NULL);
  assert_match (desk, rules, "email", "both@shared.example", desk->account);
  assert_match (desk, rules, "email", "third@shared.example", NULL);
  assert_match (desk, rules, "email", "placed@tambour.example", lyra);
  assert_match (desk, rules, "email", "somebody@tambour.example", NULL);
  assert_match (desk, rules, "Contract", "C-17", NULL);

  g_ptr_array_add (rules, tambour_match_rule_new ("Contract", "c-1*", "somebody who has gone"));
  g_ptr_array_add (rules, tambour_match_rule_new ("Contract", "c-1*", TAMBOUR_RECORD (lyra)->id));
  assert_match (desk, rules, "Contract", "C-17", lyra);
  assert_match (desk, rules, "Contract", "C-27", NULL);
}

static void
test_several (void)
{
  g_autoptr(DeskPortfolio) desk = continuity_portfolio ();
  g_autoptr(TambourAccount) twin = add_account (desk, "orion foods", "OR2");
  g_autoptr(GPtrArray) rules = g_ptr_array_new ();

  assert_match (desk, rules, "organisation", "Orion Foods", NULL);
  assert_match (desk, rules, "organisation", "OR2", twin);
}

/* --- the inbox ----------------------------------------------------------------------------- */

static void
test_inbox (void)
{
  g_autoptr(DeskPortfolio) desk = continuity_portfolio ();
  g_autoptr(TambourConnector) connector = continuity_connector ();
  g_autoptr(GPtrArray) waiting = NULL, after = NULL;
  g_autoptr(TambourCase) record = NULL;
  g_autoptr(GError) error = NULL;
  const TambourInboxEntry *entry;

  g_assert_cmpuint (run (desk, connector, strange_item ("7")).unmatched, ==, 1);
  g_assert_cmpuint (run (desk, connector, strange_item ("7")).unmatched, ==, 1);
  waiting = tambour_inbox_list (desk->store, "Support", FALSE, &error);
  g_assert_cmpuint (waiting->len, ==, 1);
  entry = g_ptr_array_index (waiting, 0);
  g_assert_cmpstr (entry->title, ==, "Who is that?");
  g_assert_cmpstr (g_hash_table_lookup (entry->hints, "domain"), ==, "lyra.example");
  g_assert_cmpint (entry->opened_at.seconds, ==, continuity_time ("2026-11-02T08:00:00Z").seconds);
  g_assert_nonnull (entry->reason);

  g_ptr_array_add (connector->rules, tambour_match_rule_new ("domain", "lyra.example", TAMBOUR_RECORD (desk->account)->id));
  g_assert_cmpuint (run (desk, connector, strange_item ("7")).created, ==, 1);
  record = continuity_case (desk->store, "7");
  after = tambour_inbox_list (desk->store, "Support", TRUE, &error);
  g_assert_cmpuint (after->len, ==, 0);
}

static void
test_assign (void)
{
  g_autoptr(DeskPortfolio) desk = continuity_portfolio ();
  g_autoptr(TambourConnector) connector = continuity_connector ();
  g_autoptr(TambourPortalItem) item = strange_item ("7");
  g_autoptr(TambourContinuity) continuity = NULL;
  g_autoptr(TambourCase) record = NULL;
  g_autoptr(GPtrArray) after = NULL;
  g_autoptr(GError) error = NULL;

  run (desk, connector, strange_item ("7"));
  continuity = tambour_continuity_new (desk->store, connector, TAMBOUR_RECORD_GET_CLASS (item->record), "Mira Solberg", NULL, &error);
  tambour_continuity_assign (continuity, item, TAMBOUR_RECORD (desk->account)->id, &error);
  tambour_continuity_end_page (continuity, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tambour_continuity_get_cursor (continuity), ==, "cursor");
  record = continuity_case (desk->store, "7");
  g_assert_cmpstr (TAMBOUR_RECORD (record)->account_id.id, ==, TAMBOUR_RECORD (desk->account)->id);
  after = tambour_inbox_list (desk->store, "Support", TRUE, &error);
  g_assert_cmpuint (after->len, ==, 0);
}

/* Its account has come since: the portal need not say it again. */
static void
test_known_by_now (void)
{
  g_autoptr(DeskPortfolio) desk = continuity_portfolio ();
  g_autoptr(TambourConnector) connector = continuity_connector ();
  g_autoptr(TambourContinuity) before = NULL, after = NULL;
  g_auto(GStrv) nothing = NULL, known = NULL;
  g_autoptr(TambourConnectorState) state = NULL;
  g_autoptr(GError) error = NULL;

  run (desk, connector, strange_item ("7"));
  before = tambour_continuity_new (desk->store, connector, g_type_class_peek_static (TAMBOUR_TYPE_CASE), "Mira Solberg", NULL, &error);
  nothing = tambour_continuity_list_known (before);
  g_assert_cmpuint (g_strv_length (nothing), ==, 0);

  add_contact (desk, desk->account, "somebody@lyra.example");
  after = tambour_continuity_new (desk->store, connector, g_type_class_peek_static (TAMBOUR_TYPE_CASE), "Mira Solberg", NULL, &error);
  g_assert_no_error (error);
  known = tambour_continuity_list_known (after);
  g_assert_cmpuint (g_strv_length (known), ==, 1);
  g_assert_cmpstr (known[0], ==, "7");

  tambour_continuity_keep_apart (after);
  tambour_continuity_end_page (after, NULL, &error);
  g_assert_no_error (error);
  state = tambour_connector_state_read (desk->store, "Support");
  g_assert_cmpuint (state->counts.unmatched, ==, 1);
  g_assert_cmpstr (state->cursor, ==, "cursor");
}

static void
test_ignore (void)
{
  g_autoptr(DeskPortfolio) desk = continuity_portfolio ();
  g_autoptr(TambourConnector) connector = continuity_connector ();
  g_autoptr(GPtrArray) waiting = NULL, again = NULL;
  g_autoptr(GError) error = NULL;

  run (desk, connector, strange_item ("7"));
  tambour_inbox_ignore (desk->store, "Support", "7", TRUE, &error);
  g_assert_no_error (error);
  waiting = tambour_inbox_list (desk->store, "Support", FALSE, &error);
  g_assert_cmpuint (waiting->len, ==, 0);
  g_assert_cmpuint (run (desk, connector, strange_item ("7")).passed, ==, 1);

  tambour_inbox_ignore (desk->store, "Support", "7", FALSE, &error);
  g_assert_no_error (error);
  again = tambour_inbox_list (desk->store, "Support", FALSE, &error);
  g_assert_cmpuint (again->len, ==, 1);
  g_assert_false (tambour_inbox_ignore (desk->store, "Support", "8", TRUE, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/connectors/a-connector-is-kept-with-its-rules", test_kept);
  g_test_add_func ("/connectors/an-address-that-is-none-or-holds-a-secret-is-refused", test_refused);
  g_test_add_func ("/connectors/two-portals-of-one-kind-are-told-apart", test_two_portals);
  g_test_add_func ("/connectors/a-removal-is-undone-with-all-that-was-kept", test_removal_is_undone);
  g_test_add_func ("/connectors/an-account-is-known-by-its-name-its-contacts-and-rules", test_match);
  g_test_add_func ("/connectors/what-would-be-two-accounts-is-nobodys", test_several);
  g_test_add_func ("/connectors/what-is-nobodys-waits-until-a-rule-says-whose", test_inbox);
  g_test_add_func ("/connectors/what-somebody-assigns-comes-at-once", test_assign);
  g_test_add_func ("/connectors/what-is-somebodys-by-now-is-known", test_known_by_now);
  g_test_add_func ("/connectors/a-portal-is-read-again-after-its-interval", test_due);
  g_test_add_func ("/connectors/what-somebody-ignores-stays-away-until-taken-back", test_ignore);

  return g_test_run ();
}
