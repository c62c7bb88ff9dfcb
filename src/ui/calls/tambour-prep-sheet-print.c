/* tambour-prep-sheet-print.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-prep-sheet-print.h"
#include "tambour-prep-sheet-text.h"
#include "tambour-today-text.h"

/* A prep sheet on one page of paper, black on white: what does not fit is counted. */

/* In points, on the paper. */
#define PADDING  24.
#define GAP      22.
#define LEAD     18.   /* of the number or the box before a line */
#define AFTER    5.    /* below a line */
#define SECTION  14.   /* above a heading */
#define SIDE     .34   /* of the width, for the side column */

/* A title that is longer says the rest on the screen. */
#define MOST_LINES 3

typedef enum
{
  COLUMN_MAIN,
  COLUMN_SIDE,
  N_COLUMNS,
} Column;

/* A line with what stands before it, and the quiet line below. */
typedef struct
{
  char   *lead;
  char   *title;
  char   *meta;
  double  height;
} Line;

typedef struct
{
  char      *heading;
  Column     column;
  GPtrArray *lines;
  guint      n_shown;
} Part;

/* All that is on the page. */
typedef struct
{
  char      *title;
  char      *subtitle;
  GPtrArray *parts;
} Page;

static void
line_free (gpointer data)
{
  Line *line = data;

  g_clear_pointer (&line->lead, g_free);
  g_clear_pointer (&line->title, g_free);
  g_clear_pointer (&line->meta, g_free);
  g_free (line);
}

static void
part_free (gpointer data)
{
  Part *part = data;

  g_clear_pointer (&part->heading, g_free);
  g_clear_pointer (&part->lines, g_ptr_array_unref);
  g_free (part);
}

static void
page_free (Page *page)
{
  g_clear_pointer (&page->title, g_free);
  g_clear_pointer (&page->subtitle, g_free);
  g_clear_pointer (&page->parts, g_ptr_array_unref);
  g_free (page);
}

static void
page_closed (gpointer  data,
             GClosure *closure)
{
  page_free (data);
}

/* --- what is on it --------------------------------------------------------- */

static Part *
add_part (Page       *page,
          Column      column,
          const char *heading)
{
  Part *part = g_new0 (Part, 1);

  part->heading = g_strdup (heading);
  part->column = column;
  part->lines = g_ptr_array_new_with_free_func (line_free);
  g_ptr_array_add (page->parts, part);

  return part;
}

static void
add_line (Part       *part,
          const char *lead,
          const char *title,
          const char *meta)
{
  Line *line = g_new0 (Line, 1);

  line->lead = g_strdup (lead);
  line->title = g_strdup (title);
  line->meta = g_strdup (meta);
  g_ptr_array_add (part->lines, line);
}

static void
add_points (Page                   *page,
            const TambourPrepSheet *sheet,
            GPtrArray              *points,
            TambourInstant          now)
{
  Part *part = add_part (page, COLUMN_MAIN, _("To Raise"));
  guint n = 0;

  for (guint i = 0; i < points->len; i++)
    {
      const TambourPrepPoint *point = g_ptr_array_index (points, i);
      g_autofree char *title = tambour_prep_text_title (point);
      g_autofree char *line = tambour_prep_text_line (point, sheet, now);
      g_autofree char *tag = tambour_prep_text_tag (point);
      g_autofree char *meta = tambour_today_text_join (line, tag, NULL);
      g_autofree char *number = NULL;

      if (*title == '\0')
        continue;

      number = g_strdup_printf ("%u", ++n);
      add_line (part, number, title, meta);
    }
}

static void
add_work (Page                   *page,
          const TambourPrepSheet *sheet)
{
  Part *part = add_part (page, COLUMN_MAIN, _("Open Actions"));

  for (guint i = 0; i < sheet->work->len; i++)
    {
      const TambourTodayWork *work = g_ptr_array_index (sheet->work, i);
      g_autofree char *owner = tambour_prep_text_owner (work, sheet, i < sheet->n_ours);
      g_autofree char *due = tambour_prep_text_due (work->due, work->is_overdue, sheet->today);
      g_autofree char *meta = tambour_today_text_join (owner, due, NULL);

      add_line (part, "", work->title ? work->title : "", meta);
    }
}

static void
add_minutes (Page                   *page,
             const TambourPrepSheet *sheet)
{
  g_autofree char *heading = tambour_prep_text_minutes (sheet);
  g_auto(GStrv) lines = sheet->minutes ? g_strsplit (sheet->minutes, "\n", -1) : NULL;
  Part *part = lines ? add_part (page, COLUMN_MAIN, heading) : NULL;

  for (guint i = 0; lines && lines[i]; i++)
    add_line (part, NULL, lines[i], "");
}

static void
add_figure (Part       *part,
            guint       n,
            const char *caption)
{
  g_autofree char *figure = g_strdup_printf ("%u %s", n, caption);

  add_line (part, NULL, figure, "");
}

