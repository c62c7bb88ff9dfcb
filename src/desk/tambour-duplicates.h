/* tambour-duplicates.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-people.h"
#include "tambour-store.h"

G_BEGIN_DECLS

/**
 * TambourDuplicate:
 * @contacts: (element-type TambourContact): two or more of one account, the oldest first
 * @is_same_address: whether two of them have the same address; else only their names are
 *   the same
 *
 * Contacts who may be one person.
 */
typedef struct
{
  GPtrArray *contacts;
  gboolean   is_same_address;
} TambourDuplicate;

void       tambour_duplicate_free       (TambourDuplicate  *self);

GPtrArray *tambour_duplicates_list      (TambourStore      *store,
                                         const char        *account_id,
                                         GCancellable      *cancellable,
                                         GError           **error);
char      *tambour_duplicates_dup_key   (const char        *name);
char      *tambour_duplicates_dup_email (const char        *email);

G_END_DECLS
