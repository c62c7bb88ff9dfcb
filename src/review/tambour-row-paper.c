/* tambour-row-paper.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-row-paper.h"

#include "tambour-flow.h"

#include "tambour-wording.h"

/* Of the columns of a part, in points. */
#define LEAD       66.0
#define END        94.0
#define GAP        12.0
#define FACT_NAME  84.0

#define ABOVE_PART 16.0
#define BELOW_HEAD 3.0

/* A head keeps so much of its part with it. */
#define KEEP       64.0

/**
 * tambour_paper_row_new:
 * @record: the kind of record, a static string
 * @id: (nullable): the record
 * @title: (nullable): what it is
 *
 * Returns: (transfer full): a row without lines
 */
TambourPaperRow *
tambour_paper_row_new (const char *record,
                       const char *id,
                       const char *title)
{
  TambourPaperRow *self = g_new0 (TambourPaperRow, 1);

  self->record = record;
  self->id = g_strdup (id);
  self->title = g_strdup (title && *title ? title : _("Without a title"));
  self->lines = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * tambour_paper_row_free:
 * @self: (transfer full): a row
 */
void
tambour_paper_row_free (TambourPaperRow *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->lead, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->end, g_free);
  g_free (self);
}

/**
 * tambour_paper_row_line:
 * @self: a row
 * @line: (nullable): what there is to know; nothing is added if it is empty
 */
void
tambour_paper_row_line (TambourPaperRow *self,
                        const char      *line)
{
  g_autofree char *stripped = line ? g_strstrip (g_strdup (line)) : NULL;

  if (stripped != NULL && *stripped != '\0')
    g_ptr_array_add (self->lines, tambour_wording_capital (stripped));
}

/**
 * tambour_paper_fact_new:
 * @name: a word for it
 * @value: what it is
 *
 * Returns: (transfer full): a fact
 */
TambourPaperFact *
tambour_paper_fact_new (const char *name,
                        const char *value)
{
  TambourPaperFact *self = g_new0 (TambourPaperFact, 1);

  self->name = g_strdup (name);
  self->value = g_strdup (value);

  return self;
}

/**
 * tambour_paper_fact_free:
 * @self: (transfer full): a fact
 */
void
tambour_paper_fact_free (TambourPaperFact *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->value, g_free);
  g_free (self);
}

static void
add_row (TambourTable          *table,
         const TambourPaperRow *row)
{
  g_autofree char *title = tambour_flow_short (row->title);

  tambour_table_add_row (table);
  tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) {
                                                       .text = row->lead ? row->lead : "",
                                                       .tone = row->is_urgent ? TAMBOUR_TONE_MISSED : TAMBOUR_TONE_INK2,
                                                       .weight = row->is_urgent ? 600 : 0,
                                                     });
  tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) { .text = title, .weight = 600 });
  for (guint i = 0; i < row->lines->len; i++)
    {
      g_autofree char *line = tambour_flow_short (g_ptr_array_index (row->lines, i));

      tambour_table_more (table, TAMBOUR_ROLE_SECOND, line);
    }

  tambour_table_cell_span (table, TAMBOUR_ROLE_CELL, (TambourSpan) {
                                                       .text = row->end ? row->end : "",
                                                       .tone = row->is_urgent ? TAMBOUR_TONE_MISSED : TAMBOUR_TONE_INK,
                                                       .weight = row->is_urgent ? 600 : 0,
                                                     });
}

static TambourTable *
make_table (TambourFlow *flow,
            GPtrArray   *rows)
{
  const TambourColumn columns[] = {
    { NULL, LEAD, GAP, TAMBOUR_ALIGN_START, NULL, NULL },
    { NULL, 0, GAP, TAMBOUR_ALIGN_START, NULL, NULL },
    { NULL, END, 0, TAMBOUR_ALIGN_END, NULL, NULL },
  };
  TambourTable *table = tambour_table_new (flow->canvas, columns, G_N_ELEMENTS (columns));

  tambour_table_set_padding (table, 4, 4.5);
  tambour_table_set_top (table);
  for (guint i = 0; i < rows->len; i++)
    add_row (table, g_ptr_array_index (rows, i));

  return table;
}

