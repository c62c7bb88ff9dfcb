/* test-library-moves.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "desk-portfolio.h"
#include "tambour-library-file.h"
#include "tambour-library-moves.h"
#include "tambour-usage.h"

static const char *
account_of (DeskPortfolio *desk)
{
  return TAMBOUR_RECORD (desk->account)->id;
}

/* Returns: (transfer full): the only record of a kind */
static gpointer
get_only (DeskPortfolio *desk,
          GType          type)
{
  g_autoptr(TambourQuery) query = tambour_query_new (type);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = tambour_store_list (desk->store, query, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);

  return g_object_ref (g_ptr_array_index (found, 0));
}

/* Does it. Returns: the number of the change */
static gint64
make (DeskPortfolio            *desk,
      const TambourLibraryMove *move)
{
  g_autoptr(TambourChange) change = tambour_change_new ("Mira Solberg", "Move");
  g_autoptr(GError) error = NULL;

  tambour_library_move_fill (move, desk->store, desk_portfolio_now (), change, &error);
  g_assert_no_error (error);
  tambour_store_commit (desk->store, change, &error);
  g_assert_no_error (error);

  return tambour_change_get_number (change);
}

static void
assert_refused (DeskPortfolio            *desk,
                const TambourLibraryMove *move)
{
  g_autoptr(TambourChange) change = tambour_change_new ("Mira Solberg", "Move");
  g_autoptr(GError) error = NULL;

  g_assert_false (tambour_library_move_fill (move, desk->store, desk_portfolio_now (), change, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED);
  g_assert_cmpuint (tambour_change_get_size (change), ==, 0);
}

static void
take_back (DeskPortfolio *desk,
           gint64         number)
{
  g_autoptr(GError) error = NULL;

  tambour_store_undo (desk->store, number, "Mira Solberg", NULL, &error);
  g_assert_no_error (error);
}

static TambourRecord *
add (DeskPortfolio *desk,
     GType          type,
     const char    *title)
{
  TambourRecord *record = tambour_record_new (type, NULL);

  desk_set (record, "title", title);
  desk_portfolio_put (desk, record);

  return record;
}

static TambourRecord *
add_account (DeskPortfolio *desk,
             const char    *name)
{
  TambourRecord *account = tambour_record_new (TAMBOUR_TYPE_ACCOUNT, NULL);
  g_autofree char *code = g_utf8_strup (name, 3);

  desk_set (account, "name", name);
  desk_set (account, "short_code", code);
  desk_portfolio_put (desk, account);

  return account;
}

/* --- items -------------------------------------------------------------------- */

static void
test_an_item_is_shared (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) item = add (desk, TAMBOUR_TYPE_LIBRARY_ITEM, "Forwarders in pairs");
  g_autoptr(TambourLibraryMove) move = tambour_library_move_new (TAMBOUR_LIBRARY_MOVE_SHARE, item->id, NULL);
  g_autoptr(TambourContentShare) share = NULL;

  assert_refused (desk, move);
  move->account_id = g_strdup (account_of (desk));
  move->text = g_strdup (" Two sites have one only \n");
  move->on = tambour_date_new (2026, 11, 20);
  make (desk, move);
  share = get_only (desk, TAMBOUR_TYPE_CONTENT_SHARE);

  g_assert_cmpstr (share->title, ==, "Forwarders in pairs");
  g_assert_cmpstr (share->kind, ==, "best_practice");
  g_assert_cmpstr (share->why, ==, "Two sites have one only");
  g_assert_cmpstr (share->library_item_id.id, ==, item->id);
  g_assert_cmpstr (TAMBOUR_RECORD (share)->account_id.id, ==, account_of (desk));
  g_assert_cmpuint (share->on.julian, ==, move->on.julian);
  g_assert_false (share->opened);

  /* What it was called then stays. */
  desk_set (item, "title", "Another title");
  desk_set (item, "retired", "true");
  desk_portfolio_put (desk, item);
  g_clear_object (&share);
  share = get_only (desk, TAMBOUR_TYPE_CONTENT_SHARE);
  g_assert_cmpstr (share->title, ==, "Forwarders in pairs");
  assert_refused (desk, move);
}

