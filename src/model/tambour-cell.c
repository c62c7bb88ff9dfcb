/* tambour-cell.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-cell.h"

#include <string.h>

/* What a text is in a cell of a table, wherever one is written: RFC 4180, and never a formula. */

static gboolean
starts_formula (const char *text)
{
  return *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;
}

static gboolean
is_plain_number (const char *text)
{
  char *end;

  if (*text != '-' || !g_ascii_isdigit (text[1]))
    return FALSE;

  g_ascii_strtod (text, &end);

  return *end == '\0' && strpbrk (text, "xXpP") == NULL;
}

static gboolean
needs_guard (const char *text)
{
  const char *behind = text + strspn (text, "'");

  return starts_formula (behind) && (behind > text || !is_plain_number (text));
}

static gboolean
needs_quotes (const char *text)
{
  return strpbrk (text, ",\"\r\n") != NULL || g_ascii_isspace (*text) ||
         (*text != '\0' && g_ascii_isspace (text[strlen (text) - 1]));
}

static void
append_quoted (GString    *to,
               const char *text)
{
  g_string_append_c (to, '"');
  for (const char *quote; (quote = strchr (text, '"')); text = quote + 1)
    {
      g_string_append_len (to, text, quote - text + 1);
      g_string_append_c (to, '"');
    }
  g_string_append (to, text);
  g_string_append_c (to, '"');
}

/**
 * tambour_cell_guard:
 * @text: a text
 *
 * Returns: (transfer full): @text, with an apostrophe in front if a spreadsheet would take
 *   it for a formula
 */
char *
tambour_cell_guard (const char *text)
{
  return needs_guard (text) ? g_strconcat ("'", text, NULL) : g_strdup (text);
}

/**
 * tambour_cell_is_guarded:
 * @text: a cell that was written with tambour_cell_guard()
 *
 * Returns: %TRUE if its first character is the guard against formulas, and not
 *   part of the text
 */
gboolean
tambour_cell_is_guarded (const char *text)
{
  return *text == '\'' && starts_formula (text + strspn (text, "'"));
}

/**
 * tambour_cell_append:
 * @row: a row of CSV
 * @text: the cell in UTF-8
 *
 * Appends a cell, guarded, and with quotes where they are needed.
 */
void
tambour_cell_append (GString    *row,
                     const char *text)
{
  g_autofree char *guarded = tambour_cell_guard (text);

  if (needs_quotes (guarded))
    append_quoted (row, guarded);
  else
    g_string_append (row, guarded);
}
