/* tambour-minutes.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "tambour-code.h"
#include "tambour-minutes-private.h"

/* Nobody types a longer line; what is pasted is text. */
#define MAX_LINE 4000

static void
item_free (gpointer data)
{
  TambourMinutesItem *item = data;

  g_clear_pointer (&item->text, g_free);
  g_clear_pointer (&item->owner, g_free);
  g_clear_pointer (&item->wrong_due, g_free);
  g_clear_pointer (&item->cases, g_ptr_array_unref);
  g_free (item);
}

static TambourMinutesItem *
item_new (TambourMinutesKind kind,
          guint              line)
{
  TambourMinutesItem *item = g_new0 (TambourMinutesItem, 1);

  item->kind = kind;
  item->line = line;
  item->cases = g_ptr_array_new_with_free_func (g_free);
  item->amount.minor = TAMBOUR_NO_COUNT;

  return item;
}

/**
 * tambour_minutes_free:
 * @self: (transfer full): minutes
 */
void
tambour_minutes_free (TambourMinutes *self)
{
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->spans, g_array_unref);
  g_clear_pointer (&self->summary, g_free);
  g_free (self);
}

/**
 * tambour_minutes_add_span:
 * @self: minutes
 * @text: their text
 * @kind: what it means
 * @start: where in @text it starts
 * @end: and ends
 */
void
tambour_minutes_add_span (TambourMinutes         *self,
                          const char             *text,
                          TambourMinutesSpanKind  kind,
                          const char             *start,
                          const char             *end)
{
  TambourMinutesSpan span = { kind, (gsize) (start - text), (gsize) (end - text) };

  g_array_append_val (self->spans, span);
}

/* The marks of an action, with or without the bullet of a list. */
static const char *
skip_box (const char *at,
          gboolean   *is_done)
{
  if (strchr ("-*+", *at) != NULL && *at != '\0' && (at[1] == ' ' || at[1] == '\t'))
    at += 1 + strspn (at + 1, " \t");

  *is_done = g_str_has_prefix (at, "[x]") || g_str_has_prefix (at, "[X]");
  if (*is_done || g_str_has_prefix (at, "[ ]"))
    at += 3;
  else if (g_str_has_prefix (at, "[]"))
    at += 2;
  else
    return NULL;

  return *at == ' ' || *at == '\t' ? at : NULL;
}

