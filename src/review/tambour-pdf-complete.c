/* tambour-pdf-complete.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE /* memmem */

#include <string.h>

#include "tambour-pdf-private.h"

/* What cairo has no words for is added as a PDF allows changes: new versions of a few
 * objects after the end, and a table that says where they are (ISO 32000-1, 7.5.6). */

/* The length of an entry in a table of objects. */
#define ENTRY 20

/* The end of a file, where it says where that table is. */
#define TAIL ((gsize) 40)

typedef struct
{
  guint number;
  gsize offset;
} Changed;

static void
append (GByteArray *bytes,
        const char *text)
{
  g_byte_array_append (bytes, (const guint8 *) text, strlen (text));
}

static const char *
find (const char *from,
      const char *end,
      const char *text)
{
  return from < end ? memmem (from, end - from, text, strlen (text)) : NULL;
}

static gboolean
is_plain (const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    if (*at < ' ' || *at > '~' || strchr ("()\\", *at) != NULL)
      return FALSE;

  return TRUE;
}

/* Returns: (transfer full): @text as a PDF string, in UTF-16 if it needs more than ASCII */
static char *
quote (const char *text)
{
  g_autofree gunichar2 *units = NULL;
  GString *quoted;

  if (is_plain (text))
    return g_strdup_printf ("(%s)", text);

  units = g_utf8_to_utf16 (text, -1, NULL, NULL, NULL);
  quoted = g_string_new ("<feff");
  for (gsize i = 0; units != NULL && units[i] != 0; i++)
    g_string_append_printf (quoted, "%04x", units[i]);
  g_string_append_c (quoted, '>');

  return g_string_free (quoted, FALSE);
}

static gboolean
starts_with (const char *data,
             gsize       size,
             gsize       offset,
             const char *text)
{
  return offset + strlen (text) < size && strncmp (data + offset, text, strlen (text)) == 0;
}

/* Where object @number starts: the table of cairo's file is plain and has every object. */
static gsize
offset_of (const char *data,
           gsize       size,
           gsize       table,
           guint       number)
{
  const char *first = strchr (data + table, '\n');

  first = first ? strchr (first + 1, '\n') : NULL;
  if (first == NULL || first + 1 + ENTRY * (gsize) (number + 1) > data + size)
    return size;

  return g_ascii_strtoull (first + 1 + ENTRY * (gsize) number, NULL, 10);
}

/* Writes object @number again with @entry added to its dictionary. */
static void
change_object (GByteArray *bytes,
               GArray     *changes,
               guint       number,
               const char *body,
               const char *body_end,
               const char *entry)
{
  Changed changed = { number, bytes->len };
  g_autofree char *text = g_strdup_printf ("%u 0 obj\n<< %s%.*s", number, entry,
                                           (int) (body_end - body - strlen ("<<")), body + strlen ("<<"));

  append (bytes, text);
  g_array_append_val (changes, changed);
}

/* Returns: (transfer full) (element-type utf8): alternatives in the order of the document */
static GPtrArray *
list_alternatives (TambourDocument *document)
{
  GPtrArray *all = g_ptr_array_new ();

  for (guint i = 0; i < tambour_document_get_n_pages (document); i++)
    {
      const TambourPageInfo *page = tambour_document_get_page (document, i);
      guint n_marks;
      const TambourMark *marks = tambour_canvas_get_marks (page->canvas, &n_marks);

      for (guint j = 0; j < n_marks; j++)
        if (marks[j].kind == TAMBOUR_MARK_BEGIN && marks[j].group.tag == TAMBOUR_TAG_FIGURE)
          g_ptr_array_add (all, marks[j].group.alternative);
    }

  return all;
}

static int
compare_numbers (gconstpointer one,
                 gconstpointer other)
{
  const guint *a = one, *b = other;

  return (*a > *b) - (*a < *b);
}

/* Returns: (transfer full): numbers of the figures' objects; cairo counts up in reading order */
static GArray *
list_figures (const char *data,
              const char *end)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  const char *at = data;

  while ((at = find (at, end, "/S /Figure")) != NULL)
    {
      const char *head = at;
      guint number;

      while (head > data && strncmp (head, " 0 obj", strlen (" 0 obj")) != 0)
        head--;
      while (head > data && g_ascii_isdigit (head[-1]))
        head--;
      number = (guint) g_ascii_strtoull (head, NULL, 10);
      g_array_append_val (numbers, number);
      at++;
    }
  g_array_sort (numbers, compare_numbers);

  return numbers;
}

/* Adds @entry to object @number, as it stands in the first @size bytes. */
static void
add_entry (GByteArray *bytes,
           GArray     *changes,
           const char *data,
           gsize       size,
           gsize       table,
           guint       number,
           const char *entry)
{
  const char *body = find (data + offset_of (data, size, table, number), data + size, "<<");
  const char *end = body ? find (body, data + size, "endobj\n") : NULL;

  if (end != NULL)
    change_object (bytes, changes, number, body, end + strlen ("endobj\n"), entry);
}

