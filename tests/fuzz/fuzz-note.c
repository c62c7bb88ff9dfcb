/* fuzz-note.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdint.h>
#include <string.h>

#include "tambour-differences.h"
#include "tambour-links.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

/* Links lie one behind the other between whole characters. */
static void
check_links (const char *text)
{
  g_autoptr(GPtrArray) links = tambour_links_parse (text);
  gsize length = strlen (text), last = 0;

  for (guint i = 0; i < links->len; i++)
    {
      const TambourLink *link = g_ptr_array_index (links, i);

      g_assert (last <= link->start && link->start < link->end && link->end <= length);
      g_assert (g_utf8_validate (text + link->start, link->end - link->start, NULL));
      g_assert (*link->target != '\0' && tambour_links_have (text, link->kind, link->target));
      last = link->end;
    }
}

/* What is left of both texts is what they were. */
static void
check_differences (const char *old,
                   const char *new)
{
  g_autoptr(GPtrArray) list = tambour_differences_list (old, new);
  g_autoptr(GString) before = g_string_new (NULL);
  g_autoptr(GString) after = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      const TambourDifference *difference = g_ptr_array_index (list, i);

      if (difference->kind != TAMBOUR_DIFFERENCE_ADDED)
        g_string_append (before, difference->text);
      if (difference->kind != TAMBOUR_DIFFERENCE_REMOVED)
        g_string_append (after, difference->text);
    }

  g_assert (g_str_equal (before->str, old) && g_str_equal (after->str, new));
}

/* Whatever a note says, and whatever becomes of it: its two texts stand behind
 * one another.
 */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *bytes = g_strndup ((const char *) data, size);
  g_autofree char *text = g_utf8_make_valid (bytes, -1);
  g_auto(GStrv) texts = g_strsplit (text, "\001", 2);

  if (texts[0] == NULL)
    return 0;

  check_links (texts[0]);
  check_differences (texts[0], texts[1] ? texts[1] : "");

  return 0;
}
