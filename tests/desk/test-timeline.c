/* test-timeline.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "overview-fixture.h"

static GPtrArray *
read_page (Fixture              *fixture,
           TambourTimelineKinds  kinds,
           TambourTimelinePlace *place,
           guint                 limit)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *items = tambour_timeline_list (fixture->store, fixture->account, kinds, place, limit, NULL, &error);

  g_assert_no_error (error);

  return items;
}

static void
test_a_timeline_of_all_kinds (Fixture       *fixture,
                              gconstpointer  data)
{
  TambourTimelinePlace place = tambour_timeline_place_now (fixture->now);
  TambourCase *one = add_case (fixture, fixture->account, "4117", 10, 2);
  TambourEscalation *escalation = add (fixture, fixture->account, TAMBOUR_TYPE_ESCALATION);
  TambourContact *marcus = add_contact (fixture, fixture->account, "Marcus Feld", FALSE);
  TambourEngagement *call = add_call (fixture, fixture->account, 4, TAMBOUR_ENGAGEMENT_KIND_CADENCE_CALL, TAMBOUR_ENGAGEMENT_STATUS_HELD);
  TambourActionItem *action = add (fixture, fixture->account, TAMBOUR_TYPE_ACTION_ITEM);
  g_autoptr(GPtrArray) items = NULL;
  const TambourTimelineItem *item;

  one->reporter_name = g_strdup ("Marcus Feld");
  escalation->title = g_strdup ("Restarts");
  escalation->case_id.id = g_strdup (tambour_record_get_id (TAMBOUR_RECORD (one)));
  escalation->declared_at = days_ago (fixture, 9);
  escalation->owner = g_strdup ("Appliance engineering");
  add_attendance (fixture, call, marcus);
  action->title = g_strdup ("Send logs");
  action->engagement_id.id = g_strdup (tambour_record_get_id (TAMBOUR_RECORD (call)));
  add_call (fixture, fixture->account, -4, TAMBOUR_ENGAGEMENT_KIND_CADENCE_CALL, TAMBOUR_ENGAGEMENT_STATUS_PLANNED);
  add_call (fixture, fixture->other, 1, TAMBOUR_ENGAGEMENT_KIND_CADENCE_CALL, TAMBOUR_ENGAGEMENT_STATUS_HELD);
  commit (fixture);

  items = read_page (fixture, TAMBOUR_TIMELINE_ALL, &place, 100);
  g_assert_cmpuint (items->len, ==, 5);
  item = g_ptr_array_index (items, 0);
  g_assert_cmpint (item->event, ==, TAMBOUR_TIMELINE_CASE_RESOLVED);
  item = g_ptr_array_index (items, 1);
  g_assert_cmpint (item->event, ==, TAMBOUR_TIMELINE_CALL_HELD);
  g_assert_cmpstr (item->names, ==, "Marcus Feld");
  g_assert_cmpint (item->minutes, ==, 28);
  g_assert_cmpuint (item->actions, ==, 1);
  item = g_ptr_array_index (items, 2);
  g_assert_cmpint (item->event, ==, TAMBOUR_TIMELINE_CASE_ESCALATED);
  g_assert_cmpstr (item->title, ==, "4117");
  g_assert_cmpstr (item->names, ==, "Appliance engineering");
  item = g_ptr_array_index (items, 3);
  g_assert_cmpint (item->event, ==, TAMBOUR_TIMELINE_CASE_OPENED);
  g_assert_cmpstr (item->names, ==, "Marcus Feld");
  item = g_ptr_array_index (items, 4);
  g_assert_cmpint (item->event, ==, TAMBOUR_TIMELINE_CONTACT_ADDED);
}

static void
test_revisions_of_a_note_are_counted (Fixture       *fixture,
                                      gconstpointer  data)
{
  TambourTimelinePlace place = tambour_timeline_place_now (fixture->now);
  g_autoptr(TambourInfraNote) note = g_object_ref (add (fixture, fixture->account, TAMBOUR_TYPE_INFRA_NOTE));
  g_autoptr(GPtrArray) first = NULL;
  g_autoptr(GPtrArray) second = NULL;
  const TambourTimelineItem *item;

  note->title = g_strdup ("Clinic forwarders");
  commit (fixture);
  first = read_page (fixture, TAMBOUR_TIMELINE_NOTES, &place, 10);
  item = g_ptr_array_index (first, 0);
  g_assert_cmpint (item->event, ==, TAMBOUR_TIMELINE_NOTE_WRITTEN);

  g_set_str (&note->body, "Two sites added");
  g_clear_object (&fixture->change);
  fixture->change = tambour_change_new ("Mira Solberg", "Two sites added");
  TAMBOUR_RECORD (note)->updated_at = days_ago (fixture, 1);
  g_set_str (&TAMBOUR_RECORD (note)->updated_by, "Mira Solberg");
  tambour_change_put (fixture->change, TAMBOUR_RECORD (note));
  commit (fixture);

  place = tambour_timeline_place_now (fixture->now);
  second = read_page (fixture, TAMBOUR_TIMELINE_NOTES, &place, 10);
  g_assert_cmpuint (second->len, ==, 1);
  item = g_ptr_array_index (second, 0);
  g_assert_cmpint (item->event, ==, TAMBOUR_TIMELINE_NOTE_CHANGED);
  g_assert_cmpuint (item->revision, ==, 2);
  g_assert_cmpstr (item->text, ==, "Two sites added");
  g_assert_cmpstr (item->by, ==, "Mira Solberg");
}

/* Whatever the size of the pages, and however many things happen at once. */
static void
test_pages_leave_nothing_out (Fixture       *fixture,
                              gconstpointer  data)
{
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);

      add_case (fixture, fixture->account, number, 3, i % 2 ? 3 : 2);
      if (i % 4 == 0)
        add_call (fixture, fixture->account, 3, TAMBOUR_ENGAGEMENT_KIND_AD_HOC_CALL, TAMBOUR_ENGAGEMENT_STATUS_HELD);
      if (i % 5 == 0)
        {
          TambourGoal *goal = add (fixture, fixture->account, TAMBOUR_TYPE_GOAL);

          goal->statement = g_strdup (number);
          goal->status = TAMBOUR_GOAL_STATUS_AGREED;
          goal->agreed_at = tambour_date_new (2026, 11, i < 20 ? 20 : 21);
        }
    }
  commit (fixture);

  for (guint size = 1; size < 30; size += 3)
    {
      TambourTimelinePlace place = tambour_timeline_place_now (fixture->now);
      g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      gint64 last = G_MAXINT64;

      for (;;)
        {
          g_autoptr(GPtrArray) items = read_page (fixture, TAMBOUR_TIMELINE_ALL, &place, size);

          for (guint i = 0; i < items->len; i++)
            {
              const TambourTimelineItem *item = g_ptr_array_index (items, i);

              g_assert_cmpint (item->at.seconds, <=, last);
              last = item->at.seconds;
              g_assert_true (g_hash_table_add (seen, g_strdup_printf ("%d %s", item->event, item->record->id)));
            }
          if (items->len < size)
            break;
        }

      g_assert_cmpuint (g_hash_table_size (seen), ==, 40 + 40 + 10 + 8);
    }
}

