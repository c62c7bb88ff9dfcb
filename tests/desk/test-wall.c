/* test-wall.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "desk-portfolio.h"
#include "tambour-case.h"
#include "tambour-engagement.h"
#include "tambour-environment.h"
#include "tambour-roadmap.h"
#include "tambour-wall.h"

static TambourRecord *
add (DeskPortfolio *desk,
     GType          type,
     gboolean       own,
     const char    *field,
     const char    *text)
{
  TambourRecord *record = own ? desk_portfolio_own (desk, type) : tambour_record_new (type, NULL);

  desk_set (record, field, text);
  if (type == TAMBOUR_TYPE_ENGAGEMENT)
    desk_set (record, "planned_start", "2026-01-01T10:00:00Z");

  return record;
}

/* What leaks of @text, each as "kind page words". */
static char *
scan (DeskPortfolio *desk,
      const char    *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourWall) wall = tambour_wall_new (desk->store, NULL, &error);
  g_autoptr(TambourShown) shown = tambour_shown_new ();
  g_autoptr(GPtrArray) leaks = NULL;
  g_autoptr(GString) said = g_string_new (NULL);

  tambour_shown_add (shown, "3", text);
  tambour_shown_add (shown, "4", "Nothing to see here, as on every other page");
  leaks = tambour_wall_scan (wall, TAMBOUR_RECORD (desk->account)->id, shown, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < leaks->len; i++)
    {
      const TambourLeak *leak = g_ptr_array_index (leaks, i);

      g_string_append_printf (said, "%s%d %s %s", i > 0 ? "; " : "", leak->kind, leak->page, leak->text);
    }

  return g_string_free (g_steal_pointer (&said), FALSE);
}

static void
assert_leaks (DeskPortfolio *desk,
              const char    *text,
              const char    *expected)
{
  g_autofree char *said = scan (desk, text);

  g_assert_cmpstr (said, ==, expected);
}

/* --- other accounts ------------------------------------------------------------------- */

static void
test_names_of_other_accounts (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) other = add (desk, TAMBOUR_TYPE_ACCOUNT, FALSE, "name", "City of Larkhaven");
  g_autoptr(TambourRecord) word = add (desk, TAMBOUR_TYPE_ACCOUNT, FALSE, "name", "Harbour");

  desk_portfolio_put (desk, other);
  desk_portfolio_put (desk, word);
  assert_leaks (desk, "As in the CITY  of\nLarkhaven, we said", "1 3 City of Larkhaven");
  assert_leaks (desk, "The city of Larkhavens and the opacity of Larkhaven", "");
  assert_leaks (desk, "Ships in the harbour", "");
  assert_leaks (desk, "Better than Harbour", "1 3 Harbour");
  assert_leaks (desk, "Harbourside, Harbour-free", "1 3 Harbour");
}

static void
test_a_name_that_is_also_the_customer_s_own (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) other = add (desk, TAMBOUR_TYPE_ACCOUNT, FALSE, "name", "Quillmere");
  g_autoptr(TambourRecord) support_case = add (desk, TAMBOUR_TYPE_CASE, TRUE, "title", "Slow");
  g_autofree char *name = g_strdup_printf ("Friends of %s", desk->account->name);
  g_autofree char *part = g_strdup_printf ("What %s said", desk->account->name);

  desk_portfolio_put (desk, other);
  assert_leaks (desk, "Quillmere is slow", "1 3 Quillmere");
  desk_set (support_case, "product", "Quillmere");
  desk_set (support_case, "number", "1");
  desk_set (support_case, "opened_at", "2026-01-01T00:00:00Z");
  desk_portfolio_put (desk, support_case);
  assert_leaks (desk, "Quillmere is slow", "");

  desk_set (desk->account, "name", name);
  desk_portfolio_put (desk, desk->account);
  desk_set (other, "name", "Friends of");
  desk_portfolio_put (desk, other);
  assert_leaks (desk, part, "");
  assert_leaks (desk, name, "");
}

/* --- confidential plans -------------------------------------------------------------------- */

