/* test-continuity-requests.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "continuity-fixture.h"
#include "tambour-request-file.h"

#define URL "https://tracker.example.org/issues/FR-7"

static TambourConnector *
new_connector (void)
{
  TambourConnector *connector = continuity_connector ();

  g_set_str (&connector->kind, "feature_request");

  return connector;
}

static TambourRecord *
add_request (DeskPortfolio *desk,
             const char    *url)
{
  TambourRecord *request = tambour_record_new (TAMBOUR_TYPE_FEATURE_REQUEST, NULL);

  desk_set (request, "title", "Sign in with a badge");
  desk_set (request, "status", "submitted");
  desk_set (request, "url", url);
  desk_portfolio_put (desk, request);

  return request;
}

static void
say (DeskPortfolio *desk,
     TambourRecord *request)
{
  g_autoptr(TambourRecord) evidence = desk_portfolio_own (desk, TAMBOUR_TYPE_FR_EVIDENCE);

  desk_set (evidence, "request_id", request->id);
  desk_set (evidence, "on", "2026-10-01");
  desk_set (evidence, "quote", "We need that");
  desk_portfolio_put (desk, evidence);
}

static TambourPortalItem *
new_item (const char *status,
          const char *changed)
{
  TambourPortalItem *item = tambour_portal_item_new ("FR-7");

  item->record = tambour_record_new (TAMBOUR_TYPE_FEATURE_REQUEST, NULL);
  desk_set (item->record, "title", "Badge sign-in (tracker)");
  desk_set (item->record, "status", status);
  desk_set (item->record, "url", URL);
  desk_set (item->record, "target_release", "12.4");
  item->changed_at = continuity_time (changed);

  return item;
}

static void
add_step (TambourPortalItem *item,
          const char        *name,
          const char        *status,
          const char        *on)
{
  TambourRecord *step = tambour_record_new (TAMBOUR_TYPE_FR_EVENT, NULL);

  desk_set (step, "external_id", name);
  desk_set (step, "status", status);
  desk_set (step, "at", on);
  g_ptr_array_add (item->events, step);
}

static TambourConnectCounts
run (DeskPortfolio     *desk,
     TambourPortalItem *item)
{
  g_autoptr(TambourConnector) connector = new_connector ();

  return continuity_run (desk->store, connector, NULL, &item, 1);
}

static TambourRequestFile *
load (DeskPortfolio *desk,
      TambourRecord *request)
{
  g_autoptr(GError) error = NULL;
  TambourRequestFile *file = tambour_request_file_load (desk->store, request->id, NULL, continuity_time ("2026-11-23T17:00:00Z"), NULL, &error);

  g_assert_no_error (error);

  return file;
}

static void
test_linked (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) request = add_request (desk, URL "/");
  g_autoptr(TambourFeatureRequest) after = NULL;
  g_autoptr(TambourRequestFile) file = NULL;
  TambourPortalItem *item = new_item ("planned", "2026-11-20T10:00:00Z");
  TambourConnectCounts counts;

  say (desk, request);
  add_step (item, "FR-7/1", "under_review", "2026-11-10");
  add_step (item, "FR-7/2", "planned", "2026-11-20");
  counts = run (desk, item);
  g_assert_cmpuint (counts.updated, ==, 1);
  g_assert_cmpuint (counts.events, ==, 2);

  after = desk_portfolio_get (desk, request);
  g_assert_cmpuint (after->status, ==, TAMBOUR_REQUEST_STATUS_PLANNED);
  g_assert_cmpstr (TAMBOUR_RECORD (after)->external_id, ==, "FR-7");
  g_assert_cmpstr (after->title, ==, "Sign in with a badge");
  g_assert_cmpstr (after->target_release, ==, "12.4");
  file = load (desk, request);
  g_assert_cmpuint (file->line->n_to_tell, ==, 1);
}

static void
test_again (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) request = add_request (desk, URL);
  gint64 change;

  run (desk, new_item ("planned", "2026-11-20T10:00:00Z"));
  change = tambour_store_last_change (desk->store);
  g_assert_cmpuint (run (desk, new_item ("planned", "2026-11-20T10:00:00Z")).updated, ==, 0);
  g_assert_cmpint (tambour_store_last_change (desk->store), ==, change);
}

/* A tracker without a history still tells that something has changed. */
static void
test_without_history (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) request = add_request (desk, URL);
  g_autoptr(TambourFeatureRequest) after = NULL;
  g_autoptr(TambourRequestFile) file = NULL;

  say (desk, request);
  g_assert_cmpuint (run (desk, new_item ("in_work", "2026-11-18T10:00:00Z")).events, ==, 1);
  g_assert_cmpuint (run (desk, new_item ("shipped", "2026-11-20T10:00:00Z")).events, ==, 1);
  after = desk_portfolio_get (desk, request);
  g_assert_cmpuint (after->status, ==, TAMBOUR_REQUEST_STATUS_SHIPPED);
  file = load (desk, request);
  g_assert_cmpuint (file->line->n_to_tell, ==, 1);
}

static void
test_not_linked (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) request = add_request (desk, "https://tracker.example.org/issues/FR-70");
  g_autoptr(TambourFeatureRequest) after = NULL;

  g_assert_cmpuint (run (desk, new_item ("planned", "2026-11-20T10:00:00Z")).passed, ==, 1);
  after = desk_portfolio_get (desk, request);
  g_assert_cmpuint (after->status, ==, TAMBOUR_REQUEST_STATUS_SUBMITTED);
}

static void
test_merged (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) request = add_request (desk, URL);
  g_autoptr(TambourRecord) other = add_request (desk, "https://tracker.example.org/issues/FR-8");
  g_autoptr(TambourFeatureRequest) after = NULL;
  g_autoptr(TambourRequestFile) file = NULL;
  TambourPortalItem *into = new_item ("planned", "2026-11-20T10:00:00Z");
  TambourPortalItem *gone = tambour_portal_item_new ("FR-7");

  say (desk, request);
  run (desk, new_item ("planned", "2026-11-20T10:00:00Z"));
  g_set_str (&into->external_id, "FR-8");
  desk_set (into->record, "url", "https://tracker.example.org/issues/FR-8");
  run (desk, into);

  gone->fate = TAMBOUR_PORTAL_FATE_MERGED;
  gone->merged_into = g_strdup ("FR-8");
  g_assert_cmpuint (run (desk, gone).gone, ==, 1);
  after = desk_portfolio_get (desk, request);
  g_assert_cmpuint (after->status, ==, TAMBOUR_REQUEST_STATUS_DUPLICATE);
  g_assert_cmpstr (after->duplicate_of_id.id, ==, other->id);
  file = load (desk, other);
  g_assert_cmpuint (file->line->n_quotes, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/continuity-requests/changes-of-state-become-steps-and-somebody-must-be-told", test_linked);
  g_test_add_func ("/continuity-requests/the-second-time-changes-nothing", test_again);
  g_test_add_func ("/continuity-requests/a-tracker-without-a-history-tells-steps-too", test_without_history);
  g_test_add_func ("/continuity-requests/what-nothing-is-linked-to-is-passed-over", test_not_linked);
  g_test_add_func ("/continuity-requests/what-was-merged-there-is-merged-here", test_merged);

  return g_test_run ();
}