static void
test_what_came_of_it (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) share = desk_portfolio_own (desk, TAMBOUR_TYPE_CONTENT_SHARE);
  g_autoptr(TambourLibraryMove) move = tambour_library_move_new (TAMBOUR_LIBRARY_MOVE_OUTCOME, share->id, NULL);
  g_autoptr(TambourContentShare) after = NULL;
  g_autoptr(TambourContentShare) before = NULL;
  gint64 number;

  desk_set (share, "title", "Forwarders in pairs");
  desk_set (share, "on", "2026-11-20");
  desk_portfolio_put (desk, share);
  move->discussed = TRUE;
  move->text = g_strdup ("Adopted");
  number = make (desk, move);

  after = desk_portfolio_get (desk, share);
  g_assert_true (after->discussed);
  g_assert_true (after->opened);
  g_assert_cmpstr (after->reaction, ==, "Adopted");
  take_back (desk, number);
  before = desk_portfolio_get (desk, share);
  g_assert_false (before->discussed);
  g_assert_false (before->opened);
}

static void
test_a_suggestion_is_left_out_and_taken_back (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) item = add (desk, TAMBOUR_TYPE_LIBRARY_ITEM, "Forwarders in pairs");
  g_autoptr(TambourLibraryMove) move = tambour_library_move_new (TAMBOUR_LIBRARY_MOVE_NOT_FOR, item->id, account_of (desk));
  g_autoptr(TambourLibraryItem) after = NULL;
  g_autoptr(TambourLibraryItem) before = NULL;
  gint64 number;

  desk_set (item, "not_for", "0192f0c8-0000-7000-8000-000000000001");
  desk_portfolio_put (desk, item);
  number = make (desk, move);
  after = desk_portfolio_get (desk, item);
  g_assert_cmpuint (g_strv_length (after->not_for), ==, 2);
  g_assert_true (g_strv_contains ((const char * const *) after->not_for, account_of (desk)));
  assert_refused (desk, move);

  take_back (desk, number);
  before = desk_portfolio_get (desk, item);
  g_assert_cmpuint (g_strv_length (before->not_for), ==, 1);
}

/* --- programmes ----------------------------------------------------------------- */

/* Returns: (transfer full): a guest of a programme, invited */
static TambourRecord *
invite (DeskPortfolio *desk,
        TambourRecord *programme,
        const char    *account_id,
        gint64         priority)
{
  g_autoptr(TambourLibraryMove) move = tambour_library_move_new (TAMBOUR_LIBRARY_MOVE_INVITE, programme->id, account_id);
  g_autoptr(TambourChange) change = tambour_change_new ("Mira Solberg", "Invite");
  g_autoptr(GError) error = NULL;

  move->priority = priority;
  tambour_library_move_fill (move, desk->store, desk_portfolio_now (), change, &error);
  g_assert_no_error (error);
  tambour_store_commit (desk->store, change, &error);
  g_assert_no_error (error);

  return g_object_ref (tambour_change_get_put (change, 0));
}

static void
answer (DeskPortfolio          *desk,
        TambourLibraryMoveKind  kind,
        TambourRecord          *guest,
        gboolean                has_seat,
        gboolean                is_refused)
{
  g_autoptr(TambourLibraryMove) move = tambour_library_move_new (kind, guest->id, NULL);

  move->has_seat = has_seat;
  if (is_refused)
    assert_refused (desk, move);
  else
    make (desk, move);
}

static void
test_an_invitation_is_of_the_kind_of_the_programme (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) early = add (desk, TAMBOUR_TYPE_PROGRAMME, "Log streaming");
  g_autoptr(TambourRecord) event = add (desk, TAMBOUR_TYPE_PROGRAMME, "User group");
  g_autoptr(TambourLibraryMove) again = tambour_library_move_new (TAMBOUR_LIBRARY_MOVE_INVITE, early->id, account_of (desk));
  g_autoptr(TambourRecord) access = NULL;
  g_autoptr(TambourRecord) invitation = NULL;

  desk_set (event, "kind", "event");
  desk_portfolio_put (desk, event);
  access = invite (desk, early, account_of (desk), 1);
  invitation = invite (desk, event, account_of (desk), 2);

  g_assert_true (TAMBOUR_IS_EARLY_ACCESS (access));
  g_assert_cmpstr (TAMBOUR_EARLY_ACCESS (access)->programme, ==, "Log streaming");
  g_assert_cmpint (TAMBOUR_EARLY_ACCESS (access)->priority, ==, 1);
  g_assert_true (TAMBOUR_IS_INVITATION (invitation));
  g_assert_cmpstr (TAMBOUR_INVITATION (invitation)->event, ==, "User group");

  assert_refused (desk, again);
  again->priority = 4;
  assert_refused (desk, again);
}

