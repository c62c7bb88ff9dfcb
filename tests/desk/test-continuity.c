/* test-continuity.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "continuity-fixture.h"
#include "tambour-case-moves.h"
#include "tambour-inbox.h"
#include "tambour-kinds.h"

#define assert_time(found, expected) g_assert_cmpint ((found).seconds, ==, continuity_time (expected).seconds)

static TambourPortalItem *
answered_item (void)
{
  TambourPortalItem *item = continuity_item ("17", "Nobody gets in", "2026-11-02T08:00:00Z");
  TambourRecord *automatic;

  continuity_message (item, "17/2", "2026-11-02T08:01:00Z", "us");
  automatic = g_ptr_array_index (item->events, item->events->len - 1);
  desk_set (automatic, "automatic", "true");
  continuity_message (item, "17/3", "2026-11-02T09:30:00Z", "us");

  return item;
}

static TambourConnectCounts
run_one (DeskPortfolio     *desk,
         TambourPortalItem *item)
{
  g_autoptr(TambourConnector) connector = continuity_connector ();

  return continuity_run (desk->store, connector, NULL, &item, 1);
}

static void
edit (DeskPortfolio *desk,
      const char    *number,
      const char    *field,
      const char    *text)
{
  g_autoptr(TambourCase) record = continuity_case (desk->store, number);

  desk_set (record, field, text);
  desk_portfolio_put (desk, record);
}

/* --- coming in -------------------------------------------------------------------- */