static void
test_confidential_plans (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) secret = add (desk, TAMBOUR_TYPE_ROADMAP_ITEM, FALSE, "title", "Zephyr relay");
  g_autoptr(TambourRecord) open = add (desk, TAMBOUR_TYPE_ROADMAP_ITEM, FALSE, "title", "Faster sign-in");
  g_autoptr(TambourRecord) request = add (desk, TAMBOUR_TYPE_FEATURE_REQUEST, FALSE, "title", "A Zephyr relay for ships");
  g_autoptr(TambourRecord) evidence = add (desk, TAMBOUR_TYPE_FR_EVIDENCE, TRUE, "quote", "We need it");

  desk_set (secret, "nda", "true");
  desk_portfolio_put (desk, secret);
  desk_portfolio_put (desk, open);
  assert_leaks (desk, "Faster sign-in, then the zephyr relay", "2 3 Zephyr relay");

  desk_set (secret, "released_to", TAMBOUR_RECORD (desk->account)->id);
  desk_portfolio_put (desk, secret);
  assert_leaks (desk, "Then the Zephyr relay", "");
  desk_set (secret, "released_to", "somebody-else");
  desk_portfolio_put (desk, secret);
  assert_leaks (desk, "Then the Zephyr relay", "2 3 Zephyr relay");

  /* What the customer asked for by that name is no secret from it. */
  desk_portfolio_put (desk, request);
  desk_set (evidence, "request_id", request->id);
  desk_set (evidence, "on", "2026-01-01");
  desk_portfolio_put (desk, evidence);
  assert_leaks (desk, "Then the Zephyr relay", "");
}

/* --- what is internal ------------------------------------------------------------------------- */

static void
test_sentences_of_internal_fields (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) call = add (desk, TAMBOUR_TYPE_ENGAGEMENT, TRUE, "summary", "A call");
  g_autoptr(TambourRecord) sample = add (desk, TAMBOUR_TYPE_COMMITMENT, TRUE, "text", "We will write");
  const char *sentence = "Marcus doubts that the board will renew before the summer";

  desk_set (call, "body", "Agreed on the plan. Marcus doubts that the board will renew before the summer! Nice weather.");
  desk_portfolio_put (desk, call);
  assert_leaks (desk, "We heard: “marcus doubts, that the board\nwill renew before the SUMMER”.", "0 3 Marcus doubts that the board will renew before the summer");
  assert_leaks (desk, "He doubts that the board will ever renew, before the summer or after", "");
  assert_leaks (desk, "Nice weather.", "");

  /* A part of a long sentence is enough. */
  assert_leaks (desk, "So Marcus doubts that the board will renew at all", "");
  assert_leaks (desk, "Marcus doubts that the board will renew before we", "0 3 Marcus doubts that the board will renew before the summer");

  /* The remark that every record can have. */
  desk_set (sample, "made_on", "2026-01-01");
  desk_set (sample, "note", "Careful with their new procurement office");
  desk_portfolio_put (desk, sample);
  assert_leaks (desk, "Careful with their new procurement office", "0 3 Careful with their new procurement office");

  /* What the customer has in writing is no secret, in the minutes. */
  desk_set (call, "summary", sentence);
  desk_portfolio_put (desk, call);
  assert_leaks (desk, sentence, "");
}

/* Letters with marks, capitals that are two letters in small, and signs that are words. */
static void
test_sentences_of_any_script (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) call = add (desk, TAMBOUR_TYPE_ENGAGEMENT, TRUE, "summary", "A call");

  desk_set (call, "body", "Der Größte zögert über naïve Cafés");
  desk_portfolio_put (desk, call);
  assert_leaks (desk, "der GRÖSSTE zögert: über NAÏVE cafés", "0 3 Der Größte zögert über naïve Cafés");
  assert_leaks (desk, "der grosste zogert uber naive cafes", "");

  desk_set (call, "body", "v2版本不可靠");
  desk_portfolio_put (desk, call);
  assert_leaks (desk, "今年 V2 版本 不可靠 了", "0 3 v2版本不可靠");
}