static void
add_since (Page                   *page,
           const TambourPrepSheet *sheet)
{
  g_autofree char *heading = tambour_prep_text_since (sheet);
  Part *part = add_part (page, COLUMN_SIDE, heading);

  add_figure (part, sheet->n_opened, ngettext ("case opened", "cases opened", sheet->n_opened));
  add_figure (part, sheet->n_solved, ngettext ("case solved", "cases solved", sheet->n_solved));
  if (sheet->metric != NULL && !isnan (sheet->change))
    {
      g_autofree char *change = tambour_prep_text_change (sheet);
      g_autofree char *line = g_strdup_printf ("%s %s", change, tambour_prep_text_metric (sheet->metric));

      add_line (part, NULL, line, "");
    }
}

static void
add_people (Page                   *page,
            const TambourPrepSheet *sheet)
{
  Part *part = sheet->people->len > 0 ? add_part (page, COLUMN_SIDE, _("Who Joins")) : NULL;

  for (guint i = 0; i < sheet->people->len; i++)
    {
      const TambourPrepPerson *person = g_ptr_array_index (sheet->people, i);
      g_autofree char *line = tambour_prep_text_person (person, sheet->today);

      add_line (part, NULL, person->name, line);
    }
}

static void
add_shares (Page                   *page,
            const TambourPrepSheet *sheet)
{
  Part *part = sheet->shares->len > 0 ? add_part (page, COLUMN_SIDE, _("To Share")) : NULL;

  for (guint i = 0; i < sheet->shares->len; i++)
    {
      const TambourPrepShare *share = g_ptr_array_index (sheet->shares, i);
      g_autofree char *line = tambour_prep_text_share (share, sheet->today);

      add_line (part, NULL, share->title, line);
    }
}

static Page *
page_new (const TambourPrepSheet *sheet,
          GPtrArray              *points,
          TambourInstant          now)
{
  Page *page = g_new0 (Page, 1);

  page->title = g_strdup (_("Prep Sheet"));
  page->subtitle = tambour_prep_text_subtitle (sheet, now);
  page->parts = g_ptr_array_new_with_free_func (part_free);
  add_points (page, sheet, points, now);
  add_work (page, sheet);
  add_minutes (page, sheet);
  add_since (page, sheet);
  add_people (page, sheet);
  add_shares (page, sheet);

  return page;
}

/* --- where it is ----------------------------------------------------------- */

typedef struct
{
  GtkPrintContext *context;
  cairo_t         *cairo;
  double           width;
  double           height;
} Paper;

/* Text is never markup. */
static PangoLayout *
new_layout (const Paper *paper,
            const char  *font,
            const char  *text,
            double       width)
{
  PangoLayout *layout = gtk_print_context_create_pango_layout (paper->context);
  g_autoptr(PangoFontDescription) description = pango_font_description_from_string (font);

  pango_layout_set_font_description (layout, description);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (layout, -MOST_LINES);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);

  return layout;
}

/* Returns: how high it is, whether or not it is drawn */
static double
put_text (const Paper *paper,
          const char  *font,
          const char  *text,
          double       x,
          double       y,
          double       width,
          gboolean     is_drawn)
{
  g_autoptr(PangoLayout) layout = NULL;
  PangoRectangle extents;

  if (*text == '\0')
    return 0;

  layout = new_layout (paper, font, text, width);
  pango_layout_get_extents (layout, NULL, &extents);
  if (is_drawn)
    {
      cairo_move_to (paper->cairo, x, y);
      pango_cairo_show_layout (paper->cairo, layout);
    }

  return (double) extents.height / PANGO_SCALE;
}

static gboolean
is_mirrored (void)
{
  return gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
}

/* A box to tick, or a number. */
static void
put_lead (const Paper *paper,
          const char  *lead,
          double       x,
          double       y)
{
  if (*lead != '\0')
    {
      put_text (paper, "Sans Bold 10", lead, x, y, LEAD, TRUE);
      return;
    }

  cairo_set_line_width (paper->cairo, .8);
  cairo_rectangle (paper->cairo, x + .5, y + 2.5, 8, 8);
  cairo_stroke (paper->cairo);
}

static double
put_line (const Paper *paper,
          const Line  *line,
          double       x,
          double       y,
          double       width,
          gboolean     is_drawn)
{
  double lead = line->lead ? LEAD : 0;
  double start = is_mirrored () ? x : x + lead;
  double height = put_text (paper, "Sans 10", line->title, start, y, width - lead, is_drawn);

  if (is_drawn && line->lead != NULL)
    put_lead (paper, line->lead, is_mirrored () ? x + width - LEAD : x, y);

  return height + put_text (paper, "Sans 8.5", line->meta, start, y + height, width - lead, is_drawn) + AFTER;
}

static double
put_heading (const Paper *paper,
             const Part  *part,
             double       x,
             double       y,
             double       width,
             gboolean     is_drawn)
{
  double height = SECTION + put_text (paper, "Sans Bold 11", part->heading, x, y + SECTION, width, is_drawn);

  if (is_drawn)
    {
      cairo_set_line_width (paper->cairo, .5);
      cairo_move_to (paper->cairo, x, y + height + 2);
      cairo_line_to (paper->cairo, x + width, y + height + 2);
      cairo_stroke (paper->cairo);
    }

  return height + 7;
}