static void
test_first (void)
{
  g_autoptr(DeskPortfolio) desk = continuity_portfolio ();
  TambourPortalItem *item = answered_item ();
  TambourRecord *asker = tambour_record_new (TAMBOUR_TYPE_CONTACT, NULL);
  g_autoptr(TambourCase) record = NULL;
  g_autoptr(TambourContact) contact = NULL;
  g_autoptr(GPtrArray) events = NULL;
  g_autoptr(GError) error = NULL;
  TambourConnectCounts counts;

  desk_set (asker, "name", "Ines Duarte");
  desk_set (asker, "email", "ines@orion.example");
  g_ptr_array_add (item->people, asker);
  counts = run_one (desk, item);
  g_assert_cmpuint (counts.read, ==, 1);
  g_assert_cmpuint (counts.created, ==, 1);
  g_assert_cmpuint (counts.events, ==, 3);

  record = continuity_case (desk->store, "17");
  g_assert_cmpstr (TAMBOUR_RECORD (record)->account_id.id, ==, TAMBOUR_RECORD (desk->account)->id);
  g_assert_cmpstr (record->title, ==, "Nobody gets in");
  g_assert_cmpuint (TAMBOUR_RECORD (record)->origin, ==, TAMBOUR_ORIGIN_IMPORT);
  assert_time (record->first_response_at, "2026-11-02T09:30:00Z");
  g_assert_false (tambour_instant_is_stated (record->resolved_at));
  events = continuity_events (desk->store, record);
  g_assert_cmpuint (events->len, ==, 3);

  contact = TAMBOUR_CONTACT (tambour_store_get (desk->store, tambour_kinds_find ("contact"), record->reporter_id.id, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (contact->name, ==, "Ines Duarte");
}

static void
test_again (void)
{
  g_autoptr(DeskPortfolio) desk = continuity_portfolio ();
  TambourConnectCounts counts;
  gint64 change;

  run_one (desk, answered_item ());
  change = tambour_store_last_change (desk->store);
  counts = run_one (desk, answered_item ());
  g_assert_cmpuint (counts.unchanged, ==, 1);
  g_assert_cmpuint (counts.created + counts.updated + counts.events + counts.kept, ==, 0);
  g_assert_cmpint (tambour_store_last_change (desk->store), ==, change);
}

/* Each of a team reads the portal: it is one case all the same. */
static void
test_same_everywhere (void)
{
  g_autoptr(DeskPortfolio) one = continuity_portfolio ();
  g_autoptr(DeskPortfolio) other = continuity_portfolio ();
  g_autoptr(TambourCase) first = NULL;
  g_autoptr(TambourCase) second = NULL;

  run_one (one, answered_item ());
  run_one (other, answered_item ());
  first = continuity_case (one->store, "17");
  second = continuity_case (other->store, "17");
  g_assert_cmpstr (TAMBOUR_RECORD (first)->id, ==, TAMBOUR_RECORD (second)->id);
}

static void
test_twice_on_a_page (void)
{
  g_autoptr(DeskPortfolio) desk = continuity_portfolio ();
  g_autoptr(TambourConnector) connector = continuity_connector ();
  TambourPortalItem *items[] = { answered_item (), answered_item () };
  TambourConnectCounts counts = continuity_run (desk->store, connector, NULL, items, 2);

  g_assert_cmpuint (counts.created, ==, 1);
  g_assert_cmpuint (counts.unchanged, ==, 1);
}

/* --- what follows from events --------------------------------------------------------- */

static TambourPortalItem *
resolved_item (gboolean is_reopened)
{
  TambourPortalItem *item = answered_item ();

  continuity_event (item, "17/4", "resolved", "2026-11-03T10:00:00Z", "us");
  desk_set (item->record, "status", "resolved");
  if (is_reopened)
    {
      continuity_event (item, "17/5", "reopened", "2026-11-04T10:00:00Z", "customer");
      desk_set (item->record, "status", "open");
    }

  return item;
}

static void
test_reopened (void)
{
  g_autoptr(DeskPortfolio) desk = continuity_portfolio ();
  g_autoptr(TambourCase) before = NULL;
  g_autoptr(TambourCase) after = NULL;

  run_one (desk, answered_item ());
  run_one (desk, resolved_item (FALSE));
  before = continuity_case (desk->store, "17");
  assert_time (before->resolved_at, "2026-11-03T10:00:00Z");
  g_assert_cmpuint (before->status, ==, TAMBOUR_CASE_STATUS_RESOLVED);

  run_one (desk, resolved_item (TRUE));
  after = continuity_case (desk->store, "17");
  g_assert_false (tambour_instant_is_stated (after->resolved_at));
  g_assert_cmpint (after->reopened_count, ==, 1);
  g_assert_cmpuint (after->status, ==, TAMBOUR_CASE_STATUS_OPEN);
}

static void
pause_here (DeskPortfolio *desk,
            const char    *at)
{
  g_autoptr(TambourCase) record = continuity_case (desk->store, "17");
  g_autoptr(TambourCaseMove) move = g_new0 (TambourCaseMove, 1);
  g_autoptr(TambourChange) change = tambour_change_new ("Mira Solberg", "Pause");
  g_autoptr(GError) error = NULL;

  move->kind = TAMBOUR_CASE_MOVE_PAUSE;
  move->case_id = g_strdup (TAMBOUR_RECORD (record)->id);
  move->text = g_strdup ("Waiting for logs");
  tambour_case_move_fill (move, desk->store, continuity_time (at), change, &error);
  g_assert_no_error (error);
  tambour_store_commit (desk->store, change, &error);
  g_assert_no_error (error);
}

/* What is noted here counts until the portal says something newer. */
static void
test_newer_word (void)
{
  g_autoptr(DeskPortfolio) desk = continuity_portfolio ();
  g_autoptr(TambourCase) paused = NULL;
  g_autoptr(TambourCase) resolved = NULL;
  TambourPortalItem *item = answered_item ();

  run_one (desk, answered_item ());
  pause_here (desk, "2026-11-02T12:00:00Z");
  desk_set (item->record, "title", "Nobody gets in any more");
  run_one (desk, item);
  paused = continuity_case (desk->store, "17");
  g_assert_cmpuint (paused->status, ==, TAMBOUR_CASE_STATUS_WAITING_CUSTOMER);
  g_assert_cmpstr (paused->title, ==, "Nobody gets in any more");

  run_one (desk, resolved_item (FALSE));
  resolved = continuity_case (desk->store, "17");
  g_assert_cmpuint (resolved->status, ==, TAMBOUR_CASE_STATUS_RESOLVED);
}

static void
test_owner (void)
{
  g_autoptr(DeskPortfolio) desk = continuity_portfolio ();
  g_autoptr(TambourPerson) person = desk_portfolio_person (desk, "Hana Sato");
  g_autoptr(TambourCase) owned = NULL;
  g_autoptr(TambourCase) handed_on = NULL;
  TambourPortalItem *item = answered_item ();

  desk_set (item->record, "owner_name", " hana sato");
  run_one (desk, item);
  owned = continuity_case (desk->store, "17");
  g_assert_cmpstr (owned->owner_id.id, ==, TAMBOUR_RECORD (person)->id);

  item = answered_item ();
  desk_set (item->record, "owner_name", "Somebody Else");
  run_one (desk, item);
  handed_on = continuity_case (desk->store, "17");
  g_assert_null (handed_on->owner_id.id);
  g_assert_cmpstr (handed_on->owner_name, ==, "Somebody Else");
}

static TambourPortalItem *
shared_item (const char *first,
             const char *second)
{
  const char *people[] = { first, second };
  TambourPortalItem *item = answered_item ();

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      TambourRecord *person = tambour_record_new (TAMBOUR_TYPE_CONTACT, NULL);
      g_autofree char *email = g_strdup_printf ("%s@orion.example", people[i]);

      desk_set (person, "name", people[i]);
      desk_set (person, "email", email);
      g_ptr_array_add (item->people, person);
    }

  desk_set (item->record, "reporter_name", first);

  return item;
}

/* A portal may name another one first each time. */
static void
test_two_ask (void)
{
  g_autoptr(DeskPortfolio) desk = continuity_portfolio ();
  g_autoptr(TambourCase) record = NULL;

  run_one (desk, shared_item ("Ines", "Bela"));
  g_assert_cmpuint (run_one (desk, shared_item ("Bela", "Ines")).unchanged, ==, 1);
  record = continuity_case (desk->store, "17");
  g_assert_cmpstr (record->reporter_name, ==, "Ines");
}

/* --- what stays -------------------------------------------------------------------------- */

static void
test_own_words_stay (void)
{
  g_autoptr(DeskPortfolio) desk = continuity_portfolio ();
  g_autoptr(TambourCase) record = NULL;
  TambourConnectCounts counts;

  run_one (desk, answered_item ());
  edit (desk, "17", "note", "Call them on Monday");
  edit (desk, "17", "next_step", "Ask for logs");
  edit (desk, "17", "category", "Sign-in");
  edit (desk, "17", "title", "Badge readers refuse");
  for (guint i = 0; i < 2; i++)
    {
      TambourPortalItem *item = resolved_item (i > 0);

      desk_set (item->record, "title", i > 0 ? "Nobody at all gets in" : "Nobody gets in now");
      desk_set (item->record, "priority", "P1");
      counts = run_one (desk, item);
      g_assert_cmpuint (counts.updated, ==, 1);
      g_assert_cmpuint (counts.kept, ==, 1);
    }

  record = continuity_case (desk->store, "17");
  g_assert_cmpstr (TAMBOUR_RECORD (record)->note, ==, "Call them on Monday");
  g_assert_cmpstr (record->next_step, ==, "Ask for logs");
  g_assert_cmpstr (record->category, ==, "Sign-in");
  g_assert_cmpstr (record->title, ==, "Badge readers refuse");
  g_assert_cmpuint (record->priority, ==, TAMBOUR_PRIORITY_P1);
}

/* Who writes what the portal says gives the field back to it. */
static void
test_given_back (void)
{
  g_autoptr(DeskPortfolio) desk = continuity_portfolio ();
  g_autoptr(TambourCase) record = NULL;
  TambourPortalItem *item = answered_item ();

  run_one (desk, answered_item ());
  edit (desk, "17", "title", "Mine");
  edit (desk, "17", "title", "Nobody gets in");
  desk_set (item->record, "title", "Theirs");
  run_one (desk, item);
  record = continuity_case (desk->store, "17");
  g_assert_cmpstr (record->title, ==, "Theirs");
}

static void
test_emptied (void)
{
  g_autoptr(DeskPortfolio) desk = continuity_portfolio ();
  g_autoptr(TambourCase) record = NULL;
  TambourPortalItem *item = answered_item ();

  desk_set (item->record, "owner_name", "Hana Sato");
  run_one (desk, item);
  run_one (desk, answered_item ());
  record = continuity_case (desk->store, "17");
  g_assert_null (record->owner_name);
}

static void
remove_case (DeskPortfolio *desk)
{
  g_autoptr(TambourCase) record = continuity_case (desk->store, "17");
  g_autoptr(GPtrArray) events = continuity_events (desk->store, record);
  g_autoptr(TambourChange) change = tambour_change_new ("Mira Solberg", "Remove");
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < events->len; i++)
    tambour_change_remove (change, g_ptr_array_index (events, i));
  tambour_change_remove (change, TAMBOUR_RECORD (record));
  tambour_store_commit (desk->store, change, &error);
  g_assert_no_error (error);
}

