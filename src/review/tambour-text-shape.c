/* tambour-text-shape.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include <pango/pangocairo.h>

#include "tambour-text-private.h"
#include "tambour-wording.h"

/* Shapes kept for each thread; a deck needs about 700. */
#define MAX_KEPT 2000

/* What is wider stands on several lines wherever it stands with others, so its shape on one is not kept, in points. */
#define MAX_BESIDE 240

/* How wide the letters of a text are at least, taken together, as a part of their size: what would be too
 * long even so is not tried on one line. */
#define NARROW 0.45

/* Room that a balanced line gets beyond its exact width: letters at its ends are spaced too. */
#define BALANCE_SLACK 1.0

static void
write_number (GByteArray *key,
              double      number)
{
  g_byte_array_append (key, (const guint8 *) &number, sizeof number);
}

/* All that decides how a text looks, so that equal keys are equal shapes. */
static GBytes *
make_key (const TambourTextStyle *style,
          const TambourTextFit   *fit,
          const TambourSpan      *spans,
          guint                   n_spans)
{
  GByteArray *key = g_byte_array_sized_new (256);
  guint32 choices[] = { style->weight, style->tone, style->tabular, fit->wrap, fit->max_lines, fit->rtl };

  write_number (key, style->size);
  write_number (key, style->line);
  write_number (key, style->tracking);
  write_number (key, fit->wrap == TAMBOUR_WRAP_NONE ? 0 : fit->width);
  g_byte_array_append (key, (const guint8 *) choices, sizeof choices);

  for (guint i = 0; i < n_spans; i++)
    {
      guint32 own[] = { spans[i].weight, spans[i].tone, spans[i].page };

      write_number (key, spans[i].size);
      g_byte_array_append (key, (const guint8 *) own, sizeof own);
      g_byte_array_append (key, (const guint8 *) spans[i].text, strlen (spans[i].text) + 1);
    }

  return g_byte_array_free_to_bytes (key);
}

static char *
join_spans (const TambourSpan *spans,
            guint              n_spans)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_spans; i++)
    g_string_append (text, spans[i].text);

  return g_string_free (text, FALSE);
}

/* Letters of joined and stacked scripts are never moved apart. */
static gboolean
may_track (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (character >= 0x590 && character < 0x1e00)
        return FALSE;
    }

  return TRUE;
}

