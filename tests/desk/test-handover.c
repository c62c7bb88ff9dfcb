/* test-handover.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "desk-portfolio.h"
#include "tambour-case.h"
#include "tambour-contacts.h"
#include "tambour-engagement.h"
#include "tambour-handover.h"
#include "tambour-scope.h"

typedef struct
{
  DeskPortfolio *desk;
  TambourPerson *mira;
  TambourPerson *tomas;
  TambourRecord *tam;
  TambourRecord *backup;
} Team;

static void
team_free (Team *self)
{
  g_clear_pointer (&self->desk, desk_portfolio_free);
  g_clear_object (&self->mira);
  g_clear_object (&self->tomas);
  g_clear_object (&self->tam);
  g_clear_object (&self->backup);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Team, team_free)

static TambourRecord *
add_role (Team          *team,
          TambourPerson *person,
          const char    *kind)
{
  TambourRecord *role = desk_portfolio_own (team->desk, TAMBOUR_TYPE_TEAM_ROLE);

  desk_set (role, "person_id", TAMBOUR_RECORD (person)->id);
  desk_set (role, "role", kind);
  desk_set (role, "from", "2026-01-01");
  desk_portfolio_put (team->desk, role);

  return role;
}

static Team *
team_new (void)
{
  Team *self = g_new0 (Team, 1);

  self->desk = desk_portfolio_new ();
  self->mira = desk_portfolio_person (self->desk, "Mira");
  self->tomas = desk_portfolio_person (self->desk, "Tomas");
  self->tam = add_role (self, self->mira, "tam");
  self->backup = add_role (self, self->tomas, "backup_tam");

  return self;
}

static TambourInstant
now (const char *text)
{
  TambourInstant at;

  g_assert_true (tambour_instant_parse (text, &at));

  return at;
}

static TambourChange *
hand_over (Team        *team,
           TambourDate  on,
           gboolean     with_work)
{
  const TambourHandover handover = {
    TAMBOUR_RECORD (team->desk->account)->id, TAMBOUR_RECORD (team->tomas)->id, on, with_work, with_work,
  };
  g_autoptr(TambourChange) change = tambour_change_new ("Test", "Hand over");
  g_autoptr(GError) error = NULL;

  tambour_handover_fill (&handover, team->desk->store, now ("2026-11-23T17:12:00Z"), change, &error);
  g_assert_no_error (error);
  tambour_store_commit (team->desk->store, change, &error);
  g_assert_no_error (error);

  return g_steal_pointer (&change);
}

static void
assert_tam (Team       *team,
            const char *at,
            const char *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourContacts) contacts = tambour_contacts_load (team->desk->store, TAMBOUR_RECORD (team->desk->account)->id, now (at), NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (contacts->tam ? contacts->tam->person->name : NULL, ==, name);
}

static void
test_roles (void)
{
  g_autoptr(Team) team = team_new ();
  g_autoptr(TambourChange) change = hand_over (team, tambour_date_new (2026, 12, 1), FALSE);
  g_autoptr(TambourTeamRole) ended = desk_portfolio_get (team->desk, team->tam);
  g_autoptr(TambourTeamRole) backup = desk_portfolio_get (team->desk, team->backup);
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (ended->to.julian, ==, tambour_date_new (2026, 11, 30).julian);
  g_assert_cmpuint (backup->to.julian, ==, tambour_date_new (2026, 11, 30).julian);
  assert_tam (team, "2026-11-30T12:00:00Z", "Mira");
  assert_tam (team, "2026-12-01T12:00:00Z", "Tomas");

  tambour_store_undo (team->desk->store, tambour_change_get_number (change), "Test", NULL, &error);
  g_assert_no_error (error);
  assert_tam (team, "2026-12-01T12:00:00Z", "Mira");
}

/* What began on the day itself has never been. */
static void
test_same_day (void)
{
  g_autoptr(Team) team = team_new ();
  g_autoptr(TambourChange) change = hand_over (team, tambour_date_new (2026, 1, 1), FALSE);

  assert_tam (team, "2026-01-01T12:00:00Z", "Tomas");
  assert_tam (team, "2026-12-01T12:00:00Z", "Tomas");
}

