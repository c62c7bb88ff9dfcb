/* tambour-addresses.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-people.h"
#include "tambour-store.h"

G_BEGIN_DECLS

/**
 * TambourAddresses:
 *
 * Whose an email address is: a contact's, or one of ours; and which account an address of
 * somebody unknown belongs to.
 */
typedef struct _TambourAddresses TambourAddresses;

TambourAddresses *tambour_addresses_load (TambourStore      *store,
                                          GCancellable      *cancellable,
                                          GError           **error);
void              tambour_addresses_free (TambourAddresses  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourAddresses, tambour_addresses_free)

TambourContact *tambour_addresses_find_contact (TambourAddresses    *self,
                                                const char          *email,
                                                const char          *account_id);
TambourPerson  *tambour_addresses_find_person  (TambourAddresses    *self,
                                                const char          *email);
const char     *tambour_addresses_find_account (TambourAddresses    *self,
                                                const char * const  *emails,
                                                char               **why);
gboolean        tambour_addresses_is_ours      (TambourAddresses    *self,
                                                const char          *email);
gboolean        tambour_addresses_is_customer  (TambourAddresses    *self,
                                                const char          *email,
                                                const char          *account_id);

G_END_DECLS
