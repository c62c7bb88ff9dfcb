/* test-conflicts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "desk-portfolio.h"
#include "tambour-conflicts.h"
#include "tambour-engagement.h"
#include "tambour-goal.h"
#include "tambour-kinds.h"

#define MIRA  "Mira Solberg"
#define TOMAS "Tomas Weld"

static TambourRecord *
add_goal (DeskPortfolio *desk,
          const char    *title,
          const char    *due)
{
  TambourRecord *goal = desk_portfolio_own (desk, TAMBOUR_TYPE_GOAL);

  desk_set (goal, "statement", title);
  desk_set (goal, "due", due);
  desk_portfolio_put (desk, goal);

  return goal;
}

/* What replication makes when two laptops have written one field. */
static TambourConflict *
add_conflict (DeskPortfolio *desk,
              TambourRecord *record,
              const char    *field,
              const char    *base,
              const char    *kept,
              const char    *other)
{
  TambourConflict *conflict = TAMBOUR_CONFLICT (tambour_record_new (TAMBOUR_TYPE_CONFLICT, NULL));

  desk_set (conflict, "record_id", record->id);
  desk_set (conflict, "record_kind", TAMBOUR_RECORD_GET_CLASS (record)->kind);
  desk_set (conflict, "field", field);
  desk_set (conflict, "base", base);
  desk_set (conflict, "kept", kept);
  desk_set (conflict, "kept_by", MIRA);
  desk_set (conflict, "kept_at", "2026-11-23T16:58:00Z");
  desk_set (conflict, "other", other);
  desk_set (conflict, "other_by", TOMAS);
  desk_set (conflict, "other_at", "2026-11-22T20:14:00Z");
  desk_portfolio_put (desk, conflict);

  return conflict;
}

static GPtrArray *
list (DeskPortfolio *desk)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *groups = tambour_conflicts_list (desk->store, NULL, &error);

  g_assert_no_error (error);

  return groups;
}

static gint64
count (DeskPortfolio *desk)
{
  g_autoptr(GError) error = NULL;
  gint64 n = tambour_conflicts_count (desk->store, &error);

  g_assert_no_error (error);

  return n;
}

static gint64
settle (DeskPortfolio  *desk,
        GPtrArray      *answers,
        GError        **error)
{
  g_autoptr(TambourChange) change = tambour_change_new (MIRA, "Settle a conflict");

  if (!tambour_conflicts_settle (desk->store, answers, MIRA, desk_portfolio_now (), change, error) ||
      !tambour_store_commit (desk->store, change, error))
    return 0;

  return tambour_change_get_number (change);
}

/* Returns: the number of the change */
static gint64
settle_one (DeskPortfolio         *desk,
            TambourConflict       *conflict,
            TambourConflictChoice  choice,
            const char            *text)
{
  g_autoptr(GPtrArray) answers = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_conflict_answer_free);
  g_autoptr(GError) error = NULL;
  gint64 number;

  g_ptr_array_add (answers, tambour_conflict_answer_new (TAMBOUR_RECORD (conflict)->id, choice, text));
  number = settle (desk, answers, &error);
  g_assert_no_error (error);

  return number;
}

static gint64
try_own (DeskPortfolio    *desk,
         TambourConflict  *conflict,
         const char       *text,
         GError          **error)
{
  g_autoptr(GPtrArray) answers = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_conflict_answer_free);

  g_ptr_array_add (answers, tambour_conflict_answer_new (TAMBOUR_RECORD (conflict)->id, TAMBOUR_CONFLICT_OWN, text));

  return settle (desk, answers, error);
}