/* Two seats and three who come: the third waits, until one of the first leaves. */
static void
test_seats_are_never_given_twice (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) programme = add (desk, TAMBOUR_TYPE_PROGRAMME, "Log streaming");
  g_autoptr(TambourRecord) second_account = add_account (desk, "Harbour Rail");
  g_autoptr(TambourRecord) third_account = add_account (desk, "Kestrel Bay");
  g_autoptr(TambourRecord) first = invite (desk, programme, account_of (desk), 3);
  g_autoptr(TambourRecord) second = invite (desk, programme, second_account->id, 2);
  g_autoptr(TambourRecord) third = invite (desk, programme, third_account->id, 1);
  g_autoptr(TambourProgrammeFile) file = NULL;
  g_autoptr(TambourProgrammeFile) later = NULL;
  g_autoptr(GError) error = NULL;

  desk_set (programme, "seats", "2");
  desk_portfolio_put (desk, programme);
  answer (desk, TAMBOUR_LIBRARY_MOVE_ACCEPT, first, FALSE, TRUE);
  answer (desk, TAMBOUR_LIBRARY_MOVE_ACCEPT, first, TRUE, FALSE);
  answer (desk, TAMBOUR_LIBRARY_MOVE_ACCEPT, first, TRUE, TRUE);
  answer (desk, TAMBOUR_LIBRARY_MOVE_ACCEPT, second, TRUE, FALSE);
  answer (desk, TAMBOUR_LIBRARY_MOVE_ACCEPT, third, TRUE, TRUE);
  answer (desk, TAMBOUR_LIBRARY_MOVE_ACCEPT, third, FALSE, FALSE);

  file = tambour_programme_file_load (desk->store, programme->id, desk_portfolio_now (), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (file->n_free, ==, 0);
  g_assert_cmpuint (tambour_guests_count (file->guests, TAMBOUR_GUEST_SEATED), ==, 2);
  g_assert_cmpuint (((TambourGuest *) g_ptr_array_index (file->guests, 2))->place, ==, 1);
  g_assert_cmpstr (((TambourGuest *) g_ptr_array_index (file->guests, 2))->account_name, ==, "Kestrel Bay");

  answer (desk, TAMBOUR_LIBRARY_MOVE_DECLINE, first, FALSE, FALSE);
  answer (desk, TAMBOUR_LIBRARY_MOVE_DECLINE, first, FALSE, TRUE);
  answer (desk, TAMBOUR_LIBRARY_MOVE_ACCEPT, third, FALSE, TRUE);
  answer (desk, TAMBOUR_LIBRARY_MOVE_ACCEPT, third, TRUE, FALSE);
  later = tambour_programme_file_load (desk->store, programme->id, desk_portfolio_now (), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (later->n_free, ==, 0);
  g_assert_cmpuint (tambour_guests_count (later->guests, TAMBOUR_GUEST_WAITING), ==, 0);
}

static void
test_a_follow_up_is_planned_and_ends (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourRecord) programme = add (desk, TAMBOUR_TYPE_PROGRAMME, "Log streaming");
  g_autoptr(TambourRecord) guest = invite (desk, programme, account_of (desk), 1);
  g_autoptr(TambourLibraryMove) plan = tambour_library_move_new (TAMBOUR_LIBRARY_MOVE_FOLLOW_UP, guest->id, NULL);
  g_autoptr(TambourLibraryMove) end = tambour_library_move_new (TAMBOUR_LIBRARY_MOVE_FOLLOWED_UP, guest->id, NULL);
  g_autoptr(TambourEarlyAccess) after = NULL;
  gint64 number;

  assert_refused (desk, end);
  assert_refused (desk, plan);
  plan->on = tambour_date_new (2026, 12, 1);
  assert_refused (desk, plan);
  plan->text = g_strdup ("Ask how it went");
  make (desk, plan);
  number = make (desk, end);
  assert_refused (desk, end);

  after = desk_portfolio_get (desk, guest);
  g_assert_cmpstr (after->follow_up, ==, "Ask how it went");
  g_assert_true (tambour_date_is_stated (after->followed_up_on));
  take_back (desk, number);
  make (desk, end);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/library-moves/an-item-is-shared", test_an_item_is_shared);
  g_test_add_func ("/library-moves/what-came-of-it", test_what_came_of_it);
  g_test_add_func ("/library-moves/a-suggestion-is-left-out-and-taken-back", test_a_suggestion_is_left_out_and_taken_back);
  g_test_add_func ("/library-moves/an-invitation-is-of-the-kind-of-the-programme", test_an_invitation_is_of_the_kind_of_the_programme);
  g_test_add_func ("/library-moves/seats-are-never-given-twice", test_seats_are_never_given_twice);
  g_test_add_func ("/library-moves/a-follow-up-is-planned-and-ends", test_a_follow_up_is_planned_and_ends);

  return g_test_run ();
}
