/* tambour-service-dialog-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account.h"
#include "tambour-drafts.h"
#include "tambour-service-moves.h"

G_BEGIN_DECLS

/**
 * TambourServiceWanted:
 * @key: where its draft is kept
 *
 * What a dialog is opened for.
 */
typedef struct
{
  TambourServiceMoveKind  kind;
  char                   *id;
  char                   *account_id;
  char                   *key;
} TambourServiceWanted;

/**
 * TambourServiceOpened:
 * @record: (nullable): the change, the escalation or the survey that it is about
 * @contacts: (element-type TambourContact): who is there, by name
 * @draft: (nullable): what was typed before
 *
 * What a dialog needs before it opens.
 */
typedef struct
{
  TambourAccount *account;
  GTimeZone      *zone;
  TambourDate     today;
  TambourRecord  *record;
  GPtrArray      *contacts;
  TambourDraft   *draft;
} TambourServiceOpened;

void     tambour_service_wanted_free (TambourServiceWanted  *wanted);
void     tambour_service_opened_free (TambourServiceOpened  *opened);
gpointer tambour_service_opened_load (TambourStore          *store,
                                      const char            *me,
                                      TambourInstant         now,
                                      gpointer               data,
                                      GCancellable          *cancellable,
                                      GError               **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourServiceOpened, tambour_service_opened_free)

G_END_DECLS