static void
test_removed (void)
{
  g_autoptr(DeskPortfolio) desk = continuity_portfolio ();
  g_autoptr(TambourConnector) connector = continuity_connector ();
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourContinuity) continuity = NULL;
  g_autoptr(TambourPortalItem) item = answered_item ();
  g_autoptr(TambourCase) record = NULL;
  g_autoptr(GPtrArray) events = NULL;

  run_one (desk, answered_item ());
  remove_case (desk);
  g_assert_cmpuint (run_one (desk, answered_item ()).passed, ==, 1);

  continuity = tambour_continuity_new (desk->store, connector, tambour_kinds_find ("case"), "Mira Solberg", NULL, &error);
  tambour_continuity_bring_back (continuity);
  tambour_continuity_take (continuity, item, &error);
  tambour_continuity_end_page (continuity, NULL, &error);
  g_assert_no_error (error);
  record = continuity_case (desk->store, "17");
  events = continuity_events (desk->store, record);
  g_assert_cmpuint (events->len, ==, 3);
}

/* --- gone there ---------------------------------------------------------------------------- */

static TambourPortalItem *
gone_item (const char        *number,
           TambourPortalFate  fate,
           const char        *into)
{
  TambourPortalItem *item = tambour_portal_item_new (number);

  item->fate = fate;
  item->merged_into = g_strdup (into);
  item->changed_at = continuity_time ("2026-11-05T10:00:00Z");

  return item;
}

