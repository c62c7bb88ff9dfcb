/* pages-fixture.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-facts.h"
#include "tambour-review.h"

G_BEGIN_DECLS

/**
 * PagesFixture:
 *
 * A portfolio in a folder of its own: that of REPORT-DESIGN.md, or a thin
 * account of an import.
 */
typedef struct
{
  char             *folder;
  TambourStore     *store;
  TambourCatalogue *catalogue;
  char             *account;
  TambourDate       from;
  TambourDate       to;
  TambourInstant    as_of;
} PagesFixture;

/* Leaves a record out of the portfolio if it returns FALSE; may change it. */
typedef gboolean (*PagesFilter) (TambourRecord *record);

PagesFixture *pages_fixture_varnholt (PagesFilter   filter);
PagesFixture *pages_fixture_thin     (guint         n_cases);
void          pages_fixture_free     (PagesFixture *self);
TambourFacts *pages_fixture_facts    (PagesFixture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PagesFixture, pages_fixture_free)

gboolean pages_fixture_first_year       (TambourRecord *record);

char    *pages_fixture_install_language (const char    *folder,
                                         const char    *language);

G_END_DECLS
