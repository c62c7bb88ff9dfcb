/* pages-reader.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pages-reader.h"

#include <string.h>

#include "draw-check.h"
#include "tambour-wording.h"

/* All text of a page, one text a line, with plain spaces. */
char *
pages_read (TambourDocument *document,
            guint            page)
{
  guint n_marks;
  const TambourMark *marks = tambour_canvas_get_marks (tambour_document_get_page (document, page)->canvas, &n_marks);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_marks; i++)
    if (marks[i].kind == TAMBOUR_MARK_TEXT)
      g_string_append_printf (text, "%s\n", marks[i].text.shape->text);
  g_string_replace (text, TAMBOUR_NBSP, " ", 0);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* The page with a label, such as "A1", or with a section; the number of pages if there is none. */
guint
pages_find (TambourDocument *document,
            const char      *name)
{
  g_autofree char *first = g_strconcat (name, "\n", NULL);
  guint n_pages = tambour_document_get_n_pages (document);

  for (guint page = 0; page < n_pages; page++)
    {
      g_autofree char *text = pages_read (document, page);

      if (strcmp (tambour_document_get_page (document, page)->label, name) == 0 || g_str_has_prefix (text, first))
        return page;
    }

  return n_pages;
}

void
pages_assert_says (TambourDocument *document,
                   guint            page,
                   const char      *expected)
{
  g_autofree char *text = pages_read (document, page);

  if (strstr (text, expected) == NULL)
    g_test_message ("Page %u: %s", page + 1, text);
  g_assert_nonnull (strstr (text, expected));
}

/* A title is a sentence of two lines at most, and is not cut. */
void
pages_assert_titles_fit (TambourDocument *document)
{
  for (guint page = 0; page < tambour_document_get_n_pages (document); page++)
    {
      guint n_marks;
      const TambourMark *marks = tambour_canvas_get_marks (tambour_document_get_page (document, page)->canvas, &n_marks);
      gboolean in_title = FALSE;

      for (guint i = 0; i < n_marks; i++)
        {
          if (marks[i].kind == TAMBOUR_MARK_BEGIN)
            in_title = marks[i].group.tag == TAMBOUR_TAG_TITLE;
          else if (marks[i].kind == TAMBOUR_MARK_TEXT && in_title && page > 0)
            {
              g_assert_cmpuint (marks[i].text.shape->n_lines, <=, 2);
              g_assert_false (marks[i].text.shape->cut);
            }
        }
    }
}

void
pages_assert_clean (TambourDocument *document)
{
  pages_assert_titles_fit (document);
  draw_check_document (document);
}

/* “p. 4” refers to a page that is there and has that number. */
void
pages_assert_references (TambourDocument *document)
{
  guint n_pages = tambour_document_get_n_pages (document);

  for (guint page = 0; page < n_pages; page++)
    {
      guint n_marks;
      const TambourMark *marks = tambour_canvas_get_marks (tambour_document_get_page (document, page)->canvas, &n_marks);

      for (guint i = 0; i < n_marks; i++)
        for (guint line = 0; marks[i].kind == TAMBOUR_MARK_TEXT && line < marks[i].text.shape->n_lines; line++)
          for (guint run = 0; run < marks[i].text.shape->lines[line].n_runs; run++)
            {
              guint to = marks[i].text.shape->lines[line].runs[run].page;
              g_autofree char *label = g_strdup_printf ("%u", to);

              if (to == 0)
                continue;
              g_assert_cmpuint (to, <=, n_pages);
              g_assert_cmpstr (tambour_document_get_page (document, to - 1)->label, ==, label);
            }
    }
}

/* How often the pages say @text. */
guint
pages_count (TambourDocument *document,
             const char      *text)
{
  guint n = 0;

  for (guint page = 0; page < tambour_document_get_n_pages (document); page++)
    {
      g_autofree char *all = pages_read (document, page);

      for (const char *at = strstr (all, text); at; at = strstr (at + 1, text))
        n++;
    }

  return n;
}