static void
assert_says (DeskPortfolio *desk,
             TambourRecord *record,
             const char    *field,
             const char    *expected)
{
  g_autoptr(TambourRecord) now = desk_portfolio_get (desk, record);
  g_autofree char *text = tambour_field_dup_text (tambour_record_class_find_field (TAMBOUR_RECORD_GET_CLASS (now), field), now);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_the_conflicts_of_a_record_stand_together (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) goal = add_goal (desk, "Guest Wi-Fi", "2027-01-15");
  g_autoptr(TambourRecord) other = add_goal (desk, "Branch offices", "2027-03-01");
  g_autoptr(TambourConflict) note = add_conflict (desk, goal, "note", "", "Freeze until 10 Jan", "Two access points");
  g_autoptr(TambourConflict) title = add_conflict (desk, other, "metric", "Branches", "Branch offices", "Offices");
  g_autoptr(TambourConflict) due = add_conflict (desk, goal, "due", "2026-09-30", "2027-01-15", "2027-01-31");
  g_autoptr(GPtrArray) groups = list (desk);
  const TambourConflictGroup *group = g_ptr_array_index (groups, 0);
  const TambourConflictPart *part;

  g_assert_cmpint (count (desk), ==, 3);
  g_assert_cmpuint (groups->len, ==, 2);
  g_assert_cmpstr (group->record->id, ==, goal->id);
  g_assert_cmpstr (group->account->id, ==, TAMBOUR_RECORD (desk->account)->id);
  g_assert_cmpuint (group->parts->len, ==, 2);

  /* What the kind is about comes before what every kind has. */
  part = g_ptr_array_index (group->parts, 0);
  g_assert_cmpstr (part->field->name, ==, "due");
  g_assert_false (part->can_keep_both);
  g_assert_cmpstr (part->kept.by, ==, MIRA);
  g_assert_cmpstr (part->other.by, ==, TOMAS);
  g_assert_cmpuint (TAMBOUR_GOAL (part->other.record)->due.julian - TAMBOUR_GOAL (part->kept.record)->due.julian, ==, 16);
  g_assert_true (((TambourConflictPart *) g_ptr_array_index (group->parts, 1))->can_keep_both);
}

static void
test_the_other_value_takes_its_place (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) goal = add_goal (desk, "Guest Wi-Fi", "2027-01-15");
  g_autoptr(TambourConflict) due = add_conflict (desk, goal, "due", "2026-09-30", "2027-01-15", "2027-01-31");
  g_autoptr(TambourConflict) settled = NULL;
  gint64 number = settle_one (desk, due, TAMBOUR_CONFLICT_OTHER, NULL);
  g_autoptr(GError) error = NULL;

  assert_says (desk, goal, "due", "2027-01-31");
  g_assert_cmpint (count (desk), ==, 0);
  settled = desk_portfolio_get (desk, due);
  g_assert_cmpstr (settled->chosen, ==, "2027-01-31");
  g_assert_cmpstr (settled->chosen_by, ==, MIRA);
  g_assert_cmpint (settled->settled_at.seconds, ==, desk_portfolio_now ().seconds);

  /* One change: taking it back opens the conflict again. */
  tambour_store_undo (desk->store, number, MIRA, NULL, &error);
  g_assert_no_error (error);
  assert_says (desk, goal, "due", "2027-01-15");
  g_assert_cmpint (count (desk), ==, 1);
}

static void
test_what_is_kept_stays_as_it_is (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) goal = add_goal (desk, "Guest Wi-Fi", "2027-01-15");
  g_autoptr(TambourConflict) due = add_conflict (desk, goal, "due", "2026-09-30", "2027-01-15", "2027-01-31");
  g_autoptr(GPtrArray) before = NULL;
  g_autoptr(GPtrArray) after = NULL;
  g_autoptr(GError) error = NULL;

  before = tambour_store_history_of (desk->store, goal, &error);
  g_assert_no_error (error);
  settle_one (desk, due, TAMBOUR_CONFLICT_KEPT, NULL);
  after = tambour_store_history_of (desk->store, goal, &error);
  g_assert_no_error (error);

  assert_says (desk, goal, "due", "2027-01-15");
  g_assert_cmpuint (after->len, ==, before->len);
  g_assert_cmpint (count (desk), ==, 0);
}