/* --- the sidebar ---------------------------------------------------------- */

static void
test_accounts_are_summed_up (Fixture       *fixture,
                             gconstpointer  data)
{
  TambourPerson *mira = add (fixture, NULL, TAMBOUR_TYPE_PERSON);
  TambourTeamRole *role = add (fixture, fixture->account, TAMBOUR_TYPE_TEAM_ROLE);
  TambourAccount *closed = add_account (fixture, "Closed");
  g_autoptr(GPtrArray) names = NULL;
  g_autoptr(GPtrArray) all = NULL;
  g_autoptr(GError) error = NULL;
  const TambourAccountSummary *summary;

  mira->name = g_strdup ("Mira Solberg");
  role->person_id.id = g_strdup (tambour_record_get_id (TAMBOUR_RECORD (mira)));
  closed->status = TAMBOUR_ACCOUNT_STATUS_CLOSED;
  add_agreement (fixture, fixture->account, tambour_date_new (2025, 12, 1), tambour_date_new (2026, 11, 30));
  add_agreement (fixture, fixture->account, tambour_date_new (2026, 12, 1), tambour_date_new (2027, 11, 30));
  add_case (fixture, fixture->account, "1", 3, NAN)->priority = TAMBOUR_PRIORITY_P1;
  commit (fixture);
  g_object_unref (closed);

  names = tambour_account_summary_list (fixture->store, "Mira Solberg", TAMBOUR_SUMMARY_NAMES, fixture->now, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (names->len, ==, 2);
  summary = g_ptr_array_index (names, 0);
  g_assert_cmpstr (summary->name, ==, "Another");
  g_assert_false (summary->is_mine);
  g_assert_cmpint (summary->days_left, ==, 0);
  summary = g_ptr_array_index (names, 1);
  g_assert_cmpstr (summary->name, ==, "Saint Orla Hospitals");
  g_assert_cmpstr (summary->plan, ==, "Platinum");
  g_assert_true (summary->is_mine);
  g_assert_cmpint (summary->days_left, ==, 8);
  g_assert_cmpuint (summary->ends.julian, ==, tambour_date_new (2026, 11, 30).julian);
  g_assert_cmpint (summary->health, ==, TAMBOUR_HEALTH_NONE);

  all = tambour_account_summary_list (fixture->store, NULL, TAMBOUR_SUMMARY_HEALTH | TAMBOUR_SUMMARY_ARCHIVED, fixture->now, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 3);
  summary = g_ptr_array_index (all, 1);
  g_assert_cmpint (summary->status, ==, TAMBOUR_ACCOUNT_STATUS_CLOSED);
  summary = g_ptr_array_index (all, 2);
  g_assert_cmpint (summary->health, ==, TAMBOUR_HEALTH_RISK);

  /* The sidebar and the page of the account say the same. */
  for (guint i = 0; i < all->len; i++)
    {
      g_autoptr(TambourOverview) overview = NULL;

      summary = g_ptr_array_index (all, i);
      overview = tambour_overview_load (fixture->store, summary->account_id, fixture->now, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (overview->health->level, ==, summary->health);
    }
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/timeline/all-kinds-come-in-order", test_a_timeline_of_all_kinds);
  ADD ("/timeline/revisions-of-a-note-are-counted", test_revisions_of_a_note_are_counted);
  ADD ("/timeline/pages-leave-nothing-out", test_pages_leave_nothing_out);
  ADD ("/summary/accounts-are-summed-up", test_accounts_are_summed_up);

  return g_test_run ();
}
