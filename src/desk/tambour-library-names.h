/* tambour-library-names.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account-reading.h"

G_BEGIN_DECLS

/**
 * TambourLibraryNames:
 *
 * What the accounts and the contacts are called that records refer to: asked for at
 * once, however many there are.
 */
typedef struct
{
  GHashTable *account_ids;
  GHashTable *contact_ids;
  GHashTable *names;
} TambourLibraryNames;

TambourLibraryNames *tambour_library_names_new  (void);
void                 tambour_library_names_free (TambourLibraryNames          *self);
void                 tambour_library_names_want (TambourLibraryNames          *self,
                                                 const char                   *account_id,
                                                 const char                   *contact_id);
gboolean             tambour_library_names_read (TambourLibraryNames          *self,
                                                 const TambourAccountReading  *reading,
                                                 GError                      **error);
char                *tambour_library_names_dup  (TambourLibraryNames          *self,
                                                 const char                   *id);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourLibraryNames, tambour_library_names_free)

G_END_DECLS