static double
put_rest (const Paper *paper,
          const Part  *part,
          double       x,
          double       y,
          double       width,
          gboolean     is_drawn)
{
  guint n = part->lines->len - part->n_shown;
  g_autofree char *rest = NULL;

  if (n == 0)
    return 0;

  rest = g_strdup_printf (ngettext ("and %d more", "and %d more", n), (int) n);

  return put_text (paper, "Sans Italic 9", rest, x, y, width, is_drawn) + AFTER;
}

static double
put_part (const Paper *paper,
          const Part  *part,
          double       x,
          double       y,
          double       width,
          gboolean     is_drawn)
{
  double height = put_heading (paper, part, x, y, width, is_drawn);

  for (guint i = 0; i < part->n_shown; i++)
    {
      Line *line = g_ptr_array_index (part->lines, i);

      if (is_drawn || line->height <= 0)
        line->height = put_line (paper, line, x, y + height, width, is_drawn);
      height += line->height;
    }

  return height + put_rest (paper, part, x, y + height, width, is_drawn);
}

/* The part of a column that takes most of it, and can do with less. */
static Part *
find_largest (const Page  *page,
              const Paper *paper,
              Column       column,
              double       width)
{
  Part *largest = NULL;
  double most = 0;

  for (guint i = 0; i < page->parts->len; i++)
    {
      Part *part = g_ptr_array_index (page->parts, i);
      double height = part->column == column && part->n_shown > 0 ? put_part (paper, part, 0, 0, width, FALSE) : 0;

      if (height > most)
        {
          largest = part;
          most = height;
        }
    }

  return largest;
}

static double
measure_column (const Page  *page,
                const Paper *paper,
                Column       column,
                double       width)
{
  double height = 0;

  for (guint i = 0; i < page->parts->len; i++)
    {
      const Part *part = g_ptr_array_index (page->parts, i);

      if (part->column == column)
        height += put_part (paper, part, 0, 0, width, FALSE);
    }

  return height;
}

/* Every part keeps its heading, and says how much of it is not there. */
static void
put_column (const Page  *page,
            const Paper *paper,
            Column       column,
            double       x,
            double       y,
            double       width)
{
  Part *part;

  for (guint i = 0; i < page->parts->len; i++)
    {
      part = g_ptr_array_index (page->parts, i);
      part->n_shown = part->lines->len;
    }

  while (measure_column (page, paper, column, width) > paper->height - y && (part = find_largest (page, paper, column, width)))
    part->n_shown--;

  for (guint i = 0; i < page->parts->len; i++)
    {
      part = g_ptr_array_index (page->parts, i);
      if (part->column == column)
        y += put_part (paper, part, x, y, width, TRUE);
    }
}

static void
forget_heights (Page *page)
{
  for (guint i = 0; i < page->parts->len; i++)
    {
      Part *part = g_ptr_array_index (page->parts, i);

      for (guint j = 0; j < part->lines->len; j++)
        ((Line *) g_ptr_array_index (part->lines, j))->height = 0;
    }
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                number,
              gpointer           user_data)
{
  Page *page = user_data;
  Paper paper = {
    .context = context,
    .cairo = gtk_print_context_get_cairo_context (context),
    .width = gtk_print_context_get_width (context) - 2 * PADDING,
    .height = gtk_print_context_get_height (context) - 2 * PADDING,
  };
  double side = paper.width * SIDE;
  double main = paper.width - side - GAP;
  double y = 0;

  forget_heights (page);
  cairo_save (paper.cairo);
  cairo_translate (paper.cairo, PADDING, PADDING);
  cairo_set_source_rgb (paper.cairo, 0, 0, 0);
  y += put_text (&paper, "Sans Bold 16", page->title, 0, y, paper.width, TRUE);
  y += put_text (&paper, "Sans 10", page->subtitle, 0, y + 2, paper.width, TRUE) + 2;
  put_column (page, &paper, COLUMN_MAIN, is_mirrored () ? side + GAP : 0, y, main);
  put_column (page, &paper, COLUMN_SIDE, is_mirrored () ? 0 : main + GAP, y, side);
  cairo_restore (paper.cairo);
}

/**
 * tambour_prep_sheet_print_new:
 * @sheet: a prep sheet
 * @points: (element-type TambourPrepPoint): what to raise, as the person wants it
 * @now: the time that is "now"
 *
 * Returns: (transfer full): prints it on one page
 */
GtkPrintOperation *
tambour_prep_sheet_print_new (const TambourPrepSheet *sheet,
                              GPtrArray              *points,
                              TambourInstant          now)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autofree char *name = tambour_today_text_join (_("Prep Sheet"), sheet->account->name ? sheet->account->name : "", NULL);

  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), page_new (sheet, points, now), page_closed, 0);

  return operation;
}