static void
test_of_two_texts_the_older_stands_below (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) goal = add_goal (desk, "Guest Wi-Fi", "2027-01-15");
  g_autoptr(TambourConflict) note = NULL;

  desk_set (goal, "note", "Freeze until 10 Jan");
  desk_portfolio_put (desk, goal);
  note = add_conflict (desk, goal, "note", "", "Freeze until 10 Jan", "Two access points");
  settle_one (desk, note, TAMBOUR_CONFLICT_BOTH, NULL);

  assert_says (desk, goal, "note", "Freeze until 10 Jan\n\nTwo access points");
}

static void
test_a_value_of_ones_own_is_checked (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) goal = add_goal (desk, "Guest Wi-Fi", "2027-01-15");
  g_autoptr(TambourConflict) due = add_conflict (desk, goal, "due", "2026-09-30", "2027-01-15", "2027-01-31");
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (try_own (desk, due, "soon", &error), ==, 0);
  g_assert_error (error, TAMBOUR_RECORD_ERROR, TAMBOUR_RECORD_ERROR_VALUE);
  g_assert_cmpint (count (desk), ==, 1);

  settle_one (desk, due, TAMBOUR_CONFLICT_OWN, "2027-01-20");
  assert_says (desk, goal, "due", "2027-01-20");
}

/* What no form would take is not taken here. */
static void
test_a_value_of_ones_own_keeps_the_rules (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) goal = add_goal (desk, "Guest Wi-Fi", "2027-01-15");
  g_autoptr(TambourRecord) call = desk_portfolio_own (desk, TAMBOUR_TYPE_ENGAGEMENT);
  g_autoptr(TambourConflict) title = add_conflict (desk, goal, "statement", "Wi-Fi", "Guest Wi-Fi", "Guests");
  g_autoptr(TambourConflict) end = NULL;
  g_autoptr(GError) missing = NULL;
  g_autoptr(GError) early = NULL;

  desk_set (call, "title", "Review");
  desk_set (call, "planned_start", "2026-11-23T17:00:00Z");
  desk_set (call, "planned_end", "2026-11-23T18:00:00Z");
  desk_portfolio_put (desk, call);
  end = add_conflict (desk, call, "planned_end", "2026-11-23T17:30:00Z", "2026-11-23T18:00:00Z", "2026-11-23T17:45:00Z");

  g_assert_cmpint (try_own (desk, title, "", &missing), ==, 0);
  g_assert_error (missing, TAMBOUR_RECORD_ERROR, TAMBOUR_RECORD_ERROR_MISSING);
  g_assert_cmpint (try_own (desk, end, "2026-11-23T16:00:00Z", &early), ==, 0);
  g_assert_error (early, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED);
  g_assert_cmpint (count (desk), ==, 2);
}

static void
test_a_reference_of_ones_own_may_be_a_name (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) goal = add_goal (desk, "Guest Wi-Fi", "2027-01-15");
  g_autoptr(TambourContact) ruth = desk_portfolio_contact (desk, "Ruth Achterberg");
  g_autoptr(TambourContact) dora = desk_portfolio_contact (desk, "Dora Lind");
  g_autoptr(TambourConflict) owner = NULL;

  owner = add_conflict (desk, goal, "agreed_by_id", "", TAMBOUR_RECORD (ruth)->id, "");
  settle_one (desk, owner, TAMBOUR_CONFLICT_OWN, "Dora Lind");
  assert_says (desk, goal, "agreed_by_id", TAMBOUR_RECORD (dora)->id);
}

