/* tambour-prep-sheet-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account-reading.h"
#include "tambour-overview.h"
#include "tambour-prep-sheet.h"
#include "tambour-scope.h"

G_BEGIN_DECLS

/**
 * TambourPrepReading:
 * @scope: the account alone
 * @today_page: what needs attention there
 * @overview: the account at a glance
 * @contacts: (element-type TambourContact): everybody at the customer
 * @me: (nullable): the id of who reads
 *
 * A prep sheet while it is read.
 */
typedef struct
{
  TambourAccountReading  reading;
  TambourScope          *scope;
  TambourToday          *attention;
  TambourOverview       *overview;
  GPtrArray             *contacts;
  const char            *me;
  TambourPrepSheet      *sheet;
} TambourPrepReading;

void              tambour_prep_person_free (TambourPrepPerson   *self);
void              tambour_prep_share_free  (TambourPrepShare    *self);

gboolean          tambour_prep_add_cases   (TambourPrepReading  *self,
                                            GError             **error);
void              tambour_prep_add_work    (TambourPrepReading  *self);
gboolean          tambour_prep_add_plans   (TambourPrepReading  *self,
                                            GError             **error);
gboolean          tambour_prep_add_product (TambourPrepReading  *self,
                                            GError             **error);
gboolean          tambour_prep_add_people  (TambourPrepReading  *self,
                                            GError             **error);
gboolean          tambour_prep_add_shares  (TambourPrepReading  *self,
                                            GError             **error);
void              tambour_prep_sort_points (GPtrArray           *points);

TambourPrepPoint *tambour_prep_add_point   (TambourPrepReading  *self,
                                            TambourPrepReason    reason,
                                            guint                rank,
                                            const char          *kind,
                                            const char          *id,
                                            const char          *title);

/* What comes first, second and so on (lower is earlier). */
enum
{
  TAMBOUR_PREP_RANK_P1,
  TAMBOUR_PREP_RANK_P2,
  TAMBOUR_PREP_RANK_HANDOVER,
  TAMBOUR_PREP_RANK_OURS_LATE,
  TAMBOUR_PREP_RANK_OURS_DUE,
  TAMBOUR_PREP_RANK_SILENT,
  TAMBOUR_PREP_RANK_THEIRS_LATE,
  TAMBOUR_PREP_RANK_GOAL,
  TAMBOUR_PREP_RANK_PERSON,
  TAMBOUR_PREP_RANK_AGREEMENT,
  TAMBOUR_PREP_RANK_RISK,
  TAMBOUR_PREP_RANK_CASE,
  TAMBOUR_PREP_RANK_NEWS,
  TAMBOUR_PREP_RANK_REST,
};

G_END_DECLS
