/* tambour-contacts.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account-reading.h"
#include "tambour-account.h"
#include "tambour-engagement.h"
#include "tambour-people.h"
#include "tambour-store.h"

G_BEGIN_DECLS

/**
 * TambourContactGroup:
 * @TAMBOUR_CONTACT_GROUP_DECIDE: sponsors and who decides about money
 * @TAMBOUR_CONTACT_GROUP_NAMED: who may open cases
 * @TAMBOUR_CONTACT_GROUP_OTHERS: everybody else
 * @TAMBOUR_CONTACT_GROUP_LEFT: who is not there any more
 *
 * Where a contact stands in the list.
 */
typedef enum
{
  TAMBOUR_CONTACT_GROUP_DECIDE,
  TAMBOUR_CONTACT_GROUP_NAMED,
  TAMBOUR_CONTACT_GROUP_OTHERS,
  TAMBOUR_CONTACT_GROUP_LEFT,
} TambourContactGroup;

#define TAMBOUR_N_CONTACT_GROUPS (TAMBOUR_CONTACT_GROUP_LEFT + 1)

/**
 * TambourContactView:
 * @is_named: whether they are today
 * @reports_to: (nullable): the name of who they report to
 * @last_at: when they were last heard; not stated if never
 * @last_id: (nullable): the call or the case where that was
 * @last_case: (nullable): the number of that case; %NULL if it was a call
 * @last_call: what kind of call it was
 *
 * A contact and what their own record does not say.
 */
typedef struct
{
  TambourContact        *contact;
  TambourContactGroup    group;
  gboolean               is_named;
  char                  *reports_to;
  TambourInstant         last_at;
  char                  *last_id;
  char                  *last_case;
  TambourEngagementKind  last_call;
} TambourContactView;

/**
 * TambourTeamState:
 * @TAMBOUR_TEAM_NOW: looks after the account today
 * @TAMBOUR_TEAM_COMING: will
 * @TAMBOUR_TEAM_PAST: did
 *
 * When one of us looks after an account.
 */
typedef enum
{
  TAMBOUR_TEAM_NOW,
  TAMBOUR_TEAM_COMING,
  TAMBOUR_TEAM_PAST,
} TambourTeamState;

/**
 * TambourTeamView:
 * @person: (nullable): who that is
 * @is_cover: whether they stand in for a while: a backup with a first and a last day
 *
 * One of us in one role.
 */
typedef struct
{
  TambourTeamRole  *role;
  TambourPerson    *person;
  TambourTeamState  state;
  gboolean          is_cover;
} TambourTeamView;

/**
 * TambourContacts:
 * @today: the date at the account
 * @plan: (nullable): what its plan is called
 * @limit: how many contacts may be named; %TAMBOUR_NO_COUNT for as many as they like
 * @n_named: how many are named today
 * @n_left: how many are not there any more
 * @people: (element-type TambourContactView): by group, influence and name
 * @team: (element-type TambourTeamView): now, coming, past
 * @tam: (nullable): the one who looks after the account today; belongs to @team
 * @cover: (nullable): the one who stands in today; belongs to @team
 * @ours: (element-type TambourPerson): all of us, by name
 *
 * The people of one account, theirs and ours, as they are on one day.
 */
typedef struct
{
  TambourAccount        *account;
  TambourDate            today;
  char                  *plan;
  gint64                 limit;
  guint                  n_named;
  guint                  n_left;
  GPtrArray             *people;
  GPtrArray             *team;
  const TambourTeamView *tam;
  const TambourTeamView *cover;
  GPtrArray             *ours;
} TambourContacts;

TambourContacts *tambour_contacts_load (TambourStore     *store,
                                        const char       *account_id,
                                        TambourInstant    at,
                                        GCancellable     *cancellable,
                                        GError          **error);
void             tambour_contacts_free (TambourContacts  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourContacts, tambour_contacts_free)

GPtrArray *tambour_contacts_list_present (const TambourAccountReading  *reading,
                                          GError                      **error);

void       tambour_contact_mark_left     (TambourContact               *contact,
                                          TambourDate                   on);

G_END_DECLS
