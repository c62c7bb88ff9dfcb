/* tambour-web-fonts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <cairo-ft.h>
#include <hb-ft.h>
#include <hb-subset.h>
#include <string.h>

#include "tambour-web-private.h"

/* The page brings its letters along: those that it shows, in the weights that it shows. Nothing
 * is fetched, and it looks the same everywhere.
 */

#define FAMILY "Inter"

/* A font of the document, and the characters of it that are needed. */
typedef struct
{
  char                *family;
  int                  weight;
  cairo_scaled_font_t *font;
  hb_set_t            *characters;
} Face;

static void
free_face (Face *face)
{
  g_free (face->family);
  cairo_scaled_font_destroy (face->font);
  hb_set_destroy (face->characters);
  g_free (face);
}

/* Names come from font files: what could end a string is left out. */
static char *
dup_family (cairo_scaled_font_t *font)
{
  FT_Face face = cairo_ft_scaled_font_lock_face (font);
  GString *family = g_string_new (NULL);

  for (const char *at = face != NULL && face->family_name ? face->family_name : ""; *at != '\0'; at++)
    if (g_ascii_isalnum (*at) || *at == ' ' || *at == '-')
      g_string_append_c (family, *at);

  if (face != NULL)
    cairo_ft_scaled_font_unlock_face (font);

  return g_string_free (family, FALSE);
}

static void
add_characters (hb_set_t   *characters,
                const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    hb_set_add (characters, g_utf8_get_char (at));
}

static Face *
find_face (GPtrArray           *faces,
           const TambourGlyphs *run)
{
  g_autofree char *family = dup_family (run->font);
  Face *face;

  for (guint i = 0; i < faces->len; i++)
    {
      face = faces->pdata[i];
      if (face->weight == run->weight && g_str_equal (face->family, family))
        return face;
    }

  face = g_new0 (Face, 1);
  face->family = g_steal_pointer (&family);
  face->weight = run->weight;
  face->font = cairo_scaled_font_reference (run->font);
  face->characters = hb_set_create ();
  g_ptr_array_add (faces, face);

  return face;
}

static void
note_shape (GPtrArray          *faces,
            const TambourShape *shape)
{
  for (guint i = 0; i < shape->n_lines; i++)
    for (guint j = 0; j < shape->lines[i].n_runs; j++)
      {
        const TambourGlyphs *run = &shape->lines[i].runs[j];

        if (run->n_glyphs > 0)
          add_characters (find_face (faces, run)->characters, run->text);
      }
}

/* Ours first: others are only asked for what it lacks. */
static int
compare_faces (gconstpointer one,
               gconstpointer other)
{
  const Face *a = *(Face * const *) one, *b = *(Face * const *) other;
  int order = g_str_equal (b->family, FAMILY) - g_str_equal (a->family, FAMILY);

  if (order == 0)
    order = strcmp (a->family, b->family);

  return order != 0 ? order : a->weight - b->weight;
}

static GPtrArray *
list_faces (TambourDocument *document)
{
  GPtrArray *faces = g_ptr_array_new_with_free_func ((GDestroyNotify) free_face);

  for (guint i = 0; i < tambour_document_get_n_pages (document); i++)
    {
      guint n_marks;
      const TambourMark *marks = tambour_canvas_get_marks (tambour_document_get_page (document, i)->canvas, &n_marks);

      for (guint j = 0; j < n_marks; j++)
        if (marks[j].kind == TAMBOUR_MARK_TEXT)
          note_shape (faces, marks[j].text.shape);
    }

  g_ptr_array_sort (faces, compare_faces);

  return faces;
}

/* Numbers of equal width are asked for; fractions would bring more glyphs than all letters. */
static hb_subset_input_t *
make_order (const Face *face)
{
  hb_subset_input_t *order = hb_subset_input_create_or_fail ();
  hb_set_t *features;

  if (order == NULL)
    return NULL;

  hb_set_union (hb_subset_input_unicode_set (order), face->characters);
  features = hb_subset_input_set (order, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG);
  hb_set_add (features, HB_TAG ('t', 'n', 'u', 'm'));
  hb_set_del (features, HB_TAG ('f', 'r', 'a', 'c'));
  hb_set_del (features, HB_TAG ('n', 'u', 'm', 'r'));
  hb_set_del (features, HB_TAG ('d', 'n', 'o', 'm'));
  hb_subset_input_set_flags (order, HB_SUBSET_FLAGS_NO_HINTING);

  return order;
}

/* Returns: (transfer full) (nullable): the part of the font file that is needed */
static hb_blob_t *
make_subset (const Face *face)
{
  FT_Face source = cairo_ft_scaled_font_lock_face (face->font);
  hb_subset_input_t *order = make_order (face);
  hb_face_t *whole = source != NULL ? hb_ft_face_create_referenced (source) : NULL;
  hb_face_t *part = whole != NULL && order != NULL ? hb_subset_or_fail (whole, order) : NULL;
  hb_blob_t *blob = part != NULL ? hb_face_reference_blob (part) : NULL;

  hb_face_destroy (part);
  hb_face_destroy (whole);
  hb_subset_input_destroy (order);
  if (source != NULL)
    cairo_ft_scaled_font_unlock_face (face->font);

  return blob;
}

static void
write_face (GString    *style,
            const Face *face)
{
  hb_blob_t *blob = make_subset (face);
  unsigned int size = 0;
  const char *data = blob != NULL ? hb_blob_get_data (blob, &size) : NULL;
  g_autofree char *encoded = data != NULL ? g_base64_encode ((const guchar *) data, size) : NULL;

  if (encoded != NULL)
    g_string_append_printf (style,
                            "@font-face{font-family:\"%s\";font-weight:%d;src:url(data:font/otf;base64,%s)}\n",
                            face->family, face->weight, encoded);
  hb_blob_destroy (blob);
}

/**
 * tambour_web_fonts:
 * @document: what is written
 * @text: all that the page says besides
 * @families: (out) (transfer full): the names to ask for, in order, as style sheets write them
 *
 * Returns: (transfer full): rules that bring the letters along
 */
char *
tambour_web_fonts (TambourDocument  *document,
                   const char       *text,
                   char            **families)
{
  g_autoptr(GPtrArray) faces = list_faces (document);
  g_autoptr(GString) names = g_string_new ("\"" FAMILY "\"");
  GString *style = g_string_new (NULL);

  for (guint i = 0; i < faces->len; i++)
    {
      Face *face = faces->pdata[i];
      const Face *before = i > 0 ? faces->pdata[i - 1] : NULL;

      if (g_str_equal (face->family, FAMILY))
        add_characters (face->characters, text);
      else if (before == NULL || !g_str_equal (before->family, face->family))
        g_string_append_printf (names, ",\"%s\"", face->family);
      write_face (style, face);
    }

  *families = g_string_free_and_steal (g_steal_pointer (&names));

  return g_string_free (style, FALSE);
}