static void
test_deleted (void)
{
  g_autoptr(DeskPortfolio) desk = continuity_portfolio ();
  g_autoptr(TambourCase) gone = NULL;
  g_autoptr(TambourCase) back = NULL;
  g_autoptr(GPtrArray) events = NULL;

  run_one (desk, answered_item ());
  edit (desk, "17", "title", "Mine");
  g_assert_cmpuint (run_one (desk, gone_item ("17", TAMBOUR_PORTAL_FATE_DELETED, NULL)).gone, ==, 1);
  gone = continuity_case (desk->store, "17");
  g_assert_cmpuint (gone->exclusion, ==, TAMBOUR_CASE_EXCLUSION_DELETED);
  g_assert_cmpstr (gone->title, ==, "Mine");
  events = continuity_events (desk->store, gone);
  g_assert_cmpuint (events->len, ==, 4);

  run_one (desk, answered_item ());
  back = continuity_case (desk->store, "17");
  g_assert_cmpuint (back->exclusion, ==, TAMBOUR_CASE_EXCLUSION_NO);
  g_assert_cmpstr (back->title, ==, "Mine");
}

/* What it was merged into comes later, in another run. */
static void
test_merged (void)
{
  g_autoptr(DeskPortfolio) desk = continuity_portfolio ();
  g_autoptr(TambourCase) merged = NULL;
  g_autoptr(TambourCase) into = NULL;

  run_one (desk, answered_item ());
  run_one (desk, gone_item ("17", TAMBOUR_PORTAL_FATE_MERGED, "18"));
  merged = continuity_case (desk->store, "17");
  g_assert_cmpuint (merged->exclusion, ==, TAMBOUR_CASE_EXCLUSION_MERGED);
  g_assert_null (merged->merged_into_id.id);
  g_clear_object (&merged);

  run_one (desk, continuity_item ("18", "The same", "2026-11-01T10:00:00Z"));
  merged = continuity_case (desk->store, "17");
  into = continuity_case (desk->store, "18");
  g_assert_cmpstr (merged->merged_into_id.id, ==, TAMBOUR_RECORD (into)->id);
  g_assert_cmpuint (run_one (desk, gone_item ("17", TAMBOUR_PORTAL_FATE_MERGED, "18")).unchanged, ==, 1);
}

