/* tambour-value-dialog-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account.h"
#include "tambour-drafts.h"
#include "tambour-value-moves.h"

G_BEGIN_DECLS

/**
 * TambourValueWanted:
 * @key: where its draft is kept
 *
 * What a dialog is opened for.
 */
typedef struct
{
  TambourValueMoveKind  kind;
  char                 *id;
  char                 *account_id;
  char                 *key;
} TambourValueWanted;

/**
 * TambourValueOpened:
 * @record: (nullable): the entry that it is about, or the rate that is agreed anew
 * @contacts: (element-type TambourContact): who may agree, by name
 * @draft: (nullable): what was typed before
 *
 * What a dialog needs before it opens.
 */
typedef struct
{
  TambourAccount *account;
  TambourDate     today;
  TambourRecord  *record;
  GPtrArray      *contacts;
  TambourDraft   *draft;
} TambourValueOpened;

void     tambour_value_wanted_free (TambourValueWanted  *wanted);
void     tambour_value_opened_free (TambourValueOpened  *opened);
gpointer tambour_value_opened_load (TambourStore        *store,
                                    const char          *me,
                                    TambourInstant       now,
                                    gpointer             data,
                                    GCancellable        *cancellable,
                                    GError             **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourValueOpened, tambour_value_opened_free)

G_END_DECLS