static void
insert_attribute (PangoAttrList  *list,
                  PangoAttribute *attribute,
                  guint           start,
                  guint           end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

/* The colour carries the number of the span: Pango hands it back with each run. */
static PangoAttrList *
list_attributes (const TambourTextStyle *style,
                 const TambourSpan      *spans,
                 guint                   n_spans,
                 const char             *text)
{
  PangoAttrList *list = pango_attr_list_new ();
  guint start = 0;

  pango_attr_list_insert (list, pango_attr_insert_hyphens_new (FALSE));
  if (style->tabular)
    pango_attr_list_insert (list, pango_attr_font_features_new ("tnum=1"));
  if (style->tracking != 0 && may_track (text))
    pango_attr_list_insert (list, pango_attr_letter_spacing_new (lround (style->tracking * PANGO_SCALE)));

  for (guint i = 0; i < n_spans; i++)
    {
      guint end = start + strlen (spans[i].text);

      insert_attribute (list, pango_attr_foreground_new (i, 0, 0), start, end);
      if (spans[i].weight != 0 && spans[i].weight != style->weight)
        insert_attribute (list, pango_attr_weight_new (spans[i].weight), start, end);
      if (spans[i].size != 0 && spans[i].size != style->size)
        insert_attribute (list, pango_attr_size_new_absolute (lround (spans[i].size * PANGO_SCALE)), start, end);
      start = end;
    }

  return list;
}

static PangoLayout *
make_layout (TambourFonts           *fonts,
             const TambourTextStyle *style,
             const TambourTextFit   *fit,
             const TambourSpan      *spans,
             guint                   n_spans,
             const char             *text)
{
  PangoContext *context = tambour_fonts_get_context (fonts);
  PangoFontDescription *font = pango_font_description_new ();
  g_autoptr(PangoAttrList) attributes = list_attributes (style, spans, n_spans, text);
  PangoLayout *layout;

  pango_context_set_base_dir (context, fit->rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  layout = pango_layout_new (context);

  pango_font_description_set_family_static (font, "Inter");
  pango_font_description_set_absolute_size (font, lround (style->size * PANGO_SCALE));
  pango_font_description_set_weight (font, style->weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);

  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, text, -1);

  return layout;
}

static void
set_width (PangoLayout *layout,
           double       width)
{
  pango_layout_set_width (layout, (int) floor (MAX (width, 1) * PANGO_SCALE));
}

static double
place_of (PangoLayoutLine *line,
          int              index,
          gboolean         rtl,
          int              total)
{
  int x;

  pango_layout_line_index_to_x (line, index, FALSE, &x);

  return (rtl ? total - x : x) / (double) PANGO_SCALE;
}

/* Where a line may end and the next one start, as places in the unbroken line. */
typedef struct
{
  double end;
  double next;
} Break;

static GArray *
list_breaks (PangoLayout *layout,
             gboolean     rtl)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);
  const char *text = pango_layout_get_text (layout);
  GArray *breaks = g_array_new (FALSE, FALSE, sizeof (Break));
  const PangoLogAttr *attributes;
  const char *at = text;
  int n_attributes, total;
  Break last;

  attributes = pango_layout_get_log_attrs_readonly (layout, &n_attributes);
  pango_layout_get_size (layout, &total, NULL);

  for (int i = 0; i < n_attributes - 1; i++, at = g_utf8_next_char (at))
    {
      const char *end = at;

      if (i == 0 || !attributes[i].is_line_break)
        continue;

      while (end > text && end[-1] == ' ')
        end--;
      g_array_append_vals (breaks, &(Break) { place_of (line, end - text, rtl, total), place_of (line, at - text, rtl, total) }, 1);
    }

  last.end = last.next = total / (double) PANGO_SCALE;
  g_array_append_val (breaks, last);

  return breaks;
}

static guint
count_lines (const GArray *breaks,
             double        width)
{
  double start = 0;
  guint lines = 1;

  for (guint i = 0; i < breaks->len; i++)
    {
      const Break *before = i > 0 ? &g_array_index (breaks, Break, i - 1) : NULL;

      if (g_array_index (breaks, Break, i).end - start > width && before != NULL && before->next > start)
        {
          start = before->next;
          lines++;
        }
    }

  return lines;
}

/* The least width that needs no more lines than @width does.
 * @lines: (out): how many those are */
static double
find_balanced_width (PangoLayout *layout,
                     double       width,
                     gboolean     rtl,
                     guint       *lines)
{
  g_autoptr(GArray) breaks = NULL;
  double low = 0, high = width;

  pango_layout_set_width (layout, -1);
  breaks = list_breaks (layout, rtl);
  *lines = count_lines (breaks, width);
  if (*lines == 1)
    return width;

  while (high - low > 0.01)
    {
      double middle = (low + high) / 2;

      if (count_lines (breaks, middle) > *lines)
        low = middle;
      else
        high = middle;
    }

  return MIN (width, high + BALANCE_SLACK);
}

/* Takes the balanced width if no line is longer for it and none is added. */
static void
balance (PangoLayout          *layout,
         const TambourTextFit *fit)
{
  guint lines;
  double width = find_balanced_width (layout, fit->width, fit->rtl, &lines);
  int most;

  set_width (layout, width);
  if (width >= fit->width)
    return;

  pango_layout_get_size (layout, &most, NULL);
  if ((guint) pango_layout_get_line_count (layout) > lines || most > width * PANGO_SCALE + 1)
    set_width (layout, fit->width);
}

