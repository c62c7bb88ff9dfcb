/* tambour-action-dialog-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-drafts.h"
#include "tambour-store.h"

G_BEGIN_DECLS

/**
 * TambourActionWanted:
 * @key: where its draft is kept
 *
 * Which action or commitment is asked about.
 */
typedef struct
{
  TambourRecordClass *klass;
  char               *id;
  char               *key;
} TambourActionWanted;

/**
 * TambourActionOpened:
 * @people: (element-type TambourPerson): ours
 * @contacts: (element-type TambourContact): the customer's
 * @draft: (nullable): what was typed and not done
 */
typedef struct
{
  TambourRecord *record;
  GPtrArray     *people;
  GPtrArray     *contacts;
  TambourDraft  *draft;
} TambourActionOpened;

void     tambour_action_wanted_free (TambourActionWanted  *wanted);
void     tambour_action_opened_free (TambourActionOpened  *opened);
gpointer tambour_action_opened_load (TambourStore         *store,
                                     const char           *me,
                                     TambourInstant        now,
                                     gpointer              data,
                                     GCancellable         *cancellable,
                                     GError              **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourActionOpened, tambour_action_opened_free)

G_END_DECLS
