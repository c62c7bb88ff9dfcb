/* pages-product.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pages-fixture.h"

G_BEGIN_DECLS

/* The pages of the design's example, by their index. */
#define YEAR     1
#define USAGE    5
#define AUDIT    6
#define REQUESTS 7

TambourDocument *product_lay_out              (TambourFacts       *facts);
TambourDocument *product_lay_out_filtered     (PagesFilter         filter);
void             product_assert_page_says_all (TambourDocument    *document,
                                               guint               page,
                                               const char * const *expected);
void             product_assert_is_silent     (TambourDocument    *document,
                                               guint               page,
                                               const char         *unwanted);
void             product_assert_title         (TambourDocument    *document,
                                               guint               page,
                                               const char         *expected);

G_END_DECLS
