/* tambour-contacts-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account-reading.h"
#include "tambour-contacts.h"

G_BEGIN_DECLS

gboolean tambour_contacts_add_last (const TambourAccountReading  *reading,
                                    TambourContacts              *contacts,
                                    GError                      **error);
gboolean tambour_contacts_add_team (const TambourAccountReading  *reading,
                                    TambourContacts              *contacts,
                                    GError                      **error);

G_END_DECLS
