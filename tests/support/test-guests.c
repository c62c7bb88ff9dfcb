/* test-guests.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-guests.h"
#include "tambour-time.h"

static TambourDate
day (int number)
{
  return tambour_date_new (2026, 11, number);
}

static TambourInvitation *
invite (GPtrArray *records,
        gint64     priority)
{
  TambourInvitation *invitation = TAMBOUR_INVITATION (tambour_record_new (TAMBOUR_TYPE_INVITATION, NULL));

  invitation->priority = priority;
  invitation->invited_on = day (1);
  g_ptr_array_add (records, invitation);

  return invitation;
}

static GPtrArray *
list (GPtrArray *records)
{
  GPtrArray *guests = g_ptr_array_new_with_free_func ((GDestroyNotify) tambour_guest_free);

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (guests, tambour_guest_new (g_ptr_array_index (records, i)));
  tambour_guests_sort (guests);

  return guests;
}

static TambourGuestState
state_of (gpointer record)
{
  g_autoptr(TambourGuest) guest = tambour_guest_new (record);

  return guest->state;
}

/* What was written before there were answers. */
static void
test_old_records_say_it_by_their_seat (void)
{
  g_autoptr(TambourRecord) access = tambour_record_new (TAMBOUR_TYPE_EARLY_ACCESS, NULL);
  g_autoptr(TambourRecord) invitation = tambour_record_new (TAMBOUR_TYPE_INVITATION, NULL);

  g_assert_cmpint (state_of (access), ==, TAMBOUR_GUEST_ASKED);
  g_assert_cmpint (state_of (invitation), ==, TAMBOUR_GUEST_ASKED);
  TAMBOUR_EARLY_ACCESS (access)->joined_on = day (2);
  TAMBOUR_INVITATION (invitation)->accepted = TRUE;
  g_assert_cmpint (state_of (access), ==, TAMBOUR_GUEST_SEATED);
  g_assert_cmpint (state_of (invitation), ==, TAMBOUR_GUEST_SEATED);
}

static void
test_answers_are_said_in_both_ways (void)
{
  g_autoptr(TambourRecord) access = tambour_record_new (TAMBOUR_TYPE_EARLY_ACCESS, NULL);
  g_autoptr(TambourRecord) invitation = tambour_record_new (TAMBOUR_TYPE_INVITATION, NULL);

  tambour_guest_answer (access, TAMBOUR_REPLY_ACCEPTED, TRUE, day (3));
  g_assert_cmpuint (TAMBOUR_EARLY_ACCESS (access)->joined_on.julian, ==, day (3).julian);
  g_assert_cmpint (state_of (access), ==, TAMBOUR_GUEST_SEATED);
  tambour_guest_answer (access, TAMBOUR_REPLY_DECLINED, TRUE, day (4));
  g_assert_false (tambour_date_is_stated (TAMBOUR_EARLY_ACCESS (access)->joined_on));
  g_assert_cmpint (state_of (access), ==, TAMBOUR_GUEST_DECLINED);

  tambour_guest_answer (invitation, TAMBOUR_REPLY_ACCEPTED, FALSE, day (3));
  g_assert_false (TAMBOUR_INVITATION (invitation)->accepted);
  g_assert_cmpint (state_of (invitation), ==, TAMBOUR_GUEST_WAITING);
  tambour_guest_answer (invitation, TAMBOUR_REPLY_ACCEPTED, TRUE, day (5));
  g_assert_true (TAMBOUR_INVITATION (invitation)->accepted);
  g_assert_cmpint (state_of (invitation), ==, TAMBOUR_GUEST_SEATED);
}

static void
test_the_line_is_by_priority_then_by_day (void)
{
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  TambourInvitation *late = invite (records, 1);
  TambourInvitation *last = invite (records, TAMBOUR_NO_COUNT);
  TambourInvitation *early = invite (records, 1);
  TambourInvitation *seated = invite (records, 3);
  TambourInvitation *asked = invite (records, 1);
  g_autoptr(GPtrArray) guests = NULL;
  gpointer order[] = { seated, early, late, last, asked };

  tambour_guest_answer (TAMBOUR_RECORD (late), TAMBOUR_REPLY_ACCEPTED, FALSE, day (9));
  tambour_guest_answer (TAMBOUR_RECORD (last), TAMBOUR_REPLY_ACCEPTED, FALSE, day (2));
  tambour_guest_answer (TAMBOUR_RECORD (early), TAMBOUR_REPLY_ACCEPTED, FALSE, day (5));
  tambour_guest_answer (TAMBOUR_RECORD (seated), TAMBOUR_REPLY_ACCEPTED, TRUE, day (9));
  guests = list (records);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      TambourGuest *guest = g_ptr_array_index (guests, i);

      g_assert_true (guest->record == order[i]);
      g_assert_cmpuint (guest->place, ==, guest->state == TAMBOUR_GUEST_WAITING ? i : 0);
    }
}

static void
test_seats_are_counted (void)
{
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(TambourProgramme) programme = TAMBOUR_PROGRAMME (tambour_record_new (TAMBOUR_TYPE_PROGRAMME, NULL));
  g_autoptr(GPtrArray) guests = NULL;

  for (guint i = 0; i < 3; i++)
    tambour_guest_answer (TAMBOUR_RECORD (invite (records, 1)), TAMBOUR_REPLY_ACCEPTED, i < 2, day (2));
  invite (records, 1);
  guests = list (records);

  g_assert_cmpint (tambour_guests_get_free (guests, programme), ==, G_MAXINT64);
  programme->seats = 5;
  g_assert_cmpint (tambour_guests_get_free (guests, programme), ==, 3);
  programme->seats = 1;
  g_assert_cmpint (tambour_guests_get_free (guests, programme), ==, -1);
  g_assert_cmpuint (tambour_guests_count (guests, TAMBOUR_GUEST_WAITING), ==, 1);
  g_assert_cmpuint (tambour_guests_count (guests, TAMBOUR_GUEST_ASKED), ==, 1);
}

static void
test_a_follow_up_is_due_until_it_is_done (void)
{
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  TambourInvitation *invitation = invite (records, 1);
  g_autoptr(GPtrArray) before = list (records);
  g_autoptr(GPtrArray) guests = NULL;
  g_autoptr(GPtrArray) after = NULL;

  g_assert_false (tambour_guest_is_due (g_ptr_array_index (before, 0), day (30)));
  invitation->follow_up_on = day (10);
  guests = list (records);
  g_assert_false (tambour_guest_is_due (g_ptr_array_index (guests, 0), day (9)));
  g_assert_true (tambour_guest_is_due (g_ptr_array_index (guests, 0), day (10)));
  invitation->followed_up_on = day (11);
  after = list (records);
  g_assert_false (tambour_guest_is_due (g_ptr_array_index (after, 0), day (12)));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/guests/old-records-say-it-by-their-seat", test_old_records_say_it_by_their_seat);
  g_test_add_func ("/guests/answers-are-said-in-both-ways", test_answers_are_said_in_both_ways);
  g_test_add_func ("/guests/the-line-is-by-priority-then-by-day", test_the_line_is_by_priority_then_by_day);
  g_test_add_func ("/guests/seats-are-counted", test_seats_are_counted);
  g_test_add_func ("/guests/a-follow-up-is-due-until-it-is-done", test_a_follow_up_is_due_until_it_is_done);

  return g_test_run ();
}
