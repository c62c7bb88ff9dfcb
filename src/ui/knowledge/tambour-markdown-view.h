/* tambour-markdown-view.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TAMBOUR_TYPE_MARKDOWN_VIEW (tambour_markdown_view_get_type ())
G_DECLARE_FINAL_TYPE (TambourMarkdownView, tambour_markdown_view, TAMBOUR, MARKDOWN_VIEW, AdwBin)

void tambour_markdown_view_set_text (TambourMarkdownView *self,
                                     const char          *text);

G_END_DECLS
