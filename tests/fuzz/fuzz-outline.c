/* fuzz-outline.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "tambour-frozen.h"
#include "tambour-live.h"
#include "tambour-outline.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

/* What was composed comes back the same from what is written of it, chapter by chapter. */
static void
check_outline (const char *text)
{
  g_autoptr(TambourOutline) outline = tambour_outline_parse (text, NULL);
  g_autoptr(TambourOutline) again = NULL;
  g_autofree char *written = outline ? tambour_outline_write (outline) : NULL;
  g_autofree char *twice = NULL;

  if (outline == NULL)
    return;

  again = tambour_outline_parse (written, NULL);
  g_assert_nonnull (again);
  twice = tambour_outline_write (again);
  g_assert_cmpstr (written, ==, twice);
  g_assert_cmpint (again->parts[0].chapter, ==, TAMBOUR_CHAPTER_COVER);
  for (guint i = 0; i < TAMBOUR_N_CHAPTERS; i++)
    {
      g_assert_cmpint (outline->parts[i].chapter, ==, again->parts[i].chapter);
      g_assert_cmpstr (outline->parts[i].title, ==, again->parts[i].title);
      g_assert_cmpstr (outline->parts[i].narrative, ==, again->parts[i].narrative);
    }
}

/* The stretches of a text lie one behind the other, and are all of it. */
static void
check_live (const char *text)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  g_autoptr(GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  TambourFacts facts = { .all = none, .by_key = keys };
  g_autoptr(GPtrArray) list = tambour_live_split (text, &facts);
  g_autoptr(GPtrArray) paragraphs = tambour_live_paragraphs (text, &facts);
  g_autofree char *shown = tambour_live_show (text, &facts);
  g_autofree char *stale = tambour_live_find_stale (text, text, text);
  gsize at = 0;

  for (guint i = 0; i < list->len; i++)
    {
      const TambourLive *live = g_ptr_array_index (list, i);

      g_assert_cmpuint (live->from, ==, at);
      at += live->length;
    }
  g_assert_cmpuint (at, ==, strlen (text));
  g_assert_cmpstr (shown, ==, text);
  g_assert_null (stale);
  for (guint i = 0; i < paragraphs->len; i++)
    {
      g_autofree char *said = tambour_rich_dup_text (((TambourParagraph *) g_ptr_array_index (paragraphs, i))->text);

      g_assert_true (g_utf8_validate (said, -1, NULL));
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *bytes = g_strndup ((const char *) data, size);
  g_autofree char *text = g_utf8_make_valid (bytes, -1);
  g_autoptr(TambourFrozen) frozen = tambour_frozen_parse (text, strlen (text), NULL);

  check_outline (text);
  check_live (text);

  return 0;
}