static void
draw_head (TambourFlow *flow,
           const char  *title,
           const char  *remark)
{
  flow->y += tambour_page_head (flow->canvas, flow->x, flow->y, TAMBOUR_REPORT_WIDTH, title, remark);
  flow->y += BELOW_HEAD;
  tambour_canvas_rect (flow->canvas, flow->x, flow->y, TAMBOUR_REPORT_WIDTH, 0.8, TAMBOUR_TONE_INK2);
  flow->y += 1;
}

static void
draw_head_again (TambourFlow *flow,
                 gpointer     user_data)
{
  const TambourPaperPart *part = user_data;

  draw_head (flow, part->title, _("continued"));
}

/* Whether a part of a few rows would rather stand whole on the next page. */
static double
height_to_keep (TambourTable *table)
{
  double height = tambour_table_get_height (table, TAMBOUR_REPORT_WIDTH);
  double room = TAMBOUR_REPORT_HEIGHT / 4;

  return MIN (height, MAX (KEEP, tambour_table_get_n_rows (table) <= 3 ? room : KEEP));
}

static void
draw_part (TambourFlow            *flow,
           const TambourPaperPart *part)
{
  GPtrArray *rows = part->rows;
  g_autoptr(TambourTable) table = rows->len ? make_table (flow, rows) : NULL;
  g_autofree char *count = rows->len ? tambour_wording_number (rows->len) : NULL;

  tambour_flow_need (flow, ABOVE_PART + 20 + (table ? height_to_keep (table) : 20));
  tambour_flow_note (flow, part->title);
  draw_head (flow, part->title, part->remark ? part->remark : count);

  if (table != NULL)
    tambour_flow_table (flow, table, 0, draw_head_again, (gpointer) part);
  else
    flow->y += 4 + tambour_page_text (flow->canvas, flow->x, flow->y + 4, TAMBOUR_REPORT_WIDTH, TAMBOUR_ROLE_SECOND,
                                      part->empty);

  flow->y += ABOVE_PART;
}

static void
draw_facts (TambourFlow *flow,
            GPtrArray   *facts)
{
  g_autoptr(GArray) lines = g_array_new (FALSE, FALSE, sizeof (TambourFactLine));

  for (guint i = 0; i < facts->len; i++)
    {
      const TambourPaperFact *fact = g_ptr_array_index (facts, i);

      g_array_append_val (lines, ((TambourFactLine) { fact->name, fact->value }));
    }

  flow->y += tambour_page_facts (flow->canvas, flow->x, flow->y, FACT_NAME, TAMBOUR_REPORT_WIDTH,
                                 (const TambourFactLine *) lines->data, lines->len);
  flow->y += ABOVE_PART;
}

static void
draw_all (TambourFlow *flow,
          gpointer     user_data)
{
  const TambourRowPaper *paper = user_data;

  draw_facts (flow, paper->facts);
  for (guint i = 0; i < paper->n_parts; i++)
    draw_part (flow, &paper->parts[i]);
}

/**
 * tambour_row_paper_layout:
 * @self: a document of rows
 * @error: return location
 *
 * Lays it out: the same rows give the same marks. The text is shaped with fonts that
 * belong to this thread, so the document does too.
 *
 * Returns: (transfer full) (nullable): the pages, or %NULL on error
 */
TambourDocument *
tambour_row_paper_layout (const TambourRowPaper  *self,
                          GError                **error)
{
  const TambourFlowWords words = {
    .name = self->name, .subject = self->subject, .account = self->account, .running = self->running, .label = self->label,
    .title = self->title, .again = self->again, .footer = self->footer, .paper = self->paper, .created = self->created,
  };

  tambour_wording_set_language (self->language);

  return tambour_flow_layout (&words, draw_all, (gpointer) self, error);
}
