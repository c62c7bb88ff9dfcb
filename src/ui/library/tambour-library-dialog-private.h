/* tambour-library-dialog-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account.h"
#include "tambour-ask-dialog.h"
#include "tambour-library-moves.h"

G_BEGIN_DECLS

/**
 * TambourLibraryOpened:
 * @record: the item, the programme, what was shared, or the invitation
 * @accounts: (element-type TambourAccount): whom it can be for, by name
 * @reason: (nullable): why it is suggested for the account that it is for
 *
 * What a dialog needs before it opens.
 */
typedef struct
{
  TambourDate    today;
  TambourRecord *record;
  GPtrArray     *accounts;
  char          *reason;
} TambourLibraryOpened;

void     tambour_library_opened_free   (TambourLibraryOpened  *opened);
gpointer tambour_library_opened_load   (TambourStore          *store,
                                        const char            *me,
                                        TambourInstant         now,
                                        gpointer               data,
                                        GCancellable          *cancellable,
                                        GError               **error);
gpointer tambour_library_contacts_load (TambourStore          *store,
                                        const char            *me,
                                        TambourInstant         now,
                                        gpointer               data,
                                        GCancellable          *cancellable,
                                        GError               **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourLibraryOpened, tambour_library_opened_free)

G_END_DECLS
