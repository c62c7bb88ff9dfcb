/* tambour-lookup.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account.h"
#include "tambour-case.h"
#include "tambour-store.h"

G_BEGIN_DECLS

TambourAccount *tambour_lookup_account (TambourStore        *store,
                                        const char          *name,
                                        GError             **error);
TambourCase    *tambour_lookup_case    (TambourStore        *store,
                                        const char          *account_id,
                                        const char          *name,
                                        GError             **error);
TambourRecord  *tambour_lookup_record  (TambourStore        *store,
                                        TambourRecordClass  *klass,
                                        const char          *name,
                                        GError             **error);
gboolean        tambour_lookup_set     (TambourStore        *store,
                                        TambourRecord       *record,
                                        const char          *field,
                                        const char          *text,
                                        GError             **error);

G_END_DECLS