static TambourRecord *
add_case (Team          *team,
          const char    *number,
          TambourPerson *owner,
          const char    *status)
{
  TambourRecord *support_case = desk_portfolio_own (team->desk, TAMBOUR_TYPE_CASE);

  desk_set (support_case, "number", number);
  desk_set (support_case, "title", "Something");
  desk_set (support_case, "opened_at", "2026-11-01T09:00:00Z");
  desk_set (support_case, "status", status);
  desk_set (support_case, "owner_id", owner ? TAMBOUR_RECORD (owner)->id : "");
  desk_set (support_case, "owner_name", owner ? owner->name : "Engineer");
  desk_portfolio_put (team->desk, support_case);

  return support_case;
}

static TambourRecord *
add_action (Team       *team,
            const char *owner,
            const char *side,
            const char *status)
{
  TambourRecord *action = desk_portfolio_own (team->desk, TAMBOUR_TYPE_ACTION_ITEM);

  desk_set (action, "title", "Send it");
  desk_set (action, "owner", owner);
  desk_set (action, "side", side);
  desk_set (action, "status", status);
  desk_portfolio_put (team->desk, action);

  return action;
}

static void
assert_text (Team          *team,
             TambourRecord *record,
             const char    *field,
             const char    *text)
{
  g_autoptr(TambourRecord) stored = desk_portfolio_get (team->desk, record);
  g_autofree char *found = tambour_field_dup_text (tambour_record_class_find_field (TAMBOUR_RECORD_GET_CLASS (record), field), stored);

  g_assert_cmpstr (found, ==, text);
}

static void
test_work (void)
{
  g_autoptr(Team) team = team_new ();
  g_autoptr(TambourRecord) theirs = add_case (team, "1", team->mira, "open");
  g_autoptr(TambourRecord) closed = add_case (team, "2", team->mira, "closed");
  g_autoptr(TambourRecord) other = add_case (team, "3", NULL, "open");
  g_autoptr(TambourRecord) action = add_action (team, "Mira", "us", "open");
  g_autoptr(TambourRecord) done = add_action (team, "Mira", "us", "done");
  g_autoptr(TambourRecord) customers = add_action (team, "Mira", "customer", "open");
  g_autoptr(TambourRecord) cadence = desk_portfolio_own (team->desk, TAMBOUR_TYPE_CADENCE);
  g_autoptr(TambourQuery) query = tambour_query_new (TAMBOUR_TYPE_CASE_EVENT);
  g_autoptr(TambourChange) change = NULL;
  g_autoptr(GPtrArray) events = NULL;

  desk_set (cadence, "title", "Weekly");
  desk_set (cadence, "kind", "cadence_call");
  desk_set (cadence, "interval_days", "7");
  desk_set (cadence, "owner_id", TAMBOUR_RECORD (team->mira)->id);
  desk_portfolio_put (team->desk, cadence);
  change = hand_over (team, tambour_date_new (2026, 11, 23), TRUE);

  assert_text (team, theirs, "owner_name", "Tomas");
  assert_text (team, theirs, "owner_id", TAMBOUR_RECORD (team->tomas)->id);
  assert_text (team, closed, "owner_name", "Mira");
  assert_text (team, other, "owner_name", "Engineer");
  assert_text (team, action, "owner", "Tomas");
  assert_text (team, done, "owner", "Mira");
  assert_text (team, customers, "owner", "Mira");
  assert_text (team, cadence, "owner_id", TAMBOUR_RECORD (team->tomas)->id);

  events = tambour_store_list (team->desk->store, query, NULL, NULL);
  g_assert_cmpuint (events->len, ==, 1);
  g_assert_cmpstr (TAMBOUR_CASE_EVENT (g_ptr_array_index (events, 0))->from, ==, "Mira");
  g_assert_cmpstr (TAMBOUR_CASE_EVENT (g_ptr_array_index (events, 0))->to, ==, "Tomas");
}

