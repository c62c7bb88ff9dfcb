/* test-contacts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "desk-portfolio.h"
#include "tambour-case.h"
#include "tambour-contacts.h"

static TambourContacts *
load (DeskPortfolio *desk)
{
  g_autoptr(GError) error = NULL;
  TambourContacts *contacts = tambour_contacts_load (desk->store, TAMBOUR_RECORD (desk->account)->id, desk_portfolio_now (), NULL, &error);

  g_assert_no_error (error);

  return contacts;
}

static TambourContact *
add_contact (DeskPortfolio *desk,
             const char    *name,
             const char    *role,
             const char    *influence)
{
  TambourContact *contact = desk_portfolio_own (desk, TAMBOUR_TYPE_CONTACT);

  desk_set (contact, "name", name);
  desk_set (contact, "role", role);
  desk_set (contact, "influence", influence);
  desk_portfolio_put (desk, contact);

  return contact;
}

static const TambourContactView *
view_at (TambourContacts *contacts,
         guint            i,
         const char      *name)
{
  const TambourContactView *view = g_ptr_array_index (contacts->people, i);

  g_assert_cmpstr (view->contact->name, ==, name);

  return view;
}

static void
test_empty (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourContacts) contacts = load (desk);

  g_assert_cmpuint (contacts->people->len, ==, 0);
  g_assert_cmpuint (contacts->team->len, ==, 0);
  g_assert_null (contacts->tam);
  g_assert_cmpstr (contacts->plan, ==, "Platinum");
  g_assert_cmpint (contacts->limit, ==, 5);
}

static void
test_groups (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourContact) user = add_contact (desk, "Una User", "user", "2");
  g_autoptr(TambourContact) sponsor = add_contact (desk, "Sam Sponsor", "exec_sponsor", "5");
  g_autoptr(TambourContact) named = desk_portfolio_name (desk, "Nia Named", "2026-01-01", "");
  g_autoptr(TambourContact) later = desk_portfolio_name (desk, "Lou Later", "2027-01-01", "");
  g_autoptr(TambourContact) gone = desk_portfolio_name (desk, "Gil Gone", "2026-01-01", "2026-11-23");
  g_autoptr(TambourContacts) contacts = NULL;

  desk_set (named, "reports_to_id", TAMBOUR_RECORD (sponsor)->id);
  desk_set (gone, "left_on", "2026-11-23");
  desk_portfolio_put (desk, named);
  desk_portfolio_put (desk, later);
  desk_portfolio_put (desk, gone);
  contacts = load (desk);

  g_assert_cmpint (view_at (contacts, 0, "Sam Sponsor")->group, ==, TAMBOUR_CONTACT_GROUP_DECIDE);
  g_assert_cmpint (view_at (contacts, 1, "Nia Named")->group, ==, TAMBOUR_CONTACT_GROUP_NAMED);
  g_assert_cmpstr (view_at (contacts, 1, "Nia Named")->reports_to, ==, "Sam Sponsor");
  g_assert_cmpint (view_at (contacts, 2, "Una User")->group, ==, TAMBOUR_CONTACT_GROUP_OTHERS);
  g_assert_false (view_at (contacts, 3, "Lou Later")->is_named);
  g_assert_cmpint (view_at (contacts, 4, "Gil Gone")->group, ==, TAMBOUR_CONTACT_GROUP_LEFT);
  g_assert_cmpuint (contacts->n_named, ==, 1);
  g_assert_cmpuint (contacts->n_left, ==, 1);
}

static void
hold_call (DeskPortfolio  *desk,
           TambourContact *contact,
           const char     *at,
           const char     *status)
{
  g_autoptr(TambourRecord) call = desk_portfolio_own (desk, TAMBOUR_TYPE_ENGAGEMENT);
  g_autoptr(TambourRecord) attendance = desk_portfolio_own (desk, TAMBOUR_TYPE_ATTENDANCE);

  desk_set (call, "title", "Call");
  desk_set (call, "kind", "onsite");
  desk_set (call, "planned_start", at);
  desk_set (call, "status", status);
  desk_portfolio_put (desk, call);
  desk_set (attendance, "engagement_id", call->id);
  desk_set (attendance, "contact_id", TAMBOUR_RECORD (contact)->id);
  desk_portfolio_put (desk, attendance);
}

static TambourRecord *
open_case (DeskPortfolio  *desk,
           TambourContact *contact,
           const char     *number,
           const char     *at)
{
  TambourRecord *support_case = desk_portfolio_own (desk, TAMBOUR_TYPE_CASE);

  desk_set (support_case, "number", number);
  desk_set (support_case, "title", "Printer on fire");
  desk_set (support_case, "opened_at", at);
  desk_set (support_case, "reporter_id", TAMBOUR_RECORD (contact)->id);
  desk_portfolio_put (desk, support_case);

  return support_case;
}

/* A call that was not held counts as little as one that is yet to come. */
static void
test_last (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourContact) caller = add_contact (desk, "Ann", "user", "");
  g_autoptr(TambourContact) reporter = add_contact (desk, "Bob", "user", "");
  g_autoptr(TambourContact) silent = add_contact (desk, "Cat", "user", "");
  g_autoptr(TambourRecord) support_case = open_case (desk, reporter, "4711", "2026-11-01T09:00:00Z");
  g_autoptr(TambourRecord) message = desk_portfolio_own (desk, TAMBOUR_TYPE_CASE_EVENT);
  g_autoptr(TambourContacts) contacts = NULL;
  g_autofree char *last = NULL;

  hold_call (desk, caller, "2026-11-10T09:00:00Z", "held");
  hold_call (desk, caller, "2026-11-05T09:00:00Z", "held");
  hold_call (desk, caller, "2026-11-20T09:00:00Z", "no_show");
  hold_call (desk, caller, "2026-12-01T09:00:00Z", "planned");
  desk_set (message, "case_id", support_case->id);
  desk_set (message, "at", "2026-11-03T10:00:00Z");
  desk_set (message, "kind", "customer_msg");
  desk_set (message, "actor", "customer");
  desk_portfolio_put (desk, message);
  contacts = load (desk);

  g_assert_cmpint (view_at (contacts, 0, "Ann")->last_call, ==, TAMBOUR_ENGAGEMENT_KIND_ONSITE);
  last = tambour_instant_dup_text (view_at (contacts, 0, "Ann")->last_at);
  g_assert_cmpstr (last, ==, "2026-11-10T09:00:00Z");
  g_assert_null (view_at (contacts, 0, "Ann")->last_case);
  g_assert_cmpstr (view_at (contacts, 1, "Bob")->last_case, ==, "4711");
  g_free (last);
  last = tambour_instant_dup_text (view_at (contacts, 1, "Bob")->last_at);
  g_assert_cmpstr (last, ==, "2026-11-03T10:00:00Z");
  g_assert_false (tambour_instant_is_stated (view_at (contacts, 2, "Cat")->last_at));
}

