/* tambour-inbox-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-inbox.h"
#include "tambour-portal-accounts.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_INBOX_ROW (tambour_inbox_row_get_type ())
G_DECLARE_FINAL_TYPE (TambourInboxRow, tambour_inbox_row, TAMBOUR, INBOX_ROW, AdwExpanderRow)

GtkWidget  *tambour_inbox_row_new             (TambourInboxEntry      *entry,
                                               TambourPortalAccounts  *accounts,
                                               TambourInstant          now);
const char *tambour_inbox_row_get_connector   (TambourInboxRow        *self);
const char *tambour_inbox_row_get_external_id (TambourInboxRow        *self);
const char *tambour_inbox_row_get_account     (TambourInboxRow        *self);
const char *tambour_inbox_row_get_hint        (TambourInboxRow        *self,
                                               const char            **text);
void        tambour_inbox_row_set_busy        (TambourInboxRow        *self,
                                               gboolean                is_busy);

G_END_DECLS