static void
test_gone_before (void)
{
  g_autoptr(DeskPortfolio) desk = continuity_portfolio ();
  TambourConnectCounts counts = run_one (desk, gone_item ("99", TAMBOUR_PORTAL_FATE_DELETED, NULL));

  g_assert_cmpuint (counts.gone, ==, 1);
  g_assert_cmpuint (counts.created + counts.updated, ==, 0);
}

/* --- stopping ---------------------------------------------------------------------------------- */

static void
test_stopped (void)
{
  g_autoptr(DeskPortfolio) desk = continuity_portfolio ();
  g_autoptr(TambourConnector) connector = continuity_connector ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) stopped = g_error_new (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Stopped");
  g_autoptr(TambourContinuity) continuity = tambour_continuity_new (desk->store, connector, tambour_kinds_find ("case"), "Mira Solberg", NULL, &error);
  g_autoptr(TambourPortalItem) first = continuity_item ("1", "First", "2026-11-01T10:00:00Z");
  g_autoptr(TambourPortalItem) second = continuity_item ("2", "Second", "2026-11-02T10:00:00Z");
  g_autoptr(TambourConnectorState) state = NULL;
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CASE);

  tambour_continuity_take (continuity, first, &error);
  tambour_continuity_end_page (continuity, "page 2", &error);
  tambour_continuity_take (continuity, second, &error);
  tambour_continuity_finish (continuity, stopped, &error);
  g_assert_no_error (error);

  g_assert_cmpint (tambour_store_count (desk->store, query, &error), ==, 1);
  state = tambour_connector_state_read (desk->store, "Support");
  g_assert_cmpstr (state->cursor, ==, "page 2");
  g_assert_cmpstr (state->error, ==, "Stopped");
  g_assert_cmpuint (state->counts.created, ==, 1);
  g_assert_false (tambour_instant_is_stated (state->finished_at));

  run_one (desk, continuity_item ("2", "Second", "2026-11-02T10:00:00Z"));
  g_assert_cmpint (tambour_store_count (desk->store, query, &error), ==, 2);
}

static void
test_undo (void)
{
  g_autoptr(DeskPortfolio) desk = continuity_portfolio ();
  g_autoptr(TambourConnector) connector = continuity_connector ();
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourContinuity) continuity = tambour_continuity_new (desk->store, connector, tambour_kinds_find ("case"), "Mira Solberg", NULL, &error);
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CASE);

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_autoptr(TambourPortalItem) item = continuity_item (number, "Some", "2026-11-01T10:00:00Z");

      tambour_continuity_take (continuity, item, &error);
      tambour_continuity_end_page (continuity, number, &error);
    }

  g_assert_cmpint (tambour_store_count (desk->store, query, &error), ==, 3);
  tambour_store_undo (desk->store, tambour_continuity_get_change (continuity), "Mira Solberg", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tambour_store_count (desk->store, query, &error), ==, 0);
}

static gint64
read_as_part (DeskPortfolio *desk,
              gboolean       brings_back)
{
  g_autoptr(TambourConnector) connector = continuity_connector ();
  g_autoptr(TambourPortalItem) item = shared_item ("Ines", "Bela");
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourContinuity) continuity = tambour_continuity_new (desk->store, connector, tambour_kinds_find ("case"), "Mira Solberg", NULL, &error);

  if (brings_back)
    tambour_continuity_bring_back (continuity);
  tambour_continuity_take (continuity, item, &error);
  tambour_continuity_end_page (continuity, NULL, &error);
  g_assert_no_error (error);

  return tambour_continuity_get_change (continuity);
}