static void
add_role (DeskPortfolio *desk,
          TambourPerson *person,
          const char    *kind,
          const char    *from,
          const char    *to)
{
  g_autoptr(TambourRecord) role = desk_portfolio_own (desk, TAMBOUR_TYPE_TEAM_ROLE);

  desk_set (role, "person_id", TAMBOUR_RECORD (person)->id);
  desk_set (role, "role", kind);
  desk_set (role, "from", from);
  desk_set (role, "to", to);
  desk_portfolio_put (desk, role);
}

static void
test_team (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourPerson) mira = desk_portfolio_person (desk, "Mira");
  g_autoptr(TambourPerson) tomas = desk_portfolio_person (desk, "Tomas");
  g_autoptr(TambourPerson) adele = desk_portfolio_person (desk, "Adele");
  g_autoptr(TambourContacts) contacts = NULL;

  add_role (desk, mira, "tam", "2026-01-01", "");
  add_role (desk, tomas, "tam", "2025-01-01", "2025-12-31");
  add_role (desk, adele, "backup_tam", "2026-11-20", "2026-11-30");
  add_role (desk, tomas, "backup_tam", "2026-12-20", "2027-01-05");
  contacts = load (desk);

  g_assert_cmpuint (contacts->team->len, ==, 4);
  g_assert_cmpstr (contacts->tam->person->name, ==, "Mira");
  g_assert_cmpstr (contacts->cover->person->name, ==, "Adele");
  g_assert_cmpint (((TambourTeamView *) g_ptr_array_index (contacts->team, 2))->state, ==, TAMBOUR_TEAM_COMING);
  g_assert_cmpint (((TambourTeamView *) g_ptr_array_index (contacts->team, 3))->state, ==, TAMBOUR_TEAM_PAST);
  g_assert_cmpstr (((TambourPerson *) g_ptr_array_index (contacts->ours, 0))->name, ==, "Adele");
}

static void
test_left (void)
{
  g_autoptr(DeskPortfolio) desk = desk_portfolio_new ();
  g_autoptr(TambourContact) named = desk_portfolio_name (desk, "Nia", "2026-01-01", "");
  g_autoptr(TambourContact) later = desk_portfolio_name (desk, "Lou", "2027-01-01", "");
  TambourDate on = tambour_date_new (2026, 11, 23);

  tambour_contact_mark_left (named, on);
  g_assert_true (named->is_named);
  g_assert_cmpuint (named->named_to.julian, ==, on.julian);
  g_assert_cmpuint (named->left_on.julian, ==, on.julian);

  tambour_contact_mark_left (later, on);
  g_assert_false (later->is_named);
  g_assert_false (tambour_date_is_stated (later->named_from));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/contacts/an-account-without-people-has-none", test_empty);
  g_test_add_func ("/contacts/people-stand-in-groups", test_groups);
  g_test_add_func ("/contacts/who-was-last-heard-when", test_last);
  g_test_add_func ("/contacts/our-team-is-now-coming-or-past", test_team);
  g_test_add_func ("/contacts/who-leaves-is-not-named-any-more", test_left);

  return g_test_run ();
}
