/* tambour-pages-appendix.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-pages.h"

#include <string.h>

#include "tambour-fact-text.h"

#include "tambour-wording.h"

/* In points (REPORT-DESIGN section 4). */
#define TOP        98.0
#define SECOND_LINE 28.0
#define END        486.0
#define BALANCE    24.0
#define FIGURE     92.0
#define VALUE      88.0
#define PAGES      34.0

/* Figures of the same name are defined once: the first of them, with the pages of all. */
static gboolean
is_first_of_name (TambourPages *self,
                  guint         i)
{
  const TambourFact *fact = self->facts->all->pdata[i];

  for (guint j = 0; j < i; j++)
    {
      TambourFact *other = self->facts->all->pdata[j];

      if (g_hash_table_contains (self->uses, other) && g_strcmp0 (other->name, fact->name) == 0)
        return FALSE;
    }

  return TRUE;
}

static gint
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  return (gint) * (const guint *) a - (gint) * (const guint *) b;
}

static void
add_numbers (GArray *numbers,
             GArray *more)
{
  for (guint i = 0; i < more->len; i++)
    {
      guint number = g_array_index (more, guint, i);
      gboolean known = FALSE;

      for (guint j = 0; j < numbers->len; j++)
        known |= g_array_index (numbers, guint, j) == number;
      if (!known)
        g_array_append_val (numbers, number);
    }
}

/**
 * tambour_pages_list_used:
 * @self: pages
 *
 * Returns: (transfer container) (element-type TambourFact): the figures that the
 *   pages tell, each name once
 */
GPtrArray *
tambour_pages_list_used (TambourPages *self)
{
  GPtrArray *used = g_ptr_array_new ();

  for (guint i = 0; i < self->facts->all->len; i++)
    {
      TambourFact *fact = self->facts->all->pdata[i];

      if (g_hash_table_contains (self->uses, fact) && is_first_of_name (self, i))
        g_ptr_array_add (used, fact);
    }

  return used;
}

static GArray *
list_numbers (TambourPages *self,
              const char   *name)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->facts->all->len; i++)
    {
      TambourFact *fact = self->facts->all->pdata[i];
      GArray *pages = g_hash_table_lookup (self->uses, fact);

      if (pages && g_strcmp0 (fact->name, name) == 0)
        add_numbers (numbers, pages);
    }

  g_array_sort (numbers, compare_numbers);

  return numbers;
}

/**
 * tambour_pages_dup_numbers:
 * @self: pages
 * @name: of a figure
 *
 * Returns: (transfer full): the numbers of every page that tells a figure of
 *   this name: “2, 4”
 */
char *
tambour_pages_dup_numbers (TambourPages *self,
                           const char   *name)
{
  g_autoptr(GArray) numbers = list_numbers (self, name);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < numbers->len; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? ", " : "", g_array_index (numbers, guint, i));

  return g_string_free_and_steal (text);
}

/* The same as links. */
static TambourRich *
write_pages (TambourPages *self,
             const char   *name)
{
  g_autoptr(GArray) numbers = list_numbers (self, name);
  TambourRich *text = tambour_rich_new (NULL);

  for (guint i = 0; i < numbers->len; i++)
    {
      guint number = g_array_index (numbers, guint, i);
      g_autofree char *digits = g_strdup_printf ("%u", number);

      if (i > 0)
        tambour_rich_add_grey (text, ", ");
      tambour_rich_add_page (text, digits, number);
    }

  return text;
}

/* “146 (187)”; figures that exist for each of something refer to their page. */
static char *
write_value (TambourPages      *self,
             const TambourFact *fact)
{
  g_autofree char *now = tambour_fact_full (fact, FALSE);
  g_autofree char *before = fact->now.of != TAMBOUR_NO_COUNT && fact->now.of < 10 && fact->prior.of != TAMBOUR_NO_COUNT
                              ? tambour_wording_of (fact->prior.n, fact->prior.of)
                              : tambour_fact_before (fact);

  if (fact->subject)
    return g_strdup (_("one for each, on its page"));
  if (!self->facts->has_prior || !tambour_measure_is_known (&fact->prior))
    return g_steal_pointer (&now);

  return tambour_wording_fill (_("{0} ({1})"), now, before, NULL);
}

