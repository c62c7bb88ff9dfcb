/* tambour-web-table.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-web-private.h"

/* What a row of a table consists of. */
typedef struct
{
  guint n_heads;
  guint n_cells;
} RowKind;

/* A table being written: narrow windows show each cell after the head of its column. Roles are
 * said in so many words, since a table that is not laid out as one is none to some browsers. */
typedef struct
{
  TambourWeb *web;
  GPtrArray  *heads;
  guint       column;
} Table;

static gboolean
begins (TambourWeb *self,
        guint       i,
        TambourTag  tag)
{
  return self->marks[i].kind == TAMBOUR_MARK_BEGIN && self->marks[i].group.tag == tag;
}

static RowKind
look_at_row (TambourWeb *self,
             guint       start,
             guint       end)
{
  RowKind kind = { 0 };

  for (guint i = start + 1; i < end; i++)
    {
      kind.n_heads += begins (self, i, TAMBOUR_TAG_HEAD_CELL);
      kind.n_cells += begins (self, i, TAMBOUR_TAG_CELL);
    }

  return kind;
}

static gboolean
has_letters (TambourWeb *self,
             guint       start,
             guint       end)
{
  for (guint i = start; i < end; i++)
    if (self->marks[i].kind == TAMBOUR_MARK_TEXT)
      for (const char *at = self->marks[i].text.shape->text; *at != '\0'; at = g_utf8_next_char (at))
        if (g_unichar_isalpha (g_utf8_get_char (at)))
          return TRUE;

  return FALSE;
}

/* Numbers stand at the end of their column. */
static gboolean
is_at_end (TambourWeb *self,
           guint       start,
           guint       end)
{
  TambourAlign end_of_line = self->rtl ? TAMBOUR_ALIGN_START : TAMBOUR_ALIGN_END;

  for (guint i = start; i < end; i++)
    if (self->marks[i].kind == TAMBOUR_MARK_TEXT)
      return self->marks[i].text.align == end_of_line;

  return FALSE;
}

static gboolean
is_picture (const TambourMark *mark)
{
  switch (mark->kind)
    {
    case TAMBOUR_MARK_LINE:
    case TAMBOUR_MARK_PATH:
    case TAMBOUR_MARK_CIRCLE:
      return TRUE;

    case TAMBOUR_MARK_RECT:
    case TAMBOUR_MARK_SIGN:
    case TAMBOUR_MARK_TEXT:
    case TAMBOUR_MARK_BEGIN:
    case TAMBOUR_MARK_END:
      break;
    }

  return FALSE;
}

/* A cell that draws itself without saying that it is a figure is a picture as a whole. */
static gboolean
is_drawn (TambourWeb *self,
          guint       start,
          guint       end)
{
  for (guint i = start; i < end; i = tambour_web_after (self, i))
    if (is_picture (&self->marks[i]))
      return TRUE;

  return FALSE;
}

static int
compare_places (gconstpointer one,
                gconstpointer other)
{
  const TambourMark *a = *(const TambourMark * const *) one, *b = *(const TambourMark * const *) other;

  if (a->text.x != b->text.x)
    return a->text.x < b->text.x ? -1 : 1;

  return (a->text.y > b->text.y) - (a->text.y < b->text.y);
}

/* The names on an axis, as they are read. */
static void
write_axis (TambourWeb *self,
            guint       start,
            guint       end)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new ();

  for (guint i = start; i < end; i++)
    if (self->marks[i].kind == TAMBOUR_MARK_TEXT)
      g_ptr_array_add (texts, (gpointer) &self->marks[i]);

  g_ptr_array_sort (texts, compare_places);
  for (guint i = 0; i < texts->len; i++)
    {
      g_string_append (self->text, i > 0 ? " " : "");
      tambour_web_escape (self->text, ((const TambourMark *) texts->pdata[i])->text.shape->text);
    }
}

/* An axis is seen above its charts, on the same scale; words alone are for those who do not see it. */
static void
write_drawn_axis (TambourWeb *self,
                  guint       start,
                  guint       end)
{
  tambour_web_picture (self, start, end, NULL);
  g_string_append (self->text, "<span class=\"unseen\">");
  write_axis (self, start, end);
  g_string_append (self->text, "</span>");
}

static void
write_cell_contents (TambourWeb *self,
                     guint       start,
                     guint       end)
{
  gboolean first = TRUE;

  if (is_drawn (self, start, end))
    {
      write_drawn_axis (self, start, end);
      return;
    }

  for (guint i = start; i < end; i = tambour_web_after (self, i))
    {
      const TambourMark *mark = &self->marks[i];

      if (begins (self, i, TAMBOUR_TAG_FIGURE) && mark->group.alternative == NULL)
        write_drawn_axis (self, i, tambour_web_after (self, i));
      else if (begins (self, i, TAMBOUR_TAG_FIGURE))
        tambour_web_picture (self, i, tambour_web_after (self, i), mark->group.alternative);
      else if (mark->kind == TAMBOUR_MARK_BEGIN)
        {
          gboolean leads = tambour_web_begin_link (self, i);

          write_cell_contents (self, i + 1, tambour_web_after (self, i) - 1);
          g_string_append (self->text, leads ? "</a>" : "");
        }
      else if (mark->kind == TAMBOUR_MARK_SIGN)
        tambour_web_sign (self, mark);
      else if (mark->kind == TAMBOUR_MARK_TEXT)
        {
          g_string_append (self->text, first ? "" : "<br>");
          tambour_web_words (self, mark->text.shape);
          first = FALSE;
        }
    }
}

