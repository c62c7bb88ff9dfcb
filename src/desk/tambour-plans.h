/* tambour-plans.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-account.h"
#include "tambour-catalogue-set.h"
#include "tambour-store.h"

G_BEGIN_DECLS

TambourCatalogue    *tambour_plans_load_shipped   (GError               **error);
char                *tambour_plans_dup_shipped    (GError               **error);
GStrv                tambour_plans_list_documents (TambourStore          *store,
                                                   GError               **error);
TambourCatalogueSet *tambour_plans_parse          (const char * const    *documents,
                                                   GError               **error);
TambourCatalogueSet *tambour_plans_load           (TambourStore          *store,
                                                   GError               **error);
gboolean             tambour_plans_find_kept      (TambourStore          *store,
                                                   TambourDate            on,
                                                   TambourPlanCatalogue **kept,
                                                   GError               **error);
char                *tambour_plans_dup_code       (TambourStore          *store,
                                                   TambourAccount        *account,
                                                   GError               **error);

G_END_DECLS