static gboolean
find_mark (char                mark,
           TambourMinutesKind *kind)
{
  static const struct
  {
    char               mark;
    TambourMinutesKind kind;
  } marks[] = {
    { '>', TAMBOUR_MINUTES_COMMITMENT },
    { '=', TAMBOUR_MINUTES_DECISION },
    { '~', TAMBOUR_MINUTES_VALUE },
    { '?', TAMBOUR_MINUTES_REQUEST },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (marks[i].mark == mark)
      {
        *kind = marks[i].kind;
        return TRUE;
      }

  return FALSE;
}

/* Returns: (nullable): where the text behind the mark starts; @mark is its end */
static const char *
read_mark (const char          *start,
           TambourMinutesKind  *kind,
           gboolean            *is_done,
           const char         **mark)
{
  const char *box = skip_box (start, is_done);

  *mark = box ? box : start + 1;
  if (box != NULL)
    *kind = TAMBOUR_MINUTES_ACTION;
  else if (!find_mark (*start, kind) || (start[1] != ' ' && start[1] != '\t'))
    return NULL;

  return *mark + strspn (*mark, " \t");
}

/* A line that is no more than text still names cases; a list’s bullet is not
 * part of what it says.
 */
static const char *
skip_bullet (const char *start)
{
  if (*start != '\0' && strchr ("-*+", *start) != NULL && start[1] == ' ')
    return start + 1 + strspn (start + 1, " \t");

  return start;
}

static void
keep (TambourMinutes     *self,
      TambourMinutesItem *item,
      gboolean            is_something,
      guint               n_spans)
{
  if (is_something && *item->text != '\0')
    {
      g_ptr_array_add (self->items, item);
      return;
    }

  g_array_set_size (self->spans, n_spans);
  item_free (item);
}

static gboolean
has_line (const char *agenda,
          const char *line)
{
  g_auto(GStrv) lines = g_strsplit_set (agenda, "\r\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_equal (g_strstrip (lines[i]), line))
      return TRUE;

  return FALSE;
}

/* What was to be raised is not what the call was about, until somebody says so. */
static void
keep_summary (TambourMinutes *self,
              const char     *line,
              const char     *end,
              const char     *agenda)
{
  g_autofree char *text = self->summary ? NULL : g_strstrip (g_strndup (line, end - line));

  if (text != NULL && *text != '\0' && !(agenda != NULL && has_line (agenda, text)))
    self->summary = g_steal_pointer (&text);
}

static void
read_line (TambourMinutes *self,
           const char     *text,
           const char     *line,
           const char     *end,
           guint           number,
           TambourDate     day)
{
  const char *start = line + strspn (line, " \t");
  TambourMinutesKind kind = TAMBOUR_MINUTES_CASE;
  gboolean is_done = FALSE;
  const char *mark;
  const char *said = read_mark (start, &kind, &is_done, &mark);
  TambourMinutesItem *item;
  guint n_spans = self->spans->len;

  if (said == NULL && tambour_minutes_is_goal (start))
    {
      item = item_new (TAMBOUR_MINUTES_GOAL, number);
      keep (self, item, tambour_minutes_read_goal (self, item, text, start, end, day), n_spans);
      return;
    }

  item = item_new (said ? kind : TAMBOUR_MINUTES_CASE, number);
  item->is_done = is_done && item->kind == TAMBOUR_MINUTES_ACTION;
  if (said != NULL)
    tambour_minutes_add_span (self, text, TAMBOUR_MINUTES_SPAN_MARK, start, mark);

  tambour_minutes_read_words (self, item, text, said ? said : skip_bullet (start), end, day);
  if (item->kind == TAMBOUR_MINUTES_VALUE)
    tambour_minutes_read_amount (item);
  keep (self, item, said != NULL || item->cases->len > 0, n_spans);
}

/**
 * tambour_minutes_parse:
 * @text: the minutes of a call, valid UTF-8
 * @day: the day of the call, from which dates count
 *
 * Reads the quick syntax. Whatever looks like none of its marks is text, and so
 * is what stands in code, in quotes, in a link, or behind a backslash.
 *
 * Returns: (transfer full): what is to be recorded
 */
TambourMinutes *
tambour_minutes_parse (const char  *text,
                       TambourDate  day)
{
  return tambour_minutes_parse_prepared (text, NULL, day);
}

/**
 * tambour_minutes_parse_prepared:
 * @text: the minutes of a call, valid UTF-8
 * @agenda: (nullable): what stood there before the call began
 * @day: the day of the call, from which dates count
 *
 * Reads the quick syntax like tambour_minutes_parse(); a line that was prepared
 * and is as it was sums up no call.
 *
 * Returns: (transfer full): what is to be recorded
 */
TambourMinutes *
tambour_minutes_parse_prepared (const char  *text,
                                const char  *agenda,
                                TambourDate  day)
{
  TambourMinutes *self = g_new0 (TambourMinutes, 1);
  TambourFence fence = { 0 };
  guint number = 0;

  self->items = g_ptr_array_new_with_free_func (item_free);
  self->spans = g_array_new (FALSE, FALSE, sizeof (TambourMinutesSpan));
  g_return_val_if_fail (g_utf8_validate (text, -1, NULL), self);

  for (const char *line = text; *line; number++)
    {
      gsize length = strcspn (line, "\r\n");
      const char *end = line + length;

      if (!tambour_fence_covers (&fence, line) && length <= MAX_LINE)
        {
          guint n_items = self->items->len;

          read_line (self, text, line, end, number, day);
          if (self->items->len == n_items)
            keep_summary (self, line, end, agenda);
        }

      line = end;
      if (g_str_has_prefix (line, "\r\n"))
        line++;
      if (*line != '\0')
        line++;
    }

  return self;
}
