/* tambour-scope.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account.h"
#include "tambour-catalogue-set.h"
#include "tambour-people.h"
#include "tambour-store.h"

G_BEGIN_DECLS

/**
 * TambourScopeReach:
 * @TAMBOUR_SCOPE_ALL: every account
 * @TAMBOUR_SCOPE_MINE: those that the person looks after
 * @TAMBOUR_SCOPE_MINE_OR_NOBODYS: and those that nobody looks after, so that
 *   what happens there is not lost
 */
typedef enum
{
  TAMBOUR_SCOPE_ALL,
  TAMBOUR_SCOPE_MINE,
  TAMBOUR_SCOPE_MINE_OR_NOBODYS,
} TambourScopeReach;

/**
 * TambourScopeAccount:
 * @zone: the customer's time zone; UTC if the account names none
 * @plan: (nullable): the code of its plan
 * @tam_hours: (nullable): when its TAM is there; belongs to the plans
 * @has_team: whether anybody looks after it
 * @is_mine: whether the person does
 *
 * One account that is looked at, with what its clocks need.
 */
typedef struct
{
  TambourAccount  *account;
  GTimeZone       *zone;
  const char      *plan;
  TambourCalendar *tam_hours;
  gboolean         has_team;
  gboolean         is_mine;
} TambourScopeAccount;

/**
 * TambourScope:
 * @me: (nullable): who looks
 * @hours: (nullable): when that person is there
 * @zone: where that person is
 * @accounts: id → #TambourScopeAccount
 *
 * The accounts that are looked at, by whom and when: what every list of the
 * agenda begins with.
 */
typedef struct
{
  TambourStore        *store;
  GCancellable        *cancellable;
  TambourInstant       at;
  TambourPerson       *me;
  TambourCalendar     *hours;
  GTimeZone           *zone;
  TambourCatalogueSet *plans;
  GHashTable          *accounts;

  /*< private >*/
  GHashTable          *plan_codes;
  GHashTable          *people;
} TambourScope;

TambourScope *tambour_scope_new  (TambourStore       *store,
                                  TambourPerson      *me,
                                  TambourScopeReach   reach,
                                  GTimeZone          *zone,
                                  TambourInstant      at,
                                  GCancellable       *cancellable,
                                  GError            **error);
void          tambour_scope_free (TambourScope       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourScope, tambour_scope_free)

void                 tambour_scope_keep     (TambourScope   *self,
                                             const char     *account_id);
TambourScopeAccount *tambour_scope_find     (TambourScope   *self,
                                             TambourRecord  *record);
char                *tambour_scope_dup_date (TambourScope   *self,
                                             int             days);
GPtrArray           *tambour_scope_list     (TambourScope   *self,
                                             GType           type,
                                             const char     *expression,
                                             GError        **error);
GHashTable          *tambour_scope_group    (TambourScope   *self,
                                             GType           type,
                                             const char     *field,
                                             GHashTable     *ids,
                                             const char     *order,
                                             GError        **error);

G_END_DECLS