static void
test_notes_that_are_not_for_customers (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) note = add (desk, TAMBOUR_TYPE_INFRA_NOTE, TRUE, "title", "Politics");
  g_autoptr(TambourRecord) support_case = add (desk, TAMBOUR_TYPE_CASE, TRUE, "title", "Slow");
  g_autoptr(TambourRecord) event = add (desk, TAMBOUR_TYPE_CASE_EVENT, TRUE, "text", "This customer never reads the manual first");

  desk_set (note, "body", "The second site is run by one tired man.");
  desk_portfolio_put (desk, note);
  assert_leaks (desk, "The second site is run by one tired man", "0 3 The second site is run by one tired man");
  desk_set (note, "visibility", "customer");
  desk_portfolio_put (desk, note);
  assert_leaks (desk, "The second site is run by one tired man", "");

  desk_set (support_case, "number", "1");
  desk_set (support_case, "opened_at", "2026-01-01T00:00:00Z");
  desk_portfolio_put (desk, support_case);
  desk_set (event, "case_id", support_case->id);
  desk_set (event, "at", "2026-01-02T00:00:00Z");
  desk_set (event, "kind", "internal_note");
  desk_portfolio_put (desk, event);
  assert_leaks (desk, "This customer never reads the manual first.", "0 3 This customer never reads the manual first");
}

static void
test_what_is_found_is_told (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) call = add (desk, TAMBOUR_TYPE_ENGAGEMENT, TRUE, "summary", "A call");
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourWall) wall = NULL;
  g_autoptr(TambourShown) shown = tambour_shown_new ();

  desk_set (call, "body", "Marcus doubts that the board will renew");
  desk_portfolio_put (desk, call);
  wall = tambour_wall_new (desk->store, NULL, &error);
  tambour_shown_add (shown, "7", "Marcus doubts that the board will renew");
  g_assert_false (tambour_wall_check (wall, TAMBOUR_RECORD (desk->account)->id, shown, NULL, &error));
  g_assert_error (error, TAMBOUR_WALL_ERROR, TAMBOUR_WALL_ERROR_LEAK);
  g_assert_nonnull (strstr (error->message, "page 7"));
  g_assert_nonnull (strstr (error->message, "body of engagement"));
  g_assert_nonnull (strstr (error->message, call->id));
}

/* A thousand accounts and as many notes are held against a review in a moment. */
static void
test_many_accounts_are_no_burden (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourChange) change = tambour_change_new ("test", "Many");
  g_autoptr(TambourShown) shown = tambour_shown_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourWall) wall = NULL;
  g_autoptr(GPtrArray) leaks = NULL;
  gint64 began;

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *name = g_strdup_printf ("City of Number%u", i);
      g_autofree char *body = g_strdup_printf ("The board of the city of number %u does not know yet what it wants of us.", i);
      g_autofree char *text = g_strdup_printf ("The board of the city of which number %u speaks knows well what it wants", i);
      g_autoptr(TambourRecord) other = add (desk, TAMBOUR_TYPE_ACCOUNT, FALSE, "name", name);
      g_autoptr(TambourRecord) call = add (desk, TAMBOUR_TYPE_ENGAGEMENT, TRUE, "body", body);

      tambour_change_put (change, other);
      tambour_change_put (change, call);
      tambour_shown_add (shown, "1", text);
    }
  tambour_shown_add (shown, "2", "The board of the city of number 412 does not know");
  tambour_shown_add (shown, "2", "City of Number999");
  g_assert_true (tambour_store_commit (desk->store, change, &error));

  wall = tambour_wall_new (desk->store, NULL, &error);
  began = g_get_monotonic_time ();
  leaks = tambour_wall_scan (wall, TAMBOUR_RECORD (desk->account)->id, shown, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (leaks->len, ==, 2);
  g_test_message ("%" G_GINT64_FORMAT " µs", g_get_monotonic_time () - began);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/wall/names-of-other-accounts", test_names_of_other_accounts);
  g_test_add_func ("/wall/a-name-that-is-also-the-customer-s-own", test_a_name_that_is_also_the_customer_s_own);
  g_test_add_func ("/wall/confidential-plans", test_confidential_plans);
  g_test_add_func ("/wall/sentences-of-internal-fields", test_sentences_of_internal_fields);
  g_test_add_func ("/wall/sentences-of-any-script", test_sentences_of_any_script);
  g_test_add_func ("/wall/notes-that-are-not-for-customers", test_notes_that_are_not_for_customers);
  g_test_add_func ("/wall/what-is-found-is-told", test_what_is_found_is_told);
  g_test_add_func ("/wall/many-accounts-are-no-burden", test_many_accounts_are_no_burden);

  return g_test_run ();
}
