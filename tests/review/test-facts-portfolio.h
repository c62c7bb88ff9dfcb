/* test-facts-portfolio.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-evidence.h"

G_BEGIN_DECLS

/**
 * TestPortfolio:
 *
 * A small portfolio made by hand, with one account "acme" in Europe/Amsterdam
 * on the plan "platinum", and a change that collects records until they are read.
 */
typedef struct
{
  char             *folder;
  TambourStore     *store;
  TambourCatalogue *catalogue;
  TambourChange    *change;
} TestPortfolio;

TestPortfolio *test_portfolio_new      (void);
TestPortfolio *test_portfolio_new_from (const char    *records,
                                        const char    *catalogue);
void           test_portfolio_free     (TestPortfolio *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestPortfolio, test_portfolio_free)

void          test_portfolio_add       (TestPortfolio    *self,
                                        const char       *kind,
                                        const char       *id,
                                        ...) G_GNUC_NULL_TERMINATED;
TambourFacts *test_portfolio_read      (TestPortfolio    *self,
                                        const char       *account,
                                        const char       *from,
                                        const char       *to,
                                        const char       *as_of);
TambourFacts *test_portfolio_read_2026 (TestPortfolio    *self);
char         *test_shared_path         (const char       *path);

void          test_assert_share        (TambourFacts     *facts,
                                        const char       *key,
                                        gint64            n,
                                        gint64            of);
void          test_assert_prior_share  (TambourFacts     *facts,
                                        const char       *key,
                                        gint64            n,
                                        gint64            of);
void          test_assert_value        (TambourFacts     *facts,
                                        const char       *key,
                                        double            value);
void          test_assert_prior        (TambourFacts     *facts,
                                        const char       *key,
                                        double            value);
void          test_assert_state        (TambourFacts     *facts,
                                        const char       *key,
                                        TambourFactState  state);

G_END_DECLS
