/* tambour-requests-print.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-requests-print.h"

#include "tambour-requests-text.h"
#include "tambour-today-text.h"

/* A list of requests on paper: each with who asks for it and in which words. What was
 * typed is text, never markup.
 */

#define PADDING 36
#define GAP     10
#define INDENT  14

typedef enum
{
  STYLE_TITLE,
  STYLE_SUBTITLE,
  STYLE_REQUEST,
  STYLE_FACTS,
  STYLE_QUOTE,
} Style;

static const char * const fonts[] = {
  [STYLE_TITLE] = "Sans Bold 16",
  [STYLE_SUBTITLE] = "Sans 9",
  [STYLE_REQUEST] = "Sans Bold 11",
  [STYLE_FACTS] = "Sans 9",
  [STYLE_QUOTE] = "Sans Italic 9",
};

/* Some words in one style. A request and what follows it is kept together by @begins. */
typedef struct
{
  Style     style;
  gboolean  begins;
  char     *text;
  guint     page;
  double    y;
} Piece;

typedef struct
{
  GArray *pieces;
} Print;

static void
piece_clear (Piece *piece)
{
  g_clear_pointer (&piece->text, g_free);
}

static void
print_closed (gpointer  data,
              GClosure *closure)
{
  Print *print = data;

  g_clear_pointer (&print->pieces, g_array_unref);
  g_free (print);
}

/* Takes @text. */
static void
add (Print    *print,
     Style     style,
     gboolean  begins,
     char     *text)
{
  Piece piece = { .style = style, .begins = begins, .text = text };

  g_array_append_val (print->pieces, piece);
}

static void
add_asker (Print                     *print,
           const TambourRequestAsker *asker)
{
  TambourFrEvidence *evidence = asker->evidence->len > 0 ? g_ptr_array_index (asker->evidence, 0) : NULL;
  g_autoptr(GArray) stake = g_array_new (FALSE, FALSE, sizeof (TambourMoney));
  g_autofree char *money = NULL;

  if (asker->at_stake.minor != TAMBOUR_NO_COUNT)
    g_array_append_val (stake, asker->at_stake);
  money = tambour_requests_text_stake (stake);
  add (print, STYLE_FACTS, FALSE, tambour_today_text_join (asker->name ? asker->name : "", money, NULL));
  if (evidence != NULL && evidence->quote != NULL && *evidence->quote != '\0')
    /* Translators: what a customer said, in quotation marks */
    add (print, STYLE_QUOTE, FALSE, g_strdup_printf (_("“%s”"), evidence->quote));
}

static void
add_line (Print                    *print,
          const TambourRequestLine *line,
          guint                     rank,
          TambourDate               today)
{
  g_autofree char *title = tambour_requests_text_title (line);
  g_autofree char *state = tambour_requests_text_state (line);
  g_autofree char *facts = tambour_requests_text_line (line, today);
  /* Translators: value times need */
  g_autofree char *weight = g_strdup_printf (_("Weight %d"), line->weight);

  add (print, STYLE_REQUEST, TRUE, g_strdup_printf ("%u. %s", rank, title));
  add (print, STYLE_FACTS, FALSE, tambour_today_text_join (state, weight, facts, NULL));
  for (guint i = 0; i < line->askers->len; i++)
    add_asker (print, g_ptr_array_index (line->askers, i));
}

static Print *
print_new (const char  *title,
           const char  *subtitle,
           GPtrArray   *lines,
           TambourDate  today)
{
  Print *print = g_new0 (Print, 1);

  print->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_array_set_clear_func (print->pieces, (GDestroyNotify) piece_clear);
  add (print, STYLE_TITLE, FALSE, g_strdup (title));
  add (print, STYLE_SUBTITLE, FALSE, g_strdup (subtitle));
  for (guint i = 0; i < lines->len; i++)
    add_line (print, g_ptr_array_index (lines, i), i + 1, today);

  return print;
}

static double
indent_of (const Piece *piece)
{
  return piece->style == STYLE_FACTS || piece->style == STYLE_QUOTE ? INDENT : 0;
}

static PangoLayout *
new_layout (GtkPrintContext *context,
            const Piece     *piece)
{
  PangoLayout *layout = gtk_print_context_create_pango_layout (context);
  g_autoptr(PangoFontDescription) font = pango_font_description_from_string (fonts[piece->style]);
  double width = gtk_print_context_get_width (context) - 2 * PADDING - indent_of (piece);

  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, piece->text, -1);

  return layout;
}

static double
measure (GtkPrintContext *context,
         const Piece     *piece)
{
  g_autoptr(PangoLayout) layout = new_layout (context, piece);
  int height;

  pango_layout_get_size (layout, NULL, &height);

  return (double) height / PANGO_SCALE;
}

/* A page ends before what does not fit; a request does not begin at its very end. */
static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                gpointer           user_data)
{
  Print *print = user_data;
  double room = gtk_print_context_get_height (context) - 2 * PADDING;
  double y = 0;
  guint page = 0;

  for (guint i = 0; i < print->pieces->len; i++)
    {
      Piece *piece = &g_array_index (print->pieces, Piece, i);
      double height = measure (context, piece);
      double needed = piece->begins ? 3 * height : height;

      y += piece->begins && y > 0 ? GAP : 0;
      if (y > 0 && y + needed > room)
        {
          page++;
          y = 0;
        }
      piece->page = page;
      piece->y = y;
      y += height + 2;
    }

  gtk_print_operation_set_n_pages (operation, (int) page + 1);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                number,
              gpointer           user_data)
{
  Print *print = user_data;
  cairo_t *cairo = gtk_print_context_get_cairo_context (context);
  gboolean is_mirrored = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;

  cairo_set_source_rgb (cairo, 0, 0, 0);
  for (guint i = 0; i < print->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (print->pieces, Piece, i);
      g_autoptr(PangoLayout) layout = NULL;

      if (piece->page != (guint) number)
        continue;
      layout = new_layout (context, piece);
      cairo_move_to (cairo, PADDING + (is_mirrored ? 0 : indent_of (piece)), PADDING + piece->y);
      pango_cairo_show_layout (cairo, layout);
    }
}

/**
 * tambour_requests_print_new:
 * @title: what the list is called
 * @subtitle: what is told of it
 * @lines: (element-type TambourRequestLine): the requests, in their order
 * @today: the day that is today
 *
 * Returns: (transfer full): prints them, with who asks for each and in which words
 */
GtkPrintOperation *
tambour_requests_print_new (const char  *title,
                            const char  *subtitle,
                            GPtrArray   *lines,
                            TambourDate  today)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  Print *print = print_new (title, subtitle, lines, today);

  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), print);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), print, print_closed, 0);

  return operation;
}