/* Neither of the two is lost by a third. */
static void
test_both_stay_in_the_history (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) goal = add_goal (desk, "Guest Wi-Fi", "2027-01-15");
  g_autoptr(TambourConflict) due = add_conflict (desk, goal, "due", "2026-09-30", "2027-01-15", "2027-01-31");
  gint64 number = settle_one (desk, due, TAMBOUR_CONFLICT_OWN, "2027-01-20");
  g_autoptr(TambourRecordView) view = NULL;
  g_autoptr(TambourConflict) settled = desk_portfolio_get (desk, due);
  g_autoptr(GError) error = NULL;
  const TambourRecordStep *step;

  view = tambour_record_view_load (desk->store, TAMBOUR_RECORD_GET_CLASS (goal), goal->id, &error);
  g_assert_no_error (error);
  step = g_ptr_array_index (view->steps, 0);
  g_assert_cmpint (step->change, ==, number);
  g_assert_cmpint (TAMBOUR_GOAL (step->before)->due.julian, ==, tambour_date_new (2027, 1, 15).julian);
  g_assert_cmpint (TAMBOUR_GOAL (step->after)->due.julian, ==, tambour_date_new (2027, 1, 20).julian);
  g_assert_cmpstr (settled->kept, ==, "2027-01-15");
  g_assert_cmpstr (settled->other, ==, "2027-01-31");
  g_assert_cmpstr (settled->chosen, ==, "2027-01-20");

  tambour_store_undo (desk->store, number, MIRA, NULL, &error);
  g_assert_no_error (error);
  assert_says (desk, goal, "due", "2027-01-15");
  g_assert_cmpint (count (desk), ==, 1);
}

/* Of yes and no there is no third. */
static void
test_where_a_third_value_can_be_written (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourContact) ruth = desk_portfolio_contact (desk, "Ruth Achterberg");
  g_autoptr(TambourConflict) phone = add_conflict (desk, TAMBOUR_RECORD (ruth), "phone", "", "1", "2");
  g_autoptr(TambourConflict) role = add_conflict (desk, TAMBOUR_RECORD (ruth), "role", "user", "admin", "security");
  g_autoptr(TambourConflict) named = add_conflict (desk, TAMBOUR_RECORD (ruth), "is_named", "false", "true", "false");
  g_autoptr(TambourConflict) gone = add_conflict (desk, TAMBOUR_RECORD (ruth), "deleted_at", "", "", "2026-11-22T20:14:00Z");
  g_autoptr(GPtrArray) groups = list (desk);
  const TambourConflictGroup *group = g_ptr_array_index (groups, 0);

  g_assert_cmpuint (group->parts->len, ==, 4);
  for (guint i = 0; i < group->parts->len; i++)
    {
      const TambourConflictPart *part = g_ptr_array_index (group->parts, i);

      g_assert_cmpint (part->can_write, ==, g_str_equal (part->field->name, "phone") || g_str_equal (part->field->name, "role"));
    }
}

static void
test_a_removal_is_carried_out_or_not (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) stays = add_goal (desk, "Guest Wi-Fi", "2027-01-15");
  g_autoptr(TambourRecord) goes = add_goal (desk, "Branch offices", "2027-03-01");
  g_autoptr(TambourConflict) first = add_conflict (desk, stays, "deleted_at", "", "", "2026-11-22T20:14:00Z");
  g_autoptr(TambourConflict) second = add_conflict (desk, goes, "deleted_at", "", "", "2026-11-22T20:14:00Z");
  g_autoptr(GPtrArray) groups = list (desk);
  g_autoptr(GError) error = NULL;
  const TambourConflictPart *part = g_ptr_array_index (((TambourConflictGroup *) g_ptr_array_index (groups, 0))->parts, 0);
  gint64 number;

  g_assert_true (part->is_removal);
  settle_one (desk, first, TAMBOUR_CONFLICT_KEPT, NULL);
  assert_says (desk, stays, "due", "2027-01-15");

  number = settle_one (desk, second, TAMBOUR_CONFLICT_OTHER, NULL);
  g_assert_null (tambour_store_get (desk->store, TAMBOUR_RECORD_GET_CLASS (goes), goes->id, NULL));
  tambour_store_undo (desk->store, number, MIRA, NULL, &error);
  g_assert_no_error (error);
  assert_says (desk, goes, "due", "2027-03-01");
  g_assert_cmpint (count (desk), ==, 1);
}

