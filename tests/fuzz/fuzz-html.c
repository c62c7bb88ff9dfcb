/* fuzz-html.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdint.h>
#include <string.h>

#include "tambour-html-text.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

/* What is read in a cell is text in one line, with one space between two words. */
static void
check_text (const char *text)
{
  g_assert (g_utf8_validate (text, -1, NULL));
  g_assert (strstr (text, "  ") == NULL && *text != ' ' && !g_str_has_suffix (text, " "));

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    g_assert (!g_unichar_iscntrl (g_utf8_get_char (c)));
}

/* Whatever a page says, a link leads to a page. */
static void
check_link (const char *link)
{
  const char *scheme = g_uri_peek_scheme (link);

  g_assert (g_strcmp0 (scheme, "http") == 0 || g_strcmp0 (scheme, "https") == 0);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *html = g_strndup ((const char *) data, size);
  g_autofree char *text = tambour_html_dup_text (html);
  g_autofree char *link = tambour_html_dup_link (html);

  check_text (text);
  if (link != NULL)
    check_link (link);

  return 0;
}