/* Reads the number after @word, which is past @from. */
static guint64
read_number (const char *data,
             gsize       size,
             gsize       from,
             const char *word)
{
  const char *at = from < size ? find (data + from, data + size, word) : NULL;

  return at ? g_ascii_strtoull (at + strlen (word), NULL, 10) : 0;
}

/* Cairo counts artifacts among its objects but writes none for them: those are said to be
 * free, lest readers call the file damaged. */
static void
append_holes (GByteArray *bytes,
              const char *data,
              gsize       size,
              gsize       table,
              guint       n_objects)
{
  for (guint i = 1; i < n_objects; i++)
    {
      g_autofree char *head = g_strdup_printf ("%u 0 obj", i);
      g_autofree char *entry = g_strdup_printf ("%u 1\n0000000000 65535 f \n", i);

      if (!starts_with (data, size, offset_of (data, size, table, i), head))
        append (bytes, entry);
    }
}

static void
append_changes (GByteArray *bytes,
                GArray     *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const Changed *changed = &g_array_index (changes, Changed, i);
      g_autofree char *entry = g_strdup_printf ("%u 1\n%010" G_GSIZE_FORMAT " 00000 n \n",
                                                changed->number, changed->offset);

      append (bytes, entry);
    }
}

/* @old: the entries of cairo's, which has one object less */
static void
append_trailer (GByteArray *bytes,
                const char *old,
                guint       n_objects,
                gsize       before,
                gsize       start)
{
  g_autoptr(GString) entries = g_string_new_len (old, strstr (old, "\nstartxref") - old);
  g_autofree char *was = g_strdup_printf ("/Size %u", n_objects);
  g_autofree char *is = g_strdup_printf ("/Size %u", n_objects + 1);
  g_autofree char *end = NULL;

  g_string_replace (entries, was, is, 1);
  end = g_strdup_printf ("trailer\n<< /Prev %" G_GSIZE_FORMAT "%s\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                         before, entries->str, start);
  append (bytes, end);
}

/* Adds alternative texts to the figures. */
static void
change_figures (GByteArray      *bytes,
                GArray          *changes,
                TambourDocument *document,
                const char      *data,
                gsize            size,
                gsize            table)
{
  g_autoptr(GPtrArray) alternatives = list_alternatives (document);
  g_autoptr(GArray) figures = list_figures (data, data + size);

  for (guint i = 0; figures->len == alternatives->len && i < figures->len; i++)
    {
      const char *alternative = g_ptr_array_index (alternatives, i);
      g_autofree char *text = quote (alternative ? alternative : "");
      g_autofree char *entry = g_strdup_printf ("/Alt %s", text);

      if (alternative != NULL)
        add_entry (bytes, changes, data, size, table, g_array_index (figures, guint, i), entry);
    }
}

/* Adds the description of the document as object @number, which is a new one. */
static void
append_description (GByteArray      *bytes,
                    GArray          *changes,
                    TambourDocument *document,
                    guint            number)
{
  Changed changed = { number, bytes->len };
  g_autofree char *packet = tambour_pdf_describe (document);
  g_autofree char *text = g_strdup_printf ("%u 0 obj\n<< /Type /Metadata /Subtype /XML /Length %" G_GSIZE_FORMAT " >>\n"
                                           "stream\n%s\nendstream\nendobj\n",
                                           number, strlen (packet), packet);

  append (bytes, text);
  g_array_append_val (changes, changed);
}

/* The language and title for the catalogue, and where the description is. */
static char *
catalogue_entries (TambourDocument *document,
                   guint            description)
{
  const char *language = tambour_document_get_language (document);
  g_autofree char *quoted = quote (language ? language : "en");

  return g_strdup_printf ("/Lang %s\n   /ViewerPreferences << /DisplayDocTitle true >>\n   /Metadata %u 0 R\n  ", quoted, description);
}

/**
 * tambour_pdf_complete:
 * @bytes: a PDF 1.4 of @document just written by cairo
 *
 * Adds alternative texts to the figures, the language of the document, and its description as XMP.
 */
void
tambour_pdf_complete (TambourDocument *document,
                      GByteArray      *bytes)
{
  gsize size = bytes->len;
  g_autofree char *data = g_malloc (size + 1);
  g_autoptr(GArray) changes = g_array_new (FALSE, FALSE, sizeof (Changed));
  g_autofree char *catalogue = NULL;
  gsize table, start;
  guint n_objects;
  const char *old;

  memcpy (data, bytes->data, size);
  data[size] = '\0';
  table = read_number (data, size, size - MIN (size, TAIL), "startxref\n");
  old = table > 0 && table < size ? find (data + table, data + size, "trailer\n<<") : NULL;
  if (old == NULL)
    return;

  n_objects = (guint) read_number (data, size, table, "/Size ");
  catalogue = catalogue_entries (document, n_objects);
  change_figures (bytes, changes, document, data, size, table);
  add_entry (bytes, changes, data, size, table, (guint) read_number (data, size, table, "/Root "), catalogue);
  append_description (bytes, changes, document, n_objects);

  start = bytes->len;
  append (bytes, "xref\n");
  append_holes (bytes, data, size, table, n_objects);
  append_changes (bytes, changes);
  append_trailer (bytes, old + strlen ("trailer\n<<"), n_objects, table, start);
}
