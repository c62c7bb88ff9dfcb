/* pages-reader.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-document.h"

G_BEGIN_DECLS

char *pages_read              (TambourDocument *document,
                               guint            page);
guint pages_find              (TambourDocument *document,
                               const char      *name);
guint pages_count             (TambourDocument *document,
                               const char      *text);
void  pages_assert_says       (TambourDocument *document,
                               guint            page,
                               const char      *expected);
void  pages_assert_titles_fit (TambourDocument *document);
void  pages_assert_clean      (TambourDocument *document);
void  pages_assert_references (TambourDocument *document);

G_END_DECLS
