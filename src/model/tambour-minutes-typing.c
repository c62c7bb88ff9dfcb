/* tambour-minutes-typing.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "tambour-minutes-private.h"

/* Where in a line somebody types a name or a number. */

static gboolean
is_of_typed (gunichar               c,
             TambourMinutesSpanKind kind)
{
  if (kind == TAMBOUR_MINUTES_SPAN_CASE)
    return c < 128 && (g_ascii_isalnum ((char) c) || c == '-');

  return tambour_minutes_is_of_name (c);
}

/* A sign begins a word, and no backslash takes its meaning away. */
static gboolean
is_start (const char *line,
          const char *at)
{
  return at == line || strchr (" \t(,;", at[-1]) != NULL;
}

/* Code is text, whatever it looks like. */
static gboolean
is_code (const char *line,
         const char *at)
{
  guint n = 0;

  for (const char *p = line; p < at; p++)
    n += *p == '`';

  return n % 2 == 1;
}

/* Returns: (nullable): the sign that begins what stands before the cursor */
static const char *
find_sign (const char             *line,
           const char             *cursor,
           TambourMinutesSpanKind *kind)
{
  for (const char *at = cursor; at > line;)
    {
      at = g_utf8_prev_char (at);
      if ((*at == '@' || *at == '#') && is_start (line, at))
        {
          *kind = *at == '@' ? TAMBOUR_MINUTES_SPAN_OWNER : TAMBOUR_MINUTES_SPAN_CASE;
          return at;
        }
      if (!tambour_minutes_is_of_name (g_utf8_get_char (at)))
        return NULL;
    }

  return NULL;
}

/**
 * tambour_minutes_find_typing:
 * @line: a line of minutes, valid UTF-8
 * @cursor: the byte before which the cursor stands
 * @typing: (out): what is typed there
 *
 * Finds the name behind an @, or the number behind a #, that somebody types.
 *
 * Returns: whether the cursor stands in one
 */
gboolean
tambour_minutes_find_typing (const char           *line,
                             gsize                 cursor,
                             TambourMinutesTyping *typing)
{
  TambourMinutesSpanKind kind;
  const char *end = line + cursor;
  const char *sign = find_sign (line, end, &kind);

  if (sign == NULL || is_code (line, sign))
    return FALSE;

  for (const char *at = sign + 1; at < line + cursor; at = g_utf8_next_char (at))
    if (!is_of_typed (g_utf8_get_char (at), kind))
      return FALSE;

  while (*end != '\0' && is_of_typed (g_utf8_get_char (end), kind))
    end = g_utf8_next_char (end);

  *typing = (TambourMinutesTyping) { kind, sign - line, end - line };

  return TRUE;
}

/* Whether a name can stand there as it is. */
static gboolean
is_plain (const char *name)
{
  gsize length = strlen (name);

  if (length == 0 || !g_unichar_isalpha (g_utf8_get_char (name)) || strchr (".-'", name[length - 1]) != NULL)
    return FALSE;

  for (const char *at = name; *at; at = g_utf8_next_char (at))
    if (*at == '_' || !tambour_minutes_is_of_name (g_utf8_get_char (at)))
      return FALSE;

  return TRUE;
}

/**
 * tambour_minutes_dup_written:
 * @name: somebody's name
 *
 * Returns: (transfer full): how it stands behind an @, so that it is read as @name
 */
char *
tambour_minutes_dup_written (const char *name)
{
  if (is_plain (name))
    return g_strdup (name);

  return strchr (name, '"') ? g_strdup_printf ("“%s”", name) : g_strdup_printf ("\"%s\"", name);
}

/**
 * tambour_minutes_dup_renamed:
 * @text: minutes, valid UTF-8
 * @day: the day from which dates count
 * @typed: what somebody is called there
 * @written: what stands behind the @ from now on
 *
 * Returns: (transfer full): the minutes, in which whoever was called @typed is
 *   called otherwise
 */
char *
tambour_minutes_dup_renamed (const char  *text,
                             TambourDate  day,
                             const char  *typed,
                             const char  *written)
{
  g_autoptr(TambourMinutes) minutes = tambour_minutes_parse (text, day);
  g_autofree char *wanted = g_utf8_casefold (typed, -1);
  GString *renamed = g_string_new (NULL);
  gsize done = 0;

  for (guint i = 0; i < minutes->spans->len; i++)
    {
      const TambourMinutesSpan *span = &g_array_index (minutes->spans, TambourMinutesSpan, i);
      g_autofree char *name = NULL;
      g_autofree char *folded = NULL;

      if (span->kind != TAMBOUR_MINUTES_SPAN_OWNER || !tambour_minutes_take_name (text + span->start + 1, text + span->end, &name))
        continue;

      folded = g_utf8_casefold (name, -1);
      if (!g_str_equal (folded, wanted))
        continue;

      g_string_append_len (renamed, text + done, span->start + 1 - done);
      g_string_append (renamed, written);
      done = span->end;
    }

  g_string_append (renamed, text + done);

  return g_string_free (renamed, FALSE);
}
