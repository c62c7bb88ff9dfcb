/* tambour-web-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "tambour-web-private.h"

/* From this weight on a text is bold. */
#define BOLD 600

/* A stretch of a text that looks the same from end to end. */
typedef struct
{
  const char  *text;
  gsize        length;
  int          weight;
  TambourTone  tone;
  guint        page;
} Piece;

/**
 * tambour_web_escape:
 * @out: where to write
 * @text: plain text
 *
 * Writes @text so that nothing in it is read as markup.
 */
void
tambour_web_escape (GString    *out,
                    const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    switch (*at)
      {
      case '&':
        g_string_append (out, "&amp;");
        break;
      case '<':
        g_string_append (out, "&lt;");
        break;
      case '>':
        g_string_append (out, "&gt;");
        break;
      case '"':
        g_string_append (out, "&quot;");
        break;
      case '\'':
        g_string_append (out, "&#39;");
        break;
      default:
        g_string_append_c (out, g_ascii_iscntrl (*at) ? ' ' : *at);
      }
}

/**
 * tambour_web_attribute:
 * @out: where to write
 * @name: of the attribute
 * @value: (nullable): plain text; %NULL writes nothing
 *
 * Writes an attribute with the space before it.
 */
void
tambour_web_attribute (GString    *out,
                       const char *name,
                       const char *value)
{
  if (value == NULL)
    return;

  g_string_append_printf (out, " %s=\"", name);
  tambour_web_escape (out, value);
  g_string_append_c (out, '"');
}

/**
 * tambour_web_number:
 * @out: where to write
 * @value: in points
 *
 * Writes hundredths of a point at most, whatever the locale.
 */
void
tambour_web_number (GString *out,
                    double   value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  gsize length;

  g_ascii_formatd (digits, sizeof digits, "%.2f", value);
  length = strlen (digits);
  while (digits[length - 1] == '0')
    length--;
  if (digits[length - 1] == '.')
    length--;

  digits[length] = '\0';
  g_string_append (out, strcmp (digits, "-0") == 0 ? "0" : digits);
}

static int
compare_runs (gconstpointer one,
              gconstpointer other)
{
  const TambourGlyphs * const *a = one, * const *b = other;

  return ((*a)->offset > (*b)->offset) - ((*a)->offset < (*b)->offset);
}

/* In the order of the text, whatever the order on the line. */
static GPtrArray *
list_runs (const TambourShape *shape)
{
  GPtrArray *runs = g_ptr_array_new ();

  for (guint i = 0; i < shape->n_lines; i++)
    for (guint j = 0; j < shape->lines[i].n_runs; j++)
      g_ptr_array_add (runs, &shape->lines[i].runs[j]);

  g_ptr_array_sort (runs, compare_runs);

  return runs;
}

/* Returns: (transfer full) (element-type Piece): the whole text, that which no line had room for too */
static GArray *
list_pieces (const TambourShape *shape)
{
  g_autoptr(GPtrArray) runs = list_runs (shape);
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  gsize size = strlen (shape->text);

  for (guint i = 0; i < runs->len; i++)
    {
      const TambourGlyphs *run = runs->pdata[i];
      const TambourGlyphs *next = i + 1 < runs->len ? runs->pdata[i + 1] : NULL;
      gsize from = i == 0 ? 0 : run->offset;
      gsize to = next != NULL ? MIN ((gsize) next->offset, size) : size;
      Piece piece = { shape->text + from, to > from ? to - from : 0, run->weight, run->tone, run->page };
      Piece *before = pieces->len > 0 ? &g_array_index (pieces, Piece, pieces->len - 1) : NULL;

      if (before != NULL && before->weight == piece.weight && before->tone == piece.tone && before->page == piece.page)
        before->length += piece.length;
      else
        g_array_append_val (pieces, piece);
    }

  return pieces;
}

static gboolean
is_quiet (TambourTone tone)
{
  return tone == TAMBOUR_TONE_INK || tone == TAMBOUR_TONE_NONE || tone == TAMBOUR_TONE_PAPER;
}

static void
begin_link (TambourWeb *self,
            guint       page)
{
  const TambourPageInfo *target = tambour_document_get_page (self->document, page - 1);

  g_string_append_printf (self->text, "<a href=\"#page-%u\"", page);
  tambour_web_attribute (self->text, "title", target->outline);
  g_string_append_c (self->text, '>');
}

static void
write_piece (TambourWeb  *self,
             const Piece *piece,
             TambourTone  around)
{
  gboolean links = piece->page > 0 && tambour_document_get_page (self->document, piece->page - 1) != NULL;
  gboolean bold = piece->weight >= BOLD && !self->strong;
  gboolean toned = !links && piece->tone != around && !(is_quiet (piece->tone) && is_quiet (around));
  g_autofree char *text = g_strndup (piece->text, piece->length);

  if (links)
    begin_link (self, piece->page);
  if (bold)
    g_string_append (self->text, "<b>");
  if (toned)
    g_string_append_printf (self->text, "<span class=\"t%d\">", piece->tone);
  tambour_web_escape (self->text, text);
  if (toned)
    g_string_append (self->text, "</span>");
  if (bold)
    g_string_append (self->text, "</b>");
  if (links)
    g_string_append (self->text, "</a>");
}

/**
 * tambour_web_words:
 * @self: a page being written
 * @shape: a text
 *
 * Writes a text with its weights, tones and links; lines break where the
 * reader's window makes them.
 */
void
tambour_web_words (TambourWeb         *self,
                   const TambourShape *shape)
{
  g_autoptr(GArray) pieces = list_pieces (shape);

  for (guint i = 0; i < pieces->len; i++)
    write_piece (self, &g_array_index (pieces, Piece, i), shape->style.tone);
}
