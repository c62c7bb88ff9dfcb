/* team-fixture.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-test-ui.h"

G_BEGIN_DECLS

/**
 * TeamFixture:
 * @ui: a window on Mira’s portfolio
 * @folder: where Tomas’s is
 * @other: his, which no window shows
 *
 * Two laptops of one team, which exchange what they have only when a test says so.
 */
typedef struct
{
  TambourTestUi *ui;
  char          *folder;
  TambourStore  *other;
} TeamFixture;

#define TEAM_MIRA  "Mira Solberg"
#define TEAM_TOMAS "Tomas Weld"

TeamFixture *team_fixture_new  (int          width,
                                int          height);
void         team_fixture_free (TeamFixture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TeamFixture, team_fixture_free)

void  team_fixture_put      (TambourStore  *store,
                             TambourRecord *record,
                             const char    *author,
                             const char    *at);
void  team_fixture_set      (TambourStore  *store,
                             TambourRecord *record,
                             const char    *field,
                             const char    *value,
                             const char    *author,
                             const char    *at);
void  team_fixture_remove   (TambourStore  *store,
                             TambourRecord *record,
                             const char    *author,
                             const char    *at);
char *team_fixture_dup_says (TambourStore  *store,
                             TambourRecord *record,
                             const char    *field);
void  team_fixture_exchange (TeamFixture   *self);

G_END_DECLS