/* The case, its history and who asks. */
static void
test_undone_and_read_again (void)
{
  g_autoptr(DeskPortfolio) desk = continuity_portfolio ();
  g_autoptr(TambourCase) record = NULL;
  g_autoptr(TambourRecord) contact = NULL;
  g_autoptr(GPtrArray) events = NULL;
  g_autoptr(GError) error = NULL;

  tambour_store_undo (desk->store, read_as_part (desk, FALSE), "Mira Solberg", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (read_as_part (desk, FALSE), ==, 0);
  g_assert_cmpint (read_as_part (desk, TRUE), !=, 0);

  record = continuity_case (desk->store, "17");
  contact = tambour_store_get (desk->store, tambour_kinds_find ("contact"), record->reporter_id.id, &error);
  g_assert_no_error (error);
  events = continuity_events (desk->store, record);
  g_assert_cmpuint (events->len, ==, 3);
}

/* What cannot be kept is told; the rest comes. */
static void
test_rejected (void)
{
  g_autoptr(DeskPortfolio) desk = continuity_portfolio ();
  g_autoptr(TambourConnector) connector = continuity_connector ();
  TambourPortalItem *items[] = { continuity_item ("1", "First", "2026-11-01T10:00:00Z"), continuity_item ("2", "Second", "2026-11-02T10:00:00Z") };
  TambourConnectCounts counts;

  desk_set (items[0]->record, "opened_at", "");
  counts = continuity_run (desk->store, connector, NULL, items, 2);
  g_assert_cmpuint (counts.rejected, ==, 1);
  g_assert_cmpuint (counts.created, ==, 1);
}

/* What could not be read of an item is told; without a record there is nothing to keep. */
static void
test_faults (void)
{
  g_autoptr(DeskPortfolio) desk = continuity_portfolio ();
  TambourPortalItem *unreadable = tambour_portal_item_new ("3");
  TambourPortalItem *partly = answered_item ();
  TambourConnectCounts counts;

  g_ptr_array_add (unreadable->faults, g_strdup ("It has no time"));
  g_assert_cmpuint (run_one (desk, unreadable).rejected, ==, 1);
  g_ptr_array_add (partly->faults, g_strdup ("An entry has no time"));
  counts = run_one (desk, partly);
  g_assert_cmpuint (counts.faults, ==, 1);
  g_assert_cmpuint (counts.created, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/continuity/a-case-comes-with-its-history-and-who-asks", test_first);
  g_test_add_func ("/continuity/the-second-time-changes-nothing", test_again);
  g_test_add_func ("/continuity/a-case-is-the-same-on-every-computer", test_same_everywhere);
  g_test_add_func ("/continuity/an-item-twice-on-a-page-is-one", test_twice_on_a_page);
  g_test_add_func ("/continuity/times-follow-from-events-and-a-reopening-clears-them", test_reopened);
  g_test_add_func ("/continuity/what-is-noted-here-counts-until-the-portals-next-word", test_newer_word);
  g_test_add_func ("/continuity/an-owner-is-one-of-us-if-called-so", test_owner);
  g_test_add_func ("/continuity/of-several-who-ask-one-stays-the-reporter", test_two_ask);
  g_test_add_func ("/continuity/what-was-written-here-survives-every-refresh", test_own_words_stay);
  g_test_add_func ("/continuity/a-field-that-says-the-same-again-is-the-portals", test_given_back);
  g_test_add_func ("/continuity/what-the-portal-empties-is-empty", test_emptied);
  g_test_add_func ("/continuity/what-was-removed-here-stays-so-until-asked-for", test_removed);
  g_test_add_func ("/continuity/what-was-deleted-there-is-marked-and-comes-back", test_deleted);
  g_test_add_func ("/continuity/what-was-merged-there-leads-to-the-other", test_merged);
  g_test_add_func ("/continuity/what-was-gone-before-it-came-is-nothing", test_gone_before);
  g_test_add_func ("/continuity/stopped-it-goes-on-after-the-last-page", test_stopped);
  g_test_add_func ("/continuity/a-run-is-undone-as-a-whole", test_undo);
  g_test_add_func ("/continuity/what-was-undone-comes-back-whole-when-asked-for", test_undone_and_read_again);
  g_test_add_func ("/continuity/what-cannot-be-read-is-told", test_faults);
  g_test_add_func ("/continuity/what-cannot-be-kept-stops-nothing-else", test_rejected);

  return g_test_run ();
}