static void
test_all_of_a_record_is_settled_at_once (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) goal = add_goal (desk, "Guest Wi-Fi", "2027-01-15");
  g_autoptr(TambourConflict) due = add_conflict (desk, goal, "due", "2026-09-30", "2027-01-15", "2027-01-31");
  g_autoptr(TambourConflict) title = add_conflict (desk, goal, "metric", "Sites", "Sites moved", "Sites");
  g_autoptr(GPtrArray) groups = list (desk);
  g_autoptr(GPtrArray) answers = tambour_conflict_group_answer (g_ptr_array_index (groups, 0), TAMBOUR_CONFLICT_OTHER);
  g_autoptr(GError) error = NULL;
  gint64 number = settle (desk, answers, &error);

  g_assert_no_error (error);
  assert_says (desk, goal, "due", "2027-01-31");
  assert_says (desk, goal, "metric", "Sites");
  g_assert_cmpint (count (desk), ==, 0);
  tambour_store_undo (desk->store, number, MIRA, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (desk), ==, 2);
}

static void
test_what_was_settled_elsewhere_is_not_settled_twice (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) goal = add_goal (desk, "Guest Wi-Fi", "2027-01-15");
  g_autoptr(TambourConflict) due = add_conflict (desk, goal, "due", "2026-09-30", "2027-01-15", "2027-01-31");
  g_autoptr(GPtrArray) groups = list (desk);
  g_autoptr(GPtrArray) answers = tambour_conflict_group_answer (g_ptr_array_index (groups, 0), TAMBOUR_CONFLICT_OTHER);
  g_autoptr(GError) error = NULL;

  settle_one (desk, due, TAMBOUR_CONFLICT_KEPT, NULL);
  g_assert_cmpint (settle (desk, answers, &error), ==, 0);
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED);
  assert_says (desk, goal, "due", "2027-01-15");
}

/* Somebody has gone on working: that is what stays or goes. */
static void
test_what_was_edited_since_is_what_is_kept (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) goal = add_goal (desk, "Guest Wi-Fi", "2027-01-15");
  g_autoptr(TambourConflict) due = add_conflict (desk, goal, "due", "2026-09-30", "2027-01-15", "2027-01-31");
  g_autoptr(GPtrArray) groups = NULL;
  const TambourConflictPart *part;

  desk_set (goal, "due", "2027-02-10");
  desk_portfolio_put (desk, goal);
  groups = list (desk);
  part = g_ptr_array_index (((TambourConflictGroup *) g_ptr_array_index (groups, 0))->parts, 0);
  g_assert_cmpstr (part->kept.by, ==, "Test");

  settle_one (desk, due, TAMBOUR_CONFLICT_KEPT, NULL);
  assert_says (desk, goal, "due", "2027-02-10");
}

static void
test_a_record_that_is_gone_or_not_here (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) goal = add_goal (desk, "Guest Wi-Fi", "2027-01-15");
  g_autoptr(TambourRecord) absent = tambour_record_new (TAMBOUR_TYPE_GOAL, NULL);
  g_autoptr(TambourConflict) due = add_conflict (desk, goal, "due", "2026-09-30", "2027-01-15", "2027-01-31");
  g_autoptr(TambourConflict) early = add_conflict (desk, absent, "due", "2026-09-30", "2027-01-15", "2027-01-31");
  g_autoptr(TambourConflict) unknown = add_conflict (desk, goal, "field_of_a_newer_version", "1", "2", "3");
  g_autoptr(TambourChange) change = tambour_change_new (MIRA, "Remove");
  g_autoptr(GPtrArray) groups = NULL;
  g_autoptr(GPtrArray) answers = NULL;
  g_autoptr(GError) error = NULL;

  tambour_change_remove (change, goal);
  tambour_store_commit (desk->store, change, &error);
  g_assert_no_error (error);

  groups = list (desk);
  g_assert_cmpuint (groups->len, ==, 1);
  g_assert_cmpuint (((TambourConflictGroup *) g_ptr_array_index (groups, 0))->parts->len, ==, 1);
  answers = tambour_conflict_group_answer (g_ptr_array_index (groups, 0), TAMBOUR_CONFLICT_OTHER);
  g_assert_cmpint (settle (desk, answers, &error), ==, 0);
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED);

  settle_one (desk, due, TAMBOUR_CONFLICT_KEPT, NULL);
  g_assert_cmpint (count (desk), ==, 2);
}

