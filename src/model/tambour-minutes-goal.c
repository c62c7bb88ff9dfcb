/* tambour-minutes-goal.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tambour-minutes-private.h"
#include "tambour-when-parse.h"

/* goal "Guest Wi-Fi on its own policy" due 2027-01-15 */

static const char *
skip_word (const char *at,
           const char *word)
{
  gsize length = strlen (word);

  if (g_ascii_strncasecmp (at, word, length) != 0 || !strchr (" \t", at[length]) || at[length] == '\0')
    return NULL;

  return at + length;
}

/* @english, or what the person’s own language says for it. */
static const char *
skip_either (const char *at,
             const char *english,
             const char *translated)
{
  const char *end = skip_word (at, english);

  return end ? end : skip_word (at, translated);
}

static const char *
skip_goal (const char *line)
{
  /* Translators: what people type before a goal’s name in the minutes of a call; small letters, one word */
  return skip_either (line, "goal", C_("typed", "goal"));
}

static const char *
skip_spaces (const char *at)
{
  return at + strspn (at, " \t");
}

/**
 * tambour_minutes_is_goal:
 * @line: where a line starts
 *
 * Returns: whether it may be about a goal: it says so, and a name in quotes
 */
gboolean
tambour_minutes_is_goal (const char *line)
{
  const char *at = skip_goal (line);

  return at != NULL && tambour_minutes_take_quoted (skip_spaces (at), line + strcspn (line, "\r\n"), NULL) != NULL;
}

/**
 * tambour_minutes_read_goal:
 * @self: minutes
 * @item: (inout): what is read
 * @text: the text of the minutes
 * @line: where in @text the goal starts
 * @end: and where the line ends
 * @day: the day from which dates count
 *
 * Returns: %FALSE if the line says nothing new of a goal
 */
gboolean
tambour_minutes_read_goal (TambourMinutes     *self,
                           TambourMinutesItem *item,
                           const char         *text,
                           const char         *line,
                           const char         *end,
                           TambourDate         day)
{
  const char *at = skip_goal (line);
  const char *due, *after;
  g_autofree char *date = NULL;

  tambour_minutes_add_span (self, text, TAMBOUR_MINUTES_SPAN_MARK, line, at);
  at = skip_spaces (tambour_minutes_take_quoted (skip_spaces (at), end, &item->text));
  /* Translators: what people type between a goal’s name and its date; small letters, one word */
  due = *at == '!' ? at + 1 : skip_either (at, "due", C_("typed", "due"));
  if (due == NULL || due >= end)
    return FALSE;

  after = skip_spaces (due);
  date = g_strndup (after, end - after);
  g_strstrip (date);
  while (g_str_has_suffix (date, "."))
    date[strlen (date) - 1] = '\0';

  if (*date == '\0')
    return FALSE;
  if (tambour_when_parse_due (date, day, &item->due))
    tambour_minutes_add_span (self, text, TAMBOUR_MINUTES_SPAN_DUE, at, end);
  else
    item->wrong_due = g_steal_pointer (&date);

  return TRUE;
}