/* What stands alone in a column of words has its head said before it. */
static char *
dup_head (TambourWeb *self,
          guint       start,
          guint       end)
{
  for (guint i = start; i < end; i++)
    if (begins (self, i, TAMBOUR_TAG_FIGURE) || is_picture (&self->marks[i]))
      return NULL;

  for (guint i = start; i < end; i++)
    if (self->marks[i].kind == TAMBOUR_MARK_TEXT)
      return g_strdup (self->marks[i].text.shape->text);

  return NULL;
}

static void
begin_head_cell (Table      *table,
                 const char *scope)
{
  GString *out = table->web->text;

  g_string_append (out, "<th");
  tambour_web_attribute (out, "scope", scope);
  tambour_web_attribute (out, "role", g_str_equal (scope, "col") ? "columnheader" : "rowheader");
}

/* Cells that only number their row are left out where rows are cards. */
static void
begin_plain_cell (Table *table,
                  guint  start,
                  guint  end)
{
  TambourWeb *self = table->web;
  const char *head = table->column < table->heads->len ? table->heads->pdata[table->column] : NULL;
  g_autofree char *own = dup_head (self, start, end);
  gboolean orders = table->heads->len > 0 && head == NULL && own != NULL && !has_letters (self, start, end);

  g_string_append (self->text, "<td role=\"cell\"");
  if (own != NULL)
    tambour_web_attribute (self->text, "data-head", head);
  if (orders)
    tambour_web_attribute (self->text, "class", "order");
}

static void
write_cell (Table      *table,
            guint       start,
            guint       end,
            const char *scope)
{
  TambourWeb *self = table->web;
  gboolean heads = scope != NULL && tambour_web_has_text (self, start, end);

  if (heads)
    begin_head_cell (table, scope);
  else
    begin_plain_cell (table, start, end);
  if (is_at_end (self, start, end))
    tambour_web_attribute (self->text, "class", "number");
  g_string_append_c (self->text, '>');
  self->strong = scope != NULL && g_str_equal (scope, "col");
  write_cell_contents (self, start + 1, end - 1);
  self->strong = FALSE;
  g_string_append (self->text, heads ? "</th>\n" : "</td>\n");
}

static void
begin_row (TambourWeb *self,
           const char *anchor)
{
  g_string_append (self->text, "<tr role=\"row\"");
  if (anchor != NULL)
    {
      g_string_append (self->text, " id=\"figure-");
      tambour_web_escape (self->text, anchor);
      g_string_append_c (self->text, '"');
    }
  g_string_append (self->text, ">\n");
}

static gboolean
is_head (const RowKind *kind)
{
  return kind->n_heads > 0 && kind->n_cells == 0;
}

/* The first words of a row say what it is about; numbers before them do not. */
static void
write_row (Table         *table,
           guint          start,
           guint          end,
           const RowKind *kind)
{
  TambourWeb *self = table->web;
  gboolean named = kind->n_heads > 0;

  begin_row (self, self->marks[start].group.anchor);
  table->column = 0;
  for (guint i = start + 1; i < end - 1; i = tambour_web_after (self, i))
    {
      guint after = tambour_web_after (self, i);

      if (begins (self, i, TAMBOUR_TAG_HEAD_CELL))
        {
          if (is_head (kind))
            g_ptr_array_add (table->heads, dup_head (self, i, after));
          write_cell (table, i, after, is_head (kind) ? "col" : "row");
        }
      else if (begins (self, i, TAMBOUR_TAG_CELL))
        {
          gboolean names = !named && has_letters (self, i, after);

          named |= names;
          write_cell (table, i, after, names ? "row" : NULL);
          table->column++;
        }
    }
  g_string_append (self->text, "</tr>\n");
}

static void
write_rows (Table *table,
            guint  start,
            guint  end)
{
  TambourWeb *self = table->web;
  gboolean in_body = FALSE;

  for (guint i = start + 1; i < end - 1; i = tambour_web_after (self, i))
    {
      guint after = tambour_web_after (self, i);
      RowKind kind;

      if (!begins (self, i, TAMBOUR_TAG_ROW))
        continue;

      kind = look_at_row (self, i, after);
      if (!in_body)
        g_string_append (self->text, is_head (&kind) ? "<thead role=\"rowgroup\">\n" : "<tbody role=\"rowgroup\">\n");
      in_body |= !is_head (&kind);
      write_row (table, i, after, &kind);
      if (!in_body)
        g_string_append (self->text, "</thead>\n");
    }

  g_string_append (self->text, in_body ? "</tbody>\n" : "");
}

/* Words in a table that are in none of its rows are kept, after it. */
static void
write_rest (TambourWeb *self,
            guint       start,
            guint       end)
{
  for (guint i = start + 1; i < end - 1; i = tambour_web_after (self, i))
    if (self->marks[i].kind == TAMBOUR_MARK_TEXT)
      {
        g_string_append (self->text, "<p class=\"second\">");
        tambour_web_words (self, self->marks[i].text.shape);
        g_string_append (self->text, "</p>\n");
      }
}

/**
 * tambour_web_table:
 * @self: a page being written
 * @start: where the group of the table begins
 * @end: the mark after it
 *
 * Writes a table with the heads of its columns and rows; one too wide for the
 * window scrolls by itself, also with the keyboard.
 */
void
tambour_web_table (TambourWeb *self,
                   guint       start,
                   guint       end)
{
  g_autoptr(GPtrArray) heads = g_ptr_array_new_with_free_func (g_free);
  Table table = { self, heads, 0 };

  g_string_append_printf (self->text, "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-labelledby=\"title-%u\">\n",
                          self->page + 1);
  g_string_append (self->text, "<table role=\"table\">\n");
  write_rows (&table, start, end);
  g_string_append (self->text, "</table>\n</div>\n");
  write_rest (self, start, end);
}