/* What came with the conflict, and only one side had written. */
static void
test_what_was_merged_is_read_from_the_history (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) goal = add_goal (desk, "Guest Wi-Fi", "2027-01-15");
  g_autoptr(TambourChange) change = tambour_change_new (TOMAS, "Received from the team");
  g_autoptr(TambourConflict) due = TAMBOUR_CONFLICT (tambour_record_new (TAMBOUR_TYPE_CONFLICT, NULL));
  g_autoptr(GPtrArray) groups = NULL;
  g_autoptr(GPtrArray) fields = NULL;
  g_autoptr(TambourRecordView) view = NULL;
  g_autoptr(GError) error = NULL;
  guint step;

  desk_set (due, "record_id", goal->id);
  desk_set (due, "record_kind", "goal");
  desk_set (due, "field", "due");
  desk_set (due, "kept", "2027-01-31");
  desk_set (due, "other", "2027-01-15");
  desk_set (goal, "due", "2027-01-31");
  desk_set (goal, "owner_name", TOMAS);
  tambour_change_put (change, goal);
  tambour_change_put (change, TAMBOUR_RECORD (due));
  tambour_store_commit (desk->store, change, &error);
  g_assert_no_error (error);

  groups = list (desk);
  view = tambour_conflict_group_history (g_ptr_array_index (groups, 0), desk->store, &step, &fields);
  g_assert_nonnull (view);
  g_assert_cmpuint (fields->len, ==, 1);
  g_assert_cmpstr (((const TambourField *) g_ptr_array_index (fields, 0))->name, ==, "owner_name");
  g_assert_cmpstr (((TambourRecordStep *) g_ptr_array_index (view->steps, step))->by, ==, TOMAS);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/conflicts/the-conflicts-of-a-record-stand-together", test_the_conflicts_of_a_record_stand_together);
  g_test_add_func ("/conflicts/the-other-value-takes-its-place", test_the_other_value_takes_its_place);
  g_test_add_func ("/conflicts/what-is-kept-stays-as-it-is", test_what_is_kept_stays_as_it_is);
  g_test_add_func ("/conflicts/of-two-texts-the-older-stands-below", test_of_two_texts_the_older_stands_below);
  g_test_add_func ("/conflicts/a-value-of-ones-own-is-checked", test_a_value_of_ones_own_is_checked);
  g_test_add_func ("/conflicts/a-value-of-ones-own-keeps-the-rules", test_a_value_of_ones_own_keeps_the_rules);
  g_test_add_func ("/conflicts/a-reference-of-ones-own-may-be-a-name", test_a_reference_of_ones_own_may_be_a_name);
  g_test_add_func ("/conflicts/both-stay-in-the-history", test_both_stay_in_the_history);
  g_test_add_func ("/conflicts/where-a-third-value-can-be-written", test_where_a_third_value_can_be_written);
  g_test_add_func ("/conflicts/a-removal-is-carried-out-or-not", test_a_removal_is_carried_out_or_not);
  g_test_add_func ("/conflicts/all-of-a-record-is-settled-at-once", test_all_of_a_record_is_settled_at_once);
  g_test_add_func ("/conflicts/what-was-settled-elsewhere-is-not-settled-twice", test_what_was_settled_elsewhere_is_not_settled_twice);
  g_test_add_func ("/conflicts/what-was-edited-since-is-what-is-kept", test_what_was_edited_since_is_what_is_kept);
  g_test_add_func ("/conflicts/a-record-that-is-gone-or-not-here", test_a_record_that_is_gone_or_not_here);
  g_test_add_func ("/conflicts/what-was-merged-is-read-from-the-history", test_what_was_merged_is_read_from_the_history);

  return g_test_run ();
}