static void
add_definition (TambourPages      *self,
                TambourTable      *table,
                const TambourFact *fact)
{
  g_autofree char *value = write_value (self, fact);
  g_autofree char *source = g_strdup_printf ("[%s]", _(fact->source));
  g_autofree char *formula = g_strdup_printf ("%s ", _(fact->formula));
  TambourRich *definition = tambour_rich_new (NULL);

  tambour_rich_add_span (definition, (TambourSpan) { .text = formula, .tone = TAMBOUR_TONE_INK2 });
  tambour_rich_add_grey (definition, source);

  tambour_table_add_row (table);
  tambour_table_set_anchor (table, tambour_pages_anchor (self, fact));
  tambour_table_cell_span (table, TAMBOUR_ROLE_DEFINITION, (TambourSpan) {
                                                             .text = _(fact->name),
                                                             .weight = 600,
                                                             .tone = TAMBOUR_TONE_INK,
                                                           });
  tambour_table_cell_span (table, TAMBOUR_ROLE_DEFINITION, (TambourSpan) { .text = value, .tone = TAMBOUR_TONE_INK });
  tambour_table_cell_rich (table, TAMBOUR_ROLE_DEFINITION, definition);
  tambour_table_cell_rich (table, TAMBOUR_ROLE_DEFINITION, write_pages (self, fact->name));
}

static TambourTable *
make_table (TambourPages  *self,
            TambourCanvas *canvas)
{
  const TambourColumn columns[] = {
    { _("Figure"), FIGURE, 6, TAMBOUR_ALIGN_START, NULL, NULL },
    { self->facts->has_prior ? _("This year (last)") : _("This period"), VALUE, 6, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Definition"), 0, 6, TAMBOUR_ALIGN_START, NULL, NULL },
    { _("Page"), PAGES, 0, TAMBOUR_ALIGN_END, NULL, NULL },
  };
  TambourTable *table = tambour_table_new (canvas, columns, G_N_ELEMENTS (columns));
  g_autoptr(GPtrArray) used = tambour_pages_list_used (self);

  tambour_table_set_padding (table, 3, 3);
  tambour_table_set_top (table);
  for (guint i = 0; i < used->len; i++)
    add_definition (self, table, used->pdata[i]);

  return table;
}

static char *
write_source (TambourFacts *facts)
{
  return tambour_pages_read_on (facts, _("Changes are computed before rounding; halves round up. Brackets name the source. "
                                         "Data read on {0}, {1} UTC."));
}

static const char *
get_title (guint number)
{
  return number == 1 ? _("Every figure in this review, how it is computed and where it comes from")
                     : _("More figures, how they are computed and where they come from");
}

static TambourCanvas *
begin_page (TambourPages *self,
            guint         number)
{
  g_autofree char *label = g_strdup_printf ("A%u", number);
  g_autofree char *source = write_source (self->facts);
  const char *title = get_title (number);
  TambourCanvas *canvas = tambour_document_add_page (self->document, label, title);
  TambourPageFrame frame = {
    .label = _("Appendix"),
    .title = title,
    .source = source,
    .footer = self->footer,
    .number = label,
  };

  tambour_page_frame (canvas, &frame);

  return canvas;
}

/* A title of two lines, as other languages may need, moves the tables down. */
static double
get_top (TambourCanvas *canvas,
         guint          number)
{
  const char *title = get_title (number);
  double width = tambour_canvas_measure (canvas, tambour_canvas_style (canvas, TAMBOUR_ROLE_TITLE), title);

  return width > TAMBOUR_DECK_WIDTH ? TOP + SECOND_LINE : TOP;
}

/* Room for one column of two: half of the rows that are left, below their head. */
static double
get_balanced (TambourTable *table,
              guint         row)
{
  double width = tambour_deck_w (6);
  double left = tambour_table_get_height (table, width) - tambour_table_get_start (table, width, row);

  return tambour_table_get_start (table, width, 0) + left / 2 + BALANCE;
}

/**
 * tambour_pages_appendix:
 * @self: pages
 *
 * Adds the definitions of all figures that the pages before tell, in two
 * tables a page, on as many pages as they need: full ones, and the two columns
 * of the last one about as long.
 */
void
tambour_pages_appendix (TambourPages *self)
{
  g_autoptr(TambourTable) table = NULL;
  guint row = 0, n_rows = 1;

  for (guint number = 1; row < n_rows; number++)
    {
      TambourCanvas *canvas = begin_page (self, number);
      double top = get_top (canvas, number);
      guint before = row;
      double balanced;

      if (table == NULL)
        {
          table = make_table (self, canvas);
          n_rows = tambour_table_get_n_rows (table);
        }

      balanced = get_balanced (table, row);
      for (guint column = 0; column < 2 && row < n_rows; column++)
        row = tambour_table_draw (table, canvas, tambour_deck_x (6 * column), top, tambour_deck_w (6),
                                  column == 0 ? MIN (balanced, END - top) : END - top, row, NULL);
      if (row == before)
        return;
    }
}