static void
fit_layout (PangoLayout          *layout,
            const TambourTextFit *fit)
{
  switch (fit->wrap)
    {
    case TAMBOUR_WRAP_NONE:
      pango_layout_set_single_paragraph_mode (layout, TRUE);
      break;

    case TAMBOUR_WRAP_ELLIPSIS:
      pango_layout_set_single_paragraph_mode (layout, TRUE);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      set_width (layout, fit->width);
      break;

    case TAMBOUR_WRAP_BALANCED:
      balance (layout, fit);
      break;

    case TAMBOUR_WRAP_WORDS:
      set_width (layout, fit->width);
      break;
    }

  if (fit->max_lines > 0 && fit->wrap != TAMBOUR_WRAP_ELLIPSIS &&
      (guint) pango_layout_get_line_count (layout) > fit->max_lines)
    {
      set_width (layout, fit->width);
      pango_layout_set_height (layout, -(int) fit->max_lines);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
}

static gboolean
may_be_one_line (const TambourTextStyle *style,
                 const TambourTextFit   *fit,
                 const char             *text)
{
  return strpbrk (text, "\n\r") == NULL && strstr (text, "\u2029") == NULL && strstr (text, "\u2028") == NULL &&
         (fit->wrap == TAMBOUR_WRAP_NONE || g_utf8_strlen (text, -1) * style->size * NARROW <= fit->width);
}

static gboolean
is_one_line (PangoLayout          *layout,
             const TambourTextFit *fit)
{
  int width;

  pango_layout_get_size (layout, &width, NULL);

  return fit->wrap == TAMBOUR_WRAP_NONE || width <= (int) floor (fit->width * PANGO_SCALE);
}

static TambourShape *
find_kept (TambourFonts           *fonts,
           const TambourTextStyle *style,
           const TambourTextFit   *fit,
           const TambourSpan      *spans,
           guint                   n_spans)
{
  g_autoptr(GBytes) key = make_key (style, fit, spans, n_spans);

  return g_hash_table_lookup (tambour_fonts_get_shapes (fonts), key);
}

static TambourShape *
keep (TambourFonts           *fonts,
      const TambourTextStyle *style,
      const TambourTextFit   *fit,
      const TambourSpan      *spans,
      guint                   n_spans,
      TambourShape           *shape)
{
  GHashTable *kept = tambour_fonts_get_shapes (fonts);

  if (g_hash_table_size (kept) >= MAX_KEPT)
    g_hash_table_remove_all (kept);
  g_hash_table_insert (kept, make_key (style, fit, spans, n_spans), shape);

  return tambour_shape_ref (shape);
}

/* What fits on one line is the same in any room: it is laid out without, and again only if it does not fit. */
static TambourShape *
shape_text (TambourFonts           *fonts,
            const TambourTextStyle *style,
            const TambourTextFit   *fit,
            const TambourTextFit   *alone,
            const TambourSpan      *spans,
            guint                   n_spans,
            const char             *text)
{
  TambourTextFit own = *fit;
  g_autoptr(PangoLayout) layout = NULL;

  /* “24 cases” reads from left to right on a page in Arabic too. */
  own.rtl = fit->rtl && !tambour_wording_is_foreign (text);
  tambour_fonts_cover (fonts, text);
  layout = make_layout (fonts, style, &own, spans, n_spans, text);
  if (alone != NULL)
    {
      pango_layout_set_single_paragraph_mode (layout, TRUE);
      if (is_one_line (layout, fit))
        return keep (fonts, style, alone, spans, n_spans, tambour_shape_new_from_layout (style, spans, layout));
    }

  fit_layout (layout, &own);

  return keep (fonts, style, fit, spans, n_spans, tambour_shape_new_from_layout (style, spans, layout));
}

/**
 * tambour_shape_new:
 * @fonts: of this thread
 * @spans: (array length=n_spans): at least one, each valid UTF-8
 *
 * Lays out a text, or lends the shape of the same text laid out before.
 *
 * Returns: (transfer full)
 */
TambourShape *
tambour_shape_new (TambourFonts           *fonts,
                   const TambourTextStyle *style,
                   const TambourTextFit   *fit,
                   const TambourSpan      *spans,
                   guint                   n_spans)
{
  const TambourTextFit alone = { TAMBOUR_WRAP_NONE, 0, 0, fit->rtl };
  g_autofree char *text = join_spans (spans, n_spans);
  gboolean may_be_alone = may_be_one_line (style, fit, text);
  TambourShape *shape = may_be_alone ? find_kept (fonts, style, &alone, spans, n_spans) : NULL;

  if (shape != NULL && (fit->wrap == TAMBOUR_WRAP_NONE || shape->width <= fit->width))
    return tambour_shape_ref (shape);

  if ((shape = find_kept (fonts, style, fit, spans, n_spans)))
    return tambour_shape_ref (shape);

  return shape_text (fonts, style, fit, may_be_alone ? &alone : NULL, spans, n_spans, text);
}

/**
 * tambour_shape_new_plain:
 * @text: may be anything; what is not UTF-8 in it is replaced
 *
 * Returns: (transfer full): @text in one style, as tambour_shape_new()
 */
TambourShape *
tambour_shape_new_plain (TambourFonts           *fonts,
                         const TambourTextStyle *style,
                         const TambourTextFit   *fit,
                         const char             *text)
{
  g_autofree char *valid = g_utf8_validate (text, -1, NULL) ? NULL : g_utf8_make_valid (text, -1);
  TambourSpan span = { .text = valid ? valid : text };

  return tambour_shape_new (fonts, style, fit, &span, 1);
}

static TambourTextNeed
measure (PangoLayout *layout,
         gboolean     rtl)
{
  g_autoptr(GArray) breaks = list_breaks (layout, rtl);
  TambourTextNeed need = { 0, g_array_index (breaks, Break, breaks->len - 1).end };
  double start = 0;

  for (guint i = 0; i < breaks->len; i++)
    {
      need.word = MAX (need.word, g_array_index (breaks, Break, i).end - start);
      start = g_array_index (breaks, Break, i).next;
    }
  need.word = MIN (need.word, need.whole);

  return need;
}

/**
 * tambour_text_measure:
 * @fonts: of this thread
 * @style: of the text
 * @rtl: it is read from right to left
 * @spans: (array length=n_spans): at least one
 * @n_spans: how many
 *
 * Measures a text, or remembers what it measured. Where it is likely to stand on one line,
 * its shape there is ready then.
 *
 * Returns: how wide it is
 */
TambourTextNeed
tambour_text_measure (TambourFonts           *fonts,
                      const TambourTextStyle *style,
                      gboolean                rtl,
                      const TambourSpan      *spans,
                      guint                   n_spans)
{
  const TambourTextFit alone = { TAMBOUR_WRAP_NONE, 0, 0, rtl };
  TambourTextFit own = alone;
  GHashTable *needs = tambour_fonts_get_needs (fonts);
  g_autoptr(GBytes) key = make_key (style, &alone, spans, n_spans);
  const TambourTextNeed *known = g_hash_table_lookup (needs, key);
  g_autofree char *text = NULL;
  g_autoptr(PangoLayout) layout = NULL;
  TambourTextNeed need;

  if (known != NULL)
    return *known;

  text = join_spans (spans, n_spans);
  own.rtl = rtl && !tambour_wording_is_foreign (text);
  tambour_fonts_cover (fonts, text);
  layout = make_layout (fonts, style, &own, spans, n_spans, text);
  fit_layout (layout, &own);
  need = measure (layout, own.rtl);

  if (g_hash_table_size (needs) >= MAX_KEPT)
    g_hash_table_remove_all (needs);
  g_hash_table_insert (needs, g_steal_pointer (&key), g_memdup2 (&need, sizeof need));
  if (need.whole <= MAX_BESIDE && may_be_one_line (style, &alone, text) && find_kept (fonts, style, &alone, spans, n_spans) == NULL)
    tambour_shape_unref (keep (fonts, style, &alone, spans, n_spans, tambour_shape_new_from_layout (style, spans, layout)));

  return need;
}