static void
test_twice (void)
{
  g_autoptr(Team) team = team_new ();
  const TambourHandover handover = {
    TAMBOUR_RECORD (team->desk->account)->id, TAMBOUR_RECORD (team->mira)->id, tambour_date_new (2026, 12, 1), FALSE, FALSE,
  };
  g_autoptr(TambourChange) change = tambour_change_new ("Test", "Hand over");
  g_autoptr(GError) error = NULL;

  g_assert_false (tambour_handover_fill (&handover, team->desk->store, now ("2026-11-23T17:12:00Z"), change, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, "Mira looks after this account already.");
}

static gboolean
is_mine (Team          *team,
         TambourPerson *person,
         const char    *at)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourScope) scope = tambour_scope_new (team->desk->store, person, TAMBOUR_SCOPE_MINE, NULL, now (at), NULL, &error);

  g_assert_no_error (error);

  return g_hash_table_contains (scope->accounts, TAMBOUR_RECORD (team->desk->account)->id);
}

/* In that time the account is on their Today, before and after it is not. */
static void
test_cover (void)
{
  g_autoptr(Team) team = team_new ();
  g_autoptr(TambourPerson) adele = desk_portfolio_person (team->desk, "Adele");
  TambourLeaveCover cover = {
    TAMBOUR_RECORD (team->desk->account)->id, TAMBOUR_RECORD (adele)->id,
    tambour_date_new (2026, 12, 1), tambour_date_new (2026, 12, 14), "The key is under the mat",
  };
  g_autoptr(TambourChange) change = tambour_change_new ("Test", "Cover");
  g_autoptr(TambourChange) again = tambour_change_new ("Test", "Cover");
  g_autoptr(GError) error = NULL;

  tambour_leave_cover_fill (&cover, team->desk->store, now ("2026-11-23T17:12:00Z"), change, &error);
  g_assert_no_error (error);
  tambour_store_commit (team->desk->store, change, &error);
  g_assert_no_error (error);

  g_assert_false (is_mine (team, adele, "2026-11-29T12:00:00Z"));
  g_assert_true (is_mine (team, adele, "2026-12-01T12:00:00Z"));
  g_assert_true (is_mine (team, team->mira, "2026-12-01T12:00:00Z"));
  g_assert_true (is_mine (team, adele, "2026-12-14T12:00:00Z"));
  g_assert_false (is_mine (team, adele, "2026-12-16T12:00:00Z"));

  g_assert_false (tambour_leave_cover_fill (&cover, team->desk->store, now ("2026-11-23T17:12:00Z"), again, &error));
  g_assert_cmpstr (error->message, ==, "Adele stands in for a part of that time already.");
  g_clear_error (&error);
  cover.person_id = TAMBOUR_RECORD (team->mira)->id;
  g_assert_false (tambour_leave_cover_fill (&cover, team->desk->store, now ("2026-11-23T17:12:00Z"), again, &error));
  g_assert_cmpstr (error->message, ==, "Mira looks after this account themselves in that time.");
  g_clear_error (&error);
  cover.to = tambour_date_new (2026, 11, 30);
  g_assert_false (tambour_leave_cover_fill (&cover, team->desk->store, now ("2026-11-23T17:12:00Z"), again, &error));
  g_assert_error (error, TAMBOUR_STORE_ERROR, TAMBOUR_STORE_ERROR_REFUSED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/handover/one-role-ends-and-the-next-begins", test_roles);
  g_test_add_func ("/handover/a-role-of-no-days-has-never-been", test_same_day);
  g_test_add_func ("/handover/open-cases-and-actions-go-with-it", test_work);
  g_test_add_func ("/handover/to-the-same-person-is-refused", test_twice);
  g_test_add_func ("/handover/who-stands-in-sees-the-account-in-that-time", test_cover);

  return g_test_run ();
}
