/* tambour-catalogue-set.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-catalogue.h"

G_BEGIN_DECLS

/**
 * TambourCatalogueSet:
 *
 * The versions of a support plan, each from its valid_from on. A clock belongs to
 * the version of the instant that it counts from, so that a later version never
 * rewrites it (RESPONSE-CLOCK.md, Catalogue format).
 */
typedef struct _TambourCatalogueSet TambourCatalogueSet;

TambourCatalogueSet *tambour_catalogue_set_new        (void);
TambourCatalogueSet *tambour_catalogue_set_new_always (TambourCatalogue    *catalogue);
void                 tambour_catalogue_set_free       (TambourCatalogueSet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TambourCatalogueSet, tambour_catalogue_set_free)

void              tambour_catalogue_set_add  (TambourCatalogueSet *self,
                                              TambourCatalogue    *catalogue);
TambourCatalogue *tambour_catalogue_set_find (TambourCatalogueSet *self,
                                              TambourInstant       at);

G_END_DECLS
