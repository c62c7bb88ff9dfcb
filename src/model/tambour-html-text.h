/* tambour-html-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tambour_html_dup_text       (const char *html);
char *tambour_html_dup_paragraphs (const char *html);
char *tambour_html_dup_link       (const char *html);

G_END_DECLS
